//! A plan as data: sections with targets, goals, sources, flows, tasks, and where each stands on a day.
//!
//! Plans are read from data with the feature `serde`, as the examples of this module do.
//!
//! # Example
//! ```
//! # #[cfg(feature = "serde")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use gb3838::{Class, plan::Plan};
//!
//! let plan: Plan = serde_json::from_str(r#"{
//!     "format": 1, "name": "Example", "year": 2026, "items": "five",
//!     "sections": [{ "name": "高塘", "level": "national", "counties": ["钦南区"],
//!                    "water": "大风江", "water_body": "river",
//!                    "targets": [{ "from": 2026, "class": "III" }] }]
//! }"#)?;
//! plan.validate()?;
//! assert_eq!(plan.sections[0].targets[0].class, Some(Class::III));
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "serde"))]
//! # fn main() {}
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/plan.md")]

pub(crate) mod file;
pub(crate) mod goal;
pub(crate) mod progress;
pub(crate) mod sections;

pub use self::file::deadline::Deadline;
pub use self::file::indicator::{Indicator, IndicatorScope, IndicatorScopeKind, IndicatorTarget};
pub use self::file::office::{Office, OfficeRole};
pub use self::file::plan::{Plan, PlanFormat};
pub use self::file::programme_lists::{
    BufferWork, FlowTarget, PlanSource, SourceLevel, TownSource,
};
pub use self::file::section::{NaturalBackground, PlanSection};
pub use self::file::task::Task;
pub use self::goal::goal::{ControlLevel, Goal, GoalKind, GoalSubject, Selector};
pub use self::goal::member::{GoalMember, WithoutBackground};
pub use self::goal::outcome::{GoalJudgement, GoalOutcome};
pub use self::progress::flows::FlowOutcome;
pub use self::progress::indicators::{IndicatorOutcome, WorkOutcome};
pub use self::progress::missing_input::{MissingInput, MissingInputKind};
pub use self::progress::parts::{LatestReturn, PartOutcome, ReturnedContent};
pub use self::progress::progress::PlanProgress;
pub use self::progress::returns::{
    DailyFlow, ReturnedDeadline, ReturnedFlow, ReturnedOn, ReturnedSource, ReturnedState,
    ReturnedTarget, ReturnedValue, Returns, SourceResult, WorkState,
};
pub use self::progress::sources::SourceOutcome;
pub use self::progress::standing::{Standing, StandingCounts};
pub use self::progress::tally::{CountyProgress, OfficeProgress};
pub use self::progress::tasks::TaskOutcome;
pub use self::progress::unused::{UnusedReason, UnusedReturn};
pub use self::sections::assessment::{PlanAssessment, ReadingsBySection};
pub use self::sections::county::CountySummary;
pub use self::sections::leading_item::ItemChoice;
pub use self::sections::options::AssessOptions;
pub use self::sections::outcome::SectionOutcome;
pub use self::sections::region_comparison::RegionComparison;
pub use self::sections::region_year::{RegionYear, RegionYearOptions};
pub use self::sections::verdicts::{AssessedPart, SectionVerdicts};
pub use crate::assess::section::last_year::LastYear;
