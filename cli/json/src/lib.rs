//! Plans, and what is reported to them, out of JSON.
//!
//! **No published interface.** A package of its own, since their many keys are much code that need
//! not be fast.

use gb3838::plan::{Plan, Returns};
use serde_json::Error;

/// A plan, not yet checked.
///
/// # Errors
/// When the text is no JSON, or of another shape; with the place in it.
pub fn plan(text: &str) -> Result<Plan, Error> {
    serde_json::from_str(text)
}

/// What is reported to a plan.
///
/// # Errors
/// When the text is no JSON, or of another shape; with the place in it.
pub fn returns(text: &str) -> Result<Returns, Error> {
    serde_json::from_str(text)
}
