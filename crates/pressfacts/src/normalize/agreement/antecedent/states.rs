//! States that a side's minister stands for, and the other one of two.

use std::collections::BTreeMap;

use super::super::Reading;
use super::super::names::Names;
use super::{LONGEST_READ, PAIRS_BACK, SENTENCES_BACK, text};
use crate::fact::Action;
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::Run;

/// `Egyptian`, of a side's minister: the state, where the text names it.
pub(super) fn name_states(document: &Document<'_>, readings: &mut [Reading<'_>]) {
    let quality = |side: &Run| {
        let token = &document.tokens[side.start];
        side.len() == 1 && token.is(Classes::DEMONYM) && !token.is(Classes::COUNTRY)
    };
    if !readings.iter().any(|reading| reading.sides.iter().any(quality)) {
        return;
    }
    let mut states: BTreeMap<&str, Run> = BTreeMap::new();
    for sentence in &document.sentences {
        for at in sentence.tokens.clone() {
            if let Some((end, state)) = document.lexeme_at(at, sentence.tokens.end, Classes::COUNTRY) {
                states.entry(state).or_insert(Run { start: at, end });
            }
        }
    }
    for side in readings.iter_mut().flat_map(|reading| &mut reading.sides).filter(|side| quality(side)) {
        let own = document.lexeme_at(side.start, side.end, Classes::DEMONYM).and_then(|(_, state)| states.get(state));
        *side = own.copied().unwrap_or(*side);
    }
}

/// `The Minister for Law and Kenya's Minister of Trade signed a treaty`: where but one of two states is named with those who
/// sign, the other is the one that the text names beside it, with an earlier agreement or in the sentences around.
pub(super) fn complete_pair(names: &Names<'_>, reading: &mut Reading<'_>, earlier: &[Reading<'_>]) {
    let [side] = reading.sides[..] else { return };
    let document = names.document;
    let start = reading.mention.run.start;
    let signed = reading.event.is_some_and(|event| event.action == Action::Sign);
    let Some(sentence) = document.sentence_of(start).filter(|_| signed && names.is_state(side)) else { return };
    if !names.tells_of_people(sentence.tokens.clone()) {
        return;
    }
    let fits = |sides: &Vec<Run>| {
        let own = |other: &Run| text(document, side).ends_with(text(document, *other));
        sides.len() == 2 && sides.iter().all(|side| names.is_state(*side)) && sides.iter().any(own)
    };
    let told = earlier.iter().rev().take(PAIRS_BACK).map(|reading| reading.sides.clone()).find(fits);
    let number = document.sentences.partition_point(|sentence| sentence.tokens.start <= start);
    let around = number.saturating_sub(SENTENCES_BACK)..document.sentences.len().min(number + 1);
    let near = || {
        let sentences = document.sentences[around.clone()].iter().rev().map(|sentence| names.prose(sentence.tokens.clone()));
        let mut stretches = sentences.map(|prose| prose.start..prose.end.min(prose.start + LONGEST_READ));
        stretches.find_map(|stretch| names.group(stretch, fits))
    };
    if let Some(pair) = told.or_else(near) {
        reading.sides = pair;
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_sides;

    #[test]
    fn the_other_of_two_states() {
        check_sides(
            "Kenya and Peru sign [treaty]\n\nMinister for Law Jane Roe and Peru's Minister of Trade John Doe signed a [treaty] today.",
            &["Kenya; Peru", "Kenya; Peru"],
        );
        check_sides(
            "Kenya and Peru sign [treaty]\n\nChad's Minister of Trade John Doe signed a [treaty] today.",
            &["Kenya; Peru", "Chad"],
        );
    }
}
