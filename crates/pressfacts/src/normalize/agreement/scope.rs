//! A mention in its sentence: what the readers of its clause look at.

use std::cell::OnceCell;
use std::ops::Range;

use super::names::{List, Names};
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::{Lexeme, Run, Tokens, lex, lex_before};
use crate::token::{Kind, Token};

/// Farthest that a clause is read from the mention, in tokens.
const REACH: usize = 40;
/// Longest matter between agreements and the dash or colon before their names, in tokens.
const LONGEST_MATTER: usize = 14;
/// Most small words between an article and the phrase.
const MOST_SMALL_WORDS: usize = 6;

pub(super) struct Scope<'t> {
    pub(super) names: &'t Names<'t>,
    pub(super) document: &'t Document<'t>,
    pub(super) sentence: Range<usize>,
    /// The naming phrase.
    pub(super) phrase: Run,
    /// Where reading to the right ends: the next mention, or the reach.
    pub(super) limit: usize,
    /// Where the phrase starts with what belongs to it, as far as the lexicon knows, and all in all.
    starts: OnceCell<(usize, usize)>,
}

impl<'t> Scope<'t> {
    pub(super) fn new(names: &'t Names<'t>, sentence: Range<usize>, phrase: Run, next: usize) -> Self {
        let limit = sentence.end.min(next).min(phrase.end + REACH);
        Self { names, document: names.document, sentence, phrase, limit, starts: OnceCell::new() }
    }

    /// The names of the list that starts there.
    pub(super) fn names_at(&self, at: usize) -> Option<Vec<Run>> {
        self.names.of_list(&self.sentence, at, |list| list.names.clone())
    }

    /// The same, or the people themselves where they act for no body: `a contract with Jane Roe`.
    pub(super) fn sides_at(&self, at: usize) -> Option<Vec<Run>> {
        let end = self.list_end(at)?;
        // `the agreement, with Acme providing the land`: that is another clause.
        let clause = self.kind(end) == Some(Kind::Word)
            && self.written(end).ends_with("ing")
            && !self.is(end, Classes::AGREEMENT_VERB | Classes::SUBJECT_MARKER | Classes::PREPOSITION)
            && self.is_word(at.wrapping_sub(1), "with");
        if clause || self.is_any(end, &["present", "presiding"]) {
            return None;
        }
        let sides = |list: &List| if list.names.is_empty() { list.persons.clone() } else { list.names.clone() };
        self.names.of_list(&self.sentence, at, sides)
    }

    /// Where the sentence starts behind its dateline.
    pub(super) fn prose_start(&self) -> usize {
        let start = self.names.prose(self.sentence.clone()).start;
        if start < self.phrase.start { start } else { self.sentence.start }
    }

    /// Where the list of names that starts there ends.
    pub(super) fn list_end(&self, at: usize) -> Option<usize> {
        self.names.of_list(&self.sentence, at, |list| list.run.end)
    }

    /// The people named before the token.
    pub(super) fn persons_before(&self, end: usize) -> Vec<Run> {
        let first = self.sentence.start.max(end.saturating_sub(REACH));
        let lists = self.names.lists(first..end);
        lists.into_iter().find(|list| !list.governed && !list.persons.is_empty()).map(|list| list.persons).unwrap_or_default()
    }

