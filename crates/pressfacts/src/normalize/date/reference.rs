//! The document creation time: given, or read from the dateline, a heading, a labelled line, the first full date.

use crate::fact::{Basis, Bound};
use crate::layout::{Block, BlockKind, Document, is_free_dash};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::rules::Candidate;
use crate::rules::date::DateSyntax;
use crate::rules::date::syntax::{Field, Frame, Moment, Time};
use crate::token::{Kind, Token};

use super::period::{Part, Period};

/// A dateline stands in one of the first blocks.
const FIRST_BLOCKS: usize = 14;
/// A date of publication below the text stands in one of the last blocks.
const LAST_BLOCKS: usize = 8;
/// Most tokens that a dateline has before its date: places, agencies.
const LONGEST_PLACE: usize = 18;
/// Most tokens between the date of a dateline and the dash behind it: a place, an agency.
const LONGEST_AGENCY: usize = 8;
/// Most tokens that a line has besides the date that it only gives.
const LONGEST_LABEL: usize = 4;

type Chosen = Candidate<DateSyntax>;

/// What the document shows about how it writes dates.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    day_first: bool,
}

impl Evidence {
    /// From a numeric date with a day over 12, else from the dateline's country, else from the order of day and month where
    /// months are named.
    pub(super) fn of(document: &Document<'_>, chosen: &[Chosen], country: Option<&str>) -> Self {
        let (mut decided, mut day_first, mut month_first) = (None, 0, 0);
        for candidate in chosen {
            let (Time::Moment(moment) | Time::Range(moment, _)) = candidate.syntax.time else { continue };
            match moment.field {
                Field::Numeric { first, .. } if first > 12 => decided = decided.or(Some(true)),
                Field::Numeric { second, .. } if second > 12 => decided = decided.or(Some(false)),
                Field::Day { month: Some(_), .. } => {
                    let run = candidate.run.start..candidate.run.end;
                    let opens = document.tokens[run].iter().find(|token| token.is(Classes::MONTH) || token.kind == Kind::Number);
                    match opens {
                        Some(token) if token.is(Classes::MONTH) => month_first += 1,
                        Some(token) if token.span.len() <= 2 => day_first += 1,
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        Self { day_first: decided.or_else(|| day_comes_first(document, country?)).unwrap_or(day_first > month_first) }
    }

    /// The two numbers of a date as month and day.
    pub(super) fn month_and_day(self, first: u32, second: u32) -> (u32, u32) {
        let day_first = if first > 12 { true } else { second <= 12 && self.day_first };
        if day_first { (second, first) } else { (first, second) }
    }
}

/// Whether numeric dates put the day before the month in the country; `None` where that is not told.
fn day_comes_first(document: &Document<'_>, country: &str) -> Option<bool> {
    match document.lexicon.value(document.lexicon.look_up(country).entry, Classes::DATE_ORDER, country) {
        None => Some(true),
        Some("month") => Some(false),
        Some(_) => None,
    }
}

/// The document creation time that the text itself gives, and how.
pub(super) fn published(document: &Document<'_>, chosen: &[Chosen], evidence: Evidence) -> Option<(Period, Basis)> {
    let places = || {
        chosen.iter().filter_map(|candidate| {
            let period = explicit(candidate, evidence)?;
            Some((Place::of(document, candidate)?, period))
        })
    };
    let heading = places().find(|(place, _)| place.is_heading()).map(|(_, period)| period);
    let metadata = places().find(|(place, _)| place.is_metadata()).map(|(_, period)| period);
    let full = |period: &Period| period.year.is_some();
    // What has gone on since a day is not what the text reports of it.
    let reported = || chosen.iter().filter(|candidate| candidate.syntax.bound != Some(Bound::Since));
    let first_date =
        || reported().filter_map(|candidate| explicit(candidate, evidence)).find(|period| full(period) && period.is_day());
    let any_year = || heading.filter(full).or(metadata.filter(full)).or_else(first_date).and_then(|period| period.year);
    if let Some((_, dateline)) = places().find(|(place, _)| place.is_dateline()) {
        let dated = Period { year: dateline.year.or_else(any_year), ..dateline };
        if dated.bounds().is_some() {
            return Some((dated, Basis::Dateline));
        }
    }
    heading
        .filter(full)
        .map(|period| (period, Basis::Heading))
        .or_else(|| metadata.filter(full).map(|period| (period, Basis::Metadata)))
        .or_else(|| first_date().map(|period| (period, Basis::FirstDate)))
}

/// The day or month that a candidate names, perhaps without its year; `None` for anything else.
fn explicit(candidate: &Chosen, evidence: Evidence) -> Option<Period> {
    let Time::Moment(Moment { frame, field, .. }) = candidate.syntax.time else { return None };
    let year = match frame {
        Frame::Year(year) => Some(year),
        Frame::Open => None,
        Frame::Shift { .. } | Frame::Nearest { .. } => return None,
    };
    let part = match field {
        Field::Day { month: Some(month), day } => Part::Day { month, day },
        Field::Numeric { first, second } => {
            let (month, day) = evidence.month_and_day(first, second);
            Part::Day { month, day }
        }
        Field::Month(month) if year.is_some() => Part::Month(month),
        _ => return None,
    };
    Some(Period::of(year, part))
}

/// Where a candidate stands in its block.
struct Place<'d> {
    document: &'d Document<'d>,
    before: &'d [Token],
    after: &'d [Token],
    block: &'d Block,
    index: usize,
}

impl<'d> Place<'d> {
    fn of(document: &'d Document<'_>, candidate: &Chosen) -> Option<Self> {
        let Run { start, end } = candidate.run;
        let index = document.sentence_of(start)?.block;
        let block = &document.blocks[index];
        let before = &document.tokens[block.tokens.start..start];
        let after = &document.tokens[end..block.tokens.end];
        Some(Self { document, before, after, block, index })
    }

    fn is_early(&self) -> bool {
        self.index < FIRST_BLOCKS
    }

    /// `GENEVA, Nov. 14 (AP) --`, `November 5, Shanghai –`, `City, ST – November 12, 2025 –`.
    fn is_dateline(&self) -> bool {
        if !self.is_early() || self.before.len() > LONGEST_PLACE || !self.before.iter().all(|token| self.names_place(token)) {
            return false;
        }
        // `May 1 - November`: a range; a row of a table gives the date of what it names.
        let range = self.after.get(1).is_some_and(|token| token.is(Classes::MONTH) || token.kind == Kind::Number);
        if range || self.block.kind == BlockKind::Row {
            return false;
        }
        let hangs = self.before.last().is_some_and(|token| token.is(Classes::CONNECTOR) || token.is(Classes::BOUND));
        if hangs || Self::is_label(self.before.first()) {
            return false;
        }
        let Some(next) = self.after.first() else {
            return !self.before.is_empty() && self.block.tokens.len() <= LONGEST_PLACE;
        };
        let dash = |token: &Token| is_free_dash(token) || matches!(token.kind, Kind::Slash | Kind::Colon) && !token.glued();
        let marked = matches!(next.kind, Kind::Dash | Kind::Slash | Kind::Open | Kind::Colon) || dash(next);
        let dashed = || {
            let agency = self.after.iter().take(LONGEST_AGENCY);
            let names = agency.take_while(|token| self.names_place(token) || token.kind == Kind::Web);
            names.clone().any(|token| matches!(token.kind, Kind::Dash) || dash(token))
        };
        let reports = next.kind == Kind::Close || next.kind == Kind::Period;
        (marked && !self.before.is_empty()) || dashed() || reports && self.before.len() > 1
    }

    /// Whether the token could belong to the place or agency of a dateline.
    fn names_place(&self, token: &Token) -> bool {
        match token.kind {
            Kind::Word | Kind::Dotted => {
                token.capitalized() || token.is(Classes::CONNECTOR) && ["of", "the", "and", "de"].contains(&self.written(token))
            }
            Kind::Number => false,
            _ => true,
        }
    }

    fn written(&self, token: &Token) -> &'d str {
        token.span.of(self.document.text)
    }

    /// A line that only gives a date, above or below the text.
    fn is_heading(&self) -> bool {
        let near_an_end = self.is_early() || self.index + LAST_BLOCKS >= self.document.blocks.len();
        let marks = |tokens: &[Token]| tokens.iter().all(|token| !matches!(token.kind, Kind::Word | Kind::Number | Kind::Dotted));
        near_an_end && marks(self.before) && (marks(self.after) || Self::is_label(self.after.first()))
    }

    /// `Posted On: 12 MAY 2021`, `date: 2021-10-19`, `Released 3 May 2024`.
    fn is_metadata(&self) -> bool {
        if self.before.len() > LONGEST_LABEL + 2 {
            return false;
        }
        let words = self.before.iter().filter(|token| token.kind == Kind::Word).count();
        words > 0 && words <= LONGEST_LABEL && Self::is_label(self.before.first())
    }

    fn is_label(token: Option<&Token>) -> bool {
        token.is_some_and(|token| token.opens.any(Classes::DATE_LABEL))
    }
}

#[cfg(test)]
mod tests {
    use crate::extractor::Extractor;
    use crate::fact::Basis;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, Basis)>) {
        let published = Extractor::default().extract(text).published;
        let found = published.as_ref().map(|published| (&*published.value, published.basis));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn datelines() {
        for text in [
            "GENEVA, Nov. 14, 2024 (AP) -- The council met and agreed on the plan.",
            "**Singapore, 14 November 2024** – The council met and agreed on the plan.",
            "Salt Lake City, UT – November 14, 2024 – The council met and agreed on the plan.",
            "HONG KONG - Example Newswire (https://www.example.com/) - 14 November 2024 - The council met and agreed.",
            "November 14, Shanghai – The council met and agreed on the plan.\n\nNovember 2024",
        ] {
            check(text, Some(("2024-11-14", Basis::Dateline)));
        }
    }

    #[test]
    fn headings_and_labels() {
        check(
            "Council meets\n\nNovember 14, 2024\n\nThe council met on 13 May 2021 there.",
            Some(("2024-11-14", Basis::Heading)),
        );
        check("The council met there and agreed on the plan.\n\nNovember 2024\n", Some(("2024-11", Basis::Heading)));
        check("Posted On: 14 NOV 2024 by the council\n\nThe council met there.", Some(("2024-11-14", Basis::Metadata)));
        check("Port Traffic\n\nPublished: 14 November 2024\n\nThe port grew.", Some(("2024-11-14", Basis::Metadata)));
        check("date: 2024-11-14\ntype: news\n\nThe council met there.", Some(("2024-11-14", Basis::Metadata)));
    }

    #[test]
    fn else_the_first_full_date() {
        check("On November 14, 2024, the council met. It meets again next year.", Some(("2024-11-14", Basis::FirstDate)));
        check("Since November 14, 2004, the council has met yearly.", None);
        check("In 2024 the council met.", None);
        check("May 1 - November - late forms\n\nThe fair opened on May 17, 2025.", Some(("2025-05-17", Basis::FirstDate)));
    }
}
