//! Parts of the phrases that name agreements.

use nom::Input;
use nom::Parser;
use nom::combinator::{opt, verify};

use crate::fact::AgreementKind;
use crate::lexicon::Classes;
use crate::parse::{Lexeme, PResult, Run, Tokens, kind, lex, lex_before, no_match, token};
use crate::token::{Gap, Kind, Token};

/// Most words and hyphens that a naming phrase has before its noun.
const MOST_QUALIFIERS: usize = 10;
/// Most tokens of a title in capitals.
const LONGEST_TITLE: usize = 24;
/// How far back a phrase that takes the noun for its own may start.
const WIDEST_FOREIGN: usize = 5;

/// The noun, with an abbreviation in parentheses behind it, unless it is part of something else.
pub(super) fn noun<'t>(class: Classes) -> impl Fn(Tokens<'t>) -> PResult<'t, (Lexeme<'t>, AgreementKind)> {
    move |input| {
        let (rest, noun) = lex(class)(input)?;
        let Some(kind) = kind_of(noun.value) else { return no_match() };
        if is_tail(input)
            || foreign(input, noun.run)
            || heads_a_body(rest)
            || heads_another(rest)
            || is_bare_adverbial(input, noun.run)
        {
            return no_match();
        }
        let titled = input.first().is_some_and(Token::capitalized);
        let (rest, _) = opt(verify(roman, |()| titled)).parse(rest)?;
        let (rest, _) = opt(abbreviation).parse(rest)?;
        Ok((rest, (noun, kind)))
    }
}

