//! What commands print beside their tables.

use std::fmt::Display;
use std::io::Write;

/// Says something to the person; when that cannot be written, the work goes on.
pub fn say(messages: &mut dyn Write, message: &dyn Display) {
    drop(writeln!(messages, "{message}"));
}
