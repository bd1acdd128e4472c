//! The name first, the post behind it.

mod bridge;
mod contact;
mod joining;

use nom::branch::alt;
use nom::combinator::{map, not, opt, peek, value, verify};
use nom::multi::many_m_n;
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{Input, Parser};

pub(super) use self::bridge::{bridged_post, opens_bridge};
pub(super) use self::contact::contact;
pub(super) use self::joining::{joined_as, joins};
use super::behind::{Behind, may_be};
use super::{RoleSyntax, TITLE, Tie, Ties, head_ahead, with_further};
use crate::grammar::name::{Name, after_name, honorific, name};
use crate::grammar::organization::{has_head, is_acronym, is_body, organization};
use crate::grammar::owner::body_before;
use crate::grammar::post::{Post, is_person, post};
use crate::grammar::title::Office;
use crate::lexicon::Classes;
use crate::memo::{ListOf, Production};
use crate::parse::{PResult, Run, Tokens, glued, kind, lex_before, no_match, phrase, remembered, repeated, token, word, words};
use crate::token::{Gap, Kind, Token};

/// Most people in one list.
const LONGEST_LIST: usize = 30;
/// Most posts of one person.
const MOST_POSTS: usize = 6;
/// Most words of a line's label.
const LONGEST_LABEL: usize = 12;
/// Most words of an aside.
const LONGEST_ASIDE: usize = 30;

/// `Xu Min, Director of Acme`, also in parentheses and in cells of a table, and lists of such people.
pub(super) fn apposition(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    if !may_be(input, Behind::APPOSED) {
        return no_match();
    }
    let (second, first) = person_with_posts(input)?;
    let memo = &input.document.memo;
    if memo.is_listed(ListOf::Names, input.position()) {
        return Ok((second, RoleSyntax { ties: first }));
    }
    let (mut rest, mut ties) = (second, Vec::new());
    for _ in 0..LONGEST_LIST {
        let Ok((further, more)) = next_in_list(rest) else { break };
        rest = further;
        ties.extend_from_slice(&more);
    }
    memo.list_read(ListOf::Names, second.position(), rest.position());
    Ok((rest, RoleSyntax { ties: with_further(first, &ties) }))
}

