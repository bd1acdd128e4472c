//! Words as the tables have them: in lower case, soft hyphens and full stops dropped, curly apostrophes straightened.

/// Longest word looked up; nothing in the files is longer.
pub(crate) const LONGEST_WORD: usize = 48;

/// The characters of a word as the table has them.
pub(crate) fn folded(written: &str) -> impl Iterator<Item = char> {
    let kept = written.chars().filter(|&c| c != '\u{ad}' && c != '.');
    kept.flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c })
}

/// The word as the table has it, in `buffer`; `None` where it is too long to be known.
pub(crate) fn lower_case<'b>(written: &str, buffer: &'b mut [u8; LONGEST_WORD]) -> Option<&'b [u8]> {
    let mut length = 0;
    if written.is_ascii() && !written.as_bytes().contains(&b'.') {
        length = written.len();
        let room = buffer.get_mut(..length)?;
        room.copy_from_slice(written.as_bytes());
        room.make_ascii_lowercase();
    } else {
        for character in folded(written) {
            let room = buffer.get_mut(length..length + character.len_utf8())?;
            length += character.encode_utf8(room).len();
        }
    }
    buffer.get(..length)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_WORD, folded, lower_case};

    #[test]
    fn both_ways_of_folding_agree() {
        for word in ["U.S.", "Ltd.", "McDonald", "O'Brien", "", "a.m."] {
            let mut buffer = [0; LONGEST_WORD];
            assert_eq!(lower_case(word, &mut buffer), Some(folded(word).collect::<String>().as_bytes()), "{word}");
        }
        let mut buffer = [0; LONGEST_WORD];
        assert_eq!(lower_case("d’Affaires", &mut buffer), Some(&b"d'affaires"[..]));
        assert_eq!(lower_case(&"a".repeat(LONGEST_WORD + 1), &mut buffer), None);
    }
}
