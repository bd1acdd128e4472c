//! What may stand between a name and what is said of it: degrees, an age, a constituency, a place in a picture.

use nom::branch::alt;
use nom::combinator::{not, opt, peek, value, verify};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{Input, Parser};

use super::is_numeral;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, repeated, token, words};
use crate::token::{Gap, Kind, Token};

/// Most degrees and the like behind a name.
const MOST_BEHIND: usize = 5;

/// What may stand between a name and what is said of it: `, Esq.`, `, PhD, CFA`, `(D-Md.)`, `, 45`.
pub(crate) fn after_name(input: Tokens<'_>) -> PResult<'_, ()> {
    if opens_addition(input) { additions(input) } else { Ok((input, ())) }
}

/// Whether more of a name may follow, as the first words tell: behind most names is none, or a comma before something else.
pub(in crate::grammar) fn opens_addition(input: Tokens<'_>) -> bool {
    let Some(first) = input.first() else { return false };
    let behind_comma = |next: &Token| {
        let letters = next.opens.any(Classes::POST_NOMINAL | Classes::UPPER) || next.span.len() == 1;
        letters || matches!(next.kind, Kind::Dotted | Kind::Number | Kind::Apostrophe)
    };
    match first.kind {
        Kind::Comma => {
            let next = input.take_from(1);
            next.first().is_some_and(behind_comma) || words(&["age", "aged"])(next).is_ok()
        }
        Kind::Open | Kind::Apostrophe => true,
        _ => first.opens.any(Classes::POST_NOMINAL),
    }
}

pub(in crate::grammar) fn additions(input: Tokens<'_>) -> PResult<'_, ()> {
    // `, MD & CEO of Acme`: an office, not a degree.
    let office = |token: &Token| token.is(Classes::TITLE_HEAD) && token.is(Classes::UPPER);
    let goes_on = preceded(token(office), alt((value((), words(&["and", "of", "at"])), value((), kind(Kind::Ampersand)))));
    // `, Sr. VP of Acme`
    let titled = token(|token: &Token| token.gap == Gap::Space && token.is(Classes::TITLE_HEAD | Classes::TITLE_MODIFIER));
    let senior = (words(&["sr", "sr."]), opt(last_stop_of), titled);
    let comma = opt(terminated(kind(Kind::Comma), not(alt((value((), goes_on), value((), senior))))));
    let degrees = value((), (comma, lex(Classes::POST_NOMINAL), opt(last_stop)));
    let age = verify(token(|token| token.kind == Kind::Number), |token: &&Token| token.span.len() == 2);
    // `, 45, of Tulsa, Okla.,`
    let aged = value((), (kind(Kind::Comma), opt(words(&["age", "aged"])), age, opt(hometown)));
    let constituency = value(
        (),
        delimited(
            kind(Kind::Open),
            (token(|token| token.span.len() == 1), alt((kind(Kind::Hyphen), kind(Kind::Dash))), token(Token::capitalized)),
            kind(Kind::Close),
        ),
    );
    // `, D-Calif.,`
    let party = (kind(Kind::Comma), token(|token| token.span.len() == 1), glued(kind(Kind::Hyphen)));
    let stop = opt(glued(kind(Kind::Period)));
    let seat = value((), (party, token(Token::capitalized), stop, peek(kind(Kind::Comma))));
    // `(47)`, `(press@acme.example)`
    let reached =
        alt((verify(token(|token| token.kind == Kind::Number), |token: &&Token| token.span.len() == 2), kind(Kind::Web)));
    // `, O.M.I.,`: the letters of an order.
    let known = Classes::COUNTRY | Classes::PLACE | Classes::TITLE_HEAD | Classes::ORGANIZATION_HEAD;
    let order = token(move |token: &Token| token.kind == Kind::Dotted && token.capitalized() && !token.is(known));
    let small = |token: &Token| token.kind == Kind::Word && !token.capitalized();
    let ends = token(move |token: &Token| token.kind == Kind::Comma || small(token));
    let ordained = value((), (kind(Kind::Comma), order, opt(glued(kind(Kind::Period))), peek(ends)));
    // `(left)`, `(second from right)`
    let side = words(&["left", "right", "centre", "center", "middle", "pictured"]);
    let placed = value((), (repeated(0, 3, preceded(not(&side), token(small))), &side));
    // `(Ms)`, `(she/her)`
    let addressed = alt((value((), lex(Classes::HONORIFIC)), pronouns));
    // `’15`, `’98, PhD ’05`: the year of a degree.
    let year = preceded(kind(Kind::Apostrophe), glued(token(|token| token.kind == Kind::Number && token.span.len() == 2)));
    let graduated = value((), (opt(kind(Kind::Comma)), opt(lex(Classes::POST_NOMINAL)), year));
    // `(WA)`: the state that is represented.
    let state = token(|token: &Token| {
        token.kind == Kind::Word && token.is(Classes::UPPER) && token.span.len() == 2 && !token.is(Classes::TITLE_HEAD)
    });
    // `(WA-07)`, `(D-IL-06)`
    let hyphened = |token: &Token| token.kind == Kind::Hyphen || token.glued() && token.kind == Kind::Number;
    let upper = |token: &Token| token.kind == Kind::Word && token.capitalized() && token.span.len() < 3;
    let district = value((), (token(upper), repeated(2, 4, token(move |token: &Token| hyphened(token) || upper(token)))));
    let bracketed = alt((
        value((), delimited(kind(Kind::Open), alt((reached, state)), kind(Kind::Close))),
        delimited(kind(Kind::Open), alt((addressed, placed)), kind(Kind::Close)),
        value((), delimited(kind(Kind::Open), district, kind(Kind::Close))),
        value((), delimited(kind(Kind::Open), alt((pictured, value((), lex(Classes::PLACE)))), kind(Kind::Close))),
    ));
    // `, M.D., FXYZ,`: letters behind a degree, up to a comma, are one as well.
    let letters = |token: &Token| {
        let short = token.kind == Kind::Dotted || token.kind == Kind::Word && token.is(Classes::UPPER);
        short && !token.is(Classes::TITLE_HEAD | Classes::ORGANIZATION_HEAD | Classes::COUNTRY)
    };
    let further = value((), (kind(Kind::Comma), repeated(1, 3, token(letters)), opt(last_stop), peek(kind(Kind::Comma))));
    let learned = value((), pair(degrees, repeated(0, MOST_BEHIND, further)));
    // `, III,`
    let numeral = |token: &Token| token.is(Classes::UPPER) && is_numeral(token.span.of(input.document.text));
    let counted = value((), (kind(Kind::Comma), token(numeral), peek(kind(Kind::Comma))));
    value((), repeated(0, MOST_BEHIND, alt((graduated, learned, ordained, counted, aged, constituency, seat, bracketed))))
        .parse(input)
}

/// `she/her`, `they/them`
fn pronouns(input: Tokens<'_>) -> PResult<'_, ()> {
    let further = preceded(kind(Kind::Slash), words(&["him", "her", "they", "them", "hers", "theirs"]));
    value((), (words(&["he", "she", "they"]), repeated(1, 2, further))).parse(input)
}

/// `centre`, `second from left`, `pictured`: where somebody stands in a picture.
fn pictured(input: Tokens<'_>) -> PResult<'_, ()> {
    let place = || lex(Classes::PICTURED);
    let numbered = pair(kind(Kind::Number), opt(glued(lex(Classes::ORDINAL_SUFFIX))));
    let counted = alt((value((), lex(Classes::ORDINAL)), value((), numbered), value((), place())));
    alt((value((), (counted, words(&["from", "on"]), opt(words(&["the"])), place())), value((), place()))).parse(input)
}

/// `, of Tulsa, Okla.`, up to a comma.
fn hometown(input: Tokens<'_>) -> PResult<'_, ()> {
    let capitals = || {
        repeated(1, 3, token(|token: &Token| token.capitalized() && !token.is(Classes::ORGANIZATION_HEAD | Classes::TITLE_HEAD)))
    };
    let state = preceded(kind(Kind::Comma), pair(capitals(), opt(glued(kind(Kind::Period)))));
    value(
        (),
        (
            kind(Kind::Comma),
            words(&["of", "from"]),
            capitals(),
            opt(terminated(state, peek(kind(Kind::Comma)))),
            peek(kind(Kind::Comma)),
        ),
    )
    .parse(input)
}

/// The full stop of an abbreviation, where the lexer left it alone.
fn last_stop_of(input: Tokens<'_>) -> PResult<'_, &Token> {
    glued(kind(Kind::Period)).parse(input)
}

/// The full stop of a degree that the lexer left alone: `Ph.D.,`.
fn last_stop(input: Tokens<'_>) -> PResult<'_, &Token> {
    terminated(glued(kind(Kind::Period)), peek(kind(Kind::Comma))).parse(input)
}
