//! What a figure was before, in parentheses behind it: `SEK 424 million (353)`, `6.7 percent (7.1)`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::terminated;

use super::amount::looks_like_year;
use super::{Amount, StatisticSyntax, money, percent};
use crate::decimal::Decimal;
use crate::fact::StatisticModifier as Modifier;
use crate::grammar::number::{Number, scaled};
use crate::parse::{PResult, Run, Tokens, glued, kind, no_match};
use crate::token::Kind;

/// Longest figure before the parenthesis, in tokens.
const LONGEST: usize = 6;

/// A number alone in parentheses, right behind money or a percentage: it is the same a year earlier, in the same unit.
pub(super) fn earlier(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let minus = input.previous().is_some_and(|minus| minus.kind == Kind::Hyphen && minus.glued());
    let open = input.position().saturating_sub(1 + usize::from(minus));
    let opened = kind(Kind::Open)(input.at(open)).is_ok() && input.before().len() > 1 + usize::from(minus);
    if !opened {
        return no_match();
    }
    let (rest, number) = terminated(scaled, glued(kind(Kind::Close))).parse(input)?;
    // `(1)` is a footnote, `(2019)` a year.
    let small = number.base < Decimal::from(10) && number.base.to_integer().is_some();
    let Some(before) = (!small && !looks_like_year(input)).then(|| figure_before(input, open)).flatten() else {
        return no_match();
    };
    let power = if number.power == 0 { before.amount.low.power } else { number.power };
    let amount = Amount { low: Number { base: number.base, power }, high: None };
    let amount = if minus { amount.negated() } else { amount };
    let run = Run { start: open + 1, end: rest.position() - 1 };
    Ok((rest, StatisticSyntax { amount, run, modifier: Modifier::Exact, per: None, ..before }))
}

/// The money or percentage that ends right before the parenthesis.
fn figure_before(input: Tokens<'_>, open: usize) -> Option<StatisticSyntax> {
    let floor = open.saturating_sub(LONGEST).max(input.position() - input.before().len());
    (floor..open).find_map(|start| {
        let figure = |input| alt((money::sign_first, money::scaled_code_first, money::name_last, percent::percent)).parse(input);
        let (rest, found) = opt(figure).parse(input.at(start)).ok()?;
        found.filter(|found| rest.position() == open && found.run.end == open && found.amount.high.is_none())
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics;

    #[test]
    fn figures_of_the_period_before() {
        check_statistics(
            "Sales were [MSEK 1,234] ([1,122]), or [SEK 2.95] ([2.85]) a share.",
            &["1234000000 SEK", "1122000000 SEK", "2.95 SEK", "2.85 SEK"],
        );
        check_statistics(
            "Profit was [SEK 16m] ([-743]), [EUR 45.6 million] ([40.1]).",
            &["16000000 SEK", "-743000000 SEK", "45600000 EUR", "40100000 EUR"],
        );
        check_statistics(
            "Sales were [EUR 5.1] ([4.5]) million, [SEK 909.1 M] ([874.8]).",
            &["5100000 EUR", "4500000 EUR", "909100000 SEK", "874800000 SEK"],
        );
        check_statistics(
            "A margin of [6.7 percent] ([7.1]), of [5.1] ([4.5]) percent, of [5.1] ([4.5])%.",
            &["6.7 percent", "7.1 percent", "5.1 percent", "4.5 percent", "5.1 percent", "4.5 percent"],
        );
    }

    #[test]
    fn footnotes_and_years() {
        check_statistics(
            "Sales were [SEK 45 million] (2), [EUR 5 million] (2019) and [5%] (see 12).",
            &["45000000 SEK", "5000000 EUR", "5 percent"],
        );
    }
}
