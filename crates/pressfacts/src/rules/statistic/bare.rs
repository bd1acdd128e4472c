//! Numbers that stand alone: what they count was said before, or is said behind.

use nom::Parser;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

use super::amount::{alone, any_number, follows_change, looks_like_year, may_join, or_more, playing, quantifier};
use super::count::{ends_in_time, things};
use super::{StatisticSyntax, Unit, percent};
use crate::decimal::Decimal;
use crate::fact::{StatisticKind, StatisticModifier as Modifier};
use crate::grammar::noun_phrase::nouns;
use crate::grammar::number::{NUMBER, Number, digits, scaled};
use crate::lexicon::Classes;
use crate::parse::{Lexeme, PResult, Run, Tokens, kind, lex, no_match, token, word, words};
use crate::token::{Case, Gap, Kind, Token};

/// How many words may stand between a part and the larger number: `of Diversified's 1,774,326 shares`.
const FARTHEST: usize = 5;
/// How far back the things may have been named that a number without a noun counts too: `12 plants in Asia and 5 in Africa`.
const PARALLEL: usize = 20;
/// How far before a level the first one may stand.
const LEVELS: usize = 8;

/// `a rise of 18,000`, `compared with 2.15 million`: a number whose unit was said before. Only one that cannot be a year,
/// a day or an identifier.
pub(super) fn bare(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let is_year = looks_like_year(input);
    if is_year && !follows_whole(input) || is_base(input) || input.first().is_some_and(|first| first.gap == Gap::Cell) {
        return no_match();
    }
    let (behind, number) = scaled(input)?;
    if goes_along(behind) || may_stand_alone(input, behind, number) { standing_alone(input) } else { no_match() }
}

