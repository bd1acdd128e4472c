//! Between whom: the names that the clause gives as sides of an agreement.

use super::event::{Event, Part};
use super::scope::Scope;
use crate::fact::Action;
use crate::grammar::organization::is_body;
use crate::grammar::party::parties;
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::{Run, Tokens};
use crate::token::Kind;

/// A word in a side's place that names none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StandIn {
    /// `it`, `the company`, `their`.
    One,
    /// `the two sides`, `both countries`.
    Both,
}

/// A list of names in the clause.
#[derive(Debug)]
struct List {
    run: Run,
    names: Vec<Run>,
    /// Whether a preposition governs it.
    governed: bool,
}

/// How far to the left of its verb a subject is looked for.
const REACH: usize = 100;

/// The sides of the scope's agreement, in the order of the text, and what stands in for one.
pub(super) fn of(scope: &Scope<'_>, event: Option<&Event>) -> (Vec<Run>, Option<StandIn>) {
    let (complement, all) = complement(scope, event);
    if all {
        return (complement, None);
    }
    let compound = compound(scope);
    if !compound.is_empty() {
        return (compound, None);
    }
    let owned = scope.is_word(scope.phrase.start.wrapping_sub(1), "its").then_some(StandIn::One);
    let (mut sides, stand_in) = match event {
        Some(event) => actors(scope, event),
        None => (Vec::new(), owned),
    };
    sides.extend(adjunct(scope));
    sides.extend(complement);
    (sides, stand_in)
}

/// Who does it.
fn actors(scope: &Scope<'_>, event: &Event) -> (Vec<Run>, Option<StandIn>) {
    let verb = event.verb;
    match event.part {
        Part::Object => {
            let (mut sides, stand_in) = subject(scope, verb.start);
            // `signed with Kenya an agreement`
            let with = (verb.end..scope.phrase.start).find(|&at| scope.is_word(at, "with"));
            // `awarded Acme a contract`
            let receiver = (event.action == Action::Award && verb.end < scope.noun_phrase_start()).then_some(verb.end);
            let named = with.map(|with| with + 1).or(receiver).and_then(|at| list_at(scope, at));
            sides.extend(named.unwrap_or_default());
            (sides, stand_in)
        }
        Part::OfNoun => match possessor(scope, verb.start) {
            (sides, None) if sides.is_empty() => party_to(scope, verb.start),
            possessor => possessor,
        },
        Part::Subject => {
            let by = (verb.end..scope.limit.min(verb.end + 8)).find(|&at| scope.is_word(at, "by"));
            (by.and_then(|at| list_at(scope, at + 1)).unwrap_or_default(), None)
        }
        Part::Relative(from) => {
            let list = lists(scope.document, from..verb.start).into_iter().next();
            (list.map(|list| list.names).unwrap_or_default(), None)
        }
    }
}

fn list_at(scope: &Scope<'_>, at: usize) -> Option<Vec<Run>> {
    parties(scope.window(at)).ok().map(|(_, names)| names)
}

/// `between A and B` (then these are all the sides), `with C`, `by D` behind the mention.
fn complement(scope: &Scope<'_>, event: Option<&Event>) -> (Vec<Run>, bool) {
    let start = scope.after_parentheses(scope.phrase.end);
    if !goes_on(scope, start) {
        return (Vec::new(), false);
    }
    for at in start..scope.limit {
        let ends = matches!(scope.kind(at), Some(Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Terminal | Kind::Dash))
            || scope
                .is_any(at, &["that", "which", "who", "when", "where", "after", "while", "under", "will", "would", "is", "are"]);
        if ends {
            break;
        }
        if scope.is(at, Classes::MUTUAL)
            && let Some(names) = list_at(scope, at + 1)
        {
            return (names, true);
        }
        let award = event.is_some_and(|event| event.action == Action::Award) && scope.is_any(at, &["by", "from", "to"]);
        let agent = scope.is_word(at, "by") && event.is_some_and(|event| event.part == Part::OfNoun);
        let bought = scope.lexeme(at, Classes::ACQUISITION_VERB).filter(|_| at == start + 1 && scope.is_word(start, "to"));
        if let Some(names) = bought.and_then(|bought| list_at(scope, bought.run.end)) {
            return (names, false);
        }
        if (agent || award || scope.is_word(at, "with"))
            && let Some(names) = list_at(scope, at + 1)
        {
            return (names, false);
        }
    }
    (Vec::new(), false)
}

