//! A day with its month, as most dates are written: `November 6, 2024`, `6 November`, `2024-11-06`.

use nom::branch::alt;
use nom::combinator::{map, not, opt, peek, value, verify};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{Input, Parser};

use super::explicit::{framed, opt_year};
use super::mention::{ends_clause, previous_is, previous_of, stands_free};
use super::numeric::{dotted_day, iso_day, joined_day_month, joined_month_day, joined_year_day, numeric_day};
use super::syntax::{Field, Frame, Moment};
use crate::grammar::calendar::{
    below_hundred, day_number, day_of_month, four_digit_year, month, opt_comma, two_digit_year, weekday,
};
use crate::lexicon::Classes;
use crate::memo::Production;
use crate::parse::{PResult, Tokens, glued, kind, lex, no_match, remembered, word, words};
use crate::token::Kind;

/// Fewest characters of a day with points: `1.1.24`.
const SHORTEST_DOTTED: usize = 6;

/// A day with its month, in any order and spelling, its weekday before or behind.
pub(super) fn day(input: Tokens<'_>) -> PResult<'_, Moment> {
    if may_be_day(input) { remembered(Production::Day, any_day)(input) } else { no_match() }
}

/// Furthest that a month may stand behind the words of a day: `the twenty-first day of November`.
const FARTHEST_MONTH: usize = 6;

/// Whether a day may start here: told from the next tokens, before anything is read.
fn may_be_day(input: Tokens<'_>) -> bool {
    let [first, behind @ ..] = input.slice() else { return false };
    let month = |far: usize| behind.iter().take(far).any(|next| next.opens.any(Classes::MONTH));
    let joined = |far: usize| behind.iter().take(far).any(|next| matches!(next.kind, Kind::Hyphen | Kind::Slash));
    let day_words = Classes::of(&[Classes::ORDINAL, Classes::CARDINAL]);
    match (first.kind, first.integer()) {
        (Kind::Number, None) => {
            first.span.len() >= SHORTEST_DOTTED && input.written().bytes().filter(|byte| *byte == b'.').count() == 2
        }
        // `2024-11-06`, `2024, Nov. 6`
        (Kind::Number, Some(_)) if first.span.len() == 4 => joined(1) || month(2),
        // `6th of November`, `6-11-2024`
        (Kind::Number, Some(day)) => (1..=31).contains(&day) && (joined(2) || month(FARTHEST_MONTH)),
        _ if first.opens.any(Classes::MONTH) => behind.first().is_some_and(|next| {
            next.kind == Kind::Number
                || matches!(next.kind, Kind::Hyphen | Kind::Slash)
                || next.opens.any(day_words)
                || next.reads("the", input.document.text)
        }),
        _ => first.opens.any(Classes::WEEKDAY) || first.opens.any(day_words) && month(FARTHEST_MONTH),
    }
}

fn any_day(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, weekday) = opt(weekday_before).parse(input)?;
    let (rest, day) = day_by_its_start(rest)?;
    Ok((rest, day.on(weekday)))
}

