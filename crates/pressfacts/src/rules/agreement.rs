//! Agreements between parties.

use super::{Rule, Syntax};

/// What the text has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AgreementSyntax {}

impl Syntax for AgreementSyntax {}

/// The rules of this family.
pub(crate) static RULES: &[Rule<AgreementSyntax>] = &[];
