//! The days of feasts: by arithmetic where there is a rule, from tables of years where there is none.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::feasts::{
    DIWALI, DRAGON_BOAT, FIRST_CHINESE, FIRST_HINDU, FIRST_ISLAMIC, HOLI, ISLAMIC_MONTHS, LUNAR_NEW_YEAR, MID_AUTUMN,
};
use super::period::nth_weekday;
use crate::grammar::holiday::{CivilDay, Feast, Holiday, national_day};
use crate::layout::Document;
use crate::lexicon::{Classes, Lexicon};
use crate::parse::Run;
use crate::token::Kind;

/// Most tokens of a number between a holiday and its owner: `India's 77th Independence Day`.
const LONGEST_NUMBER: usize = 4;
/// Most tokens of a country's name.
const LONGEST_COUNTRY: usize = 5;

/// Days from Passover to the Jewish New Year behind it: never more, never less.
const PASSOVER_TO_NEW_YEAR: i64 = 163;
/// Days of the shorter Jewish years in which Heshvan has 30 days.
const COMPLETE_YEARS: [i64; 2] = [355, 385];

/// The country whose day a holiday of that name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner<'d> {
    /// The country that the text names as the holiday's, by its code.
    Named(&'d str),
    /// The country where the text was written.
    Home(&'d str),
    Unknown,
}

impl<'d> Owner<'d> {
    /// The owner of the holiday that stands there: `India's 77th Independence Day`, `Indian Independence Day`, `Independence Day
    /// of India`; else the country where the text was written.
    pub(super) fn of(document: &'d Document<'_>, run: Run, home: Option<&'d str>) -> Self {
        let named = named_before(document, run.start).or_else(|| named_behind(document, run.end));
        named.map(Self::Named).or(home.map(Self::Home)).unwrap_or(Self::Unknown)
    }

    fn country(self) -> Option<&'d str> {
        match self {
            Self::Named(country) | Self::Home(country) => Some(country),
            Self::Unknown => None,
        }
    }
}

/// The country that ends right before the token there, but for its possessive and a number.
fn named_before<'d>(document: &'d Document<'_>, at: usize) -> Option<&'d str> {
    let floor = document.sentence_of(at)?.tokens.start;
    let number = Classes::of(&[Classes::ORDINAL, Classes::ORDINAL_SUFFIX, Classes::DIGITS]);
    let skipped = |at: &usize| document.tokens[*at].kind == Kind::Possessive || document.tokens[*at].is(number);
    let end = at - (floor..at).rev().take(LONGEST_NUMBER).take_while(skipped).count();
    let named = (floor.max(end.saturating_sub(LONGEST_COUNTRY))..end).filter_map(|start| country_at(document, start));
    named.filter(|(named_end, _)| *named_end == end).map(|(_, country)| country).next()
}

/// The country behind the `of` or `in` there.
fn named_behind<'d>(document: &'d Document<'_>, at: usize) -> Option<&'d str> {
    let sentence = &document.sentence_of(at)?.tokens;
    let is = |at: usize, words: &[&str]| sentence.contains(&at) && words.contains(&document.written(at));
    if !is(at, &["of", "in"]) {
        return None;
    }
    let at = if is(at + 1, &["the"]) { at + 2 } else { at + 1 };
    sentence.contains(&at).then(|| country_at(document, at))?.map(|(_, country)| country)
}

fn country_at<'d>(document: &'d Document<'_>, at: usize) -> Option<(usize, &'d str)> {
    document.lexeme_at(at, document.tokens.len(), Classes::of(&[Classes::COUNTRY, Classes::DEMONYM]))
}

/// The day of a holiday in that year, or the first of its days. A country's own day is that of its owner; the day that the
/// name has elsewhere is taken only where the text names no owner.
pub(super) fn holiday(year: i32, holiday: Holiday, owner: Owner<'_>, lexicon: &Lexicon) -> Option<NaiveDate> {
    match holiday {
        Holiday::Civil(day) => civil(year, day),
        Holiday::Movable { feast, later } => days_on(movable(year, feast)?, later),
        Holiday::Islamic { month, day } => islamic(year, month, day).map(|(day, _)| day),
        Holiday::IslamicMonth(month) => islamic(year, month, 1).map(|(day, _)| day),
        Holiday::National { kind, elsewhere } => {
            let days = owner
                .country()
                .and_then(|country| lexicon.value(lexicon.look_up(country).entry, Classes::NATIONAL_HOLIDAY, country));
            let elsewhere = elsewhere.filter(|_| !matches!(owner, Owner::Named(_)));
            civil(year, days.and_then(|days| national_day(kind, days)).or(elsewhere)?)
        }
    }
}

