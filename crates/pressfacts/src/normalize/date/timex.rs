//! What a time expression means, and its views: TIMEX3 value, TIMEX3 type, first and last day.

use chrono::NaiveDate;

use super::period::{Part, Period};
use crate::decimal::Decimal;
use crate::fact::DateType;
use crate::grammar::calendar::{Season, Unit};
use crate::grammar::clock::{Clock, DayPart};
use crate::rules::date::syntax::{Count, Length, Often, Tense};

/// What a time expression means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Period(Period),
    /// From the one to the other, both included.
    Interval(Period, Period),
    Length(Length),
    /// Again after each such length.
    Every(Count, Unit),
    /// Again at each such time.
    EveryTime(Period),
    Vague(Tense),
}

impl Meaning {
    pub(super) fn kind(self) -> DateType {
        match self {
            Self::Period(period) | Self::Interval(period, _) if period.clock.is_some() => DateType::Time,
            Self::Period(_) | Self::Interval(..) | Self::Vague(_) => DateType::Date,
            Self::Length(_) => DateType::Duration,
            Self::Every(..) | Self::EveryTime(_) => DateType::Set,
        }
    }

    /// First and last day covered.
    pub(super) fn bounds(self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Period(period) => period.bounds(),
            Self::Interval(first, last) => Some((first.bounds()?.0, last.bounds()?.1)),
            Self::Length(_) | Self::Every(..) | Self::EveryTime(_) | Self::Vague(_) => None,
        }
    }

    /// The TIMEX3 value, or an ISO 8601 interval.
    pub(super) fn timex(self) -> String {
        match self {
            Self::Period(period) | Self::EveryTime(period) => period_value(period),
            Self::Interval(first, last) => format!("{}/{}", period_value(first), period_value(last)),
            Self::Length(length) => length_value(length),
            Self::Every(count, unit) => length_value(Length { count, unit, more: None, direction: None }),
            Self::Vague(Tense::Past) => "PAST_REF".to_owned(),
            Self::Vague(Tense::Present) => "PRESENT_REF".to_owned(),
            Self::Vague(Tense::Future) => "FUTURE_REF".to_owned(),
        }
    }
}

impl Meaning {
    /// The value of a fiscal year or part of one: `FY2009`, `FY2024-Q4`.
    pub(super) fn fiscal_timex(self) -> String {
        match self {
            Self::Period(Period { part: Part::Year | Part::Quarter(_) | Part::Half(_), .. }) => format!("FY{}", self.timex()),
            Self::Interval(first, last) => {
                format!("{}/{}", Self::Period(first).fiscal_timex(), Self::Period(last).fiscal_timex())
            }
            _ => self.timex(),
        }
    }
}

/// Room for most values: `2024-11-06T09:30`.
const ROOM: usize = 16;

fn period_value(period: Period) -> String {
    let mut value = String::with_capacity(ROOM);
    match period.year {
        Some(year @ 0..=9999) => put(&mut value, "", year.cast_unsigned(), 4),
        Some(year) => value = format!("{year:04}"),
        None => value += "XXXX",
    }
    match period.part {
        Part::Millennium => value.truncate(1),
        Part::Century => value.truncate(2),
        Part::Decade => value.truncate(3),
        Part::Year => {}
        Part::Half(half) => put(&mut value, "-H", half, 1),
        Part::Quarter(quarter) => put(&mut value, "-Q", quarter, 1),
        Part::Season(season) => value.extend(["-", season_letters(season)]),
        Part::Month(month) => put(&mut value, "-", month, 2),
        Part::Week(week) => put(&mut value, "-W", week, 2),
        Part::Weekend(week) => {
            put(&mut value, "-W", week, 2);
            value += "-WE";
        }
        Part::Day { month, day } => {
            put(&mut value, "-", month, 2);
            put(&mut value, "-", day, 2);
        }
        Part::DayOfMonth(day) => put(&mut value, "-XX-", day, 2),
        Part::Weekday(weekday) => put(&mut value, "-WXX-", weekday, 1),
        Part::AnyDay => value += "-XX-XX",
    }
    match period.clock {
        Some(Clock::At { hour, minute, .. }) => {
            put(&mut value, "T", hour, 2);
            put(&mut value, ":", minute, 2);
        }
        Some(Clock::Part(part)) => value.extend(["T", day_part_letters(part)]),
        None => {}
    }
    value
}

