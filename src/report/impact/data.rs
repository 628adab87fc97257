//! The table of an impact assessment as plain data, ready for JSON.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::assess::impact::exceedance_rate::ExceedanceRate;
use crate::assess::impact::item_evaluation::{ImpactOptions, ItemEvaluation};
use crate::assess::impact::pollution_index::PollutionIndex;
use crate::assess::impact::printed_limit::PrintedLimit;
use crate::assess::impact::standard_index::StandardIndex;
use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::number::decimal::Decimal;
use crate::number::fraction::ExactOverflow;
use crate::reading::notation::{Missing, Reading};
use crate::standard::bound::Bound;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;
use crate::standard::water_body::WaterBody;

/// A table of an impact assessment (环评监测结果评价表), as plain data.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ImpactReport {
    /// The version of this form: 1.
    pub format: u8,
    /// The edition of the standard.
    pub standard: String,
    /// The class that was asked, and the form of the index of dissolved oxygen.
    pub options: ImpactOptions,
    /// A row for each section and item, in the order in which they were added.
    pub rows: Vec<ImpactRowReport>,
    /// The items that were measured somewhere and have no limit of the class there: they have no
    /// row.
    pub without_limit: ItemSet,
    /// The comprehensive pollution index of each section, where it was asked for: not of 22号.
    pub indices: Vec<SectionIndexReport>,
    /// Printed limits, held against the standard.
    pub limits: Vec<LimitCheckReport>,
    /// The rules behind the rows.
    pub rules: Vec<Rule>,
}

/// One item at one section.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ImpactRowReport {
    /// The section.
    pub section: String,
    /// River or lake limits.
    pub water_body: WaterBody,
    /// The item.
    pub item: Item,
    /// The samples with a value.
    pub samples: u32,
    /// How many of them are below a detection limit.
    pub below: u32,
    /// The samples without a value.
    pub missing: u32,
    /// The same for each reason that occurred.
    pub missing_by_reason: BTreeMap<Missing, u32>,
    /// The samples whose value could not be read: they are in none of the other numbers.
    pub not_read: u32,
    /// The results below detection that decide nothing.
    pub undecidable: u32,
    /// The samples of dissolved oxygen that exceed by supersaturation alone.
    pub supersaturated: u32,
    /// The samples without an index, held against the limit itself.
    pub without_index: u32,
    /// The least reading, as it was read: `0.025L` below a detection limit.
    pub least: Option<String>,
    /// The greatest reading.
    pub greatest: Option<String>,
    /// The limit.
    pub limit: Bound,
    /// The largest standard index, of the samples that decide anything, at two decimals; one that exceeds is never printed as 1.
    pub largest_index: Option<Decimal>,
    /// The samples that exceed.
    pub exceeding: u64,
    /// The samples that decide anything.
    pub decided: u64,
    /// The rate of exceedance in percent, at one decimal.
    pub rate_percent: Option<Decimal>,
    /// The largest multiple over the limit at two decimals; none for pH and dissolved oxygen.
    pub largest_multiple: Option<Decimal>,
    /// `met`, `missed` or `not_assessed`.
    pub verdict: Verdict,
    /// Why there is no verdict.
    pub reason: Option<NotAssessed>,
}

/// The comprehensive pollution index of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SectionIndexReport {
    /// The section.
    pub section: String,
    /// P = Σ Pᵢ / n at two decimals.
    pub index: Option<Decimal>,
    /// The items that it is of.
    pub items: ItemSet,
    /// The load share of each item in percent, at one decimal.
    pub load_percent: ItemMap<Decimal>,
    /// The items with values that are not in it: a sample has no index, results below detection
    /// alone are over the limit, or the sum of the indices has no room.
    pub left_out: ItemSet,
}

/// A printed limit, held against the standard.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LimitCheckReport {
    /// The item.
    pub item: Item,
    /// River or lake limits.
    pub water_body: WaterBody,
    /// The limit as it is printed, in the unit of the standard.
    pub printed: Decimal,
    /// The limit of the standard, where it sets one.
    pub limit: Option<Bound>,
    /// What the printed number is.
    pub found: PrintedLimit,
}