/// Whether what follows the mention can belong to it: a preposition, a participle, an adverb.
fn goes_on(scope: &Scope<'_>, at: usize) -> bool {
    let follows = Classes::of(&[Classes::CONNECTOR, Classes::SUBJECT_MARKER, Classes::MUTUAL, Classes::AGREEMENT_VERB]);
    scope.kind(at) == Some(Kind::Word)
        && (scope.document.classes_at(at).any(follows)
            || scope.is_adverb(at)
            || ["ed", "ing"].iter().any(|ending| scope.written(at).ends_with(ending)))
}

/// `the China-EU agreement`.
fn compound(scope: &Scope<'_>) -> Vec<Run> {
    let end = scope.phrase.start;
    let Some(first) = end.checked_sub(3).filter(|first| scope.sentence.contains(first)) else { return Vec::new() };
    let name =
        |at: usize| scope.kind(at).is_some_and(|kind| matches!(kind, Kind::Word | Kind::Dotted)) && scope.token(at).capitalized();
    let joint = matches!(scope.kind(first + 1), Some(Kind::Hyphen | Kind::Dash | Kind::Slash));
    let state = Classes::of(&[Classes::COUNTRY, Classes::DEMONYM, Classes::UPPER]);
    if joint && name(first) && name(first + 2) && (scope.is(first, state) || scope.is(first + 2, state)) {
        vec![Run { start: first, end: first + 1 }, Run { start: first + 2, end: first + 3 }]
    } else {
        Vec::new()
    }
}

/// The name right before the mention: `Huawei's licence agreements`, `the Teck partnership`.
fn adjunct(scope: &Scope<'_>) -> Vec<Run> {
    if scope.token(scope.phrase.start).capitalized() && scope.kind(scope.phrase.start.wrapping_sub(1)) != Some(Kind::Possessive) {
        return Vec::new();
    }
    let end = scope.phrase.start - usize::from(scope.kind(scope.phrase.start.wrapping_sub(1)) == Some(Kind::Possessive));
    ending_at(scope, end)
}

/// The list of names that ends right before the token.
fn ending_at(scope: &Scope<'_>, end: usize) -> Vec<Run> {
    let first = scope.sentence.start.max(end.saturating_sub(14));
    let found = lists(scope.document, first..end).into_iter().next_back();
    found.filter(|list| list.run.end == end).map(|list| list.names).unwrap_or_default()
}

/// `China's accession`, `the accession of China`, `its signing`.
fn possessor(scope: &Scope<'_>, noun: usize) -> (Vec<Run>, Option<StandIn>) {
    let mut at = noun;
    // Qualities between the two: `China's recent accession`.
    while at > scope.sentence.start
        && at + 3 > noun
        && scope.kind(at - 1) == Some(Kind::Word)
        && !scope.is(at - 1, Classes::DETERMINER)
    {
        at -= 1;
    }
    let Some(before) = at.checked_sub(1) else { return (Vec::new(), None) };
    if scope.kind(before) == Some(Kind::Possessive) {
        return (ending_at(scope, before), None);
    }
    if scope.is_any(before, &["its", "their", "our"]) {
        return (Vec::new(), Some(StandIn::One));
    }
    let of = scope.is_word(noun + 1, "of").then(|| list_at(scope, noun + 2)).flatten();
    (of.filter(|_| noun + 2 < scope.noun_phrase_start()).unwrap_or_default(), None)
}

