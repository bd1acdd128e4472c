//! Agreements between parties.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// A mention of an agreement: made, planned, ended or referred to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The phrase that names it.
    #[serde(flatten)]
    pub span: Span,
    /// The slice of the text it stands for.
    pub text: String,
    /// What kind of instrument it is.
    pub kind: AgreementKind,
    /// Its proper name, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The named sides, as written.
    pub parties: Vec<String>,
    /// For each party its index in [`organizations`](crate::Extraction::organizations), or nothing for a state or person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party_indices: Vec<Option<usize>>,
    /// What is said to happen to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// Whether that has happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// TIMEX3 value of when it takes or took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What it is about, as written.
    pub subject: Option<String>,
    /// Where it takes or took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What it is worth, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
}

/// Kinds of instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgreementKind {
    /// Memorandum of understanding, of cooperation.
    Memorandum,
    /// Treaty, convention, protocol, charter, named international agreement.
    Treaty,
    /// Agreement, accord, pact, deal.
    Agreement,
    /// Contract, licence, purchase, lease, loan or grant agreement.
    Contract,
    /// Partnership, alliance, joint venture.
    Partnership,
    /// Declaration, communiqué, joint statement.
    Declaration,
    /// Letter of intent.
    LetterOfIntent,
}

/// What happens to an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named by its verb")]
pub enum Action {
    Sign,
    Conclude,
    Ratify,
    Accede,
    Adopt,
    EnterIntoForce,
    Renew,
    Extend,
    Amend,
    Implement,
    Negotiate,
    Announce,
    Award,
    Terminate,
}

/// Whether an action has taken place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It has.
    Done,
    /// It will, or is meant to.
    Planned,
    /// It has not, or was refused.
    Negated,
}
