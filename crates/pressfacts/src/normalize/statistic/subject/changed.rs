//! What changes, where the words of change tell.

use super::{AHEAD, WINDOW};
use crate::fact::StatisticKind;
use crate::lexicon::Classes;
use crate::normalize::statistic::clause::Clause;
use crate::normalize::statistic::phrase::{clause_start, is_pronoun, last_clause, noun_phrase_start, states, wide_nouns_at};
use crate::normalize::statistic::skeleton::Part;
use crate::normalize::statistic::verb::{is_closed, is_verb};
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
        } else if matches!(clause.kind(at), Some(Kind::Word | Kind::Hyphen))
            && !clause.is(at, Classes::NP_END)
            && !matches!(clause.word(at), "and" | "or")
        {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// `revenue growth of 23.4%`: what is named before a noun of change.
pub(super) fn growth_of(clause: &Clause<'_>) -> Option<Run> {
    let of = clause.run().start.checked_sub(1).filter(|of| clause.word(*of) == "of")?;
    let change = of.checked_sub(1).filter(|at| *at > clause.sentence.start && clause.noun_of_change(*at))?;
    let begin = noun_phrase_start(clause, change);
    let describes = |at: usize| clause.describes(at) || clause.is(at, Classes::of(&[Classes::BASIS, Classes::NP_END]));
    let named = Run { start: begin, end: change };
    let basis = clause.kind(begin) == Some(Kind::Hyphen) || (begin..change).any(|at| clause.lexeme(at, Classes::BASIS).is_some());
    let noun = (begin..change).any(|at| clause.kind(at) == Some(Kind::Word) && !describes(at)) && !describes(change - 1);
    (noun && !basis && states(clause, named)).then_some(named)
}

/// `a drop in prevalence from 47 percent`, `a decrease of 16% in the rate`: what stands behind the `in` of a noun of change.
pub(super) fn changed_in(clause: &Clause<'_>) -> Option<Run> {
    let Run { start, end } = clause.run();
    let link = start.checked_sub(1).filter(|link| matches!(clause.word(*link), "of" | "by" | "from" | "to"))?;
    if link > clause.sentence.start && clause.noun_of_change(link - 1) && clause.word(end) == "in" {
        return wide_nouns_at(clause, end + 1).filter(|run| !clause.dated(*run) && !clause.token(run.start).capitalized());
    }
    let floor = link.saturating_sub(2 * AHEAD).max(clause.sentence.start);
    // `a spike of arrivals by 4%`
    let by = clause.reads(link, "by");
    let opens = |at: usize| clause.reads(at, "in") || by && clause.reads(at, "of") && clause.noun_of_change(at - 1);
    let within = (floor + 1..link).rev().find(|at| opens(*at))?;
    let first = within + 1 + usize::from(clause.plays(within + 1, Part::Article));
    let noun = within > floor && clause.noun_of_change(within - 1);
    let part = |at: usize| {
        let ends = clause.is(at, Classes::NP_END) && clause.word(at) != "of";
        clause.kind(at) == Some(Kind::Word) && !ends && !clause.in_claim(at) && !is_verb(clause, at)
    };
    let run = Run { start: first, end: link };
    (noun && first < link && (first..link).all(part) && !clause.dated(run)).then_some(run)
}

/// `would increase food needs by 50 percent`, `will triple its output from 1.5 GWh`: the object of the verb; `exceeding by 5%
/// the target`.
pub(super) fn changed_by(clause: &Clause<'_>) -> Option<Run> {
    let by = clause.run().start.checked_sub(1).filter(|by| matches!(clause.word(*by), "by" | "from"))?;
    let floor = by.saturating_sub(3 * AHEAD).max(clause.sentence.start);
    let changing = Classes::of(&[Classes::CHANGE, Classes::MULTIPLE]);
    // `reduced the rate by`; `benefited earnings by`: any verb in the past that has an object.
    let acts = |at: usize| clause.word(by) == "by" && clause.word(at).ends_with("ed") && is_verb(clause, at);
    let inverted = || {
        let verb = by.checked_sub(1).filter(|at| *at >= clause.sentence.start && clause.word(*at).ends_with("ing"))?;
        let object = clause.word(by) == "by" && clause.plays(clause.run().end, Part::Article) && is_verb(clause, verb);
        if object { wide_nouns_at(clause, clause.run().end) } else { None }
    };
    let of = |verb: Option<usize>| verb.and_then(|verb| object_before(clause, verb, by));
    of((floor..by).rev().find(|at| clause.is(*at, changing)))
        .or_else(|| of((floor..by).rev().find(|at| acts(*at))))
        .or_else(inverted)
}

/// `boosted its quarterly dividend 20%`, `pushed the index up 3%`: the object right before the size of the change.
pub(super) fn object_of(clause: &Clause<'_>) -> Option<Run> {
    let start = clause.run().start;
    let floor = start.saturating_sub(2 * AHEAD).max(clause.sentence.start);
    let particle = start.checked_sub(1).filter(|at| matches!(clause.word(*at), "up" | "down" | "higher" | "lower"));
    if particle.is_none() && clause.syntax().kind != StatisticKind::Percent {
        return None;
    }
    let end = particle.unwrap_or(start);
    let verb = (floor..end).rev().find(|at| clause.plays(*at, Part::Levels) && is_verb(clause, *at))?;
    let sized = particle.is_some() || clause.is(verb, Classes::CHANGE);
    let acts = sized && clause.plays(verb + 1, Part::Article);
    if acts { object_before(clause, verb, end) } else { None }
}

/// The object between a verb and the `by` that tells how much it changed.
fn object_before(clause: &Clause<'_>, verb: usize, by: usize) -> Option<Run> {
    let start = verb + 1 + usize::from(clause.plays(verb + 1, Part::Article));
    let inside = |at: usize| {
        let part = matches!(
            clause.kind(at),
            Some(Kind::Word | Kind::Number | Kind::Hyphen | Kind::Open | Kind::Close | Kind::Possessive)
        );
        // `the rate of interest charged on reverse repurchases`, `the rate under the facility`
        let binds = at > start && clause.plays(at, Part::Preposition);
        let ends = clause.is(at, Classes::NP_END) && !binds && !clause.plays(at, Part::Article);
        part && !ends && (!clause.in_claim(at) || at == verb)
    };
    if !(start..by).all(inside) {
        return None;
    }
    let adverb = start + 1 == by && (clause.word(start).ends_with("ly") || clause.is(start, Classes::NP_LATE))
        || clause.lexeme(start, Classes::BASIS).is_some()
        || start < by && clause.dated(Run { start, end: by });
    // `saw combined traffic decline by`
    let changes = start < by && clause.is(by - 1, Classes::CHANGE);
    // `cutting costs by`, `will be lowering prices by`, `doubling its dividend from`; not `rising sales by`.
    let transitive = clause.plays(verb, Part::Levels)
        || clause.is(verb, Classes::MULTIPLE)
        || verb > clause.sentence.start && clause.plays(verb - 1, Part::Auxiliary);
    let acts = !clause.word(verb).ends_with("ing") || transitive;
    let names = start < by && !adverb && !changes && acts && !clause.noun_of_change(verb);
    names.then_some(Run { start, end: by })
}

/// `limits the catch to 390,000 tons`, `to hold the policy rate steady at 22 percent`, `keeping inflation close to 4%`: the
/// object of a verb that gives it a level.
pub(super) fn brought_to(clause: &Clause<'_>) -> Option<Run> {
    if matches!(clause.syntax().unit, Unit::Nouns(_)) {
        return None;
    }
    let start = clause.run().start;
    let link = start.checked_sub(1).filter(|to| matches!(clause.word(*to), "to" | "at"));
    let near = || clause.plays(start, Part::Steady).then_some(start);
    // `to the target range of 5 to 7 percent`
    let range = || {
        let of = start.checked_sub(1).filter(|of| clause.word(*of) == "of")?;
        let sum = |at: usize| clause.plays(at, Part::Sum) || clause.plays(at, Part::Between) || clause.plays(at, Part::Article);
        (clause.sentence.start..of).rev().take(AHEAD).find(|at| !sum(*at)).filter(|at| *at + 1 < of && clause.word(*at) == "to")
    };
    let to = link.or_else(range).or_else(near)?;
    let floor = to.saturating_sub(2 * AHEAD).max(clause.sentence.start);
    let verbal = |at: usize| !clause.word(at).ends_with("ed") || is_verb(clause, at);
    let levels = |at: usize| clause.plays(at, Part::Levels) && verbal(at) && !clause.noun_of_change(at);
    // `unchanged at`, `down to`
    let tells =
        |at: usize| clause.plays(at, Part::Steady) || matches!(clause.word(at), "up" | "down") || clause.word(at).ends_with("ly");
    let verb = (floor..to).rev().find(|at| levels(*at) || is_verb(clause, *at) && !tells(*at))?;
    let mut end = to;
    while end > verb + 1 && tells(end - 1) {
        end -= 1;
    }
    // `has been raised to`: it has no object.
    let is_passive = verb > floor && is_closed(clause, verb - 1) && clause.word(verb).ends_with("ed");
    if is_passive && !clause.word(verb - 1).starts_with("ha") {
        return None;
    }
    // `pushing down the yield to`
    let particle = usize::from(clause.plays(verb, Part::Levels) && matches!(clause.word(verb + 1), "up" | "down"));
    let article = usize::from(clause.plays(verb + 1 + particle, Part::Article));
    let run = Run { start: verb + 1 + particle + article, end };
    let part = |at: usize| {
        matches!(clause.kind(at), Some(Kind::Word | Kind::Number | Kind::Hyphen | Kind::Possessive | Kind::Open | Kind::Close))
            && (!clause.is(at, Classes::NP_END) || levels(verb) && at > run.start && clause.plays(at, Part::Binds))
            && !clause.in_claim(at)
    };
    if run.start >= end || !(run.start..end).all(part) || clause.dated(run) {
        return None;
    }
    let late = clause.is(end - 1, Classes::of(&[Classes::NP_LATE, Classes::CHANGE])) && article == 0;
    let names = levels(verb) || article == 1 && end > run.start + usize::from(end == to) || clause.word(end - 1).ends_with('s');
    let time = clause.is(end - 1, Classes::CALENDAR_UNIT);
    (names && !late && !time && states(clause, run)).then_some(run)
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
