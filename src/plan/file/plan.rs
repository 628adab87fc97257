//! A plan as typed data: sections with targets, goals on groups of them, and the programme of
//! sources, flows, works, indicators and tasks beside them.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::plan::file::indicator::Indicator;
use crate::plan::file::office::Office;
use crate::plan::file::programme_lists::{BufferWork, FlowTarget, PlanSource, TownSource};
use crate::plan::file::section::PlanSection;
use crate::plan::file::task::Task;
use crate::plan::goal::goal::Goal;
use crate::reading::time::date::Year;
use crate::standard::item_set::ItemSet;
use crate::text::name_index::NameIndex;

/// A plan for the waters of a region, such as a city's programme of one year.
///
/// As a file it is JSON with `"format": 1`. Keys that are not known are refused; words for
/// people stand in `notes` and decide nothing.
///
/// # Example
/// ```
/// # #[cfg(feature = "serde")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gb3838::plan::Plan;
///
/// let text = r#"{
///     "format": 1,
///     "name": "Example",
///     "year": 2024,
///     "items": "five",
///     "sections": [{
///         "name": "东边塘", "level": "municipal", "counties": ["灵山县"],
///         "water": "钦江", "water_body": "river",
///         "targets": [{ "from": 2024, "class": "IV" }, { "from": 2025, "class": "III" }]
///     }],
///     "goals": [{ "id": "all", "kind": "all_meet_targets", "selector": { "level": "municipal" } }]
/// }"#;
/// let plan: Plan = serde_json::from_str(text)?;
/// plan.validate()?;
/// assert_eq!(plan.sections[0].targets.len(), 2);
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "serde"))]
/// # fn main() {}
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[doc(alias = "水污染防治")]
#[doc(alias = "工作方案")]
pub struct Plan {
    /// The version of the file's form.
    pub format: PlanFormat,
    /// The title of the plan.
    pub name: String,
    /// The year that it was made for.
    pub year: Year,
    /// The items that sections are assessed by.
    pub items: ItemSet,
    /// The sections.
    pub sections: Vec<PlanSection>,
    /// The goals on groups of sections, on the sources, and on the flows.
    #[cfg_attr(feature = "serde", serde(default))]
    pub goals: Vec<Goal>,
    /// The drinking-water sources that are assessed.
    #[cfg_attr(feature = "serde", serde(default))]
    pub drinking_water_sources: Vec<PlanSource>,
    /// The sources of towns and villages that are listed.
    #[cfg_attr(feature = "serde", serde(default))]
    pub town_sources: Vec<TownSource>,
    /// The ecological flows to keep.
    #[cfg_attr(feature = "serde", serde(default))]
    pub flow_targets: Vec<FlowTarget>,
    /// The buffers to restore.
    #[cfg_attr(feature = "serde", serde(default))]
    pub buffer_works: Vec<BufferWork>,
    /// What is promised beside classes, in numbers and in words.
    #[cfg_attr(feature = "serde", serde(default))]
    pub indicators: Vec<Indicator>,
    /// The units that tasks are given to.
    #[cfg_attr(feature = "serde", serde(default))]
    pub units: Vec<Office>,
    /// The tasks.
    #[cfg_attr(feature = "serde", serde(default))]
    pub tasks: Vec<Task>,
    /// Words for people; nothing is read from them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<String>,
}

/// The version of a plan file: 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "u64", into = "u64"))]
pub struct PlanFormat;

/// A plan file of another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("plan format {found} is not known: expected 1")]
pub struct PlanFormatError {
    found: u64,
}

impl TryFrom<u64> for PlanFormat {
    type Error = PlanFormatError;

    fn try_from(found: u64) -> Result<Self, Self::Error> {
        if found == 1 { Ok(Self) } else { Err(PlanFormatError { found }) }
    }
}

impl From<PlanFormat> for u64 {
    fn from(_: PlanFormat) -> Self {
        1
    }
}

impl Plan {
    /// The section of a name or alias.
    #[must_use]
    pub fn section(&self, name: &str) -> Option<&PlanSection> {
        self.sections.iter().find(|section| {
            section.name == name || section.aliases.iter().any(|alias| alias == name)
        })
    }

    /// Puts the sections of one water together, in the order in which the plan first names their
    /// waters, and those of a water by their place along it where the plan knows it; the others
    /// stand after them, in the order of the plan.
    pub fn sort_sections_along_waters(&mut self) {
        let waters: Vec<String> = self.sections.iter().map(|it| it.water.clone()).collect();
        let waters: NameIndex<'_> = waters.iter().map(String::as_str).collect();
        self.sections.sort_by_key(|section| {
            let water = waters.get(&section.water);
            (water, section.flow_order.is_none(), section.flow_order)
        });
    }

    /// The sections by name and alias, for many look-ups.
    ///
    /// Where two share a name, which [`Plan::validate`] refuses, the first has it, as with
    /// [`Plan::section`].
    #[must_use]
    pub fn sections_by_name(&self) -> BTreeMap<&str, &PlanSection> {
        let mut by_name = BTreeMap::new();
        for section in &self.sections {
            for name in core::iter::once(&section.name).chain(&section.aliases) {
                by_name.entry(name.as_str()).or_insert(section);
            }
        }
        by_name
    }

    /// The counties of the plan, each once, in its order: those of the sections, then those of
    /// sources, works, indicators and units.
    #[must_use]
    pub fn counties(&self) -> Vec<&str> {
        let sources = self.drinking_water_sources.iter().flat_map(|it| &it.counties);
        let towns = self.town_sources.iter().map(|it| &it.county);
        let works = self.buffer_works.iter().map(|it| &it.county);
        let scopes = self.indicators.iter().filter_map(|it| it.scope.as_ref());
        let units = self.units.iter().filter_map(|it| it.county.as_ref());
        let all = self
            .sections
            .iter()
            .flat_map(|section| &section.counties)
            .chain(sources)
            .chain(towns)
            .chain(works)
            .chain(scopes.flat_map(|scope| &scope.counties))
            .chain(units);
        let mut seen = NameIndex::default();
        all.map(String::as_str).filter(|county| seen.add(county, 0)).collect()
    }
}
