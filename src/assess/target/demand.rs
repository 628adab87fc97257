//! What a target asks of one item, as the year will be judged.

use alloc::vec::Vec;

use crate::assess::target::target::Target;
use crate::classify::classifier::Classifier;
use crate::number::decimal::{Decimal, power_of_ten};
use crate::number::rounding::Comparison;
use crate::reading::mean::quantity::Quantity;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::cutoff::{Cutoff, CutoffSide, ItemCutoffs};
use crate::standard::item::Item;

/// What a target asks of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Demand {
    item: Item,
    comparison: Comparison,
    cutoffs: Vec<Cutoff>,
    bounds: Vec<Bound>,
    asks: bool,
}

impl Demand {
    /// A limit of the item's own takes the place of the class. Last year's class is asked of the
    /// items that make the section's class, and of no other.
    pub(crate) fn new(
        classifier: &Classifier,
        target: &Target,
        item: Item,
        last_year: Option<Class>,
    ) -> Self {
        let bounds: Vec<_> = target
            .limits
            .iter()
            .filter(|limit| limit.item == item)
            .map(|limit| limit.bound)
            .collect();
        let asked = target.no_worse_than_last_year && classifier.takes_part(item);
        let last_year = last_year.filter(|_| asked);
        let of_class = target.class.filter(|_| bounds.is_empty());
        let class = of_class.into_iter().chain(last_year).min();
        let mut cutoffs = Vec::new();
        // Inferior V has no limit: any value meets it.
        if let Some(class) = class.filter(|class| *class != Class::InferiorV) {
            match classifier.cutoffs(item) {
                Some(ItemCutoffs::Ordered(five)) => cutoffs.extend(five.get(class.index())),
                Some(ItemCutoffs::Range(low, high)) => cutoffs.extend([*low, *high]),
                None => {}
            }
        }
        let asks = class.is_some() || !bounds.is_empty();
        Self { item, comparison: classifier.comparison(), cutoffs, bounds, asks }
    }

    /// Whether anything is asked of the item, be it class inferior V, which any value meets.
    pub(crate) const fn asks(&self) -> bool {
        self.asks
    }

    /// Whether there is a limit of the item's own.
    pub(crate) const fn has_bound(&self) -> bool {
        !self.bounds.is_empty()
    }

    /// The numbers at which the answer changes on one side.
    pub(crate) fn edges(&self, side: CutoffSide) -> impl Iterator<Item = Decimal> {
        let cutoffs = self.cutoffs.iter().filter(move |cutoff| cutoff.side() == side);
        let bounds = self.bounds.iter().filter_map(move |bound| one_side(*bound, side));
        cutoffs.map(Cutoff::edge).chain(bounds.map(|bound| self.edge_of(bound)))
    }

    /// The number at which the answer of a bound on one side changes: values that are rounded
    /// first change at half a unit beside the last one that keeps to it.
    fn edge_of(&self, bound: Bound) -> Decimal {
        let (limit, side, strict) = match bound {
            Bound::AtMost(limit) | Bound::Within(_, limit) => (limit, CutoffSide::Upper, false),
            Bound::Below(limit) => (limit, CutoffSide::Upper, true),
            Bound::AtLeast(limit) => (limit, CutoffSide::Lower, false),
            Bound::Above(limit) => (limit, CutoffSide::Lower, true),
        };
        let decimals = self.item.assessment_decimals();
        let last_met = match self.comparison {
            Comparison::FullValue => None,
            Comparison::RoundFirst => last_of(limit, decimals, side, strict),
        };
        let edge = last_met.and_then(|units| {
            let half = if side == CutoffSide::Upper { 5 } else { -5 };
            Decimal::new(units.checked_mul(10)?.checked_add(half)?, decimals + 1).ok()
        });
        edge.unwrap_or(limit)
    }

    /// Whether anything limits one side.
    pub(crate) fn limits(&self, side: CutoffSide) -> bool {
        self.edges(side).next().is_some()
    }

    /// Whether a year's mean keeps to all that limits it on one side.
    pub(crate) fn holds(&self, side: CutoffSide, mean: &Quantity) -> bool {
        let met = self
            .cutoffs
            .iter()
            .filter(|cutoff| cutoff.side() == side)
            .all(|cutoff| cutoff.is_met(mean.compare(cutoff.edge())));
        if !met || self.bounds.is_empty() {
            return met;
        }
        // As a target's own limits are judged.
        let compared = match self.comparison {
            Comparison::FullValue => *mean,
            Comparison::RoundFirst => {
                mean.round(self.item.assessment_decimals()).map_or(*mean, Quantity::from)
            }
        };
        self.bounds
            .iter()
            .filter_map(|bound| one_side(*bound, side))
            .all(|bound| bound.holds_where(|limit| compared.compare(limit)))
    }
}

/// The outermost number of so many decimals that keeps to a limit on one side, in units of the
/// last; `None` for a limit below one unit, where what rounds to zero keeps a digit.
fn last_of(limit: Decimal, decimals: u8, side: CutoffSide, strict: bool) -> Option<i64> {
    let power = power_of_ten(limit.scale().saturating_sub(decimals));
    let coarser = power_of_ten(decimals.saturating_sub(limit.scale()));
    let units = limit.units().checked_mul(coarser)?;
    let (below, is_one) = (units.div_euclid(power), units.rem_euclid(power) == 0);
    let keeps_itself = is_one && !strict;
    if below < 1 {
        return None;
    }
    match side {
        CutoffSide::Upper => Some(below - i64::from(is_one && strict)),
        CutoffSide::Lower => below.checked_add(i64::from(!keeps_itself)),
    }
}

/// The part of a bound that limits one side.
const fn one_side(bound: Bound, side: CutoffSide) -> Option<Bound> {
    match (bound, side) {
        (Bound::AtMost(_) | Bound::Below(_), CutoffSide::Upper)
        | (Bound::AtLeast(_) | Bound::Above(_), CutoffSide::Lower) => Some(bound),
        (Bound::Within(_, high), CutoffSide::Upper) => Some(Bound::AtMost(high)),
        (Bound::Within(low, _), CutoffSide::Lower) => Some(Bound::AtLeast(low)),
        _ => None,
    }
}
