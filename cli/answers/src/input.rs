//! The input of a case, key by key, with errors that name the key.

use std::str::FromStr;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Why a case cannot be answered.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// A key that every case of the kind has.
    #[error("{key}: the key is missing")]
    Missing {
        /// Its name.
        key: String,
    },
    /// A value of another shape.
    #[error("{key}: {problem}, got {got}")]
    Unexpected {
        /// Its name.
        key: String,
        /// What was expected, or what is wrong with it.
        problem: String,
        /// The value.
        got: Value,
    },
    /// A data file that the case names.
    #[error("{0}")]
    Data(String),
    /// What the library says about the values.
    #[error(transparent)]
    Library(gb3838::Error),
}

/// Every small error of the library is one of its own error.
impl<E> From<E> for CaseError
where
    gb3838::Error: From<E>,
{
    fn from(error: E) -> Self {
        Self::Library(error.into())
    }
}

impl CaseError {
    /// A key that is not there.
    #[must_use]
    pub fn missing(key: &str) -> Self {
        Self::Missing { key: key.to_owned() }
    }

    /// A value that is something else than expected.
    #[must_use]
    pub fn unexpected(key: &str, expected: &str, got: &Value) -> Self {
        Self::unreadable(key, format!("expected {expected}"), got)
    }

    fn unreadable(key: &str, problem: String, got: &Value) -> Self {
        Self::Unexpected { key: key.to_owned(), problem, got: got.clone() }
    }
}

/// The keys of a case's input.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a>(&'a Map<String, Value>);

impl<'a> Input<'a> {
    pub(crate) const fn new(keys: &'a Map<String, Value>) -> Self {
        Self(keys)
    }

    fn value(self, key: &str) -> Result<&'a Value, CaseError> {
        self.0.get(key).ok_or_else(|| CaseError::missing(key))
    }

    pub(crate) fn is_null(self, key: &str) -> bool {
        self.0.get(key).is_some_and(Value::is_null)
    }

    /// A value in the form in which the library reads plain data: items, classes, decimals,
    /// maps of them, an `Option` where null is allowed.
    pub(crate) fn get<T: DeserializeOwned>(self, key: &str) -> Result<T, CaseError> {
        let value = self.value(key)?;
        read(value).map_err(|problem| CaseError::unreadable(key, problem, value))
    }

    /// A text.
    pub(crate) fn text(self, key: &str) -> Result<&'a str, CaseError> {
        let value = self.value(key)?;
        value.as_str().ok_or_else(|| CaseError::unexpected(key, "a text", value))
    }

    /// A count or a number of decimals: a whole number, written as text.
    pub(crate) fn whole<T: FromStr>(self, key: &str) -> Result<T, CaseError> {
        self.parsed(key, "a whole number as text")
    }

    /// A value that is written as a text of its own.
    pub(crate) fn parsed<T: FromStr>(self, key: &str, expected: &str) -> Result<T, CaseError> {
        let value = self.value(key)?;
        let parsed = value.as_str().and_then(|text| text.parse().ok());
        parsed.ok_or_else(|| CaseError::unexpected(key, expected, value))
    }

    /// A list of objects.
    pub(crate) fn objects(self, key: &str) -> Result<Vec<Input<'a>>, CaseError> {
        let value = self.value(key)?;
        let objects = value.as_array().and_then(|list| {
            list.iter().map(|entry| entry.as_object().map(Input::new)).collect::<Option<_>>()
        });
        objects.ok_or_else(|| CaseError::unexpected(key, "a list of objects", value))
    }
}

/// Reads plain data out of a value, by way of its text: so all plain data are read in one way, that
/// of files, and no other has to be compiled.
///
/// # Errors
/// What is wrong with it; its place in a text that nobody wrote is left out.
pub(crate) fn read<T: DeserializeOwned>(value: &Value) -> Result<T, String> {
    serde_json::from_str(&value.to_string()).map_err(|error| {
        let text = error.to_string();
        text.rsplit_once(" at line ").map_or(text.clone(), |(problem, _)| problem.to_owned())
    })
}
