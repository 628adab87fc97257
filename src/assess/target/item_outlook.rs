//! What the rest of the year must bring of one item.

use crate::assess::target::demand::Demand;
use crate::assess::target::year_so_far::Rest;
use crate::classify::undecidable::{decided, ends};
use crate::number::decimal::{Decimal, power_of_ten};
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::reading::mean::quantity::Quantity;
use crate::standard::cutoff::CutoffSide;
use crate::standard::item::Item;

/// Whether a year can still meet a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Prospect {
    /// Whatever the rest of the year brings, the class is met.
    AlreadyCertain,
    /// The rest of the year decides.
    StillPossible,
    /// Whatever the rest of the year brings, the class is missed.
    OutOfReach,
}

/// What the remaining months must bring of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemOutlook {
    item: Item,
    rest: Rest,
    demand: Demand,
    prospect: Prospect,
}

impl ItemOutlook {
    /// The outlook of an item, given what is so far and what is asked.
    pub(crate) fn new(item: Item, rest: Rest, demand: Demand) -> Result<Self, ExactOverflow> {
        let outlook = Self { item, rest, demand, prospect: Prospect::StillPossible };
        Ok(Self { prospect: prospect(&outlook)?, ..outlook })
    }

    /// The year's mean when what remains has this mean.
    pub(crate) fn year_with(&self, rest: Decimal) -> Result<Quantity, ExactOverflow> {
        self.rest.year_with(rest)
    }

    /// Whether all values so far are below a detection limit.
    pub(crate) const fn is_all_below(&self) -> bool {
        self.rest.is_all_below()
    }

    /// Whether the target has a limit of the item's own.
    pub(crate) const fn has_limit(&self) -> bool {
        self.demand.has_bound()
    }

    /// Whether the target asks anything of the item.
    pub(crate) const fn is_asked(&self) -> bool {
        self.demand.asks()
    }

    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// Whether the year can still meet the class by this item.
    #[must_use]
    pub const fn prospect(&self) -> Prospect {
        self.prospect
    }

    /// The mean of the months so far.
    ///
    /// # Errors
    /// When the exact mean has no room.
    pub fn mean_so_far(&self) -> Result<Quantity, ExactOverflow> {
        self.rest.mean_so_far()
    }

    /// Whether the months so far decide nothing: all their values are below a detection limit,
    /// and half of the limits misses the target although the true values may meet it.
    ///
    /// What remains is then bound by [`most`](Self::most) only where it is above a limit.
    ///
    /// # Errors
    /// When the exact mean has no room.
    ///
    /// # Reference
    /// As [`Classifier::judge`](crate::Classifier::judge): ours.
    pub fn is_undecidable(&self) -> Result<bool, ExactOverflow> {
        let mean = self.mean_so_far()?;
        let may_meet = || {
            let (zero, whole) = ends(&mean);
            let lower = |whole: Quantity| self.demand.holds(CutoffSide::Lower, &whole);
            self.demand.holds(CutoffSide::Upper, &zero) && whole.is_none_or(lower)
        };
        Ok(decided(self.is_met(&mean), self.is_all_below(), may_meet).is_none())
    }

    /// How far the mean so far is from the nearest number at which the verdict changes, in the
    /// unit of the item, positive on the good side. `None` for pH and where nothing is asked.
    ///
    /// # Errors
    /// When the exact difference has no room.
    pub fn margin(&self) -> Result<Option<Fraction>, ExactOverflow> {
        let mean = self.mean_so_far()?;
        let Some(mean) = mean.exact() else { return Ok(None) };
        let mut least: Option<Fraction> = None;
        for side in [CutoffSide::Upper, CutoffSide::Lower] {
            for edge in self.demand.edges(side) {
                let margin = match side {
                    CutoffSide::Upper => Fraction::from(edge).checked_sub(&mean)?,
                    CutoffSide::Lower => mean.checked_sub(&Fraction::from(edge))?,
                };
                least = Some(least.map_or(margin, |least| least.min(margin)));
            }
        }
        Ok(least)
    }

    /// Whether the year meets the target when the rest is as the months so far were.
    ///
    /// # Errors
    /// When the exact mean has no room.
    pub fn is_met_so_far(&self) -> Result<bool, ExactOverflow> {
        Ok(self.is_met(&self.mean_so_far()?))
    }

    /// Whether the year meets the target when what remains has this mean.
    ///
    /// # Errors
    /// When the exact mean of the year has no room.
    pub fn is_met_by(&self, rest: Decimal) -> Result<bool, ExactOverflow> {
        Ok(self.is_met(&self.rest.year_with(rest)?))
    }

