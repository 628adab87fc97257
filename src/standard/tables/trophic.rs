//! The trophic level index: correlations with chlorophyll-a, coefficients of the single indices.

use crate::number::decimal::Decimal;
use crate::standard::tables::gb3838_2002::printed;

/// One parameter: the correlation rj, and a and b of `10 (a + b ln x)`.
pub(crate) struct TrophicRow {
    pub(crate) correlation: Decimal,
    #[cfg_attr(
        not(any(feature = "std", feature = "libm")),
        expect(dead_code, reason = "of an index")
    )]
    pub(crate) coefficients: (f64, f64),
}

const fn row(correlation: &str, a: f64, b: f64) -> TrophicRow {
    TrophicRow { correlation: printed(correlation), coefficients: (a, b) }
}

/// Chlorophyll-a, total phosphorus, total nitrogen, transparency, permanganate index.
///
/// # Reference
/// 湖泊（水库）富营养化评价方法 (S), named by 环办〔2011〕22号.
pub(crate) const TROPHIC: [TrophicRow; 5] = [
    row("1", 2.5, 1.086),
    row("0.84", 9.436, 1.624),
    row("0.82", 5.453, 1.694),
    row("-0.83", 5.118, -1.94),
    row("0.83", 0.109, 2.661),
];
