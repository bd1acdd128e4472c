//! What a name of a list has before or behind it to say what it is: `Swiss drugmaker Acme`, `Acme, one of the oldest firms,`.

use nom::branch::alt;
use nom::combinator::{opt, peek, value, verify};
use nom::sequence::{preceded, terminated};
use nom::{Input, Parser};

use super::super::organization::proper_name;
use super::{NO_NAME, NO_QUALITY, short_form};
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, no_match, token, word};
use crate::token::{Gap, Kind, Token};

/// Longest explanation between two names of a list, in tokens.
const LONGEST_EXPLANATION: usize = 16;
/// Longest description before a name, in tokens.
pub(super) const LONGEST_DESCRIPTION: usize = 6;

/// `Dubai-based`, `M/s`, `Lessor` at a sentence's start: what stands right before a name.
pub(super) fn before_name(input: Tokens<'_>) -> PResult<'_, ()> {
    alt((seat, messrs, opening_description)).parse(input)
}

/// `Swiss drugmaker`, `the Lagos firm`, `insurer` before a name.
pub(crate) fn description(input: Tokens<'_>) -> PResult<'_, ()> {
    let place = |token: &Token| token.kind == Kind::Word && token.capitalized();
    let quality = |token: &Token| {
        matches!(token.kind, Kind::Word | Kind::Hyphen | Kind::Apostrophe) && !token.capitalized() && !token.is(NO_QUALITY)
    };
    // `U.S.-based robotics unit`
    let origin = token(|token: &Token| matches!(token.kind, Kind::Word | Kind::Dotted));
    let based = (origin, glued(kind(Kind::Hyphen)), glued(lex(Classes::ORIGIN_PARTICIPLE)));
    let (input, _) = opt(based).parse(input)?;
    let places = input.slice().iter().take(2).take_while(|token| place(token)).count();
    // `India's largest airline`, `the club's main sponsor`
    let owner = places + usize::from(places == 0 && lex(Classes::PARTY_NOUN)(input).is_ok_and(|(_, noun)| noun.run.len() == 1));
    let (mut here, _) = opt(verify(kind(Kind::Possessive), |_: &&Token| owner > 0)).parse(input.take_from(owner))?;
    if owner > places && here.position() == input.position() + owner {
        here = input;
    }
    for passed in 0..LONGEST_DESCRIPTION {
        // `hospitality provider, Acme, which`: a comma changes nothing where the name ends with another.
        if let Ok((name, _)) = lex(Classes::PARTY_NOUN)(here)
            && let (name, comma) = opt(kind(Kind::Comma)).parse(name)?
            && (comma.is_none() || passed > 0 && ends_with_comma(name))
            && !here.first().is_some_and(Token::capitalized)
            && name.first().is_some_and(|token| place(token) && token.gap <= Gap::Line && !token.is(NO_NAME))
        {
            return Ok((name, ()));
        }
        if !here.first().is_some_and(quality) {
            break;
        }
        here = here.take_from(1);
    }
    no_match()
}

/// Whether a name of few words stands there, and a comma or stop behind it.
fn ends_with_comma(input: Tokens<'_>) -> bool {
    let mark = |token: &Token| matches!(token.kind, Kind::Comma | Kind::Period | Kind::Terminal);
    proper_name(input).is_ok_and(|(rest, name)| name.len() <= 4 && rest.first().is_none_or(mark))
}

/// `Lessor Acme`, at a sentence's start.
fn opening_description(input: Tokens<'_>) -> PResult<'_, ()> {
    let sentence = || input.document.sentence_of(input.position());
    let opens = || sentence().is_some_and(|sentence| sentence.tokens.start == input.position());
    let of_name = Classes::of(&[Classes::ORGANIZATION_HEAD, Classes::FIELD, Classes::UPPER]);
    let noun = verify(token(|token: &Token| token.is(Classes::PARTY_NOUN) && !token.is(of_name)), |_: &&Token| opens());
    let name = token(|token: &Token| token.capitalized() && token.gap == Gap::Space && !token.is(NO_NAME));
    value((), terminated(noun, peek(name))).parse(input)
}

/// `M/s` before a firm's name.
fn messrs(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), (word("M"), kind(Kind::Slash), word("s"))).parse(input)
}

/// `Dubai-based`, `state-run`, `Hong Kong-listed` before a name.
fn seat(input: Tokens<'_>) -> PResult<'_, ()> {
    let origin = (glued(kind(Kind::Hyphen)), glued(lex(Classes::ORIGIN_PARTICIPLE)));
    let place = (token(|token: &Token| token.kind == Kind::Word), opt(token(Token::capitalized)));
    let name = token(|token: &Token| token.capitalized() && token.gap <= Gap::Line);
    value((), (place, origin, peek(name))).parse(input)
}

/// `, the Oslo-based investment company,` or `, one of the oldest firms,` behind a name: what it is, before the list goes on.
pub(super) fn explanation(input: Tokens<'_>) -> PResult<'_, ()> {
    let one = value((), (word("one"), word("of")));
    let (rest, ()) = preceded(kind(Kind::Comma), alt((value((), lex(Classes::DETERMINER)), one))).parse(input)?;
    let tokens = rest.slice();
    // `a venture formed by Acme` explains, `the firm signed` does not.
    let own = |at: &usize| {
        let token = &tokens[*at];
        let formed = || tokens.get(at + 1).is_some_and(|next| next.is(Classes::PREPOSITION));
        matches!(token.kind, Kind::Word | Kind::Hyphen | Kind::Dotted) && (!token.is(Classes::AGREEMENT_VERB) || formed())
    };
    let words = (0..tokens.len().min(LONGEST_EXPLANATION)).take_while(own).count();
    // `, a Delaware corporation (“Parent”),`
    let (rest, _) = opt(short_form).parse(rest.take_from(words))?;
    if rest.first().is_some_and(|token| token.kind == Kind::Comma) { Ok((rest, ())) } else { no_match() }
}