/// Adds the mark and the number, in so many digits at the least. Formatting would cost many times as much.
fn put(value: &mut String, mark: &str, number: u32, digits: usize) {
    value.push_str(mark);
    let (mut written, mut start, mut left) = ([b'0'; MOST_DIGITS], MOST_DIGITS, number);
    while left > 0 || MOST_DIGITS - start < digits {
        start -= 1;
        written[start] += (left % 10) as u8;
        left /= 10;
    }
    written[start..].iter().for_each(|digit| value.push(char::from(*digit)));
}

/// As many as a number of 32 bits has.
const MOST_DIGITS: usize = 10;

fn season_letters(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

fn day_part_letters(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Lunch => "MI",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
        DayPart::Daytime => "DT",
    }
}

fn length_value(length: Length) -> String {
    let of = |count: &str| unit_value(count, length.unit);
    let Count::Exactly(count) = length.count else {
        return match length.count {
            Count::Between(low, high) => format!("{}/{}", of(&low.to_string()), of(&high.to_string())),
            _ => of("X"),
        };
    };
    let (count, half) = without_half(count, length.unit);
    let value = of(&count.to_string());
    let Some((more, unit)) = length.more.or(half) else { return value };
    let smaller = unit_value(&more.to_string(), unit);
    // `P1Y` and `PT6H` are one `P1YT6H`; `PT5H` and `PT30M` one `PT5H30M`.
    let tail = if value.contains('T') { smaller.trim_start_matches("PT") } else { smaller.trim_start_matches('P') };
    value + tail
}

/// `two and a half years` as two years and six months: the halves that are whole numbers of a smaller unit.
fn without_half(count: Decimal, unit: Unit) -> (Decimal, Option<(Decimal, Unit)>) {
    let (more, smaller) = match unit {
        Unit::Year => (6, Unit::Month),
        Unit::Hour => (30, Unit::Minute),
        Unit::Minute => (30, Unit::Second),
        _ => return (count, None),
    };
    let whole = count.plus(Decimal::new(-5, 1));
    match whole.to_integer() {
        Some(1..) => (whole, Some((Decimal::from(more), smaller))),
        _ => (count, None),
    }
}

/// The TIMEX3 `freq` of a set: `2X`, `3D`.
pub(super) fn freq(often: Often) -> String {
    let Some(unit) = often.unit else { return format!("{}X", often.count) };
    unit_value(&often.count.to_string(), unit).trim_start_matches(['P', 'T']).to_owned()
}

fn unit_value(count: &str, unit: Unit) -> String {
    let (before, factor, behind) = match unit {
        Unit::Second => ("PT", 1, "S"),
        Unit::Minute => ("PT", 1, "M"),
        Unit::Hour => ("PT", 1, "H"),
        Unit::Day => ("P", 1, "D"),
        Unit::Weekend => ("P", 1, "WE"),
        Unit::Week => ("P", 1, "W"),
        Unit::Fortnight => ("P", 2, "W"),
        Unit::Month => ("P", 1, "M"),
        Unit::Quarter => ("P", 1, "Q"),
        Unit::Half => ("P", 6, "M"),
        Unit::Year => ("P", 1, "Y"),
        Unit::Decade if count == "X" => ("P", 1, "DE"),
        Unit::Century if count == "X" => ("P", 1, "CE"),
        Unit::Decade => ("P", 10, "Y"),
        Unit::Century => ("P", 100, "Y"),
        Unit::Millennium => ("P", 1000, "Y"),
    };
    let mut value = String::with_capacity(ROOM);
    value.push_str(before);
    if factor == 1 {
        value.push_str(count);
    } else {
        value.push_str(&times(count, factor));
    }
    value.push_str(behind);
    value
}

/// The count multiplied, where it is a number.
fn times(count: &str, factor: i64) -> String {
    count.parse::<Decimal>().map_or_else(|_| count.to_owned(), |count| count.times(factor.into()).to_string())
}
