//! What one mention takes from another: sides of `the Agreement` from where it was first named, what happens to the
//! items of a list from the sentence that opens it, and the names behind `the two sides`.

mod beyond;
mod states;

use std::ops::Range;

use self::beyond::{ahead, allies};
use self::states::{complete_pair, name_states};
use super::event::{Event, Part};
use super::names::Names;
use super::scope::Scope;
use super::subject::StandIn;
use super::{MOST_QUALITIES, Reading, abbreviation};
use crate::fact::{Action, AgreementKind};
use crate::layout::{BlockKind, Document};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::rules::agreement::AgreementSyntax;
use crate::token::Kind;

/// How many sentences back a name is looked for.
const SENTENCES_BACK: usize = 3;
/// How much of a sentence is read for names, in tokens; keeps the cost linear.
const LONGEST_READ: usize = 100;
/// How many mentions back the two sides are looked for.
const PAIRS_BACK: usize = 6;
/// How many mentions back an antecedent is looked for.
const MENTIONS_BACK: usize = 64;

/// Gives each mention what it takes from earlier ones.
pub(super) fn share(names: &Names<'_>, readings: &mut [Reading<'_>]) {
    let document = names.document;
    let mut opener = None;
    for index in 0..readings.len() {
        let (earlier, rest) = readings.split_at_mut(index);
        let [reading, ..] = rest else { continue };
        let first = earlier.len().saturating_sub(MENTIONS_BACK);
        let earlier = &earlier[first..];
        if let Some((number, last_block)) = opener
            && let Some(opening) = earlier.get(earlier.len().wrapping_sub(index - number))
            && let Some(block) = item(document, reading, last_block)
        {
            let opening: &Reading<'_> = opening;
            reading.like = Some(first + earlier.len() - (index - number));
            reading.event = reading.event.or(opening.event);
            if reading.sides.is_empty() {
                reading.sides.clone_from(&opening.sides);
            }
            opener = opener.map(|(opening, _)| (opening, block));
        }
        stand_ins(names, reading, earlier);
        again(document, reading, earlier, first);
        allies(names, reading);
        complete_pair(names, reading, earlier);
        if opener.is_none_or(|(_, last)| {
            document.sentence_of(reading.mention.run.start).is_none_or(|own| own.block > last + 1 + WIDEST_GAP)
        }) && let Some(event) = announced(names, reading)
        {
            reading.event = Some(event);
            opener = document.sentence_of(reading.mention.run.start).map(|sentence| (index, sentence.block));
        } else if let Some(block) = opens_list(document, reading) {
            opener = Some((index, block));
        }
    }
    ahead(document, readings);
    name_states(document, readings);
}

/// Most items of a list between two that name agreements: what the one before is about.
const WIDEST_GAP: usize = 3;

/// The block that the mention opens, if it comes next in the list.
fn item(document: &Document<'_>, reading: &Reading<'_>, last_block: usize) -> Option<usize> {
    let start = reading.mention.run.start;
    let block = document.sentence_of(start)?.block;
    let listed = |at: usize| document.blocks[at].kind == BlockKind::Item;
    let next = block > last_block && block <= last_block + 1 + WIDEST_GAP && (last_block + 1..block).all(listed);
    let near = block == last_block + 1 || next && listed(block);
    (near && document.blocks[block].tokens.start == start).then_some(block)
}

/// The block of a sentence that a colon ends, where something happens to the agreements it announces.
fn opens_list(document: &Document<'_>, reading: &Reading<'_>) -> Option<usize> {
    let sentence = document.sentence_of(reading.mention.run.start)?;
    let colon = document.tokens[sentence.tokens.clone()].last().is_some_and(|token| token.kind == Kind::Colon);
    (colon && reading.event.is_some()).then_some(sentence.block)
}

/// `Documents signed during the visit:` before the list whose first item the mention opens: what happened to all of it.
fn announced(names: &Names<'_>, reading: &Reading<'_>) -> Option<Event> {
    let document = names.document;
    let start = reading.mention.run.start;
    let block = document.sentence_of(start)?.block;
    let opens = reading.event.is_none() && document.blocks[block].tokens.start == start;
    let opening = document.blocks.get(block.checked_sub(1).filter(|_| opens)?)?;
    let sentence = document.sentence_of(opening.tokens.end.checked_sub(1)?)?.tokens.clone();
    let last = sentence.end.checked_sub(1).filter(|&last| document.tokens[last].kind == Kind::Colon)?;
    let first = sentence.start.max(last.saturating_sub(LONGEST_OPENING));
    let papers = (first..last).find(|&at| document.lexeme_at(at, last, Classes::PAPER_NOUN).is_some())?;
    let scope = Scope::new(names, sentence, Run { start: papers, end: papers + 1 }, usize::MAX);
    super::event::of(&scope, reading.mention.syntax.kind)
}

