//! Rules: what each kind of fact looks like. A rule finds candidates; [`resolve`](crate::resolve) chooses among them.

pub(crate) mod agreement;
pub(crate) mod date;
pub(crate) mod identifier;
pub(crate) mod role;
pub(crate) mod statistic;

use agreement::AgreementSyntax;
use date::DateSyntax;
use identifier::IdentifierSyntax;
use role::RoleSyntax;
use statistic::StatisticSyntax;

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
    /// It is tried only in a sentence that has a word of one of these classes, or anywhere where there are none: what spares
    /// most rules that start with a number from looking at every number.
    pub(crate) needs: Classes,
    pub(crate) parse: for<'t> fn(Tokens<'t>) -> PResult<'t, T>,
}

impl<T> Rule<T> {
    /// A rule that is tried in every sentence.
    pub(crate) const fn new(id: &'static str, trigger: Classes, parse: for<'t> fn(Tokens<'t>) -> PResult<'t, T>) -> Self {
        Self { id, trigger, needs: Classes::NONE, parse }
    }

    /// The same, where the sentence has a word of one of these classes.
    pub(crate) const fn needing(self, needs: Classes) -> Self {
        Self { needs, ..self }
    }
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

/// All candidates of a document, each family's in the order of the tokens that triggered them.
#[derive(Debug)]
pub(crate) struct Candidates {
    pub(crate) dates: Vec<Candidate<DateSyntax>>,
    pub(crate) roles: Vec<Candidate<RoleSyntax>>,
    pub(crate) statistics: Vec<Candidate<StatisticSyntax>>,
    pub(crate) agreements: Vec<Candidate<AgreementSyntax>>,
    pub(crate) identifiers: Vec<Candidate<IdentifierSyntax>>,
}

/// Every match of every rule in the document.
pub(crate) fn find(document: &Document<'_>) -> Candidates {
    let mut dates = Search::of(date::RULES);
    let mut roles = Search::of(role::RULES);
    let mut statistics = Search::of(statistic::RULES);
    let mut agreements = Search::of(agreement::RULES);
    let mut identifiers = Search::of(identifier::RULES);
    for sentence in &document.sentences {
        dates.enter(sentence.classes);
        roles.enter(sentence.classes);
        statistics.enter(sentence.classes);
        agreements.enter(sentence.classes);
        identifiers.enter(sentence.classes);
        // All families look at a place before the next one, while what they share is at hand.
        for position in sentence.tokens.clone() {
            let classes = document.classes_at(position);
            let input = Tokens::new(document, sentence.tokens.clone(), position);
            dates.look(input, classes);
            roles.look(input, classes);
            statistics.look(input, classes);
            agreements.look(input, classes);
            identifiers.look(input, classes);
        }
    }
    Candidates {
        dates: dates.found,
        roles: roles.found,
        statistics: statistics.found,
        agreements: agreements.found,
        identifiers: identifiers.found,
    }
}

/// A set of rules of one family, as bits by their places in its table.
type RuleSet = u128;

/// The rules of one family at work.
struct Search<T: 'static> {
    rules: &'static [Rule<T>],
    /// The classes that trigger a rule.
    triggers: Classes,
    /// The rules that each class triggers.
    by_class: [RuleSet; Classes::MOST],
    /// What rules need, and those that need it.
    by_need: Vec<(Classes, RuleSet)>,
    /// The rules for the sentence at hand.
    at_work: RuleSet,
    found: Vec<Candidate<T>>,
}

impl<T: Syntax> Search<T> {
    fn of(rules: &'static [Rule<T>]) -> Self {
        let (triggers, by_need) = (Classes::NONE, Vec::new());
        let mut search = Self { rules, triggers, by_class: [0; Classes::MOST], by_need, at_work: 0, found: Vec::new() };
        for (index, rule) in rules.iter().enumerate() {
            search.triggers = search.triggers | rule.trigger;
            for bit in rule.trigger.bits() {
                search.by_class[bit] |= 1 << index;
            }
            match search.by_need.iter_mut().find(|(needs, _)| *needs == rule.needs) {
                Some((_, those)) => *those |= 1 << index,
                None => search.by_need.push((rule.needs, 1 << index)),
            }
        }
        search
    }

    /// Chooses the rules for a sentence of these classes.
    fn enter(&mut self, sentence: Classes) {
        let met = self.by_need.iter().filter(|(needs, _)| *needs == Classes::NONE || sentence.any(*needs));
        self.at_work = met.fold(0, |all, (_, those)| all | those);
    }

    /// Tries the rules that one of the classes triggers, in the order of the table.
    fn look(&mut self, input: Tokens<'_>, classes: Classes) {
        if !classes.any(self.triggers) {
            return;
        }
        let mut triggered = classes.and(self.triggers).bits().fold(0, |all, bit| all | self.by_class[bit]) & self.at_work;
        while triggered != 0 {
            let rule = &self.rules[triggered.trailing_zeros() as usize];
            triggered &= triggered - 1;
            if let Ok((rest, syntax)) = (rule.parse)(input) {
                let run = syntax.run(input.until(rest));
                self.found.push(Candidate { run, rule: rule.id, syntax });
            }
        }
    }
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

    #[test]
    fn a_set_of_rules_has_room_for_every_family() {
        let most = super::RuleSet::BITS as usize;
        assert!(super::date::RULES.len() <= most && super::statistic::RULES.len() <= most);
        assert!(super::role::RULES.len() <= most && super::agreement::RULES.len() <= most);
        assert!(super::identifier::RULES.len() <= most);
    }

    fn ids<T>(rules: &[super::Rule<T>]) -> Vec<&'static str> {
        rules.iter().map(|rule| rule.id).collect()
    }
}
