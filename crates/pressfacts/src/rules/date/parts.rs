//! Parts of a year: quarters, halves, seasons, `the first nine months of 2024`.

use nom::branch::alt;
use nom::combinator::{map, map_opt, not, opt, value, verify};
use nom::multi::many_m_n;
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

use super::explicit::{opt_year, verify_free};
use super::mention::{bare, date_word, ends_before, led_to, moment_mention, previous_is, previous_of, stands_free, with_article};
use super::relative::shifted_year;
use super::syntax::{Anchor, DateSyntax, Field, Frame, Moment, Recurrence, Rhythm, Time};
use super::week::shifted_month;
use crate::grammar::calendar::{Unit, four_digit_year, month, ordinal_number, season, two_digit_year, unit, weekday, year};
use crate::grammar::number::{number, plain_integer};
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, no_match, token, word, words};
use crate::token::{Kind, Token};

/// What a quarter or half of the calendar may be of.
const OF_TIME: Classes = Classes::of(&[
    Classes::CALENDAR_UNIT,
    Classes::FISCAL,
    Classes::SHIFT,
    Classes::TRADING_DAY,
    Classes::SEASON,
    Classes::DECADE_WORD,
    Classes::YEAR_NOUN,
    Classes::PERIOD_PART,
]);

/// Most quarters between the first of a list and the last.
const LONGEST_LIST: usize = 2;

/// A rule's production: a quarter or half of a year.
pub(super) fn part_of_year(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, found) = with_article(input, map(verify_free(numbered_part), Time::Moment))?;
    let hyphened = input.at(input.position() + 1).first().is_some_and(|token| token.kind == Kind::Hyphen);
    // `the first half of the match`
    let open = matches!(found.time, Time::Moment(Moment { frame: Frame::Open, .. }));
    if open && (word("of"), word("the"), token(|noun| !noun.opens.any(OF_TIME) && noun.kind == Kind::Word)).parse(rest).is_ok() {
        return no_match();
    }
    let found = DateSyntax { time: usual(input, found.time), ..found };
    // `the third quarter of fiscal 2025`
    let named = input.document.tokens[found.run.start..found.run.end].iter().any(|token| token.opens.any(Classes::FISCAL));
    let fiscal = named || ends_before(input, Classes::FISCAL).is_some();
    let found = found.fiscal(fiscal);
    Ok((
        rest,
        if hyphened && found.run.start < input.position() { DateSyntax { run: input.until(rest), ..found } } else { found },
    ))
}

/// A rule's production: `Q3 2024`, `3Q24`, `H1 2024`, `2024 Q3`, `2024-H1`; `Q3` of a year unnamed.
pub(super) fn short_part_of_year(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    // `H2` alone is more often hydrogen.
    let quarter = verify(short_part, |field| matches!(field, Some(Field::Quarter(_))));
    let undated = map_opt(quarter, |field| Some(Moment::new(Frame::Open, field?)));
    moment_mention(input, verify_free(alt((dated_short_part, undated))))
}

