//! Where a title parts from the body before it and from the name behind it, when its own words do not tell.

use nom::combinator::{opt, verify};
use nom::sequence::{pair, preceded};
use nom::{Input, Parser};

use super::title_first::adjacent_name;
use crate::grammar::name::name;
use crate::grammar::organization::is_acronym;
use crate::grammar::owner::body_before;
use crate::grammar::post::heads_whole;
use crate::grammar::title::{Office, Title, title};
use crate::lexicon::Classes;
use crate::parse::{Run, Tokens, kind, lex, word};
use crate::token::Kind;

/// `and Prisons Reforms` behind `Minister of Justice`, up to the name: whatever the words are.
pub(super) fn further_portfolio(title: Title, input: Tokens<'_>) -> (Tokens<'_>, Title) {
    let portfolio = title.office == Office::Minister && title.run.len() > 2;
    let Some(from) = portfolio.then(|| pair(word("and"), opt(word("the"))).parse(input).ok()).flatten() else {
        return (input, title);
    };
    for length in 1..=4 {
        let Some(words) = from.0.slice().get(..length) else { break };
        if !words
            .iter()
            .all(|word| word.capitalized() && word.kind == Kind::Word && !word.is(Classes::TITLE_HEAD | Classes::HONORIFIC))
        {
            break;
        }
        let rest = from.0.take_from(length);
        let field = words.last().is_some_and(|word| word.is(Classes::FIELD));
        // `and National Guidance, Hon. Ann Lee`
        let apposed = preceded(kind(Kind::Comma), verify(name, |name| name.honorific.is_some() || name.known && name.words > 1));
        if field_ends(rest) && { apposed }.parse(rest).is_ok() {
            return (rest, Title { run: Run { end: rest.position(), ..title.run }, ..title });
        }
        if adjacent_name(rest).is_ok_and(|(_, name)| name.honorific.is_some() || field && name.words > 1) {
            return (rest, Title { run: Run { end: rest.position(), ..title.run }, ..title });
        }
    }
    (input, title)
}

/// Whether the word before is no place or body, which a comma would part from its name.
fn field_ends(rest: Tokens<'_>) -> bool {
    let other = Classes::COUNTRY | Classes::PLACE | Classes::ORGANIZATION_HEAD;
    rest.previous().is_some_and(|last| !last.is(other) || last.is(Classes::FIELD))
}

/// The title with the body before it. Words that could open the title are the end of the body's name where that is
/// nothing without them: `Ministry of Foreign Affairs | Director`, `Samsung Electronics | President`.
pub(super) fn parted(start: Tokens<'_>, whole: Title) -> (Title, Option<Run>) {
    let before = body_before(start);
    let Some(body) = before else { return (whole, before) };
    // `Acme's UK marketing director`: the place belongs to the title.
    let within = start.at(body.start).take(body.len());
    let owned = within.slice().iter().rposition(|token| token.kind == Kind::Possessive).map(|at| body.start + at);
    if let Some(owned) = owned
        && owned > body.start
        && lex(Classes::COUNTRY | Classes::PLACE)(within.at(owned + 1)).is_ok_and(|(rest, _)| rest.first().is_none())
    {
        return (Title { run: Run { start: owned + 1, ..whole.run }, ..whole }, Some(Run { end: owned, ..body }));
    }
    let last = start.previous();
    let known =
        lex(Classes::COUNTRY | Classes::PLACE | Classes::DEMONYM)(start.at(body.start)).is_ok_and(|(_, place)| place.run == body);
    let alone = body.len() == 1 && start.at(body.start).first().is_some_and(is_acronym);
    let adjective = last.is_some_and(|token| token.is(Classes::FIELD) && is_adjective(token.span.of(start.document.text)));
    let ends = |at: usize| {
        let tail = start.at(at - 1);
        if tail.previous().is_some_and(|before| before.kind == Kind::Possessive) {
            return false;
        }
        let firm =
            lex(Classes::ORGANIZATION_HEAD)(tail).is_ok_and(|(_, head)| head.value == "firm") || word("group")(tail).is_ok();
        let opens = lex(Classes::TITLE_MODIFIER)(tail).is_ok_and(|(_, modifier)| modifier.value == "name");
        let house = opens && lex(Classes::ORGANIZATION_HEAD)(tail).is_ok_and(|(_, head)| head.value != "of");
        let company = opens && tail.first().is_some_and(|token| token.is(Classes::LEGAL_SUFFIX));
        let last_field = tail.first().is_some_and(|token| token.is(Classes::FIELD));
        let led = last_field && title(tail).is_ok_and(|(_, title)| heads_whole(tail, title));
        (house || company || led) && !known && !alone
            || adjective && tail.first().is_some_and(|token| token.is(Classes::FIELD))
            || firm && !known && !alone
    };
    for at in (start.position() + 1..whole.run.end).take(3).filter(|&at| ends(at)) {
        let Ok((_, rest)) = title(start.at(at)) else { continue };
        let longer = body_before(start.at(at)).filter(|longer| longer.start <= body.start && rest.run.end == whole.run.end);
        if longer.is_some() {
            return (Title { run: rest.run, ..whole }, longer);
        }
    }
    (whole, before)
}

/// Whether the word asks for a noun behind it: `Foreign`, `Tropical`.
fn is_adjective(word: &str) -> bool {
    ["al", "ic", "gn", "ary", "ive"].iter().any(|ending| word.ends_with(ending))
}
