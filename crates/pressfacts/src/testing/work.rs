//! How much is looked at: the work of a text counted rather than timed, so that a test can hold it linear on any machine.

use super::hostile;
use crate::extractor::Extractor;
use crate::memo::work;

/// How often a production looks at a token, in the whole extraction of the text.
fn looks(text: &str) -> u64 {
    let before = work::looks();
    Extractor::default().extract(text);
    work::looks() - before
}

/// A text four times as long is looked at four times as often. What is bounded by a window of tokens, as lists of thirty
/// are, has to be shorter than the smaller text.
#[test]
fn work_grows_with_the_text_whatever_it_is() {
    const BYTES: usize = 3_000;
    for ((name, small), (_, large)) in hostile::texts(BYTES).zip(hostile::texts(4 * BYTES)) {
        let (few, many) = (looks(&small), looks(&large));
        assert!(many <= 5 * few + 1_000, "{name}: {few} looks at {BYTES} bytes, {many} at four times as many");
    }
}

/// Nothing makes a byte cost much more than press text does.
#[test]
fn no_text_is_looked_at_much_more_than_another() {
    const BYTES: usize = 3_000;
    const MOST: u64 = 400;
    for (name, text) in hostile::texts(BYTES) {
        let looks = looks(&text) / BYTES as u64;
        assert!(looks <= MOST, "{name}: {looks} looks a byte");
    }
}
