//! Stored expectations: what was found in a text once, and is to be found again.

use std::fmt::Write as _;

use serde_json::{Map, Value};
use thiserror::Error;

use crate::difference::{DIFFERING, Difference, differences};
use crate::field::is_reference;

/// What is expected of a text: a result as it is printed, offsets in code points.
#[derive(Clone, Debug)]
pub struct Expectation(Value);

/// Why a text is no expectation.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct ExpectationError(String);

impl Expectation {
    /// Reads what [`stored`] wrote, under the same schema.
    ///
    /// # Errors
    ///
    /// It is no JSON, or of another schema or unit of offsets.
    pub fn read(text: &str, schema: u32) -> Result<Self, ExpectationError> {
        let value: Value = serde_json::from_str(text).map_err(|error| ExpectationError(error.to_string()))?;
        if value["offset_unit"] != "char" || value["schema"] != schema {
            let why = "not written by `pressfacts check --accept`, or under another schema";
            return Err(ExpectationError(why.to_owned()));
        }
        Ok(Self(value))
    }

    /// The same, of these families alone. People and bodies hang on several and are left out.
    #[must_use]
    pub fn only(mut self, families: &[&str]) -> Self {
        for list in DIFFERING.iter().filter(|list| !families.contains(list)) {
            self.0[list] = Value::Array(Vec::new());
        }
        self
    }

    /// What is not as expected in what is found in the text.
    pub fn differences(&self, found: &Value, text: &str) -> Vec<Difference> {
        differences(&self.0, found, text)
    }
}

/// What is found, as it is stored: JSON with a fact a line, so that a line changes where a fact does. The numbers of facts in
/// other lists are left out: they change whenever anything before changes.
pub fn stored(found: &Value) -> String {
    let mut page = "{".to_owned();
    let mut between = "\n ";
    for (key, value) in found.as_object().into_iter().flatten() {
        let _ = write!(page, "{between}{}: ", Value::from(key.as_str()));
        between = ",\n ";
        match value.as_array().filter(|list| !list.is_empty()) {
            Some(list) => {
                let lines: Vec<_> = list.iter().map(|fact| format!("  {}", without_references(fact))).collect();
                let _ = write!(page, "[\n{}\n ]", lines.join(",\n"));
            }
            None => page.push_str(&value.to_string()),
        }
    }
    page.push_str("\n}\n");
    page
}

fn without_references(fact: &Value) -> Value {
    let Value::Object(fields) = fact else { return fact.clone() };
    let kept = fields.iter().filter(|(name, _)| !is_reference(name));
    Value::Object(kept.map(|(name, value)| (name.clone(), value.clone())).collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Expectation, stored};

    #[test]
    fn what_is_stored_is_expected() {
        let found = json!({
            "schema": 1,
            "offset_unit": "char",
            "published": null,
            "dates": [],
            "roles": [{"start": 0, "end": 3, "text": "Ann", "person": 0}, {"start": 5, "end": 8, "text": "Bob", "person": 1}],
        });
        let lines = r#"{
 "schema": 1,
 "offset_unit": "char",
 "published": null,
 "dates": [],
 "roles": [
  {"start":0,"end":3,"text":"Ann"},
  {"start":5,"end":8,"text":"Bob"}
 ]
}
"#;
        assert_eq!(stored(&found), lines);
        let expected = Expectation::read(lines, 1).expect("an expectation");
        assert_eq!(expected.differences(&found, "Ann, Bob"), []);
        assert_eq!(expected.only(&["dates"]).differences(&found, "Ann, Bob").len(), 2);
        assert!(
            Expectation::read(lines, 2).is_err() && Expectation::read("{}", 1).is_err() && Expectation::read("{", 1).is_err()
        );
    }
}