    /// The sentence from the token on.
    pub(super) fn window(&self, at: usize) -> Tokens<'t> {
        Tokens::new(self.document, self.sentence.clone(), at)
    }

    pub(super) fn token(&self, at: usize) -> &'t Token {
        &self.document.tokens[at]
    }

    pub(super) fn written(&self, at: usize) -> &'t str {
        self.document.written(at)
    }

    #[inline]
    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        self.sentence.contains(&at) && self.token(at).reads(word, self.document.text)
    }

    #[inline]
    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is_word(at, word))
    }

    pub(super) fn is(&self, at: usize, class: Classes) -> bool {
        self.sentence.contains(&at) && self.token(at).is(class)
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.sentence.contains(&at).then(|| self.token(at).kind)
    }

    /// The phrase of the class that starts at the token.
    pub(super) fn lexeme(&self, at: usize, class: Classes) -> Option<Lexeme<'t>> {
        lex(class)(self.window(at)).ok().map(|(_, lexeme)| lexeme)
    }

    /// The phrase of the class that ends right before the token.
    pub(super) fn lexeme_before(&self, at: usize, class: Classes) -> Option<Lexeme<'t>> {
        lex_before(self.window(at), class)
    }

    /// The same place without the adverbs before it.
    pub(super) fn before_adverbs(&self, at: usize) -> usize {
        let mut at = at;
        while at > self.sentence.start && self.is_adverb(at - 1) {
            at -= 1;
        }
        at
    }

    /// The same place without an opening quotation mark before it: `will be “provisionally applied”`.
    pub(super) fn before_quote(&self, at: usize) -> usize {
        at.checked_sub(1).filter(|&mark| matches!(self.kind(mark), Some(Kind::OpenQuote | Kind::Quote))).unwrap_or(at)
    }

    pub(super) fn is_adverb(&self, at: usize) -> bool {
        let word = self.written(at);
        let formed = word.len() > 4 && word.ends_with("ly") && !self.token(at).capitalized();
        self.kind(at) == Some(Kind::Word) && (formed || self.is(at, Classes::ADVERB))
    }

    /// Whether the word is of the class with that value.
    pub(super) fn is_valued(&self, at: usize, class: Classes, value: &str) -> bool {
        self.is(at, class) && self.lexeme(at, class).is_some_and(|lexeme| lexeme.value == value)
    }

    /// The place behind a closing quotation mark and an expression in parentheses that start there.
    pub(super) fn after_parentheses(&self, at: usize) -> usize {
        let quoted = self.kind(at) == Some(Kind::CloseQuote)
            || self.kind(at) == Some(Kind::Quote) && self.kind(self.phrase.start.wrapping_sub(1)) == Some(Kind::Quote);
        let at = if quoted { at + 1 } else { at };
        if self.kind(at) != Some(Kind::Open) {
            return at;
        }
        let close = (at..self.sentence.end.min(at + 12)).find(|&place| self.kind(place) == Some(Kind::Close));
        close.map_or(at, |close| close + 1)
    }

    /// The place before an expression in parentheses that ends there.
    pub(super) fn before_parentheses(&self, at: usize) -> usize {
        if at <= self.sentence.start || self.kind(at - 1) != Some(Kind::Close) {
            return at;
        }
        let first = self.sentence.start.max(at.saturating_sub(12));
        (first..at).rev().find(|&place| self.kind(place) == Some(Kind::Open)).unwrap_or(at)
    }

    /// The naming phrase with the articles and counts before it: `a series of [agreements]`.
    pub(super) fn noun_phrase_start(&self) -> usize {
        self.starts().0
    }

    /// The same, with the qualities between the article and the phrase that the lexicon does not know: `a current parts
    /// [contract]`.
    pub(super) fn widest_start(&self) -> usize {
        self.starts().1
    }

    fn starts(&self) -> (usize, usize) {
        *self.starts.get_or_init(|| {
            let start = self.start_of_known();
            (start, self.start_of_qualities(start))
        })
    }

    /// Where the articles and counts before the phrase start.
    fn start_of_known(&self) -> usize {
        let mut at = self.phrase.start;
        for _ in 0..6 {
            let Some(before) = at.checked_sub(1).filter(|before| self.sentence.contains(before)) else { break };
            let counted = self.is_word(before, "of") && self.is(before.wrapping_sub(1), Classes::QUANTIFIER);
            let part = self.is(before, Classes::of(&[Classes::DETERMINER, Classes::QUANTIFIER, Classes::CARDINAL]))
                || self.kind(before) == Some(Kind::Number)
                || matches!(self.kind(before), Some(Kind::OpenQuote | Kind::Quote));
            if counted {
                at = before - 1;
            } else if part {
                at = before;
            } else {
                break;
            }
        }
        at
    }

    /// Where the article before those stands, if there is one.
    fn start_of_qualities(&self, start: usize) -> usize {
        let bound = Classes::of(&[
            Classes::PREPOSITION,
            Classes::CONNECTOR,
            Classes::AUXILIARY,
            Classes::CLAUSE_OPENER,
            Classes::DETERMINER,
            Classes::AGREEMENT_VERB,
        ]);
        let quality = |at: &usize| {
            let word = matches!(self.kind(*at), Some(Kind::Word)) && !self.is(*at, bound);
            word || matches!(self.kind(*at), Some(Kind::Hyphen | Kind::Number | Kind::Currency))
        };
        let first = self.sentence.start.max(start.saturating_sub(MOST_SMALL_WORDS));
        let qualities = (first..start).rev().take_while(quality).count();
        let article = (start - qualities).checked_sub(1).filter(|&at| qualities > 0 && self.is(at, Classes::DETERMINER));
        article.unwrap_or(start)
    }

    /// Whether nothing but a conjunction stands between the earlier mention and this one.
    pub(super) fn follows_directly(&self, earlier: Run) -> bool {
        let joint = self.after_parentheses(earlier.end);
        self.noun_phrase_start() == joint + 1 || self.widest_start() == joint + 1
    }

    /// Whether the mention follows `and`, a comma or a slash behind the earlier one, with no other clause between.
    pub(super) fn is_coordinated(&self, earlier: Run) -> bool {
        let conjunction = |start: usize| {
            let joint = start.checked_sub(1).filter(|joint| *joint >= earlier.end)?;
            let joined = self.is_any(joint, &["and", "or"]) || matches!(self.kind(joint), Some(Kind::Comma | Kind::Slash));
            joined.then_some(joint)
        };
        // `a purchase agreement and a coal supply agreement`
        let Some(joint) = conjunction(self.noun_phrase_start()).or_else(|| conjunction(self.widest_start())) else {
            return false;
        };
        let after = self.after_parentheses(earlier.end);
        // Between the two stands at most what the earlier one is about and with whom.
        let complement = after == joint
            || self.is(after, Classes::of(&[Classes::SUBJECT_MARKER, Classes::MUTUAL]))
            || self.is_any(after, &["with", "by", "of"]);
        complement
            && joint - earlier.end <= 14
            && !(earlier.end..joint)
                .any(|at| self.is(at, Classes::AGREEMENT_VERB) || matches!(self.kind(at), Some(Kind::Semicolon | Kind::Colon)))
    }

    /// `to ratify two treaties on tea—the Tea Treaty`: whether the mention, behind a dash or colon, is one of the earlier ones.
    pub(super) fn is_listed(&self, earlier: Run) -> bool {
        let Some(mark) = self.noun_phrase_start().checked_sub(1).filter(|mark| *mark >= earlier.end) else { return false };
        let plural = self.written(earlier.end - 1).ends_with('s');
        plural
            && matches!(self.kind(mark), Some(Kind::Dash | Kind::Colon))
            && mark - earlier.end <= LONGEST_MATTER
            && !(earlier.end..mark).any(|at| self.is(at, Classes::AGREEMENT_VERB | Classes::CLAUSE_OPENER))
    }

    /// Whether the agreement depends on a preposition: then it is not the clause's subject.
    pub(super) fn is_governed(&self) -> bool {
        let governs = |start: usize| start.checked_sub(1).is_some_and(|at| self.is(at, Classes::PREPOSITION));
        governs(self.noun_phrase_start()) || governs(self.widest_start())
    }
}
