//! The words of a lexicon, and looking them up.

use std::borrow::Cow;

use super::case::Letters;
use super::class::Classes;
use super::fold::{Head, Key, Plain, lower_case, same_letters};
use super::places::{Hash, Places};

/// A word's rows; [`EntryId::NONE`] for a word without any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EntryId(pub(super) Link);

impl EntryId {
    pub(crate) const NONE: Self = Self(0);
}

/// A word with all that is known of it. Most of a text's words are looked at here, in no order, so that it is kept small.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    pub(super) key: Key,
    /// The second words of its phrases.
    pub(super) seconds: Seconds,
    pub(super) word: Text,
    pub(super) senses: Link,
    /// The place of its classes among those of all words.
    pub(super) sets: u32,
}

/// The classes that words have by their capitals; many words have the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sets {
    /// Classes of the rows that match any case.
    pub(super) any_case: Classes,
    /// Classes of the rows with a capital first letter only.
    pub(super) titled: Classes,
    /// Classes of all rows with capitals.
    pub(super) capitals: Classes,
}

impl Sets {
    /// The classes of a word of such letters; `None` where that is for its rows to say.
    #[inline]
    fn of(&self, letters: Letters) -> Option<Classes> {
        match letters {
            Letters::SMALL => Some(self.any_case),
            _ if self.capitals == Classes::NONE => Some(self.any_case),
            Letters::TITLE => Some(self.any_case | self.titled),
            _ if !letters.has(Letters::SMALL) => Some(self.any_case | self.capitals),
            _ => None,
        }
    }
}

/// Which second words the phrases of a word may have: a bit may stand for several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seconds(pub(super) u64);

impl Seconds {
    pub(super) fn with(self, word: Head) -> Self {
        Self(self.0 | Self::bit(word))
    }

    fn has(self, word: Head) -> bool {
        self.0 & Self::bit(word) != 0
    }

    fn bit(word: Head) -> u64 {
        1 << word.hash().upper(u64::BITS.ilog2())
    }
}

/// One row of one word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sense {
    /// The place of its value among all.
    pub(super) value: u32,
    /// The word as the row has it, where its capitals count; empty where they do not.
    pub(super) exact: Text,
    /// The word's next row.
    pub(super) next: Link,
    /// The bit of its class.
    pub(super) class: u8,
}

impl Sense {
    fn class(&self) -> Classes {
        Classes::of_bits(1 << self.class)
    }

    /// Whether it is a row of one of the classes.
    fn is(&self, classes: Classes) -> bool {
        classes.has(self.class)
    }
}

/// The phrases of the same first two words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    /// The place of the first word.
    pub(super) first: u32,
    /// The first eight bytes of the second.
    pub(super) second: Head,
    /// The longest of them.
    pub(super) phrases: Link,
}

impl Pair {
    pub(super) fn hash(first: u32, second: Head) -> Hash {
        Hash::default().with(u64::from(first)).with(second.0)
    }
}

/// A row of several words: what follows the first, and what the whole means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    /// The words behind the first, with blanks between.
    pub(super) rest: Text,
    pub(super) words: u32,
    pub(crate) entry: EntryId,
    /// The next phrase of the same pair; it is no longer than this one.
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
    pub(super) sets: Cow<'static, [Sets]>,
    pub(super) senses: Cow<'static, [Sense]>,
    /// What the rows say besides word and class; many say the same.
    pub(super) values: Cow<'static, [Cow<'static, str>]>,
    /// Where the phrases of two words stand among the pairs.
    pub(super) pair_places: Places,
    pub(super) pairs: Cow<'static, [Pair]>,
    pub(super) phrases: Cow<'static, [Phrase]>,
    pub(super) text: Cow<'static, str>,
}

impl Lexicon {
    pub(super) fn place(&self, word: &[u8]) -> Option<usize> {
        self.find(Hash::of(word), Key::of_word(word), word)
    }

    /// The place of the word, whose capitals count for nothing.
    #[inline]
    fn find(&self, hash: Hash, key: Key, word: &[u8]) -> Option<usize> {
        let entries = &*self.entries;
        let short = word.len() <= Head::LENGTH;
        let is_it = |place: usize| short || same_letters(entries[place].word.bytes(&self.text), word);
        self.places.of_hash(hash).find(|&place| entries[place].key == key && is_it(place))
    }

    /// Puts in a word that is not there yet, without any row.
    pub(super) fn insert(&mut self, word: Text) {
        let hash = |place: usize| Hash::of(self.entries[place].word.bytes(&self.text));
        let bytes = word.bytes(&self.text);
        self.places.insert(Hash::of(bytes), self.entries.len(), hash);
        let entry = Entry { key: Key::of_word(bytes), word, ..Entry::default() };
        self.entries.to_mut().push(entry);
    }

