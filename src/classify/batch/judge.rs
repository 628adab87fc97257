//! One column and the cutoffs that judge it: the law brought to a column's type.

use crate::classify::batch::columns::Column;
use crate::classify::batch::steps::{Fails, Steps};
use crate::classify::batch::value::Value;
use crate::classify::classifier::Classifier;
use crate::number::decimal::Decimal;
use crate::standard::class::Class;
use crate::standard::item::Item;

/// What one classifier says about one column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judge<T> {
    pub(crate) steps: Steps<T>,
    /// The steps for twice the value: half the detection limit is compared.
    halved: Steps<T>,
    /// Whether comparing half of a detection limit with the steps is comparing it with those of
    /// twice the value, so that the plain loop does both.
    pub(crate) halves: bool,
    /// The code that a result below the detection limit must be decidable against.
    pub(crate) decisive: u8,
    /// Whether a stricter target is decisive in its place, which no class of the caller's is.
    pub(crate) target_is_decisive: bool,
    pub(crate) takes_part: bool,
}

/// What a result below its detection limit comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BelowLimit {
    Code(u8),
    Undecidable,
    Impossible,
}

/// The greatest value that an item can have, where there is one.
///
/// # Reference
/// GB 6920-86, scope (K): pH from 0 to 14.
pub(crate) const fn greatest_possible(item: Item) -> Option<Decimal> {
    match item {
        Item::Ph => Some(Decimal::from_integer(14)),
        _ => None,
    }
}

impl<T: Value> Judge<T> {
    /// Compiles a classifier for a column, or `None` where it has no limits for the item.
    fn new(classifier: &Classifier, column: &Column<'_, T>) -> Option<Self> {
        let cutoffs = classifier.cutoffs(column.item)?;
        let most = greatest_possible(column.item);
        let steps = Steps::new(cutoffs, column.scale, false, most);
        let halved = match column.below_limit {
            Some(_) => Steps::new(cutoffs, column.scale, true, most),
            None => steps,
        };
        Some(Self {
            steps,
            halved,
            halves: steps.halve_to(&halved),
            decisive: classifier.decisive_class() as u8,
            target_is_decisive: classifier.decisive_class_beside(Some(Class::I)) == Class::I,
            takes_part: classifier.takes_part(column.item),
        })
    }

    /// Judges a possible value that is the detection limit of a result below it.
    ///
    /// A detection limit of zero is not valid. Against an upper limit, the result decides
    /// nothing when half the detection limit is above that limit. Against a lower limit
    /// (dissolved oxygen), it decides nothing when half fails but the detection limit itself
    /// would meet; when that fails too, any value below it fails.
    ///
    /// # Reference
    /// The wording of "undecidable" is ours; half the limit: 环办监测函〔2020〕82号, point 7 (S).
    pub(crate) fn below_limit(&self, detection_limit: T) -> BelowLimit {
        if detection_limit <= T::ZERO {
            return BelowLimit::Impossible;
        }
        if self.steps.fails == Fails::Outside {
            return BelowLimit::Impossible;
        }
        let half = self.halved.code(detection_limit);
        let decided = half <= self.decisive || self.proves(detection_limit, self.decisive);
        if decided { BelowLimit::Code(half) } else { BelowLimit::Undecidable }
    }

    /// Whether a result below a detection limit, whose half is worse than a class, is worse for
    /// sure: where values fail below limits, and the detection limit itself does.
    pub(crate) fn proves(&self, detection_limit: T, class: u8) -> bool {
        self.steps.fails == Fails::Below && self.steps.code(detection_limit) > class
    }
}

/// One column, bound to one or two classifiers.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four answers that are found once")]
pub(crate) struct Slot<'a, T> {
    pub(crate) column: Column<'a, T>,
    /// One judge for rows whose second bit is 0, one for the others.
    pub(crate) judges: [Option<Judge<T>>; 2],
    /// Whether the two judges differ.
    pub(crate) has_two: bool,
    /// Whether there is nothing but values: no bits, and one judge.
    pub(crate) is_plain: bool,
    /// Whether bits are all there is beside values, and the plain loop knows what they mean.
    pub(crate) is_plain_with_holes: bool,
    /// Whether the item takes part in the class of some rows.
    pub(crate) takes_part: bool,
}

impl<'a, T: Value> Slot<'a, T> {
    /// Binds a column.
    pub(crate) fn new(
        first: &Classifier,
        second: Option<&Classifier>,
        column: Column<'a, T>,
    ) -> Self {
        let item = column.item;
        let judge = Judge::new(first, &column);
        let other = second.and_then(|second| Judge::new(second, &column));
        let takes_part = |judge: &Judge<T>| judge.takes_part;
        let has_two = second.is_some_and(|second| {
            first.cutoffs(item) != second.cutoffs(item)
                || first.decisive_class() != second.decisive_class()
                || judge.as_ref().map(takes_part) != other.as_ref().map(takes_part)
        });
        Self {
            column,
            judges: [judge, if has_two { other } else { judge }],
            has_two,
            is_plain: !has_two && column.validity.is_none() && column.below_limit.is_none(),
            is_plain_with_holes: !has_two
                && (column.below_limit.is_none() || judge.is_some_and(|judge| judge.halves)),
            takes_part: [judge, other].iter().flatten().any(takes_part),
        }
    }

    /// The place of the item in Table 1, from 0.
    #[inline(always)]
    pub(crate) const fn place(&self) -> usize {
        self.column.item.index()
    }

    /// The bit of the item within its byte of a set.
    #[inline(always)]
    pub(crate) const fn bit(&self) -> u8 {
        1 << (self.place() % 8)
    }
}
