//! The stages, in order.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use crate::error::{Error, Kind};
use crate::fact::Family;
use crate::layout::Document;
use crate::lexicon::{self, Lexicon};
use crate::link;
use crate::normalize;
use crate::resolve;
use crate::rules;
use crate::schema::Extraction;

/// What an extraction depends on besides the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The date of publication, against which relative dates are resolved. Without it, the text's own is looked for.
    pub published: Option<NaiveDate>,
    /// The families wanted. A family reads the same with and without the others.
    pub families: Vec<Family>,
}

impl Default for Options {
    fn default() -> Self {
        Self { published: None, families: Family::ALL.to_vec() }
    }
}

impl Options {
    /// The same, with a date of publication.
    #[must_use]
    pub fn published(mut self, date: NaiveDate) -> Self {
        self.published = Some(date);
        self
    }

    /// The same, with these families only.
    #[must_use]
    pub fn families(mut self, wanted: impl IntoIterator<Item = Family>) -> Self {
        self.families = wanted.into_iter().collect();
        self
    }
}

/// Reads a date of publication: `2024-11-07`, also with a time of day behind it (`2024-11-07T23:30:00+09:00`). The day is
/// taken as it is written, in its own time zone: where a text says "today", that day is meant, not the one in Greenwich.
///
/// # Errors
///
/// The text is no such date.
pub fn parse_published(text: &str) -> Result<NaiveDate, Error> {
    let text = text.trim();
    let (date, time) = text.split_once(['T', 't', ' ']).map_or((text, None), |(date, time)| (date, Some(time.trim())));
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok().filter(|_| time.is_none_or(is_time_of_day));
    date.ok_or_else(|| Kind::Published(text.to_owned()).into())
}

/// `09:30`, `09:30:00`, `09:30:00.5`, with or without a zone behind it: `Z`, `UTC`, `+01:00`, `-0500`.
fn is_time_of_day(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(text.len());
    let (time, zone) = (&text[..end], text[end..].trim());
    let offset = zone.strip_prefix(['+', '-']).unwrap_or("00:00");
    let is_zone = zone.chars().all(|c| c.is_ascii_alphabetic()) || zone.starts_with(['+', '-']);
    let is_time = |text: &str, formats: &[&str]| formats.iter().any(|format| NaiveTime::parse_from_str(text, format).is_ok());
    is_zone && is_time(time, &["%H:%M", "%H:%M:%S%.f"]) && is_time(offset, &["%H:%M", "%H%M"])
}

/// Extracts facts from texts. Make one, share it, use it as often as you like.
///
/// ```
/// use pressfacts::{Extractor, Options};
///
/// let extractor = Extractor::new(Options::default());
/// let facts = extractor.extract("The session was held on November 6, 2024.");
/// assert_eq!(facts.dates[0].value, "2024-11-06");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Extractor {
    options: Options,
    /// Other words than those that come with the crate.
    lexicon: Option<Arc<Lexicon>>,
}

impl Extractor {
    /// An extractor with these options.
    pub fn new(options: Options) -> Self {
        Self { options, lexicon: None }
    }

    /// The same, with other words than those that come with the crate.
    #[must_use]
    pub fn with_lexicon(mut self, lexicon: impl Into<Arc<Lexicon>>) -> Self {
        self.lexicon = Some(lexicon.into());
        self
    }

    pub(crate) fn lexicon(&self) -> &Lexicon {
        self.lexicon.as_deref().unwrap_or_else(|| lexicon::built_in())
    }

    /// The facts of a text. Never fails and never panics: every text has facts, if only none. Of a text of more than 4 GiB,
    /// that much is read.
    pub fn extract(&self, text: &str) -> Extraction {
        self.extract_observed(text, |_| {})
    }

    /// The same; `done` is told of each stage when it is done. For the bench that says what each stage costs.
    #[doc(hidden)]
    pub fn extract_observed(&self, text: &str, mut done: impl FnMut(Stage)) -> Extraction {
        let document = Document::read(text, self.lexicon());
        done(Stage::Layout);
        let candidates = rules::find(&document);
        done(Stage::Rules);
        let selected = resolve::choose(candidates, document.tokens.len());
        done(Stage::Resolve);
        let (published, dates) = normalize::date::dates(&document, &selected.dates, self.options.published);
        let (mut roles, ties) = normalize::role::roles(&document, &selected);
        let mut statistics = normalize::statistic::statistics(&document, &selected);
        let (mut agreements, clauses) = normalize::agreement::agreements(&document, &selected);
        done(Stage::Normalize);
        let mut wordings = link::Wordings::new(&document);
        let people = link::person::people(&mut wordings, &mut roles, &ties);
        link::level::date_statistics(&document, &dates, &mut statistics);
        link::time::date_agreements(&document, &dates, &mut agreements, &clauses);
        let organizations =
            link::organization::organizations(&mut wordings, &people, (&mut roles, &ties), (&mut agreements, &clauses));
        done(Stage::Link);
        let facts =
            Extraction { published, dates, roles, people, organizations, statistics, agreements, ..Extraction::default() };
        facts.only(&self.options.families)
    }
}

/// A part of the way from text to facts, as the crate's documentation has it; the schema is what is left.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Layout,
    Rules,
    Resolve,
    Normalize,
    Link,
}

#[cfg(test)]
mod tests {
    use super::parse_published;

    #[test]
    fn the_day_of_a_date_time_is_the_one_written() {
        for text in [
            "2024-11-07",
            " 2024-11-07 ",
            "2024-11-07T23:30",
            "2024-11-07 23:30:59.25",
            "2024-11-07T23:30:00Z",
            "2024-11-07t23:30:00+09:00",
            "2024-11-07 23:30:00 -0500",
            "2024-11-07 23:30 UTC",
        ] {
            assert_eq!(parse_published(text).ok().map(|date| date.to_string()).as_deref(), Some("2024-11-07"), "{text}");
        }
        for text in
            ["", "2024-13-01", "07.11.2024", "2024-11-07Tnoon", "2024-11-07T25:00", "2024-11-07T10:00+99:00", "2024-11-07 or so"]
        {
            assert!(parse_published(text).is_err(), "{text}");
        }
    }
}
