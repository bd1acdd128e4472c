//! Named people in named positions.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// A place where the text gives a named person a position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// From the first to the last character of name, title and organization.
    #[serde(flatten)]
    pub span: Span,
    /// The slice of the text it stands for.
    pub text: String,
    /// The personal name, without honorific and post-nominals.
    pub name: String,
    /// `Mr.`, `Dr.`, `H.E.`, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub honorific: Option<String>,
    /// Which part of the name comes first; absent where nothing in it tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<NameOrder>,
    /// The position, without the body it is held in.
    pub title: String,
    /// The body, without a leading `the`; absent where the phrase names none.
    pub organization: Option<String>,
    /// Whether the position is held, was, or will be; absent where the text says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<RoleStatus>,
    /// Index of the person in [`people`](crate::Extraction::people).
    pub person: usize,
    /// Index of the body in [`organizations`](crate::Extraction::organizations); absent for a state or place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization_index: Option<usize>,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
}

/// Which part of a personal name comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameOrder {
    /// `LI Keqiang`.
    FamilyFirst,
    /// `Jane Miller`.
    GivenFirst,
}

/// How a position is held, where the text says more than that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RoleStatus {
    /// Held in the past.
    Former,
    /// Held for the time being.
    Acting,
    /// Not yet taken up.
    Designate,
    /// Held as an honour.
    Honorary,
}
