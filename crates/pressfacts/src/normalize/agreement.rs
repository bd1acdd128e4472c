//! What the text has of agreements, to facts.

use crate::fact::Agreement;
use crate::layout::Document;
use crate::resolve::Selected;

/// The facts, in the order of the text.
pub(crate) fn agreements(_document: &Document<'_>, _selected: &Selected) -> Vec<Agreement> {
    Vec::new()
}
