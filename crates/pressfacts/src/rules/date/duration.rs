//! Lengths of time: `five years`, `18-month`, `two and a half years`, `the past five years`.

use nom::branch::alt;
use nom::combinator::{map, not, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

use super::length::{age, and_a_half, dates_a_thing, length};
use super::mention::{bare, date_word, ends_clause, is_title, led_to, previous_is, previous_of, stands_free, with_article};
use super::shift::{Shift, shift};
use super::syntax::{Anchor, Count, DateSyntax, Direction, Field, Frame, Length, Moment, Tense, Time};
use crate::decimal::Decimal;
use crate::grammar::calendar::{Unit, singular, unit};
use crate::grammar::number::number;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, kind, lex, lex_before, no_match, word, words};
use crate::token::{Case, Kind, Token};

/// What a rate stands behind: `5 a year`.
const NUMBERS: Classes = Classes::of(&[Classes::DIGITS, Classes::SCALE, Classes::CARDINAL, Classes::UNIT, Classes::CURRENCY]);

/// A rule's production: a number of units: `five years`, `18 months`, `a few days`, `two to three weeks`.
pub(super) fn counted_length(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, found) = with_article(input, map(length, Time::Length))?;
    // The article of `the two day rally` is the rally's.
    let several = !matches!(found.time, Time::Length(Length { count: Count::Exactly(count), .. }) if count == Decimal::from(1));
    let qualifies =
        several && rest.previous().is_some_and(|unit| !unit.span.of(input.document.text).ends_with('s')) && !ends_clause(rest);
    let found = if qualifies { DateSyntax { run: input.until(rest), ..found } } else { found };
    // `$5 a year`, `60 years per person`; `the 7 years war` is a name all the same.
    if previous_of(input, Classes::CURRENCY_SIGN) || !stands_free(rest) || is_title(input, rest) {
        no_match()
    } else {
        Ok((rest, found))
    }
}

/// A rule's production: `a hundred years`, `a thousand days`.
pub(super) fn length_of_hundreds(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    if lex(Classes::SCALE)(input.at(input.position() + 1)).is_err() {
        return no_match();
    }
    bare(input, map(length, Time::Length))
}

/// A rule's production: `a quarter of a century`, `a quarter-century`, `half a century ago`.
pub(super) fn share_of_unit(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, _) = opt(words(&["a", "the"])).parse(input)?;
    let share = alt((value((1, 2), word("half")), value((1, 4), word("quarter"))));
    let of = alt((value((), (opt(word("of")), words(&["a", "the"]))), value((), kind(Kind::Hyphen)), |input| Ok((input, ()))));
    let one = |input| if singular(input) { unit(input) } else { no_match() };
    let (rest, ((over, under), (), unit)) = (share, of, one).parse(rest)?;
    let years = match unit {
        Unit::Century => 100 * over / under,
        // `a quarter of a decade` is nothing that is said.
        Unit::Decade if under == 2 => 5,
        _ => return no_match(),
    };
    let (rest, ago) = opt(word("ago")).parse(rest)?;
    let frame = Frame::Shift { unit: Unit::Year, count: -years, from: Anchor::Speech };
    let count = Count::Exactly(Decimal::from(i64::from(years)));
    let time = match ago {
        Some(_) => Time::Moment(Moment::new(frame, Field::Whole)),
        None => Time::Length(Length { count, unit: Unit::Year, more: None, direction: None }),
    };
    bare(input, move |_| Ok((rest, time)))
}

/// A rule's production: the `one day` of `it will one day be law`: some day to come.
pub(super) fn one_day(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let modal = lex_before(input, Classes::AUXILIARY).is_some_and(|word| word.value != "be");
    let (rest, _) = (word("one"), word("day")).parse(input)?;
    let verb_follows = rest.first().is_some_and(|next| next.kind == Kind::Word && next.case == Case::Lower);
    if modal && verb_follows { bare(input, move |_| Ok((rest, Time::Vague(Tense::Future)))) } else { no_match() }
}

