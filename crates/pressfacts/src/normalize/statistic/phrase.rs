//! Where phrases and clauses start, and whether they name anything.

use super::clause::Clause;
use super::skeleton::Part;
use super::verb::{is_closed, is_verb};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::token::{Case, Kind};

/// How far back a phrase may start.
const WINDOW: usize = 40;
/// Most nouns bound to another by `of`.
const LONGEST_CHAIN: usize = 3;
/// Longest phrase between two dashes that only tells more of what stands before them.
const LONGEST_ASIDE: usize = 24;
/// How far behind its first comma the `and` of a list is looked for.
const AHEAD: usize = 6;

/// The subject of the last clause in the phrase: behind `He said`, behind the `and` that starts another; else the phrase up
/// to its first verb: in `exports saw a rise and are`, the exports.
pub(super) fn last_clause(clause: &Clause<'_>, run: Run) -> Run {
    // `output declined by 17% in mining and`: what stands before the first verb.
    if let Some(claim) = (run.start..run.end).find(|at| clause.in_claim(*at)) {
        let verb = (run.start + 1..claim).find(|at| is_verb(clause, *at) && !clause.plays(*at, Part::Speech));
        if let Some(verb) = verb {
            return Run { end: verb, ..run };
        }
    }
    let says = |at: usize| {
        at > run.start && clause.plays(at, Part::Speech) && (is_verb(clause, at) || clause.plays(at + 1, Part::Article))
    };
    let Some(verb) = (run.start..run.end).find(|at| is_closed(clause, *at) || says(*at)) else { return run };
    let speaks = clause.plays(verb, Part::Speech);
    let rest = Run { start: verb + 1, ..run };
    // `the airport saw traffic rise`; not `exports saw a rise and are`.
    let sees = clause.plays(verb, Part::Sees) && !(rest.start..rest.end).any(|at| clause.is(at, Classes::CHANGE));
    if (speaks || sees) && states(clause, rest) {
        return last_clause(clause, rest);
    }
    let and =
        (verb..run.end).rev().find(|at| matches!(clause.word(*at), "and" | "but") && clause.kind(at + 1) == Some(Kind::Word));
    let run = if verb == run.start && !speaks { Run { start: verb + 1, ..run } } else { run };
    let other = and.map(|and| Run { start: and + 1, ..run }).filter(|other| states(clause, *other));
    other.unwrap_or(if verb > run.start { Run { end: verb, ..run } } else { run })
}

/// Whether a pronoun that stands for something else starts there; no `this forecast`.
pub(super) fn is_pronoun(clause: &Clause<'_>, at: usize) -> bool {
    let determines = clause.plays(at, Part::Whole)
        && clause.kind(at + 1) == Some(Kind::Word)
        && !clause.is(at + 1, Classes::NP_END)
        && !is_verb(clause, at + 1);
    clause.plays(at, Part::Pronoun) && !clause.is(at + 1, Classes::PLURAL) && !determines
}

/// Where the clause before the verb starts: behind a comma, a dash, a conjunction; parentheses are passed over.
pub(super) fn clause_start(clause: &Clause<'_>, end: usize, floor: usize) -> usize {
    let mut at = end;
    while at > floor {
        let before = at - 1;
        match clause.kind(before) {
            Some(Kind::Close) => {
                at = (floor..before).rev().find(|open| clause.kind(*open) == Some(Kind::Open)).unwrap_or(before);
                continue;
            }
            // `in June, 2017 over May`; a date that the verb follows: `from May to July, were`.
            Some(Kind::Comma) if in_date(clause, before) || at == end && closes_date(clause, before) => {}
            Some(Kind::Comma) if !lists(clause, before, end) => return at,
            // `production – a third of it abroad – was`: what stands between the dashes says more of the same.
            Some(Kind::Dash) if at == end => {
                let dash = (floor.max(before.saturating_sub(LONGEST_ASIDE))..before)
                    .rev()
                    .find(|at| clause.kind(*at) == Some(Kind::Dash));
                let Some(dash) = dash else { return at };
                at = dash;
                continue;
            }
            Some(Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Open | Kind::Quote | Kind::OpenQuote | Kind::Bullet) => {
                return at;
            }
            _ => {}
        }
        // `to $73.98 and Chevron fell`: what stands before the conjunction is done with.
        // So is what stands before `and 12 tonnes were sold`, behind a verb.
        let joins = matches!(clause.word(before), "and" | "but")
            && before > floor
            && (clause.in_claim(before - 1)
                || clause.in_claim(at) && (clause.kind(before - 1) == Some(Kind::Close) || is_verb(clause, before - 1)));
        if clause.plays(before, Part::Opens) || joins {
            return at;
        }
        at = before;
    }
    at
}

/// Whether the comma only closes a date before a verb: no `in July, up 5%`, no `in July, reaching 5%`.
fn closes_date(clause: &Clause<'_>, comma: usize) -> bool {
    let finite = !clause.word(comma + 1).ends_with("ing") && !clause.plays(comma + 1, Part::Again);
    finite && comma > clause.sentence.start && in_date(clause, comma - 1)
}

