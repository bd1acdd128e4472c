//! Lists of the sides of something: `A, B and C`.

mod description;
mod nameless;
mod opening;
mod refused;

use nom::branch::alt;
use nom::combinator::{not, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

pub(crate) use self::description::description;
use self::description::{before_name, explanation};
use self::nameless::nameless;
pub(crate) use self::opening::may_open_side;
use self::refused::{is_common, is_defined, is_gerund, is_origin, is_suffix, is_titled};
use super::organization::{has_head, is_body, is_starter, proper_name};
use crate::layout::BlockKind;
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens, glued, kind, lex, no_match, token, word, words};
use crate::token::{Kind, Token};

/// Longest shortened form in parentheses, in tokens.
const LONGEST_SHORT_FORM: usize = 10;
/// Most names in a list.
const MOST_PARTIES: usize = 40;

/// The names of a list, each without its article: `Peru, Nepal and the Republic of Elbonia`. Names joined by commas
/// alone are no list: what follows the first explains it.
pub(crate) fn parties(input: Tokens<'_>) -> PResult<'_, Vec<Run>> {
    let (mut rest, first) = side(input)?;
    let alone = (rest, first.clone());
    let mut list = first;
    let mut closed = false;
    while list.len() < MOST_PARTIES {
        if let Ok((after, last)) = preceded(conjunction, side).parse(rest) {
            closed = true;
            list.extend(last);
            rest = after;
            continue;
        }
        if closed {
            break;
        }
        // `the Port Authority (PA), the Tide Council (TC), and Acme`: what has an article may be a name, too.
        let item = preceded(kind(Kind::Comma), side).parse(rest).ok().filter(|(after, names)| {
            let ends = after.first().is_some_and(|next| next.kind == Kind::Comma);
            ends && names.iter().all(|&name| is_body(input, name)) && !names.is_empty()
        });
        if item.is_none()
            && let Ok((after, last)) = preceded((explanation, conjunction), side).parse(rest)
        {
            closed = true;
            list.extend(last);
            rest = after;
            break;
        }
        let Ok((after, next)) = preceded(kind(Kind::Comma), side).parse(rest) else { break };
        list.extend(next);
        rest = after;
    }
    // `India, Japan sign`: states need no conjunction in a heading's list, nor do capitals.
    let all = |class: Classes| list.len() > 1 && list.iter().all(|name| is_place(input, *name, class));
    // The verb may stand behind the window.
    let next = input.document.tokens.get(rest.position());
    let acts = || list.len() > 1 && next.is_some_and(|next| next.is(Classes::AGREEMENT_VERB));
    let joined = closed || all(Classes::COUNTRY) || is_in_heading(input) && (all(Classes::PLACE) || acts());
    let (rest, list) = if joined { (rest, without_seats(input, list)) } else { alone };
    let list = whole_name(input, rest, &list).map_or(list, |name| vec![name]);
    if list.is_empty() { no_match() } else { Ok((rest, list)) }
}

/// `Tide Port, Harbour and Lock District (TPHLD)`: one name, if the letters at its end are those of all its words.
fn whole_name(input: Tokens<'_>, rest: Tokens<'_>, names: &[Run]) -> Option<Run> {
    let (document, end) = (input.document, rest.position());
    let [first, _, ..] = names else { return None };
    let open = end.checked_sub(3).filter(|&open| open > first.start)?;
    let [opening, letters, closing] = &document.tokens[open..end] else { return None };
    let titled = document.tokens[first.start].capitalized();
    let parenthesis = titled && opening.kind == Kind::Open && closing.kind == Kind::Close && letters.is(Classes::UPPER);
    let words = (first.start..open).filter(|&at| document.tokens[at].kind == Kind::Word && document.tokens[at].capitalized());
    let initials = || words.filter_map(|at| document.written(at).chars().next());
    (parenthesis && initials().eq(document.written(open + 1).chars())).then_some(Run { end, ..*first })
}

/// The names but for the places behind a body, where the list goes on with another: `Delta University, Lagos, Nigeria and
/// Tide College`.
fn without_seats(input: Tokens<'_>, names: Vec<Run>) -> Vec<Run> {
    let headed = |name: &Run| has_head(input.at(name.start).take(name.len()));
    let comma = |name: &Run| input.document.tokens[name.start - 1].kind == Kind::Comma;
    let last = names.iter().rposition(headed).filter(|&last| last + 1 == names.len());
    let Some(last) = last.filter(|&last| last > 1) else { return names };
    let seat = |name: &Run| is_place(input, *name, Classes::COUNTRY | Classes::PLACE);
    let state = names[..last].iter().rposition(seat);
    let Some(first) =
        state.and_then(|state| names[..state].iter().rposition(headed).filter(|first| names[*first..state].len() <= 3))
    else {
        return names;
    };
    let is_seat = |at: usize, name: &Run| at > first && at < last && !headed(name) && comma(name);
    names.iter().enumerate().filter(|(at, name)| !is_seat(*at, name)).map(|(_, name)| *name).collect()
}

fn is_place(input: Tokens<'_>, name: Run, class: Classes) -> bool {
    lex(class)(input.at(name.start)).is_ok_and(|(_, place)| place.run == name)
}

fn is_in_heading(input: Tokens<'_>) -> bool {
    let document = input.document;
    let sentence = document.sentence_of(input.position());
    sentence.is_some_and(|sentence| document.blocks[sentence.block].kind == BlockKind::Heading)
}

/// One place in a list: a name, or words for a side that has none, as `the rebels`.
fn side(input: Tokens<'_>) -> PResult<'_, Vec<Run>> {
    if may_open_side(input) { any_side(input) } else { no_match() }
}

fn any_side(input: Tokens<'_>) -> PResult<'_, Vec<Run>> {
    let name = |input| party(input).map(|(rest, name)| (rest, vec![name]));
    terminated(alt((name, preceded(opt(lex(Classes::DETERMINER)), represented), nameless)), opt(short_form)).parse(input)
}

/// `and`, `, and`, `as well as`, `&`.
fn conjunction(input: Tokens<'_>) -> PResult<'_, ()> {
    let and = alt((
        value((), words(&["and", "&"])),
        value((), (word("as"), word("well"), word("as"))),
        value((), (word("along"), word("with"))),
    ));
    preceded(opt(kind(Kind::Comma)), and).parse(input)
}

/// `(“Acme”)`, `(the “Company”)`, `(NASDAQ: ACME)`: how the name is shortened from here on.
fn short_form(input: Tokens<'_>) -> PResult<'_, ()> {
    let (inner, _) = kind(Kind::Open)(input)?;
    let close = inner.slice().iter().take(LONGEST_SHORT_FORM).position(|token| token.kind == Kind::Close);
    close.map_or_else(no_match, |close| Ok((inner.take_from(close + 1), ())))
}

/// One name, with its article.
fn party(input: Tokens<'_>) -> PResult<'_, Run> {
    let (name, _) = opt(article).parse(input)?;
    let article = name.position() > input.position();
    let (name, _) = opt(before_name).parse(name)?;
    let (name, described) = opt(description).parse(name)?;
    let article = article && described.is_none();
    alt((government, owned_government, joint_state, |input| compound_body(article, input), body_or_state)).parse(name)
}

/// `Peruvian counterpart Jane Roe`: the state that she acts for.
pub(crate) fn counterpart(input: Tokens<'_>) -> PResult<'_, Run> {
    let (noun, state) = lex(Classes::COUNTRY | Classes::DEMONYM)(input)?;
    let (rest, _) = (word("counterpart"), opt(proper_name)).parse(noun)?;
    Ok((rest, state.run))
}

/// `the`, `an`, but not `First` of `First Harbour Bank`.
fn article(input: Tokens<'_>) -> PResult<'_, ()> {
    let (rest, _) = lex(Classes::DETERMINER)(input)?;
    let ordinal = input.first().is_some_and(|first| first.is(Classes::ORDINAL) && first.capitalized());
    let named = rest.first().is_some_and(|next| {
        next.kind == Kind::Word && next.capitalized() && !next.is(Classes::TITLE_HEAD | Classes::TITLE_MODIFIER)
    });
    if ordinal && named && !is_in_heading(input) { no_match() } else { Ok((rest, ())) }
}

/// `Trinidad and Tobago`: one state.
fn joint_state(input: Tokens<'_>) -> PResult<'_, Run> {
    let (rest, state) = lex(Classes::COUNTRY)(input)?;
    let joint = (state.run.start..state.run.end).any(|at| input.document.written(at) == "and");
    let ends = !rest.first().is_some_and(|next| next.kind == Kind::Possessive || next.kind == Kind::Word && next.capitalized());
    if joint && ends { Ok((rest, state.run)) } else { no_match() }
}

/// `Leaders of Kenya and Peru`, `officials from Acme`: people without names, for those that they act for.
pub(crate) fn represented(input: Tokens<'_>) -> PResult<'_, Vec<Run>> {
    let people = verify(lex(Classes::PARTY_NOUN), |noun| noun.value == PEOPLE);
    preceded((people, alt((word("of"), word("from"), word("for")))), parties).parse(input)
}

/// The value of a noun for people who act for a side.
const PEOPLE: &str = "people";

/// The value of a noun for a place that acts.
const PLACE: &str = "place";

/// `government of Kenya`, `Chinese government`: bodies whose own word is written small.
fn government(input: Tokens<'_>) -> PResult<'_, Run> {
    let republic =
        verify(proper_name, |name: &Run| (name.start..name.end).any(|at| input.document.tokens[at].is(Classes::COUNTRY)));
    let state = alt((value((), lex(Classes::COUNTRY)), value((), republic)));
    let of_state = (lex(Classes::STATE_BODY), word("of"), opt(word("the")), state);
    let by_state = (lex(Classes::DEMONYM), lex(Classes::STATE_BODY));
    // `city of Lyon`
    let place = verify(lex(Classes::PARTY_NOUN), |noun| noun.value == PLACE);
    let of_place = (place, word("of"), proper_name);
    let (rest, ()) = alt((value((), of_state), value((), by_state), value((), of_place))).parse(input)?;
    Ok((rest, input.until(rest)))
}

/// `Kenya's energy ministry`.
fn owned_government(input: Tokens<'_>) -> PResult<'_, Run> {
    let owner = alt((value((), lex(Classes::COUNTRY)), value((), proper_name)));
    let (mut rest, _) = (owner, kind(Kind::Possessive)).parse(input)?;
    for _ in 0..4 {
        let small = !rest.first().is_some_and(Token::capitalized);
        if let Some((rest, _)) = lex(Classes::PARTY_NOUN)(rest).ok().filter(|(_, noun)| small && noun.value == "state") {
            return Ok((rest, input.until(rest)));
        }
        (rest, _) = token(|token: &Token| token.kind == Kind::Word && !token.capitalized() && !token.is(NO_QUALITY))(rest)?;
    }
    no_match()
}

/// `the Food and Drug Administration`: under one article, one head at the end.
fn compound_body(article: bool, input: Tokens<'_>) -> PResult<'_, Run> {
    let (and, left) = if article { proper_name(input)? } else { return no_match() };
    let (rest, right) = preceded(word("and"), proper_name).parse(and)?;
    let small = !input.document.tokens[left.end - 1].capitalized();
    let single = !small && !is_body(input, left) && left.len() <= 2 && is_body(input, right);
    let state = lex(Classes::COUNTRY)(input.at(right.start)).is_ok();
    let own_article = state || and.slice().get(1).is_some_and(|token| token.is(Classes::DETERMINER));
    if single && !own_article { Ok((rest, left.cover(right))) } else { no_match() }
}

/// A name that is neither an owner (`Acme's lawyers`) nor a time nor a word that only stands at a sentence's start.
fn body_or_state(input: Tokens<'_>) -> PResult<'_, Run> {
    let owned = pair(kind(Kind::Possessive), token(|token: &Token| token.kind == Kind::Word && !token.capitalized()));
    // `US$5m`
    let sum = token(|token: &Token| token.kind == Kind::Currency && token.glued());
    // `Oslo-led`, `R412-million`
    let quality = pair(glued(kind(Kind::Hyphen)), token(|token: &Token| token.kind == Kind::Word && !token.capitalized()));
    let no_name = alt((value((), owned), value((), sum), value((), quality)));
    verify(terminated(alt((national_body, name_of_line)), not(no_name)), |name: &Run| {
        let first = &input.document.tokens[name.start];
        let tokens = &input.document.tokens[name.start..name.end];
        let noun = |token: &Token| token.is(Classes::AGREEMENT_NOUN);
        let agreement = || tokens.iter().any(noun) && (tokens.iter().all(noun) || !is_body(input, *name));
        let state = || lex(Classes::COUNTRY)(input.at(name.start)).is_ok();
        let starter = || if first.is(Classes::STARTER) { is_starter(input.at(name.start)) } else { first.is(NO_NAME) };
        let genitive = tokens.len() < 3 && tokens.last().is_some_and(|last| last.kind == Kind::Possessive);
        let body = || tokens.len() > 1 && tokens.last().is_some_and(|last| last.is(Classes::ORGANIZATION_HEAD));
        let people = || lex(Classes::PARTY_NOUN)(input.at(name.start)).is_ok_and(|(_, noun)| noun.value == PEOPLE);
        let initial = || first.span.len() == 1 || is_gerund(input, name.start) || is_common(input, name.start);
        let single = || people() || initial() || is_suffix(input, name.start);
        !genitive
            && (!starter() || state())
            && (tokens.len() > 1 || !single())
            && !is_origin(input, *name)
            && !is_titled(input, *name)
            && !agreement()
            && (!tokens.iter().all(|token| token.is(NO_SIDE) && !token.is(Classes::STATE_BODY))
                || body()
                || is_defined(input, *name))
    })
    .parse(input)
}

/// `KTA of Kenya`, not `CEO of Kenya`
fn national_body(input: Tokens<'_>) -> PResult<'_, Run> {
    let letters = token(|token: &Token| {
        token.is(Classes::UPPER) && token.span.len() > 2 && !token.is(Classes::COUNTRY | Classes::TITLE_HEAD)
    });
    let (rest, _) = (letters, word("of"), opt(word("the")), lex(Classes::COUNTRY)).parse(input)?;
    Ok((rest, input.until(rest)))
}

/// A name; in a heading, where every word has a capital, only up to its first verb or small word.
fn name_of_line(input: Tokens<'_>) -> PResult<'_, Run> {
    let (rest, name) = proper_name(input)?;
    let document = input.document;
    let ends = |at: &usize| {
        let token = &document.tokens[*at];
        *at > name.start
            && token.capitalized()
            && token.is(ENDS_IN_HEADING)
            && !token.is(Classes::ORGANIZATION_HEAD | Classes::FIELD)
            && !document.tokens[*at - 1].is(Classes::CONNECTOR)
            && !(document.written(*at) == "OF" && document.tokens[*at - 1].is(Classes::ORGANIZATION_HEAD))
    };
    // `Acme Officially Signs`
    let ends = |at: &usize| {
        let next = document.tokens.get(*at + 1);
        let adverb = document.written(*at).ends_with("ly") && next.is_some_and(|next| next.is(Classes::AGREEMENT_VERB));
        ends(at) || adverb && *at > name.start
    };
    match (name.start..name.end).find(ends).filter(|_| is_in_heading(input.at(name.start))) {
        Some(end) => Ok((input.at(end), Run { end, ..name })),
        None => Ok((rest, name)),
    }
}

/// Words that no name goes on with, capitals or not.
const ENDS_IN_HEADING: Classes =
    Classes::of(&[Classes::AGREEMENT_VERB, Classes::COMMON_WORD, Classes::CONNECTOR, Classes::MODALITY]);

/// Words that end a description.
const NO_QUALITY: Classes = Classes::of(&[
    Classes::CONNECTOR,
    Classes::PREPOSITION,
    Classes::AUXILIARY,
    Classes::AGREEMENT_VERB,
    Classes::DETERMINER,
    Classes::TITLE_HEAD,
]);
/// Words in capitals that start no name.
const NO_NAME: Classes =
    Classes::of(&[Classes::MONTH, Classes::WEEKDAY, Classes::STARTER, Classes::MODALITY, Classes::HONORIFIC, Classes::CARDINAL]);
/// Words in capitals that are no name, not even together.
const NO_SIDE: Classes =
    Classes::of(&[Classes::TITLE_HEAD, Classes::TITLE_MODIFIER, Classes::COMMON_WORD, Classes::LOOSE_AGREEMENT_NOUN]);

#[cfg(test)]
mod tests {
    use super::parties;
    use crate::layout::Document;
    use crate::lexicon::built_in;
    use crate::parse::Tokens;

    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text, built_in());
        let list = parties(Tokens::new(&document, 0..document.tokens.len(), 0)).map(|(_, list)| list).unwrap_or_default();
        let names: Vec<&str> = list.iter().map(|run| document.slice(run.start..run.end)).collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn names_with_conjunctions_between() {
        check("China and Kenya signed", &["China", "Kenya"]);
        check("Peru, Nepal, Gabon, and Fiji, and is", &["Peru", "Nepal", "Gabon", "Fiji"]);
        check("the Ministry of Trade and the Port Authority signed", &["Ministry of Trade", "Port Authority"]);
        check("Acme Ltd as well as Beta Inc. said", &["Acme Ltd", "Beta Inc."]);
        check("Sri Lanka and Kenya signed", &["Sri Lanka", "Kenya"]);
        check("the government of Kenya and Peru", &["government of Kenya", "Peru"]);
        check("Acme, a mill founded in May, and Beta plc signed", &["Acme", "Beta plc"]);
    }

    #[test]
    fn sides_without_names() {
        check("the government and the Xylo League (XL) signed", &["government", "Xylo League (XL)"]);
        check("Kenya and armed rebels signed", &["Kenya"]);
        check("Peru's government and the rebels of the Xylo League signed", &["Peru's government", "Xylo League"]);
        check("the rebels and the farmers", &[]);
        check("Construction of", &[]);
    }

    #[test]
    fn a_position_is_no_side() {
        check("Acme Deputy Director", &[]);
        check("Office of the Trade Commissioner", &["Office of the Trade Commissioner"]);
    }

    #[test]
    fn conjunctions_within_names() {
        check("the Ministry of Science and Technology signed", &["Ministry of Science and Technology"]);
        check("the Food and Drug Administration signed", &["Food and Drug Administration"]);
        check(
            "Ministry of Economy, Trade and Industry (METI) and the Port Authority",
            &["Ministry of Economy, Trade and Industry (METI)", "Port Authority"],
        );
    }

    #[test]
    fn what_explains_a_name_is_no_name() {
        check("Acme, Peru's largest bank, signed", &["Acme"]);
        check("Kenya on Monday signed", &["Kenya"]);
        check("the two sides", &[]);
    }
}