/// The number and what makes one that stands alone a claim.
fn standing_alone(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let is_year = looks_like_year(input);
    let (rest, measured) = alone(input)?;
    if goes_on(rest) {
        return no_match();
    }
    let low = measured.amount.low;
    let is_scaled = low.power > 0 || input.written().contains(',');
    let (start, _) = quantifier(input, false);
    let before = input.previous().map_or("", |token| token.span.of(input.document.text));
    let ends = || rest.first().is_none_or(|next| next.kind != Kind::Word) || words(&["to", "of"])(rest).is_ok();
    let rose = || input.previous().is_some_and(|token| token.is(Classes::CHANGE) && token.case == Case::Lower) && ends();
    let to_level = || matches!(before, "by" | "to") && follows_change(input);
    let between = || before.eq_ignore_ascii_case("between") && measured.amount.high.is_some() && low.base >= Decimal::from(10);
    // `fell from 5.2 to 3.4`
    let first_level = || before == "from" && follows_change(input) && preceded(word("to"), any_number).parse(rest).is_ok();
    let level = || before == "at" && input.written().contains('.') && follows_change(input);
    let by = || !is_year && (rose() || is_compared(input) || to_level() || first_level() || between()) || level();
    let quantified = || measured.modifier != Modifier::Exact && low.base >= Decimal::from(10) && !is_year;
    // `112 of the 200 seats`, `nine of 10 patients`
    let several = low.base > Decimal::from(1);
    let part = || several && !is_year && ends() && part_of_many(low.base)(rest).is_ok();
    let stops = || ends() || words(&["a", "an", "last", "in", "at", "on"])(rest).is_ok();
    let told = || {
        let level = || stops() && is_second_level(input.at(start));
        !is_year && (is_gathered(input, start) || counts_group(input, start, rest) || level() || is_labelled(input, rest))
    };
    let parallel = || !is_year && is_parallel(input, start, rest);
    let in_words = || digits(input).is_err() && low.power < 3;
    if !(is_scaled || by() || counts_part(input, rest) || quantified() || part() || told() || parallel())
        || in_words() && !(part() || several && told())
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

/// Whether a number may stand for itself, told before it is read with what stands beside it: it is large, it ends its phrase,
/// or a word before it tells: `up from 7`, `a total of 215`.
fn may_stand_alone(input: Tokens<'_>, behind: Tokens<'_>, number: Number) -> bool {
    let beside_nouns = Classes::of(&[Classes::CONNECTOR, Classes::NP_END, Classes::CLAUSE_WORD]);
    let ends = |next: &Token| next.kind != Kind::Word || next.opens.any(beside_nouns);
    // `5%`, `6 May`: told before it is read as a range.
    if goes_on(behind) {
        return false;
    }
    let Some(before) = input.previous() else { return is_large(input, number) || is_quantified(input) };
    is_large(input, number)
        // `7 8`: what tells that a number counts stands beside it.
        || before.kind != Kind::Number && behind.first().is_none_or(ends)
        || before.is(Classes::NP_END)
        || is_quantified(input)
}

/// Whether the number has a scale or separators.
fn is_large(input: Tokens<'_>, number: Number) -> bool {
    number.power > 0 || input.written().contains(',')
}

/// Whether a quantifier stands before the number.
fn is_quantified(input: Tokens<'_>) -> bool {
    quantifier(input, false).0 < input.position()
}

/// Whether what stands behind makes the number part of something else, or counts time: `5%`, `6 May`.
fn goes_on(rest: Tokens<'_>) -> bool {
    let part = |next: &Token| {
        let ends =
            [Kind::Comma, Kind::Period, Kind::Close, Kind::Semicolon, Kind::Dash, Kind::Terminal, Kind::CloseQuote, Kind::Quote];
        next.glued() && !ends.contains(&next.kind)
    };
    rest.first().is_some_and(part) || lex(Classes::of(&[Classes::TIME_UNIT, Classes::MONTH]))(rest).is_ok()
}

/// Whether what stands behind a number may tell that it counts: `of the 200`, `or more`, another number joined to it.
fn goes_along(behind: Tokens<'_>) -> bool {
    may_join(behind) || word("of")(behind).is_ok() || or_more(behind).is_ok()
}

/// Whether the number is only what a rate is counted on, wherever the rate itself stands: `errors per 1,000 doses`.
pub(super) fn is_base(input: Tokens<'_>) -> bool {
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
fn is_gathered(input: Tokens<'_>, start: usize) -> bool {
    let back = |count: usize| input.at(input.position().saturating_sub(count));
    input.before().len() > 1 && start > 1 && {
        let of = input.at(start - 1);
        word("of")(of).is_ok() && playing("crowd")(back(input.position() - start + 2)).is_ok()
    }
}

/// `12 people died and 45 were injured`: the number of some that were spoken of, as the subject of a verb.
fn counts_group(input: Tokens<'_>, start: usize, rest: Tokens<'_>) -> bool {
    let before = input.at(start).previous();
    // `12 of them`
    let of_them = || preceded(word("of"), words(&["them", "those", "these", "whom", "which"])).parse(rest).is_ok();
    let alone = || before.is_none() && start < input.position() && playing("befell")(rest).is_ok();
    if of_them() || alone() {
        return true;
    }
    let opens = before.is_none_or(|before| matches!(before.kind, Kind::Comma | Kind::Semicolon) || before.is(Classes::CONNECTOR))
        && before.is_none_or(|before| {
            matches!(before.span.of(input.document.text), "," | ";" | "and" | "with" | "while" | "but" | "were" | "are")
        });
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
    follows_whole(input) && verify(lex(Classes::NP_END), |word: &Lexeme<'_>| word.value == "auxiliary").parse(rest).is_ok()
}

/// Whether what was counted before is named: `Of these,`.
fn follows_whole(input: Tokens<'_>) -> bool {
    let comma = usize::from(input.previous().is_some_and(|token| token.kind == Kind::Comma));
    let start = input.at(input.position().saturating_sub(comma + 2));
    preceded(word("of"), playing("whole")).parse(start).is_ok()
}

/// `12 plants in Asia, 5 in Africa and 3 in Europe`: a number behind which the noun of an earlier one is left out.
fn is_parallel(input: Tokens<'_>, start: usize, rest: Tokens<'_>) -> bool {
    let joint = input.at(start).previous().map_or("", |before| before.span.of(input.document.text));
    let place = || words(&["in", "on", "at", "from", "for", "with", "by", "under"])(rest).is_ok();
    matches!(joint, "," | "and" | "or") && place() && named_things(input, PARALLEL).is_some()
}

/// Where a number with the plural of what it counts stands shortly before.
fn named_things(input: Tokens<'_>, far: usize) -> Option<usize> {
    let floor = input.position() - input.before().len().min(far);
    (floor..input.position()).rev().find(|at| {
        let noun = input.at(at + 1);
        let plural = |next: &&Token| next.case == Case::Lower && next.span.len() > 3 && !next.is(Classes::TIME_UNIT);
        input.document.tokens[*at].is(NUMBER)
            && at + 1 < input.position()
            && noun.first().is_some_and(|next| plural(&next))
            && (noun.written().ends_with('s') || noun.first().is_some_and(|next| next.is(Classes::PLURAL)))
    })
}

/// `from 208 pounds to 193`, `to 450 stores from 360`, `brought the total to 19`.
fn is_second_level(at: Tokens<'_>) -> bool {
    let before = at.previous().map_or("", |before| before.span.of(at.document.text));
    let first = || named_things(at, LEVELS).map_or("", |first| at.at(first.saturating_sub(1)).written());
    match before {
        "to" => first() == "from" || is_tallied(at),
        // `up from seven a year ago`, `to 52.3 from 51.8`
        "from" if at.before().len() > 2 => {
            let number = at.at(at.position() - 2);
            let level = || kind(Kind::Number)(number).is_ok() && word("to")(at.at(at.position() - 3)).is_ok();
            first() == "to" || words(&["up", "down"])(number).is_ok() || level()
        }
        "at" | "of" => is_tallied(at),
        _ => false,
    }
}

/// `the death toll`, `the total`, shortly before.
fn is_tallied(input: Tokens<'_>) -> bool {
    let floor = input.position() - input.before().len().min(FARTHEST);
    (floor..input.position()).any(|at| playing("tally")(input.at(at)).is_ok())
}

/// `Injured: 74`, in a line of its own.
fn is_labelled(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let colon = input.previous().is_some_and(|colon| colon.kind == Kind::Colon && colon.glued());
    let ends = || rest.first().is_none_or(|next| matches!(next.kind, Kind::Period | Kind::Semicolon | Kind::Close));
    colon && ends() && {
        let label = input.at(input.position().saturating_sub(2));
        let plural = label.written().len() > 4 && label.written().ends_with('s');
        let word = label.first().is_some_and(|word| word.kind == Kind::Word && !word.is(Classes::NOT_PLURAL));
        word && (plural || playing("befell")(label).is_ok()) && input.before().len() <= FARTHEST
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{goes_along, may_stand_alone, scaled, standing_alone};
    use crate::parse::Tokens;
    use crate::testing::check_statistics;
    use crate::testing::like_numbers::{check_look, like_numbers};

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_number_is_refused_by_its_looks(text in like_numbers()) {
            let look = |input: Tokens<'_>| {
                scaled(input).is_ok_and(|(behind, number)| goes_along(behind) || may_stand_alone(input, behind, number))
            };
            check_look(&text, look, standing_alone);
        }
    }

    #[test]
    fn parallel_numbers() {
        check_statistics("It has [12 plants] in Asia, [5] in Africa and [3] in Europe.", &["12 plants", "5 plants", "3 plants"]);
        check_statistics("It met on 5 May and 6 in Oslo; growth was [5%] there, 3 in Lima.", &["5 percent"]);
    }

    #[test]
    fn second_levels() {
        check_statistics(
            "It grew from [16 members] to [19], or to [450 stores] from [360].",
            &["16 members", "19 members", "450 stores", "360 stores"],
        );
        check_statistics("It has [13 plants], up from [seven] a year ago.", &["13 plants", "7 plants"]);
        check_statistics("It has [13 plants], up from [7] last year.", &["13 plants", "7 plants"]);
        check_statistics("A total of [215] came to Lima; room 215 was full.", &["215 "]);
        check_statistics("The index rose to [52.3] from [51.8].", &["52.3 ", "51.8 "]);
        check_statistics("That brings the total to [19]; the toll stands at [45].", &["19 ", "45 "]);
    }

    #[test]
    fn labels() {
        check_statistics("Injured: [74]", &["74 "]);
        check_statistics("Phase: 3", &[]);
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
        check_statistics(
            "[14 people] died, [12] of them in Oslo, and [two] were found.",
            &["14 people", "12 people", "2 people"],
        );
        check_statistics("It has a staff of [240] in a town of [520].", &["240 ", "520 "]);
        check_statistics(
            "Drugs helped [nine] of [10 patients], one of [four users]; see Section 5, 12 and were it not for 45 in it.",
            &["9 patients", "10 patients", "4 users"],
        );
    }

    #[test]
    fn a_unit_said_before() {
        check_statistics("The rate of errors per 1,000 doses fell from [5.2] to [3.4] in May.", &["5.2 ", "3.4 "]);
        check_statistics("There were [1.4 million cows], compared with [1.3 million] then.", &["1400000 cows", "1300000 cows"]);
        check_statistics("The number of farms rose by [18,000] in May.", &["18000 farms"]);
    }
}
