//! Parquet files are read back as they were meant. Needs the feature: `cargo test -p pressfacts-cli --features parquet`.
#![cfg(feature = "parquet")]

mod support;

use std::fs::File;

use arrow_array::RecordBatch;
use arrow_array::cast::AsArray as _;
use arrow_array::types::{Date32Type, Float64Type, UInt64Type};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use support::{folder, run};

const BRIEF: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/own/brief-supply-agreement.txt");

#[test]
fn tables_are_read_back_with_their_types() {
    let folder = folder("parquet");
    let to = folder.to_str().expect("UTF-8");
    let output = run(&["extract", BRIEF, "--format", "parquet", "--output-dir", to], b"");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |name: &str| -> RecordBatch {
        let file = File::open(folder.join(name)).expect("a table");
        let mut batches = ParquetRecordBatchReaderBuilder::try_new(file).expect("Parquet").build().expect("a reader");
        batches.next().expect("rows").expect("a batch")
    };
    let dates = read("dates.parquet");
    let column = |name: &str| dates.column_by_name(name).unwrap_or_else(|| panic!("{name}"));
    assert_eq!(column("source").as_string::<i32>().value(0), BRIEF);
    assert_eq!(column("start").as_primitive::<UInt64Type>().value(0), 61);
    assert_eq!(column("text").as_string::<i32>().value(0), "6 November 2024");
    // 6 November 2024, in days since 1970.
    assert_eq!(column("earliest").as_primitive::<Date32Type>().value(0), 20_033);

    let statistics = read("statistics.parquet");
    let value = statistics.column_by_name("value").expect("values").as_primitive::<Float64Type>();
    assert!((value.value(0) - 22.5).abs() < f64::EPSILON);
    let people = read("people.parquet");
    let mentions = people.column_by_name("mentions").expect("mentions").as_list::<i32>();
    let first = mentions.value(0);
    assert_eq!(first.as_struct().column(0).as_primitive::<UInt64Type>().value(0), 207);
}

#[test]
fn a_folder_is_asked_for() {
    let output = run(&["extract", BRIEF, "--format", "parquet"], b"");
    assert_eq!(output.status.code(), Some(2));
}
