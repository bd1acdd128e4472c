//! Feasts, with their year or without.

use super::explicit::{framed, opt_year, verify_free};
use super::mention::moment_mention;
use super::syntax::{DateSyntax, Field, Moment};
use crate::grammar::holiday::holiday as holiday_name;
use crate::parse::{PResult, Tokens};

/// A holiday, with its year or without.
pub(super) fn holiday(input: Tokens<'_>) -> PResult<'_, Moment> {
    let (rest, holiday) = holiday_name(input)?;
    let (rest, year) = opt_year(rest)?;
    Ok((rest, framed(year, Field::Holiday(holiday))))
}

/// A rule's production: holidays.
pub(super) fn holiday_mention(input: Tokens<'_>) -> PResult<'_, DateSyntax> {
    moment_mention(input, verify_free(holiday))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_dates;

    #[test]
    fn holidays() {
        check_dates("On [Thanksgiving Day 1999] they met.", &["1999-11-25"]);
        check_dates("On [Easter Sunday 2024] they met.", &["2024-03-31"]);
        check_dates("On [International Women's Day 2024] they met.", &["2024-03-08"]);
        check_dates("On [New Year’s Eve 2024] and [Presidents' Day 2024] they met.", &["2024-12-31", "2024-02-19"]);
        check_dates("In the new year, women’s days were long.", &[]);
        check_dates("They gave thanks on Easter Island.", &[]);
    }
}
