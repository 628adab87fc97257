//! A section of a plan: where it lies, what it must reach, what is known of it.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::section::circumstances::Circumstances;
use crate::assess::target::target::Target;
use crate::plan::goal::goal::{ControlLevel, Selector};
use crate::reading::time::date::Year;
use crate::reading::time::period::SamplingGap;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::water_body::WaterBody;

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
    pub level: ControlLevel,
    /// The counties that it is assessed in; more than one on a boundary.
    pub counties: Vec<String>,
    /// The water that it lies on.
    pub water: String,
    /// Its place along the water, the source first; only its order counts.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub flow_order: Option<u32>,
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
    /// Whether total nitrogen takes part in its class, by the limits of lakes in a river too.
    #[cfg_attr(feature = "serde", serde(default))]
    pub lake_nitrogen: bool,
    /// Whether it has a class only where all of the five items take part.
    #[cfg_attr(feature = "serde", serde(default))]
    pub needs_five: bool,
    /// The keys that are read from context, not printed in the plan.
    #[cfg_attr(feature = "serde", serde(default))]
    pub inferred: Vec<String>,
    /// Words for people; nothing is read from them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<String>,
}

/// An exemption of natural background: both results are given, with it and without it.
///
/// # Reference
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

impl PlanSection {
    /// The items of natural background; all of them when the whole section is exempted.
    fn natural_items(&self) -> ItemSet {
        match &self.natural_background {
            Some(background) => background.items.unwrap_or(ItemSet::ALL),
            None => ItemSet::EMPTY,
        }
    }

    /// The items that take part here beside those of the plan: its own, and total nitrogen where
    /// that counts.
    #[must_use]
    pub fn items_beside_plan(&self) -> ItemSet {
        if self.lake_nitrogen { self.own_items.with(Item::TotalNitrogen) } else { self.own_items }
    }

    /// What is known of the section in a year, beside its readings.
    #[must_use]
    pub fn circumstances(&self, year: Year) -> Circumstances {
        let circumstances = Circumstances::new()
            .with_high_chloride(self.high_chloride)
            .with_natural_background(self.natural_items())
            .with_own_items(self.items_beside_plan())
            .with_five_required(self.needs_five);
        let circumstances = match self.sampling_gap {
            Some(gap) => circumstances.with_sampling_gap(gap),
            None => circumstances,
        };
        match Target::of_year(&self.targets, year).and_then(|target| target.class) {
            Some(class) => circumstances.with_target(class),
            None => circumstances,
        }
    }

    /// Whether the section belongs to the group that a selector names.
    #[must_use]
    pub fn is_selected_by(&self, selector: &Selector) -> bool {
        selector.level.is_none_or(|level| level == self.level)
            && selector.county.as_ref().is_none_or(|county| self.counties.contains(county))
            && selector.water.as_ref().is_none_or(|water| *water == self.water)
            && (selector.sections.is_empty() || selector.sections.contains(&self.name))
    }
}
