//! The `pressfacts` command: facts from press text, as tables or JSON.
//!
//! The command is a library so that what reads files can be called without a process: its readers are what hostile input
//! meets first, and `fuzz/` drives them from here. Programs that want facts use the crate `pressfacts`.

mod args;
mod check;
mod config;
mod eval;
mod explain;
mod fingerprint;
mod input;
mod output;
mod panics;
mod pipeline;
mod progress;
mod report;
mod resume;
mod run;
mod sink;

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{CommandFactory as _, Parser as _};
use clap_complete::Shell;
use clap_mangen::Man;

use args::{Arguments, Command, Manners};
use config::Config;
use report::{Reporter, Usage};
use run::Outcome;

/// The JSON Schema of the output. A test holds it against what is printed.
const SCHEMA: &str = include_str!("../schema/pressfacts-1.schema.json");

/// Exit status of a run that could not be begun.
const WRONG_USAGE: u8 = 2;

/// The command: reads the arguments of the process, and does what they say.
pub fn main() -> ExitCode {
    let Arguments { manners, mut command } = Arguments::parse();
    manners.set_color();
    panics::keep();
    let reporter = Reporter::new(&manners);
    let outcome = config(&command, &manners, reporter).and_then(|config| {
        command.fill(&config)?;
        run(&command, reporter)
    });
    progress::end();
    match outcome {
        Ok(Outcome::Complete) => ExitCode::SUCCESS,
        Ok(Outcome::Incomplete) => ExitCode::FAILURE,
        Err(error) if error.is::<clap::Error>() => usage(&error),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let code = if error.is::<Usage>() { ExitCode::from(WRONG_USAGE) } else { ExitCode::FAILURE };
            report::error(error);
            code
        }
    }
}

/// The sources and texts of the documents that an input of that name holds, as `pressfacts extract` reads it; or what it
/// would say.
pub fn texts(name: &Path, bytes: Vec<u8>, max_size: u64) -> impl Iterator<Item = Result<(String, String), String>> {
    let documents = input::held(name, bytes, max_size);
    documents.map(|document| document.map(|found| (found.source, found.text)).map_err(|error| error.to_string()))
}

/// The options of a project, for commands that have any.
fn config(command: &Command, manners: &Manners, reporter: Reporter) -> anyhow::Result<Config> {
    match command {
        Command::Schema | Command::Completions { .. } | Command::Man { .. } => Ok(Config::default()),
        Command::Extract(_) | Command::Check(_) | Command::Eval(_) | Command::Explain(_) => Config::load(manners, reporter),
    }
}

fn print(text: &[u8]) -> anyhow::Result<Outcome> {
    let mut out = io::stdout().lock();
    out.write_all(text)?;
    out.flush()?;
    Ok(Outcome::Complete)
}

fn run(command: &Command, reporter: Reporter) -> anyhow::Result<Outcome> {
    match command {
        Command::Extract(arguments) => run::extract(arguments, reporter),
        Command::Check(arguments) => check::check(arguments, reporter),
        Command::Eval(arguments) => eval::eval(arguments, reporter),
        Command::Explain(arguments) => explain::explain(arguments, reporter),
        Command::Schema => print(SCHEMA.as_bytes()),
        Command::Completions { shell } => print(&completions(*shell)),
        Command::Man { output_dir: None } => print(&manual()?),
        Command::Man { output_dir: Some(folder) } => manuals(folder),
    }
}

fn completions(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "pressfacts", &mut script);
    script
}

fn manual() -> anyhow::Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(Arguments::command()).render(&mut page)?;
    Ok(page)
}

/// A page for the command, and one for each subcommand.
fn manuals(folder: &Path) -> anyhow::Result<Outcome> {
    let write = || {
        std::fs::create_dir_all(folder)?;
        clap_mangen::generate_to(Arguments::command(), folder)
    };
    write().with_context(|| format!("cannot write to {}", folder.display()))?;
    Ok(Outcome::Complete)
}

/// Prints what is wrong with the arguments, as the parser of arguments does.
fn usage(error: &anyhow::Error) -> ExitCode {
    if let Some(error) = error.downcast_ref::<clap::Error>() {
        // Where standard error is closed, there is nobody to tell.
        let _ = error.print();
    }
    ExitCode::from(WRONG_USAGE)
}

/// Whether the reader of the output has gone: `pressfacts … | head -1` is no error.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
