//! Sides that no name is given of: `the government`, `the rebels`.

use nom::combinator::opt;
use nom::{Input, Parser};

use super::NO_QUALITY;
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, lex, no_match, token, word};
use crate::token::{Kind, Token};

/// Most words before the noun of a side without a name.
const MOST_NAMELESS: usize = 3;

/// `the government`, which is a side, or `armed rebel groups`, which only makes room for the next one.
pub(super) fn nameless(input: Tokens<'_>) -> PResult<'_, Vec<Run>> {
    let quality = |token: &Token| {
        matches!(token.kind, Kind::Word | Kind::Hyphen) && !token.capitalized() && !token.is(NO_QUALITY | Classes::CLAUSE_OPENER)
    };
    let (mut here, article) = opt(lex(Classes::DETERMINER)).parse(input)?;
    // `the Company, Acme and Beta`: a word that the text has for one of them.
    let term = |token: &Token| token.is(Classes::PARTY_NOUN) && token.capitalized();
    if let (Some(_), Ok((rest, _))) = (article, token(term)(here))
        && rest.first().is_some_and(|next| next.kind == Kind::Comma || next.is(Classes::CONNECTOR))
    {
        return Ok((rest, Vec::new()));
    }
    let first = here.position();
    for _ in 0..=MOST_NAMELESS {
        let small = !here.first().is_some_and(Token::capitalized);
        if let Some((rest, noun)) = lex(Classes::PARTY_NOUN)(here).ok().filter(|_| small) {
            let ends = !rest.first().is_some_and(|next| next.kind == Kind::Word && (next.capitalized() || quality(next)))
                || lex(Classes::AGREEMENT_VERB | Classes::NOUN_FOLLOWER)(rest).is_ok();
            let state = word("government")(here).is_ok();
            let ends = ends && word("of")(rest).is_err();
            let names = if state { vec![Run { start: first, ..noun.run }] } else { Vec::new() };
            return if ends { Ok((rest, names)) } else { no_match() };
        }
        if !here.first().is_some_and(quality) {
            break;
        }
        here = here.take_from(1);
    }
    no_match()
}
