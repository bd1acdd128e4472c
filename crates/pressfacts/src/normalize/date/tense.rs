//! Past or future, by the verbs around a date.

use crate::fact::Bound;
use crate::layout::{BlockKind, Document};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::rules::date::syntax::Tense;
use crate::token::{Case, Kind};

/// Furthest that a verb is looked for, in tokens.
const VERB_REACH: usize = 10;

/// Furthest that a verb is looked for before the date where none is nearer.
const FAR_REACH: usize = 25;
/// Furthest that the verb of a sentence is looked for behind the date that opens it.
const OPENING_REACH: usize = 40;
/// Furthest that `had` or `previously` stands before what was then to come: `had been scheduled to expire`.
const PERFECT_REACH: usize = 3;

/// What the verbs around a date say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) tense: Tense,
    /// Whether the verb stands before the date in its own clause and is no participle, which would be said of any time:
    /// `will open in May`, `fell in May`, not `extended to May`.
    pub(super) sure: bool,
}

/// What the nearest verb says, or for want of one near by, the next before.
pub(super) fn tense_near(document: &Document<'_>, run: Run, bound: Option<Bound>) -> Option<Cue> {
    let sentence = document.sentence_of(run.start)?.tokens.clone();
    // What comes behind a joint of the sentence is said of something else, unless the date opens the sentence.
    let opens = run.start <= sentence.start + 1;
    let joint = |at: &usize| {
        let token = &document.tokens[*at];
        matches!(token.kind, Kind::Comma | Kind::Semicolon) || token.span.len() == 3 && document.written(*at) == "and"
    };
    let reach = sentence.end.min(run.end + VERB_REACH);
    let clause = if opens { reach } else { (run.end..reach).find(joint).unwrap_or(reach) };
    // `Monday's ruling`: what stands before is done about the ruling, on another day.
    let possessed = run.end < sentence.end && document.tokens[run.end].kind == Kind::Possessive;
    // `gave no reason for the May deadline`: the deadline is at a time of its own.
    let mut parted = run.start > 0 && document.tokens[run.start - 1].is(Classes::DETERMINER | Classes::ARTICLE);
    let mut nearest = (1..=VERB_REACH).find_map(|distance| {
        let before = run.start.checked_sub(distance).filter(|at| sentence.contains(at) && !possessed);
        let after = Some(run.end + distance - 1).filter(|at| *at < clause);
        parted |= before.is_some_and(|at| joint(&at));
        let cue = before.and_then(|at| tense_at(document, at, sentence.end)).map(|cue| Cue { sure: cue.sure && !parted, ..cue });
        cue.or_else(|| after.and_then(|at| tense_at(document, at, sentence.end)).map(|cue| Cue { sure: false, ..cue }))
    });
    if nearest.is_none() && !possessed {
        let far = run.start.saturating_sub(FAR_REACH).max(sentence.start)..run.start;
        // `agreed to buy it in May`: what is agreed on comes at a time of its own.
        let planned = |at: &usize| document.written(*at) == "to" && is_verb(document, at + 1);
        let mut far = far.rev().take_while(|at| !planned(at));
        nearest = far.find_map(|at| tense_at(document, at, sentence.end)).map(|cue| Cue { sure: false, ..cue });
    }
    // What is to be done by then is still to be done, unless it had been.
    let due = matches!(bound, Some(Bound::By | Bound::Until)) && !follows_perfect(document, run.start, VERB_REACH);
    if due && (!opens || nearest.is_none()) { Some(Cue { tense: Tense::Future, sure: false }) } else { nearest }
}

/// Whether the date is sure to be past: what ended then, or a sentence that opens with it and goes on in the past.
pub(super) fn is_surely_past(document: &Document<'_>, run: Run) -> bool {
    let Some(sentence) = document.sentence_of(run.start) else { return false };
    let is_ended = |at: usize| sentence.tokens.contains(&at) && document.written(at).eq_ignore_ascii_case("ended");
    let ended = run.start.checked_sub(1).is_some_and(is_ended) || is_ended(run.end);
    let opens = run.start <= sentence.tokens.start + 1 && sentence.tokens.contains(&run.end);
    let comma = opens && document.tokens[run.end].kind == Kind::Comma;
    let reach = sentence.tokens.end.min(run.end + OPENING_REACH);
    ended
        || comma
            && (run.end..reach)
                .find_map(|at| tense_at(document, at, sentence.tokens.end))
                .is_some_and(|cue| cue.tense == Tense::Past)
}

