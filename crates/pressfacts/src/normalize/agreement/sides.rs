//! Between whom: the names that the clause gives as sides of an agreement.

mod complement;

use self::complement::{Complement, complement};
use super::MOST_QUALITIES;
use super::event::{Event, Part};
use super::names::List;
use super::scope::Scope;
use super::subject::{Actors, StandIn, ending_at, group_start, possessor, stand_in, subject};
use crate::fact::{Action, AgreementKind};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::token::Kind;

/// Farthest from the verb that `by` names who does it, in tokens.
const AGENT_REACH: usize = 10;

/// How far back those to whom `their` agreement belongs are looked for, in tokens.
const OWNERS_REACH: usize = 100;

/// The sides of the scope's agreement, in the order of the text, and what stands in for one.
pub(super) fn of(scope: &Scope<'_>, event: Option<&Event>, kind: AgreementKind) -> Actors {
    let complement = complement(scope, event, kind);
    let complemented = matches!(complement, Complement::Some(_));
    match complement {
        Complement::All(names) => return (names, None),
        Complement::Named(stand_in) => return (Vec::new(), Some(stand_in)),
        Complement::Some(_) | Complement::None => {}
    }
    let compound = compound(scope);
    if !compound.is_empty() {
        return (compound, None);
    }
    let (mut sides, stand_in) = match event {
        Some(event) => actors(scope, event),
        None => holder(scope, complemented),
    };
    let adjunct = adjunct(scope, kind);
    if let Complement::Some(names) = complement {
        sides.extend(names);
    }
    // `signed an LNG supply deal with Kenya`: letters that nobody goes by say of what sort it is.
    let sort = |&name: &Run| name.len() == 1 && scope.is(name.start, Classes::UPPER) && !scope.names.knows_letters(name);
    let technical = !sides.is_empty() && adjunct.iter().all(sort);
    // `Kenya and Peru signed the Rift accord`: where two are named, a name that is no body only names the agreement.
    if (sides.len() < 2 || adjunct.iter().all(|&name| scope.names.is_known(name))) && !technical {
        sides.extend(adjunct);
    }
    if sides.len() == 1 {
        sides.extend(
            bought(scope)
                .into_iter()
                .filter(|name| scope.document.slice(name.tokens()) != scope.document.slice(sides[0].tokens()))
                .collect::<Vec<_>>(),
        );
    }
    // Who signs on behalf of two others, or speaks for one, is no side.
    let represented = represented(scope, event);
    let personal = sides.len() == 1 && scope.names.are_personal(&sides);
    if represented.len() > 1 || personal && !represented.is_empty() {
        return (represented, None);
    }
    sides.extend(represented);
    if (sides.is_empty() || complemented && event.is_none()) && stand_in.is_none() {
        let framed = framed(scope, kind);
        sides = framed.into_iter().filter(|side| !sides.contains(side)).chain(sides.iter().copied()).collect();
    }
    // `finds that the Transactions are fair and approves the agreement`: a defined term for dealings is no side.
    let dealings = |side: &Run| {
        let plural = side.len() == 1 && scope.is(side.start, Classes::FIELD) && scope.written(side.start).ends_with('s');
        plural && scope.is_word(side.start.wrapping_sub(1), "the")
    };
    sides.retain(|side| !dealings(side));
    // `The Cabinet approved the agreement`: who has to say yes is no side.
    if let Some(event) = event {
        sides.retain(|&side| !(is_chamber(scope, side) && approves(scope, event, side)));
    }
    (sides, stand_in)
}

/// Farthest from an agreement that those are named who act under it, in tokens.
const FRAME_REACH: usize = 40;

