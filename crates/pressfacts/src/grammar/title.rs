//! Titles: modifiers, a head, and the field of work that makes it specific. No list of whole titles.

mod complement;
mod words;

use nom::branch::alt;
use nom::combinator::{consumed, map, not, opt, peek, value};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{Input, Parser};

pub(crate) use self::complement::addressee;
use self::complement::{complement, directors, small_work};
pub(super) use self::words::field;
use self::words::{behind_grade, between_fields, chief_officer, modifier, whose_team};
use super::name::name;
use crate::lexicon::Classes;
use crate::memo::Production;
use crate::parse::{PResult, Run, Tokens, glued, kind, lex, no_match, remembered, repeated, token, word, words};
use crate::token::{Case, Gap, Kind, Token};

/// Most words looked at to find a head.
const LONGEST: usize = 8;
/// Most tokens of those words.
const FARTHEST_HEAD: usize = 40;
/// Classes of the words that titles start with.
const BEFORE_HEAD_OR_HEAD: Classes = Classes::of(&[Classes::TITLE_HEAD, Classes::TITLE_MODIFIER, Classes::FIELD]);
/// Classes of the words that stand before a head.
const BEFORE_HEAD: Classes = Classes::of(&[Classes::TITLE_MODIFIER, Classes::FIELD, Classes::CONNECTOR]);

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
    if leads_to_head(input) { remembered(Production::Title, whole_title)(input) } else { no_match() }
}

/// Whether words of a title lead up to a head, as far as their classes tell: most fields of work stand in no title.
pub(crate) fn leads_to_head(input: Tokens<'_>) -> bool {
    if !may_open(input) {
        return false;
    }
    let mut phrase_end = input.position();
    for (passed, token) in input.slice().iter().enumerate().take(FARTHEST_HEAD) {
        if token.opens.any(Classes::TITLE_HEAD) {
            return true;
        }
        let here = input.position() + passed;
        if let Some(longest) = input.document.phrases_at(here).first() {
            phrase_end = phrase_end.max(longest.end);
        }
        let inside = here < phrase_end || token.opens.any(BEFORE_HEAD) || token.capitalized();
        let mark = matches!(token.kind, Kind::Hyphen | Kind::Comma | Kind::Ampersand | Kind::Slash | Kind::Possessive);
        // `men's`
        let owner = || input.take_from(passed + 1).first().is_some_and(|next| next.kind == Kind::Possessive);
        if !(inside || mark || owner()) {
            return false;
        }
    }
    false
}

/// Whether the first word may be that of a title.
pub(super) fn may_open(input: Tokens<'_>) -> bool {
    let Some(first) = input.first() else { return false };
    // `men's`
    let owner = || input.take_from(1).first().is_some_and(|next| next.kind == Kind::Possessive);
    first.opens.any(BEFORE_HEAD_OR_HEAD)
        || first.kind == Kind::Hyphen && first.glued()
        || first.reads("chief", input.document.text)
        || owner()
        || behind_grade(input)
}

