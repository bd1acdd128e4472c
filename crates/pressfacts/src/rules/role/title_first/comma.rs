//! The title, a comma, and the name.

use nom::branch::alt;
use nom::combinator::{cond, not, opt, peek, value, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

use super::{NAMES, goes_on, is_called, sharing, start_of};
use crate::grammar::name::{Name, after_name, honorific, name};
use crate::grammar::organization::{has_head, is_acronym, organization, territory};
use crate::grammar::owner::body_before;
use crate::grammar::post::{Post, body_behind_preposition};
use crate::grammar::title::{Office, Title, addressee};
use crate::lexicon::Classes;
use crate::parse::{Lexeme, PResult, Run, Tokens, kind, lex, no_match, repeated, token, word, words};
use crate::rules::role::name_first::names_another;
use crate::rules::role::parted::{further_portfolio, parted};
use crate::rules::role::{TITLE, Tie};
use crate::token::{Kind, Token};

/// Most words looked at before a title for the person who has it.
const MOST_BEFORE: usize = 12;
/// Words that end the name of a body or place.
const NO_PERSON: Classes = Classes::of(&[Classes::ORGANIZATION_HEAD, Classes::LEGAL_SUFFIX, Classes::COUNTRY, Classes::FIELD]);
/// `the Director General of WIPO, Dr. Samir Haddad`, `the Prime Minister, Hon. Nimal Perera`.
pub(super) fn named_behind_comma<'t>(start: Tokens<'t>, title: Title, input: Tokens<'t>) -> PResult<'t, Vec<Tie>> {
    not(behind_person).parse(start)?;
    named_in_list(start, title, input)
}

/// The same, where a list shows that the title is not of whom stands before it.
pub(super) fn named_in_list<'t>(start: Tokens<'t>, title: Title, input: Tokens<'t>) -> PResult<'t, Vec<Tie>> {
    let (input, title) = further_portfolio(title, input);
    // `the president of the company` names no body.
    // `the coordinator in Elbonia`
    let in_place = terminated(preceded(word("in"), territory), peek(kind(Kind::Comma)));
    let glossed = value(
        (),
        (kind(Kind::Open), token(|token: &Token| token.kind == Kind::Word), kind(Kind::Close), peek(kind(Kind::Comma))),
    );
    let (rest, _) = opt(alt((unnamed_body, in_place, glossed))).parse(input)?;
    let (rest, behind) = opt(alt((body_behind_preposition, unit))).parse(rest)?;
    let (rest, _) = cond(behind.is_some() && title.office == Office::Minister, opt(addressee)).parse(rest)?;
    let before = start.before();
    let the = before.len() == 1 && before.first().is_some_and(|token| token.span.of(start.document.text) == "The");
    // `Publisher: Ann Lee; Editor: Bob Ray`
    let next = before.last().is_some_and(|token| token.kind == Kind::Semicolon);
    let first = before.is_empty() || the || next;
    let opening = first && title.run.len() > 1;
    let colon = |input| if first { alt((kind(Kind::Colon), kind(Kind::Dash))).parse(input) } else { no_match() };
    let (after, mark) = alt((kind(Kind::Comma), colon)).parse(rest)?;
    // `Commander, Colonel Ann Lee`, `the Majority Leader, Senator Lee`
    let called = verify(lex(Classes::TITLE_HEAD), |head| is_called(head) || is_chief(title, head));
    let (after, rank) =
        preceded(opt(terminated(word("the"), peek(honorific))), opt(terminated(called, peek(name)))).parse(after)?;
    // `As the new director, Lee will`
    let as_one = opens_with_as(start);
    let called = |name: &Name| name.is_full() || (rank.is_some() || as_one) && !name.upper;
    let (rest, name) = verify(name, called).parse(after)?;
    let (rest, ()) = after_name(rest)?;
    // `Coaches: Ann Lee (head coach)`: what is in parentheses is said of one.
    let glossed = pair(kind(Kind::Open), token(|token: &Token| token.is(TITLE) && !token.capitalized())).parse(rest).is_ok();
    if glossed && mark.kind == Kind::Colon {
        return no_match();
    }
    // `Treasurer: Ann Lee`, `Vice Chair – Ann Lee`: a line of a list, with nothing more in it.
    let behind_line =
        rest.first().is_none_or(|token| name.known && matches!(token.kind, Kind::Comma | Kind::Open | Kind::Semicolon));
    let line = mark.kind != Kind::Comma && behind_line;
    if mark.kind == Kind::Dash && !line || mark.kind == Kind::Colon && !opening && !line {
        return no_match();
    }
    // A name that nothing else shows to be one stands between commas.
    let closed = rest.first().is_none_or(|token| matches!(token.kind, Kind::Comma | Kind::Period));
    let headed = |body: Run| has_head(start_of(input, body));
    let joins = words(&["and", "or", "of", "for", "in"])(rest).is_ok();
    let goes_on_small = !joins && rest.first().is_some_and(|token| token.kind == Kind::Word && !token.capitalized());
    let before = if behind.is_none() { body_before(start) } else { None };
    let closed = closed || (behind.is_some_and(headed) || before.is_some()) && goes_on_small && (2..5).contains(&name.words);
    let shared = title.plural && word("and")(rest).is_ok();
    if !(name.is_sure() || closed || shared || as_one && goes_on_small) {
        return no_match();
    }
    // Another title behind the name is that of the next in a list: `CEO, Jane Miller, CFO`.
    let followed = alt((names_another, value((), pair(kind(Kind::Comma), honorific))));
    let post = pair(crate::grammar::title::title, opt(body_behind_preposition));
    let another = preceded(opt(word("the")), terminated(post, not(followed)));
    let titled = preceded(kind(Kind::Comma), preceded(peek(token(|token: &Token| token.is(TITLE))), another));
    // `Vlk was dean at the Harbour College, Oslo`: of the subject.
    let told = start.previous().is_some_and(|token| token.is(Classes::COPULA) || token.span.of(start.document.text) == "as");
    if told && !name.is_sure() && !as_one {
        return no_match();
    }
    let anchored = opening
        || line
        || behind.is_some()
        || before.is_some()
        || start.previous().is_some_and(|token| !token.capitalized() || token.is(Classes::STARTER))
        || name.honorific.is_some();
    if !anchored || goes_on(rest) {
        return no_match();
    }
    // `Moderator: Ann Lee, Editor of the Herald`: a part in a programme, with the office behind.
    if !line || title.run.len() == 1 {
        not(titled).parse(rest)?;
    }
    let (title, before) = if before.is_some() { parted(start, title) } else { (title, None) };
    let post = Post { title: title.run, organization: behind.or(before), office: title.office, plural: false };
    let mut ties = vec![Tie::new(name, post)];
    let rest = sharing(title, rest, |name, _| ties.push(Tie::new(name, post)));
    Ok((rest, ties))
}

/// `Chief` between a minister's office and the name.
fn is_chief(title: Title, head: &Lexeme<'_>) -> bool {
    title.office == Office::Minister && head.run.len() == 1 && head.value.is_empty()
}

/// Whether the sentence starts with `As the new` and the title.
fn opens_with_as(start: Tokens<'_>) -> bool {
    let before = start.before();
    let opening = start.at(start.position() - before.len()).take(before.len());
    let article = opt(words(&["the", "our", "its", "a"]));
    (word("as"), article, opt(words(&["new", "next", "first"]))).parse(opening).is_ok_and(|(rest, _)| rest.first().is_none())
}

/// `of the company`, `of the executive power of the city of Oslo`: what a title is held in, without a name of its own.
fn unnamed_body(input: Tokens<'_>) -> PResult<'_, ()> {
    let small = || token(|token: &Token| token.kind == Kind::Word && !token.capitalized() && !token.is(Classes::COPULA));
    let article = || words(&["the", "our", "its", "this"]);
    let place = value((), token(|token: &Token| token.capitalized() && token.is(Classes::PLACE | Classes::COUNTRY)));
    let part =
        preceded((word("of"), opt(article())), alt((value((), repeated(1, 3, preceded(not(word("of")), small()))), place)));
    value(
        (),
        (
            word("of"),
            article(),
            small(),
            repeated(0, 2, preceded(not(word("of")), small())),
            repeated(0, 3, part),
            peek(kind(Kind::Comma)),
        ),
    )
    .parse(input)
}

/// `, Ministry of Works` between a title and the name.
fn unit(input: Tokens<'_>) -> PResult<'_, Run> {
    preceded(kind(Kind::Comma), verify(organization, |&body| has_head(input.at(body.start).take(body.len())))).parse(input)
}

/// Whether a person stands right before, to whom the title belongs: `Jane Miller, CEO`.
fn behind_person(input: Tokens<'_>) -> PResult<'_, ()> {
    let words = input
        .before()
        .iter()
        .rev()
        .take(MOST_BEFORE)
        .skip_while(|token| matches!(token.kind, Kind::Word) && !token.capitalized() && !leads_on(token));
    let mut behind = words.skip_while(|token| token.kind == Kind::Dash);
    let comma = behind.next().is_some_and(|token| token.kind == Kind::Comma);
    let name = behind.next().is_some_and(|token| {
        token.capitalized()
            && !token.is(Classes::WEEKDAY | Classes::MONTH | Classes::STARTER)
            && (!token.is(NO_PERSON) && !is_acronym(token) || token.is(NAMES | Classes::POST_NOMINAL))
    });
    if comma && name { Ok((input, ())) } else { no_match() }
}

/// Whether a word in front of a title tells whose it is: `chaired by the Director`.
fn leads_on(token: &Token) -> bool {
    token.is(Classes::PREPOSITION)
}
