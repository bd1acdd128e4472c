//! Reading rows and looking words up.

use rustc_hash::FxHashMap;

use super::class::Classes;

/// A word's rows, as an index into the table; [`EntryId::NONE`] for a word without any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EntryId(u32);

impl EntryId {
    pub(crate) const NONE: Self = Self(0);
}

/// One row of one word.
#[derive(Debug)]
struct Sense {
    class: Classes,
    value: Box<str>,
    /// The word as the row has it, where its capitals count.
    exact: Option<Box<str>>,
}

/// A row of several words: what follows the first, and what the whole means.
#[derive(Debug)]
pub(crate) struct Phrase {
    pub(crate) rest: Box<[Box<str>]>,
    pub(crate) entry: EntryId,
}

/// All words, by their lower-case form.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    by_word: FxHashMap<Box<str>, Entry>,
    entries: Vec<Vec<Sense>>,
    phrases: Vec<Vec<Phrase>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    /// Index into `entries`, plus one.
    senses: u32,
    /// Index into `phrases`, plus one.
    phrases: u32,
}

/// Longest word looked up; nothing in the files is longer.
const LONGEST_WORD: usize = 48;

impl Lexicon {
    /// Adds the rows of a file; what is wrong comes back as one message a line.
    pub(crate) fn read(&mut self, text: &str) -> Vec<String> {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        lines.filter_map(|(index, line)| self.add(line).err().map(|fault| format!("line {}: {fault}", index + 1))).collect()
    }

    fn add(&mut self, line: &str) -> Result<(), String> {
        let cells: Vec<&str> = line.split('\t').collect();
        let [word, class, rest @ ..] = cells.as_slice() else {
            return Err("a row is word, class, value and note, with tabs between".to_owned());
        };
        let class = Classes::named(class).ok_or_else(|| format!("no class is called '{class}'"))?;
        let value = rest.first().copied().unwrap_or_default();
        let lower: String = folded(word).collect();
        let exact = word.chars().any(char::is_uppercase).then(|| (*word).into());
        let mut words = lower.split([' ', '-']).filter(|part| !part.is_empty());
        let first = words.next().ok_or("the word is empty")?;
        if lower.split([' ', '-']).any(|part| part.len() > LONGEST_WORD) {
            return Err(format!("a word has more than {LONGEST_WORD} bytes"));
        }
        let sense = Sense { class, value: value.into(), exact };
        let rest: Box<[Box<str>]> = words.map(Into::into).collect();
        let entry = self.by_word.entry(first.into()).or_default();
        if rest.is_empty() {
            let index = slot(&mut entry.senses, &mut self.entries);
            self.entries[index].push(sense);
            return Ok(());
        }
        let index = slot(&mut entry.phrases, &mut self.phrases);
        let phrases = &mut self.phrases[index];
        if let Some(known) = phrases.iter().find(|phrase| phrase.rest == rest) {
            self.entries[known.entry.0 as usize - 1].push(sense);
        } else {
            self.entries.push(vec![sense]);
            phrases.push(Phrase { rest, entry: EntryId(self.entries.len() as u32) });
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        Ok(())
    }

    /// What is known of a word as the text has it: its rows, their classes, and the phrases that it may open,
    /// longest first.
    pub(crate) fn look_up(&self, written: &str) -> (EntryId, Classes, &[Phrase]) {
        let mut buffer = [0; LONGEST_WORD];
        let Some(entry) = lower_case(written, &mut buffer).and_then(|word| self.by_word.get(word)) else {
            return (EntryId::NONE, Classes::NONE, &[]);
        };
        let id = EntryId(entry.senses);
        let phrases = entry.phrases.checked_sub(1).map_or(&[][..], |index| &self.phrases[index as usize]);
        (id, self.classes(id, written), phrases)
    }

    /// Classes of the rows that fit the word as written.
    pub(crate) fn classes(&self, id: EntryId, written: &str) -> Classes {
        self.senses(id).filter(|sense| sense.fits(written)).fold(Classes::NONE, |all, sense| all | sense.class)
    }

    /// Value of the first row of one of the classes.
    pub(crate) fn value(&self, id: EntryId, class: Classes) -> Option<&str> {
        self.senses(id).find(|sense| sense.class.any(class)).map(|sense| &*sense.value)
    }

    fn senses(&self, id: EntryId) -> impl Iterator<Item = &Sense> {
        id.0.checked_sub(1).into_iter().flat_map(|index| &self.entries[index as usize])
    }
}

impl Sense {
    /// Whether the text has the capitals that the row has, or stands in capitals throughout.
    fn fits(&self, written: &str) -> bool {
        fn bare(text: &str) -> impl Iterator<Item = char> {
            text.chars().filter(|c| c.is_alphanumeric())
        }
        let Some(exact) = &self.exact else { return true };
        **exact == *written || !written.chars().any(char::is_lowercase) || bare(exact).eq(bare(written))
    }
}

/// The index that `place` (one more than an index, or zero) stands for, with a new list where there is none yet.
fn slot<T>(place: &mut u32, lists: &mut Vec<Vec<T>>) -> usize {
    if *place == 0 {
        lists.push(Vec::new());
        *place = lists.len() as u32;
    }
    *place as usize - 1
}

/// The characters of a word as the table has them: in lower case, soft hyphens and full stops dropped, curly
/// apostrophes straightened.
pub(crate) fn folded(written: &str) -> impl Iterator<Item = char> {
    let kept = written.chars().filter(|&c| c != '\u{ad}' && c != '.');
    kept.flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c })
}

/// The word as the table has it, in `buffer`; `None` where it is too long to be known.
fn lower_case<'b>(written: &str, buffer: &'b mut [u8; LONGEST_WORD]) -> Option<&'b str> {
    let mut length = 0;
    if written.is_ascii() {
        for byte in written.bytes().filter(|&byte| byte != b'.') {
            *buffer.get_mut(length)? = byte.to_ascii_lowercase();
            length += 1;
        }
    } else {
        for character in folded(written) {
            let room = buffer.get_mut(length..length + character.len_utf8())?;
            length += character.encode_utf8(room).len();
        }
    }
    std::str::from_utf8(&buffer[..length]).ok()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_WORD, folded, lower_case};

    #[test]
    fn both_ways_of_folding_agree() {
        for word in ["U.S.", "Ltd.", "McDonald", "O'Brien", "", "a.m."] {
            let mut buffer = [0; LONGEST_WORD];
            assert_eq!(lower_case(word, &mut buffer), Some(&*folded(word).collect::<String>()), "{word}");
        }
        let mut buffer = [0; LONGEST_WORD];
        assert_eq!(lower_case("d’Affaires", &mut buffer), Some("d'affaires"));
        assert_eq!(lower_case(&"a".repeat(LONGEST_WORD + 1), &mut buffer), None);
    }
}
