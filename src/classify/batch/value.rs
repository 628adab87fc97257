//! What a column may hold: `f64`, `f32`, and integers of 16 to 64 bits with a decimal scale.

use core::cmp::Ordering;
use core::fmt::{self, Debug};

use crate::classify::batch::kernel::BLOCK;
use crate::classify::batch::steps::Steps;
use crate::number::decimal::{Decimal, power_of_ten};
use crate::number::text_buffer::TextBuffer;
use crate::standard::cutoff::CutoffSide;

/// A type that columns may hold: `f64`, `f32`, `i16`, `i32` or `i64`.
///
/// What each can tell apart, and so what is classed exactly as the scalar calls do:
///
/// | type | exact for |
/// |---|---|
/// | `f64` | every decimal of up to 15 significant digits |
/// | `f32` | every decimal of up to 6 significant digits |
/// | `i16`, `i32`, `i64` | every value, at every scale |
///
/// That holds against any limit, also one with more digits.
pub trait Value: Lane {}

impl Value for f64 {}
impl Value for f32 {}
impl Value for i16 {}
impl Value for i32 {}
impl Value for i64 {}

/// A cutoff as a column's type can express it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step<T> {
    /// A value beyond this one fails.
    Beyond(T),
    /// No value of this type fails.
    NeverFails,
    /// Every value of this type fails.
    AlwaysFails,
}

/// A block of values with its steps and the value that means "missing".
#[derive(Debug)]
pub enum TypedBlock<'a> {
    F64(&'a [f64; BLOCK], &'a Steps<f64>, Option<f64>),
    F32(&'a [f32; BLOCK], &'a Steps<f32>, Option<f32>),
    I64(&'a [i64; BLOCK], &'a Steps<i64>, Option<i64>),
    I32(&'a [i32; BLOCK], &'a Steps<i32>, Option<i32>),
    I16(&'a [i16; BLOCK], &'a Steps<i16>, Option<i16>),
}

/// The inner side of [`Value`]: closed to other crates, for the module is private.
pub trait Lane: Copy + PartialOrd + Debug + Send + Sync + 'static {
    /// A counter as wide as the value, so that a loop over both fills vectors evenly.
    type Count: Count;
    /// The least possible value.
    const ZERO: Self;
    /// The greatest finite value.
    const GREATEST: Self;

    /// A block of this type as what it is, for loops that are written for one type.
    fn block<'a>(
        values: &'a [Self; BLOCK],
        steps: &'a Steps<Self>,
        missing: Option<Self>,
    ) -> TypedBlock<'a>;

    /// Half of a possible value; of an odd integer, the next one up or down.
    #[must_use]
    fn half(self, up: bool) -> Self;

    /// Whether comparing half of a value with this cut, as [`half`](Self::half) makes it, is
    /// comparing the value with `doubled`.
    fn halves(self, doubled: Self) -> bool;

    /// Whether the value is less than another; both are possible, and scales are those of integers.
    fn is_less(self, scale: u8, other: Self, other_scale: u8) -> bool;

    /// The strictest value that still meets an edge, or its double.
    fn step(
        edge: Decimal,
        inclusive: bool,
        side: CutoffSide,
        scale: u8,
        doubled: bool,
    ) -> Step<Self>;
}

/// A counter lane.
pub trait Count: Copy {
    /// Zero.
    const ZERO: Self;
    /// One more when `yes`.
    #[must_use]
    fn plus(self, yes: bool) -> Self;
    /// This when `yes`, else zero.
    #[must_use]
    fn only_if(self, yes: bool) -> Self;
    /// Whether this is not zero.
    fn is_some(self) -> bool;
    /// The low bytes of counts below 256.
    fn narrow(wide: &[Self; BLOCK], narrow: &mut [u8; BLOCK]);
}

macro_rules! count {
    ($type:ty) => {
        impl Count for $type {
            const ZERO: Self = 0;

            #[inline(always)]
            fn plus(self, yes: bool) -> Self {
                self.wrapping_add(Self::from(yes))
            }

            #[inline(always)]
            fn only_if(self, yes: bool) -> Self {
                self & Self::from(yes).wrapping_neg()
            }

            #[inline(always)]
            fn is_some(self) -> bool {
                self != 0
            }

            #[inline(always)]
            #[expect(clippy::cast_possible_truncation, reason = "counts are small")]
            fn narrow(wide: &[Self; BLOCK], narrow: &mut [u8; BLOCK]) {
                // Sixteen at a time, unrolled: the compiler packs whole vectors then.
                let sixteens = wide.as_chunks::<16>().0;
                for (wide, narrow) in sixteens.iter().zip(narrow.as_chunks_mut::<16>().0) {
                    let mut place = 0;
                    while place < 16 {
                        narrow[place] = wide[place] as u8;
                        place += 1;
                    }
                }
            }
        }
    };
}

count!(u16);
count!(u32);
count!(u64);

/// The decimal that a float is printed as; `None` where it does not fit one.
fn short_decimal(printed: fmt::Arguments<'_>) -> Option<Decimal> {
    let mut text = TextBuffer::<40>::new();
    fmt::write(&mut text, printed).ok()?;
    Decimal::parse(text.as_str()).ok()
}

