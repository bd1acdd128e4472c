//! What may be asked of the command.

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::str::FromStr;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use pressfacts::{Family, OffsetUnit, Options, parse_published};

/// Dates, named roles, statistics and agreements from English press text.
#[derive(Debug, Parser)]
#[command(name = "pressfacts", version, propagate_version = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Extract(Extract),
}

const EXAMPLES: &str = "\
Examples:
  pressfacts extract release.txt
  pressfacts extract releases/ archive.jsonl > facts.jsonl
  pressfacts extract releases/ --only roles,agreements --format table
  curl -s https://example.org/release.txt | pressfacts extract - --published 2024-11-07

Input:
  Texts are UTF-8; a byte order mark is passed over, but counted in offsets.
  A line of JSON Lines is {\"id\": \"…\", \"text\": \"…\", \"published\": \"2024-11-07\"};
  published may be left out.

Exit status:
  0  every input was read; a reader that closes the pipe early is no error
  1  some input could not be read: standard error says which and why, the others
     are done; or the output could not be written
  2  wrong usage";

/// Extract the facts of texts
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Extract {
    /// Files to read, folders to read the .txt and .jsonl files of, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// How to print [default: table on a terminal, else jsonl]
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// Date of publication, against which relative dates are resolved, for texts that bring none along
    #[arg(long, value_name = "DATE", value_parser = parse_published)]
    published: Option<NaiveDate>,

    /// Families of facts wanted, with commas between them [default: all]
    #[arg(long, value_name = "FAMILIES", value_delimiter = ',', value_parser = family())]
    only: Vec<Family>,

    /// What offsets count: code points, UTF-8 bytes or UTF-16 units
    #[arg(long, value_name = "UNIT", default_value = "char", value_parser = offset_unit())]
    pub(crate) offsets: OffsetUnit,

    /// How to read the inputs [default: jsonl for paths that end in .jsonl, else text]
    #[arg(long, value_enum)]
    pub(crate) input_format: Option<InputFormat>,

    /// Number of threads, at most 256 [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
}

impl Extract {
    /// How to print: what was asked for, or else what suits standard output.
    pub(crate) fn format(&self) -> Format {
        let suits = || if std::io::stdout().is_terminal() { Format::Table } else { Format::Jsonl };
        self.format.unwrap_or_else(suits)
    }

    /// The library's options for a text that brings no date of publication along.
    pub(crate) fn options(&self) -> Options {
        let mut options = Options::default();
        options.published = self.published;
        if self.only.is_empty() { options } else { options.families(self.only.iter().copied()) }
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
}

/// How inputs are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// A file is a document
    Text,
    /// A line is a document: {"id": …, "text": …, "published": …}
    Jsonl,
}

fn family() -> impl TypedValueParser<Value = Family> {
    PossibleValuesParser::new(Family::ALL.map(Family::name)).try_map(|name| Family::from_str(&name))
}

fn offset_unit() -> impl TypedValueParser<Value = OffsetUnit> {
    PossibleValuesParser::new(["char", "byte", "utf16"]).try_map(|name| OffsetUnit::from_str(&name))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Arguments;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
