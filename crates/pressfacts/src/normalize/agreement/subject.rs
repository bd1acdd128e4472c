//! Who does what is done: the subject of a verb, and those to whom a verbal noun belongs.

use super::names::{List, is_governed};
use super::scope::Scope;
use crate::layout::{BlockKind, is_free_dash};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::token::{Case, Kind};

/// A word in a side's place that names none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StandIn {
    /// `it`, `the company`, `their`.
    One,
    /// `the two sides`.
    Both,
    /// `both countries`.
    States,
    /// `the partners`: two or more.
    Several,
}

/// Names, or what stands for them.
pub(super) type Actors = (Vec<Run>, Option<StandIn>);

/// How far to the left of its verb a subject is looked for.
const REACH: usize = 100;

/// How many nouns may stand around another: `its announcement of the formation of`.
const DEEPEST: usize = 3;

/// The subject of the verb that starts there.
pub(super) fn subject(scope: &Scope<'_>, verb: usize) -> Actors {
    let floor = prose(scope, verb).max(verb.saturating_sub(REACH));
    let group = group_start(scope, verb);
    // `Acme grew after signing`: who does it stands in the clause before.
    let joined = group.checked_sub(1).filter(|&at| {
        at > floor && scope.written(verb).ends_with("ing") && scope.is_any(at, &["after", "before", "while", "since", "upon"])
    });
    let group = joined.unwrap_or(group);
    let clause = clause_start(scope, floor, group);
    let named = |list: &List| !list.governed && !list.names.is_empty();
    let mut found = scope.names.lists_before(clause..group, &scope.sentence, named);
    if found
        .last()
        .is_some_and(|list| touches(scope, list, group) && (!list.governed || is_for(scope, list) || follows_noun(scope, list)))
    {
        return (found.pop().map(|list| list.names).unwrap_or_default(), None);
    }
    if let Some(names) = found.last().and_then(|list| behind_place(scope, list, group)) {
        return (names, None);
    }
    // `Acme, the firm that owns Gamma, and Beta signed`: one list around a clause.
    if clause > floor
        && let Some(list) = scope.names.lists_before(floor..group, &scope.sentence, |_| false).pop()
        && list.run.start < clause
        && list.names.len() > 1
        && touches(scope, &list, group)
        && !list.governed
    {
        return (list.names, None);
    }
    if let Some(list) = antecedent(scope, floor, group) {
        return (list.names, None);
    }
    if let Some(stand_in) = stand_in(scope, group) {
        // `Acme announced it has signed`: the sentence itself names it.
        let they = scope.is_word(group.wrapping_sub(1), "they");
        let enough = |list: &List| list.names.len() > usize::from(stand_in != StandIn::One && !they);
        // `officials told Acme they would sign`
        let addressed = |list: &List| scope.is_any(list.run.start.wrapping_sub(1), &["told", "tells"]);
        let fits = |list: &List| !list.governed && enough(list) && !(they && addressed(list));
        let before = if they { floor..group } else { floor..clause };
        return match scope.names.lists_before(before, &scope.sentence, fits).into_iter().find(fits) {
            Some(list) => (list.names, None),
            None => (Vec::new(), Some(stand_in)),
        };
    }
    if is_asked(scope, group) {
        return (Vec::new(), None);
    }
    let named = found.into_iter().find(named);
    let named = named.or_else(|| after_opening(scope, verb)).or_else(|| before_list(scope, group));
    (named.map(|list| list.names).unwrap_or_default(), None)
}

/// `At talks in Lima, Kenya and Peru signed`: the names behind the place, with which they read as one list.
fn behind_place(scope: &Scope<'_>, list: &List, group: usize) -> Option<Vec<Run>> {
    let [place, rest @ ..] = &list.names[..] else { return None };
    let town = |name: &Run| scope.is(name.start, Classes::PLACE) && !scope.is(name.start, Classes::COUNTRY);
    let within = scope.is_any(list.run.start.wrapping_sub(1), &["in", "at", "from"]);
    let fits = within && rest.len() > 1 && town(place) && !rest.iter().any(town) && scope.kind(place.end) == Some(Kind::Comma);
    (fits && list.run.end == group).then(|| rest.to_vec())
}

