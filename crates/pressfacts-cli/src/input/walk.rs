//! The files that a path stands for.

use std::collections::VecDeque;
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};

use ignore::overrides::OverrideBuilder;
use ignore::{Walk, WalkBuilder};

use super::fault::{InputError, Place, Problem};
use super::{Reading, format_of, is_standard_input};

/// Names of files that list what is passed over, beside `.gitignore` and `.ignore`.
const IGNORE_FILE: &str = ".pressfactsignore";

type Files = Box<dyn Iterator<Item = Result<PathBuf, InputError>>>;

/// The files that a path stands for: itself, or the texts in a folder and below, sorted.
pub(super) fn files(path: &Path, reading: &Reading) -> Files {
    if is_standard_input(path) || !path.is_dir() {
        return Box::new(iter::once(Ok(path.to_owned())));
    }
    match Folder::open(path, reading) {
        Ok(folder) => Box::new(folder),
        Err(error) => Box::new(iter::once(Err(Problem::Unwalkable(error.to_string()).at(Place::of(path))))),
    }
}

/// The glob, if it is one.
pub(crate) fn checked_glob(glob: &str) -> Result<String, String> {
    OverrideBuilder::new(".").add(glob).map(|_| glob.to_owned()).map_err(|error| error.to_string())
}

struct Folder {
    path: PathBuf,
    walk: Walk,
    /// Whether globs say which files are wanted, whatever their names end in.
    chosen: bool,
    but: &'static [&'static str],
    empty: bool,
    /// Faults of files that say what is passed over, not told yet.
    faults: VecDeque<InputError>,
}

impl Folder {
    fn open(path: &Path, reading: &Reading) -> Result<Self, ignore::Error> {
        let mut globs = OverrideBuilder::new(path);
        for glob in &reading.globs {
            globs.add(glob)?;
        }
        let globs = globs.build()?;
        let chosen = globs.num_whitelists() > 0;
        // Folders that are links are not followed: they may lead back to where they stand.
        let mut walk = WalkBuilder::new(path);
        walk.standard_filters(!reading.everything).overrides(globs).sort_by_file_name(Ord::cmp);
        if !reading.everything {
            walk.add_custom_ignore_filename(IGNORE_FILE);
        }
        Ok(Self { path: path.to_owned(), walk: walk.build(), chosen, but: reading.but, empty: true, faults: VecDeque::new() })
    }
}

impl Iterator for Folder {
    type Item = Result<PathBuf, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(fault) = self.faults.pop_front() {
            return Some(Err(fault));
        }
        for entry in self.walk.by_ref() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.empty = false;
                    return Some(Err(unwalkable(error, &self.path)));
                }
            };
            if let Some(error) = entry.error() {
                // A file that says what is passed over: the rest of it holds.
                self.faults.push_back(unwalkable(error.clone(), entry.path()));
            }
            let name = entry.file_name().to_string_lossy();
            if self.but.iter().any(|ending| name.ends_with(ending)) {
                continue;
            }
            if !self.chosen && format_of(entry.path()).is_none() {
                continue;
            }
            match fs::metadata(entry.path()) {
                Ok(found) if !found.is_file() => {}
                // That it cannot be read, a link that leads nowhere, is for who reads it to say.
                _ => {
                    self.empty = false;
                    return Some(Ok(entry.into_path()));
                }
            }
        }
        if let Some(fault) = self.faults.pop_front() {
            return Some(Err(fault));
        }
        let problem = if self.chosen { Problem::NothingFits } else { Problem::EmptyFolder };
        std::mem::take(&mut self.empty).then(|| Err(problem.at(Place::of(&self.path))))
    }
}

/// The error, in the place that it names itself.
fn unwalkable(error: ignore::Error, folder: &Path) -> InputError {
    match error {
        ignore::Error::WithPath { path, err } => unwalkable(*err, &path),
        ignore::Error::WithDepth { err, .. } => unwalkable(*err, folder),
        ignore::Error::WithLineNumber { line, err } => {
            Problem::Unwalkable(err.to_string()).at(Place { line: Some(line as usize), ..Place::of(folder) })
        }
        ignore::Error::Partial(mut errors) if errors.len() == 1 => unwalkable(errors.remove(0), folder),
        ignore::Error::Io(error) => Problem::Unwalkable(root_cause(&error)).at(Place::of(folder)),
        other => Problem::Unwalkable(other.to_string()).at(Place::of(folder)),
    }
}

/// What the system says, without what the layers above it add.
fn root_cause(error: &(dyn std::error::Error + 'static)) -> String {
    error.source().map_or_else(|| error.to_string(), root_cause)
}
