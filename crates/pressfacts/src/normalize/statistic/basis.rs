//! What a change is measured against.

use super::clause::Clause;
use super::skeleton::Part;
use crate::lexicon::Classes;
use crate::parse::Run;

/// How far behind the number its basis may stand.
const WINDOW: usize = 12;

/// `year-on-year`, `since 2017`, `compared with last year`, as written.
pub(super) fn basis(clause: &Clause<'_>) -> Option<String> {
    let Run { start, end } = clause.run();
    let last = (end + WINDOW).min(clause.sentence.end);
    let first = start.saturating_sub(WINDOW / 3).max(clause.sentence.start);
    let spoken = (end..last).chain((first..start).rev()).find_map(|at| {
        let (until, _) = clause.lexeme(at, Classes::BASIS)?;
        Some(Run { start: at, end: until })
    });
    let dated = || {
        let dates = &clause.selected.dates;
        let next = dates.partition_point(|date| date.run.start < end);
        let date = dates.get(next).filter(|date| date.run.start < last)?;
        let linked = date.run.start.checked_sub(1).filter(|at| clause.plays(*at, Part::Since))?;
        (linked >= end && clause.word(linked) != "in").then_some(Run { start: linked, end: date.run.end })
    };
    let right_behind = dated().filter(|run| run.start == end);
    right_behind.or(spoken).or_else(dated).map(|run| clause.text(run))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics_by;

    #[track_caller]
    fn check(markup: &str, bases: &[&str]) {
        check_statistics_by(markup, |statistic| statistic.basis.clone().unwrap_or_default(), bases);
    }

    #[test]
    fn bases() {
        check("Exports grew [5%] year-on-year.", &["year-on-year"]);
        check("A [22.5%] year-on-year increase in exports was seen.", &["year-on-year"]);
        check("Exports rose [8%] on the previous year.", &["the previous year"]);
    }

    #[test]
    fn levels_have_none() {
        check("Exports were [5 million tonnes], as in the previous year.", &[""]);
    }
}
