//! The corpus test.