/// Longest phrase for those who are asked to do something, in tokens.
const LONGEST_ASKED: usize = 6;

/// `urged all parties to sign`: those without a name who are to do it, not who asks them.
fn is_asked(scope: &Scope<'_>, group: usize) -> bool {
    let first = scope.sentence.start.max(group.saturating_sub(LONGEST_ASKED));
    let ends = Classes::of(&[Classes::PREPOSITION, Classes::CONNECTOR, Classes::AUXILIARY]);
    let phrase = |at: &usize| scope.kind(*at) == Some(Kind::Word) && !scope.is(*at, ends | Classes::BYSTANDER_VERB);
    let asked = (first..group).rev().take_while(phrase).count();
    asked > 0 && scope.is_word(group, "to") && scope.is_valued((group - asked).wrapping_sub(1), Classes::BYSTANDER_VERB, "asking")
}

/// `Acme, which has signed`: the names before the relative pronoun that the verb's group follows.
fn antecedent(scope: &Scope<'_>, floor: usize, group: usize) -> Option<List> {
    let pronoun = group.checked_sub(1).filter(|&at| at > floor && scope.is_any(at, &["which", "who", "that"]))?;
    let end = if scope.kind(pronoun - 1) == Some(Kind::Comma) { pronoun - 1 } else { pronoun };
    let first = floor.max(end.saturating_sub(NEAREST));
    scope
        .names
        .lists(first..end)
        .pop()
        .filter(|list| list.run.end == end && !list.names.is_empty() && !scope.names.are_personal(&list.names))
}

/// Longest list of names that is looked for right before a place, in tokens.
const NEAREST: usize = 14;

/// Where the sentence starts behind its dateline, if that is before the token.
fn prose(scope: &Scope<'_>, at: usize) -> usize {
    let start = scope.names.prose(scope.sentence.clone()).start;
    if start < at { start } else { scope.sentence.start }
}

/// `During the talks Kenya and Peru signed`: what the preposition governs ends before two names that the verb follows.
fn follows_noun(scope: &Scope<'_>, list: &List) -> bool {
    let before = list.run.start.wrapping_sub(1);
    let bound = Classes::of(&[Classes::PREPOSITION, Classes::DETERMINER, Classes::CONNECTOR, Classes::MUTUAL]);
    list.names.len() > 1 && scope.kind(before) == Some(Kind::Word) && !scope.is(before, bound)
}

/// Whether the list ends where the verb's group starts; what is said of people ends with a comma.
fn touches(scope: &Scope<'_>, list: &List, group: usize) -> bool {
    let is_comma = |at: usize| scope.kind(at) == Some(Kind::Comma);
    // `one of its units, Acme Ltd, signed`
    let place = scope.is(list.run.start, Classes::COUNTRY | Classes::PLACE);
    // `its Lima-based unit, Acme Peru, signed`
    let named = || list.names.last().is_some_and(|name| name.start > list.run.start && is_comma(name.start - 1));
    let apposed = is_comma(list.run.start.wrapping_sub(1)) && !place || named();
    let comma = (list.people || apposed) && list.run.end + 1 == group && is_comma(list.run.end);
    list.run.end == group || comma
}

/// `China's accession`, `the accession of China`, `its signing`, and where those name none, who speaks of it.
pub(super) fn possessor(scope: &Scope<'_>, noun: usize) -> Actors {
    possessor_within(scope, noun, DEEPEST)
}

