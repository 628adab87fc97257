//! The share of function zones that meet their targets, and the zones it leaves out.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::target::share::Share;
use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::assess::zone::function_zone::LeftOut;
use crate::assess::zone::year::{FunctionZoneAssessment, count_up};
use crate::number::fraction::ExactOverflow;
use crate::standard::rule::Rule;

/// Whether drainage-control zones without a target leave the denominator.
///
/// # Reference
/// SL 395-2007 (K).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum DrainageZones {
    /// They leave it and are listed.
    #[default]
    LeftOut,
    /// They stay in the group as zones that are not assessed: the share then has two bounds.
    NotAssessed,
}

/// The share of zones that meet their targets (水功能区达标率).
///
/// River zones dry for six months or more are left out, and drainage-control zones without a target
/// as the option says; both are listed. The share is that of the assessed zones; zones that
/// are not assessed are listed, and the bounds say what they could make of it.
///
/// # Reference
/// SL 395-2007 (S, K).
///
/// # Example
/// ```
/// use gb3838::zone::{DrainageZones, FunctionZone, FunctionZoneOptions, ZoneShare};
///
/// let rules = FunctionZoneOptions::by_annual_mean();
/// let drain = rules.assess(&FunctionZone::drainage_control(None), &[], None)?;
/// let share = ZoneShare::of([("排污控制区", &drain)], DrainageZones::LeftOut)?;
/// // Nothing is counted: there is no share, not one of 100 %.
/// assert_eq!(share.share(), None);
/// assert_eq!(share.left_out().len(), 1);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "水功能区达标率")]
pub struct ZoneShare {
    met: u32,
    missed: u32,
    drainage: DrainageZones,
    left_out: Vec<(String, LeftOut)>,
    not_assessed: Vec<(String, NotAssessed)>,
    bounds: Option<(Share, Share)>,
    share: Option<Share>,
}

impl ZoneShare {
    /// The share of some zones by name, each with the verdict of its own rules.
    ///
    /// # Errors
    /// When there are more zones than can be counted.
    pub fn of<'a>(
        zones: impl IntoIterator<Item = (&'a str, &'a FunctionZoneAssessment)>,
        drainage: DrainageZones,
    ) -> Result<Self, ExactOverflow> {
        let (mut met, mut missed) = (0_u32, 0_u32);
        let mut left_out = Vec::new();
        let mut not_assessed = Vec::new();
        for (name, zone) in zones {
            let kept = match zone.left_out() {
                Some(LeftOut::DrainageControl) if drainage == DrainageZones::NotAssessed => None,
                other => other,
            };
            match (kept, zone.verdict()) {
                (Some(reason), _) => left_out.push((name.into(), reason)),
                (None, Verdict::Met) => count_up(&mut met)?,
                (None, Verdict::Missed) => count_up(&mut missed)?,
                (None, Verdict::NotAssessed(reason)) => not_assessed.push((name.into(), reason)),
            }
        }
        let overflow = ExactOverflow::new("sum");
        let open = u32::try_from(not_assessed.len()).map_err(|_| overflow)?;
        let assessed = met.checked_add(missed).ok_or(overflow)?;
        let all = assessed.checked_add(open).ok_or(overflow)?;
        // A part never exceeds its total, so there is no share of an empty total alone.
        let share = |part: u32, total: u32| Share::of_counts(part, total).ok();
        let bounds = share(met, all).zip(share(met + open, all));
        Ok(Self {
            met,
            missed,
            drainage,
            left_out,
            not_assessed,
            bounds,
            share: share(met, assessed),
        })
    }

    /// The number of zones that meet their targets.
    #[must_use]
    pub const fn met(&self) -> u32 {
        self.met
    }

    /// The number of zones that miss them.
    #[must_use]
    pub const fn missed(&self) -> u32 {
        self.missed
    }

    /// The zones that meet their targets, of those assessed; `None` when none is.
    #[must_use]
    pub const fn share(&self) -> Option<Share> {
        self.share
    }

    /// The least and the greatest share, whatever the zones not assessed would have come to.
    #[must_use]
    pub const fn bounds(&self) -> Option<(Share, Share)> {
        self.bounds
    }

    /// The zones that left the denominator, and why.
    #[must_use]
    pub fn left_out(&self) -> &[(String, LeftOut)] {
        &self.left_out
    }

    /// The zones that are not assessed, and why.
    #[must_use]
    pub fn not_assessed(&self) -> &[(String, NotAssessed)] {
        &self.not_assessed
    }

    /// What was done with drainage-control zones without a target.
    #[must_use]
    pub const fn drainage(&self) -> DrainageZones {
        self.drainage
    }

    /// The rules by which zones were left out.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let has = |rule: Rule| self.left_out.iter().any(|(_, reason)| reason.rule() == rule);
        [Rule::ZONE_DRY, Rule::ZONE_DRAINAGE_CONTROL].into_iter().filter(move |rule| has(*rule))
    }
}
