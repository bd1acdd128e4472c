//! The fields of work that titles are specific about.

use nom::branch::alt;
use nom::combinator::{consumed, not, opt, peek, value, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

use super::organization::{has_head, proper_name};
use super::title::{IN_NAMES, and, article, field};
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, no_match, repeated, token, word};
use crate::token::{Case, Gap, Kind, Token};

/// The fields of a minister: `Forests, Tourism and Rural Development`, `Housing and the Environment`.
pub(super) fn portfolio(input: Tokens<'_>) -> PResult<'_, ()> {
    let (rest, ()) = list_of(input, |input| area(input, false))?;
    // `Cabinet Affairs and the Future`
    let (rest, _) = opt(preceded(pair(and, opt(article)), unknown_fields)).parse(rest)?;
    Ok((rest, ()))
}

/// Words with capitals that nothing is known of, as what a minister is for: `Happiness and Wellbeing`.
pub(super) fn unknown_fields(input: Tokens<'_>) -> PResult<'_, ()> {
    let other = IN_NAMES | Classes::TITLE_HEAD | Classes::TITLE_MODIFIER;
    let near = |token: &Token| matches!(token.gap, Gap::Space | Gap::Line);
    let unknown = token(|token: &Token| {
        let plain = token.kind == Kind::Word && token.case == Case::Title && near(token);
        plain && (!token.is(other) || token.is(Classes::FIELD))
    });
    let words = || repeated(1, 3, &unknown);
    let (rest, _) = (words(), opt(preceded(and, words()))).parse(input)?;
    let goes_on = rest.first().is_some_and(|token| {
        token.capitalized() && near(token) && !token.is(Classes::HONORIFIC)
            || matches!(token.kind, Kind::Hyphen | Kind::Possessive)
    });
    if goes_on { no_match() } else { Ok((rest, ())) }
}

/// The fields of a manager, of known words only: `Public Safety & Community Relations`. The last may be unknown, where a
/// body follows: `Science and Society, Office of`.
pub(super) fn strict_portfolio(input: Tokens<'_>) -> PResult<'_, ()> {
    let (rest, ()) = list_of(input, |input| if opens_strict_area(input) { area(input, true) } else { no_match() })?;
    let headed = verify(proper_name, |&body| has_head(rest.at(body.start).take(body.len())));
    let body = preceded(kind(Kind::Comma), headed);
    let (rest, _) = opt((and, unknown_fields, peek(body))).parse(rest)?;
    Ok((rest, ()))
}

fn list_of<'t>(input: Tokens<'t>, area: impl Fn(Tokens<'t>) -> PResult<'t, ()> + Copy) -> PResult<'t, ()> {
    let article = || opt(word("the"));
    let (rest, (article_taken, ())) = pair(article(), area).parse(input)?;
    // `head of the Copyright Administration`: a body, not what the head is for.
    let head = rest.previous().is_some_and(|token| token.capitalized() && token.is(Classes::ORGANIZATION_HEAD));
    let of = word("of")(rest).is_ok();
    if article_taken.is_some() && head && (of || rest.position() > input.position() + 2) {
        return no_match();
    }
    let joint = || alt((value((), (kind(Kind::Comma), opt(and))), value((), and)));
    // `Finance and Corporate Controller`: what follows `and` is the next title's.
    let ranked = |head: &crate::parse::Lexeme<'_>| matches!(head.value, "rank" | "professor" | "public");
    let head = || not(verify(lex(Classes::TITLE_HEAD), ranked));
    let next = || {
        preceded(
            head(),
            token(|token: &Token| token.capitalized() && token.is(Classes::TITLE_HEAD) && !token.is(Classes::HONORIFIC)),
        )
    };
    // A comma goes on with the list only where `and` ends it.
    let listed = repeated(1, 8, preceded((joint(), article()), terminated(area, not(next()))));
    let ended = verify(consumed(listed), |(taken, _): &(Tokens<'_>, _)| {
        taken.slice().iter().any(|token| token.kind != Kind::Comma && and(input.at(position_of(*taken, token))).is_ok())
    });
    let joined = repeated(1, 8, preceded((and, opt(word("of")), article()), terminated(area, not(next()))));
    let (rest, _) = opt(alt((value((), ended), value((), joined)))).parse(rest)?;
    // `Director of the Capacity Building and Training Directorate`: the fields belong to a body's name.
    // `Registrar of the Joint Admissions and Matriculation Board`: one article for both halves of a name.
    let half = |input| if article_taken.is_some() { value((), token(Token::capitalized)).parse(input) } else { field(input) };
    let in_body = preceded((joint(), peek(half)), verify(proper_name, |&body| has_head(rest.at(body.start).take(body.len()))));
    not(in_body).parse(rest)?;
    Ok((rest, ()))
}

/// Index of a token of the window.
fn position_of(window: Tokens<'_>, wanted: &Token) -> usize {
    let at = window.slice().iter().position(|token| token.span == wanted.span).unwrap_or_default();
    window.position() + at
}

/// Words that end in a field of work: `Regional Social Affairs`, `education affairs`. With `strict`, all of them are.
pub(super) fn area(input: Tokens<'_>, strict: bool) -> PResult<'_, ()> {
    let capital = input.first().is_some_and(Token::capitalized);
    let mut rest = input;
    let mut end = None;
    for _ in 0..6 {
        let Some(first) = rest.first() else { break };
        let near = rest.position() == input.position() || matches!(first.gap, Gap::Space | Gap::Line | Gap::None);
        let same = first.kind == Kind::Hyphen || first.capitalized() == capital;
        if !near || !same {
            break;
        }
        if let Ok((after, _)) = lex(Classes::FIELD)(rest) {
            rest = after;
            end = Some(after);
            continue;
        }
        if first.is(Classes::STARTER) {
            break;
        }
        let known = first.is(Classes::TITLE_MODIFIER | Classes::DEMONYM) || glued(kind(Kind::Hyphen))(rest).is_ok();
        // `of hockey operations`: a word that nothing is known of, before one that is.
        let small = strict && !capital && rest.position() == input.position() && {
            let plain = first.kind == Kind::Word && !first.is(Classes::CONNECTOR | Classes::DETERMINER | Classes::COPULA);
            plain && rest.slice().get(1).is_some_and(|next| next.is(Classes::FIELD) && !next.capitalized())
        };
        let unknown = !strict && capital && matches!(first.kind, Kind::Word) || small;
        let elsewhere = first.is(Classes::TITLE_HEAD | Classes::HONORIFIC) && !known;
        // `Cabinet Affairs`
        let affairs = rest.slice().get(1).is_some_and(|next| next.is(Classes::FIELD) && next.capitalized() && !strict);
        let head = !affairs && lex(Classes::ORGANIZATION_HEAD)(rest).is_ok_and(|(_, head)| head.value != "of");
        if elsewhere || head || first.is(Classes::COUNTRY) || !known && !unknown {
            break;
        }
        rest = rest.take_from(1);
    }
    let Some(end) = end else { return no_match() };
    // `Director of Marketing Bureau`: the field belongs to a body's name.
    let in_body = rest.position() == end.position()
        && rest.first().is_some_and(|token| {
            matches!(token.kind, Kind::Apostrophe | Kind::Possessive) && token.glued()
                || token.capitalized() == capital
                    && token.gap != Gap::Cell
                    && token.is(Classes::ORGANIZATION_HEAD | Classes::LEGAL_SUFFIX)
        });
    // `counsel in the arbitration group`
    let group = |token: &Token| !token.capitalized() && token.gap == Gap::Space && token.is(Classes::PARTY_NOUN);
    let in_body = in_body || !capital && end.first().is_some_and(group);
    if in_body || strict && capital && names_body(input, end) { no_match() } else { Ok((end, ())) }
}

/// Whether words that are all known from fields of work may start here.
pub(super) fn opens_strict_area(input: Tokens<'_>) -> bool {
    let Some(first) = input.first() else { return false };
    let described = |next: &Token| next.is(Classes::FIELD) && !next.capitalized();
    first.opens.any(Classes::FIELD | Classes::TITLE_MODIFIER | Classes::DEMONYM)
        || first.kind == Kind::Hyphen && first.glued()
        || first.kind == Kind::Word && !first.capitalized() && input.slice().get(1).is_some_and(described)
}

/// Whether the fields up to `end` are the name of a body, or the start of one: `Human Rights Watch`, `Transparency
/// International`, `Economic Community of`.
fn names_body<'t>(input: Tokens<'t>, end: Tokens<'t>) -> bool {
    let several = end.position() > input.position() + 1;
    let last = input.at(end.position() - 1);
    let head = last.first().is_some_and(|token| token.is(Classes::ORGANIZATION_HEAD));
    let ends = !end.first().is_some_and(|token| token.capitalized() && token.gap == Gap::Space);
    let international = several && ends && word("international")(last).is_ok();
    let of = head && several && (word("of"), opt(article), token(Token::capitalized)).parse(end).is_ok();
    // One more word with a capital is no name: a person has two, or one that is known.
    let near = |token: &Token| token.case == Case::Title && token.kind == Kind::Word && token.gap == Gap::Space;
    let single = token(|token: &Token| {
        near(token)
            && !token.is(Classes::GIVEN_NAME
                | Classes::SURNAME
                | Classes::TITLE_HEAD
                | Classes::TITLE_MODIFIER
                | Classes::HONORIFIC
                | Classes::PLACE
                | Classes::COUNTRY
                | Classes::FIELD)
    });
    let more =
        terminated(single, not(token(|token: &Token| token.capitalized() || token.kind == Kind::Hyphen))).parse(end).is_ok();
    international || of || more
}
