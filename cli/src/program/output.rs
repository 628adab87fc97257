//! Plain data, as commands print them.

use std::io::Write;

use crate::program::Stop;

/// Writes plain data.
pub(crate) fn write_json(out: &mut dyn Write, data: &impl serde::Serialize) -> Result<(), Stop> {
    let json = serde_json::to_string_pretty(data).map_err(|error| error.to_string())?;
    writeln!(out, "{json}").map_err(|error| Stop::output(&error))
}
