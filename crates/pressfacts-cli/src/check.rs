//! `pressfacts check`: texts against what was found in them before.

mod compare;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};
use anyhow::Context as _;
use pressfacts::OffsetUnit;
use serde_json::Value;

use crate::args::Check;
use crate::input::{self, Document, InputError, Raw, Reading};
use crate::output::{Found, is_reference, plain};
use crate::passage::{bytes, one_line, passage};
use crate::pipeline;
use crate::report::{self, Reporter, Tally, Usage, counted};
use crate::run::{Failure, Finder, Outcome};
use crate::sink::{self, WholeFile};
use compare::{Difference, Kind, differences, place};

/// Files beside texts that are no texts, even where a glob fits them.
pub(crate) const NOT_TEXTS: &[&str] = &[".facts.json", ".gold.json"];

/// How expectations are called.
const ENDING: &str = ".facts.json";

/// Compares, or accepts what is found; the outcome is complete where everything is as expected.
pub(crate) fn check(arguments: &Check, reporter: Reporter) -> anyhow::Result<Outcome> {
    sink::clean_up_when_interrupted()?;
    let threads = pipeline::threads(arguments.finding.threads)?;
    let checker = Checker::new(arguments)?;
    let reading = Reading { but: NOT_TEXTS, ..arguments.inputs.reading() };
    let inputs = input::documents(&arguments.inputs.paths, &reading);
    let mut results = Results::default();
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
                        reporter.warning(format_args!("{}: {doubt}", text.name));
                    }
                    reporter.note(format_args!("{}: {}", text.name, counted(text.facts, "fact")));
                    results.take(&text, arguments.accept.as_deref())?;
                }
                Err(failure) => {
                    tally.skip(failure.kind());
                    report::error(&failure);
                    let file = PathBuf::from(failure.source());
                    results.seen.entry(checker.places(&file).1).or_insert(file);
                }
            }
            Ok(())
        },
    )?;
    results.find_orphans(&checker);
    results.conclude(arguments, &tally)?;
    let complete = tally.skipped() == 0 && results.as_expected();
    Ok(if complete { Outcome::Complete } else { Outcome::Incomplete })
}

struct Checker<'a> {
    arguments: &'a Check,
    finder: Finder,
}

/// A text, compared with what is expected of it.
struct Checked {
    /// Its path below the folder that was named.
    name: String,
    /// Where its expectation stands.
    file: PathBuf,
    facts: usize,
    verdict: Verdict,
    /// What to accept.
    found: Vec<u8>,
    text: String,
    /// The text's file.
    of: PathBuf,
    doubt: Option<String>,
}

enum Verdict {
    /// There is no expectation.
    New,
    Compared(Vec<Difference>),
    Unreadable(String),
}

impl<'a> Checker<'a> {
    fn new(arguments: &'a Check) -> anyhow::Result<Self> {
        Ok(Self { arguments, finder: Finder::new(&arguments.finding)? })
    }

    fn check(&self, input: Result<Raw, InputError>) -> Result<Checked, Failure> {
        let mut document = input.and_then(Raw::decode).map_err(Failure::Input)?;
        let source = document.source.clone();
        let unusable = |error: anyhow::Error| Failure::Unusable(source.clone(), error);
        let file = document.file.clone().context("check reads texts and web pages: JSON Lines have no name for an expectation");
        let file = file.map_err(unusable)?;
        let (name, expectation) = self.places(&file);
        // Where the folder stands is no part of what is expected.
        document.source.clone_from(&name);
        let found = Found::new(&document, self.finder.facts(&document), OffsetUnit::Char);
        let facts = found.count();
        let unprintable = |error: serde_json::Error| unusable(error.into());
        let found = serde_json::to_value(found.facts()).map_err(unprintable)?;
        let mut stored = serde_json::to_vec_pretty(&found).map_err(unprintable)?;
        stored.push(b'\n');
        let verdict = self.compare(&expectation, &found, &document);
        Ok(Checked {
            name,
            file: expectation,
            facts,
            verdict,
            found: stored,
            text: document.text,
            of: file,
            doubt: document.doubt,
        })
    }

    fn compare(&self, file: &Path, found: &Value, document: &Document) -> Verdict {
        let expected = match fs::read_to_string(file) {
            Ok(expected) => expected,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Verdict::New,
            Err(error) => return Verdict::Unreadable(error.to_string()),
        };
        match serde_json::from_str::<Value>(&expected) {
            Ok(mut expected) if expected["offset_unit"] == "char" && expected["schema"] == found["schema"] => {
                if !self.arguments.finding.only.is_empty() {
                    self.leave_wanted(&mut expected);
                }
                Verdict::Compared(differences(&expected, found, &document.text))
            }
            Ok(_) => Verdict::Unreadable("not written by `pressfacts check --accept`, or under another schema".to_owned()),
            Err(error) => Verdict::Unreadable(error.to_string()),
        }
    }

