//! Parts of a period and inexact times: `early 2025`, `the end of 2023`, `mid-November`, `over twelve years`,
//! `nearly two years ago`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};

use super::day::day;
use super::duration::{one_unit, shifted};
use super::explicit::{bare_month, month_and_year};
use super::fiscal::fiscal_year;
use super::holiday::holiday;
use super::length::length;
use super::mention::{bare, previous_is, stands_free, with_article};
use super::offset::offset;
use super::parts::{dated_season, dated_short_part, numbered_part};
use super::relative::{THAT_DAY, day_word, distant, framed_weekday, nearest, shifted_unit};
use super::syntax::{Anchor, Count, DateSyntax, Field, Frame, Length, Moment, Time};
use super::year::{bare_year, century, decade, whole};
use crate::fact::DateModifier;
use crate::grammar::calendar::{Unit, four_digit_year, month, unit};
use crate::grammar::clock::{Clock, clock, day_part};
use crate::lexicon::Classes;
use crate::parse::{Lexeme, PResult, Tokens, kind, lex, no_match, word, words};
use crate::rules::ahead::Ahead;
use crate::token::{Kind, Token};

/// A rule's production: `early 2025`, `the end of 2023`, `late last week`, `mid-November`, `earlier this year`.
pub(super) fn part_of_period(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, part) = lex(Classes::PERIOD_PART)(input)?;
    // `early to mid-2025`, `late 2024 or early 2025` apart
    let (rest, other) =
        opt(preceded(words(&["to", "and", "or"]), verify(lex(Classes::PERIOD_PART), is_plain_part))).parse(rest)?;
    if other.is_some() && !is_plain_part(&part) {
        return no_match();
    }
    let joint = alt((value((), kind(Kind::Hyphen)), value((), words(&["of", "in"]))));
    let (rest, joined) = opt(joint).parse(rest)?;
    let after_joint = rest;
    // `to end Tuesday`, `opening 2024`: verbs; `end March`, `end 2024` are times all the same.
    let noun = part.plays("noun");
    let brief = noun && joined.is_none();
    // `will end in 2150`: a verb.
    if noun && previous_is(after_joint, &["in"]) {
        return no_match();
    }
    let month_or_year = |input| alt((month_and_year, bare_month, map(four_digit_year, whole))).parse(input);
    if brief && (!part.plays("END") || day(rest).is_ok() || month_or_year(rest).is_err()) {
        return no_match();
    }
    // `post-2030`, but not `the Post 2024`.
    let outside = part.plays("BEFORE") || part.plays("AFTER");
    if outside
        && !(rest.previous().is_some_and(|mark| mark.kind == Kind::Hyphen && mark.glued()) && four_digit_year(rest).is_ok())
    {
        return no_match();
    }
    let (rest, article) = opt(word("the")).parse(rest)?;
    // `the opening of the 2000 Games`
    if article.is_some() && terminated(four_digit_year, kind(Kind::Word)).parse(rest).is_ok() {
        return no_match();
    }
    // `end of month` goes without its article.
    let spoken = article.is_some() || part.plays("noun") && joined.is_some();
    let fiscal = |input| fiscal_year(input).map(|(rest, found)| (rest, found.time, true));
    let moment = |input| {
        map(period, |moment| (Time::Moment(moment), false)).parse(input).map(|(rest, (time, fiscal))| (rest, time, fiscal))
    };
    let middle = part.plays("MID") && rest.previous().is_some_and(|mark| mark.kind == Kind::Hyphen);
    let current = |input| spoken_of(input, spoken || middle).map(|(rest, moment)| (rest, Time::Moment(moment), false));
    let (rest, time, fiscal) = fiscal(rest).or_else(|_| moment(rest)).or_else(|_| current(rest))?;
    if !stands_free(rest) {
        return no_match();
    }
    // The article of `the mid-November poll`, `the post-2030 agenda` is the noun's.
    let hyphened = after_joint.previous().is_some_and(|mark| mark.kind == Kind::Hyphen)
        && kind(Kind::Word)(rest).is_ok()
        && (month(after_joint).is_ok() || outside);
    let production = move |_| Ok((rest, time));
    let (rest, found) = if hyphened { bare(input, production)? } else { with_article(input, production)? };
    let modifier = modifier(part).filter(|_| other.is_none());
    Ok((rest, found.modified(modifier).fiscal(fiscal)))
}

