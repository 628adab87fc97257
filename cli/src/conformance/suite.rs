//! A suite file: its cases, as far as they are the same for every kind.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gb3838_answers::CaseError;
use serde_json::{Map, Value};

const FORMAT: &str = "gb3838-conformance";

/// The cases of a file, in its order.
pub(crate) struct Suite {
    /// The name of the file.
    pub(crate) file: String,
    pub(crate) cases: Vec<Case>,
}

/// One case: something from print that a program should reproduce, or should not.
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) kind: String,
    fields: Map<String, Value>,
}

/// How print and rule stand to each other.
#[derive(Clone, Copy)]
pub(crate) enum Status {
    /// They agree.
    Normative,
    /// They differ; the rule is expected, and the print is not.
    Conflict,
    /// The case is told in words and cannot be computed.
    Narrative,
}

impl Suite {
    /// Reads a file; the message of an error names the file, the case and the key.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let located = |problem: String| format!("{}: {problem}", path.display());
        let text = fs::read_to_string(path)
            .map_err(|error| located(format!("the suite cannot be read: {error}")))?;
        let file: Value = serde_json::from_str(&text)
            .map_err(|error| located(format!("expected a suite as JSON: {error}")))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let cases = Self::from_json(file).map_err(located)?;
        Ok(Self { file: name, cases })
    }

    fn from_json(file: Value) -> Result<Vec<Case>, String> {
        let Value::Object(mut file) = file else {
            return Err("expected an object with the key cases".to_owned());
        };
        if let Some(format) = file.get("format")
            && format != FORMAT
        {
            return Err(format!("format: expected \"{FORMAT}\", got {format}"));
        }
        let cases = match file.remove("cases") {
            Some(Value::Array(cases)) => cases,
            Some(other) => return Err(format!("cases: expected a list, got {other}")),
            None => return Err("cases: the key is missing".to_owned()),
        };
        let cases: Vec<Case> = cases
            .into_iter()
            .enumerate()
            .map(|(index, case)| Case::from_json(case, index + 1))
            .collect::<Result<_, _>>()?;
        let mut ids = BTreeSet::new();
        match cases.iter().find(|case| !ids.insert(case.id.as_str())) {
            Some(twice) => Err(format!("case {}: id: expected a name used once", twice.id)),
            None => Ok(cases),
        }
    }
}

impl Case {
    /// `position` counts from 1 and names a case that has no name of its own.
    fn from_json(case: Value, position: usize) -> Result<Self, String> {
        let Value::Object(fields) = case else {
            return Err(format!("case number {position}: expected an object"));
        };
        let text = |key: &str| match fields.get(key) {
            Some(Value::String(text)) => Ok(text.clone()),
            Some(other) => Err(format!("{key}: expected a text, got {other}")),
            None => Err(format!("{key}: the key is missing")),
        };
        let id = text("id").map_err(|error| format!("case number {position}: {error}"))?;
        let kind = text("kind").map_err(|error| format!("case {id}: {error}"))?;
        Ok(Self { id, kind, fields })
    }

    pub(crate) fn status(&self) -> Result<Status, CaseError> {
        match self.fields.get("status") {
            Some(Value::String(status)) if status == "normative" => Ok(Status::Normative),
            Some(Value::String(status)) if status == "conflict" => Ok(Status::Conflict),
            Some(Value::String(status)) if status == "narrative" => Ok(Status::Narrative),
            Some(other) => Err(CaseError::unexpected(
                "status",
                "\"normative\", \"conflict\" or \"narrative\"",
                other,
            )),
            None => Err(CaseError::missing("status")),
        }
    }

    /// The errors that the case looks for.
    pub(crate) fn flags(&self) -> impl Iterator<Item = &str> {
        let flags = self.fields.get("flags").and_then(Value::as_array);
        flags.into_iter().flatten().filter_map(Value::as_str)
    }

    /// The keys of the input.
    pub(crate) fn input(&self) -> Result<&Map<String, Value>, CaseError> {
        self.object("input")
    }

    pub(crate) fn expected(&self) -> Result<&Map<String, Value>, CaseError> {
        self.object("expected")
    }

    fn object(&self, key: &str) -> Result<&Map<String, Value>, CaseError> {
        match self.fields.get(key) {
            Some(Value::Object(object)) => Ok(object),
            Some(other) => Err(CaseError::unexpected(key, "an object", other)),
            None => Err(CaseError::missing(key)),
        }
    }
}
