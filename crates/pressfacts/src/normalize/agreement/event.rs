//! What is said to happen to an agreement: the verb or verbal noun that governs it.

mod object;

use self::object::as_object;
use super::modality;
use super::scope::Scope;
use super::verb::{Form, Verb, verb_at};
use crate::fact::{Action, AgreementKind, Status};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::token::Kind;

#[derive(Clone, Copy, Debug)]
pub(super) struct Event {
    pub(super) action: Action,
    pub(super) status: Status,
    /// The verb.
    pub(super) verb: Run,
    pub(super) part: Part,
}

impl Event {
    /// Whether its verb is a participle behind another clause: `, signing`, `without reaching`.
    pub(super) fn is_aside(&self, scope: &Scope<'_>) -> bool {
        let last = scope.written(self.verb.start);
        self.part == Part::Object && last.ends_with("ing")
    }
}

/// What the agreement is to the verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// `A signed the agreement`.
    Object,
    /// `the signing of the agreement`.
    OfNoun,
    /// `the agreement was signed`, `the agreement entered into force`.
    Subject,
    /// `the agreement that A signed`; what stands from there to the verb is its subject.
    Relative(usize),
}

/// What happens to the scope's agreement, which is of that kind.
pub(super) fn of(scope: &Scope<'_>, kind: AgreementKind) -> Option<Event> {
    let governor = as_object(scope, kind);
    // `the terms of the deal were not disclosed`
    let told = |event: &Event| event.action != Action::Announce || event.status != Status::Negated;
    let as_subject = |scope, kind| as_subject(scope, kind).filter(told);
    // `is a party to the treaty signed in May`
    let stative = |event: &Event| scope.is_valued(event.verb.start, Classes::AUXILIARY, "be");
    match governor {
        // `announced the agreement signed in May`: what was announced is no more than that.
        Some(event) if is_talked_of(scope, &event) => as_subject(scope, kind),
        Some(event) if event.action != Action::Announce && !stative(&event) => Some(event),
        other => as_subject(scope, kind).or(other),
    }
}

/// `to discuss the partnership`, `discussed its contract`: one that is there, and not what the talks are to bring about.
fn is_talked_of(scope: &Scope<'_>, event: &Event) -> bool {
    let talk = event.part == Part::Object && scope.written(event.verb.start).to_ascii_lowercase().starts_with("discuss");
    let first = [scope.noun_phrase_start(), scope.widest_start()].into_iter().min().unwrap_or(scope.phrase.start);
    let owned = scope.kind(first.wrapping_sub(1)) == Some(Kind::Possessive);
    let open = scope.is(first, Classes::ARTICLE) || scope.is_any(first, &["new", "another", "any"]);
    talk && (owned || scope.is(first, Classes::DETERMINER) && !open)
}

fn event(scope: &Scope<'_>, verb: &Verb, part: Part) -> Event {
    let status = match modality::of(scope, verb.run, verb.action, verb.form) {
        // `expires in May`: in the present tense, a time to come.
        Status::Done if verb.own && verb.form == Form::S && part == Part::Subject => Status::Planned,
        status => status,
    };
    Event { action: verb.action, status, verb: verb.run, part }
}

