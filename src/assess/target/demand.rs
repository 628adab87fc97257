//! What a target asks of one item, as the year will be judged.

use alloc::vec::Vec;

use crate::assess::target::target::Target;
use crate::classify::classifier::Classifier;
use crate::number::decimal::Decimal;
use crate::reading::mean::quantity::Quantity;
use crate::standard::class::Class;
use crate::standard::cutoff::{Cutoff, CutoffSide, ItemCutoffs};
use crate::standard::item::Item;

/// What a target asks of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Demand {
    cutoffs: Vec<Cutoff>,
    has_bound: bool,
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
        let (decimals, comparison) = (item.assessment_decimals(), classifier.comparison());
        let of_bounds = bounds.iter().map(|bound| Cutoff::of_bound(*bound, decimals, comparison));
        cutoffs.extend(of_bounds.flatten().flatten());
        let has_bound = !bounds.is_empty();
        Self { cutoffs, has_bound, asks: class.is_some() || has_bound }
    }

    /// Whether anything is asked of the item, be it class inferior V, which any value meets.
    pub(crate) const fn asks(&self) -> bool {
        self.asks
    }

    /// Whether there is a limit of the item's own.
    pub(crate) const fn has_bound(&self) -> bool {
        self.has_bound
    }

    fn of_side(&self, side: CutoffSide) -> impl Iterator<Item = &Cutoff> {
        self.cutoffs.iter().filter(move |cutoff| cutoff.side() == side)
    }

    /// The numbers at which the answer changes on one side.
    pub(crate) fn edges(&self, side: CutoffSide) -> impl Iterator<Item = Decimal> {
        self.of_side(side).map(Cutoff::edge)
    }

    /// Whether anything limits one side.
    pub(crate) fn limits(&self, side: CutoffSide) -> bool {
        self.of_side(side).next().is_some()
    }

    /// Whether a year's mean keeps to all that limits it on one side.
    pub(crate) fn holds(&self, side: CutoffSide, mean: &Quantity) -> bool {
        self.of_side(side).all(|cutoff| cutoff.is_met(mean.compare(cutoff.edge())))
    }
}
