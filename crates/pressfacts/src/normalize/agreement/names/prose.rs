//! Where the prose of a sentence starts: behind its dateline, or the name of whose text it is.

use std::ops::Range;

use crate::layout::{Document, is_free_dash};
use crate::token::Token;

/// The sentence without the dateline that opens it: `LIMA, Peru and OSLO, 5 May 2025 –`.
pub(super) fn prose(document: &Document<'_>, sentence: Range<usize>) -> Range<usize> {
    let source = || document.opening_mark(&sentence).filter(|&mark| is_source(document, &sentence, mark));
    let line = document.dateline(&sentence).map(|line| line.end).or_else(|| source().map(|mark| mark + 1));
    line.unwrap_or(sentence.start)..sentence.end
}

/// `Newswire.com - Acme said`: whose text it is, before a dash that stands alone.
fn is_source(document: &Document<'_>, sentence: &Range<usize>, mark: usize) -> bool {
    let dash = |at: usize| is_free_dash(&document.tokens[at]);
    let block = document.sentence_of(mark).map(|sentence| document.blocks[sentence.block].tokens.start);
    let opens = block == Some(sentence.start) && mark - sentence.start <= LONGEST_SOURCE && dash(mark);
    let goes_on = document.tokens.get(mark + 1).is_some_and(Token::capitalized);
    opens && goes_on && !(mark + 1..sentence.end).take(LONGEST_LINE).any(dash)
}

/// How far a second dash is looked for, in tokens.
const LONGEST_LINE: usize = 60;
/// Longest name of a news service, in tokens.
const LONGEST_SOURCE: usize = 6;
