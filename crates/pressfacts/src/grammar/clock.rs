//! Times of day and their zones: `3 p.m.`, `10:30 a.m. EST`, `noon`, `morning`.

use nom::branch::alt;
use nom::combinator::{map, map_opt, not, opt, peek, value, verify};
use nom::multi::many_m_n;
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{Input, Parser};

use super::calendar::{cardinal, number_within};
use super::number::plain_integer;
use crate::lexicon::Classes;
use crate::memo::Production;
use crate::parse::{PResult, Tokens, glued, kind, lex, no_match, playing, remembered, token, word, words};
use crate::token::{Case, Gap, Kind, Token};

/// The last hour of a day, counted from its first.
const LAST_HOUR: u32 = 24;

/// Most characters of a time with a point: `10.30`.
const LONGEST_POINTED: usize = 5;

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum DayPart {
    Morning,
    Lunch,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Clock {
    At { hour: u32, minute: u32, zone: Option<Zone> },
    Part(DayPart),
}

/// A time zone, in minutes east of Greenwich.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Zone {
    Fixed(i32),
    /// In winter; an hour more in the summer of North America.
    American(i32),
}

impl Clock {
    /// The same time, in that zone where it names none.
    pub(crate) fn within(self, zone: Option<Zone>) -> Self {
        match self {
            Self::At { hour, minute, zone: None } => Self::At { hour, minute, zone },
            other => other,
        }
    }
}

