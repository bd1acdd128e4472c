//! What belongs together across the document: people and their mentions, bodies and their acronyms, dates to the
//! statistics and agreements that they date.

pub(crate) mod level;
pub(crate) mod organization;
pub(crate) mod person;
pub(crate) mod time;
mod wording;

pub(crate) use wording::Wordings;