/// The same, through at most so many nouns before that one.
fn possessor_within(scope: &Scope<'_>, noun: usize, depth: usize) -> Actors {
    let mut at = noun;
    // `Kenyan Ratification of the Tea Treaty`: the state, by the quality made of it.
    let state = noun.checked_sub(1).filter(|&state| scope.is(state, Classes::DEMONYM) && scope.token(state).capitalized());
    if let Some(state) = state {
        return (vec![Run { start: state, end: noun }], None);
    }
    // Qualities between the two: `China's recent accession`.
    while at > scope.sentence.start
        && at + 3 > noun
        && scope.kind(at - 1) == Some(Kind::Word)
        && !scope.is(at - 1, Classes::of(&[Classes::DETERMINER, Classes::PREPOSITION, Classes::HOLDING_VERB]))
    {
        at -= 1;
    }
    // In a heading, nothing but who announces it may stand before.
    let Some(before) = at.checked_sub(1) else { return (speaker(scope, noun), None) };
    if scope.kind(before) == Some(Kind::Possessive) {
        return (ending_at(scope, before), None);
    }
    if scope.is_any(before, &["its", "their", "our"]) {
        return (Vec::new(), Some(StandIn::One));
    }
    // `the signing by Kenya and Peru of the treaty`
    let by = scope.is_word(noun + 1, "by") && noun + 2 < scope.noun_phrase_start();
    if let Some(names) = by.then(|| scope.names_at(noun + 2)).flatten() {
        return (names, None);
    }
    let of = scope.is_word(noun + 1, "of") && noun + 2 < scope.noun_phrase_start();
    let owners = Some(noun + 2).filter(|_| of);
    if let Some((end, names)) = owners.and_then(|at| scope.list_end(at).zip(scope.names_at(at)))
        // `the formation of Acme Nova, a joint venture`, `the ratification of the Lima Treaty on Tea`: that is the agreement's
        // own name.
        && scope.kind(end) != Some(Kind::Comma)
        && end <= scope.phrase.start
    {
        return (names, None);
    }
    // `its announcement of the formation`: whose the one is, the other is.
    let outer = scope.is_word(before, "of").then(|| scope.lexeme_before(before, Classes::AGREEMENT_VERB)).flatten();
    let outer = outer.or_else(|| {
        let of = before.checked_sub(1).filter(|&of| scope.is(before, Classes::DETERMINER) && scope.is_word(of, "of"))?;
        scope.lexeme_before(of, Classes::AGREEMENT_VERB)
    });
    // `Acme and Beta are pleased to announce the extension`
    let told = if scope.is(before, Classes::DETERMINER) { before } else { at };
    let announced = scope.lexeme_before(told, Classes::AGREEMENT_VERB).filter(|verb| verb.value.starts_with("announce base"));
    if let Some(announced) = announced {
        return subject(scope, announced.run.start);
    }
    // `Kenya is in talks`
    let engaged =
        before.checked_sub(1).filter(|&be| scope.is_word(before, "in") && scope.is_valued(be, Classes::AUXILIARY, "be"));
    if let Some(be) = engaged {
        return subject(scope, be);
    }
    // `as it entered negotiations`
    if scope.is(before, Classes::HOLDING_VERB) {
        return subject(scope, before);
    }
    // `Kenya in talks`, in a heading.
    if scope.is_word(before, "in") {
        return (ending_at(scope, before), None);
    }
    match outer {
        Some(outer) if outer.run.start < noun && depth > 0 => possessor_within(scope, outer.run.start, depth - 1),
        _ => (speaker(scope, noun), None),
    }
}

/// `Acme announced the signing`, `Kenya became a contracting party`: who speaks of an event, unless as a bystander.
fn speaker(scope: &Scope<'_>, noun: usize) -> Vec<Run> {
    let floor = prose(scope, noun).max(noun.saturating_sub(REACH));
    let clause = clause_start(scope, floor, noun);
    // `Kenya and Peru marked the day with the signing of a treaty`: both do it.
    let with = noun.checked_sub(2).filter(|&with| scope.is_word(with, "with") && scope.is_word(with + 1, "the"));
    if with.is_some() {
        let found = scope.names.lists(clause..noun).into_iter().next().filter(|list| !list.governed && list.names.len() > 1);
        return found.map(|list| list.names).unwrap_or_default();
    }
    // `agreed to work toward the conclusion`: what one wants done, one does.
    let wanted = (clause..noun).any(|at| scope.is_valued(at, Classes::MODALITY, "planned") && scope.written(at).ends_with("ed"));
    if is_governed(scope.document, floor, noun) && !wanted {
        return Vec::new();
    }
    // `joined Bob Ray to announce the signing`
    let acting = |list: &List| !list.governed && !list.people && !scope.names.are_personal(&list.names);
    let found = scope.names.lists_before(clause..noun, &scope.sentence, acting).into_iter().find(acting);
    let involved = |list: &List| !(list.run.end..noun).any(|at| scope.is(at, Classes::BYSTANDER_VERB));
    found.filter(involved).map(|list| list.names).unwrap_or_default()
}