/// The verb whose subject the agreement is: passive, participle, or of itself.
fn as_subject(scope: &Scope<'_>, kind: AgreementKind) -> Option<Event> {
    let start = scope.after_parentheses(scope.phrase.end);
    let governed = scope.is_governed();
    let apposed = explains_name(scope);
    let mut comma = None;
    let mut relative = None;
    let mut passed = start;
    // `To amend the agreement, Kenya, as promised, adopted`: behind a comma right after the mention stands another subject.
    let aside = scope.kind(start) == Some(Kind::Comma);
    // `stipulates that`, `covers fish and expires`: behind another verb, only what `and` joins to it.
    let finite = is_finite(scope, start);
    for at in start..scope.limit {
        if at < passed {
            continue;
        }
        match scope.kind(at)? {
            Kind::Semicolon | Kind::Colon | Kind::Terminal | Kind::Period => return None,
            // The relative clause ends, and the sentence goes on with a subject of its own.
            Kind::Comma if relative.is_some_and(|from| from < at) && governed => return None,
            Kind::Comma if apposed => return None,
            Kind::Comma => comma = Some(at),
            // `The significance of the agreement is that …`: what follows is said of another.
            _ if scope.is_word(at, "that") && scope.is_valued(at - 1, Classes::AUXILIARY, "be") => return None,
            _ if relative.is_none() && scope.is_any(at, &["that", "which"]) => relative = Some(at + 1),
            _ if scope.is_word(at, "whose") && at <= start + 1 => {}
            _ if relative.is_none() && (scope.is(at, Classes::CLAUSE_OPENER) || scope.is_word(at, "as")) => {
                return None;
            }
            _ => {}
        }
        let Some(verb) = verb_at(scope, at, kind) else { continue };
        passed = verb.run.end;
        let passive = is_passive(scope, at);
        let touching = at == start
            || comma.is_some_and(|comma| comma + 1 == before_order(scope, at) && (comma == start || !aside))
            || comma.is_none() && follows_side(scope, at);
        let crossed = comma.is_some() && governed && relative.is_none();
        let part = match verb.form {
            Form::Ed if passive && !crossed => Part::Subject,
            Form::Ed | Form::S
                if !(passive || verb.own && verb.form == Form::S)
                    && subject_start(relative, comma, start, at)
                        .is_some_and(|from| is_subject(scope, from, at) || !governed && stands_in(scope, from, at)) =>
            {
                Part::Relative(subject_start(relative, comma, start, at)?)
            }
            Form::Ed if touching && !passive && (!governed || makes(verb.action) && !has_object(scope, &verb)) => Part::Subject,
            _ if verb.own
                && !(finite && at > start && !follows_and(scope, at))
                && relative.is_none_or(|from| (from..at).all(|at| follows_relative(scope, at)))
                && (!governed || relative.is_some() || at == start && !is_topic(scope))
                && !crossed
                && verb.form != Form::Noun
                && (relative == Some(at) || governs_itself(scope, &verb)) =>
            {
                Part::Subject
            }
            Form::Noun if at == start => Part::OfNoun,
            // `the agreement, whose renewal it announced`
            Form::Noun if scope.is_word(at - 1, "whose") && at <= start + 2 => Part::OfNoun,
            Form::Ing if at == start && scope.is_word(at, "signing") => Part::OfNoun,
            _ => continue,
        };
        let found = event(scope, &verb, part);
        let participle = part == Part::Subject && verb.form == Form::Ed && !passive && !verb.own;
        let main = Some(verb.run.end).filter(|_| participle && !governed && !apposed && relative.is_none());
        return main.and_then(|from| main_verb(scope, kind, from)).or(Some(found));
    }
    None
}

/// `The pact brokered by Peru took effect`, `The deal reached on Monday was ratified`: what is said of it behind a participle.
fn main_verb(scope: &Scope<'_>, kind: AgreementKind, from: usize) -> Option<Event> {
    let ends = |at: &usize| {
        matches!(scope.kind(*at), Some(Kind::Semicolon | Kind::Colon | Kind::Terminal | Kind::Period | Kind::Dash))
            || scope.is(*at, Classes::CLAUSE_OPENER)
            || scope.is_any(*at, &["and", "as"]) && scope.is(*at + 1, Classes::AGREEMENT_VERB | Classes::AUXILIARY)
    };
    (from..scope.limit).take_while(|at| !ends(at)).find_map(|at| {
        let verb = verb_at(scope, at, kind)?;
        let stands = match verb.form {
            Form::Ed if is_passive(scope, at) => true,
            Form::Ed | Form::S | Form::Base => {
                verb.own && governs_itself(scope, &verb) && scope.kind(at - 1) != Some(Kind::Hyphen)
            }
            _ => false,
        };
        stands.then(|| event(scope, &verb, Part::Subject))
    })
}

/// The place before the adverbs of a verb, `first` among them: `, first signed in 2007`.
fn before_order(scope: &Scope<'_>, at: usize) -> usize {
    let adverbs = scope.before_adverbs(at);
    adverbs.checked_sub(1).filter(|&order| scope.is_any(order, &["first", "last"])).unwrap_or(adverbs)
}

