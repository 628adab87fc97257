//! What became of the cases, and how it is printed line by line.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Write};

use gb3838::report::{Language, Word};

use super::suite::Case;
use crate::program::language::said;

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
    /// A kind that is not built.
    Unsupported(String),
}

impl Outcome {
    /// The word for it.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Passed => "pass",
            Self::Failed(_) => "fail",
            Self::Conflict => "conflict",
            Self::Narrative => "narrative",
            Self::Unsupported(_) => "unsupported",
        }
    }

    fn print(&self, case: &Case, language: Language, out: &mut impl Write) -> io::Result<()> {
        let (name, id) = (said(language, &self.name()), &case.id);
        match self {
            Self::Failed(reason) => {
                let each: Vec<_> = parts(reason).iter().map(|it| said(language, it)).collect();
                writeln!(out, "{name} {id} {}", each.join(language.word(Word::Semicolon)))
            }
            Self::Unsupported(kind) => writeln!(out, "{name} {id} ({kind})"),
            Self::Passed | Self::Conflict | Self::Narrative => writeln!(out, "{name} {id}"),
        }
    }
}

/// The differences that stand in a reason, one behind the other; none is parted within a quote.
fn parts(reason: &str) -> Vec<&str> {
    let is_outside = |place: &usize| reason[..*place].matches('"').count().is_multiple_of(2);
    let places = reason.match_indices("; ").map(|(place, _)| place).filter(is_outside);
    let (mut parts, mut start) = (Vec::new(), 0);
    for place in places {
        parts.push(&reason[start..place]);
        start = place + 2;
    }
    parts.push(&reason[start..]);
    parts
}

/// One case and what became of it.
pub(crate) struct Judged<'a> {
    /// The file that it stands in.
    pub(crate) file: &'a str,
    pub(crate) case: &'a Case,
    pub(crate) outcome: Outcome,
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
    pub(crate) fn of<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> Self {
        let mut counts = Self::default();
        outcomes.into_iter().for_each(|outcome| counts.add(outcome));
        counts
    }

    fn add(&mut self, outcome: &Outcome) {
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

/// The counts of each flag: the errors that cases look for.
pub(crate) fn by_flag<'a>(results: &'a [Judged<'a>]) -> BTreeMap<&'a str, Counts> {
    let mut flags: BTreeMap<&str, Counts> = BTreeMap::new();
    for judged in results {
        for flag in judged.case.flags() {
            flags.entry(flag).or_default().add(&judged.outcome);
        }
    }
    flags
}

/// A line for each case, then one for each flag, then the counts.
pub(crate) fn print_lines(
    results: &[Judged<'_>],
    language: Language,
    out: &mut impl Write,
) -> io::Result<()> {
    for judged in results {
        judged.outcome.print(judged.case, language, out)?;
    }
    let (word, colon) = (said(language, &"flag"), language.word(Word::Colon));
    for (flag, counts) in by_flag(results) {
        writeln!(out, "{word} {flag}{colon}{}", said(language, &counts))?;
    }
    let counts = Counts::of(results.iter().map(|judged| &judged.outcome));
    writeln!(out, "{}", said(language, &counts))
}
