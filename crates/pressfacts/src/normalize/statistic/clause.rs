//! A claim in its sentence: what the readers of clauses look through.

use crate::grammar::noun_phrase::{counted_nouns, nouns};
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::{Run, Tokens, lex};
use crate::resolve::Selected;
use crate::rules::Candidate;
use crate::rules::statistic::StatisticSyntax;
use crate::token::{Kind, Token};

/// A claim, its sentence, and the other claims and dates there.
pub(super) struct Clause<'t> {
    pub(super) document: &'t Document<'t>,
    pub(super) selected: &'t Selected,
    pub(super) index: usize,
    /// The tokens of the sentence.
    pub(super) sentence: Run,
}

impl<'t> Clause<'t> {
    pub(super) fn around(document: &'t Document<'t>, selected: &'t Selected, index: usize) -> Self {
        let run = selected.statistics[index].run;
        let sentence = document
            .sentence_of(run.start)
            .map_or(run, |sentence| Run { start: sentence.tokens.start, end: sentence.tokens.end });
        Self { document, selected, index, sentence }
    }

    /// The same claim, seen from the sentence before its own in the same block.
    pub(super) fn previous_sentence(&self) -> Option<Self> {
        let own = self.document.sentence_of(self.run().start)?;
        let before = self.document.sentence_of(own.tokens.start.checked_sub(1)?)?;
        let sentence = Run { start: before.tokens.start, end: before.tokens.end };
        (before.block == own.block).then_some(Self { sentence, ..*self })
    }

    pub(super) fn run(&self) -> Run {
        self.selected.statistics[self.index].run
    }

    pub(super) fn syntax(&self) -> &'t StatisticSyntax {
        &self.selected.statistics[self.index].syntax
    }

    /// The claim before this one in the sentence.
    pub(super) fn claim_before(&self) -> Option<&'t Candidate<StatisticSyntax>> {
        let before = &self.selected.statistics[self.index.checked_sub(1)?];
        (before.run.start >= self.sentence.start).then_some(before)
    }

    /// The claim behind this one in the sentence.
    pub(super) fn claim_after(&self) -> Option<&'t Candidate<StatisticSyntax>> {
        let after = self.selected.statistics.get(self.index + 1)?;
        (after.run.end <= self.sentence.end).then_some(after)
    }

    pub(super) fn token(&self, position: usize) -> &'t Token {
        &self.document.tokens[position]
    }

    /// The word at the position; empty outside the sentence.
    pub(super) fn word(&self, position: usize) -> &'t str {
        if (self.sentence.start..self.sentence.end).contains(&position) { self.document.written(position) } else { "" }
    }

    pub(super) fn is(&self, position: usize, class: Classes) -> bool {
        (self.sentence.start..self.sentence.end).contains(&position) && self.token(position).is(class)
    }

    pub(super) fn kind(&self, position: usize) -> Option<Kind> {
        (self.sentence.start..self.sentence.end).contains(&position).then(|| self.token(position).kind)
    }

    pub(super) fn text(&self, run: Run) -> String {
        self.document.slice(run.start..run.end).to_owned()
    }

    /// The sentence from the position on.
    pub(super) fn tokens(&self, position: usize) -> Tokens<'t> {
        Tokens::new(self.document, self.sentence.start..self.sentence.end, position)
    }

    /// The value of the lexicon's word or phrase of that class at the position, and where it ends.
    pub(super) fn lexeme(&self, position: usize, class: Classes) -> Option<(usize, &'t str)> {
        if !(self.sentence.start..self.sentence.end).contains(&position) {
            return None;
        }
        lex(class)(self.tokens(position)).ok().map(|(_, lexeme)| (lexeme.run.end, lexeme.value))
    }

    /// Whether the word plays the part in a clause that the lexicon gives it.
    pub(super) fn plays(&self, position: usize, part: &str) -> bool {
        let parts = self.lexeme(position, Classes::CLAUSE_WORD);
        parts.is_some_and(|(_, value)| value.split(' ').any(|played| played == part))
    }

    /// The nouns at the position, an article before them left out.
    pub(super) fn nouns_at(&self, position: usize) -> Option<Run> {
        let skipped = usize::from(self.plays(position, "article"));
        let at = position + skipped;
        if at >= self.sentence.end {
            return None;
        }
        counted_nouns(self.tokens(at)).or_else(|_| nouns(self.tokens(at))).ok().map(|(_, run)| run)
    }

    /// Whether the token is part of a claim.
    pub(super) fn in_claim(&self, position: usize) -> bool {
        let claims = &self.selected.statistics;
        let after = claims.partition_point(|claim| claim.run.start <= position);
        after > 0 && position < claims[after - 1].run.end
    }

    /// Whether the tokens are a date, but for one before it.
    pub(super) fn dated(&self, run: Run) -> bool {
        let dates = &self.selected.dates;
        let after = dates.partition_point(|date| date.run.start <= run.start + 1);
        after > 0 && dates[after - 1].run.end >= run.end && dates[after - 1].run.start < run.end
    }

    /// The whole that the claim is a share of: the nouns behind `of`.
    pub(super) fn whole(&self) -> Option<Run> {
        let end = self.run().end;
        if self.word(end) == "of" { self.nouns_at(end + 1) } else { None }
    }
}
