//! Makes the tables of the built-in lexicon while the crate is built, so that nothing is read when a program starts.
//!
//! The rows of `lexicon/*.tsv` are read by the same code that reads a user's rows, and written out as Rust.

#![allow(dead_code, unreachable_pub, reason = "these modules are the crate's; half of what they do is done here")]

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
use table::{Entry, Lexicon, Sense};

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
    fs::write(Path::new(&env::var("OUT_DIR")?).join("lexicon.rs"), source(&lexicon, &version)?)?;
    Ok(())
}

/// The tables as Rust.
fn source(lexicon: &Lexicon, version: &Version) -> Result<String, std::fmt::Error> {
    let mut source = String::new();
    let out = &mut source;
    writeln!(out, "pub(super) const VERSION: &str = \"{:08x}\";", version.0 >> 32)?;
    writeln!(out, "pub(super) static TEXT: &str = {:?};", lexicon.text)?;
    writeln!(out, "pub(super) static PLACES: &[u64] = &{:?};", lexicon.places.slots)?;
    writeln!(out, "pub(super) static PHRASES: &[Phrase] = &{:?};", lexicon.phrases)?;
    writeln!(out, "pub(super) static SENSES: &[Sense] = &[")?;
    for Sense { class, value, exact, next } in lexicon.senses.iter() {
        let class = bits(*class);
        writeln!(out, "Sense {{ class: {class}, value: {value:?}, exact: {exact:?}, next: {next} }},")?;
    }
    writeln!(out, "];\npub(super) static ENTRIES: &[Entry] = &[")?;
    for Entry { word, senses, phrases, any_case, titled, capitals } in lexicon.entries.iter() {
        let (any_case, titled, capitals) = (bits(*any_case), bits(*titled), bits(*capitals));
        write!(out, "Entry {{ word: {word:?}, senses: {senses}, phrases: {phrases}, ")?;
        writeln!(out, "any_case: {any_case}, titled: {titled}, capitals: {capitals} }},")?;
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