impl ImpactReport {
    /// A table without rows.
    #[must_use]
    pub fn new(standard: &str, options: ImpactOptions) -> Self {
        let (rows, indices) = (Vec::new(), Vec::new());
        let (limits, rules) = (Vec::new(), Vec::new());
        let (standard, without_limit) = (standard.to_string(), ItemSet::EMPTY);
        Self { format: 1, standard, options, rows, without_limit, indices, limits, rules }
    }

    /// Adds an item at a section.
    pub fn add(&mut self, section: &str, water_body: WaterBody, of_item: &ItemEvaluation) {
        let rate: &ExceedanceRate = of_item.rate();
        let range = of_item.range();
        self.rows.push(ImpactRowReport {
            section: section.to_string(),
            water_body,
            item: of_item.item(),
            samples: of_item.samples(),
            below: of_item.below(),
            missing: of_item.missing(),
            missing_by_reason: of_item.missing_by_reason().collect(),
            not_read: of_item.not_read(),
            undecidable: of_item.undecidable(),
            supersaturated: of_item.supersaturated(),
            without_index: of_item.without_index(),
            least: range.map(|(least, _)| written(least)),
            greatest: range.map(|(_, greatest)| written(greatest)),
            limit: of_item.limit(),
            largest_index: of_item.largest().and_then(printed),
            exceeding: rate.exceeding(),
            decided: rate.total(),
            rate_percent: rate.percent(1).ok().flatten(),
            largest_multiple: of_item.multiple().and_then(|multiple| multiple.round(2).ok()),
            verdict: of_item.verdict(),
            reason: of_item.verdict().reason(),
        });
        if let Some(index) = of_item.largest() {
            let rule = index.rule();
            if !self.rules.contains(&rule) {
                self.rules.push(rule);
            }
        }
    }

    /// Adds the comprehensive pollution index of a section by its items, evaluated
    /// [with their mean index](ItemEvaluation::with_mean_index); a section whose items have no index
    /// has none.
    ///
    /// # Errors
    /// When the exact result has no room.
    pub fn add_index(
        &mut self,
        section: &str,
        items: &[ItemEvaluation],
    ) -> Result<(), ExactOverflow> {
        let index_of = |item| items.iter().find(|it| it.item() == item)?.exact_mean_index();
        let measured: ItemSet =
            items.iter().filter(|item| item.samples() > 0).map(ItemEvaluation::item).collect();
        let index = PollutionIndex::of_exact(index_of)?;
        let single = index.as_ref().map_or(ItemSet::EMPTY, |index| index.single().items());
        let load = |item| Some((item, index.as_ref()?.load_percent(item)?.round(1).ok()?));
        self.indices.push(SectionIndexReport {
            section: section.to_string(),
            index: index.as_ref().and_then(|index| index.value().round(2).ok()),
            items: single,
            load_percent: single.iter().filter_map(load).collect(),
            left_out: measured.difference(single),
        });
        if let Some(index) = &index {
            let rule = index.rule();
            if !self.rules.contains(&rule) {
                self.rules.push(rule);
            }
        }
        Ok(())
    }
}

/// A reading as laboratories write it.
fn written(reading: &Reading) -> String {
    match reading {
        Reading::Value(value) => value.to_string(),
        Reading::Below(limit) => format!("{limit}L"),
        Reading::Missing(_) => String::new(),
    }
}

/// An index at two decimals, or at as many more as it takes to show that it exceeds.
fn printed(index: &StandardIndex) -> Option<Decimal> {
    let one = Decimal::from_integer(1);
    let shows = |shown: &Decimal| (*shown > one) == index.exceeds();
    let mut rounded = (2..=6).filter_map(|decimals| index.round(decimals).ok());
    rounded.clone().find(shows).or_else(|| rounded.next())
}
