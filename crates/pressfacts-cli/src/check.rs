//! `pressfacts check`: texts against what was found in them before.

mod place;
mod results;

use std::fs;
use std::io;
use std::path::Path;

use pressfacts::{Family, OffsetUnit, SCHEMA_VERSION};
use pressfacts_score::{Difference, Expectation, stored};
use serde_json::Value;

use crate::args::Check;
use crate::input::{self, Document, InputError, Raw, Reading};
use crate::output::Found;
use crate::pipeline;
use crate::report::{self, Reporter, Tally, counted};
use crate::run::{Failure, Finder, Outcome};
use crate::sink;
use place::Place;
use results::Results;

/// Files beside texts that are no texts, even where a glob fits them.
pub(crate) const NOT_TEXTS: &[&str] = &[place::ENDING, ".gold.json"];

/// Compares, or accepts what is found; the outcome is complete where everything is as expected.
pub(crate) fn check(arguments: &Check, reporter: Reporter) -> anyhow::Result<Outcome> {
    sink::clean_up_when_interrupted()?;
    let threads = pipeline::threads(arguments.threads.number)?;
    let checker = Checker { arguments, finder: Finder::new(&arguments.finding)? };
    let reading = Reading { but: NOT_TEXTS, ..arguments.inputs.reading() };
    let inputs = input::documents(&arguments.inputs.paths, &reading);
    let mut results = Results::new(arguments);
    let mut tally = Tally::default();
    pipeline::each(
        &threads,
        inputs,
        |input| checker.check(input),
        |done| {
            match done {
                Ok(text) => {
                    tally.read += 1;
                    if let Some(doubt) = &text.doubt {
                        reporter.warning(format_args!("{}: {doubt}", text.place.name));
                    }
                    reporter.note(format_args!("{}: {}", text.place.name, counted(text.facts, "fact")));
                    results.take(text)?;
                }
                Err(failure) => {
                    tally.skip(failure.kind());
                    report::error(&failure);
                    results.miss(failure.path());
                }
            }
            Ok(())
        },
    )?;
    results.accept_named()?;
    results.find_orphans();
    results.conclude(&tally)?;
    let complete = tally.skipped() == 0 && results.as_expected();
    Ok(if complete { Outcome::Complete } else { Outcome::Incomplete })
}

struct Checker<'a> {
    arguments: &'a Check,
    finder: Finder,
}

/// A text, compared with what is expected of it.
struct Checked {
    place: Place,
    facts: usize,
    verdict: Verdict,
    /// What to accept.
    found: String,
    text: String,
    doubt: Option<String>,
}

enum Verdict {
    /// There is no expectation.
    New,
    Compared(Vec<Difference>),
    Unreadable(String),
}

impl Checker<'_> {
    fn check(&self, input: Result<Raw, InputError>) -> Result<Checked, Failure> {
        let mut document = input.and_then(Raw::decode).map_err(Failure::Input)?;
        let source = document.source.clone();
        let unusable = |error: anyhow::Error| Failure::Unusable(source.clone(), error);
        let place = place::place(self.arguments, &document).map_err(unusable)?;
        // Where the folder stands is no part of what is expected.
        document.source.clone_from(&place.name);
        let found = Found::new(&document, self.finder.facts(&document), OffsetUnit::Char);
        let facts = found.count();
        let found = serde_json::to_value(found.facts()).map_err(|error| unusable(error.into()))?;
        let verdict = self.compare(&place.expectation, &found, &document);
        Ok(Checked { place, facts, verdict, found: stored(&found), text: document.text, doubt: document.doubt })
    }

    fn compare(&self, file: &Path, found: &Value, document: &Document) -> Verdict {
        let expected = match fs::read_to_string(file) {
            Ok(expected) => expected,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Verdict::New,
            Err(error) => return Verdict::Unreadable(error.to_string()),
        };
        match Expectation::read(&expected, SCHEMA_VERSION) {
            Ok(expected) if self.arguments.finding.only.is_empty() => {
                Verdict::Compared(expected.differences(found, &document.text))
            }
            Ok(expected) => {
                let families: Vec<_> = self.arguments.finding.families().into_iter().map(Family::name).collect();
                Verdict::Compared(expected.only(&families).differences(&people_aside(found), &document.text))
            }
            Err(error) => Verdict::Unreadable(error.to_string()),
        }
    }
}

/// What is found, but for people and bodies, which hang on several families.
fn people_aside(found: &Value) -> Value {
    let mut found = found.clone();
    for list in ["people", "organizations"] {
        found[list] = Value::Array(Vec::new());
    }
    found
}
