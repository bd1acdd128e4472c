//! Why an input could not be read, and where.

use std::fmt;
use std::io;
use std::path::Path;

use thiserror::Error;

/// Where an input stands: a path, for JSON Lines also a line, and a column where it is known.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) path: String,
    pub(super) line: Option<usize>,
    pub(super) column: Option<usize>,
}

/// Why an input could not be read.
#[derive(Debug, Error)]
#[error("{place}: {problem}")]
pub(crate) struct InputError {
    place: Place,
    problem: Problem,
}

/// What an error counts as in the summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Not found, no rights, broken on the way.
    Unreadable,
    Binary,
    Encoding,
    Json,
    EmptyFolder,
    /// A fault of this program.
    Broken,
    TooLarge,
}

#[derive(Debug, Error)]
pub(super) enum Problem {
    #[error("{0}")]
    Unreadable(#[from] io::Error),
    #[error("larger than {0} bytes, unpacked: --max-size allows more")]
    TooLarge(u64),
    #[error("{0}")]
    Unwalkable(String),
    #[error("no text in this folder: .txt, .html and .jsonl files are read, others with --glob")]
    EmptyFolder,
    #[error("no file in this folder fits the --glob")]
    NothingFits,
    #[error("a binary file{0}, not text")]
    Binary(String),
    #[error("invalid UTF-8 at byte {0}")]
    Utf8(usize),
    #[error("not valid {0}")]
    Encoding(&'static str),
    #[error("{0}")]
    Json(String),
    #[error("published: {0}")]
    Published(#[from] pressfacts::Error),
    #[cfg(not(feature = "html"))]
    #[error("a web page, which this build cannot read: it was made without the feature `html`")]
    WithoutHtml,
    #[cfg(feature = "html")]
    #[error("a web page without text")]
    EmptyPage,
    #[cfg(feature = "html")]
    #[error("a web page with more than {0} elements open at once")]
    TooDeep(usize),
    #[cfg(feature = "html")]
    #[error("a web page with far more elements than tags: too many of these are never closed")]
    TooManyNodes,
    #[cfg(feature = "html")]
    #[error("a web page of more than {0} bytes")]
    LargePage(usize),
    #[cfg(feature = "html")]
    #[error("a web page with too many signs such as & in one stretch of text")]
    DensePage,
    #[cfg(feature = "html")]
    #[error("a web page with too many attributes in one tag, or too long a comment")]
    ManyAttributes,
}

impl Problem {
    pub(super) fn at(self, place: Place) -> InputError {
        InputError { place, problem: self }
    }
}

impl InputError {
    /// Where the input stands.
    pub(crate) fn name(&self) -> String {
        self.place.to_string()
    }

    /// The file, or what stands for it; and whether a line of it is meant.
    pub(crate) fn path(&self) -> (&Path, bool) {
        (Path::new(&self.place.path), self.place.line.is_some())
    }

    pub(crate) fn kind(&self) -> Kind {
        match self.problem {
            Problem::Unreadable(_) | Problem::Unwalkable(_) => Kind::Unreadable,
            Problem::TooLarge(_) => Kind::TooLarge,
            Problem::EmptyFolder | Problem::NothingFits => Kind::EmptyFolder,
            Problem::Binary(_) => Kind::Binary,
            Problem::Utf8(_) | Problem::Encoding(_) => Kind::Encoding,
            Problem::Json(_) | Problem::Published(_) => Kind::Json,
            #[cfg(not(feature = "html"))]
            Problem::WithoutHtml => Kind::Unreadable,
            #[cfg(feature = "html")]
            Problem::EmptyPage => Kind::Unreadable,
            #[cfg(feature = "html")]
            Problem::TooDeep(_)
            | Problem::TooManyNodes
            | Problem::LargePage(_)
            | Problem::DensePage
            | Problem::ManyAttributes => Kind::TooLarge,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "unreadable",
            Self::Binary => "binary",
            Self::Encoding => "of a broken encoding",
            Self::Json => "broken JSON",
            Self::EmptyFolder => "folder without texts",
            Self::Broken => "broken off",
            Self::TooLarge => "too large",
        })
    }
}

impl Place {
    pub(super) fn of(path: &Path) -> Self {
        Self { path: path.display().to_string(), line: None, column: None }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        [self.line, self.column].iter().flatten().try_for_each(|number| write!(f, ":{number}"))
    }
}
