//! What a side of an agreement may start with: one look, before all that a side may be is tried.

use super::NO_QUALITY;
use super::description::LONGEST_DESCRIPTION;
use crate::lexicon::Classes;
use crate::parse::Tokens;
use crate::token::{Case, Kind, Token};

/// What opens a side without a capital: `government of`, `Kenyan`, `rebels`, `the`.
const OPENING: Classes = Classes::of(&[
    Classes::STATE_BODY,
    Classes::DEMONYM,
    Classes::COUNTRY,
    Classes::PARTY_NOUN,
    Classes::LEGAL_SUFFIX,
    Classes::UPPER,
    Classes::DETERMINER,
]);

/// Whether a side may start there, behind one article: no small word does but those, and such as lead to a noun for a side
/// (`armed rebel groups`) or to a hyphen or slash (`state-run Acme`, `M/s Acme`).
pub(crate) fn may_open_side(input: Tokens<'_>) -> bool {
    let Some(first) = input.first() else { return false };
    let article =
        first.is(Classes::DETERMINER) && !first.is(Classes::ORDINAL) && input.document.phrases_at(input.position()).is_empty();
    let tokens = if article { input.slice().get(1..).unwrap_or_default() } else { input.slice() };
    let Some(first) = tokens.first() else { return false };
    let small = first.kind == Kind::Word && !first.capitalized() && first.case != Case::Mixed && !first.opens.any(OPENING);
    !small
        || tokens.iter().take(3).any(|token| matches!(token.kind, Kind::Hyphen | Kind::Slash))
        || tokens
            .iter()
            .take(LONGEST_DESCRIPTION)
            .find(|token| token.opens.any(Classes::PARTY_NOUN) || !may_describe(token))
            .is_some_and(|token| token.opens.any(Classes::PARTY_NOUN))
}

/// Whether the word may stand before a noun for a side.
fn may_describe(token: &Token) -> bool {
    matches!(token.kind, Kind::Word | Kind::Hyphen | Kind::Apostrophe) && !token.capitalized() && !token.is(NO_QUALITY)
}

#[cfg(test)]
mod tests {
    use super::super::any_side;
    use super::may_open_side;
    use crate::layout::Document;
    use crate::lexicon::built_in;
    use crate::parse::Tokens;

    #[test]
    fn a_side_opens_where_it_may() {
        let text = "The government of Kenya, the Kenyan government, the city of Lyon and Peru's energy ministry signed. \
            Leaders of Kenya and senior officials from Acme met the rebels, armed rebel groups and the new government. \
            A state-run Acme, Dubai-based Beta Inc., M/s Gamma Ltd and the Oslo firm Delta plc agreed with insurer Tide. \
            India's largest airline Acme, the club's main sponsor Beta, U.S.-based robotics unit Gamma and iRobot did. \
            The Food and Drug Administration, KTA of Kenya, First Harbour Bank, Trinidad and Tobago, the 3rd Tide Institute. \
            Lessor Acme, each of the parties, all the Acme companies, both Kenya and Peru; the Company, Acme and Beta. \
            Swiss drugmaker Acme, hospitality provider, Beta, which, and the very large and small parties to it.";
        let document = Document::read(text, built_in());
        let mut sides = 0;
        for sentence in &document.sentences {
            for at in sentence.tokens.clone() {
                for end in at..=sentence.tokens.end {
                    let window = Tokens::new(&document, sentence.tokens.start..end, at);
                    let found = any_side(window).is_ok();
                    sides += usize::from(found && end == sentence.tokens.end);
                    assert!(may_open_side(window) || !found, "{}", document.slice(at..end));
                }
            }
        }
        assert!(sides > 50, "{sides}");
    }
}
