//! When agreements are made.

use crate::fact::{Agreement, Date, DateType};
use crate::layout::Document;
use crate::normalize::agreement::Clause;
use crate::parse::Run;
use crate::token::Kind;

/// Farthest that a date stands from the agreement whose event it dates, in tokens.
const AGREEMENT_REACH: usize = 45;

/// Gives each agreement the date of what happens to it: the nearest to its verb, or to the mention, that no other clause
/// parts from that. A year that belongs to the name (`the 2015 Paris Agreement`) dates no event. The clauses are
/// those of the agreements, one for one.
pub(crate) fn date_agreements(document: &Document<'_>, dates: &[Date], agreements: &mut [Agreement], clauses: &[Clause]) {
    let at = |offset: usize| document.tokens.partition_point(|token| token.span.end() <= offset);
    let eventful = agreements.iter().filter(|agreement| agreement.action.is_some());
    let mentions: Vec<_> = eventful.map(|agreement| at(agreement.span.start())).collect();
    for (agreement, clause) in agreements.iter_mut().zip(clauses).filter(|(agreement, _)| agreement.action.is_some()) {
        let mention = Run { start: at(agreement.span.start()), end: at(agreement.span.end()) };
        let Some(sentence) = document.sentence_of(mention.start) else { continue };
        let sentence = sentence.tokens.clone();
        let verb = clause.verb.filter(|verb| sentence.contains(&verb.start));
        let anchors = [Some(mention), verb];
        let whole = verb.map_or(mention, |verb| mention.cover(verb));
        // Only what is near is looked at: a sentence may hold any number of dates.
        let floor = document.tokens[whole.start.saturating_sub(AGREEMENT_REACH).max(sentence.start)].span.start();
        let ceiling = document.span(whole.start..(whole.end + AGREEMENT_REACH).min(sentence.end)).end();
        let first = dates.partition_point(|date| date.span.start() < floor);
        let last = dates.partition_point(|date| date.span.start() < ceiling);
        let near = dates[first..last.max(first)]
            .iter()
            .filter(|date| date.kind == DateType::Date && (date.earliest.is_some() || date.fiscal));
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
    // `with Acme, founded in 1835`: what is said of a name.
    let aside = is(&["founded", "incorporated"]) && at > 0 && document.tokens[at - 1].kind == Kind::Comma;
    document.tokens[at].kind == Kind::Semicolon || is(&["that"]) || later && (is(&opens) || aside)
}

#[cfg(test)]
mod tests {
    fn check_date(text: &str, date: Option<&str>) {
        let found = crate::Extractor::default().extract(text).agreements;
        assert_eq!(found.first().and_then(|agreement| agreement.date.as_deref()), date, "{text}");
    }

    #[test]
    fn the_year_of_a_founding_is_another() {
        check_date("Acme signed a contract with Beta Labs in 1985.", Some("1985"));
        check_date("Acme signed a contract with Beta Labs, founded in Lima in 1835.", None);
    }
}
