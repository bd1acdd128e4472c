//! From fields, offsets and anchors to parts of the calendar.
//!
//! Relative dates count from the document creation time, or from the date spoken of last where their words say so. A
//! date without its year is the one nearest to the document creation time, unless the verb beside it says otherwise.

mod frame;
mod memory;
mod open;
mod range;

use super::fiscal::YearEnd;
use super::holiday::Owner;
use super::period::{Part, Period, moved};
use super::place::{feast_days, nearest_weekday, stretch, unplaced};
use super::reference::Evidence;
use super::timex::Meaning;
use super::value::{Source, Value};
use crate::fact::Bound;
use crate::grammar::calendar::Unit;
use crate::layout::Document;
use crate::parse::Run;
use crate::rules::Candidate;
use crate::rules::date::DateSyntax;
use crate::rules::date::syntax::{Anchor, Field, Frame, Length, Moment, Rhythm, Tense, Time};

use memory::Memory;

/// Resolves the dates of a document in the order of the text.
pub(super) struct Resolver<'d> {
    document: &'d Document<'d>,
    reference: Option<Period>,
    evidence: Evidence,
    /// The country of the dateline, by its code.
    country: Option<&'d str>,
    /// Whose the holiday at hand is.
    owner: Owner<'d>,
    /// When the fiscal year of the issuer ends.
    year_end: Option<YearEnd>,
    memory: Memory,
    /// How many dates were found.
    found: usize,
}

/// A part of the calendar, and where those of its fields come from that the text does not write.
type Placed = (Period, Option<Source>);

impl<'d> Resolver<'d> {
    pub(super) fn new(
        document: &'d Document<'d>,
        chosen: &[Candidate<DateSyntax>],
        reference: Option<Period>,
        evidence: Evidence,
        country: Option<&'d str>,
    ) -> Self {
        let year_end = YearEnd::of(document, chosen, country);
        let owner = Owner::Unknown;
        Self { document, reference, evidence, country, owner, year_end, memory: Memory::default(), found: 0 }
    }

    /// What the candidate means; `None` where it is no possible date.
    pub(super) fn value<'s>(&mut self, candidate: &'s Candidate<DateSyntax>) -> Option<Value<'s>> {
        let run = candidate.run;
        if candidate.syntax.time.names_national_day() {
            self.owner = Owner::of(self.document, run, self.country);
        }
        let (meaning, source) = match candidate.syntax.time {
            Time::Moment(moment) => self.moment(moment, run, candidate.syntax.bound)?,
            Time::Range(first, last) => self.range(first, last, run)?,
            Time::Length(length) => (Meaning::Length(length), self.source_of(length)),
            Time::Offset { count, unit, from, weekday } => self.offset(count, unit, from, weekday, run)?,
            Time::Recurrence(again) => match again.rhythm {
                Rhythm::Length(count, unit) => (Meaning::Every(count, unit), None),
                Rhythm::Field(field, clock) => (Meaning::EveryTime(unplaced(field)?.at(clock)), None),
            },
            Time::Vague(tense) => (Meaning::Vague(tense), None),
        };
        self.remember(candidate, meaning);
        self.found += 1;
        let now = self.reference.filter(|reference| reference.is_day()).and_then(Period::first);
        let source = source.or(candidate.syntax.shared.then_some(Source::List));
        Some(Value { syntax: &candidate.syntax, meaning, source, now, year_end: self.year_end })
    }

    /// What a length that ends or starts now is counted from.
    fn source_of(&self, length: Length) -> Option<Source> {
        length.direction.and(self.reference).map(|_| Source::Published)
    }

    /// So many units from a day; only past or future where that day cannot be told.
    fn offset(&self, count: i32, unit: Unit, from: Moment, weekday: Option<u32>, run: Run) -> Option<(Meaning, Option<Source>)> {
        let (Meaning::Period(base), source) = self.moment(from, run, None)? else { return None };
        let Some(day) = base.first() else {
            return Some((Meaning::Vague(if count < 0 { Tense::Past } else { Tense::Future }), None));
        };
        let day = moved(day, unit, count)?;
        let day = weekday.map_or(Some(day), |weekday| nearest_weekday(day, weekday))?;
        Some((Meaning::Period(Period::day(day)), source))
    }

    fn moment(&self, moment: Moment, run: Run, bound: Option<Bound>) -> Option<(Meaning, Option<Source>)> {
        let (period, source) = match moment.frame {
            Frame::Year(year) => {
                if let Field::Stretch { count, unit, from_start } = moment.field {
                    return Some((stretch(Period::of(Some(year), Part::Year), count, unit, from_start)?, None));
                }
                match (moment.field, self.spoken_part(run)) {
                    (Field::Current(_), Some((part, mention))) => (Period::of(Some(year), part.part), Some(mention)),
                    (field, _) => (self.in_year(year, field).or_else(|| day_unknown(year, field))?, None),
                }
            }
            Frame::Open => self.by_weekday(moment).or_else(|| self.open(moment.field, run, bound))?,
            Frame::Shift { unit, count, from } => {
                let Some((frame, source)) = self.shifted(unit, count, from, run) else {
                    return Some((Self::unanchored(moment, count)?, None));
                };
                if let Field::Stretch { count, unit, from_start } = moment.field {
                    return Some((stretch(frame, count, unit, from_start)?, Some(source)));
                }
                self.within((frame, source), moment.field, run)?
            }
            Frame::Nearest { direction, from } => {
                let anchor = self.anchor(from, run).and_then(|(anchor, source)| Some((anchor.first()?, source)));
                match anchor {
                    Some((base, source)) => (self.nearest(moment.field, direction, base)?, Some(source)),
                    None => (unplaced(moment.field)?, None),
                }
            }
        };
        Some((feast_days(moment.field, period).unwrap_or_else(|| Meaning::Period(period.at(moment.clock))), source))
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

    fn anchor(&self, from: Anchor, run: Run) -> Option<(Period, Source)> {
        let published = self.reference.map(|reference| (reference, Source::Published));
        match from {
            Anchor::Speech => published,
            Anchor::Discourse => self.spoken_near(run).or(published),
        }
    }

    /// The unit so many on from the one that the anchor is in.
    fn shifted(&self, unit: Unit, count: i32, from: Anchor, run: Run) -> Option<(Period, Source)> {
        let (mut base, mut source) = self.anchor(from, run)?;
        if from == Anchor::Discourse && unit == Unit::Day && !base.is_day() {
            (base, source) = (self.reference?, Source::Published);
        }
        if unit <= Unit::Day && !base.is_day() {
            return None;
        }
        Some((Period::around(moved(base.first()?, unit, count)?, unit), source))
    }
}

/// A holiday of that year, where nobody told on which day it is.
fn day_unknown(year: i32, field: Field) -> Option<Period> {
    matches!(field, Field::Holiday(_)).then(|| Period::of(Some(year), Part::AnyDay))
}
