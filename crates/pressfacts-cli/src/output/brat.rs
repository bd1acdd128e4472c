//! Stand-off annotations for brat: a text and an annotation file for each document.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use pressfacts::Family;
use pressfacts_score::one_line;

use super::Found;
use super::record::{Record, records};
use crate::sink::WholeFile;

/// What brat must know of the types.
const CONFIGURATION: &str = "\
[entities]
Date
Role
Statistic
Agreement
[relations]
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
[events]
[attributes]
";

/// Characters of a file's name.
const LONGEST_NAME: usize = 60;

/// A document's two files.
#[derive(Debug)]
pub(crate) struct Files {
    source: String,
    text: String,
    annotations: String,
}

pub(super) fn render(found: &Found<'_>) -> anyhow::Result<Files> {
    let mut annotations = String::new();
    for (index, record) in records(&found.facts, &found.bytes)?.iter().enumerate() {
        add(&mut annotations, index + 1, record, &found.document.text)?;
    }
    Ok(Files { source: found.document.source.clone(), text: found.document.text.clone(), annotations })
}

/// A line for the span, one for what it means.
fn add(annotations: &mut String, number: usize, record: &Record, text: &str) -> anyhow::Result<()> {
    let start = record.fields.get("start").and_then(serde_json::Value::as_u64).context("a fact without its place")?;
    let slice = &text[record.place.range()];
    let (mut spans, mut words) = (Vec::new(), Vec::new());
    let mut at = start;
    // A span of brat's ends with its line, and a tab ends a column of its file.
    for line in slice.split(['\n', '\r', '\t']) {
        let length = line.chars().count() as u64;
        if length > 0 {
            spans.push(format!("{at} {}", at + length));
            words.push(line);
        }
        at += length + 1;
    }
    let kind = match record.family {
        Family::Dates => "Date",
        Family::Roles => "Role",
        Family::Statistics => "Statistic",
        Family::Agreements => "Agreement",
    };
    let told: Vec<_> = record.told().map(|(key, value)| format!("{key}={}", one_line(&value))).collect();
    writeln!(annotations, "T{number}\t{kind} {}\t{}", spans.join(";"), words.join(" "))?;
    writeln!(annotations, "#{number}\tAnnotatorNotes T{number}\t{}", told.join(" | "))?;
    Ok(())
}

/// The folder that the files go to.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    /// Names given, each with the number that the next of its name gets.
    names: BTreeMap<String, usize>,
}

impl Folder {
    pub(crate) fn open(path: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(path).with_context(|| format!("cannot make {}", path.display()))?;
        let folder = Self { path: path.to_owned(), names: BTreeMap::new() };
        folder.put("annotation.conf", CONFIGURATION)?;
        Ok(folder)
    }

    pub(crate) fn write(&mut self, files: &Files) -> anyhow::Result<()> {
        let name = self.name(&files.source);
        self.put(&format!("{name}.txt"), &files.text)?;
        self.put(&format!("{name}.ann"), &files.annotations)
    }

    fn put(&self, name: &str, text: &str) -> anyhow::Result<()> {
        let mut file = WholeFile::create(&self.path.join(name))?;
        file.write_all(text.as_bytes())?;
        file.finish()
    }

    /// A file name of its own for each source: its path in one word.
    fn name(&mut self, source: &str) -> String {
        let word = |c: char| if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' };
        let name: String = source.chars().map(word).collect();
        let name = name.trim_start_matches(['.', '_']);
        let name = name.strip_suffix(".txt").unwrap_or(name);
        // The end of a long path tells more than its start, and a file name has room for so much.
        let start = name.char_indices().rev().nth(LONGEST_NAME - 1).map_or(0, |(start, _)| start);
        let name = if name.is_empty() { "document".to_owned() } else { name[start..].to_owned() };
        let mut number = self.names.get(&name).copied().unwrap_or(1);
        let mut free = name.clone();
        while self.names.contains_key(&free) {
            number += 1;
            free = format!("{name}-{number}");
        }
        self.names.insert(name, number);
        self.names.entry(free.clone()).or_insert(1);
        free
    }
}
