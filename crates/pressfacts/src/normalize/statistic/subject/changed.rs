//! What changes, where the words of change tell.

use super::{AHEAD, WINDOW};
use crate::fact::StatisticKind;
use crate::lexicon::Classes;
use crate::normalize::statistic::clause::Clause;
use crate::normalize::statistic::phrase::{clause_start, is_pronoun, last_clause, states, wide_nouns_at};
use crate::normalize::statistic::verb::is_verb;
use crate::parse::Run;
use crate::rules::statistic::Unit;
use crate::token::Kind;

/// `a 22.5% year-on-year increase in valid patents`, `9% EPS growth`.
pub(super) fn what_changes(clause: &Clause<'_>) -> Option<Run> {
    let end = clause.run().end;
    let (mut at, mut first) = (end, end);
    for _ in 0..AHEAD {
        if let Some((behind, _)) = clause.lexeme(at, Classes::BASIS) {
            (at, first) = (behind, behind);
        } else if clause.is(at, Classes::CHANGE) {
            if clause.word(at + 1) == "in" {
                return wide_nouns_at(clause, at + 2).filter(|run| !clause.dated(*run));
            }
            let named = Run { start: first, end: at };
            let noun = first < at && clause.noun_of_change(at) && !clause.describes(at - 1);
            return noun.then_some(named);
        } else if matches!(clause.kind(at), Some(Kind::Word | Kind::Hyphen)) && !clause.is(at, Classes::NP_END) {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// `a drop in prevalence from 47 percent`, `a decrease of 16% in the rate`: what stands behind the `in` of a noun of change.
pub(super) fn changed_in(clause: &Clause<'_>) -> Option<Run> {
    let Run { start, end } = clause.run();
    let link = start.checked_sub(1).filter(|link| matches!(clause.word(*link), "of" | "by" | "from" | "to"))?;
    if link > clause.sentence.start && clause.noun_of_change(link - 1) && clause.word(end) == "in" {
        return wide_nouns_at(clause, end + 1).filter(|run| !clause.dated(*run) && !clause.token(run.start).capitalized());
    }
    let floor = link.saturating_sub(2 * AHEAD).max(clause.sentence.start);
    let within = (floor..link).rev().find(|at| clause.word(*at) == "in")?;
    let first = within + 1 + usize::from(clause.plays(within + 1, "article"));
    let noun = within > floor && clause.noun_of_change(within - 1);
    let part = |at: usize| {
        let ends = clause.is(at, Classes::NP_END) && clause.word(at) != "of";
        clause.kind(at) == Some(Kind::Word) && !ends && !clause.in_claim(at) && !is_verb(clause, at)
    };
    let run = Run { start: first, end: link };
    (noun && first < link && (first..link).all(part) && !clause.dated(run)).then_some(run)
}

/// `would increase food needs by 50 percent`, `will triple its output from 1.5 GWh`: the object of the verb.
pub(super) fn changed_by(clause: &Clause<'_>) -> Option<Run> {
    let by = clause.run().start.checked_sub(1).filter(|by| matches!(clause.word(*by), "by" | "from"))?;
    let floor = by.saturating_sub(2 * AHEAD).max(clause.sentence.start);
    let verb = (floor..by).rev().find(|at| clause.is(*at, Classes::of(&[Classes::CHANGE, Classes::MULTIPLE])))?;
    let start = verb + 1 + usize::from(clause.plays(verb + 1, "article"));
    let inside = |at: usize| {
        let part = matches!(
            clause.kind(at),
            Some(Kind::Word | Kind::Number | Kind::Hyphen | Kind::Open | Kind::Close | Kind::Possessive)
        );
        let ends = clause.is(at, Classes::NP_END) && clause.word(at) != "of" && !clause.plays(at, "article");
        part && !ends && (!clause.in_claim(at) || at == verb)
    };
    if !(start..by).all(inside) {
        return None;
    }
    let adverb = start + 1 == by && (clause.word(start).ends_with("ly") || clause.is(start, Classes::NP_LATE))
        || clause.lexeme(start, Classes::BASIS).is_some()
        || start < by && clause.dated(Run { start, end: by });
    let names = start < by && !adverb && !clause.word(verb).ends_with("ing") && !clause.noun_of_change(verb);
    names.then_some(Run { start, end: by })
}

/// `limits the catch to 390,000 tons`, `brings the total to 20 million`: the object of any verb that gives it a level.
pub(super) fn brought_to(clause: &Clause<'_>) -> Option<Run> {
    let to = clause.run().start.checked_sub(1).filter(|to| matches!(clause.word(*to), "to" | "at"))?;
    let counts = matches!(clause.syntax().unit, Unit::Nouns(_));
    let floor = to.saturating_sub(2 * AHEAD).max(clause.sentence.start);
    let verb = (floor..to).rev().find(|at| is_verb(clause, *at)).filter(|verb| !counts && verb + 2 < to)?;
    let article = usize::from(clause.plays(verb + 1, "article"));
    let run = Run { start: verb + 1 + article, end: to };
    let part = |at: usize| {
        matches!(clause.kind(at), Some(Kind::Word | Kind::Number | Kind::Hyphen | Kind::Possessive))
            && !clause.is(at, Classes::NP_END)
            && !clause.in_claim(at)
    };
    let late = clause.is(to - 1, Classes::of(&[Classes::NP_LATE, Classes::CHANGE])) && article == 0;
    let names = article == 1 || clause.word(to - 1).ends_with('s');
    (names && !late && (run.start..run.end).all(part) && !clause.dated(run)).then_some(run)
}

/// `halved the costs`, `costs halved`: the object of the verb that is itself the claim, or else what stands before it.
pub(super) fn what_multiplied(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    let Run { start, end } = clause.run();
    if kind != StatisticKind::Multiple || clause.lexeme(end - 1, Classes::MULTIPLE).is_none() {
        return None;
    }
    let object = wide_nouns_at(clause, end).filter(|run| !clause.dated(*run) && !clause.dated(Run { start: end, end: run.end }));
    if object.is_some() {
        return object;
    }
    let past = clause.word(end - 1).ends_with('d') && clause.word(end - 1) != "fold";
    let first = clause_start(clause, start, start.saturating_sub(WINDOW).max(clause.sentence.start));
    let run = Run { start: first, end: start };
    (past && states(clause, run)).then(|| last_clause(clause, run)).filter(|run| !is_pronoun(clause, run.start))
}