/// The list of names that ends right before the token.
pub(super) fn ending_at(scope: &Scope<'_>, end: usize) -> Vec<Run> {
    let last = end.checked_sub(1).filter(|&last| scope.sentence.contains(&last) && may_end_name(scope, last));
    let Some(_) = last else { return Vec::new() };
    let first = scope.sentence.start.max(end.saturating_sub(NEAREST));
    let found = scope.names.lists(first..end).into_iter().next_back();
    found.filter(|list| list.run.end == end && !list.people).map(|list| list.names).unwrap_or_default()
}

/// Whether a name may end with the token: no small word does but those for bodies of a state and for sides.
fn may_end_name(scope: &Scope<'_>, at: usize) -> bool {
    let token = scope.token(at);
    let body = Classes::of(&[Classes::STATE_BODY, Classes::PARTY_NOUN, Classes::ORGANIZATION_HEAD, Classes::LEGAL_SUFFIX]);
    token.kind != Kind::Word || token.capitalized() || token.case == Case::Mixed || scope.document.classes_at(at).any(body)
}

/// `In addition to extending the agreement, Kenya …`: who does it stands behind the comma.
fn after_opening(scope: &Scope<'_>, verb: usize) -> Option<List> {
    let opens = verb < scope.sentence.start + 6 && scope.written(verb).ends_with("ing");
    let comma = (scope.phrase.end..scope.limit).find(|&at| scope.kind(at) == Some(Kind::Comma)).filter(|_| opens)?;
    scope.names.list(comma + 1..scope.sentence.end, comma + 1)
}

/// Most items of a list whose subject stands before them.
const MOST_ITEMS: usize = 12;

/// `Acme also:` and below it `- signed a contract`: who does what the items say.
fn before_list(scope: &Scope<'_>, group: usize) -> Option<List> {
    let document = scope.document;
    let block = document.sentence_of(group).filter(|sentence| sentence.tokens.start == group)?.block;
    let listed = |at: &usize| document.blocks[*at].kind == BlockKind::Item;
    let items = (block.saturating_sub(MOST_ITEMS)..=block).rev().take_while(listed).count();
    let opening = document.blocks.get(block.checked_sub(items).filter(|_| items > 0)?)?;
    let sentence = document.sentence_of(opening.tokens.end.checked_sub(1)?)?.tokens.clone();
    let colon = sentence.end.checked_sub(1).filter(|&colon| document.tokens[colon].kind == Kind::Colon)?;
    let first = sentence.start.max(colon.saturating_sub(NEAREST));
    scope.names.lists(first..colon).into_iter().rev().find(|list| !list.governed && !list.names.is_empty())
}

/// `for China to join`, `called on China to join`.
fn is_for(scope: &Scope<'_>, list: &List) -> bool {
    scope.is_any(list.run.start.wrapping_sub(1), &["for", "on", "upon"]) && scope.is_word(list.run.end, "to")
}

/// Where the verb's auxiliaries, adverbs and dates before it start.
pub(super) fn group_start(scope: &Scope<'_>, verb: usize) -> usize {
    let mut at = verb;
    while at > scope.sentence.start {
        if let Some(before) = before_date(scope, at) {
            at = before;
            continue;
        }
        // `is close to signing`
        if let Some(cue) = scope.lexeme_before(at, Classes::MODALITY).filter(|cue| cue.run.len() > 1) {
            at = cue.run.start;
            continue;
        }
        let before = at - 1;
        let small = !scope.token(before).capitalized();
        let part = scope.is(before, Classes::AUXILIARY | Classes::MODALITY) && small;
        if !part && !scope.is_adverb(before) {
            break;
        }
        at = before;
    }
    at
}

/// `on 8 May 2020` before a verb: where it starts.
pub(super) fn before_date(scope: &Scope<'_>, end: usize) -> Option<usize> {
    let part = |at: &usize| {
        matches!(scope.kind(*at), Some(Kind::Number | Kind::Comma)) || scope.is(*at, Classes::MONTH | Classes::WEEKDAY)
    };
    let first = scope.sentence.start.max(end.saturating_sub(LONGEST_DATE));
    let date = (first..end).rev().take_while(part).last()?;
    let dated = (date..end).any(|at| scope.is(at, Classes::MONTH | Classes::WEEKDAY));
    let preposition = date.checked_sub(1).filter(|&at| scope.is_any(at, &["on", "in"]))?;
    dated.then_some(preposition)
}

