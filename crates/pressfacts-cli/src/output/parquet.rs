//! Tables for data tools: one Parquet file a table, with the columns of the CSV output and their types.

use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use arrow_array::builder::{ListBuilder, StringBuilder, StructBuilder, UInt64Builder};
use arrow_array::{ArrayRef, BooleanArray, Date32Array, Float64Array, RecordBatch, StringArray, UInt64Array};
use arrow_schema::{DataType, Field, Fields, Schema};
use chrono::NaiveDate;
use parquet::arrow::ArrowWriter;
use pressfacts::{Extraction, Family};
use serde_json::{Map, Value};

use super::columns::{Kind, TABLES, Table};
use crate::sink::WholeFile;

/// Rows that are held before they are encoded.
const BATCH: usize = 4096;

type Row = Map<String, Value>;

/// The files of a folder, one a table.
pub(crate) struct Tables(Vec<File>);

struct File {
    table: &'static Table,
    schema: Arc<Schema>,
    writer: ArrowWriter<WholeFile>,
    rows: Vec<Row>,
}

impl Tables {
    /// A file for each table of the families.
    pub(crate) fn in_folder(families: &[Family], folder: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let wanted = TABLES.iter().filter(|table| table.is_of(families));
        wanted.map(|table| File::create(table, folder)).collect::<anyhow::Result<_>>().map(Self)
    }

    pub(crate) fn write(&mut self, facts: &Extraction) -> anyhow::Result<()> {
        for file in &mut self.0 {
            for mut row in file.table.rows(facts)? {
                row.insert("source".to_owned(), facts.source.clone().map_or(Value::Null, Value::String));
                file.rows.push(row);
            }
            if file.rows.len() >= BATCH {
                file.encode()?;
            }
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> anyhow::Result<()> {
        for mut file in self.0 {
            file.encode()?;
            let mut whole = file.writer.into_inner()?;
            whole.flush()?;
            whole.finish()?;
        }
        Ok(())
    }
}

impl File {
    fn create(table: &'static Table, folder: &Path) -> anyhow::Result<Self> {
        let fields = table.columns.iter().map(|&(name, kind)| Field::new(name, data_type(kind), true));
        let schema = Arc::new(Schema::new(fields.collect::<Fields>()));
        let file = WholeFile::create(&folder.join(format!("{}.parquet", table.name)))?;
        let writer = ArrowWriter::try_new(file, Arc::clone(&schema), None)?;
        Ok(Self { table, schema, writer, rows: Vec::new() })
    }

    fn encode(&mut self) -> anyhow::Result<()> {
        let columns = self.table.columns.iter().map(|&(name, kind)| array(&self.rows, name, kind)).collect();
        self.writer.write(&RecordBatch::try_new(Arc::clone(&self.schema), columns)?)?;
        // A row group is written when it is full; what is encoded by then is little.
        if self.writer.in_progress_size() > GROUP {
            self.writer.flush()?;
        }
        self.rows.clear();
        Ok(())
    }
}

/// Bytes of encoded rows after which a row group ends.
const GROUP: usize = 16 << 20;

fn data_type(kind: Kind) -> DataType {
    let list = |of| DataType::List(Arc::new(Field::new_list_field(of, true)));
    match kind {
        Kind::Text => DataType::Utf8,
        Kind::Index => DataType::UInt64,
        Kind::Number => DataType::Float64,
        Kind::Day => DataType::Date32,
        Kind::Flag => DataType::Boolean,
        Kind::Texts => list(DataType::Utf8),
        Kind::Indices => list(DataType::UInt64),
        Kind::Spans => list(DataType::Struct(ends())),
    }
}

fn ends() -> Fields {
    ["start", "end"].map(|end| Field::new(end, DataType::UInt64, true)).into_iter().collect()
}

fn array(rows: &[Row], name: &str, kind: Kind) -> ArrayRef {
    let cells = || rows.iter().map(|row| row.get(name));
    let lists = || cells().map(|cell| cell.and_then(Value::as_array).map_or(&[][..], Vec::as_slice));
    match kind {
        Kind::Text => Arc::new(cells().map(|cell| cell.and_then(Value::as_str)).collect::<StringArray>()),
        Kind::Index => Arc::new(cells().map(|cell| cell.and_then(Value::as_u64)).collect::<UInt64Array>()),
        Kind::Number => Arc::new(cells().map(|cell| cell.and_then(Value::as_f64)).collect::<Float64Array>()),
        Kind::Day => Arc::new(cells().map(|cell| cell.and_then(days)).collect::<Date32Array>()),
        Kind::Flag => {
            Arc::new(cells().map(|cell| Some(cell.and_then(Value::as_bool).unwrap_or(false))).collect::<BooleanArray>())
        }
        Kind::Texts => {
            let mut builder = ListBuilder::new(StringBuilder::new());
            lists().for_each(|list| builder.append_value(list.iter().map(Value::as_str)));
            Arc::new(builder.finish())
        }
        Kind::Indices => {
            let mut builder = ListBuilder::new(UInt64Builder::new());
            lists().for_each(|list| builder.append_value(list.iter().map(Value::as_u64)));
            Arc::new(builder.finish())
        }
        Kind::Spans => {
            let mut builder = ListBuilder::new(StructBuilder::from_fields(ends(), 0));
            for list in lists() {
                for span in list {
                    for end in 0..2 {
                        if let Some(builder) = builder.values().field_builder::<UInt64Builder>(end) {
                            builder.append_option(span[end].as_u64());
                        }
                    }
                    builder.values().append(true);
                }
                builder.append(true);
            }
            Arc::new(builder.finish())
        }
    }
}

/// Days since 1970.
fn days(cell: &Value) -> Option<i32> {
    let day: NaiveDate = cell.as_str()?.parse().ok()?;
    i32::try_from(day.signed_duration_since(NaiveDate::default()).num_days()).ok()
}
