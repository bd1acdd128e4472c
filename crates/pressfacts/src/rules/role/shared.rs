//! Several people with one post, with one each, or one after the other in the same.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::multi::many_m_n;
use nom::sequence::{pair, preceded, terminated};

use super::behind::{Behind, may_be};
use super::name_first::{bridged_post, separator};
use super::{RoleSyntax, Tie};
use crate::grammar::name::{Name, after_name, name};
use crate::grammar::post::{Post, body_behind_preposition, determiner, post};
use crate::grammar::title::conjunct;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, kind, lex, no_match, word, words};
use crate::token::Kind;

/// Most people of one list, behind the first.
const MOST_PEOPLE: usize = 12;

/// `Jane Miller and Bob Ray, co-founders of Acme`; `…, CEO and CFO of Acme respectively`.
pub(super) fn people_and_posts(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    let (rest, people) = if may_be(input, Behind::LISTED) { people(input)? } else { return no_match() };
    // `have been appointed as directors of Acme`
    let verb = |rest| shared_with(&people, rest, |rest| verify(bridged_post, |post: &Post| post.plural).parse(rest));
    if let Ok(found) = verb(rest) {
        return Ok(found);
    }
    let who = (word("who"), words(&["are", "were"]), opt(words(&["now", "both"])));
    let (rest, _) = pair(separator, opt(who)).parse(rest)?;
    alt((|rest| respectively(&people, rest), |rest| shared(&people, rest))).parse(rest)
}

/// `Bob Ray succeeds Jane Miller as president of Acme`: the first has the post.
pub(super) fn succession(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    let verb = lex(Classes::SUCCESSION_VERB);
    let will = (opt(kind(Kind::Comma)), opt(words(&["will", "has", "would"])));
    let (rest, successor) = verify(name, Name::is_full).parse(input)?;
    let person = alt((value((), verify(name, Name::is_full)), value((), words(&["him", "her", "them"]))));
    let (rest, _) = (will, verb, person, word("as")).parse(rest)?;
    let (rest, post) = post(rest)?;
    Ok((rest, RoleSyntax { ties: [Tie::new(successor, post)].into() }))
}

/// Two names or more, joined by `and`.
fn people(input: Tokens<'_>) -> PResult<'_, Vec<Name>> {
    let person = |input| terminated(verify(name, Name::is_full), after_name).parse(input);
    let comma = || value((), pair(kind(Kind::Comma), opt(word("and"))));
    let next = |input| preceded(alt((comma(), value((), word("and")))), person).parse(input);
    let (rest, first) = person(input)?;
    let (mut rest, second) = next(rest)?;
    let mut people = vec![first, second];
    while people.len() <= MOST_PEOPLE
        && let Ok((further, another)) = next(rest)
    {
        rest = further;
        people.push(another);
    }
    Ok((rest, people))
}

/// A post in the plural, which all of them have.
fn shared<'t>(people: &[Name], input: Tokens<'t>) -> PResult<'t, RoleSyntax> {
    shared_with(people, input, |input| verify(post, |post: &Post| post.plural).parse(input))
}

/// The post that `read` makes of what follows, of each of the people.
fn shared_with<'t>(
    people: &[Name],
    input: Tokens<'t>,
    read: impl Fn(Tokens<'t>) -> PResult<'t, Post>,
) -> PResult<'t, RoleSyntax> {
    let (rest, post) = read(input)?;
    Ok((rest, RoleSyntax { ties: people.iter().map(|&name| Tie::new(name, post)).collect() }))
}

/// As many titles as people, each for its own.
fn respectively<'t>(people: &[Name], input: Tokens<'t>) -> PResult<'t, RoleSyntax> {
    let joint = alt((value((), pair(kind(Kind::Comma), opt(word("and")))), value((), word("and"))));
    let title = || preceded(opt(determiner), conjunct);
    let (rest, opening) = opt(word("respectively")).parse(input)?;
    let (rest, first) = title().parse(rest)?;
    let (rest, more) = many_m_n(1, MOST_PEOPLE, preceded(joint, title())).parse(rest)?;
    let (rest, organization) = opt(body_behind_preposition).parse(rest)?;
    let mut closing = value((), (opt(kind(Kind::Comma)), word("respectively")));
    let (rest, ()) = if opening.is_some() { (rest, ()) } else { closing.parse(rest)? };
    let titles: Vec<_> = std::iter::once(first).chain(more).collect();
    if titles.len() != people.len() {
        return no_match();
    }
    let tie = |(&name, title): (&Name, &crate::grammar::title::Title)| {
        Tie::new(name, Post { title: title.run, organization, office: title.office, plural: false })
    };
    Ok((rest, RoleSyntax { ties: people.iter().zip(&titles).map(tie).collect() }))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_roles;

    #[test]
    fn people_and_posts() {
        check_roles(
            "Ann Lee and Bob Ray, directors of Acme, came.",
            &["Ann Lee | directors | Acme", "Bob Ray | directors | Acme"],
        );
        check_roles("Ann Lee and Bob Ray, director of Acme, came.", &["Bob Ray | director | Acme"]);
    }

    #[test]
    fn succession() {
        check_roles("Bob Ray will succeed Ann Lee as mayor.", &["Bob Ray | mayor"]);
        check_roles("Bob Ray will succeed as ever.", &[]);
    }
}
