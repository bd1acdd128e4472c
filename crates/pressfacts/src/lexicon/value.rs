//! What the values of the calendar's classes may be: rows are checked when they are read.

use super::class::Classes;

/// What is wrong with a row's value; nothing is said of classes whose values are free.
pub(super) fn fault(class: Classes, value: &str) -> Option<&'static str> {
    let (_, fits, form) = FORMS.iter().find(|(known, ..)| class == *known)?;
    (!fits(value)).then_some(form)
}

/// Class, whether a value fits it, and what a value must be.
type Form = (Classes, fn(&str) -> bool, &'static str);

/// The sorts of date and length that a word may lead to.
const LED_TO: &str = "a-unit clock counted-year day month numbers score season unit units year";

const FORMS: &[Form] = &[
    (Classes::MONTH, is_month, "a month from 1 to 12"),
    (Classes::AMBIGUOUS_MONTH, is_month, "a month from 1 to 12"),
    (Classes::WEEKDAY, |value| within(value, 1, 7), "a weekday from 1, Monday, to 7"),
    (
        Classes::CALENDAR_UNIT,
        |value| one_of(value, "s m h D WE W F M Q H Y DE C ML"),
        "one of s, m, h, D, WE, W, F (fortnight), M, Q, H (half-year), Y, DE, C, ML",
    ),
    (Classes::DAY_WORD, is_day_word, "days from today, with a part of the day or without: `-1`, `0 NI`"),
    (Classes::DAY_PART, is_day_part, "one of MO, MI, AF, EV, NI, DT"),
    (Classes::CLOCK_WORD, is_clock, "a time from 0:00 to 24:00"),
    (
        Classes::TIME_ZONE,
        is_zone,
        "a distance from Greenwich, `+05:30`, with ` US` where summer time is an hour more, or nothing",
    ),
    (Classes::SEASON, |value| one_of(value, "SP SU FA WI"), "one of SP, SU, FA, WI"),
    (
        Classes::HOLIDAY,
        is_holiday,
        "`month-day`, `month-nth-weekday` (nth L for the last, `+days` behind), a feast with `+days` or `-days` or without, \
         `islamic month-day`, `islamic month`, or a country's own day: its kind, and the day elsewhere or nothing",
    ),
    (
        Classes::NATIONAL_HOLIDAY,
        |value| !value.is_empty() && value.split(", ").all(is_national),
        "kinds of days with their days, commas between: `independence 8-15, republic 1-26`",
    ),
    (Classes::DECADE_WORD, |value| within(value, 0, 9), "a decade from 0 to 9"),
    (Classes::PART_LETTER, |value| one_of(value, "Q H"), "Q or H"),
    (
        Classes::FISCAL,
        |value| value.is_empty() || one_of(value, "Y Q H"),
        "Y, in one word with a quarter or half Q or H, or nothing",
    ),
    (
        Classes::SHIFT,
        |value| one_of(value, "this last past before next coming after same latest recent"),
        "one of this, last, past, before, next, coming, after, same, latest, recent",
    ),
    (
        Classes::PERIOD_PART,
        |value| value.split(' ').all(|word| word.is_empty() || one_of(word, "START MID END BEFORE AFTER noun")),
        "START, MID, END, BEFORE or AFTER or nothing, and `noun` where `of` follows",
    ),
    (
        Classes::TIME_MODIFIER,
        |value| one_of(value, "APPROX LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE"),
        "one of APPROX, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE",
    ),
    (Classes::FREQUENCY, is_frequency, "a length as TIMEX3 writes it, `P3M`, or how often, `2X`"),
    (
        Classes::DATE_WORD,
        |value| value.split(' ').all(|part| one_of(part, LED_TO) || one_of(part, "ahead back begun ended opening own whole")),
        "some of a-unit, clock, counted-year, day, month, numbers, score, season, unit, units, year, which it leads to, \
         and ahead, back, begun, ended, opening, own, whole, which it is beside one",
    ),
    (Classes::DATE_ORDER, |value| one_of(value, "month year"), "month or year, which of them comes first"),
    (Classes::FISCAL_START, is_month, "a month from 1 to 12"),
    (Classes::NAMED_DAY, is_iso_day, "a day: `2001-09-11`"),
    (Classes::VAGUE_TIME, |value| one_of(value, "PAST_REF PRESENT_REF FUTURE_REF"), "one of PAST_REF, PRESENT_REF, FUTURE_REF"),
    (Classes::VAGUE_NUMBER, |value| value.is_empty() || within(value, 1, 1000), "a number, or nothing where none is meant"),
    (
        Classes::BOUND,
        |value| one_of(value, "by before until since from after as_of"),
        "one of by, before, until, since, from, after, as_of",
    ),
    (
        Classes::TENSE,
        |value| one_of(value, "past participle future could scheduled plain"),
        "one of past, participle (past forms that are participles too), future, could, scheduled (in the present, of what is to come), \
         plain (the same right before a date)",
    ),
];

fn one_of(value: &str, known: &str) -> bool {
    known.split(' ').any(|known| known == value)
}

fn within(value: &str, low: u32, high: u32) -> bool {
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    digits && value.parse().is_ok_and(|number: u32| (low..=high).contains(&number))
}

fn is_month(value: &str) -> bool {
    within(value, 1, 12)
}

fn is_day_part(value: &str) -> bool {
    one_of(value, "MO MI AF EV NI DT")
}

fn is_day_word(value: &str) -> bool {
    let (days, part) = value.split_once(' ').map_or((value, None), |(days, part)| (days, Some(part)));
    within(days.strip_prefix('-').unwrap_or(days), 0, 31) && part.is_none_or(is_day_part)
}

fn is_clock(value: &str) -> bool {
    value.split_once(':').is_some_and(|(hours, minutes)| within(hours, 0, 24) && minutes.len() == 2 && within(minutes, 0, 59))
}

fn is_zone(value: &str) -> bool {
    let value = value.strip_suffix(" US").unwrap_or(value);
    value.is_empty() || value.strip_prefix(['+', '-']).is_some_and(|distance| distance.len() == 5 && is_clock(distance))
}

/// `12-25`, `11-4-4`, `5-L-1+1`.
fn is_civil_day(value: &str) -> bool {
    let (fields, later) = value.split_once('+').unwrap_or((value, "0"));
    let fields: Vec<_> = fields.split('-').collect();
    let day = match fields[..] {
        [month, day] => is_month(month) && within(day, 1, 31),
        [month, nth, weekday] => is_month(month) && (nth == "L" || within(nth, 1, 5)) && within(weekday, 1, 7),
        _ => false,
    };
    day && within(later, 0, 366)
}

const KINDS: &str = "independence republic national constitution liberation victory unity labour thanksgiving";
const FEASTS: &str = "easter orthodox lunar dragon moon diwali holi rosh hanukkah passover";

/// `independence 8-15`.
fn is_national(value: &str) -> bool {
    value.split_once(' ').is_some_and(|(kind, day)| one_of(kind, KINDS) && is_civil_day(day))
}

fn is_holiday(value: &str) -> bool {
    if let Some(date) = value.strip_prefix("islamic ") {
        return date.split_once('-').map_or(is_month(date), |(month, day)| is_month(month) && within(day, 1, 30));
    }
    let (feast, later) = value.split_at(value.find(['+', '-']).unwrap_or(value.len()));
    let counted = later.is_empty() || within(&later[1..], 1, 366);
    is_civil_day(value) || one_of(value, KINDS) || is_national(value) || one_of(feast, FEASTS) && counted
}

fn is_frequency(value: &str) -> bool {
    let often = value.strip_suffix('X').is_some_and(|times| within(times, 1, 100));
    let length = |rest: &str, units: &str| {
        rest.split_at_checked(rest.len().saturating_sub(1))
            .is_some_and(|(count, unit)| within(count, 1, 100) && one_of(unit, units))
    };
    let hours = value.strip_prefix("PT").is_some_and(|rest| length(rest, "H"));
    often || hours || value.strip_prefix('P').is_some_and(|rest| length(rest, "D W M Y"))
}

fn is_iso_day(value: &str) -> bool {
    let fields: Vec<_> = value.split('-').collect();
    matches!(fields[..], [year, month, day] if year.len() == 4 && within(year, 1, 9999) && is_month(month) && within(day, 1, 31))
}

#[cfg(test)]
mod tests {
    use super::{Classes, fault};

    #[track_caller]
    fn check(class: Classes, good: &[&str], bad: &[&str]) {
        for value in good {
            assert_eq!(fault(class, value), None, "{value}");
        }
        for value in bad {
            assert!(fault(class, value).is_some(), "{value}");
        }
    }

    #[test]
    fn values_that_fit_and_such_that_do_not() {
        check(Classes::MONTH, &["1", "12"], &["0", "13", "May", "", "+1"]);
        check(Classes::HOLIDAY, &["12-25", "5-L-1+1", "easter-2", "islamic 10-1", "islamic 9", "national", "labour 9-1-1"], &[]);
        check(Classes::HOLIDAY, &[], &["", "13-1", "5-6-1", "easter-", "easter-é", "islamic 13", "labour 9", "ours 5-1"]);
        check(Classes::NATIONAL_HOLIDAY, &["independence 8-15, republic 1-26"], &["", "independence", "republic 1-26,"]);
        check(Classes::TIME_ZONE, &["", "+05:30", "-05:00 US"], &["5:30", "+5:30", "EST"]);
        check(Classes::DAY_WORD, &["-1", "0 NI"], &["x", "0 XX", "--1"]);
        check(Classes::FREQUENCY, &["P3M", "P10D", "PT1H", "2X"], &["", "P", "PM", "3M", "X", "Pé", "PT3M", "P1H", "P1Q"]);
        check(Classes::PERIOD_PART, &["", "noun", "START noun"], &["EARLY"]);
        check(Classes::CLOCK_WORD, &["12:00", "24:00"], &["noon", "12:0", "25:00"]);
        check(Classes::NAMED_DAY, &["2001-09-11"], &["01-09-11", "2001-9"]);
        check(Classes::SURNAME, &["anything", ""], &[]);
    }
}
