//! What stands around a title, looked at before anything else is read there.

use nom::Input;

use super::copula;
use crate::grammar::post::body_behind_preposition;
use crate::grammar::title::Title;
use crate::lexicon::Classes;
use crate::parse::{Tokens, kind, lex_before, phrase, words};
use crate::token::{Case, Gap, Kind, Token};

/// What stands behind a title and the body that it is held in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Behind {
    And,
    To,
    /// `is`, `are`, a colon.
    Copula,
    Other,
}

impl Behind {
    pub(super) fn body(title_end: Tokens<'_>) -> Self {
        let rest = body_behind_preposition(title_end).map_or(title_end, |(rest, _)| rest);
        if words(&["and"])(rest).is_ok() {
            Self::And
        } else if words(&["to"])(rest).is_ok() {
            Self::To
        } else if kind(Kind::Colon)(rest).is_ok() || copula::verb(rest).is_ok() {
            Self::Copula
        } else {
            Self::Other
        }
    }
}

/// Whether the word leads to no name or body: most that are written small.
pub(super) fn is_plain(token: &Token) -> bool {
    let leading = Classes::of(&[
        Classes::CONNECTOR,
        Classes::NAME_PARTICLE,
        Classes::HONORIFIC,
        Classes::TITLE_HEAD,
        Classes::TITLE_MODIFIER,
        Classes::FIELD,
        Classes::LEGAL_SUFFIX,
        Classes::ORGANIZATION_HEAD,
    ]);
    token.kind == Kind::Word && token.case == Case::Lower && !token.opens.any(leading)
}

/// `network television Senior Correspondent`: a field in small letters, before the capital that a title opens with.
pub(super) fn opens_before(input: Tokens<'_>, title: Title) -> bool {
    let whole = input.take(title.run.len());
    let small = whole.first().is_some_and(|first| !first.capitalized() && first.is(Classes::FIELD));
    let opener = |token: &Token| token.capitalized() && token.is(Classes::TITLE_MODIFIER) && !token.glued();
    small && whole.slice().iter().skip(1).any(opener)
}

/// Whether the title started before: at `Minister` in `Prime Minister`.
pub(super) fn inside_title(input: Tokens<'_>) -> bool {
    let near = input.first().is_some_and(|first| first.gap == Gap::Space && first.capitalized());
    let prime = input.previous().is_some_and(|before| before.capitalized() && before.is(Classes::TITLE_MODIFIER));
    let in_phrase = |back: usize| {
        let from = input.at(input.position().saturating_sub(back));
        let head = phrase(Classes::TITLE_HEAD)(from);
        head.is_ok_and(|(rest, _)| from.position() < input.position() && rest.position() > input.position())
    };
    let spaced = input.first().is_some_and(|first| first.gap == Gap::Space);
    spaced && (1..=2).any(in_phrase)
        || near && prime && lex_before(input, Classes::TITLE_MODIFIER).is_some_and(|modifier| modifier.value == "inner")
}
