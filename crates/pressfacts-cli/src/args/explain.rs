//! `pressfacts explain`.

use clap::Args;

use super::{Finding, Inputs};

const EXAMPLES: &str = "\
Examples:
  pressfacts explain release.txt           the text with its facts marked
  pressfacts explain release.txt --at 124  why is this place read as it is?

Exit status:
  0  all is done
  1  an input could not be read
  2  wrong usage";

/// Show what is found in a text, and why
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    #[command(flatten)]
    pub(crate) finding: Finding,

    /// Place to explain, in code points: its tokens, the rules that match there, who wins and why
    #[arg(long, value_name = "N")]
    pub(crate) at: Option<u64>,
}
