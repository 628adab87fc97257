//! How a plan is held against readings: edition, comparison, order of averaging.

use crate::assess::section::pollution_items::PollutionItemsOptions;
use crate::assess::target::target::TooFewSamples;
use crate::number::rounding::Comparison;
use crate::reading::time::period::{Averaging, Period};
use crate::standard::limits::Standard;

/// How a plan is held against readings; recorded in the result.
///
/// # Example
/// ```
/// use gb3838::{Averaging, Comparison, plan::AssessOptions};
///
/// // As a station's own report: one mean over all values, compared in full.
/// let options = AssessOptions::new()
///     .with_averaging(Averaging::Pooled)
///     .with_comparison(Comparison::FullValue);
/// assert_eq!(options.comparison(), Comparison::FullValue);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessOptions {
    pub(crate) standard: Standard,
    pub(crate) comparison: Comparison,
    averaging: Option<Averaging>,
    too_few: TooFewSamples,
    pollution_items: PollutionItemsOptions,
}

impl AssessOptions {
    /// GB 3838-2002, means rounded first, in the order of averaging that the period asks for.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (S, the order K).
    #[must_use]
    pub const fn new() -> Self {
        Self {
            standard: Standard::GB_3838_2002,
            comparison: Comparison::RoundFirst,
            averaging: None,
            too_few: TooFewSamples::Provisional,
            pollution_items: PollutionItemsOptions::DOCUMENT_22,
        }
    }

    /// Another edition, or local limits.
    #[must_use]
    pub const fn with_standard(mut self, standard: Standard) -> Self {
        self.standard = standard;
        self
    }

    /// Whether values are rounded first.
    #[must_use]
    pub const fn with_comparison(mut self, comparison: Comparison) -> Self {
        self.comparison = comparison;
        self
    }

    /// The order of averaging, whatever the period asks for.
    #[must_use]
    pub const fn with_averaging(mut self, averaging: Averaging) -> Self {
        self.averaging = Some(averaging);
        self
    }

    /// What is made of verdicts on too few samples.
    #[must_use]
    pub const fn with_too_few_samples(mut self, option: TooFewSamples) -> Self {
        self.too_few = option;
        self
    }

    /// What is made of verdicts on too few samples.
    #[must_use]
    pub const fn too_few_samples(&self) -> TooFewSamples {
        self.too_few
    }

    /// How main pollution items are chosen.
    #[must_use]
    pub const fn with_pollution_items(mut self, options: PollutionItemsOptions) -> Self {
        self.pollution_items = options;
        self
    }

    /// How main pollution items are chosen.
    #[must_use]
    pub const fn pollution_items(&self) -> &PollutionItemsOptions {
        &self.pollution_items
    }

    /// The edition of the standard.
    #[must_use]
    pub const fn standard(&self) -> &Standard {
        &self.standard
    }

    /// Whether values are rounded first.
    #[must_use]
    pub const fn comparison(&self) -> Comparison {
        self.comparison
    }

    /// The order of averaging in a period.
    #[must_use]
    pub fn averaging_of(&self, period: &Period) -> Averaging {
        self.averaging.unwrap_or_else(|| period.averaging())
    }
}

impl Default for AssessOptions {
    fn default() -> Self {
        Self::new()
    }
}
