//! Text in AVX-512 instructions: where cells end, and their words.

#![allow(clippy::wildcard_imports, reason = "some intrinsics, named as in the manual")]

use core::arch::x86_64::*;

use crate::classify::batch::cell_ends::Marks;
use crate::classify::batch::dispatch::{gather_u32, gather_words, load_u8, store_u32, store_u64};
use crate::classify::batch::kernel::BLOCK;
use crate::reading::columns::cell_units::{LANES, Lanes};

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

/// As [`Kernel::cells`](crate::classify::batch::kernel::Kernel::cells); `None` where a place or the
/// word at one is beyond its end.
#[inline]
#[target_feature(enable = "avx512f")]
pub(crate) fn cells(
    bytes: &[u8],
    ends: &[u32],
    (first, step): (usize, usize),
    lanes: &mut Lanes,
) -> Option<()> {
    // What lies beyond the last number would not pass below either; places have 32 bits there.
    ends.get(step.checked_mul(LANES)?.checked_add(first)?..)?;
    let (first, step) = (i32::try_from(first).ok()?, i32::try_from(step).ok()?);
    let numbers = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    let one = _mm512_set1_epi32(1);
    let mut before = _mm512_add_epi32(
        _mm512_set1_epi32(first),
        _mm512_mullo_epi32(numbers, _mm512_set1_epi32(step)),
    );
    let (starts, lengths) = (lanes.starts.as_chunks_mut().0, lanes.lengths.as_chunks_mut().0);
    let words = lanes.words.as_chunks_mut().0.as_chunks_mut::<2>().0;
    for ((starts, lengths), [low, high]) in starts.iter_mut().zip(lengths).zip(words) {
        let start = _mm512_add_epi32(gather_u32(ends, before)?, one);
        let end = gather_u32(ends, _mm512_add_epi32(before, one))?;
        let [first, second] = gather_words(bytes, start)?;
        store_u32(starts, start);
        store_u32(lengths, _mm512_sub_epi32(end, start));
        store_u64(low, first);
        store_u64(high, second);
        before = _mm512_add_epi32(before, _mm512_set1_epi32(step << 4));
    }
    Some(())
}
