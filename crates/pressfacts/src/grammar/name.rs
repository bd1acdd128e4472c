//! Names of people. Any capitalised words may be one; what they are not (a body, a place, a month) and what shows that
//! they are (an honorific, initials, a known given name or surname) is weighed here, the context by the rules.

mod additions;

use nom::branch::alt;
use nom::combinator::{consumed, map, not, opt, peek, value, verify};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{Input, Parser};

pub(crate) use self::additions::after_name;
#[cfg(test)]
pub(super) use self::additions::{additions, opens_addition};
use crate::lexicon::Classes;
use crate::memo::Production;
use crate::parse::{PResult, Run, Tokens, glued, kind, lex, no_match, phrase, remembered, repeated, token};
use crate::token::{Gap, Kind, Token};

/// Most words of a name, particles and initials included.
const LONGEST: usize = 9;
/// Most honorifics behind the first.
const MOST_HONORIFICS: usize = 5;
/// Most parts hyphened to a word of a name.
const MOST_HYPHENED: usize = 3;

/// Classes of words that are in no name, unless the word is also known as a name.
const FOREIGN: Classes = Classes::of(&[
    Classes::ORGANIZATION_HEAD,
    Classes::LEGAL_SUFFIX,
    Classes::COUNTRY,
    Classes::DEMONYM,
    Classes::PLACE,
    Classes::TITLE_HEAD,
    Classes::TITLE_MODIFIER,
    Classes::FIELD,
    Classes::HONORIFIC,
    Classes::POST_NOMINAL,
    Classes::COMMON_WORD,
    Classes::STARTER,
    Classes::CONNECTOR,
    Classes::CARDINAL,
    Classes::ORDINAL,
    Classes::APPOINTMENT_VERB,
    Classes::APPOINTMENT_NOUN,
    Classes::COPULA,
    Classes::MONTH,
    Classes::WEEKDAY,
]);

const HINT: Classes = Classes::of(&[Classes::GIVEN_NAME, Classes::SURNAME]);

/// A personal name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// `Ms.`, `H.E.`, `Hon. (Dr.)`, where one stands before it.
    pub(crate) honorific: Option<Run>,
    /// Without honorific and post-nominals.
    pub(crate) run: Run,
    /// How many words it has.
    pub(crate) words: usize,
    /// Whether its own words show that it is a person's.
    pub(crate) known: bool,
    /// Whether it stands in capitals throughout, as acronyms do.
    pub(crate) upper: bool,
}

impl Name {
    /// Whether it can stand by itself: of two words, or with an honorific.
    pub(crate) fn is_full(&self) -> bool {
        self.words > 1 || self.honorific.is_some()
    }

    /// Whether there is more than its shape to show that it is a person's.
    pub(crate) fn is_sure(&self) -> bool {
        self.honorific.is_some() || self.words > 1 && self.known
    }
}

