//! Dates that name their month or year: `November 6, 2024`, `6 November`, `2024-11-06`, `November 2024`, `2024`.

use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, peek, value, verify};
use nom::multi::many0_count;
use nom::sequence::{delimited, preceded, terminated};
use nom::{Input, Parser};

use super::mention::{bare, moment_mention, previous_is, previous_of, stands_free, with_article};
use super::relative::shifted_year;
use super::syntax::{DateSyntax, Field, Frame, Moment, Time};
use crate::grammar::calendar::{
    day_number, day_of_month, four_digit_year, month, numbered_ordinal_day, opt_comma, ordinal_number, spelled_year,
    two_digit_year, weekday, year,
};
use crate::grammar::number::plain_integer;
use crate::lexicon::Classes;
use crate::parse::{NoMatch, PResult, Tokens, glued, kind, lex, no_match, word, words};
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
    moment_mention(input, verify_free(alt((month_and_year, bare_month))))
}

/// A rule's production: a year by itself.
pub(super) fn calendar_year(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    moment_mention(input, verify_free(bare_year))
}

/// A rule's production: a year in words: `nineteen ninety-six`.
pub(super) fn year_in_words(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, found) = moment_mention(input, map(verify(spelled_year, |year| (1500..2100).contains(year)), whole))?;
    let hyphened = rest.first().is_some_and(|next| next.kind == Kind::Hyphen && next.glued());
    // `two thousand` alone is a number.
    if hyphened || input.until(rest).len() == 2 && rest.previous().is_some_and(|token| token.is(Classes::SCALE)) {
        return no_match();
    }
    Ok((rest, found))
}

/// A rule's production: `the year 2000`, `the year two thousand`.
pub(super) fn the_year(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    with_article(input, map(preceded((word("year"), opt(word("of"))), year), |year| Time::Moment(whole(year))))
}

/// A rule's production: a day whose month follows in a list or range further on: the `6` of `6 and 7 November`.
pub(super) fn listed_day(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, first) = day_number(input)?;
    let (after, _) = many0_count(preceded(kind(Kind::Comma), day_number)).parse(rest)?;
    let (after, _) = (opt_comma, words(&["and", "or", "&"])).parse(after)?;
    let (_, last) = day(after)?;
    match last.field {
        Field::Day { month: Some(month), day } if first < day => {
            let field = Field::Day { month: Some(month), day: first };
            bare(input, move |_| Ok((rest, Time::Moment(Moment::new(last.frame, field)))))
        }
        _ => no_match(),
    }
}

/// A rule's production: a further day of a list, its month before it: the `7` of `November 6 and 7, 2024`.
pub(super) fn further_day(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let before = input.before();
    let [.., month_token, first, joiner] = before else { return no_match() };
    let text = input.document.text;
    if !month_token.is(Classes::MONTH) || first.kind != Kind::Number || !["and", "&"].contains(&joiner.span.of(text)) {
        return no_match();
    }
    let (_, month) = month(input.at(input.position() - 3))?;
    let (rest, day) = verify(day_number, |_| true).parse(input)?;
    let (rest, year) = opt_year(rest)?;
    if year.is_none() && !ends_day(rest) {
        return no_match();
    }
    bare(input, move |_| Ok((rest, Time::Moment(framed(year, Field::Day { month: Some(month), day })))))
}

/// A day with its month, in any order and spelling, its weekday before or behind.
pub(super) fn day(input: Tokens<'_>) -> PResult<'_, Moment> {
    let named = alt((joined_day, month_day_year, day_month_year, year_month_day));
    let numeric = alt((iso_day, dotted_day, numeric_day));
    preceded(opt(weekday_before), alt((named, numeric))).parse(input)
}

/// `Thursday,`, `on Thursday the`: a weekday that a date follows.
fn weekday_before(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), (weekday, opt_comma, opt(word("the")))).parse(input)
}

