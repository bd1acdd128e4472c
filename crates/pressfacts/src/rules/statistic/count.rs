//! Numbers of things.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{pair, preceded};

use super::amount::{any_number, looks_like_year, measured, playing, quantifier, stands_free};
use super::bare::is_base;
use super::{Amount, StatisticSyntax, Unit, percent};
use crate::decimal::Decimal;
use crate::fact::{StatisticKind, StatisticModifier as Modifier};
use crate::grammar::noun_phrase::{counted_nouns, nouns};
use crate::grammar::number::{Number, number, scaled};
use crate::lexicon::Classes;
use crate::parse::{Lexeme, PResult, Run, Tokens, glued, kind, lex, no_match, token, word, words};
use crate::token::{Case, Gap, Kind, Token};

/// Words of a thing in the singular.
const LONGEST_SINGLE: usize = 3;

/// `4.756 million valid invention patents`, `155 countries, regions and international organizations`.
pub(super) fn count(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, measured) = measured(any_number, things)(input)?;
    let is_one = measured.amount.low.value() == Decimal::from(1) && measured.amount.high.is_none();
    let year = looks_like_year(input) && measured.modifier == Modifier::Exact;
    if is_base(input) || is_one || year || measured.amount.low.base < Decimal::ZERO {
        return no_match();
    }
    // `400m hurdles`: metres.
    if input.at(input.position() + 1).written() == "m" && playing("race")(input.at(input.position() + 2)).is_ok() {
        return no_match();
    }
    // `4K screens`: no thousands of them.
    let definition = measured.amount.low.base <= Decimal::from(16) && input.at(input.position() + 1).written() == "K";
    if definition {
        return no_match();
    }
    let unit = Unit::Nouns(measured.unit);
    Ok((rest, measured.into_syntax(StatisticKind::Count, unit)))
}

/// `just one patient`, `1 vessel`, `one proposal`: a thing in the singular. Behind an article or a pronoun the word is a
/// pronoun itself: `the one thing`, `each one`.
pub(super) fn single(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    if !may_be_one(input) {
        return no_match();
    }
    let (input, is_negative) = stands_free(input)?;
    // `0.82 share for each share`
    let up_to_one = |count: &Decimal| *count == Decimal::from(1) || *count > Decimal::ZERO && input.written().starts_with("0.");
    let (rest, one) = verify(number, up_to_one).parse(input)?;
    let (start, modifier) = quantifier(input, false);
    let determined = || {
        let before = lex(Classes::NP_END)(input.at(input.position().saturating_sub(1)));
        !input.before().is_empty() && before.is_ok_and(|(_, before)| before.value == "determiner")
    };
    let counts = start < input.position() || input.first().is_some_and(|one| one.kind == Kind::Number) || !determined();
    let noun = token(|next: &Token| {
        let measures = Classes::of(&[Classes::UNIT, Classes::CURRENCY, Classes::PERCENT, Classes::SCALE]);
        next.kind == Kind::Word && next.case == Case::Lower && next.gap == Gap::Space && !next.is(measures)
    });
    if is_negative || !counts || playing("idiom")(input).is_ok() || noun(rest).is_err() || percent::unit(rest).is_ok() {
        return no_match();
    }
    let share = map(playing("each"), |share| share.run);
    let (after, run) =
        verify(alt((share, nouns)), |run| run.len() <= LONGEST_SINGLE && !ends_in_time(input, *run)).parse(rest)?;
    // `one highly placed source`
    if after.previous().is_some_and(|last| last.span.of(input.document.text).ends_with("ly")) {
        return no_match();
    }
    // `one county, one product`
    let again = |at: usize| word("one")(input.at(at)).is_ok();
    let paired = (1..=LONGEST_SINGLE + 1)
        .any(|far| again(after.position() + far - 1) || far < input.before().len() + 1 && again(input.position() - far));
    if paired && start == input.position() && input.first().is_some_and(|one| one.kind == Kind::Word) {
        return no_match();
    }
    let amount = Amount { low: Number { base: one, power: 0 }, high: None };
    let (unit, run) = (Unit::Nouns(run), Run { start, end: after.position() });
    Ok((after, StatisticSyntax { kind: StatisticKind::Count, amount, unit, modifier, run, per: None }))
}