    /// Takes the families that are not looked for out of what is expected. People and bodies hang on several.
    fn leave_wanted(&self, expected: &mut Value) {
        let wanted = self.arguments.finding.families();
        let unwanted =
            pressfacts::Family::ALL.into_iter().filter(|family| !wanted.contains(family)).map(pressfacts::Family::name);
        for list in unwanted.chain(["people", "organizations"]) {
            expected[list] = Value::Array(Vec::new());
        }
    }

    /// The text's path below the folder named, and where its expectation stands.
    fn places(&self, file: &Path) -> (String, PathBuf) {
        let below = self.arguments.inputs.paths.iter().filter(|root| root.is_dir()).find_map(|root| file.strip_prefix(root).ok());
        let below = below.or(file.file_name().map(Path::new)).unwrap_or(file);
        let name = below.to_string_lossy().replace('\\', "/");
        let stem = name.strip_suffix(".txt").unwrap_or(&name);
        let beside = || {
            let own = file.to_string_lossy();
            PathBuf::from(format!("{}{ENDING}", own.strip_suffix(".txt").unwrap_or(&own)))
        };
        let below = |folder: &PathBuf| folder.join(format!("{stem}{ENDING}"));
        let expectation = self.arguments.snapshots.as_ref().map_or_else(beside, below);
        (name, expectation)
    }
}

#[derive(Default)]
struct Results {
    same: usize,
    changed: usize,
    new: usize,
    accepted: usize,
    orphans: usize,
    unreadable: usize,
    /// Differences of each kind.
    lost: usize,
    added: usize,
    altered: usize,
    /// Names that were asked for and exist.
    named: BTreeSet<String>,
    /// Places of expectations, each with its text.
    seen: BTreeMap<PathBuf, PathBuf>,
}

impl Results {
    fn take(&mut self, checked: &Checked, accept: Option<&[String]>) -> anyhow::Result<()> {
        let other = self.seen.insert(checked.file.clone(), checked.of.clone());
        if let Some(other) = other.filter(|other| *other != checked.of) {
            let (of, other, file) = (checked.of.display(), other.display(), checked.file.display());
            return Err(Usage(format!("{of}: its expectation {file} is that of {other} as well")).into());
        }
        let fits = |name: &&String| {
            let stem = checked.name.strip_suffix(".txt").unwrap_or(&checked.name);
            let last = |path: &str| path.rsplit('/').next() == Some(name);
            **name == checked.name || *name == stem || last(&checked.name) || last(stem)
        };
        let named: Vec<_> = accept.into_iter().flatten().filter(fits).cloned().collect();
        let accepted = accept.is_some_and(<[String]>::is_empty) || !named.is_empty();
        self.named.extend(named);
        let same = matches!(&checked.verdict, Verdict::Compared(differences) if differences.is_empty());
        if same {
            self.same += 1;
            return Ok(());
        }
        if accepted {
            self.accepted += 1;
            write(&checked.file, &checked.found)?;
            return print(&format!("{} {}\n", mark(ADDED, "accepted"), checked.name));
        }
        let page = match &checked.verdict {
            Verdict::New => {
                self.new += 1;
                format!(
                    "{} {}: {}, nothing expected yet\n",
                    mark(ALTERED, "new text"),
                    checked.name,
                    counted(checked.facts, "fact")
                )
            }
            Verdict::Unreadable(why) => {
                self.unreadable += 1;
                format!("{} {}: {why}\n", mark(LOST, "unreadable"), checked.file.display())
            }
            Verdict::Compared(differences) => {
                self.changed += 1;
                self.show(checked, differences)
            }
        };
        print(&page)
    }

    fn show(&mut self, checked: &Checked, differences: &[Difference]) -> String {
        let mut page = format!("{}\n", checked.name);
        let moved = differences.iter().filter(|difference| difference.kind == Kind::Moved).count();
        for difference in differences.iter().filter(|difference| difference.kind != Kind::Moved) {
            *match difference.kind {
                Kind::Lost => &mut self.lost,
                Kind::New => &mut self.added,
                Kind::Changed | Kind::Moved => &mut self.altered,
            } += 1;
            show(&mut page, difference, &checked.text);
        }
        if moved > 0 {
            let _ = writeln!(page, "  {} {}: the text has changed", mark(ALTERED, "moved"), counted(moved, "fact"));
        }
        page
    }

