//! The exceedance rate (超标率): the share of samples over their limit.

use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::standard::rule::Rule;

/// How many of some samples exceed their limit.
///
/// # Reference
/// HJ 2.3-2018, 水质指数法 (K): above 1 an index exceeds; GB 3838-2002, Table 1 (P): limits are
/// inclusive, so an index of 1 does not.
///
/// # Example
/// ```
/// use gb3838::{Decimal, impact::ExceedanceRate};
///
/// let printed = ["0.8", "1", "1.001"].map(Decimal::parse);
/// let indices = printed.into_iter().collect::<Result<Vec<_>, _>>()?;
/// let rate = ExceedanceRate::of_indices(indices);
/// assert_eq!((rate.exceeding(), rate.total()), (1, 3));
/// assert_eq!(rate.percent(1)?, Some("33.3".parse()?));
/// // Of nothing there is no share.
/// assert_eq!(ExceedanceRate::of_indices([Decimal::ZERO; 0]).percent(1)?, None);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[doc(alias = "超标率")]
pub struct ExceedanceRate {
    exceeding: u64,
    total: u64,
}

impl ExceedanceRate {
    /// Counts standard indices, exact ([`StandardIndex`](crate::impact::StandardIndex)) or printed.
    ///
    /// A printed 1.00 may stand for 1.004: count exact indices where there are some.
    #[must_use]
    pub fn of_indices(indices: impl IntoIterator<Item = impl Into<Fraction>>) -> Self {
        let one = Decimal::from_integer(1);
        let exceeds = |index: Fraction| index.compare(one).is_gt();
        indices.into_iter().fold(Self::default(), |rate, index| Self {
            exceeding: rate.exceeding + u64::from(exceeds(index.into())),
            total: rate.total + 1,
        })
    }

    /// The same with one sample more.
    pub(crate) const fn with(self, exceeds: bool) -> Self {
        Self { exceeding: self.exceeding + exceeds as u64, total: self.total + 1 }
    }

    /// How many exceed.
    #[must_use]
    pub const fn exceeding(&self) -> u64 {
        self.exceeding
    }

    /// How many there are.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.total
    }

    /// The exact share, from 0 to 1; `None` of nothing.
    #[must_use]
    pub fn share(&self) -> Option<Fraction> {
        Fraction::ratio(i64::try_from(self.exceeding).ok()?, i64::try_from(self.total).ok()?)
    }

    /// The share in percent, rounded half to even; `None` of nothing.
    ///
    /// # Errors
    /// When the result does not fit a [`Decimal`].
    pub fn percent(&self, decimals: u8) -> Result<Option<Decimal>, ExactOverflow> {
        let percent = |share: Fraction| share.in_percent()?.round(decimals);
        self.share().map(percent).transpose()
    }

    /// The rule behind it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule::STANDARD_INDEX
    }
}
