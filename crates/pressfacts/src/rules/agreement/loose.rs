//! Nouns that name an agreement only in company.

use nom::Input;

use super::AgreementSyntax;
use super::phrase::{is_modifier, noun, qualifiers};
use crate::fact::AgreementKind;
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, lex_before, no_match};
use crate::token::{Kind, Token};

/// `deal`, `contract`, `partnership`, `convention`.
pub(super) fn loose(input: Tokens<'_>) -> PResult<'_, AgreementSyntax> {
    let (rest, (noun, kind)) = noun(Classes::LOOSE_AGREEMENT_NOUN)(input)?;
    if is_modifier(rest) && !does_something(kind, rest)
        || is_verb(input)
        || kind == AgreementKind::Partnership && is_name(input, rest)
    {
        return no_match();
    }
    let phrase = Run { start: qualifiers(input).start, end: rest.position() };
    let loose = !is_shown(input, phrase.start);
    Ok((rest, AgreementSyntax { phrase, head: noun.run, kind, name: None, loose }))
}

/// `the partnership brings`, `the deal covers`: a verb, where the noun hardly ever qualifies another.
fn does_something(kind: AgreementKind, rest: Tokens<'_>) -> bool {
    let word = rest.written();
    let verb = rest.first().is_some_and(|next| next.kind == Kind::Word && !next.capitalized()) && word.ends_with('s');
    verb && !word.ends_with("ss") && (kind != AgreementKind::Contract || has_object(rest.take_from(1)))
}

/// `the contract includes a lease`, `totals $5 million`, `shows how`: what stands behind a verb, and not behind a noun.
fn has_object(rest: Tokens<'_>) -> bool {
    let object = Classes::of(&[Classes::DETERMINER, Classes::CLAUSE_OPENER, Classes::CARDINAL]);
    rest.first().is_some_and(|next| {
        matches!(next.kind, Kind::Number | Kind::Currency) || next.is(object) || ["them", "it"].contains(&rest.written())
    })
}

/// `this partnership`, `the final deal`: one that the text has in hand.
fn is_shown(input: Tokens<'_>, start: usize) -> bool {
    let sum = |token: &Token| matches!(token.kind, Kind::Number | Kind::Currency | Kind::Hyphen) || token.is(Classes::SCALE);
    let small = |token: &&Token| {
        let word = token.kind == Kind::Word && !token.capitalized();
        sum(token) || word && !token.is(Classes::PREPOSITION | Classes::DETERMINER)
    };
    let before = input.at(start).before();
    let sums = before.iter().rev().take(LONGEST_SUM).take_while(|token| sum(token)).count();
    let passed = before.iter().rev().take(MOST_QUALITIES.max(sums)).take_while(small).count();
    let article = before[..before.len() - passed].last().map_or("", |token| token.span.of(input.document.text));
    let is = |words: &[&str]| words.iter().any(|word| article.eq_ignore_ascii_case(word));
    let deal = ["deal", "deals", "ceasefire", "truce"].iter().any(|word| input.written().eq_ignore_ascii_case(word));
    // `a three-year contract`, `their new partnership`, but not `an agreement on a trade partnership`
    let noun = |token: &Token| token.is(super::NOUN);
    let determined = match before[..before.len() - passed] {
        [.., other, marker, article] => article.is(Classes::DETERMINER) && !(marker.is(Classes::SUBJECT_MARKER) && noun(&other)),
        [marker, article] => article.is(Classes::DETERMINER) && !marker.is(Classes::SUBJECT_MARKER),
        [article] => article.is(Classes::DETERMINER),
        [] => false,
    };
    // `a $5 million loan` is money before it is an agreement.
    let valued = sums > 1 && !["loan", "loans"].contains(&input.written());
    let qualified = (start < input.position() || valued) && !input.first().is_some_and(Token::capitalized);
    // `under a current parts contract`
    let under = before.len() > passed + 1
        && before[before.len() - passed - 1].is(Classes::DETERMINER)
        && before[before.len() - passed - 2].span.of(input.document.text).eq_ignore_ascii_case("under");
    is(&["this", "these"]) || deal && is(&["the", "a", "an"]) || qualified && determined || under
}

/// Most words between an article and the phrase that the lexicon does not have.
const MOST_QUALITIES: usize = 2;
/// Longest sum between the two, in tokens: `a $2.5 billion contract`.
const LONGEST_SUM: usize = 5;

/// `to deal`, `will contract`: the verb of the same form.
fn is_verb(input: Tokens<'_>) -> bool {
    let pronoun = |word: &str| ["they", "we", "who", "it", "i", "you"].iter().any(|pronoun| word.eq_ignore_ascii_case(pronoun));
    input.previous().is_some_and(|before| {
        let auxiliary = lex_before(input, Classes::MODALITY).is_some_and(|cue| cue.value == "planned" && cue.run.len() == 1);
        auxiliary && !before.capitalized() || pronoun(before.span.of(input.document.text))
    })
}

/// `the International Tea Alliance`: an alliance in capitals behind two other words in capitals is a body.
fn is_alliance(input: Tokens<'_>) -> bool {
    let name = |token: &Token| token.kind == Kind::Word && token.capitalized() && !token.is(Classes::PREPOSITION);
    let [earlier @ .., article, first, second] = input.before() else { return false };
    let made = earlier.last().is_some_and(|verb| verb.is(Classes::AGREEMENT_VERB));
    !made
        && input.written().eq_ignore_ascii_case("alliance")
        && article.is(Classes::DETERMINER)
        && [first, second].into_iter().all(name)
        && lex_before(input, Classes::AGREEMENT_QUALIFIER).is_none()
}

/// `Global Alliance for Trade in Services`, `Alliance of Small Island States`: a body, not what its members agreed.
fn is_name(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let titled = input.first().is_some_and(Token::capitalized);
    let made = lex_before(input.at(qualifiers(input).start), Classes::AGREEMENT_VERB).is_some();
    let followed = ["of", "for", "on", "to", "against"].iter().any(|word| rest.written() == *word);
    titled && !made && (followed || is_alliance(input))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_agreements;

    #[test]
    fn in_company() {
        check_agreements("Kenya signed a [deal] with Peru.", &["agreement"]);
        check_agreements("The [partnership] between Kenya and Peru grew.", &["partnership"]);
        check_agreements("Acme Ltd was awarded a [contract].", &["contract"]);
        check_agreements(
            "Kenya and Peru formed a [partnership]. The [partnership] brings jobs.",
            &["partnership", "partnership"],
        );
        check_agreements("They spoke of a [three-year contract]. Under the [contract], it ends.", &["contract", "contract"]);
        check_agreements("They build on the [long-term partnership] that they had.", &["partnership"]);
        check_agreements("Kenya and Peru formed the [Lima Tea Alliance].", &["partnership"]);
        check_agreements("This [alliance] opens the north. The [final deal] was late.", &["partnership", "agreement"]);
    }

    #[test]
    fn alone() {
        check_agreements("They have to deal with Kenya and Peru.", &[]);
        check_agreements("That is a great deal of money.", &[]);
        check_agreements("It gave them a $5 million loan.", &[]);
        check_agreements("An alliance takes time. They shared the understanding of it.", &[]);
        check_agreements("A contract researcher came. He works under contract.", &[]);
        check_agreements("She heads the Global Alliance for Trade in Services.", &[]);
        check_agreements("The International Tea Alliance has been established in Kenya.", &[]);
    }
}
