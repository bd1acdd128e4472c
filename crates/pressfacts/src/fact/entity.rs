//! Whom and what the facts are about, each once a document.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// A person named in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The fullest form of the name.
    pub name: String,
    /// Other forms that later mentions use, honorifics included.
    pub aliases: Vec<String>,
    /// Indices into [`roles`](crate::Extraction::roles).
    pub roles: Vec<usize>,
    /// Every mention, as `[start, end]`.
    #[serde(with = "pairs")]
    pub mentions: Vec<Span>,
}

/// A body named in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// The fullest form of the name.
    pub name: String,
    /// Its acronym, where the text gives one.
    pub acronym: Option<String>,
    /// Every mention, as `[start, end]`.
    #[serde(with = "pairs")]
    pub mentions: Vec<Span>,
}

/// Spans as `[start, end]` pairs.
mod pairs {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::span::Span;

    pub(super) fn serialize<S: Serializer>(spans: &[Span], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(spans.iter().map(|span| [span.start(), span.end()]))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Span>, D::Error> {
        Vec::<[usize; 2]>::deserialize(deserializer)?
            .into_iter()
            .map(|[start, end]| Span::new(start, end).ok_or_else(|| D::Error::custom("a mention that ends before it starts")))
            .collect()
    }
}
