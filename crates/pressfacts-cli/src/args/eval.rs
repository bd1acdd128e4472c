//! `pressfacts eval`.

use clap::Args;

use super::{Finding, Inputs, Threads};

const EXAMPLES: &str = "\
Examples:
  pressfacts eval gold/
  pressfacts eval gold/ --only dates --errors

What is to be found in NAME.txt stands in NAME.gold.json beside it: an object with a
list a family, its mentions with the fields of the output, offsets in code points.
A mention with \"optional\": true may be found or left out; a field that may be read in
several ways holds a list of them; a family that is left out is not judged.

Exit status:
  0  every text with a gold file was scored
  1  a text or a gold file could not be read, or there is none
  2  wrong usage";

/// Score what is found against gold files
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Eval {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    #[command(flatten)]
    pub(crate) finding: Finding,

    #[command(flatten)]
    pub(crate) threads: Threads,

    /// Show each error with the text around it
    #[arg(long)]
    pub(crate) errors: bool,
}
