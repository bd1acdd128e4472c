//! The title first, the name behind it.

mod around;
mod body;
mod comma;
mod copula;

use nom::branch::alt;
use nom::combinator::{consumed, map, not, opt, peek, value, verify};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{Input, Parser};

use self::around::{Behind, inside_title, is_plain, opens_before};
use self::body::{named_behind_addressee, named_behind_body, named_behind_more};
use self::comma::named_behind_comma;
use self::copula::named_behind_copula;
use super::career;
use super::name_first::{self, bridged_post, further_posts, held, names_another};
use super::parted::{further_portfolio, parted};
use super::{RoleSyntax, Tie, Ties, head_ahead, name_ahead, shared_ties, with_further};
use crate::grammar::name::{Name, after_name, honorific, name};
use crate::grammar::organization::{has_head, is_acronym, organization, territory};
use crate::grammar::owner::body_before;
use crate::grammar::post::{Post, post};
use crate::grammar::title::{Office, Title, leads_to_head, title};
use crate::lexicon::Classes;
use crate::memo::{ListOf, Production};
use crate::parse::{Lexeme, PResult, Run, Tokens, kind, lex, no_match, remembered, repeated, token, word, words};
use crate::token::{Gap, Kind, Token};

/// Words known from names.
const NAMES: Classes = Classes::of(&[Classes::GIVEN_NAME, Classes::SURNAME]);
/// Most people in one list.
const LONGEST_LIST: usize = 30;

