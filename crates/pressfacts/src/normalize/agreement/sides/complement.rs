//! The sides that a mention itself has behind it: `between A and B`, `with C`, `from D`.

use super::super::event::{Event, Part};
use super::super::scope::Scope;
use super::super::subject::{StandIn, stand_in};
use crate::fact::{Action, AgreementKind};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::token::Kind;

/// The names that depend on the mention itself.
pub(super) enum Complement {
    None,
    /// `with C`: further sides.
    Some(Vec<Run>),
    /// `between A and B`: all of them.
    All(Vec<Run>),
    /// `between the two countries`
    Named(StandIn),
}

/// `between A and B`, `with C`, `by D` behind the mention.
pub(super) fn complement(scope: &Scope<'_>, event: Option<&Event>, kind: AgreementKind) -> Complement {
    let start = scope.after_parentheses(scope.phrase.end);
    let auxiliary = scope.is(start, Classes::AUXILIARY);
    // `the pact Acme has signed with Beta`
    if let Some(event) = event.filter(|event| matches!(event.part, Part::Relative(_)) && event.verb.start >= start)
        && let found @ Complement::Some(_) = complement_from(scope, Some(event), kind, event.verb.end)
    {
        return found;
    }
    if !goes_on(scope, start) && !auxiliary && aside_end(scope, start).is_none() {
        return Complement::None;
    }
    // `the second is between Kenya and Peru`, `the third is on trade between Kenya and Peru`
    let about = Classes::MUTUAL | Classes::SUBJECT_MARKER;
    let be = scope.is_valued(start, Classes::AUXILIARY, "be") && scope.document.classes_at(start + 1).any(about);
    let start = start + usize::from(be);
    let of_mention = complement_from(scope, event, kind, start);
    // `would be signed next week between Kenya and Peru`
    match (of_mention, event) {
        (Complement::None, Some(event)) if event.part == Part::Subject && event.verb.start >= start => {
            match complement_from(scope, Some(event), kind, event.verb.end) {
                found @ (Complement::All(_) | Complement::Named(_)) => found,
                _ => Complement::None,
            }
        }
        (found, _) => found,
    }
}

/// The same from there on.
fn complement_from(scope: &Scope<'_>, event: Option<&Event>, kind: AgreementKind, start: usize) -> Complement {
    let instrument = event.is_some_and(|event| is_instrument(scope, event));
    let award = event.is_some_and(|event| event.action == Action::Award);
    let noun = event.is_some_and(|event| event.part == Part::OfNoun);
    // `was signed on April 13, 2021, between Kenya and Peru`
    let made = event.is_some_and(|event| event.part == Part::Subject);
    let mut passed = start;
    for at in start..scope.limit {
        if at < passed {
            continue;
        }
        if at == start
            && let Some(close) = aside_end(scope, at)
        {
            passed = close + 1;
            continue;
        }
        let comma = scope.kind(at) == Some(Kind::Comma) && (made || scope.kind(at - 1) == Some(Kind::Number));
        let mark = comma || scope.kind(at) == Some(Kind::Colon);
        let goes_on = mark && scope.is(at + 1, Classes::MUTUAL) || is_in_date(scope, at);
        if ends_phrase(scope, at) && !goes_on {
            break;
        }
        if scope.is(at, Classes::MUTUAL)
            && let Some(mut names) = scope.sides_at(at + 1)
        {
            names.extend(further_pairs(scope, at + 1));
            return Complement::All(two_of_one(scope, names));
        }
        if scope.is(at, Classes::MUTUAL)
            && let Some(words) = scope.lexeme(at + 1, Classes::STAND_IN)
            && let Some(stand_in) = stand_in(scope, words.run.end).filter(|stand_in| *stand_in != StandIn::One)
        {
            return Complement::Named(stand_in);
        }
        let bought = scope.lexeme(at, Classes::ACQUISITION_VERB).filter(|_| at == start + 1 && scope.is_word(start, "to"));
        let given = matches!(kind, AgreementKind::Contract | AgreementKind::LetterOfIntent);
        let gained = event.map_or(given, |event| event.action == Action::Conclude) && scope.is_word(at, "from");
        let preposition = scope.is_word(at, "with") && !instrument
            || gained
            || award && scope.is_any(at, &["by", "from", "to"]) && !is_reply(scope, at)
            || noun && scope.is_word(at, "by");
        let listed = || listed_behind(scope, at + 1).filter(|_| preposition);
        let from = bought.map(|bought| share_of(scope, bought.run.end)).or(preposition.then_some(at + 1));
        if let Some(names) = from.and_then(|from| scope.sides_at(from)).or_else(listed) {
            let known = event.is_some() || !gained || names.iter().all(|&name| scope.names.is_known(name));
            return if known { Complement::Some(names) } else { Complement::None };
        }
    }
    Complement::None
}

