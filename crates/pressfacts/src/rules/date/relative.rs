//! Dates counted from another: `today`, `last week`, `April of this year`, `two years ago`, `the following month`.

use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

use super::day::ends_day;
use super::explicit::{bare_weekday, verify_free};
use super::holiday::holiday_field;
use super::mention::{after_article, bare, is_title, moment_mention, with_article};
use super::shift::{Shift, shift};
use super::syntax::{Anchor, DateSyntax, Field, Frame, Moment, Tense, Time};
use crate::grammar::calendar::{Unit, day_number, month, season, singular, unit, weekday};
use crate::grammar::clock::{Clock, DayPart, day_part, day_part_of};
use crate::grammar::number::number;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, lex, no_match, word, words};
use crate::token::{Case, Kind, Token};

/// How far behind the word for which period is meant its unit may stand, in tokens, and some room: `this coming winter season`.
const FARTHEST_UNIT: usize = 4;

/// The day spoken of, or that of writing.
pub(super) const THAT_DAY: Moment = Moment {
    frame: Frame::Shift { unit: Unit::Day, count: 0, from: Anchor::Discourse },
    field: Field::Whole,
    clock: None,
    weekday: None,
};

/// A rule's production: `today`, `yesterday morning`, `tonight`.
pub(super) fn day_word_mention(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    // `USA Today` is a newspaper.
    let named = input.first().is_some_and(Token::capitalized) && input.previous().is_some_and(|token| token.case == Case::Upper);
    if named { no_match() } else { moment_mention(input, day_word) }
}

/// `today`, `the day after tomorrow`, `tonight`, `yesterday evening`.
pub(super) fn day_word(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, found) = lex(Classes::DAY_WORD)(input)?;
    let (days, part) = found.value.split_once(' ').map_or((found.value, None), |(days, part)| (days, day_part_of(part)));
    // `the overnight lending rate`
    let adjective = part.is_some() && input.previous().is_some_and(|token| token.is(Classes::DETERMINER | Classes::ARTICLE));
    if adjective && rest.first().is_some_and(|next| next.kind == Kind::Word && !next.is(Classes::CONNECTOR)) {
        return no_match();
    }
    let (rest, behind) = opt(day_part).parse(rest)?;
    let Ok(count) = days.parse() else { return no_match() };
    let frame = Frame::Shift { unit: Unit::Day, count, from: Anchor::Speech };
    Ok((rest, Moment::new(frame, Field::Whole).at(part.or(behind).map(Clock::Part))))
}

/// A rule's production: `last week`, `this year`, `the following month`.
pub(super) fn shifted_unit_mention(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let unit = Classes::of(&[Classes::CALENDAR_UNIT, Classes::TRADING_DAY, Classes::FISCAL]);
    let names_unit = |next: &Token| next.opens.any(unit) || next.reads("period", input.document.text);
    if !near_shift(input, names_unit) {
        return no_match();
    }
    let (rest, found) = with_article(input, map(terminated(shifted_unit, not_plural), Time::Moment))?;
    if is_title(input, rest) { no_match() } else { Ok((rest, found)) }
}

/// A rule's production: `this time next year`, `the same time last year`.
pub(super) fn same_time(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    if !near_shift(input, |next| next.reads("time", input.document.text)) {
        return no_match();
    }
    let time = (verify(shift, |shift| matches!(shift, Shift::This | Shift::Same)), word("time"));
    with_article(input, map(preceded(time, shifted_unit), Time::Moment))
}

/// Whether such a word stands near the one for which period is meant.
fn near_shift(input: Tokens<'_>, fits: impl Fn(&Token) -> bool) -> bool {
    lex(Classes::SHIFT)(input).is_ok_and(|(behind, _)| behind.slice().iter().take(FARTHEST_UNIT).any(fits))
}

/// Nothing that makes the unit before it part of a longer word: `this year-end`.
pub(super) fn not_plural(input: Tokens<'_>) -> PResult<'_, ()> {
    let joined = input.first().is_some_and(|next| next.kind == Kind::Hyphen && next.glued());
    if joined { no_match() } else { Ok((input, ())) }
}

/// `last week`, `this year`, `the following month`, `the current fiscal year`, `the latest quarter`.
pub(super) fn shifted_unit(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, shift) = shift(input)?;
    let (rest, _) = opt(lex(Classes::of(&[Classes::TRADING_DAY, Classes::FISCAL]))).parse(rest)?;
    let fiscal_named =
        rest.previous().is_some_and(|token| token.is(Classes::CALENDAR_UNIT)) && rest.position() > input.position() + 1;
    if fiscal_named {
        return shift_of(shift, Unit::Year, after_article(input)).map_or_else(no_match, |moment| Ok((rest, moment)));
    }
    if shift == Shift::Latest && rest.written() == "period" {
        return Ok((rest.take_from(1), Moment::new(Frame::Open, Field::Current(Unit::Quarter))));
    }
    if !singular(rest) {
        return no_match();
    }
    let (rest, unit) = verify(unit, |unit| *unit >= Unit::Day && *unit != Unit::Half).parse(rest)?;
    // `the past decade`, `the last decade` and `the next fortnight` are stretches up to now or from now.
    if (unit >= Unit::Decade || unit == Unit::Fortnight)
        && shift != Shift::This
        && shift != Shift::Same
        && shift != Shift::Before
        && shift != Shift::After
    {
        return no_match();
    }
    shift_of(shift, unit, after_article(input)).map_or_else(no_match, |moment| Ok((rest, moment)))
}

