//! Results for machines: JSON, and JUnit XML.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::outcome::{Counts, Judged, Outcome, by_flag};

fn counts_as_json(counts: &Counts) -> Value {
    json!({
        "pass": counts.passed,
        "fail": counts.failed,
        "conflict": counts.conflicts,
        "narrative": counts.narratives,
        "unsupported": counts.unsupported,
    })
}

/// One object: the counts, those of each flag, and each case.
pub(crate) fn print_json(results: &[Judged<'_>], out: &mut impl Write) -> io::Result<()> {
    let flags: Map<String, Value> = by_flag(results)
        .into_iter()
        .map(|(flag, counts)| (flag.to_owned(), counts_as_json(&counts)))
        .collect();
    let cases: Vec<Value> = results
        .iter()
        .map(|judged| {
            let why = match &judged.outcome {
                Outcome::Failed(reason) => Some(reason),
                _ => None,
            };
            json!({
                "id": judged.case.id,
                "kind": judged.case.kind,
                "outcome": judged.outcome.name(),
                "why": why,
            })
        })
        .collect();
    let counts = Counts::of(results.iter().map(|judged| &judged.outcome));
    let whole = json!({"counts": counts_as_json(&counts), "flags": flags, "cases": cases});
    writeln!(out, "{whole:#}")
}

/// A test suite a file, a test case a case; what is not computed is skipped.
pub(crate) fn print_junit(results: &[Judged<'_>], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<testsuites name="conformance">"#)?;
    for file in results.chunk_by(|left, right| left.file == right.file) {
        let name = file.first().map_or("", |judged| judged.file);
        let counts = Counts::of(file.iter().map(|judged| &judged.outcome));
        writeln!(
            out,
            r#" <testsuite name="{}" tests="{}" failures="{}" skipped="{}" errors="0">"#,
            escaped(name),
            file.len(),
            counts.failed,
            counts.narratives + counts.unsupported,
        )?;
        for judged in file {
            let (kind, id) = (escaped(&judged.case.kind), escaped(&judged.case.id));
            write!(out, r#"  <testcase classname="{kind}" name="{id}""#)?;
            match &judged.outcome {
                Outcome::Passed | Outcome::Conflict => writeln!(out, "/>"),
                Outcome::Failed(reason) => {
                    let reason = escaped(reason);
                    writeln!(out, r#"><failure message="{reason}"/></testcase>"#)
                }
                skipped @ (Outcome::Narrative | Outcome::Unsupported(_)) => {
                    writeln!(out, r#"><skipped message="{}"/></testcase>"#, skipped.name())
                }
            }?;
        }
        writeln!(out, " </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

/// A text inside an attribute; what XML does not allow becomes a question mark.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => escaped.push('?'),
            other if other.is_control() => escaped.push('?'),
            other => escaped.push(other),
        }
    }
    escaped
}
