//! Which period of a kind is meant: `this`, `last`, `the following`.

use super::syntax::{Anchor, Direction};
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, lex};

/// Which period of a kind is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shift {
    This,
    Last,
    /// `past`: the one before this as a unit, a stretch up to now in the plural.
    Past,
    /// The one before what was spoken of.
    Before,
    Next,
    Coming,
    /// The one after what was spoken of.
    After,
    Same,
    Latest,
    Recent,
}

/// `this`, `last`, `the following`.
pub(super) fn shift(input: Tokens<'_>) -> PResult<'_, Shift> {
    let (rest, found) = lex(Classes::SHIFT)(input)?;
    let shift = match found.value {
        "this" => Shift::This,
        "last" => Shift::Last,
        "past" => Shift::Past,
        "before" => Shift::Before,
        "next" => Shift::Next,
        "coming" => Shift::Coming,
        "after" => Shift::After,
        "same" => Shift::Same,
        "latest" => Shift::Latest,
        _ => Shift::Recent,
    };
    Ok((rest, shift))
}

impl Shift {
    /// How far it is, and from what.
    pub(super) fn count(self, articled: bool) -> Option<(i32, Anchor)> {
        Some(match self {
            Self::This => (0, Anchor::Speech),
            Self::Last | Self::Past => (-1, Anchor::Speech),
            Self::Next if articled => (1, Anchor::Discourse),
            Self::Next | Self::Coming => (1, Anchor::Speech),
            Self::Before => (-1, Anchor::Discourse),
            Self::After => (1, Anchor::Discourse),
            Self::Same => (0, Anchor::Discourse),
            Self::Latest | Self::Recent => return None,
        })
    }

    /// The nearest of a name that it means: `last November`.
    pub(super) fn nearest(self) -> Option<(Direction, Anchor)> {
        Some(match self {
            Self::This => (Direction::Around, Anchor::Speech),
            Self::Last | Self::Past => (Direction::Before, Anchor::Speech),
            Self::Next | Self::Coming => (Direction::After, Anchor::Speech),
            Self::Before => (Direction::Before, Anchor::Discourse),
            Self::After => (Direction::After, Anchor::Discourse),
            Self::Same => (Direction::Around, Anchor::Discourse),
            Self::Latest | Self::Recent => return None,
        })
    }
}
