//! Documents from files, folders and standard input, one at a time: a long stream is never held as a whole.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read as _};
use std::iter;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveDate;
use pressfacts::parse_published;
use serde::Deserialize;
use thiserror::Error;

use crate::args::InputFormat;

/// A document as it was found: read, but not yet decoded, so that decoding can be shared out among threads.
#[derive(Debug)]
pub(crate) struct Raw {
    place: Place,
    format: InputFormat,
    bytes: Vec<u8>,
}

/// A document to extract from.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) source: String,
    pub(crate) text: String,
    pub(crate) published: Option<NaiveDate>,
}

/// Where an input stands: a path, for JSON Lines also a line, and a column where it is known.
#[derive(Debug)]
struct Place {
    path: String,
    line: Option<usize>,
    column: Option<usize>,
}

/// Why an input could not be read.
#[derive(Debug, Error)]
#[error("{place}: {problem}")]
pub(crate) struct InputError {
    place: Place,
    problem: Problem,
}

#[derive(Debug, Error)]
enum Problem {
    #[error("{0}")]
    Unreadable(#[from] io::Error),
    #[error("no .txt or .jsonl file in this folder")]
    EmptyFolder,
    #[error("invalid UTF-8 at byte {0}")]
    Encoding(usize),
    #[error("{0}")]
    Json(String),
    #[error("published: {0}")]
    Published(#[from] pressfacts::Error),
}

/// A line of JSON Lines input. Other keys are passed over.
#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
    published: Option<String>,
}

/// All documents of the paths, in their order. What cannot be read stands in its place as an error.
pub(crate) fn documents(
    paths: &[PathBuf],
    format: Option<InputFormat>,
) -> impl Iterator<Item = Result<Raw, InputError>> + use<'_> {
    paths.iter().flat_map(|path| files(path)).flat_map(move |file| match file {
        Ok(path) => read(&path, format.unwrap_or_else(|| format_of(&path))),
        Err(error) => one(Err(error)),
    })
}

type Inputs = Box<dyn Iterator<Item = Result<Raw, InputError>>>;

fn one(input: Result<Raw, InputError>) -> Inputs {
    Box::new(iter::once(input))
}

fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}

fn format_of(path: &Path) -> InputFormat {
    if has_extension(path, "jsonl") { InputFormat::Jsonl } else { InputFormat::Text }
}

/// The files that a path stands for: itself, or the texts in a folder and below, sorted.
fn files(path: &Path) -> Vec<Result<PathBuf, InputError>> {
    if is_standard_input(path) || !path.is_dir() {
        return vec![Ok(path.to_owned())];
    }
    let mut found = Vec::new();
    collect(path, &mut found);
    if found.is_empty() {
        found.push(Err(Problem::EmptyFolder.at(path)));
    }
    found
}

/// Folders that are links are not followed: they may lead back to where they stand.
fn collect(folder: &Path, found: &mut Vec<Result<PathBuf, InputError>>) {
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries
            .map(|entry| entry.and_then(|entry| Ok((entry.path(), entry.file_type()?.is_dir()))))
            .collect::<io::Result<Vec<_>>>()
    });
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return found.push(Err(Problem::from(error).at(folder))),
    };
    entries.sort();
    for (path, is_folder) in entries {
        if is_folder {
            collect(&path, found);
        } else if has_extension(&path, "txt") || has_extension(&path, "jsonl") {
            found.push(Ok(path));
        }
    }
}

fn read(path: &Path, format: InputFormat) -> Inputs {
    let reader: Box<dyn BufRead> = if is_standard_input(path) {
        Box::new(io::stdin().lock())
    } else {
        match File::open(path) {
            Ok(file) => Box::new(BufReader::new(file)),
            Err(error) => return one(Err(Problem::from(error).at(path))),
        }
    };
    let path = path.display().to_string();
    match format {
        InputFormat::Text => one(whole(reader, path)),
        InputFormat::Jsonl => Box::new(Lines { reader, path: path.into(), line: 0, broken: false }),
    }
}

fn whole(mut reader: Box<dyn BufRead>, path: String) -> Result<Raw, InputError> {
    let place = Place { path, line: None, column: None };
    let mut bytes = Vec::new();
    match reader.read_to_end(&mut bytes) {
        Ok(_) => Ok(Raw { place, format: InputFormat::Text, bytes }),
        Err(error) => Err(Problem::from(error).in_place(place)),
    }
}

/// The lines of a JSON Lines input that are not blank.
struct Lines {
    reader: Box<dyn BufRead>,
    path: Rc<str>,
    line: usize,
    /// Reading failed: what follows cannot be read either.
    broken: bool,
}

impl Iterator for Lines {
    type Item = Result<Raw, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.broken {
            let mut bytes = Vec::new();
            let read = self.reader.read_until(b'\n', &mut bytes);
            self.line += 1;
            let place = Place { path: self.path.to_string(), line: Some(self.line), column: None };
            match read {
                Ok(0) => return None,
                Ok(_) if bytes.trim_ascii().is_empty() => {}
                Ok(_) => return Some(Ok(Raw { place, format: InputFormat::Jsonl, bytes })),
                Err(error) => {
                    self.broken = true;
                    return Some(Err(Problem::from(error).in_place(place)));
                }
            }
        }
        None
    }
}

impl Raw {
    /// How much it holds.
    pub(crate) fn size(&self) -> usize {
        self.bytes.len()
    }

    pub(crate) fn decode(self) -> Result<Document, InputError> {
        let Self { place, format, bytes } = self;
        match (String::from_utf8(bytes), format) {
            (Err(error), _) => Err(Problem::Encoding(error.utf8_error().valid_up_to()).in_place(place)),
            (Ok(text), InputFormat::Text) => Ok(Document { source: place.path, text, published: None }),
            (Ok(line), InputFormat::Jsonl) => record(&line, place),
        }
    }
}

fn record(line: &str, place: Place) -> Result<Document, InputError> {
    // A byte order mark stands before the first line, outside of any text.
    let record: Record = match serde_json::from_str(line.trim_start_matches('\u{feff}')) {
        Ok(record) => record,
        Err(error) => return Err(broken(&error, place)),
    };
    match record.published.as_deref().map(parse_published).transpose() {
        Ok(published) => Ok(Document { source: record.id, text: record.text, published }),
        Err(error) => Err(Problem::from(error).in_place(place)),
    }
}

/// A JSON error in its place: the parser saw one line, so that the line it names is none of the file.
fn broken(error: &serde_json::Error, place: Place) -> InputError {
    let message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&position).unwrap_or(&message).to_owned();
    Problem::Json(message).in_place(Place { column: Some(error.column()), ..place })
}

impl Problem {
    fn at(self, path: &Path) -> InputError {
        self.in_place(Place { path: path.display().to_string(), line: None, column: None })
    }

    fn in_place(self, place: Place) -> InputError {
        InputError { place, problem: self }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        [self.line, self.column].iter().flatten().try_for_each(|number| write!(f, ":{number}"))
    }
}