pub(super) fn whole_title(input: Tokens<'_>) -> PResult<'_, Title> {
    let (rest, first) = conjunct(input)?;
    let joined = rest.first().is_some_and(|next| next.kind == Kind::Comma) || and(rest).is_ok();
    if !joined {
        return Ok((rest, first));
    }
    // What stands behind `, and` is the last one.
    let listed = repeated(1, 3, preceded(pair(kind(Kind::Comma), not(and)), conjunct));
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
    Ok((rest, Title { run: Run { end: rest.position(), ..first.run }, office, plural: first.plural, joined }))
}

/// One title of several: `Director of Public Affairs`.
pub(crate) fn conjunct(input: Tokens<'_>) -> PResult<'_, Title> {
    let (rest, single) = terminated(single, not(prize)).parse(input)?;
    if may_specify(rest) { specified(single, rest) } else { Ok((rest, single)) }
}

/// The title with what makes it specific: `Director | of Public Affairs`.
pub(super) fn specified(single: Title, input: Tokens<'_>) -> PResult<'_, Title> {
    let (rest, _) = opt(gloss).parse(input)?;
    // `Chairman of the Board` is known as a whole.
    let board_before = rest.previous().is_some_and(|last| last.reads("board", input.document.text));
    let (rest, _) = if board_before { opt(directors).parse(rest)? } else { (rest, None) };
    let (behind, first) = opt(consumed(|rest| complement(single.office, rest))).parse(rest)?;
    // `vice-chair for science of neurology at`
    let small = first.is_some_and(|(taken, ())| taken.slice().iter().all(|token| !token.capitalized()));
    let (rest, _) = if small { opt(small_work).parse(behind)? } else { (behind, None) };
    Ok((rest, Title { run: Run { end: rest.position(), ..single.run }, ..single }))
}

/// Whether what stands behind a title's head may belong to it.
pub(super) fn may_specify(rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first() else { return false };
    match next.kind {
        Kind::Open | Kind::Comma | Kind::Dash | Kind::Colon | Kind::Slash => true,
        _ => {
            let field = next.gap == Gap::Space && (next.capitalized() || next.is(Classes::FIELD));
            field || words(&["of", "for", "on", "in", "to"])(rest).is_ok()
        }
    }
}

/// `of the Year`: what somebody wins.
fn prize(input: Tokens<'_>) -> PResult<'_, ()> {
    let period = token(|token: &Token| token.capitalized() && token.is(Classes::CALENDAR_UNIT));
    value((), (word("of"), article, period)).parse(input)
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
    let mut last_head: Option<Run> = None;
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
            // `executive Directors`
            let graded = title.run.len() == 1 && first.is(Classes::TITLE_HEAD);
            let graded = graded && head.is_some_and(|head| !head.capitalized() && head.is(Classes::TITLE_MODIFIER));
            let same = hyphened
                || short
                || graded
                || head.is_some_and(|head| head.capitalized() == first.capitalized() || opening(head));
            same && !starts_name(rest)
        };
        if found.is_some() && !goes_on(rest) {
            break;
        }
        if found.as_ref().is_some_and(|title| first.kind == Kind::Word && !first.is(Classes::CONNECTOR) && !follows(title)) {
            break;
        }
        if let Ok((after, ())) = chief_officer(rest) {
            found = Some(Title { run: input.until(after), office: Office::Plain, plural: false, joined: None });
            last_head = None;
            rest = after;
        } else if let Ok((after, head)) = lex(Classes::TITLE_HEAD)(rest) {
            if found.is_some() && ranks_name(head.value, rest, after) {
                break;
            }
            // `Chief of the Naval Staff Admiral Ann Lee`: what she is called by.
            let called = after.first().is_some_and(|next| next.capitalized() && next.gap == Gap::Space);
            let behind = found.as_ref().is_some_and(|title| title.run.end == rest.position());
            if behind && head.value == "rank" && called && !first.is(Classes::TITLE_MODIFIER) {
                break;
            }
            // `VP Investor Relations`: an occupation takes nothing from the office before it.
            let own = Office::named(head.value);
            let office = found.filter(|_| own == Office::Bare).map_or(own, |title| title.office);
            found = Some(Title { run: input.until(after), office, plural: false, joined: None });
            last_head = Some(head.run);
            rest = after;
        } else if let Ok((after, status)) = modifier(rest) {
            if let Some(title) = found.as_mut().filter(|_| !["", "former", "name", "inner"].contains(&status)) {
                title.run = input.until(after);
            }
            rest = after;
        } else if let Ok((after, ())) = alt((whose_team, field, |rest| between_fields(input, rest))).parse(rest) {
            rest = after;
        } else if let (true, Ok((after, _))) = (found.is_some(), hyphened_head(rest)) {
            rest = after;
        } else if found.is_none() && behind_grade(rest) {
            rest = rest.take_from(1);
        } else {
            break;
        }
    }
    match found {
        // `the late President`, `the then President`: of the person or the time, not of the office.
        Some(title) => {
            let late = usize::from(title.run.len() > 1 && words(&["late", "then"])(input).is_ok());
            let run = Run { start: title.run.start + late, ..title.run };
            let several = |at| is_plural(input, input.at(at).written());
            let plural = last_head.is_some_and(|head| several(head.end - 1) || head.len() > 1 && several(head.start));
            Ok((input.at(title.run.end), Title { run, plural, ..title }))
        }
        None => no_match(),
    }
}

/// Whether a title may go on behind its head, as the next word tells.
fn goes_on(rest: Tokens<'_>) -> bool {
    let leads = |next: &Token| {
        next.kind == Kind::Hyphen || next.opens.any(Classes::TITLE_HEAD | Classes::TITLE_MODIFIER | Classes::FIELD)
    };
    // `Marketing and`, `men's`
    let behind_field = || rest.previous().is_some_and(|last| last.is(Classes::FIELD));
    let owner = || rest.take_from(1).first().is_some_and(|next| next.kind == Kind::Possessive);
    rest.first().is_some_and(leads) || behind_field() || owner()
}

/// `Ministers`, `Secretaries`, `Chairmen`: whether the last word of a head stands for several people.
fn is_plural(input: Tokens<'_>, last: &str) -> bool {
    let last = last.trim_end_matches('.');
    let irregular = ["taries", "men", "people"].iter().any(|ending| last.ends_with(ending));
    let singular = || last.strip_suffix('s').map(|one| input.document.lexicon.look_up(one).classes);
    irregular || singular().is_some_and(|classes| classes.any(Classes::TITLE_HEAD))
}

/// What a word is that belongs to a name or opens a sentence: with a capital it is no unknown word of a title.
pub(super) const IN_NAMES: Classes = Classes::of(&[
    Classes::ORGANIZATION_HEAD,
    Classes::LEGAL_SUFFIX,
    Classes::COUNTRY,
    Classes::DEMONYM,
    Classes::PLACE,
    Classes::GIVEN_NAME,
    Classes::SURNAME,
    Classes::HONORIFIC,
    Classes::STARTER,
]);

/// Whether a rank is the name's rather than the title's: `Commander | Vice Admiral Ann Lee`.
fn ranks_name(value: &str, head: Tokens<'_>, after: Tokens<'_>) -> bool {
    let called = matches!(value, "rank" | "professor") || word("senator")(head).is_ok();
    let apart = head.first().is_some_and(|first| first.capitalized() && !first.glued());
    called
        && apart
        && after.first().is_some_and(|next| next.gap == Gap::Space)
        && name(after).is_ok_and(|(_, name)| name.words > 1)
}

/// The hyphen between two heads: `Assistant-Secretary-General`.
fn hyphened_head(input: Tokens<'_>) -> PResult<'_, &Token> {
    terminated(glued(kind(Kind::Hyphen)), peek(glued(lex(Classes::TITLE_HEAD)))).parse(input)
}

/// Whether the word behind a head is the first of a name: an honorific before one, or a word known from names.
fn starts_name(input: Tokens<'_>) -> bool {
    let Some(first) = input.first().filter(|first| first.capitalized()) else { return false };
    let named = |rest: Tokens<'_>| rest.first().is_some_and(|token| token.capitalized() && token.gap == Gap::Space);
    let after = input.take_from(1);
    let hint = first.is(Classes::GIVEN_NAME | Classes::SURNAME);
    // `Executive Dean Anna Miller`: two more words make the name.
    let office = first.is(Classes::TITLE_HEAD) && named(after) && named(after.take_from(1));
    hint && (!first.is(Classes::TITLE_HEAD) || named(after) && !office) || first.is(Classes::HONORIFIC) && named(after)
}

/// What is in parentheses behind a title: `(COO)`, `(Climate Change)`.
fn gloss(input: Tokens<'_>) -> PResult<'_, ()> {
    let mixed = |token: &Token| token.case == Case::Mixed;
    let capitalized = token(|token: &Token| token.capitalized() && !mixed(token) && !token.is(Classes::COUNTRY));
    let joined = value((), terminated(pair(and, opt(article)), peek(token(|token: &Token| token.capitalized()))));
    let capitalized = value((), capitalized);
    value((), delimited(kind(Kind::Open), repeated(1, 7, alt((capitalized, joined))), kind(Kind::Close))).parse(input)
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
