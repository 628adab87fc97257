//! What became of the cases, and how it is printed.

use std::fmt;
use std::io::{self, Write};

use super::suite::Case;

/// What became of one case.
pub(crate) enum Outcome {
    /// The result is what print and rule say.
    Passed,
    /// It is not, or there is none; with the reason.
    Failed(String),
    /// The result is what the rule gives, and print says something else.
    Conflict,
    /// Nothing to compute.
    Narrative,
    /// A kind that is not built here.
    Unsupported(String),
}

impl Outcome {
    pub(crate) fn print(&self, case: &Case, out: &mut impl Write) -> io::Result<()> {
        let id = &case.id;
        match self {
            Self::Passed => writeln!(out, "pass {id}"),
            Self::Failed(reason) => writeln!(out, "fail {id} {reason}"),
            Self::Conflict => writeln!(out, "conflict {id}"),
            Self::Narrative => writeln!(out, "narrative {id}"),
            Self::Unsupported(kind) => writeln!(out, "unsupported {id} ({kind})"),
        }
    }
}

/// How many cases came out how.
#[derive(Default)]
pub(crate) struct Counts {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) conflicts: usize,
    pub(crate) narratives: usize,
    pub(crate) unsupported: usize,
}

impl Counts {
    pub(crate) fn add(&mut self, outcome: &Outcome) {
        let count = match outcome {
            Outcome::Passed => &mut self.passed,
            Outcome::Failed(_) => &mut self.failed,
            Outcome::Conflict => &mut self.conflicts,
            Outcome::Narrative => &mut self.narratives,
            Outcome::Unsupported(_) => &mut self.unsupported,
        };
        *count += 1;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { passed, failed, conflicts, narratives, unsupported } = self;
        write!(
            f,
            "{passed} pass, {failed} fail, {conflicts} conflict, {narratives} narrative, \
             {unsupported} unsupported"
        )
    }
}
