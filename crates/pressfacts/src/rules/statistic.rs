//! Quantitative claims: what they look like. What they mean, and what the clause says of them, is for
//! [`normalize`](crate::normalize::statistic).

mod age;
mod amount;
mod bare;
mod count;
mod earlier;
mod measure;
mod money;
mod multiple;
mod percent;
mod rank;
mod ratio;
#[cfg(test)]
mod traps;

use super::ahead::{Ahead, Signs};
use super::{Rule, Syntax};
use crate::fact::{StatisticKind, StatisticModifier};
use crate::grammar::number::{NUMBER, Number};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::token::Kind;

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

/// What names parts of a hundred behind a number; of `a quarter-point cut`, only the part is told by a class.
const PERCENT_AHEAD: Ahead = Ahead::of(&[Classes::PERCENT, Classes::FRACTION]);
/// What names money behind a number; `pounds` are a unit as well.
const MONEY_AHEAD: Ahead = Ahead::of(&[Classes::CURRENCY, Classes::SUBUNIT, Classes::SCALED_CURRENCY, Classes::UNIT]);
/// What a measure leads to: its unit, a letter of degrees, the mark of inches, a bracket, `in.`
const MEASURE_AHEAD: Ahead = Ahead::of(&[Classes::UNIT])
    .or(Signs::of(&[Kind::Quote, Kind::Apostrophe, Kind::Open, Kind::Symbol, Kind::Period]))
    .or(Signs::LETTERS);
/// `11th`, `third`.
const ORDINAL_AHEAD: Ahead = Ahead::of(&[Classes::ORDINAL, Classes::ORDINAL_SUFFIX]);
/// A number with a point or comma.
const POINTED_AHEAD: Ahead = Ahead::of(&[]).or(Signs::POINTED);
/// `1/4`, `½`.
const SLASHED_AHEAD: Ahead = POINTED_AHEAD.or(Signs::of(&[Kind::Slash]));
/// `4:1`, `4-to-1`, `4 to 1`.
const PROPORTION_AHEAD: Ahead = Ahead::of(&[Classes::DATE_JOINER]).or(Signs::of(&[Kind::Colon, Kind::Hyphen]));
/// What a number may start with: digits and words, the `half` of `half a million`, the `million` of `a million`,
/// `dozens`.
const AMOUNT: Classes = Classes::of(&[NUMBER, Classes::SCALE, Classes::FRACTION, Classes::MANY]);

/// The rules of this family.
pub(crate) static RULES: &[Rule<StatisticSyntax>] = &[
    Rule::new("statistics/age", NUMBER, age::age),
    Rule::new("statistics/percent", AMOUNT, percent::percent).leading_to(PERCENT_AHEAD),
    Rule::new("statistics/money-sign", Classes::CURRENCY, money::sign_first),
    Rule::new("statistics/money-scaled-code", Classes::SCALED_CURRENCY, money::scaled_code_first),
    Rule::new("statistics/money-name", AMOUNT, money::name_last).leading_to(MONEY_AHEAD),
    Rule::new("statistics/measure", AMOUNT, measure::measure).leading_to(MEASURE_AHEAD),
    Rule::new("statistics/magnitude", Classes::DIGITS, measure::magnitude).leading_to(POINTED_AHEAD),
    Rule::new("statistics/rate", AMOUNT, ratio::rate).needing(Classes::RATE_WORD),
    Rule::new("statistics/one-in-five", NUMBER, ratio::some_of_many),
    Rule::new("statistics/fraction", Classes::of(&[NUMBER, Classes::FRACTION]), ratio::fraction_of)
        .leading_to(Ahead::of(&[Classes::FRACTION])),
    Rule::new("statistics/part-in-digits", Classes::DIGITS, ratio::part_in_digits).leading_to(SLASHED_AHEAD),
    Rule::new("statistics/proportion", NUMBER, ratio::proportion).leading_to(PROPORTION_AHEAD),
    Rule::new("statistics/top", Classes::SUPERLATIVE, rank::top),
    Rule::new("statistics/rank", rank::ORDINAL, rank::rank).leading_to(ORDINAL_AHEAD),
    Rule::new("statistics/number-one", Classes::IDENTIFIER_HEAD, rank::number_one),
    Rule::new("statistics/multiple-word", Classes::MULTIPLE, multiple::doubled),
    Rule::new("statistics/twice", Classes::FREQUENCY, multiple::twice),
    Rule::new("statistics/multiple", AMOUNT, multiple::times).leading_to(Ahead::of(&[Classes::FACTOR_WORD])),
    Rule::new("statistics/count", AMOUNT, count::count),
    Rule::new("statistics/count-of-parts", NUMBER, count::parts).leading_to(Ahead::of(&[]).or(Signs::of(&[Kind::Hyphen]))),
    Rule::new("statistics/count-of-initials", Classes::DIGITS, count::initials).leading_to(POINTED_AHEAD),
    Rule::new("statistics/count-of-one", NUMBER, count::single),
    Rule::new("statistics/count-of-many", Classes::MANY, count::many),
    Rule::new("statistics/earlier-figure", Classes::DIGITS, earlier::earlier)
        .leading_to(Ahead::of(&[]).or(Signs::of(&[Kind::Close]))),
    Rule::new("statistics/bare-number", AMOUNT, bare::bare),
];
