//! The body in front of a title, read backwards.

use nom::combinator::{map, opt};
use nom::sequence::pair;
use nom::{Input, Parser};

use super::organization::{has_head, is_starter, possessive, proper_name};
use super::title::single;
use crate::lexicon::Classes;
use crate::parse::{Run, Tokens, lex, lex_before, phrase, playing, words};
use crate::token::{Case, Gap, Kind, Token};

/// Most tokens of a listing in parentheses.
const LONGEST_LISTING: usize = 16;

/// The body in front of a title, read backwards: `Boao Forum for Asia` before `Secretary-General`.
pub(crate) fn body_before(input: Tokens<'_>) -> Option<Run> {
    if !matches!(input.first()?.gap, Gap::Space | Gap::Line) {
        return None;
    }
    // `His Highness Emir Omar`
    if lex_before(input, Classes::HONORIFIC).is_some() {
        return None;
    }
    let input = before_listing(behind_possessive(input));
    let before = input.before();
    if !before.last().is_some_and(ends_body) {
        return None;
    }
    let mut reach = 0;
    for token in before.iter().rev().take(14) {
        if !reaches(token, input.document.text) {
            break;
        }
        reach += 1;
        if matches!(token.gap, Gap::Wide | Gap::Cell) {
            break;
        }
    }
    let end = input.position();
    (end - reach..end).find_map(|start| {
        let from = input.at(start);
        let opener = from.first()?;
        // `New Acme president`
        let fresh = words(&["new"])(from).is_ok();
        if !opener.capitalized() && !fresh {
            return None;
        }
        // `wrote on X. Prime Minister`: a letter and the end of its sentence.
        let letter = opener.kind == Kind::Dotted && opener.span.len() == 2;
        let no_name = Classes::COMMON_WORD | Classes::COPULA | Classes::APPOINTMENT_VERB | Classes::LEGAL_SUFFIX;
        let graded = || lex(Classes::TITLE_MODIFIER)(from).is_ok_and(|(_, modifier)| modifier.value != "name");
        let alone = start + 1 == end && (letter || opener.is(no_name) || graded());
        // `Grand Rapids`
        let city = || phrase(Classes::PLACE)(from).is_ok();
        let grade = opener.is(Classes::TITLE_MODIFIER) && start + 1 < end;
        let qualified = grade && !opens_body(from.take(end - start)) && !city();
        let fresh = fresh && lex(Classes::COUNTRY | Classes::PLACE)(from).is_err();
        let from = if fresh && start + 1 < end { from.take_from(1) } else { from };
        let start = from.position();
        let window = from.take(end - start);
        if let Some(office) = office_as_owner(window) {
            return Some(office);
        }
        // `Sri Lanka`
        let state = || phrase(Classes::COUNTRY)(from).is_ok();
        let honored = opener.is(Classes::HONORIFIC) && !state();
        let parted = || has_person(window) || tells_who(window);
        if !opener.capitalized() || is_starter(from) || honored || alone || qualified || is_inside(from) || parted() {
            return None;
        }
        let (rest, body) = map(pair(proper_name, opt(possessive)), |(body, _)| body).parse(window).ok()?;
        rest.first().is_none().then(|| with_fields(input, body))
    })
}

/// `Prime Minister's` before `Secretary`.
fn office_as_owner(window: Tokens<'_>) -> Option<Run> {
    let opens = window.first()?.opens.any(Classes::TITLE_MODIFIER);
    let capital = window.first()?.capitalized() && window.input_len() < 8;
    let (rest, office) = if opens && capital { single(window).ok()? } else { return None };
    let (rest, ()) = possessive(rest).ok()?;
    rest.first().is_none().then_some(office.run)
}

/// Whether somebody is named in the window, with an honorific: the body is behind that name.
fn has_person(window: Tokens<'_>) -> bool {
    (1..window.input_len()).any(|at| {
        let from = window.take_from(at);
        let state = || lex(Classes::COUNTRY)(from).is_ok();
        let named = |rest: Tokens<'_>| rest.first().is_some_and(|next| next.capitalized() && next.gap == Gap::Space);
        lex(Classes::HONORIFIC)(from).is_ok_and(|(rest, _)| named(rest)) && !state()
    })
}

