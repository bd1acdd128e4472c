//! Nouns that name an agreement wherever they stand.

use super::AgreementSyntax;
use super::phrase::{noun, qualifiers};
use crate::fact::AgreementKind;
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, lex_before};
use crate::token::{Kind, Token};

/// `memorandum of understanding (MoU)`, `bilateral agreement`, `joint venture`, `letters of intent`.
pub(super) fn sure(input: Tokens<'_>) -> PResult<'_, AgreementSyntax> {
    let (rest, (noun, kind)) = noun(Classes::AGREEMENT_NOUN)(input)?;
    let before = qualifiers(input);
    let kind = if before.contract && kind == AgreementKind::Agreement { AgreementKind::Contract } else { kind };
    let phrase = Run { start: before.start, end: rest.position() };
    let loose = is_uncountable(input, noun.run, before.start);
    Ok((rest, AgreementSyntax { phrase, head: noun.run, kind, name: None, loose }))
}

/// Most words between an article and the noun that the lexicon does not have.
const MOST_UNKNOWN: usize = 3;
/// Longest row of qualities before the noun, in tokens.
const LONGEST_ROW: usize = 9;
/// Words that stand in no noun phrase.
const FUNCTION: Classes = Classes::of(&[
    Classes::CONNECTOR,
    Classes::PREPOSITION,
    Classes::AUXILIARY,
    Classes::DETERMINER,
    Classes::AGREEMENT_VERB,
    Classes::MODALITY,
]);

/// `broad agreement on the need`: without an article, one `agreement` is a state of mind.
fn is_uncountable(input: Tokens<'_>, noun: Run, start: usize) -> bool {
    let document = input.document;
    let one = noun.len() == 1 && document.written(noun.start) == "agreement";
    // `the aviation safety agreement`: one or two words that the lexicon does not have may stand between.
    let word = |token: &&Token| {
        let written = token.span.of(document.text);
        let verbal = ["ed", "ing", "s"].iter().any(|ending| written.ends_with(ending));
        let word = token.kind == Kind::Word && !token.capitalized() && !verbal && !token.is(FUNCTION);
        word || token.kind == Kind::Number
    };
    let before = input.at(start).before();
    let passed = before.iter().rev().take(MOST_UNKNOWN).take_while(word).count();
    let determined = before[..before.len() - passed].last().is_some_and(|token| {
        let near = matches!(token.kind, Kind::Possessive | Kind::Apostrophe | Kind::Close) || token.capitalized();
        near && passed == 0 || token.is(Classes::DETERMINER)
    });
    // `a tolling agreement`
    let shown = before.split_last().is_some_and(|(last, rest)| {
        let lower = last.kind == Kind::Word && !last.capitalized() && !last.is(FUNCTION);
        let qualified = || lex_before(input.at(start - 1), Classes::AGREEMENT_QUALIFIER).is_some();
        lower && (rest.last().is_some_and(|article| article.is(Classes::DETERMINER)) || qualified())
    });
    // `a comprehensive, high-level and balanced agreement`
    let joint = |token: &Token| matches!(token.kind, Kind::Comma | Kind::Hyphen) || token.span.of(document.text) == "and";
    let quality = |token: &Token| token.kind == Kind::Word && !token.capitalized() && !token.is(FUNCTION);
    let row = before.iter().rev().take(LONGEST_ROW).take_while(|token| quality(token) || joint(token)).count();
    let article = before[..before.len() - row].last().is_some_and(|token| token.is(Classes::ARTICLE));
    let determined = determined || shown || article && row > 0;
    // `the EU–Peru bilateral air safety agreement`
    let qualified = passed > 0 && lex_before(input.at(start - passed), Classes::AGREEMENT_QUALIFIER).is_some();
    one && !determined && !qualified && start == noun.start
}

#[cfg(test)]
mod tests {
    use crate::testing::check_agreements;

    #[test]
    fn nouns_with_their_qualifiers() {
        check_agreements("They signed a [bilateral investment treaty].", &["treaty"]);
        check_agreements("They signed a [new memorandum of understanding (MoU)] there.", &["memorandum"]);
        check_agreements("They signed a [loan agreement].", &["contract"]);
        check_agreements("They formed a [joint venture].", &["partnership"]);
        check_agreements("They issued a [joint statement].", &["declaration"]);
        check_agreements("It complies with the aviation safety [agreement].", &["agreement"]);
        check_agreements("They move toward a comprehensive, high-level and balanced [agreement].", &["agreement"]);
        check_agreements("It spoke of the need for trust, comity and agreement.", &[]);
        check_agreements("It spoke of the need for agreement.", &[]);
        check_agreements("They exchanged [letters of intent].", &["letter_of_intent"]);
    }

    #[test]
    fn other_uses_of_the_nouns() {
        check_agreements("Accept the user agreement.", &[]);
        check_agreements("The results are in agreement with theory.", &[]);
        check_agreements("There was agreement that prices rise.", &[]);
        check_agreements("The North Atlantic Treaty Organization met.", &[]);
    }
}
