//! What an agreement is about, where it is made, and what it is worth.

use super::event::Event;
use super::scope::Scope;
use crate::grammar::organization::proper_name;
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::token::Kind;

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Detail {
    pub(super) subject: Option<Run>,
    pub(super) place: Option<Run>,
    pub(super) amount: Option<Run>,
}

/// Longest subject, in tokens.
const LONGEST_SUBJECT: usize = 30;

pub(super) fn of(scope: &Scope<'_>, event: Option<&Event>) -> Detail {
    Detail { subject: subject(scope), place: event.and_then(|event| place(scope, event)), amount: amount(scope) }
}

/// What follows `on`, `concerning`, `in the field of` behind the mention, up to the clause's end or the sides.
fn subject(scope: &Scope<'_>) -> Option<Run> {
    let start = scope.after_parentheses(scope.phrase.end);
    let marker = scope.lexeme(start, Classes::SUBJECT_MARKER)?;
    let first = marker.run.end;
    if scope.is(first, Classes::of(&[Classes::MONTH, Classes::WEEKDAY, Classes::COUNTRY]))
        || matches!(scope.kind(first), Some(Kind::Number | Kind::Currency))
    {
        return None;
    }
    let limit = scope.sentence.end.min(first + LONGEST_SUBJECT);
    let end = (first..limit).find(|&at| ends_subject(scope, at)).unwrap_or(limit);
    (first < end).then_some(Run { start: first, end })
}

/// Whether what follows is no longer what the agreement is about.
fn ends_subject(scope: &Scope<'_>, at: usize) -> bool {
    let mark = matches!(
        scope.kind(at),
        Some(Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Period | Kind::Terminal | Kind::Open | Kind::Dash)
    );
    let verb = scope.is(at, Classes::AUXILIARY | Classes::CLAUSE_OPENER) && !scope.is_word(at, "to");
    let aside = scope.is_any(at, &["in", "at", "on"]) && is_circumstance(scope, at + 1);
    mark || verb || aside || scope.is(at, Classes::MUTUAL) || scope.is_any(at, &["with", "by"])
}

/// Whether a place or time starts there, which belongs to the event.
fn is_circumstance(scope: &Scope<'_>, at: usize) -> bool {
    let place = scope.kind(at) == Some(Kind::Word) && scope.token(at).capitalized();
    place || scope.kind(at) == Some(Kind::Number)
}

/// `in Geneva` behind the verb or the mention.
fn place(scope: &Scope<'_>, event: &Event) -> Option<Run> {
    let from = event.verb.end.max(scope.phrase.end);
    (from..scope.limit.min(from + 14)).find_map(|at| {
        let named = scope.is_word(at, "in") && scope.kind(at + 1) == Some(Kind::Word) && scope.token(at + 1).capitalized();
        if !named || scope.is(at + 1, Classes::of(&[Classes::MONTH, Classes::WEEKDAY, Classes::STARTER])) {
            return None;
        }
        proper_name(scope.window(at + 1)).ok().map(|(_, name)| name)
    })
}

/// `worth US$2bn`, `valued at 30 million euros`, and the sum right before the mention.
fn amount(scope: &Scope<'_>) -> Option<Run> {
    let behind = (scope.phrase.end..scope.limit.min(scope.phrase.end + 12))
        .find_map(|at| scope.lexeme(at, Classes::VALUE_MARKER))
        .map(|marker| marker.run.end);
    behind.and_then(|at| sum(scope, at)).or_else(|| {
        let first = scope.phrase.start.saturating_sub(5).max(scope.sentence.start);
        (first..scope.phrase.start).find_map(|at| sum(scope, at))
    })
}

/// A sum of money that starts there.
fn sum(scope: &Scope<'_>, at: usize) -> Option<Run> {
    // `$45`, `US$45`
    let prefixed = scope.is(at, Classes::UPPER) && scope.kind(at + 1) == Some(Kind::Currency) && scope.token(at + 1).glued();
    let sign = (scope.kind(at) == Some(Kind::Currency)).then_some(at).or(prefixed.then_some(at + 1));
    let number = sign.map_or(at, |sign| sign + 1);
    if scope.kind(number) != Some(Kind::Number) {
        return None;
    }
    let after = number + 1 + usize::from(scope.kind(number + 1) == Some(Kind::Hyphen));
    let scaled = scope.is(after, Classes::SCALE);
    match (sign, scaled) {
        (Some(_), true) => Some(Run { start: at, end: after + 1 }),
        (Some(_), false) => Some(Run { start: at, end: number + 1 }),
        (None, _) => None,
    }
}
