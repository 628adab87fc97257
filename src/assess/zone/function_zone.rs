//! Water function zones (水功能区), and the options by which their year is judged.

use crate::number::decimal::Decimal;
use crate::reading::time::period::MonthSet;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;

/// A function zone and its year.
///
/// # Example
/// ```
/// use gb3838::{Class, time::MonthSet, zone::{FunctionZone, LeftOut}};
///
/// let dry = FunctionZone::new(Class::III).with_dry_months(MonthSet::new(&[1, 2, 3, 10, 11, 12])?);
/// assert!(matches!(dry.left_out(), Some(LeftOut::Dry { months: 6 })));
/// assert_eq!(FunctionZone::drainage_control(None).left_out(), Some(LeftOut::DrainageControl));
/// // A drainage-control zone with a target is judged as any other.
/// assert_eq!(FunctionZone::drainage_control(Some(Class::IV)).left_out(), None);
/// # Ok::<(), gb3838::Error>(())
/// ```
///
/// # Reference
/// SL 395-2007 (K).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FunctionZone {
    target: Option<Class>,
    drainage_control: bool,
    dry_months: Option<MonthSet>,
}

/// Why a zone leaves the denominator of a share of zones.
///
/// # Reference
/// SL 395-2007 (S, K).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeftOut {
    /// Dry for six months or more (S).
    Dry {
        /// The number of dry months.
        months: u32,
    },
    /// A drainage-control zone (排污控制区) without a target (K).
    DrainageControl,
}

impl LeftOut {
    /// The rule behind it.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::Dry { .. } => Rule::ZONE_DRY,
            Self::DrainageControl => Rule::ZONE_DRAINAGE_CONTROL,
        }
    }
}

/// A zone dry for so many months of the year is not counted.
///
/// # Reference
/// SL 395-2007 (S).
const DRY_MONTHS: u32 = 6;

impl FunctionZone {
    /// A zone with its target class.
    #[must_use]
    pub const fn new(target: Class) -> Self {
        Self { target: Some(target), drainage_control: false, dry_months: None }
    }

    /// A drainage-control zone (排污控制区), which may have no target.
    #[must_use]
    pub const fn drainage_control(target: Option<Class>) -> Self {
        Self { target, drainage_control: true, dry_months: None }
    }

    /// The months of the year in which it had no flow.
    #[must_use]
    pub const fn with_dry_months(mut self, months: MonthSet) -> Self {
        self.dry_months = Some(months);
        self
    }

    /// The target class.
    #[must_use]
    pub const fn target(&self) -> Option<Class> {
        self.target
    }

    /// Why it is not counted, if so.
    #[must_use]
    pub const fn left_out(&self) -> Option<LeftOut> {
        match (self.dry_months, self.target) {
            (Some(months), _) if months.len() >= DRY_MONTHS => {
                Some(LeftOut::Dry { months: months.len() })
            }
            (_, None) if self.drainage_control => Some(LeftOut::DrainageControl),
            _ => None,
        }
    }
}

/// The method by which a year of a zone is judged.
///
/// # Reference
/// SL 395-2007 (K); the mean is the milder method (S).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ZoneMethod {
    /// The annual mean against the target (年均值).
    AnnualMean,
    /// How many of the year's assessments met the target (频次达标).
    Frequency,
}

impl ZoneMethod {
    /// The rule behind it.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::AnnualMean => Rule::ZONE_ANNUAL_MEAN,
            Self::Frequency => Rule::ZONE_FREQUENCY,
        }
    }
}

/// The items by which a zone is judged.
///
/// # Reference
/// SL 395-2007 (K): all items (全指标) or the pair (双指标).
///
/// # Example
/// ```
/// use gb3838::{ItemSet, zone::ZoneItems};
///
/// let pair = ZoneItems::CodAndAmmonia.of(ItemSet::ASSESSED);
/// assert_eq!(pair.to_string(), "COD;NH3-N");
/// assert_eq!(ZoneItems::All.of(ItemSet::FIVE), ItemSet::FIVE);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ZoneItems {
    /// All items that the assessments were asked for.
    #[default]
    All,
    /// Permanganate index and ammonia nitrogen.
    PermanganateAndAmmonia,
    /// Chemical oxygen demand and ammonia nitrogen.
    CodAndAmmonia,
}

impl ZoneItems {
    /// The items, of those that an assessment was asked for.
    #[must_use]
    pub const fn of(self, asked: ItemSet) -> ItemSet {
        let first = match self {
            Self::All => return asked,
            Self::PermanganateAndAmmonia => Item::PermanganateIndex,
            Self::CodAndAmmonia => Item::ChemicalOxygenDemand,
        };
        ItemSet::from_items(&[first, Item::AmmoniaNitrogen])
    }
}

/// How function zones are judged: method, items, and the share of times that is enough.
///
/// # Reference
/// SL 395-2007 (K): each of the three is an option, and recorded in the result.
///
/// # Example
/// ```
/// use gb3838::zone::{FunctionZoneOptions, ZoneItems};
///
/// let rules = FunctionZoneOptions::by_frequency()
///     .with_items(ZoneItems::PermanganateAndAmmonia)
///     .with_required_percent("75".parse()?)?;
/// assert!(FunctionZoneOptions::by_frequency().with_required_percent("101".parse()?).is_err());
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FunctionZoneOptions {
    method: ZoneMethod,
    items: ZoneItems,
    required_percent: Decimal,
}

/// A required share of times that is not valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{percent} % of the times cannot be required: expected from 0 to 100")]
pub struct RequiredPercentError {
    percent: Decimal,
}

impl FunctionZoneOptions {
    /// By the mean of the year; 80 % of the times where the frequency stands beside it.
    #[must_use]
    pub const fn by_annual_mean() -> Self {
        let required_percent = Decimal::from_integer(80);
        Self { method: ZoneMethod::AnnualMean, items: ZoneItems::All, required_percent }
    }

    /// By frequency: at least 80 % of the times (K).
    #[must_use]
    pub const fn by_frequency() -> Self {
        Self { method: ZoneMethod::Frequency, ..Self::by_annual_mean() }
    }

    /// The same with other items.
    #[must_use]
    pub const fn with_items(mut self, items: ZoneItems) -> Self {
        self.items = items;
        self
    }

    /// The same with another share of times that is enough, in percent.
    ///
    /// # Errors
    /// When it is not from 0 to 100.
    pub fn with_required_percent(mut self, percent: Decimal) -> Result<Self, RequiredPercentError> {
        if percent.is_negative() || percent > Decimal::from_integer(100) {
            return Err(RequiredPercentError { percent });
        }
        self.required_percent = percent;
        Ok(self)
    }

    /// The method.
    #[must_use]
    pub const fn method(&self) -> ZoneMethod {
        self.method
    }

    /// The items.
    #[must_use]
    pub const fn items(&self) -> ZoneItems {
        self.items
    }

    /// The share of times that is enough, in percent.
    #[must_use]
    pub const fn required_percent(&self) -> Decimal {
        self.required_percent
    }
}
