//! The loop in AVX-512 instructions, where the compiler's own is slower.
//!
//! A comparison gives a mask register; under that mask, one addition counts the failed step
//! in all rows of a vector. Each further vector of the block counts in the next byte of the
//! same lanes, so that one register holds the counts of all 64 rows: they are narrow from
//! the start, and only change places at the end.

#![allow(clippy::wildcard_imports, reason = "some thirty intrinsics, named as in the manual")]

use core::arch::x86_64::*;

use crate::classify::batch::dispatch::{
    load_16, load_f32, load_f64, load_i16, load_i32, load_i64, load_u8, store_u8,
};
use crate::classify::batch::kernel::{BLOCK, Codes, Holes};
use crate::classify::batch::lane_order::{each_sixteen, words};
use crate::classify::batch::steps::{Fails, MAX_STEPS, Steps};
use crate::classify::batch::value::Lane;

/// How values fail, as a number that a loop can be compiled for.
const ABOVE: u8 = 0;
const BELOW: u8 = 1;
const OUTSIDE: u8 = 2;

/// What may be missing, as a number that a loop can be compiled for: nothing, one value, or a
/// value and rows by their bits.
const NOTHING: u8 = 0;
const SENTINEL: u8 = 1;
const HOLES: u8 = 2;

/// What differs between types: how a vector is loaded and compared, and how impossible
/// values are noticed.
macro_rules! lanes {
    (float $lanes:ident, $type:ty, $vector:ty, $mask:ty, $load:ident, $set:ident, $cmp:ident,
     $min:ident, $max:ident, $bits:ident, $of_bits:ident, $set_bits:ident, $less:ident,
     $le:ident) => {
        mod $lanes {
            use super::*;

            pub(crate) type Vector = $vector;
            pub(crate) type Mask = $mask;
            /// The least and the greatest value of each lane so far.
            pub(crate) type Seen = (Vector, Vector);

            #[inline]
            #[target_feature(enable = "avx512f")]
            pub(crate) fn load(
                values: &[$type; size_of::<Vector>() / size_of::<$type>()],
            ) -> Vector {
                $load(values)
            }

            #[inline]
            #[target_feature(enable = "avx512f")]
            pub(crate) fn splat(value: $type) -> Vector {
                $set(value)
            }

            #[inline]
            #[target_feature(enable = "avx512f")]
            pub(crate) fn above(rows: Mask, values: Vector, cut: Vector) -> Mask {
                $cmp::<_CMP_GT_OQ>(rows, values, cut)
            }

            #[inline]
            #[target_feature(enable = "avx512f")]
            pub(crate) fn below(rows: Mask, values: Vector, cut: Vector) -> Mask {
                $cmp::<_CMP_LT_OQ>(rows, values, cut)
            }

            #[inline]
            #[target_feature(enable = "avx512f")]
            pub(crate) fn differ(values: Vector, missing: Vector) -> Mask {
                $cmp::<_CMP_NEQ_UQ>(Mask::MAX, values, missing)
            }

            #[inline]
            #[target_feature(enable = "avx512f")]
            pub(crate) fn nothing() -> Seen {
                (splat(0.0), splat(0.0))
            }

            /// The rows that hold a value. Either operation gives its last operand when the
            /// value is NaN.
            #[inline]
            #[target_feature(enable = "avx512f")]
            pub(crate) fn see(seen: &mut Seen, rows: Mask, values: Vector, _: Vector) -> Mask {
                seen.0 = $min(seen.0, rows, values, seen.0);
                seen.1 = $max(seen.1, rows, values, seen.1);
                $cmp::<_CMP_GE_OQ>(rows, values, splat(0.0))
            }

            /// The greatest value that [`weigh`] may let pass: half of NaN is more.
            pub(crate) const MOST: $type = <$type>::MAX / 2.0;

            /// The rows that hold a value, and limits by their half. Of bits as unsigned numbers,
            /// those of possible values are the least, in the order of the values; one less in
            /// the exponent halves a value, and makes zero, and what is nearly zero, impossible.
            #[inline]
            #[target_feature(enable = "avx512f")]
            pub(crate) fn weigh<const UP: bool>(
                rows: Mask,
                limits: Mask,
                values: &mut Vector,
                most: Vector,
            ) -> Mask {
                let one = $set_bits(1 << (<$type>::MANTISSA_DIGITS - 1));
                let bits = $less($bits(*values), limits, $bits(*values), one);
                *values = $of_bits(bits);
                $le(rows, bits, $bits(most))
            }

            #[inline]
            #[target_feature(enable = "avx512f")]
            pub(crate) fn is_impossible(seen: &Seen, most: Vector) -> bool {
                let (least, greatest) = *seen;
                let below = $cmp::<_CMP_LT_OQ>(Mask::MAX, least, splat(0.0));
                below | $cmp::<_CMP_GT_OQ>(Mask::MAX, greatest, most) != 0
            }
        }
    };
    (integer $lanes:ident, $type:ty, $vector:ty, $mask:ty, $load:ident, $set:ident,
     $gt:ident, $lt:ident, $neq:ident, $le:ident, $max:ident, $shift:ident, $more:ident,
     $less:ident) => {
        mod $lanes {
            use super::*;

            pub(crate) type Vector = $vector;
            pub(crate) type Mask = $mask;
            /// The greatest value of each lane so far; negative ones are the greatest.
            pub(crate) type Seen = Vector;

            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            pub(crate) fn load(
                values: &[$type; size_of::<Vector>() / size_of::<$type>()],
            ) -> Vector {
                $load(values)
            }

            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            pub(crate) fn splat(value: $type) -> Vector {
                $set(value)
            }

            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            pub(crate) fn above(rows: Mask, values: Vector, cut: Vector) -> Mask {
                $gt(rows, values, cut)
            }

            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            pub(crate) fn below(rows: Mask, values: Vector, cut: Vector) -> Mask {
                $lt(rows, values, cut)
            }

            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            pub(crate) fn differ(values: Vector, missing: Vector) -> Mask {
                $neq(Mask::MAX, values, missing)
            }

            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            pub(crate) fn nothing() -> Seen {
                splat(0)
            }

            /// The rows that hold a value: as unsigned numbers, negative ones are above all
            /// others.
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            pub(crate) fn see(seen: &mut Seen, rows: Mask, values: Vector, most: Vector) -> Mask {
                *seen = $max(*seen, rows, *seen, values);
                $le(rows, values, most)
            }

            /// The greatest value that [`weigh`] may let pass: one less than the least is more.
            pub(crate) const MOST: $type = <$type>::MAX - 1;

            /// The rows that hold a value, and limits by their half, of odd ones the next integer.
            /// A limit of zero is one less than zero here, and impossible.
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            pub(crate) fn weigh<const UP: bool>(
                rows: Mask,
                limits: Mask,
                values: &mut Vector,
                most: Vector,
            ) -> Mask {
                let less = $less(*values, limits, *values, splat(1));
                *values = if UP {
                    let half = $shift::<1>(less, limits, less);
                    $more(half, limits, half, splat(1))
                } else {
                    $shift::<1>(*values, limits, *values)
                };
                $le(rows, less, most)
            }

            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            pub(crate) fn is_impossible(seen: &Seen, most: Vector) -> bool {
                $le(Mask::MAX, *seen, most) != Mask::MAX
            }
        }
    };
}

