//! Times of day, with the date where one is given.

use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, value, verify};
use nom::sequence::{pair, preceded};
use nom::{Input, Parser};

use super::day::day;
use super::mention::{bare, led_to, previous_is, previous_of, stands_free, with_article};
use super::relative::{THAT_DAY, day_word, framed_weekday, nearest, part_of_day_of};
use super::syntax::{DateSyntax, Moment, Time};
use crate::grammar::clock::{Clock, clock, day_part, numeric_offset, pointed_hours, shared_hours, twelve_hour_clock};
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, no_match, spanned, word, words};
use crate::token::{Kind, Token};

/// A day of any kind, without a time.
fn any_day(input: Tokens<'_>) -> PResult<'_, Moment> {
    alt((day, framed_weekday, day_word, nearest)).parse(input)
}

/// A rule's production: `3 p.m.`, `10 p.m. Wednesday`, `5 p.m. EST, Nov. 6`, `10:30 on 6 May`.
pub(super) fn clock_mention(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let joint = alt((value((), kind(Kind::Comma)), value((), words(&["on", "of"])), |input| Ok((input, ()))));
    let production =
        map(pair(clock, opt(preceded(joint, any_day))), |(clock, day)| Time::Moment(day.unwrap_or(THAT_DAY).at(Some(clock))));
    let (rest, found) = bare(input, production)?;
    // `2:30` alone may be a score or a ratio.
    let bare_digits = input.until(rest).len() <= 3 && rest.previous().is_some_and(|token| token.kind == Kind::Number);
    let told = led_to(input, "clock") || opens_item(input, rest) && on_the_fives(&found.time);
    if bare_digits && !told {
        return no_match();
    }
    let colon = input.first().is_some_and(Token::glued) && input.previous().is_some_and(|token| token.kind != Kind::Open);
    if colon || !stands_free(rest) || previous_is(input, &["$", "£"]) { no_match() } else { Ok((rest, found)) }
}

/// Whether what was read opens a line of a programme: `09:15 Welcome`.
fn opens_item(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    input.before().is_empty()
        && rest.first().is_none_or(|next| next.capitalized() || matches!(next.kind, Kind::OpenQuote | Kind::Quote))
}

/// Whether the time is one of those that programmes give: sports results are not on the fives.
fn on_the_fives(time: &Time) -> bool {
    matches!(time, Time::Moment(Moment { clock: Some(Clock::At { minute, .. }), .. }) if minute % 5 == 0)
}

/// `10.00-11.30` at the start of a line of a programme.
fn pointed_range(input: Tokens<'_>) -> PResult<'_, (Clock, Clock)> {
    let hours = || verify(pointed_hours, |(hour, minute)| *hour < 24 && minute % 5 == 0);
    let dash = value((), alt((kind(Kind::Hyphen), kind(Kind::Dash))));
    let (rest, (first, (), last)) = (hours(), dash, hours()).parse(input)?;
    let at = |(hour, minute)| Clock::At { hour, minute, zone: None };
    if first < last && opens_item(input, rest) { Ok((rest, (at(first), at(last)))) } else { no_match() }
}

/// A rule's production: `9 a.m. to 5 p.m.`, `9:00-17:00 on 18 November`.
pub(super) fn clock_range(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let day = preceded(alt((value((), kind(Kind::Comma)), value((), word("on")), |input| Ok((input, ())))), any_day);
    let (rest, ((first, last), day)) = pair(alt((clocks, pointed_range)), opt(day)).parse(input)?;
    let day = day.unwrap_or(THAT_DAY);
    // `Dec. 5 - 10 a.m.`: a day, and a time on it.
    if !stands_free(rest)
        || previous_of(input, Classes::MONTH)
        || input.first().is_some_and(Token::glued) && input.previous().is_some_and(|token| token.kind != Kind::Open)
    {
        return no_match();
    }
    bare(input, move |_| Ok((rest, Time::Range(day.at(Some(first)), day.at(Some(last))))))
}

/// `9 a.m. to 5 p.m.`, `10:00-11:30`, `6 to 10 a.m.`; with `and` behind `between`.
fn clocks<'t>(input: Tokens<'t>) -> PResult<'t, (Clock, Clock)> {
    let between = previous_is(input, &["between"]);
    let joint = move |input: Tokens<'t>| match input.first() {
        Some(dash) if matches!(dash.kind, Kind::Hyphen | Kind::Dash) => Ok((input.take_from(1), ())),
        Some(joiner) if joiner.opens.any(Classes::DATE_JOINER) => value((), lex(Classes::DATE_JOINER)).parse(input),
        Some(and) if between && and.reads("and", input.document.text) => Ok((input.take_from(1), ())),
        _ => no_match(),
    };
    let spelled = |input| (clock, joint, clock).parse(input).map(|(rest, (first, (), last))| (rest, (first, last)));
    let shared = |input| (shared_hours, joint, twelve_hour_clock).parse(input);
    let shared = map_opt(shared, |(first, (), last)| Some((before_noon_or_after(first, last)?, last)));
    alt((spelled, shared)).parse(input)
}

