//! Names of bodies and states.

use nom::branch::alt;
use nom::combinator::{consumed, not, opt, peek, recognize, value, verify};
use nom::multi::{fold_many_m_n, many_m_n};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{Input, Parser};

use crate::lexicon::Classes;
use crate::memo::Production;
use crate::parse::{PResult, Run, Tokens, glued, kind, lex, lex_before, no_match, remembered, token, word, words};
use crate::token::{Gap, Kind, Token};

/// Most parts that are joined to one name; keeps the cost of a match bounded.
const LONGEST_CHAIN: usize = 12;
/// Most words in a row; a line in capitals has more, but is no name.
const MOST_WORDS: usize = 24;

/// The name of a body or state, without a leading article: `Ministry of Commerce`, `Huawei Technologies Co., Ltd.`, `WIPO`,
/// `U.S. Patent and Trademark Office (USPTO)`, `Ministry of Science, Technology and Research of Elbonia`. Whether it is
/// a body or a person is not asked here.
pub(crate) fn proper_name(input: Tokens<'_>) -> PResult<'_, Run> {
    remembered(Production::ProperName, whole_proper_name)(input)
}

fn whole_proper_name(input: Tokens<'_>) -> PResult<'_, Run> {
    let (start, _) = opt(article).parse(input)?;
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
    if known.run.len() > 2 && input.first().is_some_and(Token::capitalized) { Ok((rest, ())) } else { no_match() }
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
    let mail = |token: &Token| token.span.of(input.document.text).contains('@');
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
    let listed = many_m_n(1, 5, (many_m_n(1, 2, field), kind(Kind::Comma)));
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
    heads(window).any(|_| true)
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
    let body = last(parent).is_some() || parent.len() == 1 && input.at(parent.start).first().is_some_and(is_acronym);
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
    fold_many_m_n(0, MOST_WORDS, alt((preceded(hyphen_or_ampersand, part), adjacent)), || (), |(), ()| ()).parse(rest)
}

/// One word of a name, or one number with its ending.
fn part(input: Tokens<'_>) -> PResult<'_, ()> {
    // `Co-operation`
    let capital = input.first().is_some_and(Token::capitalized);
    let hyphened = verify(lex(Classes::FIELD), |field| capital && field.run.len() == 3 && input.take(2).slice()[1].glued());
    let (rest, ()) = alt((value((), hyphened), value((), token(is_name_part)))).parse(input)?;
    // What a possessive stands on is the owner: `Japan's Ministry`.
    let owned = terminated(possessive, peek(token(is_name_part)));
    // `COP28`, `G20`
    let numbered = glued(preceded(opt(kind(Kind::Hyphen)), glued(kind(Kind::Number))));
    let (rest, _) = opt(alt((owned, value((), numbered)))).parse(rest)?;
    Ok((rest, ()))
}

/// `'s`, or the bare apostrophe of a plural: `Teachers' Union`.
pub(crate) fn possessive(input: Tokens<'_>) -> PResult<'_, ()> {
    let plural = input.previous().is_some_and(|token| token.span.of(input.document.text).ends_with('s'));
    let bare = |input| if plural { value((), glued(kind(Kind::Apostrophe))).parse(input) } else { no_match() };
    alt((value((), kind(Kind::Possessive)), bare)).parse(input)
}

/// The next word, where only a blank or a line's end parts it from the last.
fn adjacent(input: Tokens<'_>) -> PResult<'_, ()> {
    let near = input.first().is_some_and(|token| matches!(token.gap, Gap::Space | Gap::Line | Gap::None));
    // `Ambassador of Elbonia H.E. Rado Vlk`
    let person = input.first().is_some_and(|token| token.is(Classes::HONORIFIC) && token.has_full_stop(input.document.text));
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

/// What goes on with the name from `start` to `rest`.
fn joined<'t>(start: Tokens<'t>, rest: Tokens<'t>) -> PResult<'t, ()> {
    let left = start.take(rest.position() - start.position());
    let Some(first) = rest.first() else { return no_match() };
    if matches!(first.gap, Gap::Wide | Gap::Cell) {
        return no_match();
    }
    match first.kind {
        Kind::Comma => alt((legal_form, |input| list(left, input))).parse(rest),
        Kind::Open => alt((|input| acronym(left, input), branch)).parse(rest),
        Kind::Word if first.is(Classes::CONNECTOR | Classes::NAME_PARTICLE) && !first.capitalized() => {
            alt((|input| preposition(left, input), |input| and(left, input))).parse(rest)
        }
        Kind::Word | Kind::Dotted | Kind::Ampersand => {
            alt((value((), pair(opt(hyphen_or_ampersand), adjacent)), lower_head)).parse(rest)
        }
        _ => no_match(),
    }
}

/// `, Ltd.`, `, Inc.`
fn legal_form(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), preceded(kind(Kind::Comma), lex(Classes::LEGAL_SUFFIX))).parse(input)
}

/// `(WIPO)` behind the name, or the name behind its acronym: `ENC (Elbonian Nurses Conference)`.
fn acronym<'t>(left: Tokens<'t>, input: Tokens<'t>) -> PResult<'t, ()> {
    let other = Classes::of(&[
        Classes::COUNTRY,
        Classes::PLACE,
        Classes::DEMONYM,
        Classes::TITLE_HEAD,
        Classes::FIELD,
        Classes::GIVEN_NAME,
        Classes::SURNAME,
        Classes::COMMON_WORD,
        Classes::STARTER,
    ]);
    // `Elbonia Oil and Gas Group (Petroelbonia)`
    let called = left.input_len() > 2 && has_head(left);
    let spelt = |token: &Token| called && token.capitalized() && token.span.len() > 3 && !token.is(other);
    let short = value((), token(|token| token.kind == Kind::Word && (is_acronym(token) || spelt(token))));
    let long =
        |input| if left.input_len() == 1 && left.first().is_some_and(is_acronym) { words_of_name(input) } else { no_match() };
    delimited(kind(Kind::Open), alt((terminated(short, peek(kind(Kind::Close))), long)), value((), kind(Kind::Close)))
        .parse(input)
}

/// `(Thailand) Co., Ltd.`, `(Management) Limited`: words in parentheses before the legal form.
fn branch(input: Tokens<'_>) -> PResult<'_, ()> {
    let capital = token(|token: &Token| token.capitalized() && token.kind == Kind::Word);
    let (from, _) = delimited(kind(Kind::Open), many_m_n(1, 3, capital), kind(Kind::Close)).parse(input)?;
    let near = from.first().is_some_and(|next| next.gap == Gap::Space);
    let (rest, taken) = if near { recognize(words_of_name).parse(from)? } else { return no_match() };
    if taken.slice().iter().any(|token| token.is(Classes::LEGAL_SUFFIX)) { Ok((rest, ())) } else { no_match() }
}

/// `region` behind `Lombardy`: a head in lower case.
fn lower_head(input: Tokens<'_>) -> PResult<'_, ()> {
    value((), token(|token| !token.capitalized() && token.is(Classes::ORGANIZATION_HEAD))).parse(input)
}

/// `of Commerce`, `for Market Regulation`, `in China`.
fn preposition<'t>(left: Tokens<'t>, input: Tokens<'t>) -> PResult<'t, ()> {
    let last_is_head = || left.slice().last().is_some_and(|token| token.is(Classes::ORGANIZATION_HEAD | Classes::PLACE));
    let has = |value: &str| heads(left).any(|head| head.starts_with(value));
    let object = |input| preceded(opt(article), words_of_name).parse(input);
    let (rest, preposition) = token(|token: &Token| token.is(Classes::CONNECTOR | Classes::NAME_PARTICLE))(input)?;
    let fits = match preposition.span.of(input.document.text) {
        "of" => has_head(left) || last_is_head() || ends_in_of_head(left),
        "for" if left.input_len() > 1 && territory(rest).is_ok_and(|(after, ())| after.position() > rest.position() + 3) => false,
        "for" | "on" | "in" if has_head(left) && abbreviated(rest) => true,
        "for" => last_is_head() || has_head(left) && left.slice().last().is_some_and(|token| token.is(Classes::TITLE_HEAD)),
        "on" | "against" => last_is_head(),
        "with" => last_is_head() && rest.first().is_some_and(|token| token.is(Classes::FIELD)),
        "in" => {
            has("abroad") || rest.first().is_some_and(|token| token.is(Classes::FIELD)) || {
                has("unit") && lex(Classes::COUNTRY)(rest).is_ok()
            }
        }
        "to" => has("abroad"),
        // `University of Alabama at Birmingham`
        "at" => {
            left.first().is_some_and(|first| first.is(Classes::ORGANIZATION_HEAD)) && left.input_len() > 1 && {
                lex(Classes::PLACE)(rest).is_ok_and(|(after, _)| !after.first().is_some_and(Token::capitalized))
            }
        }
        // `Universidad del Valle`
        _ if preposition.is(Classes::NAME_PARTICLE) => true,
        _ => false,
    };
    if fits { object(rest) } else { no_match() }
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
    value((), pair(place(), many_m_n(0, 6, preceded(joint(), place())))).parse(input)
}

/// Whether the capitalised words here end in their acronym: `the Environment (CAPE)`.
fn abbreviated(input: Tokens<'_>) -> bool {
    let short = token(|token: &Token| token.kind == Kind::Word && is_acronym(token));
    (opt(article), words_of_name, kind(Kind::Open), short, kind(Kind::Close)).parse(input).is_ok()
}

/// Whether the last word is a head only because `of` follows: `Port of`.
fn ends_in_of_head(left: Tokens<'_>) -> bool {
    left.slice().last().is_some_and(|token| token.is(Classes::ORGANIZATION_HEAD) && token.capitalized())
}

/// `and Inspection`, `and Trademark Office`: the other half of one name rather than a second body.
fn and<'t>(left: Tokens<'t>, input: Tokens<'t>) -> PResult<'t, ()> {
    let environment = terminated(article, peek(token(|token: &Token| token.capitalized() && token.is(Classes::FIELD))));
    // `Eli Lilly and Company`
    let mut firm = preceded(word("and"), token(|token: &Token| token.capitalized() && token.is(Classes::LEGAL_SUFFIX)));
    if let Ok((rest, _)) = firm.parse(input) {
        return Ok((rest, ()));
    }
    let (half, article) = preceded(word("and"), opt(environment)).parse(input)?;
    let (rest, ()) = preceded(not(lex(Classes::HONORIFIC)), words_of_name).parse(half)?;
    let half = half.take(rest.position() - half.position());
    let field = |token: Option<&Token>| token.is_some_and(|token| token.is(Classes::FIELD));
    // `Drug Administration`: all are fields of work, but the last makes a body of them.
    let closed = || half.input_len() > 1 && half.slice().last().is_some_and(|token| token.is(Classes::ORGANIZATION_HEAD));
    let body = heads(half).any(|_| true) && (closed() || !half.slice().iter().all(|token| token.is(Classes::FIELD)));
    // An owner of its own makes it a body of its own.
    let owned = half.slice().iter().any(|token| token.kind == Kind::Possessive);
    // `Port Authority of New York and New Jersey`: of two places at once.
    let place = |input| lex(Classes::PLACE)(input).is_ok_and(|(after, _)| after.first().is_none());
    let tail = |back: usize| left.input_len().checked_sub(back).is_some_and(|at| place(left.take_from(at)));
    // `the Elbonian government and Tide Council`: a head in lower case ends the first.
    let small = left.slice().last().is_some_and(|last| last.case == crate::token::Case::Lower);
    // `Economic Co-operation and Development`
    let ends_in_field = || lex_before(left.take_from(left.input_len()), Classes::FIELD).is_some();
    // `Sustainable Energy and Environment Coalition`: fields that also end the names of companies.
    let fields = field(left.slice().last()) && field(half.first()) && !in_complement(left);
    // `the Asian and African Collections`
    let people = |window: Tokens<'_>| window.first().is_some_and(|first| first.is(Classes::DEMONYM));
    let fits = if owned || small {
        false
    } else if left.input_len() == 1 && people(left) && people(half) && half.input_len() > 1 {
        true
    } else if fields && closed() && left.input_len() > 1 && !starts_with_head(half, rest) {
        true
    } else if in_complement(left) && place(half) && (1..=3).any(tail) {
        true
    } else if article.is_some() {
        in_complement(left) && !body
    } else if in_complement(left) {
        // Only what the body is for can follow: `Ministry of Finance and Planning`, but `… and Bank of Thailand`.
        (field(half.first()) || ends_in_field() && !body)
            && !starts_with_head(half, rest)
            && !half.slice().iter().any(|token| token.is(Classes::LEGAL_SUFFIX))
    } else if !has_head(left) && half.slice().iter().all(|token| token.is(Classes::FIELD)) {
        // `Delta Water and Power`: what it is for, in two words.
        left.input_len() > 1 && field(left.slice().last()) && !field(left.first())
    } else if !has_head(left) && left.input_len() == 1 && left.previous().is_some_and(|before| is_article(left, before)) {
        // `the Victoria and Albert Museum`: two names behind one article are one.
        closed() && lex(Classes::COUNTRY)(left).is_err()
    } else {
        // `Acme Innovation and Beta Biotech Inc.`: a legal form makes the second a body of its own, unless it starts with a field.
        let legal = half.slice().iter().any(|token| token.is(Classes::LEGAL_SUFFIX));
        !has_head(left) && body && (field(half.first()) || !legal && field(left.slice().last())) && !starts_with_head(half, rest)
    };
    if fits { Ok((rest, ())) } else { no_match() }
}

fn is_article(window: Tokens<'_>, token: &Token) -> bool {
    token.span.of(window.document.text).eq_ignore_ascii_case("the")
}

/// `, Water, Forests and Rural Development` behind `Ministry of Transport`.
fn list<'t>(left: Tokens<'t>, input: Tokens<'t>) -> PResult<'t, ()> {
    if !in_complement(left) {
        return no_match();
    }
    let items = many_m_n(1, 6, preceded(kind(Kind::Comma), field_phrase));
    let last = (opt(kind(Kind::Comma)), alt((value((), word("and")), value((), kind(Kind::Ampersand)))), field_phrase);
    value((), (items, last)).parse(input)
}

/// Capitalised words of which the first or the last is a field of work: `Regional Social Affairs`.
pub(crate) fn field_phrase(input: Tokens<'_>) -> PResult<'_, ()> {
    let (rest, taken) = recognize(words_of_name).parse(input)?;
    let field = |token: Option<&Token>| token.is_some_and(|token| token.is(Classes::FIELD));
    if field(taken.first()) || field(taken.slice().last()) { Ok((rest, ())) } else { no_match() }
}

/// Whether the name's head stands in front of what it is for: `Ministry of Finance`.
fn in_complement(left: Tokens<'_>) -> bool {
    (0..left.input_len()).any(|at| {
        let here = left.take_from(at);
        let prepositions = words(&["of", "for", "on"]);
        here.first().is_some_and(|token| token.is(Classes::ORGANIZATION_HEAD))
            && lex(Classes::ORGANIZATION_HEAD)(here).is_ok_and(|(after, _)| prepositions(after).is_ok())
    })
}

/// Whether a name of its own starts here: `Bank of …`.
fn starts_with_head<'t>(half: Tokens<'t>, rest: Tokens<'t>) -> bool {
    let head = |token: &Token| token.is(Classes::ORGANIZATION_HEAD) && !token.is(Classes::FIELD);
    let alone = half.input_len() == 1 && half.first().is_some_and(head);
    alone && words(&["of", "for"])(rest).is_ok()
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