/// Longest phrase for sides that are listed behind it, in tokens.
const LONGEST_HEADING: usize = 6;

/// `with three universities: Delta University and Tide College`: those that the colon announces.
fn listed_behind(scope: &Scope<'_>, at: usize) -> Option<Vec<Run>> {
    let end = scope.sentence.end.min(at + LONGEST_HEADING);
    let phrase = |at: usize| matches!(scope.kind(at), Some(Kind::Word | Kind::Number | Kind::Hyphen));
    let colon = (at..end).find(|&at| !phrase(at)).filter(|&colon| scope.kind(colon) == Some(Kind::Colon))?;
    scope.names_at(colon + 1).filter(|names| names.len() > 1)
}

/// Longest aside between an agreement and those whom it is with, in tokens.
const LONGEST_ASIDE: usize = 12;

/// `, worth $5 million, with Acme`: the comma that ends an aside, where the sides stand behind it.
fn aside_end(scope: &Scope<'_>, at: usize) -> Option<usize> {
    let comma = |at: usize| scope.kind(at) == Some(Kind::Comma);
    let said = |at: usize| {
        let participle = scope.kind(at) == Some(Kind::Word) && !scope.is(at, Classes::AGREEMENT_VERB);
        scope.is(at, Classes::VALUE_MARKER)
            || participle && ["ed", "ood"].iter().any(|ending| scope.written(at).ends_with(ending))
    };
    // `A memorandum, with the Tide Institute, is to be signed`
    let enclosed = comma(at) && (scope.is_word(at + 1, "with") || scope.is(at + 1, Classes::MUTUAL));
    if enclosed && scope.list_end(at + 2).is_some_and(comma) {
        return Some(at);
    }
    if !comma(at) || !said(at + 1) {
        return None;
    }
    let end = scope.limit.min(at + 2 + LONGEST_ASIDE);
    let close = (at + 2..end).find(|&at| comma(at) || scope.is(at, Classes::CLAUSE_OPENER))?;
    let sides = scope.is_any(close + 1, &["with", "from"]) || scope.is(close + 1, Classes::MUTUAL);
    (comma(close) && sides).then_some(close)
}

/// `between Tide Solar and City Bank`: where two stand, what reads as one name is two.
fn two_of_one(scope: &Scope<'_>, names: Vec<Run>) -> Vec<Run> {
    let [one] = names[..] else { return names };
    let and = (one.start + 1..one.end - 1).rev().find(|&at| scope.is_word(at, "and"));
    let Some(and) = and else { return names };
    let other = and + 1 + usize::from(scope.is(and + 1, Classes::DETERMINER));
    vec![Run { end: and, ..one }, Run { start: other, ..one }]
}

