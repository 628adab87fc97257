//! How a city's index is made: the choices that the text at hand leaves open.

/// How a city's index is made, where the text was not at hand.
///
/// # Reference
/// 城市地表水环境质量排名技术规定（试行）2017: the index (S), the weights (K); how a mean pH enters
/// is ours.
///
/// # Example
/// ```
/// use gb3838::city::{CityIndexOptions, CityWeights};
///
/// let one_lake = CityIndexOptions::PROVISIONAL_2017
///     .with_weights(CityWeights::Given { rivers: 3, lakes: 1 })
///     .with_mean_ph_decimals(1);
/// assert_eq!(CityIndexOptions::PROVISIONAL_2017.weights(), CityWeights::SectionsAndPoints);
/// assert_eq!(one_lake.mean_ph_decimals(), 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CityIndexOptions {
    weights: CityWeights,
    mean_ph_decimals: u8,
}

/// The weights of rivers and lakes in a city's index.
///
/// # Reference
/// 城市地表水环境质量排名技术规定（试行）2017 (K).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum CityWeights {
    /// (rivers · M + lakes · N) / (M + N) with M river sections and N lake points that have
    /// values.
    SectionsAndPoints,
    /// The same with an M and an N of the caller's, such as the number of lakes for that of
    /// their points.
    Given {
        /// M.
        rivers: u32,
        /// N.
        lakes: u32,
    },
}

impl CityIndexOptions {
    /// The weights of sections and points; a mean pH enters rounded to two decimals, as it is
    /// printed.
    pub const PROVISIONAL_2017: Self =
        Self { weights: CityWeights::SectionsAndPoints, mean_ph_decimals: 2 };

    /// With other weights.
    #[must_use]
    pub const fn with_weights(mut self, weights: CityWeights) -> Self {
        self.weights = weights;
        self
    }

    /// With a mean pH that enters rounded to so many decimals, at most 12.
    ///
    /// The mean of hydrogen ions is a logarithm and no fraction; rounded it is one, and the
    /// index stays exact. The pH of a single section is rounded alike.
    #[must_use]
    pub const fn with_mean_ph_decimals(mut self, decimals: u8) -> Self {
        self.mean_ph_decimals = decimals;
        self
    }

    /// The weights.
    #[must_use]
    pub const fn weights(&self) -> CityWeights {
        self.weights
    }

    /// The decimals that a mean pH enters with.
    #[must_use]
    pub const fn mean_ph_decimals(&self) -> u8 {
        self.mean_ph_decimals
    }
}
