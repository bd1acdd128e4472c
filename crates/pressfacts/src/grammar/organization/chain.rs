//! What goes on with the name of a body: legal forms, what it is for, its acronym, the other half of it.

use nom::branch::alt;
use nom::combinator::{not, opt, peek, recognize, value};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{Input, Parser};

use super::{
    adjacent, article, field_phrase, has_head, heads, hyphen_or_ampersand, is_acronym, is_name_part, territory, words_of_name,
};
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, kind, lex, lex_before, no_match, repeated, token, word, words};
use crate::token::{Gap, Kind, Token};

/// What goes on with the name from `start` to `rest`.
pub(super) fn joined<'t>(start: Tokens<'t>, rest: Tokens<'t>) -> PResult<'t, ()> {
    let left = start.take(rest.position() - start.position());
    let Some(first) = rest.first() else { return no_match() };
    if matches!(first.gap, Gap::Wide | Gap::Cell) {
        return no_match();
    }
    match first.kind {
        Kind::Comma => alt((legal_form, |input| list(left, input))).parse(rest),
        Kind::Open => alt((|input| acronym(left, input), branch)).parse(rest),
        Kind::Word if first.is(Classes::CONNECTOR | Classes::NAME_PARTICLE) && !first.capitalized() => {
            alt((|input| preposition(left, input), |input| and(left, input))).parse(rest)
        }
        Kind::Word | Kind::Dotted | Kind::Ampersand => {
            alt((value((), pair(opt(hyphen_or_ampersand), adjacent)), lower_head)).parse(rest)
        }
        Kind::Number => unit_number(left, rest),
        _ => no_match(),
    }
}

/// `70` behind `Task Force`, with nothing that it counts.
fn unit_number<'t>(left: Tokens<'t>, input: Tokens<'t>) -> PResult<'t, ()> {
    let head = left.input_len() > 1 && left.slice().last().is_some_and(|last| last.is(Classes::ORGANIZATION_HEAD));
    let ends = alt((value((), token(|token: &Token| matches!(token.kind, Kind::Comma | Kind::Period | Kind::Close))), eof));
    if head { value((), terminated(kind(Kind::Number), peek(ends))).parse(input) } else { no_match() }
}

fn eof(input: Tokens<'_>) -> PResult<'_, ()> {
    if input.first().is_none() { Ok((input, ())) } else { no_match() }
}

/// `, Ltd.`, `, Inc.`
fn legal_form(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), preceded(kind(Kind::Comma), lex(Classes::LEGAL_SUFFIX))).parse(input)
}

/// `(WIPO)` behind the name, or the name behind its acronym: `ENC (Elbonian Nurses Conference)`.
fn acronym<'t>(left: Tokens<'t>, input: Tokens<'t>) -> PResult<'t, ()> {
    let other = Classes::of(&[
        Classes::COUNTRY,
        Classes::PLACE,
        Classes::DEMONYM,
        Classes::TITLE_HEAD,
        Classes::FIELD,
        Classes::GIVEN_NAME,
        Classes::SURNAME,
        Classes::COMMON_WORD,
        Classes::STARTER,
        Classes::HONORIFIC,
        Classes::POST_NOMINAL,
    ]);
    // `Elbonia Oil and Gas Group (Petroelbonia)`
    let called = left.input_len() > 2 && has_head(left);
    let spelt = |token: &Token| called && token.capitalized() && token.span.len() > 3 && !token.is(other);
    let short = value((), token(|token| token.kind == Kind::Word && (is_acronym(token) || spelt(token))));
    let long =
        |input| if left.input_len() == 1 && left.first().is_some_and(is_acronym) { words_of_name(input) } else { no_match() };
    delimited(kind(Kind::Open), alt((terminated(short, peek(kind(Kind::Close))), long)), value((), kind(Kind::Close)))
        .parse(input)
}

/// `(Thailand) Co., Ltd.`, `(Management) Limited`: words in parentheses before the legal form.
fn branch(input: Tokens<'_>) -> PResult<'_, ()> {
    let capital = token(|token: &Token| token.capitalized() && token.kind == Kind::Word);
    let (from, _) = delimited(kind(Kind::Open), repeated(1, 3, capital), kind(Kind::Close)).parse(input)?;
    let near = from.first().is_some_and(|next| next.gap == Gap::Space);
    let (rest, taken) = if near { recognize(words_of_name).parse(from)? } else { return no_match() };
    if taken.slice().iter().any(|token| token.is(Classes::LEGAL_SUFFIX)) { Ok((rest, ())) } else { no_match() }
}

/// `region` behind `Lombardy`: a head in lower case.
fn lower_head(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), token(|token| !token.capitalized() && token.is(Classes::ORGANIZATION_HEAD))).parse(input)
}