/// Whether a verb in the present tense starts there that is not one of those the lexicon has: `stipulates`.
fn is_finite(scope: &Scope<'_>, at: usize) -> bool {
    let function = Classes::of(&[
        Classes::AUXILIARY,
        Classes::MODALITY,
        Classes::PREPOSITION,
        Classes::DETERMINER,
        Classes::CLAUSE_OPENER,
        Classes::AGREEMENT_VERB,
    ]);
    let word = scope.kind(at) == Some(Kind::Word) && !scope.token(at).capitalized();
    word && scope.written(at).ends_with('s') && !scope.written(scope.phrase.end - 1).ends_with('s') && !scope.is(at, function)
}

/// Whether `and` or a comma stands before the verb and what belongs to it.
fn follows_and(scope: &Scope<'_>, verb: usize) -> bool {
    let mut at = verb;
    while at > scope.sentence.start && follows_relative(scope, at - 1) {
        at -= 1;
    }
    scope.is_any(at.wrapping_sub(1), &["and", "but", "or"]) || scope.kind(at.wrapping_sub(1)) == Some(Kind::Comma)
}

/// Whether between `that` and the verb stands nothing but what belongs to it: `that was to expire`, but not `that the offer
/// expires`.
fn follows_relative(scope: &Scope<'_>, at: usize) -> bool {
    scope.is(at, Classes::AUXILIARY | Classes::MODALITY) || scope.is_adverb(at)
}

/// `talks on the agreement ended`: they did, it did not.
fn is_topic(scope: &Scope<'_>) -> bool {
    let start = scope.widest_start();
    scope.is_any(start.wrapping_sub(1), &["on", "over", "about", "for"])
}

/// Whether the verb follows the earlier mention with nothing but `and` or `and to` between.
pub(super) fn is_joined(scope: &Scope<'_>, event: &Event, earlier: Run) -> bool {
    let between = scope.after_parentheses(earlier.end)..event.verb.start;
    (1..=3).contains(&between.len())
        && scope.is_any(between.start, &["and", "or"])
        && between.clone().skip(1).all(|at| scope.is_word(at, "to") || scope.is_adverb(at))
}

/// Whether only the relative's subject can stand from there on: behind `that`, or right behind the agreement.
fn subject_start(relative: Option<usize>, comma: Option<usize>, start: usize, verb: usize) -> Option<usize> {
    let from = match relative {
        Some(from) => from,
        None if comma.is_none() => start,
        None => return None,
    };
    (from < verb).then_some(from)
}

/// `Kenya`, `the two presidents`, `it` between a relative's start and its verb.
fn is_subject(scope: &Scope<'_>, from: usize, verb: usize) -> bool {
    let small = |at: usize| scope.kind(at) == Some(Kind::Word) && !scope.is(at, Classes::PREPOSITION | Classes::AUXILIARY);
    let described = scope.is(from, Classes::DETERMINER) && verb > from + 1 && verb - from <= LONGEST_SUBJECT;
    let pointing = scope.is_any(from.wrapping_sub(1), &["that", "which"]);
    is_name(scope, from)
        || pointing && scope.lexeme(from, Classes::STAND_IN).is_some_and(|it| it.run.end <= verb)
        || pointing && described && (from..scope.before_adverbs(verb)).all(small)
}

/// `the agreement they signed`, `the partnership the company has formed`: nothing but who does it before the verb.
fn stands_in(scope: &Scope<'_>, from: usize, verb: usize) -> bool {
    let subject = scope.lexeme(from, Classes::STAND_IN).filter(|who| who.run.end <= verb);
    subject.is_some_and(|who| (who.run.end..verb).all(|at| follows_relative(scope, at)))
}

/// Longest subject without a name, in tokens.
const LONGEST_SUBJECT: usize = 5;

fn is_name(scope: &Scope<'_>, at: usize) -> bool {
    let at = if scope.is(at, Classes::DETERMINER) { at + 1 } else { at };
    scope.kind(at) == Some(Kind::Word) && scope.token(at).capitalized() && !scope.is(at, Classes::STARTER)
}

