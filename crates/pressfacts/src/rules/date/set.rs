//! What comes again: `daily`, `every two years`, `each July`, `Tuesday nights`, `three days a week`.

use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, peek, value, verify};
use nom::multi::many_m_n;
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

use super::length::count;
use super::mention::{bare, date_word, previous_is, with_article};
use super::syntax::{Count, DateSyntax, Field, Often, Recurrence, Rhythm, Tense, Time};
use crate::decimal::Decimal;
use crate::fact::Quant;
use crate::grammar::calendar::{Unit, month, ordinal_number, season, singular, unit, weekday};
use crate::grammar::clock::{Clock, DayPart, day_part};
use crate::grammar::number::number;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, kind, lex, no_match, word, words};
use crate::token::{Kind, Token};

/// Most weekdays in a list.
const WEEKDAYS: usize = 6;

/// A rule's production: `daily`, `annually`.
pub(super) fn frequency(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    // `Daily` in a name: `the Daily Mail`, `China Daily`.
    let capitalized = input.first().is_some_and(Token::capitalized);
    let (rest, (count, unit)) = map_opt(lex(Classes::FREQUENCY), |word| period(word.value)).parse(input)?;
    // A `quarterly dividend` tells what kind it is, more than when.
    let kind_of = rest.first().is_some_and(|next| next.kind == Kind::Word && !next.is(Classes::CONNECTOR));
    // `a quarterly of five cents`
    let kind_of = kind_of || word("of")(rest).is_ok();
    let quarterly = (count, unit) == (Decimal::from(3), Unit::Month);
    // `the Party daily Granma`: a newspaper and its name.
    let newspaper = previous_of_name(input) && rest.first().is_some_and(|next| next.kind == Kind::Word && next.capitalized());
    let named = newspaper || capitalized && (input.previous().is_some() || rest.first().is_some_and(Token::capitalized));
    if named || quarterly && kind_of {
        return no_match();
    }
    bare(input, move |_| Ok((rest, again(Rhythm::Length(Count::Exactly(count), unit), Some(Quant::Every), None))))
}

/// Whether a name may end before: a word with a capital.
fn previous_of_name(input: Tokens<'_>) -> bool {
    input.previous().is_some_and(|token| token.kind == Kind::Word && token.capitalized())
}

/// Reads `P1D`, `PT1H`.
fn period(text: &str) -> Option<(Decimal, Unit)> {
    let length = text.strip_prefix('P')?;
    let (count, unit) = length.split_at_checked(length.len().checked_sub(1)?)?;
    let unit = match unit {
        "H" => Unit::Hour,
        "D" => Unit::Day,
        "W" => Unit::Week,
        "M" => Unit::Month,
        "Y" => Unit::Year,
        _ => return None,
    };
    Some((count.trim_start_matches('T').parse().ok()?, unit))
}

fn again(rhythm: Rhythm, quant: Option<Quant>, often: Option<Often>) -> Time {
    Time::Recurrence(Recurrence { rhythm, quant, often })
}

/// `every`, `each`.
fn every_or_each(input: Tokens<'_>) -> PResult<'_, Quant> {
    map(lex(Classes::EVERY), |word| if word.value == "EACH" { Quant::Each } else { Quant::Every }).parse(input)
}

/// A rule's production: `twice a week`, `three times per year`, `once every two years`, `three days a week`.
pub(super) fn times_per_unit(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let adverb = map_opt(lex(Classes::FREQUENCY), |word| word.value.strip_suffix('X')?.parse().ok());
    let times = terminated(number, word("times"));
    let (rest, often) = alt((
        map(alt((adverb, times)), |count| Often { count, unit: None }),
        map(pair(number, unit), |(count, unit)| Often { count, unit: Some(unit) }),
    ))
    .parse(input)?;
    let each = alt((value(None, words(&["a", "an", "per"])), map(every_or_each, Some)));
    let (rest, (quant, count, unit)) = (each, opt(number), unit).parse(rest)?;
    // `three days a week`, but not `two years a year ago`.
    let ago = alt((date_word("back"), date_word("ahead"))).parse(rest).is_ok();
    if ago || often.unit.is_some_and(|smaller| smaller >= unit) {
        return no_match();
    }
    let rhythm = Rhythm::Length(Count::Exactly(count.unwrap_or(Decimal::from(1))), unit);
    bare(input, move |_| Ok((rest, again(rhythm, quant, Some(often)))))
}

/// A rule's production: `every day`, `every two years`, `each July`, `every Monday morning`, `every third Friday of the month`.
pub(super) fn every(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, quant) = every_or_each(input)?;
    let other = map(word("other"), |_| Decimal::from(2));
    let nth = map(verify(ordinal_number, |nth| *nth > 1), |nth| Decimal::from(i64::from(nth)));
    let exactly = map(opt(alt((other, nth))), |count| Count::Exactly(count.unwrap_or(Decimal::from(1))));
    let length = map(pair(alt((count, exactly)), unit), |(count, unit)| Rhythm::Length(count, unit));
    let nth_weekday = terminated(preceded(ordinal_or_last, weekday), opt(preceded(word("of"), pair(word("the"), word("month")))));
    let named = map(
        pair(
            alt((map(alt((nth_weekday, weekday)), Field::Weekday), map(month, Field::Month), map(season, Field::Season))),
            opt(day_part),
        ),
        |(field, part)| Rhythm::Field(field, part.map(Clock::Part)),
    );
    let part_of_day = map(day_part, |part| Rhythm::Field(Field::Whole, Some(Clock::Part(part))));
    let (rest, rhythm) = alt((length, named, part_of_day)).parse(rest)?;
    bare(input, move |_| Ok((rest, again(rhythm, Some(quant), None))))
}