/// `morning`, `afternoon`.
pub(crate) fn day_part(input: Tokens<'_>) -> PResult<'_, DayPart> {
    map_opt(lex(Classes::DAY_PART), |part| day_part_of(part.value)).parse(input)
}

/// The part of the day that TIMEX3 gives these letters.
pub(crate) fn day_part_of(letters: &str) -> Option<DayPart> {
    Some(match letters {
        "MO" => DayPart::Morning,
        "MI" => DayPart::Lunch,
        "AF" => DayPart::Afternoon,
        "EV" => DayPart::Evening,
        "NI" => DayPart::Night,
        "DT" => DayPart::Daytime,
        _ => return None,
    })
}

/// A time of day: `3 p.m.`, `10:30 a.m. EST`, `16:00`, `2.30pm`, `noon`.
pub(crate) fn clock(input: Tokens<'_>) -> PResult<'_, Clock> {
    if may_be_clock(input) { remembered(Production::Clock, any_clock)(input) } else { no_match() }
}

/// Whether what stands behind a number may make a time of day of it: `:30`, `p.m.`, `hours`, `in the morning`, a zone.
fn may_be_clock(input: Tokens<'_>) -> bool {
    let Some(first) = input.first() else { return false };
    if first.opens.any(Classes::CLOCK_WORD) {
        return true;
    }
    // `9`, `1630`, `9.30`, `nine`
    let fits = match first.integer() {
        Some(number) => number <= LAST_HOUR || first.span.len() == 4,
        None => first.is_pointed() && first.span.len() <= LONGEST_POINTED || first.opens.any(Classes::CARDINAL),
    };
    if !fits {
        return false;
    }
    let zone = Classes::of(&[Classes::TIME_ZONE, Classes::PLACE, Classes::COUNTRY, Classes::DEMONYM]);
    let behind = input.at(input.position() + 1);
    let tells = |next: &Token| {
        matches!(next.kind, Kind::Colon | Kind::Dotted | Kind::Open | Kind::Plus) || next.has_full_stop() || next.opens.any(zone)
    };
    let named = || words(&["am", "pm", "hours", "hrs", "h", "o'clock", "o’clock"])(behind).is_ok();
    // `at four in the morning`
    let leads = Classes::of(&[Classes::DATE_WORD, Classes::TIME_MODIFIER]);
    let spoken = || input.previous().is_some_and(|before| before.opens.any(leads)) && words(&["in", "at"])(behind).is_ok();
    behind.first().is_some_and(tells) || named() || spoken()
}

fn any_clock(input: Tokens<'_>) -> PResult<'_, Clock> {
    alt((twelve_hour_clock, spoken_hour, full_clock, oclock, clock_word)).parse(input)
}

/// `4 in the morning`, `six in the evening`, `10:30 at night`, behind a word that leads to a time.
fn spoken_hour(input: Tokens<'_>) -> PResult<'_, Clock> {
    let Some(before) = input.position().checked_sub(1).map(|before| input.at(before)) else { return no_match() };
    let leads = playing(Classes::DATE_WORD, "clock")(before).is_ok();
    let nearly = lex(Classes::TIME_MODIFIER)(before).is_ok_and(|(_, modifier)| modifier.value == "APPROX");
    if input.previous().is_none() || !leads && !nearly {
        return no_match();
    }
    let hours = alt((hours_and_minutes, map(alt((plain_integer, cardinal)), |hour| (hour, 0))));
    let hours = verify(hours, |(hour, _)| (1..=12).contains(hour));
    let in_the = preceded(pair(word("in"), word("the")), day_part);
    let at_night = preceded(word("at"), verify(day_part, |part| *part == DayPart::Night));
    let (rest, ((hour, minute), part)) = pair(hours, alt((in_the, at_night))).parse(input)?;
    let later = match part {
        DayPart::Afternoon | DayPart::Evening => true,
        DayPart::Night => (6..12).contains(&hour),
        _ => false,
    };
    Ok((rest, Clock::At { hour: hour % 12 + if later { 12 } else { 0 }, minute, zone: None }))
}

fn clock_word(input: Tokens<'_>) -> PResult<'_, Clock> {
    // A name: `High Noon`.
    if input.first().is_some_and(Token::capitalized) && input.previous().is_some_and(Token::capitalized) {
        return no_match();
    }
    map_opt(lex(Classes::CLOCK_WORD), |word| {
        let (hour, minute) = word.value.split_once(':')?;
        Some(Clock::At { hour: hour.parse().ok()?, minute: minute.parse().ok()?, zone: None })
    })
    .parse(input)
}

/// The hours of a clock of twelve hours whose half of the day stands behind a later one: the `6` of `6 to 10 a.m.`
pub(crate) fn shared_hours(input: Tokens<'_>) -> PResult<'_, (u32, u32)> {
    let (rest, (hour, minute)) = match input.first() {
        Some(first) if first.is_pointed() => pointed_hours(input)?,
        _ => hours_and_minutes(input).or_else(|_| map(plain_integer, |hour| (hour, 0)).parse(input))?,
    };
    if (1..=12).contains(&hour) && minute < 60 { Ok((rest, (hour, minute))) } else { no_match() }
}

/// `3 p.m.`, `10:30 am`, `2.30pm`.
pub(crate) fn twelve_hour_clock(input: Tokens<'_>) -> PResult<'_, Clock> {
    let (rest, ((hour, minute), afternoon)) = pair(shared_hours, meridiem).parse(input)?;
    let (rest, zone) = opt_zone(rest)?;
    Ok((rest, Clock::At { hour: hour % 12 + if afternoon { 12 } else { 0 }, minute, zone }))
}

/// `10:30`, `10:30:15`, as hours and minutes.
fn hours_and_minutes(input: Tokens<'_>) -> PResult<'_, (u32, u32)> {
    let further = |input| preceded(glued(kind(Kind::Colon)), glued(two_digits)).parse(input);
    let (rest, hour) = number_within(input, 0..=LAST_HOUR, 1..=usize::MAX)?;
    let (rest, minute) = further(rest)?;
    let (rest, _) = opt(further).parse(rest)?;
    Ok((rest, (hour, minute)))
}

/// Two digits below sixty: minutes, seconds.
fn two_digits(input: Tokens<'_>) -> PResult<'_, u32> {
    number_within(input, 0..=59, 2..=2)
}

/// `2.30`, as hours and minutes.
pub(crate) fn pointed_hours(input: Tokens<'_>) -> PResult<'_, (u32, u32)> {
    if !input.first().is_some_and(|first| first.is_pointed() && first.span.len() <= LONGEST_POINTED) {
        return no_match();
    }
    let Some((hour, minute)) = input.written().split_once('.') else { return no_match() };
    match (hour.parse(), minute.parse()) {
        // `5.2 MT` are tonnes.
        (Ok(hour), Ok(minutes)) if minutes < 60 && minute.len() == 2 => Ok((input.take_from(1), (hour, minutes))),
        _ => no_match(),
    }
}

/// `a.m.` or `p.m.`, as whether it is afternoon.
fn meridiem(input: Tokens<'_>) -> PResult<'_, bool> {
    let mut letters = input.written().bytes().filter(u8::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase());
    match (letters.next(), letters.next(), letters.next()) {
        (Some(first @ (b'a' | b'p')), Some(b'm'), None) => Ok((input.take_from(1), first == b'p')),
        _ => no_match(),
    }
}

/// `16:00`, `16:00 GMT`, `1600 GMT`, `16:00 hours`, `16h00`.
fn full_clock(input: Tokens<'_>) -> PResult<'_, Clock> {
    let military = |input| {
        verify(map(four_digit_time, |time| (time / 100, time % 100)), |(hour, minute)| *hour < 24 && *minute < 60).parse(input)
    };
    let pointed = verify(pointed_hours, |(hour, _)| *hour < 24);
    // `12.50 MT of rice`
    let no_unit = not(token(|next: &Token| next.is(Classes::UNIT)));
    let zoned = pair(terminated(alt((military, pointed)), no_unit), zone);
    let at = input.previous().is_some_and(|before| before.span.of(input.document.text).eq_ignore_ascii_case("at"));
    // `at 1830 hrs`, but not `2000 hours` of work.
    let named = verify(pair(terminated(military, peek(words(&["hours", "hrs", "h"]))), opt_zone), move |_| at);
    // `1100 hrs IST`
    let named_and_zoned = pair(terminated(military, words(&["hours", "hrs", "h"])), zone);
    let (rest, ((hour, minute), zone)) = alt((pair(hours_and_minutes, opt_zone), zoned, named_and_zoned, named)).parse(input)?;
    let (rest, _) = opt(words(&["hours", "hrs", "h"])).parse(rest)?;
    Ok((rest, Clock::At { hour, minute, zone }))
}

fn four_digit_time(input: Tokens<'_>) -> PResult<'_, u32> {
    verify(plain_integer, |_| input.written().len() == 4).parse(input)
}

/// `3 o'clock`.
fn oclock(input: Tokens<'_>) -> PResult<'_, Clock> {
    let hour = alt((plain_integer, cardinal));
    map(terminated(verify(hour, |hour| (1..=12).contains(hour)), words(&["o'clock", "o’clock"])), |hour| Clock::At {
        hour,
        minute: 0,
        zone: None,
    })
    .parse(input)
}

/// A time zone, in parentheses or without; `None` within where its distance from Greenwich depends on the season.
fn zone(input: Tokens<'_>) -> PResult<'_, Option<Zone>> {
    alt((
        named_zone,
        // `14:00+05:30`: a minus might be a dash.
        preceded(peek(kind(Kind::Plus)), map(numeric_offset, Some)),
        delimited(kind(Kind::Open), alt((named_zone, map(numeric_offset, Some))), kind(Kind::Close)),
        // `(Vancouver time)`, `Singapore time`
        value(None, (kind(Kind::Open), many_m_n(1, 3, token(Token::capitalized)), word("time"), kind(Kind::Close))),
        value(None, pair(lex(Classes::PLACE | Classes::COUNTRY | Classes::DEMONYM), word("time"))),
    ))
    .parse(input)
}

/// `EST`, `GMT+8`.
fn named_zone(input: Tokens<'_>) -> PResult<'_, Option<Zone>> {
    let name = map(lex(Classes::TIME_ZONE), |zone| zone_of(zone.value));
    let (rest, (zone, offset)) = pair(name, opt(offset)).parse(input)?;
    // `5 p.m. Eastern`, but not `5 p.m. Central Bank`
    let adjective = input.until(rest).len() == 1 && input.first().is_some_and(|name| name.case == Case::Title);
    if adjective && rest.first().is_some_and(|next| next.capitalized() && next.gap == Gap::Space) {
        return no_match();
    }
    Ok((rest, offset.map_or(zone, |offset| ahead(zone, offset?))))
}

/// `+08:00`, `-0500`: a distance from Greenwich; behind a blank it has its minutes.
pub(crate) fn numeric_offset(input: Tokens<'_>) -> PResult<'_, Zone> {
    let (rest, minutes) = map_opt(offset, |minutes| minutes.filter(|minutes| minutes % 15 == 0)).parse(input)?;
    let short = input.until(rest).len() == 2 && input.take_from(1).written().len() < 4;
    let apart = input.first().is_some_and(|sign| !sign.glued());
    if short && apart { no_match() } else { Ok((rest, Zone::Fixed(minutes))) }
}

fn opt_zone(input: Tokens<'_>) -> PResult<'_, Option<Zone>> {
    map(opt(zone), Option::flatten).parse(input)
}

/// The `+8` of `GMT+8`, the `-0530` of `UTC-0530`, the `+5:30` of `UTC+5:30`, in minutes; `None` within where it is no offset.
fn offset(input: Tokens<'_>) -> PResult<'_, Option<i32>> {
    let sign = alt((value(1, kind(Kind::Plus)), value(-1, glued(kind(Kind::Hyphen)))));
    let minutes = preceded(glued(kind(Kind::Colon)), glued(two_digits));
    map((sign, glued(kind(Kind::Number)), opt(minutes)), |(sign, digits, minutes)| {
        let written = digits.span.of(input.document.text);
        let hours_end = if written.len() > 2 { written.len() - 2 } else { written.len() };
        let (hours, tail) = written.split_at_checked(hours_end)?;
        let minutes = match minutes {
            Some(minutes) if tail.is_empty() => minutes.cast_signed(),
            Some(_) => return None,
            None if tail.is_empty() => 0,
            None => tail.parse().ok()?,
        };
        let hours: i32 = hours.parse().ok().filter(|hours| *hours <= 14)?;
        Some(sign * (hours * 60 + minutes))
    })
    .parse(input)
}

/// The zone so many minutes ahead of the one named, which must be Greenwich's or another that keeps its distance.
fn ahead(zone: Option<Zone>, offset: i32) -> Option<Zone> {
    match zone? {
        Zone::Fixed(minutes) => Some(Zone::Fixed(minutes + offset)),
        Zone::American(_) => None,
    }
}

/// Reads `+05:30`, `-05:00 US`.
fn zone_of(text: &str) -> Option<Zone> {
    if let Some(winter) = text.strip_suffix(" US") {
        return minutes_of(winter).map(Zone::American);
    }
    minutes_of(text).map(Zone::Fixed)
}

fn minutes_of(text: &str) -> Option<i32> {
    let (hours, minutes) = text.split_once(':')?;
    let hours: i32 = hours.parse().ok()?;
    let minutes: i32 = minutes.parse().ok()?;
    Some(hours * 60 + if text.starts_with('-') { -minutes } else { minutes })
}

#[cfg(test)]
mod tests {
    use super::{Clock, Zone, clock};
    use crate::testing::parse_all;

    #[test]
    fn clocks() {
        let at = |hour, minute, zone| Some(Clock::At { hour, minute, zone });
        assert_eq!(parse_all("3 p.m.", clock), at(15, 0, None));
        assert_eq!(parse_all("10:30 a.m. EST", clock), at(10, 30, Some(Zone::Fixed(-300))));
        assert_eq!(parse_all("2.30pm", clock), at(14, 30, None));
        assert_eq!(parse_all("16:00", clock), at(16, 0, None));
        assert_eq!(parse_all("10:00am (Oslo time)", clock), at(10, 0, None));
        assert_eq!(parse_all("13 p.m.", clock), None);
        assert_eq!(parse_all("3:1", clock), None);
    }
}
