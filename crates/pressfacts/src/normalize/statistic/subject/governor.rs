//! The phrase before the verb that governs the claim.

use super::WINDOW;
use crate::lexicon::Classes;
use crate::normalize::statistic::clause::Clause;
use crate::normalize::statistic::phrase::{
    clause_start, comma_before, is_pronoun, last_clause, states, wide_nouns_at, wide_phrase_start,
};
use crate::normalize::statistic::verb::{is_closed, is_verb};
use crate::parse::Run;
use crate::token::{Case, Kind};

/// How many verbs may stand between a claim and the verb that has a subject.
const VERBS: usize = 4;
/// Words of a plural that a bare number may count.
const LONGEST_PLURAL: usize = 3;
/// Longest phrase between two commas that only tells more of what stands before them.
const LONGEST_ASIDE: usize = 24;

/// The phrase before the verb that governs the claim; of a participle, that of the verb before it.
pub(super) fn of_verb(clause: &Clause<'_>) -> Option<Run> {
    let floor = clause.run().start.saturating_sub(WINDOW).max(clause.sentence.start);
    let mut end = clause.run().start;
    for _ in 0..VERBS {
        let verb = (floor..end).rev().find(|at| is_verb(clause, *at))?;
        let mut group = verb;
        while group > floor
            && (is_closed(clause, group - 1) || clause.word(group - 1) == "to" || clause.word(group - 1).ends_with("ly"))
        {
            group -= 1;
        }
        let start = clause_start(clause, group, floor);
        let subject = Run { start, end: group };
        if start < group && states(clause, subject) {
            let named = last_clause(clause, subject);
            return if is_pronoun(clause, named.start) { antecedent(clause) } else { Some(named) };
        }
        // `1,204 households were helped, up 6%`: a claim is the subject.
        if let Some(things) = clause.counted_in(subject) {
            return Some(things);
        }
        if let Some(named) = before_aside(clause, group, floor) {
            return Some(named);
        }
        // `a petition which now has`: what stands before the pronoun.
        let relative = start > floor && clause.plays(start - 1, "relative");
        let antecedent = relative.then(|| wide_phrase_start(clause, comma_before(clause, start - 1)));
        if let Some(start) = antecedent.filter(|begin| *begin < start - 1) {
            return Some(Run { start, end: comma_before(clause, group - 1) });
        }
        if start <= floor {
            return None;
        }
        end = start;
    }
    None
}

/// `Brent crude, a benchmark for oils, lost`: what stands before the two commas, where the verb follows the second.
fn before_aside(clause: &Clause<'_>, verb: usize, floor: usize) -> Option<Run> {
    let second = verb.checked_sub(1).filter(|at| *at > floor && clause.kind(*at) == Some(Kind::Comma))?;
    let first =
        (floor.max(second.saturating_sub(LONGEST_ASIDE))..second).rev().find(|at| clause.kind(*at) == Some(Kind::Comma))?;
    let start = wide_phrase_start(clause, first);
    let run = Run { start, end: first };
    let article = usize::from(start > clause.sentence.start && clause.plays(start - 1, "article"));
    let opens = start - article == clause.sentence.start || clause.plays(start - article - 1, "opens");
    (opens && start < first && states(clause, run) && !is_pronoun(clause, start)).then_some(run)
}

/// `Growing by 2.6 percent, Lima Airport recorded`: the subject of the clause behind a participle that opens the sentence.
pub(super) fn behind_participle(clause: &Clause<'_>) -> Option<Run> {
    let first = clause.sentence.start;
    let opens = clause.word(first).ends_with("ing") && clause.token(first).capitalized() && !clause.in_claim(first);
    let end = clause.run().end;
    let comma = (end..clause.sentence.end).take(WINDOW / 4).find(|at| clause.kind(*at) == Some(Kind::Comma))?;
    let participle = opens && (first..clause.run().start).take(WINDOW).all(|at| clause.kind(at) != Some(Kind::Comma));
    let acts = participle && !(first + 1..comma).any(|at| is_closed(clause, at));
    let run = wide_nouns_at(clause, comma + 1).filter(|_| acts)?;
    states(clause, run).then_some(run)
}

/// The plural that is the whole subject of the clause: what a bare number counts in `users reached 1.2bn`.
pub(in crate::normalize::statistic) fn counted_subject(clause: &Clause<'_>) -> Option<Run> {
    let run = of_verb(clause)?;
    let things = clause.nouns_at(run.start).filter(|nouns| nouns.end == run.end && nouns.len() <= LONGEST_PLURAL)?;
    let last = clause.word(things.end - 1);
    let plural = last.ends_with('s') || clause.is(things.end - 1, Classes::PLURAL);
    (plural && clause.token(things.end - 1).case == Case::Lower).then_some(things)
}

/// What a pronoun most likely stands for: the subject of the sentence before, in the same paragraph.
fn antecedent(clause: &Clause<'_>) -> Option<Run> {
    let before = clause.previous_sentence()?;
    let verb = (before.sentence.start..before.sentence.end).take(WINDOW).find(|at| is_verb(&before, *at))?;
    let start = clause_start(&before, verb, before.sentence.start);
    let run = Run { start, end: verb };
    (start < verb && states(&before, run) && !is_pronoun(&before, start)).then_some(run)
}

/// `China's digital economy, exceeding 50 trillion yuan`.
pub(super) fn apposition(clause: &Clause<'_>) -> Option<Run> {
    let start = clause.run().start;
    let comma =
        (clause.sentence.start..start).take(WINDOW).find(|at| matches!(clause.kind(*at), Some(Kind::Comma | Kind::Colon)))?;
    let run = Run { start: clause.sentence.start, end: comma };
    // In a list, what stands first is no more than its first item.
    let lists = (comma + 1..start.saturating_sub(1)).any(|at| clause.kind(at) == Some(Kind::Comma))
        || (run.start..run.end).any(|at| clause.in_claim(at));
    if lists || clause.plays(comma + 1, "pronoun") {
        return None;
    }
    (states(clause, run) && !clause.is(run.start, Classes::NP_END) || clause.word(run.start) == "The").then_some(run)
}
