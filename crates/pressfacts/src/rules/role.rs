//! Named people in named positions.

use super::{Rule, Syntax};

/// What the text has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RoleSyntax {}

impl Syntax for RoleSyntax {}

/// The rules of this family.
pub(crate) static RULES: &[Rule<RoleSyntax>] = &[];
