//! Which rules to try where: those of all families in one table, told by what triggers them and what they need.

use super::ahead::{Ahead, Signs};
use super::{Place, Rule};
use crate::lexicon::Classes;

/// Rules of all families, as bits by their places in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RuleSet([u64; Self::WORDS]);

impl RuleSet {
    const WORDS: usize = 3;
    /// How many rules there can be.
    pub(super) const MOST: usize = Self::WORDS * u64::BITS as usize;
    const NONE: Self = Self([0; Self::WORDS]);

    fn of(rule: usize) -> Self {
        let mut only = Self::NONE;
        only.insert(rule);
        only
    }

    fn insert(&mut self, rule: usize) {
        self.0[rule / 64] |= 1 << (rule % 64);
    }

    /// What the two words of each place come to.
    fn with(self, other: Self, join: impl Fn(u64, u64) -> u64) -> Self {
        Self(std::array::from_fn(|at| join(self.0[at], other.0[at])))
    }

    fn or(self, other: Self) -> Self {
        self.with(other, |one, other| one | other)
    }

    pub(super) fn and(self, other: Self) -> Self {
        self.with(other, |one, other| one & other)
    }

    fn without(self, other: Self) -> Self {
        self.with(other, |one, other| one & !other)
    }

    pub(super) fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// The rules in it, in their order.
    pub(super) fn for_each(self, mut each: impl FnMut(usize)) {
        for (word, mut left) in self.0.into_iter().enumerate() {
            while left != 0 {
                each(word * 64 + left.trailing_zeros() as usize);
                left &= left - 1;
            }
        }
    }
}

/// The rules by what has to be there for them to be tried.
pub(super) struct Table {
    /// How many rules there are.
    len: usize,
    /// The rules that each class triggers.
    triggered: [RuleSet; Classes::MOST],
    /// The rules that need nothing else in their sentence, and those for which a word of each class is enough.
    always: Needing,
    needing: [Needing; Classes::MOST],
    /// The classes that a rule needs.
    needed: Classes,
    /// The rules that are tried at special places only, and all of them together.
    placed: Vec<(Place, RuleSet)>,
    all_placed: RuleSet,
    /// The rules that have to lead to something.
    leading: RuleSet,
    /// Those of them that each class and each sign ahead allows.
    led_to: [RuleSet; Classes::MOST],
    signed: [RuleSet; Signs::MOST],
    /// The classes and signs of which one has to be ahead of one of them.
    ahead: Ahead,
}

/// Rules that need the same in their sentence.
#[derive(Clone, Copy)]
struct Needing {
    rules: RuleSet,
    /// The classes that trigger one of them.
    triggers: Classes,
}

impl Needing {
    const NONE: Self = Self { rules: RuleSet::NONE, triggers: Classes::NONE };

    fn insert(&mut self, rule: usize, trigger: Classes) {
        self.rules.insert(rule);
        self.triggers = self.triggers | trigger;
    }
}

impl Table {
    pub(super) fn new() -> Self {
        Self {
            len: 0,
            triggered: [RuleSet::NONE; Classes::MOST],
            always: Needing::NONE,
            needing: [Needing::NONE; Classes::MOST],
            needed: Classes::NONE,
            placed: Vec::new(),
            all_placed: RuleSet::NONE,
            leading: RuleSet::NONE,
            led_to: [RuleSet::NONE; Classes::MOST],
            signed: [RuleSet::NONE; Signs::MOST],
            ahead: Ahead::of(&[]),
        }
    }

    /// The same with the rules of a family behind those that are there.
    pub(super) fn with<T>(mut self, rules: &[Rule<T>]) -> Self {
        for rule in rules {
            self.add(rule);
        }
        self
    }

