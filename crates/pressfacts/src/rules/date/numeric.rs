//! Days in numbers, and with marks between their parts: `2024-11-06`, `14.11.2024`, `11/14/24`, `22/Jan/2019`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, verify};
use nom::sequence::preceded;

use super::explicit::framed;
use super::mention::{led_to, previous_is, previous_of};
use super::range::range;
use super::syntax::{DateSyntax, Field, Frame, Moment};
use crate::grammar::calendar::{day_number, four_digit_year, full_year, month, number_within, two_digit_year};
use crate::grammar::number::plain_integer;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, no_match, word};
use crate::token::{Kind, Token};

/// What stands between the parts of a day whose month is named, the same on both sides.
fn mark(input: Tokens<'_>) -> PResult<'_, &Token> {
    glued(alt((kind(Kind::Hyphen), kind(Kind::Slash))))(input)
}

/// `22/Jan/2019`, `22-Jan-19`.
pub(super) fn joined_day_month(input: Tokens<'_>) -> PResult<'_, Moment> {
    let year = glued(alt((four_digit_year, two_digit_year)));
    map((day_number, mark, glued(month), mark, year), |(day, _, month, _, year)| named_day_of(year, month, day)).parse(input)
}

/// `Sep-23-2020`.
pub(super) fn joined_month_day(input: Tokens<'_>) -> PResult<'_, Moment> {
    map((month, mark, glued(day_number), mark, glued(four_digit_year)), |(month, _, day, _, year)| named_day_of(year, month, day))
        .parse(input)
}

/// `2019-Aug-1`, `2020/23/Sep`.
pub(super) fn joined_year_day(input: Tokens<'_>) -> PResult<'_, Moment> {
    let month_first = map((glued(month), mark, glued(day_number)), |(month, _, day)| (month, day));
    let day_first = map((glued(day_number), mark, glued(month)), |(day, _, month)| (month, day));
    map((four_digit_year, mark, alt((month_first, day_first))), |(year, _, (month, day))| named_day_of(year, month, day))
        .parse(input)
}

fn named_day_of(year: i32, month: u32, day: u32) -> Moment {
    framed(Some(Frame::Year(year)), Field::Day { month: Some(month), day })
}

/// `2024-11-06`, `2024/11/06`.
pub(super) fn iso_day(input: Tokens<'_>) -> PResult<'_, Moment> {
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
pub(super) fn dotted_day(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, _) = kind(Kind::Number)(input)?;
    let mut fields = input.written().split('.').map(|field| field.parse::<u32>().unwrap_or_default());
    let (Some(first), Some(second), Some(third), None) = (fields.next(), fields.next(), fields.next(), fields.next()) else {
        return no_match();
    };
    let two_digits = input.written().rsplit('.').next().is_some_and(|last| last.len() == 2);
    match (first, third) {
        (1000..=2999, 1..=31) if (1..=12).contains(&second) => {
            Ok((rest, framed(Some(Frame::Year(first.cast_signed())), Field::Day { month: Some(second), day: third })))
        }
        // `dated 5.11.24`
        (1..=31, 0..100) if plausible(first, second) && two_digits && led_to(input, "numbers") => {
            let year = full_year(third.cast_signed());
            Ok((rest, framed(Some(Frame::Year(year)), Field::Numeric { first, second })))
        }
        (1..=31, 1000..=2999) if plausible(first, second) => {
            Ok((rest, framed(Some(Frame::Year(third.cast_signed())), Field::Numeric { first, second })))
        }
        _ => no_match(),
    }
}

/// `11/14/2024`, `14-11-2024`, `11/14/24`, and `9/11`, the day that goes by its numbers.
pub(super) fn numeric_day(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, first) = short_number(input)?;
    let (rest, mark) = alt((kind(Kind::Slash), kind(Kind::Hyphen))).parse(rest)?;
    let (rest, second) = short_number(rest)?;
    if !plausible(first, second) {
        return no_match();
    }
    // `14 / 05 / 2025` has blanks throughout, and then its year in full.
    let spaced = !mark.glued();
    let slashed = mark.kind == Kind::Slash;
    let same_mark = verify(kind(mark.kind), |token: &&Token| token.glued() != spaced);
    let short = verify(glued_two_digit_year, |_| slashed && !spaced);
    let full = verify(four_digit_year, |_| slashed || !spaced);
    let (rest, year) = opt(preceded(same_mark, alt((full, short)))).parse(rest)?;
    if year.is_none() && spaced {
        return no_match();
    }
    let named = named_day(input, rest).filter(|_| year.is_none() && !is_score(input));
    if let Some(day) = named {
        return Ok((rest, day));
    }
    match year {
        Some(year) => Ok((rest, framed(Some(Frame::Year(year)), Field::Numeric { first, second }))),
        None if slashed && !is_part(input, rest) && (led_to(input, "numbers") || after_weekday(input)) => {
            Ok((rest, framed(None, Field::Numeric { first, second })))
        }
        None => no_match(),
    }
}

/// A rule's production: days of one month in numbers: `24-25/6/2025`, `6/24-25/2025`, `24-25.06.2025`.
pub(super) fn numeric_days(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let dash = || glued(alt((kind(Kind::Hyphen), kind(Kind::Dash))));
    let slash = || glued(kind(Kind::Slash));
    let slashed_year = || preceded(slash(), glued(alt((four_digit_year, two_digit_year))));
    let number = || glued(short_number);
    let days_first =
        map((short_number, dash(), number(), slash(), number(), slashed_year()), |(first, _, last, _, month, year)| {
            (first, last, month, year)
        });
    let month_first =
        map((short_number, slash(), number(), dash(), number(), slashed_year()), |(month, _, first, _, last, year)| {
            (first, last, month, year)
        });
    let dotted = map_opt((short_number, dash(), glued(dotted_day)), |(first, _, last)| match (last.field, last.frame) {
        (Field::Numeric { first: last, second: month }, Frame::Year(year)) => Some((first, last, month, year)),
        _ => None,
    });
    let (rest, (first, last, month, year)) = alt((days_first, month_first, dotted)).parse(input)?;
    let joined = input.first().is_some_and(Token::glued)
        && input.previous().is_some_and(|mark| matches!(mark.kind, Kind::Hyphen | Kind::Slash | Kind::Number | Kind::Word));
    if first >= last || month > 12 || joined {
        return no_match();
    }
    let of = |day| framed(Some(Frame::Year(year)), Field::Day { month: Some(month), day });
    range(input, rest, of(first), of(last))
}

/// Two numbers with a slash between of which one is the month.
pub(super) fn day_and_month(input: Tokens<'_>) -> PResult<'_, (u32, u32)> {
    let pair = map((short_number, glued(kind(Kind::Slash)), glued(short_number)), |(first, _, second)| (first, second));
    verify(pair, |(first, second)| plausible(*first, *second)).parse(input)
}

/// `12/2015`, `06-2016`: a month and its year, where a preposition says so or nothing stands beside them.
pub(super) fn numbered_month(input: Tokens<'_>) -> PResult<'_, Moment> {
    let month = verify(short_number, |month| *month <= 12);
    let mark = || glued(alt((kind(Kind::Slash), kind(Kind::Hyphen))));
    let (rest, (month, _, year)) = (month, mark(), glued(four_digit_year)).parse(input)?;
    let alone = input.before().is_empty() && rest.first().is_none_or(|next| matches!(next.kind, Kind::Period | Kind::Terminal));
    let told = led_to(input, "month") && !previous_is(input, &["of", "to"]);
    if (alone || told) && mark()(rest).is_err() {
        Ok((rest, framed(Some(Frame::Year(year)), Field::Month(month))))
    } else {
        no_match()
    }
}

/// Whether the numbers are a part of something: `after 3/4 of the term`, `fell by 1/2`.
fn is_part(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let changed = previous_is(input, &["by"]) && previous_of(input.at(input.position() - 1), Classes::CHANGE);
    changed || word("of")(rest).is_ok()
}

/// Whether a weekday stands before, with a comma or without.
fn after_weekday(input: Tokens<'_>) -> bool {
    let comma = input.previous().is_some_and(|token| token.kind == Kind::Comma);
    previous_of(input.at(input.position() - usize::from(comma)), Classes::WEEKDAY)
}

/// Whether what stands before makes two numbers a result: `scored`, `a score of`.
fn is_score(input: Tokens<'_>) -> bool {
    let before_of = previous_is(input, &["of"]).then(|| input.at(input.position() - 1));
    led_to(before_of.unwrap_or(input), "score")
}

/// The day that goes by the numbers passed over on the way to `rest`.
fn named_day(input: Tokens<'_>, rest: Tokens<'_>) -> Option<Moment> {
    let run = input.until(rest);
    let (document, written) = (input.document, input.document.slice(run.start..run.end));
    let day = document.lexicon.value(document.lexicon.look_up(written).entry, Classes::NAMED_DAY, written)?;
    let mut fields = day.split('-').map(|field| field.parse::<u32>().ok());
    let (year, month, day) = (fields.next()??, fields.next()??, fields.next()??);
    Some(framed(Some(Frame::Year(year.cast_signed())), Field::Day { month: Some(month), day }))
}

fn glued_two_digit_year(input: Tokens<'_>) -> PResult<'_, i32> {
    glued(two_digit_year)(input)
}

fn short_number(input: Tokens<'_>) -> PResult<'_, u32> {
    number_within(input, 1..=31, 1..=2)
}

/// Whether one of the two numbers can be a month and the other a day.
fn plausible(first: u32, second: u32) -> bool {
    let (low, high) = (first.min(second), first.max(second));
    (1..=12).contains(&low) && (1..=31).contains(&high)
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_dates, check_dates_on};

    #[test]
    fn parts_are_no_days() {
        let text = "Costs fell by 1/2 and rose after 3/4 of it, due by [11/12].";
        check_dates_on("2019-10-22", text, &["2019-11-12"]);
    }

    #[test]
    fn the_datelines_country_tells_the_order() {
        check_dates("LONDON, England – It took effect on [03/04/2024] there.", &["2024-04-03"]);
        check_dates("DENVER, USA – It took effect on [03/04/2024] there.", &["2024-03-04"]);
        check_dates("OSLO, Norway – It took [04/13/2024], not [03/04/2024].", &["2024-04-13", "2024-03-04"]);
    }

    #[test]
    fn numeric_days() {
        check_dates("It took effect on [2024-11-06] there.", &["2024-11-06"]);
        check_dates("It took effect on [14.11.2024] there.", &["2024-11-14"]);
        check_dates("By [Thursday, 14.11.2024] it was [Friday 15.11.2024].", &["2024-11-14", "2024-11-15"]);
        check_dates("On [Friday], 4.5 was read.", &["XXXX-WXX-5"]);
        check_dates("It took effect on [14.11.24]; release 14.11.24 and version 4.11.4 did not.", &["2024-11-14"]);
        check_dates("It took effect on [14/11/2024] and [14 / 05 / 2025].", &["2024-11-14", "2025-05-14"]);
        check_dates("Signed on [13/04/2024] and [05/04/2024] there.", &["2024-04-13", "2024-04-05"]);
        check_dates("Signed on [03/04/2024] there.", &["2024-03-04"]);
        check_dates(
            "Signed on [22/Jan/2019], [22nd/Jan/2019], [2019-Aug-01] and [2020/23/Sep] there.",
            &["2019-01-22", "2019-01-22", "2019-08-01", "2020-09-23"],
        );
        check_dates(
            "It ran [24-25/6/2025], [6/24-25/2025], [3–5/06/2025] and [24-25.06.2025], see 13-14/24/2025.",
            &["2025-06-24/2025-06-25", "2025-06-24/2025-06-25", "2025-06-03/2025-06-05", "2025-06-24/2025-06-25"],
        );
        check_dates("The attacks of [9/11] shook it.", &["2001-09-11"]);
        check_dates_on(
            "2024-11-14",
            "It is due [11/20], on [Friday, 11/22] or before [11/25], not 3/4.",
            &["2024-11-20", "2024-11-22", "2024-11-25"],
        );
        check_dates("She scored 9/11 on the test, a score of 9/11. The share was 9/12.", &[]);
        check_dates("See 50/60/2018 and 14/15/2024.", &[]);
    }
}
