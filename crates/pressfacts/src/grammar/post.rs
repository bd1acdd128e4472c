//! Posts: a title with the body that it is held in.

mod body;

use nom::branch::alt;
use nom::combinator::{cond, consumed, map, not, opt, peek, value, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

pub(crate) use self::body::body_behind_preposition;
use self::body::{adjacent_acronym, adjacent_body, body};
#[cfg(test)]
pub(super) use self::body::{is_led, lead, local_body};
use super::name::name;
use super::organization::{has_head, is_acronym, is_body, is_starter, organization, possessive, proper_name, territory};
use super::title::{self, Office, Title, addressee, title};
use crate::lexicon::Classes;
use crate::memo::Production;
use crate::parse::{PResult, Run, Tokens, glued, kind, lex, no_match, playing, remembered, repeated, token, word, words};
use crate::token::{Case, Gap, Kind, Token};

/// Farthest that the head of a post's title is looked for.
const FARTHEST_HEAD: usize = 40;
/// Most words in small letters before that head: an owner's, a field's, those that describe.
const MOST_SMALL: usize = 12;
/// Most words in small letters that describe the head: `forensics professor`.
const MOST_DESCRIBING: usize = 2;
/// Most words of a body's name before a title.
const LONGEST_PREFIX: usize = 9;

/// A position as the text has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Post {
    pub(crate) title: Run,
    pub(crate) organization: Option<Run>,
    pub(crate) office: Office,
    /// Whether the title stands for several people.
    pub(crate) plural: bool,
}

