//! `pressfacts eval`: precision, recall and F1 against gold files.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};

use anstyle::{AnsiColor, Style};
use anyhow::Context as _;
use pressfacts::{Family, OffsetUnit};
use pressfacts_score::{Count, Fault, FaultKind, Gold, Score, bytes, passage};
use serde_json::Value;

use crate::args::Eval;
use crate::check::NOT_TEXTS;
use crate::input::{self, Document, InputError, Origin, Raw, Reading};
use crate::output::{Found, told};
use crate::pipeline;
use crate::report::{self, Reporter, Tally, counted};
use crate::run::{Failure, Finder, Outcome};

/// Scores all texts that have a gold file.
pub(crate) fn eval(arguments: &Eval, reporter: Reporter) -> anyhow::Result<Outcome> {
    let threads = pipeline::threads(arguments.threads.number)?;
    let finder = Finder::new(&arguments.finding)?;
    let reading = Reading { but: NOT_TEXTS, ..arguments.inputs.reading() };
    let inputs = input::documents(&arguments.inputs.paths, &reading);
    let families = arguments.finding.families();
    let wanted = |family: &str| families.iter().any(|wanted| wanted.name() == family);
    let mut score = Score::default();
    let mut tally = Tally::default();
    let mut out = anstream::stdout();
    pipeline::each(
        &threads,
        inputs,
        |input| read(&finder, input),
        |done| {
            match done {
                Ok(Read { source, gold: None, .. }) => reporter.note(format_args!("{source}: no gold file")),
                Ok(Read { source, text, gold: Some(gold), found }) => {
                    tally.read += 1;
                    reporter.note(&source);
                    score.add(&gold, &found);
                    if arguments.errors {
                        let faults = Score::faults(&gold, &found);
                        out.write_all(listing(&source, &text, faults.iter().filter(|fault| wanted(fault.family))).as_bytes())?;
                    }
                }
                Err(failure) => {
                    tally.skip(failure.kind());
                    report::error(&failure);
                }
            }
            Ok(())
        },
    )?;
    if tally.read == 0 && tally.skipped() == 0 {
        anyhow::bail!("no gold file: what is to be found in NAME.txt stands in NAME.gold.json beside it");
    }
    if tally.read > 0 {
        out.write_all(figures(&score, &families).as_bytes())?;
    }
    out.flush()?;
    reporter.summary(&tally);
    Ok(if tally.skipped() == 0 { Outcome::Complete } else { Outcome::Incomplete })
}

/// A text, what is to be found in it, and what is.
struct Read {
    source: String,
    text: String,
    gold: Option<Gold>,
    found: Value,
}

fn read(finder: &Finder, input: Result<Raw, InputError>) -> Result<Read, Failure> {
    let document = input.and_then(Raw::decode).map_err(Failure::Input)?;
    let gold_file = match &document.origin {
        Origin::File(file) => Some(file.with_extension("gold.json")),
        Origin::Line(..) | Origin::Standard => None,
    };
    let without = |document: Document| Ok(Read { source: document.source, text: document.text, gold: None, found: Value::Null });
    let Some(gold_file) = gold_file else { return without(document) };
    let gold = match fs::read_to_string(&gold_file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return without(document),
        gold => gold.map_err(anyhow::Error::from).and_then(|gold| Ok(Gold::read(&gold)?)),
    };
    let gold = gold.map_err(|error| Failure::Unusable(gold_file.display().to_string(), error))?;
    let found = Found::new(&document, finder.facts(&document), OffsetUnit::Char);
    let found = serde_json::to_value(found.facts()).context("facts serialise");
    let found = found.map_err(|error| Failure::Unusable(document.source.clone(), error))?;
    Ok(Read { source: document.source, text: document.text, gold: Some(gold), found })
}

fn figures(score: &Score, families: &[Family]) -> String {
    let mut page = format!("{:27} {:>6} {:>6} {:>6} {:>7} {:>8} {:>8}\n", "", "P", "R", "F1", "right", "expected", "reported");
    let is_wanted = |name: &str| families.iter().any(|family| name.starts_with(family.name()));
    for (name, count) in score.counts().iter().filter(|(name, _)| is_wanted(name)) {
        let [precision, recall, f1] = count.figures();
        let Count { right, expected, reported } = count;
        let _ = writeln!(page, "{name:27} {precision:6.1} {recall:6.1} {f1:6.1} {right:7} {expected:8} {reported:8}");
    }
    if let Some(press) = score.press().filter(|_| families.len() == Family::ALL.len()) {
        let _ = writeln!(page, "{:27} {:>6} {:>6} {press:6.1}", "press, the mean of four", "", "");
    }
    page
}

const MISSED: Style = AnsiColor::Red.on_default();
const SPURIOUS: Style = AnsiColor::Magenta.on_default();
const WRONG: Style = AnsiColor::Yellow.on_default();

fn listing<'f>(source: &str, text: &str, faults: impl Iterator<Item = &'f Fault<'f>>) -> String {
    let mut page = String::new();
    let mut number = 0;
    for fault in faults {
        number += 1;
        let (style, word) = match fault.kind {
            FaultKind::Missed => (MISSED, "missed  "),
            FaultKind::Spurious => (SPURIOUS, "spurious"),
            FaultKind::Wrong => (WRONG, "wrong   "),
        };
        let Some(mention) = fault.gold.or(fault.found) else { continue };
        let place = mention["start"].as_u64().zip(mention["end"].as_u64()).and_then(|(start, end)| bytes(text, start, end));
        let shown = place.map_or_else(|| "outside of the text".to_owned(), |place| passage(text, place, style));
        let _ = writeln!(page, "  {style}{word}{style:#} {} at {}: {shown}", fault.family, mention["start"]);
        for (label, mention) in [("gold", fault.gold), ("found", fault.found)] {
            if let Some(mention) = mention {
                let _ = writeln!(page, "           {label:5} {}", told(mention));
            }
        }
    }
    if number == 0 { page } else { format!("{source}: {}\n{page}\n", counted(number, "error")) }
}