/// Longest sentence that opens a list, in tokens.
const LONGEST_OPENING: usize = 30;

/// Puts names for `it` and `the two sides`.
fn stand_ins(names: &Names<'_>, reading: &mut Reading<'_>, earlier: &[Reading<'_>]) {
    let Some(stand_in) = reading.stand_in else { return };
    let document = names.document;
    let start = reading.mention.run.start;
    let number = document.sentences.partition_point(|sentence| sentence.tokens.start <= start).saturating_sub(1);
    let before = || {
        let own = names.prose(document.sentences[number].tokens.clone()).start;
        // A pronoun stands before its verb: what comes behind that is not what it takes up.
        let end = reading.event.map_or(start, |event| start.min(event.verb.start)).max(own);
        let own = own.max(start.saturating_sub(LONGEST_READ)).min(end)..end;
        let earlier = document.sentences[number.saturating_sub(SENTENCES_BACK)..number].iter().rev();
        let earlier = earlier.map(|sentence| names.prose(sentence.tokens.clone()));
        let earlier = earlier.map(|prose| prose.start..prose.end.min(prose.start + LONGEST_READ));
        std::iter::once(own).chain(earlier)
    };
    let found = match stand_in {
        StandIn::Both | StandIn::States | StandIn::Several => {
            let fits = |sides: &Vec<Run>| match stand_in {
                StandIn::States => sides.len() == 2 && sides.iter().all(|side| names.is_state(*side)),
                StandIn::Several => sides.len() > 1,
                _ => sides.len() == 2,
            };
            let told = |reading: &Reading<'_>| Some(reading.sides.clone()).filter(fits);
            let told = earlier.iter().rev().take(PAIRS_BACK).find_map(told);
            told.or_else(|| before().find_map(|range: Range<usize>| names.group(range, fits)))
        }
        StandIn::One => {
            let mut sentences = before();
            let own = sentences.next().and_then(|range| names.latest(range));
            own.or_else(|| sentences.find_map(|range| names.topic(range))).map(|name| vec![name])
        }
    };
    if let Some(mut sides) = found {
        let further: Vec<Run> = reading.sides.drain(..).filter(|side| !same_any(document, *side, &sides)).collect();
        sides.extend(further);
        reading.sides = sides;
    }
}

/// Finds the earlier mention of the same agreement, and takes its sides.
fn again(document: &Document<'_>, reading: &mut Reading<'_>, earlier: &[Reading<'_>], offset: usize) {
    let syntax = &reading.mention.syntax;
    let joins = |reading: &Reading<'_>| reading.event.filter(|event| matches!(event.action, Action::Ratify | Action::Accede));
    // `The ratification of the treaty`: by whom, the text has told.
    let joining = joins(reading).is_some_and(|event| event.part == Part::OfNoun);
    if syntax.name.is_some() && syntax.kind == AgreementKind::Treaty && !joining {
        return;
    }
    let plural = is_plural(document, syntax);
    let phrase = taking_up(document, syntax.phrase, syntax.head);
    let full = text(document, phrase);
    let titled = phrase.start < syntax.head.start && document.tokens[syntax.head.start].capitalized();
    let article = article(document, syntax.phrase).or_else(|| heads(document, reading).then_some(Article::Definite));
    // `MoUs help both`, where the text has told of MoUs.
    let bare_plural = plural && article.is_none() && reading.event.is_none() && reading.sides.is_empty();
    if !titled && article.is_none() && !bare_plural {
        return;
    }
    let definite = article.is_some();
    // `the purchase agreement` says which one is meant as much as `the bilateral agreement` does.
    let sorted = matches!(syntax.kind, AgreementKind::Agreement | AgreementKind::Contract) && phrase.len() > 1;
    // `the Closer Trade Agreement` is a name, no general noun.
    let named = syntax.head.len() > 1 && document.tokens[syntax.head.start].capitalized();
    let bare = phrase.start == syntax.head.start && !sorted && !named;
    let by_letters =
        |candidate: &Reading<'_>| phrase.len() == 1 && takes_up(document, phrase, bare_phrase(&candidate.mention.syntax));
    let lettered = earlier.iter().any(by_letters);
    let same = |candidate: &&Reading<'_>| {
        let other = &candidate.mention.syntax;
        if lettered {
            return by_letters(candidate);
        }
        if plural != is_plural(document, other) {
            return false;
        }
        let name = text(document, other.phrase);
        // `the SPA`, behind `share purchase agreement (SPA)`
        if reading.mention.rule == abbreviation::RULE && name.ends_with(&format!("({full})")) {
            return true;
        }
        name.eq_ignore_ascii_case(full)
            || bare_plural && related(syntax.kind, other.kind)
            || definite && takes_up(document, phrase, bare_phrase(other))
            || definite && related(syntax.kind, other.kind) && (bare || name.to_lowercase().contains(&full.to_lowercase()))
    };
    // The last of those that tell most, or else the last that names a side.
    let mut found = None;
    for (number, candidate) in earlier.iter().enumerate().rev().filter(|(_, candidate)| same(candidate)) {
        reading.again |= definite && candidate.stands();
        let sides = candidate.sides.len();
        if sides > 1 || candidate.event.is_some() && sides > 0 {
            found = Some((number, candidate));
            break;
        }
        found = found.or(Some((number, candidate)).filter(|_| sides > 0));
    }
    let Some((number, first)) = found else { return };
    // Each step of a state towards a treaty has a day of its own.
    reading.like = (!joining).then_some(offset + number);
    // `their partnership` names no side; `our partnership with Kenya` names one of those known.
    let takes = article != Some(Article::Possessive) || !reading.sides.is_empty();
    // One side alone is half of what was told before; who won a contract, however, has it.
    // The state that ratifies a treaty is its only side there.
    let alone = syntax.kind == AgreementKind::Contract || joining && joins(first).is_some();
    let takes = takes && (first.sides.len() > 1 || alone);
    let known = |side: &Run| same_any(document, *side, &first.sides);
    // `The deal was signed by the Trade Secretary and Acme's head`: of whom only one body is told.
    let signed = reading.event.is_some_and(|event| {
        let behind = matches!(reading.sides[..], [side] if side.start > event.verb.end);
        behind && event.action == Action::Sign && event.part == Part::Subject
    });
    if takes && reading.sides.len() < first.sides.len() && (signed || reading.sides.iter().all(known)) {
        reading.sides.clone_from(&first.sides);
    }
}

/// `Partnership opens the north` in a heading or an item, where articles are left out.
fn heads(document: &Document<'_>, reading: &Reading<'_>) -> bool {
    let phrase = reading.mention.run;
    let Some(sentence) = document.sentence_of(phrase.start).filter(|sentence| sentence.tokens.start == phrase.start) else {
        return false;
    };
    let next = document.tokens.get(phrase.end).filter(|_| phrase.end < sentence.tokens.end);
    let verb = next.is_some_and(|next| next.kind == Kind::Word && !next.is(Classes::PREPOSITION | Classes::CONNECTOR));
    let told = reading.event.is_some() || !reading.sides.is_empty();
    document.blocks[sentence.block].kind != BlockKind::Paragraph && verb && !told
}

/// The phrase without letters in parentheses.
fn bare_phrase(syntax: &AgreementSyntax) -> Run {
    Run { start: syntax.phrase.start, end: syntax.head.end }
}

/// `the JDA` behind `a joint development agreement`, `the Acme Supply Agreement` behind `a supply agreement`.
fn takes_up(document: &Document<'_>, phrase: Run, earlier: Run) -> bool {
    let words = || (earlier.start..earlier.end).filter(|&at| document.tokens[at].kind == Kind::Word);
    if phrase.len() == 1 && document.tokens[phrase.start].is(Classes::UPPER) {
        let initials = words().filter(|&at| document.written(at) != "of").filter_map(|at| document.written(at).chars().next());
        let letters = text(document, phrase).chars();
        return words().count() > 1 && initials.map(|letter| letter.to_ascii_uppercase()).eq(letters);
    }
    let titled = phrase.len() > earlier.len() && earlier.len() > 1 && document.tokens[phrase.start].capitalized();
    let last = Run { start: phrase.end.saturating_sub(earlier.len()), ..phrase };
    titled && text(document, last).eq_ignore_ascii_case(text(document, earlier))
}

/// The phrase without what only says that it takes up something: `this new agreement`.
fn taking_up(document: &Document<'_>, phrase: Run, head: Run) -> Run {
    let mut start = phrase.start;
    while start < head.start {
        let general =
            document.lexeme_at(start, head.start, Classes::AGREEMENT_QUALIFIER).filter(|(_, value)| *value == "general");
        let Some((end, _)) = general else { break };
        start = end;
    }
    Run { start, ..phrase }
}

fn text<'t>(document: &Document<'t>, run: Run) -> &'t str {
    document.slice(run.start..run.end)
}