/// `Agreement II`
fn roman(input: Tokens<'_>) -> PResult<'_, ()> {
    let numeral = |token: &&Token| token.span.of(input.document.text).chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'));
    verify(token(|token| token.kind == Kind::Word && token.gap == Gap::Space), numeral).map(|_| ()).parse(input)
}

/// `(MoU)`, `(“MOC”)`.
fn abbreviation(input: Tokens<'_>) -> PResult<'_, ()> {
    let quotes = |input| opt(token(|token| matches!(token.kind, Kind::OpenQuote | Kind::CloseQuote | Kind::Quote))).parse(input);
    let short = verify(token(|token| token.kind == Kind::Word && token.capitalized()), |token: &Token| token.span.len() <= 6);
    (kind(Kind::Open), quotes, short, quotes, kind(Kind::Close)).map(|_| ()).parse(input)
}

fn kind_of(name: &str) -> Option<AgreementKind> {
    Some(match name {
        "memorandum" => AgreementKind::Memorandum,
        "treaty" => AgreementKind::Treaty,
        "agreement" => AgreementKind::Agreement,
        "contract" => AgreementKind::Contract,
        "partnership" => AgreementKind::Partnership,
        "declaration" => AgreementKind::Declaration,
        "letter_of_intent" => AgreementKind::LetterOfIntent,
        _ => return None,
    })
}

/// `principles-of-agreement`: the end of a compound.
fn is_tail(input: Tokens<'_>) -> bool {
    let [.., connector, hyphen] = input.before() else { return false };
    hyphen.kind == Kind::Hyphen && hyphen.glued() && connector.is(Classes::CONNECTOR)
}

/// Whether a phrase around the noun names something that is no agreement: `user agreement`, `convention centre`.
fn foreign(input: Tokens<'_>, noun: Run) -> bool {
    let first = noun.start.saturating_sub(WIDEST_FOREIGN).max(noun.start - input.before().len());
    (first..=noun.start).any(|start| {
        let phrase = lex(Classes::NOT_AN_AGREEMENT)(input.at(start));
        phrase.is_ok_and(|(_, phrase)| phrase.run.end >= noun.end)
    })
}

/// Whether what follows makes the noun part of a body's name: `Treaty Organization`, `Convention Center`.
fn heads_a_body(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|next| next.capitalized() && next.is(Classes::ORGANIZATION_HEAD))
}

/// Whether the next word is the noun that counts: `joint venture agreement`, `partnership deal`.
fn heads_another(rest: Tokens<'_>) -> bool {
    // `an “immediate ceasefire” deal`, `Contract Tentative Agreement`
    let quoted = rest.first().is_some_and(|next| matches!(next.kind, Kind::CloseQuote | Kind::Quote) && next.gap == Gap::None);
    let rest = if quoted { rest.take_from(1) } else { rest };
    let counts = |tokens: Tokens<'_>| tokens.first().is_some_and(|next| next.gap <= Gap::Line && next.is(super::NOUN));
    let titled = |tokens: Tokens<'_>| tokens.first().is_some_and(Token::capitalized);
    let further = lex(Classes::AGREEMENT_QUALIFIER)(rest).ok().map(|(behind, _)| behind);
    let further = further.filter(|behind| titled(rest) && titled(*behind) && rest.previous().is_some_and(Token::capitalized));
    counts(rest) || further.is_some_and(counts)
}

/// `in agreement`, `by agreement`, `under contract`: no agreement is named.
fn is_bare_adverbial(input: Tokens<'_>, noun: Run) -> bool {
    let before = lex_before(input, Classes::AGREEMENT_QUALIFIER).map_or(noun.start, |qualifier| qualifier.run.start);
    let singular = !input.document.written(noun.end - 1).ends_with(['s', 'S']);
    let lower = input.first().is_some_and(|noun| !noun.capitalized());
    // `in partnership with Acme`, `with the mill`, `with northern Peru`
    let tokens = &input.document.tokens;
    let named = |next: &Token| next.capitalized() || next.is(Classes::DETERMINER);
    let with = input.document.written(noun.start) == "partnership"
        && tokens.get(noun.end).is_some_and(|_| input.document.written(noun.end) == "with")
        && tokens.iter().skip(noun.end + 1).take(2).any(named);
    singular
        && !with
        && lower
        && noun.len() == 1
        && input.at(before).previous().is_some_and(|token| {
            let word = token.span.of(input.document.text);
            word.eq_ignore_ascii_case("in") || word.eq_ignore_ascii_case("by")
        })
}

/// What stands before a noun as part of its phrase.
pub(super) struct Qualifiers {
    pub(super) start: usize,
    /// Whether one of them makes an agreement a contract: `loan`, `licence`.
    pub(super) contract: bool,
}

/// The qualifiers before the window: words of the lexicon, and before a noun in capitals, others in capitals.
pub(super) fn qualifiers(input: Tokens<'_>) -> Qualifiers {
    let capitals = input.first().is_some_and(Token::capitalized);
    let mut found = Qualifiers { start: input.position(), contract: false };
    for _ in 0..MOST_QUALIFIERS {
        let window = input.at(found.start);
        if let Some(qualifier) = lex_before(window, QUALIFIER) {
            found.start = qualifier.run.start;
            found.contract |= qualifier.value == "contract";
        } else if let Some(start) = joined_qualifier(window, found.start < input.position()) {
            found.start = start;
        } else if is_inner_hyphen(window) {
            found.start -= 2;
        } else if capitals && is_titular(window) {
            found.start -= 1;
        } else if let Some(start) = joined_title(input, window) {
            found.start = start;
        } else {
            break;
        }
    }
    found
}

/// `economic and` before `trade agreement`: where a qualifier starts that `and` joins to the next.
fn joined_qualifier(window: Tokens<'_>, qualified: bool) -> Option<usize> {
    let and = window.before().len().checked_sub(1).filter(|_| qualified && window.previous().is_some())?;
    let joint = window.at(window.position() - 1);
    let written = joint.written();
    (and > 0 && (written.eq_ignore_ascii_case("and") || written == "&"))
        .then(|| lex_before(joint, Classes::AGREEMENT_QUALIFIER))?
        .map(|qualifier| qualifier.run.start)
}

/// `Tea and Water Treaties`: where a title starts that `and` joins to the next, and the noun of both tells that they are two.
fn joined_title(input: Tokens<'_>, window: Tokens<'_>) -> Option<usize> {
    let treaties = ["Treaties", "Conventions", "Protocols"].contains(&input.written());
    let and = window.position().checked_sub(1).filter(|_| treaties && window.position() < input.position())?;
    let joint = window.at(and);
    let title = lex_before(joint, Classes::AGREEMENT_QUALIFIER).map(|qualifier| qualifier.run.start);
    (window.previous().is_some() && joint.written() == "and").then(|| title.or_else(|| is_titular(joint).then(|| and - 1)))?
}

/// Words that qualify a noun behind them; agreements' nouns do so too.
const QUALIFIER: Classes = Classes::of(&[Classes::AGREEMENT_QUALIFIER, Classes::AGREEMENT_NOUN, Classes::LOOSE_AGREEMENT_NOUN]);

/// Whether a hyphen within a qualifier ends right before the window: `long-term`, `Asia-Pacific` no.
fn is_inner_hyphen(window: Tokens<'_>) -> bool {
    let before = window.before();
    let [.., qualifier, hyphen] = before else { return false };
    hyphen.kind == Kind::Hyphen && hyphen.glued() && !qualifier.capitalized() && qualifier.kind == Kind::Word
}

/// Whether the word before the window is part of a name in capitals that the noun ends, and no side of it:
/// `Implementation Agreement`, but neither `China-EU Agreement` nor `Singapore Agreement`.
fn is_titular(window: Tokens<'_>) -> bool {
    let before = window.before();
    let Some((word, rest)) = before.split_last() else { return false };
    let compound = rest.last().is_some_and(|token| matches!(token.kind, Kind::Hyphen | Kind::Dash | Kind::Slash));
    let name = word.kind == Kind::Word && word.capitalized() && word.gap < Gap::Cell;
    name && !compound && !word.is(NEVER_TITULAR) && lex_before(window, Classes::AGREEMENT_VERB).is_none()
}

const NEVER_TITULAR: Classes = Classes::of(&[
    Classes::AGREEMENT_VERB,
    Classes::STARTER,
    Classes::MODALITY,
    Classes::CONNECTOR,
    Classes::COUNTRY,
    Classes::DEMONYM,
    Classes::MONTH,
    Classes::WEEKDAY,
    Classes::LEGAL_SUFFIX,
    Classes::QUANTIFIER,
    Classes::SCALE,
]);

/// Whether the word before the window is one in capitals that can be a name's.
pub(super) fn name_before(window: Tokens<'_>) -> bool {
    is_titular(window)
}

/// Whether the noun, which ends here, only says of what sort the next word is: `contract worker`, `loan-loss`,
/// `Conventions Palace`.
pub(super) fn is_modifier(rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first() else { return false };
    let written = rest.written();
    let titled = rest.previous().is_some_and(Token::capitalized);
    let compound = next.kind == Kind::Hyphen && next.glued();
    let word = next.kind == Kind::Word
        && next.gap <= Gap::Line
        && (titled || !next.capitalized())
        && !rest.document.classes_at(rest.position()).any(FOLLOWERS)
        && !is_past(rest)
        && !["ly", "ed", "ing"].iter().any(|ending| written.ends_with(ending));
    compound || word
}

/// `took`, `fell`: verbs of the past that have no ending to tell them by.
fn is_past(rest: Tokens<'_>) -> bool {
    let at = rest.position();
    ["past", "participle"].iter().any(|part| rest.document.plays(at, Classes::TENSE, part))
}

/// Words that may follow a noun without being its head.
const FOLLOWERS: Classes = Classes::of(&[
    Classes::CONNECTOR,
    Classes::PREPOSITION,
    Classes::AUXILIARY,
    Classes::CLAUSE_OPENER,
    Classes::DETERMINER,
    Classes::NOUN_FOLLOWER,
    Classes::AGREEMENT_VERB,
    Classes::MODALITY,
    Classes::STARTER,
    Classes::WEEKDAY,
]);

/// A run of words in capitals, with the small words that titles have between them.
pub(super) fn title(input: Tokens<'_>) -> PResult<'_, Run> {
    let (mut end, mut next) = (0, 0);
    while let Some(token) = input.slice().get(next).filter(|_| next < LONGEST_TITLE) {
        let capitals = matches!(token.kind, Kind::Word | Kind::Dotted) && token.capitalized();
        if end > 0 && next == end && is_inner_hyphen_pair(input.take_from(next)) {
            next += 2;
            end = next;
        } else if capitals || token.kind == Kind::Number && end == next && end > 0 {
            next += 1;
            end = next;
        } else if end > 0 && is_title_joint(input.take_from(next)) && next < end + 3 && !is_dated(input.take_from(next + 1)) {
            next += 1;
        } else {
            break;
        }
    }
    if end == 0 {
        return no_match();
    }
    let rest = input.take_from(end);
    Ok((rest, input.until(rest)))
}

/// `Monday` behind `on`: no part of a title.
fn is_dated(input: Tokens<'_>) -> bool {
    input.first().is_some_and(|token| token.is(Classes::WEEKDAY | Classes::MONTH))
}

/// `-operation` behind `Co`.
fn is_inner_hyphen_pair(input: Tokens<'_>) -> bool {
    matches!(input.slice(), [hyphen, word, ..] if hyphen.kind == Kind::Hyphen && hyphen.glued() && word.glued() && word.kind == Kind::Word)
}

fn is_title_joint(input: Tokens<'_>) -> bool {
    let joint = matches!(input.first().map(|token| token.kind), Some(Kind::Ampersand | Kind::Hyphen | Kind::Slash));
    joint || ["of", "and", "the", "in", "for", "on", "to", "under"].iter().any(|word| input.written() == *word)
}
