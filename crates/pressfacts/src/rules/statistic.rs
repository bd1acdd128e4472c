//! Quantitative claims: what they look like. What they mean, and what the clause says of them, is for
//! [`normalize`](crate::normalize::statistic).

mod age;
mod amount;
mod count;
mod measure;
mod money;
mod multiple;
mod percent;
mod rank;
mod ratio;
#[cfg(test)]
mod traps;

use super::{Rule, Syntax};
use crate::fact::{StatisticKind, StatisticModifier};
use crate::grammar::number::{NUMBER, Number};
use crate::lexicon::Classes;
use crate::parse::Run;

/// A claim as the text has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StatisticSyntax {
    pub(crate) kind: StatisticKind,
    pub(crate) amount: Amount,
    pub(crate) unit: Unit,
    pub(crate) modifier: StatisticModifier,
    /// From the quantifier or sign to the last token of the unit.
    pub(crate) run: Run,
    /// What a rate is counted on: the `10,000 people` of `per 10,000 people`.
    pub(crate) per: Option<Run>,
}

/// A number, or the two ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) low: Number,
    pub(crate) high: Option<Number>,
}

/// What is counted or measured in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// A name or code that does not depend on what is written: `percent`, `CNY`.
    Named(String),
    /// As written, with its UCUM code.
    Measure(Run, String),
    /// The nouns counted.
    Nouns(Run),
    /// The text leaves it to what was said before: `a rise of 18,000`.
    Unsaid,
}

impl Syntax for StatisticSyntax {
    fn run(&self, _taken: Run) -> Run {
        self.run
    }
}

/// What a number may start with: digits and words, the `half` of `half a million`, the `million` of `a million`,
/// `dozens`.
const AMOUNT: Classes = Classes::of(&[NUMBER, Classes::SCALE, Classes::FRACTION, Classes::MANY]);

/// The rules of this family.
pub(crate) static RULES: &[Rule<StatisticSyntax>] = &[
    Rule { id: "statistics/age", trigger: NUMBER, parse: age::age },
    Rule { id: "statistics/percent", trigger: AMOUNT, parse: percent::percent },
    Rule { id: "statistics/money-sign", trigger: Classes::CURRENCY, parse: money::sign_first },
    Rule { id: "statistics/money-scaled-code", trigger: Classes::SCALED_CURRENCY, parse: money::scaled_code_first },
    Rule { id: "statistics/money-name", trigger: AMOUNT, parse: money::name_last },
    Rule { id: "statistics/measure", trigger: AMOUNT, parse: measure::measure },
    Rule { id: "statistics/rate", trigger: AMOUNT, parse: ratio::rate },
    Rule { id: "statistics/one-in-five", trigger: NUMBER, parse: ratio::some_of_many },
    Rule { id: "statistics/fraction", trigger: Classes::of(&[NUMBER, Classes::FRACTION]), parse: ratio::fraction_of },
    Rule { id: "statistics/top", trigger: Classes::SUPERLATIVE, parse: rank::top },
    Rule { id: "statistics/rank", trigger: rank::ORDINAL, parse: rank::rank },
    Rule { id: "statistics/number-one", trigger: Classes::IDENTIFIER_HEAD, parse: rank::number_one },
    Rule { id: "statistics/multiple-word", trigger: Classes::MULTIPLE, parse: multiple::doubled },
    Rule { id: "statistics/multiple", trigger: AMOUNT, parse: multiple::times },
    Rule { id: "statistics/count", trigger: AMOUNT, parse: count::count },
    Rule { id: "statistics/count-of-one", trigger: NUMBER, parse: count::single },
    Rule { id: "statistics/count-of-many", trigger: Classes::MANY, parse: count::many },
    Rule { id: "statistics/bare-number", trigger: AMOUNT, parse: count::bare },
];