    fn is_met(&self, year: &Quantity) -> bool {
        self.demand.holds(CutoffSide::Upper, year) && self.demand.holds(CutoffSide::Lower, year)
    }

    /// The greatest number of so many decimals that the remaining months may have as their
    /// mean: with one unit of the last place more the year misses the target.
    ///
    /// `None` where there is no upper limit (dissolved oxygen), where nothing is left of the
    /// year, and where no number of so many decimals meets the target.
    ///
    /// # Errors
    /// When the exact mean of the year has no room; for more than 12 decimals.
    pub fn most(&self, decimals: u8) -> Result<Option<Decimal>, ExactOverflow> {
        if !self.demand.limits(CutoffSide::Upper) {
            return Ok(None);
        }
        self.search(decimals, CutoffSide::Upper)
    }

    /// The least number of so many decimals that the remaining months must have as their mean,
    /// for dissolved oxygen and pH.
    ///
    /// `None` where there is no lower limit, where nothing is left of the year, and where no
    /// number of so many decimals meets the target.
    ///
    /// # Errors
    /// When the exact mean of the year has no room; for more than 12 decimals.
    pub fn least(&self, decimals: u8) -> Result<Option<Decimal>, ExactOverflow> {
        if !self.demand.limits(CutoffSide::Lower) {
            return Ok(None);
        }
        self.search(decimals, CutoffSide::Lower)
    }

    /// The outermost number on one side for which the year meets that side's cutoff, and the
    /// other's.
    fn search(&self, decimals: u8, side: CutoffSide) -> Result<Option<Decimal>, ExactOverflow> {
        let overflow = ExactOverflow::new("rounding");
        if self.rest.is_over() {
            return Ok(None);
        }
        if decimals > 12 {
            return Err(overflow);
        }
        let number = |units| Decimal::new(units, decimals).map_err(|_| overflow);
        let meets = |units: i64| -> Result<bool, ExactOverflow> {
            let year = self.rest.year_with(number(units)?)?;
            Ok(self.demand.holds(side, &year))
        };
        // Concentrations have no upper end; pH has 14.
        let end = if self.item == Item::Ph {
            14 * 10_i64.pow(decimals.into())
        } else {
            let edge = self.demand.edges(side).max().unwrap_or(Decimal::ZERO);
            // A unit of the assessment decimals further, for what rounds to the edge.
            let unit = Fraction::ratio(1, power_of_ten(self.item.assessment_decimals()));
            let unit = unit.unwrap_or(Fraction::ZERO);
            let edge = Fraction::from(edge).checked_add(&unit)?;
            self.rest.beyond(&edge, decimals)?
        };
        let (mut met, mut missed) = match side {
            CutoffSide::Upper => (0, end.checked_add(1).ok_or(overflow)?),
            CutoffSide::Lower => (end, -1),
        };
        if !meets(met)? {
            return Ok(None);
        }
        while met.abs_diff(missed) > 1 {
            let middle = met + (missed - met) / 2;
            if meets(middle)? {
                met = middle;
            } else {
                missed = middle;
            }
        }
        let found = number(met)?;
        // With a range, the number must keep to its other side as well.
        Ok(self.is_met_by(found)?.then_some(found))
    }
}

fn prospect(outlook: &ItemOutlook) -> Result<Prospect, ExactOverflow> {
    if outlook.rest.is_over() {
        let met = outlook.is_met_so_far()?;
        return Ok(if met { Prospect::AlreadyCertain } else { Prospect::OutOfReach });
    }
    // The ends that the rest can have: nothing at all, and no end but for pH. The year's mean
    // lies between, so a target is possible when each side of its limits is.
    let met = |side: CutoffSide, rest: i32| -> Result<bool, ExactOverflow> {
        let year = outlook.rest.year_with(Decimal::from(rest))?;
        Ok(outlook.demand.holds(side, &year))
    };
    let (possible, certain) = if outlook.item == Item::Ph {
        let possible = met(CutoffSide::Lower, 14)? && met(CutoffSide::Upper, 0)?;
        (possible, met(CutoffSide::Lower, 0)? && met(CutoffSide::Upper, 14)?)
    } else {
        let endless = !outlook.demand.limits(CutoffSide::Upper);
        (met(CutoffSide::Upper, 0)?, endless && met(CutoffSide::Lower, 0)?)
    };
    Ok(match (possible, certain) {
        (_, true) => Prospect::AlreadyCertain,
        (true, false) => Prospect::StillPossible,
        (false, false) => Prospect::OutOfReach,
    })
}
