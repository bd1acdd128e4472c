//! What the text has of statistics, to facts.

use crate::fact::Statistic;
use crate::layout::Document;
use crate::resolve::Selected;

/// The facts, in the order of the text.
pub(crate) fn statistics(_document: &Document<'_>, _selected: &Selected) -> Vec<Statistic> {
    Vec::new()
}
