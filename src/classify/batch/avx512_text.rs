//! Text in AVX-512 instructions: where cells end, and the units of plain ones.

#![allow(clippy::wildcard_imports, reason = "some intrinsics, named as in the manual")]

use core::arch::x86_64::*;

use crate::classify::batch::cell_ends::Marks;
use crate::classify::batch::dispatch::{load_spans, load_u8, load_u64, store_i64, store_u32};
use crate::classify::batch::kernel::BLOCK;
use crate::reading::columns::cell_units::{Lanes, Steps};

/// As [`Kernel::marks`](crate::classify::batch::kernel::Kernel::marks).
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
pub(crate) fn marks(bytes: &[u8; BLOCK], separator: u8) -> Marks {
    let text = load_u8(bytes);
    let equal = |byte: u8| _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8(byte.cast_signed()));
    let lines = equal(b'\n');
    Marks { ends: lines | equal(separator), lines, quotes: equal(b'"'), returns: equal(b'\r') }
}

/// As [`Kernel::places`](crate::classify::batch::kernel::Kernel::places).
#[inline]
#[target_feature(enable = "avx512f")]
pub(crate) fn places(bits: u64, start: u32, places: &mut [u32; BLOCK]) {
    let numbers = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    let (mut next, mut first) = (0, start);
    for part in 0..4 {
        #[expect(clippy::cast_possible_truncation, reason = "sixteen bits at a time")]
        let set = (bits >> (16 * part)) as __mmask16;
        let all = _mm512_add_epi32(numbers, _mm512_set1_epi32(first.cast_signed()));
        // Of the parts before there are no more than sixteen each, so there is room.
        if let Some(room) = places.get_mut(next..).and_then(<[u32]>::first_chunk_mut) {
            store_u32(room, _mm512_maskz_compress_epi32(set, all));
        }
        next += set.count_ones() as usize;
        first += 16;
    }
}

/// Vectors of eight cells that are read in step: while one waits for an answer, the CPU goes on with
/// the next.
const VECTORS: usize = 4;

/// As [`Kernel::units`](crate::classify::batch::kernel::Kernel::units).
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512dq")]
pub(crate) fn units(lanes: &mut Lanes, steps: &Steps) -> (u64, u64) {
    let (mut below, mut plain) = (0, 0);
    let spans = lanes.spans.as_chunks().0.as_chunks().0;
    let words = lanes.words.as_chunks().0.as_chunks().0;
    let units = lanes.units.as_chunks_mut().0.as_chunks_mut().0;
    let parts = spans.iter().zip(words).zip(units).zip((0..).step_by(8 * VECTORS));
    for (((spans, words), units), lane) in parts {
        let (is_plain, is_limit) = units_of_some(spans, words, steps, units);
        plain |= u64::from(is_plain) << lane;
        below |= u64::from(is_plain & is_limit) << lane;
    }
    (below, !plain)
}

