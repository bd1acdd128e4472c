//! Names of the calendar: months, days, years, units. What they amount to is asked later.

use std::ops::RangeInclusive;

use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

use super::number::plain_integer;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, no_match, token, word};
use crate::token::{Kind, Token};

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season, named after the part of the year it has in Europe and North America.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// The name of a month, as its number.
pub(crate) fn month(input: Tokens<'_>) -> PResult<'_, u32> {
    lex(Classes::MONTH)(input).map(|(rest, month)| (rest, month.unsigned()))
}

/// The name of a weekday, as its number; Monday is 1.
pub(crate) fn weekday(input: Tokens<'_>) -> PResult<'_, u32> {
    lex(Classes::WEEKDAY)(input).map(|(rest, day)| (rest, day.unsigned()))
}

/// A day of a month: `6`, `14th`, `twenty-first`.
pub(crate) fn day_of_month(input: Tokens<'_>) -> PResult<'_, u32> {
    if input.first().is_some_and(|first| first.kind == Kind::Number) { day_number(input) } else { ordinal_day(input) }
}

/// A whole number in digits, of so many of them.
pub(crate) fn number_within(input: Tokens<'_>, values: RangeInclusive<u32>, digits: RangeInclusive<usize>) -> PResult<'_, u32> {
    match input.first().map(|first| (first.integer(), first.span.len())) {
        Some((Some(number), length)) if values.contains(&number) && digits.contains(&length) => Ok((input.take_from(1), number)),
        _ => no_match(),
    }
}

/// A day in digits: `6`, `06`, `14th`.
pub(crate) fn day_number(input: Tokens<'_>) -> PResult<'_, u32> {
    let (rest, day) = number_within(input, 1..=31, 1..=2)?;
    let (rest, _) = opt(glued(lex(Classes::ORDINAL_SUFFIX))).parse(rest)?;
    Ok((rest, day))
}

/// A day in digits with its ending: `14th`.
pub(crate) fn numbered_ordinal_day(input: Tokens<'_>) -> PResult<'_, u32> {
    terminated(verify(plain_integer, |day| (1..=31).contains(day)), glued(lex(Classes::ORDINAL_SUFFIX))).parse(input)
}

/// A day as an ordinal word: `first`, `twenty-first`.
fn ordinal_day(input: Tokens<'_>) -> PResult<'_, u32> {
    if !input.first().is_some_and(|first| first.opens.any(Classes::ORDINAL | Classes::CARDINAL)) {
        return no_match();
    }
    let tens = verify(cardinal, |tens| *tens == 20 || *tens == 30);
    let compound = map((tens, opt(kind(Kind::Hyphen)), verify(ordinal, |ones| *ones < 10)), |(tens, _, ones)| tens + ones);
    verify(alt((compound, ordinal)), |day| (1..=31).contains(day)).parse(input)
}

/// An ordinal word or number up to the hundreds: `third`, `20th`, `twenty-first`.
pub(crate) fn ordinal_number(input: Tokens<'_>) -> PResult<'_, u32> {
    let numbered = terminated(plain_integer, glued(lex(Classes::ORDINAL_SUFFIX)));
    let compound = map(
        (verify(cardinal, |tens| *tens >= 20 && tens % 10 == 0), opt(kind(Kind::Hyphen)), verify(ordinal, |ones| *ones < 10)),
        |(tens, _, ones)| tens + ones,
    );
    alt((numbered, compound, ordinal)).parse(input)
}

fn ordinal(input: Tokens<'_>) -> PResult<'_, u32> {
    lex(Classes::ORDINAL)(input).map(|(rest, word)| (rest, word.unsigned()))
}

pub(super) fn cardinal(input: Tokens<'_>) -> PResult<'_, u32> {
    lex(Classes::CARDINAL)(input).map(|(rest, word)| (rest, word.unsigned()))
}

/// A year in four digits, in words, or in two digits behind an apostrophe: `2024`, `nineteen ninety-six`, `'96`.
pub(crate) fn year(input: Tokens<'_>) -> PResult<'_, i32> {
    alt((four_digit_year, spelled_year, apostrophe_year)).parse(input)
}

/// `2024`.
pub(crate) fn four_digit_year(input: Tokens<'_>) -> PResult<'_, i32> {
    number_within(input, 1000..=2999, 4..=4).map(|(rest, year)| (rest, year.cast_signed()))
}

/// `'96`: the year of that ending between 1950 and 2049.
pub(crate) fn apostrophe_year(input: Tokens<'_>) -> PResult<'_, i32> {
    preceded(token(|mark| matches!(mark.kind, Kind::Apostrophe | Kind::OpenQuote)), glued(two_digit_year)).parse(input)
}

/// Two digits for a year: `24`.
pub(crate) fn two_digit_year(input: Tokens<'_>) -> PResult<'_, i32> {
    number_within(input, 0..=99, 2..=2).map(|(rest, year)| (rest, full_year(year.cast_signed())))
}

/// The year between 1950 and 2049 that ends in those two digits.
pub(crate) fn full_year(short: i32) -> i32 {
    if short < 50 { 2000 + short } else { 1900 + short }
}

/// `nineteen ninety-six`, `two thousand and twenty-four`, `twenty twenty-five`.
pub(crate) fn spelled_year(input: Tokens<'_>) -> PResult<'_, i32> {
    let century = verify(cardinal, |century| (11..=20).contains(century));
    let hundreds = map((century, verify(below_hundred, |rest| *rest >= 10)), |(century, rest)| century * 100 + rest);
    let thousand =
        preceded((verify(cardinal, |two| *two == 2), word("thousand")), opt(preceded(opt(word("and")), below_hundred)));
    map(alt((hundreds, map(thousand, |rest| 2000 + rest.unwrap_or(0)))), u32::cast_signed).parse(input)
}

pub(crate) fn below_hundred(input: Tokens<'_>) -> PResult<'_, u32> {
    let ones = preceded(opt(kind(Kind::Hyphen)), verify(cardinal, |ones| (1..10).contains(ones)));
    let compound = map(pair(verify(cardinal, |tens| *tens >= 20 && tens % 10 == 0), ones), |(tens, ones)| tens + ones);
    verify(alt((compound, cardinal)), |number| *number < 100).parse(input)
}

/// A unit of time: `days`, `year`.
pub(crate) fn unit(input: Tokens<'_>) -> PResult<'_, Unit> {
    map_opt(lex(Classes::CALENDAR_UNIT), |unit| {
        Some(match unit.value {
            "s" => Unit::Second,
            "m" => Unit::Minute,
            "h" => Unit::Hour,
            "D" => Unit::Day,
            "WE" => Unit::Weekend,
            "W" => Unit::Week,
            "F" => Unit::Fortnight,
            "M" => Unit::Month,
            "Q" => Unit::Quarter,
            "H" => Unit::Half,
            "Y" => Unit::Year,
            "DE" => Unit::Decade,
            "C" => Unit::Century,
            "ML" => Unit::Millennium,
            _ => return None,
        })
    })
    .parse(input)
}

/// Whether the next token is a unit in the singular: `day`, not `days`.
pub(crate) fn singular(input: Tokens<'_>) -> bool {
    !input.written().ends_with('s')
}

pub(crate) fn season(input: Tokens<'_>) -> PResult<'_, Season> {
    map_opt(lex(Classes::SEASON), |season| match season.value {
        "SP" => Some(Season::Spring),
        "SU" => Some(Season::Summer),
        "FA" => Some(Season::Autumn),
        "WI" => Some(Season::Winter),
        _ => None,
    })
    .parse(input)
}

/// What may stand between the parts of a date: a comma.
pub(crate) fn opt_comma(input: Tokens<'_>) -> PResult<'_, Option<&Token>> {
    opt(kind(Kind::Comma)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::{day_of_month, spelled_year, year};
    use crate::testing::parse_all;

    #[test]
    fn days_and_years() {
        for (text, day) in [("6", 6), ("14th", 14), ("twenty-first", 21), ("third", 3)] {
            assert_eq!(parse_all(text, day_of_month), Some(day), "{text}");
        }
        for (text, number) in [("2024", 2024), ("nineteen ninety-six", 1996), ("two thousand and twenty-four", 2024)] {
            assert_eq!(parse_all(text, year), Some(number), "{text}");
        }
        assert_eq!(parse_all("32", day_of_month), None);
        assert_eq!(parse_all("twenty five", spelled_year), None);
    }
}
