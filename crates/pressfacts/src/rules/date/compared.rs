//! Periods that another is compared with: `the same period last year`, `the year-ago quarter`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, peek, value, verify};
use nom::sequence::{pair, preceded, terminated};

use super::mention::{after_article, bare, date_word, previous_is, with_article};
use super::parts::numbered_part;
use super::relative::{not_plural, shifted_year};
use super::shift::{Shift, shift};
use super::syntax::{Anchor, DateSyntax, Field, Frame, Moment, Time};
use crate::grammar::calendar::{Unit, four_digit_year};
use crate::grammar::number::number;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, kind, lex, no_match, word, words};
use crate::token::Kind;

/// How far behind the word for which year is meant its `'s` may stand, in tokens, and some room: `last fiscal year's`.
const LONGEST_YEAR: usize = 8;

/// Most tokens up to the `year` of `that same year-ago quarter`, and some room.
const LONGEST_LEAD: usize = 5;

/// A rule's production: `the same period last year`, `the year-ago quarter`, `the corresponding period of 2023`.
pub(super) fn same_period(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, period) = match input.first() {
        Some(first) if first.kind == Kind::Number => period_of_year(input)?,
        Some(first) if first.opens.any(Classes::SHIFT) => match shift(input)? {
            (_, Shift::Same) => alt((period_of_last_year, year_ago_period, last_years_period)).parse(input)?,
            (_, Shift::Before) => alt((year_ago_period, last_years_period)).parse(input)?,
            _ => last_years_period(input)?,
        },
        _ => alt((year_ago_period, period_a_year_ago)).parse(input)?,
    };
    // `the year-ago quarter` takes its article, the adjective `year-ago` does not.
    let hyphened = rest.before().iter().rev().nth(1).is_some_and(|token| token.kind == Kind::Hyphen);
    let noun = !(hyphened && previous_is(rest, &["ago", "earlier"]));
    let production = move |_| Ok((rest, Time::Moment(period)));
    if noun { with_article(input, production) } else { bare(input, production) }
}

