//! A result below a detection limit proves no exceedance: the one place that says when nothing
//! is decided, for every class, limit and path.

use crate::classify::classifier::Classifier;
use crate::number::decimal::Decimal;
use crate::reading::mean::quantity::Quantity;
#[cfg(feature = "alloc")]
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::cutoff::{Cutoff, ItemCutoffs};
use crate::standard::item::Item;

/// Whether a value keeps to what is asked; `None` where that is not decided: half of a
/// detection limit, or a mean of such halves alone, breaks it although the true value may
/// keep to it.
///
/// What is not decided is a relation of the value, its detection limit and the class or limit
/// that is asked, and no state of the value: the same result may prove something against one
/// limit and nothing against another.
pub(crate) fn decided(
    keeps: bool,
    is_below: bool,
    true_value_may_keep: impl FnOnce() -> bool,
) -> Option<bool> {
    if !keeps && is_below && true_value_may_keep() { None } else { Some(keeps) }
}

/// The ends of what the true value can be: zero, and twice the half that is compared. Of a mean
/// of halves, twice the mean is the mean of the limits.
///
/// The second is `None` where it has no room, or is a pH, which has no detection limit.
pub(crate) fn ends(half: &Quantity) -> (Quantity, Option<Quantity>) {
    let whole = half.exact().and_then(|half| half.doubled().ok());
    (Quantity::from(Decimal::ZERO), whole.map(Quantity::from))
}

/// The best class by the cutoffs of an item that the true value may have behind half of a detection
/// limit.
///
/// Rarely asked: the stack of all other calls is to be free of what it needs.
#[inline(never)]
pub(crate) fn best_below(cutoffs: &ItemCutoffs, half: &Quantity) -> Class {
    let (zero, whole) = ends(half);
    let class = |value: &Quantity| cutoffs.class_of(|edge| value.compare(edge));
    // What has no room is above every printed limit.
    let whole = whole.unwrap_or_else(|| Decimal::from_integer(i64::MAX).into());
    class(&zero).min(class(&whole))
}

/// The class of a value, where it decides something against another: `best` is the best class that
/// the true value may have behind half of a detection limit, `None` where it is behind none.
pub(crate) fn decided_class(
    class: Class,
    best: impl FnOnce() -> Option<Class>,
    against: Class,
) -> Option<Class> {
    let may_keep = || best().is_some_and(|best| best.meets(against));
    decided(class.meets(against), true, may_keep).map(|_| class)
}

impl Classifier {
    /// As [`best_below`]; `None` where nothing is limited.
    pub(crate) fn best_below(&self, item: Item, half: &Quantity) -> Option<Class> {
        self.cutoffs(item).map(|cutoffs| best_below(cutoffs, half))
    }

    /// Whether a value of an item that the standard limits meets a class; `None` where that is
    /// not decided, and where nothing is limited.
    pub(crate) fn decides_class(
        &self,
        item: Item,
        value: &Quantity,
        is_below: bool,
        class: Class,
    ) -> Option<bool> {
        let meets = self.class_of_quantity(item, value)?.meets(class);
        let may = || self.best_below(item, value).is_some_and(|best| best.meets(class));
        decided(meets, is_below, may)
    }

    /// Whether a value of an item, compared as this classifier compares, keeps to a limit of
    /// its own; `None` where that is not decided.
    #[cfg(feature = "alloc")]
    pub(crate) fn decides_bound(
        &self,
        item: Item,
        value: &Quantity,
        is_below: bool,
        bound: Bound,
    ) -> Option<bool> {
        let sides = Cutoff::of_bound(bound, item.assessment_decimals(), self.comparison());
        let keeps = sides.iter().all(|side| is_met(*side, value));
        decided(keeps, is_below, || may_keep(sides, value))
    }
}

/// Whether a value meets a side of a bound; it meets a side that the bound does not have.
fn is_met(side: Option<Cutoff>, value: &Quantity) -> bool {
    side.is_none_or(|cutoff| cutoff.is_met(value.compare(cutoff.edge())))
}

/// Whether the true value behind half of a detection limit may keep to the sides of a bound.
///
/// It lies between the ends, so each side is asked at its lenient end.
pub(crate) fn may_keep([lower, upper]: [Option<Cutoff>; 2], half: &Quantity) -> bool {
    let (zero, whole) = ends(half);
    is_met(upper, &zero) && whole.is_none_or(|whole| is_met(lower, &whole))
}

/// Whether something that is asked of several values or limits at once holds: one that fails
/// decides, otherwise one that is not decided leaves all open.
#[cfg(feature = "alloc")]
pub(crate) fn all_hold(each: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let (mut fails, mut open) = (false, false);
    for one in each {
        fails |= one == Some(false);
        open |= one.is_none();
    }
    if open && !fails { None } else { Some(!fails) }
}
