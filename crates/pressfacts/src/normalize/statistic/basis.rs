//! What a change is measured against.

use super::clause::Clause;
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
        let date = clause.selected.dates.iter().find(|date| date.run.start >= end && date.run.start < last)?;
        let linked = date
            .run
            .start
            .checked_sub(1)
            .filter(|at| matches!(clause.word(*at), "since" | "from" | "between" | "over" | "in"))?;
        (linked >= end && clause.word(linked) != "in").then_some(Run { start: linked, end: date.run.end })
    };
    spoken.or_else(dated).map(|run| clause.text(run))
}
