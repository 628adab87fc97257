//! The other side of the protocol: cases come in, the library's answers go out.

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::answer_of_library;
use super::program::PROTOCOL;

/// Answers line by line until the input ends.
///
/// # Errors
/// When a line cannot be read or an answer cannot be written.
pub fn answer_all(input: impl BufRead, out: &mut impl Write) -> io::Result<()> {
    let mut data_root = PathBuf::new();
    for line in input.lines() {
        let reply = match serde_json::from_str(&line?) {
            Ok(Value::Object(message)) if message.contains_key("protocol") => {
                if let Some(Value::String(root)) = message.get("data_root") {
                    data_root = PathBuf::from(root);
                }
                json!({
                    "protocol": PROTOCOL,
                    "program": concat!("gb3838 ", env!("CARGO_PKG_VERSION")),
                })
            }
            Ok(Value::Object(message)) => answer(&message, &data_root),
            _ => json!({"id": null, "error": "expected an object in one line"}),
        };
        writeln!(out, "{reply}")?;
        out.flush()?;
    }
    Ok(())
}

fn answer(message: &Map<String, Value>, data_root: &Path) -> Value {
    let id = message.get("id").cloned().unwrap_or_default();
    let (Some(Value::String(kind)), Some(Value::Object(input))) =
        (message.get("kind"), message.get("input"))
    else {
        return json!({"id": id, "error": "expected a kind as text and an input as object"});
    };
    match answer_of_library(kind, input, data_root) {
        Ok(Some(answer)) => json!({"id": id, "answer": answer}),
        Ok(None) => json!({"id": id, "unsupported": true}),
        Err(error) => json!({"id": id, "error": error}),
    }
}
