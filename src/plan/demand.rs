//! What a target asks of one item, as the year will be judged.

use alloc::vec::Vec;

use crate::classify::classifier::Classifier;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::plan::target::Target;
use crate::reading::quantity::Quantity;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::cutoff::{Cutoff, ItemCutoffs, Side};
use crate::standard::item::Item;

/// Which end of the allowed values is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    Upper,
    Lower,
}

/// What a target asks of one item.
#[derive(Debug)]
pub(crate) struct Demand<'a> {
    classifier: &'a Classifier,
    item: Item,
    cutoffs: Vec<Cutoff>,
    bounds: Vec<Bound>,
}

impl<'a> Demand<'a> {
    /// A limit of the item's own takes the place of the class; last year's class does not.
    pub(crate) fn new(
        classifier: &'a Classifier,
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
        let last_year = last_year.filter(|_| target.no_worse_than_last_year);
        let of_class = target.class.filter(|_| bounds.is_empty());
        let class = of_class.into_iter().chain(last_year).min();
        let mut cutoffs = Vec::new();
        if let Some(class) = class.filter(|class| *class != Class::InferiorV) {
            match classifier.cutoffs(item) {
                Some(ItemCutoffs::Ordered(five)) => cutoffs.extend(five.get(class.index())),
                Some(ItemCutoffs::Range(low, high)) => cutoffs.extend([*low, *high]),
                None => {}
            }
        }
        Self { classifier, item, cutoffs, bounds }
    }

    pub(crate) const fn item(&self) -> Item {
        self.item
    }

    /// Whether a year's mean keeps to all that limits it on one side.
    pub(crate) fn holds(&self, edge: Edge, mean: &Quantity) -> bool {
        let cutoffs = self.cutoffs.iter().filter(|cutoff| match cutoff.side() {
            Side::Upper => edge == Edge::Upper,
            Side::Lower => edge == Edge::Lower,
        });
        let mut met = cutoffs.map(|cutoff| cutoff.is_met(mean.compare(cutoff.edge())));
        if self.bounds.is_empty() {
            return met.all(|met| met);
        }
        let compared = self.classifier.compared(self.item, mean);
        met.all(|met| met)
            && self
                .bounds
                .iter()
                .filter_map(|bound| one_side(*bound, edge))
                .all(|bound| bound.holds_where(|limit| compared.compare(limit)))
    }

    /// The distance of a mean to the nearest edge, positive on the good side, and the same as a
    /// part of that edge.
    pub(crate) fn margin(
        &self,
        mean: &Quantity,
    ) -> Result<(Option<Fraction>, Option<Fraction>), ExactOverflow> {
        let mean = match mean.exact() {
            Some(exact) => *exact,
            None => Fraction::from(mean.round(6)?),
        };
        let cutoffs = self.cutoffs.iter().map(|cutoff| (cutoff.side(), cutoff.edge()));
        let bounds = self.bounds.iter().flat_map(|bound| match *bound {
            Bound::AtMost(limit) | Bound::Below(limit) => [Some((Side::Upper, limit)), None],
            Bound::AtLeast(limit) | Bound::Above(limit) => [Some((Side::Lower, limit)), None],
            Bound::Within(low, high) => [Some((Side::Lower, low)), Some((Side::Upper, high))],
        });
        let (mut least, mut relative) = (None::<Fraction>, None::<Fraction>);
        for (side, edge) in cutoffs.chain(bounds.flatten()) {
            let edge = Fraction::from(edge);
            let margin = match side {
                Side::Upper => edge.checked_sub(&mean)?,
                Side::Lower => mean.checked_sub(&edge)?,
            };
            if least.is_none_or(|least| margin < least) {
                least = Some(margin);
                // A pH has no multiples.
                relative = match self.item {
                    Item::Ph => None,
                    _ => margin.checked_div(&edge)?,
                };
            }
        }
        Ok((least, relative))
    }
}

/// The part of a bound that limits one side.
const fn one_side(bound: Bound, edge: Edge) -> Option<Bound> {
    match (bound, edge) {
        (Bound::AtMost(_) | Bound::Below(_), Edge::Upper)
        | (Bound::AtLeast(_) | Bound::Above(_), Edge::Lower) => Some(bound),
        (Bound::Within(_, high), Edge::Upper) => Some(Bound::AtMost(high)),
        (Bound::Within(low, _), Edge::Lower) => Some(Bound::AtLeast(low)),
        _ => None,
    }
}
