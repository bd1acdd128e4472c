//! Time expressions to TIMEX3.

use chrono::{Datelike, NaiveDate};

use crate::fact::{Basis, Date, DateType, Published};
use crate::layout::Document;
use crate::rules::Candidate;
use crate::rules::date::DateSyntax;

/// The document creation time and the facts.
pub(crate) fn dates(
    document: &Document<'_>,
    chosen: &[Candidate<DateSyntax>],
    given: Option<NaiveDate>,
) -> (Option<Published>, Vec<Date>) {
    let published = given.map(|date| Published { value: date.to_string(), basis: Basis::Option });
    let facts = chosen.iter().filter_map(|candidate| {
        let syntax = &candidate.syntax;
        let day = NaiveDate::from_ymd_opt(syntax.year.or(given.map(|date| date.year()))?, syntax.month, syntax.day)?;
        let span = document.span(candidate.run.start..candidate.run.end);
        Some(Date {
            span,
            text: span.of(document.text).to_owned(),
            kind: DateType::Date,
            value: day.to_string(),
            modifier: None,
            earliest: Some(day),
            latest: Some(day),
            bound: None,
            fiscal: false,
            rule: candidate.rule.to_owned(),
        })
    });
    (published, facts.collect())
}
