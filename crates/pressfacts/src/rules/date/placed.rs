//! Weekdays that something else places: their week, or their number in the month.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, peek};
use nom::sequence::{pair, preceded};

use super::day::day;
use super::explicit::verify_free;
use super::mention::{bare, moment_mention, stands_free};
use super::relative::shifted_week;
use super::shift::shift;
use super::syntax::{DateSyntax, Field, Frame, Moment, Time};
use crate::grammar::calendar::{day_number, day_of_month, numbered_ordinal_day, opt_comma, weekday};
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, no_match, word};
use crate::token::Kind;

/// A rule's production: `next week Wednesday`, `next week on Tuesday`, `tuesday of last week`.
pub(super) fn weekday_of_week(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let week_first = map((shifted_week, opt(word("on")), weekday), |(frame, _, day)| (frame, day));
    let day_first = map(pair(weekday, shifted_week), |(day, frame)| (frame, day));
    let production = map(alt((week_first, day_first)), |(frame, day)| Moment::new(frame, Field::Weekday(day)));
    moment_mention(input, production)
}

/// A rule's production: `this coming Sunday, March 8`, `next Friday, May 3`.
pub(super) fn shifted_weekday_with_day(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    moment_mention(input, verify_free(preceded(pair(shift, peek(weekday)), day)))
}

/// A rule's production: `Friday the 13th`, `Thursday 14th`, `tuesday the eleventh`, `Sunday 31`: the day of that number near
/// the date of writing that is such a weekday.
pub(super) fn weekday_with_number(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, weekday) = weekday(input)?;
    let numbered = preceded(pair(opt_comma, opt(word("the"))), numbered_ordinal_day);
    let spelled = preceded(pair(opt_comma, word("the")), verify_last(day_of_month));
    let (rest, day) = alt((numbered, spelled, verify_last(day_number))).parse(rest)?;
    // `Friday 1st place`, `Monday 14th November`.
    let goes_on = rest.first().is_some_and(|next| {
        next.kind == Kind::Word && !next.is(Classes::CONNECTOR) && !next.is(Classes::BOUND) || next.is(Classes::MONTH)
    });
    if goes_on || !stands_free(rest) {
        return no_match();
    }
    bare(input, move |_| Ok((rest, Time::Moment(Moment::new(Frame::Open, Field::WeekdayDay { weekday, day })))))
}

/// What the production finds, where a mark or the end follows.
fn verify_last<'t>(production: impl Fn(Tokens<'t>) -> PResult<'t, u32>) -> impl Fn(Tokens<'t>) -> PResult<'t, u32> {
    move |input| {
        let (rest, found) = production(input)?;
        let last = rest
            .first()
            .is_none_or(|next| matches!(next.kind, Kind::Comma | Kind::Period | Kind::Terminal | Kind::Semicolon | Kind::Close));
        if last { Ok((rest, found)) } else { no_match() }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_dates_on;

    #[test]
    fn weekdays_of_a_week() {
        check_dates_on(
            "2019-07-30",
            "We met on [tuesday of last week] and [Monday of last week].",
            &["2019-07-23", "2019-07-22"],
        );
        check_dates_on("2019-07-30", "We meet [next week on Tuesday], on tuesday or so.", &["2019-08-06"]);
    }

    #[test]
    fn weekdays_with_their_day_in_a_relative_week() {
        check_dates_on(
            "2024-11-14",
            "It opens [this coming Sunday, November 17] and [next Friday].",
            &["2024-11-17", "2024-11-15"],
        );
    }

    #[test]
    fn weekdays_with_their_number() {
        check_dates_on("2022-05-01", "It was shut on [Thu 14th].", &["2022-04-14"]);
        check_dates_on("2019-06-10", "It opens on [tuesday the eleventh].", &["2019-06-11"]);
        check_dates_on("2019-06-10", "It closed on [Friday the 13th].", &["2018-07-13"]);
        check_dates_on("2019-06-10", "It will close on [Friday, the 13th].", &["2019-09-13"]);
        check_dates_on(
            "2019-06-10",
            "On [Sunday] 12 people came; on [Monday] the third game began.",
            &["2019-06-09", "2019-06-10"],
        );
    }
}
