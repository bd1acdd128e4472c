//! Names by their words. Each sequence of words that names somebody or something is a place in one tree, so that names
//! are compared, kept and found as numbers, and what stands at a place of the text is found by following the tree.
//!
//! Case, accents, full stops and hyphens do not part two forms of a name.

use std::ops::{Deref, Range};

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::layout::Document;
use crate::lexicon::{self, Classes, Head, folded};
use crate::token::{Kind, Token};

/// Whether the token can be part of a longer name.
pub(crate) fn is_name_word(token: &Token) -> bool {
    matches!(token.kind, Kind::Word | Kind::Dotted) && token.capitalized() && !token.is(Classes::STARTER)
}

/// A sequence of words, whatever form they have: the number of its place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Wording(u32);

impl Wording {
    /// No word: where all others start.
    pub(crate) const EMPTY: Self = Self(0);
}

/// Few words of a name are longer, in bytes.
const ROOM_OF_A_WORD: usize = 48;

/// A word, as names are compared by.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// How it starts.
    head: Head,
    /// Of all its bytes. It tells short words apart; two longer ones of one hash are one word here, which a text would have to
    /// be made for.
    hash: lexicon::Hash,
}

impl Word {
    #[inline]
    fn of(token: &Token, text: &str) -> Self {
        let short = token.span.len() <= Head::LENGTH && token.head.is_plain();
        if short { Self { head: token.head, hash: token.head.hash() } } else { Self::of_written(token.span.of(text)) }
    }

    /// Of most words, only their capitals part them from the ones that names are compared by.
    fn of_written(written: &str) -> Self {
        // A full stop most often stands at the end: `Inc.`
        let bare = written.strip_suffix('.').unwrap_or(written);
        let (word, plain) = Self::of_letters(bare.as_bytes());
        if plain { word } else { Self::closely(written) }
    }

    /// The word of these letters, whatever their capitals, and whether there are neither full stops nor any beyond ASCII.
    fn of_letters(word: &[u8]) -> (Self, bool) {
        let head = Head::of(word);
        if word.len() <= Head::LENGTH {
            return (Self { head, hash: head.hash() }, head.is_plain());
        }
        let last = word.len() - Head::LENGTH;
        let (mut hash, mut plain) = (lexicon::Hash::default().with(word.len() as u64), true);
        for at in (0..last).step_by(Head::LENGTH).chain([last]) {
            let eight = Head::of(&word[at..]);
            hash = eight.hash_behind(hash);
            plain &= eight.is_plain();
        }
        (Self { head, hash }, plain)
    }

    /// The same of a word with full stops, or with letters beyond ASCII.
    #[cold]
    fn closely(written: &str) -> Self {
        let (mut room, mut length) = ([0; ROOM_OF_A_WORD], 0);
        for letter in plain(written) {
            let Some(place) = room.get_mut(length..length + letter.len_utf8()) else {
                return Self::of_letters(plain(written).collect::<String>().as_bytes()).0;
            };
            length += letter.encode_utf8(place).len();
        }
        Self::of_letters(&room[..length]).0
    }
}

/// How many wordings there is room for from the start.
const ROOM: usize = 128;

/// A few wordings, kept without a list of their own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Few<const MOST: usize> {
    wordings: [Wording; MOST],
    count: usize,
}

impl<const MOST: usize> FromIterator<Wording> for Few<MOST> {
    /// More of them than there is room for are left out.
    fn from_iter<I: IntoIterator<Item = Wording>>(all: I) -> Self {
        let (mut wordings, mut all) = ([Wording::EMPTY; MOST], all.into_iter());
        let count = wordings.iter_mut().zip(&mut all).map(|(place, wording)| *place = wording).count();
        debug_assert!(all.next().is_none(), "more than {MOST} wordings");
        Self { wordings, count }
    }
}

impl<const MOST: usize> Deref for Few<MOST> {
    type Target = [Wording];

    fn deref(&self) -> &[Wording] {
        &self.wordings[..self.count]
    }
}

/// The wordings of a document's names.
#[derive(Debug)]
pub(crate) struct Wordings<'d, 't> {
    pub(crate) document: &'d Document<'t>,
    /// The wording that is longer by a word.
    longer: FxHashMap<(Wording, lexicon::Hash), Wording>,
    firsts: Firsts,
}

impl<'d, 't> Wordings<'d, 't> {
    pub(crate) fn new(document: &'d Document<'t>) -> Self {
        let longer = FxHashMap::with_capacity_and_hasher(ROOM, FxBuildHasher);
        Self { document, longer, firsts: Firsts::default() }
    }

    /// The wording of the tokens.
    pub(crate) fn of(&mut self, tokens: impl IntoIterator<Item = usize>) -> Wording {
        let tokens = tokens.into_iter().map(|at| &self.document.tokens[at]);
        let solid = tokens.filter(|token| token.kind != Kind::Hyphen);
        solid.fold(Wording::EMPTY, |wording, token| {
            let word = Word::of(token, self.document.text);
            self.with(wording, word)
        })
    }

