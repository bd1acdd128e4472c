//! Weeks: `week 45 of 2024`, `2024-W45`, `the week of March 6`, `the last week of next month`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, peek, value, verify};
use nom::sequence::{preceded, terminated};

use super::day::day;
use super::explicit::{free_end, opt_year};
use super::mention::{after_article, bare, date_word, stands_free, with_article};
use super::range::days_of_a_month;
use super::relative::{shifted_unit, shifted_year};
use super::syntax::{Anchor, DateSyntax, Field, Frame, Moment, Time};
use crate::grammar::calendar::{Unit, four_digit_year, month, ordinal_number, singular, unit, year};
use crate::grammar::number::plain_integer;
use crate::parse::{PResult, Run, Tokens, glued, kind, no_match, word, words};
use crate::token::Kind;

/// A rule's production: `week 45 of 2024`, `the week of March 6`, `the week ended May 3`.
pub(super) fn week_mention(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let numbered =
        map((word("week"), plain_integer, opt(kind(Kind::Comma)), preceded(opt(word("of")), year)), |(_, week, _, year)| {
            Moment::new(Frame::Year(year), Field::Week(week))
        });
    let joint = alt((value((), word("of")), value((), (alt((date_word("ended"), date_word("begun"))), opt(word("on"))))));
    let first_day = map_opt(terminated(days_of_a_month, peek(free_end)), |(first, _)| week_of(first));
    let around = preceded((word("week"), joint), alt((first_day, week_around)));
    with_article(input, map(alt((numbered, around)), Time::Moment))
}

