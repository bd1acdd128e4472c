//! Web annotations after the W3C's model: a page of annotations for each document.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::Found;
use super::record::{Record, records};

/// Characters before and behind a fact that help to find it again.
const CONTEXT: usize = 32;

/// What a path has in an IRI as it is.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_').remove(b'~').remove(b':');

/// One line of JSON-LD.
pub(super) fn render(found: &Found<'_>) -> serde_json::Result<Vec<u8>> {
    let source = utf8_percent_encode(&found.document.source, KEPT).to_string();
    let items = records(&found.facts, &found.bytes)?;
    let items: Vec<_> =
        items.iter().enumerate().map(|(index, record)| annotation(index, record, &source, &found.document.text)).collect();
    serde_json::to_vec(&json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{source}#facts"),
        "type": "AnnotationPage",
        "items": items,
    }))
}

fn annotation(index: usize, record: &Record, source: &str, text: &str) -> Value {
    let family = record.family.name();
    let told: Vec<_> = record.told().map(|(key, value)| format!("{key}: {value}")).collect();
    let [start, end] = ["start", "end"].map(|key| record.fields.get(key).cloned().unwrap_or_default());
    json!({
        "id": format!("{source}#fact-{index}"),
        "type": "Annotation",
        "motivation": "tagging",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": family},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": told.join("\n")},
        ],
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": record.text(),
                    "prefix": last(&text[..record.place.start()]),
                    "suffix": text[record.place.end()..].chars().take(CONTEXT).collect::<String>(),
                },
            ],
        },
    })
}

fn last(text: &str) -> &str {
    text.char_indices().rev().nth(CONTEXT - 1).map_or(text, |(start, _)| &text[start..])
}