/// `Under a deal worth $5 million, Acme will build mills for Peru`, `Acme runs it in partnership with Beta`: those who do what
/// is done under it.
fn framed(scope: &Scope<'_>, kind: AgreementKind) -> Vec<Run> {
    let start = scope.widest_start();
    let partners =
        scope.is_word(start.wrapping_sub(1), "in") && start == scope.phrase.start && kind == AgreementKind::Partnership;
    // `under the terms of a deal`, `as part of a deal`
    let article = (start..scope.phrase.start).any(|at| scope.is_any(at, &["a", "an"]));
    let part = scope.is_word(start, "part") && scope.is_word(start.wrapping_sub(1), "as");
    let indefinite = article && (part || scope.is_any(start.wrapping_sub(1), &["under", "in"]));
    if !(partners || indefinite) {
        return Vec::new();
    }
    let preposition = start - 1;
    let opening = scope.prose_start();
    let stretch = if preposition == opening {
        let end = scope.sentence.end.min(scope.phrase.end + FRAME_REACH);
        let Some(comma) = (scope.phrase.end..end).find(|&at| scope.kind(at) == Some(Kind::Comma)) else { return Vec::new() };
        comma + 1..scope.sentence.end.min(comma + FRAME_REACH)
    } else {
        opening.max(preposition.saturating_sub(FRAME_REACH))..preposition
    };
    let lists = scope.names.lists(stretch.clone());
    // `is run by Acme in partnership with Beta`
    let by = lists.last().filter(|list| list.run.end == preposition && scope.is_word(list.run.start.wrapping_sub(1), "by"));
    let first = || lists.iter().find(|list| !list.governed && !list.people && !list.names.is_empty());
    let Some(actors) = by.or_else(first) else { return Vec::new() };
    let mut sides = actors.names.clone();
    if kind == AgreementKind::Declaration {
        return if sides.len() > 1 { sides } else { Vec::new() };
    }
    let place = |list: &List| scope.is(list.run.start, Classes::PLACE);
    let given = |list: &&List| {
        let behind = list.run.start > actors.run.end && !place(list);
        let bought = || scope.lexeme_before(list.run.start, Classes::ACQUISITION_VERB).is_some();
        behind && (scope.is_any(list.run.start - 1, &["to", "with", "from"]) || bought())
    };
    if indefinite {
        sides.extend(lists.iter().find(given).into_iter().flat_map(|list| list.names.iter().copied()));
    }
    sides
}

/// `Senate`, `the Union Cabinet`, `National Assembly`, but not `Peru's parliament`, which stands for the state.
fn is_chamber(scope: &Scope<'_>, side: Run) -> bool {
    let state = Classes::of(&[Classes::COUNTRY, Classes::DEMONYM, Classes::PLACE]);
    let last = scope.lexeme_before(side.end, Classes::STATE_BODY);
    last.is_some_and(|last| last.value == "chamber" && last.run.start >= side.start)
        && !side.tokens().any(|at| scope.is(at, state))
}

/// Whether the name is said to approve what is done.
fn approves(scope: &Scope<'_>, event: &Event, side: Run) -> bool {
    let between = side.end..event.verb.start;
    event.action == Action::Ratify || between.into_iter().any(|at| scope.is(at, Classes::BYSTANDER_VERB))
}

/// Farthest that what is bought is named behind an agreement, in tokens.
const PURCHASE_REACH: usize = 12;

/// `a definitive agreement under which Acme will acquire Beta`: whom, where the text names one side only.
fn bought(scope: &Scope<'_>) -> Vec<Run> {
    let start = scope.after_parentheses(scope.phrase.end);
    let which = scope.is_word(start, "under") && scope.is_word(start + 1, "which");
    let end = scope.limit.min(start + PURCHASE_REACH);
    let verb = (start..end).find_map(|at| scope.lexeme(at, Classes::ACQUISITION_VERB)).filter(|_| which);
    verb.and_then(|verb| scope.names_at(verb.run.end)).unwrap_or_default()
}

