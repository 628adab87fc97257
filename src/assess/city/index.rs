//! The water-quality index of a city (城市水质指数, CWQI): indices of means, summed.

use crate::assess::city::item_index::{CityIndexError, CityItemIndex};
use crate::assess::city::options::{CityIndexOptions, CityWeights};
use crate::number::decimal::Decimal;
use crate::number::exact::Exact;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::reading::mean::quantity::Quantity;
use crate::reading::mean::quantity_mean::QuantityMean;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;
use crate::standard::water_body::WaterBody;

/// The index of a city's rivers, or of its lakes and reservoirs.
///
/// # Reference
/// 城市地表水环境质量排名技术规定（试行）2017 (S).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CityWaterIndex {
    body: WaterBody,
    items: ItemMap<CityItemIndex>,
    sections: u32,
    sections_without_value: u32,
    value: Fraction,
}

impl CityWaterIndex {
    /// `None` where no section has a value.
    fn of(
        body: WaterBody,
        sections: &[ItemMap<Quantity>],
        rule: &CityIndexOptions,
    ) -> Result<Option<(Self, Exact)>, CityIndexError> {
        let overflow = ExactOverflow::new("sum");
        let of_21 = |section: &ItemMap<Quantity>| section.items().intersection(ItemSet::ASSESSED);
        let valued = sections.iter().filter(|section| !of_21(section).is_empty()).count();
        let mut items = ItemMap::new();
        let mut value = Exact::ZERO;
        for item in ItemSet::ASSESSED.iter() {
            let mut mean = QuantityMean::new(item);
            for measured in sections.iter().filter_map(|section| section.get(item)) {
                CityItemIndex::check(item, measured)?;
                mean.add(measured)?;
            }
            if let (Some(quantity), Some(exact)) = (mean.mean()?, mean.exact_mean()?) {
                let decimals = rule.mean_ph_decimals();
                let (index, exact_index) =
                    CityItemIndex::of(item, body, (&quantity, &exact), mean.count(), decimals)?;
                value = value.checked_add(&exact_index)?;
                items.insert(item, index);
            }
        }
        let sections_without_value =
            u32::try_from(sections.len() - valued).map_err(|_| overflow)?;
        let sections = u32::try_from(valued).map_err(|_| overflow)?;
        if sections == 0 {
            return Ok(None);
        }
        let of_all =
            Self { body, items, sections, sections_without_value, value: value.fraction()? };
        Ok(Some((of_all, value)))
    }

    /// Rivers, or lakes and reservoirs.
    #[must_use]
    pub const fn body(&self) -> WaterBody {
        self.body
    }

    /// The exact index: the sum over its items.
    #[must_use]
    pub const fn value(&self) -> &Fraction {
        &self.value
    }

    /// The items with their means and indices.
    #[must_use]
    pub const fn items(&self) -> &ItemMap<CityItemIndex> {
        &self.items
    }

    /// The items of the 21 that no section has a value of: they add nothing to the sum, so
    /// such an index looks better than it is.
    #[must_use]
    pub fn absent(&self) -> ItemSet {
        ItemSet::ASSESSED.difference(self.items.items())
    }

    /// The items that some section, but not every, has a value of: their means are over fewer.
    #[must_use]
    pub fn incomplete(&self) -> ItemSet {
        let fewer = |(_, index): &(Item, &CityItemIndex)| index.sections() < self.sections;
        self.items.iter().filter(fewer).map(|(item, _)| item).collect()
    }

    /// The number of river sections or lake points with a value: M or N.
    #[must_use]
    pub const fn sections(&self) -> u32 {
        self.sections
    }

    /// The number of those without any value of the 21 items, which do not count.
    #[must_use]
    pub const fn sections_without_value(&self) -> u32 {
        self.sections_without_value
    }
}

/// The water-quality index of a city (CWQI); smaller is better.
///
/// Each of the 21 items is averaged over all river sections first (over all lake points
/// likewise, with the limits of lakes), then the indices of these means are summed. The
/// average of the sections' own indices is another number: see the example.
///
/// Where the water that flows in already fails its target, the regulation deducts the share
/// from upstream. Its formula was not found: give values that are corrected for it.
///
/// # Reference
/// 城市地表水环境质量排名技术规定（试行）2017 (S).
///
/// | | index of an item |
/// |---|---|
/// | most items | C / S(III) |
/// | dissolved oxygen | S(III) / C |
/// | pH ≤ 7 | (7 − pH) / (7 − 6) |
/// | pH > 7 | (pH − 7) / (9 − 7) |
///
/// # Example: the index of the mean is not the mean of the indices
/// ```
/// use gb3838::{Decimal, Item, ItemMap, Quantity, city::{CityIndex, CityIndexOptions}};
///
/// let section = |oxygen| -> Result<ItemMap<Quantity>, gb3838::Error> {
///     let mut section = ItemMap::new();
///     section.insert(Item::DissolvedOxygen, Quantity::from(Decimal::parse(oxygen)?));
///     Ok(section)
/// };
/// let rivers = [section("5")?, section("10")?];
/// let city = CityIndex::of(&rivers, &[], &CityIndexOptions::PROVISIONAL_2017)?;
/// // 5 / 7.5. The mean of 5 / 5 and 5 / 10 would be 0.75.
/// assert_eq!(city.round(4)?.to_string(), "0.6667");
/// assert_eq!(city.absent().len(), 20);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "城市水质指数")]
#[doc(alias = "CWQI")]
pub struct CityIndex {
    rivers: Option<CityWaterIndex>,
    lakes: Option<CityWaterIndex>,
    rule: CityIndexOptions,
    value: Fraction,
}