fn same_any(document: &Document<'_>, name: Run, others: &[Run]) -> bool {
    others.iter().any(|other| {
        let (one, two) = (text(document, name), text(document, *other));
        one.eq_ignore_ascii_case(two)
            || two.starts_with(one)
            || two.ends_with(&format!("({one})"))
            || two == format!("Government of {one}")
    })
}

/// Whether one kind's noun can take up the other's: `the deal`, `the contract`.
fn related(one: AgreementKind, other: AgreementKind) -> bool {
    let group = |kind| match kind {
        AgreementKind::Agreement | AgreementKind::Contract | AgreementKind::Treaty => 0,
        AgreementKind::Memorandum => 1,
        AgreementKind::Partnership => 2,
        AgreementKind::Declaration => 3,
        AgreementKind::LetterOfIntent => 4,
    };
    // Any of them may be called `the agreement`.
    one == AgreementKind::Agreement && group(other) != 3 || group(one) == group(other)
}

/// `letters of intent`, `memorandum of understanding (MoUs)`
fn is_plural(document: &Document<'_>, syntax: &AgreementSyntax) -> bool {
    let AgreementSyntax { head, phrase, .. } = syntax;
    let short = (head.end < phrase.end).then(|| document.written(phrase.end - 2));
    let first = document.written(head.start);
    let last = document.written(head.end - 1);
    [Some(first), Some(last), short].into_iter().flatten().any(|word| word.ends_with('s'))
        || first.eq_ignore_ascii_case("memoranda")
}