/// `Acme announced the signing`, `Kenya became a contracting party`: who speaks of an event, unless as a bystander.
fn party_to(scope: &Scope<'_>, noun: usize) -> (Vec<Run>, Option<StandIn>) {
    let floor = scope.sentence.start.max(noun.saturating_sub(REACH));
    let clause = clause_start(scope, floor, noun);
    if is_governed(scope.document, floor, noun) {
        return (Vec::new(), None);
    }
    let found = lists(scope.document, clause..noun).into_iter().find(|list| !list.governed);
    let involved = |list: &List| !(list.run.end..noun).any(|at| scope.is(at, Classes::BYSTANDER_VERB));
    (found.filter(involved).map(|list| list.names).unwrap_or_default(), None)
}

/// The subject of the verb that starts there.
fn subject(scope: &Scope<'_>, verb: usize) -> (Vec<Run>, Option<StandIn>) {
    let floor = scope.sentence.start.max(verb.saturating_sub(REACH));
    let group = group_start(scope, verb);
    let clause = clause_start(scope, floor, group);
    let mut found = lists(scope.document, clause..group);
    if found.last().is_some_and(|list| list.run.end == group && (!list.governed || is_for(scope, list))) {
        return (found.pop().map(|list| list.names).unwrap_or_default(), None);
    }
    if let Some(stand_in) = stand_in(scope, group) {
        // `Acme announced it has signed`: the sentence itself names it.
        let named = |list: &List| !list.governed && (stand_in == StandIn::One || list.names.len() > 1);
        if let Some(list) = lists(scope.document, floor..clause).into_iter().find(named) {
            return (list.names, None);
        }
        return (Vec::new(), Some(stand_in));
    }
    let named = found.into_iter().find(|list| !list.governed).or_else(|| after_opening(scope, verb));
    (named.map(|list| list.names).unwrap_or_default(), None)
}

/// `In addition to extending the agreement, Kenya …`: who does it stands behind the comma.
fn after_opening(scope: &Scope<'_>, verb: usize) -> Option<List> {
    let opens = verb < scope.sentence.start + 6;
    let comma = (scope.phrase.end..scope.limit).find(|&at| scope.kind(at) == Some(Kind::Comma)).filter(|_| opens)?;
    let end = scope.sentence.end.min(comma + 12);
    lists(scope.document, comma + 1..end).into_iter().next().filter(|list| list.run.start == comma + 1)
}

/// `for China to join`.
fn is_for(scope: &Scope<'_>, list: &List) -> bool {
    scope.is_word(list.run.start.wrapping_sub(1), "for") && scope.is_word(list.run.end, "to")
}

/// Where the verb's auxiliaries, adverbs and dates before it start.
fn group_start(scope: &Scope<'_>, verb: usize) -> usize {
    let mut at = verb;
    while at > scope.sentence.start {
        let before = at - 1;
        let token = scope.token(before);
        let auxiliary = scope.is_any(
            before,
            &[
                "has", "have", "had", "will", "would", "shall", "may", "could", "to", "not", "is", "are", "was", "were", "be",
                "been", "jointly",
            ],
        );
        if auxiliary || scope.is_adverb(before) || token.is(Classes::MODALITY) && !token.capitalized() {
            at = before;
        } else {
            break;
        }
    }
    at
}

/// Where the clause that ends there starts.
fn clause_start(scope: &Scope<'_>, floor: usize, end: usize) -> usize {
    (floor..end)
        .rev()
        .find(|&at| {
            matches!(scope.kind(at), Some(Kind::Semicolon | Kind::Colon | Kind::OpenQuote | Kind::Quote))
                || scope.is_any(
                    at,
                    &["that", "which", "when", "after", "while", "where", "because", "if", "before", "whereby", "since"],
                ) && !scope.token(at).capitalized()
        })
        .map_or(floor, |at| at + 1)
}

