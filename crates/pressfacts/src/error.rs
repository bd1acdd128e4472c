//! The one error type. Extraction itself never fails: errors arise only where something from outside is read.

use thiserror::Error;

/// Why a value from outside (an option, an offset unit, a family's name) could not be read.
///
/// The message names what was given and what would have been accepted.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

#[derive(Debug, Error, PartialEq, Eq)]
pub(crate) enum Kind {
    #[error("'{0}' is not a family of facts: use dates, roles, statistics or agreements")]
    Family(String),
    #[error("'{0}' is not an offset unit: use byte, char or utf16")]
    OffsetUnit(String),
    #[error("'{0}' is not a date: use YYYY-MM-DD, with or without a time of day behind it")]
    Published(String),
    #[error("{0}")]
    Lexicon(String),
}
