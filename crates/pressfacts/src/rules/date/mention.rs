//! From a production's match to the mention: the article before it, the bound before that.

use nom::{Input, Parser};

use super::syntax::{Count, DateSyntax, Length, Moment, Time};
use crate::fact::{Bound, DateModifier};
use crate::lexicon::Classes;
use crate::parse::{Lexeme, PResult, Run, Tokens, lex, playing};
use crate::token::{Kind, Token};

/// Furthest a preposition that makes a bound is looked for before the mention, in tokens.
const LONGEST_BOUND: usize = 5;

/// A moment found by `production`, as a mention without an article.
pub(super) fn moment_mention<'t>(
    input: Tokens<'t>,
    production: impl Parser<Tokens<'t>, Output = Moment, Error = crate::parse::NoMatch>,
) -> PResult<'t, DateSyntax> {
    bare(input, production.map(Time::Moment))
}

/// What `production` finds, without the article before it.
pub(super) fn bare<'t>(
    input: Tokens<'t>,
    mut production: impl Parser<Tokens<'t>, Output = Time, Error = crate::parse::NoMatch>,
) -> PResult<'t, DateSyntax> {
    let (rest, time) = production.parse(input)?;
    Ok((rest, mention(input, input.until(rest), time)))
}

/// What `production` finds, with the article before it.
pub(super) fn with_article<'t>(
    input: Tokens<'t>,
    mut production: impl Parser<Tokens<'t>, Output = Time, Error = crate::parse::NoMatch>,
) -> PResult<'t, DateSyntax> {
    let (rest, time) = production.parse(input)?;
    let start = if after_article(input) { input.position() - 1 } else { input.position() };
    Ok((rest, mention(input, Run { start, end: rest.position() }, time)))
}

/// Whether `the` stands before the next token.
pub(super) fn after_article(input: Tokens<'_>) -> bool {
    previous_is(input, &["the"])
}

/// Whether the token before is one of the words.
pub(super) fn previous_is(input: Tokens<'_>, words: &[&str]) -> bool {
    let text = input.document.text;
    input.previous().is_some_and(|token| words.iter().any(|word| token.reads(word, text)))
}

/// Whether the word before leads to a date or length of that sort, or plays that part beside one, by the lexicon.
pub(super) fn led_to(input: Tokens<'_>, sort: &'static str) -> bool {
    input.previous().is_some() && date_word(sort)(input.at(input.position() - 1)).is_ok()
}

/// A small word that plays the part beside a date, by the lexicon.
pub(super) fn date_word<'t>(part: &'static str) -> impl Fn(Tokens<'t>) -> PResult<'t, Lexeme<'t>> {
    playing(Classes::DATE_WORD, part)
}

/// Whether what was matched is the title of something: `"This Week"`, `"60 Minutes"`, with capitals right behind a quotation
/// mark.
pub(super) fn is_title(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let quoted = input.previous().is_some_and(|token| matches!(token.kind, Kind::Quote | Kind::OpenQuote));
    quoted && rest.position() > input.position() + 1 && rest.previous().is_some_and(Token::capitalized)
}

/// Whether the token before is of one of the classes.
pub(super) fn previous_of(input: Tokens<'_>, classes: Classes) -> bool {
    input.previous().is_some_and(|token| token.is(classes))
}

fn mention(input: Tokens<'_>, run: Run, time: Time) -> DateSyntax {
    // The `from` of `from 2019 to 2023` belongs to the `to`: both ends are known.
    let between = matches!(time, Time::Length(Length { count: Count::Between(..), .. }));
    let closed = matches!(time, Time::Range(..)) || between;
    let bound = bound_before(input.at(run.start)).filter(|bound| !(closed && *bound == Bound::From));
    DateSyntax { run, time, modifier: None, bound, fiscal: false, shared: false }
}

impl DateSyntax {
    /// The same with a modifier, where there is one.
    pub(super) fn modified(self, modifier: Option<DateModifier>) -> Self {
        Self { modifier: modifier.or(self.modifier), ..self }
    }

    /// The same, its month or year at another date of the list.
    pub(super) fn shared(self) -> Self {
        Self { shared: true, ..self }
    }

    pub(super) fn fiscal(self, fiscal: bool) -> Self {
        Self { fiscal: self.fiscal || fiscal, ..self }
    }
}

/// The preposition that ends right before the window and makes a bound of what follows.
fn bound_before(input: Tokens<'_>) -> Option<Bound> {
    let preposition = ends_before(input, Classes::BOUND)?;
    Some(match preposition.value {
        "by" => Bound::By,
        "before" => Bound::Before,
        "until" => Bound::Until,
        "since" => Bound::Since,
        "from" => Bound::From,
        "after" => Bound::After,
        "as_of" => Bound::AsOf,
        _ => return None,
    })
}

/// The longest word or phrase of the class that ends right before the window.
pub(super) fn ends_before(input: Tokens<'_>, class: Classes) -> Option<Lexeme<'_>> {
    let before = input.before();
    let reach = before.len().min(LONGEST_BOUND);
    if !before[before.len() - reach..].iter().any(|token| token.opens.any(class)) {
        return None;
    }
    (1..=reach).rev().find_map(|back| {
        let (rest, found) = lex(class)(input.at(input.position() - back)).ok()?;
        (rest.position() == input.position()).then_some(found)
    })
}

/// Whether what was matched ends where a word could: not before a glued letter, digit, sign or fraction.
pub(super) fn stands_free(rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first() else { return true };
    if !next.glued() {
        return true;
    }
    match next.kind {
        Kind::Word | Kind::Number | Kind::Percent | Kind::Currency | Kind::Web => false,
        Kind::Symbol => rest.written() != "°",
        // `2024-A`, `2024/x`: part of something longer.
        Kind::Slash => !rest.take_from(1).first().is_some_and(|after| after.glued() && after.kind == Kind::Number),
        _ => true,
    }
}

/// Whether a mark or the end follows.
pub(super) fn ends_clause(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|next| !matches!(next.kind, Kind::Word | Kind::Number) || next.is(Classes::CONNECTOR))
}