/// `of Commerce`, `for Market Regulation`, `in China`.
fn preposition<'t>(left: Tokens<'t>, input: Tokens<'t>) -> PResult<'t, ()> {
    let last_is_head = || left.slice().last().is_some_and(|token| token.is(Classes::ORGANIZATION_HEAD | Classes::PLACE));
    let headed = left.slice().iter().any(|token| token.opens.any(Classes::ORGANIZATION_HEAD));
    let has = |value: &str| headed && heads(left).any(|head| head.starts_with(value));
    let object = |input| preceded(opt(article), words_of_name).parse(input);
    let (rest, preposition) = token(|token: &Token| token.is(Classes::CONNECTOR | Classes::NAME_PARTICLE))(input)?;
    // Whatever it is, a name follows: without one, nothing of what stands before needs to be known.
    if !rest.first().is_some_and(|next| is_name_part(next) || next.reads("the", input.document.text)) {
        return no_match();
    }
    let fits = match preposition.span.of(input.document.text) {
        "of" => has_head(left) || last_is_head() || ends_in_of_head(left),
        "for" if left.input_len() > 1 && territory(rest).is_ok_and(|(after, ())| after.position() > rest.position() + 3) => false,
        "for" | "on" | "in" if headed && abbreviated(rest) && has_head(left) => true,
        "for" => last_is_head() || has_head(left) && left.slice().last().is_some_and(|token| token.is(Classes::TITLE_HEAD)),
        "on" | "against" => last_is_head(),
        "with" => last_is_head() && rest.first().is_some_and(|token| token.is(Classes::FIELD)),
        "in" => {
            has("abroad") || rest.first().is_some_and(|token| token.is(Classes::FIELD)) || {
                has("unit") && lex(Classes::COUNTRY)(rest).is_ok()
            }
        }
        "to" => has("abroad"),
        // `University of Alabama at Birmingham`
        "at" => {
            left.first().is_some_and(|first| first.is(Classes::ORGANIZATION_HEAD)) && left.input_len() > 1 && {
                lex(Classes::PLACE)(rest).is_ok_and(|(after, _)| !after.first().is_some_and(Token::capitalized))
            }
        }
        // `Universidad del Valle`
        _ if preposition.is(Classes::NAME_PARTICLE) => true,
        _ => false,
    };
    if fits { object(rest) } else { no_match() }
}

/// Whether the capitalised words here end in their acronym: `the Environment (CAPE)`.
fn abbreviated(input: Tokens<'_>) -> bool {
    // Few names have brackets behind them.
    let inside = |token: &&Token| token.kind != Kind::Word || is_name_part(token) || token.glued();
    let from = article(input).map_or(input, |(rest, _)| rest);
    if !from.slice().iter().take_while(inside).any(|token| token.kind == Kind::Open) {
        return false;
    }
    let short = token(|token: &Token| token.kind == Kind::Word && is_acronym(token));
    (words_of_name, kind(Kind::Open), short, kind(Kind::Close)).parse(from).is_ok()
}

/// Whether the last word is a head only because `of` follows: `Port of`.
fn ends_in_of_head(left: Tokens<'_>) -> bool {
    left.slice().last().is_some_and(|token| token.is(Classes::ORGANIZATION_HEAD) && token.capitalized())
}