/// `1988 period`, `2023 quarter`: that of the year named that was spoken of.
fn period_of_year(input: Tokens<'_>) -> PResult<'_, Moment> {
    if !after_article(input) {
        return no_match();
    }
    let (rest, (year, field)) = pair(four_digit_year, terminated(period_noun, not_plural)).parse(input)?;
    Ok((rest, Moment::new(Frame::Year(year), field)))
}

/// `quarter a year ago`: the same quarter of the year before.
fn period_a_year_ago(input: Tokens<'_>) -> PResult<'_, Moment> {
    if !after_article(input) {
        return no_match();
    }
    map(pair(period_noun, a_year_before), |(field, frame)| Moment::new(frame, field)).parse(input)
}

/// `last year's quarter`, `last year's period`: the same of the year before.
fn last_years_period(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (behind, _) = lex(Classes::SHIFT)(input)?;
    if !behind.slice().iter().take(LONGEST_YEAR).any(|mark| mark.kind == Kind::Possessive) {
        return no_match();
    }
    let (rest, frame) = terminated(shifted_year, kind(Kind::Possessive)).parse(input)?;
    let named = alt((value((), word("quarter")), value((), word("period"))));
    let (rest, ()) = terminated(named, not_plural).parse(rest)?;
    Ok((rest, Moment::new(frame, Field::Current(Unit::Quarter))))
}

fn period_of_last_year(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, _) = verify(shift, |shift| *shift == Shift::Same).parse(input)?;
    let (rest, period) = period_noun(rest)?;
    let named = map(four_digit_year, Frame::Year);
    let frame = preceded(opt(words(&["of", "in"])), alt((shifted_year, a_year_before, named)));
    map(frame, move |frame| Moment::new(frame, period)).parse(rest)
}

/// `a year earlier`, `a year ago`, `the year before`.
fn a_year_before(input: Tokens<'_>) -> PResult<'_, Frame> {
    let frame = Frame::Shift { unit: Unit::Year, count: -1, from: Anchor::Discourse };
    value(frame, (words(&["a", "one", "the"]), word("year"), date_word("back"))).parse(input)
}

/// `year-ago quarter`, `year-earlier period`, `comparable year-ago third quarter`.
fn year_ago_period(input: Tokens<'_>) -> PResult<'_, Moment> {
    // The year is soon there, or there is none.
    if !input.slice().iter().take(LONGEST_LEAD).any(|token| token.reads("year", input.document.text)) {
        return no_match();
    }
    let (rest, _) = opt(verify(shift, |shift| *shift == Shift::Same)).parse(input)?;
    let ago = alt((value(Anchor::Speech, word("ago")), value(Anchor::Discourse, word("earlier"))));
    let ago = map((word("year"), kind(Kind::Hyphen), ago), |(_, _, from)| from);
    // `prior-year quarter`, `prior year period`
    let prior = terminated(verify(shift, |shift| *shift == Shift::Before), (opt(kind(Kind::Hyphen)), word("year")));
    let prior = terminated(value(Anchor::Speech, prior), peek(pair(opt(kind(Kind::Hyphen)), period_noun)));
    let (rest, from) = alt((ago, terminated(prior, opt(kind(Kind::Hyphen))))).parse(rest)?;
    let frame = Frame::Shift { unit: Unit::Year, count: -1, from };
    let (rest, period) = opt(alt((period_noun, map(numbered_part, |part| part.field), first_months))).parse(rest)?;
    Ok((rest, Moment::new(frame, period.unwrap_or(Field::Current(Unit::Year)))))
}

/// `nine months`: those that the year began with.
fn first_months(input: Tokens<'_>) -> PResult<'_, Field> {
    let count = map_opt(number, |count| count.to_integer().and_then(|count| u32::try_from(count).ok()));
    let months = terminated(verify(count, |count| matches!(count, 6 | 9)), (word("months"), not_plural));
    map(months, |count| Field::Stretch { count, unit: Unit::Month, from_start: true }).parse(input)
}

fn period_noun(input: Tokens<'_>) -> PResult<'_, Field> {
    alt((
        value(Field::Current(Unit::Quarter), word("quarter")),
        value(Field::Current(Unit::Year), words(&["period", "time", "month", "half", "season"])),
    ))
    .parse(input)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_dates_on;

    #[test]
    fn the_latest_period_is_the_quarter_spoken_of() {
        check_dates_on("2024-11-14", "In [the second quarter] it rose. [The latest period] had a gain.", &["2024-Q2", "2024-Q2"]);
        check_dates_on(
            "2024-11-14",
            "It rose in [the latest quarter] from 5 [a year earlier]; [the fourth quarter] looks good.",
            &["2024-Q3", "2023-Q3", "2024-Q4"],
        );
        check_dates_on("2024-11-14", "It rose in [the latest week] and the latest report.", &["2024-W45"]);
    }

    #[test]
    fn periods_compared_with() {
        check_dates_on(
            "2024-11-14",
            "In [the third quarter] it beat [the same period last year] and [the year-ago quarter].",
            &["2024-Q3", "2023-Q3", "2023-Q3"],
        );
        check_dates_on("2024-11-14", "It fell from [the same period in 2022].", &["2022"]);
        check_dates_on("2024-11-14", "It fell in the same period of calm.", &[]);
        check_dates_on(
            "2024-11-14",
            "In [the third quarter] it rose. For [the quarter a year ago] it fell, and sales for [last year's quarter] were low.",
            &["2024-Q3", "2023-Q3", "2023-Q3"],
        );
        check_dates_on(
            "2024-11-14",
            "In [the third quarter] it beat [the prior-year quarter] and [the same period a year back].",
            &["2024-Q3", "2023-Q3", "2023-Q3"],
        );
        check_dates_on("2024-11-14", "It beat [the year-earlier nine months] by five.", &["2023-01/2023-09"]);
        check_dates_on("2024-11-14", "[Last year]'s quarters fell.", &["2023"]);
    }

    #[test]
    fn beside_a_month_a_year_earlier_is_a_month() {
        check_dates_on(
            "2024-11-14",
            "It sold 5 in [October], up from 4 [a year earlier]. It sold 6 [last year].",
            &["2024-10", "2023-10", "2023"],
        );
        check_dates_on("2024-11-14", "It rose in [October] from [the same month last year].", &["2024-10", "2023-10"]);
        check_dates_on("2024-11-14", "It rose in [October]. It fell [a year earlier].", &["2024-10", "2023"]);
        check_dates_on(
            "2024-11-14",
            "In [the third quarter], with a strike in [August], it sold 5, up from 4 [a year earlier].",
            &["2024-Q3", "2024-08", "2023-Q3"],
        );
    }

    #[test]
    fn beside_nine_months_a_year_earlier_is_a_year() {
        check_dates_on(
            "2024-11-14",
            "In [the third quarter] it rose. For [the nine months], it earned 5, compared with 4 [a year earlier].",
            &["2024-Q3", "P9M", "2023"],
        );
    }

    #[test]
    fn a_quarter_to_come_is_not_what_is_compared() {
        check_dates_on(
            "2024-11-14",
            "In [the third quarter] it rose. It will rise in [the first quarter of 2025]. [The year-ago period] was worse.",
            &["2024-Q3", "2025-Q1", "2023-Q3"],
        );
    }

    #[test]
    fn a_quarter_is_reported_on_unless_it_is_ahead() {
        check_dates_on("2024-11-18", "It rose 2% over [the second quarter].", &["2024-Q2"]);
        check_dates_on("2024-11-18", "It will rise 2% in [the second quarter].", &["2025-Q2"]);
        check_dates_on("2024-11-18", "For [the three months] it rose from [the same quarter of 2023].", &["P3M", "2023"]);
        check_dates_on(
            "2024-11-18",
            "In [Q3] it rose. For [the three months] it beat [the same quarter of 2023].",
            &["2024-Q3", "P3M", "2023-Q3"],
        );
    }

    #[test]
    fn three_months_are_a_quarter() {
        check_dates_on(
            "2024-11-14",
            "In [April to June 2024] it beat [the same quarter last year].",
            &["2024-04/2024-06", "2023-Q2"],
        );
        check_dates_on("2024-11-14", "In [April to May 2024] it beat [the same period last year].", &["2024-04/2024-05", "2023"]);
    }

    #[test]
    fn a_quarter_by_its_end() {
        check_dates_on("2024-11-14", "In [the quarter] ended [July 31], it fell.", &["2024-Q2", "2024-07-31"]);
        check_dates_on("2024-11-14", "For [the quarter] ended [31 December 2023], it fell.", &["2023-Q4", "2023-12-31"]);
        check_dates_on("2024-11-14", "The quarter ended in tears.", &[]);
    }
}
