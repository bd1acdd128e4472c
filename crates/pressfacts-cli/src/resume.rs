//! Going on with a run that was broken off: what it wrote is kept in a file beside the output until it is whole, and in
//! another one how it was begun.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, BufWriter, Lines, Read as _, Seek as _, SeekFrom, Take, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use fs4::{FileExt, TryLockError};
use pressfacts::OffsetUnit;
use serde::Deserialize;

use crate::report::Usage;
use crate::sink;

/// An output that stays where it is when the run is broken off.
#[derive(Debug)]
pub(crate) struct Partial {
    out: BufWriter<File>,
    part: PathBuf,
    path: PathBuf,
    state: State,
}

/// The documents that a run before this one has finished, in order.
pub(crate) struct Finished {
    lines: Lines<BufReader<Take<File>>>,
    part: PathBuf,
    offsets: OffsetUnit,
}

/// What a finished line says of itself.
#[derive(Deserialize)]
struct Line {
    schema: u32,
    source: String,
    offset_unit: OffsetUnit,
}

impl Partial {
    /// Opens the file beside `path` that a run before may have left. A line that it did not finish goes.
    pub(crate) fn open(path: &Path, offsets: OffsetUnit, run: &Run) -> anyhow::Result<(Self, Finished)> {
        if path == Path::new("-") || fs::metadata(path).is_ok_and(|found| !found.is_file()) {
            return Err(Usage(format!("--resume: {} is no file that could be gone on with", path.display())).into());
        }
        // A link stays a link: what it points to is replaced.
        let path = &sink::target(path);
        let part = beside(path, ".part");
        let unusable = || format!("cannot write {}", part.display());
        let state = State::lock(&part)?;
        let mut file = File::options().read(true).write(true).create(true).truncate(false).open(&part).with_context(unusable)?;
        let whole = whole_lines(&mut file).with_context(unusable)?;
        // Somebody else's file is left as it is.
        let mut finished = Finished::read(&part, whole, offsets).with_context(unusable)?;
        while finished.next()?.is_some() {}
        file.seek(SeekFrom::Start(whole)).with_context(unusable)?;
        if !is_begun(&file).with_context(unusable)? {
            return Err(finished.other("it does not end as one that was broken off"));
        }
        let begun = file.metadata().with_context(unusable)?.len() > 0;
        let state = state.take_on(run, begun, &finished)?;
        file.set_len(whole).with_context(unusable)?;
        file.seek(SeekFrom::Start(whole)).with_context(unusable)?;
        let finished = Finished::read(&part, whole, offsets).with_context(unusable)?;
        Ok((Self { out: BufWriter::new(file), part, path: path.clone(), state }, finished))
    }

    /// Gives it its name.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        let file = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        let done = fs::rename(&self.part, &self.path).and_then(|()| fs::remove_file(&self.state.path));
        done.with_context(|| format!("cannot write {}", self.path.display()))
    }
}

/// The path with something behind its last letter.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// All that what is printed depends on, but for the inputs: name and value of each.
pub(crate) struct Run(pub(crate) BTreeMap<&'static str, String>);

/// The file that says how a run was begun, and that one is under way: who has it locked.
#[derive(Debug)]
struct State {
    path: PathBuf,
    file: File,
    /// Whether it was there before.
    found: bool,
}

impl State {
    fn lock(part: &Path) -> anyhow::Result<Self> {
        let path = beside(part, ".run");
        let unusable = || format!("cannot write {}", path.display());
        loop {
            let found = path.exists();
            let file = File::options().read(true).write(true).create(true).truncate(false).open(&path).with_context(unusable)?;
            match FileExt::try_lock(&file) {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(Usage(format!("{} is being written by another run", part.display())).into());
                }
                Err(TryLockError::Error(error)) => return Err(error).with_context(unusable),
            }
            // The run that had it may have ended, and taken the file away, since it was opened.
            if path.exists() {
                return Ok(Self { path, file, found });
            }
        }
    }

    /// Holds what a run before has put down against this one, or puts this one down.
    fn take_on(mut self, run: &Run, begun: bool, finished: &Finished) -> anyhow::Result<Self> {
        let mut told = String::new();
        self.file.read_to_string(&mut told).with_context(|| format!("cannot read {}", self.path.display()))?;
        if begun {
            let before: BTreeMap<String, String> = serde_json::from_str(&told).unwrap_or_default();
            if before.is_empty() {
                return Err(finished.other(&format!("nothing in {} says how it was begun", self.path.display())));
            }
            let value =
                |value: Option<&String>| value.filter(|value| !value.is_empty()).map_or("not set", |value| value).to_owned();
            let changed = run.0.iter().filter(|(name, now)| before.get(**name) != Some(now));
            let changed: Vec<_> =
                changed.map(|(name, now)| format!("{name} was {}, is {}", value(before.get(*name)), value(Some(now)))).collect();
            if !changed.is_empty() {
                return Err(finished.other(&changed.join("; ")));
            }
        } else {
            let write = || -> io::Result<()> {
                let mut file = &self.file;
                file.set_len(0)?;
                file.seek(SeekFrom::Start(0))?;
                file.write_all(serde_json::to_string_pretty(&run.0)?.as_bytes())
            };
            write().with_context(|| format!("cannot write {}", self.path.display()))?;
        }
        self.found = true;
        Ok(self)
    }
}

impl Drop for State {
    fn drop(&mut self) {
        if !self.found {
            // Made for a run that was not begun. Where it cannot be removed, it is empty and in nobody's way.
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl Write for Partial {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Length of the file up to the end of its last whole line.
fn whole_lines(file: &mut File) -> io::Result<u64> {
    let (mut whole, mut read) = (0, 0);
    let mut buffer = vec![0; 1 << 16];
    loop {
        let length = file.read(&mut buffer)?;
        if length == 0 {
            return Ok(whole);
        }
        if let Some(end) = buffer[..length].iter().rposition(|&byte| byte == b'\n') {
            whole = read + end as u64 + 1;
        }
        read += length as u64;
    }
}

/// How a line starts.
const LINE: &[u8] = b"{\"schema\":";

/// Whether what is left of the file is nothing, or the start of a line.
fn is_begun(file: &File) -> io::Result<bool> {
    let mut rest = Vec::new();
    let mut file = file;
    (&mut file).take(LINE.len() as u64).read_to_end(&mut rest)?;
    Ok(LINE.starts_with(&rest))
}

impl Finished {
    fn read(part: &Path, whole: u64, offsets: OffsetUnit) -> io::Result<Self> {
        let lines = BufReader::new(File::open(part)?.take(whole)).lines();
        Ok(Self { lines, part: part.to_owned(), offsets })
    }

    /// The name of the next document that is done; `None` behind the last.
    pub(crate) fn next(&mut self) -> anyhow::Result<Option<String>> {
        let Some(line) = self.lines.next() else { return Ok(None) };
        let line: Line = serde_json::from_str(&line?)
            .map_err(|error| Usage(format!("{}: not of a run like this: {error}", self.part.display())))?;
        if line.schema != pressfacts::SCHEMA_VERSION || line.offset_unit != self.offsets {
            return Err(self.other("it has another schema or other offsets"));
        }
        Ok(Some(line.source))
    }

    /// The run before read something else.
    pub(crate) fn other(&self, how: &str) -> anyhow::Error {
        let part = self.part.display();
        anyhow!(Usage(format!("{part} is of another run: {how}; use the same inputs and options, or remove it to start anew")))
    }
}
