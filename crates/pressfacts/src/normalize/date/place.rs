//! Days and periods found from a day or period that is known.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::holiday;
use super::period::{Part, Period, moved};
use super::timex::Meaning;
use crate::grammar::calendar::Unit;
use crate::rules::date::syntax::{Direction, Field};

/// Within so many months each day of the month, but the last, has been each weekday.
const MONTHS_TO_MEET: i32 = 48;

/// The days of a feast that has more than one, or of the weekend beside it.
pub(super) fn feast_days(field: Field, period: Period) -> Option<Meaning> {
    let day = period.first()?;
    let (first, last) = match field {
        Field::Holiday(name) => holiday::stretch(day, name)?,
        Field::HolidayWeekend(name) => holiday::weekend(day, name)?,
        _ => return None,
    };
    let weekend = Period::around(last, Unit::Weekend);
    let whole = weekend.bounds() == Some((first, last));
    Some(if whole { Meaning::Period(weekend) } else { Meaning::Interval(Period::day(first), Period::day(last)) })
}

/// The quarter that two months are the ends of: `April to June 2025`.
pub(super) fn quarter_of(first: Period, last: Period) -> Option<Period> {
    match (first.part, last.part) {
        (Part::Month(from), Part::Month(to)) if first.year == last.year && from % 3 == 1 && to == from + 2 => {
            Some(Period::of(last.year, Part::Quarter(to / 3)))
        }
        _ => None,
    }
}

/// The weekday before, around or after the day; the day itself counts where `today` says so.
pub(super) fn weekday_from(base: NaiveDate, weekday: u32, direction: Direction, today: bool) -> Option<NaiveDate> {
    let here = u64::from(base.weekday().number_from_monday());
    let wanted = u64::from(weekday);
    let ahead = (wanted + 7 - here) % 7;
    let back = (here + 7 - wanted) % 7;
    let whole_week = |days| if days == 0 && !today { 7 } else { days };
    match direction {
        Direction::Before => base.checked_sub_days(Days::new(whole_week(back))),
        Direction::After => base.checked_add_days(Days::new(whole_week(ahead))),
        Direction::Around if wanted >= here => base.checked_add_days(Days::new(wanted - here)),
        Direction::Around => base.checked_sub_days(Days::new(here - wanted)),
    }
}

/// The weekday nearest to the day.
pub(super) fn nearest_weekday(day: NaiveDate, weekday: u32) -> Option<NaiveDate> {
    weekday_from(day.checked_sub_days(Days::new(3))?, weekday, Direction::After, true)
}

/// The days before and after `base`, itself included, that have that number in the month and are such weekdays.
pub(super) fn numbered_weekdays(weekday: u32, day: u32, base: NaiveDate) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
    let month = base.with_day(1)?;
    let found = |months: i32| {
        let day = moved(month, Unit::Month, months)?.with_day(day)?;
        (day.weekday().number_from_monday() == weekday).then_some(day)
    };
    let back = (0..MONTHS_TO_MEET).find_map(|months| found(-months).filter(|day| *day <= base));
    let ahead = (0..MONTHS_TO_MEET).find_map(|months| found(months).filter(|day| *day >= base));
    Some((back, ahead))
}

/// A field with nothing to place it by.
pub(super) fn unplaced(field: Field) -> Option<Period> {
    let part = match field {
        Field::Month(month) => Part::Month(month),
        Field::Quarter(quarter) => Part::Quarter(quarter),
        Field::Half(half) => Part::Half(half),
        Field::Season(season) => Part::Season(season),
        Field::Weekday(weekday) => Part::Weekday(weekday),
        Field::Day { month: Some(month), day } => Part::Day { month, day },
        Field::Day { month: None, day } => Part::DayOfMonth(day),
        Field::Whole => Part::AnyDay,
        _ => return None,
    };
    Some(Period::of(None, part))
}

/// So many units from the start or end of the frame, as an interval of them.
pub(super) fn stretch(frame: Period, count: u32, unit: Unit, from_start: bool) -> Option<Meaning> {
    let (first, last) = frame.bounds()?;
    let steps = count.checked_sub(1)?;
    let moved = |day: NaiveDate, sign: i64| match unit {
        Unit::Day => day.checked_add_signed(chrono::TimeDelta::try_days(sign * i64::from(steps))?),
        Unit::Week => day.checked_add_signed(chrono::TimeDelta::try_weeks(sign * i64::from(steps))?),
        _ => {
            let months = Months::new(steps.checked_mul(if unit == Unit::Quarter { 3 } else { 1 })?);
            if sign < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
        }
    };
    // A week belongs to the year or month that has four days of it.
    let inset = Days::new(if unit == Unit::Week { 3 } else { 0 });
    let (first, last) = (first.checked_add_days(inset)?, last.checked_sub_days(inset)?);
    let (start, end) = if from_start { (first, moved(first, 1)?) } else { (moved(last, -1)?, last) };
    if start < first || end > last {
        return None;
    }
    let (start, end) = (Period::around(start, unit), Period::around(end, unit));
    Some(match (start.part, end.part, start == end) {
        (.., true) => Meaning::Period(start),
        (Part::Quarter(1), Part::Quarter(2), _) => Meaning::Period(Period::of(start.year, Part::Half(1))),
        (Part::Quarter(3), Part::Quarter(4), _) => Meaning::Period(Period::of(start.year, Part::Half(2))),
        (Part::Quarter(first), Part::Quarter(last), _) => {
            let month = |month| Period::of(start.year, Part::Month(month));
            Meaning::Interval(month(first * 3 - 2), month(last * 3))
        }
        _ => Meaning::Interval(start, end),
    })
}