/// A pronoun, or a general noun with its article, that ends right before the verb group.
fn stand_in(scope: &Scope<'_>, group: usize) -> Option<StandIn> {
    let last = group.checked_sub(1).filter(|last| scope.sentence.contains(last))?;
    let before = |back: usize| last.checked_sub(back).unwrap_or(usize::MAX);
    if scope.is_any(last, &["it", "they"]) {
        return Some(if scope.is_word(last, "it") { StandIn::One } else { StandIn::Both });
    }
    if scope.is_any(
        last,
        &[
            "both",
            "sides",
            "countries",
            "parties",
            "companies",
            "nations",
            "governments",
            "leaders",
            "organizations",
            "organisations",
        ],
    ) && (scope.is_any(before(1), &["two", "both", "the"]) || scope.is_word(last, "both"))
    {
        return Some(StandIn::Both);
    }
    let general = scope
        .is_any(last, &["company", "group", "firm", "bank", "ministry", "university", "organization", "organisation", "club"]);
    (general && scope.is_word(before(1), "the")).then_some(StandIn::One)
}

/// The lists of names in a stretch of one sentence.
fn lists(document: &Document<'_>, range: std::ops::Range<usize>) -> Vec<List> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let window = Tokens::new(document, range.clone(), at);
        let starts = document.tokens[at].capitalized()
            || document.tokens[at].is(Classes::DETERMINER)
            || matches!(document.written(at), "government" | "governments" | "people");
        if starts && let Ok((rest, names)) = parties(window) {
            let end = rest.position();
            if !names.iter().all(|&name| is_quality(document, name)) {
                let governed = is_governed(document, range.start, at);
                found.push(List { run: Run { start: at, end }, names, governed });
            }
            at = end.max(at + 1);
        } else {
            at += 1;
        }
    }
    found
}

/// Whether a preposition stands before the name and its qualities: `with the amended Patent Law`.
fn is_governed(document: &Document<'_>, floor: usize, name: usize) -> bool {
    let quality = |at: &usize| {
        let token = &document.tokens[*at];
        token.is(Classes::DETERMINER) || token.kind == Kind::Word && !token.capitalized() && !token.is(Classes::CONNECTOR)
    };
    let before = |at: usize| at.checked_sub(1).filter(|before| *before >= floor);
    let mut at = name;
    for _ in 0..3 {
        match before(at) {
            Some(further) if quality(&further) => at = further,
            _ => break,
        }
    }
    before(at).is_some_and(|before| is_preposition(document.written(before)))
        || before(name).is_some_and(|before| is_preposition(document.written(before)))
}

/// The two names that one list of the sentence joins, if one does.
pub(super) fn pair(document: &Document<'_>, sentence: std::ops::Range<usize>) -> Option<Vec<Run>> {
    lists(document, sentence).into_iter().map(|list| list.names).find(|names| {
        names.len() == 2 && names.iter().all(|&name| is_body(Tokens::new(document, name.start..name.end, name.start), name))
    })
}

/// The name that the sentence is about.
pub(super) fn topic(document: &Document<'_>, sentence: std::ops::Range<usize>) -> Option<Run> {
    lists(document, sentence).into_iter().find(|list| !list.governed).and_then(|list| list.names.first().copied())
}

/// `Chinese`: a quality, no side.
fn is_quality(document: &Document<'_>, name: Run) -> bool {
    name.len() == 1 && document.tokens[name.start].is(Classes::DEMONYM) && !document.tokens[name.start].is(Classes::COUNTRY)
}

fn is_preposition(word: &str) -> bool {
    [
        "in", "on", "at", "of", "for", "from", "under", "with", "by", "to", "between", "during", "through", "into", "over",
        "since", "until", "via", "within", "as", "than", "a", "an",
    ]
    .iter()
    .any(|preposition| word.eq_ignore_ascii_case(preposition))
}
