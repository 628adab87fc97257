//! The trend of a series (Daniel): direction, significance, and what it means for an item.

use crate::assess::region::change::SectionChange;
use crate::assess::trend::rank_orders::MOST_WITH_TIES;
use crate::assess::trend::significance::{SignificanceMethod, TrendError, TrendOptions};
use crate::assess::trend::spearman::{RankCorrelation, doubled_ranks};
use crate::standard::item::Item;
use crate::standard::rule::Rule;
use crate::standard::tables::critical_values::SignificanceLevel;

/// Where a series goes, if the movement is significant at 0.05.
///
/// # Reference
/// 环办〔2011〕22号, Daniel 趋势检验 (K).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Direction {
    /// It rises (上升).
    Rise,
    /// It falls (下降).
    Fall,
    /// No significant movement (无显著变化).
    None,
}

impl Direction {
    /// The printed Chinese words.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::Rise => "上升",
            Self::Fall => "下降",
            Self::None => "无显著变化",
        }
    }

    /// What the movement means for an item: concentrations that rise are worse, dissolved
    /// oxygen that rises is better.
    ///
    /// `None` for pH and water temperature, where neither end is the good one.
    ///
    /// # Reference
    /// Dissolved oxygen: GB 3838-2002, Table 1, whose limits of it are lower bounds (P).
    ///
    /// # Example
    /// ```
    /// use gb3838::{Item, region::SectionChange, trend::Direction};
    ///
    /// let rise = Direction::Rise;
    /// assert_eq!(rise.means_for(Item::DissolvedOxygen), Some(SectionChange::Better));
    /// assert_eq!(rise.means_for(Item::AmmoniaNitrogen), Some(SectionChange::Worse));
    /// assert_eq!(rise.means_for(Item::Ph), None);
    /// ```
    #[must_use]
    pub const fn means_for(self, item: Item) -> Option<SectionChange> {
        let more_is_better = match item {
            Item::Ph | Item::WaterTemperature => return None,
            Item::DissolvedOxygen => true,
            _ => false,
        };
        Some(match self {
            Self::None => SectionChange::Same,
            Self::Rise if more_is_better => SectionChange::Better,
            Self::Fall if !more_is_better => SectionChange::Better,
            Self::Rise | Self::Fall => SectionChange::Worse,
        })
    }
}

/// The trend of a series, with the correlation and the method behind it.
///
/// # Reference
/// 环办〔2011〕22号, Daniel 趋势检验 with Spearman's rank correlation (K).
///
/// # Example
/// ```
/// use gb3838::{
///     Decimal, trend::{Direction, SignificanceLevel, SignificanceMethod, Trend, TrendOptions},
/// };
///
/// let annual = ["0.82", "0.75", "0.78", "0.61", "0.43", "0.40"];
/// let values: Vec<Decimal> = annual.iter().map(|it| it.parse()).collect::<Result<_, _>>()?;
/// let trend = Trend::of(&values, &TrendOptions::DOCUMENT_22)?;
/// // Σd² = 25 + 4 + 4 + 1 + 9 + 25 = 68, rs = 1 − 6 · 68 / 210.
/// assert_eq!(trend.correlation().coefficient().to_string(), "-33/35");
/// assert_eq!(trend.direction(), Direction::Fall);
/// assert!(trend.is_significant_at(SignificanceLevel::OnePercent));
/// assert_eq!(trend.method(), SignificanceMethod::PrintedTable);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "趋势")]
#[doc(alias = "秩相关")]
pub struct Trend {
    correlation: RankCorrelation,
    rule: TrendOptions,
    method: SignificanceMethod,
    at_five_percent: bool,
    at_one_percent: bool,
}

impl Trend {
    /// The trend of values in the order of their periods, one each.
    ///
    /// # Errors
    /// [`TrendError::TooFew`] below five values; [`TrendError::TooManyOrders`] above 23, or
    /// above 13 where some are equal, where all orders are asked for.
    pub fn of<T: Ord>(values: &[T], rule: &TrendOptions) -> Result<Self, TrendError> {
        let correlation = RankCorrelation::of(values)?;
        if !correlation.has_ties() {
            return Self::decided(&correlation, None, *rule);
        }
        // The orders of ranks are counted of so many at most.
        let mut ranks = [0_i64; MOST_WITH_TIES as usize];
        for (slot, rank) in ranks.iter_mut().zip(doubled_ranks(values)) {
            *slot = rank;
        }
        let ranks = ranks.get(..values.len()).unwrap_or(&ranks);
        Self::decided(&correlation, Some(ranks), *rule)
    }

    /// The trend of a correlation that was computed elsewhere; its values are taken as untied.
    ///
    /// # Errors
    /// [`TrendError::TooManyOrders`] above 23 values where all orders are asked for.
    pub fn of_correlation(
        correlation: RankCorrelation,
        rule: &TrendOptions,
    ) -> Result<Self, TrendError> {
        Self::decided(&correlation, None, *rule)
    }

    fn decided(
        correlation: &RankCorrelation,
        tied_ranks: Option<&[i64]>,
        rule: TrendOptions,
    ) -> Result<Self, TrendError> {
        let at = |level| rule.is_significant(correlation, tied_ranks, level);
        let method = rule.method_for(correlation.count(), tied_ranks.is_some());
        let at_five_percent = at(SignificanceLevel::FivePercent)?;
        let at_one_percent = at(SignificanceLevel::OnePercent)?;
        Ok(Self { correlation: *correlation, rule, method, at_five_percent, at_one_percent })
    }

    /// The rank correlation.
    #[must_use]
    pub const fn correlation(&self) -> &RankCorrelation {
        &self.correlation
    }

    /// Whether it is significant at a level, one-sided.
    #[must_use]
    pub const fn is_significant_at(&self, level: SignificanceLevel) -> bool {
        match level {
            SignificanceLevel::FivePercent => self.at_five_percent,
            SignificanceLevel::OnePercent => self.at_one_percent,
        }
    }

    /// Rise or fall where significant at 0.05, else none.
    ///
    /// The side is that of the [centred](RankCorrelation::centred) coefficient, which without
    /// ties is the printed one.
    #[must_use]
    pub fn direction(&self) -> Direction {
        if !self.at_five_percent {
            Direction::None
        } else if self.correlation.centred().is_negative() {
            Direction::Fall
        } else {
            Direction::Rise
        }
    }

    /// The method that decided: not always the one that was asked for.
    #[must_use]
    pub const fn method(&self) -> SignificanceMethod {
        self.method
    }

    /// The options that were used.
    #[must_use]
    pub const fn options(&self) -> &TrendOptions {
        &self.rule
    }

    /// The rules behind the trend.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let significance = match self.method() {
            SignificanceMethod::PrintedTable => Rule::TREND_TABLE,
            SignificanceMethod::AllOrders => Rule::TREND_ALL_ORDERS,
            SignificanceMethod::StudentT => Rule::TREND_STUDENT_T,
        };
        [Rule::TREND, significance].into_iter()
    }
}
