//! A claim in its sentence: what the readers of clauses look through.

use super::skeleton::{Part, Question, Skeleton};
use crate::grammar::noun_phrase::{counted_nouns, nominal, nouns};
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::{Run, Tokens, lex};
use crate::resolve::Selected;
use crate::rules::Candidate;
use crate::rules::statistic::{StatisticSyntax, Unit};
use crate::token::{Case, Kind, Token};

/// Most words between an article and the word of change that it belongs to.
const DESCRIBING: usize = 8;

/// A claim, its sentence, and the other claims and dates there.
pub(super) struct Clause<'t> {
    pub(super) document: &'t Document<'t>,
    pub(super) selected: &'t Selected,
    pub(super) skeleton: &'t Skeleton<'t>,
    pub(super) index: usize,
    /// The tokens of the sentence.
    pub(super) sentence: Run,
}

impl<'t> Clause<'t> {
    pub(super) fn around(document: &'t Document<'t>, selected: &'t Selected, skeleton: &'t Skeleton<'t>, index: usize) -> Self {
        let run = selected.statistics[index].run;
        let sentence = document
            .sentence_of(run.start)
            .map_or(run, |sentence| Run { start: sentence.tokens.start, end: sentence.tokens.end });
        Self { document, selected, skeleton, index, sentence }
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
    #[inline]
    pub(super) fn word(&self, position: usize) -> &'t str {
        if self.inside(position) { self.document.written(position) } else { "" }
    }

    /// Whether it is the word, in small letters.
    #[inline]
    pub(super) fn reads(&self, position: usize, word: &str) -> bool {
        self.inside(position) && self.token(position).span.len() == word.len() && self.document.written(position) == word
    }

    #[inline]
    pub(super) fn is(&self, position: usize, class: Classes) -> bool {
        self.inside(position) && self.token(position).is(class)
    }

    #[inline]
    pub(super) fn kind(&self, position: usize) -> Option<Kind> {
        self.inside(position).then(|| self.token(position).kind)
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
        if !self.inside(position) {
            return None;
        }
        lex(class)(self.tokens(position)).ok().map(|(_, lexeme)| (lexeme.run.end, lexeme.value))
    }

    /// Whether the word plays the part in a clause that the lexicon gives it.
    #[inline]
    pub(super) fn plays(&self, position: usize, part: Part) -> bool {
        self.inside(position) && self.skeleton.plays(position, part, self.sentence.end)
    }

    /// Whether it is an auxiliary or one of the verbs that nothing else looks like.
    pub(super) fn is_closed_verb(&self, position: usize) -> bool {
        self.inside(position) && self.skeleton.is_closed_verb(position, self.sentence.end)
    }

    /// The answer that `read` gives to the question about the token, which is looked for once.
    pub(super) fn ask(&self, position: usize, question: Question, read: impl FnOnce() -> bool) -> bool {
        if self.inside(position) { self.skeleton.ask(position, question, read) } else { read() }
    }

    #[inline]
    fn inside(&self, position: usize) -> bool {
        (self.sentence.start..self.sentence.end).contains(&position)
    }

    /// The nouns at the position, an article before them left out.
    pub(super) fn nouns_at(&self, position: usize) -> Option<Run> {
        let skipped = usize::from(self.plays(position, Part::Article));
        let at = position + skipped;
        if at >= self.sentence.end {
            return None;
        }
        counted_nouns(self.tokens(at)).or_else(|_| nouns(self.tokens(at))).ok().map(|(_, run)| run)
    }

    /// The same, where a noun phrase must follow, so that a participle or a gerund may start it: `secured loans`, `operating
    /// income`, `funding`.
    pub(super) fn nominal_at(&self, position: usize) -> Option<Run> {
        let article = usize::from(self.plays(position, Part::Article));
        // `the overall share`
        let scope = usize::from(article == 1 && self.plays(position + 1, Part::Scope));
        let at = position + article + scope;
        let starts = self.kind(at) == Some(Kind::Word) && !self.is(at, Classes::NP_END) && !self.in_claim(at);
        // `secured loans`, `operating income`, `quarterly revenue`
        let adjective = || self.lexeme(at, Classes::NP_LATE).is_some_and(|(_, value)| value == "adjective");
        let late = self.word(at).ends_with("ing") || self.word(at).ends_with("ed") || adjective();
        let behind = if starts && late { self.nouns_at(at + 1).filter(|_| !self.plays(at + 1, Part::Article)) } else { None };
        let gerund = || (starts && late && self.word(at).ends_with("ing")).then_some(Run { start: at, end: at + 1 });
        // `$5m deal with Acme`
        let lone = || {
            (starts && !late && self.is(at, Classes::NP_LATE) && self.closes(at + 1)).then_some(Run { start: at, end: at + 1 })
        };
        // `the value`: no verb behind an article, whatever it looks like.
        let named = || if starts && at > position { nominal(self.tokens(at)).ok().map(|(_, run)| run) } else { None };
        let run = behind
            .map(|run| Run { start: at, ..run })
            .or_else(|| self.nouns_at(position))
            .or_else(gerund)
            .or_else(lone)
            .or_else(named)?;
        Some(self.with_head(run))
    }

    /// Whether a noun phrase ends before the position: at a mark, a preposition, an auxiliary.
    fn closes(&self, position: usize) -> bool {
        !matches!(self.kind(position), Some(Kind::Word | Kind::Hyphen)) && !self.in_claim(position)
            || self.plays(position, Part::Preposition)
            || self.plays(position, Part::Auxiliary)
    }