/// Whether the number may be one, or part of one: told before it is read.
fn may_be_one(input: Tokens<'_>) -> bool {
    input.first().is_some_and(|first| match first.integer() {
        Some(whole) => whole == 1,
        None if first.kind == Kind::Number => input.written().starts_with(['0', '1']),
        None => first.reads("one", input.document.text),
    })
}

/// `a 12-member team`, `four-, five- and six-cylinder engines`: how many parts a thing has.
pub(super) fn parts(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let part = |input| {
        let (rest, part) = preceded(glued(kind(Kind::Hyphen)), glued(playing("part"))).parse(input)?;
        // `two-man-made`
        let goes_on = rest.first().is_some_and(|next| next.glued() && matches!(next.kind, Kind::Word | Kind::Hyphen));
        if goes_on { no_match() } else { Ok((rest, part.run)) }
    };
    let (rest, measured) = measured(scaled, part)(input)?;
    if measured.amount.low.value() <= Decimal::from(1) {
        return no_match();
    }
    // `a 5,000-strong workforce` names what is counted behind.
    let strong = input.document.slice(measured.unit.tokens()) == "strong";
    let unit = if strong { Unit::Named(String::new()) } else { Unit::Nouns(measured.unit) };
    Ok((rest, measured.into_syntax(StatisticKind::Count, unit)))
}

/// `0.5 WAR`, `1.5 FTE`: decimals of what goes by its initials.
pub(super) fn initials<'t>(input: Tokens<'t>) -> PResult<'t, StatisticSyntax> {
    let known = Classes::of(&[Classes::UNIT, Classes::CURRENCY, Classes::PERCENT, Classes::TIME_ZONE, Classes::SCALE]);
    let name = |next: &Token| {
        next.gap == Gap::Space && next.case == Case::Upper && (2..=5).contains(&next.span.len()) && !next.is(known)
    };
    let unit = |input: Tokens<'t>| {
        let (rest, _) = token(name)(input)?;
        let ends =
            rest.first().is_none_or(|next| matches!(next.kind, Kind::Close | Kind::Comma | Kind::Period | Kind::Semicolon));
        if ends { Ok((rest, input.until(rest))) } else { no_match() }
    };
    if !input.written().contains('.') {
        return no_match();
    }
    let (rest, measured) = measured(scaled, unit)(input)?;
    let unit = Unit::Nouns(measured.unit);
    Ok((rest, measured.into_syntax(StatisticKind::Count, unit)))
}

/// `hundreds of companies`, `tens of millions of dollars`, `hundreds of miles`: a range from the least that it means to ten
/// times that.
pub(super) fn many(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, least) = lex(Classes::MANY)(input)?;
    // `the test scores of students`
    let noun = |before: &Token| before.kind == Kind::Word && !before.is(Classes::of(&[Classes::NP_END, Classes::CONNECTOR]));
    let determined = || input.previous().is_some_and(|before| noun(before) || before.is(Classes::ARTICLE));
    if rest.previous().is_some_and(|last| last.reads("scores", input.document.text)) && determined() {
        return no_match();
    }
    let money = |input| {
        preceded(word("of"), lex(Classes::CURRENCY))
            .parse(input)
            .map(|(rest, currency)| (rest, (StatisticKind::Money, Unit::Named(currency.value.to_owned()))))
    };
    let measure = |input| {
        preceded(word("of"), lex(Classes::UNIT))
            .parse(input)
            .map(|(rest, unit)| (rest, (StatisticKind::Measure, Unit::Measure(unit.run, unit.value.to_owned()))))
    };
    let count = |input| things(input).map(|(rest, nouns)| (rest, (StatisticKind::Count, Unit::Nouns(nouns))));
    let (rest, (kind, unit)) = alt((money, measure, count)).parse(rest)?;
    let low = Number { base: Decimal::from(least.number()), power: 0 };
    let (start, modifier) = quantifier(input, false);
    let run = Run { start, end: rest.position() };
    let amount = Amount { low, high: Some(Number { power: 1, ..low }) };
    Ok((rest, StatisticSyntax { kind, amount, unit, modifier, run, per: None }))
}

