//! Agreements that go by a name.

use super::AgreementSyntax;
use super::phrase::{name_before, noun, qualifiers};
use crate::fact::AgreementKind;
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, lex_before, no_match};
use crate::token::Token;

/// `Hague Agreement`, `Marrakesh Treaty`, `Oslo Accords`, `Montreal Protocol`.
pub(super) fn named(input: Tokens<'_>) -> PResult<'_, AgreementSyntax> {
    let known = lex_before(input, Classes::TREATY_NAME);
    let capitals = input.first().is_some_and(Token::capitalized);
    // `the Paris accord`, but not `the Singapore agreement`
    let place = known.is_some_and(|name| input.at(name.run.start).first().is_some_and(|token| !token.is(Classes::COUNTRY)));
    if !(capitals || place && input.first().is_some_and(|noun| noun.is(Classes::AGREEMENT_NOUN))) {
        return no_match();
    }
    let (rest, (noun, kind)) = noun(super::NOUN)(input)?;
    let start = match (&known, kind) {
        (Some(name), AgreementKind::Agreement | AgreementKind::Treaty | AgreementKind::Declaration) => name.run.start,
        (None, AgreementKind::Treaty) if name_before(input) => qualifiers(input).start,
        _ => return no_match(),
    };
    let kind = if kind == AgreementKind::Agreement { AgreementKind::Treaty } else { kind };
    let phrase = Run { start, end: rest.position() };
    Ok((rest, AgreementSyntax { phrase, head: noun.run, kind, name: Some(phrase), loose: false }))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_agreements;

    #[test]
    fn by_a_place_or_in_capitals() {
        check_agreements("It cites the [Hague Agreement].", &["treaty"]);
        check_agreements("It cites the [Patent Law Treaty] and the [Oslo Accords].", &["treaty", "treaty"]);
        check_agreements("It cites the [Montreal Protocol] and the [Paris accord].", &["treaty", "treaty"]);
        check_agreements("It cites the Singapore [agreement].", &["agreement"]);
    }

    #[test]
    fn names_of_two_and_with_hyphens() {
        check_agreements("It cites the [Nuclear Non-Proliferation Treaty].", &["treaty"]);
        check_agreements("It cites the [Sea Bed and River Bank Treaties].", &["treaty"]);
        check_agreements("It cites the Sea Bed Office and the [River Bank Treaties].", &["treaty"]);
        check_agreements("Kenya and Peru [Treaties] are few.", &["treaty"]);
    }

    #[test]
    fn no_name() {
        check_agreements("The Internet Protocol has versions.", &[]);
        check_agreements("The Oslo Convention Centre opened.", &[]);
    }
}
