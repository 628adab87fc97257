//! GB/T 14848-2017, Table 1 as printed: the only place where a limit of ground water is typed.

use crate::number::decimal::Decimal;
use crate::standard::ground_water::item::GroundWaterItem;
use crate::standard::ground_water::limits::GroundWaterLimits;
use crate::standard::tables::gb3838_2002::printed;

/// One row of Table 1.
struct Row {
    item: GroundWaterItem,
    limits: GroundWaterLimits,
}

const fn three(texts: [&str; 3]) -> [Decimal; 3] {
    [printed(texts[0]), printed(texts[1]), printed(texts[2])]
}

const fn at_most(item: GroundWaterItem, texts: [&str; 4]) -> Row {
    let limits = [printed(texts[0]), printed(texts[1]), printed(texts[2]), printed(texts[3])];
    Row { item, limits: GroundWaterLimits::AtMost(limits) }
}

/// Class I is printed 不得检出, not detected.
const fn not_detected(item: GroundWaterItem, texts: [&str; 3]) -> Row {
    Row { item, limits: GroundWaterLimits::NotDetectedThenAtMost(three(texts)) }
}

/// Classes IV and V are both printed "more than the value of class III".
const fn open_above(item: GroundWaterItem, texts: [&str; 3]) -> Row {
    Row { item, limits: GroundWaterLimits::AtMostThenOpen(three(texts)) }
}

/// Classes I to III, then class IV, which lies on both sides of them.
const fn within(item: GroundWaterItem, inner: [&str; 2], outer: [&str; 2]) -> Row {
    let limits = GroundWaterLimits::Within {
        i_to_iii: (printed(inner[0]), printed(inner[1])),
        iv: (printed(outer[0]), printed(outer[1])),
    };
    Row { item, limits }
}

/// Classes I to IV are printed 无, class V 有.
const fn none_seen(item: GroundWaterItem) -> Row {
    Row { item, limits: GroundWaterLimits::NoneSeen }
}

/// Table 1, 地下水质量常规指标及限值; the units stand with the items.
#[rustfmt::skip]
const TABLE_1: [Row; 39] = [
    // I, II, III, IV; a value beyond IV is class V
    at_most(GroundWaterItem::Colour, ["5", "5", "15", "25"]),
    none_seen(GroundWaterItem::OdourAndTaste),
    at_most(GroundWaterItem::Turbidity, ["3", "3", "3", "10"]),
    none_seen(GroundWaterItem::VisibleMatter),
    within(GroundWaterItem::Ph, ["6.5", "8.5"], ["5.5", "9.0"]),
    at_most(GroundWaterItem::TotalHardness, ["150", "300", "450", "650"]),
    at_most(GroundWaterItem::TotalDissolvedSolids, ["300", "500", "1000", "2000"]),
    at_most(GroundWaterItem::Sulfate, ["50", "150", "250", "350"]),
    at_most(GroundWaterItem::Chloride, ["50", "150", "250", "350"]),
    at_most(GroundWaterItem::Iron, ["0.1", "0.2", "0.3", "2.0"]),
    at_most(GroundWaterItem::Manganese, ["0.05", "0.05", "0.10", "1.50"]),
    at_most(GroundWaterItem::Copper, ["0.01", "0.05", "1.00", "1.50"]),
    at_most(GroundWaterItem::Zinc, ["0.05", "0.5", "1.00", "5.00"]),
    at_most(GroundWaterItem::Aluminium, ["0.01", "0.05", "0.20", "0.50"]),
    at_most(GroundWaterItem::VolatilePhenols, ["0.001", "0.001", "0.002", "0.01"]),
    not_detected(GroundWaterItem::AnionicSurfactants, ["0.1", "0.3", "0.3"]),
    at_most(GroundWaterItem::OxygenConsumption, ["1.0", "2.0", "3.0", "10.0"]),
    at_most(GroundWaterItem::AmmoniaNitrogen, ["0.02", "0.10", "0.50", "1.50"]),
    at_most(GroundWaterItem::Sulfide, ["0.005", "0.01", "0.02", "0.10"]),
    at_most(GroundWaterItem::Sodium, ["100", "150", "200", "400"]),
    at_most(GroundWaterItem::TotalColiforms, ["3.0", "3.0", "3.0", "100"]),
    at_most(GroundWaterItem::ColonyCount, ["100", "100", "100", "1000"]),
    at_most(GroundWaterItem::Nitrite, ["0.01", "0.10", "1.00", "4.80"]),
    at_most(GroundWaterItem::Nitrate, ["2.0", "5.0", "20.0", "30.0"]),
    at_most(GroundWaterItem::Cyanide, ["0.001", "0.01", "0.05", "0.1"]),
    at_most(GroundWaterItem::Fluoride, ["1.0", "1.0", "1.0", "2.0"]),
    at_most(GroundWaterItem::Iodide, ["0.04", "0.04", "0.08", "0.50"]),
    at_most(GroundWaterItem::Mercury, ["0.0001", "0.0001", "0.001", "0.002"]),
    at_most(GroundWaterItem::Arsenic, ["0.001", "0.001", "0.01", "0.05"]),
    at_most(GroundWaterItem::Selenium, ["0.01", "0.01", "0.01", "0.1"]),
    at_most(GroundWaterItem::Cadmium, ["0.0001", "0.001", "0.005", "0.01"]),
    at_most(GroundWaterItem::HexavalentChromium, ["0.005", "0.01", "0.05", "0.10"]),
    at_most(GroundWaterItem::Lead, ["0.005", "0.005", "0.01", "0.10"]),
    at_most(GroundWaterItem::Trichloromethane, ["0.5", "6", "60", "300"]),
    at_most(GroundWaterItem::Tetrachloromethane, ["0.5", "0.5", "2.0", "50.0"]),
    at_most(GroundWaterItem::Benzene, ["0.5", "1.0", "10.0", "120"]),
    at_most(GroundWaterItem::Toluene, ["0.5", "140", "700", "1400"]),
    open_above(GroundWaterItem::GrossAlpha, ["0.1", "0.1", "0.5"]),
    open_above(GroundWaterItem::GrossBeta, ["0.1", "1.0", "1.0"]),
];

/// Each item stands at its own place, and worse classes have wider limits.
const _: () = {
    let mut index = 0;
    while index < TABLE_1.len() {
        let row = &TABLE_1[index];
        assert!(row.item.index() == index, "a row is out of order");
        assert!(row.limits.are_sound(), "the limits of a row are out of order");
        index += 1;
    }
};

impl GroundWaterItem {
    /// The limits as printed, in the unit of the item.
    ///
    /// # Reference
    /// GB/T 14848-2017, Table 1 (S): two transcriptions that agree.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Bound, Decimal, ground_water::{GroundWaterClass, GroundWaterItem}};
    ///
    /// let limits = GroundWaterItem::Fluoride.limits();
    /// let limit = limits.limit(GroundWaterClass::III);
    /// assert_eq!(limit, Some(Bound::AtMost(Decimal::parse("1.0")?)));
    /// // There is no limit beyond class IV, and no inferior class V.
    /// assert_eq!(limits.limit(GroundWaterClass::V), None);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub const fn limits(self) -> &'static GroundWaterLimits {
        &TABLE_1[self.index()].limits
    }
}
