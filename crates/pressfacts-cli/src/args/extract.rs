//! `pressfacts extract`.

use std::io::IsTerminal as _;

use clap::{Args, ValueEnum};
use pressfacts::OffsetUnit;

use super::values::offset_unit;
use super::{Finding, Inputs};

const EXAMPLES: &str = "\
Examples:
  pressfacts extract release.txt
  pressfacts extract releases/ archive.jsonl.gz > facts.jsonl
  pressfacts extract releases/ --only roles,agreements --format table
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

    /// How to print [default: table on a terminal, else jsonl]
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// What offsets count: code points, UTF-8 bytes or UTF-16 units [default: char]
    #[arg(long, value_name = "UNIT", value_parser = offset_unit())]
    offsets: Option<OffsetUnit>,

    /// Print the texts that offsets count in, not their facts; with --format jsonl, as lines that can be read again
    #[arg(long)]
    pub(crate) print_text: bool,
}

impl Extract {
    /// How to print: what was asked for, or else what suits standard output.
    pub(crate) fn format(&self) -> Format {
        if self.print_text && !matches!(self.format, Some(Format::Json | Format::Jsonl)) {
            return Format::Text;
        }
        let suits = || if std::io::stdout().is_terminal() { Format::Table } else { Format::Jsonl };
        self.format.unwrap_or_else(suits)
    }

    pub(crate) fn offsets(&self) -> OffsetUnit {
        self.offsets.unwrap_or(OffsetUnit::Char)
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
    /// The text, as it is
    #[value(skip)]
    Text,
}
