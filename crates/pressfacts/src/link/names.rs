//! Names by their words: which of the known names stands at a place of the text, the longest first.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::layout::Document;
use crate::lexicon::{Classes, Lexicon, folded};
use crate::span::Span;
use crate::token::{Kind, Token, lex};

/// Whether the token can be part of a longer name.
pub(crate) fn is_name_word(token: &Token) -> bool {
    matches!(token.kind, Kind::Word | Kind::Dotted) && token.capitalized() && !token.is(Classes::STARTER)
}

/// Word sequences and whom or what they name. Case, accents, full stops and hyphens do not part two forms of a name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    named: FxHashMap<Vec<String>, usize>,
    /// How many words the names that start with this one have, longest first.
    lengths: FxHashMap<String, Vec<usize>>,
    /// Room for the word that is looked up: most words of a text start no name.
    word: RefCell<String>,
}

/// The letters without their accents from `ß` to `ſ`, Latin-1 and Latin Extended-A: `Hervé` is also written `Herve`.
const WITHOUT_ACCENT: &[u8] = b"saaaaaaaceeeeiiiidnooooo/ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
const FIRST_ACCENTED: u32 = 'ß' as u32;

/// The word as names are compared by: in lower case, without full stops and accents.
pub(crate) fn plain(written: &str) -> impl Iterator<Item = char> {
    folded(written).map(|character| {
        let place = u32::from(character).checked_sub(FIRST_ACCENTED).and_then(|place| usize::try_from(place).ok());
        place.and_then(|place| WITHOUT_ACCENT.get(place)).map_or(character, |&letter| char::from(letter))
    })
}

/// The same, in `room`.
fn plain_into(written: &str, room: &mut String) {
    room.clear();
    if written.bytes().all(|byte| byte.is_ascii() && byte != b'.') {
        room.push_str(written);
        room.make_ascii_lowercase();
    } else {
        room.extend(plain(written));
    }
}

/// The words of a name, cut as the document's are, as names are compared by.
pub(crate) fn words(name: &str, lexicon: &Lexicon) -> Vec<String> {
    let mut tokens = Vec::new();
    lex(name, Span::new(0, name.len()).unwrap_or_default(), lexicon, &mut tokens, &mut Vec::new());
    let solid = tokens.iter().filter(|token| token.kind != Kind::Hyphen);
    solid.map(|token| plain(token.span.of(name)).collect()).collect()
}

impl Names {
    /// Whom or what the words name.
    pub(crate) fn get(&self, words: &[String]) -> Option<usize> {
        self.named.get(words).copied()
    }

    /// Lets the words name `whom`, unless they name somebody already.
    pub(crate) fn add(&mut self, words: Vec<String>, whom: usize) {
        let Some(first) = words.first() else { return };
        let lengths = self.lengths.entry(first.clone()).or_default();
        if let Err(place) = lengths.binary_search_by(|known| words.len().cmp(known)) {
            lengths.insert(place, words.len());
        }
        self.named.entry(words).or_insert(whom);
    }

    /// The longest name that starts at the token, and where it ends.
    pub(crate) fn longest_at(&self, document: &Document<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
        let mut first = self.word.borrow_mut();
        plain_into(document.written(at), &mut first);
        let lengths = self.lengths.get(first.as_str())?;
        let mut here = vec![first.clone()];
        let mut ends = vec![at + 1];
        for next in at + 1..end {
            if here.len() == lengths[0] {
                break;
            }
            if document.tokens[next].kind != Kind::Hyphen {
                here.push(plain(document.written(next)).collect());
                ends.push(next + 1);
            }
        }
        lengths
            .iter()
            .filter(|length| **length <= here.len())
            .find_map(|&length| Some((self.get(&here[..length])?, ends[length - 1])))
    }
}
