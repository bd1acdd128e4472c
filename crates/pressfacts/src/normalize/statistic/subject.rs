//! What a claim measures, by the shape of its clause.

use super::clause::Clause;
use crate::fact::{Change, Statistic, StatisticKind};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::rules::statistic::Unit;
use crate::token::{Case, Kind};

/// How far before the claim its verb is looked for.
const WINDOW: usize = 40;

/// The subject as written; `None` for a number of things that nothing is said of.
pub(super) fn subject(clause: &Clause<'_>, kind: StatisticKind, change: Option<Change>, earlier: &[Statistic]) -> Option<String> {
    let plain_count = matches!(kind, StatisticKind::Count) && change.is_none() && clause.syntax().unit != Unit::Unsaid;
    if plain_count {
        return None;
    }
    if let Some(same) = shared(clause, earlier) {
        return Some(same);
    }
    let run = what_changes(clause)
        .or_else(|| what_of(clause))
        .or_else(|| in_what(clause, kind))
        .or_else(|| of_verb(clause))
        .or_else(|| clause.whole());
    run.map(|run| clause.text(run))
}

/// In parentheses behind another claim, what that measures.
fn shared(clause: &Clause<'_>, earlier: &[Statistic]) -> Option<String> {
    let start = clause.run().start;
    let opened = start > 0 && clause.kind(start - 1) == Some(Kind::Open);
    let before = clause.claim_before()?;
    if opened && before.run.end + 1 == start { earlier.last().and_then(|fact| fact.subject.clone()) } else { None }
}

/// `a 22.5% year-on-year increase in valid patents`.
fn what_changes(clause: &Clause<'_>) -> Option<Run> {
    let mut at = clause.run().end;
    for _ in 0..5 {
        if let Some((end, _)) = clause.lexeme(at, Classes::BASIS) {
            at = end;
        } else if clause.is(at, Classes::CHANGE) {
            return if matches!(clause.word(at + 1), "in" | "of") { clause.nouns_at(at + 2) } else { None };
        } else if matches!(clause.kind(at), Some(Kind::Word | Kind::Hyphen)) && !clause.is(at, Classes::NP_END) {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// `an investment of more than $1 billion`.
fn what_of(clause: &Clause<'_>) -> Option<Run> {
    let of = clause.run().start.checked_sub(1)?;
    if clause.word(of) != "of" {
        return None;
    }
    let start = phrase_start(clause, of);
    let is_noun =
        start < of && !clause.is(of - 1, Classes::CHANGE) && clause.word(of - 1) != "average" && clause.word(of - 1) != "total";
    is_noun.then_some(Run { start, end: of })
}

/// `nearly 2 billion yuan in loans`.
fn in_what(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    let end = clause.run().end;
    let fits = kind == StatisticKind::Money && clause.word(end) == "in" && clause.kind(end + 1) == Some(Kind::Word);
    if fits {
        clause.nouns_at(end + 1).filter(|run| clause.token(run.start).case != Case::Title && !dated(clause, *run))
    } else {
        None
    }
}

/// The phrase before the verb that governs the claim; of a participle, that of the verb before it.
fn of_verb(clause: &Clause<'_>) -> Option<Run> {
    let floor = clause.run().start.saturating_sub(WINDOW).max(clause.sentence.start);
    let mut end = clause.run().start;
    for _ in 0..4 {
        let verb = (floor..end).rev().find(|at| is_verb(clause, *at))?;
        let mut group = verb;
        while group > floor
            && (is_verb(clause, group - 1) || clause.word(group - 1) == "to" || clause.word(group - 1).ends_with("ly"))
        {
            group -= 1;
        }
        let start = phrase_start_of_clause(clause, group, floor);
        let stated = start < group && !is_empty(clause, Run { start, end: group });
        if stated {
            return Some(Run { start, end: group });
        }
        if start <= floor {
            return None;
        }
        end = start;
    }
    None
}

/// Whether the token looks like a verb here.
fn is_verb(clause: &Clause<'_>, at: usize) -> bool {
    let token = clause.token(at);
    if token.kind != Kind::Word || token.case != Case::Lower {
        return false;
    }
    let noun = at > 0
        && (matches!(clause.word(at - 1), "a" | "an" | "the" | "of" | "in" | "its") || clause.is(at - 1, Classes::SUPERLATIVE));
    let lexical =
        clause.lexeme(at, Classes::NP_END).is_some_and(|(end, value)| end == at + 1 && matches!(value, "auxiliary" | "verb"));
    let written = clause.word(at);
    let form = written.len() > 4 && written.ends_with("ed");
    let ranks = token.is(Classes::RANK_VERB);
    let stem = ["s", "es"].iter().filter_map(|ending| written.strip_suffix(ending));
    let third = stem.clone().any(|stem| clause.document.lexicon.look_up(stem).1.any(Classes::NP_LATE)) && written.len() > 4;
    lexical
        || !noun
            && (token.is(Classes::CHANGE)
                || form
                || third
                || ranks
                || written.len() > 5 && written.ends_with("ing") && clause.kind(at.saturating_sub(1)) == Some(Kind::Comma))
}

/// Where the clause before the verb starts: behind a comma, a dash, a conjunction.
fn phrase_start_of_clause(clause: &Clause<'_>, end: usize, floor: usize) -> usize {
    let borders = |at: usize| {
        matches!(
            clause.kind(at),
            Some(
                Kind::Comma
                    | Kind::Semicolon
                    | Kind::Colon
                    | Kind::Dash
                    | Kind::Open
                    | Kind::Close
                    | Kind::Quote
                    | Kind::OpenQuote
            )
        ) || matches!(
            clause.word(at),
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
        )
    };
    (floor..end).rev().find(|at| borders(*at)).map_or(floor, |at| at + 1)
}

/// Where the noun phrase that ends before `end` starts.
fn phrase_start(clause: &Clause<'_>, end: usize) -> usize {
    let mut start = end;
    while start > clause.sentence.start
        && clause.kind(start - 1) == Some(Kind::Word)
        && !clause.is(start - 1, Classes::NP_END)
        && !is_verb(clause, start - 1)
    {
        start -= 1;
    }
    start
}

/// Whether nothing but pronouns and conjunctions stands there.
fn is_empty(clause: &Clause<'_>, run: Run) -> bool {
    let says = |at: usize| {
        let token = clause.token(at);
        token.kind == Kind::Word
            && (token.case != Case::Lower || !clause.is(at, Classes::of(&[Classes::NP_END, Classes::CONNECTOR])))
    };
    let pronoun = run.len() == 1 && clause.lexeme(run.start, Classes::NP_END).is_some();
    pronoun || !(run.start..run.end).any(says) || dated(clause, run)
}

/// Whether the phrase is a date, or a bare preposition before one.
fn dated(clause: &Clause<'_>, run: Run) -> bool {
    clause.selected.dates.iter().any(|date| date.run.start <= run.start + 1 && date.run.end >= run.end)
}
