//! JSON Lines: a document a line.

use std::fmt;
use std::io::{BufRead, Read as _};

use encoding_rs::Encoding;
use pressfacts::parse_published;
use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use super::fault::{InputError, Place, Problem};
use super::{Document, Origin, Raw};
use crate::args::InputFormat;

/// A line of JSON Lines input. Other keys are passed over.
#[derive(Deserialize)]
struct Record {
    id: Id,
    text: String,
    published: Option<String>,
}

/// The name of a record: a string, or a number, as it is written.
struct Id(String);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IdVisitor).map(Self)
    }
}

struct IdVisitor;

impl Visitor<'_> for IdVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or a number as `id`")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<String, E> {
        Ok(id.to_owned())
    }

    fn visit_i64<E: Error>(self, id: i64) -> Result<String, E> {
        Ok(id.to_string())
    }

    fn visit_u64<E: Error>(self, id: u64) -> Result<String, E> {
        Ok(id.to_string())
    }

    fn visit_f64<E: Error>(self, id: f64) -> Result<String, E> {
        Ok(id.to_string())
    }
}

/// The lines of an input that are not blank.
pub(super) struct Lines {
    reader: Box<dyn BufRead>,
    place: Place,
    line: usize,
    encoding: Option<&'static Encoding>,
    /// Most bytes of a line.
    limit: u64,
    /// Reading failed: what follows cannot be read either.
    broken: bool,
}

impl Lines {
    pub(super) fn new(reader: Box<dyn BufRead>, place: Place, encoding: Option<&'static Encoding>, limit: u64) -> Self {
        Self { reader, place, line: 0, encoding, limit, broken: false }
    }
}

impl Iterator for Lines {
    type Item = Result<Raw, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.broken {
            let mut bytes = Vec::new();
            let read = self.reader.by_ref().take(self.limit.saturating_add(1)).read_until(b'\n', &mut bytes);
            self.line += 1;
            let place = Place { line: Some(self.line), ..self.place.clone() };
            match read {
                Ok(0) => return None,
                Ok(read) if read as u64 > self.limit && !bytes.ends_with(b"\n") => {
                    // The next line may be shorter.
                    self.broken = self.reader.skip_until(b'\n').is_err();
                    return Some(Err(Problem::TooLarge(self.limit).at(place)));
                }
                Ok(_) if without_mark(&bytes).trim_ascii().is_empty() => {}
                Ok(_) => return Some(Ok(Raw { place, format: Some(InputFormat::Jsonl), encoding: self.encoding, bytes })),
                Err(error) => {
                    self.broken = true;
                    return Some(Err(Problem::from(error).at(place)));
                }
            }
        }
        None
    }
}

/// A byte order mark stands before the first line, outside of any text.
fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line)
}

pub(super) fn record(bytes: &[u8], encoding: Option<&'static Encoding>, place: Place) -> Result<Document, InputError> {
    // The line's end goes, so that a line that breaks off does so in its own line.
    let line = match super::encoding::line(without_mark(bytes), encoding) {
        Ok(line) => line,
        Err(problem) => return Err(problem.at(place)),
    };
    let record: Record = match serde_json::from_str(line.text.trim_end()) {
        Ok(record) => record,
        Err(error) => return Err(broken(&error, place)),
    };
    match record.published.as_deref().map(parse_published).transpose() {
        Ok(published) => Ok(Document {
            source: record.id.0,
            text: record.text,
            published,
            origin: Origin::Line(place.path.into(), place.line.unwrap_or_default()),
            encoding: line.encoding,
            doubt: line.doubt,
        }),
        Err(error) => Err(Problem::from(error).at(place)),
    }
}

/// A JSON error in its place: the parser saw one line, so that the line it names is none of the file.
fn broken(error: &serde_json::Error, place: Place) -> InputError {
    let message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&position).unwrap_or(&message).to_owned();
    let column = Some(error.column()).filter(|column| *column > 0);
    Problem::Json(message).at(Place { column, ..place })
}
