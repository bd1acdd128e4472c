//! What must hold for any text, checked the same way whoever makes the texts: cargo-fuzz, or the plain driver.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use pressfacts::{Extraction, Extractor, Family, Lexicon, OffsetUnit, Options, Span};

/// Any bytes, as the text that they hold, or that is left of them.
pub fn bytes(data: &[u8]) {
    check(&BUILT_IN, &String::from_utf8_lossy(data));
}

/// Text made of the lexicon's words: two bytes choose a word, or what stands between two.
pub fn words(data: &[u8]) {
    check(&BUILT_IN, &worded(data));
}

/// Lines of the input format; and a result read back.
pub fn lines(data: &[u8]) {
    let documents = read("input.jsonl", data);
    let mut faults = documents.iter().filter_map(|document| document.as_ref().err());
    assert!(faults.all(|fault| fault.starts_with("input.jsonl")), "a fault names its input");
    for (source, text) in documents.iter().flatten() {
        let line = serde_json::json!({"id": source, "text": text}).to_string();
        let again = read("input.jsonl", line.as_bytes());
        assert_eq!(again, [Ok((source.clone(), text.clone()))], "what was read can be written and read again");
    }
    if let Ok(facts) = serde_json::from_slice::<Extraction>(data) {
        // Offsets of another text: whatever they are, turning them must not panic.
        let _turned = facts.with_offsets("a text that they were not made for: é, 中文", OffsetUnit::Utf16);
    }
}

/// A web page: the same text each time, which facts can be looked for in.
pub fn page(data: &[u8]) {
    let documents = read("page.html", data);
    assert_eq!(documents, read("page.html", data), "the same page gives the same text");
    for (_, text) in documents.into_iter().flatten() {
        assert!(!text.trim().is_empty(), "a page without text is an error");
        slices(&Extractor::default().extract(&text), &text);
    }
}

/// A table of words as users write them, before the first NUL, and a text of these words and others, behind it.
pub fn lexicon(data: &[u8]) {
    let (table, text) = data.split_at(data.iter().position(|&byte| byte == 0).unwrap_or(data.len()));
    let table = tabled(&String::from_utf8_lossy(table));
    let mut lexicon = Lexicon::built_in();
    if let Err(faults) = lexicon.add("table.tsv", &table) {
        assert!(faults.to_string().lines().all(|fault| fault.starts_with("table.tsv: line ")), "faults name their lines");
    }
    let own = table.lines().filter_map(|row| row.split('\t').next());
    let mut text = String::from_utf8_lossy(text).replace('\0', " 5 ");
    for word in own {
        text.push_str(" 2024 ");
        text.push_str(word);
    }
    check(&Arc::new(lexicon), &text);
}

/// The table, its rows in classes that there are: a class that is none stands for one.
fn tabled(table: &str) -> String {
    let mut sound = String::new();
    for row in table.lines() {
        let mut cells: Vec<_> = row.split('\t').collect();
        if let Some(class) = cells.get_mut(1).filter(|class| !CLASSES.contains(**class)) {
            let number = class.bytes().fold(0, |number: usize, byte| number.wrapping_mul(31).wrapping_add(byte.into()));
            *class = CLASSES.iter().nth(number % CLASSES.len()).expect("a class");
        }
        sound.push_str(&cells.join("\t"));
        sound.push('\n');
    }
    sound
}

/// What an input of that name holds.
fn read(name: &str, data: &[u8]) -> Vec<Result<(String, String), String>> {
    // Small, so that the limit is met as well.
    const MAX_SIZE: u64 = 3000;
    pressfacts_cli::texts(Path::new(name), data.to_vec(), MAX_SIZE).collect()
}

/// A text of the lexicon's words, chosen by the bytes.
pub fn worded(data: &[u8]) -> String {
    const BETWEEN: [&str; 16] = [" ", " ", " ", " ", ", ", ". ", "-", "\n", "\n\n", "\t", " (", ") ", "’s ", " “", "” ", ": "];
    const NUMBERS: [&str; 16] =
        ["1", "6", "31", "2024", "1,500", "4.5", "10:30", "$", "€", "%", "½", "2024-11-06", "Ann", "Lee", "the", "of"];
    let mut text = String::new();
    for choice in data.chunks_exact(2) {
        let number = usize::from(choice[0]) << 4 | usize::from(choice[1]) >> 4;
        let word = match choice[0] {
            0..=63 => NUMBERS[usize::from(choice[0] % 16)],
            _ => &WORDS[number * 7 % WORDS.len()],
        };
        if choice[0] % 3 == 0 {
            let mut letters = word.chars();
            text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            text.push_str(letters.as_str());
        } else {
            text.push_str(word);
        }
        text.push_str(BETWEEN[usize::from(choice[1] % 16)]);
    }
    text
}