/// `Ms. Wang Binying`, `H.E. Sheikh Omar bin Khalid Al Maktoum`, `K.L.M.P. Bandara`, `Claire HERVÉ`.
pub(crate) fn name(input: Tokens<'_>) -> PResult<'_, Name> {
    if may_open(input) { remembered(Production::Name, whole_name)(input) } else { no_match() }
}

/// Whether a name may start here, as far as the first word tells: most words with a capital are known as something else.
pub(crate) fn may_open(input: Tokens<'_>) -> bool {
    let Some(first) = input.first().filter(|first| first.opens.any(OPENING)) else { return false };
    let foreign = || first.kind == Kind::Word && first.span.len() > 1 && first.is(FOREIGN);
    // `In-ho`
    let hyphened = || input.take_from(1).first().is_some_and(|next| next.kind == Kind::Hyphen && next.glued());
    first.opens.any(NAMING) || !foreign() || hyphened()
}

/// Classes of which the first token of a name has one.
const OPENING: Classes = Classes::of(&[Classes::CAPITALIZED, Classes::HONORIFIC, Classes::NAME_PARTICLE]);
/// Classes that show a name, whatever else the word is.
const NAMING: Classes = Classes::of(&[HINT, Classes::HONORIFIC, Classes::NAME_PARTICLE]);

pub(super) fn whole_name(input: Tokens<'_>) -> PResult<'_, Name> {
    let honored = input.first().is_some_and(|first| first.opens.any(Classes::HONORIFIC));
    if honored && let Ok(found) = peer(input) {
        return Ok(found);
    }
    let (start, honorific) = if honored { opt(honorific).parse(input)? } else { (input, None) };
    let (rest, words) = words_of_name(start)?;
    let run = start.until(rest);
    let whole = start.take(run.len());
    let upper = whole.slice().iter().all(|token| token.kind != Kind::Word || token.is(Classes::UPPER));
    // `Ms. Shaikha Al-Rumaihi`: a second honorific that is the name's first word where there is no other.
    let given = honorific.filter(|honorific| {
        words == 1 && honorific.len() > 1 && start.previous().is_some_and(|last| last.is(Classes::GIVEN_NAME))
    });
    if let Some(honorific) = given {
        let (honorific, run) = (Run { end: honorific.end - 1, ..honorific }, Run { start: run.start - 1, ..run });
        return Ok((rest, Name { honorific: Some(honorific), run, words: 2, known: true, upper }));
    }
    Ok((rest, Name { honorific, run, words, known: is_known(whole), upper }))
}

/// `Lord Ashby of Wye`: the title of a peer is part of the name.
fn peer(input: Tokens<'_>) -> PResult<'_, Name> {
    let noble = verify(lex(Classes::HONORIFIC), |honorific| honorific.value.ends_with("peer"));
    let place = repeated(1, 3, token(|token: &Token| token.capitalized() && token.kind == Kind::Word));
    let of = token(|token: &Token| token.span.of(input.document.text) == "of");
    let (rest, _) = (noble, words_of_name, of, place).parse(input)?;
    Ok((rest, Name { honorific: None, run: input.until(rest), words: 2, known: true, upper: false }))
}

/// One honorific or several, also `(Dr.)` behind another.
pub(crate) fn honorific(input: Tokens<'_>) -> PResult<'_, Run> {
    // `Dato' Sri`: the apostrophe is part of the word.
    let one = || {
        preceded(
            not(alt((value((), lex(Classes::COUNTRY)), given_phrase))),
            terminated(lex(Classes::HONORIFIC), opt(glued(kind(Kind::Apostrophe)))),
        )
    };
    // `Mr. (Dr.)`, `RADM (NS)`
    let status = token(|token: &Token| token.kind == Kind::Word && token.is(Classes::UPPER) && token.span.len() < 4);
    let held = alt((value((), lex(Classes::HONORIFIC)), value((), status)));
    let bracketed = value((), delimited(kind(Kind::Open), held, kind(Kind::Close)));
    // `H.E. Brigadier General`
    let rank = || verify(lex(Classes::TITLE_HEAD), |head| head.value == "rank");
    let capital = || token(|token: &Token| token.capitalized() && token.gap == Gap::Space);
    let one_more = || alt((value((), one()), value((), terminated(rank(), peek(capital())))));
    // `His Excellency, Dr. Ann Lee`
    let behind_comma = preceded(kind(Kind::Comma), terminated(one(), peek(capital())));
    map(
        consumed(pair(one(), repeated(0, MOST_HONORIFICS, alt((one_more(), bracketed, value((), behind_comma)))))),
        |(taken, _): (Tokens<'_>, _)| taken.run(),
    )
    .parse(input)
}

/// The words of a name, counted.
fn words_of_name(input: Tokens<'_>) -> PResult<'_, usize> {
    let (rest, ()) = alt((word, initials, with_particles)).parse(input)?;
    let (rest, further) = repeated(0, LONGEST - 1, next_word)(rest)?;
    let words = further + 1;
    let whole = input.take(rest.position() - input.position());
    let solid = |token: &&Token| token.kind == Kind::Word && token.span.len() > 1 && token.capitalized();
    // `He Jing` is a name, `He` is not.
    let lone = words == 1 && whole.first().is_some_and(|token| token.is(Classes::STARTER));
    // `GM Class E`: a letter ends no name.
    let last = whole.slice().last().filter(|_| words > 1);
    let letter = last.is_some_and(|token| token.span.len() == 1 || token.kind == Kind::Dotted);
    if letter {
        return no_match();
    }
    if lone || whole.slice().iter().find(solid).is_none() { no_match() } else { Ok((rest, words)) }
}

fn next_word(input: Tokens<'_>) -> PResult<'_, ()> {
    let goes_on = |next: &Token| {
        let mark = matches!(next.kind, Kind::Open | Kind::OpenQuote | Kind::Quote | Kind::Apostrophe);
        mark || next.capitalized() || next.opens.any(Classes::NAME_PARTICLE | Classes::GIVEN_NAME)
    };
    match input.first() {
        Some(next) if matches!(next.gap, Gap::Space | Gap::Line) && is_plain(next) => return hyphened(input.take_from(1)),
        Some(next) if matches!(next.gap, Gap::Space | Gap::Line) && goes_on(next) => {}
        _ => return no_match(),
    }
    // `Steven Snyder TWA`: an acronym is no part of it, a surname in capitals is.
    let short = |token: &Token| token.kind == Kind::Word && token.is(Classes::UPPER) && (2..4).contains(&token.span.len());
    let acronym = input.first().is_some_and(|token| short(token) && !token.is(HINT) && !is_numeral(input.written()));
    if acronym && !input.previous().is_some_and(|token| token.is(Classes::UPPER)) {
        return no_match();
    }
    let open = || alt((kind(Kind::OpenQuote), kind(Kind::Quote)));
    let close = || alt((kind(Kind::CloseQuote), kind(Kind::Quote), kind(Kind::Apostrophe)));
    // `Lisa Monaco`, `Jason King`, `Andy Lord`: the name of a place, rank or peer behind a given one, with nothing more.
    let given = input.previous().is_some_and(|token| token.is(Classes::GIVEN_NAME) && token.capitalized());
    let rank =
        || lex(Classes::TITLE_HEAD)(input).is_ok_and(|(_, head)| matches!(head.value, "rank" | "bare") && head.run.len() == 1);
    let peer = || lex(Classes::HONORIFIC)(input).is_ok_and(|(_, honorific)| honorific.value.ends_with("peer"));
    let place = |token: &Token| {
        token.kind == Kind::Word && token.capitalized() && (token.is(Classes::COUNTRY | Classes::PLACE) || rank() || peer())
    };
    let ends = not(token(|token: &Token| token.capitalized() || matches!(token.kind, Kind::Hyphen | Kind::Possessive)));
    if let Ok((alone, _)) = terminated(token(|token: &Token| given && place(token)), ends).parse(input) {
        return Ok((alone, ()));
    }
    let called = value((), repeated(1, 2, word));
    let nickname = delimited(open(), called, terminated(close(), peek(word)));
    let single = delimited(kind(Kind::Apostrophe), word, terminated(kind(Kind::Apostrophe), peek(word)));
    let bracketed = delimited(kind(Kind::Open), known_word, terminated(kind(Kind::Close), peek(word)));
    alt((with_particles, word, initials, nickname, single, bracketed)).parse(input)
}

/// `II`, `IV`, behind the name of a monarch or a son.
fn is_numeral(written: &str) -> bool {
    written.len() < 5 && written.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// A word known from names, in parentheses between two parts of one: `Elizabeth (Liz) Miller`.
fn known_word(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), token(|token: &Token| token.is(HINT) && token.capitalized())).parse(input)
}

/// `Okonjo-Iweala`, `Tze-Ch’in`, `Jong-un`.
fn word(input: Tokens<'_>) -> PResult<'_, ()> {
    if let Ok((rest, ())) = given_phrase(input) {
        return Ok((rest, ()));
    }
    let (rest, ()) = solid_word(input)?;
    hyphened(rest)
}

/// What is hyphened to a word of a name.
fn hyphened(input: Tokens<'_>) -> PResult<'_, ()> {
    if !input.first().is_some_and(|next| next.kind == Kind::Hyphen && next.glued()) {
        return Ok((input, ()));
    }
    let behind_hyphen = preceded(glued(kind(Kind::Hyphen)), glued(token(|token| token.kind == Kind::Word)));
    value((), repeated(0, MOST_HYPHENED, behind_hyphen)).parse(input)
}

/// Whether the token is a word with a capital of which nothing is known but that it may be a name: what most names are made
/// of, and what a name goes on with whatever stands beside it.
fn is_plain(token: &Token) -> bool {
    token.kind == Kind::Word && token.capitalized() && !token.opens.any(NOT_PLAIN) && !token.opens_phrases()
}

/// Classes of words that have to be looked at closer.
const NOT_PLAIN: Classes = Classes::of(&[FOREIGN, Classes::UPPER, Classes::NAME_PARTICLE]);

/// `I Gusti`, `Sri Mulyani`: words that are a given name together.
fn given_phrase(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), phrase(Classes::GIVEN_NAME)).parse(input)
}

/// A capitalised word that is nothing else.
fn solid_word(input: Tokens<'_>) -> PResult<'_, ()> {
    let (rest, found) = token(|token| token.kind == Kind::Word && token.capitalized())(input)?;
    if is_plain(found) {
        return Ok((rest, ()));
    }
    let place = phrase(Classes::COUNTRY | Classes::PLACE)(input).is_ok();
    let dated = found.is(Classes::MONTH | Classes::WEEKDAY) && kind(Kind::Number)(rest).is_ok();
    let stopped = found.has_full_stop() && found.is(Classes::TITLE_HEAD | Classes::HONORIFIC);
    // `Lee In-ho`: a syllable of a name may look like a function word.
    let small = token(|token: &Token| token.kind == Kind::Word && !token.capitalized());
    let syllable =
        found.is(Classes::CONNECTOR | Classes::STARTER) && preceded(glued(kind(Kind::Hyphen)), glued(small)).parse(rest).is_ok();
    let foreign = found.is(FOREIGN) && !found.is(HINT) && !syllable || dated || stopped;
    if foreign || place { no_match() } else { Ok((rest, ())) }
}

/// `J.`, `K. L. N.`, `N.S.M.P.`
fn initials(input: Tokens<'_>) -> PResult<'_, ()> {
    let bare = |token: &Token| token.kind == Kind::Word && token.span.len() == 1 && !token.is(Classes::STARTER);
    let initial = |token: &Token| token.kind == Kind::Dotted || bare(token);
    // `J.D. Vance`, where the letters could be a degree.
    let (rest, found) = token(|token| initial(token) && token.capitalized() && !token.is(Classes::COUNTRY))(input)?;
    let degree = found.is(Classes::POST_NOMINAL);
    let goes_on = rest.first().is_some_and(|next| next.gap == Gap::Space) && word(rest).is_ok();
    if degree && !goes_on {
        return no_match();
    }
    Ok((rest, ()))
}

/// `bin Zayed`, `van der Berg`, `Al Nahyan`.
fn with_particles(input: Tokens<'_>) -> PResult<'_, ()> {
    if !input.first().is_some_and(|first| first.opens.any(Classes::NAME_PARTICLE)) {
        return no_match();
    }
    let particle = || lex(Classes::NAME_PARTICLE);
    let hyphen = opt(glued(kind(Kind::Hyphen)));
    // Families have the names of places: `Al Sabah`.
    let family = |token: &Token| {
        let other = Classes::ORGANIZATION_HEAD | Classes::LEGAL_SUFFIX | Classes::TITLE_HEAD | Classes::STARTER;
        token.kind == Kind::Word && token.capitalized() && token.is(Classes::PLACE | Classes::DEMONYM) && !token.is(other)
    };
    value((), (repeated(1, 3, particle()), hyphen, alt((word, value((), token(family)))))).parse(input)
}

/// Whether a word of the name is known from names, or is an initial or a particle.
fn is_known(name: Tokens<'_>) -> bool {
    let particle = |token: &Token| token.is(Classes::NAME_PARTICLE) && !token.capitalized();
    let initial = |token: &Token| token.kind == Kind::Dotted || token.span.len() == 1 && token.kind == Kind::Word;
    // `O-Ring` starts with no initial.
    let hyphened = |at: usize| name.slice().get(at + 1).is_some_and(|next| next.kind == Kind::Hyphen && next.glued());
    name.slice().iter().enumerate().any(|(at, token)| token.is(HINT) || particle(token) || initial(token) && !hyphened(at))
}

#[cfg(test)]
mod tests {
    use super::name;
    use crate::testing::parse_start;

    #[test]
    fn names_of_people() {
        for (text, expected) in [
            ("Wang Binying attended", "Wang Binying"),
            ("Ms. Wang Binying attended", "Ms. Wang Binying"),
            ("He Jing, Managing Partner", "He Jing"),
            ("H.E. Sheikh Omar bin Khalid bin Rashid Al Maktoum, and", "H.E. Sheikh Omar bin Khalid bin Rashid Al Maktoum"),
            ("Hon. (Dr.) Sunil de Mel, the", "Hon. (Dr.) Sunil de Mel"),
            ("K. L. N. Perera, who", "K. L. N. Perera"),
            ("K.L.M.P. Bandara is", "K.L.M.P. Bandara"),
            ("Claire HERVÉ, counselor", "Claire HERVÉ"),
            ("LI Keqiang said", "LI Keqiang"),
            ("Ngozi Okonjo-Iweala said", "Ngozi Okonjo-Iweala"),
            ("Mr Goh Kee-Ch’ong, 48", "Mr Goh Kee-Ch’ong"),
            ("Kim Jong-un met", "Kim Jong-un"),
            ("Jan van der Berg in Utrecht", "Jan van der Berg"),
            ("Ursula von der Leyen said", "Ursula von der Leyen"),
            ("Robert “Bob” Miller said", "Robert “Bob” Miller"),
            ("Patrick Moreau Head of", "Patrick Moreau"),
            ("Jane Doe Acme Group", "Jane Doe Acme"),
        ] {
            assert_eq!(parse_start(text, name).as_deref(), Some(expected), "{text}");
        }
        for text in
            ["He said", "Hong Kong hosts", "Saudi Arabia signed", "Ministry of", "the press", "November 2024", "Sri Lanka has"]
        {
            assert_eq!(parse_start(text, name), None, "{text}");
        }
    }
}