/// `Q3 2024`, `3Q24`, `H1 2024`, `2024 Q3`, `2024-H1`, `Q3 of last year`.
pub(super) fn dated_short_part(input: Tokens<'_>) -> PResult<'_, Moment> {
    let mark = alt((kind(Kind::Comma), kind(Kind::Hyphen), kind(Kind::Slash), word("of")));
    let two_digits = preceded(opt(alt((kind(Kind::Apostrophe), glued(kind(Kind::Slash))))), glued(two_digit_year));
    let named = map(alt((preceded(opt(mark), year), two_digits)), Frame::Year);
    let relative = preceded(opt(word("of")), shifted_year);
    let year_behind = pair(short_part, alt((named, relative)));
    let joint = opt(alt((kind(Kind::Hyphen), kind(Kind::Slash))));
    let year_before = map((four_digit_year, joint, short_part), |(year, _, field)| (field, Frame::Year(year)));
    map_opt(alt((year_behind, year_before)), |(field, frame)| Some(Moment::new(frame, field?))).parse(input)
}

/// `Q3`, `3Q`, `H1`, `1H`.
pub(super) fn short_part(input: Tokens<'_>) -> PResult<'_, Option<Field>> {
    let letter_first = pair(part_letter, glued(part_number));
    let number_first = map(pair(part_number, glued(part_letter)), |(number, letter)| (letter, number));
    let part = map(alt((letter_first, number_first)), |(letter, number)| part_field(letter, number));
    verify(part, Option::is_some).parse(input)
}

/// `Q` or `H`.
fn part_letter(input: Tokens<'_>) -> PResult<'_, char> {
    match input.written() {
        "Q" | "q" => Ok((input.take_from(1), 'Q')),
        "H" => Ok((input.take_from(1), 'H')),
        _ => no_match(),
    }
}

fn part_number(input: Tokens<'_>) -> PResult<'_, u32> {
    verify(verify(plain_integer, |number| (1..=4).contains(number)), |_| input.written().len() == 1).parse(input)
}

fn part_field(letter: char, number: u32) -> Option<Field> {
    match (letter, number) {
        ('Q', 1..=4) => Some(Field::Quarter(number)),
        ('H', 1 | 2) => Some(Field::Half(number)),
        _ => None,
    }
}

/// `the third quarter of 2024`, `third-quarter`, `the first half of this year`, `last year's second quarter`.
pub(super) fn numbered_part(input: Tokens<'_>) -> PResult<'_, Moment> {
    let plain = pair(named_part, opt(preceded(opt(kind(Kind::Comma)), part_year)));
    let possessed =
        map(pair(terminated(shifted_year, kind(Kind::Possessive)), named_part), |(frame, field)| (field, Some(frame)));
    let dated = map(pair(four_digit_year, named_part), |(year, field)| (field, Some(Frame::Year(year))));
    let (rest, (field, frame)) = alt((plain, possessed, dated)).parse(input)?;
    Ok((rest, Moment::new(frame.unwrap_or(Frame::Open), field)))
}

/// The year of a quarter or half: `of 2024`, `2024`, `of fiscal 2024`, `of this year`, `last year`.
fn part_year(input: Tokens<'_>) -> PResult<'_, Frame> {
    let fiscal = preceded(lex(Classes::FISCAL), alt((year, glued(two_digit_year))));
    let named = map(preceded(opt(words(&["of", "in"])), preceded(opt(word("the")), alt((year, fiscal)))), Frame::Year);
    let this_year = Frame::Shift { unit: Unit::Year, count: 0, from: Anchor::Speech };
    let spoken = value(this_year, (words(&["of", "in"]), word("the"), word("year"), not(alt((year_behind, word_behind)))));
    alt((named, preceded(opt(words(&["of", "in"])), preceded(opt(word("the")), shifted_year)), spoken)).parse(input)
}

/// The number that `the year` may give itself: `the year 2024`.
fn year_behind(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), year).parse(input)
}

/// What makes `the year` another than this: `the year ended`, `the year before`.
fn word_behind(input: Tokens<'_>) -> PResult<'_, ()> {
    let apart = alt((date_word("ended"), date_word("back"), date_word("ahead")));
    alt((value((), apart), value((), words(&["to", "of"])))).parse(input)
}

/// `third quarter`, `first half`, `second-quarter`, `last half`, `first semester`; `fourth quarters` behind another.
fn named_part(input: Tokens<'_>) -> PResult<'_, Field> {
    let number = alt((ordinal_number, value(0, words(&["last", "final"]))));
    let quarter = value(true, word("quarter"));
    let half = value(false, words(&["half", "semester"]));
    let plural = alt((value(true, word("quarters")), value(false, word("halves"))));
    let plural = verify(plural, |_| previous_is(input, &["and", "or", "&"]));
    // `the third fiscal quarter`
    let fiscal = verify(lex(Classes::FISCAL), |word| word.value.is_empty());
    let between = (opt(kind(Kind::Hyphen)), opt(fiscal));
    let (rest, (number, _, quarter)) = (number, between, alt((quarter, half, plural))).parse(input)?;
    if rest.first().is_some_and(|next| next.kind == Kind::Hyphen && next.glued()) {
        return no_match();
    }
    part_numbered(quarter, number).map_or_else(no_match, |field| Ok((rest, field)))
}

/// The quarter or half of that number; the last where it is 0.
fn part_numbered(quarter: bool, number: u32) -> Option<Field> {
    match (quarter, number) {
        // `last quarter` is the one before this.
        (true, 1..=4) => Some(Field::Quarter(number)),
        (false, 1 | 2) => Some(Field::Half(number)),
        (false, 0) => Some(Field::Half(2)),
        _ => None,
    }
}

/// A rule's production: the `first` of `the first and second quarters of 2024`, whose noun and year stand further on.
pub(super) fn listed_part(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, number) = ordinal_number(input)?;
    let further = preceded(kind(Kind::Comma), terminated(ordinal_number, not(words(&["quarter", "half"]))));
    let (after, _) = many_m_n(0, LONGEST_LIST, further).parse(rest)?;
    let (after, _) = (opt(kind(Kind::Comma)), words(&["and", "or", "&"]), opt(word("the"))).parse(after)?;
    let (_, last) = numbered_part(after)?;
    let quarter = matches!(last.field, Field::Quarter(_));
    match part_numbered(quarter, number) {
        Some(field) if field != last.field => {
            with_article(input, move |_| Ok((rest, usual(input, Time::Moment(Moment::new(last.frame, field))))))
        }
        _ => no_match(),
    }
}

/// Furthest that `usually` is looked for before a quarter, in tokens.
const USUAL_REACH: usize = 12;

/// The time, or what comes again at it each year: `it usually closes in the fourth quarter`.
fn usual(input: Tokens<'_>, time: Time) -> Time {
    let habit = |at: usize| words(&["usually", "typically", "normally"])(input.at(at)).is_ok();
    let start = input.position() - input.before().len().min(USUAL_REACH);
    match time {
        Time::Moment(Moment { frame: Frame::Open, field, .. }) if (start..input.position()).any(habit) => {
            Time::Recurrence(Recurrence { rhythm: Rhythm::Field(field, None), quant: None, often: None })
        }
        _ => time,
    }
}

/// A rule's production: a season.
pub(super) fn season_mention(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    with_article(input, map(dated_season, Time::Moment))
}

/// A rule's production: `the 2024 summer`, `winter` behind its year.
pub(super) fn year_and_season(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, (year, season)) = pair(four_digit_year, season).parse(input)?;
    let moment = Moment::new(Frame::Year(year), Field::Season(season));
    // The article of `the 2024 summer programme` is the programme's.
    let qualifies = rest.first().is_some_and(|next| next.kind == Kind::Word && !next.is(Classes::CONNECTOR));
    let time = move |_| Ok((rest, Time::Moment(moment)));
    if !stands_free(rest) {
        return no_match();
    }
    if qualifies { bare(input, time) } else { with_article(input, time) }
}

/// `spring 2024`, `the summer of 2024`, `the winter`, `2024 summer`.
pub(super) fn dated_season(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, season_found) = season(input)?;
    // `winter 2024/25` starts in the first of them.
    let mark = alt((kind(Kind::Hyphen), kind(Kind::Slash), kind(Kind::Dash)));
    let next = preceded(glued(mark), glued(alt((four_digit_year, two_digit_year))));
    let split = preceded(opt(word("of")), verify(pair(four_digit_year, next), |(year, next)| *next == year + 1));
    let (rest, year) = alt((map(split, |(year, _)| Some(Frame::Year(year))), opt_year)).parse(rest)?;
    let alone = year.is_none();
    // `fall` and `spring` are verbs and nouns of other kinds; an article or preposition tells.
    let told = led_to(input, "season") || previous_of(input, Classes::PERIOD_PART);
    let verb = previous_is(input, &["the"])
        && rest.first().is_some_and(|next| ["in", "of"].contains(&next.span.of(input.document.text)));
    let clash = rest.first().is_some_and(|next| next.kind == Kind::Word && !next.is(Classes::CONNECTOR));
    if alone && (!told || verb || clash) {
        return no_match();
    }
    Ok((rest, Moment::new(year.unwrap_or(Frame::Open), Field::Season(season_found))))
}

/// A rule's production: `the first nine months of 2024`, `the last three quarters of this year`.
pub(super) fn stretch_mention(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    with_article(input, map(alt((stretch, short_stretch)), Time::Moment))
}

/// `9M 2025`, `6M24`: the first nine or six months.
fn short_stretch(input: Tokens<'_>) -> PResult<'_, Moment> {
    let count = verify(plain_integer, |months| *months == 6 || *months == 9);
    let year = alt((preceded(opt(alt((kind(Kind::Slash), kind(Kind::Hyphen)))), four_digit_year), glued(two_digit_year)));
    map((count, glued(verify(word("m"), |_: &&Token| input.take_from(1).written() == "M")), year), |(count, _, year)| {
        Moment::new(Frame::Year(year), Field::Stretch { count, unit: Unit::Month, from_start: true })
    })
    .parse(input)
}

fn stretch(input: Tokens<'_>) -> PResult<'_, Moment> {
    let start = alt((value(true, words(&["first", "opening"])), value(false, words(&["last", "final"]))));
    let (rest, (from_start, count, unit)) = (start, number, unit).parse(input)?;
    let year_start = rest;
    let (rest, frame) = part_year(rest)?;
    // `of fiscal 2025`, `of 2024-25`: months of a year that starts in another month.
    let fiscal = year_start.slice().iter().take(year_start.until(rest).len()).any(|token| token.opens.any(Classes::FISCAL));
    if fiscal || preceded(kind(Kind::Hyphen), glued(plain_integer)).parse(rest).is_ok() {
        return no_match();
    }
    match count.to_integer().and_then(|count| u32::try_from(count).ok()) {
        Some(count @ 1..=400) if unit <= Unit::Quarter && unit >= Unit::Day => {
            Ok((rest, Moment::new(frame, Field::Stretch { count, unit, from_start })))
        }
        _ => no_match(),
    }
}

/// A rule's production: `the 9th month of next year`, `the 15th day of next month`.
pub(super) fn nth_of_unit(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let year = alt((shifted_year, map(four_digit_year, Frame::Year)));
    let month =
        map((verify(ordinal_number, |nth| (1..=12).contains(nth)), word("month"), word("of"), year), |(nth, _, _, frame)| {
            Moment::new(frame, Field::Month(nth))
        });
    let day = map(
        (verify(ordinal_number, |nth| (1..=31).contains(nth)), opt(word("day")), word("of"), shifted_month),
        |(nth, _, _, frame)| Moment::new(frame, Field::Day { month: None, day: nth }),
    );
    let spoken = map(
        (
            verify(ordinal_number, |nth| (1..=31).contains(nth)),
            opt(word("day")),
            word("of"),
            word("the"),
            word("month"),
            not(word("of")),
        ),
        |(nth, ..)| Moment::new(Frame::Open, Field::Day { month: None, day: nth }),
    );
    with_article(input, map(alt((month, day, spoken)), Time::Moment))
}

/// A rule's production: `the first Monday of May 2024`, `the last Friday in November`.
pub(super) fn nth_weekday(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let nth = alt((verify(ordinal_number, |nth| (1..=5).contains(nth)), value(0, words(&["last", "final"]))));
    let (rest, (nth, weekday, _, month)) = (nth, weekday, words(&["of", "in"]), month).parse(input)?;
    let (rest, year) = opt_year(rest)?;
    let moment = Moment::new(year.unwrap_or(Frame::Open), Field::NthWeekday { nth, weekday, month });
    with_article(input, move |_| Ok((rest, Time::Moment(moment))))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_dates, check_dates_on};

    #[test]
    fn quarters_and_halves() {
        check_dates("In [the third quarter of 2024] it fell.", &["2024-Q3"]);
        check_dates("In [Q3 2024], [3Q24], [Q3/24] and [2024-Q3] it fell.", &["2024-Q3"; 4]);
        check_dates("In [the first half of 2024] and [H1 2025] it fell.", &["2024-H1", "2025-H1"]);
        check_dates("In [the first semester of 2024] it fell, in the first semesterly report.", &["2024-H1"]);
        check_dates("In [the third fiscal quarter of 2024] it fell.", &["FY2024-Q3"]);
        check_dates("In [the third quarter of fiscal 2025] and [first half of FY25] it fell.", &["FY2025-Q3", "FY2025-H1"]);
        check_dates("In the first half of [the '80s] it fell.", &["198"]);
        check_dates_on(
            "2024-11-14",
            "In [the first half of the year] and [the third quarter of the year] it fell.",
            &["2024-H1", "2024-Q3"],
        );
        check_dates_on("2024-11-14", "In [the first half] of [the year 2023] it fell.", &["2024-H1", "2023"]);
        check_dates("It led in the first half of the match and the second half of the show.", &[]);
        check_dates("A third quarter-final and half of the 2 H2 bottles.", &[]);
    }

    #[test]
    fn lists_share_noun_and_year() {
        check_dates("In [the first] and [second quarters of 2024] it fell.", &["2024-Q1", "2024-Q2"]);
        check_dates("In [the first], [second] and [third quarters of 2023] it fell.", &["2023-Q1", "2023-Q2", "2023-Q3"]);
        check_dates("In [the first] and [second halves of 2024] it fell.", &["2024-H1", "2024-H2"]);
        check_dates("The first and second quarter-finals, the first and third places and living quarters.", &[]);
    }

    #[test]
    fn what_is_usual_comes_again() {
        check_dates_on(
            "2024-11-14",
            "It is usually sold in [the second] and [fourth quarters], and was sold in [the third quarter].",
            &["XXXX-Q2", "XXXX-Q4", "2024-Q3"],
        );
        check_dates_on("2024-11-14", "It was sold in [the third quarter], as is usual.", &["2024-Q3"]);
    }

    #[test]
    fn stretches_of_a_year() {
        check_dates("In [the first nine months of 2024] it fell.", &["2024-01/2024-09"]);
        check_dates("In [the first three quarters of 2024] it fell.", &["2024-01/2024-09"]);
        check_dates("In [9M 2025] it fell, by $9M, or 9M people.", &["2025-01/2025-09"]);
        check_dates("In [the first two quarters of 2024] it fell.", &["2024-H1"]);
        check_dates_on("2024-11-14", "In [the first nine months of the year] it fell.", &["2024-01/2024-09"]);
        check_dates_on("2019-11-29", "It shuts for [the last 3 weeks of this year].", &["2019-W50/2019-W52"]);
        check_dates("In [the first nine months] of [2024-25] it fell.", &["P9M", "2024/2025"]);
        check_dates("In [the first nine months] of [fiscal 2025] it fell.", &["P9M", "FY2025"]);
        check_dates("The first nine members of [2024] fell.", &["2024"]);
    }

    #[test]
    fn seasons() {
        check_dates("In [summer 2024] and [the winter of 2023] it snowed.", &["2024-SU", "2023-WI"]);
        check_dates("In [the 2024 summer] and the [2025 winter] programme it snowed, 1 winter coat.", &["2024-SU", "2025-WI"]);
        check_dates("In [winter 2024/25] and [Summer 2024-25] it snowed.", &["2024-WI", "2024-SU"]);
        check_dates("Prices fall and spring water flows.", &[]);
    }

    #[test]
    fn months_and_days_by_number() {
        check_dates_on("2020-07-01", "It opens on [the 15th day of next month].", &["2020-08-15"]);
        check_dates_on("2025-01-10", "It closes on the 31st of next month.", &[]);
        check_dates("It rose in [the tenth month of 2022], the tenth month of rain.", &["2022-10"]);
        check_dates_on("2020-07-01", "It opens in [the 9th month of next year].", &["2021-09"]);
        check_dates_on("2020-07-01", "It closes before [the twenty-sixth day of the month] there.", &["2020-07-26"]);
        check_dates_on("2020-07-01", "It opens on the 15th floor of the tower.", &[]);
    }
}
