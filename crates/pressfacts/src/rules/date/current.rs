//! Periods that are named by their unit alone: `the quarter`, `the year`, `year-end`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, value, verify};
use nom::sequence::{preceded, terminated};

use super::day::day;
use super::mention::{after_article, ends_clause, led_to, previous_is, with_article};
use super::syntax::{Anchor, Count, DateSyntax, Field, Frame, Length, Moment, Time};
use crate::decimal::Decimal;
use crate::grammar::calendar::{Unit, four_digit_year, unit};
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, kind, lex, no_match, word, words};
use crate::token::{Kind, Token};

/// A rule's production: `the quarter`, `the weekend`, `the year`, where an article before makes it the one spoken of.
pub(super) fn current_unit(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    if !after_article(input) {
        return no_match();
    }
    let article = input.at(input.position() - 1);
    let during = led_to(article, "unit");
    let fiscal = value(Unit::Year, lex(Classes::FISCAL));
    let (rest, unit) = preceded(opt(word("full")), alt((fiscal, unit))).parse(input)?;
    let next = rest.first();
    let text = input.document.text;
    let next_is = |words: &[&str]| next.is_some_and(|next| words.contains(&next.span.of(text)));
    let joined = next.is_some_and(|next| next.kind == Kind::Hyphen || next.kind == Kind::Number);
    if rest.previous().is_some_and(|unit| unit.span.of(text).ends_with('s')) || joined || next_is(&["before", "after", "earlier"])
    {
        return no_match();
    }
    let amount = |token: &Token| matches!(token.kind, Kind::Currency | Kind::Number);
    let of_amount = next_is(&["of"]) && rest.slice().get(1).is_some_and(amount);
    let this = |unit| Time::Moment(Moment::new(Frame::Shift { unit, count: 0, from: Anchor::Speech }, Field::Whole));
    let time = match unit {
        Unit::Weekend if !next_is(&["of", "to"]) => Time::Moment(Moment::new(Frame::Open, Field::Weekend)),
        Unit::Quarter if quarter_to(rest).is_ok() => {
            let (_, moment) = quarter_to(rest)?;
            Time::Moment(moment)
        }
        Unit::Quarter if during && !next_is(&["of"]) && !(previous_is(article, &["of"]) && next_is(&["to"])) => {
            Time::Moment(Moment::new(Frame::Open, Field::Current(Unit::Quarter)))
        }
        // A year that has an end of its own is a length.
        Unit::Year if during && next_is(&["ended", "ending", "to"]) => {
            let count = Count::Exactly(Decimal::from(1));
            Time::Length(Length { count, unit, more: None, direction: None })
        }
        // `a high for the year of $42`
        Unit::Year if previous_is(article, &["for", "of", "throughout"]) && (!next_is(&["of"]) || of_amount) => this(unit),
        // `the week's busiest session`
        Unit::Week if kind(Kind::Possessive)(rest).is_ok() => this(unit),
        Unit::Week if previous_is(article, &["for"]) && !next_is(&["of"]) => this(unit),
        // `fell 2% for the day`
        Unit::Day if previous_is(article, &["for"]) && ends_clause(rest) && !next_is(&["of", "when", "that"]) => this(unit),
        _ => return no_match(),
    };
    with_article(input, move |_| Ok((rest, time)))
}

/// The end that a quarter is named by: `ended July 31`, `ending 30 September 2024`.
fn quarter_to(input: Tokens<'_>) -> PResult<'_, Moment> {
    let end = preceded((words(&["ended", "ending"]), opt(word("on"))), day);
    map_opt(end, |end| match end.field {
        Field::Day { month: Some(month), day } => Some(Moment::new(end.frame, Field::QuarterTo { month, day })),
        _ => None,
    })
    .parse(input)
}

/// A rule's production: `year-end`, `the year-end`, `year's end`, `the end of the year`, `month-end`.
pub(super) fn unit_end(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let unit_name = verify(unit, |unit| matches!(unit, Unit::Year | Unit::Month | Unit::Quarter));
    let end = (alt((value((), kind(Kind::Hyphen)), value((), kind(Kind::Possessive)), |input| Ok((input, ())))), word("end"));
    let (rest, unit) = terminated(unit_name, end).parse(input)?;
    let (rest, year) = opt(preceded(opt(word("of")), four_digit_year)).parse(rest)?;
    let frame = year.map_or(Frame::Shift { unit, count: 0, from: Anchor::Speech }, Frame::Year);
    let (rest, found) = with_article(input, move |_| Ok((rest, Time::Moment(Moment::new(frame, Field::Whole)))))?;
    Ok((rest, found.modified(Some(crate::fact::DateModifier::End))))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_dates_on;

    #[test]
    fn units_by_themselves() {
        check_dates_on("2024-11-14", "It rose in [the quarter], by 3% over [the weekend].", &["2024-Q3", "2024-W46-WE"]);
        check_dates_on("2024-11-14", "It was [the week]'s busiest session, and a week's notice.", &["2024-W46"]);
        check_dates_on("2024-11-14", "It fell 2% for [the day], and waits for the day of the vote.", &["2024-11-14"]);
        check_dates_on("2024-11-14", "It was a quarter of the quarter-final.", &[]);
        check_dates_on("2024-11-14", "It ends by [year-end 2025] or at [the month-end].", &["2025", "2024-11"]);
        check_dates_on("2024-11-14", "The year-ending sale.", &[]);
    }
}
