//! A running exact sum of the readings of one item, mergeable in any order.

use crate::number::decimal::{Decimal, DecimalRangeError, power_of_ten};
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::number::wide::Integer;
use crate::reading::mean::ph::hydrogen_ions;
use crate::reading::mean::quantity::Quantity;
use crate::reading::notation::{Missing, Reading, ReadingError, check};
use crate::standard::item::Item;

/// The sum and the counts of some readings of one item.
///
/// Sums are integers: adding in another order, or merging partial sums, gives the same bits.
/// A pH is summed as hydrogen-ion concentration.
///
/// # Reference
/// 环办监测函〔2020〕82号 (S): half the detection limit, pH by hydrogen ion.
///
/// # Example
/// ```
/// use gb3838::{Accumulator, Item, Reading};
///
/// let mut sum = Accumulator::new(Item::AmmoniaNitrogen);
/// for cell in ["0.10", "0.05L", "--"] {
///     sum.add(&Reading::parse(cell, Item::AmmoniaNitrogen)?)?;
/// }
/// // (0.10 + 0.025) / 2
/// let mean = sum.mean()?.map(|mean| mean.round(4)).transpose()?;
/// assert_eq!(mean, Some("0.0625".parse()?));
/// assert_eq!((sum.count(), sum.below_count(), sum.missing_count()), (2, 1, 1));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accumulator {
    item: Item,
    /// In units of 10⁻ˢᶜᵃˡᵉ, or of 2⁻¹¹² mol/L for pH.
    sum: Integer,
    /// The part of the sum that halves of detection limits made.
    below_sum: Integer,
    scale: u8,
    count: u32,
    below: u32,
    missing: [u32; Missing::ALL.len()],
    extremes: Option<(Decimal, Decimal)>,
    greatest_detection_limit: Option<Decimal>,
    /// Whether a value was taken out that may have been one of the extremes.
    extremes_open: bool,
}

/// As what results below a detection limit enter a mean: the true value lies between zero and
/// the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "alloc"), allow(dead_code, reason = "ranges of means need series"))]
pub(crate) enum BelowAs {
    /// Nothing, the least that they can be.
    Zero,
    /// Half of the limit, as every mean has them.
    Half,
    /// The limit, which they do not reach.
    Limit,
}

