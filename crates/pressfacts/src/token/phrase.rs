//! Finding the lexicon's phrases among the tokens.

use super::{Kind, Token};
use crate::lexicon::{Classes, EntryId, Lexicon, Phrase, PhraseList};

/// A phrase of the lexicon found in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    /// Index just past its last token.
    pub(crate) end: usize,
    pub(crate) classes: Classes,
    pub(crate) entry: EntryId,
}

/// Looks for each of `phrases`, which the token at `at` may open, among the tokens of its block.
pub(crate) fn find_phrases(
    text: &str,
    tokens: &[Token],
    at: usize,
    phrases: PhraseList,
    lexicon: &Lexicon,
    found: &mut Vec<Found>,
) {
    let second = second_byte(tokens, at);
    for phrase in lexicon.phrases(phrases) {
        if second.is_some_and(|byte| byte != phrase.second) {
            continue;
        }
        let Some(end) = matched(text, tokens, at, lexicon, phrase) else { continue };
        let written = tokens[at].span.cover(tokens[end - 1].span).of(text);
        let classes = lexicon.classes(phrase.entry, written);
        if classes != Classes::NONE {
            found.push(Found { end, classes, entry: phrase.entry });
        }
    }
}

/// The first byte, folded, of the word behind the token, where it can be told without folding the whole: a phrase whose
/// second word starts otherwise is not there. Zero, which no word starts with, at the end.
fn second_byte(tokens: &[Token], at: usize) -> Option<u8> {
    let behind = tokens[at + 1..].iter().take(2).find(|token| token.kind != Kind::Hyphen);
    let first = behind.map_or(0, |token| token.head.first());
    (first.is_ascii_alphanumeric() || first == 0).then_some(first)
}

/// Where the phrase ends, if the tokens after the first are its words, hyphens between them passed over.
fn matched(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon, phrase: &Phrase) -> Option<usize> {
    let mut next = at + 1;
    for word in lexicon.rest(phrase) {
        if tokens.get(next)?.kind == Kind::Hyphen {
            next += 1;
        }
        let token = tokens.get(next)?;
        if !same_word(word, token.span.of(text)) {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// Whether the lexicon's (lower-case) word is the written one, whatever its case, its full stops and its apostrophes.
fn same_word(word: &str, written: &str) -> bool {
    let plain = || written.bytes().all(|byte| byte.is_ascii() && byte != b'.');
    word.eq_ignore_ascii_case(written) || !plain() && word.chars().eq(crate::lexicon::folded(written))
}
