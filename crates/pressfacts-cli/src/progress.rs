//! How far a run has come: a bar on a terminal, nothing in a pipe.

use std::fs;
use std::io::{IsTerminal as _, Read};
use std::path::PathBuf;
use std::sync::OnceLock;

use indicatif::{ProgressBar, ProgressStyle};

/// The bar of this run, where there is one. Standard error is one for the process, and so is what is shown there.
static BAR: OnceLock<ProgressBar> = OnceLock::new();

const BAR_STYLE: &str = "{bar:32} {bytes}/{total_bytes}, {msg}, {eta} left";
const SPINNER_STYLE: &str = "{spinner} {bytes}, {msg}, {elapsed}";

/// Shows how much of the files is read; of folders and standard input, whose size is not known, only how much.
pub(crate) fn begin(paths: &[PathBuf]) {
    if !std::io::stderr().is_terminal() {
        return;
    }
    let sizes = paths.iter().map(|path| fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| file.len()));
    let total: Option<u64> = sizes.sum();
    let bar = total.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
    let style = ProgressStyle::with_template(if total.is_some() { BAR_STYLE } else { SPINNER_STYLE });
    if let Ok(style) = style {
        bar.set_style(style);
    }
    let _ = BAR.set(bar);
}

/// The reader, its bytes counted.
pub(crate) fn measured(reader: impl Read + 'static) -> Box<dyn Read> {
    match BAR.get() {
        Some(bar) => Box::new(bar.wrap_read(reader)),
        None => Box::new(reader),
    }
}

pub(crate) fn documents(number: usize) {
    if let Some(bar) = BAR.get() {
        bar.set_message(format!("{number} documents"));
    }
}

/// Does something with standard error while the bar is out of the way.
pub(crate) fn aside<T>(action: impl FnOnce() -> T) -> T {
    match BAR.get() {
        Some(bar) => bar.suspend(action),
        None => action(),
    }
}

pub(crate) fn end() {
    if let Some(bar) = BAR.get() {
        bar.finish_and_clear();
    }
}
