//! Numbers of things.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{pair, preceded};

use super::amount::{alone, any_number, follows_change, looks_like_year, measured, playing, quantifier, stands_free};
use super::{Amount, StatisticSyntax, Unit, percent};
use crate::decimal::Decimal;
use crate::fact::{StatisticKind, StatisticModifier as Modifier};
use crate::grammar::noun_phrase::{counted_nouns, nouns};
use crate::grammar::number::{Number, digits, number, scaled};
use crate::lexicon::Classes;
use crate::parse::{Lexeme, PResult, Run, Tokens, glued, kind, lex, no_match, token, word, words};
use crate::token::{Case, Gap, Kind, Token};

/// How many words may stand between a part and the larger number: `of Diversified's 1,774,326 shares`.
const FARTHEST: usize = 5;
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
    let (input, is_negative) = stands_free(input)?;
    let (rest, one) = verify(number, |count| *count == Decimal::from(1)).parse(input)?;
    let (start, modifier) = quantifier(input, false);
    let determined = || {
        let before = lex(Classes::NP_END)(input.at(input.position().saturating_sub(1)));
        !input.before().is_empty() && before.is_ok_and(|(_, before)| before.value == "determiner")
    };
    let counts = start < input.position() || input.first().is_some_and(|one| one.kind == Kind::Number) || !determined();
    let noun = token(|next: &Token| next.kind == Kind::Word && next.case == Case::Lower && next.gap == Gap::Space);
    if is_negative || !counts || playing("idiom")(input).is_ok() || noun(rest).is_err() || percent::unit(rest).is_ok() {
        return no_match();
    }
    let (after, run) = verify(nouns, |run| run.len() <= LONGEST_SINGLE && !ends_in_time(input, *run)).parse(rest)?;
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

/// `a rise of 18,000`, `compared with 2.15 million`: a number whose unit was said before. Only one that cannot be a year,
/// a day or an identifier.
pub(super) fn bare(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, measured) = alone(input)?;
    let low = measured.amount.low;
    let is_scaled = low.power > 0 || input.written().contains(',');
    let before = input.previous().map_or("", |token| token.span.of(input.document.text));
    let ends = || rest.first().is_none_or(|next| next.kind != Kind::Word) || words(&["to", "of"])(rest).is_ok();
    let is_year = looks_like_year(input);
    let rose = || input.previous().is_some_and(|token| token.is(Classes::CHANGE) && token.case == Case::Lower) && ends();
    let to_level = || matches!(before, "by" | "to") && follows_change(input);
    let between = || before.eq_ignore_ascii_case("between") && measured.amount.high.is_some() && low.base >= Decimal::from(10);
    // `fell from 5.2 to 3.4`
    let first_level = || before == "from" && follows_change(input) && preceded(word("to"), any_number).parse(rest).is_ok();
    let level = || before == "at" && input.written().contains('.') && follows_change(input);
    let by = || !is_year && (rose() || is_compared(input) || to_level() || first_level() || between()) || level();
    let quantified = || measured.modifier != Modifier::Exact && low.base >= Decimal::from(10) && !is_year;
    let goes_on = || {
        rest.first().is_some_and(|next| {
            next.glued()
                && !matches!(
                    next.kind,
                    Kind::Comma
                        | Kind::Period
                        | Kind::Close
                        | Kind::Semicolon
                        | Kind::Dash
                        | Kind::Terminal
                        | Kind::CloseQuote
                        | Kind::Quote
                )
        })
    };
    let in_table = input.first().is_some_and(|first| first.gap == Gap::Cell);
    let names_time = || lex(Classes::of(&[Classes::TIME_UNIT, Classes::MONTH]))(rest).is_ok();
    // `112 of the 200 seats`, `nine of 10 patients`
    let part = || low.base > Decimal::from(1) && !is_year && ends() && part_of_many(low.base)(rest).is_ok();
    let by = || by() || !is_year && (is_gathered(input) || counts_group(input, rest));
    if is_base(input)
        || !(is_scaled || by() || counts_part(input, rest) || quantified() || part())
        || goes_on()
        || in_table
        || names_time()
        || digits(input).is_err() && low.power < 3 && !part()
    {
        return no_match();
    }
    // A noun in the singular is counted where nothing else is: `2,000 staff members` has a plural, `12,000 head` none.
    let names_unit = percent::unit(rest).is_ok()
        || lex(Classes::UNIT)(rest).is_ok()
        || lex(Classes::CURRENCY)(rest).is_ok_and(|_| rest.first().is_some_and(|next| next.case == Case::Lower));
    // `downloaded 60,000 times`
    if let Ok((after, _)) = word("times")(rest) {
        let whole = Run { end: after.position(), ..measured.run };
        let syntax = measured.into_syntax(StatisticKind::Count, Unit::Nouns(rest.until(after)));
        return Ok((after, StatisticSyntax { run: whole, ..syntax }));
    }
    let (after, counted) = opt(verify(nouns, |_| !names_unit)).parse(rest)?;
    match counted {
        Some(run) if is_scaled && run.len() <= 3 && !ends_in_time(input, run) => {
            let whole = Run { end: after.position(), ..measured.run };
            let syntax = measured.into_syntax(StatisticKind::Count, Unit::Nouns(run));
            Ok((after, StatisticSyntax { run: whole, ..syntax }))
        }
        _ => {
            let unit = part_of(rest).map_or(Unit::Unsaid, |(_, things)| Unit::Nouns(things));
            Ok((rest, measured.into_syntax(StatisticKind::Count, unit)))
        }
    }
}

