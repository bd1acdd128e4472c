//! The words the grammar knows: TSV files, read once, looked up by word and by phrase.
//!
//! A row is `word⇥class⇥value⇥note`; lines that start with `#` are comments. A word with capitals in it matches only
//! where the text has them too (`May`, never `may`) or stands in capitals throughout (`MAY`); a word in lower case
//! matches any case. A row of several words is a phrase; hyphens and blanks between its words are the same to it, so
//! `secretary general` also finds `Secretary-General`. A word may have rows in several classes.

mod case;
mod class;
mod fold;
mod places;
mod rows;
mod table;
mod value;

use std::sync::LazyLock;

use crate::error::{Error, Kind};
pub(crate) use case::Case;
pub(crate) use class::Classes;
pub(crate) use fold::{Head, Plain, folded};
pub(crate) use places::Hash;
use places::Places;
pub use table::Lexicon;
pub(crate) use table::{EntryId, Known, Opened, Phrase, PhraseList};

/// The words that come with the crate, as the build script has read them from `lexicon/*.tsv`.
#[allow(clippy::unreadable_literal, reason = "offsets, for the compiler")]
mod tables {
    use std::borrow::Cow::{self, Borrowed};

    use super::class::Classes;
    use super::fold::{Head, Key};
    use super::table::{Entry, EntryId, Pair, Phrase, Seconds, Sense, Sets, Text};

    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    places: Places::of(tables::PLACES, tables::ENTRIES.len()),
    entries: tables::ENTRIES.into(),
    sets: tables::SETS.into(),
    senses: tables::SENSES.into(),
    values: tables::VALUES.into(),
    pair_places: Places::of(tables::PAIR_PLACES, tables::PAIRS.len()),
    pairs: tables::PAIRS.into(),
    phrases: tables::PHRASES.into(),
    text: tables::TEXT.into(),
});

impl Lexicon {
    /// The words that come with the crate, to add to.
    pub fn built_in() -> Self {
        built_in().clone()
    }

    /// Adds the rows of a table, and takes away those whose row starts with `-`. A row is `word⇥class⇥value⇥note`, as in the
    /// crate's own `lexicon/*.tsv`; lines that start with `#` are comments. `name` is what the table goes by in messages.
    ///
    /// # Errors
    ///
    /// Rows that cannot be read, each by its line: a class that there is not, a word to take away that is not there. The
    /// other rows stand.
    pub fn add(&mut self, name: &str, table: &str) -> Result<(), Error> {
        let faults = self.amend(table);
        if faults.is_empty() {
            return Ok(());
        }
        let faults: Vec<_> = faults.iter().map(|fault| format!("{name}: {fault}")).collect();
        Err(Kind::Lexicon(faults.join("\n")).into())
    }

    /// A fingerprint of the words that come with the crate: another one where any row is another.
    pub fn version() -> &'static str {
        tables::VERSION
    }
}

/// Whether a row's value, a list with blanks between, has the part.
pub(crate) fn lists(value: &str, part: &str) -> bool {
    value.as_bytes().split(|byte| *byte == b' ').any(|listed| listed == part.as_bytes())
}

/// The lexicon that comes with the crate.
pub(crate) fn built_in() -> &'static Lexicon {
    &BUILT_IN
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Classes, built_in};

    #[test]
    fn rows_are_in_order() {
        let files = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/lexicon")).expect("the folder is there");
        for file in files {
            let file = file.expect("the folder can be read").path();
            let text = fs::read_to_string(&file).expect("the file can be read");
            let rows: Vec<(&str, &str)> = text
                .lines()
                .filter(|line| !line.is_empty() && !line.starts_with('#'))
                .map(|line| {
                    let mut cells = line.split('\t');
                    (cells.next().unwrap_or_default(), cells.next().unwrap_or_default())
                })
                .collect();
            for pair in rows.windows(2) {
                let sorted = (pair[0].1, pair[0].0) < (pair[1].1, pair[1].0);
                assert!(sorted, "{}: sort by class, then word: {pair:?}", file.display());
            }
        }
    }

    #[test]
    fn capitals_in_a_row_are_asked_for() {
        let lexicon = built_in();
        let month = |word| lexicon.look_up(word).classes.any(Classes::MONTH);
        assert!(month("May") && month("MAY") && month("january"));
        assert!(!month("may") && !month("mAy"));
    }
}
