//! Ranges: their ends, and the year or week that an end does not name.

use chrono::Days;

use super::super::period::Period;
use super::super::tense::tense_near;
use super::super::timex::Meaning;
use super::{Resolver, Source};
use crate::parse::Run;
use crate::rules::date::syntax::{Field, Frame, Moment, Tense};

impl Resolver<'_> {
    /// From the first to the last.
    pub(super) fn range(&self, first: Moment, last: Moment, run: Run) -> Option<(Meaning, Option<Source>)> {
        let ((from, from_source), (to, to_source)) = (self.moment(first, run, None)?, self.moment(last, run, None)?);
        let (first_found, last_found) = match (from, to) {
            (Meaning::Period(first), Meaning::Period(last)) => (first, last),
            // Up to the day of writing, where that is not known.
            (Meaning::Period(_), Meaning::Vague(_)) => return Some((from, from_source)),
            _ => return None,
        };
        // `the year to date` starts with the first day of the year.
        let within =
            first_found.bounds().zip(last_found.bounds()).is_some_and(|(first, last)| first.0 < last.0 && last.1 < first.1);
        if within && let Some(day) = first_found.first() {
            return Some((Meaning::Interval(Period::day(day), last_found), from_source.or(to_source)));
        }
        let crossed = first_found.first().zip(last_found.first()).is_some_and(|(first, last)| first > last);
        let (first, last) = match (crossed, first.frame, first.field) {
            (true, _, Field::Weekday(_)) => {
                let back = Period::day(first_found.first()?.checked_sub_days(Days::new(7))?);
                let on = Period::day(last_found.first()?.checked_add_days(Days::new(7))?);
                if self.has_passed((back, last_found), (first_found, on), run) { (back, last_found) } else { (first_found, on) }
            }
            (true, Frame::Open, _) => {
                let (back, on) = ((first_found.years_on(-1), last_found), (first_found, last_found.years_on(1)));
                if self.has_passed(back, on, run) { back } else { on }
            }
            (true, ..) => (first_found.years_on(-1), last_found),
            (false, ..) => (first_found, last_found),
        };
        Some((Meaning::Interval(first, last), from_source.or(to_source)))
    }

    /// Whether a range is the one that is over rather than the one after: by the verbs around, or as the nearer. One that goes
    /// on is meant whatever they say.
    fn has_passed(&self, back: (Period, Period), on: (Period, Period), run: Run) -> bool {
        let Some(now) = self.reference.and_then(Period::first) else { return false };
        let middle =
            |(first, last): (Period, Period)| Some((first.first()? - now).num_days() + (last.bounds()?.1 - now).num_days());
        let over = |(_, last): (Period, Period)| last.bounds().is_some_and(|(_, last)| last <= now);
        if on.0.first().is_some_and(|first| first < now) || !over(back) {
            return false;
        }
        match tense_near(self.document, run, None) {
            Some(cue) => cue.tense == Tense::Past,
            None => middle(back).zip(middle(on)).is_some_and(|(back, on)| -back < on),
        }
    }
}