/// A rule's production: `five-year`, `decade-long`, `several-year`.
pub(super) fn adjective_length(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let hyphen = || kind(Kind::Hyphen);
    let range_mark = alt((
        value((), pair(kind(Kind::Hyphen), word("to"))),
        value((), word("to")),
        value((), kind(Kind::Hyphen)),
        value((), kind(Kind::Dash)),
    ));
    let between = map((number, range_mark, opt(hyphen()), number), |(low, (), _, high)| Count::Between(low, high));
    let exactly = map(number, Count::Exactly);
    let vague = value(Count::Unknown, verify(lex(Classes::VAGUE_NUMBER), |word| word.value.is_empty()));
    let counted = (alt((between, exactly, vague)), opt(hyphen()), verify(unit, |unit| *unit != Unit::Quarter));
    let long = opt((hyphen(), words(&["long", "plus"])));
    let (rest, ((count, joined, unit), _)) = (counted, long).parse(input)?;
    let (rest, age) = opt(age).parse(rest)?;
    // `2,900 year-old` has one hyphen at least.
    let hyphened = joined.is_some() || age == Some(true);
    if !hyphened || previous_of(input, Classes::CURRENCY_SIGN) || age.is_some() && !dates_a_thing(count, unit) {
        return no_match();
    }
    bare(input, move |_| Ok((rest, Time::Length(Length { count, unit, more: None, direction: None }))))
}

/// A rule's production: `decade-long`, `year-long`, `month-long`, `decades-long`.
pub(super) fn unit_long(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let one = singular(input);
    // `decade-long`, `centuries-old`; `year-old` has its number before it.
    let ending = verify(words(&["long", "old"]), |ending: &&Token| !one || ending.span.of(input.document.text) == "long");
    let (rest, unit) = terminated(unit, (kind(Kind::Hyphen), ending)).parse(input)?;
    if input.first().is_some_and(Token::glued) && input.previous().is_some_and(|token| token.kind == Kind::Hyphen) {
        return no_match();
    }
    let count = if one { Count::Exactly(Decimal::from(1)) } else { Count::Unknown };
    bare(input, move |_| Ok((rest, Time::Length(Length { count, unit, more: None, direction: None }))))
}

/// A rule's production: `the past five years`, `the next few days`, `recent months`, `the last decade`.
pub(super) fn shifted_length(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    // `recent years`: nobody says how many, only that they are past.
    let recent = shift(input).is_ok_and(|(_, shift)| shift == Shift::Recent);
    let time = |length: Length| match length.count {
        Count::Unknown if recent => Time::Vague(Tense::Past),
        _ => Time::Length(length),
    };
    with_article(input, map(shifted, time))
}

