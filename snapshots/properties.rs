//! What holds of every text, whatever it says.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use pressfacts::{Extraction, Extractor, Family, OffsetUnit, Options, Span};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Every word and phrase of the lexicon: what rules look for.
static LEXICON: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/pressfacts/lexicon");
    let tables =
        pressfacts_suite::files(&folder, ".tsv").into_iter().map(|path| fs::read_to_string(path).expect("a lexicon in UTF-8"));
    let words: Vec<_> = tables.flat_map(|table| words(&table)).collect();
    assert!(words.len() > 100, "the lexicon has words");
    words
});

fn words(table: &str) -> Vec<String> {
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split('\t').next()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What stands between words: blanks, marks, line ends, and things that are none of them.
const BETWEEN: &[&str] = &[
    " ", " ", " ", " ", " ", ", ", ". ", "\n", "\n\n", "\t", " (", ") ", "-", "–", "—", "/", "’s ", "'s ", ": ", "; ", "%", " $",
    "€", "“", "”", "\u{a0}", "\u{ad}", "\u{feff}", "\r\n", "【", "】", "• ", "#", "|", "",
];

/// Text as rules like it: words of the lexicon, numbers and names, with all sorts of things between.
fn like_press() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => select(LEXICON.as_slice()),
        1 => select(LEXICON.as_slice()).prop_map(|word| word.to_uppercase()),
        1 => "[A-Z][a-zéü]{1,8}",
        1 => "[A-Z]{2,5}",
        1 => "[0-9]{1,4}",
        1 => "[0-9]{1,3}(,[0-9]{3}){0,2}(\\.[0-9]{1,2})?",
        1 => "[0-9]{1,20}",
        1 => "\\PC{1,3}",
    ];
    vec((word, select(BETWEEN)), 0..80)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(word, between)| [word, between.to_owned()]).collect())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![2 => like_press(), 1 => any::<String>(), 1 => "(?s).{0,400}"]
}

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

/// Bytes of a text that is broken off, at most.
const LONGEST_PIECE: usize = 80;

