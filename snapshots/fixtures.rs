//! The texts under `fixtures/`: what the suite of tests and benches reads.

use std::fs;
use std::path::{Path, PathBuf};

/// A text under `fixtures/`.
#[derive(Debug)]
pub struct Fixture {
    /// Path below `fixtures/`, without the extension.
    pub name: String,
    /// Path of the file.
    pub path: PathBuf,
    /// What it holds.
    pub text: String,
}

/// All texts.
///
/// # Panics
///
/// There are none, or one cannot be read: a suite that sees no texts would pass.
pub fn fixtures() -> Vec<Fixture> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let fixtures: Vec<_> = files(&root, ".txt").into_iter().map(|path| Fixture::read(&root, path)).collect();
    assert!(!fixtures.is_empty(), "no fixture in {}", root.display());
    fixtures
}

/// The files in a folder and below whose names end in that way, sorted.
///
/// # Panics
///
/// A folder cannot be read.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_str().is_some_and(|path| path.ends_with(ending)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

impl Fixture {
    /// The folder under `fixtures/` that it stands in.
    pub fn folder(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }

    fn read(root: &Path, path: PathBuf) -> Self {
        let text = fs::read_to_string(&path).expect("a fixture in UTF-8");
        let name = path.with_extension("").strip_prefix(root).expect("a path below the root").display().to_string();
        Self { name, path, text }
    }
}

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
