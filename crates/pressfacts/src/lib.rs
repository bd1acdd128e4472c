//! Facts from press text: dates, named roles, statistics and agreements.
//!
//! Rule-based: nom parsers over a token stream, no models, no network. The same text gives the same facts, each with
//! its exact place in the text and the rule that found it.
//!
//! ```
//! use pressfacts::Extractor;
//!
//! let facts = Extractor::default().extract("The office opened on November 6, 2024.");
//! assert_eq!(facts.dates[0].text, "November 6, 2024");
//! assert_eq!(facts.dates[0].value, "2024-11-06");
//! ```
//!
//! The way of the data, a module a stage:
//!
//! 1. `layout`: text → blocks → sentences, tokens lexed once and classified against the `lexicon`
//! 2. `rules`, built of `grammar`'s productions: sentences → candidates, every match kept
//! 3. `resolve`: candidates that compete for tokens → one choice
//! 4. `normalize`: what the text has → what it means (TIMEX3, ISO 4217, UCUM)
//! 5. `link`: people and organizations across the document, dates to statistics and agreements
//! 6. `schema`: facts → [`Extraction`], which serialises to the output contract
//!
//! Offsets count UTF-8 bytes; [`Extraction::with_offsets`] turns them into code points or UTF-16 units. Money carries
//! ISO 4217 codes, measures UCUM codes, dates TIMEX3 values after TimeML 1.2.1.

mod decimal;
mod error;
mod explain;
mod extractor;
mod fact;
mod grammar;
mod layout;
mod lexicon;
mod link;
mod memo;
mod normalize;
mod parse;
mod resolve;
mod rules;
mod schema;
mod span;
#[cfg(test)]
mod testing;
mod token;

pub use decimal::{Decimal, NotADecimal};
pub use error::Error;
pub use explain::{CandidateTrace, Explanation, Outcome, TokenTrace};
#[doc(hidden)]
pub use extractor::Stage;
pub use extractor::{Extractor, Options, parse_published};
pub use fact::{
    Action, Agreement, AgreementKind, Basis, Bound, Change, Date, DateAnchor, DateField, DateModifier, DateType, Family, Link,
    NameOrder, Organization, Person, Published, Quant, Role, RoleStatus, Statistic, StatisticKind, StatisticModifier, Status,
};
pub use lexicon::Lexicon;
pub use schema::{Extraction, OffsetUnit, SCHEMA_VERSION};
pub use span::Span;