/// `Acme has a partnership`, `its partnership`, `the company's recent contract`: whose it is, where nothing happens to it.
fn holder(scope: &Scope<'_>, other: bool) -> Actors {
    let start = scope.noun_phrase_start();
    let has = start.checked_sub(1).filter(|&at| scope.is(at, Classes::HOLDING_VERB));
    let owner = owned_start(scope).checked_sub(1).filter(|&at| scope.kind(at) == Some(Kind::Possessive));
    let company = || owner.and_then(|owner| stand_in(scope, owner)).filter(|stand_in| *stand_in == StandIn::One);
    if let Some(has) = has {
        return subject(scope, has);
    }
    // `Acme and Beta sweetened their merger agreement`
    if (scope.noun_phrase_start()..scope.phrase.start).any(|at| scope.is_word(at, "their")) {
        let first = scope.prose_start().max(scope.phrase.start.saturating_sub(OWNERS_REACH));
        let before = scope.names.lists(first..scope.phrase.start);
        // `Acme will earn more under their deal with Beta`: one of the two.
        let enough = |list: &List| list.names.len() > usize::from(!other);
        let both = before.into_iter().rev().find(|list| !list.governed && enough(list));
        return (both.map(|list| list.names).unwrap_or_default(), None);
    }
    let its = scope.is_word(scope.phrase.start.wrapping_sub(1), "its").then_some(StandIn::One);
    (Vec::new(), its.or_else(company))
}

/// Longest date before those who are acted for, in tokens.
const LONGEST_DATE: usize = 8;

/// `signed by Jane Roe on behalf of Acme`, `by Bob Ray, a director of the port, representing Acme`, and before the verb
/// `On behalf of Acme, Bob Ray signed`.
fn represented(scope: &Scope<'_>, event: Option<&Event>) -> Vec<Run> {
    let from = event.map_or(scope.phrase.end, |event| event.verb.end.min(scope.phrase.end));
    let opening = scope.prose_start();
    let first = if scope.is_word(opening, "on") { opening + 1 } else { opening };
    // `On 4 May, on behalf of Kenya, the envoy signed`
    let dated = |at: &usize| scope.is_word(*at, "behalf") && scope.kind(at.wrapping_sub(2)) == Some(Kind::Comma);
    let dated = (first..from.min(first + LONGEST_DATE)).find(dated);
    let first = Some(first).filter(|&first| first < from && scope.is_word(first, "behalf")).or(dated);
    let behalf = first.into_iter().chain((from..scope.limit).filter(|&at| scope.is_any(at, &["behalf", "representing"])));
    let names = |at: usize| {
        let body = if scope.is_word(at + 1, "of") { at + 2 } else { at + 1 };
        (body > at + 1 || scope.is_word(at, "representing")).then(|| scope.names_at(body)).flatten()
    };
    behalf.filter_map(names).flatten().collect()
}

/// Who does it.
fn actors(scope: &Scope<'_>, event: &Event) -> Actors {
    let verb = event.verb;
    match event.part {
        // `answered Acme's amended pact`
        Part::Object if qualifies(scope, verb) => match holder(scope, false) {
            (names, None) if names.is_empty() => {
                let its = scope.is_word(scope.before_adverbs(verb.start).wrapping_sub(1), "its");
                (names, its.then_some(StandIn::One))
            }
            found => found,
        },
        Part::Object => {
            let (mut sides, stand_in) = subject(scope, verb.start);
            sides.extend(companions(scope, verb.start));
            sides.extend(receivers(scope, event));
            // `Jane Roe extended her contract`
            let start = scope.noun_phrase_start();
            let start = if scope.is_word(start.wrapping_sub(1), "own") { start.wrapping_sub(2) } else { start };
            let own = scope.is_any(start, &["his", "her"]);
            if own {
                let persons = scope.persons_before(verb.start);
                sides = if persons.is_empty() { sides } else { persons };
            }
            (sides, stand_in)
        }
        Part::OfNoun => {
            let (mut sides, stand_in) = possessor(scope, verb.start);
            sides.extend(receivers(scope, event));
            (sides, stand_in)
        }
        Part::Subject => {
            // `brokered by Kenya`: who helps is no side.
            let helped = event.action == Action::Conclude && scope.is(verb.start, Classes::BYSTANDER_VERB);
            let helped = helped || event.action == Action::EnterIntoForce;
            let by = (verb.end..scope.limit.min(verb.end + AGENT_REACH)).find(|&at| scope.is_word(at, "by") && !helped);
            // `was unveiled at the fair, hosted by Acme`
            let other = |by: &usize| {
                *by > verb.end + 1 && scope.written(by - 1).ends_with("ed") && scope.kind(by - 2) == Some(Kind::Comma)
            };
            let by = by.filter(|by| !other(by));
            (by.and_then(|by| scope.names_at(by + 1)).unwrap_or_default(), None)
        }
        Part::Relative(from) => {
            let list = scope.names.lists(from..verb.start).into_iter().next();
            let stand_in = if list.is_none() { stand_in(scope, group_start(scope, verb.start)) } else { None };
            (list.map(|list| list.names).unwrap_or_default(), stand_in)
        }
    }
}

