//! What the text has of roles, to facts.

use crate::fact::Role;
use crate::layout::Document;
use crate::resolve::Selected;

/// The facts, in the order of the text.
pub(crate) fn roles(_document: &Document<'_>, _selected: &Selected) -> Vec<Role> {
    Vec::new()
}
