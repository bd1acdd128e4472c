//! Rules: what each kind of fact looks like. A rule finds candidates; [`resolve`](crate::resolve) chooses among them.

pub(crate) mod agreement;
mod ahead;
pub(crate) mod date;
pub(crate) mod identifier;
pub(crate) mod role;
pub(crate) mod statistic;

use std::sync::LazyLock;

use nom::Input;

use agreement::AgreementSyntax;
use ahead::{Ahead, Signs};
use date::DateSyntax;
use identifier::IdentifierSyntax;
use role::RoleSyntax;
use statistic::StatisticSyntax;

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
}

impl Place {
    fn is(self, input: Tokens<'_>) -> bool {
        match self {
            Self::Any => true,
            Self::Line => role::opens_line(input),
            Self::Name => role::opens_name(input),
            Self::Touched => input.take_from(1).first().is_some_and(Token::glued),
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
    let tables = &*TABLES;
    let room = document.tokens.len() / TOKENS_PER_CANDIDATE;
    let mut dates = Search::of(date::RULES, &tables.dates, room);
    let mut roles = Search::of(role::RULES, &tables.roles, room);
    let mut statistics = Search::of(statistic::RULES, &tables.statistics, room);
    let mut agreements = Search::of(agreement::RULES, &tables.agreements, room);
    let mut identifiers = Search::of(identifier::RULES, &tables.identifiers, 0);
    for sentence in &document.sentences {
        let triggers = dates.enter(sentence.classes)
            | roles.enter(sentence.classes)
            | statistics.enter(sentence.classes)
            | agreements.enter(sentence.classes)
            | identifiers.enter(sentence.classes);
        // All families look at a place before the next one, while what they share is at hand.
        for position in sentence.tokens.clone() {
            let classes = document.classes_at(position);
            if !classes.any(triggers) {
                continue;
            }
            let input = Tokens::new(document, sentence.tokens.clone(), position);
            let mut ahead = None;
            dates.look(input, classes, &mut ahead);
            roles.look(input, classes, &mut ahead);
            statistics.look(input, classes, &mut ahead);
            agreements.look(input, classes, &mut ahead);
            identifiers.look(input, classes, &mut ahead);
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

/// The tables of all families, made once.
static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables {
    dates: Table::of(date::RULES),
    roles: Table::of(role::RULES),
    statistics: Table::of(statistic::RULES),
    agreements: Table::of(agreement::RULES),
    identifiers: Table::of(identifier::RULES),
});

struct Tables {
    dates: Table,
    roles: Table,
    statistics: Table,
    agreements: Table,
    identifiers: Table,
}

/// Which rules of a family to try where.
struct Table {
    /// The rules that each class triggers.
    triggered: [RuleSet; Classes::MOST],
    /// The rules that need the same.
    needing: Vec<Needing>,
    /// The rules that are tried at special places only.
    placed: Vec<(Place, RuleSet)>,
    /// The rules that have to lead to something.
    leading: RuleSet,
    /// Those of them that each class and each sign ahead allows.
    led_to: [RuleSet; Classes::MOST],
    signed: [RuleSet; Signs::MOST],
    /// The classes and signs of which one has to be ahead of one of them.
    ahead: Ahead,
}

/// Rules that need a word of the same classes.
struct Needing {
    needs: Classes,
    rules: RuleSet,
    /// The classes that trigger one of them.
    triggers: Classes,
}

impl Table {
    fn of<T>(rules: &[Rule<T>]) -> Self {
        let mut table = Self {
            triggered: [0; Classes::MOST],
            needing: Vec::new(),
            placed: Vec::new(),
            leading: 0,
            led_to: [0; Classes::MOST],
            signed: [0; Signs::MOST],
            ahead: Ahead::of(&[]),
        };
        for (index, rule) in rules.iter().enumerate() {
            for bit in rule.trigger.bits() {
                table.triggered[bit] |= 1 << index;
            }
            if let Some(ahead) = rule.ahead {
                table.leading |= 1 << index;
                table.ahead = table.ahead.and_also(ahead);
                ahead.classes.bits().for_each(|bit| table.led_to[bit] |= 1 << index);
                ahead.signs.bits().for_each(|bit| table.signed[bit] |= 1 << index);
            }
            let &Rule { needs, trigger, place, .. } = rule;
            match table.placed.iter_mut().find(|(known, _)| *known == place) {
                _ if place == Place::Any => {}
                Some((_, rules)) => *rules |= 1 << index,
                None => table.placed.push((place, 1 << index)),
            }
            match table.needing.iter_mut().find(|those| those.needs == needs) {
                Some(those) => (those.rules, those.triggers) = (those.rules | 1 << index, those.triggers | trigger),
                None => table.needing.push(Needing { needs, rules: 1 << index, triggers: trigger }),
            }
        }
        table
    }

    /// Of the rules, those for which enough is ahead.
    fn allowed(&self, rules: RuleSet, ahead: Ahead) -> RuleSet {
        let classes = ahead.classes.and(self.ahead.classes).bits();
        let signs = ahead.signs.and(self.ahead.signs).bits();
        let allowed = classes.fold(!self.leading, |all, bit| all | self.led_to[bit]);
        rules & signs.fold(allowed, |all, bit| all | self.signed[bit])
    }
}

/// The rules of one family at work.
struct Search<T: 'static> {
    rules: &'static [Rule<T>],
    table: &'static Table,
    /// The rules for the sentence at hand.
    at_work: RuleSet,
    /// The classes that trigger one of them.
    triggers: Classes,
    found: Vec<Candidate<T>>,
}

impl<T: Syntax> Search<T> {
    fn of(rules: &'static [Rule<T>], table: &'static Table, room: usize) -> Self {
        Self { rules, table, at_work: 0, triggers: Classes::NONE, found: Vec::with_capacity(room) }
    }

    /// Chooses the rules for a sentence of these classes; what triggers one of them.
    fn enter(&mut self, sentence: Classes) -> Classes {
        (self.at_work, self.triggers) = (0, Classes::NONE);
        for those in &self.table.needing {
            if those.needs == Classes::NONE || sentence.any(those.needs) {
                self.at_work |= those.rules;
                self.triggers = self.triggers | those.triggers;
            }
        }
        self.triggers
    }

    /// Tries the rules that one of the classes triggers, in the order of the table.
    fn look(&mut self, input: Tokens<'_>, classes: Classes, ahead: &mut Option<Ahead>) {
        let classes = classes.and(self.triggers);
        if classes == Classes::NONE {
            return;
        }
        let mut triggered = classes.bits().fold(0, |all, bit| all | self.table.triggered[bit]) & self.at_work;
        for &(place, rules) in &self.table.placed {
            if triggered & rules != 0 && !place.is(input) {
                triggered &= !rules;
            }
        }
        if triggered & self.table.leading != 0 {
            let ahead = *ahead.get_or_insert_with(|| Ahead::at(input));
            triggered = self.table.allowed(triggered, ahead);
        }
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