/// Longest date before a verb, in tokens.
const LONGEST_DATE: usize = 6;

/// Where the clause that ends there starts.
fn clause_start(scope: &Scope<'_>, floor: usize, end: usize) -> usize {
    // `(NYSE: ACM)`
    let enclosed = |at: usize| {
        let first = floor.max(at.saturating_sub(4));
        (first..at).rev().map(|at| scope.kind(at)).find(|kind| matches!(kind, Some(Kind::Open | Kind::Close)))
            == Some(Some(Kind::Open))
    };
    // `Acme, which is a unit of Beta, has signed`: a comma has ended the relative clause.
    let closed = scope.kind(end.wrapping_sub(1)) == Some(Kind::Comma);
    let opens = |at: &usize| {
        let mark = matches!(scope.kind(*at), Some(Kind::Semicolon | Kind::Colon | Kind::OpenQuote | Kind::Quote));
        mark && !enclosed(*at) && !scope.document.is_ticker(*at)
            || scope.is(*at, Classes::CLAUSE_OPENER)
                && !scope.token(*at).capitalized()
                && !(closed && scope.is_any(*at, &["which", "who", "whose"]))
    };
    let start = (floor..end).rev().find(opens).map_or(floor, |at| at + 1);
    // `LIMA, Peru - Newswire - 5 May - Acme …`: a dateline has no small words.
    let mark = scope.document.opening_mark(&scope.sentence).filter(|mark| (start..end).contains(mark));
    if let Some(mark) = mark.filter(|mark| mark + 1 < end && scope.document.fits_dateline(mark + 1)) {
        return mark + 1;
    }
    let dash = |at: &usize| is_free_dash(scope.token(*at));
    // A single dash ends a dateline, too; two enclose an aside.
    let mut dashes = (start..end).filter(dash);
    match (dashes.next(), dashes.next()) {
        (Some(dash), None) => dash + 1,
        _ => start,
    }
}

/// A pronoun, or a general noun with its article, that ends right before the verb's group.
pub(super) fn stand_in(scope: &Scope<'_>, group: usize) -> Option<StandIn> {
    let Some(found) = scope.lexeme_before(group, Classes::STAND_IN) else {
        return is_described(scope, group).then_some(StandIn::One);
    };
    Some(match found.value {
        "both" => StandIn::Both,
        "states" => StandIn::States,
        "several" => StandIn::Several,
        _ => StandIn::One,
    })
}

/// Most qualities of a firm that has no name: `the German sportswear maker`.
const MOST_QUALITIES: usize = 4;

/// `the German sportswear maker`: a firm by what it is, which the text has named before.
fn is_described(scope: &Scope<'_>, end: usize) -> bool {
    let noun = scope.lexeme_before(end, Classes::PARTY_NOUN).filter(|noun| matches!(noun.value, "firm" | ""));
    let one = |at: usize| !scope.token(at).capitalized() && !scope.written(at).ends_with('s');
    let Some(noun) = noun.filter(|noun| one(noun.run.end - 1)) else { return false };
    let origin = Classes::of(&[Classes::DEMONYM, Classes::PLACE, Classes::COUNTRY]);
    let other = Classes::of(&[Classes::PREPOSITION, Classes::CONNECTOR, Classes::AUXILIARY, Classes::DETERMINER]);
    let quality = |at: &usize| match scope.kind(*at) {
        Some(Kind::Word) => (!scope.token(*at).capitalized() || scope.is(*at, origin)) && !scope.is(*at, other),
        Some(Kind::Hyphen) => true,
        _ => false,
    };
    let first = scope.sentence.start.max(noun.run.start.saturating_sub(MOST_QUALITIES));
    let qualities = (first..noun.run.start).rev().take_while(quality).count();
    scope.is_word((noun.run.start - qualities).wrapping_sub(1), "the")
}
