//! The comprehensive pollution index (综合污染指数): the mean of single indices, and load shares.

use crate::number::decimal::Decimal;
use crate::number::exact::Exact;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::rule::Rule;

/// The comprehensive pollution index P = Σ Pᵢ / n, with the load share Kᵢ = Pᵢ / Σ Pᵢ of each item.
///
/// It makes no class: 22号 has no such index, and a section that is clean but for one item has a
/// low one.
///
/// # Reference
/// 综合污染指数 (K), asked for beside the single-factor class; not of 22号.
///
/// # Example
/// ```
/// use gb3838::{Decimal, Fraction, Item, ItemMap, impact::PollutionIndex};
///
/// let single: ItemMap<Fraction> = [(Item::AmmoniaNitrogen, "0.5"), (Item::TotalPhosphorus, "1.5")]
///     .into_iter()
///     .filter_map(|(item, index)| Some((item, Decimal::parse(index).ok()?.into())))
///     .collect();
/// let index = PollutionIndex::of(&single)?.ok_or("there are items")?;
/// assert_eq!(index.value().round(2)?.to_string(), "1.00");
/// let share = index.load_percent(Item::TotalPhosphorus).map(|share| share.round(1));
/// assert_eq!(share.transpose()?, Some("75.0".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "综合污染指数")]
pub struct PollutionIndex {
    value: Fraction,
    single: ItemMap<Fraction>,
    load_percent: ItemMap<Fraction>,
}

impl PollutionIndex {
    /// The index of some items by their single indices, such as standard indices of means; `None`
    /// of no item.
    ///
    /// # Errors
    /// When the exact result has no room.
    pub fn of(single: &ItemMap<Fraction>) -> Result<Option<Self>, ExactOverflow> {
        Self::of_exact(|item| single.get(item).copied().map(Exact::from))
    }

    /// The same by single indices of any length.
    pub(crate) fn of_exact(
        index_of: impl Fn(Item) -> Option<Exact>,
    ) -> Result<Option<Self>, ExactOverflow> {
        let indices = Item::ALL.map(|item| (item, index_of(item)));
        let indices = || indices.iter().filter_map(|(item, index)| Some((*item, index.as_ref()?)));
        let (mut sum, mut single) = (Exact::ZERO, ItemMap::new());
        for (item, index) in indices() {
            sum = sum.checked_add(index)?;
            single.insert(item, index.fraction()?);
        }
        let count = single.items().len();
        if count == 0 {
            return Ok(None);
        }
        let percent = |index: &Exact| {
            let share = index.checked_div(&sum).ok()??;
            share.checked_mul(&Exact::from(Decimal::from_integer(100))).ok()?.fraction().ok()
        };
        let load_percent = indices().filter_map(|(item, index)| Some((item, percent(index)?)));
        let load_percent = load_percent.collect();
        let value = sum.divided_by_count(count as u64)?.fraction()?;
        Ok(Some(Self { value, single, load_percent }))
    }

    /// The exact index.
    #[must_use]
    pub const fn value(&self) -> &Fraction {
        &self.value
    }

    /// The single indices that it is the mean of.
    #[must_use]
    pub const fn single(&self) -> &ItemMap<Fraction> {
        &self.single
    }

    /// The load share of an item in percent; `None` of an item that is not in it, where all
    /// indices are zero, and where the exact share has no room.
    #[must_use]
    pub fn load_percent(&self, item: Item) -> Option<Fraction> {
        self.load_percent.get(item).copied()
    }

    /// The rule behind it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule::POLLUTION_INDEX
    }
}
