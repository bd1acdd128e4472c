//! The `pressfacts` command: facts from press text, as tables or JSON.

mod args;
mod check;
mod eval;
mod input;
mod output;
mod passage;
mod pipeline;
mod report;
mod run;
mod sink;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use args::{Arguments, Command};
use report::Reporter;
use run::Outcome;

/// The JSON Schema of the output. A test holds it against what is printed.
const SCHEMA: &str = include_str!("../schema/pressfacts-1.schema.json");

fn main() -> ExitCode {
    let Arguments { manners, command } = Arguments::parse();
    manners.set_color();
    let reporter = Reporter::new(manners);
    let outcome = match command {
        Command::Extract(arguments) => run::extract(&arguments, reporter),
        Command::Check(arguments) => check::check(&arguments, reporter),
        Command::Eval(arguments) => eval::eval(&arguments, reporter),
        Command::Schema => print(SCHEMA),
    };
    match outcome {
        Ok(Outcome::Complete) => ExitCode::SUCCESS,
        Ok(Outcome::Incomplete) => ExitCode::FAILURE,
        Err(error) if error.is::<clap::Error>() => usage(&error),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            report::error(error);
            ExitCode::FAILURE
        }
    }
}

fn print(text: &str) -> anyhow::Result<Outcome> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Complete)
}

/// Prints what is wrong with the arguments, as the parser of arguments does.
fn usage(error: &anyhow::Error) -> ExitCode {
    if let Some(error) = error.downcast_ref::<clap::Error>() {
        // Where standard error is closed, there is nobody to tell.
        let _ = error.print();
    }
    ExitCode::from(2)
}

/// Whether the reader of the output has gone: `pressfacts … | head -1` is no error.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
