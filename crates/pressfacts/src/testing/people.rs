//! Texts of the words that people, their titles and their bodies are told with, in no order: what holds that a shortcut of a
//! production refuses nothing that the production would match.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::layout::Document;
use crate::lexicon::built_in;
use crate::parse::Tokens;

/// The words of the tables, by what they are for.
static TITLES: LazyLock<Vec<&str>> = LazyLock::new(|| words(include_str!("../../lexicon/titles.tsv")));
static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    [words(include_str!("../../lexicon/names.tsv")), words(include_str!("../../lexicon/honorifics.tsv"))].concat()
});
static BODIES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    [words(include_str!("../../lexicon/organizations.tsv")), words(include_str!("../../lexicon/places.tsv"))].concat()
});

fn words(table: &'static str) -> Vec<&'static str> {
    let rows = table.lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| row.split('\t').next()).filter(|word| !word.is_empty()).collect()
}

/// Heads that most titles have.
const HEADS: &[&str] = &[
    "Director",
    "minister",
    "Prime Minister",
    "President",
    "CEO",
    "chairman",
    "Chief Officer",
    "professor",
    "Ambassador",
    "General",
    "spokesperson",
    "founders",
    "partner",
    "Secretary-General",
    "Coach",
];

/// What else stands there.
const BESIDE: &[&str] = &[
    "of",
    "of the",
    "the",
    "a",
    "and",
    "at",
    "for",
    "in",
    "to",
    "as",
    "who",
    "is",
    "was",
    "were",
    "said",
    "been",
    "former",
    "named",
    "appointed",
    "joins",
    "where she was",
    "including",
    "and serves as",
    "positions",
    "new",
    "its",
    "his",
    "their",
    "company",
    "first",
    "special",
    "from",
    "on",
    "with",
    "by",
    "board",
    "years",
    "also",
    "respectively",
    "law firm",
];

/// Marks, with the blanks beside them.
const MARKS: &[&str] = &[
    ", ", ", ", ", ", ", and ", ": ", "; ", " (", ") ", " – ", "-", " - ", "/", " & ", "’s ", "' ", " “", "” ", ". ", "\n", "\t",
    "   ", " 45 ", ", 45, ", " 3rd ", " 2024 ",
];

/// Words that nothing is known of.
const UNKNOWN: &[&str] = &["Norvik", "Acme", "Xyzzy", "WQX", "J.", "K.L.", "iVole", "zerg", "D-Calif.", "ann@acme.example"];

/// As written, with a capital, or in capitals.
fn cased(word: &str, case: u8) -> String {
    match case {
        0..5 => word.to_owned(),
        5..9 => {
            let first = word.chars().next();
            first.into_iter().flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect()
        }
        _ => word.to_uppercase(),
    }
}

/// Words of people and bodies, with marks and small words between.
pub(crate) fn like_people() -> impl Strategy<Value = String> {
    let of = |words: &'static [&'static str]| (select(words), 0..10u8).prop_map(|(word, case)| cased(word, case));
    let word = prop_oneof![
        2 => of(TITLES.as_slice()),
        2 => of(HEADS),
        4 => of(NAMES.as_slice()),
        2 => of(BODIES.as_slice()),
        3 => select(BESIDE).prop_map(str::to_owned),
        1 => select(UNKNOWN).prop_map(str::to_owned),
    ];
    let between = prop_oneof![5 => Just(" "), 2 => select(MARKS)];
    vec((word, between), 1..16)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(word, between)| [word, between.to_owned()]).collect())
}

/// Runs the check at each token of each sentence.
pub(crate) fn at_each_word(text: &str, check: impl Fn(Tokens<'_>)) {
    let document = Document::read(text, built_in());
    for sentence in &document.sentences {
        for at in sentence.tokens.clone() {
            check(Tokens::new(&document, sentence.tokens.clone(), at));
        }
    }
}
