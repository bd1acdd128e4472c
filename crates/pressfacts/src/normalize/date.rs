//! Time expressions to TIMEX3.

mod period;
mod reference;
mod resolve;
mod timex;

use chrono::NaiveDate;

use crate::fact::{Basis, Date, Published};
use crate::layout::Document;
use crate::rules::Candidate;
use crate::rules::date::DateSyntax;

use resolve::Resolver;
use timex::Meaning;

/// The document creation time and the facts.
pub(crate) fn dates(
    document: &Document<'_>,
    chosen: &[Candidate<DateSyntax>],
    given: Option<NaiveDate>,
) -> (Option<Published>, Vec<Date>) {
    let evidence = reference::Evidence::of(document, chosen);
    let found = match given {
        Some(day) => Some((period::Period::day(day), Basis::Option)),
        None => reference::published(document, chosen, evidence),
    };
    let mut resolver = Resolver::new(document, found.map(|(period, _)| period), evidence);
    let facts = chosen.iter().filter_map(|candidate| {
        let syntax = &candidate.syntax;
        let meaning = resolver.meaning(candidate)?;
        let span = document.span(candidate.run.start..candidate.run.end);
        let (earliest, latest) = meaning.bounds().unzip();
        Some(Date {
            span,
            text: span.of(document.text).to_owned(),
            kind: meaning.kind(),
            value: if syntax.fiscal { meaning.fiscal_timex() } else { meaning.timex() },
            modifier: syntax.modifier,
            earliest,
            latest,
            bound: syntax.bound,
            fiscal: syntax.fiscal,
            rule: candidate.rule.to_owned(),
        })
    });
    let facts = facts.collect();
    let published = found.map(|(period, basis)| Published { value: Meaning::Period(period).timex(), basis });
    (published, facts)
}
