//! Words as the tables have them: in lower case, soft hyphens and full stops dropped, curly apostrophes straightened.

use super::case::Letters;
use super::places::Hash;

/// Longest word looked up; nothing in the files is longer.
pub(crate) const LONGEST_WORD: usize = 48;

/// A word as the table has it, ready to be looked up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Folded {
    bytes: [u8; LONGEST_WORD],
    length: usize,
    pub(super) hash: Hash,
}

/// A byte in each of eight.
const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each.
const HIGH: u64 = 0x80 * ONES;
/// What parts small letters from capitals.
const SMALL: u64 = 0x20 * ONES;

impl Folded {
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    pub(crate) fn len(&self) -> usize {
        self.length
    }

    /// The first eight bytes of the word.
    pub(crate) fn head(&self) -> Head {
        Head(eight(&self.bytes))
    }

    /// The letters of ASCII that the text starts with, counted; `None` where there are more than a word has. They are read
    /// eight at a time.
    pub(crate) fn letters(text: &[u8]) -> Option<(Self, Letters)> {
        let mut folded = Self { bytes: [0; LONGEST_WORD], length: 0, hash: Hash::default() };
        let mut capitals = 0;
        loop {
            let rest = &text[folded.length..];
            let eight = eight(rest);
            let taken = (!letters_of(eight) & HIGH).trailing_zeros() / 8;
            // No bit is left where none of the eight is a letter.
            let kept = u64::MAX.checked_shr(u64::BITS - 8 * taken).unwrap_or_default();
            if taken > 0 {
                let room = folded.bytes.get_mut(folded.length..folded.length + 8)?;
                room.copy_from_slice(&((eight | SMALL) & kept).to_le_bytes());
                folded.hash = folded.hash.with((eight | SMALL) & kept);
                capitals += (!eight & SMALL & kept).count_ones();
                folded.length += taken as usize;
            }
            if taken < 8 {
                break;
            }
        }
        let first = text.first().is_some_and(u8::is_ascii_uppercase);
        Some((folded, Letters { capitals, small: folded.length as u32 - capitals, first }))
    }
}

/// The first eight bytes, zeros behind the last.
fn eight(text: &[u8]) -> u64 {
    text.first_chunk().map_or_else(
        || {
            let mut eight = [0; 8];
            eight[..text.len()].copy_from_slice(text);
            u64::from_le_bytes(eight)
        },
        |eight| u64::from_le_bytes(*eight),
    )
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
    /// How many bytes it has.
    pub(crate) const LENGTH: usize = 8;

    pub(crate) fn of(word: &[u8]) -> Self {
        let eight = eight(word);
        let capitals = letters_of(eight) & (!eight & SMALL) << 2;
        Self(eight | capitals >> 2)
    }

    /// Whether there are only letters of ASCII.
    pub(crate) fn is_letters(self) -> bool {
        let kept = u64::MAX.checked_shr(self.0.leading_zeros() / 8 * 8).unwrap_or_default();
        letters_of(self.0) == HIGH & kept
    }

    /// The first two bytes, the first of them below; zero where there is none.
    pub(crate) fn pair(self) -> u16 {
        self.0 as u16
    }
}

/// The characters of a word as the table has them.
pub(crate) fn folded(written: &str) -> impl Iterator<Item = char> {
    let kept = written.chars().filter(|&c| c != '\u{ad}' && c != '.');
    kept.flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c })
}

/// The word as the table has it; `None` where it is too long to be known.
pub(crate) fn lower_case(written: &str) -> Option<Folded> {
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
    use super::{Folded, Head, LONGEST_WORD, Letters, folded, lower_case};

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
                let (read, letters) = Folded::letters(text.as_bytes()).expect("a short word");
                let lower = lower_case(word).expect("a short word");
                assert_eq!((read.bytes(), read.hash), (lower.bytes(), lower.hash), "{text}");
                assert_eq!(letters, Letters::of_ascii(word.as_bytes()), "{text}");
                assert_eq!(read.head(), Head::of(word.as_bytes()));
            }
        }
        assert!(Folded::letters(format!("{longest}a").as_bytes()).is_none());
    }

    #[test]
    fn heads_are_in_lower_case() {
        assert_eq!(Head::of(b"Mc[@`{Z"), Head::of(b"mc[@`{z"));
        assert_ne!(Head::of(b"@a"), Head::of(b"`a"));
        assert_eq!(Head::of("É1234567".as_bytes()), Head::of("É123456".as_bytes()));
        assert!(Head::of(b"Of").is_letters() && Head::of(b"chairmanship").is_letters());
        assert!(!Head::of(b"U.S.").is_letters() && !Head::of(b"o'clock").is_letters() && !Head::of("né".as_bytes()).is_letters());
        assert_eq!((Head::of(b"Of").pair(), Head::of(b"A").pair()), (u16::from_le_bytes(*b"of"), u16::from(b'a')));
    }
}
