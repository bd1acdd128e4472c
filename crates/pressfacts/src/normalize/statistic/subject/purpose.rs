//! What money is for.

use super::{AHEAD, WINDOW};
use crate::fact::StatisticKind;
use crate::lexicon::Classes;
use crate::normalize::statistic::clause::Clause;
use crate::normalize::statistic::phrase::{states, wide_nouns_at};
use crate::normalize::statistic::skeleton::Part;
use crate::normalize::statistic::verb::is_verb;
use crate::parse::Run;
use crate::token::{Case, Kind};

/// How far behind money the preposition may stand that tells what it is for.
const FAR: usize = 12;

/// `proposes $3 billion for school meals`, `For forestry, the plan allocates $7 million`: what a verb of funding
/// gives the money to.
pub(super) fn funded(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    if kind != StatisticKind::Money {
        return None;
    }
    let Run { start, end } = clause.run();
    // `with $350 million available for small firms`
    if clause.word(end) == "available" {
        return behind(clause, end + 1, end + 2);
    }
    let verb = (clause.sentence.start..start).rev().take(AHEAD).find(|at| !leads(clause, *at))?;
    if !(clause.plays(verb, Part::Funds) || joined(clause, verb)) {
        return None;
    }
    // `in the credit plan`; no country.
    let within = || {
        let fits = matches!(clause.word(end), "in" | "into") && clause.plays(end + 1, Part::Article);
        let run = if fits { wide_nouns_at(clause, end + 1) } else { None }?;
        let place = clause.lexeme(end + 1, Classes::COUNTRY).or_else(|| clause.lexeme(run.start, Classes::COUNTRY));
        (place.is_none() && !clause.dated(run)).then_some(run)
    };
    behind(clause, end, end + 1).or_else(within).or_else(|| fronted(clause, verb))
}

/// `$30 million for the bypass`, `Over $100,000 was directed to flood relief`: money that is itself what its clause is about.
pub(super) fn own(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    if kind != StatisticKind::Money {
        return None;
    }
    let Run { start, end } = clause.run();
    let leads = |at: &usize| clause.plays(*at, Part::Sum) || leads(clause, *at) || clause.word(*at) == "With";
    let opens = (clause.sentence.start..start).rev().take(AHEAD).find(|at| !leads(at));
    let whole = opens.is_none() && start < clause.sentence.start + AHEAD;
    if !whole {
        return None;
    }
    let source = || {
        let from = (end..clause.sentence.end).take(AHEAD).find(|at| clause.word(*at) == "from")?;
        wide_nouns_at(clause, from + 1).filter(|run| !clause.dated(*run))
    };
    behind(clause, end, end + FAR).or_else(source)
}

/// Whether the word only leads to the sum: an article, `an extra`, `up to`, `of` of `a total of`.
fn leads(clause: &Clause<'_>, at: usize) -> bool {
    let describes = || clause.plays(at, Part::Article) || clause.describes(at);
    clause.word(at) == "of" || clause.word(at) != "and" && !clause.plays(at, Part::Funds) && describes()
}

/// Whether the word joins the money to other money that has the verb: `$4 billion on roads and $1 billion on rail`.
fn joined(clause: &Clause<'_>, at: usize) -> bool {
    let joins = clause.word(at) == "and" || clause.kind(at) == Some(Kind::Comma);
    let Some(before) = clause.claim_before().filter(|before| joins && before.run.end < at) else { return false };
    let verb = before.run.start.checked_sub(1);
    at - before.run.end <= AHEAD && verb.is_some_and(|verb| clause.plays(verb, Part::Funds))
}

/// `for school meals`, `on roads`, `to help small firms`, where the preposition stands before the limit.
fn behind(clause: &Clause<'_>, end: usize, limit: usize) -> Option<Run> {
    let plain =
        |at: &usize| matches!(clause.kind(*at), Some(Kind::Word | Kind::Hyphen | Kind::Possessive)) || clause.in_claim(*at);
    (end..limit.min(clause.sentence.end)).take_while(plain).find_map(|at| {
        let named = |at: usize| wide_nouns_at(clause, at).filter(|run| states(clause, *run) && !clause.dated(*run));
        match clause.word(at) {
            "for" | "towards" | "toward" | "on" => named(at + 1),
            // `gone to training`, `to help small firms`; not `paid to the court`.
            "to" if is_verb(clause, at - 1) => named(at + 1),
            "to" => {
                let adverb = usize::from(clause.word(at + 1).ends_with("ly"));
                infinitive(clause, at + 1 + adverb).then(|| named(at + 2 + adverb)).flatten()
            }
            _ => None,
        }
    })
}

/// Whether the word behind `to` is a verb: `to widen roads`, in a title `to Improve Roads`; not `to schools`, `to Acme`.
fn infinitive(clause: &Clause<'_>, at: usize) -> bool {
    let known = Classes::of(&[Classes::NP_LATE, Classes::CHANGE]);
    let lower = || clause.token(at).case == Case::Lower && !clause.word(at).ends_with('s') && !clause.is(at, Classes::NP_END);
    clause.kind(at) == Some(Kind::Word) && (clause.is(at, known) || lower())
}

/// The phrase that opens the sentence before a comma: `In forestry, the plan allocates`; no time, no name.
fn fronted(clause: &Clause<'_>, verb: usize) -> Option<Run> {
    let first = clause.sentence.start;
    let opens = ["in", "for", "on"].iter().any(|word| clause.word(first).eq_ignore_ascii_case(word));
    let run = if opens { wide_nouns_at(clause, first + 1) } else { None }?;
    let comma = clause.kind(run.end) == Some(Kind::Comma) && run.end < verb;
    let timed = (run.start..run.end).any(|at| clause.is(at, Classes::CALENDAR_UNIT)) || clause.dated(run);
    let common = clause.token(run.end - 1).case == Case::Lower;
    let plain = || (run.end + 1..verb).all(|at| clause.kind(at) != Some(Kind::Comma));
    (comma && verb - run.end <= WINDOW && plain() && common && !timed && states(clause, run)).then_some(run)
}
