//! How the tests of rules say input and expectation: mentions stand in brackets, `On [12 May 2021] they met`.

#[cfg(test)]
mod hostile;
#[cfg(test)]
pub(crate) mod like_numbers;
#[cfg(test)]
pub(crate) mod people;
#[cfg(test)]
mod work;

use crate::extractor::{Extractor, Options, parse_published};
use crate::grammar::name::Name;
use crate::grammar::title::Office;
use crate::layout::Document;
use crate::lexicon::{Classes, built_in};
use crate::parse::{PResult, Run, Tokens};
use crate::rules::role::Tie;
use crate::span::Span;

/// The text without its brackets, and the spans that they enclosed.
pub(crate) fn marked(markup: &str) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut spans = Vec::new();
    for character in markup.chars() {
        match character {
            '[' => open.push(text.len()),
            ']' => {
                let start = open.pop().expect("a bracket opened before");
                spans.push(Span::new(start, text.len()).expect("ordered"));
            }
            other => text.push(other),
        }
    }
    assert!(open.is_empty(), "a bracket is left open in {markup:?}");
    spans.sort();
    (text, spans)
}

/// The dates of the text are the ones in brackets, with these values.
#[track_caller]
pub(crate) fn check_dates(markup: &str, values: &[&str]) {
    check_dates_with(Options::default(), markup, values);
}

/// The same, for a text published that day.
#[track_caller]
pub(crate) fn check_dates_on(published: &str, markup: &str, values: &[&str]) {
    let day = parse_published(published).expect("a day");
    check_dates_with(Options::default().published(day), markup, values);
}

#[track_caller]
fn check_dates_with(options: Options, markup: &str, values: &[&str]) {
    let (text, spans) = marked(markup);
    let facts = Extractor::new(options).extract(&text);
    let found: Vec<(&str, &str)> = facts.dates.iter().map(|date| (&*date.text, &*date.value)).collect();
    let expected: Vec<(&str, &str)> = spans.iter().map(|span| span.of(&text)).zip(values.iter().copied()).collect();
    assert_eq!(found, expected, "{text}");
    assert_eq!(spans.len(), values.len(), "a value for each bracket");
}

/// The statistics of the text are the ones in brackets. Each reads as modifier (but `exact`), value or range, and unit:
/// `nearly 2000000000 CNY`, `5..10 percent`.
#[track_caller]
pub(crate) fn check_statistics(markup: &str, readings: &[&str]) {
    let (text, spans) = marked(markup);
    let facts = Extractor::default().extract(&text);
    let reading = |statistic: &crate::Statistic| {
        let modifier = serde_json::to_value(statistic.modifier).expect("a name");
        let modifier = modifier.as_str().filter(|name| *name != "exact").map_or(String::new(), |name| format!("{name} "));
        let number = |value: &Option<crate::Decimal>| value.map_or(String::new(), |value| value.to_string());
        let value = match statistic.value {
            Some(value) => value.to_string(),
            None => format!("{}..{}", number(&statistic.low), number(&statistic.high)),
        };
        format!("{modifier}{value} {}", statistic.unit)
    };
    let found: Vec<(&str, String)> = facts.statistics.iter().map(|statistic| (&*statistic.text, reading(statistic))).collect();
    let expected: Vec<(&str, String)> =
        spans.iter().map(|span| span.of(&text)).zip(readings.iter().map(|reading| (*reading).to_owned())).collect();
    assert_eq!(found, expected, "{text}");
    assert_eq!(spans.len(), readings.len(), "a reading for each bracket");
}

/// The statistics of the text are the ones in brackets, and `read` makes these of them.
#[track_caller]
pub(crate) fn check_statistics_by(markup: &str, read: impl Fn(&crate::Statistic) -> String, readings: &[&str]) {
    let (text, spans) = marked(markup);
    let facts = Extractor::default().extract(&text);
    let found: Vec<(&str, String)> = facts.statistics.iter().map(|statistic| (&*statistic.text, read(statistic))).collect();
    let expected: Vec<(&str, String)> =
        spans.iter().map(|span| span.of(&text)).zip(readings.iter().map(|reading| (*reading).to_owned())).collect();
    assert_eq!(found, expected, "{text}");
    assert_eq!(spans.len(), readings.len(), "a reading for each bracket");
}

/// The roles of the text, each as `name | title | organization`.
#[track_caller]
pub(crate) fn check_roles(text: &str, expected: &[&str]) {
    let facts = Extractor::default().extract(text);
    let shown = |role: &crate::Role| {
        let parts = [Some(&role.name), Some(&role.title), role.organization.as_ref()];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" | ")
    };
    let found: Vec<String> = facts.roles.iter().map(shown).collect();
    assert_eq!(found, expected, "{text}");
    for role in &facts.roles {
        assert_eq!(role.span.of(text), role.text, "{text}");
    }
}

