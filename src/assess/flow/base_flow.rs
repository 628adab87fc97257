//! Ecological base flow (生态基流): the share of days whose mean flow reaches the target.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::reading::time::date::Date;
use crate::reading::time::period::Period;
use crate::standard::rule::Rule;

/// When a base flow is met: how many days must reach it, and what missing days do.
///
/// # Reference
/// Document not seen (K): 90 % of days; missing days are ours.
///
/// # Example
/// ```
/// use gb3838::flow::{BaseFlowOptions, MissingDays};
///
/// let rule = BaseFlowOptions::NINETY_PERCENT
///     .with_required_percent("80".parse()?)?
///     .with_missing_days(MissingDays::LeftOut);
/// assert_eq!(rule.required_percent().to_string(), "80");
/// assert!(rule.with_required_percent("101".parse()?).is_err());
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BaseFlowOptions {
    required_percent: Decimal,
    missing_days: MissingDays,
}

/// What days without a flow do to the verdict.
///
/// # Reference
/// Ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum MissingDays {
    /// They may have reached the target or not: the verdict stands only if it does either way.
    EitherWay,
    /// They leave the denominator.
    LeftOut,
}

/// Whether a base flow was met.
///
/// # Reference
/// Document not seen (K); "not assessed" is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum BaseFlowOutcome {
    /// Enough days reach the target.
    Met,
    /// Too few do.
    Missed,
    /// The missing days decide.
    NotAssessed,
}

/// Daily flows that make no assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BaseFlowError {
    /// The target is zero or negative.
    #[error("a base flow of {target} m³/s is not valid: expected one above 0")]
    TargetNotPositive {
        /// The target, in m³/s.
        target: Decimal,
    },
    /// The required share is not a percentage.
    #[error("{percent} % of days is no requirement: expected from 0 to 100")]
    Percent {
        /// The share, in percent.
        percent: Decimal,
    },
    /// A flow of a day outside the period.
    #[error("{day} is no day of the period")]
    OutsidePeriod {
        /// The day.
        day: Date,
    },
    /// Two flows of one day.
    #[error("{day} has two mean flows: expected one")]
    TwoFlows {
        /// The day.
        day: Date,
    },
}

impl BaseFlowOptions {
    /// At least 90 % of days (K); missing days may go either way (ours).
    pub const NINETY_PERCENT: Self =
        Self { required_percent: Decimal::from_integer(90), missing_days: MissingDays::EitherWay };

    /// With another share of days, in percent.
    ///
    /// # Errors
    /// For a share below 0 or above 100.
    pub fn with_required_percent(mut self, percent: Decimal) -> Result<Self, BaseFlowError> {
        if percent.is_negative() || percent > Decimal::from_integer(100) {
            return Err(BaseFlowError::Percent { percent });
        }
        self.required_percent = percent;
        Ok(self)
    }

    /// With another say of missing days.
    #[must_use]
    pub const fn with_missing_days(mut self, missing_days: MissingDays) -> Self {
        self.missing_days = missing_days;
        self
    }

    /// The share of days that must reach the target, in percent.
    #[must_use]
    pub const fn required_percent(&self) -> Decimal {
        self.required_percent
    }

    /// What missing days do.
    #[must_use]
    pub const fn missing_days(&self) -> MissingDays {
        self.missing_days
    }
}

/// A period's daily mean flows against the ecological base flow of a section.
///
/// # Reference
/// Document not seen (K); the target is the plan's: 茅岭江 at 黄屋屯 4.18 m³/s.
///
/// # Example
/// ```
/// use gb3838::{Date, Decimal, Period, flow::{BaseFlow, BaseFlowOutcome, BaseFlowOptions}};
///
/// let days: Vec<Date> = (1..=9).map(|day| Date::new(2024, 2, day)).collect::<Result<_, _>>()?;
/// let period = Period::span(days[0], Date::new(2024, 2, 10)?)?;
/// let flow = |day: &Date| if day.day() == 3 { "4.17" } else { "4.18" };
/// let flows: Vec<_> = days
///     .iter()
///     .map(|day| Decimal::parse(flow(day)).map(|flow| (*day, flow)))
///     .collect::<Result<_, _>>()?;
/// let target = Decimal::parse("4.18")?;
/// let base = BaseFlow::of_days(&period, flows, target, BaseFlowOptions::NINETY_PERCENT)?;
/// assert_eq!((base.days_reaching(), base.days_with_flow(), base.days()), (8, 9, 10));
/// // 8 of 10 or 9 of 10: the missing day decides.
/// assert_eq!(base.outcome(), BaseFlowOutcome::NotAssessed);
/// assert_eq!(base.missing(), [Date::new(2024, 2, 10)?]);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "生态流量")]
#[doc(alias = "生态基流")]
pub struct BaseFlow {
    target: Decimal,
    rule: BaseFlowOptions,
    below: Vec<Date>,
    missing: Vec<Date>,
    days: u32,
}

