//! Fields of facts, as people read them.

use serde_json::Value;

/// Whether the field of a fact says where another list has something: it changes whenever anything before changes.
pub fn is_reference(field: &str) -> bool {
    matches!(field, "person" | "organization_index" | "party_indices" | "anchor_index")
}

/// A value without JSON's marks: nothing for null, members with semicolons between, spans as `start-end`.
pub fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(spans) if spans.iter().all(Value::is_array) => {
            spans.iter().map(|span| format!("{}-{}", span[0], span[1])).collect::<Vec<_>>().join("; ")
        }
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}
