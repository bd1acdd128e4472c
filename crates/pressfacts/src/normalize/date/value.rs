//! What a date of the text means: the one value that everything printed of it is a view of.

use chrono::NaiveDate;

use super::fiscal::YearEnd;
use super::narrow::narrowed;
use super::period::moved;
use super::timex::Meaning;
use crate::fact::{DateAnchor, DateField};
use crate::grammar::calendar::Unit;
use crate::grammar::clock::Clock;
use crate::rules::date::DateSyntax;
use crate::rules::date::syntax::{Count, Direction, Field, Frame, Length, Moment, Recurrence, Rhythm, Time};

/// The value of a date: the part of the calendar or the length that it means, with its grain; what the text writes of it,
/// with modifier, bound and fiscal years; and where the rest was taken from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'s> {
    pub(super) syntax: &'s DateSyntax,
    pub(super) meaning: Meaning,
    /// Where the fields come from that the text does not write; nothing where it writes them all.
    pub(super) source: Option<Source>,
    /// The day of writing.
    pub(super) now: Option<NaiveDate>,
    pub(super) year_end: Option<YearEnd>,
}

/// Where fields come from that a date does not write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// The document creation time.
    Published,
    /// The date spoken of before, by its place among the dates found.
    Mention(usize),
    /// The date beside it in a list.
    List,
}

impl Value<'_> {
    /// The TIMEX3 value, or an ISO 8601 interval.
    pub(super) fn timex(&self) -> String {
        if self.syntax.fiscal { self.meaning.fiscal_timex() } else { self.meaning.timex() }
    }

    /// First and last day covered, of what the modifier leaves; a length that ends or starts now covers what lies before or
    /// behind the day of writing, and a fiscal year what the text's word of its end tells.
    pub(super) fn days(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let days = match self.meaning {
            _ if self.syntax.fiscal => self.year_end.and_then(|end| end.days(self.meaning)),
            Meaning::Length(length) => self.days_around_now(length),
            meaning => meaning.bounds(),
        };
        days.map_or((None, None), |(first, last)| narrowed(self.syntax.modifier, first, last))
    }

    fn days_around_now(&self, length: Length) -> Option<(NaiveDate, NaiveDate)> {
        let Length { count: Count::Exactly(count), unit, more: None, direction: Some(direction) } = length else { return None };
        let now = self.now?;
        let count =
            count.to_integer().and_then(|count| i32::try_from(count).ok()).filter(|count| unit >= Unit::Day && *count > 0)?;
        match direction {
            Direction::Before => Some((moved(now, unit, -count)?, now.pred_opt()?)),
            Direction::After => Some((now.succ_opt()?, moved(now, unit, count)?)),
            Direction::Around => None,
        }
    }

    /// What the fields were taken from that the text does not write, and the place of that date in the list.
    pub(super) fn anchor(&self) -> (Option<DateAnchor>, Option<usize>) {
        match self.source {
            None => (None, None),
            Some(Source::Published) => (Some(DateAnchor::Published), None),
            Some(Source::Mention(index)) => (Some(DateAnchor::Mention), Some(index)),
            Some(Source::List) => (Some(DateAnchor::List), None),
        }
    }

    /// The fields that the text writes, the largest first.
    pub(super) fn known(&self) -> Vec<DateField> {
        let mut fields = Vec::new();
        match self.syntax.time {
            // Of a date in a list the month or year stands at another.
            Time::Moment(Moment { field: Field::Day { .. }, .. }) if self.syntax.shared => fields.push(DateField::Day),
            Time::Moment(Moment { field, .. }) if self.syntax.shared => fields.extend(written(field)),
            Time::Moment(moment) => fields.extend(named(moment)),
            Time::Range(first, last) => fields.extend(named(first).chain(named(last))),
            Time::Recurrence(Recurrence { rhythm: Rhythm::Field(field, clock), .. }) => {
                fields.extend(written(field).iter().copied().chain(clock.map(on_clock)));
            }
            Time::Length(_) | Time::Offset { .. } | Time::Recurrence(_) | Time::Vague(_) => {}
        }
        fields.sort_unstable();
        fields.dedup();
        fields
    }
}

/// The fields that a moment names.
fn named(moment: Moment) -> impl Iterator<Item = DateField> {
    let year = matches!(moment.frame, Frame::Year(_)).then_some(DateField::Year);
    let weekday = moment.weekday.map(|_| DateField::Weekday);
    written(moment.field).iter().copied().chain(year).chain(weekday).chain(moment.clock.map(on_clock))
}

