//! What each word is to its clause, read once: claims look through the same windows of words again and again.

use std::cell::Cell;
use std::ops::Range;

use crate::layout::Document;
use crate::lexicon::Classes;
use crate::resolve::Selected;
use crate::token::{Kind, Token};

/// A part that a word plays in a clause, by the lexicon.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Above,
    Again,
    Against,
    Article,
    Below,
    Between,
    Binds,
    Funds,
    Is,
    Levels,
    Nominal,
    Opens,
    Plural,
    Pronoun,
    Relative,
    Scope,
    Sees,
    Since,
    Speech,
    Steady,
    Sum,
    Whole,
    /// Of the words that end a noun phrase, rather than the clause words.
    Adverb,
    Auxiliary,
    Preposition,
    Verb,
}

impl Part {
    /// The part of that name in the lexicon; `None` of those that only others ask for.
    fn named(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"above" => Self::Above,
            b"again" => Self::Again,
            b"against" => Self::Against,
            b"article" => Self::Article,
            b"below" => Self::Below,
            b"between" => Self::Between,
            b"binds" => Self::Binds,
            b"funds" => Self::Funds,
            b"is" => Self::Is,
            b"levels" => Self::Levels,
            b"nominal" => Self::Nominal,
            b"opens" => Self::Opens,
            b"plural" => Self::Plural,
            b"pronoun" => Self::Pronoun,
            b"relative" => Self::Relative,
            b"scope" => Self::Scope,
            b"sees" => Self::Sees,
            b"since" => Self::Since,
            b"speech" => Self::Speech,
            b"steady" => Self::Steady,
            b"sum" => Self::Sum,
            b"whole" => Self::Whole,
            b"adverb" => Self::Adverb,
            b"auxiliary" => Self::Auxiliary,
            b"preposition" => Self::Preposition,
            b"verb" => Self::Verb,
            _ => return None,
        })
    }
}

/// A question about a token, answered when it is first asked.
#[derive(Clone, Copy)]
pub(super) enum Question {
    /// Whether it looks like a verb.
    Verb,
    /// Whether it is a noun of change.
    NounOfChange,
}

/// The first bit of the questions, above those of the parts: one says that it was asked, the next is the answer.
const FIRST_QUESTION: u32 = 40;
/// Whether the token is part of a claim, of a date; whether its parts have been read.
const IN_CLAIM: u64 = 1 << 60;
const IN_DATE: u64 = 1 << 61;
const KNOWN: u64 = 1 << 62;

/// A set of such facts for each token of the document.
pub(super) struct Skeleton<'t> {
    document: &'t Document<'t>,
    words: Vec<Cell<u64>>,
    /// What has last been looked through for verbs: the next claim looks back over the same words.
    verbs: Cell<Looked>,
    /// Where the sentence last asked about starts, and whether it has words that may say what is measured.
    telling: Cell<Option<(usize, bool)>>,
}

/// Words that have been looked through, and the last verb there.
#[derive(Clone, Copy, Default)]
struct Looked {
    start: usize,
    end: usize,
    last: Option<usize>,
}

impl<'t> Skeleton<'t> {
    pub(super) fn of(document: &'t Document<'t>, selected: &Selected) -> Self {
        let mut words = vec![Cell::new(0); document.tokens.len()];
        for claim in &selected.statistics {
            mark(&mut words[claim.run.tokens()], IN_CLAIM);
        }
        for date in &selected.dates {
            mark(&mut words[date.run.tokens()], IN_DATE);
        }
        Self { document, words, verbs: Cell::default(), telling: Cell::default() }
    }

