//! What an agreement is about, where it is made, and what it is worth.

use super::event::Event;
use super::scope::Scope;
use crate::grammar::organization::{is_body, proper_name};
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
/// Farthest behind the verb or the mention that a place or a sum belongs to them, in tokens.
const REACH: usize = 24;

pub(super) fn of(scope: &Scope<'_>, event: Option<&Event>) -> Detail {
    let subject = subject(scope);
    Detail { subject, place: event.and_then(|event| place(scope, event, subject)), amount: amount(scope) }
}

/// What follows `on`, `concerning`, `in the field of` or the `to` of a purpose, behind the mention and the sides, up to the
/// clause's end.
fn subject(scope: &Scope<'_>) -> Option<Run> {
    let start = behind_sides(scope, scope.after_parentheses(scope.phrase.end));
    let first = match scope.lexeme(start, Classes::SUBJECT_MARKER) {
        // `to create`: the verb is part of it.
        Some(marker) if scope.is_word(marker.run.start, "to") => marker.run.start + 1,
        Some(marker) if marker.value != "none" => marker.run.end,
        None if is_purpose(scope, start) => start + 1,
        _ => return None,
    };
    let dated = Classes::MONTH | Classes::WEEKDAY;
    if scope.is(first, dated) || is_lone_country(scope, first) || is_length(scope, first) {
        return None;
    }
    let limit = scope.sentence.end.min(first + LONGEST_SUBJECT);
    // `a contract for health care to Acme`, but `to supply turbines to Acme`
    let purpose = scope.is_word(first - 1, "to");
    let given = |at: usize| !purpose && scope.is_word(at, "to") && is_circumstance(scope, at + 1);
    let end = (first..limit).find(|&at| ends_subject(scope, at) || given(at)).unwrap_or(limit);
    (first < end).then_some(Run { start: first, end })
}

/// `agreement for Kenya`: whom it is for, where nothing is said of what.
fn is_lone_country(scope: &Scope<'_>, at: usize) -> bool {
    scope.is(at, Classes::COUNTRY) && scope.kind(at + 1) != Some(Kind::Possessive)
}

/// `$5 million`, `three years`, `2024`: a sum or time, but not `50 jets`.
fn is_length(scope: &Scope<'_>, at: usize) -> bool {
    let number = scope.kind(at) == Some(Kind::Number) || scope.is(at, Classes::CARDINAL);
    let other = Classes::of(&[Classes::TIME_UNIT, Classes::MONTH, Classes::SCALE, Classes::CURRENCY, Classes::PREPOSITION]);
    let counted = scope.kind(at + 1) == Some(Kind::Word) && !scope.is(at + 1, other);
    scope.kind(at) == Some(Kind::Currency) || number && !counted
}

/// Where the list of sides behind `with` or `between` ends, if one stands there.
fn behind_sides(scope: &Scope<'_>, at: usize) -> usize {
    let with = scope.is_word(at, "with") || scope.is(at, Classes::MUTUAL);
    let end = Some(at + 1).filter(|_| with).and_then(|from| scope.list_end(from));
    end.filter(|&end| end < scope.sentence.end).unwrap_or(at)
}

/// `to supply turbines`: what is agreed to be done.
fn is_purpose(scope: &Scope<'_>, at: usize) -> bool {
    let verb = scope.kind(at + 1) == Some(Kind::Word) && !scope.token(at + 1).capitalized();
    scope.is_word(at, "to") && verb && !scope.is(at + 1, Classes::DETERMINER | Classes::AUXILIARY)
}

