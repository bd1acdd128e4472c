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
    /// Why each of them is one, in the same order.
    #[serde(default)]
    pub links: Vec<Link>,
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
    /// Why each of them is one, in the same order.
    #[serde(default)]
    pub links: Vec<Link>,
}

/// What ties a mention to whom or what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// A name in full, in any form that the text gives it.
    Name,
    /// A part of a person's name with an honorific: `Ms. Liu`.
    Honorific,
    /// A part of a person's name alone: `Liu`.
    NamePart,
    /// The acronym that stands in brackets behind the name: `(WIPO)`.
    Acronym,
    /// Capitals that are the initials of one name: `JPO` for `Japan Patent Office`.
    Initials,
    /// What the text says it calls the body: `(hereinafter “the Operator”)`.
    Defined,
    /// What is left of a company's name without its legal form, or the word that tells it from others: `Huawei`.
    ShortName,
    /// The head of the name with an article: `the Ministry`.
    Definite,
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
