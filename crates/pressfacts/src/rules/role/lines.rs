//! Signature blocks: the name on one line, the post on the next, perhaps the body on a third.
//!
//! The one place where a role crosses the border of a block, since such lines are blocks of their own. Each line has to be
//! nothing but what it is read as.

use nom::Parser;
use nom::combinator::verify;

use super::{RoleSyntax, Tie};
use crate::grammar::name::{Name, after_name, name};
use crate::grammar::organization::{has_head, is_body, organization};
use crate::grammar::post::{Post, is_person, post};
use crate::parse::{PResult, Run, Tokens, no_match};
use crate::token::{Gap, Kind};

/// `Xu Min`, below it `Senior Manager, Corporate Communications`, below it `Acme Inc.`
pub(super) fn signature(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    if !input.before().is_empty() {
        return no_match();
    }
    // The lines below are nothing but a post, so the name need not be known; a body's is.
    let shape = |name: &Name| name.is_sure() || (2..5).contains(&name.words) && !name.upper;
    let (rest, name) = verify(name, shape).parse(input)?;
    let (rest, ()) = after_name(rest)?;
    let Some(below) = line_below(rest) else { return no_match() };
    // The body may stand between the name and the post.
    let (below, over) = match whole_body(below).zip(line_below_of(below)) {
        Some((body, next)) if post(below).is_err() => (next, Some(body)),
        _ => (below, None),
    };
    let (after, post) = post(below)?;
    let around = || line_below(after).and_then(whole_body).or_else(|| line_above(input).and_then(whole_body));
    let organization = post.organization.or(over).or_else(around);
    // A mail address in small letters goes on with the block.
    let ends = after.first().is_none_or(|token| token.kind == Kind::Web && token.gap == Gap::Line);
    if !ends || !below.first().is_some_and(crate::token::Token::capitalized) {
        return no_match();
    }
    let post = Post { organization, ..post };
    Ok((rest, RoleSyntax { ties: vec![Tie::new(name, post)] }))
}

/// The sentence below, where `end` is the end of one and no more than a blank line is between.
fn line_below(end: Tokens<'_>) -> Option<Tokens<'_>> {
    let document = end.document;
    let next = document.sentence_of(end.position()).filter(|_| end.first().is_none())?;
    let last = document.tokens.get(end.position().checked_sub(1)?)?;
    let first = document.tokens.get(next.tokens.start)?;
    let between = document.text.get(last.span.end()..first.span.start())?;
    let lines = between.bytes().filter(|&byte| byte == b'\n').count();
    (1..=2).contains(&lines).then(|| Tokens::new(document, next.tokens.clone(), next.tokens.start))
}

/// The line below a whole line.
fn line_below_of(line: Tokens<'_>) -> Option<Tokens<'_>> {
    line_below(line.at(line.run().end))
}

/// The sentence above, where no more than a line's end is between.
fn line_above(start: Tokens<'_>) -> Option<Tokens<'_>> {
    let document = start.document;
    let last = start.position().checked_sub(1)?;
    let above = document.sentence_of(last)?;
    let between = document.text.get(document.tokens.get(last)?.span.end()..start.first()?.span.start())?;
    let lines = between.bytes().filter(|&byte| byte == b'\n').count();
    (lines == 1).then(|| Tokens::new(document, above.tokens.clone(), above.tokens.start))
}

/// The line, where it names a body and nothing else.
fn whole_body(line: Tokens<'_>) -> Option<Run> {
    let (rest, body) = organization(line).ok()?;
    let shown = has_head(line) || is_body(line, body);
    let ends = rest.first().is_none_or(|token| token.kind == Kind::Web && token.gap == Gap::Line);
    (ends && shown && !is_person(line, body)).then_some(body)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_roles;

    #[test]
    fn signature() {
        check_roles("Media Contact:\nJane Miller\nPress Officer\nAcme Inc.\n", &["Jane Miller | Press Officer | Acme Inc."]);
        check_roles("Jane Miller\n\nThe director spoke of many things that day.\n", &[]);
    }
}
