//! Past or future, by the verbs around a date.

use crate::fact::Bound;
use crate::layout::{BlockKind, Document};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::rules::date::syntax::Tense;
use crate::token::{Case, Kind, Token};

/// Furthest that a verb is looked for, in tokens.
const VERB_REACH: usize = 10;

/// Furthest that the verb of a sentence is looked for behind the date that opens it.
const OPENING_REACH: usize = 25;
/// Furthest that `had` or `previously` stands before what was then to come: `had been scheduled to expire`.
const PERFECT_REACH: usize = 3;

/// What the nearest verb says.
pub(super) fn tense_near(document: &Document<'_>, run: Run, bound: Option<Bound>) -> Option<Tense> {
    let sentence = document.sentence_of(run.start)?.tokens.clone();
    // What comes behind a joint of the sentence is said of something else, unless the date opens the sentence.
    let opens = run.start <= sentence.start + 1;
    let joint = |at: &usize| {
        let token = &document.tokens[*at];
        matches!(token.kind, Kind::Comma | Kind::Semicolon) || document.written(*at) == "and"
    };
    let reach = sentence.end.min(run.end + VERB_REACH);
    let clause = if opens { reach } else { (run.end..reach).find(joint).unwrap_or(reach) };
    // `Monday's ruling`: what stands before is done about the ruling, on another day.
    let possessed = run.end < sentence.end && document.tokens[run.end].kind == Kind::Possessive;
    let nearest = (1..=VERB_REACH).find_map(|distance| {
        let before = run.start.checked_sub(distance).filter(|at| sentence.contains(at) && !possessed);
        let after = Some(run.end + distance - 1).filter(|at| *at < clause);
        before.and_then(|at| tense_at(document, at)).or_else(|| after.and_then(|at| tense_at(document, at)))
    });
    // What is to be done by then is still to be done, unless it had been.
    let due = matches!(bound, Some(Bound::By | Bound::Until)) && !follows_perfect(document, run.start, VERB_REACH);
    if due && (!opens || nearest.is_none()) { Some(Tense::Future) } else { nearest }
}

/// Whether the date is sure to be past: what ended then, or a sentence that opens with it and goes on in the past.
pub(super) fn is_surely_past(document: &Document<'_>, run: Run) -> bool {
    let Some(sentence) = document.sentence_of(run.start) else { return false };
    let is_ended = |at: usize| sentence.tokens.contains(&at) && document.written(at).eq_ignore_ascii_case("ended");
    let ended = run.start.checked_sub(1).is_some_and(is_ended) || is_ended(run.end);
    let opens = run.start <= sentence.tokens.start + 1 && sentence.tokens.contains(&run.end);
    let comma = opens && document.tokens[run.end].kind == Kind::Comma;
    let reach = sentence.tokens.end.min(run.end + OPENING_REACH);
    ended || comma && (run.end..reach).find_map(|at| tense_at(document, at)) == Some(Tense::Past)
}

fn tense_at(document: &Document<'_>, at: usize) -> Option<Tense> {
    let token = &document.tokens[at];
    // `will be held`: the words before tell, not the participle.
    if at > 0 && document.written(at - 1).eq_ignore_ascii_case("be") {
        return None;
    }
    if let Some((_, tense)) = document.lexeme_at(at, document.tokens.len(), Classes::TENSE) {
        let future = tense == "future" && !follows_perfect(document, at, PERFECT_REACH);
        return Some(if future { Tense::Future } else { Tense::Past });
    }
    let word = document.written(at);
    // `Talks to open Monday`: a heading announces.
    if word == "to" && announces(document, at) {
        return Some(Tense::Future);
    }
    (token.kind == Kind::Word && token.case == Case::Lower && word.len() > 4 && word.ends_with("ed")).then_some(Tense::Past)
}

/// Whether the `to` there stands before a verb in a heading.
fn announces(document: &Document<'_>, at: usize) -> bool {
    let Some(sentence) = document.sentence_of(at) else { return false };
    let verb = |token: &Token| {
        token.kind == Kind::Word
            && !token.is(Classes::of(&[Classes::CONNECTOR, Classes::NP_END, Classes::PLACE, Classes::COUNTRY]))
    };
    document.blocks[sentence.block].kind == BlockKind::Heading
        && sentence.tokens.contains(&(at + 1))
        && verb(&document.tokens[at + 1])
}

/// Whether what stands there was to come only once: `had been due`, `previously scheduled`.
fn follows_perfect(document: &Document<'_>, at: usize, reach: usize) -> bool {
    let floor = document.sentence_of(at).map_or(at, |sentence| sentence.tokens.start).max(at.saturating_sub(reach));
    (floor..at).any(|at| ["had", "previously"].contains(&document.written(at)))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_dates_on;

    /// All texts are read as written on Thursday 14 November 2024.
    #[track_caller]
    fn check(markup: &str, values: &[&str]) {
        check_dates_on("2024-11-14", markup, values);
    }

    #[test]
    fn what_is_due_is_to_come() {
        check("They have until [Tuesday] to pay, and the vote was put off until [Monday].", &["2024-11-19", "2024-11-18"]);
        check("They had until [Tuesday] to pay.", &["2024-11-12"]);
        check("The mill will double its fleet by [July], a plan praised abroad.", &["2025-07"]);
        check("Until [Tuesday], they had not paid.", &["2024-11-12"]);
    }

    #[test]
    fn what_had_been_due_is_past() {
        check("The offer had been due to end [Tuesday].", &["2024-11-12"]);
        check("The offer is due to end [Tuesday].", &["2024-11-19"]);
        check("The march, as previously planned, began [Monday].", &["2024-11-11"]);
    }

    #[test]
    fn what_will_be_done_is_to_come() {
        check("Talks will be held in Oslo from [Tuesday to Wednesday].", &["2024-11-19/2024-11-20"]);
        check("Talks were held in Oslo from [Tuesday to Wednesday].", &["2024-11-12/2024-11-13"]);
        check("Leaders to open talks on [Tuesday]\n\nThe leaders flew to Oslo on [Monday].", &["2024-11-19", "2024-11-11"]);
    }

    #[test]
    fn what_is_said_of_an_event_tells_not_its_day() {
        check("They would look for ways around [Wednesday]'s ruling.", &["2024-11-13"]);
        check("[Monday]'s meeting will settle it.", &["2024-11-18"]);
    }

    #[test]
    fn what_ended_or_opens_a_sentence_in_the_past() {
        check("In [January], after a long wait, the firm bought the mill.", &["2024-01"]);
        check("In [January], after a long wait, the firm will buy the mill.", &["2025-01"]);
        check("Sales in [the year] ended [Jan. 31] fell.", &["P1Y", "2024-01-31"]);
    }
}