fn on_clock(clock: Clock) -> DateField {
    match clock {
        Clock::At { .. } => DateField::Time,
        Clock::Part(_) => DateField::DayPart,
    }
}

/// The fields of the calendar that name a part of it.
fn written(field: Field) -> &'static [DateField] {
    match field {
        Field::Whole | Field::Current(_) => &[],
        Field::Century(_) => &[DateField::Century],
        Field::Decade(_) | Field::ShortDecade(_) => &[DateField::Decade],
        Field::Half(_) => &[DateField::Half],
        Field::Quarter(_) | Field::QuarterTo { .. } | Field::Stretch { unit: Unit::Quarter, .. } => &[DateField::Quarter],
        Field::Season(_) => &[DateField::Season],
        Field::Month(_) | Field::Stretch { unit: Unit::Month, .. } => &[DateField::Month],
        Field::Week(_) | Field::NthWeek(_) | Field::Stretch { unit: Unit::Week, .. } => &[DateField::Week],
        Field::WeekOf { day: 0, .. } => &[DateField::Month, DateField::Week],
        Field::WeekOf { .. } => &[DateField::Month, DateField::Week, DateField::Day],
        Field::Weekend => &[DateField::Weekend],
        Field::Weekday(_) => &[DateField::Weekday],
        Field::DayOfWeek { .. } => &[DateField::Week, DateField::Weekday],
        Field::WeekdayDay { .. } => &[DateField::Day, DateField::Weekday],
        Field::Day { month: None, .. } | Field::Stretch { .. } => &[DateField::Day],
        Field::Day { .. } | Field::Numeric { .. } => &[DateField::Month, DateField::Day],
        Field::Holiday(_) | Field::HolidayWeekend(_) => &[DateField::Holiday],
        Field::NthWeekday { .. } => &[DateField::Month, DateField::Weekday],
        Field::YearTo { .. } => &[DateField::Year, DateField::Month, DateField::Day],
    }
}

#[cfg(test)]
mod tests {
    use crate::extractor::{Extractor, Options, parse_published};

    /// The fields written and the anchor of each date of the text, written on 14 November 2024.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let day = parse_published("2024-11-14").expect("a day");
        let facts = Extractor::new(Options::default().published(day)).extract(text);
        let found = facts.dates.iter().map(|date| {
            let json = serde_json::to_value(date).expect("serialises");
            let list = |value: &serde_json::Value| value.as_str().expect("a name").to_owned();
            let known: Vec<_> = json["known"].as_array().into_iter().flatten().map(list).collect();
            let anchor = json["anchor"].as_str().map_or(String::new(), |anchor| format!(" < {anchor}"));
            let index = date.anchor_index.map_or(String::new(), |index| format!(" {index}"));
            format!("{}{anchor}{index}", known.join(" "))
        });
        assert_eq!(found.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn all_fields_are_written() {
        check("On November 6, 2024, in 2023 and in the 1990s it rose.", &["year month day", "year", "decade"]);
        check("It ran 6-9 November 2023 and in Q3 2024.", &["year month day", "year quarter"]);
        check("At 3 p.m. on Friday, 3 May 2024, it rained.", &["year month day weekday time"]);
        check("It ran for two weeks, every Monday.", &["", "weekday"]);
    }

    #[test]
    fn fields_from_the_day_of_writing() {
        check("It opened on May 6, on Friday and last year.", &["month day < published", "weekday < published", " < published"]);
        check("It opened in March last year and ten days ago.", &["month < published", " < published"]);
        check("It grew over the past five years, and for five years.", &[" < published", ""]);
    }

    #[test]
    fn fields_from_a_date_mentioned() {
        check("It rose in 2015 and fell the following year.", &["year", " < mention 0"]);
        check("In the second quarter of 2024 it rose, from 3% a year earlier.", &["year quarter", " < mention 0"]);
        check("It rained on 3 May 2024. The next day it snowed.", &["year month day", " < mention 0"]);
    }

    #[test]
    fn fields_from_a_neighbour_in_a_list() {
        check("They met on 6 and 7 November 2023.", &["day < list", "year month day"]);
        check("It rose in January and February 2024.", &["month < list", "year month"]);
    }
}
