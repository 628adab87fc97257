//! The trophic level index of a lake: the weighted sum of what was measured.

use core::cmp::Ordering;
use core::fmt;

use crate::assess::lake::trophic::{TrophicError, TrophicParameter};
use crate::assess::lake::trophic_grade::TrophicGrade;
use crate::assess::lake::trophic_weights::TrophicWeights;
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::number::text_buffer::TextBuffer;
use crate::standard::rule::Rule;

/// The trophic level index TLI(Σ) with its grade, weights and single indices.
///
/// ```text
/// TLI(Σ) = Σ Wj · TLI(j)
/// ```
/// **What is a float here:** values and weights are exact; the logarithms, the single indices
/// and their sum are floats, right to about 13 digits. The grade is decided on the unrounded
/// float: an index of 50.04 is eutrophic, although it prints as 50.0.
///
/// # Reference
/// 环办〔2011〕22号 (S), 湖泊（水库）富营养化评价方法 (S).
///
/// # Example
/// ```
/// use gb3838::{Decimal, lake::{TrophicGrade, TrophicIndex, TrophicParameter}};
///
/// let index = TrophicIndex::of([
///     (TrophicParameter::TotalPhosphorus, Decimal::parse("0.05")?.into()),
///     (TrophicParameter::Transparency, Decimal::parse("1.2")?.into()),
/// ])?;
/// assert_eq!(index.round(1)?.to_string(), "46.7");
/// assert_eq!(index.grade(), TrophicGrade::Mesotrophic);
/// // Three parameters are missing, and the result says so.
/// assert!(index.weights().is_renormalised());
/// let missing: Vec<_> = index.weights().missing().map(|it| it.symbol()).collect();
/// assert_eq!(missing, ["chl-a", "TN", "CODMn"]);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[doc(alias = "综合营养状态指数")]
#[doc(alias = "TLI")]
pub struct TrophicIndex {
    value: f64,
    singles: [Option<f64>; 5],
    weights: TrophicWeights,
}

impl TrophicIndex {
    /// The index of the parameters that have a value, each in its
    /// [`unit`](TrophicParameter::unit), weighted by the printed correlations.
    ///
    /// A mean enters by its [exact value](crate::Quantity::exact).
    ///
    /// # Errors
    /// [`TrophicError::NoParameter`] without any value, [`TrophicError::NotPositive`] for a
    /// value of zero or less, [`TrophicError::Twice`] for two values of one parameter.
    pub fn of(
        values: impl IntoIterator<Item = (TrophicParameter, Fraction)>,
    ) -> Result<Self, TrophicError> {
        let mut singles = [None; 5];
        for (parameter, value) in values {
            let single = parameter.index(&value)?;
            if let Some(slot) = singles.get_mut(parameter as usize)
                && slot.replace(single).is_some()
            {
                return Err(TrophicError::Twice { parameter });
            }
        }
        let single =
            |parameter: TrophicParameter| singles.get(parameter as usize).copied().flatten();
        let measured = TrophicParameter::ALL.into_iter().filter(|it| single(*it).is_some());
        let weights = TrophicWeights::of(measured)?;
        let parts = TrophicParameter::ALL
            .into_iter()
            .filter_map(|parameter| Some(weights.weight(parameter)?.to_f64() * single(parameter)?));
        let value = parts.reduce(|sum, part| sum + part).ok_or(TrophicError::NoParameter)?;
        Ok(Self { value, singles, weights })
    }

    /// The unrounded index.
    #[must_use]
    pub const fn value(&self) -> f64 {
        self.value
    }

    /// The index for print: the float's own value, rounded once, half to even.
    ///
    /// # Errors
    /// When the result does not fit a [`Decimal`].
    pub fn round(&self, decimals: u8) -> Result<Decimal, ExactOverflow> {
        let overflow = ExactOverflow::new("rounding");
        let mut text = TextBuffer::<64>::new();
        let places = usize::from(decimals);
        fmt::write(&mut text, format_args!("{:.places$}", self.value)).map_err(|_| overflow)?;
        Decimal::parse(text.as_str()).map_err(|_| overflow)
    }

    /// The trophic state, decided on the unrounded float.
    ///
    /// For the grade of a printed, rounded index see [`TrophicGrade::of`].
    #[must_use]
    pub fn grade(&self) -> TrophicGrade {
        TrophicGrade::where_index(|bound| {
            self.value.partial_cmp(&f64::from(bound)).unwrap_or(Ordering::Greater)
        })
    }

    /// The index of one parameter alone, where it has a value.
    #[must_use]
    pub fn single(&self, parameter: TrophicParameter) -> Option<f64> {
        self.singles.get(parameter as usize).copied().flatten()
    }

    /// The weights, with what took part and what is missing.
    #[must_use]
    pub const fn weights(&self) -> &TrophicWeights {
        &self.weights
    }

    /// The rules behind the index.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let renormalised = self.weights.is_renormalised().then_some(Rule::TROPHIC_SUBSET);
        [Some(Rule::TROPHIC_INDEX), renormalised].into_iter().flatten()
    }
}
