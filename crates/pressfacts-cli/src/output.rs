//! Facts in the format asked for.

mod table;
pub(crate) mod text;

use std::io::{self, Write};

use pressfacts::Extraction;

use crate::args::Format;

/// What is printed for one document, but for what stands between documents.
pub(crate) fn render(facts: &Extraction, format: Format) -> serde_json::Result<Vec<u8>> {
    match format {
        Format::Json => serde_json::to_vec_pretty(facts),
        Format::Jsonl => serde_json::to_vec(facts),
        Format::Table | Format::Text => Ok(table::render(facts).into_bytes()),
    }
}

/// How many facts there are.
pub(crate) fn count(facts: &Extraction) -> usize {
    facts.dates.len() + facts.roles.len() + facts.statistics.len() + facts.agreements.len()
}

/// Prints rendered documents one after another.
pub(crate) struct Printer<W> {
    out: W,
    format: Format,
    printed: usize,
}

impl<W: Write> Printer<W> {
    pub(crate) fn new(out: W, format: Format) -> Self {
        Self { out, format, printed: 0 }
    }

    pub(crate) fn print(&mut self, document: &[u8]) -> io::Result<()> {
        let before: &[u8] = match (self.format, self.printed) {
            (Format::Json, 0) => b"[\n",
            (Format::Json, _) => b",\n",
            (Format::Table, 1..) => b"\n",
            (Format::Jsonl | Format::Table | Format::Text, _) => b"",
        };
        self.printed += 1;
        self.out.write_all(before)?;
        self.out.write_all(document)?;
        if self.format == Format::Jsonl { self.out.write_all(b"\n") } else { Ok(()) }
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Closes what the format leaves open. Without any document a JSON array is still an array.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        match (self.format, self.printed) {
            (Format::Json, 0) => self.out.write_all(b"[]\n")?,
            (Format::Json, _) => self.out.write_all(b"\n]\n")?,
            (Format::Jsonl | Format::Table | Format::Text, _) => {}
        }
        self.out.flush()
    }
}
