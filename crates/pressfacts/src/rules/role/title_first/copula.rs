//! The title, `is` or `are`, and who holds it.

use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::multi::many_m_n;
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{Input, Parser};

use super::{LONGEST_LIST, goes_on};
use crate::grammar::name::{Name, after_name, name};
use crate::grammar::organization::proper_name;
use crate::grammar::owner::body_before;
use crate::grammar::post::{Post, body_behind_preposition};
use crate::grammar::title::Title;
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, kind, no_match, token, word, words};
use crate::rules::role::{TITLE, Tie};
use crate::token::{Kind, Token};

/// `The chair of the Acme Council is Jane Miller`, `the Acme Council, whose chair is Jane Miller`.
pub(super) fn named_behind_copula<'t>(start: Tokens<'t>, title: Title, input: Tokens<'t>) -> PResult<'t, Vec<Tie>> {
    let (rest, behind) = opt(body_behind_preposition).parse(input)?;
    if title.plural {
        return named_in_list(start, title, behind, rest);
    }
    let person = verify(name, |name: &Name| name.words > 1);
    let (rest, name) = preceded(verb_of_one, person).parse(rest)?;
    let whose = start.previous().is_some_and(|token| token.span.of(start.document.text) == "whose");
    if goes_on(rest) || !whose && !name.is_sure() {
        return no_match();
    }
    let post = Post { title: title.run, organization: behind.or_else(|| around(start)), office: title.office, plural: false };
    Ok((rest, vec![Tie::new(name, post)]))
}

/// What stands between a title and who holds it.
pub(super) fn verb(input: Tokens<'_>) -> PResult<'_, ()> {
    alt((verb_of_one, verb_of_several)).parse(input)
}

fn verb_of_one(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), words(&["is", "was", "remains"])).parse(input)
}

fn verb_of_several(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), words(&["are", "were", "include", "included"])).parse(input)
}

/// `The deputy governors of the Bank of Elbonia are Jane Miller, Bob Ray and Rado Vlk`.
fn named_in_list<'t>(start: Tokens<'t>, title: Title, behind: Option<Run>, input: Tokens<'t>) -> PResult<'t, Vec<Tie>> {
    let verb = alt((verb_of_several, value((), kind(Kind::Colon))));
    let person = || verify(name, |name: &Name| name.words > 1 && !name.upper);
    let (rest, first) = preceded(verb, terminated(person(), after_name)).parse(input)?;
    let comma = || value((), (alt((kind(Kind::Comma), kind(Kind::Semicolon))), opt(word("and"))));
    let joint = || alt((comma(), value((), word("and"))));
    let next = preceded(joint(), terminated(person(), after_name));
    let (rest, more) = many_m_n(1, LONGEST_LIST, next).parse(rest)?;
    let names: Vec<Name> = std::iter::once(first).chain(more).collect();
    // What stands behind each of them is a title of its own, or they are no people.
    let titled = preceded(kind(Kind::Comma), token(|token: &Token| token.is(TITLE))).parse(rest).is_ok();
    if titled || goes_on(rest) || !names.iter().any(Name::is_sure) {
        return no_match();
    }
    let organization = behind.or_else(|| body_before(start));
    let post = Post { title: title.run, organization, office: title.office, plural: true };
    Ok((rest, names.into_iter().map(|name| Tie::new(name, post)).collect()))
}

/// The body before a title, or the one that is joined: `Joining Acme as chief scientist is`.
fn around(start: Tokens<'_>) -> Option<Run> {
    let before = start.before();
    let opening = start.at(start.position() - before.len()).take(before.len());
    let joining = token(|token: &Token| token.is(Classes::JOINING_VERB));
    let joined = delimited(joining, proper_name, pair(word("as"), opt(words(&["its", "the", "our", "a", "an"]))));
    let found = { joined }.parse(opening).ok().filter(|(rest, _)| rest.first().is_none()).map(|(_, body)| body);
    found.or_else(|| body_before(start))
}
