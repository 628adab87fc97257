//! A plan from a file.

use gb3838::plan::Plan;

use crate::program::DataFile;

/// Reads a plan and checks it; the message of an error names the file.
pub(crate) fn read_plan(input: &DataFile) -> Result<Plan, String> {
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", input.name());
    let plan = gb3838_json::plan(&input.text()?).map_err(|error| named(&error))?;
    plan.validate().map_err(|error| named(&error))?;
    Ok(plan)
}
