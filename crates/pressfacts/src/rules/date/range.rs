//! Ranges written as one expression, their shared fields filled back from right to left: `6-9 November 2024`,
//! `28 October to 1 November 2024`, `January-September 2024`, `2021-2027`, `2024-25`.

use nom::branch::alt;
use nom::combinator::{map_opt, not, opt, value, verify};
use nom::sequence::{pair, preceded};
use nom::{Input, Parser};

use super::day::day;
use super::explicit::{bare_weekday, month_and_year, opt_year, year_of_month};
use super::mention::{after_article, bare, previous_is, previous_of, stands_free, with_article};
use super::parts::{dated_short_part, numbered_part, short_part};
use super::syntax::{DateSyntax, Field, Frame, Moment, Time};
use super::year::{decade, whole};
use crate::grammar::calendar::{day_of_month, four_digit_year, month, two_digit_year};
use crate::grammar::clock::twelve_hour_clock;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, no_match, word};
use crate::token::{Kind, Token};

/// What joins the two ends: a dash, `to`; `and` where `between` stands before.
pub(super) fn joint<'t>(start: Tokens<'t>) -> impl Fn(Tokens<'t>) -> PResult<'t, ()> {
    move |input| {
        let Some(first) = input.first() else { return no_match() };
        let joins = match first.kind {
            Kind::Hyphen | Kind::Dash => true,
            Kind::Symbol => ["~", "～"].contains(&input.written()),
            _ if first.opens.any(Classes::DATE_JOINER) => {
                return lex(Classes::DATE_JOINER)(input).map(|(rest, _)| (rest, ()));
            }
            _ => first.reads("and", input.document.text) && announced(start, &["between"]),
        };
        if joins { Ok((input.take_from(1), ())) } else { no_match() }
    }
}

/// Whether one of the words stands before, or before the article before.
pub(super) fn announced(start: Tokens<'_>, words: &[&str]) -> bool {
    let start = if after_article(start) { start.at(start.position() - 1) } else { start };
    previous_is(start, words)
}

/// A rule's production: days of one month, or of two: `6-9 November 2024`, `November 6-9`, `28 October to 1 November`.
pub(super) fn day_range(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, (first, last)) = alt((days_of_a_month, full_days)).parse(input)?;
    let (after, _) = day_of_month(input).unwrap_or((input, 0));
    let ordinal = after.previous().is_some_and(|token| token.is(Classes::ORDINAL_SUFFIX) || token.is(Classes::ORDINAL));
    // `from the 1st to the 5th of May`
    if ordinal && after.position() > input.position() && stands_free(rest) {
        return with_article(input, move |_| Ok((rest, Time::Range(first, last))));
    }
    range(input, rest, first, last)
}