fn ordinal_or_last(input: Tokens<'_>) -> PResult<'_, ()> {
    alt((value((), verify(ordinal_number, |nth| (1..=5).contains(nth))), value((), words(&["last", "other"])))).parse(input)
}

/// A rule's production: `the first Monday of each month`, `the 15th of every month`.
pub(super) fn day_of_every_month(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let numbered = terminated(verify(ordinal_number, |day| (1..=31).contains(day)), opt(word("day")));
    let field =
        alt((map(preceded(ordinal_or_last, weekday), Field::Weekday), map(numbered, |day| Field::Day { month: None, day })));
    let months = terminated(preceded(words(&["of", "in"]), every_or_each), verify(unit, |unit| *unit == Unit::Month));
    let (rest, (field, quant)) = pair(field, months).parse(input)?;
    with_article(input, move |_| Ok((rest, again(Rhythm::Field(field, None), Some(quant), None))))
}

/// A rule's production: `Mondays`, `Tuesday nights`, the `Monday` of `Monday and Tuesday nights`.
pub(super) fn plural_weekday(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let plural = !singular(input) && input.written().len() > 5;
    let (rest, day) = weekday(input)?;
    let shared = peek(preceded(many_m_n(1, WEEKDAYS, preceded(joint, weekday)), plural_day_part));
    let (rest, part) = if plural { opt(day_part).parse(rest)? } else { map(alt((plural_day_part, shared)), Some).parse(rest)? };
    let rhythm = Rhythm::Field(Field::Weekday(day), part.map(Clock::Part));
    bare(input, move |_| Ok((rest, again(rhythm, None, None))))
}

fn plural_day_part(input: Tokens<'_>) -> PResult<'_, DayPart> {
    if singular(input) { no_match() } else { day_part(input) }
}

/// What stands between weekdays in a list.
fn joint(input: Tokens<'_>) -> PResult<'_, ()> {
    alt((value((), words(&["and", "or", "&"])), value((), pair(kind(Kind::Comma), opt(words(&["and", "or"])))))).parse(input)
}

/// A rule's production: a further weekday of a list, the `Thursday` of `every Monday and Thursday`.
pub(super) fn listed_weekday(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let joined = |token: &Token| token.kind == Kind::Comma || token.is(Classes::CONNECTOR) || token.is(Classes::WEEKDAY);
    let list = input.before().iter().rev().take(2 * WEEKDAYS).take_while(|token| joined(token)).count();
    let start = input.at(input.position() - list);
    let listed = many_m_n(1, WEEKDAYS, terminated(weekday, joint)).parse(start).map(|(rest, _)| rest.position());
    if !start.previous().is_some_and(|token| token.is(Classes::EVERY)) || listed != Ok(input.position()) {
        return no_match();
    }
    let (_, quant) = every_or_each(start.at(start.position() - 1))?;
    let (rest, (day, part)) = pair(weekday, opt(day_part)).parse(input)?;
    let rhythm = Rhythm::Field(Field::Weekday(day), part.map(Clock::Part));
    bare(input, move |_| Ok((rest, again(rhythm, Some(quant), None))))
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
    use crate::fact::Quant;
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
        check_dates("It opens [three days a week], [24 hours a day], not [two years] a man.", &["P1W", "P1D", "P2Y"]);
        check_dates(
            "It is held [every few years], [every two to three weeks] or [every third year].",
            &["PXY", "P2W/P3W", "P3Y"],
        );
        check_dates("It met once a man came, and three times a woman.", &[]);
        check_dates(
            "It opens [every Monday] and [Thursday], on [Monday] and [Tuesday nights].",
            &["XXXX-WXX-1", "XXXX-WXX-4", "XXXX-WXX-1TNI", "XXXX-WXX-2TNI"],
        );
        check_dates(
            "It opens [every second Tuesday of the month], [the first Friday of each month] and [the 15th of every month].",
            &["XXXX-WXX-2", "XXXX-WXX-5", "XXXX-XX-15"],
        );
        check_dates("China Daily paid a quarterly dividend to each member, a quarterly of five cents.", &[]);
    }

    #[test]
    fn how_often_within_what_comes_again() {
        let found = |text: &str| {
            let date = crate::Extractor::default().extract(text).dates.remove(0);
            (date.quant, date.freq)
        };
        let freq = |freq: &str| Some(freq.to_owned());
        assert_eq!(found("It meets twice a month."), (None, freq("2X")));
        assert_eq!(found("It meets three times every two years."), (Some(Quant::Every), freq("3X")));
        assert_eq!(found("It opens 3 days a week."), (None, freq("3D")));
        assert_eq!(found("It opens 10 hours each day."), (Some(Quant::Each), freq("10H")));
        assert_eq!(found("It meets daily."), (Some(Quant::Every), None));
        assert_eq!(found("It meets each Monday."), (Some(Quant::Each), None));
        assert_eq!(found("It meets on Mondays."), (None, None));
        assert_eq!(found("It took three days."), (None, None));
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
