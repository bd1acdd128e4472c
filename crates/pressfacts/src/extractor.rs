//! The stages, in order.

use chrono::NaiveDate;

use crate::error::{Error, Kind};
use crate::fact::Family;
use crate::layout::Document;
use crate::lexicon;
use crate::link;
use crate::normalize;
use crate::resolve::{self, Candidates};
use crate::rules::{self, agreement, date, identifier, role, statistic};
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

/// Reads a date of publication: `2024-11-07`, also with a time of day behind it, which is passed over.
///
/// # Errors
///
/// The text is no such date.
pub fn parse_published(text: &str) -> Result<NaiveDate, Error> {
    let date = text.split(['T', ' ']).next().unwrap_or(text);
    NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| Kind::Published(text.to_owned()).into())
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
}

impl Extractor {
    /// An extractor with these options.
    pub fn new(options: Options) -> Self {
        Self { options }
    }

    fn wants(&self, family: Family) -> bool {
        self.options.families.contains(&family)
    }

    /// The facts of a text. Never fails and never panics: every text has facts, if only none.
    pub fn extract(&self, text: &str) -> Extraction {
        let document = Document::read(text, lexicon::built_in());
        let candidates = Candidates {
            dates: rules::find(&document, date::RULES),
            roles: rules::find(&document, role::RULES),
            statistics: rules::find(&document, statistic::RULES),
            agreements: rules::find(&document, agreement::RULES),
            identifiers: rules::find(&document, identifier::RULES),
        };
        let selected = resolve::choose(candidates, document.tokens.len());
        let (published, dates) = normalize::date::dates(&document, &selected.dates, self.options.published);
        let mut roles = normalize::role::roles(&document, &selected);
        let mut statistics = normalize::statistic::statistics(&document, &selected);
        let mut agreements = normalize::agreement::agreements(&document, &selected);
        let people = link::person::people(&document, &mut roles);
        link::time::date_statistics(&document, &dates, &mut statistics);
        link::time::date_agreements(&document, &dates, &mut agreements);
        let facts = Extraction { published, dates, roles, people, statistics, agreements, ..Extraction::default() };
        let mut facts = facts.only(&self.options.families);
        if self.wants(Family::Roles) || self.wants(Family::Agreements) {
            // Of the families wanted only: the bodies go with those that name them.
            facts.organizations = link::organization::organizations(&document, &facts.roles, &facts.agreements);
        }
        facts
    }
}
