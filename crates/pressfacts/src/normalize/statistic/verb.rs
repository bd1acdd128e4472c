//! What looks like a verb, without a tagger: closed classes, endings, and the lexicon's press verbs.

use super::clause::Clause;
use super::skeleton::{Part, Question};
use crate::lexicon::Classes;
use crate::token::{Case, Kind};

/// Whether the token looks like a verb where it stands.
pub(super) fn is_verb(clause: &Clause<'_>, at: usize) -> bool {
    if clause.kind(at) != Some(Kind::Word) || clause.token(at).case != Case::Lower || clause.in_claim(at) {
        return false;
    }
    clause.ask(at, Question::Verb, || is_closed(clause, at) || may_be_verbal(clause, at) && is_verbal(clause, at))
}

/// The last such token before the end, back to the floor.
pub(super) fn verb_before(clause: &Clause<'_>, floor: usize, end: usize) -> Option<usize> {
    clause.skeleton.last_verb(clause.sentence.start, floor..end, |at| is_verb(clause, at))
}

/// The same of a word that is none of the closed classes.
fn is_verbal(clause: &Clause<'_>, at: usize) -> bool {
    // `Seattle-based`, `fertilizer-based`
    let hyphened = at > clause.sentence.start && clause.kind(at - 1) == Some(Kind::Hyphen) && clause.token(at).glued();
    if hyphened || is_noun_place(clause, at) || clause.noun_of_change(at) {
        return false;
    }
    let (token, written) = (clause.token(at), clause.word(at));
    token.is(Classes::CHANGE)
        || token.is(Classes::RANK_VERB)
        || is_past(written) && !clause.plays(at, Part::Nominal)
        || is_third_person(clause, at)
        || matches!(written, "amounts" | "amounting") && clause.word(at + 1) == "to"
        || is_participle(clause, at)
        || is_present(clause, at)
}

/// Whether the word has the ending of a verb, or the lexicon has it for one.
fn may_be_verbal(clause: &Clause<'_>, at: usize) -> bool {
    let verbs = Classes::of(&[Classes::CHANGE, Classes::RANK_VERB, Classes::NP_LATE]);
    matches!(clause.word(at).as_bytes(), [.., b'e', b'd'] | [.., b's'] | [.., b'i', b'n', b'g']) || clause.is(at, verbs)
}

/// How far before a verb the article of its subject is looked for.
const SUBJECT: usize = 4;

/// `errors cost the clinics`, `firms employ 500`, `the berth cost €12 million`: a press verb between a plural, or a noun
/// with its article, and an article or a claim.
fn is_present(clause: &Clause<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= clause.sentence.start) else { return false };
    let plural = clause.word(before).ends_with('s') || clause.is(before, Classes::PLURAL);
    let floor = at.saturating_sub(SUBJECT).max(clause.sentence.start);
    let ended = (floor..at).rev().find(|at| clause.is(*at, Classes::NP_END) || clause.kind(*at) != Some(Kind::Word));
    let plural = plural || ended.is_some_and(|at| clause.plays(at, Part::Article));
    // `make up a third`, `stand at 5%`
    let next = at + 1 + usize::from(clause.word(at + 1) == "up" || clause.word(at + 1) == "at" && clause.in_claim(at + 2));
    let object = clause.plays(next, Part::Article) || clause.in_claim(next);
    clause.is(at, Classes::NP_LATE) && object && plural && clause.kind(before) == Some(Kind::Word)
}

/// Whether it is an auxiliary or one of the verbs that nothing else looks like.
pub(super) fn is_closed(clause: &Clause<'_>, at: usize) -> bool {
    clause.is_closed_verb(at)
}

/// Whether what stands before makes a noun of the word: an article, an adjective of order, a number.
fn is_noun_place(clause: &Clause<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= clause.sentence.start) else { return false };
    // `its 2024 adjusted result`
    let year =
        clause.kind(before) == Some(Kind::Number) && before > clause.sentence.start && clause.plays(before - 1, Part::Article);
    let article = year || clause.plays(before, Part::Article) || matches!(clause.word(before), "of" | "in");
    let article = article || clause.word(before).ends_with("est");
    let article = article || clause.plays(before, Part::Nominal);
    // `119 listings raising $5 billion`
    let acts = clause.word(at).ends_with("ing") && (clause.in_claim(at + 1) || clause.plays(at + 1, Part::Article));
    article || clause.is(before, Classes::of(&[Classes::SUPERLATIVE, Classes::BASIS])) || clause.in_claim(before) && !acts
}

/// `captured`: any word in `-ed` of some length.
fn is_past(written: &str) -> bool {
    written.len() > 4 && written.ends_with("ed")
}