/// What is counted, not a length of time and not glued to its number; `of the` may stand before it.
pub(super) fn things(input: Tokens<'_>) -> PResult<'_, Run> {
    let opens = |first: &Token| {
        let apart = !first.glued() && !matches!(first.gap, Gap::Wide | Gap::Cell);
        // `5G sites`
        let lettered = || input.at(input.position() + 1).first().is_some_and(Token::glued);
        apart
            && match first.kind {
                Kind::Word | Kind::Dotted | Kind::OpenQuote | Kind::Quote => true,
                Kind::Number => lettered(),
                _ => false,
            }
    };
    if !input.first().is_some_and(opens) {
        return no_match();
    }
    let of = |input| pair(word("of"), opt(playing("article"))).parse(input).map(|(rest, _)| (rest, ()));
    let quotes = |input| token(|next: &Token| matches!(next.kind, Kind::OpenQuote | Kind::Quote))(input);
    // `2.5 billion euros, and services`
    let money = lex(Classes::CURRENCY)(input).is_ok_and(|(behind, _)| behind.first().is_none_or(|next| next.kind != Kind::Word));
    if money || percent::unit(input).is_ok() {
        return no_match();
    }
    let (rest, _) = opt(of).parse(input)?;
    let (rest, _) = opt(quotes).parse(rest)?;
    // `the 20 most expensive restaurants`, `12 more plants`
    let (plain, most) = opt(words(&["most", "least", "more"])).parse(rest)?;
    let named = most.is_some() && word("more")(rest).is_err();
    // `five years`: told before the nouns are read.
    if !named && plain.first().is_some_and(|first| first.is(Classes::TIME_UNIT)) {
        return no_match();
    }
    let (after, run) = counted_nouns(plain)?;
    let (rest, run) = (after, if named { rest.until(after) } else { run });
    // `11,000 kilometre-long`, `500 tonnes`: a measure; `20 Czech crowns`: money.
    let measured = lex(Classes::UNIT | Classes::CURRENCY)(input)
        .is_ok_and(|(after, unit)| unit.run.len() > 1 || is_metric(input, unit) || glued(kind(Kind::Hyphen))(after).is_ok());
    if measured || ends_in_time(input, run) { no_match() } else { Ok((rest, run)) }
}

/// Whether the unit is a metric one in full, as in `10 megawatt turbines`; other units are things too: `20 foot soldiers`.
fn is_metric(input: Tokens<'_>, unit: Lexeme<'_>) -> bool {
    input.written().len() > 4
        && !unit.value.starts_with(['[', '{'])
        && unit.value != "deg"
        && input.first().is_some_and(|first| first.is(Classes::UNIT))
}

/// Whether the head of the nouns is a unit of time: `20 business days`.
pub(super) fn ends_in_time(input: Tokens<'_>, nouns: Run) -> bool {
    (nouns.start..nouns.end).any(|at| input.document.tokens[at].is(Classes::TIME_UNIT) && at + 1 == nouns.end)
        || input.document.tokens[nouns.start].is(Classes::TIME_UNIT)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics;

    #[test]
    fn count() {
        check_statistics(
            "It had [4.756 million valid invention patents] (up in quantity).",
            &["4756000 valid invention patents"],
        );
        check_statistics(
            "[About 1,500 government, business and academic representatives] from [155 countries, regions and international organizations] attended.",
            &[
                "approximately 1500 government, business and academic representatives",
                "155 countries, regions and international organizations",
            ],
        );
        check_statistics("It bought [10 megawatt] turbines and [20 foot soldiers].", &["10 megawatt", "20 foot soldiers"]);
        check_statistics("The city saw [141 invention patents] granted in May.", &["141 invention patents"]);
        check_statistics("They fell by [40] and [70 ferries].", &["40 ferries", "70 ferries"]);
        check_statistics(
            "It names the [20 most expensive cities], [12 more towns], [six Iraqis] and [five Sudanese].",
            &["20 most expensive cities", "12 towns", "6 Iraqis", "5 Sudanese"],
        );
        check_statistics(
            "It helps [hundreds of companies] and [50 or more schools].",
            &["100..1000 companies", "at_least 50 schools"],
        );
    }

    #[test]
    fn no_count() {
        check_statistics("The 2024 annual reports and the 7th Forum.", &[]);
        check_statistics("In 2000 people met; COVID-19 cases; Phase 3 trials; Section 427 rules.", &[]);
        check_statistics("It took 20 business days and 12 consecutive months.", &[]);
        check_statistics("It makes [7 nanometre] ICs and [20 foot soldiers].", &["7 nanometre", "20 foot soldiers"]);
        check_statistics("The team won at 10:30 cases.", &[]);
    }

    #[test]
    fn parts_of_a_thing() {
        check_statistics(
            "A [12-member] team in a [300-room] hotel with [two- to three-bedroom] flats.",
            &["12 member", "300 room", "2..3 bedroom"],
        );
        check_statistics(
            "With [four]-, [five]- and [six-cylinder] engines and [2]- and [3-litre] tanks.",
            &["4 cylinder", "5 cylinder", "6 cylinder", "2 litre", "3 litre"],
        );
        check_statistics(
            "Its [5,000-strong] workforce; Lee ([0.5 WAR]) met [1.5 FTE staff] of Pier 2.5 AB.",
            &["5000 ", "0.5 WAR", "1.5 FTE staff"],
        );
        check_statistics("A two-way street, a one-man show, a five-star hotel and a two-year plan.", &[]);
    }

    #[test]
    fn more_than_so_many() {
        check_statistics(
            "It has [1,200+ employees] and [25+ offices] for [500+ firms].",
            &["more_than 1200 employees", "more_than 25 offices", "more_than 500 firms"],
        );
        check_statistics("Add 5 + 3 and 1+2.", &[]);
    }

    #[test]
    fn one_thing() {
        check_statistics("It hurt [just one patient] and sank [1 vessel].", &["1 patient", "1 vessel"]);
        check_statistics("It pays [0.82 share] for each share.", &["0.82 share"]);
        check_statistics("He pleaded guilty to [one count] of fraud.", &["1 count"]);
        check_statistics("The one plant that each one needs is no one word; on one hand, under one roof.", &[]);
        check_statistics("One county, one product; on the one hand; only one of them; just one day.", &[]);
    }

    #[test]
    fn names_of_models() {
        check_statistics(
            "It bought [two new Airbus 330 jets] and [five new 330 Neo jets].",
            &["2 new Airbus 330 jets", "5 new 330 Neo jets"],
        );
        check_statistics("It sold [63,150 Model 3s] and [20 F-35s].", &["63150 Model 3s", "20 F-35s"]);
        check_statistics(
            "It sold 20 F-35 and hits of the 90s, [40 COVID-19 tests] and [3,000 two-bedroom flats].",
            &["40 COVID-19 tests", "3000 two-bedroom flats"],
        );
    }

    #[test]
    fn scores_of_people() {
        check_statistics("[Scores of people] came and [scores of firms] closed.", &["20..200 people", "20..200 firms"]);
        check_statistics("The test scores of students and the scores of both teams.", &[]);
    }

    #[test]
    fn lengths_of_a_race() {
        check_statistics("She won the [400m] hurdles; [40m users] saw it.", &["400 m", "40000000 users"]);
    }
}