    /// What is known of a word as the text has it: its rows, their classes, and the phrases that it may open.
    pub(crate) fn look_up(&self, written: &str) -> Known {
        let (bytes, word) = (written.as_bytes(), Plain::of(written.as_bytes()));
        let (letters, behind) = bytes.split_at(word.length);
        if matches!(behind, [] | [b'.']) {
            return self.look_up_plain(&word, letters, || written);
        }
        let place = lower_case(written).and_then(|word| self.find(word.hash, word.key(), word.bytes()));
        // Which letters beyond ASCII are capitals is for the rows to say.
        let letters = if written.is_ascii() { Letters::of_ascii(bytes) } else { Letters::MIXED };
        self.known(place, letters, || written)
    }

    /// The same of nothing but letters.
    #[inline]
    pub(crate) fn look_up_plain<'w>(&self, word: &Plain, letters: &[u8], written: impl Fn() -> &'w str) -> Known {
        let place = self.find(word.hash, word.key(), letters);
        self.known(place, word.letters, written)
    }

    #[inline]
    fn known<'w>(&self, place: Option<usize>, letters: Letters, written: impl Fn() -> &'w str) -> Known {
        let Some(place) = place else { return Known::NOTHING };
        let entry = &self.entries[place];
        let id = EntryId(entry.senses);
        let sets = &self.sets[entry.sets as usize];
        // Where the rows' capitals are known, they need not be gone through.
        let classes = sets.of(letters).unwrap_or_else(|| self.classes(id, written()));
        Known { entry: id, classes, phrases: Opened { first: place as u32, seconds: entry.seconds } }
    }

    /// The phrases of a word that go on with the second one, by how that starts.
    #[inline]
    pub(crate) fn going_on(&self, opened: Opened, second: Head) -> PhraseList {
        if !opened.seconds.has(second) {
            return PhraseList::NONE;
        }
        self.pair(opened.first, second).map_or(PhraseList::NONE, |place| PhraseList(self.pairs[place].phrases))
    }

    /// The place of the pair of words.
    pub(super) fn pair(&self, first: u32, second: Head) -> Option<usize> {
        let is_it = |place: &usize| (self.pairs[*place].first, self.pairs[*place].second) == (first, second);
        self.pair_places.of_hash(Pair::hash(first, second)).find(is_it)
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
    pub(crate) fn rest(&self, phrase: &Phrase) -> impl Iterator<Item = &[u8]> {
        let (mut rest, mut words) = (phrase.rest.bytes(&self.text), phrase.words);
        std::iter::from_fn(move || {
            words = words.checked_sub(1)?;
            let blank = if words == 0 { None } else { rest.iter().position(|byte| *byte == b' ') };
            let (word, behind) = rest.split_at(blank.unwrap_or(rest.len()));
            rest = behind.get(1..).unwrap_or_default();
            Some(word)
        })
    }

    /// Classes of the rows that fit the word as written.
    pub(crate) fn classes(&self, id: EntryId, written: &str) -> Classes {
        self.senses(id).filter(|sense| self.fits(sense, written)).fold(Classes::NONE, |all, sense| all | sense.class())
    }

    /// Value of the first row of one of the classes that fits the word as written.
    pub(crate) fn value(&self, id: EntryId, class: Classes, written: &str) -> Option<&str> {
        let sense = self.senses(id).find(|sense| sense.is(class) && self.fits(sense, written))?;
        Some(&self.values[sense.value as usize])
    }

    /// The same of classes that the word is known to be of. Its only row of a class is the one that fits: how the word is
    /// written is asked only where others have capitals.
    #[inline]
    pub(crate) fn value_of<'w>(&self, id: EntryId, classes: Classes, written: impl Fn() -> &'w str) -> Option<&str> {
        let mut senses = self.senses(id);
        let first = senses.find(|sense| sense.is(classes))?;
        if first.exact.is_empty() || !senses.any(|other| other.class == first.class) {
            return Some(&self.values[first.value as usize]);
        }
        self.value(id, classes, written())
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
        if sense.exact.is_empty() {
            return true;
        }
        let exact = sense.exact.of(&self.text);
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

/// What a lexicon knows of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) entry: EntryId,
    pub(crate) classes: Classes,
    /// The phrases that it may open.
    pub(crate) phrases: Opened,
}

impl Known {
    pub(crate) const NOTHING: Self = Self { entry: EntryId::NONE, classes: Classes::NONE, phrases: Opened::NOTHING };
}

/// The phrases that share their first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    first: u32,
    seconds: Seconds,
}

impl Opened {
    pub(crate) const NOTHING: Self = Self { first: 0, seconds: Seconds(0) };

    pub(crate) fn is_nothing(self) -> bool {
        self.seconds == Seconds(0)
    }
}

/// The phrases that share their first two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PhraseList(Link);

impl PhraseList {
    pub(crate) const NONE: Self = Self(0);
}

impl Text {
    pub(super) fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    pub(super) fn is_empty(self) -> bool {
        self.start == self.end
    }

    fn bytes(self, text: &str) -> &[u8] {
        &text.as_bytes()[self.start as usize..self.end as usize]
    }
}

pub(super) fn index(link: Link) -> Option<usize> {
    link.checked_sub(1).map(|at| at as usize)
}