/// `November 6, 2024`, `November 6`, `Nov. the 6th`, `November-6-2024`.
fn month_day_year(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, month) = month(input)?;
    let (rest, _) = opt(alt((value((), word("the")), value((), glued(kind(Kind::Hyphen)))))).parse(rest)?;
    let day_start = rest;
    let (rest, day) = day_of_month(rest)?;
    let (rest, year) = opt_year(rest)?;
    if year.is_none()
        && (!ends_day(rest) || day_start.first().is_some_and(|token| token.kind == Kind::Word) && !ends_clause(rest))
    {
        return no_match();
    }
    let (rest, _) = opt_weekday_behind(rest)?;
    Ok((rest, framed(year, Field::Day { month: Some(month), day })))
}

/// `6 November 2024`, `the 6th of November`, `6-Nov-24`, `6 Nov.`
fn day_month_year(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, day) = day_of_month(input)?;
    let (rest, dashed) = opt(glued(kind(Kind::Hyphen))).parse(rest)?;
    let (rest, _) = opt(words(&["of", "day"])).parse(rest)?;
    let (rest, _) = opt(word("of")).parse(rest)?;
    let (rest, month) = month(rest)?;
    let (rest, year) = if dashed.is_some() {
        let short = map(alt((four_digit_year, two_digit_year)), Frame::Year);
        opt(preceded(glued(kind(Kind::Hyphen)), short)).parse(rest)?
    } else {
        opt_year(rest)?
    };
    let (rest, _) = opt_weekday_behind(rest)?;
    Ok((rest, framed(year, Field::Day { month: Some(month), day })))
}

