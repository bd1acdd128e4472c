//! Options that several subcommands share: what is read, and what is looked for.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use encoding_rs::Encoding;
use pressfacts::{Family, parse_published};

use super::InputFormat;
use super::values::{FamilyParser, size};
use crate::config::Config;
use crate::input::{Reading, checked_glob, named};

/// What is read.
#[derive(Args, Debug)]
pub(crate) struct Inputs {
    /// Files to read, folders to read the texts of, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// How to read the inputs [default: as their names and first bytes tell]
    #[arg(long, value_enum, value_name = "FORMAT", help_heading = "Input")]
    input_format: Option<InputFormat>,

    /// Encoding of the inputs [default: as a byte order mark, the page or the bytes tell]
    #[arg(long, value_name = "NAME", value_parser = named, help_heading = "Input")]
    encoding: Option<&'static Encoding>,

    /// Files of folders to read, whatever they end in; with ! before it: not to read. May be repeated
    #[arg(long, value_name = "GLOB", value_parser = checked_glob, help_heading = "Input")]
    glob: Vec<String>,

    /// Read hidden files too, and those that .gitignore, .ignore or .pressfactsignore pass over
    #[arg(long, help_heading = "Input")]
    no_ignore: bool,

    /// Most bytes of a document, or of a line of JSON Lines, unpacked; with K, M or G
    #[arg(long, value_name = "SIZE", default_value = "1G", value_parser = size, help_heading = "Input")]
    max_size: u64,
}

impl Inputs {
    pub(super) fn fill(&mut self, config: &Config) {
        if self.glob.is_empty() {
            self.glob.clone_from(&config.glob);
        }
        self.encoding = self.encoding.or(config.encoding);
    }

    /// Whether only some files of the folders are read.
    pub(crate) fn has_globs(&self) -> bool {
        !self.glob.is_empty()
    }

    pub(crate) fn reading(&self) -> Reading {
        Reading {
            format: self.input_format,
            encoding: self.encoding,
            globs: self.glob.clone(),
            everything: self.no_ignore,
            but: &[],
            limit: self.max_size,
        }
    }
}

/// What is looked for.
#[derive(Args, Debug)]
pub(crate) struct Finding {
    /// Date of publication, against which relative dates are resolved, for texts that bring none along. Of a date-time, the
    /// day counts as it is written, whatever its time zone
    #[arg(long, value_name = "DATE", value_parser = parse_published)]
    pub(crate) published: Option<NaiveDate>,

    /// Families of facts wanted, with commas between them [default: all]
    #[arg(long, value_name = "FAMILIES", value_delimiter = ',', value_parser = FamilyParser)]
    pub(crate) only: Vec<Family>,

    /// Words of your own: a file of rows `word⇥class⇥value⇥note`, as the lexicon of pressfacts has them; a row that starts with -
    /// takes a word away. May be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,
}

/// How many documents are worked on at once.
#[derive(Args, Debug)]
pub(crate) struct Threads {
    /// Number of threads, at most 256 [default: one for each core]
    #[arg(long = "threads", value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) number: Option<u16>,
}

impl Threads {
    pub(super) fn fill(&mut self, config: &Config) {
        self.number = self.number.or(config.threads);
    }
}

impl Finding {
    pub(super) fn fill(&mut self, config: &Config) {
        if self.only.is_empty() {
            self.only.clone_from(&config.only);
        }
        // Both: the file's words come first, so that the command line may take them away.
        self.lexicon.splice(..0, config.lexicon.iter().cloned());
    }

    /// The families wanted.
    pub(crate) fn families(&self) -> Vec<Family> {
        let wanted = |family: &Family| self.only.is_empty() || self.only.contains(family);
        Family::ALL.into_iter().filter(wanted).collect()
    }
}
