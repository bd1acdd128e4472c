//! When statistics hold and agreements are made.

use crate::fact::{Agreement, Date, Statistic};
use crate::layout::Document;

/// Gives each statistic the date that it holds for.
pub(crate) fn date_statistics(_document: &Document<'_>, _dates: &[Date], _statistics: &mut [Statistic]) {}

/// Gives each agreement the date of what happens to it.
pub(crate) fn date_agreements(_document: &Document<'_>, _dates: &[Date], _agreements: &mut [Agreement]) {}
