//! `pressfacts explain`.

use clap::Args;
use pressfacts::OffsetUnit;

use super::values::{At, at, offset_unit};
use super::{Finding, Inputs};
use crate::config::Config;

const EXAMPLES: &str = "\
Examples:
  pressfacts explain release.txt           the text with its facts marked
  pressfacts explain release.txt --at 124  why is this place read as it is?
  pressfacts explain release.txt --at 3:17 the same for line 3, column 17

Exit status:
  0  all is done
  1  an input could not be read, or is shorter than --at says
  2  wrong usage";

/// Show what is found in a text, and why
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    #[command(flatten)]
    pub(crate) finding: Finding,

    /// Place to explain, an offset or LINE:COLUMN: its tokens, the rules that match there, who wins and why
    #[arg(long, value_name = "N", value_parser = at)]
    pub(crate) at: Option<At>,

    /// What offsets count: code points, UTF-8 bytes or UTF-16 units; columns count code points [default: char]
    #[arg(long, value_name = "UNIT", value_parser = offset_unit())]
    pub(super) offsets: Option<OffsetUnit>,
}

impl Explain {
    pub(super) fn fill(&mut self, config: &Config) {
        self.offsets = self.offsets.or(config.offsets);
    }

    pub(crate) fn offsets(&self) -> OffsetUnit {
        self.offsets.unwrap_or(OffsetUnit::Char)
    }
}
