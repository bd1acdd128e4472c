//! What comes again: `daily`, `every two years`, `each July`, `Tuesday nights`.

use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, verify};
use nom::sequence::{pair, preceded};
use nom::{Input, Parser};

use super::mention::{bare, previous_is};
use super::syntax::{DateSyntax, Field, Recurrence, Tense, Time};
use crate::decimal::Decimal;
use crate::grammar::calendar::{Clock, Unit, day_part, month, season, singular, unit, weekday};
use crate::grammar::number::number;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, lex, no_match, word, words};
use crate::token::{Kind, Token};

/// A rule's production: `daily`, `annually`.
pub(super) fn frequency(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    // `Daily` in a name: `the Daily Mail`, `China Daily`.
    let capitalized = input.first().is_some_and(Token::capitalized);
    let (rest, found) = bare(input, map_opt(lex(Classes::FREQUENCY), |word| period(word.value).map(Time::Recurrence)))?;
    // A `quarterly dividend` tells what kind it is, more than when.
    let kind_of = rest.first().is_some_and(|next| next.kind == Kind::Word && !next.is(Classes::CONNECTOR));
    let quarterly = matches!(found.time, Time::Recurrence(Recurrence::Length(count, Unit::Month)) if count == Decimal::from(3));
    // `the Party daily Granma`: a newspaper and its name.
    let newspaper = previous_of_name(input) && rest.first().is_some_and(|next| next.kind == Kind::Word && next.capitalized());
    let named = newspaper || capitalized && (input.previous().is_some() || rest.first().is_some_and(Token::capitalized));
    if named || quarterly && kind_of { no_match() } else { Ok((rest, found)) }
}

/// Whether a name may end before: a word with a capital.
fn previous_of_name(input: Tokens<'_>) -> bool {
    input.previous().is_some_and(|token| token.kind == Kind::Word && token.capitalized())
}

/// Reads `P1D`, `PT1H`.
fn period(text: &str) -> Option<Recurrence> {
    let (count, unit) = text.trim_start_matches(['P', 'T']).split_at_checked(1)?;
    let unit = match unit {
        "H" => Unit::Hour,
        "D" => Unit::Day,
        "W" => Unit::Week,
        "M" => Unit::Month,
        "Y" => Unit::Year,
        _ => return None,
    };
    Some(Recurrence::Length(count.parse().ok()?, unit))
}

/// A rule's production: `twice a week`, `three times per year`, `once every two years`.
pub(super) fn times_per_unit(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let adverb = map(verify(lex(Classes::FREQUENCY), |word| word.value.ends_with('X')), |_| ());
    let times = map(pair(number, word("times")), |_| ());
    let each = alt((map(words(&["a", "an", "per"]), |_| ()), map(lex(Classes::EVERY), |_| ())));
    let length = map(preceded(each, pair(opt(number), unit)), |(count, unit)| {
        Time::Recurrence(Recurrence::Length(count.unwrap_or(Decimal::from(1)), unit))
    });
    bare(input, preceded(alt((adverb, times)), length))
}

/// A rule's production: `every day`, `every two years`, `each July`, `every Monday morning`.
pub(super) fn every(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let other = map(word("other"), |_| Decimal::from(2));
    let count = alt((other, number));
    let length = map(pair(opt(count), unit), |(count, unit)| Recurrence::Length(count.unwrap_or(Decimal::from(1)), unit));
    let named = map(
        pair(alt((map(weekday, Field::Weekday), map(month, Field::Month), map(season, Field::Season))), opt(day_part)),
        |(field, part)| Recurrence::Field(field, part.map(Clock::Part)),
    );
    let part_of_day = map(day_part, |part| Recurrence::Field(Field::Whole, Some(Clock::Part(part))));
    bare(input, map(preceded(lex(Classes::EVERY), alt((length, named, part_of_day))), Time::Recurrence))
}

/// A rule's production: `Mondays`, `Tuesday nights`.
pub(super) fn plural_weekday(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let plural = !singular(input) && input.written().len() > 5;
    let (rest, day) = weekday(input)?;
    let plural_part = |input| if singular(input) { no_match() } else { day_part(input) };
    let (rest, part) = if plural { opt(day_part).parse(rest)? } else { map(plural_part, Some).parse(rest)? };
    bare(input, move |_| Ok((rest, Time::Recurrence(Recurrence::Field(Field::Weekday(day), part.map(Clock::Part))))))
}

/// A rule's production: `now`, `recently`, `in the future`.
pub(super) fn vague(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, word) = lex(Classes::VAGUE_TIME)(input)?;
    let tense = match word.value {
        "PAST_REF" => Tense::Past,
        "PRESENT_REF" => Tense::Present,
        "FUTURE_REF" => Tense::Future,
        _ => return no_match(),
    };
    // `the long-term plan`, `the past two weeks` and `year to date` say something else.
    let noun = rest.first().is_some_and(|next| match next.kind {
        Kind::Word => !next.is(Classes::CONNECTOR),
        Kind::Hyphen | Kind::Number => true,
        _ => false,
    });
    // `year to date`, `year-to-date`
    let joined = previous_is(input, &["-"]);
    let to_date = previous_is(input.at(input.position() - usize::from(joined)), &["year", "quarter", "month"]);
    let articled = previous_is(rest.at(input.position() + 1), &["the"]);
    // `the future of the port` is what becomes of it.
    let fate = articled && rest.first().is_some_and(|next| next.span.of(input.document.text) == "of");
    // `Now, this is no secret`: a word to go on with.
    let filler = tense == Tense::Present
        && input.first().is_some_and(Token::capitalized)
        && rest.position() == input.position() + 1
        && rest.first().is_some_and(|next| next.kind == Kind::Comma)
        && input.written() == "Now";
    if articled && noun || fate || filler || to_date {
        return no_match();
    }
    // `in future`: the preposition stays out of the extent.
    let start = if previous_is(input.at(input.position() + 1), &["in"]) { input.take_from(1) } else { input };
    bare(start, move |_| Ok((rest, Time::Vague(tense))))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_dates;

    #[test]
    fn names_and_words_to_go_on_with() {
        check_dates("The Party daily Granma and the future of the port. Now, this is no secret.", &[]);
        check_dates("In [the future], it sells [daily] in Oslo. [Now] it sells.", &["FUTURE_REF", "P1D", "PRESENT_REF"]);
    }

    #[test]
    fn what_comes_again() {
        check_dates("It is held [annually], [every two years] and [every Monday].", &["P1Y", "P2Y", "XXXX-WXX-1"]);
        check_dates("It opens [each July] and on [Tuesday nights].", &["XXXX-07", "XXXX-WXX-2TNI"]);
        check_dates("It meets [twice a week], [three times per year] or [once every two years].", &["P1W", "P1Y", "P2Y"]);
        check_dates("It met once a man came, and three times a woman.", &[]);
        check_dates("China Daily paid a quarterly dividend to each member.", &[]);
    }

    #[test]
    fn past_present_and_future() {
        check_dates(
            "It [recently] grew and is [now] large, with more in [the future].",
            &["PAST_REF", "PRESENT_REF", "FUTURE_REF"],
        );
        check_dates("It did so in [the past], and will in [future].", &["PAST_REF", "FUTURE_REF"]);
        check_dates("The known snow fell on the long-term plan of the past masters, year to date, year-to-date.", &[]);
    }
}
