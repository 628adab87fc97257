//! Values that no water has: kept, and named.

use core::cmp::Ordering;

use crate::assess::section::section::SectionAssessment;
use crate::classify::classifier::Classifier;
use crate::number::decimal::Decimal;
use crate::number::fraction::Fraction;
use crate::reading::mean::quantity::Quantity;
use crate::reading::notation::Reading;
use crate::reading::wholes::Whole;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;

/// Why a value is remarked on; it is kept, and counts.
///
/// # Reference
/// Ours.
///
/// # Example
/// ```
/// use gb3838::{Classifier, Item, WaterBody, section::ValueRemark};
///
/// let river = Classifier::for_readings(WaterBody::River);
/// let remark = |item, value: &str| -> Result<_, gb3838::Error> {
///     Ok(river.remark_on(item, &value.parse::<gb3838::Decimal>()?.into()))
/// };
/// // A dead probe.
/// assert_eq!(remark(Item::Ph, "0")?, Some(ValueRemark::Acidity));
/// assert_eq!(remark(Item::DissolvedOxygen, "30.1")?, Some(ValueRemark::Oxygen));
/// // Class V is 0.4: 40 is a hundred times that.
/// assert_eq!(remark(Item::TotalPhosphorus, "40.1")?, Some(ValueRemark::HundredTimesClassV));
/// assert_eq!(remark(Item::TotalPhosphorus, "40")?, None);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ValueRemark {
    /// A pH under 3 or over 12.
    Acidity,
    /// Dissolved oxygen above 30 mg/L.
    Oxygen,
    /// Above 100 times the limit of class V.
    HundredTimesClassV,
    /// Total nitrogen below ammonia nitrogen (and nitrate), which are parts of it.
    NitrogenBelowItsParts,
    /// COD below the permanganate index, the weaker oxidant.
    CodBelowPermanganate,
    /// COD below BOD5, which is a part of it.
    CodBelowBod,
}

impl ValueRemark {
    /// The words of the remark.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Acidity => "a pH under 3 or over 12",
            Self::Oxygen => "more than 30 mg/L of oxygen",
            Self::HundredTimesClassV => "more than 100 times the limit of class V",
            Self::NitrogenBelowItsParts => "total nitrogen below NH3-N and nitrate",
            Self::CodBelowPermanganate => "COD below the permanganate index",
            Self::CodBelowBod => "COD below BOD5",
        }
    }

    /// The same in Chinese.
    #[must_use]
    pub const fn words_zh(self) -> &'static str {
        match self {
            Self::Acidity => "pH小于3或大于12",
            Self::Oxygen => "溶解氧大于30 mg/L",
            Self::HundredTimesClassV => "超过Ⅴ类限值100倍",
            Self::NitrogenBelowItsParts => "总氮小于氨氮与硝酸盐氮之和",
            Self::CodBelowPermanganate => "化学需氧量小于高锰酸盐指数",
            Self::CodBelowBod => "化学需氧量小于五日生化需氧量",
        }
    }
}

impl Classifier {
    /// What there is to remark on a value by itself; it is kept all the same.
    ///
    /// # Reference
    /// Ours.
    #[must_use]
    pub fn remark_on(&self, item: Item, value: &Quantity) -> Option<ValueRemark> {
        self.remark_where(item, |edge| value.compare(edge))
    }

