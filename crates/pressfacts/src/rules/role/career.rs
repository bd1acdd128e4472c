//! Posts that the course of a career tells of: `joined from Acme, where she was director`, `has held several posts,
//! including head of sales`, `spent five years as dean`.

use nom::branch::alt;
use nom::combinator::{not, opt, peek, value, verify};
use nom::sequence::{pair, preceded};
use nom::{Input, Parser};

use super::behind::{Behind, may_be};
use super::name_first::{bridged_post, further_posts, person_with_posts, subject, tied};
use super::{RoleSyntax, head_ahead};
use crate::grammar::name::{after_name, name};
use crate::grammar::organization::proper_name;
use crate::grammar::post::{Post, determiner, is_person, post};
use crate::lexicon::Classes;
use crate::memo::LastOf;
use crate::parse::{PResult, Run, Tokens, kind, lex, no_match, repeated, token, word, words};
use crate::token::{Kind, Token};

/// Most tokens between a person and the place of the clause where a post is told of.
const LONGEST_CLAUSE: usize = 25;
/// Classes of the words that a clause goes on with to a post.
const OPENING: Classes = Classes::of(&[Classes::CONNECTOR, Classes::CLAUSE_WORD]);
/// Most tokens between a verb and `as`.
const LONGEST_SPELL: usize = 8;
/// Most words of a body's name before a clause.
const LONGEST_BODY: usize = 8;

/// `Xu Min comes from Acme, where she was Director`, `Xu Min's appointment as Director`.
pub(super) fn career(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    let person = if may_be(input, Behind::APPOSED) { person_with_posts(input) } else { no_match() };
    if person.is_err() && !may_be(input, Behind::COURSE) {
        return no_match();
    }
    let (rest, before) = person.map_or((input, None), |(rest, ties)| (rest, Some(ties)));
    let before = before.as_deref().unwrap_or_default();
    let (rest, name) = match before.first() {
        Some(tie) => (rest, tie.name),
        None => subject(input)?,
    };
    let (rest, posts) = preceded(after_name, told_later).parse(rest)?;
    Ok((rest, RoleSyntax { ties: before.iter().copied().chain(tied(name, &posts).iter().copied()).collect() }))
}

