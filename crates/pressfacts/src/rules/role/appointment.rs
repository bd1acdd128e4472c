//! What brings a person into a post: `appointed Xu Min as Director`, `the appointment of Xu Min as Director`.

use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::{pair, preceded};
use nom::{Input, Parser};

use super::{RoleSyntax, Tie};
use crate::grammar::name::{Name, after_name, name};
use crate::grammar::organization::proper_name;
use crate::grammar::post::{Post, determiner, is_person, post};
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, kind, lex, token, word, words};
use crate::token::{Kind, Token};

/// The verb or noun, the person, the post; the body may be the subject of the sentence.
pub(super) fn appointment(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    let verb = value((), lex(Classes::APPOINTMENT_VERB));
    let noun = value((), pair(lex(Classes::APPOINTMENT_NOUN), word("of")));
    let (rest, name) = preceded(alt((noun, verb)), verify(name, |name: &Name| !name.upper)).parse(input)?;
    let (rest, _) = after_name(rest)?;
    let (rest, post) = preceded(opt(into), post).parse(rest)?;
    let organization = post.organization.or_else(|| subject(input));
    let post = Post { organization, ..post };
    Ok((rest, RoleSyntax { ties: vec![Tie::new(name, post)] }))
}

/// `as`, `to be`, `to the position of`.
fn into(input: Tokens<'_>) -> PResult<'_, ()> {
    let position = (opt(determiner), token(|token: &Token| token.is(Classes::POSITION_NOUN)), words(&["of", "as"]));
    let to = pair(word("to"), alt((value((), word("be")), value((), position), value((), opt(determiner)))));
    alt((value((), word("as")), value((), to))).parse(input)
}

/// The body that a sentence starts with.
fn subject(input: Tokens<'_>) -> Option<Run> {
    let start = input.position() - input.before().len();
    let window = input.at(start).take(input.position() - start);
    let opening = alt((value((), word("the")), value((), pair(word("today"), kind(Kind::Comma)))));
    let (rest, body) = preceded(opt(opening), proper_name).parse(window).ok()?;
    let written = rest.first().is_none() || rest.first().is_some_and(|token| !token.capitalized());
    (written && !is_person(input, body)).then_some(body)
}
