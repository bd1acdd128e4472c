//! Time expressions.

use nom::Parser;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

use super::{Rule, Syntax};
use crate::grammar::number::plain_integer;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, kind, lex};
use crate::token::Kind;

/// A time expression as the text has it: which fields it gives, before anything is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateSyntax {
    pub(crate) year: Option<i32>,
    pub(crate) month: u32,
    pub(crate) day: u32,
}

impl Syntax for DateSyntax {}

/// The rules of this family.
pub(crate) static RULES: &[Rule<DateSyntax>] =
    &[Rule { id: "dates/month-day-year", trigger: Classes::MONTH, parse: month_day_year }];

/// `November 6, 2024`, `November 6`.
fn month_day_year(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, month) = lex(Classes::MONTH)(input)?;
    let (rest, day) = verify(plain_integer, |day| (1..=31).contains(day)).parse(rest)?;
    let (rest, year) =
        opt(preceded(opt(kind(Kind::Comma)), verify(plain_integer, |year| (1000..=2999).contains(year)))).parse(rest)?;
    Ok((rest, DateSyntax { year: year.and_then(|year| i32::try_from(year).ok()), month: month.number() as u32, day }))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_dates;

    #[test]
    fn month_day_year() {
        check_dates("On [November 6, 2024], it rained.", &["2024-11-06"]);
        check_dates("On November 2024 boats, it rained.", &[]);
    }
}
