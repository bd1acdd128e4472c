//! What belongs together across the document: people and their mentions, bodies and their acronyms, dates to the
//! statistics and agreements that they date.

pub(crate) mod level;
pub(crate) mod organization;
pub(crate) mod person;
pub(crate) mod time;
mod wording;

pub(crate) use wording::Wordings;

use crate::layout::Document;
use crate::lexicon::{Classes, lists};

/// Whether the word there plays the part in its clause, by the lexicon.
fn plays(document: &Document<'_>, at: usize, part: &str) -> bool {
    let token = &document.tokens[at];
    let value = || document.lexicon.value(token.entry, Classes::CLAUSE_WORD, document.written(at));
    token.is(Classes::CLAUSE_WORD) && value().is_some_and(|parts| lists(parts, part))
}
