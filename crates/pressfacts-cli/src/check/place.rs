//! Where expectations stand.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::args::Check;
use crate::input::{Document, Origin};

/// How expectations are called.
pub(super) const ENDING: &str = ".facts.json";

/// Bytes of a file's name: an `id` may be longer than a name can be.
const LONGEST_NAME: usize = 160;

/// A text's place among the others.
pub(super) struct Place {
    /// Its path below the folder that was named; of a line of JSON Lines, with its `id` behind.
    pub(super) name: String,
    /// Where its expectation stands.
    pub(super) expectation: PathBuf,
    /// The file, of JSON Lines with the line.
    pub(super) of: String,
}

/// The place of a document.
pub(super) fn place(arguments: &Check, document: &Document) -> anyhow::Result<Place> {
    match &document.origin {
        Origin::File(file) => Ok(of_file(arguments, file)),
        Origin::Line(stream, line) => {
            let Some(folder) = folder(arguments, stream) else {
                bail!("standard input has no place for expectations: name a folder with --snapshots");
            };
            let (id, of) = (&document.source, format!("{}:{line}", stream.display()));
            let name = if is_standard_input(stream) { id.clone() } else { format!("{}/{id}", below(arguments, stream)) };
            Ok(Place { name, expectation: folder.join(file_name(id) + ENDING), of })
        }
        Origin::Standard => bail!("a text on standard input has no name for its expectation"),
    }
}

/// The place of a file that is a text.
pub(super) fn of_file(arguments: &Check, file: &Path) -> Place {
    let name = below(arguments, file);
    let without_ending = |path: &str| format!("{}{ENDING}", path.strip_suffix(".txt").unwrap_or(path));
    let expectation = match &arguments.snapshots {
        Some(folder) => folder.join(without_ending(&name)),
        None => PathBuf::from(without_ending(&file.to_string_lossy())),
    };
    Place { name, expectation, of: file.display().to_string() }
}

/// The folder of the expectations of JSON Lines; `None` where there is none to stand beside.
pub(super) fn folder(arguments: &Check, stream: &Path) -> Option<PathBuf> {
    match &arguments.snapshots {
        Some(folder) if is_standard_input(stream) => Some(folder.clone()),
        Some(folder) => Some(folder.join(below(arguments, stream) + ".facts")),
        None if is_standard_input(stream) => None,
        None => Some(PathBuf::from(format!("{}.facts", stream.display()))),
    }
}

fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// The path below the folder that was named.
fn below(arguments: &Check, file: &Path) -> String {
    let below = arguments.inputs.paths.iter().filter(|root| root.is_dir()).find_map(|root| file.strip_prefix(root).ok());
    below.or(file.file_name().map(Path::new)).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

/// The `id` as the name of a file: other signs than letters, digits and a few more as `%` and two digits for each byte.
fn file_name(id: &str) -> String {
    let mut name = String::new();
    for (at, byte) in id.bytes().enumerate() {
        // A name that starts with a full stop is hidden, or leads out of the folder.
        let plain = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || byte == b'.' && at > 0;
        if plain {
            name.push(char::from(byte));
        } else {
            let _ = write!(name, "%{byte:02x}");
        }
    }
    if name.len() <= LONGEST_NAME {
        return name;
    }
    // The end of a long name tells more than its start.
    format!("{:016x}-{}", crate::fingerprint::of(id.as_bytes()), &name[name.len() - LONGEST_NAME..])
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn ids_become_names_of_files() {
        assert_eq!(file_name("2024-05-03_a.b"), "2024-05-03_a.b");
        assert_eq!(file_name("../é"), "%2e.%2f%c3%a9");
        let [one, two] = ["a", "b"].map(|start| file_name(&(start.to_owned() + &"/x".repeat(300))));
        assert!(one != two && one.len() < 200);
    }
}