/// The week that a day is in.
fn week_around(input: Tokens<'_>) -> PResult<'_, Moment> {
    map_opt(day, week_of).parse(input)
}

fn week_of(day: Moment) -> Option<Moment> {
    match day.field {
        Field::Day { month: Some(month), day: number } => Some(Moment::new(day.frame, Field::WeekOf { month, day: number })),
        _ => None,
    }
}

/// A rule's production: `the weekend of 16-17 November`.
pub(super) fn weekend_of(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let days = map(days_of_a_month, |(first, last)| Time::Range(first, last));
    with_article(input, preceded((word("weekend"), word("of")), terminated(days, peek(free_end))))
}

/// A rule's production: `w/c 4 February`: the week that starts, or with `w/e` ends, with that day.
pub(super) fn week_from(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let Some(start) = input.position().checked_sub(3).map(|start| input.at(start)) else { return no_match() };
    let (mark_end, _) = (word("w"), glued(kind(Kind::Slash)), glued(words(&["c", "b", "e"]))).parse(start)?;
    let (rest, week) = week_around(input)?;
    if mark_end.position() != input.position() || !stands_free(rest) {
        return no_match();
    }
    let (rest, found) = bare(start, move |_| Ok((rest, Time::Moment(week))))?;
    Ok((rest, DateSyntax { run: Run { start: start.position(), end: rest.position() }, ..found }))
}

/// A rule's production: `2024-W45`, `2024W45`, `2024-W45-3`, after ISO 8601.
pub(super) fn iso_week(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let week = preceded((opt(glued(kind(Kind::Hyphen))), glued(word("W"))), glued(iso_week_number));
    let weekday = preceded(glued(kind(Kind::Hyphen)), glued(iso_weekday));
    let (rest, (year, week, weekday)) = (four_digit_year, week, opt(weekday)).parse(input)?;
    if !stands_free(rest) {
        return no_match();
    }
    let field = weekday.map_or(Field::Week(week), |weekday| Field::DayOfWeek { week, weekday });
    bare(input, move |_| Ok((rest, Time::Moment(Moment::new(Frame::Year(year), field)))))
}

fn iso_week_number(input: Tokens<'_>) -> PResult<'_, u32> {
    verify(verify(plain_integer, |week| (1..=53).contains(week)), |_| input.written().len() == 2).parse(input)
}

fn iso_weekday(input: Tokens<'_>) -> PResult<'_, u32> {
    verify(verify(plain_integer, |day| (1..=7).contains(day)), |_| input.written().len() == 1).parse(input)
}

/// `next month`, as the frame of a day.
pub(super) fn shifted_month(input: Tokens<'_>) -> PResult<'_, Frame> {
    let frame = map(preceded(opt(word("the")), shifted_unit), |moment| moment.frame);
    verify(frame, |frame| matches!(frame, Frame::Shift { unit: Unit::Month, .. })).parse(input)
}

/// A rule's production: `the second week of 2021`, `the last week of this year`.
pub(super) fn week_of_year(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let nth = alt((verify(ordinal_number, |nth| (1..=53).contains(nth)), value(0, words(&["last", "final"]))));
    let frame = alt((map(year, Frame::Year), shifted_year));
    let production = map((nth, word("week"), words(&["of", "in"]), frame), |(nth, _, _, frame)| {
        // The last week of a year is the last of its last month.
        let field = if nth == 0 { Field::WeekOf { month: 12, day: 0 } } else { Field::Week(nth) };
        Time::Moment(Moment::new(frame, field))
    });
    with_article(input, production)
}

/// A rule's production: `the first week of March 2017`, `the last week of July`.
pub(super) fn week_of_month(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let nth = alt((verify(ordinal_number, |nth| (1..=5).contains(nth)), value(0, words(&["last", "final"]))));
    let (rest, (nth, _, _, month)) = (nth, word("week"), words(&["of", "in"]), month).parse(input)?;
    let (rest, year) = opt_year(rest)?;
    // The first week of a month is the one with its fourth day, as with the year in ISO 8601.
    let field = Field::WeekOf { month, day: if nth == 0 { 0 } else { nth * 7 - 3 } };
    with_article(input, move |_| Ok((rest, Time::Moment(Moment::new(year.unwrap_or(Frame::Open), field)))))
}

/// A rule's production: `the last week of next month`, `the first week of last month`.
pub(super) fn week_of_shifted_month(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let nth = alt((verify(ordinal_number, |nth| (1..=5).contains(nth)), value(0, words(&["last", "final"]))));
    let production = map((nth, word("week"), word("of"), shifted_month), |(nth, _, _, frame)| {
        Time::Moment(Moment::new(frame, Field::NthWeek(nth)))
    });
    with_article(input, production)
}

/// A rule's production: `the week after next`, `the year before last`.
pub(super) fn next_but_one(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    if !after_article(input) || !singular(input) {
        return no_match();
    }
    let side = alt((value(2, (word("after"), word("next"))), value(-2, (word("before"), word("last")))));
    let (rest, (unit, count)) = (verify(unit, |unit| *unit >= Unit::Weekend), side).parse(input)?;
    // `the day before last Tuesday`, `the week after next Monday` count from that day.
    if !ends_phrase(rest) {
        return no_match();
    }
    let frame = Frame::Shift { unit, count, from: Anchor::Speech };
    with_article(input, move |_| Ok((rest, Time::Moment(Moment::new(frame, Field::Whole)))))
}

/// Whether no word with a capital and no unit follows, which would be part of the phrase.
fn ends_phrase(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|next| !next.capitalized()) && unit(rest).is_err()
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_dates, check_dates_on};

    #[test]
    fn weeks_by_number_and_by_day() {
        check_dates("In [the first week of March 2017] it was approved.", &["2017-W09"]);
        check_dates("In [the last week of July 2016] it was approved.", &["2016-W30"]);
        check_dates("In the 0th week of [July 2016] nothing happened.", &["2016-07"]);
        check_dates("In [the second week of 2021] it was approved.", &["2021-W02"]);
        check_dates("In [the week of March 6, 2000] it was approved.", &["2000-W10"]);
        check_dates("On [the first Monday of May 2024] it was approved.", &["2024-05-06"]);
        check_dates("In [the week starting on 4 February 2019] it was approved.", &["2019-W06"]);
        check_dates_on("2019-11-29", "It opens in [the last week of this year].", &["2019-W52"]);
        check_dates("In [2015-W32] and on [2015-W32-3] it was approved.", &["2015-W32", "2015-08-05"]);
        check_dates_on("2019-11-07", "It opens [w/c 4 February 2020].", &["2020-W06"]);
        check_dates(
            "It opens in [the week of November 11-15, 2024] and [the weekend of 16-17 November 2024], a weekend of 2.",
            &["2024-W46", "2024-11-16/2024-11-17"],
        );
        check_dates("A week of work on the [2015]-W325.", &["2015"]);
    }

    #[test]
    fn weeks_within_a_relative_month() {
        check_dates_on("2021-10-10", "It grew in [the last week of last month].", &["2021-W39"]);
        check_dates_on("2021-10-10", "It opens in [the first week of next month].", &["2021-W44"]);
    }

    #[test]
    fn the_next_but_one() {
        check_dates_on("2018-07-02", "It opens in [the week after next].", &["2018-W29"]);
        check_dates_on("2018-07-02", "It opened in [the year before last].", &["2016"]);
        check_dates_on("2018-07-02", "It opened the week after [next Monday].", &["2018-07-09"]);
    }
}
