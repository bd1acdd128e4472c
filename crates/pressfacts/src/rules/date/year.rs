//! Years, decades and centuries.

use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{preceded, terminated};
use nom::{Input, Parser};

use super::explicit::{DATE_CONTEXT, after_mid, verify_free};
use super::mention::{after_article, bare, led_to, moment_mention, previous_is, previous_of, with_article};
use super::syntax::{DateSyntax, Field, Frame, Moment, Time};
use crate::grammar::calendar::{apostrophe_year, four_digit_year, ordinal_number, spelled_year, two_digit_year, year};
use crate::grammar::number::plain_integer;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, lex_before, no_match, word, words};
use crate::token::{Case, Kind, Token};

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

/// A rule's production: the `'99` of `in '99`: two digits of a year, behind a word that leads to one.
pub(super) fn short_year(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let marked = input.previous().is_some_and(|mark| matches!(mark.kind, Kind::Apostrophe | Kind::OpenQuote));
    let mark = if marked { input.at(input.position() - 1) } else { return no_match() };
    if !led_to(mark, "year") {
        return no_match();
    }
    let closes = |next: &Token| next.glued() && !matches!(next.kind, Kind::Comma | Kind::Period | Kind::Semicolon | Kind::Close);
    let ends = |rest: Tokens<'_>| !rest.first().is_some_and(closes);
    let (rest, found) = bare(mark, map(apostrophe_year, |year| Time::Moment(whole(year))))?;
    if ends(rest) { Ok((rest, found)) } else { no_match() }
}

/// A rule's production: `the year 2000`, `the year two thousand`, `the year 2024-25`, `the full year 2024`.
pub(super) fn the_year(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let full = previous_is(input, &["full"]).then(|| input.at(input.position() - 1));
    let start = full.unwrap_or(input);
    if !after_article(start) {
        return no_match();
    }
    let (rest, year) = preceded((word("year"), opt(word("of"))), year).parse(input)?;
    // `the year 2024-25`
    let next = preceded(
        glued(alt((kind(Kind::Hyphen), kind(Kind::Slash), kind(Kind::Dash)))),
        glued(alt((four_digit_year, two_digit_year))),
    );
    let (rest, next) = opt(verify(next, |next| *next == year + 1)).parse(rest)?;
    let time = next.map_or(Time::Moment(whole(year)), |next| Time::Range(whole(year), whole(next)));
    with_article(start, move |_| Ok((rest, time)))
}

/// A rule's production: `CY2018`, `CY18`, `calendar 2019`, `calendar year 2019`.
pub(super) fn named_calendar_year(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let short = preceded(
        word("CY"),
        alt((verify(four_digit_year, |_| input.written() == "CY"), glued(four_digit_year), glued(two_digit_year))),
    );
    let long = preceded((word("calendar"), opt(word("year"))), four_digit_year);
    moment_mention(input, verify_free(map(alt((short, long)), whole)))
}

