//! Main pollution items of a river, basin or region, by the share of sections over class III.

use core::cmp::Reverse;

use crate::assess::region::options::{ItemRate, RegionMethod};
use crate::assess::region::region::{RegionAssessment, RegionSection};
use crate::assess::section::pollution_items::{PollutionItems, PollutionItemsOptions};
use crate::number::fraction::Fraction;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

/// An item over class III in some sections of a group.
///
/// # Reference
/// 环办〔2011〕22号, 断面超标率 (S).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasinItem {
    item: Item,
    over: u32,
    of: u32,
}

impl BasinItem {
    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// The sections where it is worse than class III.
    #[must_use]
    pub const fn over(&self) -> u32 {
        self.over
    }

    /// The sections that the share is of.
    #[must_use]
    pub const fn of(&self) -> u32 {
        self.of
    }

    /// The share of sections over class III (断面超标率) in percent, exact.
    #[must_use]
    pub fn percent(&self) -> Fraction {
        Fraction::ratio(100 * i64::from(self.over), self.of.into()).unwrap_or(Fraction::ZERO)
    }
}

/// The main pollution items of a group: at most three, the greatest share first.
///
/// # Reference
/// 环办〔2011〕22号, 流域主要污染指标 (S).
///
/// # Example
/// ```
/// use gb3838::{
///     Classifier, Item, ItemMap, Measurement, Reading, WaterBody,
///     region::{RegionAssessment, RegionOptions, RegionSection},
/// };
///
/// let river = Classifier::for_means(WaterBody::River);
/// let section = |cell: &str| {
///     let reading = Reading::parse(cell, Item::AmmoniaNitrogen)?;
///     let measured = ItemMap::from_iter([(Item::AmmoniaNitrogen, Measurement::from(reading))]);
///     Ok::<_, gb3838::Error>(river.assess(&measured)?)
/// };
/// let (good, bad) = (section("0.40")?, section("1.40")?);
/// let sections = [("a", &good), ("b", &bad), ("c", &good), ("d", &bad), ("e", &good)]
///     .map(|(name, assessment)| RegionSection::new(name, assessment));
/// let basin = RegionAssessment::of(&sections, &RegionOptions::DOCUMENT_22)?;
/// let items = basin.main_pollution_items().ok_or("fewer than five sections")?;
/// let ammonia = items.iter().next().ok_or("no item over class III")?;
/// assert_eq!((ammonia.item(), ammonia.over(), ammonia.of()), (Item::AmmoniaNitrogen, 2, 5));
/// assert_eq!(ammonia.percent().round(1)?.to_string(), "40.0");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "主要污染指标")]
#[doc(alias = "断面超标率")]
pub struct BasinItems {
    entries: [Option<BasinItem>; 3],
}

impl BasinItems {
    /// The items, the greatest share first.
    pub fn iter(&self) -> impl Iterator<Item = &BasinItem> {
        self.entries.iter().flatten()
    }

    /// Whether no section has an item over class III.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }
}

impl<'a> RegionAssessment<'a> {
    /// The main pollution items of a group of five sections or more: the items over class III
    /// by the share of sections over III, the first three; equal shares in the order of
    /// Table 1.
    ///
    /// `None` for fewer sections, which have them
    /// [each for itself](Self::main_pollution_items_by_section). Natural background is not
    /// left out.
    ///
    /// # Reference
    /// 环办〔2011〕22号, 流域主要污染指标 (S); the order of ties is ours.
    #[must_use]
    pub fn main_pollution_items(&self) -> Option<BasinItems> {
        if self.state().method() == RegionMethod::ItemMeans {
            return None;
        }
        let mut entries = [None; 3];
        let mut left = ItemSet::ALL;
        for slot in &mut entries {
            // The first of the greatest: later items replace it only with a greater share.
            let found = left
                .iter()
                .map(|item| self.rate(item))
                .filter(|entry| entry.over > 0)
                .min_by_key(|entry| Reverse(entry.percent()));
            let Some(entry) = found else { break };
            left = left.without(entry.item);
            *slot = Some(entry);
        }
        Some(BasinItems { entries })
    }

    /// The main pollution items of each section by the section method, as a group of fewer
    /// than five has them.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S).
    pub fn main_pollution_items_by_section(
        &self,
        rule: &PollutionItemsOptions,
    ) -> impl Iterator<Item = (&'a RegionSection<'a>, PollutionItems)> {
        let rule = *rule;
        self.sections()
            .iter()
            .map(move |section| (section, section.assessment().main_pollution_items(&rule)))
    }

    /// In how many sections an item is over class III.
    fn rate(&self, item: Item) -> BasinItem {
        let count = |test: &dyn Fn(&RegionSection<'_>) -> bool| {
            u32::try_from(self.sections().iter().filter(|section| test(section)).count())
                .unwrap_or(u32::MAX)
        };
        let takes_part =
            |section: &RegionSection<'_>| section.assessment().participating().contains(item);
        let of = match self.options().item_rate() {
            ItemRate::OfAssessed => count(&|section| section.class().is_some()),
            ItemRate::OfParticipating => count(&takes_part),
        };
        let over = count(&|section| {
            takes_part(section) && section.assessment().item_meets(item, Class::III) == Some(false)
        });
        BasinItem { item, over, of }
    }
}
