//! A plan from a file, and what is reported to it.

use gb3838::plan::{Plan, Returns};

use crate::program::DataFile;

/// Reads a plan and checks it; the message of an error names the file.
pub(crate) fn read_plan(input: &DataFile) -> Result<Plan, String> {
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", input.name());
    let plan = gb3838_json::plan(&input.text()?);
    let plan = plan.map_err(|error| named(&reason(&error, "a plan")))?;
    plan.validate().map_err(|error| named(&error))?;
    Ok(plan)
}

/// Reads what is reported to a plan; the message of an error names the file.
pub(crate) fn read_returns(input: &DataFile) -> Result<Returns, String> {
    let returns = gb3838_json::returns(&input.text()?);
    returns.map_err(|error| format!("{}: {}", input.name(), reason(&error, "what is reported")))
}

/// What is wrong with a text that should be `what` as JSON: of a text that is no JSON, that.
fn reason(error: &serde_json::Error, what: &str) -> String {
    if error.is_data() { error.to_string() } else { format!("expected {what} as JSON: {error}") }
}
