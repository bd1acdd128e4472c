//! Productions that several kinds of fact share. No facts are made here.

pub(crate) mod calendar;
pub(crate) mod clock;
pub(crate) mod holiday;
pub(crate) mod name;
pub(crate) mod noun_phrase;
pub(crate) mod number;
pub(crate) mod organization;
pub(crate) mod owner;
pub(crate) mod party;
mod portfolio;
pub(crate) mod post;
#[cfg(test)]
mod shortcuts;
pub(crate) mod title;
