//! Rules: what each kind of fact looks like. A rule finds candidates; [`resolve`](crate::resolve) chooses among them.

pub(crate) mod agreement;
pub(crate) mod date;
pub(crate) mod identifier;
pub(crate) mod role;
pub(crate) mod statistic;

use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens};

/// One production that makes candidates of one kind.
#[derive(Debug)]
pub(crate) struct Rule<T> {
    /// `family/name`, as the output shows it.
    pub(crate) id: &'static str,
    /// The rule is tried where the next token, or a phrase that starts there, is of one of these classes.
    pub(crate) trigger: Classes,
    pub(crate) parse: for<'t> fn(Tokens<'t>) -> PResult<'t, T>,
}

/// What a rule makes of the text, before anything is interpreted.
pub(crate) trait Syntax {
    /// The tokens that it stands on, given those that the production took from the trigger on.
    fn run(&self, taken: Run) -> Run {
        taken
    }
}

/// A match of a rule. Every match is kept until one is chosen.
#[derive(Debug)]
pub(crate) struct Candidate<T> {
    pub(crate) run: Run,
    pub(crate) rule: &'static str,
    pub(crate) syntax: T,
}

/// Every match of the rules in the document, in the order of the tokens that triggered them.
pub(crate) fn find<T: Syntax>(document: &Document<'_>, rules: &'static [Rule<T>]) -> Vec<Candidate<T>> {
    let triggers = rules.iter().fold(Classes::NONE, |all, rule| all | rule.trigger);
    let mut candidates = Vec::new();
    for sentence in &document.sentences {
        for position in sentence.tokens.clone() {
            let classes = document.classes_at(position);
            if !classes.any(triggers) {
                continue;
            }
            let input = Tokens::new(document, sentence.tokens.clone(), position);
            for rule in rules.iter().filter(|rule| rule.trigger.any(classes)) {
                if let Ok((rest, syntax)) = (rule.parse)(input) {
                    let run = syntax.run(input.until(rest));
                    candidates.push(Candidate { run, rule: rule.id, syntax });
                }
            }
        }
    }
    candidates
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_a_name_of_its_own_in_its_family() {
        let ids = [
            ("dates", ids(super::date::RULES)),
            ("roles", ids(super::role::RULES)),
            ("statistics", ids(super::statistic::RULES)),
            ("agreements", ids(super::agreement::RULES)),
            ("identifiers", ids(super::identifier::RULES)),
        ];
        let mut seen = BTreeSet::new();
        for (family, id) in ids.into_iter().flat_map(|(family, ids)| ids.into_iter().map(move |id| (family, id))) {
            assert!(id.split_once('/').is_some_and(|(folder, name)| folder == family && !name.is_empty()), "{id}");
            assert!(seen.insert(id), "{id} stands twice");
        }
    }

    fn ids<T>(rules: &[super::Rule<T>]) -> Vec<&'static str> {
        rules.iter().map(|rule| rule.id).collect()
    }
}
