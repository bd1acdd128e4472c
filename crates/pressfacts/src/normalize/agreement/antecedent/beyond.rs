//! Sides that no earlier mention names: those of a verb before, and those of the next mention.

use super::super::Reading;
use super::super::names::Names;
use super::super::scope::Scope;
use super::super::subject::subject;
use super::{Article, LONGEST_READ, SENTENCES_BACK, article, heads, is_plural, related};
use crate::fact::{Action, AgreementKind};
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::{Tokens, lex};
use crate::rules::agreement::AgreementSyntax;

/// How many mentions on the sides are looked for that the first ones leave out.
const MENTIONS_AHEAD: usize = 3;

/// `The ministers saw the signing of an agreement. Kenya and Peru signed the agreement`: those named only then.
pub(super) fn ahead(document: &Document<'_>, readings: &mut [Reading<'_>]) {
    for index in (0..readings.len()).rev() {
        let (earlier, later) = readings.split_at_mut(index + 1);
        let Some(reading) = earlier.last_mut().filter(|reading| reading.sides.is_empty()) else { continue };
        let syntax = &reading.mention.syntax;
        let signed = |reading: &Reading<'_>| reading.event.is_some_and(|event| event.action == Action::Sign);
        let one = !is_plural(document, syntax) && syntax.phrase.start == syntax.head.start && syntax.name.is_none();
        let open = one && (signed(reading) || is_definite(document, syntax));
        let next = later.iter().take(MENTIONS_AHEAD).find(|next| signed(next) && !next.sides.is_empty()).filter(|_| open);
        let same = |next: &&Reading<'_>| {
            let other = &next.mention.syntax;
            let definite = is_definite(document, other);
            next.sides.len() > 1 && definite && related(syntax.kind, other.kind) && !is_plural(document, other)
        };
        if let Some(next) = next.filter(same) {
            reading.sides.clone_from(&next.sides);
        }
    }
}

/// `Acme has partnered with Beta. This partnership …`: those who became partners where no noun said so.
pub(super) fn allies(names: &Names<'_>, reading: &mut Reading<'_>) {
    let (document, syntax) = (names.document, &reading.mention.syntax);
    let taken_up = || is_definite(document, syntax) || heads(document, reading);
    let definite = syntax.kind == AgreementKind::Partnership && taken_up();
    if !definite || !reading.sides.is_empty() {
        return;
    }
    let start = syntax.phrase.start;
    let number = document.sentences.partition_point(|sentence| sentence.tokens.start <= start).saturating_sub(1);
    let first = number.saturating_sub(SENTENCES_BACK);
    let sentences = document.sentences[first..=number].iter().rev();
    // What the headline tells, the whole text is about.
    let headline = document.sentences.first().filter(|_| first > 0);
    let found = sentences.chain(headline).map(|sentence| sentence.tokens.clone()).find_map(|tokens| {
        let end = tokens.end.min(start).min(tokens.start + LONGEST_READ);
        let verb = (tokens.start..end).find_map(|at| {
            let verb = lex(Classes::ALLYING_VERB)(Tokens::new(document, tokens.clone(), at));
            verb.ok().map(|(_, verb)| verb.run)
        })?;
        let scope = Scope::new(names, tokens.clone(), verb, tokens.end);
        let (mut sides, _) = subject(&scope, verb.start);
        let with = (verb.end - 1..=verb.end).find(|&at| scope.is_word(at, "with"));
        sides.extend(with.and_then(|with| scope.sides_at(with + 1)).unwrap_or_default());
        (sides.len() > 1).then_some(sides)
    });
    if let Some(sides) = found {
        reading.sides = sides;
    }
}

/// `the deal`, `this partnership`
fn is_definite(document: &Document<'_>, syntax: &AgreementSyntax) -> bool {
    article(document, syntax.phrase) == Some(Article::Definite)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_sides;

    #[test]
    fn partners_of_a_verb() {
        check_sides("Acme has partnered with Beta Labs. This [partnership] opens the north.", &["Acme; Beta Labs"]);
        check_sides("Acme and Beta Labs joined forces. The [collaboration] between them opens it.", &["Acme; Beta Labs"]);
        check_sides("Acme has partnered with Beta Labs. A [partnership] with Kenya opens the north.", &["Kenya"]);
        check_sides("Acme has partners in Kenya. This [partnership] opens the north.", &[""]);
    }

    #[test]
    fn partners_of_the_headline() {
        let far = "The fair opened at noon. It was full. Bands played. Rain fell.";
        check_sides(
            &format!("# Acme partners with Beta Labs\n\n{far} This [partnership] opens the north."),
            &["Acme; Beta Labs"],
        );
        check_sides(&format!("# Acme opens a fair\n\n{far} This [partnership] opens the north."), &[""]);
    }

    #[test]
    fn sides_told_later() {
        check_sides(
            "The ministers saw the signing of an [agreement]. Acme and Beta signed the [agreement] in Lima.",
            &["Acme; Beta", "Acme; Beta"],
        );
        check_sides(
            "The ministers saw the signing of an [agreement]. Acme and Beta signed an [agreement] in Lima.",
            &["", "Acme; Beta"],
        );
    }
}
