//! Names of feasts, with how their days are found.

use nom::Parser;
use nom::combinator::map_opt;

use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, lex};

/// A feast, by how its day is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Holiday {
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
    /// So many days after Easter.
    Easter {
        later: i64,
    },
}

/// A holiday's name.
pub(crate) fn holiday(input: Tokens<'_>) -> PResult<'_, Holiday> {
    map_opt(lex(Classes::HOLIDAY), |name| holiday_of(name.value)).parse(input)
}

/// Reads `12-25`, `11-4-4+1` (month, nth, weekday, days later), `5-L-1`, `E-2`.
fn holiday_of(text: &str) -> Option<Holiday> {
    if let Some(later) = text.strip_prefix('E') {
        let later = if later.is_empty() { 0 } else { later.parse().ok()? };
        return Some(Holiday::Easter { later });
    }
    let (fields, later) = text.split_once('+').unwrap_or((text, "0"));
    let mut fields = fields.split('-');
    let month = fields.next()?.parse().ok()?;
    let second = fields.next()?;
    match fields.next() {
        None => Some(Holiday::Fixed { month, day: second.parse().ok()? }),
        Some(weekday) => {
            let nth = if second == "L" { 0 } else { second.parse().ok()? };
            Some(Holiday::Nth { month, nth, weekday: weekday.parse().ok()?, later: later.parse().ok()? })
        }
    }
}
