//! Whether a drinking-water source of a plan reaches its class, by what is reported of it.

use alloc::vec::Vec;

use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::plan::file::programme_lists::PlanSource;
use crate::plan::goal::member::{GoalMember, WithoutBackground};
use crate::plan::progress::missing_input::{MissingInput, MissingInputKind};
use crate::plan::progress::returns::{ReturnedSource, Returns, SourceResult};
use crate::reading::time::date::{Date, Year};
use crate::standard::class::Class;

/// A drinking-water source with the results that are reported of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceOutcome<'a> {
    source: &'a PlanSource,
    results: Vec<&'a ReturnedSource>,
    days_covered: u16,
    days_of_year: u16,
}

impl<'a> SourceOutcome<'a> {
    /// The results of a source whose last day is not after today.
    pub(crate) fn new(
        source: &'a PlanSource,
        reported: &'a Returns,
        year: Year,
        today: Date,
    ) -> Self {
        let mut results: Vec<_> = reported
            .sources
            .iter()
            .filter(|result| result.source == source.name && result.to <= today)
            .collect();
        results.sort_by_key(|result| (result.from, result.to));
        let months = year.months();
        let days =
            |from: Date, to: Date| u16::try_from(to.number() - from.number() + 1).unwrap_or(0);
        let mut days_covered = 0;
        let mut open_from = months[0].first_day();
        for result in &results {
            if result.to >= open_from {
                days_covered += days(result.from.max(open_from), result.to);
                open_from = result.to.plus_days(1);
            }
        }
        let days_of_year = days(months[0].first_day(), months[11].last_day());
        Self { source, results, days_covered, days_of_year }
    }

    /// The source.
    #[must_use]
    pub const fn source(&self) -> &'a PlanSource {
        self.source
    }

    /// The results that are known, by their days.
    #[must_use]
    pub fn results(&self) -> &[&'a ReturnedSource] {
        &self.results
    }

    /// The number of days of the year that results speak for.
    #[must_use]
    pub const fn days_covered(&self) -> u16 {
        self.days_covered
    }

    /// Whether results do not speak for the whole year, so that the verdict may still change;
    /// a miss stays one.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.verdict() == Verdict::Met && self.days_covered < self.days_of_year
    }

    /// The worst class that is reported.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        let class = |result: &&ReturnedSource| match result.result {
            SourceResult::Class(class) => Some(class),
            SourceResult::Meets(_) => None,
        };
        self.results.iter().filter_map(class).max()
    }

    /// Missed where any result misses the class that the plan requires.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        if self.results.is_empty() {
            return Verdict::NotAssessed(NotAssessed::NoReadings);
        }
        let meets = |result: &&ReturnedSource| result.result.meets(self.source.required);
        if self.results.iter().all(meets) { Verdict::Met } else { Verdict::Missed }
    }

    /// What is missing for a verdict that stands.
    #[must_use]
    pub fn gap(&self) -> Option<MissingInput<'a>> {
        (self.results.is_empty() || self.is_provisional()).then_some(MissingInput {
            kind: MissingInputKind::SourceResult,
            name: &self.source.name,
            name_en: None,
            county: None,
        })
    }

    pub(crate) fn goal_member(&self) -> GoalMember {
        GoalMember {
            class: self.class(),
            verdict: self.verdict(),
            without_background: WithoutBackground::Same,
            provisional: self.is_provisional(),
            provisional_verdict: self.is_provisional(),
        }
    }
}
