//! Rates and shares in words.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, peek, verify};
use nom::sequence::{pair, preceded, separated_pair, terminated};

use super::amount::{any_number, follows_change, looks_like_year, measured, playing, quantifier, stands_free};
use super::count::things;
use super::{Amount, StatisticSyntax, Unit};
use crate::decimal::Decimal;
use crate::fact::StatisticKind;
use crate::grammar::noun_phrase::{counted_nouns, nominal, nouns};
use crate::grammar::number::{Number, digits, fraction, number, scaled};
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, glued, kind, lex, no_match, word, words};
use crate::token::{Kind, Token};

/// How many of a number there may be: `3 in 10`.
const MOST_PARTS: u32 = 99;
/// How far before a proportion the word may stand that makes it one.
const NEAR: usize = 4;

/// `8.18 patents per 10,000 people`, `450 people per km²`, `one well for every 250 people`; the `24.6` of `24.6 to 21.9 per
/// 1,000 residents`.
pub(super) fn rate(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, measured) = measured(any_number, opt_things)(input)?;
    // `5 per cent fee`
    if lex(Classes::PERCENT)(rest).is_ok() {
        return no_match();
    }
    let start = rest.position();
    if let Ok((rest, per)) = counted_on(rest) {
        // `8.18 per 10,000 people` says only what it is counted on.
        let unit = Unit::Nouns(measured.unit.map_or(Run { start, end: per.end }, |things| things.cover(per)));
        let run = Run { end: rest.position(), ..measured.run };
        return Ok((rest, StatisticSyntax { run, per: Some(per), ..measured.into_syntax(StatisticKind::Ratio, unit) }));
    }
    let (behind, _) = alt((word("to"), word("and"))).parse(rest)?;
    let (behind, (_, things)) = pair(scaled, opt_things).parse(behind)?;
    let start = behind.position();
    let (_, per) = counted_on(behind)?;
    let unit = Unit::Nouns(things.map_or(Run { start, end: per.end }, |things| things.cover(per)));
    Ok((rest, StatisticSyntax { per: Some(per), ..measured.into_syntax(StatisticKind::Ratio, unit) }))
}

