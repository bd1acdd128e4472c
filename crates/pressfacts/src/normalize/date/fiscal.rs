//! When the fiscal year of the issuer ends, where the text shows it.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::period::{Part, Period};
use super::timex::Meaning;
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::rules::Candidate;
use crate::rules::date::DateSyntax;
use crate::rules::date::syntax::{Field, Frame, Moment, Time};
use crate::token::Kind;

/// The last month of a fiscal year that ends with a month, and how many calendar years lie between its name and its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct YearEnd {
    month: u32,
    ahead: i32,
}

impl YearEnd {
    /// From what the text says of a year's end (`the year ended June 30, 2024`), else from the country of a year over two
    /// calendar years (`2023-24`) in the dateline's country. Nothing where the text contradicts itself, or where a year does
    /// not end with a month.
    pub(super) fn of(document: &Document<'_>, chosen: &[Candidate<DateSyntax>], country: Option<&str>) -> Option<Self> {
        let mut told = chosen.iter().filter_map(|candidate| end_told(document, candidate));
        if let Some(first) = told.next() {
            return told.try_fold(first, Told::with)?.year_end();
        }
        let split = |candidate: &&Candidate<DateSyntax>| candidate.syntax.fiscal && is_split(document, candidate);
        chosen.iter().find(split)?;
        let country = country?;
        let start = document.lexicon.value(document.lexicon.look_up(country).entry, Classes::FISCAL_START, country)?;
        start.parse().ok().map(|start: u32| Self { month: (start + 10) % 12 + 1, ahead: 0 })
    }

    /// First and last day of a fiscal year, or of a part of one.
    pub(super) fn days(self, meaning: Meaning) -> Option<(NaiveDate, NaiveDate)> {
        match meaning {
            Meaning::Period(period) => self.of_period(period),
            Meaning::Interval(first, last) => Some((self.of_period(first)?.0, self.of_period(last)?.1)),
            _ => None,
        }
    }

    fn of_period(self, period: Period) -> Option<(NaiveDate, NaiveDate)> {
        let (from, months) = match period.part {
            Part::Year => (0, 12),
            Part::Half(half) => (half * 6 - 6, 6),
            Part::Quarter(quarter) => (quarter * 3 - 3, 3),
            _ => return None,
        };
        let behind = NaiveDate::from_ymd_opt(period.year? + self.ahead, self.month, 1)?.checked_add_months(Months::new(1))?;
        let first = behind.checked_sub_months(Months::new(12 - from))?;
        Some((first, first.checked_add_months(Months::new(months))?.pred_opt()?))
    }
}

/// The last month and day of a year, and the years between its name and its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Told {
    month: u32,
    /// Whether the day is the last of the month.
    whole: bool,
    /// Unknown where the text gives the end no year or the year no name.
    ahead: Option<i32>,
}

impl Told {
    /// What both say, nothing where they contradict each other.
    fn with(self, other: Self) -> Option<Self> {
        let agree = (self.month, self.whole) == (other.month, other.whole)
            && self.ahead.zip(other.ahead).is_none_or(|(one, other)| one == other);
        agree.then_some(Self { ahead: self.ahead.or(other.ahead), ..self })
    }

    fn year_end(self) -> Option<YearEnd> {
        let ahead = self.ahead.unwrap_or(0);
        (self.whole && (0..=1).contains(&ahead)).then_some(YearEnd { month: self.month, ahead })
    }
}

/// The end of a year that the candidate tells.
fn end_told(document: &Document<'_>, candidate: &Candidate<DateSyntax>) -> Option<Told> {
    let Time::Moment(Moment { frame, field, clock: None, .. }) = candidate.syntax.time else { return None };
    let year = if let Frame::Year(year) = frame { Some(year) } else { None };
    let (month, day) = match field {
        Field::YearTo { month, day } => return Some(told(month, day, year, None)),
        Field::Day { month: Some(month), day } => (month, Some(day)),
        Field::Month(month) => (month, None),
        _ => return None,
    };
    let name = name_of_ended(document, candidate.run.start)?;
    let day = day.or_else(|| last_day(month, year))?;
    Some(told(month, day, year, name.parse().ok()))
}

