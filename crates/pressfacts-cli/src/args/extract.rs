//! `pressfacts extract`.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory as _, ValueEnum};
use pressfacts::OffsetUnit;

use super::values::offset_unit;
use super::{Arguments, Finding, Inputs, Threads};
use crate::config::Config;

const EXAMPLES: &str = "\
Examples:
  pressfacts extract release.txt
  pressfacts extract releases/ archive.jsonl.gz > facts.jsonl
  pressfacts extract releases/ --only roles,agreements --format table
  pressfacts extract archive.jsonl.zst -o facts.jsonl --resume
  pressfacts extract releases/ --format html -o facts.html
  pressfacts extract releases/ --format csv --output-dir tables/
  pressfacts extract site/ --glob '*.html' --glob '!drafts/**'
  curl -s https://example.org/release.html | pressfacts extract - --published 2024-11-07

Input:
  Texts, web pages (their main text) and JSON Lines, also packed by gzip or Zstandard.
  UTF-8, or whatever encoding a byte order mark, the page or the bytes tell. Offsets
  count in the text as it is read, which --print-text prints: decoded, without a byte
  order mark, of a page the main text. Folders are read with all below them; hidden
  files and what .gitignore, .ignore and .pressfactsignore name are passed over.
  A line of JSON Lines is {\"id\": \"…\", \"text\": \"…\", \"published\": \"2024-11-07\"};
  published may be left out, id may be a number.

Exit status:
  0  every input was read; a reader that closes the pipe early is no error
  1  some input could not be read: standard error says which and why, the others
     are done; or the output could not be written
  2  wrong usage";

/// Extract the facts of texts
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    #[command(flatten)]
    pub(crate) finding: Finding,

    #[command(flatten)]
    pub(crate) threads: Threads,

    /// How to print [default: table on a terminal, else jsonl]
    #[arg(short, long, value_enum, help_heading = "Output")]
    format: Option<Format>,

    /// File to write, whole or not at all [default: standard output]
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(crate) output: Option<PathBuf>,

    /// Go on with a run that was broken off: what is done is kept in FILE.part until all is, and not done again
    #[arg(long, requires = "output", help_heading = "Output")]
    pub(crate) resume: bool,

    /// Folder to write the files of csv and brat to
    #[arg(long, value_name = "DIR", conflicts_with = "output", help_heading = "Output")]
    pub(crate) output_dir: Option<PathBuf>,

    /// What offsets count: code points, UTF-8 bytes or UTF-16 units [default: char]
    #[arg(long, value_name = "UNIT", value_parser = offset_unit(), help_heading = "Output")]
    offsets: Option<OffsetUnit>,

    /// Print the texts that offsets count in, not their facts; with --format jsonl, as lines that can be read again
    #[arg(long, conflicts_with = "output_dir", help_heading = "Output")]
    pub(crate) print_text: bool,
}

impl Extract {
    pub(super) fn fill(&mut self, config: &Config) {
        self.format = self.format.or(config.format);
        self.offsets = self.offsets.or(config.offsets);
    }

    /// How to print: what was asked for, or else what suits the output.
    pub(crate) fn format(&self) -> Format {
        match self.format {
            Some(format @ (Format::Json | Format::Jsonl)) => format,
            _ if self.print_text => Format::Text,
            Some(format) => format,
            None => self.fitting(),
        }
    }

    fn fitting(&self) -> Format {
        if self.output.is_none() && std::io::stdout().is_terminal() { Format::Table } else { Format::Jsonl }
    }

    pub(crate) fn offsets(&self) -> OffsetUnit {
        self.offsets.unwrap_or(OffsetUnit::Char)
    }

    /// What the parser of arguments cannot tell to be wrong.
    pub(crate) fn check(&self) -> Result<(), clap::Error> {
        let format = self.format();
        let families = self.finding.families();
        let wrong = match (format, &self.output_dir) {
            (Format::Jsonl, _) if self.resume && self.print_text => "--resume is for facts, not for texts",
            (Format::Jsonl, _) if self.resume => return Ok(()),
            _ if self.resume => "--resume is for --format jsonl",
            (Format::Brat, None) => "--format brat writes two files a document: give it an --output-dir",
            (Format::Brat, Some(_)) if self.offsets() != OffsetUnit::Char => {
                "--format brat counts code points: leave --offsets out"
            }
            (Format::W3c, None) if self.offsets() != OffsetUnit::Char => "--format w3c counts code points: leave --offsets out",
            (Format::Csv, None) if families.len() != 1 => {
                "--format csv writes a file for each family: give it an --output-dir, or one family with --only"
            }
            #[cfg(feature = "parquet")]
            (Format::Parquet, None) => "--format parquet writes a file for each family: give it an --output-dir",
            #[cfg(feature = "parquet")]
            (Format::Parquet, _) => return Ok(()),
            (Format::Csv | Format::Brat, _) | (_, None) => return Ok(()),
            (_, Some(_)) => "--output-dir is for --format csv and brat: use -o FILE",
        };
        let mut command = Arguments::command();
        command.build();
        // With the usage of this subcommand.
        let told = command.find_subcommand_mut("extract").map(|extract| extract.error(ErrorKind::ArgumentConflict, wrong));
        Err(told.unwrap_or_else(|| Arguments::command().error(ErrorKind::ArgumentConflict, wrong)))
    }
}

/// How facts are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One JSON array of all documents, indented
    Json,
    /// One JSON object a line for each document
    Jsonl,
    /// Tables to read, one for each family of each document
    Table,
    /// One table a family for spreadsheets: files in --output-dir, or the table of one family
    Csv,
    /// One table a family for data tools, in --output-dir
    #[cfg(feature = "parquet")]
    Parquet,
    /// One page to look at, with the facts marked in the text and listed beside it
    Html,
    /// Stand-off annotations for brat, two files a document in --output-dir
    Brat,
    /// Web annotations (W3C), a page of annotations a line for each document
    W3c,
    /// The text, as it is
    #[value(skip)]
    Text,
}
