//! Values that no water has: kept, and named.

use core::cmp::Ordering;

use crate::assess::section::section::SectionAssessment;
use crate::classify::classifier::Classifier;
use crate::number::decimal::Decimal;
use crate::number::fraction::Fraction;
use crate::reading::mean::quantity::Quantity;
use crate::reading::notation::Reading;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::item::Item;

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
            Self::Acidity => "pH 小于 3 或大于 12",
            Self::Oxygen => "溶解氧大于 30 mg/L",
            Self::HundredTimesClassV => "超过Ⅴ类限值 100 倍",
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

    /// What there is to remark on a value that compares so with the numbers where remarks begin.
    fn remark_where(
        &self,
        item: Item,
        compare: impl Fn(Decimal) -> Ordering,
    ) -> Option<ValueRemark> {
        let over = |limit: i64| compare(Decimal::from_integer(limit)).is_gt();
        let under = |limit: i64| compare(Decimal::from_integer(limit)).is_lt();
        match item {
            Item::Ph => (under(3) || over(12)).then_some(ValueRemark::Acidity),
            Item::DissolvedOxygen => over(30).then_some(ValueRemark::Oxygen),
            _ => {
                let class_v = self.standard().limit(item, self.body(), Class::V)?;
                let Bound::AtMost(limit) = class_v else { return None };
                // A limit of which a hundred times has no room is passed by no decimal.
                let most = Decimal::new(limit.units().checked_mul(100)?, limit.scale()).ok()?;
                compare(most).is_gt().then_some(ValueRemark::HundredTimesClassV)
            }
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
        let alone = Item::ALL.into_iter().filter_map(move |item| {
            Some((item, self.classifier().remark_on(item, &value(item)?)?))
        });
        let exact = move |item: Item| value(item).and_then(|value| value.exact());
        let less = |whole: Option<Fraction>, part: Option<Fraction>| match (whole, part) {
            (Some(whole), Some(part)) => whole < part,
            _ => false,
        };
        let ammonia = exact(Item::AmmoniaNitrogen);
        let parts = match (ammonia, nitrate) {
            (Some(ammonia), Some(nitrate)) => ammonia.checked_add(&nitrate).ok(),
            (one, other) => one.or(other),
        };
        let cod = exact(Item::ChemicalOxygenDemand);
        let when = |holds: bool, item: Item, remark: ValueRemark| holds.then_some((item, remark));
        let beside = [
            when(
                less(exact(Item::TotalNitrogen), parts),
                Item::TotalNitrogen,
                ValueRemark::NitrogenBelowItsParts,
            ),
            when(
                less(cod, exact(Item::PermanganateIndex)),
                Item::ChemicalOxygenDemand,
                ValueRemark::CodBelowPermanganate,
            ),
            when(
                less(cod, exact(Item::BiochemicalOxygenDemand)),
                Item::ChemicalOxygenDemand,
                ValueRemark::CodBelowBod,
            ),
        ];
        alone.chain(beside.into_iter().flatten())
    }
}
