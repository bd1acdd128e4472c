//! Titles: modifiers, a head, and the field of work that makes it specific. No list of whole titles.

use nom::branch::alt;
use nom::combinator::{consumed, map, not, opt, peek, value, verify};
use nom::multi::many_m_n;
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{Input, Parser};

use super::organization::{has_head, proper_name};
use super::portfolio::{portfolio, strict_portfolio, unknown_fields};
use crate::lexicon::Classes;
use crate::memo::Production;
use crate::parse::{PResult, Run, Tokens, glued, kind, lex, lex_before, no_match, remembered, token, word, words};
use crate::token::{Case, Gap, Kind, Token};

/// Most words looked at to find a head.
const LONGEST: usize = 8;

/// A title, without the body it is held in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Title {
    pub(crate) run: Run,
    pub(crate) office: Office,
    /// Whether it stands for several people: `Ministers`.
    pub(crate) plural: bool,
    /// Whether several titles are joined.
    pub(crate) joined: Option<Run>,
}

/// What kind of position a head makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Office {
    /// What follows `of` is a body or a field of work, as it reads.
    Plain,
    /// What follows `of` or `for` is the portfolio: `Minister of Foreign Affairs`.
    Minister,
    /// What follows `of` is the body: `CEO`.
    Body,
    /// The same, of an office whose holder is known by the surname: `President`, `Senator`.
    Public,
    /// It stands before a name without a body: `Colonel`.
    Rank,
    /// The same, where what follows `of` is what is taught: `Professor`.
    Professor,
    /// What follows `of` is what is taught: `Associate Professor`.
    Teacher,
    /// An occupation: `artist`.
    Bare,
}

impl Office {
    fn named(name: &str) -> Self {
        match name {
            "minister" => Self::Minister,
            "body" => Self::Body,
            "public" => Self::Public,
            "rank" => Self::Rank,
            "professor" => Self::Professor,
            "teacher" => Self::Teacher,
            "bare" => Self::Bare,
            _ => Self::Plain,
        }
    }
}

