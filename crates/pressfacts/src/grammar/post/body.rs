//! The body behind a title.

use nom::branch::alt;
use nom::combinator::{consumed, map, not, opt, peek, value, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

use super::{determiner, is_person};
use crate::grammar::organization::{has_head, is_acronym, is_body, is_starter, organization, proper_name};
use crate::grammar::title::{Office, Title, title};
use crate::lexicon::Classes;
use crate::memo::Production;
use crate::parse::{PResult, Run, Tokens, glued, kind, lex, no_match, remembered, repeated, token, word, words};
use crate::token::{Gap, Kind, Token};

/// The body behind a title: `of …`, `at …`, `, …`, in the next cell.
pub(super) fn body(input: Tokens<'_>) -> PResult<'_, Run> {
    match input.first().map(|first| first.kind) {
        Some(Kind::Comma | Kind::Dash | Kind::Colon | Kind::Slash | Kind::Bullet | Kind::Hyphen) => {
            alt((body_behind_comma, body_in_next_cell)).parse(input)
        }
        Some(Kind::Open) => alt((body_in_next_cell, body_in_parentheses)).parse(input),
        Some(_) => alt((body_behind_preposition, body_in_next_cell)).parse(input),
        None => no_match(),
    }
}

/// `Acme Steel` right behind `Managing Director`.
pub(super) fn adjacent_body(title: Title, input: Tokens<'_>) -> PResult<'_, Run> {
    let other = Classes::FIELD | Classes::TITLE_HEAD | Classes::TITLE_MODIFIER | Classes::HONORIFIC;
    let near = input.first().is_some_and(|first| first.capitalized() && first.gap == Gap::Space && !first.is(other));
    let capital =
        input.previous().is_some_and(|head| head.capitalized() && head.is(Classes::TITLE_HEAD) && !head.is(Classes::UPPER));
    let short =
        input.previous().is_some_and(|head| head.is(Classes::TITLE_HEAD) && head.is(Classes::UPPER) && head.span.len() < 4);
    if near && short && !title.plural && !input.first().is_some_and(|first| first.is(Classes::UPPER)) {
        return unheaded(title, input);
    }
    if !near || !capital || title.plural || is_starter(input) {
        return no_match();
    }
    let named = |body: &Run| body.len() > 1 && has_head(input.at(body.start).take(body.len())) && !is_person(input, *body);
    alt((verify(organization, named), |input| unheaded(title, input))).parse(input)
}

/// `CEO Solarwerk,`: an unknown word between a company's office and a mark, where no name of a person would end.
fn unheaded(title: Title, input: Tokens<'_>) -> PResult<'_, Run> {
    let known =
        Classes::GIVEN_NAME | Classes::SURNAME | Classes::COMMON_WORD | Classes::STARTER | Classes::PLACE | Classes::COUNTRY;
    let plain =
        token(|token: &Token| token.kind == Kind::Word && token.capitalized() && token.span.len() > 3 && !token.is(known));
    let legal = repeated(0, 3, token(|token: &Token| token.is(Classes::LEGAL_SUFFIX)));
    let marks = [Kind::Comma, Kind::Colon, Kind::Close, Kind::OpenQuote, Kind::Quote];
    let said = |token: &Token| marks.contains(&token.kind) || token.is(Classes::CLAUSE_WORD);
    let company = matches!(title.office, Office::Body | Office::Plain) && input.before().len() > title.run.len() + 1;
    let (rest, (body, _)) = consumed(pair(plain, legal)).parse(input)?;
    // Lists of people have names there.
    let ends = rest.first().is_some_and(said);
    if company && ends { Ok((rest, body.run())) } else { no_match() }
}

/// `FBR` right behind `Chairman`.
pub(super) fn adjacent_acronym(input: Tokens<'_>) -> PResult<'_, Run> {
    let other = Classes::of(&[
        Classes::TITLE_HEAD,
        Classes::TITLE_MODIFIER,
        Classes::FIELD,
        Classes::HONORIFIC,
        Classes::POST_NOMINAL,
        Classes::PLACE,
        Classes::GIVEN_NAME,
        Classes::SURNAME,
        Classes::STARTER,
    ]);
    let near = |token: &Token| token.kind == Kind::Word && token.gap == Gap::Space && (3..8).contains(&token.span.len());
    let (rest, found) = token(|token: &Token| near(token) && is_acronym(token) && !token.is(other))(input)?;
    // A line in capitals has no acronyms.
    let shouted = input.previous().is_some_and(|head| head.is(Classes::UPPER) && head.span.len() > 3);
    let goes_on = rest.first().is_some_and(|next| {
        next.glued() && next.kind != Kind::Comma && next.kind != Kind::Period || next.capitalized() && next.gap == Gap::Space
    });
    if shouted || goes_on || numeral(found.span.of(input.document.text)) { no_match() } else { Ok((rest, input.until(rest))) }
}

/// `III`
fn numeral(written: &str) -> bool {
    written.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// `of Acme`, `at the University of Oslo`, `in the Ministry of Education`.
pub(crate) fn body_behind_preposition(input: Tokens<'_>) -> PResult<'_, Run> {
    let preposition = input.first().is_some_and(|first| first.is(Classes::CONNECTOR | Classes::NAME_PARTICLE));
    if preposition { remembered(Production::BodyBehindPreposition, preposition_and_body)(input) } else { no_match() }
}

fn preposition_and_body(input: Tokens<'_>) -> PResult<'_, Run> {
    let sure = words(&["of", "at", "with", "from", "for", "de", "del"]);
    let (rest, unsure) = alt((value(false, sure), value(true, words(&["in", "to", "on"])))).parse(input)?;
    let (rest, body) = if is_led(rest) {
        preceded(lead, alt((state_body, local_body, organization))).parse(rest)?
    } else {
        alt((state_body, organization)).parse(rest)?
    };
    // `takes over as CEO from Jane Miller`
    if word("from")(input).is_ok() && is_person(rest, body) {
        return no_match();
    }
    // `of the San Diego company`: the noun is the body.
    let bare = !has_head(input.at(body.start).take(body.len()));
    let small = |token: &Token| token.kind == Kind::Word && !token.capitalized() && token.gap == Gap::Space;
    let closing = token(|token: &Token| small(token) && token.is(Classes::PARTY_NOUN | Classes::ORGANIZATION_HEAD));
    // `of the Elbonian health ministry`
    let inner = token(|token: &Token| {
        small(token) && token.is(Classes::FIELD | Classes::TITLE_MODIFIER) && !token.is(Classes::PARTY_NOUN)
    });
    let (rest, noun) = opt(consumed(pair(repeated(0, 2, inner), closing))).parse(rest)?;
    let body = noun.filter(|_| bare).map_or(body, |(taken, _)| body.cover(taken.run()));
    // `Chair for Program Year 2026`: not a body, but a time or an event.
    let dated = word("for")(input).is_ok() && rest.first().is_some_and(|token| token.kind == Kind::Number);
    if dated || rest.first().is_some_and(|token| token.kind == Kind::Hyphen && token.glued()) {
        return no_match();
    }
    // `Coach of the Year`: an award.
    if body.len() == 1 && input.at(body.start).first().is_some_and(|only| only.is(Classes::CALENDAR_UNIT)) {
        return no_match();
    }
    let is_place = lex(Classes::PLACE)(input.at(body.start)).is_ok_and(|(_, place)| place.run == body);
    let certain = has_head(input.at(body.start).take(body.len())) || input.at(body.start).first().is_some_and(is_acronym);
    if unsure && (!certain || is_place) { no_match() } else { Ok((rest, body)) }
}

/// What may stand between a preposition and a body's name: `the new`, `the committee's`, `law firm`.
pub(in crate::grammar) fn lead(input: Tokens<'_>) -> PResult<'_, ()> {
    let small_new = token(|token: &Token| !token.capitalized() && token.span.of(input.document.text) == "new");
    let new = opt((opt(word("the")), small_new, peek(token(Token::capitalized))));
    value((), (opt(based), opt(alt((small_owner, small_kind))), new)).parse(input)
}

/// Whether more than a name may follow a preposition: small words before it, people of some state, a place with a hyphen.
pub(in crate::grammar) fn is_led(input: Tokens<'_>) -> bool {
    let hyphened = |token: &Token| token.kind == Kind::Hyphen && token.glued();
    !input.first().is_some_and(|first| first.capitalized() && !first.opens.any(Classes::DEMONYM))
        || words(&["the", "a", "an", "our", "its"])(input).is_ok()
        || input.slice().iter().take(FARTHEST_HYPHEN).take_while(|token| ends_place(token)).any(hyphened)
}

/// Whether the token may stand before the hyphen of `Springfield, Ill.-based`, or is that.
fn ends_place(token: &Token) -> bool {
    token.capitalized() || matches!(token.kind, Kind::Comma | Kind::Hyphen)
}

/// `law firm`, `Elbonian shipping company`, `the advocacy group` before a body's name: what kind of body it is.
fn small_kind(input: Tokens<'_>) -> PResult<'_, ()> {
    let article = opt(words(&["the", "a", "an", "our", "its"]));
    let small =
        |token: &Token| token.kind == Kind::Word && !token.capitalized() && !token.is(Classes::CONNECTOR | Classes::COPULA);
    let noun = || token(|token: &Token| small(token) && token.is(Classes::PARTY_NOUN));
    let before = token(|token: &Token| small(token) || token.kind == Kind::Hyphen);
    let described = repeated(0, 4, preceded(not(terminated(noun(), peek(token(Token::capitalized)))), before));
    value((), (article, opt(lex(Classes::DEMONYM)), described, noun(), peek(token(Token::capitalized)))).parse(input)
}

/// `the committee's` before a body of its own name.
fn small_owner(input: Tokens<'_>) -> PResult<'_, ()> {
    let small = token(|token: &Token| token.kind == Kind::Word && !token.capitalized());
    let next = token(Token::capitalized);
    value((), (words(&["the", "its"]), repeated(1, 2, small), kind(Kind::Possessive), peek(next))).parse(input)
}

/// `provincial People's Committee`: words in small letters before a body's name.
pub(crate) fn local_body(input: Tokens<'_>) -> PResult<'_, Run> {
    let (from, _) = opt(word("the")).parse(input)?;
    let local = Classes::TITLE_MODIFIER | Classes::FIELD;
    let small = |token: &Token| token.kind == Kind::Word && !token.capitalized() && token.is(local);
    let headed = verify(proper_name, |&body| has_head(from.at(body.start).take(body.len())));
    let (rest, _) = pair(repeated(1, 2, token(small)), headed).parse(from)?;
    Ok((rest, from.until(rest)))
}

/// `Moldova's parliament`, `Japan's foreign ministry`: a state's body in small letters.
fn state_body(input: Tokens<'_>) -> PResult<'_, Run> {
    let small = |token: &Token| token.kind == Kind::Word && !token.capitalized() && token.gap == Gap::Space;
    let body = token(|token: &Token| small(token) && token.is(Classes::ORGANIZATION_HEAD));
    let before = Classes::FIELD | Classes::TITLE_MODIFIER;
    let field = token(|token: &Token| small(token) && token.is(before) && !token.is(Classes::ORGANIZATION_HEAD));
    let (from, _) = opt(word("the")).parse(input)?;
    let state = alt((proper_name, map(consumed(lex(Classes::COUNTRY)), |(taken, _): (Tokens<'_>, _)| taken.run())));
    let (rest, _) = (state, kind(Kind::Possessive), repeated(0, 2, field), body).parse(from)?;
    Ok((rest, from.until(rest)))
}

/// `, State Administration for Market Regulation`: no person, no further title.
fn body_behind_comma(input: Tokens<'_>) -> PResult<'_, Run> {
    let hyphen = token(|token: &Token| token.kind == Kind::Hyphen && token.gap == Gap::Space);
    let spaced = pair(hyphen, peek(token(|token: &Token| token.gap == Gap::Space)));
    let sign = token(|token: &Token| matches!(token.kind, Kind::Slash | Kind::Bullet) && token.gap == Gap::Space);
    let separator = alt((value((), kind(Kind::Comma)), value((), kind(Kind::Dash)), value((), sign), value((), spaced)));
    let headed = |body: &Run| has_head(input.at(body.start).take(body.len()));
    // `Spokesperson: Ministry of Works`
    let labelled = preceded(kind(Kind::Colon), verify(organization, headed));
    let (rest, body) =
        alt((preceded(separator, verify(organization, |&body| !is_person(input, body))), labelled)).parse(input)?;
    let place = lex(Classes::PLACE)(input.at(body.start)).is_ok_and(|(_, place)| place.run == body);
    let titled = preceded(kind(Kind::Comma), token(|token: &Token| token.is(Classes::TITLE_HEAD | Classes::TITLE_MODIFIER)));
    let is_title = title(input.at(body.start)).is_ok();
    // `, the Chinese Ambassador`: somebody else.
    let last = input.at(body.end - 1).first();
    let headed = has_head(input.at(body.start).take(body.len()));
    let short = input.at(body.start).first().is_some_and(|first| is_acronym(first) && first.is(Classes::TITLE_HEAD));
    let holder = body.len() > 1 && !headed && last.is_some_and(|last| last.is(Classes::TITLE_HEAD)) || short && !headed;
    not(titled).parse(rest)?;
    // `, Tel:`: a label.
    let label = rest.first().is_some_and(|next| next.kind == Kind::Colon) && !headed && body.len() == 1;
    // `, EAD secretary`: the next office of a list.
    not(token(|token: &Token| token.gap == Gap::Space && token.is(Classes::TITLE_HEAD))).parse(rest)?;
    if place || holder || label || is_title && !is_body(input, body) { no_match() } else { Ok((rest, body)) }
}

/// How far the hyphen of `New York-based` may be.
const FARTHEST_HYPHEN: usize = 16;

/// `New York-based`
fn based(input: Tokens<'_>) -> PResult<'_, ()> {
    let hyphen = |token: &Token| token.kind == Kind::Hyphen && token.glued();
    if !input.slice().iter().take(FARTHEST_HYPHEN).any(hyphen) {
        return no_match();
    }
    let place = repeated(1, 3, token(|token: &Token| token.capitalized()));
    // `Springfield, Ill.-based`
    let state = opt(preceded(kind(Kind::Comma), repeated(1, 2, token(|token: &Token| token.capitalized()))));
    value((), (opt(determiner), place, state, glued(kind(Kind::Hyphen)), words(&["based", "listed", "owned", "headquartered"])))
        .parse(input)
}

/// The next cell of a table's row.
fn body_in_next_cell(input: Tokens<'_>) -> PResult<'_, Run> {
    if input.first().is_some_and(|token| token.gap == Gap::Cell) { organization(input) } else { no_match() }
}

/// `(AirNordic)`: a name that is spelt as only a body's is.
fn body_in_parentheses(input: Tokens<'_>) -> PResult<'_, Run> {
    let (from, _) = kind(Kind::Open)(input)?;
    let spelt = from.first().is_some_and(|first| first.case == crate::token::Case::Mixed);
    let body = verify(organization, |&body| spelt || has_head(from.at(body.start).take(body.len())));
    terminated(body, kind(Kind::Close)).parse(from)
}
