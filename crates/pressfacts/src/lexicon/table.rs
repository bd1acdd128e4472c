//! The words of a lexicon, and looking them up.

use std::borrow::Cow;

use super::case::{Case, Letters};
use super::class::Classes;
use super::fold::{Folded, lower_case};
use super::places::{Hash, Places};

/// A word's rows; [`EntryId::NONE`] for a word without any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EntryId(pub(super) Link);

impl EntryId {
    pub(crate) const NONE: Self = Self(0);
}

/// A word with all that is known of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    pub(super) word: Text,
    pub(super) senses: Link,
    pub(super) phrases: Link,
    /// Classes of the rows that match any case.
    pub(super) any_case: Classes,
    /// Classes of the rows with a capital first letter only.
    pub(super) titled: Classes,
    /// Classes of all rows with capitals.
    pub(super) capitals: Classes,
}

/// One row of one word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sense {
    pub(super) class: Classes,
    pub(super) value: Text,
    /// The word as the row has it, where its capitals count.
    pub(super) exact: Option<Text>,
    /// The word's next row.
    pub(super) next: Link,
}

/// A row of several words: what follows the first, and what the whole means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    /// The words behind the first, with blanks between.
    pub(super) rest: Text,
    pub(super) words: u32,
    /// The first byte of the second word: most phrases are told from the text by it.
    pub(crate) second: u8,
    pub(crate) entry: EntryId,
    /// The next phrase of the same first word; it is no longer than this one.
    pub(super) next: Link,
}

/// A stretch of the table's text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Text {
    pub(super) start: u32,
    pub(super) end: u32,
}

/// The place of a list's next member, plus one; zero at its end.
pub(super) type Link = u32;

/// The words that the rules know: those that come with the crate, and what is added to them or taken away.
///
/// ```
/// use pressfacts::{Extractor, Lexicon};
///
/// let mut lexicon = Lexicon::built_in();
/// lexicon.add("ours.tsv", "harbour reeve\ttitle-head\n")?;
/// let facts = Extractor::default().with_lexicon(lexicon).extract("Ann Lee, Harbour Reeve of Norvik, opened the session.");
/// assert_eq!(facts.roles[0].title, "Harbour Reeve");
/// # Ok::<(), pressfacts::Error>(())
/// ```
///
/// [`Lexicon::built_in`] has the words that come with the crate; [`Lexicon::default`] has none.
// Rows lie in a few long lists, which the crate's build script makes for the built-in words: nothing is read at start-up.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Where each word stands among the entries.
    pub(super) places: Places,
    pub(super) entries: Cow<'static, [Entry]>,
    pub(super) senses: Cow<'static, [Sense]>,
    pub(super) phrases: Cow<'static, [Phrase]>,
    pub(super) text: Cow<'static, str>,
}

impl Lexicon {
    /// What is known of the word.
    fn entry(&self, word: &Folded) -> Option<&Entry> {
        self.find(word.hash, word.bytes()).map(|place| &self.entries[place])
    }

    pub(super) fn place(&self, word: &[u8]) -> Option<usize> {
        self.find(Hash::of(word), word)
    }

    fn find(&self, hash: Hash, word: &[u8]) -> Option<usize> {
        self.places.find(hash, |place| same(self.entries[place].word.bytes(&self.text), word))
    }

    /// Puts an entry under its word, which has none.
    pub(super) fn insert(&mut self, entry: Entry) {
        let hash = |place: usize| Hash::of(self.entries[place].word.bytes(&self.text));
        self.places.insert(Hash::of(entry.word.bytes(&self.text)), self.entries.len(), hash);
        self.entries.to_mut().push(entry);
    }

    /// What is known of a word as the text has it: its rows, their classes, and the phrases that it may open.
    pub(crate) fn look_up(&self, written: &str) -> Known {
        let Some(entry) = lower_case(written).and_then(|word| self.entry(&word)) else { return Known::NOTHING };
        let letters = Some(written).filter(|written| written.is_ascii());
        self.known(entry, letters.map(|written| Letters::of_ascii(written.as_bytes())), written)
    }

    /// The same of a word of ASCII letters, folded before.
    pub(crate) fn look_up_letters(&self, lower: &Folded, letters: Letters, written: &str) -> Known {
        self.entry(lower).map_or(Known::NOTHING, |entry| self.known(entry, Some(letters), written))
    }