/// `22/Jan/2019`, `Sep-23-2020`, `2019-Aug-1`: a named month with the same mark on both sides.
fn joined_day(input: Tokens<'_>) -> PResult<'_, Moment> {
    let mark = || glued(alt((kind(Kind::Hyphen), kind(Kind::Slash))));
    let day = || glued(day_number);
    let year = || glued(alt((four_digit_year, two_digit_year)));
    let day_first = map((day_number, mark(), glued(month), mark(), year()), |(day, _, month, _, year)| (year, month, day));
    let month_first = map((month, mark(), day(), mark(), glued(four_digit_year)), |(month, _, day, _, year)| (year, month, day));
    let year_first = map((four_digit_year, mark(), glued(month), mark(), day()), |(year, _, month, _, day)| (year, month, day));
    map(alt((day_first, month_first, year_first)), |(year, month, day)| {
        framed(Some(Frame::Year(year)), Field::Day { month: Some(month), day })
    })
    .parse(input)
}

/// `2024 November 6`, `2024, Nov. 6`.
fn year_month_day(input: Tokens<'_>) -> PResult<'_, Moment> {
    map((four_digit_year, opt_comma, month, day_number), |(year, _, month, day)| {
        framed(Some(Frame::Year(year)), Field::Day { month: Some(month), day })
    })
    .parse(input)
}

/// `2024-11-06`, `2024/11/06`.
fn iso_day(input: Tokens<'_>) -> PResult<'_, Moment> {
    let number = |longest| verify(plain_integer, move |number| *number <= longest);
    let mark = || alt((kind(Kind::Hyphen), kind(Kind::Slash)));
    let (rest, (year, _, month, _, day)) =
        (four_digit_year, glued(mark()), glued(number(12)), glued(mark()), glued(number(31))).parse(input)?;
    if month == 0 || day == 0 {
        return no_match();
    }
    Ok((rest, framed(Some(Frame::Year(year)), Field::Day { month: Some(month), day })))
}

/// `14.11.2024`, `2024.11.14`: one number to the lexer.
fn dotted_day(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, _) = kind(Kind::Number)(input)?;
    let mut fields = input.written().split('.').map(|field| field.parse::<u32>().unwrap_or_default());
    let (Some(first), Some(second), Some(third), None) = (fields.next(), fields.next(), fields.next(), fields.next()) else {
        return no_match();
    };
    match (first, third) {
        (1000..=2999, 1..=31) if (1..=12).contains(&second) => {
            Ok((rest, framed(Some(Frame::Year(first.cast_signed())), Field::Day { month: Some(second), day: third })))
        }
        (1..=31, 1000..=2999) if plausible(first, second) => {
            Ok((rest, framed(Some(Frame::Year(third.cast_signed())), Field::Numeric { first, second })))
        }
        _ => no_match(),
    }
}

/// `11/14/2024`, `14-11-2024`, `11/14/24`, and `9/11`, the day that goes by its date.
fn numeric_day(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, first) = short_number(input)?;
    let (rest, mark) = glued(alt((kind(Kind::Slash), kind(Kind::Hyphen))))(rest)?;
    let (rest, second) = glued(short_number)(rest)?;
    if !plausible(first, second) {
        return no_match();
    }
    let same_mark = |input| glued(kind(mark.kind))(input);
    let slashed = mark.kind == Kind::Slash;
    let short = verify(glued_two_digit_year, |_| slashed);
    let (rest, year) = opt(preceded(same_mark, alt((glued(four_digit_year), short)))).parse(rest)?;
    match year {
        Some(year) => Ok((rest, framed(Some(Frame::Year(year)), Field::Numeric { first, second }))),
        None if slashed && (first, second) == (9, 11) && input.written() == "9" => {
            Ok((rest, framed(Some(Frame::Year(2001)), Field::Day { month: Some(9), day: 11 })))
        }
        None if slashed && (previous_is(input, &["on", "by", "until", "since"]) || previous_of(input, Classes::WEEKDAY)) => {
            Ok((rest, framed(None, Field::Numeric { first, second })))
        }
        None => no_match(),
    }
}

fn glued_two_digit_year(input: Tokens<'_>) -> PResult<'_, i32> {
    glued(two_digit_year)(input)
}

fn short_number(input: Tokens<'_>) -> PResult<'_, u32> {
    verify(verify(plain_integer, |number| (1..=31).contains(number)), |_| input.written().len() <= 2).parse(input)
}

/// Whether one of the two numbers can be a month and the other a day.
fn plausible(first: u32, second: u32) -> bool {
    let (low, high) = (first.min(second), first.max(second));
    (1..=12).contains(&low) && (1..=31).contains(&high)
}

/// `November 2024`, `November of 2024`, `April of this year`, `Nov. '24`.
pub(super) fn month_and_year(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, month) = month(input)?;
    let (rest, _) = opt(glued(kind(Kind::Hyphen))).parse(rest)?;
    let (after, frame) = map_opt(opt_year, |frame| frame).parse(rest)?;
    // `in November 2000 people came`
    if after.position() == rest.position() + 1 && counts_things(after, rest) {
        return no_match();
    }
    Ok((after, Moment::new(frame, Field::Month(month))))
}

/// A month without a year.
pub(super) fn bare_month(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, month) = month(input)?;
    let Some(token) = input.first() else { return no_match() };
    let abbreviated = input.written().len() <= 5 && !token.has_full_stop(input.document.text) && token.case != Case::Upper;
    // `SEP`, `OCT` in a text that is not all in capitals are acronyms.
    let acronym = token.case == Case::Upper && input.written().len() == 3;
    let ambiguous =
        acronym || token.is(Classes::AMBIGUOUS_MONTH) || abbreviated && month != 6 && month != 7 && input.written().len() < 4;
    let name_follows = rest.first().is_some_and(|next| {
        next.capitalized() && !next.is(Classes::WEEKDAY) && !next.is(Classes::MONTH) && next.kind == Kind::Word
    });
    let strong =
        previous_is(input, &["in", "since", "until", "till", "early", "late", "mid", "last", "next", "this", "by", "to", "of"]);
    if previous_is(input, &["on"]) {
        return no_match();
    }
    let context = previous_of(input, DATE_CONTEXT) && !previous_is(input, &["the", "a", "an"]);
    if ambiguous && (!(context || after_mid(input)) || (name_follows || acronym) && !strong) {
        return no_match();
    }
    Ok((rest, Moment::new(Frame::Open, Field::Month(month))))
}

fn after_mid(input: Tokens<'_>) -> bool {
    input.previous().is_some_and(|token| token.kind == Kind::Hyphen)
        && input.before().iter().rev().nth(1).is_some_and(|token| token.is(Classes::PERIOD_PART))
}

/// A year that stands for itself: after a preposition, or where nothing shows that it counts or names things.
pub(super) fn bare_year(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, year) = four_digit_year(input)?;
    let preposition = previous_of(input, DATE_CONTEXT);
    let likely = (1900..=2100).contains(&year);
    if !likely
        && !previous_is(input, &["in", "since", "until", "by", "from", "of", "year", "to", "circa", "around", "before", "after"])
        || counts_things(rest, input)
        || labelled(input)
    {
        return no_match();
    }
    if !(preposition || likely) || is_part(input, rest) { no_match() } else { Ok((rest, whole(year))) }
}

