//! Names by their words. Each sequence of words that names somebody or something is a place in one tree, so that names
//! are compared, kept and found as numbers, and what stands at a place of the text is found by following the tree.
//!
//! Case, accents, full stops and hyphens do not part two forms of a name.

use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::layout::Document;
use crate::lexicon::{Classes, Head, folded};
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

/// How many words and wordings there is room for from the start.
const ROOM: usize = 128;

/// The wordings of a document's names.
#[derive(Debug)]
pub(crate) struct Wordings<'d, 't> {
    pub(crate) document: &'d Document<'t>,
    /// The words of at most eight bytes, by these.
    short: FxHashMap<Head, Word>,
    /// All others.
    long: FxHashMap<Box<str>, Word>,
    /// The word of each token, as far as it has been asked for.
    asked: Vec<Option<Word>>,
    /// The wording that is longer by a word.
    longer: FxHashMap<(Wording, Word), Wording>,
    looks: Looks,
    /// Room for the word that is looked up.
    room: String,
}

impl<'d, 't> Wordings<'d, 't> {
    pub(crate) fn new(document: &'d Document<'t>) -> Self {
        let short = FxHashMap::with_capacity_and_hasher(ROOM, FxBuildHasher);
        let longer = FxHashMap::with_capacity_and_hasher(ROOM, FxBuildHasher);
        let asked = vec![None; document.tokens.len()];
        let (long, looks, room) = (FxHashMap::default(), Looks::default(), String::new());
        Self { document, short, long, asked, longer, looks, room }
    }

    /// The wording of the tokens.
    pub(crate) fn of(&mut self, tokens: impl IntoIterator<Item = usize>) -> Wording {
        let document = self.document;
        let solid = tokens.into_iter().filter(|&at| document.tokens[at].kind != Kind::Hyphen);
        solid.fold(Wording::EMPTY, |wording, at| {
            let word = self.asked[at].unwrap_or_else(|| self.word(document.written(at)));
            self.asked[at] = Some(word);
            self.with(wording, word)
        })
    }

    /// The wording of one word.
    pub(crate) fn of_word(&mut self, written: &str) -> Wording {
        let word = self.word(written);
        self.with(Wording::EMPTY, word)
    }

    fn word(&mut self, written: &str) -> Word {
        self.known_word(written).unwrap_or_else(|| {
            let new = Word((self.short.len() + self.long.len()) as u32);
            plain_into(written, &mut self.room);
            match short(&self.room) {
                Some(head) => self.short.insert(head, new),
                None => self.long.insert(self.room.as_str().into(), new),
            };
            self.looks.add(&self.room);
            new
        })
    }

    fn known_word(&mut self, written: &str) -> Option<Word> {
        // Most words are short, and only their capitals part them from the ones that names are compared by.
        if let Some(head) = short(written).filter(|head| head.is_plain()) {
            return self.short.get(&head).copied();
        }
        plain_into(written, &mut self.room);
        match short(&self.room) {
            Some(head) => self.short.get(&head).copied(),
            None => self.long.get(self.room.as_str()).copied(),
        }
    }

    /// The token's word, if it is one that names have.
    fn word_at(&mut self, at: usize) -> Option<Word> {
        if self.asked[at].is_none() {
            let may_be = self.looks.may_have(self.document.tokens[at].head);
            self.asked[at] = if may_be { self.known_word(self.document.written(at)) } else { None };
        }
        self.asked[at]
    }

    /// The wording with one word more.
    fn with(&mut self, wording: Wording, word: Word) -> Wording {
        let next = Wording(self.longer.len() as u32 + 1);
        *self.longer.entry((wording, word)).or_insert(next)
    }

    /// The wording of the tokens, if it is one of those known.
    pub(crate) fn known(&mut self, tokens: Range<usize>) -> Option<Wording> {
        let end = tokens.end;
        self.starting(tokens).find(|(_, after)| *after == end).map(|(wording, _)| wording)
    }

    /// The wordings that stand where the tokens start, the longest last, and where each ends.
    pub(crate) fn starting(&mut self, tokens: Range<usize>) -> impl Iterator<Item = (Wording, usize)> {
        let document = self.document;
        let mut solid = tokens.filter(|&at| document.tokens[at].kind != Kind::Hyphen);
        let mut wording = Wording::EMPTY;
        std::iter::from_fn(move || {
            let at = solid.next()?;
            let word = self.word_at(at)?;
            wording = *self.longer.get(&(wording, word))?;
            Some((wording, at + 1))
        })
    }
}

/// The first two letters of the words that names have: most other words of a text are told from them by these.
#[derive(Debug, Default)]
struct Looks {
    /// A bit for each second letter, by the last bits of the first. Small letters and capitals do not differ in those.
    seconds: [u32; 32],
}

impl Looks {
    fn add(&mut self, plain: &str) {
        let (first, second) = Self::place(Head::of(plain.as_bytes()));
        self.seconds[first] |= second;
    }

    /// Whether the word may be one of them.
    fn may_have(&self, written: Head) -> bool {
        let (first, second) = Self::place(written);
        // What is no letter of ASCII may be left out of the word, or stand for another letter.
        let hidden = || !written.pair().to_le_bytes().iter().all(u8::is_ascii_alphanumeric);
        self.seconds[first] & second != 0 || hidden()
    }

    fn place(word: Head) -> (usize, u32) {
        let [first, second] = word.pair().to_le_bytes();
        (usize::from(first & 31), 1 << (second & 31))
    }
}

/// The bytes of a word of no more than eight, by which it is told from all others.
fn short(plain: &str) -> Option<Head> {
    (plain.len() <= Head::LENGTH).then(|| Head::of(plain.as_bytes()))
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
    fn wordings_are_found_where_they_start() {
        let document = Document::read("New Harbour Board and New Harbour-Board House", built_in());
        let mut wordings = Wordings::new(&document);
        let (short, long) = (wordings.of(0..2), wordings.of(0..3));
        wordings.of(4..9);
        let mut found = |tokens| {
            let found: Vec<_> = wordings.starting(tokens).filter(|(wording, _)| [short, long].contains(wording)).collect();
            found
        };
        assert_eq!(found(4..9), [(short, 6), (long, 8)]);
        assert_eq!(found(4..7), [(short, 6)]);
        assert_eq!(found(1..9), []);
    }
}
