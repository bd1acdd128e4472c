//! Words as the tables have them: in lower case, soft hyphens and full stops dropped, curly apostrophes straightened.

use super::case::Letters;
use super::places::Hash;

/// Longest word looked up; nothing in the files is longer.
pub(crate) const LONGEST_WORD: usize = 48;

/// A word as the table has it, ready to be looked up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Folded {
    bytes: [u8; LONGEST_WORD],
    length: usize,
    pub(super) hash: Hash,
}

/// A word of nothing but letters of ASCII, ready to be looked up as it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plain {
    pub(crate) length: usize,
    pub(crate) head: Head,
    pub(crate) letters: Letters,
    pub(super) hash: Hash,
}

/// A byte in each of eight.
const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each.
const HIGH: u64 = 0x80 * ONES;
/// What parts small letters from capitals.
const SMALL: u64 = 0x20 * ONES;
/// The first of the eight.
const FIRST: u64 = 0xff;

impl Folded {
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// The first eight bytes of the word.
    pub(super) fn head(&self) -> Head {
        Head(eight(&self.bytes))
    }

    /// What it is told by.
    pub(super) fn key(&self) -> Key {
        Key::of(self.head(), self.hash, self.length)
    }
}

impl Plain {
    /// The letters of ASCII that the text starts with. They are read eight at a time.
    #[inline]
    pub(crate) fn of(text: &[u8]) -> Self {
        let opening = Opening::of(eight(text));
        let (first, others) = (opening.capitals & FIRST != 0, opening.capitals & !FIRST != 0);
        let letters = Letters::default().with(Letters::FIRST, first).with(Letters::CAPITALS, others);
        let letters = letters.with(Letters::SMALL, opening.small != 0);
        let (head, hash) = (Head(opening.lower), Hash::default().with(opening.lower));
        let length = opening.length();
        let (hash, Seen { length, letters }) =
            if length < Head::LENGTH { (hash, Seen { length: length as u32, letters }) } else { longer(text, hash, letters) };
        Self { length: length as usize, head, letters, hash }
    }

    /// What it is told by.
    pub(super) fn key(&self) -> Key {
        Key::of(self.head, self.hash, self.length)
    }
}

/// How many letters there are, and of which sort: with a hash, as little as is handed over in passing.
struct Seen {
    length: u32,
    letters: Letters,
}

/// What there is with the letters behind the first eight. Few words are so long: it is kept out of the way of the others.
#[inline(never)]
fn longer(text: &[u8], mut hash: Hash, mut letters: Letters) -> (Hash, Seen) {
    let mut length = Head::LENGTH;
    loop {
        let next = Opening::of(eight(&text[length..]));
        if next.length() > 0 {
            hash = hash.with(next.lower);
            letters = letters.with(Letters::CAPITALS, next.capitals != 0).with(Letters::SMALL, next.small != 0);
        }
        length += next.length();
        if next.length() < Head::LENGTH {
            return (hash, Seen { length: length as u32, letters });
        }
    }
}

/// The letters of ASCII that eight bytes start with.
struct Opening {
    /// The highest bit of each byte that is no letter.
    others: u64,
    lower: u64,
    /// The bits that part small letters from capitals: where they are set, and where not.
    small: u64,
    capitals: u64,
}

impl Opening {
    #[inline]
    fn of(eight: u64) -> Self {
        let others = !letters_of(eight) & HIGH;
        // The bytes before the first that is no letter: all of them where there is none.
        let kept = ((others & others.wrapping_neg()) >> 7).wrapping_sub(1);
        Self { others, lower: (eight | SMALL) & kept, small: eight & SMALL & kept, capitals: !eight & SMALL & kept }
    }

    #[inline]
    fn length(&self) -> usize {
        self.others.trailing_zeros() as usize / 8
    }
}

/// What a word is told from all others by: its letters where it has no more than a head has, or else a hash of them, which
/// two words may share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key(pub(super) u64);

impl Key {
    /// No text starts with this byte: a hash is no head.
    const HASHED: u64 = 0xff;

    #[inline]
    fn of(head: Head, hash: Hash, length: usize) -> Self {
        if length <= Head::LENGTH { Self(head.0) } else { Self(hash.bits() | Self::HASHED) }
    }

    /// The same of a word as the table has it.
    pub(super) fn of_word(word: &[u8]) -> Self {
        Self::of(Head::of(word), Hash::of(word), word.len())
    }
}

/// The first eight bytes, zeros behind the last.
#[inline]
fn eight(text: &[u8]) -> u64 {
    text.first_chunk().map_or_else(|| few(text), |eight| u64::from_le_bytes(*eight))
}

/// The same of fewer than eight: they are put together of parts that may have bytes in common.
fn few(text: &[u8]) -> u64 {
    let byte = |at: usize| u64::from(text[at]) << (8 * at);
    match (text.first_chunk(), text.last_chunk()) {
        (Some(first), Some(last)) => {
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            u64::from(first) | u64::from(last) << (8 * (text.len() - size_of_val(&last)))
        }
        _ if text.is_empty() => 0,
        _ => byte(0) | byte(text.len() / 2) | byte(text.len() - 1),
    }
}

/// The highest bit of each byte that is a letter of ASCII.
fn letters_of(eight: u64) -> u64 {
    let small = (eight | SMALL) & !HIGH;
    let from_a = small + (0x80 - u64::from(b'a')) * ONES;
    let past_z = small + (0x7f - u64::from(b'z')) * ONES;
    from_a & !past_z & !eight & HIGH
}

