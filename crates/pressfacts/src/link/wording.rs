//! Names by their words. Each sequence of words that names somebody or something is a place in one tree, so that names
//! are compared, kept and found as numbers, and what stands at a place of the text is found by following the tree.
//!
//! Case, accents, full stops and hyphens do not part two forms of a name.

use std::ops::Range;

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

/// A word, whatever form it has: the hash of its bytes, which tells a short word from all others, and a longer one from any
/// that a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Word(lexicon::Hash);

impl Word {
    /// The word as names are compared by, and how that starts.
    fn of(token: &Token, text: &str) -> (Self, Head) {
        let short = token.span.len() <= Head::LENGTH && token.head.is_plain();
        if short {
            (Self(token.head.hash_behind(lexicon::Hash::default())), token.head)
        } else {
            Self::of_written(token.span.of(text))
        }
    }

    fn of_written(written: &str) -> (Self, Head) {
        if let Some(word) = Self::of_plain(written) {
            return (word, Head::of(written.as_bytes()));
        }
        let plain: String = plain(written).collect();
        let bytes = plain.as_bytes().chunks(Head::LENGTH);
        let hash = bytes.fold(lexicon::Hash::default(), |hash, eight| Head::of(eight).hash_behind(hash));
        (Self(hash), Head::of(plain.as_bytes()))
    }

    /// The same of a word that only its capitals part from the one that names are compared by, as most are.
    fn of_plain(written: &str) -> Option<Self> {
        let mut heads = written.as_bytes().chunks(Head::LENGTH).map(Head::of);
        let hash = heads.try_fold(lexicon::Hash::default(), |hash, head| head.is_plain().then(|| head.hash_behind(hash)));
        hash.map(Self)
    }
}

/// How many wordings there is room for from the start.
const ROOM: usize = 128;

/// The wordings of a document's names.
#[derive(Debug)]
pub(crate) struct Wordings<'d, 't> {
    pub(crate) document: &'d Document<'t>,
    /// The wording that is longer by a word.
    longer: FxHashMap<(Wording, Word), Wording>,
    looks: Looks,
}

impl<'d, 't> Wordings<'d, 't> {
    pub(crate) fn new(document: &'d Document<'t>) -> Self {
        let longer = FxHashMap::with_capacity_and_hasher(ROOM, FxBuildHasher);
        Self { document, longer, looks: Looks::default() }
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

    /// The wording with one word more, which starts so.
    fn with(&mut self, wording: Wording, (word, head): (Word, Head)) -> Wording {
        let next = Wording(self.longer.len() as u32 + 1);
        self.looks.add(head);
        *self.longer.entry((wording, word)).or_insert(next)
    }

    /// The wording of the tokens, if it is one of those known.
    pub(crate) fn known(&self, tokens: Range<usize>) -> Option<Wording> {
        let end = tokens.end;
        self.starting(tokens).find(|(_, after)| *after == end).map(|(wording, _)| wording)
    }

    /// The wordings that stand where the tokens start, the longest last, and where each ends.
    pub(crate) fn starting(&self, tokens: Range<usize>) -> impl Iterator<Item = (Wording, usize)> {
        let document = self.document;
        let mut solid = document.tokens[tokens.clone()].iter().zip(tokens).filter(|(token, _)| token.kind != Kind::Hyphen);
        let mut wording = Wording::EMPTY;
        std::iter::from_fn(move || {
            let (token, at) = solid.next().filter(|(token, _)| self.looks.may_have(token.head))?;
            let (word, _) = Word::of(token, document.text);
            wording = *self.longer.get(&(wording, word))?;
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
            self.0.resize_with(at + 1, || None);
        }
        &mut self.0[at]
    }
}

/// The first two letters of the words that names have: most other words of a text are told from them by these.
#[derive(Debug, Default)]
struct Looks {
    /// A bit for each second letter, by the last bits of the first. Small letters and capitals do not differ in those.
    seconds: [u32; 32],
}

impl Looks {
    fn add(&mut self, plain: Head) {
        let (first, second) = Self::place(plain);
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
        let mut found = |tokens| {
            let found: Vec<_> = wordings.starting(tokens).filter(|(wording, _)| [short, long].contains(wording)).collect();
            found
        };
        assert_eq!(found(4..9), [(short, 6), (long, 8)]);
        assert_eq!(found(4..7), [(short, 6)]);
        assert_eq!(found(1..9), []);
    }
}
