//! Rural black-odorous water (农村黑臭水体): yes or no, without grades.

use crate::assess::black_odorous::readings::{BlackOdorousError, BlackOdorousReadings};
use crate::number::fraction::Fraction;
use crate::standard::rule::Rule;
use crate::standard::tables::black_odorous::BlackOdorousIndicator;

/// What is asked of the transparency of rural water less than 25 cm deep.
///
/// The text was not at hand, so the choice is the caller's. As printed for deeper water, all
/// shallow water that one does not see the bottom of would be black-odorous.
///
/// # Reference
/// 农村黑臭水体治理工作指南, revised (title S, bounds K); 40 % of the depth after the urban guide (S).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum RuralShallowWater {
    /// 40 % of the depth stand for 25 cm, after the urban guide.
    FortyPercentOfDepth,
    /// 25 cm at any depth.
    SameBound,
}

/// Whether rural water is black-odorous, by one set of readings.
///
/// # Reference
/// 农村黑臭水体治理工作指南, revised (title S, bounds K): any of transparency < 25 cm, dissolved oxygen < 2 mg/L, ammonia
/// nitrogen > 15 mg/L. It knows no oxidation-reduction potential and no grades.
///
/// # Example
/// ```
/// use gb3838::{
///     black_odorous::{
///         BlackOdorousIndicator, BlackOdorousReadings, RuralBlackOdorous, RuralShallowWater,
///     },
/// };
///
/// let readings = BlackOdorousReadings {
///     dissolved_oxygen: Some("1.9".parse()?),
///     ammonia_nitrogen: Some("15".parse()?),
///     ..Default::default()
/// };
/// let rural = RuralBlackOdorous::of(&readings, RuralShallowWater::FortyPercentOfDepth)?;
/// assert_eq!(rural.is_black_odorous(), Some(true));
/// assert!(rural.grounds().eq([BlackOdorousIndicator::DissolvedOxygen]));
/// assert!(rural.absent().eq([BlackOdorousIndicator::Transparency]));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RuralBlackOdorous {
    /// Whether each indicator is over its bound; `None` where it was not read.
    over: [Option<bool>; BlackOdorousIndicator::ALL.len()],
    shallow_water: RuralShallowWater,
}

impl RuralBlackOdorous {
    /// Judges readings; the oxidation-reduction potential is not looked at.
    ///
    /// # Errors
    /// For readings that cannot be.
    pub fn of(
        readings: &BlackOdorousReadings,
        shallow_water: RuralShallowWater,
    ) -> Result<Self, BlackOdorousError> {
        let mut over = [None; BlackOdorousIndicator::ALL.len()];
        for (over, indicator) in over.iter_mut().zip(BlackOdorousIndicator::ALL) {
            let Some(bound) = indicator.rural() else { continue };
            let transparency = indicator == BlackOdorousIndicator::Transparency;
            let value = readings.value(indicator)?;
            let shallow = match shallow_water {
                RuralShallowWater::FortyPercentOfDepth => readings.shallow_bound()?,
                RuralShallowWater::SameBound => None,
            };
            *over = match (value, shallow) {
                _ if transparency && readings.is_clear_to_the_bottom() => Some(false),
                (Some(value), Some(shallow)) if transparency => {
                    Some(Fraction::from(value) < shallow)
                }
                (Some(value), _) => Some(bound.holds_where(|edge| value.compare(edge))),
                (None, _) => None,
            };
        }
        Ok(Self { over, shallow_water })
    }

    fn indicators(
        &self,
        over: Option<bool>,
    ) -> impl Iterator<Item = BlackOdorousIndicator> + use<'_> {
        let judged = BlackOdorousIndicator::ALL.into_iter().zip(self.over);
        judged
            .filter(move |(indicator, found)| *found == over && indicator.rural().is_some())
            .map(|(indicator, _)| indicator)
    }

    /// Whether the water is black-odorous; `None` where nothing was read that decides it.
    #[must_use]
    pub fn is_black_odorous(&self) -> Option<bool> {
        self.over.into_iter().flatten().reduce(|left, right| left || right)
    }

    /// The indicators that make it black-odorous.
    pub fn grounds(&self) -> impl Iterator<Item = BlackOdorousIndicator> + '_ {
        self.indicators(Some(true))
    }

    /// The indicators that were not read.
    pub fn absent(&self) -> impl Iterator<Item = BlackOdorousIndicator> + '_ {
        self.indicators(None)
    }

    /// What was asked of shallow water.
    #[must_use]
    pub const fn shallow_water(&self) -> RuralShallowWater {
        self.shallow_water
    }

    /// The rule behind it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule::BLACK_ODOROUS_RURAL
    }
}
