//! The `pressfacts` command: facts from press text, as tables or JSON.

mod args;
mod input;
mod output;
mod pipeline;
mod report;
mod run;

use std::io;
use std::process::ExitCode;

use clap::Parser as _;

use args::{Arguments, Command};
use report::Reporter;
use run::Outcome;

fn main() -> ExitCode {
    let Arguments { manners, command } = Arguments::parse();
    manners.set_color();
    let reporter = Reporter::new(manners);
    let outcome = match command {
        Command::Extract(arguments) => run::extract(&arguments, reporter),
    };
    match outcome {
        Ok(Outcome::Complete) => ExitCode::SUCCESS,
        Ok(Outcome::Incomplete) => ExitCode::FAILURE,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            report::error(error);
            ExitCode::FAILURE
        }
    }
}

/// Whether the reader of the output has gone: `pressfacts … | head -1` is no error.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