lanes!(float f64s, f64, __m512d, __mmask8, load_f64, _mm512_set1_pd, _mm512_mask_cmp_pd_mask,
    _mm512_mask_min_pd, _mm512_mask_max_pd, _mm512_castpd_si512, _mm512_castsi512_pd,
    _mm512_set1_epi64, _mm512_mask_sub_epi64, _mm512_mask_cmple_epu64_mask);
lanes!(float f32s, f32, __m512, __mmask16, load_f32, _mm512_set1_ps, _mm512_mask_cmp_ps_mask,
    _mm512_mask_min_ps, _mm512_mask_max_ps, _mm512_castps_si512, _mm512_castsi512_ps,
    _mm512_set1_epi32, _mm512_mask_sub_epi32, _mm512_mask_cmple_epu32_mask);
lanes!(integer i64s, i64, __m512i, __mmask8, load_i64, _mm512_set1_epi64,
    _mm512_mask_cmpgt_epi64_mask, _mm512_mask_cmplt_epi64_mask, _mm512_mask_cmpneq_epi64_mask,
    _mm512_mask_cmple_epu64_mask, _mm512_mask_max_epu64, _mm512_mask_srli_epi64, _mm512_mask_add_epi64,
    _mm512_mask_sub_epi64);
lanes!(integer i32s, i32, __m512i, __mmask16, load_i32, _mm512_set1_epi32,
    _mm512_mask_cmpgt_epi32_mask, _mm512_mask_cmplt_epi32_mask, _mm512_mask_cmpneq_epi32_mask,
    _mm512_mask_cmple_epu32_mask, _mm512_mask_max_epu32, _mm512_mask_srli_epi32, _mm512_mask_add_epi32,
    _mm512_mask_sub_epi32);

