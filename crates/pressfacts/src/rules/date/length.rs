//! How long: a count and its unit. `five years`, `two and a half years`, `a year and six months`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, peek, value, verify};
use nom::sequence::{delimited, pair, preceded, terminated};

use super::mention::{date_word, previous_of};
use super::shift::{Shift, shift};
use super::syntax::{Count, Length};
use crate::decimal::Decimal;
use crate::grammar::calendar::{Unit, singular, unit};
use crate::grammar::number::{digits, number};
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, no_match, word, words};
use crate::token::{Kind, Token};

/// The most years that a person's age has.
const OLDEST: i64 = 120;

/// `five years`, `18 months`, `a few days`, `two and a half years`, `another five years`, `a year and six months`.
pub(super) fn length(input: Tokens<'_>) -> PResult<'_, Length> {
    // `a hundred years`, but not `a two years`.
    let article = terminated(word("a"), peek(lex(Classes::SCALE)));
    let (rest, _) = opt(alt((value((), article), value((), word("an")), value((), date_word("whole"))))).parse(input)?;
    let (rest, count) = count(rest)?;
    // `thirty (30) days`
    let (rest, _) = opt(delimited(kind(Kind::Open), verify(number, |again| count == Count::Exactly(*again)), kind(Kind::Close)))
        .parse(rest)?;
    // `10+ years`, `20-odd years`
    let odd = value((), pair(opt(kind(Kind::Hyphen)), words(&["odd", "plus"])));
    let (rest, _) = opt(alt((value((), glued(kind(Kind::Plus))), odd))).parse(rest)?;
    let (rest, _) = opt(lex(Classes::TRADING_DAY)).parse(rest)?;
    let (rest, shifted) = opt(shift_between).parse(rest)?;
    // `5 next years`, but not `300,000 last year`.
    if shifted.is_some() && singular(rest) {
        return no_match();
    }
    let (rest, unit) = unit(rest)?;
    // `three quarters` is a share more often than nine months; `several quarters` is none.
    if unit == Unit::Quarter
        && count != Count::Unknown
        && !previous_of(input, Classes::SHIFT)
        && !rest.at(rest.position() - 1).previous().is_some_and(|token| token.is(Classes::TRADING_DAY))
    {
        return no_match();
    }
    let (rest, half) = opt(and_a_half).parse(rest)?;
    let (rest, more) = opt(preceded(opt(word("and")), smaller(unit))).parse(rest)?;
    let count = match (count, half) {
        (Count::Exactly(count), Some(half)) => Count::Exactly(count.plus(half)),
        (count, _) => count,
    };
    let (rest, age) = opt(age).parse(rest)?;
    if age.is_some() && !dates_a_thing(count, unit) {
        return no_match();
    }
    let (rest, _) = opt(pair(word("or"), word("so"))).parse(rest)?;
    Ok((rest, Length { count, unit, more, direction: None }))
}

/// What makes a length an age, as whether a hyphen does: `-old` in `45-year-old`, `old`, `of age`.
pub(super) fn age(input: Tokens<'_>) -> PResult<'_, bool> {
    let old = map(pair(opt(kind(Kind::Hyphen)), words(&["old", "olds"])), |(hyphen, _)| hyphen.is_some());
    alt((old, value(false, pair(word("of"), word("age"))))).parse(input)
}

/// Whether an age tells when a thing came to be: one that no person reaches. A person's age is no time, but a number of
/// the person.
pub(super) fn dates_a_thing(count: Count, unit: Unit) -> bool {
    let old = |count: Decimal| unit >= Unit::Year && count > Decimal::from(OLDEST);
    matches!(count, Count::Exactly(count) | Count::Between(_, count) if old(count))
}

/// The `next` of `the 2 next days`.
fn shift_between(input: Tokens<'_>) -> PResult<'_, Shift> {
    verify(shift, |shift| !matches!(shift, Shift::This | Shift::Same)).parse(input)
}

/// A number of the next smaller unit: the `six months` of `a year and six months`.
fn smaller<'t>(larger: Unit) -> impl FnMut(Tokens<'t>) -> PResult<'t, (Decimal, Unit)> {
    let next = match larger {
        Unit::Year => Unit::Month,
        Unit::Month | Unit::Week => Unit::Day,
        Unit::Day => Unit::Hour,
        Unit::Hour => Unit::Minute,
        _ => Unit::Second,
    };
    move |input| pair(number, verify(unit, |unit| *unit == next)).parse(input)
}

/// How many: `five`, `2.5`, `two and a half`, `2 1/2`, `several`, `a couple of`, `three to five`.
pub(super) fn count(input: Tokens<'_>) -> PResult<'_, Count> {
    // `a few hundred`
    let scaled = value(Count::Unknown, pair(lex(Classes::VAGUE_NUMBER), lex(Classes::SCALE)));
    let few =
        map(lex(Classes::VAGUE_NUMBER), |word| word.value.parse().map_or(Count::Unknown, |count: Decimal| Count::Exactly(count)));
    // `hundreds of`, `dozens of`
    let many = value(Count::Unknown, terminated(lex(Classes::MANY), opt(word("of"))));
    let vague = alt((scaled, few, many));
    let half = value(Count::Exactly(Decimal::new(5, 1)), pair(word("half"), words(&["a", "an"])));
    let joint = alt((
        value((), (kind(Kind::Hyphen), word("to"), kind(Kind::Hyphen))),
        value((), words(&["to", "or"])),
        value((), kind(Kind::Hyphen)),
        value((), kind(Kind::Dash)),
    ));
    let between = map((number, joint, number), |(low, (), high)| Count::Between(low, high));
    let exactly = map(pair(number, opt(alt((and_a_half, vulgar_fraction)))), |(count, more)| {
        Count::Exactly(more.map_or(count, |more| count.plus(more)))
    });
    let (rest, count) = alt((verify(between, |count| ordered(*count)), exactly, vague, half)).parse(input)?;
    // A number glued to what stands before it is part of something else.
    if input.first().is_some_and(Token::glued)
        && input.previous().is_some_and(|token| !matches!(token.kind, Kind::Open | Kind::OpenQuote | Kind::Quote | Kind::Dash))
    {
        return no_match();
    }
    Ok((rest, count))
}

pub(super) fn ordered(count: Count) -> bool {
    !matches!(count, Count::Between(low, high) if low >= high)
}

/// `and a half`.
pub(super) fn and_a_half(input: Tokens<'_>) -> PResult<'_, Decimal> {
    value(Decimal::new(5, 1), (word("and"), word("a"), word("half"))).parse(input)
}

/// The `1/2` of `2 1/2`.
fn vulgar_fraction(input: Tokens<'_>) -> PResult<'_, Decimal> {
    map_opt((digits, glued(kind(Kind::Slash)), glued(digits)), |(top, _, bottom)| top.over(bottom)).parse(input)
}