/// `Deputy Secretary-General`, `Chief Patent and Technology Counsel`, `Founder & CTO`, `Vice President of Marketing`,
/// `Minister for Trade and Industry`, `Chief Technology Officer (CTO) and Director of Public Affairs`.
pub(crate) fn title(input: Tokens<'_>) -> PResult<'_, Title> {
    remembered(Production::Title, whole_title)(input)
}

fn whole_title(input: Tokens<'_>) -> PResult<'_, Title> {
    let (rest, first) = conjunct(input)?;
    // What stands behind `, and` is the last one.
    let listed = many_m_n(1, 3, preceded(pair(kind(Kind::Comma), not(and)), conjunct));
    let last = preceded(pair(opt(kind(Kind::Comma)), and), conjunct);
    // `Chairman, CEO`, before no name
    let short = token(|token: &Token| token.is(Classes::TITLE_HEAD) && token.is(Classes::UPPER));
    let alone = not(token(|token: &Token| token.capitalized() && token.gap == Gap::Space && token.kind == Kind::Word));
    let apposed = preceded(pair(kind(Kind::Comma), peek(short)), terminated(conjunct, alone));
    let (rest, more) = opt(alt((map(pair(listed, last), |(_, last)| last), preceded(and, conjunct), apposed))).parse(rest)?;
    // A third one behind a second `and`.
    let (rest, third) = opt(preceded(and, conjunct)).parse(rest)?;
    // `Chairman and shareholder`: an occupation takes nothing from the office before it.
    let office = third.or(more).map(|last| last.office).filter(|&office| office != Office::Bare).unwrap_or(first.office);
    let joined = more.map(|_| first.run);
    Ok((rest, Title { run: input.until(rest), office, plural: first.plural, joined }))
}

/// One title of several: `Director of Public Affairs`.
fn conjunct(input: Tokens<'_>) -> PResult<'_, Title> {
    let (rest, single) = single(input)?;
    let (rest, _) = opt(gloss).parse(rest)?;
    // `Chairman of the Board` is known as a whole.
    let board_before = rest.previous().is_some_and(|last| last.span.of(input.document.text).eq_ignore_ascii_case("board"));
    let (rest, _) = if board_before { opt(directors).parse(rest)? } else { (rest, None) };
    let (behind, first) = opt(consumed(|rest| complement(single.office, rest))).parse(rest)?;
    // `vice-chair for science of neurology at`
    let small = first.is_some_and(|(taken, ())| taken.slice().iter().all(|token| !token.capitalized()));
    let (rest, _) = if small { opt(small_work).parse(behind)? } else { (behind, None) };
    Ok((rest, Title { run: input.until(rest), ..single }))
}

pub(super) fn article(input: Tokens<'_>) -> PResult<'_, &Token> {
    word("the")(input)
}

pub(super) fn and(input: Tokens<'_>) -> PResult<'_, &Token> {
    alt((word("and"), kind(Kind::Ampersand), kind(Kind::Slash))).parse(input)
}

/// Modifiers and a head: `Deputy Director General`, `principal owner`, `President-elect`.
pub(crate) fn single(input: Tokens<'_>) -> PResult<'_, Title> {
    let mut rest = input;
    let mut found: Option<Title> = None;
    for _ in 0..LONGEST {
        let Some(first) = rest.first() else { break };
        if rest.position() > input.position() && matches!(first.gap, Gap::Wide | Gap::Cell) {
            break;
        }
        // Behind a head, what goes on stands in the same case; a word known as a name starts one.
        let follows = |title: &Title| {
            let head = &input.at(title.run.end - 1).first();
            // `Non-executive Director`, where the capital is the first part's.
            let hyphened = head.is_some_and(Token::glued);
            // `Deputy speaker`, where only the first word has a capital.
            let opening = |head: &Token| title.run.len() == 1 && head.capitalized() && head.is(Classes::TITLE_MODIFIER);
            // `executive VP`
            let short = first.is(Classes::UPPER) && first.is(Classes::TITLE_HEAD);
            let same = hyphened || short || head.is_some_and(|head| head.capitalized() == first.capitalized() || opening(head));
            same && !starts_name(rest)
        };
        if found.as_ref().is_some_and(|title| first.kind == Kind::Word && !first.is(Classes::CONNECTOR) && !follows(title)) {
            break;
        }
        if let Ok((after, ())) = chief_officer(rest) {
            found = Some(Title { run: input.until(after), office: Office::Plain, plural: false, joined: None });
            rest = after;
        } else if let Ok((after, head)) = lex(Classes::TITLE_HEAD)(rest) {
            let last = input.at(after.position() - 1).written();
            let singular = last.trim_end_matches('.').strip_suffix('s').map(|one| input.document.lexicon.look_up(one).classes);
            let plural = singular.is_some_and(|classes| classes.any(Classes::TITLE_HEAD));
            found = Some(Title { run: input.until(after), office: Office::named(head.value), plural, joined: None });
            rest = after;
        } else if let Ok((after, status)) = modifier(rest) {
            if let Some(title) = found.as_mut().filter(|_| !["", "former", "name", "inner"].contains(&status)) {
                title.run = input.until(after);
            }
            rest = after;
        } else if let Ok((after, ())) = alt((field, |rest| between_fields(input, rest))).parse(rest) {
            rest = after;
        } else if found.is_none() && behind_grade(rest) {
            rest = rest.take_from(1);
        } else {
            break;
        }
    }
    match found {
        Some(title) => Ok((input.at(title.run.end), title)),
        None => no_match(),
    }
}

/// Whether a word that nothing is known of stands between a grade and the head: `Senior Widget Engineer`.
fn behind_grade(input: Tokens<'_>) -> bool {
    let known = Classes::of(&[
        Classes::ORGANIZATION_HEAD,
        Classes::LEGAL_SUFFIX,
        Classes::COUNTRY,
        Classes::DEMONYM,
        Classes::PLACE,
        Classes::GIVEN_NAME,
        Classes::SURNAME,
        Classes::HONORIFIC,
        Classes::STARTER,
        Classes::COMMON_WORD,
    ]);
    let grade = lex_before(input, Classes::TITLE_MODIFIER).is_some_and(|modifier| modifier.value.is_empty());
    let plain = input.first().is_some_and(|first| {
        first.kind == Kind::Word && first.case == Case::Title && first.gap == Gap::Space && !first.is(known)
    });
    let next = || input.take_from(1).first();
    let led = grade && plain && next().is_some_and(|next| next.capitalized() && next.gap == Gap::Space && !next.is(known));
    led && next().is_some_and(|next| next.is(Classes::FIELD | Classes::TITLE_HEAD))
        && input.previous().is_some_and(|before| before.capitalized() && before.gap != Gap::None)
}

/// `Chief Happiness and Wine Officer`: whatever stands between the two.
fn chief_officer(input: Tokens<'_>) -> PResult<'_, ()> {
    let (rest, chief) = word("chief")(input)?;
    let officer = words(&["officer", "counsel"]);
    let between = token(|token: &Token| {
        let named = matches!(token.kind, Kind::Word | Kind::Hyphen | Kind::Ampersand | Kind::Comma);
        named && token.capitalized() == (chief.capitalized() && token.kind == Kind::Word)
            || token.is(Classes::CONNECTOR) && token.span.of(input.document.text) == "and"
    });
    value((), (many_m_n(0, 6, preceded(not(&officer), between)), &officer)).parse(rest)
}

/// Whether the word behind a head is the first of a name: an honorific before one, or a word known from names.
fn starts_name(input: Tokens<'_>) -> bool {
    let Some(first) = input.first().filter(|first| first.capitalized()) else { return false };
    let named = |rest: Tokens<'_>| rest.first().is_some_and(|token| token.capitalized() && token.gap == Gap::Space);
    let after = input.take_from(1);
    let hint = first.is(Classes::GIVEN_NAME | Classes::SURNAME);
    hint && (!first.is(Classes::TITLE_HEAD) || named(after)) || first.is(Classes::HONORIFIC) && named(after)
}

/// A modifier, with a hyphen on either side of it: `Co-`, `-elect`.
fn modifier(input: Tokens<'_>) -> PResult<'_, &str> {
    let (rest, modifier) = preceded(opt(glued(kind(Kind::Hyphen))), lex(Classes::TITLE_MODIFIER)).parse(input)?;
    // `Cabinet minister under President Lee`: a preposition, as the case of the next word tells.
    let preposition = input.first().is_some_and(|first| first.is(Classes::CONNECTOR) && !first.capitalized());
    if preposition && rest.first().is_some_and(|next| next.capitalized() && !next.glued()) {
        return no_match();
    }
    let (rest, _) = opt(terminated(glued(kind(Kind::Hyphen)), peek(token(Token::glued)))).parse(rest)?;
    Ok((rest, modifier.value))
}

pub(super) fn field(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), lex(Classes::FIELD)).parse(input)
}

/// `and`, `&` or a comma between two fields: `Chief Patent and Technology Counsel`.
fn between_fields<'t>(start: Tokens<'t>, input: Tokens<'t>) -> PResult<'t, ()> {
    let behind_field = input.position() > start.position() && input.previous().is_some_and(|token| token.is(Classes::FIELD));
    if !behind_field {
        return no_match();
    }
    let capital = input.previous().is_some_and(Token::capitalized);
    let joint = alt((word("and"), kind(Kind::Ampersand), kind(Kind::Comma), kind(Kind::Slash), glued(kind(Kind::Hyphen))));
    let next = token(|token: &Token| token.is(Classes::FIELD | Classes::TITLE_MODIFIER) && token.capitalized() == capital);
    value((), terminated(joint, peek(next))).parse(input)
}

/// What is in parentheses behind a title: `(COO)`, `(Climate Change)`.
fn gloss(input: Tokens<'_>) -> PResult<'_, ()> {
    let mixed = |token: &Token| token.case == Case::Mixed;
    let capitalized = token(|token: &Token| token.capitalized() && !mixed(token) && !token.is(Classes::COUNTRY));
    let joined = value((), terminated(pair(and, opt(article)), peek(token(|token: &Token| token.capitalized()))));
    let capitalized = value((), capitalized);
    value((), delimited(kind(Kind::Open), many_m_n(1, 7, alt((capitalized, joined))), kind(Kind::Close))).parse(input)
}

/// What makes a title specific and is part of it: `of Marketing`, `for education affairs`, `to the President`.
fn complement(office: Office, input: Tokens<'_>) -> PResult<'_, ()> {
    match office {
        Office::Minister => {
            // `Under Secretary of Commerce for Intellectual Property`.
            let further = opt(preceded(word("for"), alt((portfolio, unknown_fields))));
            let held = preceded(words(&["of", "for", "on", "in"]), alt((portfolio, to_office)));
            let anything = preceded(word("for"), unknown_fields);
            alt((value((), pair(held, further)), anything, addressee)).parse(input)
        }
        Office::Body => alt((value((), preceded(word("of"), board)), in_charge)).parse(input),
        Office::Professor | Office::Teacher => alt((chair_held, held_in, department, adjacent_field)).parse(input),
        Office::Plain | Office::Public | Office::Rank | Office::Bare => {
            alt((held_in, addressee, department, in_charge, adjacent_field)).parse(input)
        }
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

/// `in charge of Operations`: what is behind it belongs to the title whatever it is.
fn in_charge(input: Tokens<'_>) -> PResult<'_, ()> {
    let small = token(|token: &Token| token.kind == Kind::Word && !token.capitalized() && !token.is(NO_WORK));
    let work = alt((portfolio, value((), many_m_n(1, 4, preceded(opt(and), small)))));
    value((), (word("in"), word("charge"), word("of"), opt(article), work)).parse(input)
}

/// `, Corporate Communications`, `: Stakeholder Relations`: a field behind a mark, with nothing more to it.
fn department(input: Tokens<'_>) -> PResult<'_, ()> {
    let ends = |rest: Tokens<'_>| {
        rest.first().is_none_or(|token| {
            let marks = [Kind::Comma, Kind::Close, Kind::Dash, Kind::Semicolon, Kind::Period];
            marks.contains(&token.kind) || token.gap == Gap::Cell
        }) || words(&["at", "of", "with", "for"])(rest).is_ok()
            || preceded(and, single).parse(rest).is_ok()
    };
    let capital = peek(token(|token: &Token| token.capitalized()));
    // `Senior Manager: Stakeholder Relations`
    let mark = alt((kind(Kind::Comma), kind(Kind::Dash), kind(Kind::Colon)));
    let (rest, ()) = preceded((mark, capital), strict_portfolio).parse(input)?;
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
    let up_to_body = value((), (token(named), many_m_n(0, 5, preceded(joint, token(named))), ends));
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
    Classes::CLAUSE_WORD,
    Classes::STATE_BODY,
]);

/// `of screenwriting at`, `for collections and exhibitions,`: work in small letters, up to where the title is held or the
/// end of the phrase.
fn small_work(input: Tokens<'_>) -> PResult<'_, ()> {
    let (from, preposition) = words(&["of", "in", "for"])(input)?;
    let small = token(|token: &Token| {
        token.kind == Kind::Word && !token.capitalized() && !token.is(NO_WORK) || token.kind == Kind::Hyphen
    });
    let more = preceded(opt(word("and")), &small);
    let (rest, _) = (&small, many_m_n(0, 4, more)).parse(from)?;
    // `for discovery of neurology`
    let further = preceded(words(&["of", "in", "for"]), pair(&small, many_m_n(0, 3, preceded(opt(word("and")), &small))));
    let (rest, _) = opt(further).parse(rest)?;
    let held = words(&["at", "with"])(rest).is_ok();
    let head = input.previous().is_some_and(|head| !head.capitalized());
    let marks = [Kind::Comma, Kind::Period, Kind::Semicolon, Kind::Close, Kind::Dash];
    let ends = rest.first().is_none_or(|next| marks.contains(&next.kind));
    let of = preposition.span.of(input.document.text) != "in";
    if held || head && ends && of { Ok((rest, ())) } else { no_match() }
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
fn directors(input: Tokens<'_>) -> PResult<'_, ()> {
    let executive = opt(words(&["executive", "managing"]));
    value((), (word("of"), executive, words(&["directors", "trustees", "governors", "management"]))).parse(input)
}

/// `to the prime minister`, `to China`.
pub(crate) fn addressee(input: Tokens<'_>) -> PResult<'_, ()> {
    let place = value((), lex(Classes::COUNTRY));
    // `to the Prime Minister on Trade and Industry`
    let office = value((), pair(single_with_portfolio, opt(preceded(words(&["for", "on"]), portfolio))));
    // `Adviser to Prime Minister Bilal Khan Shah`: may be the adviser's name.
    let holder = (single, token(Token::capitalized), token(Token::capitalized));
    let named = value((), preceded(not(holder), many_m_n(1, 4, token(|token: &Token| token.capitalized()))));
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
    value((), preceded(word("the"), terminated(single, not(goes_on)))).parse(input)
}

#[cfg(test)]
mod tests {
    use super::title;
    use crate::testing::parse_start;

    #[test]
    fn titles() {
        for (text, expected) in [
            ("Director General of the", "Director General"),
            ("Deputy Secretary-General of the", "Deputy Secretary-General"),
            ("Chief Patent and Technology Counsel of Acme", "Chief Patent and Technology Counsel"),
            ("President Assistant and General Counsel of", "President Assistant and General Counsel"),
            ("Charge d’Affaires ad interim of the", "Charge d’Affaires ad interim"),
            ("Minister Counselor for education affairs, also", "Minister Counselor for education affairs"),
            ("Vice President of Marketing, Acme", "Vice President of Marketing"),
            ("Vice President of Acme", "Vice President"),
            ("Director of the Marketing Bureau", "Director"),
            ("Director of the Office of Technology Transfer", "Director"),
            ("Chief Inspector of Anti-monopoly, SAMR", "Chief Inspector of Anti-monopoly"),
            ("Founder & CTO of Acme", "Founder & CTO"),
            (
                "Chief Technology Officer (CTO) and Director of Public Affairs, effective",
                "Chief Technology Officer (CTO) and Director of Public Affairs",
            ),
            ("Minister of Energy and Water Resources of Elbonia", "Minister of Energy and Water Resources"),
            ("Minister for Housing and the Environment Jane Doe", "Minister for Housing and the Environment"),
            ("Minister of Education Jane Doe", "Minister of Education"),
            (
                "Minister of Energy, Water, Forests and Rural Development, to",
                "Minister of Energy, Water, Forests and Rural Development",
            ),
            ("Minister of Trade, Ministry", "Minister of Trade"),
            ("Head of Public Safety & Community Relations at Acme", "Head of Public Safety & Community Relations"),
            ("Chairman of the Supervisory Board of Acme", "Chairman of the Supervisory Board"),
            ("President-elect of Elbonia", "President-elect"),
            ("undersecretary to the prime minister, said", "undersecretary to the prime minister"),
            ("co-founder and president of Acme", "co-founder and president"),
            ("Deputy Director (Readiness) in the Ministry", "Deputy Director (Readiness)"),
            (
                "Deputy Prime Minister (DPM), Co-ordinating Minister for Social Policy and Minister for Health Jane",
                "Deputy Prime Minister (DPM), Co-ordinating Minister for Social Policy and Minister for Health",
            ),
            ("Secretary for Housing, Transport and Tourism of the", "Secretary for Housing, Transport and Tourism"),
            ("President Jane Doe", "President"),
        ] {
            assert_eq!(parse_start(text, title).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(parse_start("marketing of goods", title), None);
    }
}