    /// The same for a single reading, faster; `None` for a result below a detection limit, which
    /// says nothing of its size, and for one without a value.
    ///
    /// # Reference
    /// Ours.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Classifier, Item, Reading, WaterBody, section::ValueRemark};
    ///
    /// let river = Classifier::for_readings(WaterBody::River);
    /// let remark = |cell| Ok::<_, gb3838::Error>(
    ///     river.remark_on_reading(Item::Ph, &Reading::parse(cell, Item::Ph)?),
    /// );
    /// assert_eq!(remark("0")?, Some(ValueRemark::Acidity));
    /// assert_eq!(remark("--")?, None);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn remark_on_reading(&self, item: Item, reading: &Reading) -> Option<ValueRemark> {
        let Reading::Value(value) = reading else { return None };
        self.remark_where(item, |edge| value.compare(edge))
    }

    /// What there is to remark on the readings of one sample: by themselves, then of one beside
    /// another, as [`SectionAssessment::remarks`] says it of means.
    ///
    /// # Reference
    /// Ours.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Classifier, Item, ItemMap, Reading, WaterBody, section::ValueRemark};
    ///
    /// let mut sample = ItemMap::new();
    /// for (item, cell) in [(Item::ChemicalOxygenDemand, "2.9"), (Item::PermanganateIndex, "3")] {
    ///     sample.insert(item, Reading::parse(cell, item)?);
    /// }
    /// let river = Classifier::for_readings(WaterBody::River);
    /// let remarks: Vec<_> = river.remarks_on_sample(&sample).collect();
    /// assert_eq!(remarks, [(Item::ChemicalOxygenDemand, ValueRemark::CodBelowPermanganate)]);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn remarks_on_sample<'a>(
        &'a self,
        readings: &'a ItemMap<Reading>,
    ) -> impl Iterator<Item = (Item, ValueRemark)> + 'a {
        let value = |item: Item| match readings.get(item)? {
            Reading::Value(value) => Some(Quantity::from(*value)),
            Reading::Below(_) | Reading::Missing(_) => None,
        };
        self.remarks_among(value, None)
    }

    /// What there is to remark on values whose size is known: by themselves, then of one beside
    /// another, and beside nitrate in mg/L of nitrogen.
    fn remarks_among<'a>(
        &'a self,
        value: impl Fn(Item) -> Option<Quantity> + Copy + 'a,
        nitrate: Option<Fraction>,
    ) -> impl Iterator<Item = (Item, ValueRemark)> + 'a {
        let alone = Item::ALL
            .into_iter()
            .filter_map(move |item| Some((item, self.remark_on(item, &value(item)?)?)));
        let exact = move |item: Item| value(item).and_then(|value| value.exact());
        // Nitrate is a part of total nitrogen too.
        let part_of = move |whole: Whole| match (exact(whole.part()), nitrate) {
            (Some(part), Some(nitrate)) if whole == Whole::NitrogenOfAmmonia => {
                part.checked_add(&nitrate).ok()
            }
            (part, nitrate) => part.or(nitrate.filter(|_| whole == Whole::NitrogenOfAmmonia)),
        };
        let beside = Whole::ALL
            .into_iter()
            .filter(move |whole| Whole::is_below(exact(whole.item()), part_of(*whole)))
            .map(|whole| (whole.item(), whole.into()));
        alone.chain(beside)
    }

    /// What there is to remark on a value that compares so with the numbers where remarks begin.
    fn remark_where(
        &self,
        item: Item,
        compare: impl Fn(Decimal) -> Ordering,
    ) -> Option<ValueRemark> {
        let usual = self.usual_values(item)?;
        let under = usual.least.is_some_and(|least| compare(least).is_lt());
        let over = usual.greatest.is_some_and(|greatest| compare(greatest).is_gt());
        (under || over).then_some(usual.beyond)
    }

    /// The values of an item that are not remarked on; `None` where all are.
    pub(super) fn usual_values(&self, item: Item) -> Option<UsualValues> {
        let number = |limit: i64| Some(Decimal::from_integer(limit));
        let (least, greatest, beyond) = match item {
            Item::Ph => (number(3), number(12), ValueRemark::Acidity),
            Item::DissolvedOxygen => (None, number(30), ValueRemark::Oxygen),
            _ => {
                let class_v = self.standard().limit(item, self.body(), Class::V)?;
                let Bound::AtMost(limit) = class_v else { return None };
                // A limit of which a hundred times has no room is passed by no decimal.
                let most = Decimal::new(limit.units().checked_mul(100)?, limit.scale()).ok()?;
                (None, Some(most), ValueRemark::HundredTimesClassV)
            }
        };
        Some(UsualValues { least, greatest, beyond })
    }
}

/// The values of an item that are not remarked on, by themselves.
#[derive(Clone, Copy, Debug)]
pub(super) struct UsualValues {
    pub(super) least: Option<Decimal>,
    pub(super) greatest: Option<Decimal>,
    /// What there is to remark on one beyond them.
    beyond: ValueRemark,
}

impl From<Whole> for ValueRemark {
    fn from(below_its_part: Whole) -> Self {
        match below_its_part {
            Whole::NitrogenOfAmmonia => Self::NitrogenBelowItsParts,
            Whole::CodOfPermanganate => Self::CodBelowPermanganate,
            Whole::CodOfBod => Self::CodBelowBod,
        }
    }
}

impl SectionAssessment {
    /// What there is to remark on the values of the section: by themselves, then of one beside
    /// another. Values are kept; results below a detection limit say nothing of their size.
    ///
    /// # Reference
    /// Ours.
    ///
    /// # Example
    /// ```
    /// use gb3838::{
    ///     Classifier, Item, ItemMap, Measurement, Reading, WaterBody, section::ValueRemark,
    /// };
    ///
    /// let mut readings = ItemMap::new();
    /// for (item, cell) in [(Item::TotalNitrogen, "0.5"), (Item::AmmoniaNitrogen, "0.6")] {
    ///     readings.insert(item, Measurement::from(Reading::parse(cell, item)?));
    /// }
    /// let section = Classifier::for_readings(WaterBody::River).assess(&readings)?;
    /// let remarks: Vec<_> = section.remarks().collect();
    /// assert_eq!(remarks, [(Item::TotalNitrogen, ValueRemark::NitrogenBelowItsParts)]);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn remarks(&self) -> impl Iterator<Item = (Item, ValueRemark)> + '_ {
        self.remarks_beside_nitrate(None)
    }

    /// The same where nitrate, an item of Table 2, was measured too, in mg/L of nitrogen.
    pub fn remarks_beside_nitrate(
        &self,
        nitrate: Option<Fraction>,
    ) -> impl Iterator<Item = (Item, ValueRemark)> + '_ {
        let value = |item: Item| match self.measured(item)? {
            (value, None) => Some(value),
            (_, Some(_)) => None,
        };
        self.classifier().remarks_among(value, nitrate)
    }
}
