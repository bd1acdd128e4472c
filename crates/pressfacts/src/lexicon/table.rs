//! Reading rows and looking words up.

use rustc_hash::FxHashMap;

use super::class::Classes;

/// A word's rows; [`EntryId::NONE`] for a word without any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EntryId(Link);

impl EntryId {
    pub(crate) const NONE: Self = Self(0);
}

/// One row of one word.
#[derive(Clone, Debug)]
struct Sense {
    class: Classes,
    value: Text,
    /// The word as the row has it, where its capitals count.
    exact: Option<Text>,
    /// The word's next row.
    next: Link,
}

/// A row of several words: what follows the first, and what the whole means.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// The words behind the first, with blanks between.
    rest: Text,
    words: u32,
    /// The first byte of the second word: most phrases are told from the text by it.
    pub(crate) second: u8,
    pub(crate) entry: EntryId,
    /// The next phrase of the same first word; it is no longer than this one.
    next: Link,
}

/// A stretch of the table's text.
#[derive(Clone, Copy, Debug)]
struct Text {
    start: u32,
    end: u32,
}

/// The place of a list's next member, plus one; zero at its end.
type Link = u32;

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
// By their lower-case form. Rows lie in a few long buffers, so that reading thousands of them is quick.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    by_word: FxHashMap<Box<[u8]>, Entry>,
    senses: Vec<Sense>,
    phrases: Vec<Phrase>,
    text: String,
}

#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    senses: Link,
    phrases: Link,
    /// Classes of the rows that match any case.
    classes: Classes,
    /// Whether the capitals of some row count.
    exact: bool,
}

/// Longest word looked up; nothing in the files is longer.
const LONGEST_WORD: usize = 48;

