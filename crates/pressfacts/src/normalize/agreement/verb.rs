//! The verbs and verbal nouns that say what happens to an agreement, as the text has them.

use super::scope::Scope;
use crate::fact::{Action, AgreementKind};
use crate::lexicon::Classes;
use crate::parse::{Lexeme, Run};
use crate::token::Kind;

/// An inflected verb, or its noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    S,
    Ed,
    Ing,
    Noun,
}

pub(super) struct Verb {
    pub(super) run: Run,
    pub(super) action: Action,
    pub(super) form: Form,
    /// Whether the agreement may be its subject: `expires`, `enters into force`.
    pub(super) own: bool,
}

/// The lexicon's verb, if it is meant of that kind.
fn read(scope: &Scope<'_>, lexeme: Lexeme<'_>, kind: AgreementKind) -> Option<Verb> {
    let mut words = lexeme.value.split(' ');
    let action = match words.next()? {
        "sign" => Action::Sign,
        "conclude" => Action::Conclude,
        "ratify" => Action::Ratify,
        "accede" => Action::Accede,
        "adopt" => Action::Adopt,
        "enter_into_force" => Action::EnterIntoForce,
        "renew" => Action::Renew,
        "extend" => Action::Extend,
        "amend" => Action::Amend,
        "implement" => Action::Implement,
        "negotiate" => Action::Negotiate,
        "announce" => Action::Announce,
        "award" => Action::Award,
        "terminate" => Action::Terminate,
        _ => return None,
    };
    let form = match words.next()? {
        "base" => Form::Base,
        "s" => Form::S,
        "ed" => Form::Ed,
        "ing" => Form::Ing,
        _ => Form::Noun,
    };
    // What is left says of which kinds only the verb is meant, or that the agreement may be its subject.
    let own = words.clone().any(|word| word == "self");
    if words.clone().any(|word| word == "into") {
        return is_put_into_force(scope).then_some(Verb { run: lexeme.run, action, form, own });
    }
    let fits = own || words.clone().next().is_none() || words.any(|only| is_kind(only, kind));
    fits.then_some(Verb { run: lexeme.run, action, form, own })
}

/// `bring the agreement into force`, `put it into effect`.
fn is_put_into_force(scope: &Scope<'_>) -> bool {
    let end = scope.after_parentheses(scope.phrase.end);
    (end..scope.limit.min(end + 4)).any(|at| scope.is_word(at, "into") && scope.is_any(at + 1, &["force", "effect", "operation"]))
}

fn is_kind(name: &str, kind: AgreementKind) -> bool {
    match name {
        "treaty" => kind == AgreementKind::Treaty,
        "agreement" => kind == AgreementKind::Agreement,
        "memorandum" => kind == AgreementKind::Memorandum,
        "contract" => kind == AgreementKind::Contract,
        "partnership" => kind == AgreementKind::Partnership,
        "declaration" => kind == AgreementKind::Declaration,
        _ => false,
    }
}

/// The verb that ends right before the place.
pub(super) fn verb_before(scope: &Scope<'_>, at: usize, kind: AgreementKind) -> Option<Verb> {
    let verb = scope.lexeme_before(at, Classes::AGREEMENT_VERB).filter(|lexeme| !is_compound(scope, lexeme.run));
    let verb = verb.and_then(|lexeme| read(scope, lexeme, kind))?;
    // `an initial agreement`, `the close`: behind an article the base form is no verb, but `the award of` is its noun.
    let article = verb.run.start.checked_sub(1).is_some_and(|before| scope.is(before, Classes::DETERMINER));
    match verb.form {
        Form::Base if article && scope.is_word(verb.run.end, "of") => Some(Verb { form: Form::Noun, ..verb }),
        Form::Base if article => None,
        _ => Some(verb),
    }
}

/// The verb that starts there.
pub(super) fn verb_at(scope: &Scope<'_>, at: usize, kind: AgreementKind) -> Option<Verb> {
    scope
        .lexeme(at, Classes::AGREEMENT_VERB)
        .filter(|lexeme| !is_compound(scope, lexeme.run))
        .and_then(|lexeme| read(scope, lexeme, kind))
}

/// `record-breaking`: the end of a quality, no verb.
fn is_compound(scope: &Scope<'_>, verb: Run) -> bool {
    scope.kind(verb.start.wrapping_sub(1)) == Some(Kind::Hyphen) && scope.token(verb.start).glued()
}