/// The rows of the built-in lexicon.
static ROWS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/pressfacts/lexicon");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("the lexicon").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let texts = files.iter().map(|path| std::fs::read_to_string(path).expect("a readable file"));
    let rows = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    rows.filter(|row| !row.starts_with('#')).collect()
});

fn column(number: usize) -> impl Iterator<Item = String> {
    ROWS.iter().filter_map(move |row| row.split('\t').nth(number)).map(str::to_owned)
}

static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| column(0).collect());
static CLASSES: LazyLock<BTreeSet<String>> = LazyLock::new(|| column(1).collect());
static BUILT_IN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Arc::new(Lexicon::built_in()));

/// Extracts, and checks spans, slices, order, sameness on a second run, in other offsets, and with one family alone.
fn check(lexicon: &Arc<Lexicon>, text: &str) {
    let extract = |families: &[Family]| {
        let options = Options::default().families(families.iter().copied());
        Extractor::new(options).with_lexicon(Arc::clone(lexicon)).extract(text)
    };
    let facts = extract(&Family::ALL);
    assert_eq!(facts, extract(&Family::ALL), "the same text gives the same facts");
    slices(&facts, text);
    ordered(facts.dates.iter().map(|fact| fact.span));
    ordered(facts.roles.iter().map(|fact| fact.span));
    ordered(facts.statistics.iter().map(|fact| fact.span));
    ordered(facts.agreements.iter().map(|fact| fact.span));
    assert!(facts.roles.iter().all(|role| role.person < facts.people.len()), "each role is a person's");
    for family in Family::ALL {
        let alone = extract(&[family]);
        match family {
            Family::Dates => assert_eq!(alone.dates, facts.dates),
            Family::Roles => assert_eq!((alone.roles, alone.people), (facts.roles.clone(), facts.people.clone())),
            Family::Statistics => assert_eq!(alone.statistics, facts.statistics),
            Family::Agreements => assert_eq!(alone.agreements, facts.agreements),
        }
    }
    let written = serde_json::to_string(&facts).expect("facts serialise");
    let read: Extraction = serde_json::from_str(&written).expect("what is written can be read");
    // A number of more digits than a double holds is read as the double that was written.
    assert_eq!(serde_json::to_string(&read).expect("facts serialise"), written, "nothing is lost in reading");
    let there = facts.clone().with_offsets(text, OffsetUnit::Char);
    assert_eq!(there.with_offsets(text, OffsetUnit::Byte), facts, "offsets turn and turn back");
}

/// Spans are of characters of the text, and what is written is the slice.
fn slices(facts: &Extraction, text: &str) {
    for (span, written) in mentions(facts) {
        assert_eq!(text.get(span.range()), Some(written), "a mention is a slice of the text");
        assert!(!span.is_empty(), "a mention has text");
    }
    let people = facts.people.iter().flat_map(|person| &person.mentions);
    let bodies = facts.organizations.iter().flat_map(|body| &body.mentions);
    for span in people.chain(bodies) {
        assert!(text.get(span.range()).is_some_and(|written| !written.is_empty()), "a mention is a slice of the text");
    }
}

fn mentions(facts: &Extraction) -> impl Iterator<Item = (Span, &str)> {
    let dates = facts.dates.iter().map(|fact| (fact.span, &*fact.text));
    let roles = facts.roles.iter().map(|fact| (fact.span, &*fact.text));
    let statistics = facts.statistics.iter().map(|fact| (fact.span, &*fact.text));
    let agreements = facts.agreements.iter().map(|fact| (fact.span, &*fact.text));
    dates.chain(roles).chain(statistics).chain(agreements)
}

fn ordered(spans: impl Iterator<Item = Span>) {
    let spans: Vec<_> = spans.map(|span| (span.start(), span.end())).collect();
    assert!(spans.is_sorted(), "mentions are in the order of the text");
}