/// What the verb there says, in a sentence that ends at `limit`.
fn tense_at(document: &Document<'_>, at: usize, limit: usize) -> Option<Cue> {
    let token = &document.tokens[at];
    // `will be held`: the words before tell, not the participle.
    if at > 0 && document.tokens[at - 1].reads("be", document.text) {
        return None;
    }
    let sure = |tense| Some(Cue { tense, sure: true });
    if let Some((end, tense)) = document.lexeme_at(at, limit, Classes::TENSE) {
        // `could not be reached`: it was tried.
        let denied = tense == "could" && is_denied(document, at, end, limit);
        let future = !denied && tense != "past" && !follows_perfect(document, at, PERFECT_REACH);
        return match tense {
            // `announced the plan Friday`: a noun.
            "scheduled" if at > 0 && document.tokens[at - 1].is(Classes::DETERMINER | Classes::ARTICLE) => None,
            // `Ministers meet Tuesday`, but `They often meet` and `failed to meet Tuesday`.
            "plain" => {
                let governed = at > 0 && ["to", "not"].contains(&document.written(at - 1));
                let dated = !governed && (end..limit.min(end + 2)).any(|at| is_dated(document, at));
                dated.then_some(Cue { tense: Tense::Future, sure: false })
            }
            "future" | "could" | "scheduled" if future => Some(Cue { tense: Tense::Future, sure: tense != "could" }),
            _ => Some(Cue { tense: Tense::Past, sure: tense == "past" }),
        };
    }
    if token.kind != Kind::Word || token.case != Case::Lower {
        return None;
    }
    let word = document.written(at);
    // `Talks to open Monday`: a heading announces.
    if word == "to" && announces(document, at) {
        return sure(Tense::Future);
    }
    let participle = word.len() > 4 && word.ends_with("ed");
    participle.then_some(Cue { tense: Tense::Past, sure: false })
}

/// Whether a weekday or month stands there.
fn is_dated(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| token.is(Classes::of(&[Classes::WEEKDAY, Classes::MONTH])))
}

/// Whether what is said from `start` to `end` is denied: `could not`, `neither side could`.
fn is_denied(document: &Document<'_>, start: usize, end: usize, limit: usize) -> bool {
    let floor = document.sentence_of(start).map_or(start, |sentence| sentence.tokens.start).max(start.saturating_sub(VERB_REACH));
    let denies = |at: usize| document.lexeme_at(at, limit, Classes::MODALITY).is_some_and(|(_, value)| value == "negated");
    (floor..start).any(denies) || end < limit && denies(end)
}

/// Whether the `to` there stands before a verb in a heading.
fn announces(document: &Document<'_>, at: usize) -> bool {
    let Some(sentence) = document.sentence_of(at) else { return false };
    document.blocks[sentence.block].kind == BlockKind::Heading && sentence.tokens.contains(&(at + 1)) && is_verb(document, at + 1)
}

/// Whether the word there, behind `to`, is a verb: no article, no number and no name of a place.
fn is_verb(document: &Document<'_>, at: usize) -> bool {
    let other = Classes::of(&[Classes::CONNECTOR, Classes::NP_END, Classes::PLACE, Classes::COUNTRY]);
    document.tokens.get(at).is_some_and(|token| token.kind == Kind::Word && !token.is(other))
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
        check("The fair ran from [Thursday to Sunday].", &["2024-11-07/2024-11-10"]);
        check("The fair runs from [Thursday to Sunday].", &["2024-11-14/2024-11-17"]);
        check(
            "Prices in [January-October] rose, and from [December to February] will fall.",
            &["2024-01/2024-10", "2024-12/2025-02"],
        );
        check("Leaders to open talks on [Tuesday]\n\nThe leaders flew to Oslo on [Monday].", &["2024-11-19", "2024-11-11"]);
    }

    #[test]
    fn what_is_said_of_an_event_tells_not_its_day() {
        check("They would look for ways around [Wednesday]'s ruling.", &["2024-11-13"]);
        check("[Monday]'s meeting will settle it.", &["2024-11-18"]);
    }

    #[test]
    fn what_was_tried_in_vain_is_past() {
        check("Officials could not be reached for comment [Friday].", &["2024-11-08"]);
        check("Neither firm could be reached [Wednesday].", &["2024-11-13"]);
        check("A vote could be held [Wednesday].", &["2024-11-20"]);
    }

    #[test]
    fn what_is_planned_is_said_in_the_present() {
        check("Ministers meet [Tuesday] to discuss the budget.", &["2024-11-19"]);
        check("He arrived on [Monday] and leaves for Tokyo on [Saturday].", &["2024-11-11", "2024-11-16"]);
        check("Ministers failed to meet [Tuesday].", &["2024-11-12"]);
        check("The firm announced the plan [Tuesday] and, before, on [September 2].", &["2024-11-12", "2024-09-02"]);
        check("The firm plans a sale on [September 2].", &["2025-09-02"]);
        check("Ministers who meet often spoke [Tuesday].", &["2024-11-12"]);
    }

    #[test]
    fn a_finite_verb_outweighs_nearness() {
        check("The plant is to open in [September].", &["2025-09"]);
        check("The mill will close on [October 5].", &["2025-10-05"]);
        check("A new rule took effect in [January].", &["2024-01"]);
        check("The talks were extended to [January].", &["2025-01"]);
        check("It gave no reason for the [January] deadline.", &["2025-01"]);
    }

    #[test]
    fn a_verb_far_off_counts_where_none_is_near() {
        check("The firm blamed weak demand and the late launch of a major new line of small computers in [May].", &["2024-05"]);
        check("It agreed with the seller of the mill near the old port to buy the whole of the site in [April].", &["2025-04"]);
    }

    #[test]
    fn what_ended_or_opens_a_sentence_in_the_past() {
        check("In [January], after a long wait, the firm bought the mill.", &["2024-01"]);
        check("In [January], after a long wait, the firm will buy the mill.", &["2025-01"]);
        check("Sales in [the year] ended [Jan. 31] fell.", &["P1Y", "2024-01-31"]);
    }
}
