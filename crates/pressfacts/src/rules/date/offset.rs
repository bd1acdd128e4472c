//! Days counted from a day named: `two weeks before Christmas`, `3 days from Tuesday`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, value, verify};
use nom::sequence::{pair, preceded};

use super::day::day;
use super::holiday::holiday;
use super::mention::{after_article, bare, previous_is, stands_free, with_article};
use super::relative::{THAT_DAY, day_word, framed_weekday, nearest};
use super::syntax::{Anchor, DateSyntax, Frame, Moment, Time};
use crate::grammar::calendar::{Unit, opt_comma, unit, weekday};
use crate::grammar::number::number;
use crate::parse::{PResult, Tokens, kind, no_match, word, words};
use crate::token::Kind;

/// Most units counted: what is farther off is said in larger ones.
const MOST: i32 = 1000;

/// A rule's production: `two weeks before Christmas`, `three weeks from tomorrow`, `a day after 6 May 2024`.
pub(super) fn offset_mention(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    bare(input, offset)
}

/// `two weeks before Christmas`, `three weeks from tomorrow`.
pub(super) fn offset(input: Tokens<'_>) -> PResult<'_, Time> {
    let one = value(1, words(&["a", "an"]));
    let many = map_opt(number, |count| count.to_integer().and_then(|count| i32::try_from(count).ok()));
    let count = verify(alt((one, many)), |count| (1..=MOST).contains(count));
    let counted = (count, verify(unit, |unit| *unit >= Unit::Day && *unit != Unit::Weekend));
    let (rest, ((count, unit), sign, from)) = (counted, side, preceded(opt(word("the")), day_named)).parse(input)?;
    // `a day after Tuesday's vote` counts from the vote.
    if !stands_free(rest) || kind(Kind::Possessive)(rest).is_ok() {
        return no_match();
    }
    Ok((rest, Time::Offset { count: sign * count, unit, from, weekday: None }))
}

/// A rule's production: `two months from today on Tuesday`; the `three days on Friday` of `in three days on Friday`.
pub(super) fn offset_on_weekday(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let many = map_opt(number, |count| count.to_integer().and_then(|count| i32::try_from(count).ok()));
    let ahead =
        map(pair(verify(many, |count| (1..=MOST).contains(count)), verify(unit, |unit| *unit >= Unit::Day)), |(count, unit)| {
            Time::Offset { count, unit, from: TODAY, weekday: None }
        });
    let ahead = verify(ahead, |_| previous_is(input, &["in"]));
    let (rest, (time, _, weekday)) = (alt((offset, ahead)), word("on"), weekday).parse(input)?;
    if stands_free(rest) { bare(input, move |_| Ok((rest, on(time, weekday)))) } else { no_match() }
}

/// A rule's production: `Sunday, three weeks after January 15`.
pub(super) fn weekday_at_offset(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, (weekday, _, time)) = (weekday, opt_comma, offset).parse(input)?;
    bare(input, move |_| Ok((rest, on(time, weekday))))
}

/// The day of writing.
const TODAY: Moment = Moment { frame: Frame::Shift { unit: Unit::Day, count: 0, from: Anchor::Speech }, ..THAT_DAY };

fn on(time: Time, day: u32) -> Time {
    match time {
        Time::Offset { count, unit, from, .. } => Time::Offset { count, unit, from, weekday: Some(day) },
        other => other,
    }
}

/// A rule's production: `the day before last Tuesday`, `the day after Christmas`.
pub(super) fn day_beside(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, (_, sign, from)) = (word("day"), side, preceded(opt(word("the")), day_named)).parse(input)?;
    if !after_article(input) || !stands_free(rest) || kind(Kind::Possessive)(rest).is_ok() {
        return no_match();
    }
    with_article(input, move |_| Ok((rest, Time::Offset { count: sign, unit: Unit::Day, from, weekday: None })))
}

/// Which side of the day is meant.
fn side(input: Tokens<'_>) -> PResult<'_, i32> {
    let earlier = value(-1, alt((word("before"), preceded(word("prior"), word("to")))));
    alt((earlier, value(1, words(&["after", "from", "following"])))).parse(input)
}

/// A day, without a time of day.
fn day_named(input: Tokens<'_>) -> PResult<'_, Moment> {
    alt((day, framed_weekday, day_word, verify(nearest, |moment| moment.clock.is_none()), holiday)).parse(input)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_dates_on;

    #[test]
    fn days_from_a_day() {
        check_dates_on(
            "2024-11-14",
            "It opened [two weeks before 13 May 1999] and [10 days after Christmas 2023].",
            &["1999-04-29", "2024-01-04"],
        );
        check_dates_on("2024-11-14", "It opens [three weeks from tomorrow].", &["2024-12-06"]);
        check_dates_on("2024-11-14", "It closed [two days before yesterday].", &["2024-11-11"]);
        check_dates_on("2024-11-14", "It closed [two days] after [Tuesday]'s vote.", &["P2D", "2024-11-12"]);
        check_dates_on("2024-11-14", "It closed [the day before Christmas 2023], the day after the vote.", &["2023-12-24"]);
        check_dates_on("2024-11-14", "It closed on [13 May 1999]. [That same day] it rained.", &["1999-05-13", "1999-05-13"]);
        check_dates_on(
            "2024-11-14",
            "It opens in [three days on Monday], or [Sunday three weeks after January 15], in [three days] on a bus.",
            &["2024-11-18", "2025-02-02", "P3D"],
        );
        check_dates_on("2024-11-14", "It closed [two days] after the vote.", &["P2D"]);
    }
}
