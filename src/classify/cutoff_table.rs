//! The cutoffs of all items, and what readings mean by them: classes without values, for stations.

use crate::classify::classifier::Classifier;
use crate::classify::undecidable::{best_below, decided_class};
use crate::number::decimal::Decimal;
use crate::number::fraction::ExactOverflow;
use crate::reading::mean::accumulator::Accumulator;
use crate::reading::notation::{Missing, Reading, ReadingReason};
use crate::reading::possible::Kind;
use crate::standard::class::Class;
use crate::standard::cutoff::ItemCutoffs;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

/// The cutoffs of the 24 items: what a [`Classifier`] decides by, without the standard that it was
/// compiled from. It has 3 KB, and a single reading is compared by the digits of its cell, so a
/// station holds neither limits nor fractions.
///
/// # Reference
/// As [`Classifier::judge`], which says the same with the value.
///
/// # Example
/// ```
/// use gb3838::limits::{CutoffTable, ItemOutcome};
/// use gb3838::{Class, Classifier, Item, Reading, WaterBody};
///
/// static RIVER: CutoffTable = CutoffTable::of(&Classifier::for_readings(WaterBody::River));
/// let outcome = |reading| RIVER.outcome(Item::Lead, &reading, Class::III);
/// let low = Reading::parse("0.02", Item::Lead)?;
/// assert_eq!(outcome(low), Ok(ItemOutcome::Classed(Class::III)));
/// // Half of 0.5 exceeds the limit of 0.05, and proves nothing.
/// assert_eq!(outcome(Reading::parse("0.5L", Item::Lead)?), Ok(ItemOutcome::Undecidable));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CutoffTable {
    limited: ItemSet,
    cutoffs: [Option<ItemCutoffs>; 24],
}

/// What a reading or a mean of an item means, without its value.
///
/// # Reference
/// As [`Judgement`](crate::Judgement).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemOutcome {
    /// The best class whose limit the value meets, or inferior V.
    Classed(Class),
    /// Below a detection limit that is too high to decide.
    Undecidable,
    /// The standard limits no value of the item here.
    NotLimited,
    /// There is no value, and why.
    Absent(Missing),
}

impl CutoffTable {
    /// The cutoffs of a classifier.
    #[must_use]
    pub const fn of(classifier: &Classifier) -> Self {
        let mut cutoffs = [None; 24];
        let mut place = 0;
        while place < cutoffs.len() {
            cutoffs[place] = match classifier.cutoffs(Item::ALL[place]) {
                Some(cutoffs) => Some(*cutoffs),
                None => None,
            };
            place += 1;
        }
        Self { limited: classifier.limited_items(), cutoffs }
    }

    /// The items whose values are limited here, as [`Classifier::limited_items`].
    #[must_use]
    pub const fn limited_items(&self) -> ItemSet {
        self.limited
    }

    /// The cutoffs of an item, or `None` where the standard limits no value of it.
    const fn of_item(&self, item: Item) -> Option<&ItemCutoffs> {
        self.cutoffs[item.index()].as_ref()
    }

    /// The class of a value, as [`Classifier::class_of`].
    ///
    /// # Errors
    /// For a negative concentration and a pH outside 0 to 14.
    pub fn class_of(&self, item: Item, value: Decimal) -> Result<Option<Class>, ReadingReason> {
        match Kind::of(item).impossible(value) {
            Some(reason) => Err(reason),
            None => Ok(self.of_item(item).map(|it| it.class_of(|edge| value.compare(edge)))),
        }
    }

    /// What a single reading means, as [`Classifier::judge_against`].
    ///
    /// # Errors
    /// As [`Classifier::judge`].
    pub fn outcome(
        &self,
        item: Item,
        reading: &Reading,
        against: Class,
    ) -> Result<ItemOutcome, ReadingReason> {
        if let Some((_, reason)) = Kind::of(item).refused(reading) {
            return Err(reason);
        }
        let (value, limit) = match *reading {
            Reading::Missing(why) => return Ok(ItemOutcome::Absent(why)),
            Reading::Value(value) => (value, None),
            // What has no half was refused above.
            Reading::Below(limit) => {
                (limit.half().map_err(|_| ReadingReason::TooManyDigits)?, Some(limit))
            }
        };
        let Some(cutoffs) = self.of_item(item) else {
            return Ok(ItemOutcome::NotLimited);
        };
        let class = |value: Decimal| cutoffs.class_of(|edge| value.compare(edge));
        let best = || limit.map(|limit| class(limit).min(class(Decimal::ZERO)));
        Ok(outcome(class(value), best, against))
    }

    /// What a running sum means, as [`Classifier::judge_sum`]; `None` where nothing was added.
    ///
    /// # Errors
    /// When the exact mean has no room.
    pub fn outcome_of_sum(
        &self,
        sum: &Accumulator,
        against: Class,
    ) -> Result<Option<ItemOutcome>, ExactOverflow> {
        let Some(mean) = sum.mean()? else { return Ok(None) };
        let Some(cutoffs) = self.of_item(sum.item()) else {
            return Ok(Some(ItemOutcome::NotLimited));
        };
        let class = cutoffs.class_of(|edge| mean.compare(edge));
        let best = || sum.is_below_detection().then(|| best_below(cutoffs, &mean));
        Ok(Some(outcome(class, best, against)))
    }
}

fn outcome(class: Class, best: impl FnOnce() -> Option<Class>, against: Class) -> ItemOutcome {
    decided_class(class, best, against).map_or(ItemOutcome::Undecidable, ItemOutcome::Classed)
}
