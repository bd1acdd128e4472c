//! The civil days that a modifier leaves of a period.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::fact::DateModifier;

/// First and last day of what the modifier leaves of the days from `first` to `last`.
///
/// By convention, the start, the middle and the end of a period are its thirds: four months of a year, one month of a
/// quarter, ten days of a month and what is left at its end. `pre-2019` and `post-2030` cover the days before or behind
/// the year, without an end. The other modifiers leave all days.
pub(super) fn narrowed(
    modifier: Option<DateModifier>,
    first: NaiveDate,
    last: NaiveDate,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let whole = (Some(first), Some(last));
    let third = match modifier {
        Some(DateModifier::Before) => return (None, first.pred_opt()),
        Some(DateModifier::After) => return (last.succ_opt(), None),
        Some(DateModifier::Start | DateModifier::Mid | DateModifier::End) => thirds(first, last),
        _ => None,
    };
    let Some((second, third)) = third else { return whole };
    match modifier {
        Some(DateModifier::Start) => (Some(first), second.pred_opt()),
        Some(DateModifier::Mid) => (Some(second), third.pred_opt()),
        _ => (Some(third), Some(last)),
    }
}

/// First days of the second and the last third: of whole months where there are as many, else of days. Nothing where there
/// are not three days.
fn thirds(first: NaiveDate, last: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let after = last.succ_opt()?;
    let months = months_since_zero(after) - months_since_zero(first);
    if first.day() == 1 && after.day() == 1 && months % 3 == 0 {
        let third = Months::new(u32::try_from(months / 3).ok()?);
        let second = first.checked_add_months(third)?;
        return Some((second, second.checked_add_months(third)?));
    }
    let days = u64::try_from((after - first).num_days()).ok()?;
    // Of February, too, ten days are early.
    let third = Days::new(if (28..=31).contains(&days) { 10 } else { (days + 1) / 3 });
    let second = first.checked_add_days(third)?;
    let last_third = second.checked_add_days(third)?;
    (days > 2).then_some((second, last_third))
}

/// Months up to the one that the day is in.
fn months_since_zero(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0().cast_signed()
}
