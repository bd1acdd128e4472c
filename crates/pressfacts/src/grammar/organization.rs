//! Names of bodies and states.

mod chain;

use nom::branch::alt;
use nom::combinator::{consumed, not, opt, peek, recognize, value, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

use self::chain::{in_complement, joined};
use crate::lexicon::Classes;
use crate::memo::Production;
use crate::parse::{PResult, Run, Tokens, glued, kind, lex, no_match, remembered, repeated, token, word};
use crate::token::{Gap, Kind, Token};

/// Most parts that are joined to one name; keeps the cost of a match bounded.
const LONGEST_CHAIN: usize = 12;
/// Most words in a row; a line in capitals has more, but is no name.
const MOST_WORDS: usize = 24;

/// The name of a body or state, without a leading article: `Ministry of Commerce`, `Huawei Technologies Co., Ltd.`, `WIPO`,
/// `U.S. Patent and Trademark Office (USPTO)`, `Ministry of Science, Technology and Research of Elbonia`. Whether it is
/// a body or a person is not asked here.
pub(crate) fn proper_name(input: Tokens<'_>) -> PResult<'_, Run> {
    let (start, _) = opt(article).parse(input)?;
    let opens = |first: &Token| first.capitalized() || is_name_part(first) || first.kind == Kind::Number;
    if !start.first().is_some_and(opens) {
        return no_match();
    }
    remembered(Production::ProperName, whole_proper_name)(start)
}

fn whole_proper_name(start: Tokens<'_>) -> PResult<'_, Run> {
    let (mut rest, ()) = alt((phrase, words_of_name, numbered)).parse(start)?;
    for _ in 0..LONGEST_CHAIN {
        let Ok((further, ())) = joined(start, rest) else { break };
        rest = further;
    }
    // `Lloyd's`, with nothing that it owns.
    let closing = token(|token: &Token| matches!(token.kind, Kind::Comma | Kind::Period | Kind::Close));
    let (rest, _) = opt(terminated(kind(Kind::Possessive), peek(closing))).parse(rest)?;
    Ok((rest, start.until(rest)))
}

/// A body's name that is known as a whole: `Save the Children`.
fn phrase(input: Tokens<'_>) -> PResult<'_, ()> {
    let (rest, known) = lex(Classes::ORGANIZATION_HEAD)(input)?;
    if known.run.len() < 3 || !input.first().is_some_and(Token::capitalized) {
        return no_match();
    }
    // `Save the Children's Asia`: what it owns.
    let (rest, _) = opt(preceded(possessive, words_of_name)).parse(rest)?;
    Ok((rest, ()))
}

/// `3rd Infantry Division`, `2016 Reform Committee`: a number before a name with a head.
fn numbered(input: Tokens<'_>) -> PResult<'_, ()> {
    let ordinal = opt(glued(lex(Classes::ORDINAL_SUFFIX)));
    let (from, (_, ordinal)) = pair(kind(Kind::Number), ordinal).parse(input)?;
    let near = from.first().is_some_and(|token| token.gap == Gap::Space);
    let (rest, taken) = if near { recognize(words_of_name).parse(from)? } else { return no_match() };
    if has_head(taken) && (ordinal.is_some() || taken.input_len() > 1) { Ok((rest, ())) } else { no_match() }
}

/// The same, with the bodies that it is a part of behind commas: `Bureau of Law Enforcement and Inspection, State
/// Administration for Market Regulation (SAMR)`.
pub(crate) fn organization(input: Tokens<'_>) -> PResult<'_, Run> {
    remembered(Production::Organization, whole_organization)(input)
}

fn whole_organization(input: Tokens<'_>) -> PResult<'_, Run> {
    // A mail address is no body.
    let mail = |token: &Token| token.kind == Kind::Web && token.span.of(input.document.text).contains('@');
    let (mut rest, mut run) = preceded(not(token(mail)), alt((named_by_fields, proper_name))).parse(input)?;
    for _ in 0..3 {
        let headed = |parent: Run| has_head(input.at(parent.start).take(parent.len()));
        let part = |parent: &Run| is_part_of(input, run, *parent);
        let named = preceded(kind(Kind::Comma), verify(proper_name, part));
        // `Department of Physics at the University of Oslo`
        let shown = |parent: &Run| headed(*parent) || input.at(parent.start).first().is_some_and(is_acronym);
        let the = |input| pair(word("at"), peek(article)).parse(input);
        let school = |parent: &Run| part(parent) && headed(*parent) && parent.len() > 1;
        let housed = alt((
            preceded(the, verify(proper_name, |parent| part(parent) && shown(parent))),
            preceded(word("at"), verify(proper_name, school)),
        ));
        let Ok((further, parent)) = alt((named, housed)).parse(rest) else { break };
        if !headed(parent) && behind_name(further).is_ok() {
            break;
        }
        rest = further;
        run = run.cover(parent);
    }
    Ok((rest, run))
}

/// `Housing, Transport, Energy (HTE) Budget Subcommittee`: a list of fields and a head.
fn named_by_fields(input: Tokens<'_>) -> PResult<'_, Run> {
    let (start, _) = opt(article).parse(input)?;
    let field = token(|token: &Token| token.capitalized() && token.is(Classes::FIELD));
    let listed = repeated(1, 5, (repeated(1, 2, field), kind(Kind::Comma)));
    let (rest, body) = preceded((listed, opt(word("and"))), proper_name).parse(start)?;
    let last = input.at(body.start).take(body.len());
    let fields = last.first().is_some_and(|token| token.is(Classes::FIELD));
    let ended = has_head(last) && !in_complement(last) && fields;
    if ended { Ok((rest, start.until(rest))) } else { no_match() }
}

/// Whether the run reads as a body or state: by a head, a legal form, an acronym, a country.
pub(crate) fn is_body(input: Tokens<'_>, run: Run) -> bool {
    let within = input.at(run.start).take(run.len());
    has_head(within)
        || within.slice().iter().any(|token| token.is(Classes::LEGAL_SUFFIX | Classes::COUNTRY) || token.kind == Kind::Ampersand)
        || within.slice().first().is_some_and(is_acronym)
        || within.slice().last().is_some_and(|token| token.kind == Kind::Close)
        || within.slice().iter().any(|token| token.kind == Kind::Web)
        || lex(Classes::COUNTRY | Classes::PLACE)(within).is_ok()
}

/// Whether a word of the window makes the name of a body.
pub(crate) fn has_head(window: Tokens<'_>) -> bool {
    window.slice().iter().any(|token| token.opens.any(Classes::ORGANIZATION_HEAD)) && heads(window).next().is_some()
}

/// `WIPO`, `SKF`, `U.S.`
pub(crate) fn is_acronym(token: &Token) -> bool {
    matches!(token.kind, Kind::Word | Kind::Dotted) && token.is(Classes::UPPER) && token.span.len() > 1
}

/// Whether the word here opens sentences rather than names; an acronym among words in lower case does not (`WHO`).
pub(crate) fn is_starter(input: Tokens<'_>) -> bool {
    let upper = |at: usize| input.slice().get(at).is_some_and(|token| token.is(Classes::UPPER));
    let acronym = upper(0) && !upper(1);
    !acronym && input.first().is_some_and(|token| token.is(Classes::STARTER))
}

/// A comma and the name behind it belong to a unit and its parent, not to two neighbours in a list.
fn is_part_of(input: Tokens<'_>, run: Run, parent: Run) -> bool {
    let last = |run: Run| heads(input.at(run.start).take(run.len())).last();
    let unit = heads(input.at(run.start).take(run.len())).any(|value| value.starts_with("unit") || value == "abroad");
    let legal = input.at(run.start).take(run.len()).slice().iter().any(|token| token.is(Classes::LEGAL_SUFFIX));
    // A line in capitals has no acronyms.
    let shouted =
        input.at(run.start).take(run.len()).slice().iter().all(|token| token.kind != Kind::Word || token.is(Classes::UPPER));
    let short = parent.len() == 1 && input.at(parent.start).first().is_some_and(is_acronym) && !(shouted && run.len() > 1);
    let body = last(parent).is_some() || short;
    unit && body || legal && last(parent).is_some_and(|_| parent.len() > 1)
}

/// The values of the heads in the window.
fn heads(window: Tokens<'_>) -> impl Iterator<Item = &str> {
    (0..window.input_len()).filter_map(move |at| {
        let here = window.take_from(at);
        let (after, head) = lex(Classes::ORGANIZATION_HEAD)(here).ok()?;
        let of = || word("of")(after).is_ok();
        (here.first()?.capitalized() && (head.value != "of" || of())).then_some(head.value)
    })
}

fn article(input: Tokens<'_>) -> PResult<'_, &Token> {
    word("the")(input)
}

/// Capitalised words in a row, with what stands between them without a blank, and `&`.
fn words_of_name(input: Tokens<'_>) -> PResult<'_, ()> {
    if is_starter(input) {
        return no_match();
    }
    let (rest, ()) = part(input)?;
    let (rest, _) = repeated(0, MOST_WORDS, alt((preceded(hyphen_or_ampersand, part), adjacent)))(rest)?;
    Ok((rest, ()))
}

/// One word of a name, or one number with its ending.
fn part(input: Tokens<'_>) -> PResult<'_, ()> {
    // `Co-operation`
    let capital = input.first().is_some_and(Token::capitalized);
    let hyphen = || input.take_from(1).first().is_some_and(Token::glued);
    let hyphened =
        if capital && hyphen() { verify(lex(Classes::FIELD), |field| field.run.len() == 3).parse(input).ok() } else { None };
    let (rest, ()) = match hyphened {
        Some((rest, _)) => (rest, ()),
        None => value((), token(is_name_part)).parse(input)?,
    };
    if !rest.first().is_some_and(|next| next.glued() || next.kind == Kind::Possessive) {
        return Ok((rest, ()));
    }
    // What a possessive stands on is the owner: `Japan's Ministry`.
    let owned = terminated(possessive, peek(token(is_name_part)));
    // `COP28`, `G20`
    let numbered = glued(preceded(opt(kind(Kind::Hyphen)), glued(kind(Kind::Number))));
    let (rest, _) = opt(alt((owned, value((), numbered)))).parse(rest)?;
    Ok((rest, ()))
}

/// `'s`, or the bare apostrophe of a plural: `Teachers' Union`.
pub(crate) fn possessive(input: Tokens<'_>) -> PResult<'_, ()> {
    let plural = |_: &&Token| input.previous().is_some_and(|token| token.span.of(input.document.text).ends_with('s'));
    let bare = verify(glued(kind(Kind::Apostrophe)), plural);
    value((), alt((kind(Kind::Possessive), bare))).parse(input)
}

/// The next word, where only a blank or a line's end parts it from the last.
fn adjacent(input: Tokens<'_>) -> PResult<'_, ()> {
    let near = input.first().is_some_and(|token| matches!(token.gap, Gap::Space | Gap::Line | Gap::None));
    // `Ambassador of Elbonia H.E. Rado Vlk`
    let person = input.first().is_some_and(|token| token.is(Classes::HONORIFIC) && token.has_full_stop());
    let below = input.first().is_some_and(|token| token.kind == Kind::Web && token.gap == Gap::Line);
    if !near || person || below {
        return no_match();
    }
    let numbered = value((), terminated(kind(Kind::Number), peek(part)));
    let ordinal = value((), (kind(Kind::Number), glued(lex(Classes::ORDINAL_SUFFIX)), peek(part)));
    alt((part, numbered, ordinal)).parse(input)
}

fn hyphen_or_ampersand(input: Tokens<'_>) -> PResult<'_, &Token> {
    alt((glued(kind(Kind::Hyphen)), glued(kind(Kind::Slash)), kind(Kind::Ampersand))).parse(input)
}

fn is_name_part(token: &Token) -> bool {
    let word = match token.kind {
        Kind::Word => token.capitalized() || token.case == crate::token::Case::Mixed || token.is(Classes::LEGAL_SUFFIX),
        Kind::Dotted => token.capitalized() || token.is(Classes::LEGAL_SUFFIX),
        Kind::Web => true,
        _ => false,
    };
    word && !token.is(Classes::MONTH | Classes::WEEKDAY)
}

/// A place that somebody is in charge of: `Europe`, `Latin America and the Caribbean`.
pub(crate) fn territory(input: Tokens<'_>) -> PResult<'_, ()> {
    let ends = |rest: Tokens<'_>| !rest.first().is_some_and(|token| token.kind == Kind::Hyphen);
    let place = || {
        preceded(
            opt(article),
            verify(consumed(lex(Classes::COUNTRY | Classes::PLACE)), move |(taken, _): &(Tokens<'_>, _)| ends(*taken)),
        )
    };
    let joint = || alt((value((), pair(kind(Kind::Comma), opt(word("and")))), value((), word("and"))));
    value((), pair(place(), repeated(0, 6, preceded(joint(), place())))).parse(input)
}

/// Capitalised words of which the first or the last is a field of work: `Regional Social Affairs`.
pub(crate) fn field_phrase(input: Tokens<'_>) -> PResult<'_, ()> {
    let (rest, taken) = recognize(words_of_name).parse(input)?;
    let field = |token: Option<&Token>| token.is_some_and(|token| token.is(Classes::FIELD));
    if field(taken.first()) || field(taken.slice().last()) { Ok((rest, ())) } else { no_match() }
}

/// What shows that the name before it is a person's: a title behind a comma.
fn behind_name(input: Tokens<'_>) -> PResult<'_, ()> {
    let title = token(|token: &Token| token.is(Classes::TITLE_HEAD | Classes::TITLE_MODIFIER));
    value((), (kind(Kind::Comma), opt(article), title)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::{organization, proper_name};
    use crate::testing::parse_start;

    #[test]
    fn names_of_bodies() {
        for (text, name) in [
            ("Ministry of Commerce said", "Ministry of Commerce"),
            ("Huawei Technologies Co., Ltd., said", "Huawei Technologies Co., Ltd."),
            ("State Administration for Market Regulation (SAMR) signed", "State Administration for Market Regulation (SAMR)"),
            ("Bureau of the Budget and others", "Bureau of the Budget"),
            ("U.S. Patent and Trademark Office (USPTO) and", "U.S. Patent and Trademark Office (USPTO)"),
            ("Ministry of Economy, Trade, and Industry (METI) and", "Ministry of Economy, Trade, and Industry (METI)"),
            ("Ministry of Health and Welfare of Elbonia and the", "Ministry of Health and Welfare of Elbonia"),
            ("Taobao & Tmall Group, said", "Taobao & Tmall Group"),
            ("Ministry of Finance and Bank of Elbonia", "Ministry of Finance"),
            ("Ministry of Trade and Acme Steel Co., Ltd.", "Ministry of Trade"),
            ("Acme Steel and Ardent Motors", "Acme Steel"),
            ("Embassy of France in China and", "Embassy of France in China"),
            ("Council on Foreign Relations, a", "Council on Foreign Relations"),
            ("JD.com, Inc. said", "JD.com, Inc."),
            ("WIPO Office in China (WOC)", "WIPO Office in China (WOC)"),
            ("Port of Rotterdam in May", "Port of Rotterdam"),
            ("Global Alliance for Trade in Services, attracting", "Global Alliance for Trade in Services"),
            ("Japan's Ministry of Economy in", "Japan's Ministry of Economy"),
            ("Nordic Bank Ltd. on Monday", "Nordic Bank Ltd."),
        ] {
            assert_eq!(parse_start(text, proper_name).as_deref(), Some(name), "{text}");
        }
        assert_eq!(parse_start("the ministry", proper_name), None);
    }

    #[test]
    fn bodies_within_bodies() {
        for (text, name) in [
            ("Bureau of Supply, Ministry of Works, said", "Bureau of Supply, Ministry of Works"),
            ("Faculty of Law, Elbonia University (EU)", "Faculty of Law, Elbonia University (EU)"),
            (
                "Capacity Building and Training Directorate, INTERPOL, attended",
                "Capacity Building and Training Directorate, INTERPOL",
            ),
            ("Ministry of Works, Elbonia University and", "Ministry of Works"),
        ] {
            assert_eq!(parse_start(text, organization).as_deref(), Some(name), "{text}");
        }
    }
}
