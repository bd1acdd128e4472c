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

/// Bytes: a number, with K, M or G of 1,024 each.
pub(super) fn size(told: &str) -> Result<u64, String> {
    let unit = told.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let shift = match &told[unit.len()..] {
        "" => 0,
        "K" => 10,
        "M" => 20,
        "G" => 30,
        _ => return Err("use a number of bytes, or one with K, M or G".to_owned()),
    };
    let number: u64 = unit.parse().map_err(|_| "use a number of bytes, or one with K, M or G".to_owned())?;
    number.checked_mul(1 << shift).ok_or_else(|| "too large".to_owned())
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_have_units() {
        assert_eq!(size("12"), Ok(12));
        assert_eq!(size("64M"), Ok(64 << 20));
        assert!(size("64T").is_err() && size("M").is_err() && size("99999999999G").is_err());
    }
}