/// Whether the verb is a participle within the noun phrase: `the amended`, `Acme's recently revised`.
fn qualifies(scope: &Scope<'_>, verb: Run) -> bool {
    let before = scope.before_adverbs(verb.start).checked_sub(1);
    let owner = before.is_some_and(|at| scope.kind(at) == Some(Kind::Possessive) || scope.is(at, Classes::DETERMINER));
    owner && scope.written(verb.end - 1).ends_with("ed")
}

/// `Acme is in talks with Beta and Gamma to form`: those with whom it does.
fn companions(scope: &Scope<'_>, verb: usize) -> Vec<Run> {
    let Some(to) = verb.checked_sub(1).filter(|&to| scope.is_word(to, "to")) else { return Vec::new() };
    let first = scope.sentence.start.max(to.saturating_sub(AGENT_REACH));
    let with = (first..to).rev().find(|&at| scope.is_word(at, "with"));
    let with = with.filter(|with| scope.list_end(with + 1) == Some(to));
    with.and_then(|with| scope.names_at(with + 1)).unwrap_or_default()
}

/// Names between the verb and its object: `signed with Kenya an agreement`, `awarded Acme a contract`.
fn receivers(scope: &Scope<'_>, event: &Event) -> Vec<Run> {
    let end = event.verb.end;
    let names = |at: &usize| scope.is_word(*at, "with") || scope.is(*at, Classes::MUTUAL);
    // `signed a treaty with Kenya and a contract`: that is with whom the other is.
    let other = |at: &usize| scope.is(*at, Classes::AGREEMENT_NOUN | Classes::LOOSE_AGREEMENT_NOUN);
    let own = (end..scope.phrase.start).take_while(|at| !other(at));
    let with = own.clone().find(names).map(|with| with + 1);
    // `awarded a state contract`: what an article opens is the phrase itself.
    let phrase = scope.is_any(end, &["a", "an"]);
    let awarded = event.action == Action::Award && end < scope.noun_phrase_start() && !phrase;
    let first = with.or(awarded.then_some(end));
    // `awarded a Government Contract`: what reaches into the phrase is part of it.
    let first = first.filter(|&at| scope.list_end(at).is_some_and(|end| end <= scope.phrase.start));
    first.and_then(|at| scope.names_at(at)).unwrap_or_default()
}

/// `the China-EU agreement`, `the US-Mexico-Canada Agreement`, `the UAE-South Korea pact`.
fn compound(scope: &Scope<'_>) -> Vec<Run> {
    let mut names = Vec::new();
    let mut end = scope.before_parentheses(before_qualities(scope));
    while names.len() < MOST_JOINED {
        let Some(name) = name_before(scope, end) else { break };
        names.push(name);
        let is_joint = |at: &usize| {
            let joint = matches!(scope.kind(*at), Some(Kind::Hyphen | Kind::Dash | Kind::Slash));
            joint && scope.token(*at).glued()
        };
        let joint = name.start.checked_sub(1).filter(is_joint);
        let Some(joint) = joint else { break };
        end = joint;
    }
    names.reverse();
    let state = Classes::of(&[Classes::COUNTRY, Classes::DEMONYM, Classes::UPPER]);
    let states = names.iter().any(|name| (name.start..name.end).any(|at| scope.document.classes_at(at).any(state)));
    // An open joint before the first: what stands there is no name.
    let whole = names.first().is_some_and(|first| {
        let before = scope.kind(first.start.wrapping_sub(1));
        !matches!(before, Some(Kind::Hyphen | Kind::Slash)) || !scope.token(first.start).glued()
    });
    if names.len() > 1 && states && whole { names } else { Vec::new() }
}

