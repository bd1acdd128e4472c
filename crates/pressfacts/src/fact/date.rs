//! Time expressions.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::span::Span;

/// A time expression, normalised after TIMEX3 (TimeML 1.2.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// Where it stands: determiner and modifier included, a leading preposition left out.
    #[serde(flatten)]
    pub span: Span,
    /// The slice of the text it stands for.
    pub text: String,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: DateType,
    /// TIMEX3 value (`2024-11-06`, `P5Y`, `2024-Q3`) or an ISO 8601 interval (`2019/2023`).
    pub value: String,
    /// TIMEX3 `mod`.
    #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
    pub modifier: Option<Modifier>,
    /// TIMEX3 `quant` of what comes again: `every Monday`, `each July`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quant: Option<Quant>,
    /// TIMEX3 `freq` of what comes again: `2X` for `twice a week`, `3D` for `three days a week`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freq: Option<String>,
    /// First civil day covered; absent where none is, as for `P5Y`, and for fiscal years whose end the text does not tell.
    /// By convention `early 2025`, `mid-2025` and `late 2025` are thirds of the year: the start, middle and end (`mod`) of a
    /// period cover its first, second and last third.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<NaiveDate>,
    /// Last civil day covered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<NaiveDate>,
    /// Of a time of day, its distance from Greenwich where the text names its zone: `-05:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The preposition before it, where that makes it a bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// Whether it counts in fiscal, not calendar, years.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fiscal: bool,
    /// The fields of the calendar and the clock that the text writes, the largest first; the others of the value were filled in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known: Vec<DateField>,
    /// What fields that the text does not write were taken from, or what the date was counted from; absent where the text
    /// writes all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<DateAnchor>,
    /// Index of that date in the extraction's dates, where it is one of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor_index: Option<usize>,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
}

/// A field of the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateField {
    /// `the 20th century`.
    Century,
    /// `the 1990s`.
    Decade,
    /// `2024`.
    Year,
    /// `the first half`.
    Half,
    /// `Q3`.
    Quarter,
    /// `summer`.
    Season,
    /// `November`.
    Month,
    /// `week 46`.
    Week,
    /// `the weekend`.
    Weekend,
    /// The day of the month: `the 6th`.
    Day,
    /// `Friday`.
    Weekday,
    /// A day by its name: `Christmas`.
    Holiday,
    /// `morning`.
    DayPart,
    /// `3 p.m.`
    Time,
}

/// What fields that a date does not write were taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateAnchor {
    /// The document creation time: `Friday`, `last year`.
    Published,
    /// A date mentioned before: `the following year`, `a year earlier`.
    Mention,
    /// The date beside it in a list: the `6` of `6 and 7 November`.
    List,
}

/// TIMEX3 `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum DateType {
    /// A calendar date of any grain.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// TIMEX3 `mod`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Modifier {
    /// `before June`, as part of the expression.
    Before,
    /// `after June`, as part of the expression.
    After,
    /// Early in the period.
    Start,
    /// In its middle.
    Mid,
    /// Late in it.
    End,
    /// About then, or about that long.
    Approx,
    /// Shorter than.
    LessThan,
    /// Longer than.
    MoreThan,
    /// At most.
    EqualOrLess,
    /// At least.
    EqualOrMore,
}

/// TIMEX3 `quant`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Quant {
    /// `every Monday`, `daily`.
    Every,
    /// `each Monday`.
    Each,
}

/// A preposition that makes a date a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// `by 2030`.
    By,
    /// `before May`.
    Before,
    /// `until Friday`.
    Until,
    /// `since 2017`.
    Since,
    /// `from 1 April`.
    From,
    /// `after June`.
    After,
    /// `as of October 2020`.
    AsOf,
}

/// The document creation time: what relative dates were resolved against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// TIMEX3 value of the date.
    pub value: String,
    /// How it was found.
    pub basis: Basis,
}

/// How the document creation time was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Given by the caller.
    Option,
    /// From the dateline that opens the report.
    Dateline,
    /// From a line of its own above or below the text.
    Heading,
    /// From a labelled line: `Posted On:`, `date:`.
    Metadata,
    /// The first full date of the text, for want of better.
    FirstDate,
}