/// The first time of a range whose second tells before noon from after: the `6` of `6 to 10 a.m.`
fn before_noon_or_after((hour, minute): (u32, u32), last: Clock) -> Option<Clock> {
    let Clock::At { hour: last_hour, minute: last_minute, .. } = last else { return None };
    let same_half = hour % 12 + last_hour / 12 * 12;
    // `11 to 2 p.m.` starts in the other half of the day.
    let hour = if (same_half, minute) > (last_hour, last_minute) { (same_half + 12) % 24 } else { same_half };
    Some(Clock::At { hour, minute, zone: None })
}

/// A rule's production: `November 6, 2024 at 3 p.m.`, `May 26, 2025 16:00`, `Friday at noon`, `6 May, 10:00-11:30`.
pub(super) fn day_with_clock(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    // `2024-11-06T16:00`, `2024-11-06T16:00-05:00`
    let iso = map(preceded(glued(word("T")), pair(clock, opt(glued(numeric_offset)))), |(clock, zone)| clock.within(zone));
    // `2024-11-06 16:00:00-05:00`; behind minutes a dash is one.
    let zoned = |input| pair(clock, opt(glued(numeric_offset))).parse(input);
    let seconds = map_opt(spanned(zoned), |(run, (clock, zone))| {
        let written = input.document.slice(run.start..run.end);
        (zone.is_none() || written.matches(':').count() > 2).then(|| clock.within(zone))
    });
    let spoken = preceded(pair(opt(kind(Kind::Comma)), opt(word("at"))), alt((seconds, clock)));
    let moment = map(alt((iso, spoken)), |clock| (clock, None));
    let lead = (opt(kind(Kind::Comma)), opt(words(&["from", "between"])));
    let range = map(preceded(lead, verify(clocks, |(first, last)| first < last)), |(first, last)| (first, Some(last)));
    let production = map((any_day, alt((range, moment))), |(day, (first, last))| match last {
        Some(last) => Time::Range(day.at(Some(first)), day.at(Some(last))),
        None => Time::Moment(day.at(Some(first))),
    });
    let (rest, found) = bare(input, production)?;
    if stands_free(rest) { Ok((rest, found)) } else { no_match() }
}

/// A rule's production: `the afternoon of August 29`, `mid-afternoon yesterday`, `the evening of 6 May 2024`.
pub(super) fn part_of_a_day(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let joined = pair(part_of_day_of, any_day);
    let following = pair(day_part, day_word);
    with_article(input, map(alt((joined, following)), |(part, day)| Time::Moment(day.at(Some(Clock::Part(part))))))
}

/// A rule's production: `August 29 evening`, `6 May morning`.
pub(super) fn day_with_part(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    bare(input, map(pair(day, day_part), |(day, part)| Time::Moment(day.at(Some(Clock::Part(part))))))
}

