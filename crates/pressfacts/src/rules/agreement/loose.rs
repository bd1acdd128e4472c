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
    let legal = match settles(input, phrase, rest) {
        Some(Settled::Other) => return no_match(),
        settled => settled.is_some(),
    };
    let told = opens_block(input, phrase.start) && does_something(kind, rest);
    let loose = !(legal || told || is_shown(input, phrase.start, noun.run, kind));
    Ok((rest, AgreementSyntax { phrase, head: noun.run, kind, name: None, loose }))
}

/// What a settlement settles.
enum Settled {
    Case,
    /// `settlement of payments`, `settlements on the river`.
    Other,
}

/// `a settlement of a civil prosecution`, `the class action settlements`; `None` for every other noun, and where nothing tells.
fn settles(input: Tokens<'_>, phrase: Run, rest: Tokens<'_>) -> Option<Settled> {
    let plural = input.written().eq_ignore_ascii_case("settlements");
    if !plural && !input.written().eq_ignore_ascii_case("settlement") {
        return None;
    }
    let case = |at: usize, end: usize| {
        let qualifier = input.document.lexeme_at(at, end, Classes::AGREEMENT_QUALIFIER);
        qualifier.is_some_and(|(_, value)| value == "case")
    };
    let of = rest.written() == "of";
    let matter = rest.slice().iter().take(LONGEST_MATTER).take_while(|token| token.kind != Kind::Comma).count();
    let end = rest.position() + matter;
    let legal = (phrase.start..input.position()).any(|at| case(at, input.position()))
        || of && (rest.position()..end).any(|at| case(at, end));
    let other = of || plural && rest.written() != "with";
    if legal { Some(Settled::Case) } else { other.then_some(Settled::Other) }
}

/// Longest name of a case behind `settlement of`, in tokens.
const LONGEST_MATTER: usize = 7;

/// `the partnership brings`, `the deal covers`: a verb, where the noun hardly ever qualifies another; `changes in the contract
/// include a lease`.
fn does_something(kind: AgreementKind, rest: Tokens<'_>) -> bool {
    let word = rest.written();
    let small = rest.first().is_some_and(|next| next.kind == Kind::Word && !next.capitalized());
    let plain = !word.ends_with('s') || word.ends_with("ss");
    let object = rest.slice().get(1).is_some_and(|next| next.is(Classes::ARTICLE));
    small && if plain { object } else { kind != AgreementKind::Contract || has_object(rest.take_from(1)) }
}

/// `the contract includes a lease`, `covers Peru`, `totals $5 million`, `shows how`: what stands behind a verb, and not behind
/// a noun.
fn has_object(rest: Tokens<'_>) -> bool {
    let object = Classes::of(&[Classes::DETERMINER, Classes::CLAUSE_OPENER, Classes::CARDINAL]);
    rest.first().is_some_and(|next| {
        let named = next.kind == Kind::Word && next.capitalized();
        named || matches!(next.kind, Kind::Number | Kind::Currency) || next.is(object) || ["them", "it"].contains(&rest.written())
    })
}

/// Whether the phrase is the first of its heading or list item, where articles are left out.
fn opens_block(input: Tokens<'_>, start: usize) -> bool {
    let Some(sentence) = input.document.sentence_of(start) else { return false };
    let marks = &input.document.tokens[sentence.tokens.start..start];
    marks.len() <= 1 && marks.iter().all(|mark| matches!(mark.kind, Kind::Bullet | Kind::Hyphen | Kind::Dash | Kind::Symbol))
}

/// `this partnership`, `the final deal`: one that the text has in hand.
fn is_shown(input: Tokens<'_>, start: usize, noun: Run, kind: AgreementKind) -> bool {
    let sum = |token: &Token| matches!(token.kind, Kind::Number | Kind::Currency | Kind::Hyphen) || token.is(Classes::SCALE);
    let small = |token: &&Token| {
        let word = token.kind == Kind::Word && !token.capitalized();
        sum(token) || word && !token.is(Classes::PREPOSITION | Classes::DETERMINER)
    };
    let before = input.at(start).before();
    let sums = before.iter().rev().take(LONGEST_SUM).take_while(|token| sum(token)).count();
    // `the 48-hour ceasefire`: one quality.
    let length = before.iter().rev().take(LONGEST_SUM).take_while(|token| small(token) || sum(token)).count();
    let words = before[before.len() - length..].iter().filter(|token| !sum(token)).count();
    let passed = if words <= MOST_QUALITIES { length } else { length.min(MOST_QUALITIES.max(sums)) };
    let article = before[..before.len() - passed].last().map_or("", |token| token.span.of(input.document.text));
    let is = |words: &[&str]| words.iter().any(|word| article.eq_ignore_ascii_case(word));
    let last = input.document.written(noun.end - 1);
    let last_is = |words: &[&str]| words.iter().any(|word| last.eq_ignore_ascii_case(word));
    let deal = last_is(&["deal", "deals", "ceasefire", "truce"]);
    // `the deal`, `their first ceasefire`, but not `no deal`
    let article_before = before[..before.len() - passed].last().is_some_and(|token| token.is(Classes::DETERMINER));
    let owned = article_before && !is(&["no", "any", "every", "each", "such"]);
    let known = last_is(&["contract", "lease", "partnership", "settlement"]) && passed == 0 && is(&["the"]);
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
    // `under a current parts contract`, `as part of the lease`, `the terms of a settlement`
    let of_terms = |words: &[Token]| {
        let is = |token: &Token, word: &str| token.span.of(input.document.text).eq_ignore_ascii_case(word);
        match words {
            [.., under] if is(under, "under") => true,
            [.., part, of] => kind != AgreementKind::Treaty && is(of, "of") && (is(part, "part") || is(part, "terms")),
            _ => false,
        }
    };
    let under = before[..before.len() - passed]
        .split_last()
        .is_some_and(|(article, words)| article.is(Classes::DETERMINER) && of_terms(words));
    is(&["this", "these"]) || deal && owned || qualified && determined || under || known
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
    fn settlements_of_cases() {
        check_agreements("It will pay as part of a [settlement] of a consumer lawsuit.", &["agreement"]);
        check_agreements(
            "The [class action settlement] binds them. Two [civil settlements] were new.",
            &["agreement", "agreement"],
        );
        check_agreements("The settlement of payments takes two days. It was completed in May.", &[]);
        check_agreements("Kenya approved new settlements on the river.", &[]);
        check_agreements("The settlement date was met.", &[]);
    }

    #[test]
    fn what_the_text_has_in_hand() {
        check_agreements("The [partnership] brings jobs. The [contract] took years.", &["partnership", "contract"]);
        check_agreements("Changes in the [contract] include a raise.", &["contract"]);
        check_agreements("The contract price fell. They took a loan.", &[]);
        check_agreements("As part of a [lease], it will pay. As part of a convention, they met.", &["contract"]);
        check_agreements("- [Exclusive licence] covers Japan", &["contract"]);
        check_agreements("- Exclusive licence holder in Japan", &[]);
        check_agreements("She walked into a [licensing deal].", &["contract"]);
        check_agreements("She was elected to the partnership.", &[]);
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
