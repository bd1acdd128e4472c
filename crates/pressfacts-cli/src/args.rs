//! What may be asked of the command.

mod check;
mod eval;
mod explain;
mod extract;
mod input;
mod values;

use std::path::PathBuf;
use std::sync::LazyLock;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub(crate) use check::Check;
pub(crate) use eval::Eval;
pub(crate) use explain::Explain;
pub(crate) use extract::{Extract, Format};
pub(crate) use input::{Finding, Inputs, Threads};
pub(crate) use values::At;

use crate::config::Config;
use crate::report::Usage;

/// Dates, named roles, statistics and agreements from English press text.
#[derive(Debug, Parser)]
#[command(name = "pressfacts", version = version(), propagate_version = true, after_help = EXIT_STATUS)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) manners: Manners,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Extract(Box<Extract>),
    Check(Box<Check>),
    Eval(Box<Eval>),
    Explain(Box<Explain>),
    /// Print the JSON Schema of the output
    Schema,
    /// Print completions for a shell
    Completions {
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page, or write those of all subcommands
    Man {
        /// Folder to write a page for each subcommand to
        #[arg(long, value_name = "DIR")]
        output_dir: Option<PathBuf>,
    },
}

/// Of the command, of the output contract and of the words.
pub(crate) fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let (schema, lexicon) = (pressfacts::SCHEMA_VERSION, pressfacts::Lexicon::version());
        format!("{} (schema {schema}, lexicon {lexicon})", env!("CARGO_PKG_VERSION"))
    });
    &VERSION
}

const EXIT_STATUS: &str = "\
Exit status:
  0  all is done; a reader that closes the pipe early is no error
  1  some input could not be read: standard error says which and why, the others
     are done; or the output could not be written
  2  wrong usage";

/// How the command behaves, whatever it does.
#[derive(Args, Clone, Debug)]
pub(crate) struct Manners {
    /// Say nothing on standard error but errors
    #[arg(short, long, global = true, conflicts_with = "verbose", help_heading = "Manners")]
    pub(crate) quiet: bool,

    /// Name each document as it is read
    #[arg(short, long, global = true, help_heading = "Manners")]
    pub(crate) verbose: bool,

    /// Whether to use colours; auto heeds the terminal and `NO_COLOR`
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true,
        help_heading = "Manners"
    )]
    pub(crate) color: clap::ColorChoice,

    /// File of options [default: pressfacts.toml, here or in a folder above]
    #[arg(long, global = true, value_name = "FILE", help_heading = "Manners")]
    pub(crate) config: Option<PathBuf>,

    /// Read no file of options
    #[arg(long, global = true, conflicts_with = "config", help_heading = "Manners")]
    pub(crate) no_config: bool,
}

impl Manners {
    /// Lets what is printed from here on use colours, or not.
    pub(crate) fn set_color(&self) {
        let choice = match self.color {
            clap::ColorChoice::Auto => anstream::ColorChoice::Auto,
            clap::ColorChoice::Always => anstream::ColorChoice::Always,
            clap::ColorChoice::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}

impl Command {
    /// Takes from the file of options what the command line leaves open.
    pub(crate) fn fill(&mut self, config: &Config) -> anyhow::Result<()> {
        let (inputs, finding, threads) = match self {
            Self::Extract(arguments) => {
                arguments.fill(config);
                (&mut arguments.inputs, &mut arguments.finding, Some(&mut arguments.threads))
            }
            Self::Check(arguments) => {
                if arguments.accept.is_some() && !config.only.is_empty() {
                    return Err(Usage(
                        "--accept stores all facts, pressfacts.toml asks for some with `only`: use --no-config".to_owned(),
                    )
                    .into());
                }
                (&mut arguments.inputs, &mut arguments.finding, Some(&mut arguments.threads))
            }
            Self::Eval(arguments) => (&mut arguments.inputs, &mut arguments.finding, Some(&mut arguments.threads)),
            Self::Explain(arguments) => {
                arguments.fill(config);
                (&mut arguments.inputs, &mut arguments.finding, None)
            }
            Self::Schema | Self::Completions { .. } | Self::Man { .. } => return Ok(()),
        };
        if let Some(threads) = threads {
            threads.fill(config);
        }
        finding.fill(config);
        inputs.fill(config);
        Ok(())
    }
}

/// How inputs are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// A file is a document
    Text,
    /// A file is a web page, of which the main text is read
    Html,
    /// A line is a document: {"id": …, "text": …, "published": …}
    Jsonl,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Arguments;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
