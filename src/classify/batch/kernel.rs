//! The loop: 64 values against N limits give 64 codes. It knows no items and no law.

#![expect(clippy::needless_bitwise_bool, reason = "a branch would keep the loop from vectors")]

#[cfg(all(feature = "alloc", not(target_arch = "x86_64")))]
use crate::classify::batch::cell_ends;
#[cfg(feature = "alloc")]
use crate::classify::batch::cell_ends::Marks;
#[cfg(all(feature = "alloc", target_arch = "x86_64"))]
use crate::classify::batch::dispatch;
use crate::classify::batch::steps::{Fails, MAX_STEPS, Steps};
use crate::classify::batch::value::{Count, Lane, Value};
#[cfg(feature = "alloc")]
use crate::reading::columns::cell_units::{self, Lanes};

/// The rows that are judged at a time, across all columns.
///
/// A block of all columns stays in the nearest cache while its rows are put together, and
/// 64 rows are one word of validity bits.
pub(crate) const BLOCK: usize = 64;

/// One byte a row.
pub(crate) type Codes = [u8; BLOCK];

/// Counters of one block, kept from block to block so that they need no clearing.
pub(crate) type Scratch<T> = [<T as Lane>::Count; BLOCK];

/// Which rows of a block have a value, and which of these values are detection limits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Holes {
    /// 1 for a row with a value, unless the value itself means "missing".
    pub(crate) valid: u64,
    /// 1 for a detection limit, which is compared by its half; steps must
    /// [halve](crate::classify::batch::judge::Judge::halves) for it.
    pub(crate) below: u64,
    /// The worst code of half a detection limit that is kept; worse ones are cleared.
    pub(crate) decisive: u8,
}

/// A loop over one block of one column, compiled for some kind of CPU.
pub(crate) trait Kernel {
    /// Writes the code of each value, 0 where it is missing, and gives the rows whose code was
    /// cleared by [`Holes::decisive`]; `None` where a value was impossible (a detection limit of zero
    /// is), or must be judged by itself: then no code of such a value says anything. Without holes,
    /// all rows have a value.
    fn codes<T: Value>(
        values: &[T; BLOCK],
        steps: &Steps<T>,
        missing: Option<T>,
        holes: Option<Holes>,
        scratch: &mut Scratch<T>,
        codes: &mut Codes,
    ) -> Option<u64>;

    /// Adds bits to the sets of some rows.
    fn add_bits(rows: u64, sets: &mut Codes, bits: u8);

    /// Which bytes of a text are separators, line ends, quotes.
    #[cfg(feature = "alloc")]
    fn marks(bytes: &[u8; BLOCK], separator: u8) -> Marks;

    /// Writes `start` and the place of each set bit, in order; what stands behind them then says
    /// nothing.
    #[cfg(feature = "alloc")]
    fn places(bits: u64, start: u32, places: &mut [u32; BLOCK]);

    /// As [`Lanes::read`], which is the plain loop.
    #[cfg(feature = "alloc")]
    #[inline(always)]
    fn units(lanes: &mut Lanes, steps: &cell_units::Steps) -> (u64, u64) {
        lanes.read(steps)
    }

    /// Adds the bits of some columns to the sets of 64 rows: to the participating ones where
    /// the code is not 0, to the determining ones where it is also the code of the row.
    fn sets(
        codes: &[Codes],
        bits: &[u8],
        worst: &Codes,
        determining: &mut Codes,
        participating: &mut Codes,
    );
}

/// Work that is compiled once for each kind of CPU.
pub(crate) trait KernelWork {
    /// What it comes to.
    type Output;

    /// Does it by the loops of one kernel; `#[inline(always)]`, so that all of it is compiled
    /// for the same CPU.
    fn done_by<K: Kernel>(self) -> Self::Output;
}

/// The plain loop, which the compiler turns into whatever vectors it may use.
pub(crate) struct Plain;

