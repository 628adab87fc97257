//! The change of a city's index, and whether the city takes part in the ranking of changes.

use crate::assess::city::index::CityIndex;
use crate::assess::city::item_index::CityIndexError;
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::standard::class::Class;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;

/// How much a city's index changed: (now − base) / base; below zero is better.
///
/// # Reference
/// 城市地表水环境质量排名技术规定（试行）2017, 变化程度 (S).
///
/// # Example
/// ```
/// use gb3838::{Decimal, city::CityIndexChange};
///
/// let (now, base) = (Decimal::parse("4.5")?, Decimal::parse("5.0")?);
/// let change = CityIndexChange::of_values(now, base)?;
/// assert_eq!(change.percent(2)?.to_string(), "-10.00");
/// // Over nothing there is no change.
/// assert!(CityIndexChange::of_values(now, Decimal::ZERO).is_err());
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CityIndexChange {
    value: Fraction,
    differing: ItemSet,
}

impl CityIndexChange {
    /// The change between two indices of one city.
    ///
    /// # Errors
    /// For an earlier index of zero.
    pub fn between(now: &CityIndex, base: &CityIndex) -> Result<Self, CityIndexError> {
        let waters = |now: Option<ItemSet>, base: Option<ItemSet>| {
            let (now, base) = (now.unwrap_or_default(), base.unwrap_or_default());
            now.difference(base).union(base.difference(now))
        };
        let rivers = |city: &CityIndex| city.rivers().map(|water| water.items().items());
        let lakes = |city: &CityIndex| city.lakes().map(|water| water.items().items());
        let differing = waters(rivers(now), rivers(base)).union(waters(lakes(now), lakes(base)));
        let change = Self::of_values(*now.value(), *base.value())?;
        Ok(Self { differing, ..change })
    }

    /// The change between two indices that were computed elsewhere.
    ///
    /// # Errors
    /// For an earlier index that is not above 0.
    pub fn of_values(
        now: impl Into<Fraction>,
        base: impl Into<Fraction>,
    ) -> Result<Self, CityIndexError> {
        let base = base.into();
        let zero = CityIndexError::BaseNotPositive { base: base.quoted() };
        if base.is_negative() {
            return Err(zero);
        }
        let value = now.into().checked_sub(&base)?.checked_div(&base)?.ok_or(zero)?;
        Ok(Self { value, differing: ItemSet::EMPTY })
    }

    /// The exact change, as a part of the earlier index.
    #[must_use]
    pub const fn value(&self) -> &Fraction {
        &self.value
    }

    /// The change in percent, rounded half to even, once.
    ///
    /// # Errors
    /// When the result does not fit a [`Decimal`].
    pub fn percent(&self, decimals: u8) -> Result<Decimal, ExactOverflow> {
        self.value.in_percent()?.round_keeping_digit(decimals)
    }

    /// The items that only one of the two indices has, of its rivers or of its lakes: with any
    /// the change is partly one of what was measured.
    #[must_use]
    pub const fn differing_items(&self) -> ItemSet {
        self.differing
    }

    /// The rule behind it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule::CITY_CHANGE
    }
}

/// A section in the two years that a change is between.
///
/// # Reference
/// 城市地表水环境质量排名技术规定（试行）2017, 变化程度排名 (S).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SectionInTwoYears {
    /// Its class in the earlier year.
    pub base: Option<Class>,
    /// Its class now.
    pub now: Option<Class>,
    /// Its target in the earlier year.
    pub base_target: Option<Class>,
    /// Its target now.
    pub target: Option<Class>,
}

/// Whether a city takes part in the ranking of changes.
///
/// # Reference
/// 城市地表水环境质量排名技术规定（试行）2017, 变化程度排名 (S); "not known" is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ChangeRankingPart {
    /// It takes part.
    Ranked,
    /// It is left out: all its sections were class II or better in both years and met their
    /// targets.
    LeftOut,
    /// A class or target that is not known decides it; so does a city without sections.
    NotKnown,
}

impl ChangeRankingPart {
    /// Whether a city takes part: not where all its sections were class II or better in both
    /// years and met their targets.
    ///
    /// The wording leaves open of which year the targets are: each year is held against its
    /// own (ours).
    ///
    /// # Reference
    /// 城市地表水环境质量排名技术规定（试行）2017 (S).
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, city::{ChangeRankingPart, SectionInTwoYears}};
    ///
    /// let good = SectionInTwoYears {
    ///     base: Some(Class::II),
    ///     now: Some(Class::II),
    ///     base_target: Some(Class::III),
    ///     target: Some(Class::II),
    /// };
    /// assert_eq!(ChangeRankingPart::of([good]), ChangeRankingPart::LeftOut);
    /// // Class II misses a target of class I.
    /// let missed = SectionInTwoYears { target: Some(Class::I), ..good };
    /// assert_eq!(ChangeRankingPart::of([good, missed]), ChangeRankingPart::Ranked);
    /// ```
    #[must_use]
    pub fn of(sections: impl IntoIterator<Item = SectionInTwoYears>) -> Self {
        let mut part = None;
        for section in sections {
            let years = [(section.base, section.base_target), (section.now, section.target)];
            for (class, target) in years {
                match (class, target) {
                    (Some(class), _) if !class.meets(Class::II) => return Self::Ranked,
                    (Some(class), Some(target)) if !class.meets(target) => return Self::Ranked,
                    (Some(_), Some(_)) => part = part.or(Some(Self::LeftOut)),
                    _ => part = Some(Self::NotKnown),
                }
            }
        }
        part.unwrap_or(Self::NotKnown)
    }
}
