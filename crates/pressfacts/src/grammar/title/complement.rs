//! What makes a title specific and is part of it.

use nom::branch::alt;
use nom::combinator::{not, opt, peek, value, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

use super::{Office, and, article, single};
use crate::grammar::name::name;
use crate::grammar::organization::{has_head, is_acronym, proper_name, territory};
use crate::grammar::portfolio::{portfolio, strict_portfolio, unknown_fields};
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, no_match, repeated, token, word, words};
use crate::token::{Gap, Kind, Token};

/// What makes a title specific and is part of it: `of Marketing`, `for education affairs`, `to the President`.
pub(super) fn complement(office: Office, input: Tokens<'_>) -> PResult<'_, ()> {
    let Some(first) = input.first() else { return no_match() };
    let to = first.reads("to", input.document.text);
    let led = to || words(&["of", "for", "on", "in"])(input).is_ok();
    let mark = matches!(first.kind, Kind::Comma | Kind::Dash | Kind::Colon | Kind::Slash);
    match office {
        Office::Minister | Office::Body if !led => no_match(),
        _ if mark => department(input),
        _ if !led => adjacent_field(input),
        Office::Body | Office::Professor | Office::Teacher if to => no_match(),
        _ if to => addressee(input),
        Office::Minister => {
            // `Under Secretary of Commerce for Intellectual Property`.
            let further = opt(preceded(word("for"), alt((portfolio, unknown_fields))));
            let held = preceded(words(&["of", "for", "on", "in"]), alt((portfolio, to_office)));
            let anything = preceded(word("for"), unknown_fields);
            alt((on_task, value((), pair(held, further)), anything, in_charge)).parse(input)
        }
        Office::Body => alt((value((), preceded(word("of"), board)), in_charge)).parse(input),
        Office::Professor | Office::Teacher => alt((chair_held, held_in)).parse(input),
        Office::Plain | Office::Public | Office::Rank | Office::Bare => alt((on_task, held_in, in_charge)).parse(input),
    }
}

/// `of Marketing`, `for curatorial affairs`, `of the President`.
fn held_in(input: Tokens<'_>) -> PResult<'_, ()> {
    let office = preceded(word("of"), to_office);
    let field = preceded(words(&["of", "for", "on", "in"]), alt((board, strict_portfolio)));
    // `for North Korea policy`
    let place = lex(Classes::COUNTRY | Classes::PLACE);
    let policy =
        pair(place, preceded(peek(token(|token: &Token| !token.capitalized() && token.gap == Gap::Space)), strict_portfolio));
    let placed = value((), preceded(words(&["of", "for", "on"]), policy));
    alt((field, placed, office, small_work)).parse(input)
}

/// `on the situation of human rights in Elbonia`, of what is special: all of it up to a mark.
fn on_task(input: Tokens<'_>) -> PResult<'_, ()> {
    let (from, _) = pair(word("on"), article).parse(input)?;
    if !input.before().iter().rev().take(3).any(|token| token.reads("special", input.document.text)) {
        return no_match();
    }
    let (rest, _) =
        repeated(2, LONGEST_TASK, token(|token: &Token| matches!(token.kind, Kind::Word | Kind::Hyphen))).parse(from)?;
    let marks = [Kind::Comma, Kind::Period, Kind::Close, Kind::Semicolon];
    let verb = |token: &Token| token.is(Classes::COPULA);
    let closed = rest.first().is_none_or(|next| marks.contains(&next.kind));
    if closed && !input.until(rest).tokens().any(|at| input.at(at).first().is_some_and(verb)) {
        Ok((rest, ()))
    } else {
        no_match()
    }
}

/// Most words of what a special envoy is sent for.
const LONGEST_TASK: usize = 16;

/// `in charge of Operations`: what is behind it belongs to the title whatever it is.
fn in_charge(input: Tokens<'_>) -> PResult<'_, ()> {
    let small = token(|token: &Token| token.kind == Kind::Word && !token.capitalized() && !token.is(NO_WORK));
    let work = alt((portfolio, value((), repeated(1, 4, preceded(opt(and), small)))));
    value((), (word("in"), word("charge"), word("of"), opt(article), work)).parse(input)
}

/// `, Corporate Communications`, `: Stakeholder Relations`: a field behind a mark, with nothing more to it.
fn department(input: Tokens<'_>) -> PResult<'_, ()> {
    let ends = |rest: Tokens<'_>| {
        rest.first().is_none_or(|token| {
            let marks = [Kind::Comma, Kind::Close, Kind::Dash, Kind::Semicolon, Kind::Period];
            let below = token.gap == Gap::Line && (token.kind == Kind::Web || token.kind == Kind::Number);
            marks.contains(&token.kind) || token.gap == Gap::Cell || below
        }) || words(&["at", "of", "with", "for"])(rest).is_ok()
            || preceded(and, single).parse(rest).is_ok()
    };
    let capital = peek(token(|token: &Token| token.capitalized()));
    // `Senior Manager: Stakeholder Relations`
    let mark = alt((kind(Kind::Comma), kind(Kind::Dash), kind(Kind::Colon), kind(Kind::Slash)));
    // `vice president, business development at Acme`
    let small = input.previous().is_some_and(|head| !head.capitalized());
    let lower = peek(token(|token: &Token| small && !token.capitalized() && token.is(Classes::FIELD)));
    let behind = peek(words(&["at", "of", "for", "with"]));
    let in_small = terminated(preceded((kind(Kind::Comma), lower), strict_portfolio), behind);
    let (rest, ()) = alt((preceded((mark, capital), strict_portfolio), in_small)).parse(input)?;
    // `, Port of Oslo`, `, Drug Enforcement Administration`: a body.
    let head = rest.previous().is_some_and(|token| token.is(Classes::ORGANIZATION_HEAD));
    let last = words(&["administration", "government"])(input.at(rest.position() - 1)).is_ok();
    if last || head && word("of")(rest).is_ok() {
        return no_match();
    }
    if ends(rest) { Ok((rest, ())) } else { no_match() }
}

/// `of Molecular Virology at`, `of French`, `of Biological Sciences`: what a teacher teaches, up to where.
fn chair_held(input: Tokens<'_>) -> PResult<'_, ()> {
    let (from, _) = words(&["of", "in"])(input)?;
    let named = |token: &Token| token.kind == Kind::Word && token.capitalized() && !token.is(Classes::ORGANIZATION_HEAD);
    let joint = opt(alt((word("and"), kind(Kind::Ampersand), glued(kind(Kind::Hyphen)))));
    let ends = peek(alt((
        value((), words(&["at", "with"])),
        value((), pair(kind(Kind::Comma), token(|token: &Token| token.is(Classes::ORGANIZATION_HEAD)))),
    )));
    let up_to_body = value((), (token(named), repeated(0, 5, preceded(joint, token(named))), ends));
    let tongue = terminated(lex(Classes::DEMONYM), not(token(|token: &Token| token.capitalized() && named(token))));
    alt((up_to_body, value((), tongue), portfolio)).parse(from)
}

/// Words in small letters that are no kind of work: `director of both`, `chairman for two years`.
const NO_WORK: Classes = Classes::of(&[
    Classes::CONNECTOR,
    Classes::DETERMINER,
    Classes::TITLE_HEAD,
    Classes::ORGANIZATION_HEAD,
    Classes::CALENDAR_UNIT,
    Classes::CARDINAL,
    Classes::ORDINAL,
    Classes::QUANTIFIER,
    Classes::VAGUE_NUMBER,
    Classes::MANY,
    Classes::COPULA,
    Classes::ADVERB,
    Classes::STAND_IN,
    Classes::PARTY_NOUN,
    Classes::VAGUE_TIME,
    Classes::SHIFT,
    Classes::STATE_BODY,
]);

/// `of screenwriting at`, `for collections and exhibitions,`: work in small letters, up to where the title is held or the
/// end of the phrase.
pub(super) fn small_work(input: Tokens<'_>) -> PResult<'_, ()> {
    let (from, preposition) = words(&["of", "in", "for"])(input)?;
    let small = token(|token: &Token| {
        token.kind == Kind::Word && !token.capitalized() && !token.is(NO_WORK) || token.kind == Kind::Hyphen
    });
    let more = preceded(opt(word("and")), &small);
    let (rest, _) = (&small, repeated(0, 4, more)).parse(from)?;
    // `for discovery of neurology`
    let further = preceded(words(&["of", "in", "for"]), pair(&small, repeated(0, 3, preceded(opt(word("and")), &small))));
    let (rest, _) = opt(further).parse(rest)?;
    let held = words(&["at", "with"])(rest).is_ok();
    let lower = input.previous().is_some_and(|title| !title.capitalized());
    let marks = [Kind::Comma, Kind::Period, Kind::Semicolon, Kind::Close, Kind::Dash];
    // `head of inflation Jane Miller`
    let named = |next: &Token| next.capitalized() && next.gap == Gap::Space && next.is(Classes::GIVEN_NAME);
    let ends = rest.first().is_none_or(|next| marks.contains(&next.kind) || named(next));
    let of = preposition.span.of(input.document.text) != "in";
    if held || lower && ends && of { Ok((rest, ())) } else { no_match() }
}

/// `VP Investor Relations & Communications`: a field right behind the head, and nothing more of its kind.
fn adjacent_field(input: Tokens<'_>) -> PResult<'_, ()> {
    // `executive director quality improvement,`
    let head = input.previous().is_some_and(|head| !head.capitalized());
    let small = input.first().is_some_and(|token| !token.capitalized() && token.gap == Gap::Space && token.is(Classes::FIELD));
    if head && small {
        return terminated(strict_portfolio, peek(kind(Kind::Comma))).parse(input);
    }
    let near = input.first().is_some_and(|token| token.capitalized() && token.gap == Gap::Space);
    let (rest, ()) = if near { strict_portfolio(input)? } else { return no_match() };
    // `Vice President Sales Europe,`
    let close = rest.first().is_some_and(|token| token.gap == Gap::Space);
    let (rest, _) = if close { opt(terminated(territory, not(token(Token::capitalized)))).parse(rest)? } else { (rest, None) };
    let goes_on = rest.first().is_some_and(|token| token.capitalized() && token.gap != Gap::Cell);
    if goes_on { no_match() } else { Ok((rest, ())) }
}

/// `of the Supervisory Board`, `of the Board of Directors`.
fn board(input: Tokens<'_>) -> PResult<'_, ()> {
    let kind_of_board = verify(lex(Classes::TITLE_MODIFIER), |modifier| modifier.value == "board");
    let owner = not(kind(Kind::Possessive));
    value((), (opt(word("the")), opt(kind_of_board), word("board"), opt(directors), owner)).parse(input)
}

/// `of Directors`, `of Executive Directors`, behind `Board`.
pub(super) fn directors(input: Tokens<'_>) -> PResult<'_, ()> {
    let executive = opt(words(&["executive", "managing"]));
    value((), (word("of"), executive, words(&["directors", "trustees", "governors", "management"]))).parse(input)
}

/// `to the prime minister`, `to China`.
pub(crate) fn addressee(input: Tokens<'_>) -> PResult<'_, ()> {
    let alone_in_row =
        not(token(|token: &Token| token.capitalized() && token.gap == Gap::Space && token.is(Classes::TITLE_HEAD)));
    let place = value((), terminated(lex(Classes::COUNTRY), alone_in_row));
    // `to the Prime Minister on Trade and Industry`
    let office = value((), pair(single_with_portfolio, opt(preceded(words(&["for", "on"]), portfolio))));
    // `Adviser to Prime Minister Bilal Khan Shah`: may be the adviser's name.
    let holder = (single, token(Token::capitalized), token(Token::capitalized));
    let known = |at| preceded(opt(lex(Classes::TITLE_HEAD)), name).parse(at).is_ok_and(|(_, name)| name.is_sure());
    let next = |at| if known(at) { no_match() } else { token(Token::capitalized)(at) };
    let named = value((), preceded(not(holder), pair(token(Token::capitalized), repeated(0, 3, next))));
    // A body with a head is where the office is held: `Secretary to the Ministry of Works`.
    let body = verify(proper_name, |&body| has_head(input.at(body.start).take(body.len())));
    // `to Minister Miller`: the name goes with it.
    let (from, the) = preceded(word("to"), opt(word("the"))).parse(input)?;
    let alone = not(token(|token: &Token| the.is_none() && token.capitalized() && token.gap == Gap::Space));
    preceded(not(body), alt((place, terminated(office, alone), named))).parse(from)
}

/// `Minister of Public Safety and Emergency Preparedness`, `President`.
fn single_with_portfolio(input: Tokens<'_>) -> PResult<'_, ()> {
    let (rest, office) = single(input)?;
    let held = opt(preceded(words(&["of", "for"]), portfolio));
    if office.office == Office::Minister { value((), held).parse(rest) } else { Ok((rest, ())) }
}

/// `of the President`: an office as the portfolio of another.
fn to_office(input: Tokens<'_>) -> PResult<'_, ()> {
    // `the Prime Minister's Office` is a body.
    let goes_on = token(|token: &Token| token.capitalized() || token.kind == Kind::Possessive);
    // `of the UN Secretary-General for Elbonia`
    let owner = token(|token: &Token| token.capitalized() && (is_acronym(token) || token.is(Classes::COUNTRY)));
    let sent = opt(preceded(words(&["for", "on", "to"]), lex(Classes::COUNTRY)));
    let of_body = value((), (owner, terminated(single, not(&goes_on)), sent));
    preceded(word("the"), alt((value((), terminated(single, not(&goes_on))), of_body))).parse(input)
}
