//! When statistics hold and agreements are made.

use crate::fact::{Agreement, Date, DateType, Statistic};
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::span::Span;
use crate::token::Kind;

/// How many dates of a sentence are looked at, and how far its clause may reach; keeps the cost linear.
const DATES: usize = 32;
const REACH: usize = 60;
/// How many words may stand before the date that opens a sentence: `By the end of 2024`, whose `end` is its own.
const OPENING: usize = 4;

/// Gives each statistic the date that it holds for: the nearest of its clause, or else the one that opens its sentence.
/// No date is taken from another sentence, and none that a change is measured against (`since 2017`).
pub(crate) fn date_statistics(document: &Document<'_>, dates: &[Date], statistics: &mut [Statistic]) {
    let token_at = |offset: usize| document.tokens.partition_point(|token| token.span.end() <= offset);
    for statistic in statistics {
        let at = token_at(statistic.span.start());
        let Some(sentence) = document.sentence_of(at) else { continue };
        let whole = document.span(sentence.tokens.clone());
        let inside = |span: &Span, date: &&Date| date.span.start() >= span.start() && date.span.end() <= span.end();
        let first = dates.partition_point(|date| date.span.start() < whole.start());
        let points = || {
            let sentence_dates = dates[first..].iter().take_while(|date| inside(&whole, date)).take(DATES);
            sentence_dates.filter(|date| {
                date.kind == DateType::Date && date.earliest.is_some() && !is_base(document, token_at(date.span.start()))
            })
        };
        let clause = clause(document, sentence.tokens.clone(), at);
        let in_clause = points().filter(|date| inside(&clause, date)).min_by_key(|date| distance(date.span, statistic.span));
        let opening = || points().next().filter(|date| opens(document, sentence.tokens.start, token_at(date.span.start())));
        statistic.date = in_clause.or_else(opening).map(|date| date.value.clone());
    }
}

/// Whether the date is what something is compared with: `since 2017`, `from 2022`, `than in 2022`.
fn is_base(document: &Document<'_>, date: usize) -> bool {
    let before = |back: usize| date.checked_sub(back).map_or("", |at| document.written(at));
    let compares = |word: &str| matches!(word, "since" | "from" | "than" | "Since");
    compares(before(1)) || before(1) == "in" && compares(before(2))
}