/// What names the year whose end is told right before the token there: the `year` of `the year ended`, the `2023` of `fiscal
/// 2023 ending on`.
fn name_of_ended<'t>(document: &Document<'t>, at: usize) -> Option<&'t str> {
    let floor = document.sentence_of(at)?.tokens.start;
    let reads = |at: usize, word: &str| document.tokens[at].reads(word, document.text);
    let plays = |at: usize, part: &str| document.plays(at, Classes::DATE_WORD, part);
    let mut before = (floor..at).rev().peekable();
    before.next_if(|&at| reads(at, "on") || document.tokens[at].kind == Kind::Comma);
    before.next().filter(|&at| plays(at, "ended"))?;
    let number = before.next_if(|&at| document.tokens[at].kind == Kind::Number && document.written(at).len() == 4);
    let noun = before.next()?;
    // `the year ended`, but not `a school year ended`
    let issuers = |&at: &usize| {
        document.tokens[at].is(Classes::FISCAL)
            || plays(at, "whole")
            || ["the", "its", "whose"].iter().any(|word| reads(at, word))
    };
    let is_year = reads(noun, "year") && (number.is_some() || before.peek().is_some_and(issuers)) || reads(noun, "fiscal");
    is_year.then(|| document.written(number.unwrap_or(noun)))
}

fn told(month: u32, day: u32, year: Option<i32>, name: Option<i32>) -> Told {
    let whole = last_day(month, year).is_some_and(|last| day == last || month == 2 && day >= 28);
    Told { month, whole, ahead: year.zip(name).map(|(year, name)| year - name) }
}

fn last_day(month: u32, year: Option<i32>) -> Option<u32> {
    let first = NaiveDate::from_ymd_opt(year.unwrap_or(2023), month, 1)?;
    first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1)).map(|last| last.day())
}

/// Whether the candidate writes its year as two: `FY2023-24`.
fn is_split(document: &Document<'_>, candidate: &Candidate<DateSyntax>) -> bool {
    let kinds = || document.tokens[candidate.run.start..candidate.run.end].iter().map(|token| token.kind);
    kinds().filter(|kind| *kind == Kind::Number).count() == 2
        && kinds().any(|kind| matches!(kind, Kind::Hyphen | Kind::Slash | Kind::Dash))
}

#[cfg(test)]
mod tests {
    use crate::extractor::Extractor;

    /// First and last day of the fiscal years of the text.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let facts = Extractor::default().extract(text);
        let fiscal = facts.dates.iter().filter(|date| date.fiscal);
        let day = |day: Option<chrono::NaiveDate>| day.map_or(String::new(), |day| day.to_string());
        let found: Vec<_> = fiscal.map(|date| (day(date.earliest), day(date.latest))).collect();
        let found: Vec<_> = found.iter().map(|(first, last)| (&**first, &**last)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_end_that_is_told() {
        check(
            "Sales for the fiscal year ended June 30, 2024 rose. In FY2023 and Q1 FY2025 they fell.",
            &[("2023-07-01", "2024-06-30"), ("2022-07-01", "2023-06-30"), ("2024-07-01", "2024-09-30")],
        );
        check("In the year ended 31 March 2024 sales rose; in FY2024 they fell.", &[("2023-04-01", "2024-03-31")]);
        // An end without a year tells the month and leaves the rest to the other.
        check(
            "The full year ends January 31. In fiscal 2023 ended January 31, 2024, sales rose.",
            &[("2023-02-01", "2024-01-31")],
        );
        check("A school year ended June 30, 2024. In FY2024 sales rose.", &[("", "")]);
        check("Its fiscal year ends September 30. In fiscal 2024 sales rose.", &[("2023-10-01", "2024-09-30")]);
        check(
            "In fiscal 2023 ended January 31, 2024, sales rose, as in fiscal 2022.",
            &[("2023-02-01", "2024-01-31"), ("2022-02-01", "2023-01-31")],
        );
        check(
            "Sales from FY2025 to FY2026 rose; the fiscal year ended June 30, 2024 was good.",
            &[("2024-07-01", "2026-06-30"), ("2023-07-01", "2024-06-30")],
        );
    }

    #[test]
    fn the_country_of_years_written_as_two() {
        check(
            "NEW DELHI, India – In FY2023-24 and Q1 FY25 exports rose.",
            &[("2023-04-01", "2024-03-31"), ("2024-04-01", "2024-06-30")],
        );
        check("CANBERRA, Australia – In the 2023-24 financial year exports rose.", &[("2023-07-01", "2024-06-30")]);
        check("NEW DELHI, India – In FY24 exports rose.", &[("", "")]);
    }

    #[test]
    fn an_end_untold() {
        check("In fiscal 2024 sales rose. The year ended badly. It opened on June 30, 2024.", &[("", "")]);
        check("In fiscal 2024 sales rose. The quarter ended June 30, 2024 was good.", &[("", "")]);
        check("In fiscal 2024, ended September 28, 2024, sales rose.", &[("", "")]);
    }
}