lanes!(integer i16s, i16, __m512i, __mmask32, load_i16, _mm512_set1_epi16,
    _mm512_mask_cmpgt_epi16_mask, _mm512_mask_cmplt_epi16_mask, _mm512_mask_cmpneq_epi16_mask,
    _mm512_mask_cmple_epu16_mask, _mm512_mask_max_epu16, _mm512_mask_srli_epi16, _mm512_mask_add_epi16,
    _mm512_mask_sub_epi16);

/// The loop of one type.
macro_rules! codes {
    ($codes:ident, $select:ident, $count:ident, $lanes:ident, $type:ty, $set:ident, $add:ident,
     $in_order:ident) => {
        /// As [`Kernel::codes`](crate::classify::batch::kernel::Kernel::codes).
        #[inline]
        #[target_feature(enable = "avx2,avx512f,avx512bw,avx512dq,avx512vl")]
        pub(crate) fn $codes(
            values: &[$type; BLOCK],
            steps: &Steps<$type>,
            missing: Option<$type>,
            holes: Option<Holes>,
            codes: &mut Codes,
        ) -> Option<u64> {
            let all = Holes { valid: u64::MAX, below: 0, decisive: u8::MAX };
            match (holes, missing) {
                (Some(holes), _) => $select::<HOLES>(values, steps, missing, holes, codes),
                (None, Some(_)) => $select::<SENTINEL>(values, steps, missing, all, codes),
                (None, None) => $select::<NOTHING>(values, steps, missing, all, codes),
            }
        }

        #[inline]
        #[target_feature(enable = "avx2,avx512f,avx512bw,avx512dq,avx512vl")]
        fn $select<const MISSING: u8>(
            values: &[$type; BLOCK],
            steps: &Steps<$type>,
            missing: Option<$type>,
            holes: Holes,
            codes: &mut Codes,
        ) -> Option<u64> {
            match (steps.fails, steps.count) {
                (Fails::Outside, _) => {
                    $count::<1, OUTSIDE, MISSING>(values, steps, missing, holes, codes)
                }
                (Fails::Below, _) => {
                    $count::<5, BELOW, MISSING>(values, steps, missing, holes, codes)
                }
                (Fails::Above, 0..=2) => {
                    $count::<2, ABOVE, MISSING>(values, steps, missing, holes, codes)
                }
                (Fails::Above, 3) => {
                    $count::<3, ABOVE, MISSING>(values, steps, missing, holes, codes)
                }
                (Fails::Above, 4) => {
                    $count::<4, ABOVE, MISSING>(values, steps, missing, holes, codes)
                }
                (Fails::Above, _) => {
                    $count::<5, ABOVE, MISSING>(values, steps, missing, holes, codes)
                }
            }
        }

        #[inline]
        #[target_feature(enable = "avx2,avx512f,avx512bw,avx512dq,avx512vl")]
        fn $count<const STEPS: usize, const FAILS: u8, const MISSING: u8>(
            values: &[$type; BLOCK],
            steps: &Steps<$type>,
            missing: Option<$type>,
            holes: Holes,
            codes: &mut Codes,
        ) -> Option<u64> {
            use $lanes::{
                MOST, Mask, above, below, differ, is_impossible, load, nothing, see, splat, weigh,
            };

            let mut cuts = [splat(<$type>::default()); MAX_STEPS];
            let mut place = 0;
            while place < STEPS.max(2) {
                cuts[place] = splat(steps.cuts[place]);
                place += 1;
            }
            let most = splat(if MISSING == HOLES && steps.most > MOST { MOST } else { steps.most });
            let has_sentinel = MISSING == SENTINEL || (MISSING == HOLES && missing.is_some());
            let missing_value = missing;
            let missing = splat(missing.unwrap_or_default());
            #[expect(clippy::cast_possible_truncation, reason = "the rows of a vector")]
            let of_vector =
                |bits: u64, vector: usize| (bits >> (8 * vector * size_of::<Mask>())) as Mask;
            let all_limits = holes.valid & holes.below;
            let mut seen = nothing();
            let mut counts = _mm512_setzero_si512();
            let vectors = values.as_chunks().0;
            let mut vector = 0;
            while vector < size_of::<$type>() {
                let mut values = load(&vectors[vector]);
                let rows = if has_sentinel { differ(values, missing) } else { Mask::MAX };
                let one = $set(1 << (8 * vector));
                let rows = if MISSING != HOLES {
                    let found = see(&mut seen, rows, values, most);
                    counts = $add(counts, found, counts, one);
                    rows
                } else {
                    let limits = of_vector(all_limits, vector);
                    let found = if FAILS == ABOVE {
                        weigh::<true>(rows, limits, &mut values, most)
                    } else {
                        weigh::<false>(rows, limits, &mut values, most)
                    };
                    counts = $add(counts, found, counts, one);
                    found
                };
                let mut place = 0;
                while place < STEPS {
                    let failed = match FAILS {
                        ABOVE => above(rows, values, cuts[place]),
                        BELOW => below(rows, values, cuts[place]),
                        _ => below(rows, values, cuts[0]) | above(rows, values, cuts[1]),
                    };
                    counts = $add(counts, failed, counts, one);
                    place += 1;
                }
                vector += 1;
            }
            let counts = $in_order(counts);
            // The rows without a value are taken out at once.
            let weighed = _mm512_maskz_shuffle_epi8(holes.valid, weights(steps), counts);
            if MISSING != HOLES {
                store_u8(codes, weighed);
                return (!is_impossible(&seen, most)).then_some(0);
            }
            let decisive = _mm512_set1_epi8(holes.decisive.cast_signed());
            let open = _mm512_mask_cmpgt_epu8_mask(all_limits, weighed, decisive);
            store_u8(codes, _mm512_mask_mov_epi8(weighed, open, _mm512_setzero_si512()));
            // What stands where no value is may be anything.
            let none = holes.valid & !_mm512_test_epi8_mask(counts, counts);
            let is_odd = none != 0 && holds_values(values, none, missing_value);
            (!is_odd).then_some(open)
        }
    };
}

