//! Past or future, by the verbs around a date.

use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::rules::date::syntax::Tense;
use crate::token::{Case, Kind};

/// Furthest that a verb is looked for, in tokens.
const VERB_REACH: usize = 10;

/// What the nearest verb says.
pub(super) fn tense_near(document: &Document<'_>, run: Run) -> Option<Tense> {
    let sentence = document.sentence_of(run.start)?.tokens.clone();
    // What comes behind a joint of the sentence is said of something else, unless the date opens the sentence.
    let opens = run.start <= sentence.start + 1;
    let joint = |at: &usize| {
        let token = &document.tokens[*at];
        matches!(token.kind, Kind::Comma | Kind::Semicolon) || document.written(*at) == "and"
    };
    let reach = sentence.end.min(run.end + VERB_REACH);
    let clause = if opens { reach } else { (run.end..reach).find(joint).unwrap_or(reach) };
    (1..=VERB_REACH).find_map(|distance| {
        let before = run.start.checked_sub(distance).filter(|at| sentence.contains(at));
        let after = Some(run.end + distance - 1).filter(|at| *at < clause);
        before.and_then(|at| tense_at(document, at)).or_else(|| after.and_then(|at| tense_at(document, at)))
    })
}

fn tense_at(document: &Document<'_>, at: usize) -> Option<Tense> {
    let token = &document.tokens[at];
    if let Some((_, tense)) = document.lexeme_at(at, document.tokens.len(), Classes::TENSE) {
        return Some(if tense == "future" { Tense::Future } else { Tense::Past });
    }
    let word = document.written(at);
    (token.kind == Kind::Word && token.case == Case::Lower && word.len() > 4 && word.ends_with("ed")).then_some(Tense::Past)
}
