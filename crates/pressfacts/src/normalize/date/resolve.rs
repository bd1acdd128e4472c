//! From fields, offsets and anchors to parts of the calendar.
//!
//! Relative dates count from the document creation time, or from the date spoken of last where their words say so. A
//! date without its year is the one nearest to the document creation time, unless the verb beside it says otherwise.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::super::dateline;
use super::holiday;
use super::period::{Part, Period, moved, nth_weekday};
use super::place::{feast_days, nearest_weekday, numbered_weekdays, quarter_of, stretch, unplaced, weekday_from};
use super::reference::Evidence;
use super::tense::{is_surely_past, tense_near};
use super::timex::Meaning;
use crate::decimal::Decimal;
use crate::fact::Bound;
use crate::grammar::calendar::Unit;
use crate::layout::Document;
use crate::parse::Run;
use crate::rules::Candidate;
use crate::rules::date::DateSyntax;
use crate::rules::date::syntax::{Anchor, Count, Direction, Field, Frame, Length, Moment, Rhythm, Tense, Time};

/// Furthest that a date stays the one spoken of, in tokens.
const SPEECH_REACH: usize = 80;
/// The same for a quarter or half, which a report on one goes on speaking of.
const PART_REACH: usize = 200;
/// A yearless date nearer than this many days is taken as it is, whatever the verb: twice the days, as distances count both ends.
const NEAR: i64 = 2 * 100;

/// How long before its last day the middle of a quarter is.
const HALF_A_QUARTER: u64 = 45;

/// A weekday with its number in the month is taken as it is where it is nearer than this many days.
const NEAR_NUMBER: i64 = 25;

/// Resolves the dates of a document in the order of the text.
pub(super) struct Resolver<'d> {
    document: &'d Document<'d>,
    reference: Option<Period>,
    evidence: Evidence,
    /// The country of the dateline, by its code.
    country: Option<&'d str>,
    spoken: Option<Spoken>,
    /// The quarter or half spoken of last.
    part: Option<Spoken>,
    /// The weekday spoken of last.
    weekday: Option<Spoken>,
}

/// The date spoken of last, and where.
#[derive(Clone, Copy)]
struct Spoken {
    period: Period,
    at: usize,
}

impl<'d> Resolver<'d> {
    pub(super) fn new(document: &'d Document<'d>, reference: Option<Period>, evidence: Evidence) -> Self {
        let country = dateline::countries(document).next();
        Self { document, reference, evidence, country, spoken: None, part: None, weekday: None }
    }

    /// What the candidate means; `None` where it is no possible date.
    pub(super) fn meaning(&mut self, candidate: &Candidate<DateSyntax>) -> Option<Meaning> {
        let run = candidate.run;
        let meaning = match candidate.syntax.time {
            Time::Moment(moment) => self.moment(moment, run, candidate.syntax.bound)?,
            Time::Range(first, last) => self.range(first, last, run)?,
            Time::Length(length) => Meaning::Length(length),
            Time::Offset { count, unit, from, weekday } => self.offset(count, unit, from, weekday, run)?,
            Time::Recurrence(again) => match again.rhythm {
                Rhythm::Length(count, unit) => Meaning::Every(count, unit),
                Rhythm::Field(field, clock) => Meaning::EveryTime(unplaced(field)?.at(clock)),
            },
            Time::Vague(tense) => Meaning::Vague(tense),
        };
        // What is only compared with is not what is spoken of.
        let compared = matches!(candidate.syntax.time, Time::Moment(Moment { field: Field::Current(_), .. }));
        if let Meaning::Period(period) | Meaning::Interval(_, period) = meaning
            && period.year.is_some()
            && !compared
        {
            self.spoken = Some(Spoken { period: Period { clock: None, ..period }, at: run.end });
            let weekday = matches!(candidate.syntax.time, Time::Moment(Moment { field: Field::Weekday(_), .. }));
            self.weekday = self.spoken.filter(|_| weekday);
            match (meaning, period.part) {
                // A quarter still to come is not what is reported on.
                (Meaning::Period(_), Part::Quarter(_) | Part::Half(_)) if self.is_reported(period) => self.part = self.spoken,
                // What is compared from here on is that interval, of whatever length.
                (Meaning::Interval(first, last), _) => {
                    self.part = quarter_of(first, last).and_then(|period| Some(Spoken { period, at: self.spoken?.at }));
                }
                _ => {}
            }
        }
        // `for the nine months`: what is compared from here on is longer than the quarter.
        if let Meaning::Length(Length { count: Count::Exactly(count), unit: unit @ (Unit::Month | Unit::Year), .. }) = meaning
            && (unit, count) != (Unit::Month, Decimal::from(3))
            && self.document.written(run.start).eq_ignore_ascii_case("the")
        {
            self.part = None;
        }
        Some(meaning)
    }

