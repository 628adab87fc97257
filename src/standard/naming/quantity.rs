//! What a column can be a measurement of: an item of any list, or what lakes need beside them.

use core::fmt;

use crate::standard::ground_water::item::GroundWaterItem;
use crate::standard::item::Item;
use crate::standard::naming::other_names;
use crate::standard::naming::spelled_unit::{Measure, SpelledUnit};
use crate::standard::source_item::SourceItem;

/// A quantity that a column holds.
///
/// # Reference
/// GB 3838-2002, Tables 1 to 3 (P); GB/T 14848-2017, Table 1 (S); 环办〔2011〕22号 (S).
///
/// # Example
/// ```
/// use gb3838::{Item, sheet::Quantity};
///
/// assert_eq!(Quantity::Item(Item::AmmoniaNitrogen).name_zh(), "氨氮");
/// assert_eq!(Quantity::ChlorophyllA.unit().to_string(), "µg/L");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Quantity {
    /// A basic item of Table 1.
    Item(Item),
    /// An item of Tables 2 and 3.
    Source(SourceItem),
    /// An item of ground water.
    GroundWater(GroundWaterItem),
    /// Chlorophyll-a (叶绿素a), of the trophic level index.
    ChlorophyllA,
    /// Transparency (透明度), of the trophic level index.
    Transparency,
}

impl Quantity {
    /// The symbol where there is one, else the Chinese name.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Item(item) => item.symbol(),
            Self::Source(item) => item.name_zh(),
            Self::GroundWater(item) => item.name_zh(),
            Self::ChlorophyllA => "chl-a",
            Self::Transparency => "SD",
        }
    }

    /// The Chinese name as printed.
    #[must_use]
    pub fn name_zh(self) -> &'static str {
        match self {
            Self::Item(item) => item.name_zh(),
            Self::Source(item) => item.name_zh(),
            Self::GroundWater(item) => item.name_zh(),
            Self::ChlorophyllA => "叶绿素a",
            Self::Transparency => "透明度",
        }
    }

    /// The unit that its limits, or the formula of its index, are in.
    ///
    /// Counts of ground water are in 100 mL and mL; words have no unit.
    #[must_use]
    pub fn unit(self) -> SpelledUnit {
        match self {
            Self::Item(item) => item.unit().into(),
            Self::Source(_) => SpelledUnit::new(Measure::Mass, -3),
            Self::ChlorophyllA => SpelledUnit::new(Measure::Mass, -6),
            Self::Transparency => SpelledUnit::new(Measure::Length, 0),
            Self::GroundWater(item) => match item {
                GroundWaterItem::Colour => SpelledUnit::new(Measure::Colour, 0),
                GroundWaterItem::Turbidity => SpelledUnit::new(Measure::Turbidity, 0),
                GroundWaterItem::TotalColiforms => SpelledUnit::new(Measure::Count, 1),
                GroundWaterItem::ColonyCount => SpelledUnit::new(Measure::Count, 3),
                GroundWaterItem::GrossAlpha | GroundWaterItem::GrossBeta => {
                    SpelledUnit::new(Measure::Activity, 0)
                }
                other => other
                    .unit()
                    .map_or(SpelledUnit::new(Measure::Dimensionless, 0), SpelledUnit::from),
            },
        }
    }

    /// Hands each of its names over, the printed ones first.
    pub(crate) fn each_name(self, mut found: impl FnMut(&'static str)) {
        match self {
            Self::Item(item) => item.names().for_each(&mut found),
            Self::Source(item) => {
                item.names()
                    .chain(other_names::of_source(item).iter().copied())
                    .for_each(&mut found);
            }
            Self::GroundWater(item) => item.names().for_each(&mut found),
            Self::ChlorophyllA => other_names::CHLOROPHYLL_A.into_iter().for_each(&mut found),
            Self::Transparency => other_names::TRANSPARENCY.into_iter().for_each(&mut found),
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.symbol())
    }
}
