//! What a plan promises beside classes: numbers to keep to, things to deliver, states to reach.

use alloc::string::String;
use alloc::vec::Vec;

use crate::plan::file::deadline::Deadline;
use crate::reading::time::date::Date;
use crate::standard::bound::Bound;

/// An indicator of a plan: what is to be reached, where, and by when.
///
/// # Reference
/// Plans: plain comparisons on reported values (F).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Indicator {
    /// A short name, unique among goals, indicators and works.
    pub id: String,
    /// The task whose words hold it; none where it stands outside the tasks.
    #[cfg_attr(feature = "serde", serde(default))]
    pub task: Option<u16>,
    /// What it measures, in Chinese.
    pub name: String,
    /// The same in English, where it is given.
    #[cfg_attr(feature = "serde", serde(default))]
    pub name_en: Option<String>,
    /// The words of the plan, as printed.
    pub wording: String,
    /// What is to be reached.
    pub target: IndicatorTarget,
    /// The unit of its numbers, as printed; none for a pure number or for no number.
    #[cfg_attr(feature = "serde", serde(default))]
    pub unit: Option<String>,
    /// Where it holds; none where the plan does not say.
    #[cfg_attr(feature = "serde", serde(default))]
    pub scope: Option<IndicatorScope>,
    /// Whether the value is an amount that only grows, so that it is met for good once it is
    /// met: kilometres built, waters cleaned. A rate does not grow so: its value on the last day counts.
    #[cfg_attr(feature = "serde", serde(default))]
    pub accumulates: bool,
    /// Whether the plan strives for it only (力争).
    #[cfg_attr(feature = "serde", serde(default))]
    pub aspiration: bool,
    /// The first day that a value may describe, where that is not the year's.
    #[cfg_attr(feature = "serde", serde(default))]
    pub since: Option<Date>,
    /// When it is due, where that differs from its task; outside the tasks, the year's end.
    #[cfg_attr(feature = "serde", serde(default))]
    pub due: Option<Deadline>,
    /// The keys that are read from context, not printed in the plan.
    #[cfg_attr(feature = "serde", serde(default))]
    pub inferred: Vec<String>,
    /// Words for people; nothing is read from them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<String>,
}

/// What an indicator has to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum IndicatorTarget {
    /// A number within a bound.
    Bound(Bound),
    /// A number within a bound that is set elsewhere, and by whom; never met or missed until
    /// it is reported.
    GivenElsewhere(String),
    /// No goal: where a number is reached, something is due.
    Trigger {
        /// The numbers that set it off.
        when: Bound,
        /// What is due then.
        then: String,
    },
    /// Something to deliver: it is done or not.
    Deliverable,
    /// A state in words, which somebody has to say is reached.
    Qualitative,
}

/// Where an indicator holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct IndicatorScope {
    /// Which area has a value of its own.
    pub kind: IndicatorScopeKind,
    /// The words of the plan, as printed.
    #[cfg_attr(feature = "serde", serde(default))]
    pub words: Option<String>,
    /// The counties, for [`IndicatorScopeKind::EachCounty`].
    #[cfg_attr(feature = "serde", serde(default))]
    pub counties: Vec<String>,
    /// The waters, for [`IndicatorScopeKind::Basins`] and [`IndicatorScopeKind::Site`].
    #[cfg_attr(feature = "serde", serde(default))]
    pub waters: Vec<String>,
}

/// Which area has a value of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum IndicatorScopeKind {
    /// The province or autonomous region (全省, 全区): a figure above the plan's area.
    Region,
    /// The plan's area (全市).
    City,
    /// Each of some counties (各县（区）): every one has to reach the target.
    EachCounty,
    /// The basins of some waters (流域内).
    Basins,
    /// A single place.
    Site,
}

impl Indicator {
    /// The counties that have a value each; empty where there is one value.
    #[must_use]
    pub fn each_county(&self) -> &[String] {
        match &self.scope {
            Some(scope) if scope.kind == IndicatorScopeKind::EachCounty => &scope.counties,
            _ => &[],
        }
    }
}

impl IndicatorTarget {
    /// Whether its reports are numbers.
    #[must_use]
    pub const fn is_number(&self) -> bool {
        matches!(self, Self::Bound(_) | Self::GivenElsewhere(_) | Self::Trigger { .. })
    }
}
