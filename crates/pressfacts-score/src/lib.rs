//! Holds what is found in texts against what should be: gold files, for precision, recall and F1 a family; and stored
//! expectations, for what has changed since.
//!
//! Gold mentions and reported ones are both JSON objects with the fields of the output contract: what is scored is what is
//! printed. A gold mention with `"optional": true` may be found or left out; a gold field that may rightly be read in
//! several ways holds a list of them; a family whose key a gold file leaves out is not judged on it.
//!
//! ```
//! use pressfacts_score::{Gold, Score};
//!
//! let gold = Gold::read(r#"{"dates": [{"start": 3, "end": 14, "type": "DATE", "value": "2024-05-03"}]}"#)?;
//! let found = serde_json::json!({"dates": [{"start": 3, "end": 14, "type": "DATE", "value": "2024-05-03"}]});
//! let mut score = Score::default();
//! score.add(&gold, &found);
//! assert_eq!(score.figure("dates value"), Some(100.0));
//! # Ok::<(), pressfacts_score::GoldError>(())
//! ```

mod compare;
mod difference;
mod expectation;
mod field;
mod gold;
mod passage;
mod score;

pub use difference::{Difference, DifferenceKind};
pub use expectation::{Expectation, ExpectationError, stored};
pub use field::{is_reference, plain};
pub use gold::{Gold, GoldError};
pub use passage::{bytes, one_line, passage};
pub use score::{Count, Fault, FaultKind, Score};