/// Whether the number is only what a rate is counted on, wherever the rate itself stands: `errors per 1,000 doses`.
fn is_base(input: Tokens<'_>) -> bool {
    input.previous().is_some_and(|before| before.span.of(input.document.text).eq_ignore_ascii_case("per"))
}

/// The things of the larger number that a bare one is a part of: `4 million of its 4.9 million shares`.
fn part_of(input: Tokens<'_>) -> PResult<'_, Run> {
    let (mut rest, _) = word("of")(input)?;
    for _ in 0..FARTHEST {
        if let Ok(found) = preceded(any_number, things).parse(rest) {
            return Ok(found);
        }
        rest = token(|next: &Token| matches!(next.kind, Kind::Word | Kind::Possessive | Kind::Dotted))(rest)?.0;
    }
    no_match()
}

/// `of the 200 seats`, `of its 1,500 shops`; the article may be left out.
fn part_of_many<'t>(part: Decimal) -> impl Fn(Tokens<'t>) -> PResult<'t, Run> {
    let whole = move |input| verify(any_number, |whole| part < whole.value()).parse(input);
    move |input| preceded((word("of"), opt(playing("article")), whole), things).parse(input)
}

/// `a staff of 240`, `a population of 520`.
fn is_gathered(input: Tokens<'_>) -> bool {
    let back = |count: usize| input.at(input.position().saturating_sub(count));
    let (start, _) = quantifier(input, false);
    input.before().len() > 1 && start > 1 && {
        let of = input.at(start - 1);
        word("of")(of).is_ok() && playing("crowd")(back(input.position() - start + 2)).is_ok()
    }
}

/// `12 people died and 45 were injured`: the number of some that were spoken of, as the subject of a verb.
fn counts_group(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let (start, _) = quantifier(input, false);
    let before = input.at(start).previous();
    let opens = before.is_none_or(|before| before.kind == Kind::Comma || before.is(Classes::CONNECTOR))
        && before.is_none_or(|before| matches!(before.span.of(input.document.text), "," | "and" | "with" | "while" | "but"));
    opens && before.is_some() && playing("befell")(rest).is_ok()
}

/// `compared with 80`, `versus 80`.
fn is_compared(input: Tokens<'_>) -> bool {
    let back = |count: usize| input.at(input.position().saturating_sub(count));
    let compared = preceded(word("compared"), words(&["with", "to"])).parse(back(2)).is_ok();
    input.before().len() > 1 && (compared || words(&["versus", "vs"])(back(1)).is_ok())
}

/// `Of these, 30 were banks`: a part of what was counted before.
fn counts_part(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let comma = usize::from(input.previous().is_some_and(|token| token.kind == Kind::Comma));
    let back = |count: usize| input.at(input.position().saturating_sub(comma + count));
    let whole = preceded(word("of"), playing("whole")).parse(back(2)).is_ok();
    whole && verify(lex(Classes::NP_END), |word: &Lexeme<'_>| word.value == "auxiliary").parse(rest).is_ok()
}

/// What is counted, not a length of time and not glued to its number; `of the` may stand before it.
pub(super) fn things(input: Tokens<'_>) -> PResult<'_, Run> {
    let touches = input.first().is_none_or(|first| first.glued() || matches!(first.gap, Gap::Wide | Gap::Cell));
    let of = |input| pair(word("of"), opt(playing("article"))).parse(input).map(|(rest, _)| (rest, ()));
    let quotes = |input| token(|next: &Token| matches!(next.kind, Kind::OpenQuote | Kind::Quote))(input);
    // `2.5 billion euros, and services`
    let money = lex(Classes::CURRENCY)(input).is_ok_and(|(behind, _)| behind.first().is_none_or(|next| next.kind != Kind::Word));
    if touches || money || percent::unit(input).is_ok() {
        return no_match();
    }
    let (rest, _) = opt(of).parse(input)?;
    let (rest, _) = opt(quotes).parse(rest)?;
    let (rest, run) = counted_nouns(rest)?;
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
fn ends_in_time(input: Tokens<'_>, nouns: Run) -> bool {
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
    fn numbers_alone() {
        check_statistics("It scored between [50 and 70] on the scale.", &["50..70 "]);
        check_statistics("It was between 1950 and 1970.", &[]);
        check_statistics("The index rose [2%] to close at [96.088].", &["2 percent", "96.088 "]);
    }

    #[test]
    fn parts_and_times() {
        check_statistics(
            "It won [112] of the [200 seats] and was heard [60,000 times].",
            &["112 seats", "200 seats", "60000 times"],
        );
        check_statistics("Days 12 of the 30 days; they met three times.", &[]);
    }

    #[test]
    fn groups() {
        check_statistics("[15 people] died and [45] were injured, with [12] missing.", &["15 people", "45 people", "12 people"]);
        check_statistics("It has a staff of [240] in a town of [520].", &["240 ", "520 "]);
        check_statistics(
            "Drugs helped [nine] of [10 patients], one of [four users]; see Section 5, 12 and were it not for 45 in it.",
            &["9 patients", "10 patients", "4 users"],
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

    #[test]
    fn a_unit_said_before() {
        check_statistics("The rate of errors per 1,000 doses fell from [5.2] to [3.4] in May.", &["5.2 ", "3.4 "]);
        check_statistics("There were [1.4 million cows], compared with [1.3 million] then.", &["1400000 cows", "1300000 cows"]);
        check_statistics("The number of farms rose by [18,000] in May.", &["18000 farms"]);
    }
}