/// A year that stands for itself: after a preposition, or where nothing shows that it counts or names things.
pub(super) fn bare_year(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, year) = four_digit_year(input)?;
    let preposition = previous_of(input, DATE_CONTEXT);
    let likely = (1900..=2100).contains(&year);
    if !likely && !led_to(input, "year") || counts_things(rest, input) || labelled(input) {
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
pub(super) fn counts_things(rest: Tokens<'_>, number: Tokens<'_>) -> bool {
    let Some(next) = rest.first() else { return false };
    if matches!(next.kind, Kind::Percent | Kind::Currency) || next.is(Classes::SCALE) && next.kind == Kind::Word {
        return true;
    }
    if next.kind != Kind::Word || next.case != Case::Lower || next.is(Classes::CONNECTOR) {
        return false;
    }
    let round = number.written().ends_with("00");
    let unit = next.is(Classes::CALENDAR_UNIT) && !previous_is(number, &["the"]);
    // `bonus`, `crisis`, `business` are no plurals.
    let singular = next.is(Classes::NOT_PLURAL | Classes::NP_END)
        || ["ss", "us", "is"].iter().any(|ending| rest.written().ends_with(ending));
    let people = next.is(Classes::PLURAL) || ["km", "kg", "mw"].iter().any(|word| rest.written().eq_ignore_ascii_case(word));
    let plural = people || rest.written().ends_with('s') && rest.written().len() > 3 && !singular;
    let in_year = led_to(number, "counted-year");
    let since = previous_is(number, &["since", "the"]);
    // `its 2024 results`: few things come in such numbers, and those are said to be about or more than so many.
    let recent = !round && four_digit_year(number).is_ok_and(|(_, year)| RECENT.contains(&year));
    let counted = if recent { people || lex_before(number, Classes::QUALIFIER).is_some() } else { true };
    (unit || plural && counted) && !in_year || plural && round && !since
}

/// Years that press texts speak of most.
const RECENT: std::ops::RangeInclusive<i32> = 1990..=2040;

/// Whether the number before the window names something: `Section 2019`, `$2000`, `No. 2021`.
fn labelled(input: Tokens<'_>) -> bool {
    input.previous().is_some_and(|token| {
        token.kind == Kind::Currency
            || token.is(Classes::NUMBER_LABEL)
            || token.kind == Kind::Symbol && input.first().is_some_and(Token::glued)
    })
}

/// `the 1990s`, `1990s`, `'80s`, `the nineties`.
pub(super) fn decade(input: Tokens<'_>) -> PResult<'_, Moment> {
    let round = verify(plain_integer, |year| year % 10 == 0 && (input.written().len() == 4 && (1000..=2999).contains(year)));
    let full = map(terminated(round, decade_ending), |year| Field::Decade(year.cast_signed() / 10));
    let aged = led_to(input, "own");
    let named = map(verify(lex(Classes::DECADE_WORD), |_| !aged), |word| Field::ShortDecade(word.number() as i32));
    map(alt((full, short_decade, named)), |field| Moment::new(Frame::Open, field)).parse(input)
}

/// The `s` of `1990s`, `1990's`, and of `1990 s`, as some ways of storing text leave it.
fn decade_ending(input: Tokens<'_>) -> PResult<'_, ()> {
    let close = glued(alt((value((), word("s")), value((), kind(Kind::Possessive)))));
    let apart = value((), verify(word("s"), |_: &&Token| input.written() == "s"));
    alt((close, apart)).parse(input)
}

/// `'80s`, `80s`, `the nineties`.
fn short_decade(input: Tokens<'_>) -> PResult<'_, Field> {
    let (start, mark) = opt(alt((kind(Kind::Apostrophe), kind(Kind::OpenQuote)))).parse(input)?;
    let mut digits = verify(plain_integer, |tens| tens % 10 == 0 && *tens < 100 && start.written().len() == 2);
    let (rest, tens) = digits.parse(start)?;
    let (rest, _) = glued(word("s"))(rest)?;
    let aged = led_to(input, "own");
    // `the 1960s and 70s`
    let decade_before =
        input.before().iter().rev().nth(2).is_some_and(|token| token.kind == Kind::Number && token.span.len() == 4)
            && input.before().iter().rev().nth(1).is_some_and(Token::glued);
    let listed = previous_is(input, &["and", "or", "to"]) && decade_before;
    if aged || mark.is_none() && !listed && !previous_is(input, &["the", "early", "late", "mid"]) {
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

/// The moment that is a year.
pub(super) fn whole(year: i32) -> Moment {
    Moment::new(Frame::Year(year), Field::Whole)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_dates;

    #[test]
    fn years_of_two_digits() {
        check_dates("Listed in ['99] and sold in [’08], it closed.", &["1999", "2008"]);
        check_dates("Called '99, in '99' and in the team's '99ers, it closed.", &[]);
    }

    #[test]
    fn years() {
        check_dates("It was signed in [2009], he said.", &["2009"]);
        check_dates("[2025] marks the centenary. From [2026] onwards it grows.", &["2025", "2026"]);
        check_dates("Its final [2024] results beat their [2015] medians.", &["2024", "2015"]);
        check_dates("2000 marks were paid for about 2025 boats by 2024 people and 1985 boats.", &[]);
        check_dates("It was signed in [nineteen ninety-six] there.", &["1996"]);
        check_dates("In [the full year 2023] it grew, the full year of 5.", &["2023"]);
        check_dates("In [the year 2000] and [the year 2024-25] it grew.", &["2000", "2024/2025"]);
        check_dates("Since [2017] it has grown.", &["2017"]);
        check_dates(
            "In [CY2018], [cy19] and [calendar year 2020] it grew; the CY 300 and the calendar of 12 did not.",
            &["2018", "2019", "2020"],
        );
        check_dates("Some 2000 people paid $2000 for Section 2019 in Room 1945 of Resolution 1701.", &[]);
        check_dates("Twenty twelve-inch pipes cost two thousand.", &[]);
    }

    #[test]
    fn decades_and_centuries() {
        check_dates("In [the 1990s] and [the '80s] it grew.", &["199", "198"]);
        check_dates("In [the 1990 s] it grew, as in [1990] S. Lee did.", &["199", "1990"]);
        check_dates("In [the 1960s] and [70s] it grew, by 40s and 50s.", &["196", "197"]);
        check_dates("In [the nineties] and [the noughties] it grew.", &["199", "200"]);
        check_dates("In [the 21st century] it grew.", &["20"]);
        check_dates("He is in his nineties, a 21st guest.", &[]);
    }
}
