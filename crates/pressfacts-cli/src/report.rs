//! What is said on standard error. Where that is closed, there is nobody to tell.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::io::Write as _;

use anstyle::{AnsiColor, Style};
use thiserror::Error;

use crate::args::Manners;
use crate::input::Kind;
use crate::progress;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();

/// What the user asked for cannot be: nothing was done.
#[derive(Debug, Error)]
#[error("{0}")]
pub(crate) struct Usage(pub(crate) String);

/// Says what went wrong, however quiet the user wants it.
pub(crate) fn error(error: impl Display) {
    progress::aside(|| {
        let _ = writeln!(anstream::stderr(), "{ERROR}error{ERROR:#}: {error:#}");
    });
}

/// Tells the user what happens, as loudly as was asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reporter {
    quiet: bool,
    verbose: bool,
}

impl Reporter {
    pub(crate) fn new(manners: &Manners) -> Self {
        Self { quiet: manners.quiet, verbose: manners.verbose }
    }

    pub(crate) fn warning(self, warning: impl Display) {
        if !self.quiet {
            progress::aside(|| {
                let _ = writeln!(anstream::stderr(), "{WARNING}warning{WARNING:#}: {warning}");
            });
        }
    }

    /// What only who asks for it wants to know.
    pub(crate) fn note(self, note: impl Display) {
        if self.verbose {
            progress::aside(|| {
                let _ = writeln!(anstream::stderr(), "{note}");
            });
        }
    }

    /// Whether how far the run has come may be shown.
    pub(crate) fn shows_progress(self) -> bool {
        !self.quiet
    }

    /// How it went, where there was more than one input.
    pub(crate) fn summary(self, tally: &Tally) {
        if !self.quiet && (self.verbose || tally.read + tally.skipped() > 1) {
            let _ = writeln!(anstream::stderr(), "{tally}");
        }
    }
}

/// What was read and what was not.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) read: usize,
    skipped: BTreeMap<Kind, usize>,
}

impl Tally {
    pub(crate) fn skip(&mut self, why: Kind) {
        *self.skipped.entry(why).or_default() += 1;
    }

    pub(crate) fn skipped(&self) -> usize {
        self.skipped.values().sum()
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "read {}, skipped {}", counted(self.read, "document"), self.skipped())?;
        for (index, (why, count)) in self.skipped.iter().enumerate() {
            write!(f, "{} {count} {why}", if index == 0 { ":" } else { "," })?;
        }
        Ok(())
    }
}

/// `1 fact`, `2 facts`.
pub(crate) fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