    fn add<T>(&mut self, rule: &Rule<T>) {
        let index = self.len;
        self.len += 1;
        rule.trigger.bits().for_each(|bit| self.triggered[bit].insert(index));
        if let Some(ahead) = rule.ahead {
            self.leading.insert(index);
            self.ahead = self.ahead.and_also(ahead);
            ahead.classes.bits().for_each(|bit| self.led_to[bit].insert(index));
            ahead.signs.bits().for_each(|bit| self.signed[bit].insert(index));
        }
        if rule.place != Place::Any {
            self.all_placed.insert(index);
            match self.placed.iter_mut().find(|(place, _)| *place == rule.place) {
                Some((_, rules)) => rules.insert(index),
                None => self.placed.push((rule.place, RuleSet::of(index))),
            }
        }
        if rule.needs == Classes::NONE {
            self.always.insert(index, rule.trigger);
        }
        self.needed = self.needed | rule.needs;
        rule.needs.bits().for_each(|bit| self.needing[bit].insert(index, rule.trigger));
    }

    /// The rules for a sentence of these classes, and the classes that trigger one of them.
    pub(super) fn at_work(&self, sentence: Classes) -> (RuleSet, Classes) {
        let those = sentence.and(self.needed).bits().map(|bit| self.needing[bit]);
        let all = those.fold(self.always, |all, those| Needing {
            rules: all.rules.or(those.rules),
            triggers: all.triggers | those.triggers,
        });
        (all.rules, all.triggers)
    }

    /// The rules that one of the classes triggers.
    fn triggered(&self, classes: Classes) -> RuleSet {
        classes.bits().fold(RuleSet::NONE, |all, bit| all.or(self.triggered[bit]))
    }

    /// Of the rules, those that may be tried at a place, as `is` says of it.
    pub(super) fn placed(&self, rules: RuleSet, is: impl Fn(Place) -> bool) -> RuleSet {
        if rules.and(self.all_placed).is_empty() {
            return rules;
        }
        self.placed.iter().fold(
            rules,
            |left, (place, theirs)| {
                if left.and(*theirs).is_empty() || is(*place) { left } else { left.without(*theirs) }
            },
        )
    }

    /// Of the rules, those for which enough is ahead; `ahead` is asked where it matters.
    pub(super) fn led(&self, rules: RuleSet, ahead: impl FnOnce() -> Ahead) -> RuleSet {
        if rules.and(self.leading).is_empty() {
            return rules;
        }
        let Ahead { classes, signs } = ahead();
        let allowed = classes.and(self.ahead.classes).bits().fold(RuleSet::NONE, |all, bit| all.or(self.led_to[bit]));
        let allowed = signs.and(self.ahead.signs).bits().fold(allowed, |all, bit| all.or(self.signed[bit]));
        rules.without(self.leading.without(allowed))
    }
}

/// How many sets of classes are kept.
const SEEN: usize = 64;

/// What the sets of classes last seen trigger: most words of a text have one of a few.
pub(super) struct Recent<'t> {
    table: &'t Table,
    seen: [(Classes, RuleSet); SEEN],
}

impl<'t> Recent<'t> {
    pub(super) fn of(table: &'t Table) -> Self {
        Self { table, seen: [(Classes::NONE, RuleSet::NONE); SEEN] }
    }

    /// The rules that one of the classes triggers.
    pub(super) fn triggered(&mut self, classes: Classes) -> RuleSet {
        let place = &mut self.seen[classes.folded() % SEEN];
        if place.0 != classes {
            *place = (classes, self.table.triggered(classes));
        }
        place.1
    }
}

#[cfg(test)]
mod tests {
    use super::RuleSet;

    fn set(rules: &[usize]) -> RuleSet {
        let mut set = RuleSet::NONE;
        for &rule in rules {
            set.insert(rule);
        }
        set
    }

    #[test]
    fn a_set_has_what_was_put_in() {
        let borders = [0, 63, 64, 127, 128, RuleSet::MOST - 1];
        let mut found = Vec::new();
        set(&borders).for_each(|rule| found.push(rule));
        assert_eq!(found, borders);
        assert!(set(&[]).is_empty() && !set(&[RuleSet::MOST - 1]).is_empty());
    }

    #[test]
    fn sets_are_joined_and_parted() {
        assert_eq!(set(&[1, 64]).or(set(&[64, 130])), set(&[1, 64, 130]));
        assert_eq!(set(&[1, 64, 130]).and(set(&[64, 2])), set(&[64]));
        assert_eq!(set(&[1, 64, 130]).without(set(&[64, 2])), set(&[1, 130]));
    }
}
