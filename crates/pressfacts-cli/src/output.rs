//! Facts in the format asked for.

mod brat;
mod columns;
mod csv;
mod html;
#[cfg(feature = "parquet")]
mod parquet;
mod record;
mod table;
mod text;
mod w3c;

pub(crate) use record::{records, told};

use std::io::Write as _;
use std::path::Path;

use pressfacts::{Extraction, Family, OffsetUnit};

use crate::args::Format;
use crate::input::Document;
use crate::sink::Sink;

/// A document with its facts.
pub(crate) struct Found<'d> {
    pub(crate) document: &'d Document,
    /// With offsets as they are printed.
    facts: Extraction,
    /// With offsets in UTF-8 bytes.
    bytes: Extraction,
}

impl<'d> Found<'d> {
    pub(crate) fn new(document: &'d Document, bytes: Extraction, offsets: OffsetUnit) -> Self {
        Self { document, facts: bytes.clone().with_offsets(&document.text, offsets), bytes }
    }

    /// With offsets as they are printed.
    pub(crate) fn facts(&self) -> &Extraction {
        &self.facts
    }

    /// How many facts there are.
    pub(crate) fn count(&self) -> usize {
        self.facts.dates.len() + self.facts.roles.len() + self.facts.statistics.len() + self.facts.agreements.len()
    }
}

/// A document as it is written, but for what stands between documents.
pub(crate) enum Rendered {
    Bytes(Vec<u8>),
    /// Rows for each table.
    Tables(Vec<Vec<u8>>),
    Brat(brat::Files),
    #[cfg(feature = "parquet")]
    Facts(Box<Extraction>),
}

/// What is written for a document's facts.
pub(crate) fn render(found: &Found<'_>, format: Format) -> anyhow::Result<Rendered> {
    Ok(Rendered::Bytes(match format {
        Format::Json => serde_json::to_vec_pretty(&found.facts)?,
        Format::Jsonl => serde_json::to_vec(&found.facts)?,
        Format::Table => table::render(&found.facts).into_bytes(),
        Format::W3c => w3c::render(found)?,
        Format::Html => html::render(found)?.into_bytes(),
        Format::Csv => return csv::render(&found.facts).map(Rendered::Tables),
        Format::Brat => return brat::render(found).map(Rendered::Brat),
        #[cfg(feature = "parquet")]
        Format::Parquet => return Ok(Rendered::Facts(Box::new(found.facts.clone()))),
        Format::Text => found.document.text.clone().into_bytes(),
    }))
}

/// What is written for a document where its text is asked for, not its facts.
pub(crate) fn render_text(document: &Document, format: Format) -> anyhow::Result<Rendered> {
    text::render(document, format).map(Rendered::Bytes)
}

/// Writes rendered documents one after another.
pub(crate) enum Writer {
    Stream {
        sink: Box<Sink>,
        format: Format,
        written: usize,
    },
    Tables(csv::Tables),
    Brat(brat::Folder),
    #[cfg(feature = "parquet")]
    Parquet(parquet::Tables),
}

impl Writer {
    /// To one file, or standard output.
    pub(crate) fn to_file(format: Format, sink: Sink) -> Self {
        Self::Stream { sink: Box::new(sink), format, written: 0 }
    }

    /// The table of one family to one file.
    pub(crate) fn table_to_file(family: Family, sink: Sink) -> anyhow::Result<Self> {
        csv::Tables::of(family, sink).map(Self::Tables)
    }

    /// To the files of a folder: one for each table of the families, or two for each document.
    pub(crate) fn to_folder(format: Format, families: &[Family], folder: &Path) -> anyhow::Result<Self> {
        if format == Format::Brat {
            return brat::Folder::open(folder).map(Self::Brat);
        }
        #[cfg(feature = "parquet")]
        if format == Format::Parquet {
            return parquet::Tables::in_folder(families, folder).map(Self::Parquet);
        }
        csv::Tables::in_folder(families, folder).map(Self::Tables)
    }

    pub(crate) fn write(&mut self, document: &Rendered) -> anyhow::Result<()> {
        match (self, document) {
            (Self::Stream { sink, format, written }, Rendered::Bytes(bytes)) => {
                sink.write_all(before(*format, *written).as_bytes())?;
                *written += 1;
                sink.write_all(bytes)?;
                if matches!(format, Format::Jsonl | Format::W3c) {
                    sink.write_all(b"\n")?;
                }
                Ok(())
            }
            (Self::Tables(tables), Rendered::Tables(rows)) => Ok(tables.write(rows)?),
            (Self::Brat(folder), Rendered::Brat(files)) => folder.write(files),
            #[cfg(feature = "parquet")]
            (Self::Parquet(tables), Rendered::Facts(facts)) => tables.write(facts),
            _ => anyhow::bail!("a document rendered in another format"),
        }
    }

    pub(crate) fn flush(&mut self) -> anyhow::Result<()> {
        match self {
            Self::Stream { sink, .. } => Ok(sink.flush()?),
            Self::Tables(tables) => Ok(tables.flush()?),
            Self::Brat(_) => Ok(()),
            #[cfg(feature = "parquet")]
            Self::Parquet(_) => Ok(()),
        }
    }

    /// Closes what the format leaves open, and puts the files in their places.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Stream { mut sink, format, written } => {
                let closing = match (format, written) {
                    // Without any document a JSON array is still an array, and a page still a page.
                    (Format::Json, 0) => "[]\n".to_owned(),
                    (Format::Json, _) => "\n]\n".to_owned(),
                    (Format::Html, 0) => html::opening() + &html::closing(),
                    (Format::Html, _) => html::closing(),
                    _ => String::new(),
                };
                sink.write_all(closing.as_bytes())?;
                sink.finish()
            }
            Self::Tables(tables) => tables.finish(),
            #[cfg(feature = "parquet")]
            Self::Parquet(tables) => tables.finish(),
            Self::Brat(_) => Ok(()),
        }
    }
}

/// What stands before a document, given how many are written.
fn before(format: Format, written: usize) -> String {
    match (format, written) {
        (Format::Json, 0) => "[\n".to_owned(),
        (Format::Json, _) => ",\n".to_owned(),
        (Format::Table | Format::Text, 1..) => "\n".to_owned(),
        (Format::Html, 0) => html::opening(),
        _ => String::new(),
    }
}