codes! {
    codes_f64, select_f64, count_f64, f64s, f64,
    _mm512_set1_epi64, _mm512_mask_add_epi64, eighths
}
codes! {
    codes_i64, select_i64, count_i64, i64s, i64,
    _mm512_set1_epi64, _mm512_mask_add_epi64, eighths
}
codes! {
    codes_f32, select_f32, count_f32, f32s, f32,
    _mm512_set1_epi32, _mm512_mask_add_epi32, quarters
}
codes! {
    codes_i32, select_i32, count_i32, i32s, i32,
    _mm512_set1_epi32, _mm512_mask_add_epi32, quarters
}
codes! {
    codes_i16, select_i16, count_i16, i16s, i16,
    _mm512_set1_epi16, _mm512_mask_add_epi16, halves
}

/// Whether any of some rows holds a value, and none that says that it is missing.
#[cold]
fn holds_values<T: Lane>(values: &[T; BLOCK], rows: u64, missing: Option<T>) -> bool {
    let is_missing = |value: T| Some(value) == missing || value.partial_cmp(&value).is_none();
    (0..BLOCK).any(|row| rows >> row & 1 == 1 && !is_missing(values[row]))
}

/// As [`Kernel::add_bits`](crate::classify::batch::kernel::Kernel::add_bits); as fast whether
/// there are any rows or not, for that cannot be foreseen.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
pub(crate) fn add_bits(rows: u64, sets: &mut Codes, bits: u8) {
    let of_rows = _mm512_maskz_set1_epi8(rows, bits.cast_signed());
    store_u8(sets, _mm512_or_si512(load_u8(sets), of_rows));
}