/// A rule's production: a part of the day alone: `in the morning`, of the day spoken of.
pub(super) fn bare_part_of_day(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    if !previous_is(input, &["the"])
        || lex(Classes::DAY_PART)(input).is_ok_and(|(rest, _)| rest.first().is_some_and(|next| next.kind == Kind::Word))
    {
        return no_match();
    }
    with_article(input, map(day_part, |part| Time::Moment(THAT_DAY.at(Some(Clock::Part(part))))))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_dates, check_dates_on};

    #[test]
    fn zones() {
        check_dates_on(
            "2024-11-14",
            "It starts at [5 p.m. Eastern], [9 a.m. Pacific Daylight Time] and [17:00 Singapore time], at [6 p.m.] Central Bank time.",
            &["2024-11-14T17:00", "2024-11-14T09:00", "2024-11-14T17:00", "2024-11-14T18:00"],
        );
    }

    #[test]
    fn hours_of_a_day() {
        check_dates("On [6 May 2024, 10:00-11:30] it met.", &["2024-05-06T10:00/2024-05-06T11:30"]);
        check_dates("It met [6 May 2024 from 9 a.m. to noon].", &["2024-05-06T09:00/2024-05-06T12:00"]);
        check_dates("It met between [2 p.m. and 4:30 p.m. on 6 May 2024].", &["2024-05-06T14:00/2024-05-06T16:30"]);
        check_dates("It met at [2 p.m.] and [4:30 p.m. on 6 May 2024].", &["2024-05-06T14:00", "2024-05-06T16:30"]);
    }

    #[test]
    fn times_that_open_a_line_of_a_programme() {
        check_dates_on("2024-11-14", "[09:15] Welcome by the mayor", &["2024-11-14T09:15"]);
        check_dates_on("2024-11-14", "[10.00-11.30] Panel on ports", &["2024-11-14T10:00/2024-11-14T11:30"]);
        check_dates_on("2024-11-14", "2:33 Lopez, 2:41 Okoro", &[]);
        check_dates_on("2024-11-14", "10.02-11.31 Panel, 11.30-10.00 Panel, 10.00-11.30 points", &[]);
    }

    #[test]
    fn clocks_and_days() {
        check_dates_on("2024-11-14", "It opened at [3 p.m.] there.", &["2024-11-14T15:00"]);
        check_dates_on(
            "2024-11-14",
            "It opened at [4 in the morning], at [10:30 at night] and [around six in the evening]; 5 in the morning crowd.",
            &["2024-11-14T04:00", "2024-11-14T22:30", "2024-11-14T18:00"],
        );
        check_dates_on("2024-11-14", "It sold more than 10 in [the evening].", &["2024-11-14TEV"]);
        check_dates("It opened at [10:30 a.m. EST on November 6, 2024] there.", &["2024-11-06T10:30"]);
        check_dates("It opened on [November 6, 2024 at 16:00] there.", &["2024-11-06T16:00"]);
        check_dates("On [the afternoon of August 29, 2024] it opened.", &["2024-08-29TAF"]);
        check_dates("From [9:00 a.m. to 5:00 p.m. on 18 November 2024] it is open.", &["2024-11-18T09:00/2024-11-18T17:00"]);
        check_dates("A ratio of 3:1 and a score of 2:30.", &[]);
        check_dates_on(
            "2024-11-14",
            "It opens at [1600 +0530] and at [0900 (Bannu time)].",
            &["2024-11-14T16:00", "2024-11-14T09:00"],
        );
    }

    #[test]
    fn ranges_share_the_half_of_the_day() {
        check_dates_on("2024-11-14", "Open from [6 to 10 a.m.] there.", &["2024-11-14T06:00/2024-11-14T10:00"]);
        check_dates_on("2024-11-14", "Open [11:30-2 p.m.] there.", &["2024-11-14T11:30/2024-11-14T14:00"]);
        check_dates_on("2024-11-14", "See you on [Dec. 5] - [10 a.m.] there.", &["2024-12-05", "2024-12-05T10:00"]);
        check_dates_on("2024-11-14", "Doors open at [1830 hrs] after [2000 hours] of work.", &["2024-11-14T18:30", "PT2000H"]);
    }
}