macro_rules! float {
    ($type:ty, $count:ty, $block:ident, $convert:ident) => {
        impl Lane for $type {
            type Count = $count;
            const ZERO: Self = 0.0;
            const GREATEST: Self = Self::MAX;

            #[inline(always)]
            fn block<'a>(
                values: &'a [Self; BLOCK],
                steps: &'a Steps<Self>,
                missing: Option<Self>,
            ) -> TypedBlock<'a> {
                TypedBlock::$block(values, steps, missing)
            }

            #[inline(always)]
            fn half(self, _: bool) -> Self {
                self / 2.0
            }

            /// Halves of floats are exact unless they are subnormal, and then below the cut.
            #[expect(clippy::float_cmp, reason = "the double is exact")]
            fn halves(self, doubled: Self) -> bool {
                (self / 2.0).is_normal() && self * 2.0 == doubled && doubled.is_finite()
            }

            #[inline(always)]
            fn is_less(self, _: u8, other: Self, _: u8) -> bool {
                self < other
            }

            /// Nearest floats keep the order of short decimals apart, so only the one that has
            /// the same nearest float as the edge is in question; "<" is "≤" at the next float.
            fn step(
                edge: Decimal,
                inclusive: bool,
                side: CutoffSide,
                _: u8,
                doubled: bool,
            ) -> Step<Self> {
                let twice = if doubled { 2.0 } else { 1.0 };
                let nearest = edge.$convert() * twice;
                // Of an edge with more digits, that short decimal is not the edge itself.
                let own = short_decimal(format_args!("{nearest:.*e}", Self::DIGITS as usize - 1));
                let own = own.filter(|own| own.$convert().total_cmp(&nearest).is_eq());
                let order = own.map_or(Ordering::Equal, |own| {
                    // Units below 2⁶⁴ beside powers up to 10¹⁸: less than 2¹²⁵.
                    let units = i128::from(edge.units()) * if doubled { 2 } else { 1 };
                    let own_units =
                        i128::from(own.units()) * i128::from(power_of_ten(edge.scale()));
                    own_units.cmp(&(units * i128::from(power_of_ten(own.scale()))))
                });
                let is_met = match (order, side) {
                    (Ordering::Equal, _) => inclusive,
                    (Ordering::Less, side) => side == CutoffSide::Upper,
                    (Ordering::Greater, side) => side == CutoffSide::Lower,
                };
                Step::Beyond(match (is_met, side) {
                    (true, _) => nearest,
                    (false, CutoffSide::Upper) => nearest.next_down(),
                    (false, CutoffSide::Lower) => nearest.next_up(),
                })
            }
        }
    };
}

float!(f64, u64, F64, to_f64);
float!(f32, u32, F32, to_f32);

macro_rules! integer {
    ($type:ty, $count:ty, $block:ident) => {
        impl Lane for $type {
            type Count = $count;
            const ZERO: Self = 0;
            const GREATEST: Self = Self::MAX;

            #[inline(always)]
            fn block<'a>(
                values: &'a [Self; BLOCK],
                steps: &'a Steps<Self>,
                missing: Option<Self>,
            ) -> TypedBlock<'a> {
                TypedBlock::$block(values, steps, missing)
            }

            #[inline(always)]
            fn half(self, up: bool) -> Self {
                (self >> 1) + Self::from(up) * (self & 1)
            }

            /// With `v > 2 c` where `v / 2`, rounded up, is above `c`; with `v < 2 c` where it is
            /// below, rounded down.
            fn halves(self, doubled: Self) -> bool {
                self.checked_mul(2) == Some(doubled)
            }

            #[inline(always)]
            fn is_less(self, scale: u8, other: Self, other_scale: u8) -> bool {
                if scale == other_scale {
                    return self < other;
                }
                // 2⁶³ · 10¹⁸ stays below 2¹²³.
                let power = |scale: u8| i128::from(power_of_ten(scale.min(Decimal::MAX_SCALE)));
                i128::from(self) * power(other_scale) < i128::from(other) * power(scale)
            }

            fn step(
                edge: Decimal,
                inclusive: bool,
                side: CutoffSide,
                scale: u8,
                doubled: bool,
            ) -> Step<Self> {
                let met = integer_edge(edge, inclusive, side, scale, doubled);
                match (Self::try_from(met), side, met < 0) {
                    (Ok(met), _, _) => Step::Beyond(met),
                    (Err(_), CutoffSide::Upper, false) | (Err(_), CutoffSide::Lower, true) => {
                        Step::NeverFails
                    }
                    (Err(_), CutoffSide::Upper, true) | (Err(_), CutoffSide::Lower, false) => {
                        Step::AlwaysFails
                    }
                }
            }
        }
    };
}

integer!(i16, u16, I16);
integer!(i32, u32, I32);
integer!(i64, u64, I64);

/// The integer closest to an edge that still meets it, at any size.
fn integer_edge(
    edge: Decimal,
    inclusive: bool,
    side: CutoffSide,
    scale: u8,
    doubled: bool,
) -> i128 {
    // 2 · 2⁶³ · 10¹⁸ stays below 2¹²⁷.
    let units = i128::from(edge.units()) * if doubled { 2 } else { 1 };
    let scaled = units * i128::from(power_of_ten(scale.min(Decimal::MAX_SCALE)));
    let power = i128::from(power_of_ten(edge.scale()));
    let floor = scaled.div_euclid(power);
    let whole = scaled.rem_euclid(power) == 0;
    match side {
        CutoffSide::Upper if whole && !inclusive => floor - 1,
        CutoffSide::Upper => floor,
        CutoffSide::Lower if whole && inclusive => floor,
        CutoffSide::Lower => floor + 1,
    }
}