/// What the production makes of the whole text, which is one sentence; `None` where it leaves something over.
pub(crate) fn parse_all<T>(text: &str, production: impl for<'t> Fn(Tokens<'t>) -> PResult<'t, T>) -> Option<T> {
    let document = Document::read(text, built_in());
    let (rest, value) = production(Tokens::new(&document, 0..document.tokens.len(), 0)).ok()?;
    rest.first().is_none().then_some(value)
}

/// What the production takes from the start of the text.
pub(crate) fn parse_start<T>(text: &str, production: impl for<'t> Fn(Tokens<'t>) -> PResult<'t, T>) -> Option<String> {
    let document = Document::read(text, built_in());
    let input = Tokens::new(&document, 0..document.tokens.len(), 0);
    let (rest, _) = production(input).ok()?;
    let taken = input.until(rest);
    Some(document.slice(taken.start..taken.end).to_owned())
}

/// The agreements of the text are the ones in brackets, of these kinds.
#[track_caller]
pub(crate) fn check_agreements(markup: &str, kinds: &[&str]) {
    let (text, spans) = marked(markup);
    let facts = Extractor::default().extract(&text);
    let kind = |kind| serde_json::to_value(kind).expect("a name").as_str().expect("a string").to_owned();
    let found: Vec<(&str, String)> = facts.agreements.iter().map(|fact| (&*fact.text, kind(fact.kind))).collect();
    let expected: Vec<(&str, String)> =
        spans.iter().map(|span| span.of(&text)).zip(kinds.iter().map(|kind| (*kind).to_owned())).collect();
    assert_eq!(found, expected, "{text}");
    assert_eq!(spans.len(), kinds.len(), "a kind for each bracket");
}

/// The tokens of the words where the text first has them.
pub(crate) fn run_of(document: &Document<'_>, words: &str) -> Run {
    let start = document.text.find(words).expect("the words stand in the text");
    Run { start: document.token_at(start), end: document.token_at(start + words.len() - 1) + 1 }
}

/// Somebody of that name, with the honorific before it, in a position.
pub(crate) fn tie(document: &Document<'_>, name: &str, title: &str) -> Tie {
    let run = run_of(document, name);
    let before = run.start.checked_sub(1).filter(|&at| document.tokens[at].is(Classes::HONORIFIC));
    let honorific = before.map(|at| Run { start: at, end: run.start });
    let name = Name { honorific, run, words: run.len(), known: false, upper: false };
    Tie { name, title: run_of(document, title), organization: None, office: Office::Plain }
}

/// The text's agreements are those in brackets, with these sides.
#[track_caller]
pub(crate) fn check_sides(markup: &str, sides: &[&str]) {
    let (text, spans) = marked(markup);
    let facts = Extractor::default().extract(&text);
    let found: Vec<(&str, String)> = facts.agreements.iter().map(|fact| (&*fact.text, fact.parties.join("; "))).collect();
    let expected: Vec<(&str, String)> =
        spans.iter().map(|span| span.of(&text)).zip(sides.iter().map(|sides| (*sides).to_owned())).collect();
    assert_eq!(found, expected, "{text}");
}

/// Each row's text has the one agreement in brackets, with this kind, action and status, and these sides.
#[track_caller]
pub(crate) fn check_agreement_rows(rows: &[(&str, &str, &str)]) {
    for (markup, what, sides) in rows {
        check_agreement(markup, what, sides);
    }
}

/// None of the texts speaks of an agreement.
#[track_caller]
pub(crate) fn check_no_agreement(texts: &[&str]) {
    for text in texts {
        check_agreements(text, &[]);
    }
}

/// The text's one agreement is the one in brackets, with this kind, action and status, and these sides.
#[track_caller]
pub(crate) fn check_agreement(markup: &str, what: &str, sides: &str) {
    let (text, spans) = marked(markup);
    let facts = Extractor::default().extract(&text);
    let [fact] = facts.agreements.as_slice() else { panic!("one agreement in {text:?}: {:?}", facts.agreements) };
    let json = serde_json::to_value(fact).expect("serialises");
    let read: Vec<&str> = ["kind", "action", "status"].iter().filter_map(|key| json[key].as_str()).collect();
    assert_eq!((&*fact.text, read.join(" ")), (spans[0].of(&text), what.to_owned()), "{text}");
    assert_eq!(fact.parties.join("; "), sides, "{text}");
}
