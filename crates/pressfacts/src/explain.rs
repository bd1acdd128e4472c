//! What the stages made of one place of a text: for those who ask why.
//!
//! Computed anew when asked for, from the same stages: an extraction that is not to be explained pays nothing.

use crate::extractor::Extractor;
use crate::fact::Family;
use crate::layout::Document;
use crate::parse::Run;
use crate::resolve::{self, Verdict};
use crate::rules;
use crate::span::Span;

/// Tokens shown on either side of what was looked at.
const AROUND: usize = 2;

/// What the stages made of one place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// What the block around it was taken for (`Paragraph`, `Heading`, `Row`, `Item`, `Menu`), and where that stands.
    pub block: Option<(String, Span)>,
    /// The sentence around it; absent in a menu, of which none is read.
    pub sentence: Option<Span>,
    /// The tokens there and around.
    pub tokens: Vec<TokenTrace>,
    /// The matches of rules that cover it, those that won first.
    pub candidates: Vec<CandidateTrace>,
}

/// A token, as the lexer and the lexicon see it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenTrace {
    /// Where it stands.
    pub span: Span,
    /// What it is by its looks: `Word`, `Number`, `Comma`.
    pub kind: String,
    /// The lexicon's classes of it.
    pub classes: Vec<&'static str>,
    /// Phrases of the lexicon that start at it, and their classes.
    pub phrases: Vec<(Span, Vec<&'static str>)>,
    /// Whether the place asked about lies in it.
    pub asked: bool,
}

/// A match of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CandidateTrace {
    /// Where it stands.
    pub span: Span,
    /// The rule.
    pub rule: &'static str,
    /// What the rule made of the tokens, before anything is interpreted.
    pub syntax: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a match.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// It was chosen, and became a fact.
    Fact,
    /// It was chosen; a later stage left it out, or took it into another fact.
    Dropped,
    /// It is no fact, and keeps its tokens from becoming one.
    Kept,
    /// Another took its tokens.
    Lost {
        /// The other's rule.
        to: &'static str,
        /// Where the other stands.
        span: Span,
        /// Why the other was the better.
        because: &'static str,
    },
}

impl Extractor {
    /// What the stages make of the text at that byte: its tokens, their classes, the rules that match there, who wins and
    /// why. An offset beyond the text, or between two tokens, stands for the token before it.
    ///
    /// ```
    /// use pressfacts::{Extractor, Outcome};
    ///
    /// let why = Extractor::default().explain("The office opened on November 6, 2024.", 21);
    /// assert_eq!(why.candidates[0].rule, "dates/day");
    /// assert_eq!(why.candidates[0].outcome, Outcome::Fact);
    /// ```
    pub fn explain(&self, text: &str, at: usize) -> Explanation {
        let document = Document::read(text, self.lexicon());
        let after = document.tokens.partition_point(|token| token.span.start() <= at);
        let Some(token) = after.checked_sub(1).or((!document.tokens.is_empty()).then_some(0)) else {
            return Explanation { block: None, sentence: None, tokens: Vec::new(), candidates: Vec::new() };
        };
        let candidates = self.traces(&document, text, token);
        let within = document.sentence_of(token).map(|sentence| sentence.tokens.clone());
        let block = document.blocks.iter().find(|block| block.tokens.contains(&token));
        let limits = within.clone().or(block.map(|block| block.tokens.clone())).unwrap_or(token..token + 1);
        let runs = candidates.iter().map(|(run, _)| *run);
        let shown = runs.fold(Run { start: token, end: token + 1 }, Run::cover);
        let shown = shown.start.saturating_sub(AROUND).max(limits.start)..(shown.end + AROUND).min(limits.end.max(shown.end));
        Explanation {
            block: block.map(|block| (format!("{:?}", block.kind), block.span)),
            sentence: within.map(|tokens| document.span(tokens)),
            tokens: shown.map(|index| trace(&document, index, index == token)).collect(),
            candidates: candidates.into_iter().map(|(_, candidate)| candidate).collect(),
        }
    }

    /// The candidates that cover the token, with the tokens they stand on.
    fn traces(&self, document: &Document<'_>, text: &str, token: usize) -> Vec<(Run, CandidateTrace)> {
        let all = rules::find(document);
        let facts = self.extract(text);
        let is_fact = |span: Span, rule: &str| {
            let dates = facts.dates.iter().map(|fact| (fact.span, &fact.rule));
            let roles = facts.roles.iter().map(|fact| (fact.span, &fact.rule));
            let statistics = facts.statistics.iter().map(|fact| (fact.span, &fact.rule));
            let agreements = facts.agreements.iter().map(|fact| (fact.span, &fact.rule));
            let mut facts = dates.chain(roles).chain(statistics).chain(agreements);
            facts.any(|(place, by)| by == rule && place.start() < span.end() && span.start() < place.end())
        };
        let mut traces: Vec<_> = resolve::verdicts(&all, document.tokens.len(), token)
            .into_iter()
            .map(|Verdict { run, rule, syntax, lost_to }| {
                let span = document.span(run.start..run.end);
                let outcome = match lost_to {
                    Some((winner, by, because)) => {
                        Outcome::Lost { to: by, span: document.span(winner.start..winner.end), because }
                    }
                    None if !Family::ALL.iter().any(|family| rule.starts_with(family.name())) => Outcome::Kept,
                    None if is_fact(span, rule) => Outcome::Fact,
                    None => Outcome::Dropped,
                };
                (run, CandidateTrace { span, rule, syntax, outcome })
            })
            .collect();
        traces.sort_by_key(|(run, candidate)| (matches!(candidate.outcome, Outcome::Lost { .. }), run.start, run.end));
        traces
    }
}

fn trace(document: &Document<'_>, index: usize, asked: bool) -> TokenTrace {
    let token = &document.tokens[index];
    let phrase = |found: &crate::token::Found| (document.span(index..found.end), found.classes.names().collect());
    TokenTrace {
        span: token.span.to(token.span),
        kind: format!("{:?}", token.kind),
        classes: token.classes.names().collect(),
        phrases: document.phrases_at(index).iter().map(phrase).collect(),
        asked,
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome;
    use crate::extractor::Extractor;

    #[test]
    fn the_loser_says_to_whom_it_lost_and_why() {
        let text = "It rose 5 percent in the third quarter of 2024.";
        let why = Extractor::default().explain(text, text.find("2024").expect("a year"));
        let lost = why.candidates.iter().find_map(|candidate| match &candidate.outcome {
            Outcome::Lost { to, span, because } => Some((*to, *span, *because)),
            _ => None,
        });
        let (to, span, because) = lost.expect("a year alone loses to the quarter");
        assert_eq!((to, &text[span.range()], because), (why.candidates[0].rule, "the third quarter of 2024", "it is longer"));
        assert!(why.tokens.iter().any(|token| token.asked && &text[token.span.range()] == "2024"));
    }

    #[test]
    fn every_offset_of_any_text_has_an_explanation() {
        for text in ["", " ", "It.", "Café — 5 May 2024\n\nAnn Lee, Director"] {
            for at in 0..=text.len() + 2 {
                let why = Extractor::default().explain(text, at);
                assert_eq!(why.tokens.iter().filter(|token| token.asked).count(), usize::from(!text.trim().is_empty()));
            }
        }
    }
}
