//! A field that the text looks for nowhere: the nearest, unless the verbs around say otherwise.

use chrono::{Datelike, Months, NaiveDate};

use super::super::period::{Part, Period};
use super::super::place::{numbered_weekdays, unplaced, weekday_from};
use super::super::tense::{is_surely_past, tense_near};
use super::{Placed, Resolver, Source};
use crate::fact::Bound;
use crate::grammar::calendar::Unit;
use crate::parse::Run;
use crate::rules::date::syntax::{Direction, Field, Moment, Tense};

/// A yearless date nearer than this many days is taken as it is, unless a verb is sure: twice the days, as distances count
/// both ends.
const NEAR: i64 = 2 * 100;
/// A weekday with its number in the month is taken as it is where it is nearer than this many days.
const NEAR_NUMBER: i64 = 25;

impl Resolver<'_> {
    /// A day without its year, in the year that has it fall on the day of the week beside it.
    pub(super) fn by_weekday(&self, moment: Moment) -> Option<Placed> {
        let (weekday, base) = (moment.weekday?, self.reference?.first()?);
        let years = (base.year() - 1..=base.year() + 1).filter_map(|year| self.in_year(year, moment.field));
        let fits = |period: &Period| period.first().is_some_and(|day| day.weekday().number_from_monday() == weekday);
        let nearest = years.filter(fits).min_by_key(|period| period.distance(base))?;
        Some((nearest, Some(Source::Published)))
    }

    /// A field without a frame.
    pub(super) fn open(&self, field: Field, run: Run, bound: Option<Bound>) -> Option<Placed> {
        if let Field::Decade(_) | Field::Century(_) = field {
            return Some((self.in_year(0, field)?, None));
        }
        if let Field::ShortDecade(_) = field {
            return Some((self.in_year(0, field)?, self.reference.map(|_| Source::Published)));
        }
        let published = self.reference.map(|reference| (reference, Source::Published));
        let Some((reference, source)) = published.or_else(|| self.spoken_near(run)) else {
            return Some((unplaced(field)?, None));
        };
        let base = reference.first()?;
        let found = match field {
            Field::Weekday(weekday) if reference.is_day() => {
                // `Thursday and Friday`: the one after the other, both past or both to come.
                let listed = self.listed_weekday(run).and_then(|(listed, mention)| {
                    let listed = listed.first()?;
                    let day = weekday_from(listed, weekday, Direction::After, false)?;
                    (listed > base || day <= base).then_some((Period::day(day), Some(mention)))
                });
                if listed.is_some() {
                    return listed;
                }
                let direction = if self.is_ahead(run, bound) { Direction::After } else { Direction::Before };
                weekday_from(base, weekday, direction, true).map(Period::day)
            }
            Field::Weekday(_) => return Some((unplaced(field)?, None)),
            Field::Weekend => {
                let near =
                    |days: i64| Some(Period::around(base.checked_add_signed(chrono::TimeDelta::try_days(days)?)?, Unit::Weekend));
                [-7, 0, 7].into_iter().filter_map(near).min_by_key(|weekend| weekend.distance(base))
            }
            Field::Day { month: None, day } => {
                let (spoken, source) = self.spoken_near(run).unwrap_or((reference, source));
                let spoken = spoken.first()?;
                let found = Period::of(Some(spoken.year()), Part::Day { month: spoken.month(), day });
                return found.bounds().map(|_| (found, Some(source)));
            }
            Field::WeekdayDay { weekday, day } => self.weekday_with_number(weekday, day, base, run, bound),
            // The quarter spoken of, or the last one that is over.
            Field::Current(unit) => {
                let spoken = self.spoken_part(run).filter(|(spoken, _)| matches!(spoken.part, Part::Quarter(_)));
                if let Some((spoken, mention)) = spoken {
                    return Some((spoken, Some(mention)));
                }
                Some(Period::around(base.checked_sub_months(Months::new(3))?, unit))
            }
            field => self.nearest_year(field, base, run, bound),
        };
        Some((found?, Some(source)))
    }

    /// Whether the verbs around say that the date is to come.
    pub(super) fn is_ahead(&self, run: Run, bound: Option<Bound>) -> bool {
        tense_near(self.document, run, bound).is_some_and(|cue| cue.tense == Tense::Future)
    }

    /// The field in the year that brings it nearest to `base`, unless the verb beside it says otherwise.
    fn nearest_year(&self, field: Field, base: NaiveDate, run: Run, bound: Option<Bound>) -> Option<Period> {
        let in_year = |year| self.in_year(year, field);
        let years = base.year() - 1..=base.year() + 1;
        let nearest = years.filter_map(in_year).min_by_key(|period| period.distance(base))?;
        let (first, last) = nearest.bounds()?;
        let year = nearest.year?;
        let named = matches!(field, Field::Month(_) | Field::Day { .. } | Field::QuarterTo { .. });
        if named && first > base && is_surely_past(self.document, run) {
            return in_year(year - 1);
        }
        // A quarter is reported on, unless it is said to be ahead.
        let part = matches!(field, Field::Quarter(_) | Field::Half(_));
        if part && first > base && !self.is_ahead(run, bound) {
            return in_year(year - 1);
        }
        // `the March report will tell`: what bears the name of a month just past is from that month.
        let bears = last < base && run.start > 0 && self.document.written(run.start - 1).eq_ignore_ascii_case("the");
        if part || bears {
            return Some(nearest);
        }
        let near = nearest.distance(base)? <= NEAR;
        let cue = tense_near(self.document, run, bound).filter(|cue| cue.sure || !near);
        let other = match cue.map(|cue| cue.tense) {
            Some(Tense::Past) if first > base => in_year(year - 1),
            Some(Tense::Future) if last < base => in_year(year + 1),
            _ => None,
        };
        Some(other.unwrap_or(nearest))
    }

    /// The day of that number that is such a weekday: the nearest, unless it is far and the verb beside it says otherwise.
    fn weekday_with_number(&self, weekday: u32, day: u32, base: NaiveDate, run: Run, bound: Option<Bound>) -> Option<Period> {
        let (back, ahead) = numbered_weekdays(weekday, day, base)?;
        let away = |day: &NaiveDate| (*day - base).num_days().abs();
        let nearest = [back, ahead].into_iter().flatten().min_by_key(away)?;
        let chosen = match tense_near(self.document, run, bound).map(|cue| cue.tense) {
            _ if away(&nearest) <= NEAR_NUMBER => Some(nearest),
            Some(Tense::Past) => back,
            Some(Tense::Future) => ahead,
            _ => Some(nearest),
        };
        chosen.map(Period::day)
    }

    /// The named one before, around or after `base`.
    pub(super) fn nearest(&self, field: Field, direction: Direction, base: NaiveDate) -> Option<Period> {
        if let Field::Weekday(weekday) = field {
            return weekday_from(base, weekday, direction, false).map(Period::day);
        }
        let candidates = (base.year() - 2..=base.year() + 2).filter_map(|year| self.in_year(year, field));
        let ends_before = |period: &Period| period.bounds().is_some_and(|(_, last)| last < base);
        let starts_after = |period: &Period| period.bounds().is_some_and(|(first, _)| first > base);
        match direction {
            Direction::Before => candidates.rev().find(ends_before),
            Direction::After => { candidates }.find(starts_after),
            // A winter goes on into the year after: `this winter` in January.
            Direction::Around => {
                let covers = |period: &Period| period.bounds().is_some_and(|(first, last)| first <= base && base <= last);
                self.in_year(base.year() - 1, field).filter(covers).or_else(|| self.in_year(base.year(), field))
            }
        }
    }
}
