//! Signature blocks: the name on one line, the post on the next, perhaps the body on a third.
//!
//! The one place where a role crosses the border of a block, since such lines are blocks of their own. Each line has to be
//! nothing but what it is read as.

use nom::Parser;
use nom::combinator::{not, opt, peek, verify};
use nom::sequence::{delimited, preceded, terminated};

use super::title_first::is_called;
use super::{RoleSyntax, Tie};
use crate::grammar::name::{Name, after_name, name};
use crate::grammar::organization::{has_head, is_body, organization};
use crate::grammar::post::{Post, is_person, post};
use crate::grammar::title::Office;
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, kind, lex, no_match, repeated, token, word, words};
use crate::token::{Gap, Kind, Token};

/// `Xu Min`, below it `Senior Manager, Corporate Communications`, below it `Acme Inc.`
pub(super) fn signature(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    if ends_like_name(input) && starts_like_name(input) { signed(input) } else { no_match() }
}

fn signed(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    if let Ok(found) = form(input) {
        return Ok(found);
    }
    // `Senator Ann Lee`, below it another title.
    let rank = verify(lex(Classes::TITLE_HEAD), is_called);
    let (called, rank) = opt(terminated(rank, peek(verify(name, Name::is_full)))).parse(input)?;
    // The lines below are nothing but a post, so the name need not be known; a body's is.
    let shape = |name: &Name| name.is_sure() || (2..5).contains(&name.words) && !name.upper;
    let (rest, name) = verify(name, shape).parse(called)?;
    let (rest, ()) = after_name(rest)?;
    if let Some(post) = post_above(input, rest).filter(|_| name.is_sure()) {
        return Ok((rest, RoleSyntax { ties: [Tie::new(name, post)].into() }));
    }
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
    if !ends || !below.first().is_some_and(Token::capitalized) {
        return no_match();
    }
    let title = line_below(after).and_then(gloss_line).map_or(post.title, |gloss| post.title.cover(gloss));
    let post = Post { title, organization, ..post };
    let ranked = rank.filter(|rank| rank.value == "public");
    let first = ranked.map(|rank| Post { title: rank.run, organization: None, office: Office::Public, plural: false });
    let ties = first.into_iter().chain(std::iter::once(post)).map(|post| Tie::new(name, post)).collect();
    Ok((rest, RoleSyntax { ties }))
}

/// Whether the line may end in a name: the lines of a text end in full stops, which are told before a name is read.
fn ends_like_name(line: Tokens<'_>) -> bool {
    let marks = [Kind::Period, Kind::Terminal, Kind::Colon, Kind::Semicolon, Kind::Comma, Kind::Quote, Kind::CloseQuote];
    line.slice().last().is_some_and(|last| !marks.contains(&last.kind))
}

/// Whether the line may start with a name of two words, or with what stands before one.
fn starts_like_name(line: Tokens<'_>) -> bool {
    let led = Classes::of(&[Classes::HONORIFIC, Classes::NAME_PARTICLE, Classes::TITLE_HEAD]);
    let further = Classes::NAME_PARTICLE | Classes::GIVEN_NAME;
    let small = |token: &Token| token.kind == Kind::Word && !token.capitalized() && !token.opens.any(further);
    let labelled = || line.slice().iter().take(LONGEST_LABEL).any(|token| token.kind == Kind::Colon);
    match line.slice() {
        [first, second, ..] => first.opens.any(led | Classes::GIVEN_NAME) || !small(second) || labelled(),
        _ => true,
    }
}

/// Most tokens of `Contact name:`, with the colon.
const LONGEST_LABEL: usize = 3;