    fn known(&self, entry: &Entry, letters: Option<Letters>, written: &str) -> Known {
        let id = EntryId(entry.senses);
        let classes = match letters.map(|letters| (letters.small, letters.case())) {
            _ if entry.capitals == Classes::NONE => entry.any_case,
            // The rows' capitals are known: they need not be gone through.
            Some((0, _)) => entry.any_case | entry.capitals,
            Some((_, Case::Lower)) => entry.any_case,
            Some((_, Case::Title)) => entry.any_case | entry.titled,
            _ => self.classes(id, written),
        };
        Known { entry: id, classes, phrases: PhraseList(entry.phrases) }
    }

    /// The phrases of a list, longest first.
    pub(crate) fn phrases(&self, list: PhraseList) -> impl Iterator<Item = &Phrase> {
        let mut here = list.0;
        std::iter::from_fn(move || {
            let phrase = &self.phrases[index(here)?];
            here = phrase.next;
            Some(phrase)
        })
    }

    /// The words of a phrase behind its first.
    pub(crate) fn rest(&self, phrase: &Phrase) -> impl Iterator<Item = &str> {
        phrase.rest.of(&self.text).split(' ')
    }

    /// Classes of the rows that fit the word as written.
    pub(crate) fn classes(&self, id: EntryId, written: &str) -> Classes {
        self.senses(id).filter(|sense| self.fits(sense, written)).fold(Classes::NONE, |all, sense| all | sense.class)
    }

    /// Value of the first row of one of the classes that fits the word as written.
    pub(crate) fn value(&self, id: EntryId, class: Classes, written: &str) -> Option<&str> {
        self.value_as(id, class, || written)
    }

    /// The same; how the word is written is asked only where a row has capitals.
    pub(crate) fn value_as<'w>(&self, id: EntryId, class: Classes, written: impl Fn() -> &'w str) -> Option<&str> {
        let fits = |sense: &Sense| sense.exact.is_none() || self.fits(sense, written());
        let sense = self.senses(id).find(|sense| sense.class.any(class) && fits(sense))?;
        Some(sense.value.of(&self.text))
    }

    pub(super) fn senses(&self, id: EntryId) -> impl Iterator<Item = &Sense> {
        let mut here = id.0;
        std::iter::from_fn(move || {
            let sense = &self.senses[index(here)?];
            here = sense.next;
            Some(sense)
        })
    }

    /// Whether the text has the capitals that the row has, or stands in capitals throughout.
    fn fits(&self, sense: &Sense, written: &str) -> bool {
        fn bare(text: &str) -> impl Iterator<Item = char> {
            text.chars().filter(|c| c.is_alphanumeric())
        }
        let Some(exact) = sense.exact.map(|exact| exact.of(&self.text)) else { return true };
        let small = |text: &str| {
            if text.is_ascii() {
                text.bytes().any(|byte| byte.is_ascii_lowercase())
            } else {
                text.chars().any(char::is_lowercase)
            }
        };
        exact == written || !small(written) || bare(exact).eq(bare(written))
    }
}

/// Whether the words are the same; they are short, so they are not worth a call.
fn same(word: &[u8], other: &[u8]) -> bool {
    let (words, others) = (word.chunks_exact(8), other.chunks_exact(8));
    word.len() == other.len()
        && words.remainder().iter().eq(others.remainder())
        && words.zip(others).all(|(eight, others)| eight == others)
}

/// What a lexicon knows of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) entry: EntryId,
    pub(crate) classes: Classes,
    /// The phrases that it may open.
    pub(crate) phrases: PhraseList,
}

impl Known {
    pub(crate) const NOTHING: Self = Self { entry: EntryId::NONE, classes: Classes::NONE, phrases: PhraseList::NONE };
}

/// The phrases that share their first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PhraseList(Link);

impl PhraseList {
    /// No phrase.
    pub(crate) const NONE: Self = Self(0);

    /// The list as a number, and back.
    pub(crate) fn link(self) -> u32 {
        self.0
    }

    pub(crate) fn of_link(link: u32) -> Self {
        Self(link)
    }
}

impl Text {
    pub(super) fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    fn bytes(self, text: &str) -> &[u8] {
        &text.as_bytes()[self.start as usize..self.end as usize]
    }
}

pub(super) fn index(link: Link) -> Option<usize> {
    link.checked_sub(1).map(|at| at as usize)
}
