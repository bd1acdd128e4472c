//! The phrase before the verb that governs the claim.

use super::{AHEAD, WINDOW};
use crate::lexicon::Classes;
use crate::normalize::statistic::clause::Clause;
use crate::normalize::statistic::phrase::{
    clause_start, comma_before, is_pronoun, last_clause, states, wide_nouns_at, wide_phrase_start,
};
use crate::normalize::statistic::skeleton::Part;
use crate::normalize::statistic::verb::{is_closed, is_verb, verb_before};
use crate::parse::Run;
use crate::rules::statistic::Unit;
use crate::token::{Case, Kind};

/// How many verbs may stand between a claim and the verb that has a subject.
const VERBS: usize = 4;
/// Words of a plural that a bare number may count.
const LONGEST_PLURAL: usize = 3;
/// Longest phrase between two commas that only tells more of what stands before them.
const LONGEST_ASIDE: usize = 24;

/// The phrase before the verb that governs the claim; of a participle, that of the verb before it.
pub(super) fn of_verb(clause: &Clause<'_>) -> Option<Run> {
    let start = clause.run().start;
    let reach = start.saturating_sub(WINDOW).max(clause.sentence.start);
    let nearest = verb_before(clause, reach, start)?;
    let floor = floor(clause, reach, nearest);
    let mut end = nearest + 1;
    for _ in 0..VERBS {
        let verb = (floor..end).rev().find(|at| is_verb(clause, *at))?;
        let group = group_start(clause, verb, floor);
        let start = clause_start(clause, group, floor);
        let subject = Run { start, end: group };
        // `totaled $7 million and reflected a gain, having`: a verb that shares the subject of the one before.
        let acts = start > floor && start < group && is_verb(clause, start) && !clause.plays(start, Part::Nominal);
        let object = Run { start: start + 1, end: group };
        let gerund = clause.word(verb).ends_with("ing") || clause.word(group).ends_with("ing");
        let shares = acts && (gerund || clause.word(start).ends_with("ed") && !states(clause, object));
        // `, expecting net income to be`: the object of a participle.
        let subject = if acts && clause.word(start).ends_with("ing") && states(clause, object) { object } else { subject };
        if let Some(things) = measured_in(clause, subject) {
            return Some(things);
        }
        if start + 1 == group && is_pronoun(clause, start) && !clause.plays(start, Part::Relative) {
            return antecedent(clause, start);
        }
        if start < group && !shares && states(clause, subject) {
            let named = behind_adjunct(clause, last_clause(clause, subject));
            let pronoun = is_pronoun(clause, named.start);
            return if pronoun { antecedent(clause, named.start) } else { Some(named) };
        }
        // `1,204 households were helped, up 6%`: a claim is the subject.
        if let Some(things) = clause.counted_in(subject) {
            return Some(things);
        }
        if let Some(named) = before_aside(clause, group, floor) {
            return Some(named);
        }
        // `a petition which now has`: what stands before the pronoun.
        let relative = start > floor && clause.plays(start - 1, Part::Relative);
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

/// The freight of `12 tonnes of freight were moved`: what the claim measures that the phrase starts with.
fn measured_in(clause: &Clause<'_>, run: Run) -> Option<Run> {
    let claims = &clause.selected.statistics;
    let first = claims.partition_point(|claim| claim.run.start < run.start);
    let claim = claims.get(first).filter(|claim| claim.run.start == run.start && first < clause.index)?;
    let of = claim.run.end;
    let things = if clause.word(of) == "of" && of < run.end { wide_nouns_at(clause, of + 1) } else { None }?;
    (things.end <= run.end && matches!(claim.syntax.unit, Unit::Measure(..))).then_some(things)
}

/// How far back the verb is looked for: to the start of the clause that the claim is itself the subject of (`they said that
/// 20% live there` has none before it), to a semicolon, a bullet. `nearest` is the last verb before the claim.
fn floor(clause: &Clause<'_>, reach: usize, nearest: usize) -> usize {
    let Run { start, end } = clause.run();
    let enclosed = |at: usize| {
        (at..start).find_map(|at| match clause.kind(at) {
            Some(Kind::Open) => Some(false),
            Some(Kind::Close) => Some(true),
            _ => None,
        })
    };
    let parts = |at: usize| matches!(clause.kind(at), Some(Kind::Semicolon | Kind::Bullet)) && enclosed(at) != Some(true);
    let floor = (reach..start).rev().find(|at| parts(*at)).map_or(reach, |at| at + 1);
    let opener = (floor.max(nearest + 1)..start)
        .rev()
        .take_while(|at| clause.kind(*at) != Some(Kind::Comma))
        .find(|at| clause.plays(*at, Part::Opens));
    // `and 41 homes destroyed`: the claim is what the verb behind it is about.
    let counts = matches!(clause.syntax().unit, Unit::Nouns(_));
    let gapped = counts && start > clause.sentence.start && clause.word(start - 1) == "and" && clause.word(end).ends_with("ed");
    let named = clause.kind(end + 1) == Some(Kind::Word) && !clause.is(end + 1, Classes::NP_END);
    if gapped && !named {
        return start;
    }
    let Some(opener) = opener.filter(|at| clause.word(*at) != "with" && (counts || clause.word(*at) != "as")) else {
        return floor;
    };
    let finite = (end..clause.sentence.end)
        .take(AHEAD)
        .take_while(|at| clause.kind(*at) == Some(Kind::Word))
        .any(|at| is_verb(clause, at));
    if finite { opener + 1 } else { floor }
}

/// Where the verbs start that stand together with this one: `has also been`, `remained unchanged`.
fn group_start(clause: &Clause<'_>, verb: usize, floor: usize) -> usize {
    let mut group = verb;
    while group > floor {
        let before = group - 1;
        let quoted = matches!(clause.kind(before), Some(Kind::Quote | Kind::OpenQuote)) && group == verb;
        // `edged up`
        let relative = || clause.is(before, Classes::NP_LATE) && clause.plays(before - 1, Part::Relative);
        let particle =
            group == verb && clause.plays(verb, Part::Again) && before > floor && (is_verb(clause, before) || relative());
        let joins = particle || is_closed(clause, before) || clause.word(before) == "to" || clause.word(before).ends_with("ly");
        if !joins && !quoted {
            break;
        }
        group = before;
    }
    group
}

/// Where the phrase starts behind a preposition and what it governs: `in the mines the output`, `in November it`.
fn behind_adjunct(clause: &Clause<'_>, run: Run) -> Run {
    let preposition = |at: usize| clause.plays(at, Part::Preposition);
    if !preposition(run.start) {
        return run;
    }
    let starts = |at: usize| {
        let noun = clause.kind(at - 1) != Some(Kind::Hyphen)
            && !clause.is(at - 1, Classes::of(&[Classes::NP_END, Classes::CONNECTOR]))
            && !matches!(clause.word(at - 1), "and" | "or");
        noun && (clause.plays(at, Part::Article) || clause.plays(at, Part::Pronoun))
    };
    (run.start + 2..run.end).find(|at| starts(*at)).map_or(run, |start| Run { start, ..run })
}

/// `Brent crude, a benchmark for oils, lost`: what stands before the two commas, where the verb follows the second.
fn before_aside(clause: &Clause<'_>, verb: usize, floor: usize) -> Option<Run> {
    let second = verb.checked_sub(1).filter(|at| *at > floor && clause.kind(*at) == Some(Kind::Comma))?;
    let first =
        (floor.max(second.saturating_sub(LONGEST_ASIDE))..second).rev().find(|at| clause.kind(*at) == Some(Kind::Comma))?;
    let start = wide_phrase_start(clause, first);
    let run = Run { start, end: first };
    let article = usize::from(start > clause.sentence.start && clause.plays(start - 1, Part::Article));
    let opens = start - article == clause.sentence.start || clause.plays(start - article - 1, Part::Opens);
    if opens && start < first && states(clause, run) && !is_pronoun(clause, start) {
        return Some(run);
    }
    // `In contrast, boxes to and from Oslo, a large port, fell`
    let start = clause_start(clause, first, floor);
    let run = Run { start, end: first };
    let finite = !clause.word(verb).ends_with("ing") && !clause.plays(verb, Part::Again);
    let opens = finite && start < clause.sentence.start + AHEAD;
    let plain = (start..first).all(|at| !is_verb(clause, at) && !clause.in_claim(at)) && !clause.is(start, Classes::NP_END);
    (opens && plain && states(clause, run) && !is_pronoun(clause, start)).then_some(run)
}

/// `Quarterly Profit Rises 5%`, `Shares Up by 5%`: what stands before a word of change in a title, where verbs are capitalised.
pub(super) fn in_title(clause: &Clause<'_>) -> Option<Run> {
    let start = clause.run().start;
    let by = usize::from(start > clause.sentence.start && matches!(clause.word(start - 1), "by" | "By" | "to" | "To"));
    let change = (start - by).checked_sub(1).filter(|at| *at > clause.sentence.start && clause.is(*at, Classes::CHANGE))?;
    let run = Run { start: wide_phrase_start(clause, change), end: change };
    let title = clause.token(change).case == Case::Title && clause.token(change - 1).capitalized();
    (title && run.start < change && states(clause, run)).then_some(run)
}

/// `Growing by 2.6 percent, Lima Airport recorded`: the subject of the clause behind a participle that opens the sentence.
pub(super) fn behind_participle(clause: &Clause<'_>) -> Option<Run> {
    let first = clause.sentence.start;
    let opens = clause.word(first).ends_with("ing") && clause.token(first).capitalized() && !clause.in_claim(first);
    if !opens {
        return None;
    }
    let end = clause.run().end;
    let comma = (end..clause.sentence.end).take(WINDOW / 4).find(|at| clause.kind(*at) == Some(Kind::Comma))?;
    let participle = (first..clause.run().start).take(WINDOW).all(|at| clause.kind(at) != Some(Kind::Comma));
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

/// What a pronoun most likely stands for: the subject of the clause before in its sentence, or of the sentence before in the
/// same paragraph.
fn antecedent(clause: &Clause<'_>, pronoun: usize) -> Option<Run> {
    let end = clause.sentence.end;
    let many = clause.plays(pronoun, Part::Plural);
    let fits = |found: &Clause<'_>, run: Run| {
        !many
            || (run.start..run.end)
                .any(|at| clause.word(at) == "and" || found.is(at, Classes::PLURAL) || found.word(at).ends_with('s'))
    };
    let own = first_subject(clause, pronoun).filter(|run| run.end < pronoun && fits(clause, *run));
    // A person was told of before; what a number measures is seldom one.
    let thing = clause.plays(pronoun, Part::Whole) || clause.plays(pronoun, Part::Plural);
    own.or_else(|| {
        let before = clause.previous_sentence().filter(|_| thing)?;
        first_subject(&before, end).filter(|run| fits(&before, *run))
    })
}

/// The subject of the first verb of the sentence, before the end.
fn first_subject(clause: &Clause<'_>, end: usize) -> Option<Run> {
    let mut verbs = (clause.sentence.start..clause.sentence.end.min(end)).take(WINDOW).filter(|at| is_verb(clause, *at));
    verbs.find_map(|verb| {
        let start = clause_start(clause, verb, clause.sentence.start);
        let run = Run { start, end: verb };
        let named = start < verb && states(clause, run) && !is_pronoun(clause, start) && !clause.word(verb - 1).ends_with("ly");
        named.then_some(run)
    })
}

/// `China's digital economy, exceeding 50 trillion yuan`.
pub(super) fn apposition(clause: &Clause<'_>) -> Option<Run> {
    let start = clause.run().start;
    if start - clause.sentence.start > 3 * WINDOW {
        return None;
    }
    let comma =
        (clause.sentence.start..start).take(WINDOW).find(|at| matches!(clause.kind(*at), Some(Kind::Comma | Kind::Colon)))?;
    let run = Run { start: clause.sentence.start, end: comma };
    // In a list, what stands first is no more than its first item.
    let far = start - comma > 2 * WINDOW;
    let lists = far
        || (comma + 1..start.saturating_sub(1)).any(|at| clause.kind(at) == Some(Kind::Comma))
        || (run.start..run.end).any(|at| clause.in_claim(at));
    // `Additionally, 9% of them`
    let small = Classes::of(&[Classes::NP_END, Classes::CONNECTOR]);
    let alone = run.end == run.start + 1 && (clause.word(run.start).ends_with("ly") || clause.is(run.start, Classes::NP_LATE));
    let adverb = alone || (run.start..run.end).all(|at| clause.is(at, small));
    if lists || adverb || clause.plays(comma + 1, Part::Pronoun) {
        return None;
    }
    (states(clause, run) && !clause.is(run.start, Classes::NP_END) || clause.word(run.start) == "The").then_some(run)
}
