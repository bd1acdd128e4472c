//! When statistics hold and agreements are made.

use crate::fact::{Agreement, Date, DateType, Statistic};
use crate::layout::Document;
use crate::span::Span;
use crate::token::Kind;

/// How many dates of a sentence are looked at, and how far its clause may reach; keeps the cost linear.
const DATES: usize = 32;
const REACH: usize = 60;

/// Gives each statistic the date that it holds for: that of its clause, or else the only one of its sentence. No date is
/// taken from another sentence.
pub(crate) fn date_statistics(document: &Document<'_>, dates: &[Date], statistics: &mut [Statistic]) {
    for statistic in statistics {
        let at = document.tokens.partition_point(|token| token.span.end() <= statistic.span.start());
        let Some(sentence) = document.sentence_of(at) else { continue };
        let whole = document.span(sentence.tokens.clone());
        let inside = |span: &Span, date: &&Date| date.span.start() >= span.start() && date.span.end() <= span.end();
        let first = dates.partition_point(|date| date.span.start() < whole.start());
        let points = || {
            dates[first..]
                .iter()
                .take_while(|date| inside(&whole, date))
                .take(DATES)
                .filter(|date| date.kind == DateType::Date && date.earliest.is_some())
        };
        let clause = clause(document, sentence.tokens.clone(), at);
        let in_clause = points().filter(|date| inside(&clause, date)).min_by_key(|date| distance(date.span, statistic.span));
        let mut all = points();
        let only = all.next().filter(|_| all.next().is_none());
        statistic.date = in_clause.or(only).map(|date| date.value.clone());
    }
}

/// The part of the sentence between semicolons, dashes and commas that end clauses, around the token.
fn clause(document: &Document<'_>, sentence: std::ops::Range<usize>, at: usize) -> Span {
    let borders = |position: &usize| matches!(document.tokens[*position].kind, Kind::Semicolon | Kind::Dash | Kind::Comma);
    let start = (sentence.start..at).rev().take(REACH).find(borders).map_or(sentence.start, |border| border + 1);
    let end = (at..sentence.end).take(REACH).find(borders).unwrap_or(sentence.end);
    document.span(start..end)
}

fn distance(date: Span, statistic: Span) -> usize {
    if date.start() >= statistic.end() { date.start() - statistic.end() } else { statistic.start().saturating_sub(date.end()) }
}

/// Farthest that a date stands from the agreement whose event it dates, in tokens.
const AGREEMENT_REACH: usize = 45;

/// Gives each agreement the date of what happens to it: the nearest of its sentence that no other clause parts from it.
/// A year that belongs to the name (`the 2015 Paris Agreement`) dates no event.
pub(crate) fn date_agreements(document: &Document<'_>, dates: &[Date], agreements: &mut [Agreement]) {
    let at = |offset: usize| document.tokens.partition_point(|token| token.span.end() <= offset);
    let eventful = agreements.iter().filter(|agreement| agreement.action.is_some());
    let mentions: Vec<_> = eventful.map(|agreement| at(agreement.span.start())).collect();
    for agreement in agreements.iter_mut().filter(|agreement| agreement.action.is_some()) {
        let (start, end) = (at(agreement.span.start()), at(agreement.span.end()));
        let Some(sentence) = document.sentence_of(start) else { continue };
        let whole = document.span(sentence.tokens.clone());
        let first = dates.partition_point(|date| date.span.start() < whole.start());
        let near = dates[first..].iter().take_while(|date| date.span.end() <= whole.end()).filter_map(|date| {
            let (from, to) = (at(date.span.start()), at(date.span.end()));
            let between = if to <= start { to..start } else { end..from };
            let event = date.kind == DateType::Date && date.earliest.is_some() && from != start && to != start;
            let own = !mentions.iter().any(|other| between.contains(other));
            let dated = from > 0 && is_term(document.written(from - 1));
            let apart = dated || from >= end && between.clone().any(|at| at + 1 < from && opens_clause(document, at));
            (event && own && !apart && (to <= start || from >= end) && between.len() <= AGREEMENT_REACH)
                .then_some((between.len(), date))
        });
        agreement.date = near.min_by_key(|(distance, _)| *distance).map(|(_, date)| date.value.clone());
    }
}

/// Whether the word makes the date behind it that of a paper, or the end of its term: `dated 4 May`, `until 2028`.
fn is_term(word: &str) -> bool {
    matches!(word, "dated" | "until" | "through")
}

/// Whether a word there opens a clause that happens at a time of its own.
fn opens_clause(document: &Document<'_>, at: usize) -> bool {
    document.tokens[at].kind == Kind::Semicolon
        || ["that", "after", "before", "when", "while", "where", "until", "since", "as"]
            .iter()
            .any(|word| document.written(at) == *word)
}