/// Whether a number is glued to what stands around it, and so part of a name or code: `CIIE-2025`, `2024-2521`.
fn is_part(number: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let glued_number = |input: Tokens<'_>| input.first().is_some_and(|token| token.glued() && token.kind == Kind::Number);
    let code = rest.first().is_some_and(|mark| mark.glued() && mark.kind == Kind::Hyphen) && glued_number(rest.take_from(1));
    let Some(before) = number.previous().filter(|_| number.first().is_some_and(Token::glued)) else { return code };
    let after_number = number.before().iter().rev().nth(1).is_some_and(|token| token.kind == Kind::Number);
    let free = match before.kind {
        Kind::Open | Kind::OpenQuote | Kind::Quote | Kind::Dash => true,
        Kind::Slash => !after_number,
        Kind::Hyphen => after_mid(number),
        _ => false,
    };
    code || !free
}

/// Whether what follows a number of four digits shows it to be a count: `2000 people`, `1990 cities`.
fn counts_things(rest: Tokens<'_>, number: Tokens<'_>) -> bool {
    let Some(next) = rest.first() else { return false };
    if matches!(next.kind, Kind::Percent | Kind::Currency) || next.is(Classes::SCALE) && next.kind == Kind::Word {
        return true;
    }
    let round = number.written().ends_with("00");
    let lower = next.kind == Kind::Word && next.case == Case::Lower && !next.is(Classes::CONNECTOR);
    let unit = next.is(Classes::CALENDAR_UNIT) && !previous_is(number, &["the"]);
    let plural = rest.written().ends_with('s') && rest.written().len() > 3 && !rest.written().ends_with("ss")
        || ["people", "men", "women", "children", "km", "kg", "feet", "mw"]
            .iter()
            .any(|word| rest.written().eq_ignore_ascii_case(word));
    let in_year = previous_is(number, &["in", "since", "until", "the", "this", "fiscal"]);
    let since = previous_is(number, &["since", "the"]);
    lower && ((unit || plural) && !in_year || plural && round && !since)
}

/// Whether the number before the window names something: `Section 2019`, `$2000`, `No. 2021`.
fn labelled(input: Tokens<'_>) -> bool {
    input.previous().is_some_and(|token| {
        token.kind == Kind::Currency
            || token.is(Classes::NUMBER_LABEL)
            || token.kind == Kind::Symbol && input.first().is_some_and(Token::glued)
    })
}

