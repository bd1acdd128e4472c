//! Fiscal years and their parts, named after the year that they end in.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, value, verify};
use nom::sequence::{delimited, pair, preceded, terminated};

use super::day::day;
use super::mention::{bare, moment_mention, stands_free, with_article};
use super::parts::{dated_short_part, numbered_part, short_part};
use super::relative::shifted_unit;
use super::syntax::{DateSyntax, Field, Frame, Moment, Time};
use super::year::whole;
use crate::grammar::calendar::{four_digit_year, two_digit_year, year};
use crate::grammar::number::plain_integer;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, no_match, word, words};
use crate::token::{Kind, Token};

/// A rule's production: `FY2023-24`, `FY24`, `fiscal year 2009`, `fiscal 2024`, `the 2024/25 financial year`.
pub(super) fn fiscal_year(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    // The `QFY25` of `5QFY25` is part of something else.
    if input.first().is_some_and(Token::glued) && input.previous().is_some_and(|token| token.kind == Kind::Number) {
        return no_match();
    }
    let acronym = opt(delimited(kind(Kind::Open), lex(Classes::FISCAL), kind(Kind::Close)));
    // `FY 25`, `FY-25`, but no `fiscal 25`
    let short = preceded(opt(glued(kind(Kind::Hyphen))), two_digit_year);
    let short = verify(short, |_| input.written() == "FY");
    let noun_first = preceded((lex(Classes::FISCAL), acronym), alt((split_year, year, glued(two_digit_year), short)));
    if let Ok((rest, found)) = verify_end(noun_first)(input) {
        return moment_mention(input, move |_| Ok((rest, whole(found)))).map(fiscally);
    }
    let year_first = terminated(alt((split_year, four_digit_year)), lex(Classes::FISCAL));
    with_article(input, map(year_first, |year| Time::Moment(whole(year)))).map(fiscally)
}

/// A rule's production: `FY2025 to FY2030`, `2025-26 to 2029-30`.
pub(super) fn fiscal_range(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let named = |input| preceded(lex(Classes::FISCAL), alt((split_year, year, glued(two_digit_year)))).parse(input);
    let joint = || alt((map(kind(Kind::Hyphen), |_| ()), map(kind(Kind::Dash), |_| ()), map(lex(Classes::DATE_JOINER), |_| ())));
    let named_range = map((named, joint(), named), |(first, (), last)| (first, last, true));
    let split_range = map((split_year, joint(), split_year), |(first, (), last)| (first - 1, last, false));
    let range = verify(alt((named_range, split_range)), |(first, last, _)| first < last);
    let (rest, (first, last, fiscal)) = verify_end(range)(input)?;
    let (rest, found) = bare(input, move |_| Ok((rest, Time::Range(whole(first), whole(last)))))?;
    Ok((rest, found.fiscal(fiscal)))
}

/// A year over two calendar years, as the one that it ends in: `2023-24`, `2023/24`, `2023/2024`.
fn split_year(input: Tokens<'_>) -> PResult<'_, i32> {
    let mark = alt((kind(Kind::Hyphen), kind(Kind::Slash), kind(Kind::Dash)));
    let (rest, first) = four_digit_year(input)?;
    let second = verify(alt((four_digit_year, two_digit_year)), |second| *second == first + 1);
    preceded(glued(mark), glued(second)).parse(rest)
}

/// A rule's production: `the fiscal year ending March 31, 2026`.
pub(super) fn fiscal_year_to(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let end = preceded((lex(Classes::FISCAL), words(&["ending", "ended"])), day);
    let year = map_opt(end, |end| match (end.frame, end.field) {
        (Frame::Year(_), Field::Day { month: Some(month), day }) => {
            Some(Time::Moment(Moment::new(end.frame, Field::YearTo { month, day })))
        }
        _ => None,
    });
    with_article(input, year).map(fiscally)
}

/// A rule's production: `this fiscal year`, `the current financial year`.
pub(super) fn relative_fiscal_year(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, found) = with_article(input, map(shifted_unit, Time::Moment))?;
    let (after_shift, _) = lex(Classes::SHIFT)(input)?;
    if lex(Classes::FISCAL)(after_shift).is_ok() { Ok(fiscally((rest, found))) } else { no_match() }
}

/// A rule's production: `the fiscal first quarter`, `fiscal second-quarter`.
pub(super) fn fiscal_part(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let undated = map_opt(short_part, |field| Some(Moment::new(Frame::Open, field?)));
    let part = preceded((lex(Classes::FISCAL), opt(kind(Kind::Hyphen))), alt((numbered_part, dated_short_part, undated)));
    let (rest, found) = with_article(input, map(part, Time::Moment)).map(fiscally)?;
    // The article of `the fiscal second-quarter loss` is the loss's.
    let part = lex(Classes::FISCAL)(input).map_or(input, |(rest, _)| rest);
    let part = kind(Kind::Hyphen)(part).map_or(part, |(rest, _)| rest);
    let hyphened = part.slice().iter().take(part.until(rest).len()).any(|mark| mark.kind == Kind::Hyphen);
    Ok((rest, if hyphened { DateSyntax { run: input.until(rest), ..found } } else { found }))
}

