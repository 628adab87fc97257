//! The loop compiled for the CPU at hand, and what it needs of vectors that is unsafe.

#[cfg(all(target_arch = "x86_64", feature = "alloc"))]
use crate::classify::batch::cell_ends::Marks;
use crate::classify::batch::kernel::{BLOCK, KernelWork, Plain};
#[cfg(all(target_arch = "x86_64", feature = "std"))]
use crate::cpu::HasAvx512;
use crate::cpu::{self, CpuLevel, CpuWork};

#[cfg(all(target_arch = "x86_64", feature = "std", feature = "alloc"))]
use crate::classify::batch::avx512_text;
#[cfg(all(target_arch = "x86_64", feature = "std"))]
use crate::classify::batch::{
    avx512,
    kernel::{Codes, Holes, Kernel, Scratch},
    steps::Steps,
    value::{TypedBlock, Value},
};
#[cfg(all(target_arch = "x86_64", feature = "std", feature = "alloc"))]
use crate::reading::columns::cell_units::{self, Lanes};

/// Does some work by the loops of a level.
pub(crate) fn run<W: KernelWork>(work: W, level: CpuLevel) -> W::Output {
    cpu::run(WithKernel(work), level.known())
}

/// Work that is done by the loops of a kernel.
struct WithKernel<W>(W);

impl<W: KernelWork> CpuWork for WithKernel<W> {
    type Output = W::Output;

    #[inline(always)]
    fn by_any(self) -> W::Output {
        self.0.done_by::<Plain>()
    }

    #[cfg(all(target_arch = "x86_64", feature = "std"))]
    #[inline(always)]
    fn by_avx512(self, _: HasAvx512) -> W::Output {
        self.0.done_by::<Avx512>()
    }
}

/// The loop in AVX-512 instructions.
#[cfg(all(target_arch = "x86_64", feature = "std"))]
struct Avx512;

#[cfg(all(target_arch = "x86_64", feature = "std"))]
impl Kernel for Avx512 {
    #[inline(always)]
    #[expect(unsafe_code, reason = "a trait method cannot say that it needs a CPU")]
    fn codes<T: Value>(
        values: &[T; BLOCK],
        steps: &Steps<T>,
        missing: Option<T>,
        holes: Option<Holes>,
        _: &mut Scratch<T>,
        codes: &mut Codes,
    ) -> Option<u64> {
        // SAFETY: the callees are safe code that needs AVX-512 F, BW, DQ, VL and AVX2. This
        // type is private to the file and named in `by_avx512` alone, where a `HasAvx512` says
        // that the CPU has been asked for them.
        unsafe {
            match T::block(values, steps, missing) {
                TypedBlock::F64(values, steps, missing) => {
                    avx512::codes_f64(values, steps, missing, holes, codes)
                }
                TypedBlock::F32(values, steps, missing) => {
                    avx512::codes_f32(values, steps, missing, holes, codes)
                }
                TypedBlock::I64(values, steps, missing) => {
                    avx512::codes_i64(values, steps, missing, holes, codes)
                }
                TypedBlock::I32(values, steps, missing) => {
                    avx512::codes_i32(values, steps, missing, holes, codes)
                }
                TypedBlock::I16(values, steps, missing) => {
                    avx512::codes_i16(values, steps, missing, holes, codes)
                }
            }
        }
    }

    #[inline(always)]
    #[expect(unsafe_code, reason = "a trait method cannot say that it needs a CPU")]
    fn add_bits(rows: u64, sets: &mut Codes, bits: u8) {
        // SAFETY: as for `codes` above.
        unsafe { avx512::add_bits(rows, sets, bits) }
    }

    #[cfg(feature = "alloc")]
    #[inline(always)]
    #[expect(unsafe_code, reason = "a trait method cannot say that it needs a CPU")]
    fn marks(bytes: &[u8; BLOCK], separator: u8) -> Marks {
        // SAFETY: as for `codes` above.
        unsafe { avx512_text::marks(bytes, separator) }
    }

    #[cfg(feature = "alloc")]
    #[inline(always)]
    #[expect(unsafe_code, reason = "a trait method cannot say that it needs a CPU")]
    fn places(bits: u64, start: u32, places: &mut [u32; BLOCK]) {
        // SAFETY: as for `codes` above.
        unsafe { avx512_text::places(bits, start, places) }
    }

    #[cfg(feature = "alloc")]
    #[inline(always)]
    #[expect(unsafe_code, reason = "a trait method cannot say that it needs a CPU")]
    fn units(lanes: &mut Lanes, steps: &cell_units::Steps) -> (u64, u64) {
        // SAFETY: as for `codes` above.
        unsafe { avx512_text::units(lanes, steps) }
    }

    #[inline(always)]
    #[expect(unsafe_code, reason = "a trait method cannot say that it needs a CPU")]
    fn sets(
        codes: &[Codes],
        bits: &[u8],
        worst: &Codes,
        determining: &mut Codes,
        participating: &mut Codes,
    ) {
        // SAFETY: as for `codes` above.
        unsafe { avx512::sets(codes, bits, worst, determining, participating) }
    }
}

