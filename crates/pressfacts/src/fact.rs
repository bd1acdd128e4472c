//! What an extraction is made of: one value type for each kind of fact, with spans into the text.

mod agreement;
mod date;
mod entity;
mod role;
mod statistic;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use agreement::{Action, Agreement, AgreementKind, Status};
pub use date::{Basis, Bound, Date, DateAnchor, DateField, DateType, Modifier as DateModifier, Published, Quant};
pub use entity::{Link, Organization, Person};
pub use role::{NameOrder, Role, RoleStatus};
pub use statistic::{Change, Modifier as StatisticModifier, Statistic, StatisticKind};

use crate::error::{Error, Kind};

/// The four families of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// Time expressions, after TIMEX3.
    Dates,
    /// Named people in named positions.
    Roles,
    /// Quantitative claims.
    Statistics,
    /// Agreements between parties.
    Agreements,
}

impl Family {
    /// All four, in the order of the output.
    pub const ALL: [Self; 4] = [Self::Dates, Self::Roles, Self::Statistics, Self::Agreements];

    /// The name it goes by in options and output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dates => "dates",
            Self::Roles => "roles",
            Self::Statistics => "statistics",
            Self::Agreements => "agreements",
        }
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Family {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|family| family.name() == name).ok_or_else(|| Kind::Family(name.to_owned()).into())
    }
}