/// `6-9 November 2024`, `November 6-9`.
pub(super) fn days_of_a_month(input: Tokens<'_>) -> PResult<'_, (Moment, Moment)> {
    if input.first().is_some_and(|first| first.opens.any(Classes::MONTH)) {
        days_after_month(input)
    } else {
        days_before_month(input)
    }
}

/// What makes a number the name of something.
const LABELS: Classes = Classes::of(&[Classes::NUMBER_LABEL, Classes::IDENTIFIER_HEAD, Classes::CALENDAR_UNIT]);

/// `6-9 November 2024`, `3 to 5 March`.
fn days_before_month(input: Tokens<'_>) -> PResult<'_, (Moment, Moment)> {
    let (behind, first) = day_of_month(input)?;
    let (rest, ()) = joint(input)(behind)?;
    // `Session 1 – 14 May`, `Day 1 – Tuesday 14 May`: what is numbered, and its day.
    let apart = !behind.first().is_some_and(Token::glued);
    if apart && previous_of(input, LABELS) || lex(Classes::WEEKDAY)(rest).is_ok() {
        return no_match();
    }
    let (rest, last) = preceded(opt(word("the")), day).parse(rest)?;
    match last.field {
        Field::Day { month: Some(month), day } if first < day => {
            Ok((rest, (Moment::new(last.frame, Field::Day { month: Some(month), day: first }), last)))
        }
        _ => no_match(),
    }
}

/// `November 6-9, 2024`, `Nov. 6 to 9`.
fn days_after_month(input: Tokens<'_>) -> PResult<'_, (Moment, Moment)> {
    let the = || opt(word("the"));
    let last = preceded(pair(the(), not(twelve_hour_clock)), day_of_month);
    // `Nov. 5/6`
    let slash = value((), glued(kind(Kind::Slash)));
    let joint = alt((joint(input), slash));
    let (rest, (month, _, first, (), last)) = (month, the(), day_of_month, joint, last).parse(input)?;
    let (rest, year) = opt_year(rest)?;
    if first >= last || !stands_free(rest) || year.is_none() && rest.first().is_some_and(|next| next.kind == Kind::Percent) {
        return no_match();
    }
    let of = |day| Moment::new(year.unwrap_or(Frame::Open), Field::Day { month: Some(month), day });
    Ok((rest, (of(first), of(last))))
}

/// `28 October to 1 November 2024`, `November 28 - December 2`, `2024-11-06 to 2024-11-09`.
fn full_days(input: Tokens<'_>) -> PResult<'_, (Moment, Moment)> {
    let (rest, (first, (), last)) = (day, joint(input), day).parse(input)?;
    Ok((rest, (first.within(last.frame), last)))
}

/// A rule's production: `January-September 2024`, `March 2012 and March 2013`, `July to September`.
pub(super) fn month_range(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let named = |input| {
        let (rest, month) = month(input)?;
        year_of_month(rest, month).or_else(|_| Ok((rest, Moment::new(Frame::Open, Field::Month(month)))))
    };
    let (rest, (first, (), last)) = (named, joint(input), named).parse(input)?;
    let (Field::Month(first_month), Field::Month(last_month)) = (first.field, last.field) else { return no_match() };
    // `April-August 2025-26`: months of a year that ends in March.
    if let (Frame::Open, Frame::Year(year)) = (first.frame, last.frame)
        && let Ok((rest, _)) = preceded(glued(kind(Kind::Hyphen)), next_year(year)).parse(rest)
    {
        let of = |month| Moment::new(Frame::Year(year + i32::from(month < FISCAL_MONTH)), Field::Month(month));
        return range(input, rest, of(first_month), of(last_month));
    }
    range(input, rest, first.within(year_before(first, last)), last.within(year_behind(first, last)))
}

/// The year of the last of two months of which the first has one: the next where it comes earlier in the year.
fn year_behind(first: Moment, last: Moment) -> Frame {
    match (first.field, last.field, first.frame) {
        (Field::Month(first), Field::Month(last), Frame::Year(year)) if first > last => Frame::Year(year + 1),
        _ => first.frame,
    }
}

/// The first month of a fiscal year written as two: `2025-26`.
const FISCAL_MONTH: u32 = 4;

/// The year after that, in two digits or four.
fn next_year<'t>(year: i32) -> impl FnMut(Tokens<'t>) -> PResult<'t, i32> {
    move |input| verify(glued(alt((four_digit_year, two_digit_year))), |next| *next == year + 1).parse(input)
}

/// The year of the first of two months that share one: the one before where the first comes later in the year.
fn year_before(first: Moment, last: Moment) -> Frame {
    match (first.field, last.field, last.frame) {
        (Field::Month(first), Field::Month(last), Frame::Year(year)) if first > last => Frame::Year(year - 1),
        _ => last.frame,
    }
}

/// A rule's production: `2021-2027`, `2019 to 2023`, `2024-25`, `2025/26`, `the 1980s and 1990s` apart.
pub(super) fn year_range(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, first) = four_digit_year(input)?;
    let long = preceded(joint(input), four_digit_year);
    let short_mark = alt((kind(Kind::Hyphen), kind(Kind::Dash), kind(Kind::Slash)));
    let slashed = verify(preceded(glued(kind(Kind::Slash)), glued(four_digit_year)), |last| *last == first + 1);
    let short = verify(preceded(glued(short_mark), glued(two_digit_year)), |last| {
        (first + 1..first + 30).contains(last) && first / 100 == last / 100
    });
    let (rest, last) = alt((long, slashed, short)).parse(rest)?;
    // `the 2025-26 season` is one name.
    let (rest, season) = opt(lex(Classes::YEAR_NOUN)).parse(rest)?;
    let month_like = rest.first().is_some_and(|next| matches!(next.kind, Kind::Hyphen | Kind::Slash) && next.glued());
    let labelled = input.previous().is_some_and(|token| token.is(Classes::NUMBER_LABEL) || token.kind == Kind::Currency);
    let glued_before = input.first().is_some_and(Token::glued)
        && input.previous().is_some_and(|token| matches!(token.kind, Kind::Hyphen | Kind::Number | Kind::Word));
    if first >= last || month_like || labelled || glued_before || !(1400..=2200).contains(&first) || last - first > 300 {
        return no_match();
    }
    if season.is_some() {
        return with_article(input, move |_| Ok((rest, Time::Range(whole(first), whole(last)))));
    }
    range(input, rest, whole(first), whole(last))
}

/// A rule's production: `Monday to Friday`, `the second and third quarters` apart, `the 1980s to the 1990s`.
pub(super) fn other_range(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    if !may_be_end(input) {
        return no_match();
    }
    let same_kind = |input| alt((bare_weekday, decade, numbered_part)).parse(input);
    let (rest, (first, (), last)) = (same_kind, joint(input), preceded(opt(word("the")), same_kind)).parse(input)?;
    let alike = std::mem::discriminant(&first.field) == std::mem::discriminant(&last.field);
    if !alike {
        return no_match();
    }
    let (rest, found) = with_article(input, move |_| Ok((rest, Time::Range(first.within(last.frame), last))))?;
    Ok((rest, found))
}

/// Whether a number may start such an end, by what stands behind it: `1980s`, `3rd quarter`, `2024 third quarter`,
/// `twenty-first`.
fn may_be_end(input: Tokens<'_>) -> bool {
    let [first, behind @ ..] = input.slice() else { return false };
    let goes_on = |next: &Token| next.glued() || next.span.len() == 1 || next.opens.any(END_OF_NUMBER);
    match first.kind {
        Kind::Number => behind.first().is_some_and(goes_on),
        _ if first.opens.any(Classes::CARDINAL) => behind.iter().take(2).any(|next| next.opens.any(Classes::ORDINAL)),
        _ => true,
    }
}

/// What may stand behind the year of a quarter.
const END_OF_NUMBER: Classes = Classes::of(&[Classes::ORDINAL, Classes::CARDINAL, Classes::DIGITS, Classes::SHIFT]);

/// A rule's production: `Q1-Q3 2025`, `Q2 to Q4 of last year`.
pub(super) fn short_range(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let first = map_opt(short_part, |field| Some(Moment::new(Frame::Open, field?)));
    let (rest, (first, (), last)) = (first, joint(input), dated_short_part).parse(input)?;
    range(input, rest, first.within(last.frame), last)
}

/// A rule's production: a month whose year follows behind the next: the `January` of `January and February 2024`.
pub(super) fn listed_month(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, first) = month(input)?;
    let and = alt((value((), kind(Kind::Comma)), value((), word("and")), value((), word("or"))));
    let (_, ((), last)) = pair(and, month_and_year).parse(rest)?;
    let (Field::Month(_), true) = (last.field, !previous_is(input, &["between"])) else { return no_match() };
    let moment = Moment::new(Frame::Open, Field::Month(first)).within(last.frame);
    let (rest, found) = bare(input, move |_| Ok((rest, Time::Moment(moment))))?;
    Ok((rest, found.shared()))
}