/// The units of some lanes; which hold plain cells, and which hold a mark of a limit.
///
/// These are the steps of [`PlainCell::read`](crate::reading::plain_number::PlainCell::read) and of
/// [`Steps::units`], which say what is meant.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512dq")]
fn units_of_some(
    spans: &[[[u32; 2]; 8]; VECTORS],
    words: &[[u64; 8]; VECTORS],
    steps: &Steps,
    units: &mut [[i64; 8]; VECTORS],
) -> (u32, u32) {
    /// Of two numbers the second where the third has a bit of 1, else the first.
    const SECOND_WHERE_THIRD: i32 = 0b1101_1000;

    let bytes = |byte: u8| _mm512_set1_epi8(byte.cast_signed());
    let all = |number: i64| _mm512_set1_epi64(number);
    let (none, one) = (_mm512_setzero_si512(), all(1));
    let [no_place, by_places @ ..] = steps.by_places;
    let [one_place, two, three, four, five, six, seven] = by_places;
    let by_point = _mm512_setr_epi64(six, five, four, three, two, one_place, no_place, seven);
    let least_limit = all(if steps.has_limits { 1 } else { i64::MAX });

    let (mut text, mut length) = ([none; VECTORS], [none; VECTORS]);
    let (mut point, mut found) = ([none; VECTORS], [none; VECTORS]);
    let (mut has_sign, mut has_letter, mut has_point) = ([0; VECTORS], [0; VECTORS], [0; VECTORS]);
    let (mut has_step, mut is_plain) = ([0; VECTORS], [0; VECTORS]);
    for k in 0..VECTORS {
        length[k] = _mm512_srli_epi64::<32>(load_spans(&spans[k]));
        // Digits become their numbers: then the zeros that a shift fills in are digits.
        text[k] = _mm512_xor_si512(load_u64(&words[k]), bytes(b'0'));
        let other = _mm512_xor_si512(text[k], all((b'<' ^ b'0').into()));
        has_sign[k] = _mm512_testn_epi64_mask(other, all(0xff));
    }
    for k in 0..VECTORS {
        text[k] = _mm512_mask_andnot_epi64(text[k], has_sign[k], all(0xff), text[k]);
        // The last character becomes the highest byte. A shift by 64 or more leaves nothing, and
        // one below zero counts as more: so no text, and one of more than eight characters.
        let shift = _mm512_sub_epi64(all(64), _mm512_slli_epi64::<3>(length[k]));
        text[k] = _mm512_sllv_epi64(text[k], shift);
    }
    for k in 0..VECTORS {
        // Upper and lower letters differ by one bit.
        let other = _mm512_xor_si512(text[k], all(i64::from(b'L' ^ b'0') << 56));
        has_letter[k] = _mm512_testn_epi64_mask(other, all(0xdf << 56));
    }
    for k in 0..VECTORS {
        text[k] = _mm512_mask_slli_epi64::<8>(text[k], has_letter[k], text[k]);
        let points = _mm512_movm_epi8(_mm512_cmpeq_epi8_mask(text[k], bytes(b'.' ^ b'0')));
        has_point[k] = _mm512_test_epi64_mask(points, points);
        // The lowest bit of the first one.
        point[k] = _mm512_and_si512(points, _mm512_sub_epi64(none, points));
    }
    for k in 0..VECTORS {
        // All bytes up to the point become the one below; it goes, and a further one is no digit.
        let up_to_point = _mm512_sub_epi64(_mm512_slli_epi64::<8>(point[k]), one);
        text[k] = _mm512_mask_ternarylogic_epi64::<SECOND_WHERE_THIRD>(
            text[k],
            has_point[k],
            _mm512_slli_epi64::<8>(text[k]),
            up_to_point,
        );
        // Ten times the first digit of two and the second one; so on with twos and fours.
        let twos = _mm512_maddubs_epi16(text[k], _mm512_set1_epi16((1 << 8) + 10));
        found[k] = _mm512_madd_epi16(twos, _mm512_set1_epi32((1 << 16) + 100));
    }
    for k in 0..VECTORS {
        let fours = _mm512_madd_epi16(found[k], all((1 << 32) + 10_000));
        let digits = _mm512_add_epi64(fours, _mm512_srli_epi64::<32>(fours));
        // The bit of byte `k` is 2⁸ᵏ, whose exponent as a float is 1023 + 8k; an eighth of that is
        // 127 + k, of which three bits choose: 7 for the first byte, 0 for the next.
        let exponent = _mm512_srli_epi64::<55>(_mm512_castpd_si512(_mm512_cvtepu64_pd(point[k])));
        let times = _mm512_mask_permutexvar_epi64(all(no_place), has_point[k], exponent, by_point);
        has_step[k] = _mm512_test_epi64_mask(times, times);
        // Both have 32 bits; where bytes are no digits, the product says nothing.
        found[k] = _mm512_mul_epu32(digits, times);
    }
    for k in 0..VECTORS {
        let above_nine = _mm512_subs_epu8(text[k], bytes(9));
        let is_digits = _mm512_testn_epi64_mask(above_nine, above_nine);
        // Without a digit there is a point alone, or nothing; or a limit of 0.
        let too_short = _mm512_maskz_mov_epi64(has_point[k], one);
        let is_long = _mm512_cmpgt_epi64_mask(length[k], too_short);
        let is_short = _mm512_cmple_epi64_mask(length[k], all(8));
        let least = _mm512_maskz_mov_epi64(has_sign[k] | has_letter[k], least_limit);
        let is_enough = _mm512_cmpge_epi64_mask(found[k], least);
        let has_room = _mm512_cmple_epi64_mask(found[k], all(steps.most));
        is_plain[k] = is_digits & is_long & is_short & has_step[k] & is_enough & has_room;
    }
    for k in 0..VECTORS {
        store_i64(&mut units[k], _mm512_maskz_mov_epi64(is_plain[k], found[k]));
    }
    let is_limit = core::array::from_fn(|k| has_sign[k] | has_letter[k]);
    (u32::from_le_bytes(is_plain), u32::from_le_bytes(is_limit))
}