/// `past five years`, `next few days`, `recent months`.
pub(super) fn shifted(input: Tokens<'_>) -> PResult<'_, Length> {
    let (rest, shift) = shift(input)?;
    let direction = match shift {
        Shift::Last | Shift::Past | Shift::Latest | Shift::Recent => Some(Direction::Before),
        Shift::Next | Shift::Coming => Some(Direction::After),
        Shift::Before | Shift::After => None,
        Shift::This | Shift::Same => return no_match(),
    };
    let (rest, found) = match length(rest) {
        Ok(found) => found,
        Err(_) => uncounted(rest, shift)?,
    };
    if !stands_free(rest) {
        return no_match();
    }
    Ok((rest, Length { direction, ..found }))
}

/// The bare unit behind a shift: `years` is an unknown number of them, `decade` is one.
fn uncounted(input: Tokens<'_>, shift: Shift) -> PResult<'_, Length> {
    let one = singular(input);
    let (rest, unit) = verify(unit, |unit| *unit >= Unit::Hour).parse(input)?;
    let half_follows = and_a_half(rest).is_ok();
    let few = one
        && (unit < Unit::Decade && unit != Unit::Fortnight && !half_follows || shift == Shift::Before || shift == Shift::After);
    if few {
        return no_match();
    }
    let (rest, half) = opt(and_a_half).parse(rest)?;
    let one_and_more = Count::Exactly(Decimal::from(1).plus(half.unwrap_or(Decimal::ZERO)));
    let count = if one { one_and_more } else { Count::Unknown };
    let (rest, _) = if one { (rest, None) } else { opt(or_longer).parse(rest)? };
    Ok((rest, Length { count, unit, more: None, direction: None }))
}

/// The `and months` of `the coming weeks and months`.
fn or_longer(input: Tokens<'_>) -> PResult<'_, Unit> {
    preceded(words(&["and", "or"]), verify(unit, |_| input.take_from(1).written().ends_with('s'))).parse(input)
}

/// A rule's production: `the first nine months`, `the last two years`, `the first hours`.
pub(super) fn opening_length(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let opening = preceded(date_word("opening"), length);
    with_article(input, map(opening, Time::Length))
}

/// A rule's production: plain units after a preposition: `for years`, `over decades`, `within months`.
pub(super) fn unknown_length(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    // `over the years`, but not `for the years ended May 31`
    let over_the =
        previous_is(input, &["the"]) && previous_is(input.at(input.position() - 1), &["over", "through", "throughout"]);
    if singular(input) || !led_to(input, "units") && !over_the {
        return no_match();
    }
    let (rest, unit) = verify(unit, |unit| *unit >= Unit::Minute && *unit != Unit::Quarter).parse(input)?;
    let (rest, _) = opt(or_longer).parse(rest)?;
    let of_things = rest.first().is_some_and(|next| ["of", "in"].contains(&next.span.of(input.document.text)));
    if of_things && !previous_is(input, &["within"])
        || over_the && (date_word("ended")(rest).is_ok() || words(&["to", "from"])(rest).is_ok())
    {
        return no_match();
    }
    with_article(input, move |_| Ok((rest, Time::Length(Length { count: Count::Unknown, unit, more: None, direction: None }))))
}

/// A rule's production: `the weeks ahead`, `the years ahead`, `the months to come`.
pub(super) fn length_ahead(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    if singular(input) || !previous_is(input, &["the"]) {
        return no_match();
    }
    let (rest, unit) = verify(unit, |unit| *unit >= Unit::Minute).parse(input)?;
    let (rest, _) = opt(or_longer).parse(rest)?;
    let to_come = value((), pair(word("to"), word("come")));
    let (rest, ()) = alt((value((), word("ahead")), to_come)).parse(rest)?;
    // `the weeks ahead of the vote` are before it.
    if word("of")(rest).is_ok() {
        return no_match();
    }
    let length = Length { count: Count::Unknown, unit, more: None, direction: Some(Direction::After) };
    with_article(input, move |_| Ok((rest, Time::Length(length))))
}

/// A rule's production: `a decade`, `an hour`, `a year` after a preposition that takes a length.
pub(super) fn one_unit(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    let (rest, _) = words(&["a", "an"])(input)?;
    let (rest, _) = opt(date_word("whole")).parse(rest)?;
    if !singular(rest) {
        return no_match();
    }
    let (rest, unit) = verify(unit, |unit| *unit != Unit::Quarter).parse(rest)?;
    let (rest, more) = opt(and_a_half).parse(rest)?;
    let long = unit >= Unit::Decade || more.is_some();
    // `a month after the vote`
    let beside = unit >= Unit::Day && words(&["after", "before", "ahead"])(rest).is_ok() && !previous_of(input, NUMBERS);
    // `as long as a month or two`
    let or_more = pair(word("or"), alt((value((), words(&["two", "three", "so", "more", "longer"])), value((), number))));
    let loose = value((), or_more).parse(rest).is_ok() && !previous_of(input, NUMBERS);
    let told = led_to(input, "a-unit") || beside || loose;
    let hyphened = rest.first().is_some_and(|next| next.kind == Kind::Hyphen && next.glued());
    if hyphened || !(long || told) {
        return no_match();
    }
    let one = Decimal::from(1).plus(more.unwrap_or(Decimal::ZERO));
    // `a year or two`, `a week or so`
    let spelled = |input: Tokens<'_>| input.first().is_some_and(|first| first.is(Classes::CARDINAL));
    let two =
        |input| verify(terminated(number, not(lex(Classes::CALENDAR_UNIT))), |more| *more > one && spelled(input)).parse(input);
    let or_two = preceded(word("or"), two);
    let (rest, two) = opt(verify(or_two, |_| more.is_none())).parse(rest)?;
    let (rest, _) = opt(pair(word("or"), word("so"))).parse(rest)?;
    let count = two.map_or(Count::Exactly(one), |two| Count::Between(one, two));
    bare(input, move |_| Ok((rest, Time::Length(Length { count, unit, more: None, direction: None }))))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_dates, check_dates_on};

    #[test]
    fn counted() {
        check_dates("It took [five years], [18 months] and [2.5 hours].", &["P5Y", "P18M", "PT2H30M"]);
        check_dates("It takes [a month] or [20 days], [a year] or 2,000 km.", &["P1M", "P20D", "P1Y"]);
        check_dates("It took [two and a half years] and [a few days].", &["P2Y6M", "PXD"]);
        check_dates(
            "It took [a hundred years], [a few hundred years] and [hundreds of years], a hundred men and hundreds of yearlings.",
            &["P100Y", "PXY", "PXY"],
        );
        check_dates("It pays within [thirty (30) days], not after forty (50) days.", &["P30D"]);
        check_dates("The [two day] rally and [the two days] of it.", &["P2D", "P2D"]);
        check_dates(
            "It took [10+ years], [20-odd years], [three-to-five years] and [the past year and a half], 10+ yearlings.",
            &["P10Y", "P20Y", "P3Y/P5Y", "P1Y6M"],
        );
        check_dates("It met [a day] ahead of the vote.", &["P1D"]);
        check_dates("It came barely [a month] after the vote; 5 a month after tax.", &["P1M"]);
        check_dates("It took them [a month or two], [a week or so], at 5 a month or so.", &["P1M/P2M", "P1W"]);
        check_dates("A hold of [four months and one day].", &["P4M1D"]);
        check_dates("A [five-year] plan and a [decade-long] wait.", &["P5Y", "P10Y"]);
        check_dates("A [centuries-old] rule, after [several quarters] of losses; three quarters of it.", &["PXCE", "PXQ"]);
        check_dates("It rose for [nine months] by three quarters.", &["P9M"]);
        check_dates("300,000 last boarded; two tear-offs a day.", &[]);
    }

    #[test]
    fn shares_of_a_century() {
        check_dates(
            "For [a quarter of a century], [half a century] and [a quarter-century] it stood.",
            &["P25Y", "P50Y", "P25Y"],
        );
        check_dates_on("2024-11-14", "It fell [half a century ago], by a quarter of a percent.", &["1974"]);
    }

    #[test]
    fn one_day_is_some_day_to_come() {
        check_dates("It may [one day] become law, and took [one day] to pass.", &["FUTURE_REF", "P1D"]);
    }

    #[test]
    fn up_to_now_or_from_now() {
        check_dates("Over [the past five years], it rose; in [the coming three years] it falls.", &["P5Y", "P3Y"]);
        check_dates("In [the last decade] and [recent years] it rose.", &["P10Y", "PAST_REF"]);
        check_dates("In [the coming weeks and months] and for [years or decades] it rose.", &["PXW", "PXY"]);
        check_dates("In [the weeks ahead] and [the months and years to come] it falls.", &["PXW", "PXM"]);
        check_dates("The weeks ahead of the vote went, and ships of years came.", &[]);
        check_dates("Over [the years] it rose; over the years ended there it rose.", &["PXY"]);
        check_dates("In [the coming weeks] and on [6 May 2024] it rose.", &["PXW", "2024-05-06"]);
        check_dates("In [the first nine months] it rose.", &["P9M"]);
        check_dates("The last few hundred and recent arrivals rose.", &[]);
    }

    #[test]
    fn ages_are_no_times() {
        check_dates("A 45-year-old man, ten months old, among 11-to-16-year-olds.", &[]);
        check_dates("A [2,900 year-old] site in a [300,000-year-old] skull.", &["P2900Y", "P300000Y"]);
        check_dates("A [45-year] term, and [five years] of old age in a year-round 45-yard pool.", &["P45Y", "P5Y"]);
    }
}
