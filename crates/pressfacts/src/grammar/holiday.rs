//! Names of feasts, with how their days are found.

use nom::Parser;
use nom::combinator::map_opt;

use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, lex};

/// A feast, by how its day is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Holiday {
    Civil(CivilDay),
    /// So many days after a feast whose day changes from year to year.
    Movable {
        feast: Feast,
        later: i64,
    },
    /// A day of the Islamic calendar.
    Islamic {
        month: u32,
        day: u32,
    },
    /// A month of the Islamic calendar, kept as a whole.
    IslamicMonth(u32),
    /// Another day in each country, and the day where the country is not known.
    National {
        kind: National,
        elsewhere: Option<CivilDay>,
    },
}

/// A day found by the civil calendar alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CivilDay {
    Fixed {
        month: u32,
        day: u32,
    },
    /// The nth such weekday of the month (the last where `nth` is 0), and so many days later.
    Nth {
        month: u32,
        nth: u32,
        weekday: u32,
        later: i64,
    },
}

/// A feast that others are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Feast {
    Easter,
    OrthodoxEaster,
    LunarNewYear,
    DragonBoat,
    MidAutumn,
    Diwali,
    Holi,
    RoshHashanah,
    Hanukkah,
    Passover,
}

/// What a country celebrates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum National {
    Independence,
    Republic,
    Day,
    Constitution,
    Liberation,
    Victory,
    Unity,
    Labour,
    Thanksgiving,
}

/// A holiday's name.
pub(crate) fn holiday(input: Tokens<'_>) -> PResult<'_, Holiday> {
    map_opt(lex(Classes::HOLIDAY), |name| holiday_of(name.value)).parse(input)
}

/// Reads `12-25`, `11-4-4+1`, `easter-2`, `islamic 10-1`, `islamic 9`, `national`, `independence 7-4`.
fn holiday_of(text: &str) -> Option<Holiday> {
    if let Some(date) = text.strip_prefix("islamic ") {
        return Some(match date.split_once('-') {
            Some((month, day)) => Holiday::Islamic { month: month.parse().ok()?, day: day.parse().ok()? },
            None => Holiday::IslamicMonth(date.parse().ok()?),
        });
    }
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        return civil_day(text).map(Holiday::Civil);
    }
    let (name, elsewhere) = text.split_once(' ').map_or((text, None), |(name, day)| (name, civil_day(day)));
    if let Some(kind) = national(name) {
        return Some(Holiday::National { kind, elsewhere });
    }
    let (name, later) = text.split_at(text.find(['+', '-']).unwrap_or(text.len()));
    let later = if later.is_empty() { 0 } else { later.parse().ok()? };
    movable(name).map(|feast| Holiday::Movable { feast, later })
}

/// Reads `12-25`, `11-4-4+1` (month, nth, weekday, days later), `5-L-1`.
fn civil_day(text: &str) -> Option<CivilDay> {
    let (fields, later) = text.split_once('+').unwrap_or((text, "0"));
    let mut fields = fields.split('-');
    let month = fields.next()?.parse().ok()?;
    let second = fields.next()?;
    match fields.next() {
        None => Some(CivilDay::Fixed { month, day: second.parse().ok()? }),
        Some(weekday) => {
            let nth = if second == "L" { 0 } else { second.parse().ok()? };
            Some(CivilDay::Nth { month, nth, weekday: weekday.parse().ok()?, later: later.parse().ok()? })
        }
    }
}

/// The day of that kind among those of a country: `independence 8-15, republic 1-26`.
pub(crate) fn national_day(kind: National, days: &str) -> Option<CivilDay> {
    let mut days = days.split(", ").filter_map(|day| day.split_once(' '));
    days.find(|(name, _)| national(name) == Some(kind)).and_then(|(_, day)| civil_day(day))
}

fn movable(name: &str) -> Option<Feast> {
    Some(match name {
        "easter" => Feast::Easter,
        "orthodox" => Feast::OrthodoxEaster,
        "lunar" => Feast::LunarNewYear,
        "dragon" => Feast::DragonBoat,
        "moon" => Feast::MidAutumn,
        "diwali" => Feast::Diwali,
        "holi" => Feast::Holi,
        "rosh" => Feast::RoshHashanah,
        "hanukkah" => Feast::Hanukkah,
        "passover" => Feast::Passover,
        _ => return None,
    })
}

fn national(name: &str) -> Option<National> {
    Some(match name {
        "independence" => National::Independence,
        "republic" => National::Republic,
        "national" => National::Day,
        "constitution" => National::Constitution,
        "liberation" => National::Liberation,
        "victory" => National::Victory,
        "unity" => National::Unity,
        "labour" => National::Labour,
        "thanksgiving" => National::Thanksgiving,
        _ => return None,
    })
}