/// Whether what follows is no longer what the agreement is about.
fn ends_subject(scope: &Scope<'_>, at: usize) -> bool {
    let mark =
        matches!(scope.kind(at), Some(Kind::Semicolon | Kind::Colon | Kind::Period | Kind::Terminal | Kind::Open | Kind::Dash))
            || matches!(scope.kind(at), Some(Kind::CloseQuote | Kind::Quote))
            || scope.kind(at) == Some(Kind::Comma) && !joins_fields(scope, at);
    let verb = scope.is(at, Classes::AUXILIARY | Classes::CLAUSE_OPENER) && !scope.is_word(at, "to");
    let aside = scope.is_any(at, &["in", "at", "on"]) && is_circumstance(scope, at + 1);
    let done = scope.is(at, Classes::AGREEMENT_VERB) && scope.written(at).ends_with("ed");
    let unit = Classes::of(&[Classes::TIME_UNIT, Classes::MONTH, Classes::WEEKDAY]);
    let when = scope.is_any(at, &["today", "yesterday"]) || scope.is(at, Classes::SHIFT) && scope.is(at + 1, unit);
    let worth = scope.is(at, Classes::VALUE_MARKER) || when || scope.is_word(at, "as");
    mark || verb || aside || done || worth || scope.is(at, Classes::MUTUAL) || scope.is_any(at, &["with", "by"])
}

/// Most words between two commas, or the last comma and `and`, of a list of fields.
const LONGEST_FIELD: usize = 4;

/// `on trade, energy and culture`: whether the comma stands between fields that `and` joins to a last one.
fn joins_fields(scope: &Scope<'_>, comma: usize) -> bool {
    let other = Classes::of(&[
        Classes::AUXILIARY,
        Classes::PREPOSITION,
        Classes::DETERMINER,
        Classes::CLAUSE_OPENER,
        Classes::AGREEMENT_VERB,
        Classes::MODALITY,
    ]);
    let field = |at: &usize| {
        let word = scope.kind(*at) == Some(Kind::Word) && !scope.token(*at).capitalized() && !scope.is(*at, other);
        word && !scope.is_word(*at, "and") || scope.kind(*at) == Some(Kind::Hyphen)
    };
    let words = (comma + 1..scope.sentence.end).take(LONGEST_FIELD).take_while(field).count();
    let next = comma + 1 + words;
    let oxford = next == comma + 1 && scope.is_word(next, "and");
    let last = scope.is_word(next, "and") && (next + 1..scope.sentence.end).take(1).any(|at| field(&at));
    words > 0 && (last || scope.kind(next) == Some(Kind::Comma) && joins_last(scope, next)) || oxford && last
}

/// Whether a comma of the same list, with `and` behind it, follows within the sentence's reach.
fn joins_last(scope: &Scope<'_>, comma: usize) -> bool {
    let end = scope.sentence.end.min(comma + LONGEST_SUBJECT);
    let clause = Classes::of(&[Classes::AUXILIARY, Classes::CLAUSE_OPENER, Classes::DETERMINER, Classes::PREPOSITION]);
    let and = (comma..end).find(|&at| scope.is_word(at, "and"));
    and.is_some_and(|and| !(comma..and).any(|at| scope.is(at, clause) || scope.token(at).capitalized()))
}

/// Whether a place or time starts there, which belongs to the event: a name, a number, `a ceremony`.
fn is_circumstance(scope: &Scope<'_>, at: usize) -> bool {
    let place = scope.kind(at) == Some(Kind::Word) && scope.token(at).capitalized();
    place || scope.kind(at) == Some(Kind::Number) || scope.is_any(at, &["a", "an"])
}

/// `in Geneva` behind the verb or the mention, `at a ceremony in Nairobi`; or `In Geneva` at the
/// sentence's start. What stands behind what the agreement is about belongs to that if it is a country.
fn place(scope: &Scope<'_>, event: &Event, subject: Option<Run>) -> Option<Run> {
    let from = event.verb.end.max(scope.phrase.end);
    let end = scope.sentence.end.min(from + REACH);
    for at in from..end {
        let about = subject.is_some_and(|subject| subject.tokens().contains(&at));
        if ends_clause(scope, at) || !about && (scope.is_word(at, "to") || opens_aside(scope, at)) {
            break;
        }
        if about {
            continue;
        }
        let behind = subject.is_some_and(|subject| subject.end == at);
        let named = scope.token(at - 1).capitalized();
        let own = |place: &Run| {
            let state = scope.kind(place.end) == Some(Kind::Comma) && scope.is(place.end + 1, Classes::COUNTRY);
            behind && (named || scope.is(place.start, Classes::COUNTRY) || is_purpose_of(scope, subject)) || named && state
        };
        if let Some(place) = place_at(scope, at).filter(|place| !own(place)) {
            return Some(place);
        }
    }
    let opening = scope.prose_start();
    let place = place_at(scope, opening).filter(|_| opening < scope.phrase.start.min(event.verb.start))?;
    let parted = scope.kind(place.end) == Some(Kind::Comma) || scope.is_word(place.end, "on");
    parted.then_some(place)
}