/// `and Inspection`, `and Trademark Office`: the other half of one name rather than a second body.
fn and<'t>(left: Tokens<'t>, input: Tokens<'t>) -> PResult<'t, ()> {
    let environment = terminated(article, peek(token(|token: &Token| token.capitalized() && token.is(Classes::FIELD))));
    // `Eli Lilly and Company`
    let mut firm = preceded(word("and"), token(|token: &Token| token.capitalized() && token.is(Classes::LEGAL_SUFFIX)));
    if let Ok((rest, _)) = firm.parse(input) {
        return Ok((rest, ()));
    }
    let (half, article) = preceded(word("and"), opt(environment)).parse(input)?;
    let (rest, ()) = preceded(not(lex(Classes::HONORIFIC)), words_of_name).parse(half)?;
    let half = half.take(rest.position() - half.position());
    let field = |token: Option<&Token>| token.is_some_and(|token| token.is(Classes::FIELD));
    // `Drug Administration`: all are fields of work, but the last makes a body of them.
    let closed = || half.input_len() > 1 && half.slice().last().is_some_and(|token| token.is(Classes::ORGANIZATION_HEAD));
    let body = heads(half).any(|_| true) && (closed() || !half.slice().iter().all(|token| token.is(Classes::FIELD)));
    // An owner of its own makes it a body of its own.
    let owned = half.slice().iter().any(|token| token.kind == Kind::Possessive);
    // `Port Authority of New York and New Jersey`: of two places at once.
    let place = |input| lex(Classes::PLACE)(input).is_ok_and(|(after, _)| after.first().is_none());
    let tail = |back: usize| left.input_len().checked_sub(back).is_some_and(|at| place(left.take_from(at)));
    // `the Elbonian government and Tide Council`: a head in lower case ends the first.
    let small = left.slice().last().is_some_and(|last| last.case == crate::token::Case::Lower);
    // `Economic Co-operation and Development`
    let ends_in_field = || lex_before(left.take_from(left.input_len()), Classes::FIELD).is_some();
    // `Sustainable Energy and Environment Coalition`: fields that also end the names of companies.
    let fields = field(left.slice().last()) && field(half.first()) && !in_complement(left);
    // `the Asian and African Collections`
    let people = |window: Tokens<'_>| window.first().is_some_and(|first| first.is(Classes::DEMONYM));
    let peoples = left.input_len() == 1 && people(left) && people(half) && half.input_len() > 1;
    let one_field = || article.is_none() && fields && closed() && left.input_len() > 1 && !starts_with_head(half, rest);
    let places = || in_complement(left) && place(half) && (1..=3).any(tail);
    // `Food and Drug Administration`
    let administered = || closed() && word("administration")(half.take_from(half.input_len() - 1)).is_ok();
    let fits = if owned || small {
        false
    } else if peoples
        || left.input_len() == 1 && field(left.first()) && field(half.first()) && administered()
        || one_field()
        || places()
    {
        true
    } else if article.is_some() {
        in_complement(left) && !body
    } else if in_complement(left) {
        // Only what the body is for can follow: `Ministry of Finance and Planning`, but `… and Bank of Thailand`.
        (field(half.first()) || ends_in_field() && !body)
            && !starts_with_head(half, rest)
            && !half.slice().iter().any(|token| token.is(Classes::LEGAL_SUFFIX))
    } else if !has_head(left) && half.slice().iter().all(|token| token.is(Classes::FIELD)) {
        // `Delta Water and Power`: what it is for, in two words.
        left.input_len() > 1 && field(left.slice().last()) && !field(left.first())
    } else if !has_head(left) && left.input_len() == 1 && left.previous().is_some_and(|before| is_article(left, before)) {
        // `the Victoria and Albert Museum`: two names behind one article are one.
        closed() && lex(Classes::COUNTRY)(left).is_err()
    } else {
        // `Acme Innovation and Beta Biotech Inc.`: a legal form makes the second a body of its own, unless it starts with a field.
        let legal = half.slice().iter().any(|token| token.is(Classes::LEGAL_SUFFIX));
        !has_head(left) && body && (field(half.first()) || !legal && field(left.slice().last())) && !starts_with_head(half, rest)
    };
    if fits { Ok((rest, ())) } else { no_match() }
}

fn is_article(window: Tokens<'_>, token: &Token) -> bool {
    token.span.of(window.document.text).eq_ignore_ascii_case("the")
}

/// `, Water, Forests and Rural Development` behind `Ministry of Transport`.
fn list<'t>(left: Tokens<'t>, input: Tokens<'t>) -> PResult<'t, ()> {
    if !in_complement(left) {
        return no_match();
    }
    let items = repeated(1, 6, preceded(kind(Kind::Comma), field_phrase));
    let last = (opt(kind(Kind::Comma)), alt((value((), word("and")), value((), kind(Kind::Ampersand)))), field_phrase);
    value((), (items, last)).parse(input)
}

/// Whether the name's head stands in front of what it is for: `Ministry of Finance`.
pub(super) fn in_complement(left: Tokens<'_>) -> bool {
    (0..left.input_len()).any(|at| {
        let here = left.take_from(at);
        let prepositions = words(&["of", "for", "on"]);
        here.first().is_some_and(|token| token.is(Classes::ORGANIZATION_HEAD))
            && lex(Classes::ORGANIZATION_HEAD)(here).is_ok_and(|(after, _)| prepositions(after).is_ok())
    })
}

/// Whether a name of its own starts here: `Bank of …`.
fn starts_with_head<'t>(half: Tokens<'t>, rest: Tokens<'t>) -> bool {
    let head = |token: &Token| token.is(Classes::ORGANIZATION_HEAD) && !token.is(Classes::FIELD);
    let alone = half.input_len() == 1 && half.first().is_some_and(head);
    alone && words(&["of", "for"])(rest).is_ok()
}
