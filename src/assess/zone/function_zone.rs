//! Water function zones (水功能区), and the options by which their year is judged.

use crate::number::decimal::Decimal;
use crate::reading::time::period::MonthSet;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;
use crate::standard::water_body::WaterBody;

/// A function zone and its year.
///
/// # Example
/// ```
/// use gb3838::{Class, time::MonthSet, zone::{DryMonths, FunctionZone, LeftOut}};
///
/// let dry = FunctionZone::new(Class::III).with_dry_months(MonthSet::new(&[5, 6, 7, 8, 9, 10])?);
/// assert_eq!(dry.left_out(DryMonths::Consecutive), Some(LeftOut::Dry { months: 6 }));
/// // Three months at each end of the year: six in a row only with a neighbour year.
/// let winter = MonthSet::new(&[1, 2, 3, 10, 11, 12])?;
/// let zone = FunctionZone::new(Class::III).with_dry_months(winter);
/// assert_eq!(zone.left_out(DryMonths::Consecutive), None);
/// let before = zone.with_dry_months_before(MonthSet::new(&[10, 11, 12])?);
/// assert_eq!(before.left_out(DryMonths::Consecutive), Some(LeftOut::Dry { months: 6 }));
/// assert_eq!(zone.left_out(DryMonths::Any), Some(LeftOut::Dry { months: 6 }));
/// let drain = FunctionZone::drainage_control(None);
/// assert_eq!(drain.left_out(DryMonths::Consecutive), Some(LeftOut::DrainageControl));
/// // A drainage-control zone with a target is judged as any other.
/// let judged = FunctionZone::drainage_control(Some(Class::IV));
/// assert_eq!(judged.left_out(DryMonths::Consecutive), None);
/// # Ok::<(), gb3838::Error>(())
/// ```
///
/// # Reference
/// SL 395-2007 (K).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "水功能区")]
pub struct FunctionZone {
    target: Option<Class>,
    drainage_control: bool,
    dry_months: MonthSet,
    dry_before: MonthSet,
    dry_after: MonthSet,
    body: WaterBody,
    method: Option<ZoneMethod>,
}

/// Why a zone leaves the denominator of a share of zones.
///
/// # Reference
/// SL 395-2007 (S, K).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeftOut {
    /// A river dry for six months or more (S).
    Dry {
        /// The number of months of the longest run, or of all dry months, as the option counts.
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

/// Which dry months leave a river zone out of the count.
///
/// # Reference
/// A province's yearly form, 2019 (S): 连续断流时间超过(含)6个月的河流型水功能区.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum DryMonths {
    /// Six in a row, across the year's end too where the neighbour year is known.
    #[default]
    Consecutive,
    /// Any six of the year.
    Any,
}

/// A zone dry for so many months of the year is not counted.
///
/// # Reference
/// A province's yearly form, 2019 (S).
const DRY_MONTHS: u32 = 6;

impl FunctionZone {
    const NONE: Self = Self {
        target: None,
        drainage_control: false,
        dry_months: MonthSet::EMPTY,
        dry_before: MonthSet::EMPTY,
        dry_after: MonthSet::EMPTY,
        body: WaterBody::River,
        method: None,
    };

    /// A zone with its target class.
    #[must_use]
    pub const fn new(target: Class) -> Self {
        Self { target: Some(target), drainage_control: false, ..Self::NONE }
    }

    /// A drainage-control zone (排污控制区), which may have no target.
    #[must_use]
    pub const fn drainage_control(target: Option<Class>) -> Self {
        Self { target, drainage_control: true, ..Self::NONE }
    }

    /// The months of the year in which it had no flow.
    #[must_use]
    pub const fn with_dry_months(mut self, months: MonthSet) -> Self {
        self.dry_months = months;
        self
    }

    /// The months of the year before in which it had no flow: a run that begins there goes on.
    #[must_use]
    pub const fn with_dry_months_before(mut self, months: MonthSet) -> Self {
        self.dry_before = months;
        self
    }

    /// The months of the year after in which it had no flow: a run that ends there goes on.
    #[must_use]
    pub const fn with_dry_months_after(mut self, months: MonthSet) -> Self {
        self.dry_after = months;
        self
    }

