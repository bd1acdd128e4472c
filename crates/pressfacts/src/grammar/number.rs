//! Numbers in digits and words, exact.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::many0;
use nom::sequence::preceded;

use crate::decimal::Decimal;
use crate::lexicon::Classes;
use crate::parse::{Lexeme, PResult, Tokens, kind, lex, no_match, word};
use crate::token::Kind;

/// The classes that a number may start with: what a rule that starts with one is dispatched by.
pub(crate) const NUMBER: Classes = Classes::of(&[Classes::DIGITS, Classes::CARDINAL]);

/// A cardinal number in digits or words, its scale words multiplied out: `1,500`, `4.756 million`, `twenty-one`,
/// `13.41 lakh crore`, `three hundred and five`.
pub(crate) fn number(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let (rest, value) = alt((digits, cardinal_words)).parse(input)?;
    many0(scale).parse(rest).map(|(rest, scales)| (rest, scales.iter().fold(value, |value, power| value.times_ten_to(*power))))
}

/// Digits with their separators: `1,500`, `4.756`, `1,23,45,678`, `1 234 567`.
pub(crate) fn digits(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let (rest, _) = kind(Kind::Number)(input)?;
    let plain: String = input.written().chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    plain.parse().map_or_else(|_| no_match(), |value| Ok((rest, value)))
}

/// A whole number without separators: a year, a day.
pub(crate) fn plain_integer(input: Tokens<'_>) -> PResult<'_, u32> {
    match input.written().parse() {
        Ok(value) if input.written().len() <= 9 => kind(Kind::Number)(input).map(|(rest, _)| (rest, value)),
        _ => no_match(),
    }
}

/// A cardinal below a thousand in words: `five`, `twenty-one`, `three hundred and five`.
fn cardinal_words(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let (rest, first) = below_hundred(input)?;
    let (rest, hundreds) = opt(lex(Classes::SCALE)).parse(rest)?;
    match hundreds {
        Some(scale) if scale.value == "2" => {
            let (rest, ones) = opt(preceded(opt(word("and")), below_hundred)).parse(rest)?;
            Ok((rest, Decimal::from(first * 100 + ones.unwrap_or(0))))
        }
        Some(scale) => Ok((rest, Decimal::from(first).times_ten_to(scale.number() as u32))),
        None => Ok((rest, Decimal::from(first))),
    }
}

fn below_hundred(input: Tokens<'_>) -> PResult<'_, i64> {
    let (rest, first) = lex(Classes::CARDINAL)(input).map(|(rest, lexeme)| (rest, lexeme.number()))?;
    if first < 20 || first % 10 != 0 {
        return Ok((rest, first));
    }
    let ones = |input| {
        let (rest, lexeme): (_, Lexeme<'_>) = preceded(opt(kind(Kind::Hyphen)), lex(Classes::CARDINAL)).parse(input)?;
        if (1..10).contains(&lexeme.number()) { Ok((rest, lexeme.number())) } else { no_match() }
    };
    opt(ones).parse(rest).map(|(rest, ones)| (rest, first + ones.unwrap_or(0)))
}

/// A scale word, as its power of ten.
fn scale(input: Tokens<'_>) -> PResult<'_, u32> {
    lex(Classes::SCALE)(input).map(|(rest, lexeme)| (rest, lexeme.number() as u32))
}

#[cfg(test)]
mod tests {
    use super::number;
    use crate::testing::parse_all;

    #[test]
    fn numbers_in_digits_and_words() {
        for (text, value) in [
            ("1,500", "1500"),
            ("4.756 million", "4756000"),
            ("13.41 lakh crore", "13410000000000"),
            ("twenty-one", "21"),
            ("three hundred and five", "305"),
            ("five thousand", "5000"),
            ("2.5bn", "2500000000"),
            ("1\u{202f}234\u{202f}567", "1234567"),
        ] {
            assert_eq!(parse_all(text, number).map(|value| value.to_string()).as_deref(), Some(value), "{text}");
        }
        for text in ["many", "million", "14.11.2024"] {
            assert_eq!(parse_all(text, number), None, "{text}");
        }
    }
}