/// `, a firm based in`, `, founded in`, `and will be`: what is said of another.
fn opens_aside(scope: &Scope<'_>, at: usize) -> bool {
    let next = at + 1;
    let participle = ["ed", "ing"].iter().any(|ending| scope.kind(next).is_some() && scope.written(next).ends_with(ending));
    let aside = participle && !scope.is(next, Classes::AGREEMENT_VERB) || scope.is(next, Classes::DETERMINER);
    scope.kind(at) == Some(Kind::Comma) && aside || scope.is(at, Classes::AUXILIARY | Classes::MODALITY)
}

/// Whether the subject is something to be done, which has a place of its own.
fn is_purpose_of(scope: &Scope<'_>, subject: Option<Run>) -> bool {
    subject.is_some_and(|subject| scope.is_word(subject.start.wrapping_sub(1), "to"))
}

fn ends_clause(scope: &Scope<'_>, at: usize) -> bool {
    matches!(scope.kind(at), Some(Kind::Semicolon | Kind::Colon | Kind::Terminal | Kind::Dash))
        || scope.is(at, Classes::CLAUSE_OPENER)
}

/// `in Geneva`, `at Davos`: a place by its name.
fn place_at(scope: &Scope<'_>, at: usize) -> Option<Run> {
    let (within, beside) = (scope.is_word(at, "in"), scope.is_word(at, "at"));
    if !within && !beside {
        return None;
    }
    let first = at + 1 + usize::from(scope.is_word(at + 1, "the"));
    let named = scope.kind(first) == Some(Kind::Word) && scope.token(first).capitalized();
    if !named || scope.is(first, Classes::of(&[Classes::MONTH, Classes::WEEKDAY, Classes::STARTER])) {
        return None;
    }
    let (_, name) = proper_name(scope.window(first)).ok()?;
    let known = scope.is(name.start, Classes::PLACE | Classes::COUNTRY);
    if scope.is(name.start, Classes::DEMONYM) && !known {
        return None;
    }
    let body = is_body(scope.window(name.start), name);
    // `in Acme Holdings`, `in the Games`, `at the Forum`: none is a place.
    let fits = known || within && first == at + 1 && !body;
    fits.then_some(name)
}

/// `a $5 million loan`, `worth US$2bn`, `for 30 million euros`: the sum in the noun phrase, or the one that is said to be
/// its worth in the same clause.
fn amount(scope: &Scope<'_>) -> Option<Run> {
    let within = scope.names.sums(scope.widest_start()..scope.phrase.end).next_back();
    within.or_else(|| {
        let start = scope.phrase.end;
        let end = (start..scope.limit.min(start + REACH)).find(|&at| ends_clause(scope, at)).unwrap_or(scope.limit);
        let worth = |sum: &Run| {
            scope.lexeme_before(sum.start, Classes::VALUE_MARKER).is_some()
                || scope.is_any(sum.start.wrapping_sub(1), &["for", "of"]) && is_price(scope, sum.start - 1)
        };
        scope.names.sums(start..end.min(start + REACH)).find(worth)
    })
}

/// `a contract for $5 million`, `an agreement to buy Acme for $5 million`: whether what stands before the preposition is the
/// agreement, a side, or what is bought.
fn is_price(scope: &Scope<'_>, preposition: usize) -> bool {
    let before = preposition - 1;
    let mention = preposition == scope.after_parentheses(scope.phrase.end);
    mention || scope.is_word(preposition, "for") && (scope.token(before).capitalized() || scope.kind(before) == Some(Kind::Close))
}