/// The marks of some bytes by SSE2, which every CPU of x86-64 has.
#[cfg(all(target_arch = "x86_64", feature = "alloc"))]
#[inline(always)]
#[expect(unsafe_code, reason = "the target has what the compiler is told of it")]
pub(crate) fn marks(bytes: &[u8; 64], separator: u8) -> Marks {
    // SAFETY: `marks_of_sixteens` is safe code that needs SSE2, which is part of x86-64.
    unsafe { marks_of_sixteens(bytes, separator) }
}

#[cfg(all(target_arch = "x86_64", feature = "alloc"))]
#[inline]
#[target_feature(enable = "sse2")]
fn marks_of_sixteens(bytes: &[u8; 64], separator: u8) -> Marks {
    use core::arch::x86_64::{
        _mm_cmpeq_epi8, _mm_movemask_epi8, _mm_or_si128, _mm_set_epi64x, _mm_set1_epi8,
    };

    let mut marks = Marks::default();
    for (sixteen, place) in bytes.as_chunks::<16>().0.iter().zip((0..64).step_by(16)) {
        let both = u128::from_le_bytes(*sixteen);
        #[expect(clippy::cast_possible_truncation, reason = "a half at a time")]
        let (low, high) = (both as u64, (both >> 64) as u64);
        let text = _mm_set_epi64x(high.cast_signed(), low.cast_signed());
        let equal = |byte: u8| _mm_cmpeq_epi8(text, _mm_set1_epi8(byte.cast_signed()));
        // Sixteen bits of them say something.
        let bits = |of| u64::from(_mm_movemask_epi8(of).cast_unsigned()) << place;
        let lines = equal(b'\n');
        marks.ends |= bits(_mm_or_si128(lines, equal(separator)));
        marks.lines |= bits(lines);
        marks.quotes |= bits(equal(b'"'));
        marks.returns |= bits(equal(b'\r'));
    }
    marks
}

/// Asks the memory for a block of values, or of bytes with bits, that will be read soon.
#[inline(always)]
pub(crate) fn prefetch<T: Copy>(block: &[T; BLOCK]) {
    const { assert!(matches!(size_of::<T>(), 1..=64), "a line of a cache has 64 bytes") };
    for value in block.iter().step_by(64 / size_of::<T>()) {
        cpu::prefetch(value);
    }
}

/// Moves between arrays and vectors of the same size.
macro_rules! moves {
    ($($(#[$when:meta])? $name:ident: $from:ty => $vector:ty, $load:ident;)*) => {
        $(
            $(#[$when])?
            /// The array as a vector.
            #[cfg(all(target_arch = "x86_64", feature = "std"))]
            #[inline]
            #[target_feature(enable = "avx512f")]
            #[expect(unsafe_code, reason = "a load takes a pointer")]
            pub(crate) fn $name(array: &$from) -> $vector {
                const { assert!(size_of::<$from>() == size_of::<$vector>()) };
                // SAFETY: the load reads as many bytes as the array has, which a reference
                // points to; it needs no alignment (Intrinsics Guide: "mem_addr does not
                // need to be aligned on any particular boundary").
                unsafe { core::arch::x86_64::$load(array.as_ptr().cast()) }
            }
        )*
    };
}

moves! {
    load_f64: [f64; 8] => core::arch::x86_64::__m512d, _mm512_loadu_pd;
    load_f32: [f32; 16] => core::arch::x86_64::__m512, _mm512_loadu_ps;
    load_i64: [i64; 8] => core::arch::x86_64::__m512i, _mm512_loadu_si512;
    load_i32: [i32; 16] => core::arch::x86_64::__m512i, _mm512_loadu_si512;
    load_i16: [i16; 32] => core::arch::x86_64::__m512i, _mm512_loadu_si512;
    load_16: [u8; 16] => core::arch::x86_64::__m128i, _mm_loadu_si128;
    #[cfg(feature = "alloc")]
    load_u64: [u64; 8] => core::arch::x86_64::__m512i, _mm512_loadu_si512;
    #[cfg(feature = "alloc")]
    load_spans: [[u32; 2]; 8] => core::arch::x86_64::__m512i, _mm512_loadu_si512;
    load_u8: [u8; 64] => core::arch::x86_64::__m512i, _mm512_loadu_si512;
}

/// Writes vectors to arrays of the same size.
macro_rules! stores {
    ($($(#[$when:meta])? $name:ident: $to:ty;)*) => {
        $(
            $(#[$when])?
            /// Writes the vector to the array.
            #[cfg(all(target_arch = "x86_64", feature = "std"))]
            #[inline]
            #[target_feature(enable = "avx512f")]
            #[expect(unsafe_code, reason = "a store takes a pointer")]
            pub(crate) fn $name(array: &mut $to, vector: core::arch::x86_64::__m512i) {
                const { assert!(size_of::<$to>() == size_of::<core::arch::x86_64::__m512i>()) };
                // SAFETY: the store writes as many bytes as the array has, which an exclusive
                // reference points to; it needs no alignment.
                unsafe {
                    core::arch::x86_64::_mm512_storeu_si512(array.as_mut_ptr().cast(), vector)
                }
            }
        )*
    };
}

stores! {
    store_u8: [u8; 64];
    #[cfg(feature = "alloc")]
    store_u32: [u32; 16];
    #[cfg(feature = "alloc")]
    store_i64: [i64; 8];
}
