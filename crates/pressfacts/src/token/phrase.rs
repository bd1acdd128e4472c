//! Finding the lexicon's phrases among the tokens.

use super::{Kind, Token};
use crate::lexicon::{Classes, EntryId, Head, Lexicon, Phrase, PhraseList};

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
    for phrase in lexicon.phrases(phrases) {
        let Some(end) = matched(text, tokens, at, lexicon, phrase) else { continue };
        let written = tokens[at].span.to(tokens[end - 1].span).of(text);
        let classes = lexicon.classes(phrase.entry, written);
        if classes != Classes::NONE {
            found.push(Found { end, classes, entry: phrase.entry });
        }
    }
}

/// Where the phrase ends, if the tokens after the first are its words, hyphens between them passed over.
fn matched(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon, phrase: &Phrase) -> Option<usize> {
    let mut next = at + 1;
    for word in lexicon.rest(phrase) {
        if tokens.get(next)?.kind == Kind::Hyphen {
            next += 1;
        }
        if !is_word(word, tokens.get(next)?, text) {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// Whether the lexicon's (lower-case) word is the token, whatever its case, its full stops and its apostrophes.
fn is_word(word: &[u8], token: &Token, text: &str) -> bool {
    let same = token.head == Head::of(word);
    if token.head.is_plain() && (!same || word.len() <= Head::LENGTH && token.span.len() <= Head::LENGTH) {
        return same;
    }
    let written = token.span.of(text);
    let plain = || written.bytes().all(|byte| byte.is_ascii() && byte != b'.');
    let folds_to = |word| crate::lexicon::folded(written).eq(str::chars(word));
    word.eq_ignore_ascii_case(written.as_bytes()) || !plain() && std::str::from_utf8(word).is_ok_and(folds_to)
}