/// Where qualities before the phrase start that the lexicon does not have: `the EU–Singapore bilateral air safety agreement`.
fn before_qualities(scope: &Scope<'_>) -> usize {
    let end = scope.phrase.start;
    let first = scope.sentence.start.max(end.saturating_sub(MOST_QUALITIES));
    let function = Classes::of(&[Classes::PREPOSITION, Classes::CONNECTOR, Classes::DETERMINER, Classes::AUXILIARY]);
    let small = |at: &usize| {
        let token = scope.token(*at);
        token.kind == Kind::Word && !token.capitalized() && !token.is(function | Classes::AGREEMENT_VERB)
    };
    end - (first..end).rev().take_while(small).count()
}

/// Most names joined by hyphens.
const MOST_JOINED: usize = 4;

/// The name of a state, or the word in capitals, that ends right before the place.
fn name_before(scope: &Scope<'_>, end: usize) -> Option<Run> {
    let state = scope.lexeme_before(end, Classes::COUNTRY).map(|state| state.run);
    let last = end.checked_sub(1)?;
    let word = scope.kind(last).is_some_and(|kind| matches!(kind, Kind::Word | Kind::Dotted)) && scope.token(last).capitalized();
    state.or(word.then_some(Run { start: last, end }))
}

/// The name right before the mention: `Huawei's licence agreements`, `the Acme partnership`.
fn adjunct(scope: &Scope<'_>, kind: AgreementKind) -> Vec<Run> {
    let capital = scope.token(scope.phrase.start).capitalized();
    let start = owned_start(scope);
    // `Citizens' Alliance` is a name, `the Philippines' pact` has an owner.
    let owned = match scope.kind(start.wrapping_sub(1)) {
        Some(Kind::Possessive) => true,
        Some(Kind::Apostrophe) => !capital,
        _ => false,
    };
    if capital && !owned {
        return Vec::new();
    }
    let mut names = ending_at(scope, start - usize::from(owned));
    // `the Gulf Partnership (GP) agreement`: its name.
    let own = |name: &Run| {
        let end = scope.before_parentheses(name.end);
        !owned && scope.is(end.wrapping_sub(1), Classes::AGREEMENT_NOUN | Classes::LOOSE_AGREEMENT_NOUN)
    };
    names.retain(|name| !own(name));
    // `an Engineering and Construction contract`: of what sort, not whose.
    // `the IHPS contract`: letters that the text gives to nobody.
    let letters = |name: &Run| name.len() == 1 && scope.is(name.start, Classes::UPPER) && !scope.names.knows_letters(*name);
    let technical = kind == AgreementKind::Contract && names.iter().any(letters);
    let sort = !owned && (names.len() > 1 || technical || names.iter().any(|name| is_sort(scope, *name)));
    if sort { Vec::new() } else { names }
}

/// Where what an owner may have starts: the phrase with a count or a quality before it, as in `the UK's first new treaties`.
fn owned_start(scope: &Scope<'_>) -> usize {
    let start = scope.phrase.start;
    let quality = |at: &usize| {
        let token = scope.token(*at);
        matches!(token.kind, Kind::Word | Kind::Hyphen | Kind::Number)
            && !token.capitalized()
            && (!token.is(Classes::PREPOSITION | Classes::AGREEMENT_VERB) || scope.written(*at).ends_with("ed"))
            && (!token.is(Classes::DETERMINER) || scope.is_any(*at, &["first", "second", "new"]))
    };
    let first = scope.sentence.start.max(start.saturating_sub(MOST_QUALITIES));
    let qualities = (first..start).rev().take_while(quality).count();
    let owner = |at: usize| scope.kind(at.wrapping_sub(1)) == Some(Kind::Possessive);
    Some(start - qualities).filter(|&start| owner(start)).unwrap_or(start)
}

/// Whether the name only says of what sort something is: it stands behind `a`, or is made of fields of work.
fn is_sort(scope: &Scope<'_>, name: Run) -> bool {
    let before = name.start.wrapping_sub(1);
    // `a multi-state government contract`
    let small = scope.is(name.end - 1, Classes::PARTY_NOUN) && !scope.token(name.end - 1).capitalized();
    small
        || scope.is_any(before, &["a", "an"])
        || (name.start..name.end).all(|at| scope.is(at, Classes::FIELD | Classes::COMMON_WORD))
}