#[cfg(test)]
mod tests {
    use crate::classify::batch::dispatch;
    use crate::classify::batch::kernel::{Kernel, KernelWork};
    use crate::cpu::CpuLevel;
    use crate::reading::columns::cell_units::{LANES, Lanes, Steps};
    use crate::reading::possible::Kind;

    struct Read<'l>(&'l mut Lanes, Steps);

    impl KernelWork for Read<'_> {
        type Output = (u64, u64);

        #[inline(always)]
        fn done_by<K: Kernel>(self) -> (u64, u64) {
            K::units(self.0, &self.1)
        }
    }

    /// Words that are cells, nearly cells and noise, of any length: against the plain loop.
    #[test]
    fn units_of_random_words() {
        const BYTES: &[u8; 38] = b"0123456789012345678900.......<lL-: \x7e\x8e\xb9";
        let mut state = 20_261_127_u64;
        let mut below = |end: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            u32::try_from((state >> 11) % end).unwrap_or(0)
        };
        let (mut read, mut limits, mut others) = (0, 0, 0);
        for _ in 0..20_000 {
            let mut lanes = Lanes::new();
            for lane in 0..LANES {
                let length = below(10);
                let mut word = [0; 8];
                for (byte, place) in word.iter_mut().zip(0..) {
                    *byte = match below(8) {
                        0 => BYTES[below(38) as usize],
                        1 if place == 0 => b'<',
                        1 if place + 1 == length => b'L',
                        2 if place > 0 => b'.',
                        _ => BYTES[below(10) as usize],
                    };
                }
                lanes.words[lane] = u64::from_le_bytes(word);
                let length = if below(100) == 0 { u32::MAX - 7 } else { length };
                lanes.spans[lane] = [below(1 << 20), length];
            }
            let kind = [Kind::Amount, Kind::Ph, Kind::Temperature][below(3) as usize];
            let scale = u8::try_from(below(19)).unwrap_or(0);
            let power = i8::try_from(below(13)).unwrap_or(0) - 6;
            let greatest = [i16::MAX.into(), i32::MAX.into(), i64::MAX][below(3) as usize];
            let steps = Steps::new(kind, scale, power, greatest);
            let expected = lanes.read(&steps);
            let units = lanes.units;
            for level in CpuLevel::ALL.into_iter().filter(|level| level.is_available()) {
                lanes.units = [-1; LANES];
                let found = dispatch::run(Read(&mut lanes, steps), level);
                assert_eq!((found, lanes.units), (expected, units), "{level:?}");
            }
            read += (!expected.1).count_ones();
            limits += expected.0.count_ones();
            others += expected.1.count_ones();
        }
        assert!(read > 200_000 && limits > 10_000 && others > 200_000, "{read} {limits} {others}");
    }
}
