//! Names by their words. Each sequence of words that names somebody or something is a place in one tree, so that names
//! are compared, kept and found as numbers, and what stands at a place of the text is found by following the tree.
//!
//! Case, accents, full stops and hyphens do not part two forms of a name.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::layout::Document;
use crate::lexicon::{Classes, folded};
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

/// A word, whatever form it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Word(u32);

/// The wordings of a document's names. Most words of a text are in none of them, and are told by their first letter and
/// their length.
#[derive(Debug)]
pub(crate) struct Wordings<'d, 't> {
    pub(crate) document: &'d Document<'t>,
    words: FxHashMap<Box<str>, Word>,
    /// The wording that is longer by a word.
    longer: FxHashMap<(Wording, Word), Wording>,
    /// How many there are, the empty one left out.
    count: u32,
    openers: Openers,
    /// Room for the word that is looked up.
    room: String,
}

impl<'d, 't> Wordings<'d, 't> {
    pub(crate) fn new(document: &'d Document<'t>) -> Self {
        let (words, longer) = (FxHashMap::default(), FxHashMap::default());
        Self { document, words, longer, count: 0, openers: Openers::default(), room: String::new() }
    }

    /// The wording of the tokens.
    pub(crate) fn of(&mut self, tokens: impl IntoIterator<Item = usize>) -> Wording {
        let document = self.document;
        let solid = tokens.into_iter().filter(|&at| document.tokens[at].kind != Kind::Hyphen);
        solid.fold(Wording::EMPTY, |wording, at| self.with(wording, document.written(at)))
    }

    /// The wording of one word.
    pub(crate) fn of_word(&mut self, word: &str) -> Wording {
        self.with(Wording::EMPTY, word)
    }

    /// The wording with one word more.
    fn with(&mut self, wording: Wording, word: &str) -> Wording {
        plain_into(word, &mut self.room);
        let known = self.words.get(self.room.as_str()).copied();
        let word = known.unwrap_or_else(|| {
            let new = Word(self.words.len() as u32);
            self.words.insert(self.room.as_str().into(), new);
            new
        });
        if wording == Wording::EMPTY {
            self.openers.add(&self.room);
        }
        *self.longer.entry((wording, word)).or_insert_with(|| {
            self.count += 1;
            Wording(self.count)
        })
    }

    /// The wording of the tokens, if it is one of those known.
    pub(crate) fn known(&mut self, tokens: Range<usize>) -> Option<Wording> {
        let end = tokens.end;
        self.longest(tokens, |wording, after| (after == end).then_some(wording)).map(|(wording, _)| wording)
    }

    /// What the longest wording means that stands where the tokens start and means anything, and where it ends.
    pub(crate) fn longest<T>(
        &mut self,
        tokens: Range<usize>,
        meaning: impl Fn(Wording, usize) -> Option<T>,
    ) -> Option<(T, usize)> {
        let document = self.document;
        if !self.openers.may_have(document.written(tokens.start)) {
            return None;
        }
        let (mut wording, mut found) = (Wording::EMPTY, None);
        for at in tokens {
            if document.tokens[at].kind == Kind::Hyphen {
                continue;
            }
            plain_into(document.written(at), &mut self.room);
            let step = self.words.get(self.room.as_str()).and_then(|&word| self.longer.get(&(wording, word)));
            let Some(&next) = step else { break };
            wording = next;
            found = meaning(wording, at + 1).map(|meant| (meant, at + 1)).or(found);
        }
        found
    }
}

/// The first letters and lengths of the words that wordings start with.
#[derive(Debug, Default)]
struct Openers {
    /// A bit for each length, by the last bits of the letter.
    lengths: [u64; 32],
}

impl Openers {
    fn add(&mut self, plain: &str) {
        let (row, bit) = Self::place(plain.as_bytes());
        self.lengths[row] |= bit;
    }

    /// Whether a wording may start with the word. Full stops and accents hide how long it is.
    fn may_have(&self, written: &str) -> bool {
        let (row, bit) = Self::place(written.as_bytes());
        self.lengths[row] & bit != 0 || !is_plain(written)
    }

    /// Small letters and capitals differ in none of the last five bits.
    fn place(word: &[u8]) -> (usize, u64) {
        (word.first().map_or(0, |byte| usize::from(byte & 31)), 1 << (word.len() & 63))
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

/// The same, in `room`.
fn plain_into(written: &str, room: &mut String) {
    room.clear();
    if is_plain(written) {
        room.push_str(written);
        room.make_ascii_lowercase();
    } else {
        room.extend(plain(written));
    }
}

/// Whether nothing but capitals parts the word from the one that names are compared by.
fn is_plain(written: &str) -> bool {
    written.bytes().all(|byte| byte.is_ascii() && byte != b'.')
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
    fn the_longest_that_means_anything_is_found() {
        let document = Document::read("New Harbour Board and New Harbour-Board House", built_in());
        let mut wordings = Wordings::new(&document);
        let (short, long) = (wordings.of(0..2), wordings.of(0..3));
        wordings.of(4..9);
        let meaning = |wording, _| [short, long].iter().position(|known| *known == wording);
        assert_eq!(wordings.longest(4..9, meaning), Some((1, 8)));
        assert_eq!(wordings.longest(4..7, meaning), Some((0, 6)));
        assert_eq!(wordings.longest(1..9, meaning), None);
    }
}
