//! Facts as records of named fields: what the formats that are not JSON itself are made of.

use pressfacts::{Extraction, Family, Span};
use pressfacts_score::{is_reference, one_line, plain};
use serde::Serialize;
use serde_json::{Map, Value};

/// A fact of one of the four families.
pub(crate) struct Record {
    pub(crate) family: Family,
    /// Where it stands, in UTF-8 bytes of the text.
    pub(crate) place: Span,
    /// Its fields as the JSON output has them.
    pub(crate) fields: Map<String, Value>,
}

/// All facts, family by family. `bytes` has the same facts with offsets in UTF-8 bytes.
pub(crate) fn records(facts: &Extraction, bytes: &Extraction) -> serde_json::Result<Vec<Record>> {
    let mut all = Vec::new();
    add(&mut all, Family::Dates, &facts.dates, bytes.dates.iter().map(|fact| fact.span))?;
    add(&mut all, Family::Roles, &facts.roles, bytes.roles.iter().map(|fact| fact.span))?;
    add(&mut all, Family::Statistics, &facts.statistics, bytes.statistics.iter().map(|fact| fact.span))?;
    add(&mut all, Family::Agreements, &facts.agreements, bytes.agreements.iter().map(|fact| fact.span))?;
    Ok(all)
}

fn add(
    all: &mut Vec<Record>,
    family: Family,
    facts: &[impl Serialize],
    places: impl Iterator<Item = Span>,
) -> serde_json::Result<()> {
    for (fact, place) in facts.iter().zip(places) {
        all.push(Record { family, place, fields: object(fact)? });
    }
    Ok(())
}

/// The fields of anything that serialises to an object.
pub(crate) fn object(of: &impl Serialize) -> serde_json::Result<Map<String, Value>> {
    match serde_json::to_value(of)? {
        Value::Object(fields) => Ok(fields),
        other => Err(serde::ser::Error::custom(format_args!("not an object: {other}"))),
    }
}

impl Record {
    /// What it says beyond its place and text, a `name value` a field; the rule left out.
    pub(crate) fn told(&self) -> impl Iterator<Item = (&str, String)> {
        let told = self
            .fields
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "start" | "end" | "text" | "rule") && !is_reference(key));
        told.map(|(key, value)| (key.as_str(), plain(value))).filter(|(_, value)| !value.is_empty())
    }

    pub(crate) fn text(&self) -> &str {
        self.fields.get("text").and_then(Value::as_str).unwrap_or_default()
    }
}

/// The fields of a mention, on one line.
pub(crate) fn told(mention: &Value) -> String {
    let fields = mention.as_object().into_iter().flatten();
    let shown = |key: &str| !matches!(key, "start" | "end" | "text" | "earliest" | "latest" | "known" | "anchor");
    let fields = fields.filter(|(key, _)| shown(key) && !is_reference(key));
    let fields = fields.map(|(key, value)| (key, one_line(&several(key, value)))).filter(|(_, value)| !value.is_empty());
    fields.map(|(key, value)| format!("{key} {value}")).collect::<Vec<_>>().join(", ")
}

/// Several readings of a field are told apart from the members of a list.
fn several(key: &str, value: &Value) -> String {
    match value {
        Value::Array(readings) if key != "parties" => {
            let readings = readings.iter().map(|reading| if reading.is_null() { "nothing".to_owned() } else { plain(reading) });
            readings.collect::<Vec<_>>().join(" or ")
        }
        other => plain(other),
    }
}