/// Whether a form of `be` stands before the verb.
fn is_passive(scope: &Scope<'_>, verb: usize) -> bool {
    let aux = scope.before_quote(scope.before_adverbs(verb));
    // `was last renewed`
    let aux = aux.checked_sub(1).filter(|&last| scope.is_any(last, &["last", "first"])).unwrap_or(aux);
    // `was drafted and signed`
    let first = aux.checked_sub(2).filter(|&first| scope.is_word(first + 1, "and") && scope.written(first).ends_with("ed"));
    let aux = first.map_or(aux, |first| scope.before_adverbs(first));
    let not = aux.checked_sub(1).filter(|&at| scope.is_any(at, &["not", "never"])).unwrap_or(aux);
    not.checked_sub(1).is_some_and(|at| scope.is_valued(at, Classes::AUXILIARY, "be"))
}

/// Whether such a verb has no object or article of its own: `expires`, but neither `the end` nor `continues to grow`.
fn governs_itself(scope: &Scope<'_>, verb: &Verb) -> bool {
    // `the first end`, but `forces first agreed`
    let before = verb.run.start.wrapping_sub(1);
    let adverb = scope.is_word(before, "first") && !scope.is(before.wrapping_sub(1), Classes::DETERMINER);
    let noun = scope.is(before, Classes::DETERMINER) && !adverb;
    !noun && !has_object(scope, verb) && !goes_on(scope, verb) && !scope.is_word(verb.run.end, "to")
}

/// `continued close cooperation`, `ended years of war`: words that such a verb can only have as its object.
fn goes_on(scope: &Scope<'_>, verb: &Verb) -> bool {
    let next = verb.run.end;
    let unit = Classes::of(&[Classes::WEEKDAY, Classes::MONTH, Classes::SHIFT]);
    let span = scope.is(next, Classes::TIME_UNIT) && !scope.is_word(next + 1, "of");
    let follower = Classes::of(&[Classes::PREPOSITION, Classes::CONNECTOR, Classes::CLAUSE_OPENER, Classes::NOUN_FOLLOWER]);
    matches!(verb.action, Action::Extend | Action::Terminate)
        && scope.kind(next) == Some(Kind::Word)
        && !(span || scope.is(next, unit) || scope.is(next, follower) || scope.is_adverb(next))
}

/// `ends the war`, but `ends this month`.
fn has_object(scope: &Scope<'_>, verb: &Verb) -> bool {
    let unit = Classes::of(&[Classes::TIME_UNIT, Classes::MONTH, Classes::WEEKDAY, Classes::SHIFT]);
    scope.is(verb.run.end, Classes::DETERMINER) && !scope.is(verb.run.end + 1, unit)
}

/// Whether an agreement comes about by it. What else is done behind `under the agreement` may be done to anything.
fn makes(action: Action) -> bool {
    use Action::{Adopt, Announce, Award, Conclude, Negotiate, Ratify, Sign};
    matches!(action, Adopt | Announce | Award | Conclude | Negotiate | Ratify | Sign)
}

/// Whether the token before the verb ends a name, a date or a place that belongs to the agreement.
fn follows_side(scope: &Scope<'_>, at: usize) -> bool {
    let before = at - 1;
    scope.token(before).capitalized()
        || scope.is(before, Classes::SCALE)
        || matches!(scope.kind(before), Some(Kind::Number | Kind::Close))
}

/// `Acme, a joint venture of Beta and Gamma, signed`: what follows the second comma is said of the name before the first.
fn explains_name(scope: &Scope<'_>) -> bool {
    let start = scope.widest_start();
    let comma = start.checked_sub(1).filter(|&comma| scope.kind(comma) == Some(Kind::Comma) && scope.is_any(start, &["a", "an"]));
    let named = |at: usize| scope.sentence.contains(&at) && scope.token(at).capitalized();
    comma.is_some_and(|comma| named(comma.wrapping_sub(1)) || scope.kind(comma.wrapping_sub(1)) == Some(Kind::Close))
}