/// Whether nothing but prepositions and articles stands between the start of the sentence and its date.
fn opens(document: &Document<'_>, start: usize, date: usize) -> bool {
    date - start <= OPENING && (start..date).all(|at| document.tokens[at].is(Classes::of(&[Classes::CONNECTOR, Classes::NP_END])))
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

/// Gives each agreement the date of what happens to it: the nearest to its verb, or to the mention, that no other clause
/// parts from that. A year that belongs to the name (`the 2015 Paris Agreement`) dates no event. The verbs are those of
/// the agreements, one for one.
pub(crate) fn date_agreements(document: &Document<'_>, dates: &[Date], agreements: &mut [Agreement], verbs: &[Option<Run>]) {
    let at = |offset: usize| document.tokens.partition_point(|token| token.span.end() <= offset);
    let eventful = agreements.iter().filter(|agreement| agreement.action.is_some());
    let mentions: Vec<_> = eventful.map(|agreement| at(agreement.span.start())).collect();
    for (agreement, verb) in agreements.iter_mut().zip(verbs).filter(|(agreement, _)| agreement.action.is_some()) {
        let mention = Run { start: at(agreement.span.start()), end: at(agreement.span.end()) };
        let Some(sentence) = document.sentence_of(mention.start) else { continue };
        let sentence = sentence.tokens.clone();
        let verb = verb.filter(|verb| sentence.contains(&verb.start));
        let anchors = [Some(mention), verb];
        let whole = verb.map_or(mention, |verb| mention.cover(verb));
        // Only what is near is looked at: a sentence may hold any number of dates.
        let floor = document.tokens[whole.start.saturating_sub(AGREEMENT_REACH).max(sentence.start)].span.start();
        let ceiling = document.span(whole.start..(whole.end + AGREEMENT_REACH).min(sentence.end)).end();
        let first = dates.partition_point(|date| date.span.start() < floor);
        let last = dates.partition_point(|date| date.span.start() < ceiling);
        let near = dates[first..last.max(first)].iter().filter(|date| date.kind == DateType::Date && date.earliest.is_some());
        let near = near.filter_map(|date| {
            let run = Run { start: at(date.span.start()), end: at(date.span.end()) };
            let term = run.start > 0 && is_term(document.written(run.start - 1));
            let named = run.start == mention.start || run.end == mention.start;
            if term || named || is_dateline(document, &sentence, run.end) {
                return None;
            }
            let ways = anchors.into_iter().flatten().filter_map(|anchor| {
                let between = if run.end <= anchor.start { run.end..anchor.start } else { anchor.end..run.start };
                let next = mentions.partition_point(|other| *other < between.start);
                let own = mentions.get(next).is_none_or(|other| *other >= between.end || *other == mention.start);
                let inside = run.start < anchor.end && anchor.start < run.end;
                let later = run.start >= anchor.end;
                let parted = between.clone().any(|at| at + 1 < between.end && opens_clause(document, at, later));
                (own && !inside && !parted && between.len() <= AGREEMENT_REACH).then_some(between.len())
            });
            ways.min().map(|distance| (distance, date))
        });
        agreement.date = near.min_by_key(|(distance, _)| *distance).map(|(_, date)| date.value.clone());
    }
}

/// Longest dateline, in tokens.
const DATELINE: usize = 24;

/// Whether the date that ends there belongs to a dateline: no small word stands before the dash or colon behind it.
fn is_dateline(document: &Document<'_>, sentence: &std::ops::Range<usize>, end: usize) -> bool {
    let first = sentence.start..end;
    let behind = end..sentence.end.min(end + DATELINE);
    let small = |at: usize| {
        let token = &document.tokens[at];
        token.kind == Kind::Word && !token.capitalized() && document.written(at) != "and"
    };
    let mark = |at: &usize| match document.tokens[*at].kind {
        Kind::Dash | Kind::Colon => true,
        Kind::Hyphen => !document.tokens[*at].glued(),
        _ => false,
    };
    first.len() <= DATELINE && !first.clone().any(small) && behind.take_while(|&at| !small(at)).any(|at| mark(&at))
}

/// Whether the word makes the date behind it that of a paper, or the end of its term: `dated 4 May`, `until 2028`.
fn is_term(word: &str) -> bool {
    matches!(word, "dated" | "until" | "through")
}

/// Whether a word there opens a clause that happens at a time of its own. What goes before `that` is when it was said.
fn opens_clause(document: &Document<'_>, at: usize, later: bool) -> bool {
    let written = document.written(at);
    let is = |words: &[&str]| words.contains(&written);
    let opens = ["after", "before", "when", "while", "where", "until", "since", "as", "which", "who"];
    document.tokens[at].kind == Kind::Semicolon || is(&["that"]) || later && is(&opens)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics_by;

    #[track_caller]
    fn check(markup: &str, dates: &[&str]) {
        check_statistics_by(markup, |statistic| statistic.date.clone().unwrap_or_default(), dates);
    }

    #[test]
    fn the_date_that_a_statistic_holds_for() {
        check("By the end of 2024, the office had [4 million valid patents].", &["2024"]);
        check("There were [20 farms] in March 2013, and [30 farms] in March 2014.", &["2013-03", "2014-03"]);
    }

    #[test]
    fn no_date_of_something_else() {
        check("Founded in 1985, the firm has [3,500 employees].", &[""]);
        check("Exports rose [5%] since 2017. It was hot in 2020.", &[""]);
    }
}
