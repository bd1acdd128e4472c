//! Documents from files, folders and standard input, one at a time: a long stream is never held as a whole.

mod compressed;
mod encoding;
mod fault;
#[cfg(feature = "html")]
mod html;
mod lines;
mod walk;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read as _};
use std::iter;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use encoding_rs::Encoding;

use crate::args::InputFormat;
use crate::progress;

pub(crate) use encoding::named;
pub(crate) use fault::{InputError, Kind};
use fault::{Place, Problem};
use lines::Lines;
pub(crate) use walk::checked_glob;

/// How inputs are found and read.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// The format told; without it, the name and the looks of an input tell.
    pub(crate) format: Option<InputFormat>,
    /// The encoding told.
    pub(crate) encoding: Option<&'static Encoding>,
    /// Which files of a folder are read.
    pub(crate) globs: Vec<String>,
    /// Whether ignore files and hidden names are read as well.
    pub(crate) everything: bool,
    /// Endings of files of folders that are not read, whatever a glob says.
    pub(crate) but: &'static [&'static str],
    /// Most bytes of a document, or of a line of JSON Lines, unpacked.
    pub(crate) limit: u64,
}

/// A document as it was found: read, but not yet decoded, so that decoding can be shared out among threads.
#[derive(Debug)]
pub(crate) struct Raw {
    place: Place,
    format: Option<InputFormat>,
    encoding: Option<&'static Encoding>,
    bytes: Vec<u8>,
}

/// A document to extract from.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) source: String,
    pub(crate) text: String,
    pub(crate) published: Option<NaiveDate>,
    pub(crate) origin: Origin,
    /// The encoding that it was decoded from.
    pub(crate) encoding: &'static Encoding,
    /// What of it could not be read as it should.
    pub(crate) doubt: Option<String>,
}

/// Where a document comes from.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    /// A file that holds nothing else.
    File(PathBuf),
    /// A line of a file of JSON Lines, or of standard input, which is called `-`.
    Line(PathBuf, usize),
    Standard,
}

/// All documents of the paths, in their order. What cannot be read stands in its place as an error.
pub(crate) fn documents<'p>(
    paths: &'p [PathBuf],
    reading: &'p Reading,
) -> impl Iterator<Item = Result<Raw, InputError>> + use<'p> {
    paths.iter().flat_map(|path| walk::files(path, reading)).flat_map(move |file| match file {
        Ok(path) => read(&path, reading),
        Err(error) => one(Err(error)),
    })
}

/// Bytes in which a page shows itself as one.
const PAGE_START: usize = 2048;

type Inputs = Box<dyn Iterator<Item = Result<Raw, InputError>>>;

fn one(input: Result<Raw, InputError>) -> Inputs {
    Box::new(iter::once(input))
}

fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// What the name says of the format; the name of what is in it, where it is compressed.
fn format_of(path: &Path) -> Option<InputFormat> {
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    let name = compressed::ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(&name);
    match name.rsplit_once('.')?.1 {
        "txt" => Some(InputFormat::Text),
        "jsonl" | "ndjson" => Some(InputFormat::Jsonl),
        "html" | "htm" | "xhtml" => Some(InputFormat::Html),
        _ => None,
    }
}

fn read(path: &Path, reading: &Reading) -> Inputs {
    match open(path) {
        Ok(reader) => unpacked(reader, path, reading),
        Err(error) => one(Err(Problem::from(error).at(Place::of(path)))),
    }
}

/// The documents that bytes hold under that name.
pub(crate) fn held(name: &Path, bytes: Vec<u8>, limit: u64) -> impl Iterator<Item = Result<Document, InputError>> + use<> {
    let reading = Reading { format: None, encoding: None, globs: Vec::new(), everything: false, but: &[], limit };
    unpacked(Box::new(Cursor::new(bytes)), name, &reading).map(|input| input.and_then(Raw::decode))
}

/// The documents of a reader, packed or not, that goes by the path's name.
fn unpacked(reader: Box<dyn BufRead>, path: &Path, reading: &Reading) -> Inputs {
    let place = Place::of(path);
    let reader = match compressed::open(reader) {
        Ok(reader) => reader,
        Err(error) => return one(Err(Problem::from(error).at(place))),
    };
    let format = reading.format.or_else(|| format_of(path));
    if format == Some(InputFormat::Jsonl) {
        return match encoding::lines(reader, reading.encoding) {
            Ok((reader, encoding)) => Box::new(Lines::new(reader, place, encoding, reading.limit)),
            Err(problem) => one(Err(problem.at(place))),
        };
    }
    // A page saved as `.txt` is a page; only who asks for text gets its tags.
    let format = reading.format.or(format.filter(|format| *format != InputFormat::Text));
    one(whole(reader, place, format, reading))
}

fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let reader =
        if is_standard_input(path) { progress::measured(io::stdin().lock()) } else { progress::measured(File::open(path)?) };
    Ok(Box::new(BufReader::new(reader)))
}

fn whole(reader: Box<dyn BufRead>, place: Place, format: Option<InputFormat>, reading: &Reading) -> Result<Raw, InputError> {
    let mut bytes = Vec::new();
    match reader.take(reading.limit.saturating_add(1)).read_to_end(&mut bytes) {
        Ok(read) if read as u64 > reading.limit => Err(Problem::TooLarge(reading.limit).at(place)),
        Ok(_) => Ok(Raw { place, format, encoding: reading.encoding, bytes }),
        Err(error) => Err(Problem::from(error).at(place)),
    }
}

impl Raw {
    /// A text of that name.
    #[cfg(test)]
    pub(crate) fn of(name: &str, text: &str) -> Self {
        Self { place: Place::of(Path::new(name)), format: None, encoding: None, bytes: text.into() }
    }

    /// Where it stands.
    pub(crate) fn name(&self) -> String {
        self.place.to_string()
    }

    /// How much it holds.
    pub(crate) fn size(&self) -> usize {
        self.bytes.len()
    }

    /// The document, its text decoded and its page read.
    pub(crate) fn decode(self) -> Result<Document, InputError> {
        let Self { place, format, encoding, bytes } = self;
        if format == Some(InputFormat::Jsonl) {
            return lines::record(&bytes, encoding, place);
        }
        let opens_as_page = || looks_like_a_page(&String::from_utf8_lossy(&bytes[..bytes.len().min(PAGE_START)]));
        let may_declare = format == Some(InputFormat::Html) || format.is_none() && opens_as_page();
        let decoded = match encoding::decode(bytes, encoding, may_declare) {
            Ok(decoded) => decoded,
            Err(problem) => return Err(problem.at(place)),
        };
        let is_page = format == Some(InputFormat::Html) || format.is_none() && looks_like_a_page(&decoded.text);
        let (text, published) = if is_page {
            match main_text(&decoded.text) {
                Ok(page) => page,
                Err(problem) => return Err(problem.at(place)),
            }
        } else {
            (decoded.text, None)
        };
        let path = PathBuf::from(&place.path);
        let origin = if is_standard_input(&path) { Origin::Standard } else { Origin::File(path) };
        Ok(Document { source: place.path, origin, text, published, encoding: decoded.encoding, doubt: decoded.doubt })
    }
}

#[cfg(feature = "html")]
use html::main_text;

#[cfg(not(feature = "html"))]
fn main_text(_page: &str) -> Result<(String, Option<NaiveDate>), Problem> {
    Err(Problem::WithoutHtml)
}

/// Whether it opens like an HTML page.
fn looks_like_a_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(400).flat_map(char::to_lowercase).collect();
    start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<?xml") && start.contains("<html")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Raw, format_of, looks_like_a_page};
    use crate::args::InputFormat;

    #[test]
    fn names_tell_the_format() {
        let format = |name| format_of(Path::new(name));
        assert_eq!(format("a/b.TXT"), Some(InputFormat::Text));
        assert_eq!(format("b.jsonl.gz"), Some(InputFormat::Jsonl));
        assert_eq!(format("b.html.zst"), Some(InputFormat::Html));
        assert_eq!(format("notes.md"), None);
        assert_eq!(format("README"), None);
    }

    #[test]
    fn a_page_without_a_name_declares_its_encoding() {
        let page = b"<!doctype html><meta charset=iso-8859-2><p>\xa3\xf3d\xbc opened on May 3, 2024.".to_vec();
        let raw = Raw { bytes: page, ..Raw::of("-", "") };
        let document = raw.decode().expect("a page");
        assert_eq!(document.encoding, encoding_rs::ISO_8859_2);
    }

    #[test]
    fn pages_are_known_by_their_first_tag() {
        assert!(looks_like_a_page("\n <!DOCTYPE HTML><html>"));
        assert!(looks_like_a_page("<?xml version=\"1.0\"?>\n<html xmlns=\"…\">"));
        assert!(!looks_like_a_page("The tag <html> opens a page."));
    }
}
