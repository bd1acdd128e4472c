//! Ranges whose ends are of unlike kinds, `from the end of 2019 to May 2021`, and those that go on to the day of writing,
//! `2015 to date`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, peek, value, verify};
use nom::sequence::{pair, preceded, terminated};

use super::day::day;
use super::explicit::{bare_month, framed, month_and_year};
use super::mention::{after_article, bare, ends_clause, previous_of, stands_free, with_article};
use super::numeric::{day_and_month, numbered_month};
use super::parts::{dated_season, dated_short_part, numbered_part};
use super::range::{announced, joint};
use super::relative::{day_word, framed_weekday, nearest, shifted_unit};
use super::syntax::{Anchor, DateSyntax, Field, Frame, Moment, Time};
use super::year::{decade, whole};
use crate::grammar::calendar::{Unit, four_digit_year, opt_comma, unit};
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, no_match, word, words};
use crate::token::Kind;

/// The day of writing.
const NOW: Moment = Moment {
    frame: Frame::Shift { unit: Unit::Day, count: 0, from: Anchor::Speech },
    field: Field::Whole,
    clock: None,
    weekday: None,
};

/// A rule's production: ends of unlike kinds, where `from` or `between` announces them: `from next Friday to 1 October`,
/// `from early 2014 to May 2018`, `from Q1 2017 to Q1 2018`, `between January 2019 and today`, `from now until 2030`.
pub(super) fn mixed_range(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    if !announced(input, &["from", "between"]) {
        return no_match();
    }
    let last = preceded(opt(word("the")), range_end);
    let (rest, (first, (), last)) = (range_end, joint(input), last).parse(input)?;
    if !stands_free(rest) {
        return no_match();
    }
    with_article(input, move |_| Ok((rest, Time::Range(first.within(last.frame), last))))
}

/// An end of such a range, the part of it that is meant left out.
fn range_end(input: Tokens<'_>) -> PResult<'_, Moment> {
    let of = alt((value((), kind(Kind::Hyphen)), value((), words(&["of", "in"]))));
    let part = (verify(lex(Classes::PERIOD_PART), |part| !part.value.is_empty()), opt(of), opt(word("the")));
    let year = map(terminated(four_digit_year, peek(free)), whole);
    let relative = alt((present, framed_weekday, nearest, shifted_unit, day_word));
    let named = alt((day, month_and_year, numbered_part, dated_short_part, dated_season, decade));
    preceded(opt(part), alt((named, relative, numbered_month, year, bare_month))).parse(input)
}

/// Succeeds, taking nothing, where a number could end.
fn free(input: Tokens<'_>) -> PResult<'_, ()> {
    if stands_free(input) { Ok((input, ())) } else { no_match() }
}

/// `now`, `today`, `present`, `date`: the end of what goes on. `to present the plan` is another thing.
fn present(input: Tokens<'_>) -> PResult<'_, Moment> {
    let noun = alt((
        value((), pair(words(&["present", "current"]), words(&["day", "date"]))),
        value((), terminated(words(&["present", "date"]), peek(verify_clause_end))),
        value((), words(&["now", "today"])),
    ));
    value(NOW, noun).parse(input)
}

fn verify_clause_end(input: Tokens<'_>) -> PResult<'_, ()> {
    let object = input.first().is_some_and(|next| next.is(Classes::DETERMINER));
    if ends_clause(input) && !object { Ok((input, ())) } else { no_match() }
}

/// A rule's production: `2015 to date`, `January 2019 to today`, `2021-present`.
pub(super) fn until_now(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    if previous_of(input, Classes::NUMBER_LABEL) {
        return no_match();
    }
    let year = verify(four_digit_year, |year| (1800..=2100).contains(year));
    let first = alt((day, month_and_year, dated_short_part, map(year, whole)));
    let last = preceded(opt(word("the")), present);
    let (rest, (first, (), last)) = (first, joint(input), last).parse(input)?;
    bare(input, move |_| Ok((rest, Time::Range(first, last))))
}

/// A rule's production: `the year to date`, `year-to-date`, `month to date`.
pub(super) fn unit_to_date(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let mark = || opt(kind(Kind::Hyphen));
    let units = verify(unit, |unit| matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year));
    let (rest, (unit, ..)) = (units, mark(), word("to"), mark(), word("date")).parse(input)?;
    let first = Moment::new(Frame::Shift { unit, count: 0, from: Anchor::Speech }, Field::Whole);
    let hyphened = kind(Kind::Hyphen)(input.at(input.position() + 1)).is_ok();
    let production = move |_| Ok((rest, Time::Range(first, NOW)));
    if after_article(input) && !hyphened { with_article(input, production) } else { bare(input, production) }
}

/// A rule's production: days by the numbers of day and month: `10/1-11/2/2017`, `5/1-5/7, 2020`, `from 10/1 to 11/7`.
pub(super) fn numeric_range(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let year = alt((preceded(glued(kind(Kind::Slash)), glued(four_digit_year)), preceded(opt_comma, four_digit_year)));
    let (rest, (first, (), last, year)) = (day_and_month, joint(input), day_and_month, opt(year)).parse(input)?;
    // `from 2/3 to 3/4 of them`: a share is less than one, and has no large divisor.
    let share = |(over, under): (u32, u32)| over < under && under <= 12;
    let told = year.is_some() || announced(input, &["from", "between"]) && !(share(first) && share(last));
    if !told || !stands_free(rest) {
        return no_match();
    }
    let moment = |(first, second)| framed(year.map(Frame::Year), Field::Numeric { first, second });
    bare(input, move |_| Ok((rest, Time::Range(moment(first), moment(last)))))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_dates, check_dates_on};

    #[test]
    fn unlike_ends() {
        check_dates(
            "From [2014 to May 2, 2018] and from [Q1 2017 to Q1 2018] they met.",
            &["2014/2018-05-02", "2017-Q1/2018-Q1"],
        );
        check_dates("Between [late 2019 and the end of May 2021] it fell.", &["2019/2021-05"]);
        check_dates("From [the first quarter of 2023 to the third quarter of 2024] it fell.", &["2023-Q1/2024-Q3"]);
        check_dates_on(
            "2024-11-14",
            "It shuts between [now and 30 November], as it is [now].",
            &["2024-11-14/2024-11-30", "PRESENT_REF"],
        );
    }

    #[test]
    fn up_to_the_day_of_writing() {
        check_dates_on(
            "2024-11-14",
            "She led it [2015 to date], [2021-present], from [March 2019 until now].",
            &["2015/2024-11-14", "2021/2024-11-14", "2019-03/2024-11-14"],
        );
        check_dates_on(
            "2024-11-14",
            "Sales rose in [the year to date]; [year-to-date] sales rose.",
            &["2024-01-01/2024-11-14"; 2],
        );
        check_dates("She led it in [2015] to present the plan.", &["2015"]);
    }

    #[test]
    fn days_in_numbers() {
        check_dates("It ran [10/1-11/2/2017] and [5/1-5/7, 2020].", &["2017-10-01/2017-11-02", "2020-05-01/2020-05-07"]);
        check_dates_on("2018-10-24", "It ran from [10/1 to 11/7] there.", &["2018-10-01/2018-11-07"]);
        check_dates_on("2018-10-24", "It fell from 2/3 to 3/4 of them.", &[]);
    }
}