/// `Name: Xu Min`, below it `Title: Press Officer`, perhaps `Company: Acme Inc.`
fn form(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    let (from, _) = (words(&["name", "contact", "spokesperson"]), opt(word("name")), kind(Kind::Colon)).parse(input)?;
    let (rest, name) = verify(name, |name: &Name| name.words > 1).parse(from)?;
    let (rest, ()) = after_name(rest)?;
    let Some(below) = line_below(rest) else { return no_match() };
    let title = words(&["title", "position", "designation"]);
    let titled = (opt(preceded(not(&title), token(Token::capitalized))), &title, kind(Kind::Colon));
    let (after, post) = preceded(titled, post).parse(below)?;
    let owned =
        preceded((words(&["company", "organization", "organisation"]), opt(word("name")), kind(Kind::Colon)), organization);
    let organization = line_below(after).and_then(|line| { owned }.parse(line).ok()).map(|(_, body)| body);
    let post = Post { organization: post.organization.or(organization), ..post };
    if after.first().is_none() { Ok((rest, RoleSyntax { ties: [Tie::new(name, post)].into() })) } else { no_match() }
}

/// Whether the line starts here; a letter's close may stand above: `Yours sincerely,`.
pub(in crate::rules) fn opens_line(input: Tokens<'_>) -> bool {
    let closed = |before: &[Token]| before.len() <= LONGEST_CLOSE && before.last().is_some_and(|last| last.kind == Kind::Comma);
    let below = || input.first().is_some_and(|first| first.gap == Gap::Line);
    input.before().is_empty() || closed(input.before()) && below()
}

/// Most tokens of a letter's close.
const LONGEST_CLOSE: usize = 4;

/// The post on the line above, where a blank line or no post is below: `Vice President`, below it `Xu Min`.
fn post_above<'t>(name: Tokens<'t>, rest: Tokens<'t>) -> Option<Post> {
    let (end, post) = post(line_above(name)?).ok()?;
    let whole = end.first().is_none() && !post.plural;
    // Whose lines go on below has the post there.
    let below = line_below(rest).filter(|_| !blank_below(rest)).is_some_and(|below| self::post(below).is_ok());
    (whole && rest.first().is_none() && !below).then_some(post)
}

/// `(Media and Publicity)`: a line that goes on with the title above it.
fn gloss_line(line: Tokens<'_>) -> Option<Run> {
    let word = token(|token: &Token| token.kind == Kind::Word || token.kind == Kind::Ampersand);
    let field = |token: &Token| token.is(Classes::FIELD);
    let (rest, _) = delimited(kind(Kind::Open), repeated(1, 6, word), kind(Kind::Close)).parse(line).ok()?;
    (rest.first().is_none() && line.slice().iter().any(field)).then(|| line.until(rest))
}

/// Whether a blank line is below, where `end` is the end of a sentence.
fn blank_below(end: Tokens<'_>) -> bool {
    lines_below(end).is_none_or(|lines| lines > 1)
}

/// The sentence below, where `end` is the end of one and no more than a blank line is between.
fn line_below(end: Tokens<'_>) -> Option<Tokens<'_>> {
    let document = end.document;
    let next = document.sentence_of(end.position())?;
    (1..=2).contains(&lines_below(end)?).then(|| Tokens::new(document, next.tokens.clone(), next.tokens.start))
}

/// How many ends of lines are between the end of a sentence and the next.
fn lines_below(end: Tokens<'_>) -> Option<usize> {
    let document = end.document;
    let next = document.sentence_of(end.position()).filter(|_| end.first().is_none())?;
    let last = document.tokens.get(end.position().checked_sub(1)?)?;
    let first = document.tokens.get(next.tokens.start)?;
    let between = document.text.get(last.span.end()..first.span.start())?;
    Some(between.bytes().filter(|&byte| byte == b'\n').count())
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
    use proptest::prelude::*;

    use super::{ends_like_name, opens_line, signed, starts_like_name};
    use crate::testing::check_roles;
    use crate::testing::people::{at_each_word, like_people};

    proptest! {
        #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_line_refused_at_a_look_is_signed_by_nobody(lines in prop::collection::vec(like_people(), 1..4)) {
            at_each_word(&lines.join("\n"), |input| {
                let looked = ends_like_name(input) && starts_like_name(input);
                assert!(looked || !opens_line(input) || signed(input).is_err(), "at {:?} of {lines:?}", input.written());
            });
        }
    }

    #[test]
    fn signature() {
        check_roles("Media Contact:\nJane Miller\nPress Officer\nAcme Inc.\n", &["Jane Miller | Press Officer | Acme Inc."]);
        check_roles("Jane Miller\n\nThe director spoke of many things that day.\n", &[]);
    }
}
