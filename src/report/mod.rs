//! What is shown: tables, words in two languages, and results as plain data.
//!
//! A report computes nothing: it holds what [`plan`](crate::plan) and `assess` made, with the
//! options that they were made with.
//!
//! # Example
//! ```
//! # #[cfg(feature = "serde")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use gb3838::{Period, plan::Plan, report::{Language, PlanReport}};
//!
//! let plan: Plan = serde_json::from_str(r#"{
//!     "format": 1, "name": "Example", "year": 2026, "items": "five",
//!     "sections": [{ "name": "高塘", "level": "national", "counties": ["钦南区"],
//!                    "water": "大风江", "water_body": "river" }]
//! }"#)?;
//! let assessment = plan.assess(&Default::default(), &Period::year(plan.year))?;
//! let report = PlanReport::from(&assessment);
//! assert_eq!(report.sections[0].class, None);
//! assert!(report.section_table(Language::English).to_markdown().contains("高塘"));
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "serde"))]
//! # fn main() {}
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/report.md")]

pub(crate) mod fold;
pub(crate) mod impact;
pub(crate) mod markdown;
pub(crate) mod messages;
pub(crate) mod overview;
pub(crate) mod progress;
mod punctuation;
pub(crate) mod region;
pub(crate) mod sections;
pub(crate) mod table;
mod verdicts;
pub(crate) mod words;

pub use self::fold::folded;
pub use self::impact::data::{ImpactReport, ImpactRowReport, LimitCheckReport, SectionIndexReport};
pub use self::markdown::escaped_markdown;
pub use self::messages::Messages;
pub use self::overview::page::Overview;
pub use self::progress::data::{
    BufferReport, FlowReport, GoalMissingInputReport, IndicatorReport, LatestReturnReport,
    PartReport, ProgressReport, SourceReport, TaskReport,
};
pub use self::progress::work_summary::{WorkSummary, WorkSummaryKind};
pub use self::region::comparison::{ComparedWith, ComparisonReport};
pub use self::region::data::{
    BasinItemReport, ClassLimitReport, LakeReport, MeanWithUndecidableReport, NoIndex, NoState,
    NoTrend, PeriodReport, RegionReport, RemarkKind, RemarkReport, SectionClassReport,
    SectionItemsReport, SectionTrendReport, SharesReport, StateReport, TrendMeans, TrendReport,
    TrendValueReport, TrophicParameterReport,
};
pub use self::sections::data::{
    BackgroundReport, BoundsReport, GoalReport, MeanRemarkReport, MeanReport, NotAssessedReport,
    PlanReport, PooledMeanReport, PossibleReport, RangeReport, SecondTargetReport, SectionReport,
    SubjectKind,
};
pub use self::sections::provisional::ProvisionalReport;
pub use self::table::Table;
pub use self::words::{Language, Word};
