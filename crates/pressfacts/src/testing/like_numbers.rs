//! Texts that numbers and dates are all over, for what has to hold of the rules that read them.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::layout::Document;
use crate::lexicon::built_in;
use crate::parse::{PResult, Tokens};

/// Holds that no production matches where a look ahead of it refuses the place.
pub(crate) fn check_look<T>(
    text: &str,
    look: impl Fn(Tokens<'_>) -> bool,
    production: impl for<'t> Fn(Tokens<'t>) -> PResult<'t, T>,
) {
    let document = Document::read(text, built_in());
    for sentence in &document.sentences {
        for at in sentence.tokens.clone() {
            let input = Tokens::new(&document, sentence.tokens.clone(), at);
            assert!(look(input) || production(input).is_err(), "at {:?} of {text:?}", input.written());
        }
    }
}

/// The words of the lexicon that numbers and dates go with.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let calendar = include_str!("../../lexicon/calendar.tsv");
    let numbers = include_str!("../../lexicon/numbers.tsv");
    let rows = calendar.lines().chain(numbers.lines()).filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| row.split('\t').next()).filter(|word| !word.is_empty()).collect()
});

/// Other words that they go with, and marks.
const BESIDE: &[&str] = &[
    "of",
    "to",
    "the",
    "in",
    "at",
    "and",
    "or",
    "from",
    "between",
    "a",
    "per",
    "percent",
    "%",
    "$",
    "€",
    "km",
    "people",
    "London",
    "EST",
    "GMT",
    "+",
    "-",
    "–",
    "/",
    ":",
    ",",
    ".",
    "(",
    ")",
    "st",
    "nd",
    "th",
    "s",
    "’s",
    "'99",
    "p.m.",
    "am",
    "h",
    "times",
    "points",
    "years old",
    "Kenya time",
    "quarter",
    "half",
    "ratio",
    "out of",
    "million",
    "bn",
    "FY",
    "Q",
    "H",
    "members",
    "x",
    "last",
    "up from",
    "down to",
    "rose by",
    "a total of",
    "compared with",
    "versus",
    "the death toll",
    "Of these,",
    "were injured",
    "of them",
    "Mills",
];

/// Text of numbers, of words of time and quantity, and of what stands between them.
pub(crate) fn like_numbers() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        3 => select(WORDS.as_slice()).prop_map(str::to_owned),
        3 => select(BESIDE).prop_map(str::to_owned),
        2 => "[1-9][0-9]?",
        2 => "(19|20)[0-9]{2}",
        1 => "[0-9]{1,3}(,[0-9]{3}){0,2}(\\.[0-9]{1,2})?",
        1 => "[0-9]{1,2}\\.[0-9]{1,2}(\\.(19|20)?[0-9]{2})?",
    ];
    vec((word, select(&[" ", " ", " ", ""][..])), 1..12)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(word, between)| [word, between.to_owned()]).collect())
}
