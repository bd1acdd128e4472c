//! Numbers and names that only look like facts: section and phone numbers, product names. They claim their tokens, so that no other rule has them.

use super::{Rule, Syntax};

/// What the text has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct IdentifierSyntax {}

impl Syntax for IdentifierSyntax {}

/// The rules of this family.
pub(crate) static RULES: &[Rule<IdentifierSyntax>] = &[];
