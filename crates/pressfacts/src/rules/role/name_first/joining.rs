//! Who joins a body, and as what.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, not, opt, peek, value};
use nom::sequence::{pair, preceded, terminated};

use super::{aside, person_with_posts, subject};
use crate::grammar::name::after_name;
use crate::grammar::organization::proper_name;
use crate::grammar::post::{Post, determiner, post};
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, kind, repeated, token, word, words};
use crate::rules::role::{RoleSyntax, Tie};
use crate::token::{Kind, Token};

/// `Xu Min joins Acme as Director`.
pub(in crate::rules::role) fn joins(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    let person = terminated(person_with_posts, kind(Kind::Comma)).parse(input);
    let (rest, before) = person.map_or((input, None), |(rest, ties)| (rest, Some(ties)));
    let before = before.as_deref().unwrap_or_default();
    let (rest, name) = match before.first() {
        Some(tie) => (rest, tie.name),
        None => subject(input)?,
    };
    let (rest, post) = preceded(after_name, joined_as).parse(rest)?;
    Ok((rest, RoleSyntax { ties: before.iter().copied().chain([Tie::new(name, post)]).collect() }))
}

/// `joins Acme as Director` behind a name.
pub(in crate::rules::role) fn joined_as(rest: Tokens<'_>) -> PResult<'_, Post> {
    let small = || token(|token: &Token| token.kind == Kind::Word && !token.capitalized());
    // `leads Acme's trade team as`
    let part = pair(kind(Kind::Possessive), repeated(1, 3, preceded(not(word("as")), small())));
    // `joins the board as`
    let unnamed = value(None, opt(pair(determiner, repeated(1, 3, preceded(not(word("as")), small())))));
    let (rest, body) = preceded(
        (
            opt(alt((value((), pair(kind(Kind::Comma), word("who"))), aside))),
            opt(words(&["will", "has", "have", "now", "to"])),
            token(|token: &Token| token.is(Classes::JOINING_VERB)),
            opt(word("up")),
        ),
        alt((map(terminated(firm, opt(part)), Some), unnamed)),
    )
    .parse(rest)?;
    let (rest, _) = opt(seat_of_body).parse(rest)?;
    let (rest, post) = preceded(pair(opt(kind(Kind::Comma)), word("as")), post).parse(rest)?;
    Ok((rest, Post { organization: post.organization.or(body), ..post }))
}

/// A body, also one of two names: `Hill and Vale as`.
fn firm(input: Tokens<'_>) -> PResult<'_, Run> {
    let two = |input| {
        let (rest, first) = proper_name(input)?;
        let (rest, last) = preceded(word("and"), terminated(proper_name, peek(word("as")))).parse(rest)?;
        Ok((rest, first.cover(last)))
    };
    alt((two, proper_name)).parse(input)
}

/// `in Oslo`, `from Acme`: where the body is, or where the person was before.
fn seat_of_body(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), pair(words(&["in", "from"]), proper_name)).parse(input)
}
