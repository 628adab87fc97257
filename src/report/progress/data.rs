//! How far a plan is as plain data, ready for JSON; computes nothing.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::source::rates::SourceStatus;
use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::number::decimal::Decimal;
use crate::plan::file::deadline::Deadline;
use crate::plan::file::indicator::{IndicatorScope, IndicatorTarget};
use crate::plan::file::programme_lists::{SourceLevel, TownSource};
use crate::plan::goal::goal::{GoalKind, Selector};
use crate::plan::progress::missing_input::MissingInput;
use crate::plan::progress::returns::WorkState;
use crate::plan::progress::standing::{Standing, StandingCounts};
use crate::plan::progress::tally::{CountyProgress, OfficeProgress};
use crate::plan::progress::unused::UnusedReturn;
use crate::reading::time::date::Date;
use crate::report::sections::data::GoalReport;
use crate::standard::bound::Bound;
use crate::standard::class::Class;

/// How far a plan is on a day, as plain data.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ProgressReport<'a> {
    /// The title of the plan.
    pub plan: String,
    /// The day of asking.
    pub today: Date,
    /// The goals that are judged.
    pub goals: Vec<GoalReport>,
    /// What is missing for each goal.
    pub goal_gaps: Vec<GoalMissingInputReport<'a>>,
    /// The drinking-water sources.
    pub sources: Vec<SourceReport>,
    /// The sources of towns and villages, which are listed and not assessed.
    pub town_sources: Vec<TownSource>,
    /// The ecological flows.
    pub flows: Vec<FlowReport>,
    /// The buffers to restore.
    pub works: Vec<BufferReport>,
    /// The indicators.
    pub indicators: Vec<IndicatorReport>,
    /// The tasks.
    pub tasks: Vec<TaskReport<'a>>,
    /// How many tasks stand where.
    pub task_counts: StandingCounts,
    /// How many indicators stand where.
    pub indicator_counts: StandingCounts,
    /// By county; figures of the whole city stand in no county.
    pub counties: Vec<CountyProgress<'a>>,
    /// By unit and role; groups are taken apart.
    pub units: Vec<OfficeProgress<'a>>,
    /// Reports that were not used.
    pub unused: Vec<UnusedReturn<'a>>,
    /// The rules behind the standings.
    pub rules: Vec<String>,
}

/// A drinking-water source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SourceReport {
    /// The name.
    pub name: String,
    /// Its level.
    pub level: SourceLevel,
    /// The counties that it is assessed in.
    pub counties: Vec<String>,
    /// Whether it is in use; others are listed and never counted.
    pub status: SourceStatus,
    /// The class to reach.
    pub required: Class,
    /// The worst class that is reported.
    pub class: Option<Class>,
    /// `met`, `missed` or `not_assessed`.
    pub verdict: Verdict,
    /// Why there is no verdict.
    pub reason: Option<NotAssessed>,
    /// Whether the results do not speak for the whole year.
    pub provisional: bool,
    /// The number of days that results speak for.
    pub days_covered: u16,
    /// What of it is read from context, not printed.
    pub inferred: Vec<String>,
}

/// An ecological flow.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct FlowReport {
    /// The water.
    pub water: String,
    /// The control section.
    pub section: String,
    /// The base flow in m³/s.
    pub base_flow: Option<Decimal>,
    /// The lowest level in m.
    pub lowest_level: Option<Decimal>,
    /// `met`, `missed` or `not_assessed`.
    pub verdict: Verdict,
    /// Why there is no verdict.
    pub reason: Option<NotAssessed>,
    /// Whether the year is not over.
    pub provisional: bool,
    /// The days of the year so far.
    pub days: u32,
    /// How many of them have a mean.
    pub days_with_flow: u32,
    /// How many of them reach the target.
    pub days_reaching: u32,
    /// The share of days that has to reach it, in percent.
    pub required_percent: Decimal,
    /// The rule behind the verdict.
    pub rule: String,
}

/// A work.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct BufferReport {
    /// The short name.
    pub id: String,
    /// The task that it belongs to.
    pub task: Option<u16>,
    /// The county.
    pub county: String,
    /// The water.
    pub water: String,
    /// The length to restore, in km.
    pub length: Decimal,
    /// The last day that is in time.
    pub last_day: Date,
    /// Where it stands.
    pub standing: Standing,
    /// The latest report.
    pub latest: Option<LatestReturnReport>,
    /// What of it is read from context, not printed.
    pub inferred: Vec<String>,
}

/// An indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct IndicatorReport {
    /// The short name.
    pub id: String,
    /// The task whose words hold it.
    pub task: Option<u16>,
    /// What it measures, in Chinese.
    pub name: String,
    /// The same in English, where the plan file gives it.
    pub name_en: Option<String>,
    /// The words of the plan.
    pub wording: String,
    /// What is to be reached.
    pub target: IndicatorTarget,
    /// The bound that its numbers are held against; absent where nobody told it.
    pub bound: Option<Bound>,
    /// Where that bound is written, where the plan leaves it to others.
    pub bound_document: Option<String>,
    /// The unit of its numbers.
    pub unit: Option<String>,
    /// Where it holds.
    pub scope: Option<IndicatorScope>,
    /// Whether the plan strives for it only.
    pub aspiration: bool,
    /// The last day that is in time.
    pub last_day: Option<Date>,
    /// Where it stands: where its worst part stands.
    pub standing: Standing,
    /// The counties that have a value each, or one part for all.
    pub parts: Vec<PartReport>,
    /// What of it is read from context, not printed.
    pub inferred: Vec<String>,
}

/// One area of an indicator or a task.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct PartReport {
    /// The county; absent where there is one report for all.
    pub county: Option<String>,
    /// Where it stands.
    pub standing: Standing,
    /// The latest report.
    pub latest: Option<LatestReturnReport>,
}

/// The latest report on something.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct LatestReturnReport {
    /// The day that it describes.
    pub as_of: Date,
    /// The number.
    pub value: Option<Decimal>,
    /// The state of work.
    pub state: Option<WorkState>,
    /// Whether that reaches the target; absent without one. It is no verdict.
    pub holds: Option<bool>,
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TaskReport<'a> {
    /// Its number.
    pub number: u16,
    /// The part of the list.
    pub part: String,
    /// The chapter of the part.
    pub chapter: Option<String>,
    /// What it is about.
    pub title: String,
    /// Its words.
    pub text: String,
    /// The units that lead.
    pub lead: Vec<String>,
    /// The units that support.
    pub supporting: Vec<String>,
    /// The units that are responsible.
    pub responsible: Vec<String>,
    /// When it is due, as the plan says.
    pub deadline: Deadline,
    /// The last day that is in time; absent where it hangs on an event that nobody told.
    pub last_day: Option<Date>,
    /// Where it stands, by the states of work that are reported.
    pub standing: Standing,
    /// The counties that report, or one part for all.
    pub parts: Vec<PartReport>,
    /// What is missing for a verdict on it, its indicators, works and goals.
    pub gaps: Vec<MissingInput<'a>>,
    /// What of it is read from context, not printed.
    pub inferred: Vec<String>,
}

/// What is missing for a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct GoalMissingInputReport<'a> {
    /// The short name of the goal.
    pub id: String,
    /// What the goal is about.
    pub kind: GoalKind,
    /// Which sections or sources it is on.
    pub selector: Selector,
    /// What is missing.
    pub gaps: Vec<MissingInput<'a>>,
}