    /// The kind of water, river unless said otherwise: a lake is never left out as dry.
    #[must_use]
    pub const fn with_body(mut self, body: WaterBody) -> Self {
        self.body = body;
        self
    }

    /// The method by which the zone itself is judged, whatever the call asks for.
    ///
    /// # Reference
    /// A province's yearly form, 2019 (S): frequency, and the mean for the zones it marks so.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, zone::{FunctionZone, FunctionZoneOptions, ZoneMethod}};
    ///
    /// let rules = FunctionZoneOptions::by_frequency();
    /// let zone = FunctionZone::new(Class::III);
    /// assert_eq!(rules.assess(&zone, &[], None)?.method(), ZoneMethod::Frequency);
    /// let marked = zone.with_method(ZoneMethod::AnnualMean);
    /// assert_eq!(rules.assess(&marked, &[], None)?.method(), ZoneMethod::AnnualMean);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub const fn with_method(mut self, method: ZoneMethod) -> Self {
        self.method = Some(method);
        self
    }

    /// The method of its own, if it has one.
    #[must_use]
    pub const fn method(&self) -> Option<ZoneMethod> {
        self.method
    }

    /// The target class.
    #[must_use]
    pub const fn target(&self) -> Option<Class> {
        self.target
    }

    /// The kind of water.
    #[must_use]
    pub const fn body(&self) -> WaterBody {
        self.body
    }

    /// Why it is not counted, if so.
    #[must_use]
    pub fn left_out(&self, dry: DryMonths) -> Option<LeftOut> {
        let months = match (self.body, dry) {
            (WaterBody::Lake, _) => 0,
            (WaterBody::River, DryMonths::Any) => self.dry_months.len(),
            (WaterBody::River, DryMonths::Consecutive) => self.longest_dry_run(),
        };
        if months >= DRY_MONTHS {
            Some(LeftOut::Dry { months })
        } else if self.target.is_none() && self.drainage_control {
            Some(LeftOut::DrainageControl)
        } else {
            None
        }
    }

    /// The longest run of dry months that has one in the year.
    fn longest_dry_run(&self) -> u32 {
        let years = [self.dry_before, self.dry_months, self.dry_after];
        let (mut longest, mut run, mut in_year) = (0, 0, false);
        for (place, months) in years.into_iter().enumerate() {
            for number in 1..=12 {
                if months.has_number(number) {
                    run += 1;
                    in_year |= place == 1;
                } else {
                    (run, in_year) = (0, false);
                }
                if in_year {
                    longest = longest.max(run);
                }
            }
        }
        longest
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
    /// The annual mean where the year has fewer assessments than so many, and the frequency
    /// from as many on.
    MeanWhereFewerThan(u32),
}

impl ZoneMethod {
    /// The rule behind it; of a method that depends on a count, that of the frequency.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::AnnualMean => Rule::ZONE_ANNUAL_MEAN,
            Self::Frequency | Self::MeanWhereFewerThan(_) => Rule::ZONE_FREQUENCY,
        }
    }

    /// The annual mean or the frequency, by the number of the year's assessments.
    #[must_use]
    pub const fn of_times(self, times: u32) -> Self {
        match self {
            Self::MeanWhereFewerThan(count) if times < count => Self::AnnualMean,
            Self::MeanWhereFewerThan(_) => Self::Frequency,
            method => method,
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
    dry: DryMonths,
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
        let (method, items) = (ZoneMethod::AnnualMean, ZoneItems::All);
        Self { method, items, required_percent, dry: DryMonths::Consecutive }
    }

    /// By frequency: at least 80 % of the times (K).
    #[must_use]
    pub const fn by_frequency() -> Self {
        Self { method: ZoneMethod::Frequency, ..Self::by_annual_mean() }
    }

    /// By a method, such as the mean where there are too few times for a frequency; zones may
    /// have one of their own ([`FunctionZone::with_method`]).
    #[must_use]
    pub const fn by(method: ZoneMethod) -> Self {
        Self { method, ..Self::by_annual_mean() }
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

    /// The same with another rule for dry zones.
    #[must_use]
    pub const fn with_dry_months(mut self, dry: DryMonths) -> Self {
        self.dry = dry;
        self
    }

    /// Which dry months leave a zone out.
    #[must_use]
    pub const fn dry_months(&self) -> DryMonths {
        self.dry
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
