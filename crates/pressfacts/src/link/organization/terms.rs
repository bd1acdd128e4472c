//! What the text itself says a body is called: `World Seed Organization (WSO)`, `Tide Co., Ltd. (hereinafter “Tide”)`.

use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::token::{Kind, Token};

/// How far before an acronym its long name may start, in tokens.
const LONGEST_NAME: usize = 16;
/// How many tokens a bracket with a defined term may hold, and of how many words the term may be.
const LONGEST_BRACKET: usize = 16;
const LONGEST_TERM: usize = 4;
/// Fewest letters that are taken for initials in any order.
const FEWEST_IN_ANY_ORDER: usize = 4;

/// Every `Long Name (LN)` of the document whose name has a body's head word and whose acronym has the name's initials.
pub(crate) fn introductions(document: &Document<'_>) -> Vec<(Run, Run)> {
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let places = document.tokens[sentence.tokens.clone()].iter().zip(sentence.tokens.clone());
        for (_, open) in places.filter(|(token, _)| token.kind == Kind::Open) {
            let acronym = open + 1;
            let in_brackets = acronym + 1 < sentence.tokens.end
                && document.tokens[acronym + 1].kind == Kind::Close
                && document.tokens[acronym].is(Classes::UPPER);
            if !in_brackets {
                continue;
            }
            let floor = sentence.tokens.start.max(open.saturating_sub(LONGEST_NAME));
            if let Some(start) = long_name(document, floor, open, document.written(acronym)) {
                found.push((Run { start, end: open }, Run { start: acronym, end: acronym + 1 }));
            }
        }
    }
    found
}

/// Where the name starts that ends before `open` and has the acronym's letters for initials.
fn long_name(document: &Document<'_>, floor: usize, open: usize, acronym: &str) -> Option<usize> {
    let mut letters: Vec<char> = acronym.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut headed = false;
    // The initials so far, for letters in another order: `Council of Northern Harbour Towns (CHTN)`, as of a name in another language.
    let mut met: Vec<char> = Vec::new();
    let opening = letters.first().copied();
    let mut all = letters.clone();
    all.sort_unstable();
    for at in (floor..open).rev() {
        let token = &document.tokens[at];
        let word = matches!(token.kind, Kind::Word | Kind::Dotted | Kind::Number);
        if !word && !matches!(token.kind, Kind::Comma | Kind::Hyphen | Kind::Ampersand) {
            return None;
        }
        if !word {
            continue;
        }
        if token.kind == Kind::Word && !token.capitalized() {
            if !token.is(Classes::CONNECTOR | Classes::NAME_PARTICLE) && !is_the(document, at) {
                return None;
            }
            // `of` gives a letter, or none: `Ministry of Education (MOE)`.
            letters.pop_if(|last| initials(document.written(at), token.kind).first() == Some(last));
            // What stands behind it is only what the name's head is for: `Fair for Trade in Services`.
            headed &= document.written(at) == "and";
            continue;
        }
        // A head within a name is not its own: `International Import Expo`.
        let ends = at + 1 == open || !document.tokens[at + 1].capitalized();
        headed |= ends && token.is(Classes::ORGANIZATION_HEAD);
        // `U.S.` gives two of the letters, any other word its first, or none as `Affairs` in MFA may not.
        for initial in initials(document.written(at), token.kind).into_iter().rev() {
            letters.pop_if(|last| *last == initial);
            met.push(initial);
        }
        if letters.is_empty() {
            return headed.then_some(at);
        }
        let opens = initials(document.written(at), token.kind).first().copied() == opening;
        met.sort_unstable();
        if ends && opens && met == all && all.len() >= FEWEST_IN_ANY_ORDER && token.is(Classes::ORGANIZATION_HEAD) {
            return Some(at);
        }
    }
    None
}

fn initials(word: &str, kind: Kind) -> Vec<char> {
    let count = if kind == Kind::Dotted { word.len() } else { 1 };
    word.chars().filter(|c| c.is_alphanumeric()).take(count).flat_map(char::to_uppercase).collect()
}

/// A term that stands for the body before its bracket.
pub(crate) struct Term {
    pub(crate) words: Run,
    /// Whether an article goes with it: `the “Operator”`.
    pub(crate) definite: bool,
}

/// The terms in quotation marks in the bracket that opens at the token: `(hereinafter referred to as “Tide” or the
/// “Operator”)`.
pub(crate) fn terms(document: &Document<'_>, open: usize, end: usize) -> Vec<Term> {
    let mut found = Vec::new();
    if open >= end || document.tokens[open].kind != Kind::Open {
        return found;
    }
    let limit = end.min(open + LONGEST_BRACKET);
    let mut at = open + 1;
    while at < limit && document.tokens[at].kind != Kind::Close {
        let quoted = matches!(document.tokens[at].kind, Kind::Quote | Kind::OpenQuote);
        let closes = |next: &usize| matches!(document.tokens[*next].kind, Kind::Quote | Kind::CloseQuote);
        let close = (at + 2..limit.min(at + 3 + LONGEST_TERM)).find(closes);
        let Some(close) = close.filter(|_| quoted) else {
            at += 1;
            continue;
        };
        // American style puts the comma inside: `“Tide,”`.
        let comma = document.tokens[close - 1].kind == Kind::Comma;
        let article = usize::from(is_the(document, at + 1));
        let words = Run { start: at + 1 + article, end: close - usize::from(comma) };
        if words.start < words.end && document.tokens[words.tokens()].iter().all(Token::capitalized) {
            let definite = article == 1 || is_the(document, at - 1);
            found.push(Term { words, definite });
        }
        at = close + 1;
    }
    found
}

/// Whether the token is `the`.
pub(crate) fn is_the(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| is_the_word(document, token))
}

pub(crate) fn is_the_word(document: &Document<'_>, token: &Token) -> bool {
    token.reads("the", document.text)
}