/// A word before a phrase by which it takes up something known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Article {
    /// `the`, `this`.
    Definite,
    /// `their`, `our`.
    Possessive,
}

fn article(document: &Document<'_>, phrase: Run) -> Option<Article> {
    // `the multi-million agreement`: a quality may stand between.
    let small = |at: usize| {
        let token = &document.tokens[at];
        // `the 2009 agreement` is another one.
        let year = token.kind == Kind::Number && token.span.len() == 4;
        matches!(token.kind, Kind::Word | Kind::Hyphen | Kind::Number)
            && !year
            && !token.capitalized()
            && !token.is(Classes::PREPOSITION)
    };
    let first = phrase.start.saturating_sub(MOST_QUALITIES);
    let before = (first..phrase.start)
        .rev()
        .find(|&at| document.tokens[at].is(Classes::DETERMINER) || !small(at))
        .filter(|before| document.tokens[*before].is(Classes::DETERMINER))?;
    let is = |words: &[&str]| words.iter().any(|word| document.written(before).eq_ignore_ascii_case(word));
    // `two more such pacts` are others.
    let others = before.checked_sub(1).is_some_and(|at| matches!(document.written(at), "more" | "other" | "further"));
    match () {
        () if others && is(&["such"]) => None,
        () if is(&["the", "this", "that", "such"]) => Some(Article::Definite),
        () if is(&["its", "their", "our"]) => Some(Article::Possessive),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_sides;

    #[test]
    fn a_definite_mention_keeps_the_sides() {
        check_sides("Kenya and Peru signed a [Transit Agreement]. The [Agreement] is long.", &["Kenya; Peru", "Kenya; Peru"]);
        check_sides("Kenya and Peru signed a [treaty]. The [treaty] is long.", &["Kenya; Peru", "Kenya; Peru"]);
        check_sides("Kenya and Peru signed an [MoU]. Under the [MoU], ships will sail.", &["Kenya; Peru", "Kenya; Peru"]);
    }

    #[test]
    fn a_heading_leaves_the_article_out() {
        check_sides(
            "Kenya and Peru signed a [transit agreement] today.\n\n## [Agreement] opens the north\n\nShips will sail.",
            &["Kenya; Peru", "Kenya; Peru"],
        );
        check_sides(
            "Kenya and Peru signed a [transit agreement] today.\n\n## [Agreement] on tea\n\nShips will sail.",
            &["Kenya; Peru", ""],
        );
    }

    #[test]
    fn a_state_that_ratifies_stays_alone() {
        check_sides(
            "Kenya has ratified the [Tea Treaty]. The ratification of the [Tea Treaty] took a year.",
            &["Kenya", "Kenya"],
        );
        check_sides("Kenya has ratified the [Tea Treaty]. The [Tea Treaty] is long.", &["Kenya", ""]);
        check_sides("Kenya has ratified the [Tea Treaty]. The [Tea Treaty] was ratified by many.", &["Kenya", ""]);
    }

    #[test]
    fn one_side_alone_is_not_taken_up() {
        check_sides("Acme won a [contract]. The [contract] is worth much.", &["Acme", "Acme"]);
        check_sides("Kenya signed an [MoU]. The [MoU] is long.", &["Kenya", ""]);
    }

    #[test]
    fn an_indefinite_mention_is_another_agreement() {
        check_sides("Kenya and Peru signed a [treaty]. A [treaty] takes time.", &["Kenya; Peru", ""]);
    }
}