/// Whether the word is `early`, `mid` or `late`.
fn is_plain_part(part: &Lexeme<'_>) -> bool {
    matches!(part.value, "START" | "MID" | "END")
}

/// What has a start, a middle and an end.
fn period(input: Tokens<'_>) -> PResult<'_, Moment> {
    let year = map(four_digit_year, whole);
    let named =
        alt((day, month_and_year, bare_month, numbered_part, dated_short_part, dated_season, decade, century, holiday, year));
    let relative = alt((shifted_unit, nearest, day_word, framed_weekday));
    let part_of_day = map(pair(day_part, opt(day_word)), |(part, day)| day.unwrap_or(THAT_DAY).at(Some(Clock::Part(part))));
    alt((named, relative, part_of_day)).parse(input)
}

/// `the year`, `the month`, `the week`: the one that now is.
fn spoken_of(input: Tokens<'_>, article: bool) -> PResult<'_, Moment> {
    let (rest, unit) = unit(input)?;
    if !article || !(Unit::Week..=Unit::Century).contains(&unit) {
        return no_match();
    }
    // `mid-year 2026`
    let (rest, year) =
        opt(verify(preceded(opt(word("of")), four_digit_year), |_| unit == Unit::Year && !article_before(input))).parse(rest)?;
    let now = Frame::Shift { unit, count: 0, from: Anchor::Speech };
    Ok((rest, Moment::new(year.map_or(now, Frame::Year), Field::Whole)))
}

fn article_before(input: Tokens<'_>) -> bool {
    previous_is(input, &["the"])
}

fn modifier(word: Lexeme<'_>) -> Option<DateModifier> {
    Some(match word.value.trim_end_matches(" noun") {
        "BEFORE" => DateModifier::Before,
        "AFTER" => DateModifier::After,
        "START" => DateModifier::Start,
        "MID" => DateModifier::Mid,
        "END" => DateModifier::End,
        "APPROX" => DateModifier::Approx,
        "LESS_THAN" => DateModifier::LessThan,
        "MORE_THAN" => DateModifier::MoreThan,
        "EQUAL_OR_LESS" => DateModifier::EqualOrLess,
        "EQUAL_OR_MORE" => DateModifier::EqualOrMore,
        _ => return None,
    })
}

/// A rule's production: `over twelve years`, `about a decade`, `nearly two years ago`, `at least the past 18 months`.
pub(super) fn inexact(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, modifying) = lex(Classes::TIME_MODIFIER)(input)?;
    if !Ahead::at(rest).classes.any(Classes::CALENDAR_UNIT) {
        return no_match();
    }
    // `over the past five years` is no modifier: the article parts them.
    // `at least the past five years`, `almost the entire year`
    let past = verify(preceded(word("the"), shifted), |_| modifying.value.contains("EQUAL") || modifying.value == "LESS_THAN");
    let (rest, time) = alt((offset, verify(distant, |time| !compares(*time)), map(alt((length, past)), Time::Length), |input| {
        one_unit(input).map(|(rest, found)| (rest, found.time))
    }))
    .parse(rest)?;
    // `over several years`: nothing is more than that.
    if modifying.value == "MORE_THAN" && matches!(time, Time::Length(Length { count: Count::Unknown, .. })) {
        return no_match();
    }
    // `grew 9.7% over five years` says in which time, not how long at least.
    let preposition = modifying.value == "MORE_THAN" && after_share(input);
    // `more than a year earlier` compares with that year.
    let compared = words(&["earlier", "later", "before"])(rest).is_ok();
    if !stands_free(rest) || preposition || compared {
        return no_match();
    }
    let (rest, found) = bare(input, move |_| Ok((rest, time)))?;
    let modifier = modifier(modifying);
    let modifier = if let Time::Offset { count, .. } = found.time { beyond(modifier, count) } else { modifier };
    Ok((rest, found.modified(modifier)))
}

/// What a modifier of the count makes of the day counted to: `more than 2 weeks before 6 May` is before 22 April, and `less
/// than 2 weeks` no part of that day.
fn beyond(modifier: Option<DateModifier>, count: i32) -> Option<DateModifier> {
    match modifier {
        Some(DateModifier::MoreThan) if count < 0 => Some(DateModifier::Before),
        Some(DateModifier::MoreThan) => Some(DateModifier::After),
        Some(DateModifier::Approx) => modifier,
        _ => None,
    }
}

/// Whether `over` stands here behind a share or a number, as its preposition.
fn after_share(input: Tokens<'_>) -> bool {
    let share = |token: &Token| matches!(token.kind, Kind::Percent | Kind::Number) || token.is(Classes::PERCENT);
    input.written().eq_ignore_ascii_case("over") && input.previous().is_some_and(share)
}

/// Whether the date is what something is compared with: `more than a year earlier`.
fn compares(time: Time) -> bool {
    matches!(time, Time::Moment(Moment { frame: Frame::Shift { from: Anchor::Discourse, .. }, .. }))
}

/// A rule's production: `around 7:15 p.m.`, `about noon`, `around November 1`, `circa 1950`.
pub(super) fn inexact_moment(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, word) = lex(Classes::TIME_MODIFIER)(input)?;
    if word.value != "APPROX" || input.written().eq_ignore_ascii_case("some") {
        return no_match();
    }
    let timed = map(clock, |clock| THAT_DAY.at(Some(clock)));
    let (rest, moment) = alt((timed, day, month_and_year, bare_year, decade)).parse(rest)?;
    if !stands_free(rest) {
        return no_match();
    }
    let (rest, found) = bare(input, move |_| Ok((rest, Time::Moment(moment))))?;
    Ok((rest, found.modified(modifier(word))))
}

