//! Why a run ends before its end.

use std::io::{Error, ErrorKind};

/// What ends a run early.
#[derive(Debug)]
pub enum Stop {
    /// Nobody reads the output any more, as with `| head`: no failure.
    NobodyReads,
    /// Something failed.
    Failed(String),
}

impl Stop {
    /// An error of the output.
    #[must_use]
    pub fn output(error: &Error) -> Self {
        match error.kind() {
            ErrorKind::BrokenPipe => Self::NobodyReads,
            _ => Self::Failed(format!("standard output: {error}")),
        }
    }
}

impl From<String> for Stop {
    fn from(message: String) -> Self {
        Self::Failed(message)
    }
}
