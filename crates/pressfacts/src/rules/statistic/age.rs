//! Ages that a word before the number tells: `aged 12`. Those with a unit behind it are measures.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::value;
use nom::sequence::pair;

use super::amount::alone;
use super::{Amount, StatisticSyntax, Unit};
use crate::decimal::Decimal;
use crate::fact::{StatisticKind, StatisticModifier};
use crate::grammar::number::{Number, plain_integer};
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, glued, lex, no_match, token, word, words};
use crate::token::{Case, Gap, Kind, Token};

/// The most years that a person's age has.
const OLDEST: i64 = 120;
/// Longest words before the number, in tokens: `ages of between`.
const LONGEST_LEAD: usize = 3;

/// `aged 12`, `at the age of 30`, `ages 5 to 12`, `aged 65 and over`; the `66` of `Jane Roe, 66, said`.
pub(super) fn age(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    if input.previous().is_some_and(|comma| comma.kind == Kind::Comma) {
        return in_apposition(input);
    }
    let word_of_age = |token: &Token| {
        matches!(token.span.len(), 3 | 4) && ["aged", "age", "ages"].iter().any(|word| token.reads(word, input.document.text))
    };
    let led = input.before().iter().rev().take(2 * LONGEST_LEAD).any(word_of_age);
    if !led {
        return no_match();
    }
    let (rest, measured) = alone(input)?;
    let start = lead(input.at(measured.run.start));
    let years = |number: Number| number.power == 0 && number.base >= Decimal::ZERO && number.base <= Decimal::from(OLDEST);
    let counted = Classes::of(&[Classes::UNIT, Classes::TIME_UNIT, Classes::PERCENT, Classes::CURRENCY, Classes::SCALE]);
    let goes_on = lex(counted)(rest).is_ok()
        || rest.first().is_some_and(|next| next.glued() && matches!(next.kind, Kind::Word | Kind::Hyphen | Kind::Slash));
    let fits = years(measured.amount.low) && measured.amount.high.is_none_or(years) && !goes_on;
    let (Some(start), true) = (start, fits) else { return no_match() };
    let run = Run { start, ..measured.run };
    let syntax = measured.into_syntax(StatisticKind::Measure, Unit::Named("years".to_owned()));
    Ok((rest, StatisticSyntax { run, ..syntax }))
}

/// A number between commas behind a person's name. A single name counts where it cannot be a place and a small word
/// follows: `Roe, 66, has`.
fn in_apposition(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, years) = plain_integer(input)?;
    let stops = |mark: &Token| matches!(mark.kind, Kind::Comma | Kind::Period);
    let (behind, stop) = glued(token(stops))(rest)?;
    let nth = |back: usize| input.before().iter().rev().nth(back);
    let no_name = Classes::of(&[
        Classes::COUNTRY,
        Classes::DEMONYM,
        Classes::MONTH,
        Classes::WEEKDAY,
        Classes::IDENTIFIER_HEAD,
        Classes::NP_END,
        Classes::PLACE,
        Classes::LEGAL_SUFFIX,
    ]);
    let name = |token: &Token| {
        token.kind == Kind::Word && matches!(token.case, Case::Title | Case::Mixed) && token.capitalized() && !token.is(no_name)
    };
    let last = nth(1).is_some_and(name);
    let lower = behind.first().is_some_and(|next| next.gap == Gap::Space && next.case == Case::Lower);
    let ends = stop.kind == Kind::Period && behind.first().is_none();
    // `Reading, Bath, 12, and`: a list.
    let alone = nth(2).is_none_or(|before| before.kind != Kind::Comma);
    let known = Classes::of(&[Classes::GIVEN_NAME, Classes::HONORIFIC]);
    let initial = |token: &Token| token.capitalized() && token.span.len() <= 2;
    // `Ann de Vries`, `Ann Har-Lee`
    let joined = |token: &Token| token.kind == Kind::Hyphen || token.case == Case::Lower && token.is(Classes::NAME_PARTICLE);
    let first = nth(2).is_some_and(|before| before.capitalized() && before.is(known) || initial(before) || name(before))
        || nth(2).is_some_and(joined) && nth(3).is_some_and(name);
    let full = first && (lower || ends) && (2..=110).contains(&years);
    let single = nth(2).is_none() && lower && (16..=99).contains(&years);
    if !last || !alone || !(full || single) || input.written().len() > 3 {
        return no_match();
    }
    let amount = Amount { low: Number { base: Decimal::from(i64::from(years)), power: 0 }, high: None };
    let unit = Unit::Named("years".to_owned());
    let (kind, modifier, run) = (StatisticKind::Measure, StatisticModifier::Exact, input.until(rest));
    Ok((rest, StatisticSyntax { kind, amount, unit, modifier, run, per: None }))
}

/// Where the words start that end right before the window and make the number behind them an age.
fn lead(input: Tokens<'_>) -> Option<usize> {
    let end = input.position();
    (end.saturating_sub(LONGEST_LEAD).max(end - input.before().len())..end).find(|&start| {
        let lead = input.at(start);
        // `Ice Age 3` is a name.
        let named = lead.first().is_some_and(Token::capitalized) && lead.previous().is_some();
        !named && words_of_age(lead).is_ok_and(|(rest, ())| rest.position() == end)
    })
}

fn words_of_age(input: Tokens<'_>) -> PResult<'_, ()> {
    let of = value((), pair(words(&["age", "ages"]), words(&["of", "between"])));
    let between = value((), pair(word("aged"), words(&["between", "from"])));
    let of_between = value((), (word("ages"), word("of"), word("between")));
    alt((of_between, of, between, value((), words(&["aged", "age", "ages"])))).parse(input)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics;

    #[test]
    fn ages() {
        check_statistics("A boy [aged 12] died at the [age of 30].", &["12 years", "30 years"]);
        check_statistics("Women [aged 20 to 34] and men [aged 65 and over].", &["20..34 years", "at_least 65 years"]);
        check_statistics("Children [ages 5-12] and those [aged between 18 and 24].", &["5..12 years", "18..24 years"]);
        check_statistics("The patient, [age 87], and people [aged over 60].", &["87 years", "more_than 60 years"]);
    }

    #[test]
    fn in_apposition() {
        check_statistics(
            "Marta Quill, [66], said so; Quill, 12, and Mr Dunn, [45], of Leeds, agreed.",
            &["66 years", "45 years"],
        );
        check_statistics("Quill, [66], has rested.", &["66 years"]);
        check_statistics(
            "James C. Quill, [44], of York, Ana de Silva, [33], said McBride, met Margit Har-Levi, [22].",
            &["44 years", "33 years", "22 years"],
        );
        check_statistics("In Norway, 12, and in May, 14, rooms; Mill Road, 12, 13; see Table, 20, there.", &[]);
    }

    #[test]
    fn no_age() {
        check_statistics("See Ice Age 3 in the age of 1990s television; agenda 21 and page 12.", &[]);
        check_statistics("Those aged 5 months, cheese aged [12 months old].", &["12 months old"]);
    }
}
