//! Which way it changed, where the number is the size of a change.

use super::clause::Clause;
use super::skeleton::Part;
use crate::fact::{Change, Statistic, StatisticKind};
use crate::lexicon::Classes;
use crate::rules::statistic::Unit;
use crate::token::Kind;

/// How far the word of change may stand from its number.
const WINDOW: usize = 8;
/// The same, where `by` says that a change is meant.
const BY_WINDOW: usize = 14;
/// Longest basis, in tokens before its last.
const LONGEST_BASIS: usize = 5;
/// How near `of` must stand: `an increase of nearly`.
const NEAR: usize = 3;

/// The direction; `None` where the number is a level.
pub(super) fn direction(clause: &Clause<'_>, earlier: &[Statistic]) -> Option<Change> {
    if clause.syntax().kind == StatisticKind::Multiple && clause.run().len() < 4 {
        let own = (clause.run().start..clause.run().end).find_map(|at| clause.lexeme(at, Classes::MULTIPLE));
        if let Some((_, factor)) = own {
            return Some(if factor.starts_with('0') { Change::Decrease } else { Change::Increase });
        }
    }
    if clause.syntax().kind == StatisticKind::Rank {
        return None;
    }
    let signed = clause.run().start < clause.sentence.end && clause.word(clause.run().start) == "+";
    if signed && matches!(clause.syntax().kind, StatisticKind::Percent | StatisticKind::Money) {
        return Some(Change::Increase);
    }
    in_parentheses(clause, earlier)
        .or_else(|| gapped(clause, earlier))
        .or_else(|| based(clause, earlier))
        .or_else(|| compared(clause))
        .or_else(|| before(clause))
        .or_else(|| behind(clause))
}

/// `a rise of 18,000 (0.9%)`: the share says the same again.
fn in_parentheses(clause: &Clause<'_>, earlier: &[Statistic]) -> Option<Change> {
    let start = clause.run().start;
    let opened = start > 0 && clause.kind(start - 1) == Some(Kind::Open);
    let adjoins = clause.claim_before().is_some_and(|before| before.run.end + 1 == start);
    if opened && adjoins { earlier.last().and_then(|fact| fact.change) } else { None }
}

/// `Bergen grew 8.7%, Trondheim 5.4% and Stavanger 4.8%`: only a name since the claim before.
fn gapped(clause: &Clause<'_>, earlier: &[Statistic]) -> Option<Change> {
    let before = clause.claim_before()?;
    let fact = earlier.last().filter(|fact| fact.kind == clause.syntax().kind)?;
    let start = clause.run().start;
    let end = before.run.end;
    let joined = clause.word(end) == "and" || clause.kind(end) == Some(Kind::Comma);
    let first = end + 1 + usize::from(clause.word(end + 1) == "and");
    let is_name = |at: usize| clause.kind(at) == Some(Kind::Word) && clause.token(at).capitalized();
    let named = first < start && start - first <= NEAR && (first..start).all(is_name);
    if joined && named { fact.change } else { None }
}

/// `grew 8% compared with 2019 and 2% month on month`: the same change on another basis.
fn based(clause: &Clause<'_>, earlier: &[Statistic]) -> Option<Change> {
    let before = clause.claim_before()?;
    let fact = earlier.last().filter(|fact| fact.kind == clause.syntax().kind && fact.basis.is_some())?;
    let start = clause.run().start;
    let joined = matches!(clause.word(start.checked_sub(1)?), "and" | "or") && start <= before.run.end + WINDOW;
    let plain = (before.run.end..start).all(|at| clause.kind(at) != Some(Kind::Comma) && !clause.is(at, Classes::CHANGE));
    let measured = clause.lexeme(clause.run().end, Classes::BASIS).is_some();
    if joined && plain && measured { fact.change } else { None }
}

/// `grew by an average of`, `surging`, `an increase of`, before the number.
fn before(clause: &Clause<'_>) -> Option<Change> {
    let start = clause.run().start;
    let (mut by, mut of, mut far) = (false, false, 0);
    for back in 1..=BY_WINDOW {
        let at = start.checked_sub(back).filter(|at| *at >= clause.sentence.start)?;
        if let Some(change) = changed(clause, at, by) {
            return Some(change);
        }
        let word = clause.word(at);
        let listed = clause.kind(at) == Some(Kind::Comma) && at > 0 && (clause.in_claim(at - 1) || in_basis(clause, at - 1));
        let measured = clause.in_claim(at) || in_basis(clause, at) || word == "from" && in_basis(clause, at + 1);
        far += usize::from(!measured);
        let passes = listed || clause.in_claim(at) || measured || matches!(clause.kind(at), Some(Kind::Hyphen));
        let close = far <= WINDOW;
        let described = of && clause.kind(at) == Some(Kind::Word) && !clause.is(at, Classes::NP_END);
        match word {
            "by" => by = true,
            "of" if back <= NEAR => of = true,
            // `cut emissions by`: whatever the verb has for an object.
            _ if by && clause.kind(at) != Some(Kind::Semicolon) => {}
            // `grew at an annual rate of`
            "in" | "at" | "the" | "a" | "an" if of && close => {}
            _ if close && (passes || described || word.ends_with("ly") || clause.plays(at, Part::Between)) => {}
            _ => return None,
        }
    }
    None
}

/// Whether the token is part of a basis: `year-on-year`.
fn in_basis(clause: &Clause<'_>, at: usize) -> bool {
    (at.saturating_sub(LONGEST_BASIS)..=at).any(|start| clause.lexeme(start, Classes::BASIS).is_some_and(|(end, _)| end > at))
}

