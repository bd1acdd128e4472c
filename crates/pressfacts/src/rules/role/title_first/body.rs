//! The title, the body that it is held in, and the name.

use nom::combinator::{consumed, opt, peek, verify};
use nom::sequence::{pair, preceded};
use nom::{Input, Parser};

use super::{NAMES, adjacent_name, goes_on, start_of};
use crate::grammar::name::{Name, after_name, name};
use crate::grammar::organization::{has_head, is_acronym, proper_name};
use crate::grammar::owner::body_before;
use crate::grammar::post::{Post, body_behind_preposition};
use crate::grammar::title::{Office, Title, addressee};
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, kind, lex, lex_before, no_match, repeated, token, word, words};
use crate::rules::role::{TITLE, Tie};
use crate::token::{Gap, Kind, Token};

/// The score of a border at an honorific.
const HONORED: u8 = 4;

/// `President of Elbonia Anna Lind Maier`, `Director Harbour Bureau Ann Lee`: the body ends where a name begins.
pub(super) fn named_behind_body<'t>(start: Tokens<'t>, title: Title, input: Tokens<'t>) -> PResult<'t, Vec<Tie>> {
    let (from, preposition) = opt(pair(words(&["of", "at", "for", "in", "to"]), opt(word("the")))).parse(input)?;
    let the = preposition.is_some_and(|(_, the)| the.is_some());
    let near = from.first().is_some_and(|first| first.gap == Gap::Space);
    let capital = start.at(title.run.end - 1).first().is_some_and(Token::capitalized);
    if preposition.is_none() && !(near && capital) {
        return no_match();
    }
    let asks_head = preposition.is_none_or(|(word, _)| word.span.of(from.document.text) == "to");
    // `the provincial Harbour Committee`
    let local = token(|token: &Token| !token.capitalized() && token.is(Classes::TITLE_MODIFIER | Classes::FIELD));
    let (named, local) = opt(consumed(repeated(1, 2, local))).parse(from)?;
    let local = local.map(|(taken, _): (Tokens<'_>, _)| taken.run());
    let from = named;
    let (_, longest) = proper_name(from)?;
    let splits = (longest.start + 1)..=longest.end;
    let found = splits
        .clone()
        .filter_map(|at| split(from, longest, at))
        .max_by_key(|&(score, body, _)| (score, honored_first(score, body)));
    let Some((_, body, name)) = found else { return no_match() };
    // `Secretary in President Lee's government`: a title, not a body.
    let window = start_of(from, body);
    let is_title = crate::grammar::title::title(window).is_ok_and(|(rest, _)| rest.first().is_none());
    // `Governor Lombardy Ann Lee`
    let ruled = preposition.is_none() && name.words > 1 && !window.first().is_some_and(|first| first.is(NAMES)) && {
        matches!(title.office, Office::Body | Office::Public | Office::Minister)
            && lex(Classes::PLACE)(window).is_ok_and(|(rest, _)| rest.first().is_none())
    };
    let long = body.len() > 1 || the || name.is_sure() && preposition.is_some();
    let headed = has_head(window) && long && (preposition.is_some() || name.is_sure()) || ruled;
    if is_title || asks_head && !headed || local.is_some() && !has_head(window) {
        return no_match();
    }
    let body = local.map_or(body, |local| body.cover(local));
    let before = body_before(start);
    let (rest, ()) = after_name(from.at(name.run.end))?;
    // `Organization Internationale de la Francophonie (OIF)`: a body to its end.
    let degree = Classes::HONORIFIC | Classes::POST_NOMINAL;
    let short = token(move |token: &Token| token.kind == Kind::Word && is_acronym(token) && !token.is(degree));
    let spelt_out = (kind(Kind::Open), short, kind(Kind::Close)).parse(rest).is_ok();
    if goes_on(rest) || spelt_out && name.honorific.is_none() {
        return no_match();
    }
    let office = title.office;
    let post = |title, organization| Post { title, organization: Some(organization), office, plural: false };
    // `OHU professor and Academic Director at the Harbour Institute`: one title for each body.
    if let (Some(before), Some(first)) = (before, title.joined) {
        let last = Run { start: first.end + 1, end: title.run.end };
        return Ok((rest, vec![Tie::new(name, post(first, before)), Tie::new(name, post(last, body))]));
    }
    Ok((rest, vec![Tie::new(name, post(title.run, body))]))
}

/// `Chairman of Acme Steel and Director of Beta Power Ann Lee`: an office, and another, each with its body.
pub(super) fn named_behind_more(title: Title, input: Tokens<'_>) -> PResult<'_, Vec<Tie>> {
    let (from, body) = body_behind_preposition(input)?;
    let titled = peek(token(|token: &Token| token.capitalized() && token.is(TITLE)));
    let (start, _) = pair(word("and"), titled).parse(from)?;
    // `of Elbonia Sheikh Omar`: somebody has the first office.
    let held = |at: usize| name(from.at(at)).is_ok_and(|(rest, name)| name.is_sure() && rest.position() == body.end);
    let named = start_of(input, body).slice().iter().any(|token| token.is(Classes::LEGAL_SUFFIX));
    let closed = body.len() == 1 || named || has_head(start_of(input, body));
    if !closed || (body.start + 1..body.end).any(held) {
        return no_match();
    }
    let (rest, last) = crate::grammar::title::title(start)?;
    let (rest, ties) = named_behind_body(start, last, rest)?;
    let [tie] = ties[..] else { return no_match() };
    let post = Post { title: title.run, organization: Some(body), office: title.office, plural: false };
    if title.plural { no_match() } else { Ok((rest, vec![Tie::new(tie.name, post), tie])) }
}

/// `Ambassador of Japan to Kenya Ken Sato`
pub(super) fn named_behind_addressee<'t>(start: Tokens<'t>, title: Title, input: Tokens<'t>) -> PResult<'t, Vec<Tie>> {
    let sent = title.office == Office::Minister;
    let (rest, body) = if sent { body_behind_preposition(input)? } else { return no_match() };
    let (rest, name) = preceded(addressee, verify(adjacent_name, Name::is_full)).parse(rest)?;
    let (rest, ()) = after_name(rest)?;
    if goes_on(rest) || body_before(start).is_some() {
        return no_match();
    }
    let post = Post { title: title.run, organization: Some(body), office: title.office, plural: false };
    Ok((rest, vec![Tie::new(name, post)]))
}

/// Of several honorifics the first parts body and name: `Slovenia | H.E. Mr. Novak`.
fn honored_first(score: u8, body: Run) -> std::cmp::Reverse<usize> {
    std::cmp::Reverse(if score == HONORED { body.end } else { 0 })
}

/// The body before `at` and the name from there on, with how well they part there.
fn split(from: Tokens<'_>, longest: Run, at: usize) -> Option<(u8, Run, Name)> {
    let body = Run { end: at, ..longest };
    let (_, name) = adjacent_name(from.at(at)).ok()?;
    // `São Paulo` is not cut.
    let inside = lex(Classes::PLACE | Classes::COUNTRY)(from.at(at - 1)).is_ok_and(|(rest, _)| rest.position() > at);
    // `John Swinney MSP`
    let behind = from.at(name.run.end).take(longest.end.saturating_sub(name.run.end));
    let whole = behind.slice().iter().all(|token| token.is(Classes::POST_NOMINAL));
    if !whole || !name.is_full() || inside {
        return None;
    }
    let closing = Classes::ORGANIZATION_HEAD | Classes::LEGAL_SUFFIX | Classes::COUNTRY | Classes::PLACE | Classes::FIELD;
    let closed = from.at(at).previous().is_some_and(|token| token.is(closing) || token.kind == Kind::Close || is_acronym(token))
        || lex_before(from.at(at), Classes::PLACE | Classes::COUNTRY).is_some();
    let given = from.at(name.run.start).first().is_some_and(|token| token.is(Classes::GIVEN_NAME));
    let score = match (closed, name.honorific.is_some(), name.known, given) {
        (_, true, ..) => HONORED,
        (true, _, true, _) => 3,
        (true, ..) => 2,
        (_, _, _, true) => 1,
        _ => return None,
    };
    Some((score, body, name))
}