/// A year behind a month or day, after a comma or `of`, or without.
pub(super) fn opt_year(input: Tokens<'_>) -> PResult<'_, Option<Frame>> {
    let joint = alt((value((), kind(Kind::Comma)), value((), words(&["of", "in"]))));
    let named = verify(alt((year, spelled_year)), |_| true);
    let relative = preceded(opt(words(&["of", "in", ","])), shifted_year);
    let given = preceded(opt(joint), map(terminated(named, peek(free_end)), Frame::Year));
    opt(alt((given, relative))).parse(input)
}

/// Succeeds, taking nothing, where a number could end.
fn free_end(input: Tokens<'_>) -> PResult<'_, ()> {
    if stands_free(input) { Ok((input, ())) } else { no_match() }
}

/// The weekday behind a date: `6 November (Wednesday)`, `November 6, Wednesday`.
fn opt_weekday_behind(input: Tokens<'_>) -> PResult<'_, Option<u32>> {
    let parenthesised = delimited(kind(Kind::Open), weekday, kind(Kind::Close));
    opt(parenthesised).parse(input)
}

/// Whether a day of the month can end here: nothing that the number would count follows.
fn ends_day(rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first() else { return true };
    if matches!(next.kind, Kind::Percent | Kind::Currency) || next.is(Classes::SCALE) || next.is(Classes::MONTH) {
        return false;
    }
    // `May 6:30`, `May 1,500`
    !(matches!(next.kind, Kind::Colon)
        && rest.take_from(1).first().is_some_and(|after| after.glued() && after.kind == Kind::Number))
        && stands_free(rest)
}

/// Whether a mark or the end follows.
fn ends_clause(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|next| !matches!(next.kind, Kind::Word | Kind::Number) || next.is(Classes::CONNECTOR))
}

/// A day of a month unnamed: `the 18th`.
pub(super) fn numbered_day(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    if !previous_is(input, &["the"]) {
        return no_match();
    }
    let article_at = input.at(input.position() - 1);
    if !previous_is(article_at, &["on", "by", "until", "since", "of", "before", "after"]) {
        return no_match();
    }
    let production = map(verify(numbered_ordinal_day, |_| true), |day| {
        Time::Moment(Moment::new(Frame::Open, Field::Day { month: None, day }))
    });
    let (rest, found) = with_article(input, production)?;
    let noun_follows = rest.first().is_some_and(|next| next.kind == Kind::Word && !next.is(Classes::CONNECTOR));
    if noun_follows || !stands_free(rest) { no_match() } else { Ok((rest, found)) }
}

/// `the 1990s`, `1990s`, `'80s`, `the nineties`.
pub(super) fn decade(input: Tokens<'_>) -> PResult<'_, Moment> {
    let ending = glued(alt((value((), word("s")), value((), kind(Kind::Possessive)))));
    let round = verify(plain_integer, |year| year % 10 == 0 && (input.written().len() == 4 && (1000..=2999).contains(year)));
    let full = map(terminated(round, ending), |year| Field::Decade(year.cast_signed() / 10));
    let aged = previous_is(input, &["his", "her", "their", "my", "our"]);
    let named = map(verify(lex(Classes::DECADE_WORD), |_| !aged), |word| Field::ShortDecade(word.number() as i32));
    map(alt((full, short_decade, named)), |field| Moment::new(Frame::Open, field)).parse(input)
}

/// `'80s`, `80s`, `the nineties`.
fn short_decade(input: Tokens<'_>) -> PResult<'_, Field> {
    let (start, mark) = opt(alt((kind(Kind::Apostrophe), kind(Kind::OpenQuote)))).parse(input)?;
    let mut digits = verify(plain_integer, |tens| tens % 10 == 0 && *tens < 100 && start.written().len() == 2);
    let (rest, tens) = digits.parse(start)?;
    let (rest, _) = glued(word("s"))(rest)?;
    let aged = previous_is(input, &["his", "her", "their", "my", "our"]);
    if aged || mark.is_none() && !previous_is(input, &["the", "early", "late", "mid"]) {
        return no_match();
    }
    Ok((rest, Field::ShortDecade(tens.cast_signed() / 10)))
}

/// `the 20th century`, `the twenty-first century`.
pub(super) fn century(input: Tokens<'_>) -> PResult<'_, Moment> {
    let number = terminated(ordinal_number, (opt(kind(Kind::Hyphen)), words(&["century", "centuries"])));
    map(verify(number, |number| (1..=30).contains(number)), |number| {
        Moment::new(Frame::Open, Field::Century(number.cast_signed() - 1))
    })
    .parse(input)
}

/// A rule's production: decades and centuries.
pub(super) fn decade_or_century(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    // The apostrophe of `'80s` is no trigger; the digits behind it are.
    let after_mark = input.first().is_some_and(Token::glued)
        && input.previous().is_some_and(|token| matches!(token.kind, Kind::Apostrophe | Kind::OpenQuote));
    let start = if after_mark { input.at(input.position() - 1) } else { input };
    with_article(start, map(verify_free(alt((decade, century))), Time::Moment))
}

/// A holiday, with its year or without.
pub(super) fn holiday(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, holiday) = crate::grammar::calendar::holiday(input)?;
    let (rest, year) = opt_year(rest)?;
    Ok((rest, framed(year, Field::Holiday(holiday))))
}

/// A rule's production: holidays.
pub(super) fn holiday_mention(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    moment_mention(input, verify_free(holiday))
}

/// A weekday by itself.
pub(super) fn bare_weekday(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, number) = weekday(input)?;
    let Some(token) = input.first() else { return no_match() };
    let plural = input.written().to_ascii_lowercase().ends_with("days");
    let short = token.span.len() <= 4 && !token.has_full_stop(input.document.text);
    if short || plural || token.case == Case::Lower {
        return no_match();
    }
    Ok((rest, Moment::new(Frame::Open, Field::Weekday(number))))
}

/// The moment that is a year.
pub(super) fn whole(year: i32) -> Moment {
    Moment::new(Frame::Year(year), Field::Whole)
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
    use crate::testing::check_dates;

    #[test]
    fn days_in_any_order_and_spelling() {
        check_dates("On [November 6, 2024], it rained.", &["2024-11-06"]);
        check_dates("On [6 November 2024] it rained.", &["2024-11-06"]);
        check_dates("On [the 6th of November 2024] it rained.", &["2024-11-06"]);
        check_dates("On [Wednesday, 6th November, 2024] it rained.", &["2024-11-06"]);
        check_dates("It rained on [14-Nov-24] there.", &["2024-11-14"]);
        check_dates("It rained on [Nov. 6, 2024] there.", &["2024-11-06"]);
        check_dates("On [the twenty-first of March, two thousand and twenty-four] it rained.", &["2024-03-21"]);
        check_dates("On November 2024 boats, it rained.", &[]);
        check_dates("It rained on November 31, 2024 there.", &["2024"][..0]);
    }

    #[test]
    fn numeric_days() {
        check_dates("It took effect on [2024-11-06] there.", &["2024-11-06"]);
        check_dates("It took effect on [14.11.2024] there.", &["2024-11-14"]);
        check_dates("It took effect on [14/11/2024] there.", &["2024-11-14"]);
        check_dates("Signed on [13/04/2024] and [05/04/2024] there.", &["2024-04-13", "2024-04-05"]);
        check_dates("Signed on [03/04/2024] there.", &["2024-03-04"]);
        check_dates("Signed on [22/Jan/2019] and [2019-Aug-01] there.", &["2019-01-22", "2019-08-01"]);
        check_dates("See 50/60/2018 and 14/15/2024.", &[]);
    }

    #[test]
    fn lists_share_month_and_year() {
        check_dates("They met on [6] and [7 November 2024] there.", &["2024-11-06", "2024-11-07"]);
        check_dates("They met on [November 6] and [7, 2024] there.", &["2024-11-06", "2024-11-07"]);
        check_dates("They met in 6 and 7 rooms.", &[]);
    }

    #[test]
    fn months() {
        check_dates("In [November 2024] it rained.", &["2024-11"]);
        check_dates("In [May of 2024] it rained.", &["2024-05"]);
        check_dates("You may march there with April Jones, Dr. May and the Sun.", &[]);
        check_dates("The SEP holders and Mar Lodge agree.", &[]);
    }

    #[test]
    fn years() {
        check_dates("It was signed in [2009], he said.", &["2009"]);
        check_dates("It was signed in [nineteen ninety-six] there.", &["1996"]);
        check_dates("Since [2017] it has grown.", &["2017"]);
        check_dates("Some 2000 people paid $2000 for Section 2019 in Room 1945 of Resolution 1701.", &[]);
        check_dates("Twenty twelve-inch pipes cost two thousand.", &[]);
    }

    #[test]
    fn decades_and_centuries() {
        check_dates("In [the 1990s] and [the '80s] it grew.", &["199", "198"]);
        check_dates("In [the nineties] it grew.", &["199"]);
        check_dates("In [the 21st century] it grew.", &["20"]);
        check_dates("He is in his nineties, a 21st guest.", &[]);
    }

    #[test]
    fn holidays() {
        check_dates("On [Thanksgiving Day 1999] they met.", &["1999-11-25"]);
        check_dates("On [Easter Sunday 2024] they met.", &["2024-03-31"]);
        check_dates("They gave thanks on Easter Island.", &[]);
    }
}