/// `$105 million above the plan`, `3% less than`.
fn compared(clause: &Clause<'_>) -> Option<Change> {
    let at = clause.run().end;
    let compares = clause.plays(at + 1, Part::Article) || clause.word(at + 1) == "than" || clause.is(at + 1, Classes::SHIFT);
    match (compares, clause.plays(at, Part::Above), clause.plays(at, Part::Below)) {
        (true, true, _) => Some(Change::Increase),
        (true, _, true) => Some(Change::Decrease),
        _ => None,
    }
}

/// `increase in`, `year-on-year growth`, `lower`, behind the number.
fn behind(clause: &Clause<'_>) -> Option<Change> {
    let counts =
        matches!(clause.syntax().kind, StatisticKind::Count | StatisticKind::Ratio) && clause.syntax().unit != Unit::Unsaid;
    let mut at = clause.run().end;
    if counts {
        return None;
    }
    for _ in 0..4 {
        if let Some((end, _)) = clause.lexeme(at, Classes::BASIS) {
            at = end;
            continue;
        }
        let written = clause.word(at);
        // `two tonnes fell`: no size of a fall.
        let finite = clause.plays(at, Part::Verb);
        if finite || written.ends_with("ed") || written.ends_with("ing") {
            return None;
        }
        if let Some(change) = changed(clause, at, true) {
            return Some(change);
        }
        // An adjective may stand between: `a 5% annual increase`.
        let describes = matches!(clause.kind(at), Some(Kind::Word | Kind::Hyphen))
            && !clause.is(at, Classes::of(&[Classes::NP_END, Classes::CONNECTOR]));
        if !describes {
            return None;
        }
        at += 1;
    }
    None
}

/// The direction of the word of change at the position. Some words are one only with `by`: `raised $5 million` is none.
fn changed(clause: &Clause<'_>, at: usize, by: bool) -> Option<Change> {
    // `up to` and `down to` are no changes.
    if !clause.is(at, Classes::CHANGE) || matches!(clause.word(at), "up" | "down") && clause.word(at + 1) == "to" {
        return None;
    }
    // `gave up 500 yards`
    let of_verb = at > clause.sentence.start && clause.lexeme(at - 1, Classes::CHANGE).is_some_and(|(_, value)| value == "none");
    if of_verb {
        return None;
    }
    let (_, value) = clause.lexeme(at, Classes::CHANGE)?;
    match value {
        "increase" => Some(Change::Increase),
        "decrease" => Some(Change::Decrease),
        "increase-by" if by || in_parts(clause) => Some(Change::Increase),
        "decrease-by" if by || in_parts(clause) => Some(Change::Decrease),
        _ => None,
    }
}

/// Whether it is counted in what only changes are: percentages, points, coins: `added 15 sen`.
fn in_parts(clause: &Clause<'_>) -> bool {
    let syntax = clause.syntax();
    match &syntax.unit {
        Unit::Named(name) if syntax.kind == StatisticKind::Money => name.bytes().any(|byte| byte.is_ascii_lowercase()),
        Unit::Nouns(run) => matches!(clause.word(run.start), "points" | "point") && run.len() == 1,
        _ => syntax.kind == StatisticKind::Percent,
    }
}

#[cfg(test)]
mod tests {
    use crate::fact::Change;
    use crate::testing::check_statistics_by;

    #[track_caller]
    fn check(markup: &str, changes: &[&str]) {
        let sign = |change| match change {
            Some(Change::Increase) => "+".to_owned(),
            Some(Change::Decrease) => "-".to_owned(),
            None => String::new(),
        };
        check_statistics_by(markup, |statistic| sign(statistic.change), changes);
    }

    #[test]
    fn sizes_of_changes() {
        check("Sales grew sharply by an average of [13 percent].", &["+"]);
        check("Sales fell [3%] and costs were down [2%].", &["-", "-"]);
        check("A [5%] annual increase, an increase of [nearly 15,000 firms] and a [800%] surge.", &["+", "+", "+"]);
        check("They grew by [20%] and [25%] year-on-year.", &["+", "+"]);
        check("Output grew at an annual rate of [2.8%], and closed at a rate of [3%].", &["+", ""]);
        check("It rose [18,000] ([0.9%]) in May.", &["+", "+"]);
        check("Traffic grew [8%] compared with last year and [2%] month on month.", &["+", "+"]);
        check("Rents rose [4%], [7%], [9%] and [3%]; [two tonnes] fell.", &["+", "+", "+", "+", ""]);
        check("It added [8.5 points]; it added [15 sen]; it added [5 firms].", &["+", "+", ""]);
        check("It cut emissions by [4%], [$5 million] above the plan.", &["-", "+"]);
        check("Sales [doubled] and costs [halved].", &["+", "-"]);
        check("Bergen grew [8.7%], Troms [5.4%] and Oslo [4.8%]; the rate was [2%], Troms told us.", &["+", "+", "+", ""]);
        check("Shares added [2%] while milk output fell [0.3 points].", &["+", "-"]);
    }

    #[test]
    fn levels() {
        check("Sales rose [5%] to [12 million tonnes].", &["+", ""]);
        check("It fell from [12%] in May to [11%] in June.", &["", ""]);
        check("It gave up [500 goals], and was up [500 points].", &["", "+"]);
        check("It raised [up to $5 million] from [30 growing firms].", &["", ""]);
    }
}