    /// Whether a quarter or half can be the one reported on: one that is over, or for want of such one that has begun.
    fn is_reported(&self, period: Period) -> bool {
        let now = self.reference.and_then(Period::bounds);
        now.zip(period.bounds()).is_none_or(|((_, now), (first, last))| last <= now || first <= now && self.part.is_none())
    }

    fn range(&self, first: Moment, last: Moment, run: Run) -> Option<Meaning> {
        let (first_found, last_found) = match (self.moment(first, run, None)?, self.moment(last, run, None)?) {
            (Meaning::Period(first), Meaning::Period(last)) => (first, last),
            // Up to the day of writing, where that is not known.
            (found @ Meaning::Period(_), Meaning::Vague(_)) => return Some(found),
            _ => return None,
        };
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
        Some(Meaning::Interval(first, last))
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

    /// So many units from a day; only past or future where that day cannot be told.
    fn offset(&self, count: i32, unit: Unit, from: Moment, weekday: Option<u32>, run: Run) -> Option<Meaning> {
        let Meaning::Period(base) = self.moment(from, run, None)? else { return None };
        let Some(day) = base.first() else {
            return Some(Meaning::Vague(if count < 0 { Tense::Past } else { Tense::Future }));
        };
        let day = moved(day, unit, count)?;
        let day = weekday.map_or(Some(day), |weekday| nearest_weekday(day, weekday))?;
        Some(Meaning::Period(Period::day(day)))
    }

    /// First and last day that the meaning covers. A length that ends or starts now covers what lies before or behind the day
    /// of writing.
    pub(super) fn bounds(&self, meaning: Meaning) -> Option<(NaiveDate, NaiveDate)> {
        let Meaning::Length(Length { count: Count::Exactly(count), unit, more: None, direction: Some(direction) }) = meaning
        else {
            return meaning.bounds();
        };
        let now = self.reference.filter(|reference| reference.is_day())?.first()?;
        let count =
            count.to_integer().and_then(|count| i32::try_from(count).ok()).filter(|count| unit >= Unit::Day && *count > 0)?;
        match direction {
            Direction::Before => Some((moved(now, unit, -count)?, now.pred_opt()?)),
            Direction::After => Some((now.succ_opt()?, moved(now, unit, count)?)),
            Direction::Around => None,
        }
    }

    fn moment(&self, moment: Moment, run: Run, bound: Option<Bound>) -> Option<Meaning> {
        let period = match moment.frame {
            Frame::Year(year) => {
                if let Field::Stretch { count, unit, from_start } = moment.field {
                    return stretch(Period::of(Some(year), Part::Year), count, unit, from_start);
                }
                match (moment.field, self.spoken_part(run)) {
                    (Field::Current(_), Some(part)) => Some(Period::of(Some(year), part.part)),
                    (field, _) => self.in_year(year, field),
                }
            }
            Frame::Open => self.by_weekday(moment).or_else(|| self.open(moment.field, run, bound)),
            Frame::Shift { unit, count, from } => {
                let Some(frame) = self.shifted(unit, count, from, run) else {
                    return Self::unanchored(moment, count);
                };
                if let Field::Stretch { count, unit, from_start } = moment.field {
                    return stretch(frame, count, unit, from_start);
                }
                self.within(frame, moment.field, run)
            }
            Frame::Nearest { direction, from } => match self.anchor(from, run).and_then(Period::first) {
                Some(base) => self.nearest(moment.field, direction, base),
                None => unplaced(moment.field),
            },
        };
        let period = period?;
        Some(feast_days(moment.field, period).unwrap_or_else(|| Meaning::Period(period.at(moment.clock))))
    }

    /// A relative date where there is nothing to count from.
    fn unanchored(moment: Moment, count: i32) -> Option<Meaning> {
        if moment.clock.is_some() && moment.field == Field::Whole {
            return Some(Meaning::Period(Period::of(None, Part::AnyDay).at(moment.clock)));
        }
        match moment.field {
            Field::Whole | Field::Current(_) | Field::Stretch { .. } => Some(Meaning::Vague(match count {
                0 => Tense::Present,
                ..0 => Tense::Past,
                _ => Tense::Future,
            })),
            field => Some(Meaning::Period(unplaced(field)?.at(moment.clock))),
        }
    }

    fn anchor(&self, from: Anchor, run: Run) -> Option<Period> {
        match from {
            Anchor::Speech => self.reference,
            Anchor::Discourse => self.spoken_near(run).or(self.reference),
        }
    }

    /// The date spoken of last, where that is not too far back.
    fn spoken_near(&self, run: Run) -> Option<Period> {
        self.spoken.filter(|spoken| run.start.saturating_sub(spoken.at) <= SPEECH_REACH).map(|spoken| spoken.period)
    }

    /// The quarter or half spoken of last, where that is not too far back.
    fn spoken_part(&self, run: Run) -> Option<Period> {
        self.part.filter(|spoken| run.start.saturating_sub(spoken.at) <= PART_REACH).map(|spoken| spoken.period)
    }

    /// The weekday that a list of them names right before.
    fn listed_weekday(&self, run: Run) -> Option<NaiveDate> {
        let listed = self.weekday.filter(|spoken| spoken.at + 1 == run.start)?;
        let joined = ["and", "or", "&", ","].contains(&self.document.written(listed.at));
        listed.period.first().filter(|_| joined)
    }

    /// The unit so many on from the one that the anchor is in.
    fn shifted(&self, unit: Unit, count: i32, from: Anchor, run: Run) -> Option<Period> {
        let mut base = self.anchor(from, run)?;
        if from == Anchor::Discourse && unit == Unit::Day && !base.is_day() {
            base = self.reference?;
        }
        if unit <= Unit::Day && !base.is_day() {
            return None;
        }
        Some(Period::around(moved(base.first()?, unit, count)?, unit))
    }

    /// The field within a frame that was found.
    fn within(&self, frame: Period, field: Field, run: Run) -> Option<Period> {
        let first = frame.first()?;
        match field {
            Field::Whole => Some(frame),
            // The quarter of the year before, beside a quarter; else the year.
            Field::Current(_) => Some(self.spoken_part(run).map_or(frame, |part| part.years_on(-1))),
            Field::Weekday(weekday) => Some(Period::day(first.checked_add_days(Days::new(u64::from(weekday.checked_sub(1)?)))?)),
            Field::Day { month: None, day } => Some(Period::of(Some(first.year()), Part::Day { month: first.month(), day })),
            // A week belongs to the month that has four days of it.
            Field::NthWeek(nth) => {
                let (first, last) = frame.bounds()?;
                let day = match nth {
                    0 => last.checked_sub_days(Days::new(3))?,
                    nth => first.checked_add_days(Days::new(u64::from(nth) * 7 - 4))?,
                };
                Some(Period::around(day, Unit::Week))
            }
            field => self.in_year(first.year(), field),
        }
    }

    /// The field in that year; `None` where there is none, as for 31 June.
    fn in_year(&self, year: i32, field: Field) -> Option<Period> {
        let of = |part| Some(Period::of(Some(year), part));
        let period = match field {
            Field::Whole | Field::Current(_) => of(Part::Year),
            Field::Decade(number) => Some(Period::of(Some(number * 10), Part::Decade)),
            Field::ShortDecade(number) => Some(Period::of(Some(self.short_decade(number)), Part::Decade)),
            Field::Century(number) => Some(Period::of(Some(number * 100), Part::Century)),
            Field::Half(half) => of(Part::Half(half)),
            Field::Quarter(quarter) => of(Part::Quarter(quarter)),
            Field::Season(season) => of(Part::Season(season)),
            Field::Month(month) => of(Part::Month(month)),
            Field::Week(week) => of(Part::Week(week)),
            Field::Day { month: Some(month), day } => of(Part::Day { month, day }),
            Field::Numeric { first, second } => {
                let (month, day) = self.evidence.month_and_day(first, second);
                of(Part::Day { month, day })
            }
            Field::WeekOf { month, day: 0 } => {
                let next = NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?;
                Some(Period::around(next.checked_sub_days(Days::new(4))?, Unit::Week))
            }
            Field::WeekOf { month, day } => Some(Period::around(NaiveDate::from_ymd_opt(year, month, day)?, Unit::Week)),
            Field::QuarterTo { month, day } => {
                let middle = NaiveDate::from_ymd_opt(year, month, day)?.checked_sub_days(Days::new(HALF_A_QUARTER))?;
                Some(Period::around(middle, Unit::Quarter))
            }
            Field::Holiday(name) | Field::HolidayWeekend(name) => holiday::holiday(year, name, self.country).map(Period::day),
            Field::DayOfWeek { week, weekday } => {
                let monday = Period::of(Some(year), Part::Week(week)).first()?;
                monday.checked_add_days(Days::new(u64::from(weekday.checked_sub(1)?))).map(Period::day)
            }
            Field::NthWeekday { nth, weekday, month } => nth_weekday(year, month, nth, weekday).map(Period::day),
            Field::Weekend
            | Field::Weekday(_)
            | Field::WeekdayDay { .. }
            | Field::NthWeek(_)
            | Field::Day { month: None, .. }
            | Field::Stretch { .. } => None,
        };
        period.filter(|period| period.bounds().is_some())
    }

    /// The 1990s or 2020s for the nineties or twenties: the last that has begun.
    fn short_decade(&self, number: i32) -> i32 {
        let now = self.reference.and_then(|reference| reference.year).unwrap_or(2000);
        if 2000 + number * 10 <= now { 2000 + number * 10 } else { 1900 + number * 10 }
    }

    /// A day without its year, in the year that has it fall on the day of the week beside it.
    fn by_weekday(&self, moment: Moment) -> Option<Period> {
        let (weekday, base) = (moment.weekday?, self.reference?.first()?);
        let years = (base.year() - 1..=base.year() + 1).filter_map(|year| self.in_year(year, moment.field));
        let fits = |period: &Period| period.first().is_some_and(|day| day.weekday().number_from_monday() == weekday);
        years.filter(fits).min_by_key(|period| period.distance(base))
    }

    /// A field without a frame.
    fn open(&self, field: Field, run: Run, bound: Option<Bound>) -> Option<Period> {
        if let Field::Decade(_) | Field::ShortDecade(_) | Field::Century(_) = field {
            return self.in_year(0, field);
        }
        let Some(reference) = self.reference.or_else(|| self.spoken_near(run)) else { return unplaced(field) };
        let base = reference.first()?;
        match field {
            Field::Weekday(weekday) if reference.is_day() => {
                // `Thursday and Friday`: the one after the other, both past or both to come.
                let listed = self.listed_weekday(run).and_then(|listed| {
                    let day = weekday_from(listed, weekday, Direction::After, false)?;
                    (listed > base || day <= base).then_some(day)
                });
                if let Some(day) = listed {
                    return Some(Period::day(day));
                }
                let future = self.is_ahead(run, bound);
                let direction = if future { Direction::After } else { Direction::Before };
                weekday_from(base, weekday, direction, true).map(Period::day)
            }
            Field::Weekday(_) => unplaced(field),
            Field::Weekend => {
                let near =
                    |days: i64| Some(Period::around(base.checked_add_signed(chrono::TimeDelta::try_days(days)?)?, Unit::Weekend));
                [-7, 0, 7].into_iter().filter_map(near).min_by_key(|weekend| weekend.distance(base))
            }
            Field::Day { month: None, day } => {
                let spoken = self.spoken_near(run).unwrap_or(reference).first()?;
                Some(Period::of(Some(spoken.year()), Part::Day { month: spoken.month(), day }))
                    .filter(|found| found.bounds().is_some())
            }
            Field::WeekdayDay { weekday, day } => self.weekday_with_number(weekday, day, base, run, bound),
            // The quarter spoken of, or the last one that is over.
            Field::Current(unit) => {
                let spoken = self.spoken_part(run).filter(|spoken| matches!(spoken.part, Part::Quarter(_)));
                spoken.or_else(|| Some(Period::around(base.checked_sub_months(Months::new(3))?, unit)))
            }
            field => self.nearest_year(field, base, run, bound),
        }
    }

    /// Whether the verbs around say that the date is to come.
    fn is_ahead(&self, run: Run, bound: Option<Bound>) -> bool {
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
    fn nearest(&self, field: Field, direction: Direction, base: NaiveDate) -> Option<Period> {
        if let Field::Weekday(weekday) = field {
            return weekday_from(base, weekday, direction, false).map(Period::day);
        }
        let candidates = (base.year() - 2..=base.year() + 2).filter_map(|year| self.in_year(year, field));
        let ends_before = |period: &Period| period.bounds().is_some_and(|(_, last)| last < base);
        let starts_after = |period: &Period| period.bounds().is_some_and(|(first, _)| first > base);
        match direction {
            Direction::Before => candidates.rev().find(ends_before),
            Direction::After => { candidates }.find(starts_after),
            Direction::Around => self.in_year(base.year(), field),
        }
    }
}
