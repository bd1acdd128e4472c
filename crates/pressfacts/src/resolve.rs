//! The arbiter: which of the candidates that compete for the same tokens is kept. Chosen here and nowhere else.
//!
//! Dates, statistics and identifiers compete with one another: a number is part of one of them. The longest candidate
//! wins; among equally long ones an identifier comes before a date and a date before a statistic, then the earlier rule
//! of the table. Roles compete with roles, agreements with agreements.

use std::cmp::Ordering;
use std::fmt::Debug;

use crate::parse::Run;
use crate::rules::agreement::AgreementSyntax;
use crate::rules::date::DateSyntax;
use crate::rules::role::RoleSyntax;
use crate::rules::statistic::StatisticSyntax;
use crate::rules::{Candidate, Candidates};

/// The candidates that were kept, each family in the order of the text.
#[derive(Debug)]
pub(crate) struct Selected {
    pub(crate) dates: Vec<Candidate<DateSyntax>>,
    pub(crate) roles: Vec<Candidate<RoleSyntax>>,
    pub(crate) statistics: Vec<Candidate<StatisticSyntax>>,
    pub(crate) agreements: Vec<Candidate<AgreementSyntax>>,
}

/// Keeps, of all candidates that overlap, the best.
pub(crate) fn choose(candidates: Candidates, tokens: usize) -> Selected {
    let [numbers_won, roles_won, agreements_won] = contests(&candidates).map(|contest| contest.decide(tokens));
    let Candidates { dates, roles, statistics, agreements, identifiers } = candidates;
    let (dates_won, statistics_won) = numbers_won[identifiers.len()..].split_at(dates.len());
    Selected {
        dates: kept(dates, dates_won),
        statistics: kept(statistics, statistics_won),
        roles: kept(roles, &roles_won),
        agreements: kept(agreements, &agreements_won),
    }
}

/// Who competes with whom: identifiers, dates and statistics; roles; agreements.
fn contests(candidates: &Candidates) -> [Contest; 3] {
    let Candidates { dates, roles, statistics, agreements, identifiers } = candidates;
    let mut numbers = Contest::of(identifiers.len() + dates.len() + statistics.len());
    numbers.enter(0, identifiers);
    numbers.enter(1, dates);
    numbers.enter(2, statistics);
    let [mut of_roles, mut of_agreements] = [Contest::of(roles.len()), Contest::of(agreements.len())];
    of_roles.enter(0, roles);
    of_agreements.enter(0, agreements);
    [numbers, of_roles, of_agreements]
}

/// What came of a candidate: for those who ask why.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) run: Run,
    pub(crate) rule: &'static str,
    pub(crate) syntax: String,
    /// The winner that took its tokens, that one's rule, and why it was the better.
    pub(crate) lost_to: Option<(Run, &'static str, &'static str)>,
}

/// What came of the candidates that cover the token `at`.
pub(crate) fn verdicts(candidates: &Candidates, tokens: usize, at: usize) -> Vec<Verdict> {
    let Candidates { dates, roles, statistics, agreements, identifiers } = candidates;
    let [numbers, of_roles, of_agreements] = contests(candidates);
    let mut all = judged(&numbers, tokens, at, &|entry| match entry.rank {
        0 => told(identifiers, entry),
        1 => told(dates, entry),
        _ => told(statistics, entry),
    });
    all.extend(judged(&of_roles, tokens, at, &|entry| told(roles, entry)));
    all.extend(judged(&of_agreements, tokens, at, &|entry| told(agreements, entry)));
    all
}

/// Rule and syntax of a candidate.
fn told<T: Debug>(candidates: &[Candidate<T>], entry: &Entry) -> (&'static str, String) {
    let candidate = &candidates[entry.index];
    (candidate.rule, format!("{:?}", candidate.syntax))
}

fn judged(contest: &Contest, tokens: usize, at: usize, told: &dyn Fn(&Entry) -> (&'static str, String)) -> Vec<Verdict> {
    let (entries, won) = (&contest.entries, contest.decide(tokens));
    let won: Vec<_> = entries.iter().zip(won).filter(|(_, won)| *won).map(|(entry, _)| entry).collect();
    let asked = entries.iter().filter(|entry| (entry.run.start..entry.run.end).contains(&at));
    let verdict = |entry: &Entry| {
        let meets = |other: &&&Entry| other.run.start < entry.run.end && entry.run.start < other.run.end;
        let winner = won.iter().find(meets).filter(|winner| ***winner != *entry);
        let because = |winner: &Entry| match winner.shortness.cmp(&entry.shortness) {
            Ordering::Less => "it is longer",
            _ if winner.rank < entry.rank => "as long; identifiers come before dates, dates before statistics",
            _ => "as long; it starts first, or its rule comes first in the table",
        };
        let lost_to = winner.map(|winner| (winner.run, told(winner).0, because(winner)));
        let (rule, syntax) = told(entry);
        Verdict { run: entry.run, rule, syntax, lost_to }
    };
    asked.map(verdict).collect()
}

/// A contest for tokens.
struct Contest {
    /// By their ranks, those of one rank in the order of the text.
    entries: Vec<Entry>,
}

/// A candidate of a contest: `index` counts within its `rank`.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Entry {
    /// Negative length, so that longer comes first.
    shortness: isize,
    rank: u8,
    index: usize,
    run: Run,
}

impl Contest {
    fn of(candidates: usize) -> Self {
        Self { entries: Vec::with_capacity(candidates) }
    }

    fn enter<T>(&mut self, rank: u8, candidates: &[Candidate<T>]) {
        let runs = candidates.iter().map(|candidate| candidate.run).enumerate();
        let entries = runs.map(|(index, run)| Entry { shortness: -run.len().cast_signed(), rank, index, run });
        self.entries.extend(entries);
    }

    /// Who wins, in the order of the entries: the longest, of equally long ones the first.
    fn decide(&self, tokens: usize) -> Vec<bool> {
        let mut won = vec![false; self.entries.len()];
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_unstable_by_key(|&place| (self.entries[place].shortness, place));
        let mut taken = if order.is_empty() { Vec::new() } else { vec![false; tokens] };
        for place in order {
            let run = &mut taken[self.entries[place].run.tokens()];
            if !run.contains(&true) {
                run.fill(true);
                won[place] = true;
            }
        }
        won
    }
}

/// The winners, in the order of the text.
fn kept<T>(mut candidates: Vec<Candidate<T>>, won: &[bool]) -> Vec<Candidate<T>> {
    let mut won = won.iter();
    candidates.retain(|_| won.next() == Some(&true));
    candidates.sort_by_key(|candidate| candidate.run);
    candidates
}
