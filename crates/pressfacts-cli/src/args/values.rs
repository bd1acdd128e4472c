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

/// A place in a text, as people tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    /// What is before it, counted.
    Offset(usize),
    /// Both from 1 on, as editors count.
    Line(usize, usize),
}

/// `124`, or `3:17`.
pub(super) fn at(told: &str) -> Result<At, String> {
    let number = |digits: &str| digits.parse().map_err(|_| "use an offset, or LINE:COLUMN".to_owned());
    match told.split_once(':') {
        None => number(told).map(At::Offset),
        Some((line, column)) => match (number(line)?, number(column)?) {
            (0, _) | (_, 0) => Err("lines and columns count from 1 on".to_owned()),
            (line, column) => Ok(At::Line(line, column)),
        },
    }
}

/// What `Extractor::extract` reads of a text, in bytes.
const LARGEST: u64 = u32::MAX as u64;

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
    let size = number.checked_mul(1 << shift).filter(|size| *size <= LARGEST);
    size.ok_or_else(|| "too large: of a document, less than 4 GiB are read".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{At, at, size};

    #[test]
    fn places_are_offsets_or_lines_with_columns() {
        assert_eq!(at("124"), Ok(At::Offset(124)));
        assert_eq!(at("3:17"), Ok(At::Line(3, 17)));
        assert!(at("0:3").is_err() && at("3:").is_err() && at("-1").is_err());
    }

    #[test]
    fn sizes_have_units() {
        assert_eq!(size("12"), Ok(12));
        assert_eq!(size("64M"), Ok(64 << 20));
        assert_eq!(size("3G"), Ok(3 << 30));
        assert!(size("64T").is_err() && size("M").is_err() && size("99999999999G").is_err() && size("4G").is_err());
    }
}
