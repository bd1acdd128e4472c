//! A field within the year, or within another part of the calendar, that it is looked for in.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::super::holiday;
use super::super::period::{Part, Period, nth_weekday};
use super::{Placed, Resolver, Source};
use crate::grammar::calendar::Unit;
use crate::parse::Run;
use crate::rules::date::syntax::Field;

/// How long before its last day the middle of a quarter is.
const HALF_A_QUARTER: u64 = 45;

impl Resolver<'_> {
    /// The field within a frame that was found.
    pub(super) fn within(&self, (frame, source): (Period, Source), field: Field, run: Run) -> Option<Placed> {
        let first = frame.first()?;
        let found = match field {
            Field::Whole => Some(frame),
            // The quarter or month of the year before, beside one; else the year.
            Field::Current(_) => match self.compared(run) {
                Some((part, mention)) => return Some((part.years_on(-1), Some(mention))),
                None => Some(frame),
            },
            Field::Weekday(weekday) => Some(Period::day(first.checked_add_days(Days::new(u64::from(weekday.checked_sub(1)?)))?)),
            Field::Day { month: None, day } => {
                let day = Period::of(Some(first.year()), Part::Day { month: first.month(), day });
                // There is no `31st of next month` before February.
                Some(day).filter(|day| day.bounds().is_some())
            }
            // A week belongs to the month that has four days of it.
            Field::NthWeek(nth) => {
                let (first, last) = frame.bounds()?;
                let day = match nth {
                    0 => last.checked_sub_days(Days::new(3))?,
                    nth => first.checked_add_days(Days::new(u64::from(nth) * 7 - 4))?,
                };
                Some(Period::around(day, Unit::Week))
            }
            field => self.in_year(first.year(), field),
        };
        Some((found?, Some(source)))
    }

    /// The field in that year; `None` where there is none, as for 31 June.
    pub(super) fn in_year(&self, year: i32, field: Field) -> Option<Period> {
        let of = |part| Some(Period::of(Some(year), part));
        let period = match field {
            Field::Whole | Field::Current(_) | Field::YearTo { .. } => of(Part::Year),
            Field::Decade(number) => Some(Period::of(Some(number * 10), Part::Decade)),
            Field::ShortDecade(number) => Some(Period::of(Some(self.short_decade(number)), Part::Decade)),
            Field::Century(number) => Some(Period::of(Some(number * 100), Part::Century)),
            Field::Half(half) => of(Part::Half(half)),
            Field::Quarter(quarter) => of(Part::Quarter(quarter)),
            Field::Season(season) => of(Part::Season(season)),
            Field::Month(month) => of(Part::Month(month)),
            Field::Week(week) => of(Part::Week(week)),
            Field::Day { month: Some(month), day } => of(Part::Day { month, day }),
            Field::Numeric { first, second } => {
                let (month, day) = self.evidence.month_and_day(first, second);
                of(Part::Day { month, day })
            }
            Field::WeekOf { month, day: 0 } => {
                let next = NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?;
                Some(Period::around(next.checked_sub_days(Days::new(4))?, Unit::Week))
            }
            Field::WeekOf { month, day } => Some(Period::around(NaiveDate::from_ymd_opt(year, month, day)?, Unit::Week)),
            Field::QuarterTo { month, day } => {
                let middle = NaiveDate::from_ymd_opt(year, month, day)?.checked_sub_days(Days::new(HALF_A_QUARTER))?;
                Some(Period::around(middle, Unit::Quarter))
            }
            Field::Holiday(name) | Field::HolidayWeekend(name) => {
                holiday::holiday(year, name, self.owner, self.document.lexicon).map(Period::day)
            }
            Field::DayOfWeek { week, weekday } => {
                let monday = Period::of(Some(year), Part::Week(week)).first()?;
                monday.checked_add_days(Days::new(u64::from(weekday.checked_sub(1)?))).map(Period::day)
            }
            Field::NthWeekday { nth, weekday, month } => nth_weekday(year, month, nth, weekday).map(Period::day),
            Field::Weekend
            | Field::Weekday(_)
            | Field::WeekdayDay { .. }
            | Field::NthWeek(_)
            | Field::Day { month: None, .. }
            | Field::Stretch { .. } => None,
        };
        period.filter(|period| period.bounds().is_some())
    }

    /// The 1990s or 2020s for the nineties or twenties: the last that has begun.
    fn short_decade(&self, number: i32) -> i32 {
        let now = self.reference.and_then(|reference| reference.year).unwrap_or(2000);
        if 2000 + number * 10 <= now { 2000 + number * 10 } else { 1900 + number * 10 }
    }
}
