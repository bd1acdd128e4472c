//! Physical quantities.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, not, opt, verify};
use nom::sequence::{preceded, terminated};

use super::amount::{any_number, measured, opt_hyphen, playing};
use super::{StatisticSyntax, Unit};
use crate::decimal::Decimal;
use crate::fact::StatisticKind;
use crate::grammar::number::{Number, fraction, plain_integer, scaled};
use crate::lexicon::Classes;
use crate::parse::{Lexeme, PResult, Tokens, glued, kind, lex, no_match, token, word, words};
use crate::token::{Kind, Token};

/// How far before it the quote that another closes is looked for.
const QUOTED: usize = 60;

/// `120 MW`, `3.5 million tonnes`, `3-inch`, `50 metres per second`.
pub(super) fn measure(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, measured) = measured(number, unit)(input)?;
    // `32m2`, `5 km2`.
    let (rest, power) = opt(square_or_cube).parse(rest)?;
    let (rest, small) = opt(smaller(measured.unit.value)).parse(rest)?;
    let (rest, per) = opt(per).parse(rest)?;
    let mut measured = measured;
    if let Some(small) = small {
        let low = measured.amount.low.value().plus(small);
        measured.amount.low = Number { base: low, power: 0 };
        measured.run.end = rest.position();
        measured.unit.run.end = rest.position();
    }
    let (mut run, mut code, mut whole) = (measured.unit.run, measured.unit.value.to_owned(), measured.run);
    if let Some(power) = power {
        code = format!("{code}{power}");
        (run.end, whole.end) = (run.end + 1, whole.end + 1);
    }
    if let Some(below) = per {
        code = format!("{code}/{}", below.value);
        (run.end, whole.end) = (below.run.end, below.run.end);
    }
    let syntax = measured.into_syntax(StatisticKind::Measure, Unit::Measure(run, code));
    Ok((rest, StatisticSyntax { run: whole, per: per.map(|below| below.run), ..syntax }))
}

/// A number; `m` behind it is no scale here, but metres.
fn number(input: Tokens<'_>) -> PResult<'_, Number> {
    let part = |input| fraction(input).map(|(rest, base)| (rest, Number { base, power: 0 }));
    let abbreviated = |input| {
        let (rest, number) = any_number(input)?;
        if rest.at(rest.position() - 1).written() == "m" { no_match() } else { Ok((rest, number)) }
    };
    alt((part, abbreviated, scaled)).parse(input)
}

/// A unit as its case allows: `5 g` is a mass, `5 G` is not.
fn unit(input: Tokens<'_>) -> PResult<'_, Lexeme<'_>> {
    if let Ok(found) = inch_mark(input) {
        return Ok(found);
    }
    let (input, ()) = opt_hyphen(input)?;
    let letter = input.written().len() == 1 && input.first().is_some_and(Token::capitalized);
    if letter && !matches!(input.written(), "W" | "V" | "L") {
        return no_match();
    }
    let (rest, lexeme) = lex(Classes::UNIT)(input)?;
    // `20 in 2019` and `3 m-` end words; a unit is a whole one.
    let goes_on = rest.first().is_some_and(|next| next.glued() && next.kind == Kind::Number) && square_or_cube(rest).is_err();
    if goes_on { no_match() } else { Ok((rest, lexeme)) }
}

/// The mark of `a 6.7" screen`: a straight quote behind a number, where none is open.
fn inch_mark(input: Tokens<'_>) -> PResult<'_, Lexeme<'_>> {
    let (rest, _) = glued(kind(Kind::Quote))(input)?;
    let opened = input.before().iter().rev().take(QUOTED).filter(|token| token.kind == Kind::Quote).count() % 2 == 1;
    let single = input.written() == "\"";
    if opened || !single { no_match() } else { Ok((rest, Lexeme { run: input.until(rest), value: "[in_i]" })) }
}

/// The inches of `5 ft 2 in`, the ounces of `7 lb 6 oz`, as a part of what they stand behind.
fn smaller<'t>(larger: &str) -> impl Fn(Tokens<'t>) -> PResult<'t, Decimal> {
    let parts = match larger {
        "[ft_i]" => Some(("[in_i]", 12)),
        "[lb_av]" => Some(("[oz_av]", 16)),
        _ => None,
    };
    move |input| {
        let Some((code, parts)) = parts else { return no_match() };
        let (rest, count) = preceded(opt(word("and")), number).parse(input)?;
        let named = map(verify(unit, |unit| unit.value == code), |_| ());
        let inches = map(verify(word("in"), |_: &&Token| code == "[in_i]"), |_| ());
        let (after, ()) = alt((named, inches)).parse(rest)?;
        // `5 ft 2 in 2019`: the preposition.
        let goes_on = rest.written() == "in" && token(|next| matches!(next.kind, Kind::Word | Kind::Number))(after).is_ok();
        match count.value().over(Decimal::from(parts)) {
            Some(part) if !goes_on => Ok((after, part)),
            _ => no_match(),
        }
    }
}

/// The digit of `m2`, `km3`.
fn square_or_cube(input: Tokens<'_>) -> PResult<'_, u32> {
    let metres = input.at(input.position() - 1).written().ends_with('m');
    let digit = |input| verify(plain_integer, |power| matches!(power, 2 | 3)).parse(input);
    if metres { glued(digit)(input) } else { no_match() }
}

/// `per hour`, `/s`, `a day`.
fn per(input: Tokens<'_>) -> PResult<'_, Lexeme<'_>> {
    let slash = |input| preceded(glued(kind(Kind::Slash)), unit_below).parse(input);
    let word_per = |input| preceded(word("per"), unit_below).parse(input);
    // `40 tonnes a year earlier` is a date behind the measure.
    let each = preceded(words(&["a", "an"]), terminated(lex(Classes::TIME_UNIT), not(playing("later"))));
    alt((slash, word_per, each)).parse(input)
}

fn unit_below(input: Tokens<'_>) -> PResult<'_, Lexeme<'_>> {
    lex(Classes::of(&[Classes::UNIT, Classes::TIME_UNIT]))(input)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics;

    #[test]
    fn measure() {
        check_statistics("A plant of [120 MW] on [40 ha], [3.5 million tonnes] of it.", &["120 MW", "40 ha", "3500000 tonnes"]);
        check_statistics("A [3-inch] pipe, [1,500 km] long.", &["3 inch", "1500 km"]);
        check_statistics("At [50 metres per second] and [90 km/h].", &["50 metres per second", "90 km/h"]);
        check_statistics("It reached [36.6 degrees Celsius] or [98 °F].", &["36.6 degrees Celsius", "98 °F"]);
        check_statistics("It fell from [120] to [95 tonnes].", &["120 tonnes", "95 tonnes"]);
    }

    #[test]
    fn feet_and_inches() {
        check_statistics("She is [5 feet and 3 inches] tall, he [6 ft 6 in].", &["5.25 feet and 3 inches", "6.5 ft 6 in"]);
        check_statistics("It was [5 ft] in 2019.", &["5 ft"]);
    }

    #[test]
    fn what_stands_before_a_number() {
        check_statistics("A [sub-7 nm] chip, a [25.5″] neck.", &["less_than 7 nm", "25.5 ″"]);
        check_statistics("The UK-7 nm chip.", &[]);
        check_statistics("A [6.7\"] screen. He said \"we need 5\" there.", &["6.7 \""]);
    }

    #[test]
    fn no_measure() {
        check_statistics("The 5G network and the 4K screen in Block 5 G.", &[]);
    }
}
