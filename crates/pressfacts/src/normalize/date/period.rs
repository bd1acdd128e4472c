//! Parts of the calendar: an interval, its grain, and which of its fields are known.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::grammar::calendar::{Season, Unit};
use crate::grammar::clock::Clock;

/// A part of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    /// Absent where the text leaves it open.
    pub(super) year: Option<i32>,
    pub(super) part: Part,
    pub(super) clock: Option<Clock>,
}

/// What of the year it is: the grain, and its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Millennium,
    Century,
    Decade,
    Year,
    Half(u32),
    Quarter(u32),
    Season(Season),
    Month(u32),
    /// Of the ISO year.
    Week(u32),
    Weekend(u32),
    Day {
        month: u32,
        day: u32,
    },
    /// A day of a month unknown.
    DayOfMonth(u32),
    /// A day of a week unknown.
    Weekday(u32),
    /// Any day at all.
    AnyDay,
}

impl Period {
    pub(super) fn of(year: Option<i32>, part: Part) -> Self {
        Self { year, part, clock: None }
    }

    pub(super) fn day(day: NaiveDate) -> Self {
        Self::of(Some(day.year()), Part::Day { month: day.month(), day: day.day() })
    }

    pub(super) fn at(self, clock: Option<Clock>) -> Self {
        Self { clock: clock.or(self.clock), ..self }
    }

    /// The period of that unit that the day is in.
    pub(super) fn around(day: NaiveDate, unit: Unit) -> Self {
        let year = Some(day.year());
        let week = day.iso_week();
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::day(day),
            Unit::Week | Unit::Fortnight => Self::of(Some(week.year()), Part::Week(week.week())),
            Unit::Weekend => Self::of(Some(week.year()), Part::Weekend(week.week())),
            Unit::Month => Self::of(year, Part::Month(day.month())),
            Unit::Quarter => Self::of(year, Part::Quarter(day.month0() / 3 + 1)),
            Unit::Half => Self::of(year, Part::Half(day.month0() / 6 + 1)),
            Unit::Year => Self::of(year, Part::Year),
            Unit::Decade => Self::of(year, Part::Decade),
            Unit::Century => Self::of(year, Part::Century),
            Unit::Millennium => Self::of(year, Part::Millennium),
        }
    }

    /// Its first and last day.
    pub(super) fn bounds(self) -> Option<(NaiveDate, NaiveDate)> {
        let year = self.year?;
        let months = |first: u32, count: u32| {
            let start = NaiveDate::from_ymd_opt(year, first, 1)?;
            let behind = first - 1 + count;
            let end = NaiveDate::from_ymd_opt(year.checked_add((behind / 12).cast_signed())?, behind % 12 + 1, 1)?;
            Some((start, end.pred_opt()?))
        };
        let years = |width: i32| {
            let first = year.div_euclid(width) * width;
            Some((NaiveDate::from_ymd_opt(first, 1, 1)?, NaiveDate::from_ymd_opt(first + width - 1, 12, 31)?))
        };
        let days = |week: u32, first: Weekday, count: u64| {
            let start = NaiveDate::from_isoywd_opt(year, week, first)?;
            Some((start, start.checked_add_days(Days::new(count - 1))?))
        };
        match self.part {
            Part::Millennium => years(1000),
            Part::Century => years(100),
            Part::Decade => years(10),
            Part::Year => months(1, 12),
            Part::Half(half) => months(half * 6 - 5, 6),
            Part::Quarter(quarter) => months(quarter * 3 - 2, 3),
            Part::Season(season) => months(season_start(season), 3),
            Part::Month(month) => months(month, 1),
            Part::Week(week) => days(week, Weekday::Mon, 7),
            Part::Weekend(week) => days(week, Weekday::Sat, 2),
            Part::Day { month, day } => NaiveDate::from_ymd_opt(year, month, day).map(|day| (day, day)),
            Part::DayOfMonth(_) | Part::Weekday(_) | Part::AnyDay => None,
        }
    }

    pub(super) fn first(self) -> Option<NaiveDate> {
        self.bounds().map(|(first, _)| first)
    }

    /// The same part so many years on; the whole year for a week, which has no like in another.
    pub(super) fn years_on(self, count: i32) -> Self {
        let year = self.year.map(|year| year.saturating_add(count));
        let part = if matches!(self.part, Part::Week(_) | Part::Weekend(_)) { Part::Year } else { self.part };
        Self { year, part, clock: None }
    }

    /// How far the day is from the period, by its middle.
    pub(super) fn distance(self, from: NaiveDate) -> Option<i64> {
        let (first, last) = self.bounds()?;
        Some(((first - from).num_days() + (last - from).num_days()).abs())
    }

    pub(super) fn is_day(self) -> bool {
        matches!(self.part, Part::Day { .. })
    }
}

/// The day so many units on; what is below a day counts as one.
pub(super) fn moved(day: NaiveDate, unit: Unit, count: i32) -> Option<NaiveDate> {
    let days = |width: i32| day.checked_add_signed(chrono::TimeDelta::try_days(i64::from(count) * i64::from(width))?);
    let months = |width: i32| {
        let months = count.checked_mul(width)?;
        let size = Months::new(months.unsigned_abs());
        if months < 0 { day.checked_sub_months(size) } else { day.checked_add_months(size) }
    };
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => days(1),
        Unit::Weekend | Unit::Week => days(7),
        Unit::Fortnight => days(14),
        Unit::Month => months(1),
        Unit::Quarter => months(3),
        Unit::Half => months(6),
        Unit::Year => months(12),
        Unit::Decade => months(120),
        Unit::Century => months(1200),
        Unit::Millennium => months(12_000),
    }
}

/// The first month of a season of the northern half of the world.
fn season_start(season: Season) -> u32 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}

/// The nth such weekday of the month; the last where `nth` is 0.
pub(super) fn nth_weekday(year: i32, month: u32, nth: u32, weekday: u32) -> Option<NaiveDate> {
    let weekday = Weekday::try_from(u8::try_from(weekday.checked_sub(1)?).ok()?).ok()?;
    match u8::try_from(nth).ok()? {
        0 => (4..=5).rev().find_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)),
        nth => NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth),
    }
}

#[cfg(test)]
mod tests {
    use super::nth_weekday;

    #[test]
    fn days_by_weekday() {
        assert_eq!(nth_weekday(1999, 11, 4, 4).map(|day| day.to_string()).as_deref(), Some("1999-11-25"));
        assert_eq!(nth_weekday(2024, 5, 0, 1).map(|day| day.to_string()).as_deref(), Some("2024-05-27"));
    }
}