    /// Expectations whose texts are gone.
    fn find_orphans(&mut self, checker: &Checker<'_>) {
        let folders = match &checker.arguments.snapshots {
            Some(folder) => vec![folder.clone()],
            None => checker.arguments.inputs.paths.iter().filter(|path| path.is_dir()).cloned().collect(),
        };
        // With globs, or with files named one by one, texts are left out on purpose.
        let everything = checker.arguments.inputs.paths.iter().all(|path| path.is_dir()) && !checker.arguments.inputs.has_globs();
        for folder in folders.iter().filter(|_| everything) {
            let walk = ignore::WalkBuilder::new(folder).standard_filters(false).sort_by_file_name(Ord::cmp).build();
            for entry in walk.filter_map(Result::ok) {
                let is_expectation = entry.file_name().to_str().is_some_and(|name| name.ends_with(ENDING));
                if is_expectation && !self.seen.contains_key(entry.path()) {
                    self.orphans += 1;
                    // The summary counts it where standard output is closed.
                    let _ = print(&format!("{} {}: its text was not found\n", mark(LOST, "left over"), entry.path().display()));
                }
            }
        }
    }

    fn conclude(&self, arguments: &Check, tally: &Tally) -> anyhow::Result<()> {
        if let Some(unknown) = arguments.accept.iter().flatten().find(|name| !self.named.contains(*name)) {
            anyhow::bail!("--accept {unknown}: no text of that name");
        }
        let mut line = format!("{}: {} as expected", counted(tally.read + tally.skipped(), "text"), self.same);
        for (number, what) in [
            (self.accepted, "accepted"),
            (self.changed, "changed"),
            (self.new, "new"),
            (self.unreadable, "with an unreadable expectation"),
            (tally.skipped(), "skipped"),
        ] {
            if number > 0 {
                let _ = write!(line, ", {number} {what}");
            }
        }
        let facts = [(self.lost, "lost"), (self.added, "new"), (self.altered, "changed")];
        let facts: Vec<_> =
            facts.iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {what}")).collect();
        if !facts.is_empty() {
            let _ = write!(line, "; facts: {}", facts.join(", "));
        }
        if self.orphans > 0 {
            let _ = write!(line, "; {} left over", counted(self.orphans, "expectation"));
        }
        print(&format!("{line}\n"))
    }

    fn as_expected(&self) -> bool {
        self.changed + self.new + self.unreadable + self.orphans == 0
    }
}

const LOST: Style = AnsiColor::Red.on_default();
const ADDED: Style = AnsiColor::Green.on_default();
const ALTERED: Style = AnsiColor::Yellow.on_default();

fn mark(style: Style, word: &str) -> String {
    format!("{style}{word}{style:#}")
}

fn show(page: &mut String, difference: &Difference, text: &str) {
    let (style, word) = match difference.kind {
        Kind::Lost => (LOST, "lost   "),
        Kind::New => (ADDED, "new    "),
        Kind::Changed | Kind::Moved => (ALTERED, "changed"),
    };
    let fact = &difference.fact;
    let range = place(fact).and_then(|(start, end)| Some((start, bytes(text, start, end)?)));
    let is_there = |range: &std::ops::Range<usize>| fact.get("text").is_none_or(|told| told == &text[range.clone()]);
    let name = fact.get("name").or(fact.get("text")).map(plain).unwrap_or_default();
    let what = match range {
        Some((start, range)) if is_there(&range) => format!("{} at {start}: {}", difference.family, passage(text, range, style)),
        _ => format!("{} {}", difference.family, one_line(&name)).trim_end().to_owned(),
    };
    let _ = writeln!(page, "  {} {what}", mark(style, word));
    if difference.kind == Kind::Changed {
        for (name, before, after) in &difference.fields {
            let shown = |value: &str| if value.is_empty() { "nothing".to_owned() } else { one_line(value) };
            let _ = writeln!(page, "          {name}: {} → {}", shown(before), shown(after));
        }
        return;
    }
    let is_entity = place(fact).is_none();
    let silent = |key: &str| {
        matches!(key, "start" | "end" | "text" | "mentions" | "roles") || is_reference(key) || is_entity && key == "name"
    };
    let told = fact.iter().filter(|(key, _)| !silent(key)).map(|(key, value)| (key, plain(value)));
    let told = told.filter(|(_, value)| !value.is_empty()).map(|(key, value)| format!("{key} {}", one_line(&value)));
    let told = told.collect::<Vec<_>>().join(", ");
    if !told.is_empty() {
        let _ = writeln!(page, "          {told}");
    }
}

fn print(page: &str) -> anyhow::Result<()> {
    Ok(anstream::stdout().write_all(page.as_bytes())?)
}

fn write(path: &Path, facts: &[u8]) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let mut file = WholeFile::create(path)?;
    file.write_all(facts)?;
    file.finish()
}