impl Kernel for Plain {
    #[inline(always)]
    fn codes<T: Value>(
        values: &[T; BLOCK],
        steps: &Steps<T>,
        missing: Option<T>,
        holes: Option<Holes>,
        scratch: &mut Scratch<T>,
        codes: &mut Codes,
    ) -> Option<u64> {
        let mut own;
        let mut values = values;
        let mut is_odd = false;
        if let Some(holes) = holes.filter(|it| it.valid != u64::MAX || it.below != 0) {
            own = *values;
            // What stands where no value is may be anything.
            let mut open = !holes.valid;
            while open != 0 {
                own[open.trailing_zeros() as usize] = T::ZERO;
                open &= open - 1;
            }
            let mut below = holes.below & holes.valid;
            while below != 0 {
                let value = &mut own[below.trailing_zeros() as usize];
                below &= below - 1;
                if missing.is_none_or(|missing| *value != missing) {
                    is_odd |= *value <= T::ZERO;
                    *value = value.half(steps.fails == Fails::Above);
                    // Half of it may be the value that means "missing": judged one by one then.
                    is_odd |= missing.is_some_and(|missing| *value == missing);
                }
            }
            values = &own;
        }
        let impossible = match missing {
            None => select::<T, false>(values, steps, T::ZERO, scratch, codes),
            Some(missing) => select::<T, true>(values, steps, missing, scratch, codes),
        };
        if !steps.are_even() {
            weigh(steps, codes);
        }
        let mut open = 0;
        if let Some(Holes { valid, below, decisive }) = holes {
            if below & valid != 0 {
                open = above(codes, decisive) & below & valid;
            }
            if valid & !open != u64::MAX {
                keep(codes, valid & !open);
            }
        }
        (!impossible & !is_odd).then_some(open)
    }

    #[inline(always)]
    fn add_bits(rows: u64, sets: &mut Codes, bits: u8) {
        let mut left = rows;
        while left != 0 {
            sets[left.trailing_zeros() as usize] |= bits;
            left &= left - 1;
        }
    }

    #[cfg(feature = "alloc")]
    #[inline(always)]
    fn marks(bytes: &[u8; BLOCK], separator: u8) -> Marks {
        #[cfg(target_arch = "x86_64")]
        return dispatch::marks(bytes, separator);
        #[cfg(not(target_arch = "x86_64"))]
        cell_ends::marks(bytes, separator)
    }

    #[cfg(feature = "alloc")]
    #[inline(always)]
    fn places(bits: u64, start: u32, places: &mut [u32; BLOCK]) {
        let mut open = bits;
        // Eight at a time, whether there are so many or not: a loop of as many as there are is
        // mistaken often.
        for place in places.iter_mut().take((bits.count_ones() as usize).next_multiple_of(8)) {
            *place = start + open.trailing_zeros();
            open &= open.wrapping_sub(1);
        }
    }

    #[inline(always)]
    fn sets(
        codes: &[Codes],
        bits: &[u8],
        worst: &Codes,
        determining: &mut Codes,
        participating: &mut Codes,
    ) {
        // Copies, which nothing else can refer to: so the compiler may use vectors.
        let (mut determined, mut participated) = (*determining, *participating);
        for (codes, bit) in codes.iter().zip(bits) {
            let (codes, bit) = (*codes, *bit);
            for row in 0..BLOCK {
                let present = if codes[row] != 0 { bit } else { 0 };
                participated[row] |= present;
                determined[row] |= if codes[row] == worst[row] { present } else { 0 };
            }
        }
        (*determining, *participating) = (determined, participated);
    }
}

/// Picks the loop whose number of comparisons is known when it is compiled.
#[inline(always)]
fn select<T: Value, const SENTINEL: bool>(
    values: &[T; BLOCK],
    steps: &Steps<T>,
    missing: T,
    scratch: &mut Scratch<T>,
    codes: &mut Codes,
) -> bool {
    let cuts = steps.cuts;
    let above = |value: T, place: usize| value > cuts[place];
    let below = |value: T, place: usize| value < cuts[place];
    let outside = |value: T, _| (value < cuts[0]) | (value > cuts[1]);
    let most = steps.most;
    match (steps.fails, steps.count) {
        (_, 0) => count::<T, 0, SENTINEL>(values, above, most, missing, scratch, codes),
        (Fails::Outside, _) => {
            count::<T, 1, SENTINEL>(values, outside, most, missing, scratch, codes)
        }
        (Fails::Above, 1) => count::<T, 1, SENTINEL>(values, above, most, missing, scratch, codes),
        (Fails::Above, 2) => count::<T, 2, SENTINEL>(values, above, most, missing, scratch, codes),
        (Fails::Above, 3) => count::<T, 3, SENTINEL>(values, above, most, missing, scratch, codes),
        (Fails::Above, 4) => count::<T, 4, SENTINEL>(values, above, most, missing, scratch, codes),
        (Fails::Above, _) => count::<T, 5, SENTINEL>(values, above, most, missing, scratch, codes),
        (Fails::Below, 1) => count::<T, 1, SENTINEL>(values, below, most, missing, scratch, codes),
        (Fails::Below, 2) => count::<T, 2, SENTINEL>(values, below, most, missing, scratch, codes),
        (Fails::Below, 3) => count::<T, 3, SENTINEL>(values, below, most, missing, scratch, codes),
        (Fails::Below, 4) => count::<T, 4, SENTINEL>(values, below, most, missing, scratch, codes),
        (Fails::Below, _) => count::<T, 5, SENTINEL>(values, below, most, missing, scratch, codes),
    }
}