/// What rules look for behind a word may not be there: each line of the fixtures is broken off behind each of its words.
#[test]
fn a_text_may_end_anywhere() {
    let extractor = Extractor::default();
    for fixture in pressfacts_suite::fixtures() {
        for line in fixture.text.lines() {
            for (end, _) in line.char_indices().filter(|(_, character)| !character.is_alphanumeric()) {
                let start = line.floor_char_boundary(end.saturating_sub(LONGEST_PIECE));
                extractor.extract(&line[start..end]);
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_span_is_a_slice_and_in_order(text in any_text()) {
        check(&text);
    }

    #[test]
    fn two_runs_print_the_same_bytes(text in any_text()) {
        prop_assert_eq!(json(&extract(&text)), json(&extract(&text)));
    }

    #[test]
    fn a_family_reads_the_same_without_the_others(text in any_text()) {
        let all = extract(&text);
        for family in Family::ALL {
            let alone = Extractor::new(Options::default().families([family])).extract(&text);
            let wanted = |other| family == other;
            prop_assert_eq!(&alone.dates, if wanted(Family::Dates) { &all.dates } else { &[][..] });
            prop_assert_eq!(&alone.roles, if wanted(Family::Roles) { &all.roles } else { &[][..] });
            prop_assert_eq!(&alone.people, if wanted(Family::Roles) { &all.people } else { &[][..] });
            prop_assert_eq!(&alone.statistics, if wanted(Family::Statistics) { &all.statistics } else { &[][..] });
            prop_assert_eq!(&alone.agreements, if wanted(Family::Agreements) { &all.agreements } else { &[][..] });
        }
    }

    #[test]
    fn offsets_in_any_unit_mean_the_same_place(text in any_text()) {
        let bytes = extract(&text);
        let chars = bytes.clone().with_offsets(&text, OffsetUnit::Char);
        let utf16 = bytes.clone().with_offsets(&text, OffsetUnit::Utf16);
        let code_points: Vec<char> = text.chars().collect();
        let code_units: Vec<u16> = text.encode_utf16().collect();
        for (byte, (char, unit)) in spans(&bytes).into_iter().zip(spans(&chars).into_iter().zip(spans(&utf16))) {
            prop_assert_eq!(byte.of(&text), code_points[char.range()].iter().collect::<String>());
            prop_assert_eq!(byte.of(&text), String::from_utf16_lossy(&code_units[unit.range()]));
        }
        prop_assert_eq!(&chars.with_offsets(&text, OffsetUnit::Byte), &bytes);
        prop_assert_eq!(&utf16.with_offsets(&text, OffsetUnit::Byte), &bytes);
    }
}

#[test]
fn fixtures_hold_what_every_text_holds() {
    for fixture in pressfacts_suite::fixtures() {
        check(&fixture.text);
    }
}

/// What is found grows with the text, and no faster. (How long it takes is for the benches to say.)
#[test]
fn a_hundred_copies_have_a_hundred_times_the_facts() {
    let fixture =
        pressfacts_suite::fixtures().into_iter().find(|fixture| fixture.name == "own/wire-fisheries-talks").expect("the fixture");
    let copies = |count: usize| vec![fixture.text.as_str(); count].join("\n\n");
    let [one, hundred] = [1, 100].map(|count| extract(&copies(count)));
    for family in Family::ALL {
        let [one, hundred] = [&one, &hundred].map(|facts| facts_of(facts, family).len());
        assert_eq!(hundred, 100 * one, "{family}");
    }
    assert_eq!(hundred.people.len(), one.people.len(), "the same people");
    let [one, hundred] = [&one, &hundred].map(|facts| json(facts).len());
    assert!(hundred < 120 * one, "{hundred} bytes of output for 100 copies, {one} for one");
}

fn extract(text: &str) -> Extraction {
    Extractor::default().extract(text)
}

fn json(facts: &Extraction) -> String {
    serde_json::to_string(facts).expect("facts serialise")
}

/// Span, text and rule of the facts of a family.
fn facts_of(facts: &Extraction, family: Family) -> Vec<(Span, &str, &str)> {
    match family {
        Family::Dates => facts.dates.iter().map(|fact| (fact.span, &*fact.text, &*fact.rule)).collect(),
        Family::Roles => facts.roles.iter().map(|fact| (fact.span, &*fact.text, &*fact.rule)).collect(),
        Family::Statistics => facts.statistics.iter().map(|fact| (fact.span, &*fact.text, &*fact.rule)).collect(),
        Family::Agreements => facts.agreements.iter().map(|fact| (fact.span, &*fact.text, &*fact.rule)).collect(),
    }
}

/// Every span of the facts, in the order of the output.
fn spans(facts: &Extraction) -> Vec<Span> {
    let mentions =
        facts.people.iter().map(|person| &person.mentions).chain(facts.organizations.iter().map(|body| &body.mentions));
    let own = Family::ALL.into_iter().flat_map(|family| facts_of(facts, family)).map(|(span, ..)| span);
    own.chain(mentions.flatten().copied()).collect()
}

fn check(text: &str) {
    let facts = extract(text);
    for date in &facts.dates {
        if let (Some(earliest), Some(latest)) = (date.earliest, date.latest) {
            assert!(earliest <= latest, "{date:?}");
        }
    }
    for family in Family::ALL {
        let found = facts_of(&facts, family);
        for (span, slice, rule) in &found {
            assert_eq!(text.get(span.range()), Some(*slice), "{span:?} of {text:?}");
            assert!(!slice.is_empty(), "an empty {family} fact at {span:?} of {text:?}");
            assert!(rule.starts_with(family.name()), "{rule} in {family}");
        }
        assert!(found.is_sorted_by_key(|(span, ..)| (span.start(), span.end())), "{family} out of order in {text:?}");
    }
    for span in spans(&facts) {
        assert!(text.get(span.range()).is_some_and(|slice| !slice.is_empty()), "{span:?} of {text:?}");
    }
    for role in &facts.roles {
        assert!(facts.people.get(role.person).is_some(), "role of nobody in {text:?}");
        assert!(role.organization_index.is_none_or(|index| index < facts.organizations.len()), "{role:?} in {text:?}");
    }
    for agreement in &facts.agreements {
        let indices = &agreement.party_indices;
        assert!(indices.is_empty() || indices.len() == agreement.parties.len(), "{agreement:?}");
        assert!(indices.iter().flatten().all(|&index| index < facts.organizations.len()), "{agreement:?}");
    }
    assert!(facts.organizations.iter().all(|body| body.mentions.len() == body.links.len()), "a link a mention in {text:?}");
    for (index, person) in facts.people.iter().enumerate() {
        assert_eq!(person.mentions.len(), person.links.len(), "a link a mention in {text:?}");
        for role in &person.roles {
            assert_eq!(facts.roles.get(*role).map(|role| role.person), Some(index), "{} in {text:?}", person.name);
        }
    }
}
