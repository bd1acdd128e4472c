//! What the check of all texts comes to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};
use anyhow::Context as _;
use pressfacts_score::{Difference, DifferenceKind};

use super::place::{ENDING, folder, of_file};
use super::{Checked, Verdict};
use crate::args::Check;
use crate::report::{Tally, Usage, counted};
use crate::sink::WholeFile;

pub(super) struct Results<'a> {
    arguments: &'a Check,
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
    /// Texts accepted by name: nothing is written before all names are known to exist.
    waiting: Vec<Checked>,
    /// Places of expectations, each with its text.
    seen: BTreeMap<PathBuf, String>,
    /// Folders of expectations some of whose texts could not be read.
    unsure: BTreeSet<PathBuf>,
}

impl<'a> Results<'a> {
    pub(super) fn new(arguments: &'a Check) -> Self {
        Self {
            arguments,
            same: 0,
            changed: 0,
            new: 0,
            accepted: 0,
            orphans: 0,
            unreadable: 0,
            lost: 0,
            added: 0,
            altered: 0,
            named: BTreeSet::new(),
            waiting: Vec::new(),
            seen: BTreeMap::new(),
            unsure: BTreeSet::new(),
        }
    }

    /// Takes in a text: shows how it differs, or accepts it.
    pub(super) fn take(&mut self, checked: Checked) -> anyhow::Result<()> {
        let place = &checked.place;
        let other = self.seen.insert(place.expectation.clone(), place.of.clone());
        if let Some(other) = other.filter(|other| *other != place.of) {
            let (of, file) = (&place.of, place.expectation.display());
            return Err(Usage(format!("{of}: its expectation {file} is that of {other} as well")).into());
        }
        let named = self.names_of(&place.name);
        let is_named = !named.is_empty();
        self.named.extend(named);
        if matches!(&checked.verdict, Verdict::Compared(differences) if differences.is_empty()) {
            self.same += 1;
            return Ok(());
        }
        if self.arguments.accept.as_deref().is_some_and(<[String]>::is_empty) {
            return self.accept(&checked);
        }
        if is_named {
            self.waiting.push(checked);
            return Ok(());
        }
        let page = match &checked.verdict {
            Verdict::New => {
                self.new += 1;
                let facts = counted(checked.facts, "fact");
                format!("{} {}: {facts}, nothing expected yet\n", mark(ALTERED, "new text"), place.name)
            }
            Verdict::Unreadable(why) => {
                self.unreadable += 1;
                format!("{} {}: {why}\n", mark(LOST, "unreadable"), place.expectation.display())
            }
            Verdict::Compared(differences) => {
                self.changed += 1;
                self.show(&checked, differences)
            }
        };
        print(&page)
    }

    /// The names asked for that this one goes by: its path, the end of it, either without its ending.
    fn names_of(&self, name: &str) -> Vec<String> {
        let stem = name.strip_suffix(".txt").unwrap_or(name);
        let ends = |path: &str, asked: &str| path.strip_suffix(asked).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'));
        let fits = |asked: &&String| ends(name, asked) || ends(stem, asked);
        self.arguments.accept.iter().flatten().filter(|asked| !asked.is_empty()).filter(fits).cloned().collect()
    }

    /// Takes note of a text that could not be read: what is expected of it is not left over.
    pub(super) fn miss(&mut self, (file, is_line): (&Path, bool)) {
        if is_line {
            self.unsure.extend(folder(self.arguments, file));
        } else {
            let place = of_file(self.arguments, file);
            self.seen.entry(place.expectation).or_insert(place.of);
        }
    }

    /// Stores what was asked for by name.
    pub(super) fn accept_named(&mut self) -> anyhow::Result<()> {
        if let Some(unknown) = self.arguments.accept.iter().flatten().find(|name| !self.named.contains(*name)) {
            return Err(Usage(format!("--accept {unknown}: no text of that name; nothing was stored")).into());
        }
        let waiting = std::mem::take(&mut self.waiting);
        waiting.iter().try_for_each(|checked| self.accept(checked))
    }

    fn accept(&mut self, checked: &Checked) -> anyhow::Result<()> {
        self.accepted += 1;
        write(&checked.place.expectation, &checked.found)?;
        print(&format!("{} {}\n", mark(ADDED, "accepted"), checked.place.name))
    }

    fn show(&mut self, checked: &Checked, differences: &[Difference]) -> String {
        let mut page = format!("{}\n", checked.place.name);
        let moved = differences.iter().filter(|difference| difference.kind == DifferenceKind::Moved).count();
        for difference in differences.iter().filter(|difference| difference.kind != DifferenceKind::Moved) {
            *match difference.kind {
                DifferenceKind::Lost => &mut self.lost,
                DifferenceKind::New => &mut self.added,
                DifferenceKind::Changed | DifferenceKind::Moved => &mut self.altered,
            } += 1;
            page.push_str(&difference.show(&checked.text));
        }
        if moved > 0 {
            let _ = writeln!(page, "  {} {}: the text has changed", mark(ALTERED, "moved"), counted(moved, "fact"));
        }
        page
    }

    /// Expectations whose texts are gone.
    pub(super) fn find_orphans(&mut self) {
        let inputs = &self.arguments.inputs;
        let folders = match &self.arguments.snapshots {
            Some(folder) => vec![folder.clone()],
            None => inputs.paths.iter().filter(|path| path.is_dir()).cloned().collect(),
        };
        // With globs, or with files named one by one, texts are left out on purpose.
        let everything = inputs.paths.iter().all(|path| path.is_dir()) && !inputs.has_globs();
        for folder in folders.iter().filter(|_| everything) {
            let walk = ignore::WalkBuilder::new(folder).standard_filters(false).sort_by_file_name(Ord::cmp).build();
            for entry in walk.filter_map(Result::ok) {
                let is_expectation = entry.file_name().to_str().is_some_and(|name| name.ends_with(ENDING));
                let is_unsure = || entry.path().parent().is_some_and(|parent| self.unsure.contains(parent));
                if is_expectation && !self.seen.contains_key(entry.path()) && !is_unsure() {
                    self.orphans += 1;
                    // The summary counts it where standard output is closed.
                    let _ = print(&format!("{} {}: its text was not found\n", mark(LOST, "left over"), entry.path().display()));
                }
            }
        }
    }

    pub(super) fn conclude(&self, tally: &Tally) -> anyhow::Result<()> {
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

    pub(super) fn as_expected(&self) -> bool {
        self.changed + self.new + self.unreadable + self.orphans == 0
    }
}

const LOST: Style = AnsiColor::Red.on_default();
const ADDED: Style = AnsiColor::Green.on_default();
const ALTERED: Style = AnsiColor::Yellow.on_default();

fn mark(style: Style, word: &str) -> String {
    format!("{style}{word}{style:#}")
}

fn print(page: &str) -> anyhow::Result<()> {
    Ok(anstream::stdout().write_all(page.as_bytes())?)
}

fn write(path: &Path, facts: &str) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let mut file = WholeFile::create(path)?;
    file.write_all(facts.as_bytes())?;
    file.finish()
}
