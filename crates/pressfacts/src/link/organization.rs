//! Bodies, each once.

use crate::fact::{Agreement, Organization, Role};
use crate::layout::Document;

/// The bodies that roles and agreements name, with every mention.
pub(crate) fn organizations(_document: &Document<'_>, _roles: &[Role], _agreements: &[Agreement]) -> Vec<Organization> {
    Vec::new()
}