/// The first eight bytes of a word, letters of ASCII in lower case, zeros behind the last: what most words are told by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Head(pub(super) u64);

impl Head {
    /// What tells it from all others.
    pub(crate) fn hash(self) -> Hash {
        Hash::default().with(self.0)
    }

    /// The hash of what has been taken so far, and of these bytes.
    pub(crate) fn hash_behind(self, taken: Hash) -> Hash {
        taken.with(self.0)
    }

    /// How many bytes it has.
    pub(crate) const LENGTH: usize = 8;

    #[inline]
    pub(crate) fn of(word: &[u8]) -> Self {
        let eight = eight(word);
        let capitals = letters_of(eight) & (!eight & SMALL) << 2;
        Self(eight | capitals >> 2)
    }

    /// The same of the word as the table has it; `None` where it is too long to be known.
    #[inline]
    pub(crate) fn folded<'w>(self, written: impl FnOnce() -> &'w str) -> Option<Self> {
        if self.is_plain() { Some(self) } else { lower_case(written()).map(|folded| folded.head()) }
    }

    /// Whether the word is sure to start so in the table too: all is ASCII, and no full stop.
    pub(crate) fn is_plain(self) -> bool {
        let stops = self.0 ^ (u64::from(b'.') * ONES);
        // A byte that is none of them is above zero, and takes nothing from the one before it.
        (self.0 | stops.wrapping_sub(ONES)) & HIGH == 0
    }
}

/// Whether two words longer than a head are the same behind it, whatever their capitals of ASCII. Few words are so long: it is
/// kept out of the way of the others.
#[inline(never)]
pub(super) fn same_letters(one: &[u8], other: &[u8]) -> bool {
    let last = one.len() - Head::LENGTH;
    let mut places = (Head::LENGTH..last).step_by(Head::LENGTH).chain([last]);
    one.len() == other.len() && places.all(|at| Head::of(&one[at..]) == Head::of(&other[at..]))
}

/// The characters of a word as the table has them.
pub(crate) fn folded(written: &str) -> impl Iterator<Item = char> {
    let kept = written.chars().filter(|&c| c != '\u{ad}' && c != '.');
    kept.flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c })
}

/// The word as the table has it; `None` where it is too long to be known.
pub(super) fn lower_case(written: &str) -> Option<Folded> {
    let (mut bytes, mut length) = ([0; LONGEST_WORD], 0);
    if written.is_ascii() {
        for byte in written.bytes().filter(|&byte| byte != b'.') {
            *bytes.get_mut(length)? = byte.to_ascii_lowercase();
            length += 1;
        }
    } else {
        for character in folded(written) {
            let room = bytes.get_mut(length..length + character.len_utf8())?;
            length += character.encode_utf8(room).len();
        }
    }
    let hash = bytes[..length.next_multiple_of(8)].chunks_exact(8).fold(Hash::default(), |hash, part| hash.with(eight(part)));
    Some(Folded { bytes, length, hash })
}

#[cfg(test)]
mod tests {
    use super::{Head, LONGEST_WORD, Letters, Plain, folded, lower_case, same_letters};

    #[test]
    fn both_ways_of_folding_agree() {
        for word in ["U.S.", "Ltd.", "McDonald", "O'Brien", "", "a.m."] {
            let lower = lower_case(word).expect("a short word");
            assert_eq!(lower.bytes(), folded(word).collect::<String>().as_bytes(), "{word}");
        }
        assert_eq!(lower_case("d’Affaires").map(|lower| lower.bytes().to_vec()).as_deref(), Some(&b"d'affaires"[..]));
        assert!(lower_case(&"a".repeat(LONGEST_WORD + 1)).is_none());
    }

    #[test]
    fn letters_are_read_as_if_one_by_one() {
        let longest = "aBcdEfgh".repeat(LONGEST_WORD / 8);
        for word in ["", "a", "Geneva", "ABCDEFGH", "Xylophones", "WIPOandMORE", &longest] {
            for behind in ["", " ", "@[`{ behind it", "é", "1", "\0"] {
                let text = format!("{word}{behind}");
                let read = Plain::of(text.as_bytes());
                let lower = lower_case(word).expect("a short word");
                assert_eq!((read.length, read.hash), (word.len(), lower.hash), "{text}");
                assert_eq!(read.letters, Letters::of_ascii(word.as_bytes()), "{text}");
                assert_eq!(read.head, Head::of(word.as_bytes()));
            }
        }
        assert_eq!(Plain::of(format!("{longest}a").as_bytes()).length, LONGEST_WORD + 1);
    }

    #[test]
    fn words_longer_than_a_head_are_compared_whole() {
        let same = |one: &str, other: &str| same_letters(one.as_bytes(), other.as_bytes());
        assert!(same("president", "presidenT") && same("administratively", "ADMINISTRATIVELY"));
        assert!(same("interdepartmental", "Interdepartmental") && !same("president", "presidenz"));
        assert!(!same("interdepartmental", "interdepzrtmental") && !same("presidents", "president"));
    }

    #[test]
    fn heads_are_in_lower_case() {
        assert_eq!(Head::of(b"Mc[@`{Z"), Head::of(b"mc[@`{z"));
        assert_ne!(Head::of(b"@a"), Head::of(b"`a"));
        assert_eq!(Head::of("É1234567".as_bytes()), Head::of("É123456".as_bytes()));
        assert!(Head::of(b"Of").is_plain() && Head::of(b"chairmanship").is_plain() && Head::of(b"o'clock").is_plain());
        assert!(!Head::of(b"U.S.").is_plain() && !Head::of("né".as_bytes()).is_plain());
    }
}