impl CityIndex {
    /// The index from the period's means of each river section and each lake point.
    ///
    /// Values of items beyond the 21 are not looked at. Means enter exactly; half the
    /// detection limit stands for a result below it, as in any mean
    /// ([`Mean::value`](crate::Mean::value), [`Reading::for_mean`](crate::Reading::for_mean)).
    ///
    /// # Errors
    /// Where nothing was measured; for a value that cannot be, a mean dissolved oxygen of 0,
    /// weights of 0; and when the exact index has no room, as without an allocator that of means
    /// of hourly data over many sections has none.
    pub fn of(
        rivers: &[ItemMap<Quantity>],
        lakes: &[ItemMap<Quantity>],
        rule: &CityIndexOptions,
    ) -> Result<Self, CityIndexError> {
        let rivers = CityWaterIndex::of(WaterBody::River, rivers, rule)?;
        let lakes = CityWaterIndex::of(WaterBody::Lake, lakes, rule)?;
        let value = match (&rivers, &lakes) {
            (None, None) => return Err(CityIndexError::NothingMeasured),
            (Some((only, _)), None) | (None, Some((only, _))) => only.value,
            (Some((rivers, of_rivers)), Some((lakes, of_lakes))) => {
                let (m, n) = match rule.weights() {
                    CityWeights::SectionsAndPoints => (rivers.sections, lakes.sections),
                    CityWeights::Given { rivers, lakes } => (rivers, lakes),
                };
                let times = |value: &Exact, weight: u32| {
                    value.checked_mul(&Decimal::from_integer(weight.into()).into())
                };
                let sum = times(of_rivers, m)?.checked_add(&times(of_lakes, n)?)?;
                match u64::from(m) + u64::from(n) {
                    0 => return Err(CityIndexError::NoWeight { rivers: m, lakes: n }),
                    total => sum.divided_by_count(total)?.fraction()?,
                }
            }
        };
        let (rivers, lakes) = (rivers.map(|it| it.0), lakes.map(|it| it.0));
        Ok(Self { rivers, lakes, rule: *rule, value })
    }

    /// The exact index of the city.
    #[must_use]
    pub const fn value(&self) -> &Fraction {
        &self.value
    }

    /// The index rounded half to even, once; it is printed with four decimals.
    ///
    /// # Errors
    /// When the result does not fit a [`Decimal`].
    pub fn round(&self, decimals: u8) -> Result<Decimal, ExactOverflow> {
        self.value.round_keeping_digit(decimals)
    }

    /// The index of the rivers; `None` where no section has a value.
    #[must_use]
    pub const fn rivers(&self) -> Option<&CityWaterIndex> {
        self.rivers.as_ref()
    }

    /// The index of the lakes and reservoirs; `None` where no point has a value.
    #[must_use]
    pub const fn lakes(&self) -> Option<&CityWaterIndex> {
        self.lakes.as_ref()
    }

    /// The items of the 21 that are absent from its rivers or from its lakes.
    #[must_use]
    pub fn absent(&self) -> ItemSet {
        let waters = [&self.rivers, &self.lakes].into_iter().flatten();
        waters.fold(ItemSet::EMPTY, |absent, water| absent.union(water.absent()))
    }

    /// How it was made.
    #[must_use]
    pub const fn made_by(&self) -> CityIndexOptions {
        self.rule
    }

    /// The rules behind it: also that of the weights where there are rivers and lakes, and
    /// that of a mean pH where there is one.
    pub fn rules(&self) -> impl Iterator<Item = Rule> + use<> {
        let mut waters = [&self.rivers, &self.lakes].into_iter().flatten();
        let ph = waters.any(|water| water.items.get(Item::Ph).is_some());
        let both = self.rivers.is_some() && self.lakes.is_some();
        [
            Some(Rule::CITY_INDEX),
            both.then_some(Rule::CITY_WEIGHTS),
            ph.then_some(Rule::CITY_MEAN_PH),
        ]
        .into_iter()
        .flatten()
    }
}
