//! Where output goes: standard output, or a file that is written whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::Context as _;
use tempfile::{Builder, NamedTempFile};

use crate::progress;
use crate::resume::Partial;

/// Files begun and not finished, to be removed when the user breaks the run off.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Exit status of a run that the user broke off.
const INTERRUPTED: i32 = 130;

/// Lets Ctrl-C remove what is half written. A run that is broken off leaves the files as they were before it.
pub(crate) fn clean_up_when_interrupted() -> anyhow::Result<()> {
    ctrlc::set_handler(|| {
        progress::end();
        for path in UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            // It may have its final name by now, or never have been begun: either way there is nothing to do.
            let _ = fs::remove_file(path);
        }
        std::process::exit(INTERRUPTED);
    })
    .context("cannot listen for Ctrl-C")
}

/// Where output goes.
#[derive(Debug)]
pub(crate) enum Sink {
    Standard(BufWriter<StdoutLock<'static>>),
    /// A pipe or a device, which cannot be replaced.
    Direct(BufWriter<File>),
    Whole(WholeFile),
    /// Kept when the run is broken off.
    Partial(Partial),
}

impl Sink {
    pub(crate) fn open(path: Option<&Path>) -> anyhow::Result<Self> {
        let Some(path) = path.filter(|path| *path != Path::new("-")) else {
            return Ok(Self::Standard(BufWriter::new(io::stdout().lock())));
        };
        if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
            let file = File::options().write(true).open(path);
            return Ok(Self::Direct(BufWriter::new(file.with_context(|| unwritable(path))?)));
        }
        WholeFile::create(path).map(Self::Whole)
    }

    /// Puts what was written in its place.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Standard(mut out) => Ok(out.flush()?),
            Self::Direct(mut out) => Ok(out.flush()?),
            Self::Whole(file) => file.finish(),
            Self::Partial(file) => file.finish(),
        }
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(out) => out.write(bytes),
            Self::Direct(out) => out.write(bytes),
            Self::Whole(file) => file.out.write(bytes),
            Self::Partial(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.flush(),
            Self::Direct(out) => out.flush(),
            Self::Whole(file) => file.out.flush(),
            Self::Partial(file) => file.flush(),
        }
    }
}

/// A file under another name, beside its place, until it is finished.
#[derive(Debug)]
pub(crate) struct WholeFile {
    out: BufWriter<NamedTempFile>,
    path: PathBuf,
}

impl WholeFile {
    pub(crate) fn create(path: &Path) -> anyhow::Result<Self> {
        let path = target(path);
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = builder().tempfile_in(folder).map_err(without_path).with_context(|| unwritable(&path))?;
        // Those of the file that it replaces, whatever a new one would get.
        if let Ok(found) = fs::metadata(&path) {
            file.as_file().set_permissions(found.permissions()).with_context(|| unwritable(&path))?;
        }
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).push(file.path().to_owned());
        Ok(Self { out: BufWriter::new(file), path })
    }

    pub(crate) fn finish(self) -> anyhow::Result<()> {
        let Self { out, path } = self;
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        let name = file.path().to_owned();
        file.persist(&path).map_err(|error| error.error).with_context(|| unwritable(&path))?;
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).retain(|unfinished| *unfinished != name);
        Ok(())
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Links that are followed, at most: they may lead back to where they stand.
const MOST_LINKS: usize = 40;

/// Where a path leads. A link stays a link: what it points to is replaced, or made.
pub(crate) fn target(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = fs::read_link(&path) else { break };
        path = path.parent().map_or_else(|| next.clone(), |folder| folder.join(&next));
    }
    path
}

/// With the rights of any new file.
fn builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(".pressfacts-").suffix(".part");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

/// What the system says, without the name of the temporary file.
fn without_path(error: io::Error) -> io::Error {
    let inner = error.get_ref().and_then(|error| error.source()).and_then(|inner| inner.downcast_ref::<io::Error>());
    inner.and_then(io::Error::raw_os_error).map_or(error, io::Error::from_raw_os_error)
}

fn unwritable(path: &Path) -> String {
    format!("cannot write {}", path.display())
}
