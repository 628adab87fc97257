//! Why there is no outlook.

use crate::number::fraction::ExactOverflow;
use crate::plan::so_far::Rest;
use crate::reading::period::Averaging;
use crate::standard::item::Item;

/// A year whose rest cannot be reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OutlookError {
    /// A mean in which neither months nor values count the same.
    #[error("{item}: expected a mean of months or of all values, found {averaging:?}")]
    Averaging {
        /// The item.
        item: Item,
        /// The order of averaging.
        averaging: Averaging,
    },
    /// A mean over several points.
    #[error("{item}: expected the sums of each of its {points} points, not one mean over them")]
    Points {
        /// The item.
        item: Item,
        /// The number of points.
        points: u32,
    },
    /// A rest in months for a pooled mean, or in samples for a mean of months.
    #[error(
        "{item}: expected months for a mean of months and samples for a pooled one, found {rest:?}"
    )]
    OtherRest {
        /// The item.
        item: Item,
        /// The rest that was asked for.
        rest: Rest,
    },
    /// A mean that has no exact form.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}
