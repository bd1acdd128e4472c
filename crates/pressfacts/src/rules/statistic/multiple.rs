//! Factors.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt};
use nom::sequence::preceded;

use super::amount::{Measured, any_number, measured, playing, quantifier};
use super::{Amount, StatisticSyntax, Unit};
use crate::decimal::Decimal;
use crate::fact::StatisticKind;
use crate::grammar::number::Number;
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, glued, kind, lex, no_match, token, word};
use crate::token::{Kind, Token};

/// `doubled`, `threefold`, `more than halved`.
pub(super) fn doubled(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, factor) = lex(Classes::MULTIPLE)(input)?;
    let Ok(base) = factor.value.parse() else { return no_match() };
    if word("down")(rest).is_ok() || kind(Kind::Hyphen)(rest).is_ok() {
        return no_match();
    }
    let (start, modifier) = quantifier(input, false);
    // `a double room`: the base form is a verb only behind `to`, `will` and their like.
    if is_adjective(input) && start == input.position() && !follows_auxiliary(input) {
        return no_match();
    }
    let amount = Amount { low: Number { base, power: 0 }, high: None };
    let run = Run { start, end: rest.position() };
    let measured = Measured { amount, unit: (), modifier, run };
    Ok((rest, measured.into_syntax(StatisticKind::Multiple, named())))
}

/// Whether the word may be an adjective too: `double`, `triple`.
fn is_adjective(input: Tokens<'_>) -> bool {
    input.written().ends_with("le")
}

/// Whether `to`, `will`, `could` and their like stand before, an adverb between or not.
fn follows_auxiliary(input: Tokens<'_>) -> bool {
    let auxiliary = |token: &Token| {
        let written = token.span.of(input.document.text);
        written == "to" || lex(Classes::NP_END)(input.at(input.position() - 1)).is_ok_and(|(_, word)| word.value == "auxiliary")
    };
    input.previous().is_some_and(auxiliary)
}

/// `twice as many`, `more than twice the average`. `They met twice` counts no factor.
pub(super) fn twice(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, factor) = playing("factor")(input)?;
    let number = if factor.run.len() == 1 && word("thrice")(input).is_ok() { 3 } else { 2 };
    let sum = rest.first().is_some_and(|next| next.is(Classes::CURRENCY_SIGN));
    if !(compares(rest) || sum || playing("article")(rest).is_ok())
        || lex(Classes::TIME_UNIT)(rest.at(rest.position() + 1)).is_ok()
    {
        return no_match();
    }
    let (start, modifier) = quantifier(input, false);
    let amount = Amount { low: Number { base: Decimal::from(number), power: 0 }, high: None };
    let run = Run { start, end: rest.position() };
    Ok((rest, Measured { amount, unit: (), modifier, run }.into_syntax(StatisticKind::Multiple, named())))
}

/// `2.5 times`, `five times larger`, `10-fold`, `3x`. `They met three times` counts no factor.
pub(super) fn times(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, measured) = measured(any_number, factor)(input)?;
    let is_whole = measured.amount.low.value().to_integer().is_some();
    if measured.unit == Factor::Times && is_whole && !compares(rest) {
        return no_match();
    }
    Ok((rest, measured.into_syntax(StatisticKind::Multiple, named())))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Factor {
    Fold,
    Times,
}

fn factor(input: Tokens<'_>) -> PResult<'_, Factor> {
    let fold = |input| preceded(opt(kind(Kind::Hyphen)), word("fold")).parse(input);
    let x = |input| {
        glued(token(|next: &Token| next.span.len() == 1))(input)
            // `4x100`
            .and_then(|(rest, _)| not(glued(kind(Kind::Number))).parse(rest))
            .and_then(|(rest, ())| if matches!(input.written(), "x" | "X" | "×") { Ok((rest, Factor::Fold)) } else { no_match() })
    };
    let fold = |input| fold(input).map(|(rest, _)| (rest, Factor::Fold));
    let times = |input| word("times")(input).map(|(rest, _)| (rest, Factor::Times));
    alt((fold, x, times)).parse(input)
}

/// Whether what follows compares: `larger`, `as many`, `the average`, `that of`.
fn compares(input: Tokens<'_>) -> bool {
    let than = input.first().is_some_and(|next| {
        let written = next.span.of(input.document.text);
        next.kind == Kind::Word && written.len() > 4 && written.ends_with("er")
    });
    than || playing("compares")(input).is_ok()
}

fn named() -> Unit {
    Unit::Named("times".to_owned())
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics;

    #[test]
    fn multiples() {
        check_statistics("Sales [more than doubled], a [three-fold] rise.", &["more_than 2 times", "3 times"]);
        check_statistics("It will [triple] output and [nearly double] sales.", &["3 times", "nearly 2 times"]);
        check_statistics("It is [nearly twice] as high, [twice] the average.", &["nearly 2 times", "2 times"]);
        check_statistics("It met twice a year and twice in May.", &[]);
        check_statistics("It is [five times] larger and [2.5 times] faster.", &["5 times", "2.5 times"]);
    }

    #[test]
    fn no_multiples() {
        check_statistics("They met three times and doubled down in a double room.", &[]);
    }
}
