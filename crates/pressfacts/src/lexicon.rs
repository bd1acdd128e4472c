//! The words the grammar knows: TSV files, read once, looked up by word and by phrase.
//!
//! A row is `word⇥class⇥value⇥note`; lines that start with `#` are comments. A word with capitals in it matches only
//! where the text has them too (`May`, never `may`) or stands in capitals throughout (`MAY`); a word in lower case
//! matches any case. A row of several words is a phrase; hyphens and blanks between its words are the same to it, so
//! `secretary general` also finds `Secretary-General`. A word may have rows in several classes.

mod class;
mod table;

use std::sync::LazyLock;

use crate::error::{Error, Kind};
pub(crate) use class::Classes;
pub use table::Lexicon;
pub(crate) use table::{EntryId, Phrase, PhraseList, folded};

/// The built-in files, with the names they go by in messages.
const FILES: &[(&str, &str)] = &[
    ("abbreviations.tsv", include_str!("../lexicon/abbreviations.tsv")),
    ("agreements.tsv", include_str!("../lexicon/agreements.tsv")),
    ("calendar.tsv", include_str!("../lexicon/calendar.tsv")),
    ("currencies.tsv", include_str!("../lexicon/currencies.tsv")),
    ("numbers.tsv", include_str!("../lexicon/numbers.tsv")),
    ("headline.tsv", include_str!("../lexicon/headline.tsv")),
    ("honorifics.tsv", include_str!("../lexicon/honorifics.tsv")),
    ("names.tsv", include_str!("../lexicon/names.tsv")),
    ("organizations.tsv", include_str!("../lexicon/organizations.tsv")),
    ("places.tsv", include_str!("../lexicon/places.tsv")),
    ("titles.tsv", include_str!("../lexicon/titles.tsv")),
    ("quantities.tsv", include_str!("../lexicon/quantities.tsv")),
    ("units.tsv", include_str!("../lexicon/units.tsv")),
    ("words.tsv", include_str!("../lexicon/words.tsv")),
];

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for (name, text) in FILES {
        // The data test below reads every row, so a fault cannot reach a build that passed its tests.
        let faults = lexicon.read(text);
        debug_assert!(faults.is_empty(), "{name}: {faults:?}");
    }
    lexicon
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
    pub fn version() -> String {
        // FNV-1a: for telling apart, not for safety.
        let bytes = FILES.iter().flat_map(|(name, text)| [name.as_bytes(), text.as_bytes()].concat());
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        format!("{:08x}", hash >> 32)
    }
}

/// The lexicon that comes with the crate.
pub(crate) fn built_in() -> &'static Lexicon {
    &BUILT_IN
}

#[cfg(test)]
mod tests {
    use super::{Classes, FILES, Lexicon, built_in};

    #[test]
    fn every_row_is_sound_and_in_order() {
        for (name, text) in FILES {
            let mut lexicon = Lexicon::default();
            assert_eq!(lexicon.read(text), Vec::<String>::new(), "{name}");
            let rows: Vec<(&str, &str)> = text
                .lines()
                .filter(|line| !line.is_empty() && !line.starts_with('#'))
                .map(|line| {
                    let mut cells = line.split('\t');
                    (cells.next().unwrap_or_default(), cells.next().unwrap_or_default())
                })
                .collect();
            for pair in rows.windows(2) {
                assert!((pair[0].1, pair[0].0) < (pair[1].1, pair[1].0), "{name}: sort by class, then word: {pair:?}");
            }
        }
    }

    #[test]
    fn capitals_in_a_row_are_asked_for() {
        let lexicon = built_in();
        let month = |word| lexicon.look_up(word).1.any(Classes::MONTH);
        assert!(month("May") && month("MAY") && month("january"));
        assert!(!month("may") && !month("mAy"));
    }
}
