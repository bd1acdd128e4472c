//! Makes the tables of the built-in lexicon while the crate is built, so that nothing is read when a program starts.
//!
//! The rows of `lexicon/*.tsv` are read by the same code that reads a user's rows, and written out as Rust.

#![allow(dead_code, unreachable_pub, reason = "these modules are the crate's; half of what they do is done here")]

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/lexicon/case.rs"]
mod case;
#[path = "src/lexicon/class.rs"]
mod class;
#[path = "src/lexicon/fold.rs"]
mod fold;
#[path = "src/lexicon/places.rs"]
mod places;
#[path = "src/lexicon/rows.rs"]
mod rows;
#[path = "src/lexicon/table.rs"]
mod table;
#[path = "src/lexicon/value.rs"]
mod value;

use class::Classes;
use table::{EntryId, Lexicon, Link, Phrase, Sense, Sets, index};

/// Where the words are.
const WORDS: &str = "lexicon";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={WORDS}");
    println!("cargo::rerun-if-changed=src/lexicon");
    let mut files: Vec<PathBuf> = fs::read_dir(WORDS)?.map(|file| Ok(file?.path())).collect::<std::io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "tsv"));
    files.sort();
    let (mut lexicon, mut version) = (Lexicon::default(), Version::new());
    for file in &files {
        let table = fs::read_to_string(file)?;
        let faults = lexicon.amend(&table);
        if !faults.is_empty() {
            return Err(format!("{}: {}", file.display(), faults.join("; ")).into());
        }
        version.add(&table);
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("lexicon.rs"), source(&ordered(&lexicon), &version)?)?;
    Ok(())
}

/// The same lexicon, the rows of each word side by side, and so its phrases: what is read together lies together. Each value
/// is there once.
fn ordered(lexicon: &Lexicon) -> Lexicon {
    let mut ordered = lexicon.clone();
    let mut places = HashMap::new();
    ordered.values.to_mut().clear();
    let values = ordered.values.to_mut();
    let mut keep_value = |value: &Cow<'static, str>| {
        *places.entry(value.clone()).or_insert_with(|| {
            values.push(value.clone());
            values.len() as u32 - 1
        })
    };
    let (senses, phrases) = (ordered.senses.to_mut(), ordered.phrases.to_mut());
    senses.clear();
    phrases.clear();
    let mut move_senses = |first: Link| {
        let start = senses.len();
        for sense in lexicon.senses(EntryId(first)) {
            let next = if sense.next == 0 { 0 } else { senses.len() as Link + 2 };
            senses.push(Sense { next, value: keep_value(&lexicon.values[sense.value as usize]), ..*sense });
        }
        if senses.len() > start { start as Link + 1 } else { 0 }
    };
    for entry in ordered.entries.to_mut() {
        entry.senses = move_senses(entry.senses);
    }
    for pair in ordered.pairs.to_mut() {
        let (start, mut here) = (phrases.len(), pair.phrases);
        while let Some(at) = index(here) {
            let phrase = lexicon.phrases[at];
            let next = if phrase.next == 0 { 0 } else { phrases.len() as Link + 2 };
            phrases.push(Phrase { next, entry: EntryId(move_senses(phrase.entry.0)), ..phrase });
            here = phrase.next;
        }
        pair.phrases = if phrases.len() > start { start as Link + 1 } else { 0 };
    }
    ordered
}

/// The tables as Rust.
fn source(lexicon: &Lexicon, version: &Version) -> Result<String, std::fmt::Error> {
    let mut source = String::new();
    let out = &mut source;
    writeln!(out, "pub(super) const VERSION: &str = \"{:08x}\";", version.0 >> 32)?;
    writeln!(out, "pub(super) static TEXT: &str = {:?};", lexicon.text)?;
    writeln!(out, "pub(super) static PLACES: &[u32] = &{:?};", lexicon.places.slots)?;
    writeln!(out, "pub(super) static PAIR_PLACES: &[u32] = &{:?};", lexicon.pair_places.slots)?;
    writeln!(out, "pub(super) static PAIRS: &[Pair] = &{:?};", lexicon.pairs)?;
    writeln!(out, "pub(super) static PHRASES: &[Phrase] = &{:?};", lexicon.phrases)?;
    writeln!(out, "pub(super) static SENSES: &[Sense] = &{:?};", lexicon.senses)?;
    writeln!(out, "pub(super) static VALUES: &[Cow<'static, str>] = &[")?;
    lexicon.values.iter().try_for_each(|value| writeln!(out, "Borrowed({value:?}),"))?;
    writeln!(out, "];")?;
    writeln!(out, "pub(super) static ENTRIES: &[Entry] = &{:?};", lexicon.entries)?;
    writeln!(out, "pub(super) static SETS: &[Sets] = &[")?;
    for Sets { any_case, titled, capitals } in lexicon.sets.iter() {
        let (any_case, titled, capitals) = (bits(*any_case), bits(*titled), bits(*capitals));
        writeln!(out, "Sets {{ any_case: {any_case}, titled: {titled}, capitals: {capitals} }},")?;
    }
    writeln!(out, "];")?;
    Ok(source)
}

fn bits(classes: Classes) -> String {
    format!("Classes::of_bits({classes:#x})")
}

/// A fingerprint of the rows; FNV-1a: for telling apart, not for safety.
struct Version(u64);

impl Version {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, table: &str) {
        self.0 = table.bytes().fold(self.0, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    }
}