#[cfg(test)]
mod tests {
    use crate::fact::DateModifier;
    use crate::testing::{check_dates, check_dates_on};

    #[test]
    fn parts_of_a_period() {
        check_dates("By [the end of 2023] and in [early 2025] it fell.", &["2023", "2025"]);
        check_dates("In [mid-November 2024] and [late Q2 2026] it fell.", &["2024-11", "2026-Q2"]);
        check_dates(
            "By [mid-year 2026] and in [the mid-1990s], [pre-2019] and [post-2030], it fell.",
            &["2026", "199", "2019", "2030"],
        );
        check_dates_on("2024-11-14", "Since [the turn of the year], and by [mid-century], it fell.", &["2024", "20"]);
        check_dates(
            "At the [mid-November 2024] poll, and before the opening of the [2000] Games, it fell.",
            &["2024-11", "2000"],
        );
        check_dates("It fell in [the early hours of 6 May 2024], in early hours of work.", &["2024-05-06"]);
        check_dates("In [early to mid-2025] and [mid to late November 2024] it fell.", &["2025", "2024-11"]);
        check_dates("The [post-2015] agenda, early to bed; [late 2024] or [early 2025].", &["2015", "2024", "2025"]);
        check_dates_on("2024-11-14", "It fell [early Friday morning].", &["2024-11-08TMO"]);
        check_dates("It will end in [2150]. It began [early in 2024].", &["2150", "2024"]);
        check_dates("The Evening Post [2024] guide, in mid-air.", &["2024"]);
        check_dates_on(
            "2024-11-14",
            "By [the end of the year], [end of month] and for [the rest of 2024] it fell.",
            &["2024", "2024-11", "2024"],
        );
        check_dates("The end of the road and the rest of the world came early.", &[]);
        check_dates("At [end-March 2024] and by [end 2025] it fell.", &["2024-03", "2025"]);
        check_dates("Talks start [May 6, 2024] and end [July 8, 2024], opening 2000 doors.", &["2024-05-06", "2024-07-08"]);
    }

    #[test]
    fn more_than_so_long_before_a_day_is_before() {
        let modifier = |text: &str| crate::Extractor::default().extract(text).dates[0].modifier;
        assert_eq!(modifier("It closed more than 2 weeks before 6 May 2024."), Some(DateModifier::Before));
        assert_eq!(modifier("It closed more than 2 weeks after 6 May 2024."), Some(DateModifier::After));
        assert_eq!(modifier("It closed less than 2 weeks before 6 May 2024."), None);
        assert_eq!(modifier("It lasted more than 2 weeks."), Some(DateModifier::MoreThan));
    }

    #[test]
    fn inexact() {
        check_dates("He spent [over twelve years] and [nearly a decade] there.", &["P12Y", "P10Y"]);
        check_dates("It grew over [several years], for [at least the past 18 months].", &["PXY", "P18M"]);
        check_dates("He spent [almost a hundred years] there.", &["P100Y"]);
        check_dates("It opened [more than two weeks before 6 May 2024] there.", &["2024-04-22"]);
        check_dates("He worked over the weekdays, about five boats.", &[]);
    }
}