/// `attracts`: a press verb and an `s`. Before a mark it is a noun (`more reports (18%)`), as it is behind a verb that has an
/// object: `to cut costs`.
fn is_third_person(clause: &Clause<'_>, at: usize) -> bool {
    let written = clause.word(at);
    let known = |stem: &str| clause.document.lexicon.look_up(stem).classes.any(Classes::NP_LATE);
    let marked = matches!(clause.kind(at + 1), Some(Kind::Open | Kind::Semicolon));
    let object = || {
        let acts = at > clause.sentence.start && clause.plays(at - 1, Part::Levels);
        acts && !["s", "ed"].iter().any(|ending| clause.word(at - 1).ends_with(ending))
    };
    written.len() > 4 && !marked && ["s", "es"].iter().filter_map(|ending| written.strip_suffix(ending)).any(known) && !object()
}

/// `Beijing securing`, `, employing`: a press verb in `-ing` behind a noun or a comma.
fn is_participle(clause: &Clause<'_>, at: usize) -> bool {
    let Some(stem) = clause.word(at).strip_suffix("ing").filter(|stem| stem.len() > 1) else { return false };
    let Some(before) = at.checked_sub(1).filter(|before| *before >= clause.sentence.start) else { return false };
    // `operating income`, `housing starts`: a noun before another; `, opening 20 shops` has an object.
    let noun = clause.kind(at + 1) == Some(Kind::Word) && !clause.is(at + 1, Classes::NP_END) && !clause.in_claim(at + 1);
    let adjective = ["al", "ive", "ous", "ic"].iter().any(|ending| clause.word(before).ends_with(ending));
    if clause.plays(at, Part::Nominal) && is_closed(clause, at + 1) {
        return false;
    }
    if noun && (clause.plays(at, Part::Nominal) || adjective && clause.kind(before) == Some(Kind::Word)) {
        return false;
    }
    let known = |stem: &str| clause.document.lexicon.look_up(stem).classes.any(Classes::of(&[Classes::NP_LATE, Classes::NP_END]));
    let place = matches!(clause.kind(before), Some(Kind::Comma | Kind::Close))
        || clause.word(before) == "and"
        || clause.kind(before) == Some(Kind::Word) && !clause.is(before, Classes::of(&[Classes::NP_END, Classes::CONNECTOR]));
    place && (known(stem) || known(&format!("{stem}e")))
}

#[cfg(test)]
mod tests {
    use super::{Clause, is_verb, is_verbal, may_be_verbal, verb_before};
    use crate::layout::Document;
    use crate::lexicon::built_in;
    use crate::normalize::statistic::skeleton::Skeleton;
    use crate::{resolve, rules};

    #[test]
    fn what_cannot_be_verbal_is_not() {
        let text = "Errors cost the clinics $5 million, firms employ 500 people and the berth cost €12 million. \
            Imports outpaced exports, ranked 3rd, amounts to 5%, amounting to 7%, and rose 9%; they make up a third of it. \
            Beijing securing 5 tonnes, opening 20 shops, attracts 400 guests, prices rise 2%, and costs fell 3%. \
            Towns account for 5% of the total, outstripping a 2% gain, and 41 homes stood at 5%.";
        let document = Document::read(text, built_in());
        let selected = resolve::choose(rules::find(&document), document.tokens.len());
        let skeleton = Skeleton::of(&document, &selected);
        let mut verbs = 0;
        for index in 0..selected.statistics.len() {
            let clause = Clause::around(&document, &selected, &skeleton, index);
            for at in clause.sentence.tokens() {
                verbs += usize::from(is_verbal(&clause, at));
                assert!(may_be_verbal(&clause, at) || !is_verbal(&clause, at), "{}", clause.word(at));
            }
        }
        assert!(verbs > 20, "{verbs}");
    }
    #[test]
    fn what_was_looked_through_is_looked_through_once() {
        let text = "Imports rose 5% to 12 tonnes and fell 3%, 5 tonnes and 7 tonnes. It was 9% to 5% to 7% to 4%.";
        let document = Document::read(text, built_in());
        let selected = resolve::choose(rules::find(&document), document.tokens.len());
        let skeleton = Skeleton::of(&document, &selected);
        for reach in [1, 4, 9, 2, 20] {
            for index in 0..selected.statistics.len() {
                let clause = Clause::around(&document, &selected, &skeleton, index);
                let start = clause.run().start;
                let floor = start.saturating_sub(reach).max(clause.sentence.start);
                let last = (floor..start).rev().find(|at| is_verb(&clause, *at));
                assert_eq!(verb_before(&clause, floor, start), last, "{reach} before {}", clause.word(start));
            }
        }
    }
}
