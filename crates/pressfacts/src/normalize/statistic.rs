//! What the text has of statistics, to facts: values, units, and what the clause says of them.

mod basis;
mod change;
mod clause;
mod phrase;
mod skeleton;
mod subject;
mod unit;
mod verb;

use crate::decimal::Decimal;
use crate::fact::{Statistic, StatisticKind};
use crate::grammar::number::Number;
use crate::layout::Document;
use crate::parse::Run;
use crate::resolve::Selected;
use crate::rules::Candidate;
use crate::rules::statistic::StatisticSyntax;

use clause::Clause;
use skeleton::Skeleton;
use unit::Signs;

/// The facts, in the order of the text.
pub(crate) fn statistics(document: &Document<'_>, selected: &Selected) -> Vec<Statistic> {
    if selected.statistics.is_empty() {
        return Vec::new();
    }
    let signs = Signs::of(document);
    let skeleton = Skeleton::of(document, selected);
    let mut facts: Vec<Statistic> = Vec::with_capacity(selected.statistics.len());
    for (index, claim) in selected.statistics.iter().enumerate() {
        let clause = Clause::around(document, selected, &skeleton, index);
        let fact = statistic(&clause, claim, &signs, &facts);
        facts.push(fact);
    }
    facts
}

/// One claim; `earlier` are the facts before it.
fn statistic(clause: &Clause<'_>, claim: &Candidate<StatisticSyntax>, signs: &Signs, earlier: &[Statistic]) -> Statistic {
    let syntax = &claim.syntax;
    let low = syntax.amount.low.value();
    let high = syntax.amount.high.map(Number::value);
    let change = change::direction(clause, earlier);
    let (unit, unit_code, kind) = unit::unit(clause, syntax, signs, earlier);
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
        from: level_before(clause).filter(|_| change.is_none()),
        to: level_after(clause).filter(|_| change.is_some()),
        basis: change.and_then(|_| basis::basis(clause)),
        per: syntax.per.map(|run| clause.text(run)),
        of: if kind == StatisticKind::Percent { clause.whole().map(|run| clause.text(run)) } else { None },
        subject,
        date: None,
        rule: claim.rule.into(),
    }
}

/// The level before: `from 120 to 95 tonnes`, `fell to 4.1% from 4.5%`. The claim that it stands in is the level after.
fn level_before(clause: &Clause<'_>) -> Option<Decimal> {
    let Run { start, end } = clause.run();
    let before = clause.claim_before().filter(|before| before.run.end + 1 == start && clause.word(start - 1) == "to");
    let from = before.filter(|before| before.run.start.checked_sub(1).is_some_and(|at| clause.word(at) == "from"));
    let after = clause.claim_after().filter(|after| after.run.start == end + 1 && clause.word(end) == "from");
    let to = start.checked_sub(1).is_some_and(|at| clause.word(at) == "to");
    from.or(after.filter(|_| to)).map(|claim| claim.syntax.amount.low.value())
}

/// The level after a change of this size: `rose 5% to 12 million tonnes`.
fn level_after(clause: &Clause<'_>) -> Option<Decimal> {
    let end = clause.run().end;
    let after = clause.claim_after().filter(|after| after.run.start == end + 1 && clause.word(end) == "to");
    after.map(|claim| claim.syntax.amount.low.value())
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics_by;

    #[track_caller]
    fn check(markup: &str, levels: &[&str]) {
        let show = |value: Option<crate::Decimal>| value.map_or_else(String::new, |value| value.to_string());
        check_statistics_by(markup, |statistic| format!("{}>{}", show(statistic.from), show(statistic.to)), levels);
    }

    #[test]
    fn levels() {
        check("Imports fell from [120] to [95 tonnes].", &[">", "120>"]);
        check("Unemployment fell to [4.1%] from [4.5%].", &["4.5>", ">"]);
        check("Output rose [5%] to [12 million tonnes].", &[">12000000", ">"]);
        check("Output rose [5%] and hit [12 million tonnes].", &[">", ">"]);
    }
}