    /// The wording of one word.
    pub(crate) fn of_word(&mut self, written: &str) -> Wording {
        self.with(Wording::EMPTY, Word::of_written(written))
    }

    /// The wording with one word more.
    fn with(&mut self, wording: Wording, word: Word) -> Wording {
        if wording == Wording::EMPTY {
            self.firsts.add(word.head);
        }
        let next = Wording(self.longer.len() as u32 + 1);
        *self.longer.entry((wording, word.hash)).or_insert(next)
    }

    /// The wording of the tokens, if it is one of those known.
    pub(crate) fn known(&self, tokens: Range<usize>) -> Option<Wording> {
        let end = tokens.end;
        self.starting(tokens).find(|(_, after)| *after == end).map(|(wording, _)| wording)
    }

    /// Whether one may start with the token: of most words of a text that is told at once.
    #[inline]
    pub(crate) fn may_start(&self, token: &Token) -> bool {
        self.firsts.may_have(token.head)
    }

    /// The wordings that stand where the tokens start, the longest last, and where each ends.
    pub(crate) fn starting(&self, tokens: Range<usize>) -> impl Iterator<Item = (Wording, usize)> {
        let document = self.document;
        let mut solid = document.tokens[tokens.clone()].iter().zip(tokens).filter(|(token, _)| token.kind != Kind::Hyphen);
        let mut wording = Wording::EMPTY;
        std::iter::from_fn(move || {
            let (token, at) = solid.next()?;
            let word = Word::of(token, document.text);
            wording = *self.longer.get(&(wording, word.hash))?;
            Some((wording, at + 1))
        })
    }
}

/// What is known of wordings, by their places in the tree.
#[derive(Debug)]
pub(crate) struct ByWording<T>(Vec<Option<T>>);

impl<T> Default for ByWording<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByWording<T> {
    pub(crate) fn get(&self, wording: Wording) -> Option<&T> {
        self.0.get(wording.0 as usize)?.as_ref()
    }

    /// The place for what is known of the wording.
    pub(crate) fn entry(&mut self, wording: Wording) -> &mut Option<T> {
        let at = wording.0 as usize;
        if at >= self.0.len() {
            self.0.resize_with((at + 1).next_power_of_two().max(ROOM), || None);
        }
        &mut self.0[at]
    }
}

/// How the words start that names start with: most other words of a text are told from them by that.
#[derive(Debug, Default)]
struct Firsts([u64; 32]);

impl Firsts {
    fn add(&mut self, plain: Head) {
        let (at, bit) = Self::place(plain);
        self.0[at] |= bit;
    }

    /// Whether the word may be one of them.
    fn may_have(&self, written: Head) -> bool {
        let (at, bit) = Self::place(written);
        self.0[at] & bit != 0 || !written.is_plain()
    }

    fn place(word: Head) -> (usize, u64) {
        let place = word.hash().upper(5 + 6);
        (place >> 6, 1 << (place & 63))
    }
}

/// The letters without their accents from `ß` to `ſ`, Latin-1 and Latin Extended-A: `Hervé` is also written `Herve`.
const WITHOUT_ACCENT: &[u8] = b"saaaaaaaceeeeiiiidnooooo/ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
const FIRST_ACCENTED: u32 = 'ß' as u32;

/// The word as names are compared by: in lower case, without full stops and accents.
fn plain(written: &str) -> impl Iterator<Item = char> {
    folded(written).map(|character| {
        let place = u32::from(character).checked_sub(FIRST_ACCENTED).and_then(|place| usize::try_from(place).ok());
        place.and_then(|place| WITHOUT_ACCENT.get(place)).map_or(character, |&letter| char::from(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::{Wording, Wordings};
    use crate::layout::Document;
    use crate::lexicon::built_in;

    #[test]
    fn forms_of_a_name_are_one_wording() {
        let document = Document::read("José Peña-Lee, JOSE PENA LEE; J. Lee, J Lee; Ann", built_in());
        let mut wordings = Wordings::new(&document);
        assert_eq!(wordings.of(0..4), wordings.of(5..8));
        assert_eq!(wordings.of(9..11), wordings.of(12..14));
        assert_ne!(wordings.of(5..8), wordings.of(5..7));
        assert_eq!(wordings.of([]), Wording::EMPTY);
        assert_eq!((wordings.known(12..14), wordings.known(15..16)), (Some(wordings.of(9..11)), None));
    }

    #[test]
    fn wordings_are_found_where_they_start() {
        let document = Document::read("New Harbour Board and New Harbour-Board House", built_in());
        let mut wordings = Wordings::new(&document);
        let (short, long) = (wordings.of(0..2), wordings.of(0..3));
        wordings.of(4..9);
        let found = |tokens| {
            let found: Vec<_> = wordings.starting(tokens).filter(|(wording, _)| [short, long].contains(wording)).collect();
            found
        };
        assert_eq!(found(4..9), [(short, 6), (long, 8)]);
        assert_eq!(found(4..7), [(short, 6)]);
        assert_eq!(found(1..9), []);
    }
}
