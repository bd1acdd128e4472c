//! The words before a title's head: modifiers, fields of work and what joins them.

use nom::branch::alt;
use nom::combinator::{not, opt, peek, value, verify};
use nom::sequence::{preceded, terminated};
use nom::{Input, Parser};

use super::IN_NAMES;
use crate::grammar::name::name;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, lex_before, no_match, repeated, token, word, words};
use crate::token::{Case, Gap, Kind, Token};

/// A modifier, with a hyphen on either side of it: `Co-`, `-elect`.
pub(super) fn modifier(input: Tokens<'_>) -> PResult<'_, &str> {
    let (rest, modifier) = preceded(opt(glued(kind(Kind::Hyphen))), lex(Classes::TITLE_MODIFIER)).parse(input)?;
    // `Cabinet minister under President Lee`: a preposition, as the case of the next word tells.
    let preposition = input.first().is_some_and(|first| first.is(Classes::CONNECTOR) && !first.capitalized());
    let ranked = words(&["secretary", "secretaries"])(rest).is_ok();
    if preposition && rest.first().is_some_and(|next| (next.capitalized() || !ranked) && next.gap == Gap::Space) {
        return no_match();
    }
    let (rest, _) = opt(terminated(glued(kind(Kind::Hyphen)), peek(token(Token::glued)))).parse(rest)?;
    Ok((rest, modifier.value))
}

pub(in crate::grammar) fn field(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), lex(Classes::FIELD)).parse(input)
}

/// `and`, `&` or a comma between two fields: `Chief Patent and Technology Counsel`.
pub(super) fn between_fields<'t>(start: Tokens<'t>, input: Tokens<'t>) -> PResult<'t, ()> {
    let behind_field = input.position() > start.position() && input.previous().is_some_and(|token| token.is(Classes::FIELD));
    if !behind_field {
        return no_match();
    }
    let capital = input.previous().is_some_and(Token::capitalized);
    let joint = alt((word("and"), kind(Kind::Ampersand), kind(Kind::Comma), kind(Kind::Slash), glued(kind(Kind::Hyphen))));
    let next = token(|token: &Token| token.is(Classes::FIELD | Classes::TITLE_MODIFIER) && token.capitalized() == capital);
    // `Resources, Chief Bob Ray`: somebody's.
    let called = (kind(Kind::Comma), word("chief"), verify(name, |name| name.words > 1));
    value((), preceded(not(called), terminated(joint, peek(next)))).parse(input)
}

/// `men's` before `basketball coach`.
pub(super) fn whose_team(input: Tokens<'_>) -> PResult<'_, ()> {
    let team = words(&["men", "women", "boys", "girls"]);
    let next = token(|token: &Token| token.is(Classes::FIELD | Classes::TITLE_HEAD));
    value((), (team, kind(Kind::Possessive), peek(next))).parse(input)
}

/// Whether a word that nothing is known of stands between a grade and the head: `Senior Widget Engineer`.
pub(super) fn behind_grade(input: Tokens<'_>) -> bool {
    let known = IN_NAMES | Classes::COMMON_WORD;
    let grade = || lex_before(input, Classes::TITLE_MODIFIER).is_some_and(|modifier| modifier.value.is_empty());
    let plain = input.first().is_some_and(|first| {
        first.kind == Kind::Word && first.case == Case::Title && first.gap == Gap::Space && !first.is(known)
    });
    let next = || input.take_from(1).first();
    let led = plain && next().is_some_and(|next| next.capitalized() && next.gap == Gap::Space && !next.is(known));
    led && next().is_some_and(|next| next.is(Classes::FIELD | Classes::TITLE_HEAD))
        && grade()
        && input.previous().is_some_and(|before| before.capitalized() && before.gap != Gap::None)
}

/// `Chief Happiness and Wine Officer`: whatever stands between the two.
pub(super) fn chief_officer(input: Tokens<'_>) -> PResult<'_, ()> {
    let (rest, chief) = word("chief")(input)?;
    let officer = words(&["officer", "counsel"]);
    let between = token(|token: &Token| {
        let named = matches!(token.kind, Kind::Word | Kind::Hyphen | Kind::Ampersand | Kind::Comma);
        named && token.capitalized() == (chief.capitalized() && token.kind == Kind::Word)
            || token.is(Classes::CONNECTOR) && token.span.of(input.document.text) == "and"
    });
    value((), (repeated(0, 6, preceded(not(&officer), between)), &officer)).parse(rest)
}
