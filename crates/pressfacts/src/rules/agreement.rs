//! Agreements between parties: the phrases that name them. What happens to one is read from its clause later.

mod loose;
mod named;
mod phrase;
mod sure;
mod titled;

use super::{Rule, Syntax};
use crate::fact::AgreementKind;
use crate::lexicon::Classes;
use crate::parse::Run;

/// An agreement as the text names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AgreementSyntax {
    /// From the first qualifier to the last word of the title.
    pub(crate) phrase: Run,
    /// The noun.
    pub(crate) head: Run,
    pub(crate) kind: AgreementKind,
    /// Its proper name.
    pub(crate) name: Option<Run>,
    /// Whether it is an agreement only where sides or something done to it are named.
    pub(crate) loose: bool,
}

impl Syntax for AgreementSyntax {
    fn run(&self, _: Run) -> Run {
        self.phrase
    }
}

/// The rules of this family.
pub(crate) static RULES: &[Rule<AgreementSyntax>] = &[
    Rule::new("agreements/titled", NOUN, titled::titled),
    Rule::new("agreements/named", NOUN, named::named),
    Rule::new("agreements/sure", Classes::AGREEMENT_NOUN, sure::sure),
    Rule::new("agreements/loose", Classes::LOOSE_AGREEMENT_NOUN, loose::loose),
];

/// Nouns of either sort.
const NOUN: Classes = Classes::of(&[Classes::AGREEMENT_NOUN, Classes::LOOSE_AGREEMENT_NOUN]);
