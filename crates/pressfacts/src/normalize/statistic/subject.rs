//! What a claim measures, by the shape of its clause.

use super::clause::Clause;
use super::verb::is_verb;
use crate::fact::{Change, Statistic, StatisticKind};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::rules::statistic::Unit;
use crate::token::{Case, Kind};

/// How far before the claim its verb is looked for.
const WINDOW: usize = 40;
/// How far behind the claim what changes, or what is ranked, is looked for.
const AHEAD: usize = 6;
/// How many verbs may stand between a claim and the verb that has a subject.
const VERBS: usize = 4;

/// The subject as written; `None` where the clause does not tell.
pub(super) fn subject(
    clause: &Clause<'_>,
    kind: StatisticKind,
    change: Option<Change>,
    unit: &str,
    earlier: &[Statistic],
) -> Option<String> {
    if let Some(same) = said_again(clause, change, earlier) {
        return Some(same);
    }
    let run = what_changes(clause)
        .or_else(|| what_is_ranked(clause, kind))
        .or_else(|| counted_on(clause, kind))
        .or_else(|| in_what(clause, kind))
        .or_else(|| what_of(clause))
        .or_else(|| shared_whole(clause))
        .or_else(|| of_verb(clause))
        .or_else(|| apposition(clause))
        .or_else(|| clause.whole());
    let Some(run) = run else {
        // A number whose unit was said before measures that.
        return (clause.syntax().unit == Unit::Unsaid && !unit.is_empty()).then(|| unit.to_owned());
    };
    let run = respective(clause, run).unwrap_or(run);
    Some(clause.text(run))
}

/// The subject of the claim before, which this one only says in another way: `18,000 (0.9%)`, `$7.1 billion, a 5%
/// increase`, `12 agents - an increase of 3`.
fn said_again(clause: &Clause<'_>, change: Option<Change>, earlier: &[Statistic]) -> Option<String> {
    let before = clause.claim_before()?;
    let fact = earlier.last()?;
    let between = before.run.end..clause.run().start;
    let opened = between.len() == 1 && clause.kind(between.start) == Some(Kind::Open);
    let links = |at: usize| {
        matches!(clause.kind(at), Some(Kind::Comma | Kind::Dash | Kind::Hyphen | Kind::Open))
            || matches!(
                clause.word(at),
                "a" | "an" | "or" | "of" | "up" | "down" | "compared" | "with" | "to" | "from" | "the" | "against" | "versus"
            )
            || clause.is(at, Classes::CHANGE)
            || clause.dated(Run { start: at, end: at + 1 })
    };
    let again = change.is_some() || clause.syntax().unit == Unit::Unsaid || clause.word(clause.run().start - 1) == "from";
    if opened || again && between.len() <= 2 * AHEAD && between.clone().all(links) {
        let counted = fact.kind == StatisticKind::Count && fact.change.is_none() && change.is_some();
        return if counted { Some(fact.unit.clone()) } else { fact.subject.clone() };
    }
    None
}

