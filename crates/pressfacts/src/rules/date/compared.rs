//! Periods that another is compared with: `the same period last year`, `the year-ago quarter`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};

use super::mention::{after_article, bare, with_article};
use super::parts::numbered_part;
use super::relative::{Shift, not_plural, shift, shifted_year};
use super::syntax::{Anchor, DateSyntax, Field, Frame, Moment, Time};
use crate::grammar::calendar::{Unit, four_digit_year};
use crate::parse::{PResult, Tokens, kind, no_match, word, words};
use crate::token::Kind;

/// A rule's production: `the same period last year`, `the year-ago quarter`, `the corresponding period of 2023`.
pub(super) fn same_period(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, period) = alt((period_of_last_year, year_ago_period, period_of_year)).parse(input)?;
    // `the year-ago quarter` takes its article, the adjective `year-ago` does not.
    let noun = rest.previous().is_some_and(|token| !["ago", "earlier"].contains(&token.span.of(rest.document.text)));
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
    value(frame, (words(&["a", "one", "the"]), word("year"), words(&["earlier", "ago", "before", "prior"]))).parse(input)
}

/// `year-ago quarter`, `year-earlier period`, `comparable year-ago third quarter`.
fn year_ago_period(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, _) = opt(verify(shift, |shift| *shift == Shift::Same)).parse(input)?;
    let (rest, _) = (word("year"), kind(Kind::Hyphen), words(&["ago", "earlier"])).parse(rest)?;
    let frame = Frame::Shift { unit: Unit::Year, count: -1, from: Anchor::Discourse };
    let (rest, period) = opt(alt((period_noun, map(numbered_part, |part| part.field)))).parse(rest)?;
    Ok((rest, Moment::new(frame, period.unwrap_or(Field::Current(Unit::Year)))))
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
    }
}
