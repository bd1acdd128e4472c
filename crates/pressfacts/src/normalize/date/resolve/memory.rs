//! The dates spoken of, which later ones are counted from.

use super::super::period::{Part, Period};
use super::super::place::quarter_of;
use super::super::timex::Meaning;
use super::{Resolver, Source};
use crate::decimal::Decimal;
use crate::grammar::calendar::Unit;
use crate::parse::Run;
use crate::rules::Candidate;
use crate::rules::date::DateSyntax;
use crate::rules::date::syntax::{Count, Field, Length, Moment, Time};

/// Furthest that a date stays the one spoken of, in tokens.
const SPEECH_REACH: usize = 80;
/// The same for a quarter or half, which a report on one goes on speaking of.
const PART_REACH: usize = 200;

/// What was spoken of last.
#[derive(Clone, Copy, Default)]
pub(super) struct Memory {
    date: Option<Spoken>,
    /// The quarter or half.
    part: Option<Spoken>,
    /// The month.
    month: Option<Spoken>,
    /// The weekday.
    weekday: Option<Spoken>,
}

/// A date spoken of, and where.
#[derive(Clone, Copy)]
struct Spoken {
    period: Period,
    at: usize,
    /// Its place among the dates found.
    index: usize,
}

impl Spoken {
    fn near(self, run: Run, reach: usize) -> Option<(Period, Source)> {
        (run.start.saturating_sub(self.at) <= reach).then_some((self.period, Source::Mention(self.index)))
    }
}

impl Resolver<'_> {
    /// Keeps in mind what the candidate speaks of.
    pub(super) fn remember(&mut self, candidate: &Candidate<DateSyntax>, meaning: Meaning) {
        let run = candidate.run;
        // What is only compared with is not what is spoken of.
        let compared = matches!(candidate.syntax.time, Time::Moment(Moment { field: Field::Current(_), .. }));
        if let Meaning::Period(period) | Meaning::Interval(_, period) = meaning
            && period.year.is_some()
            && !compared
        {
            let spoken = Spoken { period: Period { clock: None, ..period }, at: run.end, index: self.found };
            let weekday = matches!(candidate.syntax.time, Time::Moment(Moment { field: Field::Weekday(_), .. }));
            self.memory.date = Some(spoken);
            self.memory.weekday = weekday.then_some(spoken);
            match (meaning, period.part) {
                (Meaning::Period(_), Part::Month(_)) => self.memory.month = Some(spoken),
                // A quarter still to come is not what is reported on.
                (Meaning::Period(_), Part::Quarter(_) | Part::Half(_)) if self.is_reported(period) => {
                    self.memory.part = Some(spoken);
                }
                // What is compared from here on is that interval, of whatever length.
                (Meaning::Interval(first, last), _) => {
                    self.memory.part = quarter_of(first, last).map(|period| Spoken { period, ..spoken });
                }
                _ => {}
            }
        }
        // `for the nine months`: what is compared from here on is longer than the quarter.
        if let Meaning::Length(Length { count: Count::Exactly(count), unit: unit @ (Unit::Month | Unit::Year), .. }) = meaning
            && (unit, count) != (Unit::Month, Decimal::from(3))
            && self.document.written(run.start).eq_ignore_ascii_case("the")
        {
            self.memory.part = None;
        }
    }

    /// Whether a quarter or half can be the one reported on: one that is over, or for want of such one that has begun.
    fn is_reported(&self, period: Period) -> bool {
        let now = self.reference.and_then(Period::bounds);
        now.zip(period.bounds()).is_none_or(|((_, now), (first, last))| last <= now || first <= now && self.memory.part.is_none())
    }

    /// The date spoken of last, where that is not too far back.
    pub(super) fn spoken_near(&self, run: Run) -> Option<(Period, Source)> {
        self.memory.date?.near(run, SPEECH_REACH)
    }

    /// The quarter or half spoken of last, where that is not too far back.
    pub(super) fn spoken_part(&self, run: Run) -> Option<(Period, Source)> {
        self.memory.part?.near(run, PART_REACH)
    }

    /// What `a year earlier` is the like of: the quarter or half spoken of last, unless the sentence speaks of a month instead.
    pub(super) fn compared(&self, run: Run) -> Option<(Period, Source)> {
        let sentence = self.document.sentence_of(run.start)?.tokens.clone();
        let here = |spoken: &Spoken| sentence.contains(&(spoken.at - 1));
        let month = self.memory.month.filter(|month| here(month) && !self.memory.part.is_some_and(|part| here(&part)));
        month.and_then(|month| month.near(run, SPEECH_REACH)).or_else(|| self.spoken_part(run))
    }

    /// The weekday that a list of them names right before.
    pub(super) fn listed_weekday(&self, run: Run) -> Option<(Period, Source)> {
        let listed = self.memory.weekday.filter(|spoken| spoken.at + 1 == run.start)?;
        let joined = ["and", "or", "&", ","].contains(&self.document.written(listed.at));
        joined.then_some((listed.period, Source::Mention(listed.index)))
    }
}
