//! Ages that a word before the number tells: `aged 12`. Those with a unit behind it are measures.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::value;
use nom::sequence::pair;

use super::amount::alone;
use super::{StatisticSyntax, Unit};
use crate::decimal::Decimal;
use crate::fact::StatisticKind;
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, lex, no_match, word, words};
use crate::token::{Case, Kind, Token};

/// The most years that a person's age has.
const OLDEST: i64 = 120;
/// Longest words before the number, in tokens: `ages of between`.
const LONGEST_LEAD: usize = 3;

/// `aged 12`, `at the age of 30`, `ages 5 to 12`, `aged 65 and over`.
pub(super) fn age(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let led = input.before().iter().rev().take(2 * LONGEST_LEAD).any(|token| {
        token.case != Case::Upper && {
            let written = token.span.of(input.document.text);
            written.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("ag"))
        }
    });
    if !led {
        return no_match();
    }
    let (rest, measured) = alone(input)?;
    let start = lead(input.at(measured.run.start));
    let years = |number: crate::grammar::number::Number| {
        number.power == 0 && number.base >= Decimal::ZERO && number.base <= Decimal::from(OLDEST)
    };
    let counted = Classes::of(&[Classes::UNIT, Classes::TIME_UNIT, Classes::PERCENT, Classes::CURRENCY, Classes::SCALE]);
    let goes_on = lex(counted)(rest).is_ok()
        || rest.first().is_some_and(|next| next.glued() && matches!(next.kind, Kind::Word | Kind::Hyphen | Kind::Slash));
    let fits = years(measured.amount.low) && measured.amount.high.is_none_or(years) && !goes_on;
    let (Some(start), true) = (start, fits) else { return no_match() };
    let run = Run { start, ..measured.run };
    let syntax = measured.into_syntax(StatisticKind::Measure, Unit::Named("years".to_owned()));
    Ok((rest, StatisticSyntax { run, ..syntax }))
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
    fn no_age() {
        check_statistics("See Ice Age 3 in the age of 1990s television; agenda 21 and page 12.", &[]);
        check_statistics("Those aged 5 months, cheese aged [12 months old].", &["12 months old"]);
    }
}
