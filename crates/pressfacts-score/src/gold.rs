//! Gold files: what a careful reader finds in a text.

use serde_json::Value;
use thiserror::Error;

use crate::score::FAMILIES;

/// What is to be found in a text.
#[derive(Clone, Debug)]
pub struct Gold(Value);

/// Why a text is no gold file.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct GoldError(String);

impl Gold {
    /// Reads a gold file.
    ///
    /// # Errors
    ///
    /// It is no JSON object, a family is no list, or a mention has no place: whole numbers as `start` and `end`.
    pub fn read(text: &str) -> Result<Self, GoldError> {
        let value: Value = serde_json::from_str(text).map_err(|error| GoldError(error.to_string()))?;
        if !value.is_object() {
            return Err(GoldError("a gold file holds one JSON object".to_owned()));
        }
        for family in FAMILIES.iter().filter_map(|family| value.get(family.name).map(|mentions| (family.name, mentions))) {
            check(family.0, family.1)?;
        }
        Ok(Self(value))
    }

    /// The mentions of a family; `None` where the file does not judge it.
    pub(crate) fn mentions(&self, family: &str) -> Option<&[Value]> {
        self.0.get(family)?.as_array().map(Vec::as_slice)
    }
}

fn check(family: &str, mentions: &Value) -> Result<(), GoldError> {
    let mentions = mentions.as_array().ok_or_else(|| GoldError(format!("`{family}` is no list")))?;
    for (index, mention) in mentions.iter().enumerate() {
        let [start, end] = ["start", "end"].map(|key| mention[key].as_u64());
        if start.is_none() || end < start {
            return Err(GoldError(format!("{family}[{index}]: no whole numbers as `start` and `end`, in order")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Gold;

    #[test]
    fn what_is_no_gold_file_says_why() {
        let fault = |text| Gold::read(text).map(|_| ()).expect_err("a fault").to_string();
        assert_eq!(fault("[]"), "a gold file holds one JSON object");
        assert_eq!(fault(r#"{"dates": {}}"#), "`dates` is no list");
        assert_eq!(fault(r#"{"roles": [{"start": 5, "end": 3}]}"#), "roles[0]: no whole numbers as `start` and `end`, in order");
        assert!(fault("{").starts_with("EOF"));
        assert!(Gold::read(r#"{"published": null}"#).is_ok());
    }
}
