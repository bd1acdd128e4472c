//! The arbiter: which of the candidates that compete for the same tokens is kept. Chosen here and nowhere else.
//!
//! Dates, statistics and identifiers compete with one another: a number is part of one of them. The longest candidate
//! wins; among equally long ones an identifier comes before a date and a date before a statistic, then the earlier rule
//! of the table. Roles compete with roles, agreements with agreements.

use crate::parse::Run;
use crate::rules::Candidate;
use crate::rules::agreement::AgreementSyntax;
use crate::rules::date::DateSyntax;
use crate::rules::identifier::IdentifierSyntax;
use crate::rules::role::RoleSyntax;
use crate::rules::statistic::StatisticSyntax;

/// All candidates of a document.
#[derive(Debug)]
pub(crate) struct Candidates {
    pub(crate) dates: Vec<Candidate<DateSyntax>>,
    pub(crate) roles: Vec<Candidate<RoleSyntax>>,
    pub(crate) statistics: Vec<Candidate<StatisticSyntax>>,
    pub(crate) agreements: Vec<Candidate<AgreementSyntax>>,
    pub(crate) identifiers: Vec<Candidate<IdentifierSyntax>>,
}

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
    let Candidates { dates, roles, statistics, agreements, identifiers } = candidates;
    let mut numbers = Contest::over(tokens);
    numbers.enter(0, identifiers.iter().map(|candidate| candidate.run));
    numbers.enter(1, dates.iter().map(|candidate| candidate.run));
    numbers.enter(2, statistics.iter().map(|candidate| candidate.run));
    let won = numbers.decide();
    let alone = |runs: Vec<Run>| {
        let mut contest = Contest::over(tokens);
        contest.enter(0, runs.into_iter());
        contest.decide()
    };
    let roles_won = alone(roles.iter().map(|candidate| candidate.run).collect());
    let agreements_won = alone(agreements.iter().map(|candidate| candidate.run).collect());
    Selected {
        dates: kept(dates, &won, 1),
        statistics: kept(statistics, &won, 2),
        roles: kept(roles, &roles_won, 0),
        agreements: kept(agreements, &agreements_won, 0),
    }
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
        let mut winners = Vec::new();
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