/// Whether the token is part of a date.
fn in_date(clause: &Clause<'_>, at: usize) -> bool {
    clause.dated(Run { start: at, end: at + 1 })
}

/// Whether the comma is one of a list of names: `Peru, Chile and Bolivia`.
pub(super) fn lists(clause: &Clause<'_>, comma: usize, end: usize) -> bool {
    let and = (comma + 1..end.min(comma + AHEAD)).find(|at| clause.word(*at) == "and");
    let plain = |at: usize| matches!(clause.kind(at), Some(Kind::Word | Kind::Comma)) && !clause.is(at, Classes::NP_END);
    comma > clause.sentence.start
        && and.is_some_and(|and| and > comma + 1 && (comma + 1..and).all(plain))
        && clause.token(comma - 1).capitalized() == clause.token(comma + 1).capitalized()
}

/// Where the noun phrase that ends before `end` starts.
pub(super) fn noun_phrase_start(clause: &Clause<'_>, end: usize) -> usize {
    let (mut start, floor) = (end, end.saturating_sub(WINDOW).max(clause.sentence.start));
    while start > floor
        && matches!(clause.kind(start - 1), Some(Kind::Word | Kind::Hyphen | Kind::Slash | Kind::Number | Kind::Possessive))
        && !ends_phrase(clause, start - 1)
        && !clause.in_claim(start - 1)
        && !is_verb(clause, start - 1)
    {
        start -= 1;
    }
    start
}

/// Whether the word is none of a noun phrase; `US` is.
fn ends_phrase(clause: &Clause<'_>, at: usize) -> bool {
    clause.is(at, Classes::NP_END) && clause.token(at).case != Case::Upper
}

/// The same, over prepositions that bind and articles: the start of `the value of exports of goods`. Parentheses are passed
/// over.
pub(super) fn wide_phrase_start(clause: &Clause<'_>, end: usize) -> usize {
    let floor = end.saturating_sub(WINDOW).max(clause.sentence.start);
    let mut start = end;
    loop {
        let nouns = noun_phrase_start(clause, behind_parenthesis(clause, start, floor));
        if nouns >= start || !(nouns..start).any(|at| clause.kind(at) == Some(Kind::Word)) {
            return start;
        }
        start = nouns;
        let article = usize::from(start > floor && clause.plays(start - 1, Part::Article));
        let binds = start - article > floor + 1 && binds(clause, start - article - 1);
        if !binds {
            return start;
        }
        let before = start - article - 1;
        let acts = clause.word(before) != "of" && clause.word(before - 1).ends_with("ing");
        let noun = !acts && matches!(clause.kind(before - 1), Some(Kind::Word | Kind::Close));
        if !noun || clause.in_claim(before - 1) || clause.is(before - 1, Classes::NP_END) || is_verb(clause, before - 1) {
            return start;
        }
        start = before;
    }
}

/// Whether the preposition binds what stands behind it to the noun before: `of`, the `before` of `profit before tax`.
fn binds(clause: &Clause<'_>, at: usize) -> bool {
    clause.plays(at, Part::Binds) || matches!(clause.word(at), "before" | "after") && clause.word(at + 1).starts_with("tax")
}

/// The position before a parenthesis that ends there; else the same.
fn behind_parenthesis(clause: &Clause<'_>, end: usize, floor: usize) -> usize {
    if end <= floor || clause.kind(end - 1) != Some(Kind::Close) {
        return end;
    }
    (floor..end - 1).rev().find(|open| clause.kind(*open) == Some(Kind::Open)).unwrap_or(end)
}

/// The nouns at the position, with others that `of` binds to them: `imports of capital goods`.
pub(super) fn wide_nouns_at(clause: &Clause<'_>, at: usize) -> Option<Run> {
    let mut run = clause.nominal_at(at)?;
    for _ in 0..LONGEST_CHAIN {
        let Some(next) = (clause.word(run.end) == "of").then(|| clause.nominal_at(run.end + 1)).flatten() else { break };
        run.end = next.end;
    }
    Some(run)
}

/// The position, or that of the comma before it.
pub(super) fn comma_before(clause: &Clause<'_>, at: usize) -> usize {
    if at > clause.sentence.start && clause.kind(at - 1) == Some(Kind::Comma) { at - 1 } else { at }
}

/// Whether the phrase names something: not a pronoun, a conjunction, a date.
pub(super) fn states(clause: &Clause<'_>, run: Run) -> bool {
    let says = |at: usize| {
        let token = clause.token(at);
        token.kind == Kind::Word
            && !clause.in_claim(at)
            && (token.case == Case::Upper
                || !clause.is(at, Classes::of(&[Classes::NP_END, Classes::CONNECTOR, Classes::CARDINAL])))
    };
    let there = run.end > run.start && clause.word(run.end - 1).eq_ignore_ascii_case("there");
    (run.start..run.end).any(says) && !there && !clause.dated(run)
}