/// `Georgian Prime Minister Giorgi Beridze`, `President of the National Council of Elbonia Janez Novak`, `the Director
/// General of WIPO, Dr. Samir Haddad,`, and lists of such people.
pub(super) fn title_name(input: Tokens<'_>) -> PResult<'_, RoleSyntax> {
    let (second, first) = titled_people(input)?;
    let memo = &input.document.memo;
    if memo.is_listed(ListOf::Titles, input.position()) {
        return Ok((second, RoleSyntax { ties: first }));
    }
    let (mut rest, mut ties) = (second, Vec::new());
    let common = common_post(input, &first);
    for _ in 0..LONGEST_LIST {
        let behind_comma = ties.last().or(first.last()).is_some_and(|tie: &Tie| is_behind_comma(input, tie.name));
        let next = |rest| next_in_list(rest, behind_comma);
        let (further, more) = match next(rest) {
            Ok(found) => found,
            Err(_) => match name_first::next_in_list(rest) {
                Ok((further, more)) => {
                    ties.extend(common.zip(more.first()).map(|(post, tie)| Tie::new(tie.name, post)));
                    (further, more)
                }
                Err(_) => break,
            },
        };
        rest = further;
        ties.extend_from_slice(&more);
    }
    memo.list_read(ListOf::Titles, second.position(), rest.position());
    Ok((rest, RoleSyntax { ties: with_further(first, &ties) }))
}

/// The post in the plural that the next people of the list have too: `Senators Ann Lee, chair of A, and Bob Ray, chair of B`.
fn common_post(input: Tokens<'_>, ties: &[Tie]) -> Option<Post> {
    let (first, more) = ties.split_first()?;
    let single = !more.is_empty() && more.iter().all(|tie| tie.name == first.name) && first.title.end <= first.name.run.start;
    let (_, title) = if single { title(input).ok()? } else { return None };
    let organization = first.organization.filter(|body| body.start < first.name.run.start);
    let post = Post { title: first.title, organization, office: first.office, plural: false };
    (title.plural && title.run.end == first.title.end).then_some(post)
}

/// Whether a comma stands between the title and the name.
fn is_behind_comma(input: Tokens<'_>, name: Name) -> bool {
    let start = name.honorific.unwrap_or(name.run).start;
    input.at(start).previous().is_some_and(|token| token.kind == Kind::Comma)
}

/// A further title with a name and what else the name holds.
fn next_in_list(input: Tokens<'_>, behind_comma: bool) -> PResult<'_, Ties> {
    if !head_ahead(input) {
        return no_match();
    }
    if let Ok(found) = listed(input, titled_people) {
        return Ok(found);
    }
    // `the Minister of Labour, Ann Lee, the Minister of Health, Bob Ray`: as the last of them, so the next.
    let comma = value((), (kind(Kind::Comma), opt(word("and"))));
    let mut lead = pair(alt((comma, value((), word("and")))), opt(word("the")));
    let (start, _) = if behind_comma { lead.parse(input)? } else { return no_match() };
    let (rest, title) = title(start)?;
    comma::named_in_list(start, title, rest).map(shared_ties)
}

/// What `person` makes of a list's next title; its body may stand before it, so the words up to the title are passed over.
fn listed<'t>(input: Tokens<'t>, person: fn(Tokens<'t>) -> PResult<'t, Ties>) -> PResult<'t, Ties> {
    let comma = value((), (alt((kind(Kind::Comma), kind(Kind::Semicolon))), opt(word("and"))));
    let (start, _) = pair(alt((comma, value((), word("and")))), opt(word("the"))).parse(input)?;
    for skipped in 0..8 {
        let Some(first) = start.slice().get(skipped) else { break };
        if first.is(super::TITLE)
            && let Ok((rest, ties)) = person(start.take_from(skipped))
        {
            // The words passed over are the body, or the match is none.
            let from = ties.iter().filter_map(|tie| tie.organization).map(|body| body.start).min();
            let whole = skipped == 0 || from == Some(start.position());
            return if whole { Ok((rest, ties)) } else { no_match() };
        }
        if !first.capitalized() && !matches!(first.kind, Kind::Possessive | Kind::Ampersand | Kind::Hyphen) {
            break;
        }
    }
    no_match()
}

/// A title with the people who hold it.
fn people_of_title(input: Tokens<'_>) -> PResult<'_, Ties> {
    remembered(Production::PeopleOfTitle, |input| those_of_title(input).map(shared_ties))(input)
}

fn those_of_title(input: Tokens<'_>) -> PResult<'_, Vec<Tie>> {
    // `FountainHead`: the end of a word that is written as one.
    let inside = input.first().is_some_and(Token::glued) && input.previous().is_some_and(|before| before.kind == Kind::Word);
    // `Mark Hill MP, Minister`: what stands behind a name.
    let behind =
        input.first().is_some_and(|first| first.is(Classes::POST_NOMINAL)) && kind(Kind::Comma)(input.take_from(1)).is_ok();
    let inside = inside || behind && input.previous().is_some_and(Token::capitalized);
    if inside || inside_title(input) || name_first::inside_name(input) {
        return no_match();
    }
    let (rest, title) = title(input)?;
    if opens_before(input, title) {
        return no_match();
    }
    let directly = |rest| named_directly(input, title, rest);
    let behind_comma = |rest| named_behind_comma(input, title, rest);
    let behind_copula = |rest| named_behind_copula(input, title, rest);
    // What stands behind most titles shows that no name comes, before anything is read.
    match rest.first() {
        Some(next) if is_plain(next) => behind_copula(rest),
        Some(next) => match next.kind {
            Kind::Comma | Kind::Colon | Kind::Dash | Kind::Open => alt((directly, behind_comma, behind_copula)).parse(rest),
            Kind::Word | Kind::Dotted | Kind::Web | Kind::Number => {
                let after = Behind::body(rest);
                let told = |wanted: Behind| move |_| if after == wanted { Ok((rest, ())) } else { no_match() };
                alt((
                    preceded(told(Behind::And), |rest| named_behind_more(title, rest)),
                    preceded(told(Behind::To), |rest| named_behind_addressee(input, title, rest)),
                    directly,
                    |rest| named_behind_body(input, title, rest),
                    behind_comma,
                    preceded(told(Behind::Copula), behind_copula),
                ))
                .parse(rest)
            }
            _ => no_match(),
        },
        None => no_match(),
    }
}

/// A title with the people who hold it; what a single one holds besides.
fn titled_people(input: Tokens<'_>) -> PResult<'_, Ties> {
    if !name_ahead(input) || !leads_to_head(input) {
        return no_match();
    }
    remembered(Production::TitledPeople, people_with_more)(input)
}

pub(super) fn people_with_more(input: Tokens<'_>) -> PResult<'_, Ties> {
    let (rest, ties) = people_of_title(input)?;
    let [tie @ Tie { name, title, .. }] = ties[..] else { return Ok((rest, ties)) };
    if !head_ahead(rest) {
        return Ok((rest, ties));
    }
    // `Rep. Jane Miller, majority whip, spoke`: what stands between commas is hers, whether a body is named or not.
    let direct = title.end == name.honorific.unwrap_or(name.run).start;
    let apposed = |rest| {
        let another = verify(post, |post: &Post| direct && !post.plural && post.title.len() < 4);
        terminated(another, peek(token(|token: &Token| matches!(token.kind, Kind::Comma | Kind::Period)))).parse(rest)
    };
    // `President Lee, in his capacity as Minister of Defence`, `Senator Lee (R-Texas), chairman of the Committee`.
    let further = alt((
        // `Minister Lee (Minister of Defence)`
        map(delimited(kind(Kind::Open), verify(post, |post| !post.plural), kind(Kind::Close)), |post| vec![post]),
        // `Former minister Ann Lee joined Acme as adviser`
        map(name_first::joined_as, |post| vec![post]),
        career::told_later,
        // `Partner Ann Lee Named to Top 20 Lawyers`: one person is not several.
        map(preceded(opt(kind(Kind::Comma)), verify(bridged_post, |post| !post.plural)), |post| vec![post]),
        // Only the next title is asked for, not what follows it: a long list is read once.
        map(
            preceded(
                |rest| pair(kind(Kind::Comma), not(|_| listed(rest, people_of_title))).parse(rest),
                alt((terminated(alt((held, apposed)), not(names_another)), unheld)),
            ),
            |post| vec![post],
        ),
    ));
    let Ok((rest, mut found)) = preceded(after_name, further).parse(rest) else { return Ok((rest, ties)) };
    let Some(last) = found.pop() else { return Ok((rest, ties)) };
    let (rest, posts) = further_posts(rest, last);
    let posts = found.into_iter().chain(posts);
    Ok((rest, std::iter::once(tie).chain(posts.map(|post| Tie::new(name, post))).collect()))
}

/// `Prime Minister Tan Wei Ming`, `WIPO Director General Mr. Bruno Tang`, `Professor Jane Roe of Example University`.
fn named_directly<'t>(start: Tokens<'t>, title: Title, input: Tokens<'t>) -> PResult<'t, Vec<Tie>> {
    let (input, title) = further_portfolio(title, input);
    // `Chairman FBR Ann Lee`
    let short = token(|token: &Token| {
        is_acronym(token)
            && token.span.len() < 6
            && token.gap == Gap::Space
            && !token.is(NAMES | super::TITLE | Classes::HONORIFIC)
    });
    let (input, abbreviated) =
        opt(consumed(terminated(short, peek(verify(adjacent_name, |name: &Name| name.words > 1 && name.known && !name.upper)))))
            .parse(input)?;
    let abbreviated = abbreviated.map(|(taken, _): (Tokens<'_>, _)| taken.run());
    // `Secretary Finance Ann Lee`
    let field = |token: &Token| token.is(Classes::FIELD) && token.capitalized() && token.gap == Gap::Space;
    let known = peek(verify(adjacent_name, |name: &Name| name.words > 1 && name.is_sure() && !name.upper));
    let (input, fields) =
        opt(terminated(repeated(1, 3, token(|token: &Token| field(token) && !token.is(NAMES))), known)).parse(input)?;
    let title = if fields.is_some() { Title { run: Run { end: input.position(), ..title.run }, ..title } } else { title };
    // `OHW Regional Director for Europe Rado Vlk`
    let ruled = preceded(words(&["for", "in"]), territory).parse(input).ok().filter(|_| body_before(start).is_some());
    let input = ruled.map_or(input, |(rest, ())| rest);
    let title = if ruled.is_some() { Title { run: Run { end: input.position(), ..title.run }, ..title } } else { title };
    let (rest, name) = adjacent_name(input)?;
    let (rest, ()) = after_name(rest)?;
    // `Carlos Lee, Director de Acme`: a preposition.
    let particle = input.at(name.run.start).first().is_some_and(|first| !first.capitalized());
    if particle && start.previous().is_some_and(|before| before.kind == Kind::Comma) {
        return no_match();
    }
    let lower = !start.at(title.run.end - 1).first().is_some_and(Token::capitalized);
    if lower && !name.is_full() || ruled.is_some() && !name.is_full() || goes_on(rest) {
        return no_match();
    }
    let (title, before) = parted(start, title);
    let before = before.or(abbreviated);
    let post = |body: Option<Run>| Post { title: title.run, organization: before.or(body), office: title.office, plural: false };
    // A head of state at some place is there on a visit.
    let visits = matches!(title.office, Office::Public | Office::Minister) && word("at")(rest).is_ok();
    // The body in front is the one; what follows is the next of a list.
    let (rest, behind) =
        if visits || before.is_some() && kind(Kind::Comma)(rest).is_ok() { (rest, None) } else { opt(home).parse(rest)? };
    let mut ties = vec![Tie::new(name, post(behind))];
    let rest = sharing(title, rest, |another, behind| ties.push(Tie::new(another, post(behind))));
    // `Professors Ann Lee and Bob Ray of Acme University`: the body behind the last is that of all, a place is not.
    let shared = ties.last().and_then(|tie| tie.organization).filter(|&body| has_head(start_of(start, body)));
    let unowned = ties.iter().rev().skip(1).all(|tie| tie.organization.is_none());
    if unowned {
        for tie in &mut ties {
            tie.organization = tie.organization.or(shared);
        }
    }
    Ok((rest, ties))
}

/// The further people that a title in the plural is said of: `Senators Tom Jones of Texas and Ann Day of Ohio`.
fn sharing(title: Title, mut rest: Tokens<'_>, mut found: impl FnMut(Name, Option<Run>)) -> Tokens<'_> {
    for _ in 0..if title.plural { LONGEST_LIST } else { 0 } {
        let joint = alt((value((), pair(kind(Kind::Comma), opt(word("and")))), value((), word("and"))));
        let another = verify(name, Name::is_full);
        let person = terminated(preceded(joint, another), after_name);
        let (behind, _) = opt(field_held).parse(rest).unwrap_or((rest, None));
        rest = behind;
        let Ok((further, (another, behind))) = pair(person, opt(home)).parse(rest) else { break };
        found(another, behind);
        rest = further;
    }
    rest
}

/// `(Justice)` behind one of several ministers, `(Suna East)` behind one of several members.
fn field_held(input: Tokens<'_>) -> PResult<'_, ()> {
    let field = token(|token: &Token| token.capitalized() || token.kind == Kind::Ampersand);
    value((), (kind(Kind::Open), repeated(1, 4, field), kind(Kind::Close))).parse(input)
}

/// Where the person is from or works, behind the name: `of Example University`.
fn home(input: Tokens<'_>) -> PResult<'_, Run> {
    let headed = |input| verify(organization, |&body: &Run| has_head(start_of(input, body))).parse(input);
    // `, of the Fraud Bureau,`, `, from the University of Oslo,`
    let beyond = delimited(pair(kind(Kind::Comma), words(&["of", "from", "with"])), headed, peek(closed_phrase));
    // `Jane Miller (Acme Institute)`, `Jane Miller, Oslo Field Office,`
    let bracketed = delimited(kind(Kind::Open), headed, kind(Kind::Close));
    let closed = || alt((value((), token(|token: &Token| matches!(token.kind, Kind::Comma | Kind::Period))), value((), eof)));
    let titled = |input| title(input);
    // `, Acme Council Chair Bob Ray`: the next one's.
    let held = |&body: &Run| start_of(input, body).slice().iter().any(|token| token.is(Classes::TITLE_HEAD));
    let unit = verify(headed, move |body: &Run| !held(body));
    let apposed = delimited(kind(Kind::Comma), preceded(not(titled), unit), peek(closed()));
    alt((preceded(words(&["of", "from", "at"]), organization), preceded(word("for"), headed), bracketed, beyond, apposed))
        .parse(input)
}

/// A mark behind a phrase, or the sentence's end.
fn closed_phrase(input: Tokens<'_>) -> PResult<'_, ()> {
    let marks = token(|token: &Token| matches!(token.kind, Kind::Comma | Kind::Period | Kind::Semicolon | Kind::Close));
    alt((value((), marks), eof)).parse(input)
}

/// `Bureau Chief,`, `Minister for Trade,`: a post without a body, closed behind.
fn unheld(input: Tokens<'_>) -> PResult<'_, Post> {
    let long = |post: &Post| post.organization.is_none() && !post.plural && post.title.len() > 1;
    let capital = peek(token(Token::capitalized));
    let small = token(|token: &Token| token.kind == Kind::Word && !token.capitalized());
    let ends = peek(alt((value((), pair(kind(Kind::Comma), small)), value((), kind(Kind::Period)), eof)));
    delimited(capital, verify(post, long), ends).parse(input)
}

/// The end of the sentence.
fn eof(input: Tokens<'_>) -> PResult<'_, ()> {
    if input.first().is_none() { Ok((input, ())) } else { no_match() }
}

fn start_of(input: Tokens<'_>, body: Run) -> Tokens<'_> {
    input.at(body.start).take(body.len())
}

pub(super) fn adjacent_name(input: Tokens<'_>) -> PResult<'_, Name> {
    let opening = super::NAME | Classes::TITLE_HEAD | Classes::DETERMINER;
    let near = |token: &Token| matches!(token.gap, Gap::Space | Gap::Line | Gap::Wide) && token.opens.any(opening);
    if !input.first().is_some_and(near) {
        return no_match();
    }
    // `Senator the Hon Penny Wong`
    let (from, _) = opt(terminated(word("the"), peek(honorific))).parse(input)?;
    // `Minister for Finance Senator Ann Lee`
    let rank = verify(lex(Classes::TITLE_HEAD), is_called);
    // `Minister of Works Chief Bob Ray`, `Representative to the UN Ambassador Ann Lee`
    let chief =
        verify(lex(Classes::TITLE_HEAD), |head| head.run.len() == 1 && ["Chief", "Ambassador"].contains(&input.written()));
    let (from, _) = opt(terminated(alt((rank, chief)), peek(verify(name, Name::is_full)))).parse(from)?;
    name(from)
}

/// Whether the head is what a person is called by, before the name: `Colonel`, `Senator`.
pub(super) fn is_called(head: &Lexeme<'_>) -> bool {
    matches!(head.value, "rank" | "professor") || head.value == "public" && head.run.len() == 1
}

/// Whether the capitalised words go on behind what was taken for a name.
fn goes_on(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|token| {
        let adjacent = matches!(token.gap, Gap::Space | Gap::None) && token.kind == Kind::Word && token.capitalized();
        let hyphen = token.kind == Kind::Hyphen && token.glued();
        adjacent && token.is(Classes::ORGANIZATION_HEAD | Classes::LEGAL_SUFFIX | Classes::TITLE_HEAD | Classes::FIELD) || hyphen
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::check_roles;

    #[test]
    fn title_name() {
        check_roles("Director Ann Lee came.", &["Ann Lee | Director"]);
        check_roles("Director General Motors came.", &[]);
        check_roles("Minister Ng came. Carol Ng, Minister for Trade, left.", &["Ng | Minister", "Carol Ng | Minister for Trade"]);
        check_roles("Minister Xyzzy came.", &["Xyzzy | Minister"]);
        check_roles("Partner Xyzzy came.", &[]);
    }
}