fn shift_of(shift: Shift, unit: Unit, articled: bool) -> Option<Moment> {
    let shift = if shift == Shift::Latest { Shift::Last } else { shift };
    let (count, from) = shift.count(articled)?;
    Some(Moment::new(Frame::Shift { unit, count, from }, Field::Whole))
}

/// `this year`, `last year`, `the same year`, as the frame of what stands before it.
pub(super) fn shifted_year(input: Tokens<'_>) -> PResult<'_, Frame> {
    let production = preceded(opt(word("the")), shifted_unit);
    map(verify(production, |moment| matches!(moment.frame, Frame::Shift { unit: Unit::Year, .. })), |moment| moment.frame)
        .parse(input)
}

/// `last week`, as the frame of a weekday.
pub(super) fn shifted_week(input: Tokens<'_>) -> PResult<'_, Frame> {
    let production = preceded(pair(opt(word("of")), opt(word("the"))), shifted_unit);
    map(verify(production, |moment| matches!(moment.frame, Frame::Shift { unit: Unit::Week, .. })), |moment| moment.frame)
        .parse(input)
}

/// A rule's production: `last November`, `next Friday`, `this summer`, `this morning`, `last Thanksgiving`.
pub(super) fn nearest_mention(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    with_article(input, map(nearest, Time::Moment))
}

/// `last November`, `next Friday`, `this summer`, `this morning`.
pub(super) fn nearest(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, shift) = shift(input)?;
    let Some((direction, from)) = shift.nearest() else { return no_match() };
    if let Ok((rest, part)) = day_part(rest) {
        // `last night` is the night of yesterday; `the next morning` is of the day after that spoken of.
        let (count, from) = match shift {
            Shift::This => (0, Anchor::Speech),
            Shift::Same => (0, Anchor::Discourse),
            Shift::Last => (-1, Anchor::Speech),
            Shift::Next | Shift::After => (1, Anchor::Discourse),
            Shift::Before => (-1, Anchor::Discourse),
            _ => return no_match(),
        };
        let frame = Frame::Shift { unit: Unit::Day, count, from };
        return Ok((rest, Moment::new(frame, Field::Whole).at(Some(Clock::Part(part)))));
    }
    let plain = alt((
        map(verify(weekday, |_| singular(rest) && rest.written().len() > 4), Field::Weekday),
        named_day,
        map(named_month, Field::Month),
        map(verify(season, |_| singular(rest)), Field::Season),
        holiday_field,
    ));
    let (rest, field) = terminated(plain, not_plural).parse(rest)?;
    let (rest, clock) = opt(day_part).parse(rest)?;
    Ok((rest, Moment::new(Frame::Nearest { direction, from }, field).at(clock.map(Clock::Part))))
}

/// A month with a capital: `last may` is no date.
fn named_month(input: Tokens<'_>) -> PResult<'_, u32> {
    if input.written().starts_with(char::is_uppercase) { month(input) } else { no_match() }
}

/// `March 31`, but not `March 31%`.
fn named_day(input: Tokens<'_>) -> PResult<'_, Field> {
    let (rest, (month, day)) = pair(named_month, day_number).parse(input)?;
    if ends_day(rest) { Ok((rest, Field::Day { month: Some(month), day })) } else { no_match() }
}

/// A rule's production: a weekday, with the week that it is in or the part of day.
pub(super) fn weekday_mention(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    moment_mention(input, verify_free(framed_weekday))
}

/// `Friday`, `Friday last week`, `Wednesday night`.
pub(super) fn framed_weekday(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, moment) = bare_weekday(input)?;
    let (rest, frame) = opt(preceded(opt(word("of")), shifted_week)).parse(rest)?;
    let (rest, part) = opt(verify(day_part, |_| singular(rest))).parse(rest)?;
    let moment = frame.map_or(moment, |frame| Moment { frame, ..moment });
    Ok((rest, moment.at(part.map(Clock::Part))))
}

/// Succeeds, taking nothing, where a mark or the end follows.
fn ends_clause(input: Tokens<'_>) -> PResult<'_, ()> {
    if input.first().is_none_or(|next| !matches!(next.kind, Kind::Word | Kind::Number | Kind::OpenQuote)) {
        Ok((input, ()))
    } else {
        no_match()
    }
}

/// A rule's production: `two years ago`, `a year earlier`, `18 months later`, `a few years ago`.
pub(super) fn distant_mention(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    bare(input, distant)
}

/// `two years ago`, `a year earlier`; `several years ago` is only past.
pub(super) fn distant(input: Tokens<'_>) -> PResult<'_, Time> {
    let vague = value(None, verify(lex(Classes::VAGUE_NUMBER), |word| word.value.is_empty()));
    let couple = map(lex(Classes::VAGUE_NUMBER), |word| word.value.parse().ok());
    let one = value(Some(1), words(&["a", "an", "one"]));
    let some = map(number, |count| count.to_integer().and_then(|count| i32::try_from(count).ok()).or(Some(0)));
    let count = alt((vague, couple, one, some));
    let (rest, (count, unit)) = pair(count, verify(unit, |unit| *unit >= Unit::Day)).parse(input)?;
    let (rest, _) = opt(pair(word("or"), word("so"))).parse(rest)?;
    let from_now = (word("from"), words(&["now", "today"]));
    // `a year before` ends its clause; `a year before the war` counts from the war.
    let before = terminated(word("before"), ends_clause);
    let (rest, (sign, from)) = alt((
        value((-1, Anchor::Discourse), before),
        value((-1, Anchor::Speech), word("ago")),
        value((-1, Anchor::Speech), terminated(word("back"), ends_clause)),
        value((-1, Anchor::Discourse), words(&["earlier", "previously"])),
        value((1, Anchor::Discourse), word("later")),
        value((1, Anchor::Speech), from_now),
    ))
    .parse(rest)?;
    let Some(count) = count else {
        return Ok((rest, Time::Vague(if sign < 0 { Tense::Past } else { Tense::Future })));
    };
    if count == 0 || count > 4000 {
        return no_match();
    }
    // `a decade later` is a year, not the decade that it is in.
    let (unit, count) = match unit {
        Unit::Decade => (Unit::Year, count * 10),
        Unit::Century => (Unit::Year, count * 100),
        // `three weeks from today`
        Unit::Week if rest.previous().is_some_and(|last| last.reads("today", input.document.text)) => (Unit::Day, count * 7),
        unit => (unit, count),
    };
    // `a year ago` beside a quarter is the same quarter of the year before.
    let same_period = unit == Unit::Year && count == 1 && sign == -1;
    let field = if same_period { Field::Current(Unit::Year) } else { Field::Whole };
    Ok((rest, Time::Moment(Moment::new(Frame::Shift { unit, count: sign * count, from }, field))))
}

/// A rule's production: `the year before`, `the day after`, `the month earlier`.
pub(super) fn unit_before(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    if !after_article(input) || !singular(input) {
        return no_match();
    }
    // `the year before that`
    let beside = |side| terminated(word(side), opt(word("that")));
    let side = alt((value(-1, alt((beside("before"), word("earlier")))), value(1, beside("after"))));
    let units = verify(unit, |unit| *unit >= Unit::Day && *unit <= Unit::Year);
    let (rest, (unit, count, ())) = (units, side, ends_clause).parse(input)?;
    let frame = Frame::Shift { unit, count, from: Anchor::Discourse };
    with_article(input, move |_| Ok((rest, Time::Moment(Moment::new(frame, Field::Whole)))))
}

/// A rule's production: `months ago`, `years ago`: nobody says how many.
pub(super) fn units_ago(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    // `few years ago` counts, in its way; `light-years ago` measures.
    let counted = input.previous().is_some_and(|token| matches!(token.kind, Kind::Number | Kind::Hyphen));
    if singular(input) || counted {
        return no_match();
    }
    let units = terminated(verify(unit, |unit| *unit >= Unit::Day), word("ago"));
    bare(input, value(Time::Vague(Tense::Past), units))
}

/// A part of the day of a date: `the afternoon of August 29`, `morning`.
pub(super) fn part_of_day_of(input: Tokens<'_>) -> PResult<'_, DayPart> {
    terminated(day_part, word("of")).parse(input)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_dates;

    use crate::testing::check_dates_on;

    #[test]
    fn units_counted_from_now() {
        check_dates_on("2024-11-14", "It ends [three weeks from today] and [a week from now].", &["2024-12-05", "2024-W47"]);
        check_dates_on("2024-11-14", "It fell [last week], [this year] and [last month].", &["2024-W45", "2024", "2024-10"]);
        check_dates_on("2024-11-14", "It rains [today] and [tomorrow morning].", &["2024-11-14", "2024-11-15TMO"]);
        check_dates_on("2024-11-14", "It fell [two years ago] and [10 days ago].", &["2022", "2024-11-04"]);
        check_dates_on(
            "2024-11-14",
            "It fell [several years ago], and [two years back]; give [two days] back to it.",
            &["PAST_REF", "2022", "P2D"],
        );
        check_dates_on("2024-11-14", "[Today] it was in USA Today.", &["2024-11-14"]);
        check_dates_on("2024-11-14", "It fell [overnight] to the overnight lending rate.", &["2024-11-14TNI"]);
        check_dates_on("2024-11-14", "It fell [months ago] and rose light-years ago.", &["PAST_REF"]);
        check_dates_on("2024-11-14", r#"He said on "This Week" and "60 Minutes" that "[this week] is long"."#, &["2024-W46"]);
        check_dates_on("2024-11-14", "At last it fell, next to the daybreak.", &[]);
    }

    #[test]
    fn units_counted_from_what_was_spoken_of() {
        check_dates_on("2024-11-14", "It fell in [2015] and rose [the following year].", &["2015", "2016"]);
        check_dates_on("2024-11-14", "It fell in [2015]. [A year earlier] it rose.", &["2015", "2014"]);
        check_dates_on("2024-11-14", "It opened in [1998]; [a decade later] it closed.", &["1998", "2008"]);
        check_dates_on(
            "2024-11-14",
            "It fell on [6 May 2015], from 5 [the year before], and 7 [the year before that]; the year before the war it rose. On [7 June 2016] it rose; [the day after], it fell.",
            &["2015-05-06", "2014", "2013", "2016-06-07", "2016-06-08"],
        );
        check_dates_on(
            "2024-11-14",
            "In [the third quarter] sales rose, from 5 [a year earlier] and in [the year-ago quarter].",
            &["2024-Q3", "2023-Q3", "2023-Q3"],
        );
    }

    #[test]
    fn a_year_earlier_is_no_rate() {
        check_dates_on("2024-11-14", "It earned $5 million [a year earlier] and used 40 tonnes [a year ago].", &["2023", "2023"]);
        check_dates_on("2024-11-14", "It sold 20% more than [a year earlier].", &["2023"]);
        check_dates_on("2024-11-14", "It earns $5 million a year.", &[]);
    }

    #[test]
    fn names_within_a_relative_frame() {
        check_dates_on("2024-11-14", "Signed in [April of this year] and [November last year].", &["2024-04", "2023-11"]);
        check_dates_on("2024-11-14", "Signed [last November], [last Friday].", &["2023-11", "2024-11-08"]);
        check_dates_on("2024-11-14", "It closed [last March 31] and [last Oct. 23].", &["2024-03-31", "2024-10-23"]);
        check_dates_on("2024-11-14", "It rose [last March] 31% in all.", &["2024-03"]);
        check_dates_on("2024-11-14", "It opened [Friday last week].", &["2024-11-08"]);
        check_dates_on("2024-11-14", "It opens [Tuesday of next week].", &["2024-11-19"]);
        check_dates_on("2024-11-14", "It rose in [the first quarter of this year].", &["2024-Q1"]);
    }

    #[test]
    fn weekdays_by_tense() {
        check_dates_on("2024-11-14", "He spoke [Tuesday] and will speak again [Monday].", &["2024-11-12", "2024-11-18"]);
        check_dates_on("2024-11-14", "It sits [this Saturday] and [Sunday].", &["2024-11-16", "2024-11-17"]);
        check_dates_on("2024-11-14", "He spoke [Monday] and, once, [Sunday].", &["2024-11-11", "2024-11-10"]);
        check_dates_on("2024-11-14", "The Sun and Sat Paul spoke, and that Sun rose.", &[]);
    }

    #[test]
    fn months_near_the_date_of_writing() {
        check_dates_on(
            "2024-11-14",
            "It fell in [December] and [August]. Sales by the firm in [December] are small.",
            &["2023-12", "2024-08", "2024-12"],
        );
        check_dates_on("2024-11-14", "The hall will open in [May].", &["2025-05"]);
        check_dates_on("2024-02-20", "Sales rose in [August].", &["2023-08"]);
    }

    #[test]
    fn winters_go_on_into_the_year_after() {
        check_dates_on("2025-01-20", "[This winter] is mild, as was [last winter].", &["2024-WI", "2023-WI"]);
        check_dates_on("2024-12-20", "[This winter] is mild; [next winter] may be cold.", &["2024-WI", "2025-WI"]);
        check_dates_on("2025-01-20", "[This summer] may be hot.", &["2025-SU"]);
    }

    #[test]
    fn without_a_date_of_writing() {
        check_dates("It grew [last year], and [today] opens.", &["PAST_REF", "PRESENT_REF"]);
        check_dates("On [August 29] it opened.", &["XXXX-08-29"]);
    }
}
