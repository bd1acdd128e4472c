//! Quantitative claims.

use super::{Rule, Syntax};

/// What the text has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StatisticSyntax {}

impl Syntax for StatisticSyntax {}

/// The rules of this family.
pub(crate) static RULES: &[Rule<StatisticSyntax>] = &[];
