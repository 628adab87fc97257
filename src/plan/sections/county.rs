//! The sections of each county, counted by the level that controls them.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::target::verdict::Verdict;
use crate::plan::goal::goal::ControlLevel;
use crate::plan::sections::assessment::PlanAssessment;

/// The sections of one level that are assessed in one county.
///
/// A section on a boundary stands under each of its counties, so counties keep their own
/// totals and are never added up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CountySummary {
    county: String,
    level: ControlLevel,
    sections: u32,
    assessed: u32,
    met: u32,
    missed: u32,
    without_verdict: u32,
}

impl CountySummary {
    /// The county.
    #[must_use]
    pub fn county(&self) -> &str {
        &self.county
    }

    /// The level that controls the sections.
    #[must_use]
    pub const fn level(&self) -> ControlLevel {
        self.level
    }

    /// The number of sections.
    #[must_use]
    pub const fn sections(&self) -> u32 {
        self.sections
    }

    /// How many of them have a class, or a verdict on their target.
    #[must_use]
    pub const fn assessed(&self) -> u32 {
        self.assessed
    }

    /// How many meet their target.
    #[must_use]
    pub const fn met(&self) -> u32 {
        self.met
    }

    /// How many miss it.
    #[must_use]
    pub const fn missed(&self) -> u32 {
        self.missed
    }

    /// How many have no verdict: there is no target for the year, or nothing to hold against it.
    #[must_use]
    pub const fn without_verdict(&self) -> u32 {
        self.without_verdict
    }
}

impl PlanAssessment<'_> {
    /// The sections of each county and level that has some, in the order of the plan.
    #[must_use]
    pub fn counties(&self) -> Vec<CountySummary> {
        let mut summaries = Vec::new();
        for county in self.plan().counties() {
            for level in ControlLevel::ALL {
                let mut summary = CountySummary {
                    county: county.to_owned(),
                    level,
                    sections: 0,
                    assessed: 0,
                    met: 0,
                    missed: 0,
                    without_verdict: 0,
                };
                let sections = self.in_county(county);
                for outcome in sections.filter(|outcome| outcome.section().level == level) {
                    let verdict = outcome.judgement().verdict();
                    summary.sections += 1;
                    let has_result = outcome.class().is_some() || outcome.is_judged();
                    summary.assessed += u32::from(has_result);
                    summary.met += u32::from(verdict == Verdict::Met);
                    summary.missed += u32::from(verdict == Verdict::Missed);
                    summary.without_verdict += u32::from(!outcome.is_judged());
                }
                if summary.sections > 0 {
                    summaries.push(summary);
                }
            }
        }
        summaries
    }
}