#[cfg(test)]
mod tests {
    /// The first agreement's subject, place and amount, with `-` for none.
    fn check(text: &str, expected: &str) {
        let found = crate::Extractor::default().extract(text).agreements;
        let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
        let read = found.first().map(|fact| [&fact.subject, &fact.place, &fact.amount].map(shown).join(" | "));
        assert_eq!(read.as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn what_it_is_about() {
        check("Kenya and Peru signed an agreement on fisheries.", "fisheries | - | -");
        check("Kenya signed an agreement with Peru on tea, coffee and cocoa.", "tea, coffee and cocoa | - | -");
        check("Kenya signed an agreement with Peru on tea, and left.", "tea | - | -");
        check("A treaty between Kenya and Peru concerning air services was signed.", "air services | - | -");
        check("Acme won a contract to supply turbines to Kenya Power.", "supply turbines to Kenya Power | - | -");
        check("Acme signed a contract for the supply of lithium worth $5 million.", "the supply of lithium | - | $5 million");
        check("Acme signed an MoU on the sidelines of the summit.", "- | - | -");
        check("Acme signed an MoU on behalf of Kenya on Monday.", "- | - | -");
        check("Acme signed a contract for three years.", "- | - | -");
        check("Acme signed a contract with Beta.", "- | - | -");
        check("The board awarded a contract for health care to Acme Ltd.", "health care | - | -");
        check("Acme signed an MoU for ten jets last month.", "ten jets | - | -");
        check("Acme signed an MoU for up to ten jets last month.", "up to ten jets | - | -");
        check("EU and Kenya initial agreement on road freight as trade grows", "road freight | - | -");
    }

    #[test]
    fn where_it_is_made() {
        check("Kenya and Peru signed a treaty in Geneva on Monday.", "- | Geneva | -");
        check("The treaty was signed by Kenya and Peru in Geneva.", "- | Geneva | -");
        check("Kenya and Peru signed a treaty at a ceremony in Nairobi.", "- | Nairobi | -");
        check("Kenya and Peru signed a treaty at the Acme Forum in Lima.", "- | Lima | -");
        check("In Geneva, Kenya and Peru signed a treaty.", "- | Geneva | -");
        check("The treaty on tea was signed in Geneva.", "tea | Geneva | -");
        check("Kenya and Peru signed a treaty on fishing in Somalia.", "fishing | - | -");
        check("Acme signed a contract to build a road in Lima.", "build a road | - | -");
        check("Acme signed a contract, which covers roads in Lima.", "- | - | -");
        check("Acme signed a contract with Beta, a firm founded in Lima.", "- | - | -");
        check("Acme signed a contract with Delta University in Lima, Peru.", "- | - | -");
        check("The contract was signed, and Acme will build roads in Lima.", "- | - | -");
        check("Acme signed the biggest deal in English football.", "- | - | -");
        check("Acme signed a contract in May.", "- | - | -");
        check("The treaty covers tea in Kenya.", "- | - | -");
    }

    #[test]
    fn what_it_is_worth() {
        check("The bank signed a $300 million loan agreement with Kenya.", "- | - | $300 million");
        check("The bank signed a 30 million euro loan agreement with Kenya.", "- | - | 30 million euro");
        check("The bank signed a 30-million-euro loan agreement with Kenya.", "- | - | 30-million-euro");
        check("Acme won a contract worth up to $5 million.", "- | - | up to $5 million");
        check("Acme won a contract from Kenya for $5 million.", "- | - | $5 million");
        check("The contract, signed in May, is valued at $5 million.", "- | - | $5 million");
        check("Acme signed an agreement to buy Beta Ltd for $5 million.", "buy Beta Ltd for $5 million | - | $5 million");
        check("Acme signed a contract, which had cost it $5 million.", "- | - | -");
        check("Acme signed a contract and paid $5 million.", "- | - | -");
        check("Acme signed a contract for LBP-204.", "LBP-204 | - | -");
    }
}
