//! The texts themselves, as offsets count in them.

use serde::Serialize;

use crate::args::Format;
use crate::input::Document;

/// A record as JSON Lines input has it.
#[derive(Serialize)]
struct Record<'d> {
    id: &'d str,
    text: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
}

/// The text alone, or as a record that can be read again.
pub(super) fn render(document: &Document, format: Format) -> anyhow::Result<Vec<u8>> {
    let published = document.published.map(|date| date.to_string());
    let record = Record { id: &document.source, text: &document.text, published };
    match format {
        Format::Jsonl => Ok(serde_json::to_vec(&record)?),
        Format::Json => Ok(serde_json::to_vec_pretty(&record)?),
        _ => Ok(document.text.clone().into_bytes()),
    }
}