/// What may start with the next token: a month, a year, a day, or all three in one.
fn day_by_its_start(input: Tokens<'_>) -> PResult<'_, Moment> {
    match input.first() {
        Some(first) if first.opens.any(Classes::MONTH) && is_joined(input) => {
            alt((joined_month_day, month_day_year)).parse(input)
        }
        Some(first) if first.opens.any(Classes::MONTH) => month_day_year(input),
        Some(first) if first.kind != Kind::Number => day_month_year(input),
        Some(first) if first.is_pointed() => dotted_day(input),
        Some(first) if first.span.len() == 4 && is_joined(input) => alt((joined_year_day, iso_day)).parse(input),
        Some(first) if first.span.len() == 4 => year_month_day(input),
        Some(_) if is_joined(input) => alt((joined_day_month, day_month_year, numeric_day)).parse(input),
        Some(_) => day_month_year(input),
        None => no_match(),
    }
}

/// Whether a mark that joins the parts of a date stands behind the next token and the ending of its ordinal.
fn is_joined(input: Tokens<'_>) -> bool {
    let behind = input.at(input.position() + 1);
    let (behind, _) = opt(glued(lex(Classes::ORDINAL_SUFFIX))).parse(behind).unwrap_or((behind, None));
    behind.first().is_some_and(|mark| matches!(mark.kind, Kind::Hyphen | Kind::Slash))
}

/// `Thursday,`, `on Thursday the`: a weekday that a date follows.
fn weekday_before(input: Tokens<'_>) -> PResult<'_, u32> {
    terminated(weekday, pair(opt_comma, opt(word("the")))).parse(input)
}

/// `November 6, 2024`, `November 6`, `Nov. the 6th`, `November-6-2024`.
fn month_day_year(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, month) = month(input)?;
    // `Jan/3`, but not `March/April`
    let slash = terminated(glued(kind(Kind::Slash)), peek(glued(terminated(day_number, not(glued(kind(Kind::Slash)))))));
    let (rest, _) = opt(alt((value((), word("the")), value((), glued(kind(Kind::Hyphen))), value((), slash)))).parse(rest)?;
    let day_start = rest;
    let (rest, day) = day_of_month(rest)?;
    let (rest, year) = opt_year(rest)?;
    if year.is_none()
        && (!ends_day(rest) || day_start.first().is_some_and(|token| token.kind == Kind::Word) && !ends_clause(rest))
    {
        return no_match();
    }
    let (rest, weekday) = opt_weekday_behind(rest)?;
    Ok((rest, framed(year, Field::Day { month: Some(month), day }).on(weekday)))
}

/// `6 November 2024`, `the 6th of November`, `6-Nov-24`, `6 Nov.`
fn day_month_year(input: Tokens<'_>) -> PResult<'_, Moment> {
    // `paid $12 December 27`
    if previous_of(input, Classes::CURRENCY_SIGN) {
        return no_match();
    }
    let (rest, day) = alt((day_of_month, verify(below_hundred, |day| (1..=31).contains(day)))).parse(input)?;
    let in_words = input.first().is_some_and(|token| token.is(Classes::CARDINAL))
        && rest.previous().is_some_and(|token| token.is(Classes::CARDINAL));
    let (rest, dashed) = opt(glued(kind(Kind::Hyphen))).parse(rest)?;
    let (rest, _) = opt(words(&["of", "day"])).parse(rest)?;
    let (rest, _) = opt(word("of")).parse(rest)?;
    let (rest, month) = month(rest)?;
    let (rest, year) = if dashed.is_some() {
        let short = map(alt((four_digit_year, two_digit_year)), Frame::Year);
        opt(preceded(glued(kind(Kind::Hyphen)), short)).parse(rest)?
    } else {
        opt_year(rest)?
    };
    // `one May morning`, but `on one May 1986` and `twenty five January`
    if in_words && !(year.is_some() || previous_is(input, &["on"])) {
        return no_match();
    }
    let (rest, weekday) = opt_weekday_behind(rest)?;
    Ok((rest, framed(year, Field::Day { month: Some(month), day }).on(weekday)))
}

/// `2024 November 6`, `2024, Nov. 6`.
fn year_month_day(input: Tokens<'_>) -> PResult<'_, Moment> {
    map((four_digit_year, opt_comma, month, day_number), |(year, _, month, day)| {
        framed(Some(Frame::Year(year)), Field::Day { month: Some(month), day })
    })
    .parse(input)
}

/// The weekday behind a date: `6 November (Wednesday)`, `November 6, Wednesday`.
fn opt_weekday_behind(input: Tokens<'_>) -> PResult<'_, Option<u32>> {
    let parenthesised = delimited(kind(Kind::Open), weekday, kind(Kind::Close));
    opt(parenthesised).parse(input)
}

/// Whether a day of the month can end here: nothing that the number would count follows.
pub(super) fn ends_day(rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first() else { return true };
    if matches!(next.kind, Kind::Percent | Kind::Currency) || next.is(Classes::SCALE) || next.is(Classes::MONTH) {
        return false;
    }
    // `May 6:30`, `May 1,500`
    !(matches!(next.kind, Kind::Colon)
        && rest.take_from(1).first().is_some_and(|after| after.glued() && after.kind == Kind::Number))
        && stands_free(rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{any_day, may_be_day};
    use crate::testing::like_numbers::{check_look, like_numbers};

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_day_is_refused_by_its_looks(text in like_numbers()) {
            check_look(&text, may_be_day, any_day);
        }
    }
}