    /// Whether the sentence has a word that may say what is measured, or stand for it: any but prepositions and their like.
    pub(super) fn is_telling(&self, sentence: Range<usize>) -> bool {
        let start = sentence.start;
        let tells = |token: &Token| match token.kind {
            Kind::Word => token.capitalized() || !token.is(Classes::CONNECTOR) || !token.is(Classes::NP_END),
            kind => kind == Kind::Dotted,
        };
        let known = self.telling.get().filter(|(known, _)| *known == start);
        let (_, telling) = known.unwrap_or_else(|| (start, self.document.tokens[sentence].iter().any(tells)));
        self.telling.set(Some((start, telling)));
        telling
    }

    /// Whether the token is part of a claim.
    #[inline]
    pub(super) fn in_claim(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.get() & IN_CLAIM != 0)
    }

    /// Whether the token is part of a date.
    pub(super) fn in_date(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.get() & IN_DATE != 0)
    }

    /// Whether the word plays the part in its sentence, which ends there.
    #[inline]
    pub(super) fn plays(&self, at: usize, part: Part, end: usize) -> bool {
        self.plays_any(at, bit(part), end)
    }

    /// Whether it is an auxiliary there or one of the verbs that nothing else looks like.
    pub(super) fn is_closed_verb(&self, at: usize, end: usize) -> bool {
        self.plays_any(at, bit(Part::Auxiliary) | bit(Part::Verb), end)
    }

    #[inline]
    fn plays_any(&self, at: usize, parts: u64, end: usize) -> bool {
        let known = self.words[at].get();
        let read = if known & KNOWN != 0 { known } else { self.read(at, end) };
        read & parts != 0
    }

    /// Reads the parts of the word.
    #[cold]
    fn read(&self, at: usize, end: usize) -> u64 {
        let word = |class| self.document.lexeme_at(at, end, class).filter(|(behind, _)| *behind == at + 1);
        let parts = |class| word(class).map_or(0, |(_, value)| parts_of(value));
        let parts = self.words[at].get() | KNOWN | parts(Classes::CLAUSE_WORD) | parts(Classes::NP_END);
        self.words[at].set(parts);
        parts
    }

    /// The last verb of the stretch, which lies in the sentence that starts there.
    pub(super) fn last_verb(&self, sentence: usize, stretch: Range<usize>, is_verb: impl Fn(usize) -> bool) -> Option<usize> {
        let known = self.verbs.get();
        let last = |mut places: Range<usize>| places.rfind(|at| is_verb(*at));
        let goes_on = known.start >= sentence && (stretch.start..=stretch.end).contains(&known.end);
        let looked = if !goes_on {
            Looked { start: stretch.start, end: stretch.end, last: last(stretch.clone()) }
        } else if let Some(verb) = last(known.end..stretch.end) {
            Looked { end: stretch.end, last: Some(verb), ..known }
        } else if known.last.is_some() || known.start <= stretch.start {
            Looked { end: stretch.end, ..known }
        } else {
            Looked { start: stretch.start, end: stretch.end, last: last(stretch.start..known.start) }
        };
        self.verbs.set(looked);
        looked.last.filter(|verb| *verb >= stretch.start)
    }

    /// What the question's answer is for the token: the one given before, or else what `read` tells.
    pub(super) fn ask(&self, at: usize, question: Question, read: impl FnOnce() -> bool) -> bool {
        let asked = 1 << (FIRST_QUESTION + 2 * question as u32);
        let yes = asked << 1;
        let known = self.words[at].get();
        if known & asked != 0 {
            return known & yes != 0;
        }
        let answer = read();
        let word = &self.words[at];
        word.set(word.get() | asked | if answer { yes } else { 0 });
        answer
    }
}

const fn bit(part: Part) -> u64 {
    1 << part as u32
}

/// The parts that a value of the lexicon names, with blanks between.
fn parts_of(value: &str) -> u64 {
    let names = value.as_bytes().split(|letter| *letter == b' ');
    names.filter_map(Part::named).fold(0, |parts, part| parts | bit(part))
}

fn mark(words: &mut [Cell<u64>], bit: u64) {
    for word in words {
        word.set(word.get() | bit);
    }
}
