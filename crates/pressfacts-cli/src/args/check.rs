//! `pressfacts check`.

use std::path::PathBuf;

use clap::Args;

use super::{Finding, Inputs, Threads};

const EXAMPLES: &str = "\
Examples:
  pressfacts check releases/ --accept              store what is found now
  pressfacts check releases/                       has anything changed since?
  pressfacts check releases/ --accept a.txt b.txt  accept the changes of two texts
  pressfacts check releases/ --snapshots expected/

What is expected of NAME.txt stands in NAME.facts.json beside it, or at the same
path under --snapshots: the facts as JSON, one a line. What is expected of a line of
NAME.jsonl stands in NAME.jsonl.facts/ID.facts.json.

Exit status:
  0  everything is as expected, or was accepted
  1  a fact is lost, new or changed, a text is new or gone, or could not be read
  2  wrong usage";

/// Compare texts with what was found in them before
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    #[command(flatten)]
    pub(crate) finding: Finding,

    #[command(flatten)]
    pub(crate) threads: Threads,

    /// Folder that holds what is expected, at the paths of the texts [default: beside each text]
    #[arg(long, value_name = "DIR")]
    pub(crate) snapshots: Option<PathBuf>,

    /// Store what is found as what is expected: of all texts, or of those of these names
    #[arg(long, value_name = "NAME", num_args = 0.., conflicts_with = "only")]
    pub(crate) accept: Option<Vec<String>>,
}
