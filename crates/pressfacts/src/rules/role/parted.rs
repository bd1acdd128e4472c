//! Where a title parts from the body before it and from the name behind it, when its own words do not tell.

use nom::combinator::{opt, verify};
use nom::sequence::preceded;
use nom::{Input, Parser};

use super::title_first::adjacent_name;
use crate::grammar::name::name;
use crate::grammar::organization::is_acronym;
use crate::grammar::owner::body_before;
use crate::grammar::post::heads_whole;
use crate::grammar::title::{Office, Title, title};
use crate::lexicon::Classes;
use crate::parse::{Run, Tokens, kind, lex, lex_before, repeated, token, word};
use crate::token::{Gap, Kind, Token};

/// `and Prisons Reforms` behind `Minister of Justice`, up to the name: whatever the words are.
pub(super) fn further_portfolio(title: Title, input: Tokens<'_>) -> (Tokens<'_>, Title) {
    let portfolio = title.office == Office::Minister && title.run.len() > 2;
    let field = |token: &Token| token.capitalized() && token.is(Classes::FIELD);
    let listed = repeated(0, 5, preceded(kind(Kind::Comma), repeated(1, 3, token(field))));
    let joint = (listed, opt(kind(Kind::Comma)), word("and"), opt(word("the")));
    let Some(from) = portfolio.then(|| { joint }.parse(input).ok()).flatten() else { return (input, title) };
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
    if let Some(split) = administered(start, whole) {
        return split;
    }
    let before = body_before(start);
    if before.is_none()
        && let Some(described) = described(start, whole)
    {
        return described;
    }
    let Some(body) = before else {
        let known = || known_body(start, whole).map(|(title, body)| (title, Some(body)));
        return led_by(start, whole).or_else(known).unwrap_or_else(|| (whole, service_before(start)));
    };
    // `Ball State head coach`: the capital is the body's.
    let small = |token: &Token| token.kind == Kind::Word && !token.capitalized();
    let named = lex(Classes::TITLE_MODIFIER)(start).is_ok_and(|(rest, modifier)| {
        modifier.value == "name" && start.first().is_some_and(Token::capitalized) && rest.first().is_some_and(small)
    });
    if named && whole.run.len() > 1 {
        let at = start.position() + 1;
        return (Title { run: Run { start: at, ..whole.run }, ..whole }, Some(Run { end: at, ..body }));
    }
    // `Acme's UK marketing director`: the place belongs to the title.
    let within = start.at(body.start).take(body.len());
    let owned = within.slice().iter().rposition(|token| token.kind == Kind::Possessive).map(|at| body.start + at);
    if let Some(owned) = owned
        && owned > body.start
        && lex(Classes::COUNTRY | Classes::PLACE)(within.at(owned + 1)).is_ok_and(|(rest, _)| rest.first().is_none())
    {
        return (Title { run: Run { start: owned + 1, ..whole.run }, ..whole }, Some(Run { end: owned, ..body }));
    }
    // `USA Swimming | President`: who leads the whole has no field.
    let state = lex(Classes::COUNTRY)(start.at(body.start)).is_ok_and(|(_, place)| place.run == body);
    let leads = matches!(whole.office, Office::Body | Office::Public);
    let field =
        start.first().is_some_and(|first| first.capitalized() && first.is(Classes::FIELD) && !first.is(Classes::TITLE_HEAD));
    if state && leads && field && title(start.take_from(1)).is_ok_and(|(_, rest)| rest.run.end == whole.run.end) {
        let at = start.position() + 1;
        return (Title { run: Run { start: at, ..whole.run }, ..whole }, Some(Run { end: at, ..body }));
    }
    let last = start.previous();
    let known =
        lex(Classes::COUNTRY | Classes::PLACE | Classes::DEMONYM)(start.at(body.start)).is_ok_and(|(_, place)| place.run == body);
    let alone = body.len() == 1 && start.at(body.start).first().is_some_and(is_acronym);
    let adjective = last.is_some_and(|token| token.is(Classes::FIELD) && is_adjective(token.span.of(start.document.text)));
    let ends = |at: usize| {
        let tail = start.at(at - 1);
        // `Welsh Government | Cabinet Secretary`: a head of several words is not cut.
        let unit = lex(Classes::ORGANIZATION_HEAD)(tail).is_ok_and(|(_, head)| head.value.starts_with("unit"));
        if !unit && lex(Classes::TITLE_HEAD)(tail).is_ok_and(|(_, head)| head.run.len() > 1) {
            return false;
        }
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
        // `Hill Capital partner`: the field has the case of the body's name.
        let small = start.at(at).first().is_some_and(|head| head.kind == Kind::Word && !head.capitalized());
        let cased = small && tail.first().is_some_and(|token| token.capitalized() && token.is(Classes::FIELD));
        // `Associated Press | Writer`: known as a whole.
        let whole_name = lex_before(start.at(at), Classes::ORGANIZATION_HEAD).is_some_and(|name| name.run.len() > 1);
        // `Acme Field Division | Director`: a unit with its field.
        let owned = start.previous().is_some_and(|before| before.kind == Kind::Possessive);
        let unit = !owned
            && at > start.position() + 1
            && tail.first().is_some_and(|token| token.is(Classes::TITLE_MODIFIER))
            && lex(Classes::ORGANIZATION_HEAD)(tail).is_ok_and(|(_, head)| head.value.starts_with("unit"));
        // `Lagos State | Governor`
        let state = at == start.position() + 1 && word("state")(tail).is_ok() && {
            matches!(whole.office, Office::Minister | Office::Body) && lex(Classes::PLACE)(start.at(body.start)).is_ok()
        };
        // `European Parliament | President`
        let chamber = house && lex(Classes::ORGANIZATION_HEAD)(tail).is_ok_and(|(_, head)| head.value.is_empty());
        (house || company || led || cased || whole_name) && !known && !alone
            || unit
            || state
            || chamber && !alone
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

/// `Energy | CEO`: who leads the whole has no field, so that it is the body's name.
fn led_by(start: Tokens<'_>, whole: Title) -> Option<(Title, Option<Run>)> {
    let head = start.at(whole.run.end - 1).first()?;
    let fields = start.slice().iter().take(2).take_while(|token| token.capitalized() && token.is(Classes::FIELD)).count();
    let chief = fields > 0 && whole.office == Office::Body && head.is(Classes::UPPER) && fields + 1 == whole.run.len();
    let at = start.position() + fields;
    chief.then(|| (Title { run: Run { start: at, ..whole.run }, ..whole }, Some(Run { start: start.position(), end: at })))
}

/// `ABC network television` before `Senior Correspondent`: the body and its fields in small letters.
fn service_before(start: Tokens<'_>) -> Option<Run> {
    let small = |token: &&Token| token.kind == Kind::Word && !token.capitalized() && token.is(Classes::FIELD);
    let capital = start.first().is_some_and(|first| first.capitalized() && first.gap == Gap::Space);
    let fields = start.before().iter().rev().take(2).take_while(small).count();
    if !capital || fields == 0 {
        return None;
    }
    let body = body_before(start.at(start.position() - fields))?;
    is_acronym(start.at(body.start).first()?).then_some(Run { end: start.position(), ..body })
}

/// `Food and Drug Administration | Commissioner`: fields that end in the body's own noun.
fn administered(start: Tokens<'_>, whole: Title) -> Option<(Title, Option<Run>)> {
    let mut reach = (start.position() + 2..whole.run.end).take(MOST_FIELDS);
    let noun = |at: &usize| {
        let tail = start.at(at - 1);
        let joined = tail.previous().is_some_and(|before| before.is(Classes::CONNECTOR));
        tail.first().is_some_and(Token::capitalized) && word("administration")(tail).is_ok() && !joined
    };
    let at = reach.rfind(noun)?;
    let (_, rest) = title(start.at(at)).ok().filter(|(_, rest)| rest.run.end == whole.run.end)?;
    let minister = word("minister")(start.at(whole.run.end - 1)).is_ok();
    let body = body_before(start.at(at)).filter(|body| body.start <= start.position() && body.len() > 2 && !minister)?;
    Some((Title { run: rest.run, ..whole }, Some(body)))
}

/// Most words of a body's name that a title may open with.
const MOST_FIELDS: usize = 6;

/// `Ski Elbonia's alpine | chief`: a word in small letters between the owner and the head, which is of the title.
fn described(start: Tokens<'_>, whole: Title) -> Option<(Title, Option<Run>)> {
    let small = |token: &Token| token.kind == Kind::Word && !token.capitalized() && token.gap == Gap::Space;
    let other = Classes::CONNECTOR | Classes::COPULA | Classes::DETERMINER | Classes::TITLE_HEAD | Classes::APPOINTMENT_VERB;
    let lower = start.first().is_some_and(small);
    let word = start.previous().filter(|word| lower && small(word) && !word.is(other) && word.span.len() > 3)?;
    let at = start.at(start.position() - 1);
    let owned = word.gap == Gap::Space && at.previous().is_some_and(|before| before.kind == Kind::Possessive);
    let body = if owned { body_before(at)? } else { return None };
    Some((Title { run: Run { start: at.position(), ..whole.run }, ..whole }, Some(body)))
}

/// `World Athletics | President`: fields that are the name of a body together.
fn known_body(start: Tokens<'_>, whole: Title) -> Option<(Title, Run)> {
    let (rest, known) = lex(Classes::ORGANIZATION_HEAD)(start).ok()?;
    let (_, title) = title(rest).ok()?;
    let all = known.run.len() > 1 && title.run.end == whole.run.end;
    all.then_some((Title { run: title.run, ..whole }, known.run))
}

/// Whether the word asks for a noun behind it: `Foreign`, `Tropical`.
fn is_adjective(word: &str) -> bool {
    ["al", "ic", "gn", "ary", "ive"].iter().any(|ending| word.ends_with(ending))
}
