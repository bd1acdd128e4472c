//! Quantitative claims.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::decimal::Decimal;
use crate::span::Span;

/// A quantitative claim about the world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statistic {
    /// Number and unit with the modifier or sign before them.
    #[serde(flatten)]
    pub span: Span,
    /// The slice of the text it stands for.
    pub text: String,
    /// The number, scale words multiplied out; absent for a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// Lower end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<Decimal>,
    /// Upper end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Decimal>,
    /// `percent`, an ISO 4217 code, a counted noun phrase as written, or a unit of measure as written.
    pub unit: String,
    /// UCUM code of a measure, ISO 4217 code of money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_code: Option<String>,
    /// What kind of claim it is.
    pub kind: StatisticKind,
    /// How exact it is.
    pub modifier: Modifier,
    /// Which way it changed, where the number is the size of a change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// Level before the change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Decimal>,
    /// Level after the change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Decimal>,
    /// What a change is measured against, as written: `year-on-year`, `since 2017`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// The denominator of a rate, as written: `10,000 people`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
    /// The whole that a percentage is a share of, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// What is measured, as written.
    pub subject: Option<String>,
    /// TIMEX3 value of the date it holds for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
}

/// Kinds of quantitative claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StatisticKind {
    /// A percentage, percentage points, basis points.
    Percent,
    /// An amount of money.
    Money,
    /// A number of things.
    Count,
    /// A physical quantity.
    Measure,
    /// A rate or a share in words: `one in five`.
    Ratio,
    /// A place in an order.
    Rank,
    /// A factor: `doubled`, `three-fold`.
    Multiple,
}

/// How exact a number is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modifier {
    /// As it stands.
    #[default]
    Exact,
    /// `about`, `around`, `some`, `roughly`.
    Approximately,
    /// `nearly`, `almost`, `close to`.
    Nearly,
    /// `over`, `more than`, `exceeding`, `above`.
    MoreThan,
    /// `at least`, `no fewer than`.
    AtLeast,
    /// `under`, `fewer than`, `below`.
    LessThan,
    /// `up to`, `as many as`, `at most`.
    AtMost,
}

/// Direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Upwards.
    Increase,
    /// Downwards.
    Decrease,
}