/// 1 and the number of failed steps; 0 for what is missing.
#[inline(always)]
fn count<T: Value, const STEPS: usize, const SENTINEL: bool>(
    values: &[T; BLOCK],
    fails: impl Fn(T, usize) -> bool,
    most: T,
    missing: T,
    scratch: &mut Scratch<T>,
    codes: &mut Codes,
) -> bool {
    let mut impossible = T::Count::ZERO;
    for (value, count) in values.iter().zip(scratch.iter_mut()) {
        let value = *value;
        // NaN is not at least zero, and fails no step.
        let mut failed = T::Count::ZERO.plus(value >= T::ZERO);
        let mut place = 0;
        while place < STEPS {
            failed = failed.plus(fails(value, place));
            place += 1;
        }
        let is_out = (value < T::ZERO) | (value > most);
        if SENTINEL {
            failed = failed.only_if(value != missing);
            impossible = impossible.plus(is_out & (value != missing));
        } else {
            impossible = impossible.plus(is_out);
        }
        *count = failed;
    }
    T::Count::narrow(scratch, codes);
    impossible.is_some()
}

/// Turns numbers of failed steps into codes, where a step stands for several limits.
#[inline(always)]
fn weigh<T>(steps: &Steps<T>, codes: &mut Codes) {
    let Steps { weights, base, .. } = *steps;
    for code in codes.iter_mut() {
        let failed = *code;
        let mut weighed = if failed > 0 { base } else { 0 };
        let mut place = 0;
        while place < MAX_STEPS {
            // Steps that are not compared have weight 0.
            #[expect(clippy::cast_possible_truncation, reason = "at most five steps")]
            let reached = failed > place as u8 + 1;
            weighed += if reached { weights[place] } else { 0 };
            place += 1;
        }
        *code = weighed;
    }
}

/// The rows whose code is above another, as bits.
#[inline(always)]
fn above(codes: &Codes, limit: u8) -> u64 {
    let mut rows = 0;
    for (eight, row) in codes.as_chunks::<8>().0.iter().zip((0..64).step_by(8)) {
        // Codes are below 128: adding brings the top bit where one is above the limit.
        let sums = u64::from_le_bytes(*eight) + u64::from(127 - limit) * 0x0101_0101_0101_0101;
        let tops = (sums >> 7) & 0x0101_0101_0101_0101;
        // One bit in each byte, gathered into the highest.
        rows |= (tops.wrapping_mul(0x0102_0408_1020_4080) >> 56) << row;
    }
    rows
}

/// Keeps the codes of the rows whose bit is set and clears the others.
#[inline(always)]
pub(crate) fn keep(codes: &mut Codes, rows: u64) {
    for (eight, bits) in codes.as_chunks_mut::<8>().0.iter_mut().zip(rows.to_le_bytes()) {
        *eight = (u64::from_le_bytes(*eight) & spread(bits)).to_le_bytes();
    }
}

/// Eight bits as eight bytes, each all ones or all zeros, the lowest bit first.
#[inline(always)]
const fn spread(bits: u8) -> u64 {
    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = LOW << 7;
    // One bit in each byte, then moved to the top of its byte without a carry.
    let apart = (bits as u64 * LOW) & 0x8040_2010_0804_0201;
    let top = ((apart & !HIGH).wrapping_add(!HIGH) | apart) & HIGH;
    (top >> 7).wrapping_mul(0xff)
}
