//! Rules: what each kind of fact looks like. A rule finds candidates; [`resolve`](crate::resolve) chooses among them.

pub(crate) mod agreement;
mod ahead;
pub(crate) mod date;
pub(crate) mod identifier;
pub(crate) mod role;
pub(crate) mod statistic;
mod table;

use std::sync::LazyLock;

use nom::Input;

use agreement::AgreementSyntax;
use ahead::{Ahead, Signs, Way};
use date::DateSyntax;
use identifier::IdentifierSyntax;
use role::RoleSyntax;
use statistic::StatisticSyntax;
use table::{Recent, RuleSet, Table};

use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::{PResult, Run, Tokens};
use crate::token::Token;

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
    /// What has to be at a place besides the trigger.
    pub(crate) place: Place,
    /// What it has to lead to, itself among it, where that is known.
    pub(crate) ahead: Option<Ahead>,
    pub(crate) parse: for<'t> fn(Tokens<'t>) -> PResult<'t, T>,
}

/// What has to be at a place for rules to be tried there: asked once for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Any,
    /// The start of a line.
    Line,
    /// The start of a person's name.
    Name,
    /// A word that the next one touches.
    Touched,
    /// Right behind a word of one of these classes, or behind one of these signs.
    Behind(Classes, Signs),
}

impl Place {
    fn is(self, input: Tokens<'_>) -> bool {
        match self {
            Self::Any => true,
            Self::Line => role::opens_line(input),
            Self::Name => role::opens_name(input),
            Self::Touched => input.take_from(1).first().is_some_and(Token::glued),
            Self::Behind(classes, signs) => {
                input.previous().is_some_and(|before| before.opens.any(classes) || signs.has(before.kind))
            }
        }
    }
}

impl<T> Rule<T> {
    /// A rule that is tried in every sentence.
    pub(crate) const fn new(id: &'static str, trigger: Classes, parse: for<'t> fn(Tokens<'t>) -> PResult<'t, T>) -> Self {
        Self { id, trigger, needs: Classes::NONE, place: Place::Any, ahead: None, parse }
    }

    /// The same, where the sentence has a word of one of these classes.
    pub(crate) const fn needing(self, needs: Classes) -> Self {
        Self { needs, ..self }
    }

    /// The same, where one of these is ahead.
    pub(crate) const fn leading_to(self, ahead: Ahead) -> Self {
        // What is ahead is in the sentence as well.
        let needs = if ahead.signs.is_empty() { ahead.classes } else { self.needs };
        Self { ahead: Some(ahead), needs, ..self }
    }

    /// The same, at such places only.
    pub(crate) const fn at(self, place: Place) -> Self {
        Self { place, ..self }
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

/// How many tokens press text has for each candidate of a family, or more.
const TOKENS_PER_CANDIDATE: usize = 24;

/// Every match of every rule in the document.
pub(crate) fn find(document: &Document<'_>) -> Candidates {
    let (table, room) = (&*TABLE, document.tokens.len() / TOKENS_PER_CANDIDATE);
    let (mut recent, mut way) = (Recent::of(table), Way::new());
    let mut found = Candidates {
        dates: Vec::with_capacity(room),
        roles: Vec::with_capacity(room),
        statistics: Vec::with_capacity(room),
        agreements: Vec::with_capacity(room),
        identifiers: Vec::new(),
    };
    for sentence in &document.sentences {
        let (at_work, triggers) = table.at_work(sentence.classes);
        // All families look at a place before the next one, while what they share is at hand.
        for position in sentence.tokens.clone() {
            let classes = document.classes_at(position);
            if !classes.any(triggers) {
                continue;
            }
            let input = Tokens::new(document, sentence.tokens.clone(), position);
            let rules = table.placed(recent.triggered(classes).and(at_work), |place| place.is(input));
            table.led(rules, || way.ahead(input)).for_each(|rule| found.look(rule, input));
        }
    }
    found
}

const _: () = {
    let facts = date::RULES.len() + role::RULES.len() + statistic::RULES.len() + agreement::RULES.len();
    assert!(facts + identifier::RULES.len() <= RuleSet::MOST, "a set of rules has room for all");
};

/// The rules of all families, in the order in which [`Candidates::look`] has them.
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let table = Table::new().with(date::RULES).with(role::RULES).with(statistic::RULES);
    table.with(agreement::RULES).with(identifier::RULES)
});

impl Candidates {
    /// Tries the rule of that number in the table.
    fn look(&mut self, rule: usize, input: Tokens<'_>) {
        let rule = look(date::RULES, rule, input, &mut self.dates);
        let rule = rule.and_then(|rule| look(role::RULES, rule, input, &mut self.roles));
        let rule = rule.and_then(|rule| look(statistic::RULES, rule, input, &mut self.statistics));
        let rule = rule.and_then(|rule| look(agreement::RULES, rule, input, &mut self.agreements));
        rule.and_then(|rule| look(identifier::RULES, rule, input, &mut self.identifiers));
    }
}

/// Tries the family's rule of that number; where there are not so many, the number among those of the next family.
fn look<T: Syntax>(rules: &[Rule<T>], rule: usize, input: Tokens<'_>, found: &mut Vec<Candidate<T>>) -> Option<usize> {
    let Some(rule) = rules.get(rule) else { return Some(rule - rules.len()) };
    if let Ok((rest, syntax)) = (rule.parse)(input) {
        let run = syntax.run(input.until(rest));
        found.push(Candidate { run, rule: rule.id, syntax });
    }
    None
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