impl BaseFlow {
    /// Compares each day's mean flow, in m³/s, with the target; a flow equal to it reaches it.
    ///
    /// A negative flow, upstream with the tide, is below the target.
    ///
    /// # Errors
    /// For a target that is not above 0, a day outside the period, and two flows of one day.
    pub fn of_days(
        period: &Period,
        flows: impl IntoIterator<Item = (Date, impl Into<Fraction>)>,
        target: Decimal,
        rule: BaseFlowOptions,
    ) -> Result<Self, BaseFlowError> {
        if target <= Decimal::ZERO {
            return Err(BaseFlowError::TargetNotPositive { target });
        }
        let mut reaches = BTreeMap::new();
        for (day, flow) in flows {
            if !period.contains(day) {
                return Err(BaseFlowError::OutsidePeriod { day });
            }
            let flow: Fraction = flow.into();
            if reaches.insert(day, flow.compare(target).is_ge()).is_some() {
                return Err(BaseFlowError::TwoFlows { day });
            }
        }
        let mut base = Self { target, rule, below: Vec::new(), missing: Vec::new(), days: 0 };
        let mut day = period.first_day();
        loop {
            if period.contains(day) {
                base.days += 1;
                match reaches.get(&day) {
                    Some(true) => {}
                    Some(false) => base.below.push(day),
                    None => base.missing.push(day),
                }
            }
            if day >= period.last_day() {
                return Ok(base);
            }
            day = day.plus_days(1);
        }
    }

    /// The target, in m³/s.
    #[must_use]
    pub const fn target(&self) -> Decimal {
        self.target
    }

    /// What was asked.
    #[must_use]
    pub const fn asked(&self) -> BaseFlowOptions {
        self.rule
    }

    /// The number of days in the period.
    #[must_use]
    pub const fn days(&self) -> u32 {
        self.days
    }

    /// The number of days with a flow.
    #[must_use]
    pub fn days_with_flow(&self) -> u32 {
        self.days - count(&self.missing)
    }

    /// The number of days whose flow reaches the target.
    #[must_use]
    pub fn days_reaching(&self) -> u32 {
        self.days_with_flow() - count(&self.below)
    }

    /// The days below the target, in order.
    #[must_use]
    pub fn below(&self) -> &[Date] {
        &self.below
    }

    /// The days without a flow, in order.
    #[must_use]
    pub fn missing(&self) -> &[Date] {
        &self.missing
    }

    /// The exact share of the days with a flow that reach the target, from 0 to 1; `None`
    /// where there is no flow.
    #[must_use]
    pub fn share(&self) -> Option<Fraction> {
        Fraction::ratio(self.days_reaching().into(), self.days_with_flow().into())
    }

    /// That share in percent, rounded half to even; `None` where there is no flow.
    ///
    /// # Errors
    /// When the result does not fit a [`Decimal`].
    pub fn percent(&self, decimals: u8) -> Result<Option<Decimal>, ExactOverflow> {
        let percent = |share: Fraction| share.in_percent()?.round(decimals);
        self.share().map(percent).transpose()
    }

    /// The least and greatest number of days that can have reached the target: without and
    /// with the missing ones.
    #[must_use]
    pub fn bounds(&self) -> (u32, u32) {
        (self.days_reaching(), self.days - count(&self.below))
    }

    /// Whether enough days reach the target; shares are compared exactly.
    #[must_use]
    pub fn outcome(&self) -> BaseFlowOutcome {
        let verdict = |reaching: u32, days: u32| {
            let share = Fraction::ratio(i64::from(reaching) * 100, days.into())?;
            Some(share.compare(self.rule.required_percent).is_ge())
        };
        let (least, greatest) = match self.rule.missing_days {
            MissingDays::EitherWay => {
                let (least, greatest) = self.bounds();
                (verdict(least, self.days), verdict(greatest, self.days))
            }
            MissingDays::LeftOut => {
                let measured = verdict(self.days_reaching(), self.days_with_flow());
                (measured, measured)
            }
        };
        match (least, greatest) {
            (Some(true), Some(true)) => BaseFlowOutcome::Met,
            (Some(false), Some(false)) => BaseFlowOutcome::Missed,
            _ => BaseFlowOutcome::NotAssessed,
        }
    }

    /// The rule behind it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule::ECOLOGICAL_BASE_FLOW
    }
}

/// The number of some days of the calendar, which 32 bits hold.
fn count(days: &[Date]) -> u32 {
    u32::try_from(days.len()).unwrap_or(u32::MAX)
}
