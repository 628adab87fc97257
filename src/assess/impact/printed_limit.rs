//! A limit that a report prints, held against the standard.

use crate::number::decimal::Decimal;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::limits::Standard;
use crate::standard::water_body::WaterBody;

/// What a printed limit is in the standard.
///
/// # Reference
/// GB 3838-2002, Table 1 (P).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum PrintedLimit {
    /// The limit that the standard sets for the class and the water.
    Right,
    /// The limit of another class of the same water.
    OfClass(Class),
    /// The limit that the other kind of water has for the same class: of rivers for a lake, or of
    /// lakes for a river.
    OfOtherWater(WaterBody),
    /// No limit of the item.
    Wrong,
    /// The standard sets none for the item there: total nitrogen of a river.
    NoneSet,
}

impl PrintedLimit {
    /// Holds one printed number against the standard; a range of pH is printed as two, and either
    /// is right.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, Item, Standard, WaterBody, impact::PrintedLimit};
    ///
    /// let check = |item, printed: &str| {
    ///     let standard = Standard::GB_3838_2002;
    ///     Ok::<_, gb3838::Error>(PrintedLimit::check(
    ///         item, WaterBody::Lake, Class::III, printed.parse()?, &standard,
    ///     ))
    /// };
    /// assert_eq!(check(Item::TotalPhosphorus, "0.05")?, PrintedLimit::Right);
    /// // The limit of a river, on a lake: a common slip.
    /// assert_eq!(
    ///     check(Item::TotalPhosphorus, "0.2")?,
    ///     PrintedLimit::OfOtherWater(WaterBody::River),
    /// );
    /// assert_eq!(check(Item::AmmoniaNitrogen, "1.5")?, PrintedLimit::OfClass(Class::IV));
    /// assert_eq!(check(Item::AmmoniaNitrogen, "0.015")?, PrintedLimit::Wrong);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn check(
        item: Item,
        body: WaterBody,
        class: Class,
        printed: Decimal,
        standard: &Standard,
    ) -> Self {
        let is_limit = |body: WaterBody, class: Class| {
            standard.limit(item, body, class).is_some_and(|bound| match bound {
                Bound::AtMost(limit)
                | Bound::Below(limit)
                | Bound::AtLeast(limit)
                | Bound::Above(limit) => limit == printed,
                Bound::Within(lower, upper) => lower == printed || upper == printed,
            })
        };
        if is_limit(body, class) {
            return Self::Right;
        }
        let other = match body {
            WaterBody::River => WaterBody::Lake,
            WaterBody::Lake => WaterBody::River,
        };
        // The other water first: 0.2 on a lake is the limit of a river for the same class far
        // more often than that of class V.
        if is_limit(other, class) {
            return Self::OfOtherWater(other);
        }
        if standard.limit(item, body, class).is_none() {
            return Self::NoneSet;
        }
        let of_class = Class::WITH_LIMITS.into_iter().find(|class| is_limit(body, *class));
        of_class.map_or(Self::Wrong, Self::OfClass)
    }
}
