//! Options that several subcommands share: what is read, and what is looked for.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use encoding_rs::Encoding;
use pressfacts::{Family, parse_published};

use super::InputFormat;
use super::values::FamilyParser;
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
}

impl Inputs {
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

    /// Number of threads, at most 256 [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
}

impl Finding {
    /// The families wanted.
    pub(crate) fn families(&self) -> Vec<Family> {
        if self.only.is_empty() { Family::ALL.to_vec() } else { self.only.clone() }
    }
}
