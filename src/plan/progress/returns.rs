//! What is reported to a plan: numbers, states of work, targets set elsewhere, results of
//! sources, flows of days.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::target::verdict::Verdict;
use crate::number::decimal::Decimal;
use crate::plan::file::plan::PlanFormat;
use crate::reading::time::date::Date;
use crate::standard::bound::Bound;
use crate::standard::class::Class;

/// What is reported to a plan; [`Plan::progress`](crate::plan::Plan::progress) holds the plan against it.
///
/// As a file it is JSON with `"format": 1`. Keys that are not known are refused.
///
/// # Example
/// ```
/// # #[cfg(feature = "serde")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gb3838::plan::Returns;
///
/// let text = r#"{
///     "format": 1,
///     "values": [{ "id": "manure-use", "county": "灵山县", "as_of": "2024-12-31", "value": "83" }],
///     "states": [{ "on": { "task": 1 }, "as_of": "2024-12-20", "state": "done" }],
///     "sources": [{ "source": "灵东水库饮用水水源地", "from": "2024-01-01", "to": "2024-12-31",
///                   "result": { "class": "II" } }]
/// }"#;
/// let reported: Returns = serde_json::from_str(text)?;
/// assert_eq!(reported.values[0].as_of.to_string(), "2024-12-31");
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "serde"))]
/// # fn main() {}
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Returns {
    /// The version of the file's form.
    pub format: PlanFormat,
    /// Numbers for indicators and works.
    #[cfg_attr(feature = "serde", serde(default))]
    pub values: Vec<ReturnedValue>,
    /// States of work on tasks, of deliverables, and of goals in words.
    #[cfg_attr(feature = "serde", serde(default))]
    pub states: Vec<ReturnedState>,
    /// Targets that the plan leaves to others.
    #[cfg_attr(feature = "serde", serde(default))]
    pub targets: Vec<ReturnedTarget>,
    /// Last days that the plan makes hang on an event.
    #[cfg_attr(feature = "serde", serde(default))]
    pub deadlines: Vec<ReturnedDeadline>,
    /// Results of drinking-water sources.
    #[cfg_attr(feature = "serde", serde(default))]
    pub sources: Vec<ReturnedSource>,
    /// Mean flows, or water levels, of days.
    #[cfg_attr(feature = "serde", serde(default))]
    pub flows: Vec<ReturnedFlow>,
}

/// A number for an indicator or a work.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReturnedValue {
    /// The id of the indicator or work.
    pub id: String,
    /// The county, where each has a value of its own.
    #[cfg_attr(feature = "serde", serde(default))]
    pub county: Option<String>,
    /// The day that the number describes, which need not be the day of the report.
    pub as_of: Date,
    /// The number, in the unit of the indicator; of a work, in km.
    pub value: Decimal,
}

/// A state of work.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReturnedState {
    /// What it is about.
    pub on: ReturnedOn,
    /// The county, where each reports its own.
    #[cfg_attr(feature = "serde", serde(default))]
    pub county: Option<String>,
    /// The day that the state describes.
    pub as_of: Date,
    /// The state.
    pub state: WorkState,
}

/// What a state of work is about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ReturnedOn {
    /// A task, by number.
    Task(u16),
    /// A deliverable, a goal in words, or what a trigger sets off; by id.
    Indicator(String),
}

/// How far some work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum WorkState {
    /// Not begun (未启动).
    NotStarted,
    /// Going on (推进中).
    UnderWay,
    /// Done, or reached (已完成).
    Done,
}

/// A target that a plan leaves to somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReturnedTarget {
    /// The id of the indicator.
    pub id: String,
    /// What its number must keep to.
    pub bound: Bound,
    /// Where that is written.
    pub document: String,
}

/// The last day of a task whose deadline hangs on an event.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReturnedDeadline {
    /// The number of the task.
    pub task: u16,
    /// The last day that is in time.
    pub day: Date,
}

/// The result of a drinking-water source over some days: a month's, a quarter's, a year's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReturnedSource {
    /// The name of the source.
    pub source: String,
    /// The first day that the result speaks for.
    pub from: Date,
    /// The last day that it speaks for.
    pub to: Date,
    /// The result.
    pub result: SourceResult,
}

/// The result of a drinking-water source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum SourceResult {
    /// Its class, held against the class that the plan requires.
    Class(Class),
    /// Whether it meets its target (达标), as
    /// [`SurfaceSourceAssessment::verdict`](crate::source::SurfaceSourceAssessment::verdict) says.
    Meets(bool),
}

/// Mean flows, or water levels, of days at a control section.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReturnedFlow {
    /// The control section.
    pub section: String,
    /// The days, in any order.
    pub days: Vec<DailyFlow>,
}

/// The mean of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct DailyFlow {
    /// The day.
    pub day: Date,
    /// The mean flow in m³/s, or the mean level in m.
    pub mean: Decimal,
}

impl SourceResult {
    /// The result of an assessment; `None` where nothing could be assessed.
    #[must_use]
    pub const fn of(verdict: Verdict) -> Option<Self> {
        match verdict {
            Verdict::Met => Some(Self::Meets(true)),
            Verdict::Missed => Some(Self::Meets(false)),
            Verdict::NotAssessed(_) => None,
        }
    }

    /// Whether it meets what a plan requires.
    #[must_use]
    pub fn meets(self, required: Class) -> bool {
        match self {
            Self::Class(class) => class.meets(required),
            Self::Meets(meets) => meets,
        }
    }
}