fn civil(year: i32, day: CivilDay) -> Option<NaiveDate> {
    match day {
        CivilDay::Fixed { month, day } => NaiveDate::from_ymd_opt(year, month, day),
        CivilDay::Nth { month, nth, weekday, later } => days_on(nth_weekday(year, month, nth, weekday)?, later),
    }
}

/// First and last day of a holiday that starts then, where it has more than one.
pub(super) fn stretch(first: NaiveDate, holiday: Holiday) -> Option<(NaiveDate, NaiveDate)> {
    let Holiday::IslamicMonth(month) = holiday else { return None };
    let (_, length) = islamic(first.year(), month, 1)?;
    Some((first, days_on(first, length - 1)?))
}

/// The weekend of a holiday: the nearest one, with the holiday and what lies between. Easter has Good Friday and Monday.
pub(super) fn weekend(day: NaiveDate, holiday: Holiday) -> Option<(NaiveDate, NaiveDate)> {
    let (before, after) = match day.weekday() {
        _ if matches!(holiday, Holiday::Movable { feast: Feast::Easter, later: 0 }) => (2, 1),
        Weekday::Mon => (2, 0),
        Weekday::Tue => (3, 0),
        Weekday::Wed => return Some((days_on(day, 3)?, days_on(day, 4)?)),
        Weekday::Thu => (0, 3),
        Weekday::Fri => (0, 2),
        Weekday::Sat => (0, 1),
        Weekday::Sun => (1, 0),
    };
    Some((days_on(day, -before)?, days_on(day, after)?))
}

fn days_on(day: NaiveDate, count: i64) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::try_days(count)?)
}

fn movable(year: i32, feast: Feast) -> Option<NaiveDate> {
    match feast {
        Feast::Easter => easter(year),
        Feast::OrthodoxEaster => orthodox_easter(year),
        Feast::LunarNewYear => listed(LUNAR_NEW_YEAR, FIRST_CHINESE, year),
        Feast::DragonBoat => listed(DRAGON_BOAT, FIRST_CHINESE, year),
        Feast::MidAutumn => listed(MID_AUTUMN, FIRST_CHINESE, year),
        Feast::Diwali => listed(DIWALI, FIRST_HINDU, year),
        Feast::Holi => listed(HOLI, FIRST_HINDU, year),
        Feast::RoshHashanah => rosh_hashanah(year),
        Feast::Hanukkah => hanukkah(year),
        Feast::Passover => days_on(rosh_hashanah(year)?, -PASSOVER_TO_NEW_YEAR),
    }
}

/// The day that a table gives that year, as month times a hundred and day.
fn listed(table: &[u32], first: i32, year: i32) -> Option<NaiveDate> {
    let day = table.get(usize::try_from(year.checked_sub(first)?).ok()?)?;
    NaiveDate::from_ymd_opt(year, day / 100, day % 100)
}

/// Easter Sunday of the western churches, by the anonymous Gregorian rule.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, short) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let corrected = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - corrected + 15).rem_euclid(30);
    let sunday = (32 + 2 * (century % 4) + 2 * (short / 4) - moon - short % 4).rem_euclid(7);
    let shift = (golden + 11 * moon + 22 * sunday) / 451;
    let count = moon + sunday - 7 * shift + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(count / 31).ok()?, u32::try_from(count % 31 + 1).ok()?)
}

/// Easter Sunday of the Orthodox churches, by Meeus's rule for the Julian calendar, which runs days behind the Gregorian one.
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let moon = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let sunday = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - moon + 34).rem_euclid(7);
    let count = moon + sunday + 114;
    let julian = NaiveDate::from_ymd_opt(year, u32::try_from(count / 31).ok()?, u32::try_from(count % 31 + 1).ok()?)?;
    days_on(julian, i64::from(year / 100 - year / 400 - 2))
}

/// The Jewish New Year that falls in that year: the moon of Tishri by its mean month, put off by the four rules of the calendar.
fn rosh_hashanah(year: i32) -> Option<NaiveDate> {
    /// Parts of an hour, hours of a day.
    const DAY: i64 = 24 * 1080;
    /// A mean month: 29 days, 12 hours and 793 parts.
    const MONTH: i64 = 29 * DAY + 12 * 1080 + 793;
    let jewish = i64::from(year) + 3761;
    let leap = |year: i64| (7 * year + 1).rem_euclid(19) < 7;
    let months = (235 * jewish - 234).div_euclid(19);
    // The first moon: on a Monday, 5 hours and 204 parts after sunset.
    let moon = DAY + 5 * 1080 + 204 + months * MONTH;
    let (mut day, time) = (moon.div_euclid(DAY), moon.rem_euclid(DAY));
    let weekday = |day: i64| day.rem_euclid(7);
    let late = time >= 18 * 1080;
    let short_year_late = weekday(day) == 2 && time >= 9 * 1080 + 204 && !leap(jewish);
    let after_leap_late = weekday(day) == 1 && time >= 15 * 1080 + 589 && leap(jewish - 1);
    if late || short_year_late || after_leap_late {
        day += 1;
    }
    if matches!(weekday(day), 0 | 3 | 5) {
        day += 1;
    }
    // Day 0 of that count was a Sunday, 6 October 3761 BC by the Gregorian calendar's count back.
    days_on(NaiveDate::from_ymd_opt(-3760, 9, 6)?, day)
}