/// The next person of a list, with posts in apposition.
pub(super) fn next_in_list(input: Tokens<'_>) -> PResult<'_, Ties> {
    if head_ahead(input) { preceded(between_people, person_with_posts).parse(input) } else { no_match() }
}

/// `Xu Min was appointed Director of Acme`, `Mr. Xu has been a member of the Acme Council since`.
pub(super) fn copula(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    if !may_be(input, Behind::TOLD) {
        return no_match();
    }
    let (rest, name) = subject(input)?;
    let (rest, ()) = after_name(rest)?;
    // `Acme appoints` is not what the post is said of.
    let verb = token(|token: &Token| token.is(Classes::APPOINTMENT_VERB));
    let active = preceded(opt(words(&["has", "have", "had"])), verb).parse(rest).is_ok();
    // In a heading `Xu Min Named Director` says who was named.
    let passive = name.known && name.words > 1 && (rest.written().ends_with("ed") || rest.written().ends_with("ED"));
    if active && !passive {
        return no_match();
    }
    let plain = preceded(opt(kind(Kind::Comma)), bridged_post);
    let one = verify(bridged_post, |post: &Post| !post.plural);
    let (rest, first) = alt((plain, preceded(aside, one))).parse(rest)?;
    // `Ann Lee Named to Top 20 Lawyers`: one person is not several.
    if passive && first.plural {
        return no_match();
    }
    let (rest, posts) = further_posts(rest, first);
    Ok((rest, RoleSyntax { ties: tied(name, &posts) }))
}

/// What stands between commas: `, a veteran of the trade,`.
pub(super) fn aside(input: Tokens<'_>) -> PResult<'_, ()> {
    let (from, _) = kind(Kind::Comma)(input)?;
    let closing = from.slice().iter().take(LONGEST_ASIDE).position(|token| {
        matches!(token.kind, Kind::Comma | Kind::Colon | Kind::Semicolon | Kind::Quote | Kind::OpenQuote | Kind::Period)
    });
    let Some(length) = closing else { return no_match() };
    value((), kind(Kind::Comma)).parse(from.take_from(length))
}

/// A person and the posts in apposition.
pub(super) fn person_with_posts(input: Tokens<'_>) -> PResult<'_, Ties> {
    remembered(Production::PersonWithPosts, one_with_posts)(input)
}

fn one_with_posts(input: Tokens<'_>) -> PResult<'_, Ties> {
    // `said Miller, the CFO`: one who was named before.
    let said = input.previous().is_some_and(|verb| verb.is(Classes::CLAUSE_WORD | Classes::BYSTANDER_VERB));
    let full = |name: &Name| name.is_full() || said && !name.upper;
    let (rest, name) = verify(name, |name: &Name| full(name) && (name.words < 6 || name.known)).parse(input)?;
    let (rest, ()) = after_name(rest)?;
    let end = peek(alt((kind(Kind::Close), kind(Kind::Comma))));
    let mark = alt((kind(Kind::Semicolon), kind(Kind::Comma)));
    let several = many_m_n(0, MOST_POSTS, preceded(pair(mark, opt(word("and"))), post));
    let one = alt((post, body_in_brackets));
    let bracketed = map(delimited(kind(Kind::Open), pair(one, several), end), |(first, more)| [vec![first], more].concat());
    // `with Jane Miller as director`; who is appointed or succeeded so is told by the verb.
    let told = || lex_before(input, Classes::APPOINTMENT_VERB | Classes::SUCCESSION_VERB).is_some();
    let known = name.known || name.honorific.is_some();
    let cast = |rest| {
        let (rest, post) = preceded(word("as"), post).parse(rest)?;
        if known && !told() { Ok((rest, vec![post])) } else { no_match() }
    };
    let at_home = |input| if name.is_sure() { home_then_title(input) } else { no_match() };
    let adjacent = |input| if name.known && name.words > 1 { adjacent_post(input) } else { no_match() };
    let (rest, posts) = alt((bracketed, posts_behind_separator, cast, at_home, adjacent)).parse(rest)?;
    let (rest, closed) = opt(kind(Kind::Close)).parse(rest)?;
    // `(Chair), Director of Acme`: another behind the parentheses.
    let owned = verify(post, |post| post.organization.is_some() && !post.plural);
    let another = preceded(kind(Kind::Comma), terminated(owned, not(names_another)));
    let (rest, another) = if closed.is_some() { opt(another).parse(rest)? } else { (rest, None) };
    let mut posts = posts;
    posts.extend(another);
    if posts.iter().any(|post| post.organization.is_none()) {
        let label = labelled(input).or_else(|| owner_of(input));
        for post in &mut posts {
            post.organization = post.organization.or(label);
        }
    }
    Ok((rest, tied(name, &posts)))
}

/// `Acme’s` before `Ann Lee, Director`.
fn owner_of(input: Tokens<'_>) -> Option<Run> {
    if input.previous()?.kind == Kind::Possessive { body_before(input) } else { None }
}

/// The body that a line starts with, up to a colon: `Acme: Ann Lee, Director`, `For Acme: Ann Lee, Director`.
fn labelled(input: Tokens<'_>) -> Option<Run> {
    let before = input.before();
    if before.len() > LONGEST_LABEL || before.last()?.kind != Kind::Colon {
        return None;
    }
    let line = input.at(input.position() - before.len()).take(before.len());
    let lead = opt(alt((value((), words(&["for", "from"])), value((), (word("on"), word("behalf"), word("of"))))));
    let (rest, body) = terminated(preceded(lead, organization), kind(Kind::Colon)).parse(line).ok()?;
    // `Media:`, `Interviews:` tell what for, not where.
    let acronym = input.at(body.start).first().is_some_and(is_acronym);
    let closing = input.at(body.end - 1).first();
    let closed = closing.is_some_and(|last| last.is(Classes::ORGANIZATION_HEAD | Classes::LEGAL_SUFFIX));
    let press = words(&["media", "press", "news"])(input.at(body.start)).is_ok();
    let sure = body.len() > 1 && closed && !press || acronym && body.len() == 1;
    (rest.first().is_none() && sure && !is_person(input, body)).then_some(body)
}

/// `Secretary-General of the Council` right behind a name, where a comma is missing: the body has to be named.
fn adjacent_post(input: Tokens<'_>) -> PResult<'_, Vec<Post>> {
    let near = input.first().is_some_and(|token| matches!(token.gap, Gap::Space | Gap::Line) && token.is(TITLE));
    if !near {
        return no_match();
    }
    let behind = |post: &Post| post.organization.is_some_and(|body| body.start > post.title.start);
    let (rest, first) = terminated(verify(post, |post| behind(post) && !post.plural), not(names_another)).parse(input)?;
    Ok(further_posts(rest, first))
}

fn posts_behind_separator(input: Tokens<'_>) -> PResult<'_, Vec<Post>> {
    let (rest, ()) = separator(input)?;
    let (rest, first) =
        alt((terminated(post, not(names_another)), terminated(bridged_post, not(names_another)), body_then_title)).parse(rest)?;
    Ok(further_posts(rest, first))
}

/// `University of Oslo, Professor of Law`: the body before the title.
fn body_then_title(input: Tokens<'_>) -> PResult<'_, Post> {
    let body = verify(organization, |&body| is_body(input, body));
    let (rest, body) = terminated(body, kind(Kind::Comma)).parse(input)?;
    let (rest, post) = terminated(verify(post, |post| post.organization.is_none()), not(names_another)).parse(rest)?;
    Ok((rest, Post { organization: Some(body), ..post }))
}

/// `(Acme, CEO)`: in brackets nothing else can be meant.
fn body_in_brackets(input: Tokens<'_>) -> PResult<'_, Post> {
    let body = verify(organization, |&body| !is_person(input, body));
    let (rest, body) = terminated(body, kind(Kind::Comma)).parse(input)?;
    let unowned = verify(post, |post| post.organization.is_none() && !post.plural);
    let (rest, post) = terminated(unowned, peek(kind(Kind::Close))).parse(rest)?;
    Ok((rest, Post { organization: Some(body), ..post }))
}

/// `of the University of Oslo, lead author`: the body that the person comes from, then the title.
fn home_then_title(input: Tokens<'_>) -> PResult<'_, Vec<Post>> {
    let headed = || verify(organization, |&body| has_head(input.at(body.start).take(body.len())));
    let spoken = delimited(words(&["of", "from", "at"]), headed(), kind(Kind::Comma));
    // `(University of Oslo), Chair`
    let bracketed = terminated(delimited(kind(Kind::Open), headed(), kind(Kind::Close)), separator);
    let (rest, body) = alt((spoken, bracketed)).parse(input)?;
    let (rest, post) = terminated(post, not(names_another)).parse(rest)?;
    Ok((rest, vec![Post { organization: post.organization.or(Some(body)), ..post }]))
}

/// A comma, a dash, or the border of a cell.
pub(super) fn separator(input: Tokens<'_>) -> PResult<'_, ()> {
    let hyphen = token(|token: &Token| token.kind == Kind::Hyphen && token.gap == Gap::Space);
    // `Ann Lee / Director`, `Ann Lee • Director`
    let sign = token(|token: &Token| matches!(token.kind, Kind::Slash | Kind::Bullet) && token.gap == Gap::Space);
    let mark = value((), alt((kind(Kind::Comma), kind(Kind::Dash), kind(Kind::Colon), hyphen, sign)));
    let cell = value((), peek(token(|token| matches!(token.gap, Gap::Cell | Gap::Wide))));
    alt((mark, cell)).parse(input)
}

/// The posts that follow the first one, with it.
pub(super) fn further_posts(mut rest: Tokens<'_>, first: Post) -> (Tokens<'_>, Vec<Post>) {
    let mut posts = vec![first];
    for _ in 1..MOST_POSTS {
        if !head_ahead(rest) {
            break;
        }
        let joint = || (opt(alt((seat, of_the_body))), opt(kind(Kind::Comma)), opt(word("and")));
        // `Ann Lee, director of Acme, welcomed new board members`: others are several.
        let one = verify(bridged_post, |post: &Post| !post.plural);
        let bridged = alt((preceded(joint(), one), next_clause));
        let joined = preceded(
            (opt(of_the_body), opt(kind(Kind::Comma)), word("and")),
            terminated(alt((held, portfolio_held)), not(names_another)),
        );
        // `, the Chinese Ambassador, Mr. Li`, `and the Member for Oslo, Ann Lee`: the next one's.
        let person = alt((value((), honorific), value((), verify(name, |name| name.known && name.words > 1))));
        let next_one = (opt(kind(Kind::Comma)), opt(word("and")), word("the"), held, kind(Kind::Comma), person);
        let mark = alt((kind(Kind::Comma), kind(Kind::Semicolon)));
        let listed = preceded((mark, opt(word("and"))), terminated(held, not(names_another)));
        let Ok((further, post)) = preceded(not(next_one), alt((bridged, joined, listed))).parse(rest) else { break };
        rest = further;
        posts.push(post);
    }
    (rest, posts)
}

/// `, where she was`, `for ten years and later served as`: the same person in the next clause of the sentence.
fn next_clause(input: Tokens<'_>) -> PResult<'_, Post> {
    let small = |token: &Token| {
        let counted = token.kind == Kind::Number || matches!(token.kind, Kind::Hyphen);
        counted || token.kind == Kind::Word && (!token.capitalized() || token.is(Classes::MONTH)) && !token.is(NEXT_CLAUSE)
    };
    let opener = words(&["and", "where", "when", "while", "before", "after"]);
    let skipped = repeated(0, MOST_SKIPPED, preceded(not(opener), token(small)));
    let pronoun = words(&["he", "she", "they"]);
    let before =
        pair(words(&["before", "after"]), peek(token(|token: &Token| token.span.of(input.document.text).ends_with("ing"))));
    let joined = value((), (opt(kind(Kind::Comma)), word("and"), opt(&pronoun)));
    let elsewhere = value((), (opt(kind(Kind::Comma)), words(&["where", "when", "while"]), opt(&pronoun)));
    let earlier = value((), (opt(kind(Kind::Comma)), before));
    preceded(
        (skipped, alt((elsewhere, joined, earlier))),
        preceded(peek(token(|token: &Token| token.is(Classes::COPULA))), bridged_post),
    )
    .parse(input)
}

/// Most words between a post and the next clause.
const MOST_SKIPPED: usize = 8;
/// Words that open a clause of its own.
const NEXT_CLAUSE: Classes = Classes::of(&[Classes::COPULA, Classes::APPOINTMENT_VERB, Classes::CLAUSE_OPENER]);

/// `of the commission`: more of a body's name, in small letters.
fn of_the_body(input: Tokens<'_>) -> PResult<'_, ()> {
    let small = token(|token: &Token| token.kind == Kind::Word && !token.capitalized() && !token.is(Classes::CONNECTOR));
    value((), (opt(&small), word("of"), word("the"), &small)).parse(input)
}

/// `, Erie, Pa.`: where the body has its seat.
fn seat(input: Tokens<'_>) -> PResult<'_, ()> {
    let named = || preceded(kind(Kind::Comma), repeated(1, 3, token(|token: &Token| token.capitalized() && !token.is(TITLE))));
    let stop = opt(glued(kind(Kind::Period)));
    // `in Valencia`, `in Medford, Ore.`
    let place = || preceded(word("in"), repeated(1, 3, token(|token: &Token| token.capitalized() && !token.is(TITLE))));
    value((), (alt((named(), place())), opt(named()), stop, peek(kind(Kind::Comma)))).parse(input)
}

/// A post whose body is named.
pub(super) fn held(input: Tokens<'_>) -> PResult<'_, Post> {
    verify(post, |post| post.organization.is_some() && !post.plural).parse(input)
}

/// A ministry, whose portfolio says what body it is.
fn portfolio_held(input: Tokens<'_>) -> PResult<'_, Post> {
    verify(post, |post| post.office == Office::Minister && post.title.len() > 2).parse(input)
}

/// A name that something is said of; a single word only where it may be a name.
pub(super) fn subject(input: Tokens<'_>) -> PResult<'_, Name> {
    verify(name, |name: &Name| name.is_full() || !name.upper).parse(input)
}

/// What stands between two people of a list.
fn between_people(input: Tokens<'_>) -> PResult<'_, ()> {
    let comma = value((), (alt((kind(Kind::Comma), kind(Kind::Semicolon))), opt(word("and"))));
    // A comma is missing before `H.E. Ann Lee`.
    alt((comma, value((), word("and")), value((), peek(honorific)))).parse(input)
}

/// Whether a name goes on here that started before.
pub(super) fn inside_name(input: Tokens<'_>) -> bool {
    let Some(before) = input.position().checked_sub(1) else { return false };
    let from = input.at(before);
    let inside = from.position() < input.position() && name(from).is_ok_and(|(rest, _)| rest.position() > input.position());
    // `New York Times`: part of a place's or body's name.
    let in_phrase = |back: usize| {
        let from = input.at(input.position().saturating_sub(back));
        let known = phrase(Classes::COUNTRY | Classes::PLACE | Classes::ORGANIZATION_HEAD)(from);
        known.is_ok_and(|(rest, _)| from.position() < input.position() && rest.position() > input.position())
    };
    inside || (1..=3).any(in_phrase)
}

/// A person right behind a title, whose title it then is.
pub(super) fn names_another(input: Tokens<'_>) -> PResult<'_, ()> {
    let near = input.first().is_some_and(|token| matches!(token.gap, Gap::Space | Gap::Line));
    // `Ambassador of Elbonia H.E. Ann Lee, Ambassador of`: the next of a list, whose own title follows.
    let titled = |input| (kind(Kind::Comma), opt(word("the")), token(|token: &Token| token.is(TITLE))).parse(input);
    let (rest, another) = if near { name(input)? } else { return no_match() };
    if another.honorific.is_some() && titled(rest).is_ok() { no_match() } else { Ok((rest, ())) }
}

pub(super) fn tied(name: Name, posts: &[Post]) -> Ties {
    posts.iter().map(|&post| Tie::new(name, post)).collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::check_roles;

    #[test]
    fn apposition() {
        check_roles("Ann Lee, director of Acme, came.", &["Ann Lee | director | Acme"]);
        check_roles("Ann Lee, Bob Ray and others came.", &[]);
    }

    #[test]
    fn copula() {
        check_roles("Ann Lee was director of Acme.", &["Ann Lee | director | Acme"]);
        check_roles("Ann Lee was late.", &[]);
    }

    #[test]
    fn joins() {
        check_roles("Ann Lee joins Acme as director.", &["Ann Lee | director | Acme"]);
        check_roles("Ann Lee joins Acme as ever.", &[]);
    }

    #[test]
    fn contact() {
        check_roles("Contact: Ann Lee Press Officer", &["Ann Lee | Press Officer"]);
        check_roles("Reached: Ann Lee Press Officer", &[]);
    }
}