impl Lexicon {
    /// Adds the rows of a file; what is wrong comes back as one message a line.
    pub(crate) fn read(&mut self, text: &str) -> Vec<String> {
        self.by_word.reserve(text.len() / 24);
        self.text.reserve(text.len());
        let mut faults = Vec::new();
        // Files are sorted by class: most rows have the class of the row before them.
        let mut last = ("", Classes::NONE);
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            if let Err(fault) = self.add_row(line, &mut last) {
                faults.push(format!("line {}: {fault}", index + 1));
            }
        }
        faults
    }

    /// Reads a table that also takes rows away: those that start with `-`.
    pub(crate) fn amend(&mut self, text: &str) -> Vec<String> {
        let mut faults = Vec::new();
        for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let done = match line.strip_prefix('-') {
                _ if line.trim().is_empty() || line.starts_with('#') => Ok(()),
                Some(row) => self.remove_row(row),
                None => self.add_row(line, &mut ("", Classes::NONE)),
            };
            if let Err(fault) = done {
                faults.push(format!("line {}: {fault}", index + 1));
            }
        }
        faults
    }

    /// Takes away what the word or phrase has of the class, whatever its value.
    fn remove_row(&mut self, row: &str) -> Result<(), String> {
        let (word, name, _) = cells(row)?;
        let class = named(name)?;
        let words = words(word)?;
        let missing = || format!("'{word}' is no {name} in the lexicon");
        let (first, rest) = words.split_once(' ').map_or((&*words, None), |(first, rest)| (first, Some(rest)));
        let entry = self.by_word.get(first.as_bytes()).copied().ok_or_else(missing)?;
        let removed = match rest {
            None => {
                let mut head = entry.senses;
                let removed = self.unlink(&mut head, class);
                let id = EntryId(head);
                let plain = self.senses(id).filter(|sense| sense.exact.is_none());
                let classes = plain.fold(Classes::NONE, |all, sense| all | sense.class);
                let exact = self.senses(id).any(|sense| sense.exact.is_some());
                self.by_word.insert(first.as_bytes().into(), Entry { senses: head, classes, exact, ..entry });
                removed
            }
            Some(rest) => {
                let mut here = entry.phrases;
                let found = std::iter::from_fn(|| {
                    let at = index(here)?;
                    here = self.phrases[at].next;
                    Some(at)
                });
                let at = found.into_iter().find(|&at| self.phrases[at].rest.of(&self.text) == rest).ok_or_else(missing)?;
                let mut head = self.phrases[at].entry.0;
                let removed = self.unlink(&mut head, class);
                self.phrases[at].entry = EntryId(head);
                removed
            }
        };
        if removed { Ok(()) } else { Err(missing()) }
    }

    /// Takes the rows of the class out of the list that starts at `head`; whether there were any.
    fn unlink(&mut self, head: &mut Link, class: Classes) -> bool {
        let mut kept = Vec::new();
        let (mut here, mut removed) = (*head, false);
        while let Some(at) = index(here) {
            if self.senses[at].class.any(class) {
                removed = true;
            } else {
                kept.push(here);
            }
            here = self.senses[at].next;
        }
        *head = kept.first().copied().unwrap_or_default();
        for (at, &link) in kept.iter().enumerate() {
            if let Some(sense) = index(link) {
                self.senses[sense].next = kept.get(at + 1).copied().unwrap_or_default();
            }
        }
        removed
    }

    fn add_row<'t>(&mut self, line: &'t str, last: &mut (&'t str, Classes)) -> Result<(), String> {
        let (word, class, value) = cells(line)?;
        if class != last.0 {
            *last = (class, named(class)?);
        }
        let lower = words(word)?;
        let mut words = lower.split(' ');
        let first = words.next().unwrap_or_default();
        let exact = word.chars().any(char::is_uppercase).then(|| self.keep(word));
        let sense = Sense { class: last.1, value: self.keep(value), exact, next: 0 };
        let mut entry = self.by_word.get(first.as_bytes()).copied().unwrap_or_default();
        if words.clone().next().is_none() {
            entry.exact |= sense.exact.is_some();
            if sense.exact.is_none() {
                entry.classes = entry.classes | sense.class;
            }
            append(&mut self.senses, &mut entry.senses, sense);
        } else {
            self.add_phrase(words, &mut entry.phrases, sense);
        }
        match self.by_word.get_mut(first.as_bytes()) {
            Some(known) => *known = entry,
            None => _ = self.by_word.insert(first.as_bytes().into(), entry),
        }
        Ok(())
    }

    /// Adds a row of the phrase to the list that starts at `head`, which stays sorted, longest first.
    fn add_phrase<'w>(&mut self, rest: impl Iterator<Item = &'w str> + Clone, head: &mut Link, sense: Sense) {
        let count = rest.clone().count() as u32;
        let (mut before, mut here) = (0, *head);
        while let Some(phrase) = index(here).map(|at| &self.phrases[at]) {
            if phrase.words < count {
                break;
            }
            if phrase.words == count && phrase.rest.of(&self.text).split(' ').eq(rest.clone()) {
                let mut senses = phrase.entry.0;
                append(&mut self.senses, &mut senses, sense);
                return;
            }
            (before, here) = (here, phrase.next);
        }
        let mut senses = 0;
        append(&mut self.senses, &mut senses, sense);
        let start = self.text.len() as u32;
        for (at, word) in rest.enumerate() {
            if at > 0 {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
        let rest = Text { start, end: self.text.len() as u32 };
        let second = rest.of(&self.text).bytes().next().unwrap_or_default();
        self.phrases.push(Phrase { rest, words: count, second, entry: EntryId(senses), next: here });
        let added = self.phrases.len() as Link;
        match index(before) {
            Some(at) => self.phrases[at].next = added,
            None => *head = added,
        }
    }

    fn keep(&mut self, text: &str) -> Text {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        Text { start, end: self.text.len() as u32 }
    }

    /// What is known of a word as the text has it: its rows, their classes, and the phrases that it may open.
    pub(crate) fn look_up(&self, written: &str) -> (EntryId, Classes, PhraseList) {
        let mut buffer = [0; LONGEST_WORD];
        let Some(entry) = lower_case(written, &mut buffer).and_then(|word| self.by_word.get(word)) else {
            return (EntryId::NONE, Classes::NONE, PhraseList::NONE);
        };
        let id = EntryId(entry.senses);
        let classes = if entry.exact { self.classes(id, written) } else { entry.classes };
        (id, classes, PhraseList(entry.phrases))
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
    pub(crate) fn rest(&self, phrase: &Phrase) -> impl Iterator<Item = &str> {
        phrase.rest.of(&self.text).split(' ')
    }

    /// Classes of the rows that fit the word as written.
    pub(crate) fn classes(&self, id: EntryId, written: &str) -> Classes {
        self.senses(id).filter(|sense| self.fits(sense, written)).fold(Classes::NONE, |all, sense| all | sense.class)
    }

    /// Value of the first row of one of the classes that fits the word as written.
    pub(crate) fn value(&self, id: EntryId, class: Classes, written: &str) -> Option<&str> {
        let sense = self.senses(id).find(|sense| sense.class.any(class) && self.fits(sense, written))?;
        Some(sense.value.of(&self.text))
    }

    fn senses(&self, id: EntryId) -> impl Iterator<Item = &Sense> {
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
        let Some(exact) = sense.exact.map(|exact| exact.of(&self.text)) else { return true };
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

/// Word, class and value of a row.
fn cells(row: &str) -> Result<(&str, &str, &str), String> {
    let mut cells = row.split('\t');
    let (Some(word), Some(class)) = (cells.next(), cells.next()) else {
        return Err("a row is word, class, value and note, with tabs between".to_owned());
    };
    Ok((word, class, cells.next().unwrap_or_default()))
}

fn named(class: &str) -> Result<Classes, String> {
    Classes::named(class).ok_or_else(|| format!("no class is called '{class}'"))
}

/// The words of a row as the table has them, with one blank between.
fn words(word: &str) -> Result<String, String> {
    // Most rows are of nothing but letters and digits, with single blanks or hyphens between.
    let mut parts = word.split([' ', '-']);
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if word.len() <= LONGEST_WORD && parts.all(plain) {
        return Ok(word.to_ascii_lowercase().replace('-', " "));
    }
    let lower: String = folded(word).map(|c| if c == '-' { ' ' } else { c }).collect();
    let lower = if lower.contains('\'') { possessives_apart(&lower) } else { lower };
    let parts = || lower.split(' ').filter(|part| !part.is_empty());
    if parts().any(|part| part.len() > LONGEST_WORD) {
        return Err(format!("a word has more than {LONGEST_WORD} bytes"));
    }
    let words = parts().collect::<Vec<_>>().join(" ");
    if words.is_empty() { Err("the word is empty".to_owned()) } else { Ok(words) }
}

/// The phrases that share their first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PhraseList(Link);

impl PhraseList {
    /// No phrase.
    pub(crate) const NONE: Self = Self(0);
}

impl Text {
    fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }
}

fn index(link: Link) -> Option<usize> {
    link.checked_sub(1).map(|at| at as usize)
}

/// Puts a row at the end of the list that starts at `head`.
fn append(senses: &mut Vec<Sense>, head: &mut Link, sense: Sense) {
    senses.push(sense);
    let added = senses.len() as Link;
    let Some(mut at) = index(*head) else {
        *head = added;
        return;
    };
    while let Some(next) = index(senses[at].next) {
        at = next;
    }
    senses[at].next = added;
}

/// The words with a final `'s`, and the apostrophe behind a plural, as words of their own: so the lexer takes them.
fn possessives_apart(lower: &str) -> String {
    let apart = |word: &str| match word.strip_suffix("'s") {
        Some(owner) if !owner.is_empty() => format!("{owner} 's"),
        _ => word.strip_suffix("s'").map_or_else(|| word.to_owned(), |owner| format!("{owner}s '")),
    };
    lower.split(' ').map(apart).collect::<Vec<_>>().join(" ")
}

/// The characters of a word as the table has them: in lower case, soft hyphens and full stops dropped, curly
/// apostrophes straightened.
pub(crate) fn folded(written: &str) -> impl Iterator<Item = char> {
    let kept = written.chars().filter(|&c| c != '\u{ad}' && c != '.');
    kept.flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c })
}

/// The word as the table has it, in `buffer`; `None` where it is too long to be known.
fn lower_case<'b>(written: &str, buffer: &'b mut [u8; LONGEST_WORD]) -> Option<&'b [u8]> {
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
    use super::{LONGEST_WORD, Lexicon, folded, lower_case, possessives_apart};
    use crate::lexicon::Classes;

    #[test]
    fn possessives_are_words_of_their_own() {
        assert_eq!(possessives_apart("new year's eve"), "new year 's eve");
        assert_eq!(possessives_apart("presidents' day"), "presidents ' day");
        assert_eq!(possessives_apart("o'clock"), "o'clock");
    }

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

    #[test]
    fn rows_are_added_and_taken_away() {
        let mut lexicon = Lexicon::default();
        let table = "reeve\ttitle-head\nreeve\tsurname\nharbour reeve\ttitle-head\nharbour reeve of old\ttitle-head\n";
        assert_eq!(lexicon.amend(table), [""; 0]);
        let classes = |lexicon: &Lexicon, word| lexicon.look_up(word).1;
        assert!(classes(&lexicon, "Reeve").any(Classes::TITLE_HEAD));
        assert_eq!(lexicon.amend("# gone\n\n-reeve\ttitle-head\n-Harbour-Reeve\ttitle-head\n"), [""; 0]);
        assert!(!classes(&lexicon, "reeve").any(Classes::TITLE_HEAD) && classes(&lexicon, "reeve").any(Classes::SURNAME));
        let phrases = lexicon.phrases(lexicon.look_up("harbour").2);
        let left: Vec<_> = phrases.map(|phrase| lexicon.classes(phrase.entry, "").any(Classes::TITLE_HEAD)).collect();
        assert_eq!(left, [true, false]);
        let faults = lexicon.amend("reeve\n-reeve\ttitle-head\n-nobody\tsurname\nreeve\ttitel\n\tsurname\n");
        assert_eq!(
            faults,
            [
                "line 1: a row is word, class, value and note, with tabs between",
                "line 2: 'reeve' is no title-head in the lexicon",
                "line 3: 'nobody' is no surname in the lexicon",
                "line 4: no class is called 'titel'",
                "line 5: the word is empty",
            ]
        );
    }
}
