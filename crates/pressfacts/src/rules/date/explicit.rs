//! Dates that name their month or year: `November 6, 2024`, `6 November`, `2024-11-06`, `November 2024`, `2024`.

use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, peek, value};
use nom::multi::many_m_n;
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

use super::day::{day, ends_day};
use super::mention::{bare, ends_clause, led_to, moment_mention, previous_is, previous_of, stands_free, with_article};
use super::numeric::numbered_month;
use super::relative::shifted_year;
use super::syntax::{DateSyntax, Field, Frame, Moment, Time};
use super::year::counts_things;
use crate::grammar::calendar::{day_number, month, numbered_ordinal_day, opt_comma, two_digit_year, weekday, year};
use crate::lexicon::Classes;
use crate::parse::{NoMatch, PResult, Tokens, glued, kind, no_match, word, words};
use crate::token::{Case, Kind, Token};

/// Words that a month or year may follow when it is a date and no name.
pub(super) const DATE_CONTEXT: Classes = Classes::of(&[
    Classes::CONNECTOR,
    Classes::BOUND,
    Classes::SHIFT,
    Classes::PERIOD_PART,
    Classes::DATE_JOINER,
    Classes::EVERY,
    Classes::TIME_MODIFIER,
    Classes::MONTH,
]);

/// Most days between the first of a list and the last, which names the month.
const LONGEST_LIST: usize = 12;

/// A rule's production: a day with its month.
pub(super) fn calendar_day(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    // `the 6th of November` takes its article, `the 6 November meeting` does not.
    let ordinal = |token: &Token| token.is(Classes::ORDINAL) || token.is(Classes::CARDINAL);
    let ended =
        input.take_from(1.min(input.input_len())).first().is_some_and(|next| next.glued() && next.is(Classes::ORDINAL_SUFFIX));
    if ended || input.first().is_some_and(ordinal) {
        return with_article(input, map(verify_free(day), Time::Moment));
    }
    moment_mention(input, verify_free(day))
}

/// A rule's production: a month, with its year or without.
pub(super) fn calendar_month(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    moment_mention(input, verify_free(alt((month_and_year, bare_month, numbered_month))))
}

/// A rule's production: `the month of October 2002`.
pub(super) fn the_month_of(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let named =
        preceded((word("month"), word("of")), alt((month_and_year, map(month, |month| framed(None, Field::Month(month))))));
    if previous_is(input, &["the"]) { with_article(input, map(verify_free(named), Time::Moment)) } else { no_match() }
}

/// A rule's production: a day whose month follows in a list or range further on: the `6` of `6 and 7 November`.
pub(super) fn listed_day(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, first) = day_number(input)?;
    let (after, _) = many_m_n(0, LONGEST_LIST, preceded(kind(Kind::Comma), day_number)).parse(rest)?;
    let (after, _) = (opt_comma, words(&["and", "or", "&"]), opt(word("the"))).parse(after)?;
    let (_, last) = day(after)?;
    match last.field {
        Field::Day { month: Some(month), day } if first < day => {
            let time = Time::Moment(Moment::new(last.frame, Field::Day { month: Some(month), day: first }));
            let ordinal = rest.previous().is_some_and(|token| token.is(Classes::ORDINAL_SUFFIX));
            let production = move |_| Ok((rest, time));
            let (rest, found) = if ordinal { with_article(input, production)? } else { bare(input, production)? };
            Ok((rest, found.shared()))
        }
        _ => no_match(),
    }
}

/// A rule's production: a further day of a list, its month before it: the `7` of `November 6 and 7, 2024`.
pub(super) fn further_day(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    if !input
        .previous()
        .is_some_and(|joiner| joiner.kind == Kind::Comma || joiner.is(Classes::CONNECTOR) || joiner.kind == Kind::Ampersand)
    {
        return no_match();
    }
    // `October 2nd, 8th and 14th`
    let in_list = |token: &&Token| {
        matches!(token.kind, Kind::Number | Kind::Comma | Kind::Ampersand)
            || token.is(Classes::CONNECTOR)
            || token.is(Classes::ORDINAL_SUFFIX)
    };
    let list = input.before().iter().rev().take(LONGEST_LIST).take_while(in_list).count();
    let Some(month_at) = (input.position() - list).checked_sub(1).map(|at| input.at(at)) else { return no_match() };
    let mut days_before = pair(month, many_m_n(1, LONGEST_LIST, terminated(day_number, list_joint)));
    let (reached, (month, _)) = days_before.parse(month_at.take(list + 1))?;
    if reached.position() != input.position() {
        return no_match();
    }
    let (rest, day) = day_number(input)?;
    // The last has the year; one before another has none of its own.
    let (rest, year) = if preceded(list_joint, day_number).parse(rest).is_ok() {
        let (end, _) = many_m_n(1, LONGEST_LIST, preceded(list_joint, day_number)).parse(rest)?;
        (rest, opt_year(end)?.1)
    } else if previous_is(input, &["and", "&"]) {
        opt_year(rest)?
    } else {
        // `July 1st, 17 times`
        return no_match();
    };
    if year.is_none() && !ends_day(rest) {
        return no_match();
    }
    let moment = framed(year, Field::Day { month: Some(month), day });
    let (rest, found) = bare(input, move |_| Ok((rest, Time::Moment(moment))))?;
    Ok((rest, if year.is_some() { found } else { found.shared() }))
}