pub(super) fn range<'t>(input: Tokens<'t>, rest: Tokens<'t>, first: Moment, last: Moment) -> PResult<'t, DateSyntax> {
    if !stands_free(rest) {
        return no_match();
    }
    bare(input, move |_| Ok((rest, Time::Range(first, last))))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_dates;

    #[test]
    fn days_with_a_slash() {
        check_dates("It met on [Nov. 5/6, 2024].", &["2024-11-05/2024-11-06"]);
    }

    #[test]
    fn what_is_numbered_starts_no_range() {
        check_dates("Day 1 – [Tuesday 14 May 2024]", &["2024-05-14"]);
        check_dates("Session 2 - [15 May 2024], from session [2-15 May 2024]", &["2024-05-15", "2024-05-02/2024-05-15"]);
    }

    #[test]
    fn days() {
        check_dates("From [6-9 November 2024] they met.", &["2024-11-06/2024-11-09"]);
        check_dates("From [3 to 5 March 2024] they met.", &["2024-03-03/2024-03-05"]);
        check_dates("On [November 6–9, 2024] they met.", &["2024-11-06/2024-11-09"]);
        check_dates("From [28 October to 1 November 2024] they met.", &["2024-10-28/2024-11-01"]);
        check_dates("They met from [April the ninth till the 17th, 2024] there.", &["2024-04-09/2024-04-17"]);
        check_dates("They met from [the 1st to the 5th of May 2024] there.", &["2024-05-01/2024-05-05"]);
        check_dates("Between 6-9 boats met.", &[]);
    }

    #[test]
    fn months_and_years() {
        check_dates("In [January-September 2024] it fell.", &["2024-01/2024-09"]);
        check_dates("Between [June 2008 and May 2009] it fell.", &["2008-06/2009-05"]);
        check_dates(
            "Between [August 2012 and September] and from [November 2012 to March] it fell.",
            &["2012-08/2012-09", "2012-11/2013-03"],
        );
        check_dates("From [2019 to 2023] it fell; the [2021-2027] plan.", &["2019/2023", "2021/2027"]);
        check_dates("In [2024-25] and [2025/26] it fell.", &["2024/2025", "2025/2026"]);
        check_dates("In [the 2024/25 academic year] and [the 2023–2024 biennium] it fell.", &["2024/2025", "2023/2024"]);
        check_dates("In [January] and [February 2024] it fell.", &["2024-01", "2024-02"]);
        check_dates("In [April-August 2025-26] and [April-January 2025-26] it fell.", &["2025-04/2025-08", "2025-04/2026-01"]);
        check_dates("In [April-August 2025] it fell.", &["2025-04/2025-08"]);
        check_dates("In [Q1-Q3 2025] and [Q2 to Q4 2024] it fell.", &["2025-Q1/2025-Q3", "2024-Q2/2024-Q4"]);
        check_dates("Call 2024-2521 or see No. 2019-2023.", &[]);
    }
}