/// The posts that the clause behind a name comes to.
pub(super) fn told_later(input: Tokens<'_>) -> PResult<'_, Vec<Post>> {
    let (rest, first) = if head_ahead(input) { alt((owned_role, spell, in_course)).parse(input)? } else { return no_match() };
    // `including as director for Ann Lee`: what follows is said of her.
    if first.organization.is_some_and(|body| is_person(input, body)) {
        return Ok((rest, vec![Post { organization: None, ..first }]));
    }
    Ok(further_posts(rest, first))
}

/// `’s appointment as Director`, `’s previous roles include Director of Acme`.
fn owned_role(input: Tokens<'_>) -> PResult<'_, Post> {
    let noun = || token(|token: &Token| token.is(Classes::POSITION_NOUN | Classes::APPOINTMENT_NOUN));
    let small = token(|token: &Token| token.kind == Kind::Word && !token.capitalized() && !token.is(Classes::COPULA));
    let lists = pair(words(&["include", "includes", "included", "including"]), opt(word("as")));
    let as_one = alt((value((), word("as")), value((), lists)));
    preceded((kind(Kind::Possessive), repeated(0, 3, preceded(not(noun()), small)), noun(), as_one), post).parse(input)
}

/// `began her career as`, `spent five years as`, `has been hired to lead the team as`, and a post.
fn spell(input: Tokens<'_>) -> PResult<'_, Post> {
    let between = Classes::of(&[
        Classes::COPULA,
        Classes::APPOINTMENT_VERB,
        Classes::JOINING_VERB,
        Classes::POST_BRIDGE,
        Classes::POSITION_NOUN,
        Classes::CALENDAR_UNIT,
        Classes::CARDINAL,
        Classes::VAGUE_NUMBER,
        Classes::MANY,
        Classes::ADVERB,
    ]);
    let small = |token: &Token| token.kind == Kind::Word && !token.capitalized();
    let noun = token(move |token: &Token| small(token) && !token.is(Classes::CONNECTOR | Classes::TITLE_HEAD));
    let group = value((), pair(determiner, opt(noun)));
    let known = token(move |token: &Token| token.kind == Kind::Number || small(token) && token.is(between));
    let elsewhere = verify(proper_name, |&body| !is_person(input, body));
    let where_to = value((), pair(words(&["to", "at", "in", "from", "with"]), preceded(not(name), elsewhere)));
    let step = preceded(not(words(&["as", "who"])), alt((group, where_to, value((), known))));
    let verb = token(|token: &Token| token.is(Classes::COPULA) && !token.capitalized());
    // `retired with immediate effect as`: behind such a verb, any words may follow.
    let telling = verify(lex(Classes::COPULA), |verb| verb.value == "spell");
    let any = preceded(not(words(&["as", "who"])), token(move |token: &Token| small(token) && !token.is(Classes::CLAUSE_OPENER)));
    let told = (opt(verb), telling, repeated(1, LONGEST_SPELL, any), word("as"));
    let verb = token(|token: &Token| token.is(Classes::COPULA) && !token.capitalized());
    let spelt = (verb, repeated(1, LONGEST_SPELL, step), word("as"));
    preceded(alt((value((), spelt), value((), told))), post).parse(input)
}

/// `, where she was`, `and serves as`, `positions at Acme, including`, within the clause behind a name.
fn in_course(input: Tokens<'_>) -> PResult<'_, Post> {
    for (passed, turn) in turns(input) {
        let here = input.take_from(passed);
        let told = match turn {
            Turn::Where => where_one_was(here),
            Turn::Listing => listed(here),
            Turn::Serving => serving(here),
        };
        // Names are read only where a post is told of.
        if told.is_ok() {
            return if (0..passed).any(|at| names_somebody(input.take_from(at))) { no_match() } else { told };
        }
    }
    no_match()
}

/// Whether the words behind a name may be such a clause.
pub(super) fn opens_course(input: Tokens<'_>) -> bool {
    let opens = |first: &Token| first.kind == Kind::Possessive || first.opens.any(Classes::COPULA);
    input.first().is_some_and(opens) || turns(input).next().is_some()
}

/// Where the clause behind a name may come to a post.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// `, where`
    Where,
    /// `including`, where positions were spoken of.
    Listing,
    /// `and serves`
    Serving,
}

/// The places of a clause where it may come to a post.
fn turns(input: Tokens<'_>) -> impl Iterator<Item = (usize, Turn)> {
    let (clause, text) = (input.slice(), input.document.text);
    let serves = may_serve(input);
    let reach = if serves || turn_ahead(input) { LONGEST_CLAUSE } else { 0 };
    let within = clause.iter().take(reach).take_while(|token| !ends_clause(token)).enumerate();
    within.filter_map(move |(passed, token)| {
        let small = || token.is(OPENING) && !token.capitalized();
        let next = || clause.get(passed + 1).and_then(|next| turn_of(next, text));
        let positions = || clause[..passed].iter().any(|token| token.is(Classes::POSITION_NOUN));
        let turn = match token.kind {
            Kind::Comma if passed > 0 && next() == Some(Turn::Where) => Turn::Where,
            Kind::Word if serves && small() && token.reads("and", text) => Turn::Serving,
            Kind::Word if small() && turn_of(token, text) == Some(Turn::Listing) && positions() => Turn::Listing,
            _ => return None,
        };
        Some((passed, turn))
    })
}

/// How the clause turns that the word opens; `and`, which opens many another, is not told of.
fn turn_of(token: &Token, text: &str) -> Option<Turn> {
    let reads = |word| token.reads(word, text);
    if reads("where") || reads("while") { Some(Turn::Where) } else { reads("including").then_some(Turn::Listing) }
}

/// Whether the sentence has a word from here on by which a clause turns, but `and`.
fn turn_ahead(input: Tokens<'_>) -> bool {
    let whole = input.at(0);
    let turns = |token: &Token| turn_of(token, input.document.text).is_some();
    let find = || whole.slice().iter().rposition(turns).map(|at| whole.position() + at);
    input.document.memo.last(LastOf::Turn, input.run().end, find).is_some_and(|turn| turn >= input.position())
}

/// Whether a mark ends the clause.
fn ends_clause(token: &Token) -> bool {
    matches!(token.kind, Kind::Colon | Kind::Semicolon | Kind::Quote | Kind::OpenQuote | Kind::CloseQuote)
}

/// Whether somebody else is named here, of whom the post may be said; `from Acme, where` is no person.
fn names_somebody(input: Tokens<'_>) -> bool {
    let capital = input.first().is_some_and(|first| first.kind == Kind::Word && first.capitalized());
    let place = |rest| pair(kind(Kind::Comma), word("where")).parse(rest).is_ok();
    capital && name(input).is_ok_and(|(rest, other)| other.is_sure() && !place(rest))
}

/// `, where she was director`, with the body that is named before.
fn where_one_was(input: Tokens<'_>) -> PResult<'_, Post> {
    let verb = peek(token(|token: &Token| token.is(Classes::COPULA) || token.span.of(input.document.text) == "most"));
    let opening = (kind(Kind::Comma), words(&["where", "while"]), words(&["he", "she", "they"]), verb);
    let (rest, post) = preceded(opening, bridged_post).parse(input)?;
    Ok((rest, Post { organization: post.organization.or_else(|| body_up_to(input)), ..post }))
}

/// `including as director`, where positions were spoken of.
fn listed(input: Tokens<'_>) -> PResult<'_, Post> {
    let (rest, post) = preceded((word("including"), opt(words(&["as", "serving"])), opt(word("as"))), post).parse(input)?;
    let end = usize::from(input.previous().is_some_and(|before| before.kind == Kind::Comma));
    let body = || body_up_to(input.at(input.position() - end));
    Ok((rest, Post { organization: post.organization.or_else(body), ..post }))
}

/// Whether the clause is of whom the sentence starts with, or is one of `who`.
fn may_serve(start: Tokens<'_>) -> bool {
    let before = start.before();
    let opens = || before.iter().all(|token| token.capitalized() || token.kind == Kind::Period);
    before.len() < LONGEST_BODY && opens() || pair(kind(Kind::Comma), word("who")).parse(start).is_ok()
}

/// `founded Acme and serves as its director`, of whom the sentence starts with.
fn serving(input: Tokens<'_>) -> PResult<'_, Post> {
    let verb = || words(&["serves", "served", "acts", "acted", "works", "worked"]);
    let adverb = || {
        let adverb = token(|token: &Token| !token.capitalized() && token.is(Classes::COPULA));
        repeated(0, 2, preceded(not(verb()), adverb))
    };
    let once = token(|token: &Token| !token.capitalized() && token.is(Classes::COPULA));
    let was = (words(&["was", "is"]), once, opt(word("the")));
    preceded((word("and"), alt((value((), was), value((), (adverb(), verb(), adverb(), word("as")))))), post).parse(input)
}

/// The body whose name ends right before the window.
fn body_up_to(input: Tokens<'_>) -> Option<Run> {
    let end = input.position();
    let floor = end - input.before().len();
    (end.saturating_sub(LONGEST_BODY).max(floor)..end).find_map(|start| {
        let from = input.at(start);
        let window = from.take(end - start);
        let opens = from.first()?.capitalized() && !from.previous().is_some_and(Token::capitalized);
        let (rest, body) = if opens { proper_name(window).ok()? } else { return None };
        rest.first().is_none().then_some(body)
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::check_roles;

    #[test]
    fn career() {
        check_roles("Jane Miller comes from Acme, where she was director.", &["Jane Miller | director | Acme"]);
        check_roles("Jane Miller comes from Acme, where the director was late.", &[]);
        check_roles("Jane Miller comes from Acme Labs, where Bob Ray was director.", &["Bob Ray | director"]);
        check_roles("Jane Miller’s appointment as director of Acme is near.", &["Jane Miller | director | Acme"]);
        check_roles("Jane Miller’s appointment with the director of Acme is near.", &[]);
        check_roles(
            "Jane Miller has held several posts at Acme, including as dean and governor.",
            &["Jane Miller | dean and governor | Acme"],
        );
        check_roles("Jane Miller met several people at Acme, including the dean.", &[]);
        check_roles("Jane Miller spent five years as dean of Acme.", &["Jane Miller | dean | Acme"]);
        check_roles("Jane Miller spent five years with the dean of Acme.", &[]);
        check_roles("Jane Miller began her career as an analyst at Acme.", &["Jane Miller | analyst | Acme"]);
        check_roles("Jane Miller founded Beta and serves as its chairman.", &["Jane Miller | chairman"]);
        check_roles("Jane Miller founded Beta and met its chairman.", &[]);
    }
}