/// What stands behind `per` or `for every`.
fn counted_on(input: Tokens<'_>) -> PResult<'_, Run> {
    preceded(alt((word("per"), preceded(word("for"), word("every")))), base).parse(input)
}

/// `one in five children`, `three out of four`.
pub(super) fn some_of_many(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    if input.first().and_then(Token::integer).is_some_and(|part| part > MOST_PARTS) {
        return no_match();
    }
    let (rest, part) = scaled(input)?;
    let (rest, ()) = among(rest)?;
    let (input, _) = stands_free(input)?;
    let part = part.value();
    let whole_start = rest;
    let (rest, whole) = number(rest)?;
    let names_time = lex(Classes::of(&[Classes::TIME_UNIT, Classes::MONTH, Classes::PERCENT]))(rest).is_ok();
    let fits = part < whole
        && part > Decimal::ZERO
        && part <= Decimal::from(i64::from(MOST_PARTS))
        && !names_time
        && !looks_like_year(whole_start);
    if !fits || whole.to_integer().is_none() {
        return no_match();
    }
    let Some(value) = part.over(whole) else { return no_match() };
    let (rest, nouns) = opt(preceded(opt(pair(word("of"), opt(word("the")))), counted_nouns)).parse(rest)?;
    let (start, modifier) = quantifier(input, false);
    let unit = nouns.map_or(Unit::Unsaid, Unit::Nouns);
    Ok((rest, ratio(value, unit, modifier, Run { start, end: rest.position() })))
}

/// `in`, `out of`, `in every`.
fn among(input: Tokens<'_>) -> PResult<'_, ()> {
    let (rest, _) = alt((word("in"), preceded(word("out"), word("of")))).parse(input)?;
    opt(word("every")).parse(rest).map(|(rest, _)| (rest, ()))
}

/// `3/4 of the sites`, `fell by 1/2`.
pub(super) fn part_in_digits(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, value) = fraction(input)?;
    let (input, _) = stands_free(input)?;
    let of = preceded(word("of"), opt(playing("article")));
    let things = alt((map(playing("whole"), |_| None), map(alt((nouns, nominal)), Some)));
    let (rest, things) = opt(preceded(of, things)).parse(rest)?;
    let changes = follows_by(input) && follows_change(input);
    if things.is_none() && !changes {
        return no_match();
    }
    let (start, modifier) = quantifier(input, false);
    let unit = things.flatten().map_or(Unit::Unsaid, Unit::Nouns);
    Ok((rest, ratio(value, unit, modifier, Run { start, end: rest.position() })))
}

/// `a ratio of 4:1`, `a 4-to-1 ratio`: how many of the one there are for each of the other.
pub(super) fn proportion(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let hyphen = || glued(kind(Kind::Hyphen));
    let to = map((hyphen(), words(&["to", "for"]), hyphen()), |_| ());
    // `a 2-for-1 stock split`
    let part = if word("for")(input.at(input.position() + 2)).is_ok() { "split" } else { "ratio" };
    let (behind, one) = number(input)?;
    let (rest, (low, high)) = match behind.first().map(|joint| joint.kind) {
        Some(Kind::Colon) => separated_pair(digits, glued(kind(Kind::Colon)), glued(digits)).parse(input)?,
        Some(Kind::Hyphen) => preceded(to, number).parse(behind).map(|(rest, other)| (rest, (one, other)))?,
        _ => {
            let last = verify(number, |last| *last == Decimal::from(1));
            preceded(word("to"), last).parse(behind).map(|(rest, other)| (rest, (one, other)))?
        }
    };
    let said = |at: usize| playing(part)(input.at(at)).is_ok();
    let near = (input.position() - input.before().len().min(NEAR)..input.position()).any(said)
        || (rest.position()..rest.position() + 2).any(said);
    let glued_on =
        rest.first().is_some_and(|next| next.glued() && matches!(next.kind, Kind::Colon | Kind::Number | Kind::Hyphen));
    let Some(value) = low.over(high).filter(|_| near && !glued_on) else { return no_match() };
    let (input, _) = stands_free(input)?;
    let (start, modifier) = quantifier(input, false);
    Ok((rest, ratio(value, Unit::Named(String::new()), modifier, Run { start, end: rest.position() })))
}

/// `two-thirds of the growth`, `half the members`, `a quarter of firms`.
pub(super) fn fraction_of(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (input, _) = stands_free(input)?;
    let count = |input| terminated(number, opt(kind(Kind::Hyphen))).parse(input);
    let (rest, (count, whole)) = pair(opt(count), lex(Classes::FRACTION)).parse(input)?;
    let before = input.previous().map_or("", |token| token.span.of(input.document.text));
    let is_half = whole.number() == 2;
    let counted = count.is_some() || matches!(before, "a" | "A" | "one");
    let period = Classes::of(&[Classes::ORDINAL, Classes::ORDINAL_SUFFIX, Classes::SHIFT, Classes::EVERY, Classes::FISCAL]);
    let ordinal = input.previous().is_some_and(|token| token.is(period));
    let determiner = |input| playing("article")(input).map(|(rest, _)| (rest, ()));
    let of = |input| preceded(word("of"), opt(determiner)).parse(input).map(|(rest, _)| (rest, ()));
    let half_the = |input| determiner(input);
    let (rest, linked) = opt(alt((of, half_the))).parse(rest)?;
    let linked = linked.is_some() && (is_half || counted);
    // `the lower half of the range`: one of two.
    let one_of_two = is_half && count.is_none() && {
        let mut words = input.before().iter().rev();
        let named = words
            .next()
            .is_some_and(|word| word.kind == Kind::Word && !word.is(Classes::of(&[Classes::QUALIFIER, Classes::NP_END])));
        named && words.next().is_some_and(|word| word.is(Classes::of(&[Classes::ARTICLE, Classes::DETERMINER])))
    };
    let hyphened = count.is_some() && !is_half;
    // `grew by a third`
    let changes =
        (counted || is_half) && !linked && (follows_by(input) || counted && comparison(rest).is_ok() || is_half && is_cut(input));
    if ordinal || one_of_two && !changes || !(linked || hyphened || changes) || !(is_half || counted) {
        return no_match();
    }
    let names_time = |run: Run| {
        (run.start..run.end).any(|at| input.document.tokens[at].is(Classes::of(&[Classes::TIME_UNIT, Classes::MONTH])))
    };
    let (rest, pronoun) = opt(playing("whole")).parse(rest)?;
    // `two-thirds of the combined 4.3M sales`: the whole is a claim of its own.
    let plain = |run: &Run| (run.start..run.end).all(|at| input.document.tokens[at].kind != Kind::Number);
    let named = |input| verify(nominal, plain).parse(input);
    let things = |input| if linked { alt((nouns, named)).parse(input) } else { nouns(input) };
    let (rest, nouns) = opt(verify(things, |run| pronoun.is_none() && !changes && !names_time(*run))).parse(rest)?;
    // `half of the 28,000 systems`
    let amounts = || number(rest).is_ok() && !looks_like_year(rest);
    if nouns.is_none() && pronoun.is_none() && linked && !hyphened && !amounts() {
        return no_match();
    }
    let Some(value) = count.unwrap_or(Decimal::from(1)).over(Decimal::from(whole.number())) else { return no_match() };
    if value >= Decimal::from(1) {
        return no_match();
    }
    let (mut start, modifier) = quantifier(input, false);
    if start == input.position() && matches!(before, "a" | "A") {
        start -= 1;
    }
    let (start, modifier) = if start < input.position() && matches!(before, "a" | "A") {
        quantifier(input.at(start), false)
    } else {
        (start, modifier)
    };
    let unit = nouns.map_or(Unit::Unsaid, Unit::Nouns);
    Ok((rest, ratio(value, unit, modifier, Run { start, end: rest.position() })))
}

/// Whether something was `cut in half`.
fn is_cut(input: Tokens<'_>) -> bool {
    let back = input.at(input.position().saturating_sub(1));
    input.previous().is_some() && word("in")(back).is_ok() && follows_change(input)
}

/// `less likely`, `more`: what makes a share the size of a difference.
fn comparison(input: Tokens<'_>) -> PResult<'_, ()> {
    words(&["less", "more", "fewer"])(input).map(|(rest, _)| (rest, ()))
}

/// Whether `by` stands before the share, an article and what qualifies it between.
fn follows_by(input: Tokens<'_>) -> bool {
    let article = usize::from(input.previous().is_some_and(|before| before.is(Classes::ARTICLE)));
    let (start, _) = quantifier(input.at(input.position() - article), false);
    word("by")(input.at(start.saturating_sub(1))).is_ok() && start > 0
}

fn ratio(value: Decimal, unit: Unit, modifier: crate::fact::StatisticModifier, run: Run) -> StatisticSyntax {
    let amount = Amount { low: Number { base: value, power: 0 }, high: None };
    StatisticSyntax { kind: StatisticKind::Ratio, amount, unit, modifier, run, per: None }
}

/// The things of a rate; one of them where `per` follows: `one well for every 250 people`.
fn opt_things(input: Tokens<'_>) -> PResult<'_, Option<Run>> {
    opt(alt((things, terminated(verify(nouns, |run| run.len() == 1), peek(counted_on))))).parse(input)
}

/// What a rate is counted on: `10,000 people`, `km²`.
fn base(input: Tokens<'_>) -> PResult<'_, Run> {
    let (rest, _) = pair(opt(scaled), alt((lexical_unit, counted_nouns, nouns))).parse(input)?;
    Ok((rest, input.until(rest)))
}

fn lexical_unit(input: Tokens<'_>) -> PResult<'_, Run> {
    lex(Classes::of(&[Classes::UNIT, Classes::TIME_UNIT]))(input).map(|(rest, lexeme)| (rest, lexeme.run))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics;

    #[test]
    fn rates() {
        check_statistics("It reached [8.18 patents per 10,000 people] there.", &["8.18 patents per 10,000 people"]);
        check_statistics(
            "A rate of [3.2 per 1,000 births] and [450 people per km²].",
            &["3.2 per 1,000 births", "450 people per km²"],
        );
    }

    #[test]
    fn shares_in_words() {
        check_statistics("[One in five children] goes hungry.", &["0.2 children"]);
        check_statistics(
            "[Two-thirds of households] agreed; [half the members] did not.",
            &["0.666666666666 households", "0.5 members"],
        );
        check_statistics("[A quarter of all firms] closed.", &["0.25 firms"]);
        check_statistics("Sales grew by [a fifth] and costs fell by [nearly a third].", &["0.2 ", "nearly 0.333333333333 costs"]);
    }

    #[test]
    fn halves() {
        check_statistics(
            "It cut costs by [half] and its dividend in [half]; [nearly half of the] [28,000 flats] are let.",
            &["0.5 ", "0.5 ", "nearly 0.5 ", "28000 flats"],
        );
        check_statistics("In half of 2024, in half an hour; it fell in the last half.", &[]);
    }

    #[test]
    fn levels_of_a_rate() {
        check_statistics(
            "The rate fell from [24.6] to [21.9 per 1,000 residents].",
            &["24.6 per 1,000 residents", "21.9 per 1,000 residents"],
        );
        check_statistics(
            "It has [one clinic for every 250 people]; it dug one well for them.",
            &["1 clinic for every 250 people"],
        );
        check_statistics("Nurses are [a third] less likely to err, a third said.", &["0.333333333333 "]);
        check_statistics("[Two-thirds of the network’s members] are women.", &["0.666666666666 network’s members"]);
        check_statistics("[Two-thirds of the] combined [4.3M sales] was new.", &["0.666666666666 ", "4300000 sales"]);
    }

    #[test]
    fn parts_in_digits() {
        check_statistics("After [3/4 of all sites] closed, costs fell by [1/2] in May.", &["0.75 sites", "0.5 costs"]);
        check_statistics("See 3/4, due on 1/2, and form 1/2 B.", &[]);
    }

    #[test]
    fn proportions() {
        check_statistics("A debt ratio of [2.5:1], odds of [4 to 1] and a [3-to-1] ratio.", &["2.5 ", "4 ", "3 "]);
        check_statistics("They won 3:1, drew 4 to 1 and left at 4:15 from the ratio of 1:2:3.", &[]);
    }

    #[test]
    fn no_shares() {
        check_statistics(
            "In the first half of the year, the third quarter of 2024, the lower half of the range, five in 2019, the second half of it.",
            &[],
        );
        check_statistics("Its odds are one in 0.00000000000000000000000000000000000005 there.", &[]);
    }
}
