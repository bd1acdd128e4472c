//! Places in an order.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, verify};
use nom::sequence::{pair, preceded, terminated};

use super::amount::{Measured, playing, quantifier};
use super::{Amount, StatisticSyntax, Unit};
use crate::decimal::Decimal;
use crate::fact::{StatisticKind, StatisticModifier};
use crate::grammar::number::{Number, number, plain_integer};
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, glued, kind, lex, no_match, token, word, words};
use crate::token::{Kind, Token};

/// What an ordinal starts with.
pub(super) const ORDINAL: Classes = Classes::of(&[Classes::ORDINAL, Classes::DIGITS]);

/// How far before the ordinal the verb of ranking is looked for.
const VERB_WINDOW: usize = 5;

/// `third place`, `ranked first`, `rose to 11th in the Index`, `third-largest`, `second globally`.
pub(super) fn rank(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, place) = ordinal(input)?;
    let noun = |input| preceded(opt(kind(Kind::Hyphen)), lex(Classes::RANK_NOUN)).parse(input);
    let superlative = |input| preceded(opt(kind(Kind::Hyphen)), lex(Classes::SUPERLATIVE)).parse(input);
    if let Ok((rest, _)) = alt((noun, superlative)).parse(rest) {
        return Ok((rest, placed(input, rest, place)));
    }
    let clause_ends = rest
        .first()
        .is_none_or(|next| matches!(next.kind, Kind::Comma | Kind::Period | Kind::Semicolon | Kind::Close | Kind::Terminal));
    let goes_on = lex(Classes::NP_END)(rest).is_ok() || words(&["and", "or"])(rest).is_ok();
    let globally = playing("scope")(rest).is_ok();
    if globally && !clause_ends || (clause_ends || goes_on) && is_ranked(input) {
        return Ok((rest, placed(input, rest, place)));
    }
    no_match()
}

/// `top ten`, `top 500`; not of a share: `top 20%`.
pub(super) fn top(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, _) = pair(word("top"), opt(kind(Kind::Hyphen))).parse(input)?;
    let (rest, count) = number(rest)?;
    let of_share = lex(Classes::of(&[Classes::PERCENT, Classes::UNIT, Classes::CURRENCY]))(rest).is_ok();
    if of_share || count.to_integer().is_none() { no_match() } else { Ok((rest, placed(input, rest, count))) }
}

/// `No. 1 in`, `number one worldwide`.
pub(super) fn number_one(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, _) = verify(lex(Classes::IDENTIFIER_HEAD), |head| head.value == "number").parse(input)?;
    let (rest, place) = verify(number, |place| *place <= Decimal::from(100)).parse(rest)?;
    let ranked = is_ranked(input)
        || terminated(preceded(word("in"), where_held), not(token(Token::capitalized))).parse(rest).is_ok()
        || playing("scope")(rest).is_ok()
        || lex(Classes::RANK_NOUN)(rest).is_ok();
    if ranked { Ok((rest, placed(input, rest, place))) } else { no_match() }
}

/// Where the rank holds: `Norway`, `the world`; no street.
fn where_held(input: Tokens<'_>) -> PResult<'_, &Token> {
    alt((preceded(word("the"), token(|next| next.kind == Kind::Word)), token(|next| next.is(Classes::COUNTRY)))).parse(input)
}

/// `11th`, `third`.
fn ordinal(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let digits = |input| {
        terminated(plain_integer, glued(lex(Classes::ORDINAL_SUFFIX))).parse(input).map(|(rest, place)| (rest, i64::from(place)))
    };
    let in_words = |input| lex(Classes::ORDINAL)(input).map(|(rest, place)| (rest, place.number()));
    let (rest, place) = alt((digits, in_words)).parse(input)?;
    Ok((rest, Decimal::from(place)))
}

/// Whether the words before speak of a rank: `ranked`, `ranking rose to`.
fn is_ranked(input: Tokens<'_>) -> bool {
    let mut before = input.before().iter().rev().take(VERB_WINDOW).peekable();
    let Some(last) = before.peek() else { return false };
    if last.is(Classes::RANK_VERB) {
        return true;
    }
    let links = playing("ranks")(input.at(input.position() - 1)).is_ok();
    links && before.any(|token| token.is(Classes::of(&[Classes::RANK_VERB, Classes::RANK_NOUN])))
}

fn placed(input: Tokens<'_>, rest: Tokens<'_>, place: Decimal) -> StatisticSyntax {
    let (start, modifier) = quantifier(input, false);
    let amount = Amount { low: Number { base: place, power: 0 }, high: None };
    let modifier = if start < input.position() { modifier } else { StatisticModifier::Exact };
    let run = Run { start, end: rest.position() };
    Measured { amount, unit: (), modifier, run }.into_syntax(StatisticKind::Rank, Unit::Named("rank".to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics;

    #[test]
    fn ranks() {
        check_statistics("The city took [third place] and its ranking rose to [11th] in the index.", &["3 rank", "11 rank"]);
        check_statistics("It ranked [first], and [second] globally by size.", &["1 rank", "2 rank"]);
        check_statistics("The [third-largest] port is in the [top ten].", &["3 rank", "10 rank"]);
    }

    #[test]
    fn numbers_one() {
        check_statistics("It is ranked [No. 1] there and [number 5] in Norway.", &["1 rank", "5 rank"]);
        check_statistics("They are [number one] worldwide and live at number 5 in Norway Street.", &["1 rank"]);
    }

    #[test]
    fn no_rank() {
        check_statistics("The 7th Forum and the first session, the third of its kind.", &[]);
    }
}