/// What stands between the days of a list.
fn list_joint(input: Tokens<'_>) -> PResult<'_, ()> {
    let and = || words(&["and", "&"]);
    alt((value((), and()), value((), pair(kind(Kind::Comma), opt(and()))))).parse(input)
}

/// `November 2024`, `November of 2024`, `April of this year`, `Nov. '24`.
pub(super) fn month_and_year(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, month) = month(input)?;
    year_of_month(rest, month)
}

/// The year behind that month.
pub(super) fn year_of_month(input: Tokens<'_>, month: u32) -> PResult<'_, Moment> {
    let (rest, _) = opt(glued(kind(Kind::Hyphen))).parse(input)?;
    let (after, frame) = alt((map_opt(opt_year, |frame| frame), short_year_of)).parse(rest)?;
    // `in November 2000 people came`; `the November 2024 elections` were held then.
    let likely = matches!(frame, Frame::Year(1900..=2100)) && !rest.written().ends_with("00");
    if after.position() == rest.position() + 1 && !likely && counts_things(after, rest) {
        return no_match();
    }
    Ok((after, Moment::new(frame, Field::Month(month))))
}

/// A month without a year.
pub(super) fn bare_month(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, month) = month(input)?;
    let Some(token) = input.first() else { return no_match() };
    let abbreviated = input.written().len() <= 5 && !token.has_full_stop() && token.case != Case::Upper;
    // `SEP`, `OCT` in a text that is not all in capitals are acronyms.
    let acronym = token.case == Case::Upper && input.written().len() == 3;
    let ambiguous =
        acronym || token.is(Classes::AMBIGUOUS_MONTH) || abbreviated && month != 6 && month != 7 && input.written().len() < 4;
    let name_follows = rest.first().is_some_and(|next| {
        next.capitalized() && !next.is(Classes::WEEKDAY) && !next.is(Classes::MONTH) && next.kind == Kind::Word
    });
    let strong = led_to(input, "month");
    if previous_is(input, &["on"]) {
        return no_match();
    }
    let articled = previous_is(input, &["the", "a", "an"]);
    // `a June agreement`; `the May government` may be a person's.
    let adjective =
        articled && month != 5 && rest.first().is_some_and(|next| next.case == Case::Lower && !next.is(Classes::CONNECTOR));
    // `in the april`: small letters are no name's.
    let lower = articled && token.case == Case::Lower && led_to(input.at(input.position() - 1), "month") && ends_clause(rest);
    let context = (previous_of(input, DATE_CONTEXT) || strong) && !articled || adjective || lower;
    if ambiguous && (!(context || after_mid(input)) || (name_follows || acronym) && !strong) {
        return no_match();
    }
    Ok((rest, Moment::new(Frame::Open, Field::Month(month))))
}

pub(super) fn after_mid(input: Tokens<'_>) -> bool {
    input.previous().is_some_and(|token| token.kind == Kind::Hyphen)
        && input.before().iter().rev().nth(1).is_some_and(|token| token.is(Classes::PERIOD_PART))
}

