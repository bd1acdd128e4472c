//! When statistics hold and agreements are made.

use crate::fact::{Agreement, Date, DateType, Statistic};
use crate::layout::Document;
use crate::span::Span;
use crate::token::Kind;

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
    let start = (sentence.start..at).rev().find(borders).map_or(sentence.start, |border| border + 1);
    let end = (at..sentence.end).find(borders).unwrap_or(sentence.end);
    document.span(start..end)
}

fn distance(date: Span, statistic: Span) -> usize {
    if date.start() >= statistic.end() { date.start() - statistic.end() } else { statistic.start().saturating_sub(date.end()) }
}

/// Gives each agreement the date of what happens to it.
pub(crate) fn date_agreements(_document: &Document<'_>, _dates: &[Date], _agreements: &mut [Agreement]) {}
