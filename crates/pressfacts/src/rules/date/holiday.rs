//! Feasts, with their year or without, and the weekends beside them.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt};
use nom::sequence::terminated;

use super::explicit::{framed, opt_year, verify_free};
use super::mention::{after_article, moment_mention};
use super::syntax::{DateSyntax, Field, Moment};
use crate::grammar::holiday::holiday as holiday_name;
use crate::parse::{PResult, Tokens, no_match, word, words};

/// `Christmas`, `Easter 2025`, `Labor Day weekend`, `Thanksgiving 2024 weekend`.
pub(super) fn holiday(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, field) = holiday_field(input)?;
    let (rest, year) = opt_year(rest)?;
    let (rest, weekend) = opt(word("weekend")).parse(rest)?;
    let field = match (field, weekend) {
        (Field::Holiday(name), Some(_)) => Field::HolidayWeekend(name),
        _ => field,
    };
    Ok((rest, framed(year, field)))
}

/// A feast or the weekend beside it, without a year.
pub(super) fn holiday_field(input: Tokens<'_>) -> PResult<'_, Field> {
    let weekend = map(terminated(holiday_name, word("weekend")), Field::HolidayWeekend);
    alt((weekend, map(holiday_name, Field::Holiday))).parse(input)
}

/// A rule's production: holidays.
pub(super) fn holiday_mention(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, found) = moment_mention(input, verify_free(holiday))?;
    // `the New Year` is the time that begins; `Easter Island` lies in the sea.
    let begins = after_article(input) && rest.previous().is_some_and(|token| token.span.of(input.document.text) == "Year");
    if begins || words(&["island", "islands"])(rest).is_ok() { no_match() } else { Ok((rest, found)) }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_dates, check_dates_on};

    #[test]
    fn fixed_by_weekday_and_by_easter() {
        check_dates("On [Thanksgiving Day 1999] they met.", &["1999-11-25"]);
        check_dates("On [Easter Sunday 2024] they met, and for [easter 2018].", &["2024-03-31", "2018-04-01"]);
        check_dates("On [International Women's Day 2024] they met.", &["2024-03-08"]);
        check_dates("On [New Year’s Eve 2024] and [Presidents' Day 2024] they met.", &["2024-12-31", "2024-02-19"]);
        check_dates("They met [five days before New Year 2025] there.", &["2024-12-27"]);
        check_dates_on("2024-11-14", "In the new year and the New Year, women’s days were long.", &[]);
        check_dates_on("2024-11-14", "They gave thanks on Easter Island at [Easter].", &["2024-03-31"]);
    }

    #[test]
    fn by_other_calendars() {
        check_dates("On [Diwali 2024] and [Chinese New Year 2025] shops were full.", &["2024-10-31", "2025-01-29"]);
        check_dates(
            "[Eid al-Fitr 2022], [Passover 2024] and [Orthodox Easter 2024].",
            &["2022-05-02", "2024-04-23", "2024-05-05"],
        );
        check_dates("During [Ramadan 2024] it was quiet.", &["2024-03-11/2024-04-09"]);
        check_dates_on(
            "2024-11-14",
            "It was quiet over [last Easter] and [the following Easter].",
            &["2024-03-31", "2025-04-20"],
        );
        check_dates("The Holi Street shop sells eids.", &[]);
    }

    #[test]
    fn by_country() {
        check_dates("NEW DELHI, India – He spoke on [Independence Day 2024] there.", &["2024-08-15"]);
        check_dates("BEIJING, China – He spoke on [National Day 2024] there.", &["2024-10-01"]);
        check_dates("He spoke on [Independence Day of 2024] there.", &["2024-07-04"]);
        check_dates("A text on India's [Independence Day 2024] was read.", &["2024-08-15"]);
        check_dates("ACCRA, Ghana – India's 77th [Independence Day 2024] was kept.", &["2024-08-15"]);
        check_dates(
            "Indian [Independence Day 2024] and the [National Day of 2024] of the United Arab Emirates.",
            &["2024-08-15", "2024-12-02"],
        );
        check_dates("He spoke on Canadian [Thanksgiving 2024] and [Thanksgiving 2024].", &["2024-10-14", "2024-11-28"]);
        check_dates("TOKYO, Japan – He spoke on [Constitution Day 2024] and at the liberation day sale.", &["2024-05-03"]);
        check_dates("He spoke on Britain's [Independence Day 2024] and on Constitution Day.", &["2024-XX-XX"]);
        check_dates("A national day of mourning for independence was held.", &[]);
    }

    #[test]
    fn weekends() {
        check_dates("Traffic on [Labor Day weekend 2021] rose.", &["2021-09-04/2021-09-06"]);
        check_dates("Traffic on [Halloween 2021 weekend] rose.", &["2021-W43-WE"]);
        check_dates("Weekend traffic rose.", &[]);
    }
}