/// The first day of Hanukkah: 25 Kislev, behind Tishri of 30 days and Heshvan of 29 or 30.
fn hanukkah(year: i32) -> Option<NaiveDate> {
    let new_year = rosh_hashanah(year)?;
    let length = (rosh_hashanah(year.checked_add(1)?)? - new_year).num_days();
    days_on(new_year, if COMPLETE_YEARS.contains(&length) { 84 } else { 83 })
}

/// The day of the Islamic calendar that falls in that year, the first where two do, and the length of its month.
fn islamic(year: i32, month: u32, day: u32) -> Option<(NaiveDate, i64)> {
    let (_, (first_year, first_month, first_day)) = FIRST_ISLAMIC;
    let mut start = NaiveDate::from_ymd_opt(first_year, first_month, first_day)?;
    for months in ISLAMIC_MONTHS {
        let length = |month: u32| 29 + i64::from(months.checked_shr(month.saturating_sub(1)).unwrap_or(0) & 1);
        let before: i64 = (1..month).map(length).sum();
        let found = days_on(start, before + i64::from(day) - 1)?;
        if found.year() == year {
            return Some((found, length(month)));
        }
        if found.year() > year {
            return None;
        }
        start = days_on(start, (1..=12).map(length).sum())?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Owner, holiday, weekend};
    use crate::grammar::holiday::{CivilDay, Feast, Holiday, National};
    use crate::lexicon::built_in;

    #[track_caller]
    fn check(found: Holiday, days: &[&str]) {
        for day in days {
            let year = day[..4].parse().expect("a year");
            assert_eq!(
                holiday(year, found, Owner::Unknown, built_in()).map(|day| day.to_string()).as_deref(),
                Some(*day),
                "{found:?}"
            );
        }
    }

    #[test]
    fn feasts_by_the_moon() {
        let movable = |feast| Holiday::Movable { feast, later: 0 };
        check(movable(Feast::Easter), &["2000-04-23", "2024-03-31", "2025-04-20"]);
        check(movable(Feast::OrthodoxEaster), &["2021-05-02", "2024-05-05", "2025-04-20"]);
        check(movable(Feast::LunarNewYear), &["1978-02-07", "2023-01-22", "2024-02-10", "2025-01-29"]);
        check(movable(Feast::DragonBoat), &["2024-06-10"]);
        check(movable(Feast::MidAutumn), &["2024-09-17"]);
        check(movable(Feast::Diwali), &["2023-11-12", "2024-10-31"]);
        check(movable(Feast::Holi), &["2024-03-25"]);
        check(movable(Feast::RoshHashanah), &["2021-09-07", "2023-09-16", "2024-10-03", "2025-09-23"]);
        check(movable(Feast::Passover), &["2023-04-06", "2024-04-23"]);
        check(movable(Feast::Hanukkah), &["2022-12-19", "2023-12-08", "2024-12-26"]);
        check(Holiday::Islamic { month: 10, day: 1 }, &["2022-05-02", "2023-04-21", "2024-04-10"]);
        check(Holiday::IslamicMonth(9), &["2024-03-11", "2025-03-01"]);
        assert_eq!(holiday(1900, movable(Feast::Diwali), Owner::Unknown, built_in()), None);
    }

    #[test]
    fn days_of_a_country() {
        let fourth = Some(CivilDay::Fixed { month: 7, day: 4 });
        let independence = Holiday::National { kind: National::Independence, elsewhere: fourth };
        let day = |owner| holiday(2024, independence, owner, built_in()).map(|day| day.to_string());
        assert_eq!(day(Owner::Home("IN")).as_deref(), Some("2024-08-15"));
        assert_eq!(day(Owner::Named("KE")).as_deref(), Some("2024-12-12"));
        assert_eq!(day(Owner::Unknown).as_deref(), Some("2024-07-04"));
        assert_eq!(day(Owner::Home("GB")).as_deref(), Some("2024-07-04"));
        assert_eq!(day(Owner::Named("GB")), None);
    }

    #[test]
    fn weekends_of_feasts() {
        let labor_day = Holiday::Civil(CivilDay::Nth { month: 9, nth: 1, weekday: 1, later: 0 });
        let found = holiday(2021, labor_day, Owner::Unknown, built_in()).and_then(|day| weekend(day, labor_day));
        assert_eq!(found.map(|(first, last)| format!("{first} {last}")).as_deref(), Some("2021-09-04 2021-09-06"));
    }
}
