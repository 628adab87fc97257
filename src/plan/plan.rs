//! A plan as typed data: sections with targets, and goals on groups of them.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::exemption::Circumstances;
use crate::plan::goal::{Goal, Level, Selector};
use crate::plan::target::Target;
use crate::reading::date::Year;
use crate::reading::period::SamplingGap;
use crate::standard::item_set::ItemSet;
use crate::standard::water_body::WaterBody;

/// A plan for the waters of a region, such as a city's programme of one year.
///
/// As a file it is JSON with `"format": 1`. Keys that are not known are refused; words for
/// people stand in `notes` and decide nothing.
///
/// # Example
/// ```
/// use gb3838::Plan;
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
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
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
    /// The goals on groups of sections.
    #[cfg_attr(feature = "serde", serde(default))]
    pub goals: Vec<Goal>,
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

/// A section of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct PlanSection {
    /// Its name, unique in the plan.
    pub name: String,
    /// Other spellings of its name.
    #[cfg_attr(feature = "serde", serde(default))]
    pub aliases: Vec<String>,
    /// The level that controls it.
    pub level: Level,
    /// The counties that it is assessed in; more than one on a boundary.
    pub counties: Vec<String>,
    /// The water that it lies on.
    pub water: String,
    /// Whether it is judged as a river or as a lake; a name never decides that.
    pub water_body: WaterBody,
    /// The items of its own, X in "5+X", beside those of the plan.
    #[cfg_attr(feature = "serde", serde(default))]
    pub own_items: ItemSet,
    /// Whether ice or drought prevented sampling, so that eight months make a year.
    #[cfg_attr(feature = "serde", serde(default))]
    pub sampling_gap: Option<SamplingGap>,
    /// Its targets in the assessment.
    #[cfg_attr(feature = "serde", serde(default))]
    pub targets: Vec<Target>,
    /// Its targets as a function zone, where they differ; judged apart.
    #[cfg_attr(feature = "serde", serde(default))]
    pub function_zone_targets: Vec<Target>,
    /// What of it is of natural origin (本底), if anything is.
    #[cfg_attr(feature = "serde", serde(default))]
    pub natural_background: Option<NaturalBackground>,
    /// Whether COD is excluded because of high chloride.
    #[cfg_attr(feature = "serde", serde(default))]
    pub high_chloride: bool,
    /// Words for people; nothing is read from them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<String>,
}

/// An exemption of natural background: both results are given, with it and without it.
///
/// # Source
/// The ministry prints shares twice (扣除自然因素影响后, F).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct NaturalBackground {
    /// The items; the whole section when none are named.
    #[cfg_attr(feature = "serde", serde(default))]
    pub items: Option<ItemSet>,
    /// Why, in words for people; it is printed beside the result.
    pub reason: String,
}

impl Plan {
    /// The section of a name or alias.
    #[must_use]
    pub fn section(&self, name: &str) -> Option<&PlanSection> {
        self.sections.iter().find(|section| {
            section.name == name || section.aliases.iter().any(|alias| alias == name)
        })
    }

    /// The counties that sections are assessed in, each once, in the order of the plan.
    #[must_use]
    pub fn counties(&self) -> Vec<&str> {
        let mut counties: Vec<&str> = Vec::new();
        for county in self.sections.iter().flat_map(|section| &section.counties) {
            if !counties.contains(&county.as_str()) {
                counties.push(county);
            }
        }
        counties
    }
}

impl PlanSection {
    /// The items of natural background; all of them when the whole section is exempted.
    fn natural_items(&self) -> ItemSet {
        match &self.natural_background {
            Some(background) => background.items.unwrap_or(ItemSet::ALL),
            None => ItemSet::EMPTY,
        }
    }

    /// What is known of the section in a year, beside its readings.
    #[must_use]
    pub fn circumstances(&self, year: Year) -> Circumstances {
        let circumstances = Circumstances::new()
            .with_high_chloride(self.high_chloride)
            .with_natural_background(self.natural_items());
        match Target::of_year(&self.targets, year).and_then(|target| target.class) {
            Some(class) => circumstances.with_target(class),
            None => circumstances,
        }
    }
}

impl Selector {
    /// Whether a section belongs to the group.
    #[must_use]
    pub fn fits(&self, section: &PlanSection) -> bool {
        self.level.is_none_or(|level| level == section.level)
            && self.county.as_ref().is_none_or(|county| section.counties.contains(county))
            && self.water.as_ref().is_none_or(|water| *water == section.water)
    }
}
