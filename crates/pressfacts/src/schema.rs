//! The serialised envelope: what the command prints for one document.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Kind};
use crate::fact::{Agreement, Date, Family, Organization, Person, Published, Role, Statistic};
use crate::span::Span;

/// Version of the output contract. Keys may be added under one number; none changes meaning.
pub const SCHEMA_VERSION: u32 = 1;

/// All facts of one document, sorted by `start`, then `end`.
///
/// Serialises to the output contract as it stands; offsets count in [`offset_unit`](Self::offset_unit).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extraction {
    /// [`SCHEMA_VERSION`].
    pub schema: u32,
    /// Name of the input, where the caller gave one.
    pub source: Option<String>,
    /// Unit of all offsets.
    pub offset_unit: OffsetUnit,
    /// The document creation time.
    pub published: Option<Published>,
    /// Time expressions.
    pub dates: Vec<Date>,
    /// Named people in named positions.
    pub roles: Vec<Role>,
    /// The people of those roles, each once.
    pub people: Vec<Person>,
    /// The bodies of those roles and agreements, each once.
    pub organizations: Vec<Organization>,
    /// Quantitative claims.
    pub statistics: Vec<Statistic>,
    /// Agreements between parties.
    pub agreements: Vec<Agreement>,
}

impl Default for Extraction {
    fn default() -> Self {
        Self {
            schema: SCHEMA_VERSION,
            source: None,
            offset_unit: OffsetUnit::Byte,
            published: None,
            dates: Vec::new(),
            roles: Vec::new(),
            people: Vec::new(),
            organizations: Vec::new(),
            statistics: Vec::new(),
            agreements: Vec::new(),
        }
    }
}

impl Extraction {
    /// The same facts, with offsets counted in another unit. `text` is the text they were extracted from.
    ///
    /// ```
    /// use pressfacts::{Extractor, OffsetUnit};
    /// let text = "Café reopened on May 1, 2024.";
    /// let facts = Extractor::default().extract(text);
    /// assert_eq!(facts.dates[0].span.start(), 18);
    /// assert_eq!(facts.with_offsets(text, OffsetUnit::Char).dates[0].span.start(), 17);
    /// ```
    #[must_use]
    pub fn with_offsets(mut self, text: &str, unit: OffsetUnit) -> Self {
        let shifts = Shifts::between(self.offset_unit, unit, text);
        self.offset_unit = unit;
        for span in self.spans_mut() {
            *span = shifts.apply(*span);
        }
        self
    }

    /// Leaves only the families wanted, people with the roles that name them, and bodies with roles or agreements. What is
    /// left reads the same with and without the rest, indices included.
    pub(crate) fn only(mut self, wanted: &[Family]) -> Self {
        if !wanted.contains(&Family::Dates) {
            self.dates.clear();
        }
        if !wanted.contains(&Family::Roles) {
            self.roles.clear();
            self.people.clear();
        }
        if !wanted.contains(&Family::Statistics) {
            self.statistics.clear();
        }
        if !wanted.contains(&Family::Agreements) {
            self.agreements.clear();
        }
        if !wanted.contains(&Family::Roles) && !wanted.contains(&Family::Agreements) {
            self.organizations.clear();
        }
        self
    }

    fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        let dates = self.dates.iter_mut().map(|fact| &mut fact.span);
        let roles = self.roles.iter_mut().map(|fact| &mut fact.span);
        let statistics = self.statistics.iter_mut().map(|fact| &mut fact.span);
        let agreements = self.agreements.iter_mut().map(|fact| &mut fact.span);
        let people = self.people.iter_mut().flat_map(|person| &mut person.mentions);
        let organizations = self.organizations.iter_mut().flat_map(|body| &mut body.mentions);
        dates.chain(roles).chain(statistics).chain(agreements).chain(people).chain(organizations)
    }
}

/// What an offset counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// UTF-8 bytes: what Rust slices by, and what the library counts in.
    #[default]
    Byte,
    /// Unicode code points: what Python slices by.
    Char,
    /// UTF-16 code units: what JavaScript slices by.
    Utf16,
}

impl OffsetUnit {
    const ALL: [Self; 3] = [Self::Byte, Self::Char, Self::Utf16];

    fn width(self, character: char) -> usize {
        match self {
            Self::Byte => character.len_utf8(),
            Self::Char => 1,
            Self::Utf16 => character.len_utf16(),
        }
    }
}

impl fmt::Display for OffsetUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Byte => "byte",
            Self::Char => "char",
            Self::Utf16 => "utf16",
        })
    }
}

impl FromStr for OffsetUnit {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|unit| unit.to_string() == name).ok_or_else(|| Kind::OffsetUnit(name.to_owned()).into())
    }
}

/// How offsets in one unit turn into another: one entry for each character that is wider in one of them.
struct Shifts {
    /// Offset just past such a character, in the old unit and in the new one.
    steps: Vec<(usize, usize)>,
}

impl Shifts {
    fn between(old: OffsetUnit, new: OffsetUnit, text: &str) -> Self {
        let mut steps = Vec::new();
        let (mut at_old, mut at_new) = (0, 0);
        for character in text.chars() {
            at_old += old.width(character);
            at_new += new.width(character);
            if old.width(character) != new.width(character) {
                steps.push((at_old, at_new));
            }
        }
        Self { steps }
    }

    fn apply(&self, span: Span) -> Span {
        let shifted = |offset| {
            let passed = self.steps.partition_point(|&(old, _)| old <= offset);
            let (old, new) = passed.checked_sub(1).map_or((0, 0), |last| self.steps[last]);
            new + (offset - old)
        };
        Span::new(shifted(span.start()), shifted(span.end())).unwrap_or(span)
    }
}

#[cfg(test)]
mod tests {
    use super::{OffsetUnit, Shifts};
    use crate::span::Span;

    #[test]
    fn offsets_turn_from_unit_to_unit_and_back() {
        let text = "a é 😀 z";
        let byte = Span::new(text.find('z').expect("z"), text.len()).expect("ordered");
        let char = Shifts::between(OffsetUnit::Byte, OffsetUnit::Char, text).apply(byte);
        let utf16 = Shifts::between(OffsetUnit::Byte, OffsetUnit::Utf16, text).apply(byte);
        assert_eq!((char.start(), utf16.start()), (6, 7));
        assert_eq!(Shifts::between(OffsetUnit::Utf16, OffsetUnit::Byte, text).apply(utf16), byte);
    }
}