/// The post as it stands behind a name or `as`: `Director of the Capacity Building Directorate, INTERPOL`, `the founder and
/// chairman of Acme`, `China Daily Reporter`, `Acme's Chief Patent Officer`, `China and Northeast Asia Vice President, SKF`.
pub(crate) fn post(input: Tokens<'_>) -> PResult<'_, Post> {
    if nears_head(input) { remembered(Production::Post, whole_post)(input) } else { no_match() }
}

/// Whether a title's head is near enough to be a post's: behind a name or body, but few words in small letters.
pub(super) fn nears_head(input: Tokens<'_>) -> bool {
    let mut small = 0;
    for token in input.slice().iter().take(FARTHEST_HEAD) {
        if token.opens.any(Classes::TITLE_HEAD) {
            return true;
        }
        small += usize::from(token.kind == Kind::Word && !token.capitalized());
        if small > MOST_SMALL || matches!(token.kind, Kind::Period | Kind::Terminal | Kind::Colon | Kind::Semicolon) {
            return false;
        }
    }
    false
}

pub(super) fn whole_post(input: Tokens<'_>) -> PResult<'_, Post> {
    let (rest, _) = opt(alt((owner, determiner))).parse(input)?;
    if !may_open(rest) {
        return no_match();
    }
    post_without_article(rest)
}

/// Whether a title starts here, or behind the words that a post may start with: the body that it is held in, or a few words
/// in small letters.
pub(super) fn may_open(input: Tokens<'_>) -> bool {
    let Some(first) = input.first() else { return false };
    let named = first.capitalized()
        || first.case == Case::Mixed
        || matches!(first.kind, Kind::Number | Kind::Web)
        || first.opens.any(Classes::of(&[Classes::LEGAL_SUFFIX, Classes::COUNTRY, Classes::DEMONYM, Classes::PLACE]))
        || first.reads("the", input.document.text);
    let farthest = if named { FARTHEST_HEAD } else { MOST_DESCRIBING };
    for (passed, token) in input.slice().iter().enumerate().take(farthest + 1) {
        if title::may_open(input.take_from(passed)) {
            return true;
        }
        let inside = if named { !ends_owner(token) } else { token.kind == Kind::Word && !token.capitalized() };
        if !inside {
            // `Ministry of Trade, Water and Forests' chairman`: more than words stands only in the name of an owner.
            let ahead = || input.slice().iter().take(FARTHEST_HEAD).skip(passed);
            return named && ahead().any(|token| matches!(token.kind, Kind::Possessive | Kind::Apostrophe));
        }
    }
    false
}

/// Whether the token ends what stands before a title, if that is no owner's name.
fn ends_owner(token: &Token) -> bool {
    let inside = [
        Kind::Word,
        Kind::Dotted,
        Kind::Web,
        Kind::Number,
        Kind::Ampersand,
        Kind::Hyphen,
        Kind::Slash,
        Kind::Possessive,
        Kind::Apostrophe,
    ];
    !inside.contains(&token.kind)
}

pub(super) fn post_without_article(rest: Tokens<'_>) -> PResult<'_, Post> {
    alt((plain_post, prefixed_post, described_post, endowed_post)).parse(rest)
}

/// `the Edward Tuck Professor of French`: the donor's name belongs to the title.
fn endowed_post(input: Tokens<'_>) -> PResult<'_, Post> {
    if !input.previous().is_some_and(|before| before.reads("the", input.document.text)) {
        return no_match();
    }
    let (at, _) = verify(name, |donor| donor.words > 1 && donor.known && donor.honorific.is_none()).parse(input)?;
    let (at, _) = opt(terminated(kind(Kind::Number), peek(token(Token::capitalized)))).parse(at)?;
    let (rest, title) = verify(title, |title| !matches!(title.office, Office::Public | Office::Minister)).parse(at)?;
    let (rest, organization) = opt(body).parse(rest)?;
    let run = Run { start: input.position(), ..title.run };
    Ok((rest, Post { title: run, organization, office: title.office, plural: title.plural }))
}

/// `the company's`: an owner without a name.
fn owner(input: Tokens<'_>) -> PResult<'_, ()> {
    let small = token(|token: &Token| token.kind == Kind::Word && !token.capitalized());
    let fresh = opt(playing(Classes::TENURE, "owned"));
    value((), (words(&["the", "our"]), repeated(1, 2, small), kind(Kind::Possessive), fresh)).parse(input)
}

/// Words in lower case before the head, where a body shows that it is a position: `forensics professor at Acme College`,
/// `Acme's campaign manager`, `former Indian ambassador`.
fn described_post(input: Tokens<'_>) -> PResult<'_, Post> {
    let mut status = opt(verify(lex(Classes::TITLE_MODIFIER), |modifier| !["", "name", "inner"].contains(&modifier.value)));
    let (from, _) = status.parse(input)?;
    let body = verify(terminated(proper_name, possessive), |&body| !is_person(input, body) || body.len() == 1);
    let state = lex(Classes::COUNTRY | Classes::DEMONYM | Classes::PLACE);
    let short = token(|token: &Token| is_acronym(token) && !token.is(Classes::TITLE_HEAD));
    let bare = alt((value((), state), value((), short)));
    let (start, owner) = opt(alt((body, map(consumed(bare), |(taken, ()): (Tokens<'_>, _)| taken.run())))).parse(from)?;
    // `Acme's new CEO`
    let (start, _) = cond(owner.is_some(), opt(playing(Classes::TENURE, "owned"))).parse(start)?;
    let small = |token: &Token| {
        let word = token.kind == Kind::Word && !token.capitalized() && token.gap == Gap::Space;
        word && !token.is(Classes::CONNECTOR | Classes::COPULA | Classes::APPOINTMENT_VERB | Classes::TITLE_HEAD)
    };
    let (at, described) = repeated(0, MOST_DESCRIBING, token(small)).parse(start)?;
    let (rest, title) = title(at)?;
    let lower = !input.at(title.run.end - 1).first().is_some_and(Token::capitalized);
    let (rest, behind) = opt(body_behind_preposition).parse(rest)?;
    let organization = owner.or(behind);
    if organization.is_none() || !lower && described > 0 {
        return no_match();
    }
    let run = Run { start: start.position(), ..title.run };
    Ok((rest, Post { title: run, organization, office: title.office, plural: title.plural }))
}

/// `the`, `a`, `our new`.
pub(crate) fn determiner(input: Tokens<'_>) -> PResult<'_, ()> {
    let opening = Classes::DETERMINER | Classes::CARDINAL | Classes::TENURE;
    if !input.first().is_some_and(|first| first.opens.any(opening)) {
        return no_match();
    }
    let article = words(&["the", "a", "an", "our", "its", "his", "her", "their", "one"]);
    // `and current Chair of`
    let bare = value((), playing(Classes::TENURE, "alone"));
    let hyphen = || glued(kind(Kind::Hyphen));
    let aged = value((), (kind(Kind::Number), hyphen(), word("year"), hyphen(), word("old")));
    let capital = token(|token: &Token| token.capitalized() && token.kind == Kind::Word);
    // `an Oslo-born`
    let from = value((), (repeated(1, 3, capital), hyphen(), words(&["born", "based", "educated", "trained", "listed"])));
    // `the 8th President General`
    let counted = value((), (kind(Kind::Number), glued(lex(Classes::ORDINAL_SUFFIX))));
    // `its first chief executive`
    let own = words(&["our", "its", "their", "his", "her"]);
    let first = token(|token: &Token| !token.capitalized() && token.span.of(input.document.text) == "first");
    let own_first = value((), pair(own, first));
    let articled = value(
        (),
        pair(article, opt(alt((aged, counted, from, value((), playing(Classes::TENURE, "articled")), value((), word("of")))))),
    );
    alt((own_first, articled, bare)).parse(input)
}

/// The title first: `Director of …`.
fn plain_post(input: Tokens<'_>) -> PResult<'_, Post> {
    let (rest, title) = title(input)?;
    if let Ok((rest, (work, body))) = named_work(title.office, rest) {
        let run = title.run.cover(work);
        return Ok((rest, Post { title: run, organization: Some(body), office: title.office, plural: title.plural }));
    }
    // `Regional Director for Africa of Acme`, `Managing Director, Elbonia, Acme`: the place is what the title is for.
    let territorial = alt((value((), words(&["for", "in"])), value((), kind(Kind::Comma)), value((), peek(lex(Classes::PLACE)))));
    let headed =
        |body: &Run| has_head(input.at(body.start).take(body.len())) || input.at(body.start).first().is_some_and(is_acronym);
    let further =
        alt((preceded(words(&["of", "at", "with"]), organization), preceded(kind(Kind::Comma), verify(organization, headed))));
    let placed = if title.office == Office::Minister {
        Err(())
    } else {
        (consumed(preceded(territorial, territory)), further).parse(rest).map_err(|_| ())
    };
    if let Ok((rest, ((place, ()), body))) = placed
        && !is_person(input, body)
    {
        let run = Run { end: place.position() + place.input_len(), ..title.run };
        return Ok((rest, Post { title: run, organization: Some(body), office: title.office, plural: title.plural }));
    }
    let (rest, organization) = opt(alt((body, adjacent_acronym, |rest| adjacent_body(title, rest)))).parse(rest)?;
    // `Ambassador of Japan to ASEAN`.
    let (rest, _) = cond(organization.is_some() && title.office == Office::Minister, opt(addressee)).parse(rest)?;
    Ok((rest, Post { title: title.run, organization, office: title.office, plural: title.plural }))
}

/// `of Shorts, Nordic Film Fund`, `, Fulfilment at Acme`: what the title is for, where the body stands behind it.
fn named_work(office: Office, input: Tokens<'_>) -> PResult<'_, (Run, Run)> {
    if office != Office::Plain {
        return no_match();
    }
    let of = words(&["of", "in", "for"]);
    let (from, _) = alt((&of, kind(Kind::Comma))).parse(input)?;
    let (rest, work) = verify(proper_name, |work| work.len() < 4).parse(from)?;
    let led = kind(Kind::Comma)(rest).is_ok() || words(&["at", "with"])(rest).is_ok();
    if !led || is_body(input, work) {
        return no_match();
    }
    let at = preceded(words(&["at", "with"]), organization);
    let body = |input| preceded(kind(Kind::Comma), organization).parse(input);
    let headed = verify(body, |&body| has_head(input.at(body.start).take(body.len())));
    let (rest, body) = if of(input).is_ok() {
        alt((at, headed)).parse(rest)?
    } else {
        preceded(not(token(Token::capitalized)), at).parse(rest)?
    };
    let titled = token(|token: &Token| token.is(Classes::TITLE_HEAD | Classes::TITLE_MODIFIER));
    not(preceded(kind(Kind::Comma), titled)).parse(rest)?;
    if is_person(input, work) || is_person(input, body) { no_match() } else { Ok((rest, (work, body))) }
}

/// Words before the title: the body (`China Daily Reporter`), or, where a body follows, more of the title.
pub(crate) fn prefixed_post(input: Tokens<'_>) -> PResult<'_, Post> {
    let (at, prefix) = verify(prefix, |&prefix| !is_person(input, prefix)).parse(input)?;
    let (titled, title) = title(at)?;
    let (rest, behind) = opt(body).parse(titled)?;
    let shown = input.take(prefix.len());
    let owned = at.previous().is_some_and(|token| token.kind == Kind::Possessive);
    let body_shown = has_head(shown) || prefix.len() == 1 && shown.first().is_some_and(is_acronym);
    let (rest, behind) = if body_shown && kind(Kind::Comma)(titled).is_ok() { (titled, None) } else { (rest, behind) };
    // `OHW regional director for Europe`
    if let (true, Ok((rest, ()))) =
        (body_shown || owned || country(shown), preceded(words(&["for", "in"]), territory).parse(titled))
    {
        let run = Run { end: rest.position(), ..title.run };
        let prefix = if owned { Run { end: prefix.end - 1, ..prefix } } else { prefix };
        return Ok((rest, Post { title: run, organization: Some(prefix), office: title.office, plural: title.plural }));
    }
    // `Elbonian Minister of Economy and Chairman of Acme`: a body for each.
    if let (true, Some(first), Some(_)) = (body_shown || country(shown), title.joined, behind) {
        let office = self::title(input.at(first.start)).map_or(title.office, |(_, whole)| whole.office);
        return Ok((input.at(first.end), Post { title: first, organization: Some(prefix), office, plural: false }));
    }
    let (office, plural) = (title.office, title.plural);
    // `Department Chair`: a unit without a name.
    let unit = prefix.len() == 1 && lex(Classes::ORGANIZATION_HEAD)(input).is_ok_and(|(_, head)| head.value.starts_with("unit"));
    let graded = unit || input.first().is_some_and(|token| token.is(Classes::TITLE_MODIFIER));
    let post = match behind {
        Some(_) if owned => return no_match(),
        Some(behind) => Post { title: prefix.cover(title.run), organization: Some(behind), office, plural },
        None if graded => Post { title: prefix.cover(title.run), organization: None, office, plural },
        None => {
            let end = if owned { prefix.end - 1 } else { prefix.end };
            Post { title: title.run, organization: Some(Run { end, ..prefix }), office, plural }
        }
    };
    Ok((rest, post))
}

/// Whether the words are a state, or what belongs to one.
fn country(name: Tokens<'_>) -> bool {
    lex(Classes::COUNTRY | Classes::DEMONYM)(name).is_ok_and(|(rest, _)| rest.first().is_none())
}

/// Capitalised words up to a title, and where it starts.
fn prefix(input: Tokens<'_>) -> PResult<'_, Run> {
    if !input.first().is_some_and(|first| first.capitalized() && !first.is(Classes::POSITION_NOUN)) {
        return no_match();
    }
    let mut rest = input;
    for _ in 0..LONGEST_PREFIX {
        let Some(first) = rest.first() else { break };
        let near = rest.position() == input.position() || matches!(first.gap, Gap::Space | Gap::Line | Gap::None);
        let name = first.capitalized() && !is_starter(rest) && !first.is(Classes::HONORIFIC)
            || matches!(first.kind, Kind::Ampersand | Kind::Hyphen | Kind::Possessive | Kind::Number)
            || first.is(Classes::CONNECTOR) && ["and", "of", "for"].contains(&rest.written());
        if !near || !name {
            break;
        }
        rest = rest.take_from(1);
        let whole = !rest
            .previous()
            .is_some_and(|token| token.is(Classes::CONNECTOR) && !token.capitalized() || token.kind == Kind::Hyphen);
        if whole
            && rest.first().is_some_and(|token| token.is(Classes::TITLE_HEAD | Classes::TITLE_MODIFIER | Classes::FIELD))
            && title(rest).is_ok_and(|(_, title)| !heads_whole(rest, title))
        {
            return Ok((rest, input.until(rest)));
        }
    }
    no_match()
}

/// Whether the fields before a head are the end of a body's name, as those who lead the whole of it have no field:
/// `Acme Solutions | CEO`.
pub(crate) fn heads_whole(input: Tokens<'_>, title: Title) -> bool {
    title.office == Office::Body && input.first().is_some_and(|first| first.is(Classes::FIELD) && !first.is(Classes::TITLE_HEAD))
}

/// Whether the run reads as a person's name rather than a body's.
pub(crate) fn is_person(input: Tokens<'_>, run: Run) -> bool {
    let within = input.at(run.start).take(run.len());
    // `Vesta Power`: a surname that is what the body does.
    let shown = |token: &Token| token.is(Classes::GIVEN_NAME) || token.is(Classes::SURNAME) && !token.is(Classes::FIELD);
    let field = within.slice().last().is_some_and(|last| last.is(Classes::FIELD)) && !within.slice().iter().any(shown);
    !field
        && !has_head(within)
        && name(within)
            .is_ok_and(|(rest, name)| rest.first().is_none() && (name.known && name.words > 1 || name.honorific.is_some()))
}

#[cfg(test)]
mod tests {
    use super::post;
    use crate::layout::Document;
    use crate::lexicon::built_in;
    use crate::parse::Tokens;

    #[track_caller]
    fn check(text: &str, title: &str, organization: Option<&str>) {
        let document = Document::read(text, built_in());
        let (_, post) = post(Tokens::new(&document, 0..document.tokens.len(), 0)).expect(text);
        let written = |run: crate::parse::Run| document.slice(run.start..run.end);
        assert_eq!((written(post.title), post.organization.map(written)), (title, organization), "{text}");
    }

    #[test]
    fn titles_and_their_bodies() {
        check(
            "Director of the Office of Technology Transfer of Elbonia University, said",
            "Director",
            Some("Office of Technology Transfer of Elbonia University"),
        );
        check("China Daily Reporter,", "Reporter", Some("China Daily"));
        check("Northeast Asia Vice President, SKF,", "Northeast Asia Vice President", Some("SKF"));
        check("Acme's Chief Patent Officer, said", "Chief Patent Officer", Some("Acme"));
        check("Vice President, Acme Pharmaceutical Co., Ltd., stated", "Vice President", Some("Acme Pharmaceutical Co., Ltd."));
        check(
            "Director General, Copyright Department of the Party Committee, said",
            "Director General",
            Some("Copyright Department of the Party Committee"),
        );
        check("the founder and chairman of Acme, said", "founder and chairman", Some("Acme"));
        check("Minister of Communications of Elbonia.", "Minister of Communications", Some("Elbonia"));
        check("Head of Public Affairs at Acme.", "Head of Public Affairs", Some("Acme"));
        check("CEO, Jane Miller, CFO", "CEO", None);
        check(
            "Senior Grade Officer of the Elbonia Statistics Service",
            "Senior Grade Officer",
            Some("Elbonia Statistics Service"),
        );
        check(
            "Deputy Director (Readiness) in the Ministry of Works (MOW).",
            "Deputy Director (Readiness)",
            Some("Ministry of Works (MOW)"),
        );
        check("IP Counselor, U.S. Embassy in China, said", "IP Counselor", Some("U.S. Embassy in China"));
    }
}
