//! The lists of a plan beside its sections: drinking-water sources, flows to keep, buffers to
//! restore.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::source::rates::SourceStatus;
use crate::number::decimal::Decimal;
use crate::plan::goal::goal::Selector;
use crate::reading::time::date::Year;
use crate::standard::class::Class;
use crate::standard::water_body::WaterBody;

/// The level of a drinking-water source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum SourceLevel {
    /// Of a city (市级).
    Municipal,
    /// Of a county (县级).
    County,
    /// Of a town (镇级).
    Town,
    /// Of a village (村级).
    Village,
}

/// A drinking-water source that a plan assesses (集中式饮用水水源).
///
/// # Example
/// ```
/// # #[cfg(feature = "serde")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gb3838::{Class, plan::Plan, source::SourceStatus};
///
/// let plan: Plan = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/qinzhou-2024.json")))?;
/// let source = &plan.drinking_water_sources[2];
/// assert_eq!(source.name, "大马鞍水库-南蛇水库饮用水水源地");
/// assert_eq!((source.status, source.required), (SourceStatus::Backup, Class::III));
/// // The plan does not print river or lake here.
/// assert_eq!(source.inferred, ["water_body"]);
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "serde"))]
/// # fn main() {}
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct PlanSource {
    /// Its name, unique among the plan's sources.
    pub name: String,
    /// Its level.
    pub level: SourceLevel,
    /// The counties that it is assessed in.
    pub counties: Vec<String>,
    /// River or lake limits.
    pub water_body: WaterBody,
    /// Whether it is in use; backup and planned sources are listed and never counted.
    pub status: SourceStatus,
    /// The class to reach.
    pub required: Class,
    /// The keys that are read from context, not printed in the plan.
    #[cfg_attr(feature = "serde", serde(default))]
    pub inferred: Vec<String>,
    /// Words for people; nothing is read from them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<String>,
}

/// A source of towns or villages that a plan lists (千吨万人饮用水水源地): more than 1 000 tonnes
/// a day or 10 000 people.
///
/// # Example
/// ```
/// # #[cfg(feature = "serde")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gb3838::plan::{Plan, SourceLevel};
///
/// let plan: Plan = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/qinzhou-2024.json")))?;
/// let source = &plan.town_sources[8];
/// assert_eq!(source.towns, ["板城镇", "小董镇"]);
/// assert_eq!(source.level, SourceLevel::Town);
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "serde"))]
/// # fn main() {}
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct TownSource {
    /// Its name, unique among the plan's sources.
    pub name: String,
    /// Its level.
    pub level: SourceLevel,
    /// The county that it lies in.
    pub county: String,
    /// The towns that it serves.
    pub towns: Vec<String>,
    /// River or lake, as printed (河流型, 湖库型).
    pub water_body: WaterBody,
    /// The keys that are read from context, not printed in the plan.
    #[cfg_attr(feature = "serde", serde(default))]
    pub inferred: Vec<String>,
    /// Words for people; nothing is read from them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<String>,
}

/// The flow that a water must keep at a section (生态流量保障目标).
///
/// # Example
/// ```
/// # #[cfg(feature = "serde")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gb3838::plan::Plan;
///
/// let plan: Plan = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/qinzhou-2024.json")))?;
/// let flow = &plan.flow_targets[0];
/// assert_eq!((flow.zone.as_str(), flow.section.as_str()), ("珠江区", "黄屋屯水文站"));
/// assert_eq!(flow.target(), Some("4.18".parse()?));
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "serde"))]
/// # fn main() {}
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct FlowTarget {
    /// The water resources zone (水资源分区).
    pub zone: String,
    /// The river or lake.
    pub water: String,
    /// The control section, unique among the plan's flow targets.
    pub section: String,
    /// The ecological base flow (生态基流), in m³/s; of a river.
    pub base_flow: Option<Decimal>,
    /// The lowest ecological water level (最低生态水位), in m; of a lake.
    pub lowest_level: Option<Decimal>,
    /// The sensitive ecological flow (敏感生态流量), in m³/s.
    pub sensitive_flow: Option<Decimal>,
    /// The least flow to let down (最小下泄流量), in m³/s.
    pub least_discharge: Option<Decimal>,
    /// Remarks, as printed.
    pub remarks: Option<String>,
    /// The keys that are read from context, not printed in the plan.
    #[cfg_attr(feature = "serde", serde(default))]
    pub inferred: Vec<String>,
    /// Words for people; nothing is read from them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<String>,
}

impl FlowTarget {
    /// The number that means of days are held against: the base flow of a river, in m³/s, or
    /// the lowest level of a lake, in m.
    #[must_use]
    pub fn target(&self) -> Option<Decimal> {
        self.base_flow.or(self.lowest_level)
    }
}

/// A riparian buffer to protect and restore (河湖生态缓冲带).
///
/// # Example
/// ```
/// # #[cfg(feature = "serde")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gb3838::plan::Plan;
///
/// let plan: Plan = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/qinzhou-2024.json")))?;
/// let work = &plan.buffer_works[0];
/// assert_eq!((work.length, work.complete_by.get()), ("5.5".parse()?, 2025));
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "serde"))]
/// # fn main() {}
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct BufferWork {
    /// A short name, unique among goals, indicators and works.
    pub id: String,
    /// The task that it belongs to.
    #[cfg_attr(feature = "serde", serde(default))]
    pub task: Option<u16>,
    /// The county.
    pub county: String,
    /// The national section whose catchment it lies in.
    pub national_section: String,
    /// The water.
    pub water: String,
    /// River or lake, as printed (河流).
    pub water_body: WaterBody,
    /// The length to restore, in km.
    pub length: Decimal,
    /// The year by whose end it is expected.
    pub complete_by: Year,
    /// The keys that are read from context, not printed in the plan.
    #[cfg_attr(feature = "serde", serde(default))]
    pub inferred: Vec<String>,
    /// Words for people; nothing is read from them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<String>,
}

impl FlowTarget {
    /// Whether it counts in a goal on a group: by its water and its control section; a selector
    /// of levels or counties is refused with the plan.
    pub(crate) fn counts_in(&self, selector: &Selector) -> bool {
        selector.water.as_ref().is_none_or(|water| *water == self.water)
            && (selector.sections.is_empty() || selector.sections.contains(&self.section))
    }
}

impl PlanSource {
    /// Whether it counts in a goal on a group: it is in use, and lies in the group's county; a
    /// selector of levels, waters or sections is refused with the plan.
    pub(crate) fn counts_in(&self, selector: &Selector) -> bool {
        self.status == SourceStatus::InUse
            && selector.county.as_ref().is_none_or(|county| self.counties.contains(county))
    }
}