/// `between A and B; C and D, Peru; and between E and F`: the pairs behind the first, of which there is one for each agreement.
fn further_pairs(scope: &Scope<'_>, first: usize) -> Vec<Run> {
    let mut further = Vec::new();
    let mut last = scope.list_end(first);
    for _ in 0..MOST_PAIRS {
        let Some(end) = last else { break };
        // `, Peru`: where the last of the pair is.
        let limit = scope.sentence.end.min(end + LONGEST_SEAT);
        let Some(mark) = (end..limit).find(|&at| scope.kind(at) == Some(Kind::Semicolon)) else { break };
        let after = mark + 1 + usize::from(scope.is_word(mark + 1, "and"));
        let after = after + usize::from(scope.is(after, Classes::MUTUAL));
        let pair = scope.names_at(after).filter(|names| names.len() > 1);
        last = scope.list_end(after).filter(|_| pair.is_some());
        further.extend(pair.unwrap_or_default());
    }
    further
}

/// Most pairs that one sentence lists.
const MOST_PAIRS: usize = 12;
/// Longest place behind a name, with its commas.
const LONGEST_SEAT: usize = 6;

/// The comma of `on April 13, 2021`.
fn is_in_date(scope: &Scope<'_>, comma: usize) -> bool {
    let number = |at: usize| scope.kind(at) == Some(Kind::Number);
    let month = || scope.is(comma.wrapping_sub(2), Classes::MONTH) || scope.is(comma + 1, Classes::MONTH);
    let weekday = || scope.is(comma - 1, Classes::WEEKDAY) && (number(comma + 1) || scope.is(comma + 1, Classes::MONTH));
    scope.kind(comma) == Some(Kind::Comma) && (number(comma - 1) && number(comma + 1) && month() || weekday())
}

/// `deposited its instrument of ratification of the treaty with the UN`: that is with whom the paper is.
fn is_instrument(scope: &Scope<'_>, event: &Event) -> bool {
    let near = event.verb.start.saturating_sub(2)..event.verb.end;
    let joins = matches!(event.action, Action::Ratify | Action::Accede);
    joins && near.into_iter().any(|at| scope.is_any(at, &["instrument", "instruments"]))
}

/// `in response to`, `in addition to`: nobody is given anything.
fn is_reply(scope: &Scope<'_>, to: usize) -> bool {
    scope.is_word(to, "to") && scope.is_word(to.wrapping_sub(2), "in")
}

/// `all of the shares of Acme`, `a 35 percent stake in Acme` behind `acquire`: where the name stands.
fn share_of(scope: &Scope<'_>, start: usize) -> usize {
    let place = |at: usize| scope.is_word(at, "in") && scope.is(at + 1, Classes::PLACE | Classes::COUNTRY);
    let share = |at: &usize| {
        scope.is_any(*at, &["of", "in", "from"])
            && !place(*at)
            && scope.token(*at + 1).capitalized()
            && scope.names_at(*at + 1).is_some()
    };
    let end = scope.sentence.end.min(start + LONGEST_SHARE);
    let named = scope.names_at(start).is_some();
    let found = (start..end.saturating_sub(1)).take_while(|&at| !ends_phrase(scope, at)).find(share);
    found.filter(|_| !named).map_or(start, |of| of + 1)
}

/// Longest share that is bought, in tokens.
const LONGEST_SHARE: usize = 16;

/// Whether a mark or word ends what can depend on the mention.
fn ends_phrase(scope: &Scope<'_>, at: usize) -> bool {
    matches!(scope.kind(at), Some(Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Terminal | Kind::Dash))
        || scope.is(at, Classes::CLAUSE_OPENER)
        || scope.is_valued(at, Classes::AUXILIARY, "future")
        || scope.is_any(at, &["under", "is", "are"])
}

/// Whether what follows the mention can belong to it: a preposition, a participle, an adverb.
fn goes_on(scope: &Scope<'_>, at: usize) -> bool {
    let follows = Classes::of(&[Classes::CONNECTOR, Classes::SUBJECT_MARKER, Classes::MUTUAL, Classes::AGREEMENT_VERB]);
    scope.kind(at) == Some(Kind::Word)
        && (scope.document.classes_at(at).any(follows)
            || scope.is_adverb(at)
            || scope.is(at, Classes::VALUE_MARKER)
            || ["ed", "ing"].iter().any(|ending| scope.written(at).ends_with(ending)))
}
