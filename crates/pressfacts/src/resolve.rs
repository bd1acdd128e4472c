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
    let [numbers, roles_won, agreements_won] = contests(&candidates, tokens).map(Contest::decide);
    let Candidates { dates, roles, statistics, agreements, .. } = candidates;
    Selected {
        dates: kept(dates, &numbers, 1),
        statistics: kept(statistics, &numbers, 2),
        roles: kept(roles, &roles_won, 0),
        agreements: kept(agreements, &agreements_won, 0),
    }
}

/// Who competes with whom: dates, statistics and identifiers; roles; agreements.
fn contests(candidates: &Candidates, tokens: usize) -> [Contest; 3] {
    let Candidates { dates, roles, statistics, agreements, identifiers } = candidates;
    let mut numbers = Contest::over(tokens);
    numbers.enter(0, identifiers.iter().map(|candidate| candidate.run));
    numbers.enter(1, dates.iter().map(|candidate| candidate.run));
    numbers.enter(2, statistics.iter().map(|candidate| candidate.run));
    let [mut of_roles, mut of_agreements] = [Contest::over(tokens), Contest::over(tokens)];
    of_roles.enter(0, roles.iter().map(|candidate| candidate.run));
    of_agreements.enter(0, agreements.iter().map(|candidate| candidate.run));
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
    let [numbers, of_roles, of_agreements] = contests(candidates, tokens);
    let mut all = judged(numbers, at, &|entry| match entry.rank {
        0 => told(identifiers, entry),
        1 => told(dates, entry),
        _ => told(statistics, entry),
    });
    all.extend(judged(of_roles, at, &|entry| told(roles, entry)));
    all.extend(judged(of_agreements, at, &|entry| told(agreements, entry)));
    all
}

/// Rule and syntax of a candidate.
fn told<T: Debug>(candidates: &[Candidate<T>], entry: &Entry) -> (&'static str, String) {
    let candidate = &candidates[entry.index];
    (candidate.rule, format!("{:?}", candidate.syntax))
}

fn judged(contest: Contest, at: usize, told: &dyn Fn(&Entry) -> (&'static str, String)) -> Vec<Verdict> {
    let entries = contest.entries.clone();
    let won = contest.decide();
    let won: Vec<_> = entries.iter().filter(|entry| won.binary_search(&(entry.rank, entry.index)).is_ok()).collect();
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
    taken: Vec<bool>,
    entries: Vec<Entry>,
}

/// A candidate of a contest: `index` counts within its `rank`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// Negative length, so that longer comes first.
    shortness: isize,
    rank: u8,
    index: usize,
    run: Run,
}

impl Contest {
    fn over(tokens: usize) -> Self {
        Self { taken: vec![false; tokens], entries: Vec::new() }
    }

    fn enter(&mut self, rank: u8, runs: impl Iterator<Item = Run>) {
        let entries = runs.enumerate().map(|(index, run)| Entry { shortness: -run.len().cast_signed(), rank, index, run });
        self.entries.extend(entries);
    }

    /// Rank and index of the winners.
    fn decide(mut self) -> Vec<(u8, usize)> {
        self.entries.sort_unstable();
        let mut winners = Vec::with_capacity(self.entries.len());
        for entry in self.entries {
            let tokens = &mut self.taken[entry.run.start..entry.run.end];
            if !tokens.contains(&true) {
                tokens.fill(true);
                winners.push((entry.rank, entry.index));
            }
        }
        winners.sort_unstable();
        winners
    }
}

/// The winners of that rank, in the order of the text.
fn kept<T>(candidates: Vec<Candidate<T>>, winners: &[(u8, usize)], rank: u8) -> Vec<Candidate<T>> {
    let won = |index: &usize| winners.binary_search(&(rank, *index)).is_ok();
    let mut kept: Vec<_> =
        candidates.into_iter().enumerate().filter(|(index, _)| won(index)).map(|(_, candidate)| candidate).collect();
    kept.sort_by_key(|candidate| candidate.run);
    kept
}
