//! What brings a person into a post: `appointed Xu Min as Director`, `the appointment of Xu Min as Director`.

use nom::branch::alt;
use nom::combinator::{cond, map, not, opt, peek, value, verify};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{Input, Parser};

use super::name_first::aside;
use super::{RoleSyntax, Tie};
use crate::grammar::name::{Name, after_name, name};
use crate::grammar::organization::{has_head, organization, proper_name};
use crate::grammar::post::{Post, determiner, is_person, post, prefixed_post};
use crate::grammar::title::title;
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, kind, lex, repeated, token, word, words};
use crate::token::{Kind, Token};

/// Most posts in one appointment.
const MOST_APPOINTED: usize = 12;
/// Most tokens from the sentence's start to the verb.
const LONGEST_SUBJECT: usize = 40;

/// The verb or noun, the person, the post; the body may be the subject of the sentence.
pub(super) fn appointment(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    let verb = value((), lex(Classes::APPOINTMENT_VERB));
    let noun = value((), pair(lex(Classes::APPOINTMENT_NOUN), word("of")));
    // `named chairman Bob Ray as`: the post that is held already.
    let held = |input| terminated(preceded(opt(determiner), held_post), opt(kind(Kind::Comma))).parse(input);
    let person = || verify(name, |name: &Name| !name.upper);
    let (rest, (held, name)) =
        preceded(alt((noun, verb)), alt((pair(map(held, Some), person()), pair(value(None, opt(determiner)), person()))))
            .parse(input)?;
    let (rest, ()) = after_name(rest)?;
    let (rest, _) = cond(held.is_some(), opt(kind(Kind::Comma))).parse(rest)?;
    // `named Bob Ray, Head of Sales, as`
    let (rest, apposed) = opt(delimited(kind(Kind::Comma), post, pair(kind(Kind::Comma), peek(into)))).parse(rest)?;
    // `the appointment of Bob Ray, as director`
    let (rest, _) = opt(terminated(kind(Kind::Comma), peek(word("as")))).parse(rest)?;
    let direct = preceded(opt(into), post);
    let (rest, post) = alt((direct, preceded((alt((aside, onto, home)), into), post))).parse(rest)?;
    let body = if post.organization.is_none() { subject(input) } else { None };
    let post = Post { organization: post.organization.or(body), ..post };
    let mut ties: Vec<Tie> = held.into_iter().chain(apposed).chain([post]).map(|post| Tie::new(name, post)).collect();
    // `named Ann Lee CFO and Bob Ray controller`
    let another = |rest| {
        let joint = alt((value((), pair(kind(Kind::Comma), opt(word("and")))), value((), word("and"))));
        let known = verify(name_of, |name: &Name| name.words > 1 && !name.upper);
        pair(preceded(joint, known), preceded(opt(into), unowned)).parse(rest)
    };
    let mut rest = rest;
    while let (true, Ok((after, (name, post)))) = (ties.len() < MOST_APPOINTED, another(rest)) {
        rest = after;
        ties.push(Tie::new(name, Post { organization: post.organization.or(body), ..post }));
    }
    Ok((rest, RoleSyntax { ties: ties.into() }))
}

/// `chairman`, `former Acme executive`: what somebody is or was before.
fn held_post(input: Tokens<'_>) -> PResult<'_, Post> {
    let plain = map(title, |held| Post { title: held.run, organization: None, office: held.office, plural: held.plural });
    let former = verify(lex(Classes::TITLE_MODIFIER), |status| status.value == "former");
    alt((plain, preceded(former, prefixed_post))).parse(input)
}

/// A name, with what may stand behind it.
fn name_of(input: Tokens<'_>) -> PResult<'_, Name> {
    terminated(name, after_name).parse(input)
}

/// A post that is nobody else's.
fn unowned(input: Tokens<'_>) -> PResult<'_, Post> {
    terminated(post, not(name)).parse(input)
}

/// `as`, `to be`, `to the position of`.
fn into(input: Tokens<'_>) -> PResult<'_, ()> {
    let position = (opt(determiner), token(|token: &Token| token.is(Classes::POSITION_NOUN)), words(&["of", "as"]));
    let act = value((), pair(words(&["serve", "act", "work"]), word("as")));
    let to = pair(word("to"), alt((act, value((), word("be")), value((), position), value((), opt(determiner)))));
    alt((value((), word("as")), value((), to))).parse(input)
}

/// `to its management` before `as`: who the person goes to.
fn onto(input: Tokens<'_>) -> PResult<'_, ()> {
    let small = token(|token: &Token| token.kind == Kind::Word && !token.capitalized() && !token.is(Classes::TITLE_HEAD));
    let group = value((), (determiner, repeated(1, 4, preceded(not(word("as")), small))));
    value((), (words(&["to", "into"]), group, peek(word("as")))).parse(input)
}

/// `of the Diocese of Oslo` before `as`: where the person is from.
fn home(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), pair(words(&["of", "from"]), organization)).parse(input)
}

/// The body that the sentence starts with, behind its dateline.
fn subject(input: Tokens<'_>) -> Option<Run> {
    let before = input.before();
    // A subject that stands far off has its own verb nearer by.
    if before.len() > LONGEST_SUBJECT {
        return None;
    }
    // `Acme plc (LSE: ACM)` has a colon of its own.
    let mut listed = false;
    for token in before {
        match token.kind {
            Kind::Open => listed = true,
            Kind::Close => listed = false,
            Kind::Colon | Kind::Semicolon if listed => {}
            Kind::OpenQuote | Kind::Quote | Kind::Colon | Kind::Semicolon => return None,
            _ => {}
        }
    }
    let dash = |token: &Token| matches!(token.kind, Kind::Dash | Kind::Hyphen) && !token.glued();
    let behind_dateline = before.iter().rposition(dash).map_or(0, |at| at + 1);
    let start = input.position() - before.len() + behind_dateline;
    let window = input.at(start).take(input.position() - start);
    let opening = alt((value((), word("the")), value((), pair(word("today"), kind(Kind::Comma)))));
    let (_, body) = preceded(opt(opening), proper_name).parse(window).ok()?;
    let place = lex(Classes::PLACE | Classes::COUNTRY)(input.at(body.start)).is_ok_and(|(_, place)| place.run == body);
    let board = pair(opt(lex(Classes::TITLE_MODIFIER)), pair(word("board"), word("of")));
    let (_, body) = preceded(opt(board), proper_name).parse(window.at(body.start)).unwrap_or((window, body));
    // `Acme University Director Ann Lee`: somebody's.
    let titled = |&at: &usize| title(window.at(at)).is_ok_and(|(rest, _)| name(rest).is_ok_and(|(_, name)| name.is_full()));
    let owner = (body.start + 1..body.end).find(titled).map(|end| Run { end, ..body });
    let body = owner.unwrap_or(body);
    // `Elbonian President Lee`: somebody, not a body.
    let held = owner.is_some() || input.at(body.start).take(body.len()).slice().iter().any(|token| token.is(Classes::TITLE_HEAD));
    let headed = has_head(input.at(body.start).take(body.len()));
    (!place && !is_person(input, body) && (!held || headed)).then_some(body)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_roles;

    #[test]
    fn appointment() {
        check_roles("Acme named Jane Miller as director.", &["Jane Miller | director | Acme"]);
        check_roles("Acme named Jane Miller in its report.", &[]);
        check_roles("The appointment of Jane Miller as CEO of Acme was late.", &["Jane Miller | CEO | Acme"]);
        check_roles("The appointment of a new CEO was late.", &[]);
    }
}
