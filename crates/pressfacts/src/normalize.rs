//! From what the text has to what it means: relative dates against the document creation time, scales, units.

pub(crate) mod agreement;
pub(crate) mod date;
mod dateline;
pub(crate) mod role;
pub(crate) mod statistic;
