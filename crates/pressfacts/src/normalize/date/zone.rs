//! The zone of a time of day, as its distance from Greenwich.

use chrono::{Datelike, NaiveDate};

use super::period::nth_weekday;
use crate::grammar::clock::{Clock, Zone};
use crate::rules::date::syntax::{Moment, Time};

const SUNDAY: u32 = 7;

/// The zone that the text names, on that day; of a range, the one behind it counts for both ends.
pub(super) fn zone(time: &Time, day: Option<NaiveDate>) -> Option<String> {
    let (Time::Moment(Moment { clock, .. }) | Time::Range(_, Moment { clock, .. })) = time else { return None };
    let Some(Clock::At { zone, .. }) = clock else { return None };
    let minutes = match (*zone)? {
        Zone::Fixed(minutes) => minutes,
        Zone::American(winter) => winter + if is_american_summer(day?)? { 60 } else { 0 },
    };
    let sign = if minutes < 0 { '-' } else { '+' };
    Some(format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60))
}

/// Whether the clocks of the United States and Canada are an hour ahead: from the second Sunday of March to the first of
/// November.
fn is_american_summer(day: NaiveDate) -> Option<bool> {
    let from = nth_weekday(day.year(), 3, 2, SUNDAY)?;
    let until = nth_weekday(day.year(), 11, 1, SUNDAY)?;
    Some((from..until).contains(&day))
}

#[cfg(test)]
mod tests {
    use crate::extractor::{Extractor, Options, parse_published};

    #[track_caller]
    fn check(text: &str, zones: &[Option<&str>]) {
        let day = parse_published("2024-11-14").expect("a day");
        let facts = Extractor::new(Options::default().published(day)).extract(text);
        assert_eq!(facts.dates.iter().map(|date| date.zone.as_deref()).collect::<Vec<_>>(), zones, "{text}");
    }

    #[test]
    fn zones_that_are_named() {
        check("At 5:30 p.m. IST and at 1600 GMT.", &[Some("+05:30"), Some("+00:00")]);
        check("From 9 a.m. to 5 p.m. EST on May 6, 2024.", &[Some("-05:00")]);
        check("At 16:00 GMT+8, at 4 p.m. UTC-0330 and at 4 p.m. GMT+99.", &[Some("+08:00"), Some("-03:30"), None]);
        check("At 5 p.m. ET on May 6, 2024, and 5 p.m. ET on Dec. 6, 2024.", &[Some("-04:00"), Some("-05:00")]);
    }

    #[test]
    fn zones_in_numbers() {
        check("At 2024-11-06T14:00:00+08:00 and 2024-11-06T14:00-0330.", &[Some("+08:00"), Some("-03:30")]);
        check("At 14:00:00+02:00, 2 p.m. (UTC+8) and 2 p.m. (+05:30).", &[Some("+02:00"), Some("+08:00"), Some("+05:30")]);
        check("At 2024-11-06 14:00:00-05:00 and on 2024-11-06 14:00-15:00.", &[Some("-05:00"), None]);
        check("At 14:00:00 +0530, 2 p.m. UTC+5:30 and 2 p.m. GMT +8.", &[Some("+05:30"), Some("+05:30"), Some("+08:00")]);
        check("From 10:00-12:00 on 6 May 2024.", &[None]);
    }

    #[test]
    fn none_where_none_is_named() {
        check("At 5:30 p.m. and at noon local time, on May 6.", &[None, None, None]);
    }
}