    /// The nouns with the head behind them that is a verb elsewhere: `insulin costs`, `the firm's common shares`, `IRA funding`.
    fn with_head(&self, run: Run) -> Run {
        let Run { start, end } = run;
        let plural = self.word(end).ends_with('s') && self.word(end).len() > 4;
        let head = plural || self.plays(end, Part::Nominal);
        let word = self.kind(end) == Some(Kind::Word) && self.token(end).case == Case::Lower && !self.is(end, Classes::NP_END);
        let singular = !self.word(end - 1).ends_with('s') && !self.is(end - 1, Classes::PLURAL);
        if head && word && singular && self.closes(end + 1) && !self.in_claim(end) { Run { start, end: end + 1 } } else { run }
    }

    /// Whether the word only says how large or of what sort a change is: `sharp`, `annual`, `further`.
    pub(super) fn describes(&self, position: usize) -> bool {
        let adjective = ["ly", "al", "ous", "ive", "ing", "ed"].iter().any(|ending| self.word(position).ends_with(ending));
        adjective
            || self.plays(position, Part::Between)
            || self.plays(position, Part::Scope)
            || self.is(position, Classes::of(&[Classes::FREQUENCY, Classes::SUPERLATIVE]))
    }

    /// Whether the word of change is a noun where it stands: `growth`, or a word that is also a verb behind an article or
    /// before `of`.
    pub(super) fn noun_of_change(&self, at: usize) -> bool {
        self.is(at, Classes::CHANGE) && self.ask(at, Question::NounOfChange, || self.names_change(at))
    }

    fn names_change(&self, at: usize) -> bool {
        let word = self.word(at);
        let verb = self.document.lexicon.look_up(&format!("{word}s")).classes.any(Classes::CHANGE);
        // `there were decreases in`, `significant increases in`
        if word.ends_with('s') && matches!(self.word(at + 1), "in" | "of") {
            let before = at.checked_sub(1).filter(|before| *before >= self.sentence.start);
            let noun = |before: usize| {
                self.describes(before)
                    || self.is(before, Classes::NP_END)
                    || self.plays(before, Part::Article)
                    || self.word(before).ends_with("nt")
            };
            return before.is_none_or(noun);
        }
        if !verb {
            return ["th", "ion", "ment", "age"].iter().any(|ending| word.ends_with(ending));
        }
        let before = at.checked_sub(1).filter(|before| *before >= self.sentence.start);
        let behind_verb = before.is_some_and(|before| self.plays(before, Part::Auxiliary));
        !behind_verb
            && (self.word(at + 1) == "of"
                || self.word(at + 1) == "in" && before.is_some_and(|at| self.word(at) != "to")
                || self.follows_article(at))
    }

    /// Whether an article opens the phrase that the word stands in: only words that describe, bases and claims between.
    fn follows_article(&self, at: usize) -> bool {
        let mut left = at;
        for _ in 0..DESCRIBING {
            let Some(before) = left.checked_sub(1).filter(|before| *before >= self.sentence.start) else { return false };
            if self.plays(before, Part::Article) {
                return true;
            }
            let basis = (left.saturating_sub(DESCRIBING).max(self.sentence.start)..left)
                .find(|start| self.lexeme(*start, Classes::BASIS).is_some_and(|(end, _)| end == left));
            match basis {
                Some(start) => left = start,
                None if self.in_claim(before) || self.describes(before) => left = before,
                None => return false,
            }
        }
        false
    }

    /// The things that a claim counts which takes up the whole of the tokens, determiners apart; not of this claim.
    pub(super) fn counted_in(&self, run: Run) -> Option<Run> {
        let claims = &self.selected.statistics;
        let index = claims.partition_point(|claim| claim.run.start < run.start);
        let claim = claims.get(index).filter(|claim| claim.run.end <= run.end && index < self.index)?;
        let alone = (run.start..claim.run.start).all(|at| self.is(at, Classes::NP_END));
        match &claim.syntax.unit {
            Unit::Nouns(things) if alone => Some(*things),
            _ => None,
        }
    }

    /// Whether the token is part of a claim.
    #[inline]
    pub(super) fn in_claim(&self, position: usize) -> bool {
        self.skeleton.in_claim(position)
    }

    /// Whether the tokens are a date, but for one before it.
    pub(super) fn dated(&self, run: Run) -> bool {
        if run.start >= run.end || !self.skeleton.in_date(run.end - 1) {
            return false;
        }
        let dates = &self.selected.dates;
        let after = dates.partition_point(|date| date.run.start <= run.start + 1);
        after > 0 && dates[after - 1].run.end >= run.end && dates[after - 1].run.start < run.end
    }

    /// The whole that the claim is a share of: the nouns behind `of`.
    pub(super) fn whole(&self) -> Option<Run> {
        let end = self.run().end;
        if self.word(end) != "of" {
            return None;
        }
        // `69% of those polled`
        let those = self.word(end + 1) == "those" && self.word(end + 2).ends_with("ed");
        let those = those.then_some(Run { start: end + 1, end: end + 3 });
        those.or_else(|| self.nominal_at(end + 1)).or_else(|| self.things_at(end + 1))
    }

    /// The things that the claim there counts: the employees of `half of the 1,100 employees`.
    fn things_at(&self, position: usize) -> Option<Run> {
        let at = position + usize::from(self.plays(position, Part::Article));
        let claims = &self.selected.statistics;
        let claim = claims.get(claims.partition_point(|claim| claim.run.start < at)).filter(|claim| claim.run.start == at)?;
        match &claim.syntax.unit {
            Unit::Nouns(things) => Some(*things),
            _ => None,
        }
    }
}