/// `a 22.5% year-on-year increase in valid patents`.
fn what_changes(clause: &Clause<'_>) -> Option<Run> {
    let mut at = clause.run().end;
    for _ in 0..AHEAD {
        if let Some((end, _)) = clause.lexeme(at, Classes::BASIS) {
            at = end;
        } else if clause.is(at, Classes::CHANGE) {
            return if clause.word(at + 1) == "in" { clause.nouns_at(at + 2).filter(|run| !clause.dated(*run)) } else { None };
        } else if matches!(clause.kind(at), Some(Kind::Word | Kind::Hyphen)) && !clause.is(at, Classes::NP_END) {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// `The third-largest sector was construction`.
fn what_is_ranked(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    let Run { start, end } = clause.run();
    let opens = clause.sentence.start + 1 >= start && clause.is(end - 1, Classes::SUPERLATIVE);
    if kind != StatisticKind::Rank || !opens {
        return None;
    }
    let is = (end..end + AHEAD).find(|at| matches!(clause.word(*at), "is" | "was" | "are" | "were"))?;
    clause.nouns_at(is + 1)
}

/// The things of a rate, the whole of a share in words.
fn counted_on(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    match &clause.syntax().unit {
        Unit::Nouns(run) if kind == StatisticKind::Ratio => {
            Some(clause.syntax().per.map_or(*run, |per| Run { end: per.start - 1, ..*run }))
        }
        _ => None,
    }
}

/// `nearly 2 billion yuan in loans`.
fn in_what(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    let end = clause.run().end;
    let fits = kind == StatisticKind::Money && clause.word(end) == "in" && clause.kind(end + 1) == Some(Kind::Word);
    let things = clause.nouns_at(end + 1).filter(|_| fits)?;
    (clause.token(things.start).case != Case::Title && !clause.dated(things)).then_some(things)
}

/// `an investment of more than $1 billion`; not `an increase of`, whose subject the verb has.
fn what_of(clause: &Clause<'_>) -> Option<Run> {
    let of = clause.run().start.checked_sub(1).filter(|of| clause.word(*of) == "of")?;
    let start = noun_phrase_start(clause, of);
    let is_thing = start < of
        && !clause.is(of - 1, Classes::CHANGE)
        && !matches!(clause.word(of - 1), "average" | "total" | "out" | "instead" | "because");
    is_thing.then_some(Run { start, end: of })
}

/// `to cancel 2% of the credits`: the whole, unless the verb says what makes up the share.
fn shared_whole(clause: &Clause<'_>) -> Option<Run> {
    let end = clause.run().end;
    let whole =
        if clause.word(end) == "share" && clause.word(end + 1) == "of" { clause.nouns_at(end + 2) } else { clause.whole() }?;
    let floor = clause.run().start.saturating_sub(AHEAD).max(clause.sentence.start);
    let verb = (floor..clause.run().start).rev().find(|at| is_verb(clause, *at) || clause.kind(*at) == Some(Kind::Comma));
    let parts = |at: usize| clause.is(at, Classes::SHARE_VERB) || clause.kind(at) == Some(Kind::Comma);
    let infinitive = || {
        (floor..clause.run().start)
            .rev()
            .any(|at| clause.word(at) == "to" && clause.kind(at + 1) == Some(Kind::Word) && at + 1 < clause.run().start)
    };
    match verb {
        Some(at) if parts(at) && !infinitive() => None,
        Some(_) => Some(whole),
        None => infinitive().then_some(whole),
    }
}

/// The phrase before the verb that governs the claim; of a participle, that of the verb before it.
fn of_verb(clause: &Clause<'_>) -> Option<Run> {
    let floor = clause.run().start.saturating_sub(WINDOW).max(clause.sentence.start);
    let mut end = clause.run().start;
    for _ in 0..VERBS {
        let verb = (floor..end).rev().find(|at| is_verb(clause, *at))?;
        let mut group = verb;
        while group > floor
            && (is_verb(clause, group - 1) || clause.word(group - 1) == "to" || clause.word(group - 1).ends_with("ly"))
        {
            group -= 1;
        }
        let start = clause_start(clause, group, floor);
        let subject = Run { start, end: group };
        if start < group && states(clause, subject) {
            return Some(subject);
        }
        // `a petition which now has`: what stands before the pronoun.
        let relative = start > floor && matches!(clause.word(start - 1), "which" | "that" | "who");
        let antecedent = relative.then(|| noun_phrase_start(clause, comma_before(clause, start - 1)));
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

/// `China's digital economy, exceeding 50 trillion yuan`.
fn apposition(clause: &Clause<'_>) -> Option<Run> {
    let start = clause.run().start;
    let comma = (clause.sentence.start..start).find(|at| clause.kind(*at) == Some(Kind::Comma))?;
    let run = Run { start: clause.sentence.start, end: comma };
    (states(clause, run) && !clause.is(run.start, Classes::NP_END) || clause.word(run.start) == "The").then_some(run)
}

/// The one of two joined subjects that is this claim's, where the clause says `respectively`.
fn respective(clause: &Clause<'_>, subject: Run) -> Option<Run> {
    let start = clause.run().start;
    let end = (clause.run().end + 2 * AHEAD).min(clause.sentence.end);
    (clause.run().end..end).find(|at| clause.word(*at) == "respectively")?;
    let and = (subject.start..subject.end).find(|at| clause.word(*at) == "and")?;
    let joined = |before: Run| {
        before.end < start && (before.end..start).all(|at| clause.word(at) == "and" || clause.kind(at) == Some(Kind::Comma))
    };
    let is_second = clause.claim_before().is_some_and(|before| joined(before.run));
    Some(if is_second { Run { start: and + 1, ..subject } } else { Run { end: and, ..subject } })
}

/// Where the clause before the verb starts: behind a comma, a dash, a conjunction; parentheses are passed over.
fn clause_start(clause: &Clause<'_>, end: usize, floor: usize) -> usize {
    let mut at = end;
    while at > floor {
        let before = at - 1;
        match clause.kind(before) {
            Some(Kind::Close) => {
                at = (floor..before).rev().find(|open| clause.kind(*open) == Some(Kind::Open)).unwrap_or(before);
                continue;
            }
            Some(Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Open | Kind::Quote | Kind::OpenQuote) => {
                return at;
            }
            _ => {}
        }
        let word = clause.word(before);
        let joins = matches!(
            word,
            "with"
                | "while"
                | "whereas"
                | "but"
                | "although"
                | "that"
                | "which"
                | "who"
                | "as"
                | "With"
                | "While"
                | "where"
                | "when"
        );
        if joins {
            return at;
        }
        at = before;
    }
    at
}

/// Where the noun phrase that ends before `end` starts.
fn noun_phrase_start(clause: &Clause<'_>, end: usize) -> usize {
    let mut start = end;
    while start > clause.sentence.start
        && matches!(clause.kind(start - 1), Some(Kind::Word | Kind::Hyphen | Kind::Number | Kind::Possessive))
        && !clause.is(start - 1, Classes::NP_END)
        && !is_verb(clause, start - 1)
    {
        start -= 1;
    }
    start
}

/// The position, or that of the comma before it.
fn comma_before(clause: &Clause<'_>, at: usize) -> usize {
    if at > clause.sentence.start && clause.kind(at - 1) == Some(Kind::Comma) { at - 1 } else { at }
}

/// Whether the phrase names something: not a pronoun, a conjunction, a date.
fn states(clause: &Clause<'_>, run: Run) -> bool {
    let says = |at: usize| {
        let token = clause.token(at);
        token.kind == Kind::Word
            && (token.case == Case::Upper || !clause.is(at, Classes::of(&[Classes::NP_END, Classes::CONNECTOR])))
    };
    (run.start..run.end).any(says) && !clause.dated(run) && !(run.start..run.end).all(|at| clause.in_claim(at))
}
