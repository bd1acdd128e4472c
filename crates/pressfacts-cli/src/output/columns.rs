//! Which tables there are, and the columns of each: the fields of the JSON output, the source first.

use pressfacts::{Extraction, Family};
use serde::Serialize;
use serde_json::{Map, Value};

use super::record::object;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    /// A whole number: an offset or an index.
    Index,
    Number,
    /// A civil day.
    Day,
    Flag,
    /// Several texts.
    Texts,
    /// Several whole numbers.
    Indices,
    /// Spans, as `start-end`.
    Spans,
}

/// A table of facts, or of those that facts are about.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// Families that it belongs to.
    families: &'static [Family],
    pub(crate) columns: &'static [(&'static str, Kind)],
}

use Kind::{Day, Flag, Index, Indices, Number, Spans, Text, Texts};

pub(crate) const TABLES: &[Table] = &[
    Table {
        name: "dates",
        families: &[Family::Dates],
        columns: &[
            ("source", Text),
            ("start", Index),
            ("end", Index),
            ("text", Text),
            ("type", Text),
            ("value", Text),
            ("mod", Text),
            ("quant", Text),
            ("freq", Text),
            ("earliest", Day),
            ("latest", Day),
            ("zone", Text),
            ("bound", Text),
            ("fiscal", Flag),
            ("known", Texts),
            ("anchor", Text),
            ("anchor_index", Index),
            ("rule", Text),
        ],
    },
    Table {
        name: "roles",
        families: &[Family::Roles],
        columns: &[
            ("source", Text),
            ("start", Index),
            ("end", Index),
            ("text", Text),
            ("name", Text),
            ("honorific", Text),
            ("order", Text),
            ("title", Text),
            ("organization", Text),
            ("status", Text),
            ("person", Index),
            ("organization_index", Index),
            ("rule", Text),
        ],
    },
    Table {
        name: "people",
        families: &[Family::Roles],
        columns: &[
            ("source", Text),
            ("name", Text),
            ("aliases", Texts),
            ("roles", Indices),
            ("mentions", Spans),
            ("links", Texts),
        ],
    },
    Table {
        name: "organizations",
        families: &[Family::Roles, Family::Agreements],
        columns: &[("source", Text), ("name", Text), ("acronym", Text), ("mentions", Spans), ("links", Texts)],
    },
    Table {
        name: "statistics",
        families: &[Family::Statistics],
        columns: &[
            ("source", Text),
            ("start", Index),
            ("end", Index),
            ("text", Text),
            ("value", Number),
            ("low", Number),
            ("high", Number),
            ("unit", Text),
            ("unit_code", Text),
            ("kind", Text),
            ("modifier", Text),
            ("change", Text),
            ("from", Number),
            ("to", Number),
            ("basis", Text),
            ("per", Text),
            ("of", Text),
            ("subject", Text),
            ("date", Text),
            ("rule", Text),
        ],
    },
    Table {
        name: "agreements",
        families: &[Family::Agreements],
        columns: &[
            ("source", Text),
            ("start", Index),
            ("end", Index),
            ("text", Text),
            ("kind", Text),
            ("name", Text),
            ("parties", Texts),
            ("party_indices", Indices),
            ("action", Text),
            ("status", Text),
            ("date", Text),
            ("subject", Text),
            ("place", Text),
            ("amount", Text),
            ("rule", Text),
        ],
    },
];

impl Table {
    /// Whether it has anything of the families.
    pub(crate) fn is_of(&self, families: &[Family]) -> bool {
        self.families.iter().any(|family| families.contains(family))
    }

    /// The rows that a document has in it, each as its fields.
    pub(crate) fn rows(&self, facts: &Extraction) -> serde_json::Result<Vec<Map<String, Value>>> {
        match self.name {
            "dates" => objects(&facts.dates),
            "roles" => objects(&facts.roles),
            "people" => objects(&facts.people),
            "organizations" => objects(&facts.organizations),
            "statistics" => objects(&facts.statistics),
            _ => objects(&facts.agreements),
        }
    }
}

fn objects(rows: &[impl Serialize]) -> serde_json::Result<Vec<Map<String, Value>>> {
    rows.iter().map(object).collect()
}
