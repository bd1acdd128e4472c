//! The days of feasts: by arithmetic where there is a rule.

use chrono::NaiveDate;

use super::period::nth_weekday;
use crate::grammar::holiday::Holiday;

/// The day of a holiday in that year.
pub(super) fn holiday(year: i32, holiday: Holiday) -> Option<NaiveDate> {
    let days_on = |day: NaiveDate, count| day.checked_add_signed(chrono::TimeDelta::try_days(count)?);
    match holiday {
        Holiday::Fixed { month, day } => NaiveDate::from_ymd_opt(year, month, day),
        Holiday::Nth { month, nth, weekday, later } => days_on(nth_weekday(year, month, nth, weekday)?, later),
        Holiday::Easter { later } => days_on(easter(year)?, later),
    }
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

#[cfg(test)]
mod tests {
    use super::holiday;
    use crate::grammar::holiday::Holiday;

    #[test]
    fn easter() {
        let easter = |year| holiday(year, Holiday::Easter { later: 0 }).map(|day| day.to_string());
        assert_eq!(easter(2024).as_deref(), Some("2024-03-31"));
        assert_eq!(easter(2025).as_deref(), Some("2025-04-20"));
    }
}
