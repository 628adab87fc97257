//! The weights of the trophic level index, exact, for any subset of its parameters.

use crate::assess::lake::trophic::TrophicParameter;
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};

/// The weights Wj of some parameters; they add up to 1 exactly.
///
/// ```text
/// Wj = rj² / Σ rj²
/// ```
/// The sum runs over the parameters that have a value, so that the weights of a subset are
/// those of all five, renormalised.
///
/// # Reference
/// 湖泊（水库）富营养化评价方法 (S); the renormalisation is ours.
///
/// # Example
/// ```
/// use gb3838::lake::{TrophicParameter, TrophicWeights};
///
/// let all = TrophicWeights::of(TrophicParameter::ALL)?;
/// let weight = all.weight(TrophicParameter::TotalPhosphorus).ok_or("no weight")?;
/// assert_eq!(weight.round(4)?.to_string(), "0.1879");
/// assert!(!all.is_renormalised());
/// // Without chlorophyll-a the others weigh more, and the weights say so.
/// let four = TrophicWeights::of(TrophicParameter::ALL.into_iter().skip(1))?;
/// assert!(four.is_renormalised());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrophicWeights {
    squares: [Option<Fraction>; 5],
    weights: [Option<Fraction>; 5],
}

impl TrophicWeights {
    /// The weights of some parameters by their printed correlations.
    ///
    /// # Errors
    /// Not with the printed correlations.
    pub fn of(
        parameters: impl IntoIterator<Item = TrophicParameter>,
    ) -> Result<Self, ExactOverflow> {
        Self::from_correlations(parameters.into_iter().map(|it| (it, it.correlation())))
    }

    /// The weights by other correlations with chlorophyll-a, such as those of one region.
    ///
    /// Where all correlations are zero, no parameter has a weight.
    ///
    /// # Errors
    /// When the exact weights have no room.
    pub fn from_correlations(
        correlations: impl IntoIterator<Item = (TrophicParameter, Decimal)>,
    ) -> Result<Self, ExactOverflow> {
        let mut squares = [None; 5];
        for (parameter, correlation) in correlations {
            let correlation = Fraction::from(correlation);
            if let Some(slot) = squares.get_mut(parameter as usize) {
                *slot = Some(correlation.checked_mul(&correlation)?);
            }
        }
        let sum = squares
            .iter()
            .flatten()
            .try_fold(Fraction::ZERO, |sum: Fraction, square| sum.checked_add(square))?;
        let mut weights = [None; 5];
        for (slot, square) in weights.iter_mut().zip(&squares) {
            if let Some(square) = square {
                *slot = square.checked_div(&sum)?;
            }
        }
        Ok(Self { squares, weights })
    }

    /// The squared correlation rj² of a parameter that takes part.
    #[must_use]
    pub fn squared_correlation(&self, parameter: TrophicParameter) -> Option<&Fraction> {
        self.squares.get(parameter as usize).and_then(Option::as_ref)
    }

    /// The weight of a parameter that takes part.
    #[must_use]
    pub fn weight(&self, parameter: TrophicParameter) -> Option<&Fraction> {
        self.weights.get(parameter as usize).and_then(Option::as_ref)
    }

    /// The parameters that take part, in the order of print.
    pub fn parameters(&self) -> impl Iterator<Item = TrophicParameter> + '_ {
        TrophicParameter::ALL.into_iter().filter(|it| self.weight(*it).is_some())
    }

    /// The parameters that take no part.
    pub fn missing(&self) -> impl Iterator<Item = TrophicParameter> + '_ {
        TrophicParameter::ALL.into_iter().filter(|it| self.weight(*it).is_none())
    }

    /// Whether parameters are missing, so that the others weigh more than in print.
    #[must_use]
    pub fn is_renormalised(&self) -> bool {
        self.missing().next().is_some()
    }
}
