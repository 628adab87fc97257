//! Assessment decimals: how many places a value keeps when it is rounded first.

use crate::standard::item::Item;

/// Decimals in the order of Table 1.
#[rustfmt::skip]
const ASSESSMENT_DECIMALS: [u8; 24] = [
    1, // water temperature
    0, // pH
    1, // dissolved oxygen
    1, // permanganate index
    1, // chemical oxygen demand
    1, // five-day biochemical oxygen demand
    2, // ammonia nitrogen
    3, // total phosphorus
    2, // total nitrogen
    3, // copper
    3, // zinc
    3, // fluoride
    4, // selenium
    4, // arsenic
    5, // mercury
    5, // cadmium
    3, // chromium (VI)
    3, // lead
    3, // cyanide
    4, // volatile phenols
    2, // petroleum
    2, // anionic surfactants
    3, // sulfide
    0, // faecal coliforms
];

impl Item {
    /// The number of decimals that a mean keeps when it is rounded before comparison.
    ///
    /// The items of Tables 2 and 3 have none: they compare the full value.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 and 总站水字〔2020〕90号 (S).
    ///
    /// # Example
    /// ```
    /// # use gb3838::Item;
    /// assert_eq!(Item::AmmoniaNitrogen.assessment_decimals(), 2);
    /// ```
    #[must_use]
    pub const fn assessment_decimals(self) -> u8 {
        ASSESSMENT_DECIMALS[self.index()]
    }
}
