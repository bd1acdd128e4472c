//! Tables for spreadsheets, one a family, after RFC 4180.

use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Context as _;
use csv::WriterBuilder;
use pressfacts::{Extraction, Family};
use pressfacts_score::plain;
use serde_json::Value;

use super::columns::{TABLES, Table};
use crate::sink::{Sink, WholeFile};

/// The rows of a document, for each of [`TABLES`].
pub(crate) fn render(facts: &Extraction) -> anyhow::Result<Vec<Vec<u8>>> {
    TABLES.iter().map(|table| rows(table, facts)).collect()
}

fn rows(table: &Table, facts: &Extraction) -> anyhow::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    let source = facts.source.as_deref().unwrap_or_default();
    for row in table.rows(facts)? {
        let cell = |&(name, _): &(&str, _)| {
            if name == "source" { source.to_owned() } else { plain(row.get(name).unwrap_or(&Value::Null)) }
        };
        writer.write_record(table.columns.iter().map(cell))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// The files of a folder, one a table; or one table alone.
#[derive(Debug)]
pub(crate) enum Tables {
    /// Files with the places of their tables.
    Files(Vec<(usize, WholeFile)>),
    /// The place of the table in [`TABLES`], and where it goes.
    One(usize, Box<Sink>),
}

impl Tables {
    /// A file for each table of the families.
    pub(crate) fn in_folder(families: &[Family], folder: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let wanted = TABLES.iter().enumerate().filter(|(_, table)| table.is_of(families));
        let create = |(place, table): (usize, &Table)| {
            let mut file = WholeFile::create(&folder.join(format!("{}.csv", table.name)))?;
            file.write_all(&header(table)?)?;
            Ok((place, file))
        };
        wanted.map(create).collect::<anyhow::Result<_>>().map(Self::Files)
    }

    /// The table of one family.
    pub(crate) fn of(family: Family, mut sink: Sink) -> anyhow::Result<Self> {
        let place = TABLES.iter().position(|table| table.name == family.name()).context("a family without a table")?;
        sink.write_all(&header(&TABLES[place])?)?;
        Ok(Self::One(place, Box::new(sink)))
    }

    pub(crate) fn write(&mut self, rows: &[Vec<u8>]) -> io::Result<()> {
        match self {
            Self::Files(files) => files.iter_mut().try_for_each(|(place, file)| file.write_all(&rows[*place])),
            Self::One(place, sink) => sink.write_all(&rows[*place]),
        }
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Files(files) => files.iter_mut().try_for_each(|(_, file)| file.flush()),
            Self::One(_, sink) => sink.flush(),
        }
    }

    pub(crate) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Files(files) => files.into_iter().try_for_each(|(_, file)| file.finish()),
            Self::One(_, sink) => sink.finish(),
        }
    }
}

fn header(table: &Table) -> anyhow::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|(name, _)| name))?;
    writer.into_inner().map_err(|error| error.into_error().into())
}
