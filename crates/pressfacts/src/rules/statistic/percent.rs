//! Percentages, percentage points, basis points.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::map;
use nom::sequence::preceded;

use super::amount::{any_number, measured, opt_hyphen};
use super::{Amount, StatisticSyntax, Unit};
use crate::fact::{StatisticKind, StatisticModifier as Modifier};
use crate::grammar::number::{part_of_one, scaled};
use crate::lexicon::Classes;
use crate::parse::{Lexeme, PResult, Run, Tokens, glued, kind, lex, no_match, words};
use crate::token::{Case, Kind, Token};

/// `29.9%`, `5-10 per cent`, `1.2 percentage points`.
pub(super) fn percent(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let number = |input| alt((part_of_one, any_number)).parse(input);
    let point = |input| map(terminated_point, |run| Lexeme { run, value: "percentage point" }).parse(input);
    if let Ok(found) = decline(input) {
        return Ok(found);
    }
    let (rest, measured) = measured(number, unit)(input).or_else(|_| measured(part_of_one, point)(input))?;
    let unit = Unit::Named(measured.unit.value.to_owned());
    Ok((rest, measured.into_syntax(StatisticKind::Percent, unit)))
}

/// Bookkeepers' minus: the `(3.4)%` of a table.
fn decline(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let nth = |back: usize| input.before().iter().rev().nth(back).map(|token| token.kind);
    // `a margin of 5.1 (4.5)%`: the one before in parentheses.
    let opened = input.first().is_some_and(Token::glued) && nth(0) == Some(Kind::Open) && nth(1) != Some(Kind::Number);
    if !opened {
        return no_match();
    }
    let (rest, low) = scaled(input)?;
    let (rest, unit) = preceded(glued(kind(Kind::Close)), glued(unit)).parse(rest)?;
    let run = Run { start: input.position() - 1, end: rest.position() };
    let amount = Amount { low, high: None }.negated();
    let unit = Unit::Named(unit.value.to_owned());
    Ok((rest, StatisticSyntax { kind: StatisticKind::Percent, amount, unit, modifier: Modifier::Exact, run, per: None }))
}

/// The `-point` of `a quarter-point cut`.
fn terminated_point(input: Tokens<'_>) -> PResult<'_, Run> {
    let (rest, _) = preceded(glued(kind(Kind::Hyphen)), words(&["point", "points"])).parse(input)?;
    Ok((rest, input.until(rest)))
}

/// A word or sign for parts of a hundred.
pub(super) fn unit(input: Tokens<'_>) -> PResult<'_, Lexeme<'_>> {
    if !input.first().is_some_and(|first| first.kind == Kind::Hyphen || first.opens.any(Classes::PERCENT)) {
        return no_match();
    }
    let (rest, unit) = preceded(opt_hyphen, lex(Classes::PERCENT)).parse(input)?;
    // `PCT` and `BP` are names.
    let name = input.first().is_some_and(|first| first.case == Case::Upper && first.span.len() <= 3);
    if name { no_match() } else { Ok((rest, unit)) }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics;

    #[test]
    fn percent() {
        check_statistics("Exports rose [29.9%] and imports [nearly 5 per cent].", &["29.9 percent", "nearly 5 percent"]);
        check_statistics("It fell [1.2 percentage points], or [25 basis points].", &["1.2 percentage point", "25 basis point"]);
        check_statistics("A rate of [5-10%] or [2 to 3 percent] is usual.", &["5..10 percent", "2..3 percent"]);
        check_statistics("Sales and profits grew by [20%] and [25%], respectively.", &["20 percent", "25 percent"]);
        check_statistics("They grew [20] and [25 percent].", &["20 percent", "25 percent"]);
        check_statistics("Its forecast went from [5 to 7 per cent] to [3 to 5 per cent].", &["5..7 percent", "3..5 percent"]);
        check_statistics("Growth went from [5] to [7 per cent] in May.", &["5 percent", "7 percent"]);
        check_statistics("It read [-5%] on the scale, up [2pc].", &["-5 percent", "2 percent"]);
        check_statistics("It fell less ([-0.1%] vs [-0.3%]) in SARS-19% of it.", &["-0.1 percent", "-0.3 percent"]);
        check_statistics(
            "It rose [half a percent], [three-quarters of a percentage point] or [3-1/2 percent].",
            &["0.5 percent", "0.75 percentage point", "3.5 percent"],
        );
        check_statistics("A [quarter-point] cut and [one and a quarter percent].", &["0.25 percentage point", "1.25 percent"]);
        check_statistics("Margin [(3.4)%], or ([3.4%]) of it.", &["-3.4 percent", "3.4 percent"]);
        check_statistics("Growth of [8% to 12%]; it rose [5%] to [12%].", &["8..12 percent", "5 percent", "12 percent"]);
        check_statistics("A [0.6 per cent] fee; it rose [4 . 8 %] there.", &["0.6 percent", "4.8 percent"]);
    }

    #[test]
    fn no_percentage() {
        check_statistics("[Half a point] behind, at the quarter point of the half-time break.", &["0.5 point"]);
        check_statistics("See page%20one of SARS-19% of it, and [50 PCT filings].", &["50 PCT filings"]);
    }
}
