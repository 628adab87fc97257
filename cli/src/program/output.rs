//! What commands print beside their tables.

use std::fmt::Display;
use std::io::Write;

use crate::program::Stop;

/// Says something to the person; when that cannot be written, the work goes on.
pub(crate) fn say(messages: &mut dyn Write, message: &dyn Display) {
    drop(writeln!(messages, "{message}"));
}

/// Writes plain data.
pub(crate) fn write_json(out: &mut dyn Write, data: &impl serde::Serialize) -> Result<(), Stop> {
    let json = serde_json::to_string_pretty(data).map_err(|error| error.to_string())?;
    writeln!(out, "{json}").map_err(|error| Stop::output(&error))
}