/// As [`Kernel::sets`](crate::classify::batch::kernel::Kernel::sets).
#[inline]
#[target_feature(enable = "avx2,avx512f,avx512bw,avx512dq,avx512vl")]
pub(crate) fn sets(
    codes: &[Codes],
    bits: &[u8],
    worst: &Codes,
    determining: &mut Codes,
    participating: &mut Codes,
) {
    let worst = load_u8(worst);
    let (mut determined, mut participated) = (load_u8(determining), load_u8(participating));
    for (codes, bit) in codes.iter().zip(bits) {
        let codes = load_u8(codes);
        let bit = _mm512_set1_epi8(bit.cast_signed());
        let present = _mm512_test_epi8_mask(codes, codes);
        let decides = _mm512_mask_cmpeq_epi8_mask(present, codes, worst);
        // Each column has a bit of its own, so a sum is a union.
        determined = _mm512_mask_add_epi8(determined, decides, determined, bit);
        participated = _mm512_mask_add_epi8(participated, present, participated, bit);
    }
    store_u8(determining, determined);
    store_u8(participating, participated);
}

/// Codes by number of failed steps, from 1 on, in each part of a vector.
#[inline]
#[target_feature(enable = "avx512f")]
fn weights<T>(steps: &Steps<T>) -> __m512i {
    _mm512_broadcast_i32x4(load_16(&steps.codes))
}

/// Bytes of 8 lanes, where byte `v` of lane `l` is row `8 v + l`, in the order of rows.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn eighths(counts: __m512i) -> __m512i {
    const PAIRS: [u8; BLOCK] = each_sixteen([0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15]);
    const WORDS: [u8; BLOCK] = words();
    let pairs = _mm512_shuffle_epi8(counts, load_u8(&PAIRS));
    _mm512_permutexvar_epi16(load_u8(&WORDS), pairs)
}

/// Bytes of 16 lanes, where byte `v` of lane `l` is row `16 v + l`, in the order of rows.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn quarters(counts: __m512i) -> __m512i {
    const FOURS: [u8; BLOCK] = each_sixteen([0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15]);
    let fours = _mm512_shuffle_epi8(counts, load_u8(&FOURS));
    let doubles = _mm512_set_epi32(15, 11, 7, 3, 14, 10, 6, 2, 13, 9, 5, 1, 12, 8, 4, 0);
    _mm512_permutexvar_epi32(doubles, fours)
}

/// Bytes of 32 lanes, where byte `v` of lane `l` is row `32 v + l`, in the order of rows.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn halves(counts: __m512i) -> __m512i {
    const TWOS: [u8; BLOCK] = each_sixteen([0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15]);
    let twos = _mm512_shuffle_epi8(counts, load_u8(&TWOS));
    _mm512_permutexvar_epi64(_mm512_set_epi64(7, 5, 3, 1, 6, 4, 2, 0), twos)
}
