//! What must hold for any text, checked the same way whoever makes the texts: cargo-fuzz, or the plain driver.

use std::sync::LazyLock;

use pressfacts::{Extraction, Extractor, Family, OffsetUnit, Options, Span};

/// Any bytes, as the text that they hold, or that is left of them.
pub fn bytes(data: &[u8]) {
    check(&String::from_utf8_lossy(data));
}

/// Text made of the lexicon's words: two bytes choose a word, or what stands between two.
pub fn words(data: &[u8]) {
    check(&worded(data));
}

/// A document of the input format, and a result read back.
pub fn json(data: &[u8]) {
    if let Ok(facts) = serde_json::from_slice::<Extraction>(data) {
        // Offsets of another text: whatever they are, turning them must not panic.
        let _turned = facts.with_offsets("a text that they were not made for: é, 中文", OffsetUnit::Utf16);
    }
}

/// A text of the lexicon's words, chosen by the bytes.
pub fn worded(data: &[u8]) -> String {
    const BETWEEN: [&str; 16] =
        [" ", " ", " ", " ", ", ", ". ", "-", "\n", "\n\n", "\t", " (", ") ", "’s ", " “", "” ", ": "];
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

static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/pressfacts/lexicon");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("the lexicon").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let texts = files.iter().map(|path| std::fs::read_to_string(path).expect("a readable file"));
    let rows: Vec<String> = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    rows.iter().filter(|row| !row.starts_with('#')).filter_map(|row| row.split('\t').next()).map(str::to_owned).collect()
});

static ALL: LazyLock<Extractor> = LazyLock::new(Extractor::default);

/// Extracts, and checks spans, slices, order, sameness on a second run, in other offsets, and with one family alone.
fn check(text: &str) {
    let facts = ALL.extract(text);
    assert_eq!(facts, ALL.extract(text), "the same text gives the same facts");
    for (span, written) in mentions(&facts) {
        assert_eq!(text.get(span.range()), Some(written), "a mention is a slice of the text");
        assert!(!span.is_empty(), "a mention has text");
    }
    let people = facts.people.iter().flat_map(|person| &person.mentions);
    let bodies = facts.organizations.iter().flat_map(|body| &body.mentions);
    for span in people.chain(bodies) {
        assert!(text.get(span.range()).is_some_and(|written| !written.is_empty()), "a mention is a slice of the text");
    }
    ordered(facts.dates.iter().map(|fact| fact.span));
    ordered(facts.roles.iter().map(|fact| fact.span));
    ordered(facts.statistics.iter().map(|fact| fact.span));
    ordered(facts.agreements.iter().map(|fact| fact.span));
    assert!(facts.roles.iter().all(|role| role.person < facts.people.len()), "each role is a person's");
    for family in Family::ALL {
        let alone = Extractor::new(Options::default().families([family])).extract(text);
        match family {
            Family::Dates => assert_eq!(alone.dates, facts.dates),
            Family::Roles => assert_eq!(alone.people, facts.people),
            Family::Statistics => assert_eq!(alone.statistics, facts.statistics),
            Family::Agreements => assert_eq!(alone.agreements.len(), facts.agreements.len()),
        }
    }
    let written = serde_json::to_string(&facts).expect("facts serialise");
    let read: Extraction = serde_json::from_str(&written).expect("what is written can be read");
    assert_eq!(read, facts, "nothing is lost in writing");
    let there = facts.clone().with_offsets(text, OffsetUnit::Char);
    assert_eq!(there.with_offsets(text, OffsetUnit::Byte), facts, "offsets turn and turn back");
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
