//! Time expressions to TIMEX3.

mod feasts;
mod fiscal;
mod holiday;
mod narrow;
mod period;
mod place;
mod reference;
mod resolve;
mod tense;
mod timex;
mod value;
mod zone;

use chrono::NaiveDate;

use crate::fact::{Basis, Date, Published};
use crate::layout::Document;
use crate::rules::Candidate;
use crate::rules::date::DateSyntax;
use crate::rules::date::syntax::Time;

use super::dateline;
use resolve::Resolver;
use timex::{Meaning, freq};
use zone::zone;

/// The document creation time and the facts.
pub(crate) fn dates(
    document: &Document<'_>,
    chosen: &[Candidate<DateSyntax>],
    given: Option<NaiveDate>,
) -> (Option<Published>, Vec<Date>) {
    let country = dateline::countries(document).next();
    let evidence = reference::Evidence::of(document, chosen, country);
    let found = match given {
        Some(day) => Some((period::Period::day(day), Basis::Option)),
        None => reference::published(document, chosen, evidence),
    };
    let mut resolver = Resolver::new(document, chosen, found.map(|(period, _)| period), evidence, country);
    let mut facts = Vec::with_capacity(chosen.len());
    facts.extend(chosen.iter().filter_map(|candidate| {
        let syntax = &candidate.syntax;
        let value = resolver.value(candidate)?;
        let span = document.span(candidate.run.start..candidate.run.end);
        let (earliest, latest) = value.days();
        let (anchor, anchor_index) = value.anchor();
        let again = match syntax.time {
            Time::Recurrence(again) => Some(again),
            _ => None,
        };
        Some(Date {
            span,
            text: span.of(document.text).to_owned(),
            kind: value.meaning.kind(),
            value: value.timex(),
            modifier: syntax.modifier,
            quant: again.and_then(|again| again.quant),
            freq: again.and_then(|again| again.often).map(freq),
            earliest,
            latest,
            zone: zone(&syntax.time, earliest),
            bound: syntax.bound,
            fiscal: syntax.fiscal,
            known: value.known(),
            anchor,
            anchor_index,
            rule: candidate.rule.into(),
        })
    }));
    let published = found.map(|(period, basis)| Published { value: Meaning::Period(period).timex(), basis });
    (published, facts)
}

#[cfg(test)]
mod tests {
    use crate::extractor::{Extractor, Options, parse_published};

    /// First and last day covered by each date of the text, written on 14 November 2024.
    #[track_caller]
    fn check(text: &str, expected: &[Option<(&str, &str)>]) {
        let day = parse_published("2024-11-14").expect("a day");
        let facts = Extractor::new(Options::default().published(day)).extract(text);
        let found: Vec<_> = facts.dates.iter().map(|date| Some((date.earliest?.to_string(), date.latest?.to_string()))).collect();
        let found: Vec<_> = found.iter().map(|days| days.as_ref().map(|(first, last)| (&**first, &**last))).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_lies_outside_a_year_has_one_end() {
        let facts = Extractor::default().extract("In pre-2019 and post-2030 plans it fell.");
        let days: Vec<_> = facts.dates.iter().map(|date| (date.earliest, date.latest)).collect();
        let day = |text: &str| parse_published(text).ok();
        assert_eq!(days, [(None, day("2018-12-31")), (day("2031-01-01"), None)]);
    }

    #[test]
    fn parts_of_a_period_are_thirds_of_it() {
        check("It opened in early 2025.", &[Some(("2025-01-01", "2025-04-30"))]);
        check("It opened in mid-2024.", &[Some(("2024-05-01", "2024-08-31"))]);
        check("It opened at the end of 2000.", &[Some(("2000-09-01", "2000-12-31"))]);
        check("It opened in late Q2 2026.", &[Some(("2026-06-01", "2026-06-30"))]);
        check("It opened in early February 2024.", &[Some(("2024-02-01", "2024-02-10"))]);
        check("It opened in mid-February 2024.", &[Some(("2024-02-11", "2024-02-20"))]);
        check("It opened in late February 2024.", &[Some(("2024-02-21", "2024-02-29"))]);
        check("It opened early on 6 May 2024.", &[Some(("2024-05-06", "2024-05-06"))]);
    }

    #[test]
    fn a_fiscal_year_starts_on_a_day_untold() {
        check("It rose in FY2024 and in 2023.", &[None, Some(("2023-01-01", "2023-12-31"))]);
    }

    #[test]
    fn lengths_up_to_now_or_from_now_cover_days() {
        check("It rained for the past 3 weeks.", &[Some(("2024-10-24", "2024-11-13"))]);
        check("It will rain for the next two days.", &[Some(("2024-11-15", "2024-11-16"))]);
        check("Over the last five years it rained.", &[Some(("2019-11-14", "2024-11-13"))]);
        check("It rained for five years, and in recent years.", &[None, None]);
    }
}