/// Whether a heading's verb or `Former` parts the window: `Acme Taps Former Beta` is no body.
fn tells_who(window: Tokens<'_>) -> bool {
    let within = || window.slice().iter().enumerate().skip(1).filter(|(_, token)| token.capitalized());
    let verb = within().any(|(_, token)| token.is(Classes::APPOINTMENT_VERB) && !token.is(Classes::ORGANIZATION_HEAD));
    let status = |at: usize| lex(Classes::TITLE_MODIFIER)(window.take_from(at)).is_ok_and(|(_, status)| status.value == "former");
    verb || within().any(|(at, token)| token.is(Classes::TITLE_MODIFIER) && status(at))
}

/// Whether a word that also stands before titles opens the name of a body here: `National Health Commission`, `Air Elbonia
/// Group`. What gives a status or a rank does not: `Former Health Commission`.
fn opens_body(window: Tokens<'_>) -> bool {
    // `Co-Diagnosis, Inc.`
    if window.slice().iter().skip(1).any(|token| token.is(Classes::LEGAL_SUFFIX)) && hyphened(window) {
        return true;
    }
    let opens = lex(Classes::TITLE_MODIFIER)(window).is_ok_and(|(_, modifier)| modifier.value == "name");
    opens && has_head(window.take_from(1))
}

/// Whether the second token is a hyphen that touches the first.
fn hyphened(window: Tokens<'_>) -> bool {
    window.slice().get(1).is_some_and(|token| token.kind == Kind::Hyphen && token.glued())
}

/// Where `new` starts that stands between the owner and the title: `Acme's new CEO`.
fn behind_possessive(input: Tokens<'_>) -> Tokens<'_> {
    let before = input.before();
    let Some(at) = before.len().checked_sub(2) else { return input };
    let from = input.at(input.position() - 1);
    let fresh = playing(Classes::TENURE, "owned")(from).is_ok();
    if fresh && before[at].kind == Kind::Possessive { from } else { input }
}

/// Where a listing in parentheses starts that stands right before: `Acme (NYSE: ACM) CEO`.
fn before_listing(input: Tokens<'_>) -> Tokens<'_> {
    let before = input.before();
    if before.last().is_none_or(|token| token.kind != Kind::Close) {
        return input;
    }
    let near = || before.iter().rev().take(LONGEST_LISTING);
    let open = near().position(|token| token.kind == Kind::Open);
    let coded = open.is_some_and(|open| near().take(open).any(|token| token.kind == Kind::Colon));
    open.filter(|_| coded).map_or(input, |open| input.at(input.position() - open - 1))
}

/// The body with the list of fields that its name starts with: `Housing, Transport, Energy Subcommittee`.
fn with_fields(input: Tokens<'_>, body: Run) -> Run {
    let field = |at: usize| input.at(at).first().is_some_and(|token| token.capitalized() && token.is(Classes::FIELD));
    let comma = |at: usize| input.at(at).first().is_some_and(|token| token.kind == Kind::Comma);
    let floor = input.position() - input.before().len();
    let mut start = body.start;
    while field(start) && start >= floor + 2 && comma(start - 1) && field(start - 2) {
        start -= 2;
    }
    Run { start, ..body }
}

/// Whether the name may have started before: what is right before it belongs to a longer one.
fn is_inside(from: Tokens<'_>) -> bool {
    let glued = from.first().is_some_and(Token::glued);
    glued && from.previous().is_some_and(|token| matches!(token.kind, Kind::Hyphen | Kind::Slash | Kind::Word))
}

/// Whether the token may be the last of a body's name: not `the` or a comma, which stand before most titles.
fn ends_body(last: &Token) -> bool {
    match last.kind {
        Kind::Word => last.capitalized() || last.case == Case::Mixed || last.is(Classes::LEGAL_SUFFIX),
        Kind::Comma | Kind::Open | Kind::Hyphen | Kind::Slash | Kind::Ampersand => false,
        _ => true,
    }
}

/// Whether the token may be part of a body's name before a title.
fn reaches(token: &Token, text: &str) -> bool {
    match token.kind {
        Kind::Word | Kind::Dotted | Kind::Web => {
            token.capitalized()
                || token.is(Classes::LEGAL_SUFFIX)
                || ["of", "for", "the", "and", "in", "on", "de"].contains(&token.span.of(text))
                || token.case == Case::Mixed
        }
        Kind::Ampersand
        | Kind::Hyphen
        | Kind::Possessive
        | Kind::Apostrophe
        | Kind::Slash
        | Kind::Number
        | Kind::Open
        | Kind::Close
        | Kind::Comma => true,
        _ => false,
    }
}
