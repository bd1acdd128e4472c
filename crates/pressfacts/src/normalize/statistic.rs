//! What the text has of statistics, to facts: values, units, and what the clause says of them.

mod basis;
mod change;
mod clause;
mod subject;
mod unit;
mod verb;

use crate::decimal::Decimal;
use crate::fact::{Change, Statistic, StatisticKind};
use crate::grammar::number::Number;
use crate::layout::Document;
use crate::resolve::Selected;
use crate::rules::Candidate;
use crate::rules::statistic::StatisticSyntax;

use clause::Clause;

/// The facts, in the order of the text.
pub(crate) fn statistics(document: &Document<'_>, selected: &Selected) -> Vec<Statistic> {
    let dollar = unit::dollar(document);
    let mut facts: Vec<Statistic> = Vec::new();
    for (index, claim) in selected.statistics.iter().enumerate() {
        let clause = Clause::around(document, selected, index);
        let fact = statistic(&clause, claim, &dollar, &facts);
        facts.push(fact);
    }
    facts
}

/// One claim; `earlier` are the facts before it.
fn statistic(clause: &Clause<'_>, claim: &Candidate<StatisticSyntax>, dollar: &str, earlier: &[Statistic]) -> Statistic {
    let syntax = &claim.syntax;
    let low = syntax.amount.low.value();
    let high = syntax.amount.high.map(Number::value);
    let change = change::direction(clause, earlier);
    let (unit, unit_code, kind) = unit::named(clause, syntax, dollar, earlier);
    let span = clause.document.span(syntax.run.start..syntax.run.end);
    let subject = subject::subject(clause, kind, change, &unit, earlier);
    Statistic {
        span,
        text: span.of(clause.document.text).to_owned(),
        value: high.is_none().then_some(low),
        low: high.map(|_| low),
        high,
        unit,
        unit_code,
        kind,
        modifier: syntax.modifier,
        change,
        from: level(clause, earlier, change),
        to: None,
        basis: change.and_then(|_| basis::basis(clause)),
        per: syntax.per.map(|run| clause.text(run)),
        of: if kind == StatisticKind::Percent { clause.whole().map(|run| clause.text(run)) } else { None },
        subject,
        date: None,
        rule: claim.rule.to_owned(),
    }
}

/// The level that a change to this one started from: `from 120 to 95 tonnes`.
fn level(clause: &Clause<'_>, earlier: &[Statistic], change: Option<Change>) -> Option<Decimal> {
    let before = clause.claim_before()?;
    let joined = clause.word(clause.run().start - 1) == "to" && before.run.end + 1 == clause.run().start;
    let levels = before.run.start > 0 && clause.word(before.run.start - 1) == "from";
    let value = earlier.last().and_then(|fact| fact.value);
    value.filter(|_| joined && levels && change.is_none())
}
