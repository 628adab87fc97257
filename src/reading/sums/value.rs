//! What columns for a table of sums may hold, and how a value becomes units of its item.

use core::ops::Range;

use crate::number::decimal::{Decimal, power_of_ten};
use crate::reading::sums::error::SumTableError;
use crate::reading::sums::float_units::{GREATEST_UNITS, places, power, to_units};
use crate::standard::item::Item;

/// The values of a column, and the scale of integers.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Values<'a> {
    F64(&'a [f64]),
    I32(&'a [i32], u8),
    I64(&'a [i64], u8),
}

impl Values<'_> {
    pub(crate) const fn len(&self) -> usize {
        match self {
            Self::F64(values) => values.len(),
            Self::I32(values, _) => values.len(),
            Self::I64(values, _) => values.len(),
        }
    }

    /// The scale of integers is one that a decimal can have.
    pub(crate) const fn check(&self) -> Result<(), SumTableError> {
        match self {
            Self::I32(_, scale) | Self::I64(_, scale) if *scale > Decimal::MAX_SCALE => {
                Err(SumTableError::Scale { scale: *scale })
            }
            _ => Ok(()),
        }
    }
}

/// One type of value: how it is brought to the units of its item, without a branch.
pub(crate) trait SumValue: Copy {
    /// What a value is multiplied by, found once an item and column.
    type Factor: Copy;

    /// The factor of an item that is not summed: nothing is exact with it.
    const NOT_SUMMED: Self::Factor;

    /// The factor of an item in a column of some scale.
    fn factor(item: Item, scale: u8) -> Self::Factor;

    /// Whether it is no value although its validity bit says nothing.
    fn is_missing(self) -> bool;

    /// Whether values of this factor are summed.
    fn is_summed(factor: Self::Factor) -> bool;

    /// The units, and whether they are the value exactly; as
    /// [`is_in_domain`](crate::reading::sums::float_units::is_in_domain) refuses, so must callers.
    fn units(self, factor: Self::Factor) -> (i64, bool);

    /// The factor of values that are units already, written so that the compiler sees it.
    fn of_units(factor: Self::Factor) -> Option<Self::Factor>;

    /// The decimal that it stands for.
    fn decimal(self, scale: u8) -> Result<Decimal, SumTableError>;
}

impl SumValue for f64 {
    type Factor = Self;

    const NOT_SUMMED: Self = Self::NAN;

    fn factor(item: Item, _: u8) -> Self {
        power(item)
    }

    #[inline(always)]
    fn is_missing(self) -> bool {
        self.is_nan()
    }

    #[inline(always)]
    fn is_summed(factor: Self) -> bool {
        !factor.is_nan()
    }

    #[inline(always)]
    fn units(self, factor: Self) -> (i64, bool) {
        to_units(self, factor)
    }

    #[inline(always)]
    fn of_units(_: Self) -> Option<Self> {
        None
    }

    fn decimal(self, _: u8) -> Result<Decimal, SumTableError> {
        Ok(Decimal::try_from(self)?)
    }
}

/// How an integer becomes units: times a power of ten, or divided by one without a rest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Factor {
    times: i64,
    by: i64,
    /// The greatest value that stays below the end of the fast way.
    most: i64,
}

impl Factor {
    const NOT_SUMMED: Self = Self { times: 0, by: 1, most: -1 };

    const fn of(item: Item, scale: u8) -> Self {
        let places = places(item);
        let (times, by) = (places.saturating_sub(scale), scale.saturating_sub(places));
        if times > 15 || by > 18 {
            // Nothing but zero would have room.
            return Self { times: 1, by: 1, most: 0 };
        }
        let (times, by) = (power_of_ten(times), power_of_ten(by));
        let most = ((GREATEST_UNITS - 1) / times).saturating_mul(by);
        Self { times, by, most }
    }

    #[inline(always)]
    const fn units(self, value: i64) -> (i64, bool) {
        let fits = value >= 0 && value <= self.most;
        if self.by == 1 {
            return (value.wrapping_mul(self.times), fits);
        }
        (value / self.by, fits && value % self.by == 0)
    }
}

macro_rules! integer {
    ($type:ty) => {
        impl SumValue for $type {
            type Factor = Factor;

            const NOT_SUMMED: Factor = Factor::NOT_SUMMED;

            fn factor(item: Item, scale: u8) -> Factor {
                Factor::of(item, scale)
            }

            #[inline(always)]
            fn is_missing(self) -> bool {
                false
            }

            #[inline(always)]
            fn is_summed(factor: Factor) -> bool {
                factor.most >= 0
            }

            #[inline(always)]
            fn units(self, factor: Factor) -> (i64, bool) {
                factor.units(i64::from(self))
            }

            #[inline(always)]
            fn of_units(factor: Factor) -> Option<Factor> {
                let is_one = factor.times == 1 && factor.by == 1;
                is_one.then_some(Factor { times: 1, by: 1, most: factor.most })
            }

            fn decimal(self, scale: u8) -> Result<Decimal, SumTableError> {
                Decimal::new(i64::from(self), scale).map_err(|_| SumTableError::Scale { scale })
            }
        }
    };
}

integer!(i32);
integer!(i64);

/// The values of some rows of a column of one type.
#[derive(Clone, Copy)]
pub(crate) struct Typed<'a, V> {
    pub(crate) values: &'a [V],
    pub(crate) scale: u8,
}

impl<V> Typed<'_, V> {
    pub(crate) fn rows(&self, rows: Range<usize>) -> Self {
        Self { values: &self.values[rows], scale: self.scale }
    }
}
