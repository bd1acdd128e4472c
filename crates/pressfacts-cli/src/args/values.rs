//! Values that options take.

use std::ffi::OsStr;
use std::str::FromStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command, Error};
use pressfacts::{Family, OffsetUnit};

/// A family's name, with or without blanks around it.
#[derive(Clone)]
pub(super) struct FamilyParser;

impl TypedValueParser for FamilyParser {
    type Value = Family;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<Family, Error> {
        let value = value.to_str().map_or(value, |value| OsStr::new(value.trim()));
        let names = PossibleValuesParser::new(Family::ALL.map(Family::name));
        names.try_map(|name| Family::from_str(&name)).parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Family::ALL.into_iter().map(|family| PossibleValue::new(family.name()))))
    }
}

pub(super) fn offset_unit() -> impl TypedValueParser<Value = OffsetUnit> {
    PossibleValuesParser::new(["char", "byte", "utf16"]).try_map(|name| OffsetUnit::from_str(&name))
}