/// A year behind a month or day, after a comma or `of`, or without.
pub(super) fn opt_year(input: Tokens<'_>) -> PResult<'_, Option<Frame>> {
    if !may_be_year(input) {
        return Ok((input, None));
    }
    let joint = alt((value((), kind(Kind::Comma)), value((), words(&["of", "in"]))));
    let relative = preceded(opt(words(&["of", "in", ","])), shifted_year);
    let given = preceded(opt(joint), map(terminated(year, peek(free_end)), Frame::Year));
    opt(alt((given, relative))).parse(input)
}

/// Whether a year may stand here, a comma or `of` before it: told before it is read.
fn may_be_year(input: Tokens<'_>) -> bool {
    let joint = input.first().is_some_and(|joint| joint.kind == Kind::Comma) || words(&["of", "in"])(input).is_ok();
    let start = input.at(input.position() + usize::from(joint));
    start.first().is_some_and(|first| {
        first.kind == Kind::Number && first.span.len() == 4
            || matches!(first.kind, Kind::Apostrophe | Kind::OpenQuote)
            || first.opens.any(Classes::of(&[Classes::CARDINAL, Classes::SHIFT]))
            || first.reads("the", input.document.text)
    })
}

/// The `of 87` of `April of 87`.
fn short_year_of(input: Tokens<'_>) -> PResult<'_, Frame> {
    let (rest, year) = preceded(word("of"), two_digit_year).parse(input)?;
    if ends_clause(rest) && stands_free(rest) { Ok((rest, Frame::Year(year))) } else { no_match() }
}

/// Succeeds, taking nothing, where a number could end.
pub(super) fn free_end(input: Tokens<'_>) -> PResult<'_, ()> {
    if stands_free(input) { Ok((input, ())) } else { no_match() }
}

/// A day of a month unnamed: `the 18th`.
pub(super) fn numbered_day(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    if !previous_is(input, &["the"]) {
        return no_match();
    }
    let article_at = input.at(input.position() - 1);
    if !led_to(article_at, "day") {
        return no_match();
    }
    let production = map(numbered_ordinal_day, |day| Time::Moment(Moment::new(Frame::Open, Field::Day { month: None, day })));
    let (rest, found) = with_article(input, production)?;
    let noun_follows = rest.first().is_some_and(|next| next.kind == Kind::Word && !next.is(Classes::CONNECTOR));
    if noun_follows || !stands_free(rest) { no_match() } else { Ok((rest, found)) }
}

/// A weekday by itself.
pub(super) fn bare_weekday(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, number) = weekday(input)?;
    let Some(token) = input.first() else { return no_match() };
    let plural = input.written().to_ascii_lowercase().ends_with("days");
    let short = token.span.len() <= 4 && !token.has_full_stop();
    if short || plural || token.case == Case::Lower {
        return no_match();
    }
    Ok((rest, Moment::new(Frame::Open, Field::Weekday(number))))
}

/// The field, in a year where one was found.
pub(super) fn framed(year: Option<Frame>, field: Field) -> Moment {
    Moment::new(year.unwrap_or(Frame::Open), field)
}

/// What the production finds, where it does not end in the middle of something.
pub(super) fn verify_free<'t>(
    mut production: impl Parser<Tokens<'t>, Output = Moment, Error = NoMatch>,
) -> impl FnMut(Tokens<'t>) -> PResult<'t, Moment> {
    move |input| {
        let (rest, moment) = production.parse(input)?;
        if stands_free(rest) { Ok((rest, moment)) } else { no_match() }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_dates, check_dates_on};

    #[test]
    fn days_in_any_order_and_spelling() {
        check_dates("On [November 6, 2024], it rained.", &["2024-11-06"]);
        check_dates("On [6 November 2024] it rained.", &["2024-11-06"]);
        check_dates("On [the 6th of November 2024] it rained.", &["2024-11-06"]);
        check_dates("On [Wednesday, 6th November, 2024] it rained.", &["2024-11-06"]);
        check_dates("It rained on [14-Nov-24] there.", &["2024-11-14"]);
        check_dates("It rained on [Nov. 6, 2024] there.", &["2024-11-06"]);
        check_dates("On [the twenty-first of March, two thousand and twenty-four] it rained.", &["2024-03-21"]);
        check_dates("It rained on [Jan/3/2024] and on [twenty five January nineteen eighty six].", &["2024-01-03", "1986-01-25"]);
        check_dates_on("2024-01-14", "It rained on [Jan/3], not Jan/32.", &["2024-01-03"]);
        check_dates("He paid $12 [December 27, 2024] there.", &["2024-12-27"]);
        check_dates_on(
            "2024-11-14",
            "It sits on [Saturday, February 1] and on [12 May (Sunday)].",
            &["2025-02-01", "2024-05-12"],
        );
        check_dates_on("2024-11-14", "It will sit on [Monday, May 13].", &["2024-05-13"]);
        check_dates("On November 2000 boats, it rained.", &[]);
        check_dates("It rained on November 31, 2024 there.", &["2024"][..0]);
    }

    #[test]
    fn lists_share_month_and_year() {
        check_dates("They met on [6] and [7 November 2024] there.", &["2024-11-06", "2024-11-07"]);
        check_dates("They met on [November 6] and [7, 2024] there.", &["2024-11-06", "2024-11-07"]);
        check_dates_on("2024-11-14", "They met on [October 2nd] and [14th, 2024] there.", &["2024-10-02", "2024-10-14"]);
        check_dates("They met on [November 5], [6] and [7, 2024] there.", &["2024-11-05", "2024-11-06", "2024-11-07"]);
        check_dates("They met on [the 1st] and [2nd of May 2024] there.", &["2024-05-01", "2024-05-02"]);
        check_dates("They met on [November 5], 17 times, in 6 and 7 rooms.", &["XXXX-11-05"]);
        check_dates(&"1, ".repeat(2000), &[]);
    }

    #[test]
    fn months() {
        check_dates("In [November 2024] it rained.", &["2024-11"]);
        check_dates("In [May of 2024] and in [the month of October 2002] it rained, a month of rain.", &["2024-05", "2002-10"]);
        check_dates("The [November 2024] elections and the [april 2017] bonus.", &["2024-11", "2017-04"]);
        check_dates("It rained in [12/2015] and by [06-2016], see Decree 12-2015 and No. 3/2016.", &["2015-12", "2016-06"]);
        check_dates("You may march there with April Jones, Dr. May and the Sun.", &[]);
        check_dates("Under an [April] plan and the [March] accession, it rose.", &["XXXX-04", "XXXX-03"]);
        check_dates("Born in [April of 87], as in [April] of 87 people.", &["1987-04", "1987-04"]);
        check_dates("It rained in the [april], and in the may.", &["XXXX-04"]);
        check_dates("The May government and the march home.", &[]);
        check_dates("It is paid during [June] (the interim one).", &["XXXX-06"]);
        check_dates("The SEP holders and Mar Lodge agree.", &[]);
    }
}