/// A reading that cannot enter a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AccumulateError {
    /// The value is impossible.
    #[error(transparent)]
    Impossible(#[from] ReadingError),
    /// Half of a hand-made detection limit does not fit.
    #[error(transparent)]
    OutOfRange(#[from] DecimalRangeError),
    /// The sum has grown out of all bounds.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
    /// A reading was to be taken out that cannot have been added.
    #[error("{reading} of {item}: expected a reading that had been added, to take it out")]
    NotThere {
        /// The item.
        item: Item,
        /// The reading.
        reading: Reading,
    },
    /// Two sums of different items.
    #[error("a sum of {right} cannot be merged into one of {left}")]
    OtherItem {
        /// The item that is summed here.
        left: Item,
        /// The item of the other sum.
        right: Item,
    },
}

impl Accumulator {
    /// An empty sum.
    #[must_use]
    pub const fn new(item: Item) -> Self {
        Self {
            item,
            sum: Integer::ZERO,
            below_sum: Integer::ZERO,
            scale: 0,
            count: 0,
            below: 0,
            missing: [0; Missing::ALL.len()],
            extremes: None,
            greatest_detection_limit: None,
            extremes_open: false,
        }
    }

    /// Adds a reading; one without a value is counted.
    ///
    /// # Errors
    /// When the value is impossible, or the sum would no longer be exact.
    pub fn add(&mut self, reading: &Reading) -> Result<(), AccumulateError> {
        check(reading, self.item)?;
        if let Reading::Missing(missing) = reading {
            // Counted together as well, so that the sum of the counts never wraps.
            count_up(&mut self.missing_count(), 1)?;
            self.missing[*missing as usize] += 1;
        }
        let Some(number) = reading.for_mean()? else { return Ok(()) };
        let mut next = *self;
        let (addend, scale) = self.addend(number)?;
        let of_below = if matches!(reading, Reading::Below(_)) { addend } else { Integer::ZERO };
        next.add_scaled(addend, of_below, scale)?;
        count_up(&mut next.count, 1)?;
        if let Reading::Below(limit) = reading {
            count_up(&mut next.below, 1)?;
            next.greatest_detection_limit =
                Some(next.greatest_detection_limit.map_or(*limit, |own| greater(own, *limit)));
        }
        next.extremes = Some(match next.extremes {
            Some((least, greatest)) => (lesser(least, number), greater(greatest, number)),
            None => (number, number),
        });
        *self = next;
        Ok(())
    }

    /// Takes a reading out that had been added: a late correction, or one withdrawn.
    ///
    /// The sum stays exact. The least and the greatest value cannot be taken back: where one
    /// may have been removed, [`extremes`](Self::extremes) are bounds, and
    /// [`extremes_are_exact`](Self::extremes_are_exact) says so. That just this reading had been
    /// added is not known; a reading that cannot have been is refused, and one after which the
    /// others cannot have the sum that is left.
    ///
    /// # Errors
    /// When the value is impossible or cannot have been added; the sum is unchanged then.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Accumulator, Item, Reading};
    ///
    /// let read = |text| Reading::parse(text, Item::TotalPhosphorus);
    /// let mut sum = Accumulator::new(Item::TotalPhosphorus);
    /// for cell in ["0.10", "0.15", "1.5"] {
    ///     sum.add(&read(cell)?)?;
    /// }
    /// // A slip of the point.
    /// sum.replace(&read("1.5")?, &read("0.14")?)?;
    /// let mean = sum.mean()?.map(|mean| mean.round(2)).transpose()?;
    /// assert_eq!(mean, Some("0.13".parse()?));
    /// assert!(!sum.extremes_are_exact());
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn remove(&mut self, reading: &Reading) -> Result<(), AccumulateError> {
        check(reading, self.item)?;
        let not_there = AccumulateError::NotThere { item: self.item, reading: *reading };
        let mut next = *self;
        if let Reading::Missing(missing) = reading {
            let count = &mut next.missing[*missing as usize];
            *count = count.checked_sub(1).ok_or(not_there)?;
            *self = next;
            return Ok(());
        }
        let (Some(number), Some((least, greatest))) = (reading.for_mean()?, self.extremes) else {
            return Err(not_there);
        };
        let is_below = matches!(reading, Reading::Below(_));
        let counts = next.count.checked_sub(1).zip(next.below.checked_sub(u32::from(is_below)));
        let Some((count, below)) = counts.filter(|(count, below)| below <= count) else {
            return Err(not_there);
        };
        if number < least || number > greatest {
            return Err(not_there);
        }
        let (addend, scale) = self.addend(number)?;
        let of_below = if is_below { addend.negated() } else { Integer::ZERO };
        next.add_scaled(addend.negated(), of_below, scale)?;
        (next.count, next.below) = (count, below);
        next.extremes_open |= number == least || number == greatest;
        if below == 0 {
            next.greatest_detection_limit = None;
        }
        if !next.can_be_of(least, greatest)? || (below == 0 && next.below_sum != Integer::ZERO) {
            return Err(not_there);
        }
        if count == 0 {
            next = Self { missing: next.missing, ..Self::new(self.item) };
        }
        *self = next;
        Ok(())
    }

    /// Puts a corrected reading in the place of another.
    ///
    /// # Errors
    /// As [`remove`](Self::remove) and [`add`](Self::add); the sum is unchanged then.
    pub fn replace(&mut self, old: &Reading, new: &Reading) -> Result<(), AccumulateError> {
        let mut next = *self;
        next.remove(old)?;
        next.add(new)?;
        *self = next;
        Ok(())
    }

    /// A number in the form in which it is summed.
    fn addend(&self, number: Decimal) -> Result<(Integer, u8), ExactOverflow> {
        if self.item == Item::Ph {
            let ions = hydrogen_ions(number).ok_or(ExactOverflow::new("sum"))?;
            return Ok((Integer::from(ions), 0));
        }
        Ok((Integer::from(number.units()), number.scale()))
    }

    /// Adds the readings of another sum of the same item.
    ///
    /// # Errors
    /// When the items differ, or the sum would no longer be exact; this sum is unchanged.
    pub fn merge(&mut self, other: &Self) -> Result<(), AccumulateError> {
        if self.item != other.item {
            return Err(AccumulateError::OtherItem { left: self.item, right: other.item });
        }
        let mut next = *self;
        next.add_scaled(other.sum, other.below_sum, other.scale)?;
        count_up(&mut next.count, other.count)?;
        count_up(&mut next.below, other.below)?;
        count_up(&mut next.missing_count(), other.missing_count())?;
        for (count, more) in next.missing.iter_mut().zip(other.missing) {
            *count += more;
        }
        next.extremes = match (next.extremes, other.extremes) {
            (Some((a, b)), Some((c, d))) => Some((lesser(a, c), greater(b, d))),
            (one, two) => one.or(two),
        };
        next.extremes_open |= other.extremes_open;
        next.greatest_detection_limit =
            match (next.greatest_detection_limit, other.greatest_detection_limit) {
                (Some(own), Some(more)) => Some(greater(own, more)),
                (one, two) => one.or(two),
            };
        *self = next;
        Ok(())
    }

    /// Brings both sums to the finer scale and adds; `of_below` is the part of the addend that
    /// halves of detection limits made.
    fn add_scaled(
        &mut self,
        addend: Integer,
        of_below: Integer,
        scale: u8,
    ) -> Result<(), ExactOverflow> {
        let finer = self.scale.max(scale);
        let scaled =
            |sum: &Integer, scale: u8| sum.checked_mul(&Integer::from(power_of_ten(finer - scale)));
        let added = |sum: &Integer, addend: &Integer| {
            scaled(sum, self.scale)
                .zip(scaled(addend, scale))
                .and_then(|(left, right)| left.checked_add(&right))
                .ok_or(ExactOverflow::new("sum"))
        };
        let sums = (added(&self.sum, &addend)?, added(&self.below_sum, &of_below)?);
        (self.sum, self.below_sum) = sums;
        self.scale = finer;
        Ok(())
    }

    /// Whether so many values between two numbers can have this sum.
    fn can_be_of(&self, least: Decimal, greatest: Decimal) -> Result<bool, ExactOverflow> {
        let times = |number: Decimal| -> Result<Self, ExactOverflow> {
            let (one, scale) = self.addend(number)?;
            let all = one.checked_mul(&Integer::from(i128::from(self.count)));
            let mut of_count = Self { scale: self.scale, ..Self::new(self.item) };
            let all = all.ok_or(ExactOverflow::new("sum"))?;
            of_count.add_scaled(all, Integer::ZERO, scale)?;
            Ok(of_count)
        };
        // A low pH has many ions.
        let (low, high) = if self.item == Item::Ph { (greatest, least) } else { (least, greatest) };
        // The extremes may have been taken out, but once were added: the scale is as fine.
        Ok((times(low)?.sum..=times(high)?.sum).contains(&self.sum))
    }

    /// The item that is summed.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// The number of values, those below the detection limit included.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// How many of them were below the detection limit.
    #[must_use]
    pub const fn below_count(&self) -> u32 {
        self.below
    }

    /// The number of readings without a value.
    #[must_use]
    pub fn missing_count(&self) -> u32 {
        self.missing.iter().sum()
    }

    /// The number of readings without a value for one reason.
    #[must_use]
    pub const fn missing_for(&self, reason: Missing) -> u32 {
        self.missing[reason as usize]
    }

    #[cfg(feature = "alloc")]
    pub(crate) const fn missing_counts(&self) -> [u32; Missing::ALL.len()] {
        self.missing
    }

    /// The least and the greatest value, or bounds of them after a value was taken out; half
    /// the detection limit counts.
    #[must_use]
    pub const fn extremes(&self) -> Option<(Decimal, Decimal)> {
        self.extremes
    }

    /// Whether the extremes are those of the values, and no wider: they are unless a value that
    /// may have been one of them was taken out.
    #[must_use]
    pub const fn extremes_are_exact(&self) -> bool {
        !self.extremes_open
    }

    /// The greatest detection limit among the values below one, those taken out included as
    /// long as others are left.
    #[must_use]
    pub const fn greatest_detection_limit(&self) -> Option<Decimal> {
        self.greatest_detection_limit
    }

    /// Whether its mean is a result below a detection limit: all of its values are.
    #[must_use]
    pub const fn is_below_detection(&self) -> bool {
        self.greatest_detection_limit.is_some() && self.below_count() == self.count()
    }

    /// The mean of the values, or `None` without one.
    ///
    /// # Errors
    /// When the exact mean has no room.
    pub fn mean(&self) -> Result<Option<Quantity>, ExactOverflow> {
        Ok(self.exact_mean()?.map(|mean| self.quantity(mean)))
    }

    /// The mean in the units of the sum.
    pub(crate) fn exact_mean(&self) -> Result<Option<Fraction>, ExactOverflow> {
        self.exact_mean_with(BelowAs::Half)
    }

    /// The mean in the units of the sum, with results below a detection limit as something else
    /// than half of it.
    pub(crate) fn exact_mean_with(
        &self,
        below: BelowAs,
    ) -> Result<Option<Fraction>, ExactOverflow> {
        if self.count == 0 {
            return Ok(None);
        }
        let sum = match below {
            BelowAs::Half => Some(self.sum),
            BelowAs::Zero => self.sum.checked_add(&self.below_sum.negated()),
            BelowAs::Limit => self.sum.checked_add(&self.below_sum),
        };
        let sum = sum.ok_or(ExactOverflow::new("sum"))?;
        let sum = Fraction::from_units(sum, self.scale)?;
        sum.divided_by_count(self.count.into()).map(Some)
    }

    /// A mean in the units of the sum as a quantity of the item.
    pub(crate) fn quantity(&self, mean: Fraction) -> Quantity {
        Quantity::of_item(self.item, mean)
    }
}

/// The lesser number; of two equal ones that with more places, so that `0.5` and `0.50` give
/// the same bits in either order.
pub(crate) fn lesser(left: Decimal, right: Decimal) -> Decimal {
    if (right, left.scale()) < (left, right.scale()) { right } else { left }
}

/// The greater number; of two equal ones that with more places.
fn greater(left: Decimal, right: Decimal) -> Decimal {
    if (right, right.scale()) > (left, left.scale()) { right } else { left }
}

/// Adds to a count, which never wraps.
fn count_up(count: &mut u32, more: u32) -> Result<(), ExactOverflow> {
    *count = count.checked_add(more).ok_or(ExactOverflow::new("count"))?;
    Ok(())
}