/// A rule's production: `Q1 2025/26`, `Q1 FY2026`, `FY2026 Q1`.
pub(super) fn short_fiscal_part(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let named = preceded(lex(Classes::FISCAL), alt((split_year, year, glued(two_digit_year))));
    let mark = alt((kind(Kind::Colon), kind(Kind::Hyphen), kind(Kind::Slash), kind(Kind::Apostrophe)));
    let joint = alt((value((), word("of")), value((), glued(mark))));
    let year_last = pair(short_part, preceded(opt(joint), alt((named, split_year))));
    let named = preceded(lex(Classes::FISCAL), alt((split_year, year, glued(two_digit_year))));
    let hyphen = opt(alt((kind(Kind::Hyphen), kind(Kind::Slash))));
    let year_first = map(pair(named, preceded(hyphen, short_part)), |(year, field)| (field, year));
    let production = map_opt(alt((year_last, year_first, joined_part)), |(field, year): (Option<Field>, i32)| {
        Some(Moment::new(Frame::Year(year), field?))
    });
    let (rest, moment) = verify_end(production)(input)?;
    moment_mention(input, move |_| Ok((rest, moment))).map(fiscally)
}

/// `3QFY25`, `1HFY2026`: number, letter and year in one.
fn joined_part(input: Tokens<'_>) -> PResult<'_, (Option<Field>, i32)> {
    let year = glued(alt((split_year, four_digit_year, two_digit_year)));
    map_opt((plain_integer, glued(lex(Classes::FISCAL)), year), |(number, letters, year)| {
        let field = match letters.value {
            "Q" if (1..=4).contains(&number) => Field::Quarter(number),
            "H" if (1..=2).contains(&number) => Field::Half(number),
            _ => return None,
        };
        Some((Some(field), year))
    })
    .parse(input)
}

/// What was found, as counted in fiscal years.
fn fiscally((rest, found): (Tokens<'_>, DateSyntax)) -> (Tokens<'_>, DateSyntax) {
    (rest, found.fiscal(true))
}

/// What the production finds, where it does not end in the middle of something.
fn verify_end<'t, T>(
    mut production: impl Parser<Tokens<'t>, Output = T, Error = crate::parse::NoMatch>,
) -> impl FnMut(Tokens<'t>) -> PResult<'t, T> {
    move |input| {
        let (rest, found) = production.parse(input)?;
        if stands_free(rest) { Ok((rest, found)) } else { no_match() }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_dates;

    #[test]
    fn fiscal_years() {
        check_dates("In [fiscal year 2009] it fell.", &["FY2009"]);
        check_dates("Of the [fiscal second-quarter 2024] loss in [the fiscal second quarter of 2024].", &["FY2024-Q2"; 2]);
        check_dates("In [fiscal Q3 2024] and [fiscal fourth-quarter 2024], not fiscal rules.", &["FY2024-Q3", "FY2024-Q4"]);
        check_dates("In [the fiscal-first quarter of 2024] it fell.", &["FY2024-Q1"]);
        check_dates("In [FY2023-24] and [FY24] it fell.", &["FY2024", "FY2024"]);
        check_dates("In [financial year 2023/24] it fell.", &["FY2024"]);
        check_dates("The fiscal 3 rules fell, as did fiscal 25.", &[]);
        check_dates("In [FY 25] and [FY-24] it fell.", &["FY2025", "FY2024"]);
        check_dates("In [fiscal year (FY) 2025] it rose, the fiscal year (see 3).", &["FY2025"]);
        check_dates("In [the 2024/25 financial year] and [Q1 2025/26] it fell.", &["FY2025", "FY2026-Q1"]);
        check_dates("In [Q1:2024-25] it fell, in a ratio of 1:2024.", &["FY2025-Q1"]);
        check_dates("In [Q4 FY24] and [FY2024 Q4] it fell.", &["FY2024-Q4", "FY2024-Q4"]);
        check_dates("In [3QFY25], [Q3'FY25] and [FY25-Q3], with 5QFY25 units.", &["FY2025-Q3"; 3]);
        check_dates("In [1HFY2026] it rose.", &["FY2026-H1"]);
        check_dates("In [the fiscal year ending March 31, 2026] it fell.", &["FY2026"]);
        check_dates("From [FY2025 to FY2030] and [2025-26 to 2029-30] it fell.", &["FY2025/FY2030", "2025/2030"]);
        check_dates("The fiscal rules of 12 fell.", &[]);
    }
}
