//! The CPU: asked once, then work is done by code compiled for what it has.

/// Instructions that loops over many rows are compiled for.
///
/// [`CpuLevel::detect`] takes the best one; every other one gives the same answers, slower.
/// Without the standard library a CPU cannot be asked, and the level is
/// [`CpuLevel::Baseline`].
///
/// # Example
/// ```
/// use gb3838::{Batch, Classifier, Column, Item, WaterBody, batch::CpuLevel};
///
/// let columns = [Column::new(Item::Ph, &[7.0])];
/// let batch = Batch::new(&Classifier::for_readings(WaterBody::River), &columns)?;
/// for level in CpuLevel::ALL.into_iter().filter(|level| level.is_available()) {
///     let mut class = [0];
///     batch.with_level(level)?.class(&mut class)?;
///     assert_eq!(class, [1], "{level:?}");
/// }
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CpuLevel {
    /// What every CPU of the target has: SSE2 on x86-64, NEON on AArch64 (there untested).
    Baseline,
    /// AVX2, BMI1, BMI2, LZCNT and POPCNT, on x86-64.
    Avx2,
    /// The same and AVX-512 F, BW, DQ and VL, on x86-64.
    Avx512,
}

/// A level that this CPU, or this build, does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this CPU or this build has no {level:?}: expected a level that is available")]
pub struct CpuLevelError {
    level: CpuLevel,
}

impl CpuLevelError {
    /// The level that was asked for.
    #[must_use]
    pub const fn level(&self) -> CpuLevel {
        self.level
    }
}

impl CpuLevel {
    /// All levels, the slowest first.
    pub const ALL: [Self; 3] = [Self::Baseline, Self::Avx2, Self::Avx512];

    /// The fastest level that is available.
    #[must_use]
    pub fn detect() -> Self {
        let available = Self::ALL.into_iter().rev().find(|level| level.is_available());
        available.unwrap_or(Self::Baseline)
    }

    /// Whether this CPU and this build have the level; the standard library asks the CPU once
    /// and remembers.
    #[must_use]
    pub fn is_available(self) -> bool {
        match self {
            Self::Baseline => true,
            #[cfg(all(target_arch = "x86_64", feature = "std"))]
            Self::Avx2 => {
                std::is_x86_feature_detected!("avx2")
                    && std::is_x86_feature_detected!("bmi1")
                    && std::is_x86_feature_detected!("bmi2")
                    && std::is_x86_feature_detected!("lzcnt")
                    && std::is_x86_feature_detected!("popcnt")
            }
            #[cfg(all(target_arch = "x86_64", feature = "std"))]
            Self::Avx512 => {
                Self::Avx2.is_available()
                    && std::is_x86_feature_detected!("avx512f")
                    && std::is_x86_feature_detected!("avx512bw")
                    && std::is_x86_feature_detected!("avx512dq")
                    && std::is_x86_feature_detected!("avx512vl")
            }
            #[cfg(not(all(target_arch = "x86_64", feature = "std")))]
            _ => false,
        }
    }

    /// The level where it is available, else the one that always is.
    pub(crate) fn known(self) -> KnownLevel {
        KnownLevel(if self.is_available() { self } else { Self::Baseline })
    }

    pub(crate) fn checked(self) -> Result<Self, CpuLevelError> {
        if self.is_available() { Ok(self) } else { Err(CpuLevelError { level: self }) }
    }
}

/// A level that this CPU has: it has been asked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KnownLevel(CpuLevel);

/// Says that this CPU has AVX-512 F, BW, DQ and VL, and AVX2: made where it has been asked, alone.
#[cfg(all(target_arch = "x86_64", feature = "std"))]
#[derive(Clone, Copy, Debug)]
pub(crate) struct HasAvx512(());

/// Work that is compiled once for each level.
pub(crate) trait CpuWork: Sized {
    /// What the work gives.
    type Output;

    /// Does it in plain code, which the compiler turns into whatever vectors it may use;
    /// `#[inline(always)]`, so that all of it is compiled for the same CPU.
    fn by_any(self) -> Self::Output;

    /// Does it where AVX-512 is there: as `by_any`, unless the work has instructions of its own.
    #[cfg(all(target_arch = "x86_64", feature = "std"))]
    #[inline(always)]
    fn by_avx512(self, _: HasAvx512) -> Self::Output {
        self.by_any()
    }
}

/// Does some work by the instructions of a level.
#[cfg_attr(
    all(target_arch = "x86_64", feature = "std"),
    expect(unsafe_code, reason = "a function compiled for a CPU is called where it is known")
)]
pub(crate) fn run<W: CpuWork>(work: W, level: KnownLevel) -> W::Output {
    match level.0 {
        // SAFETY: `run_avx2` is safe code; what a caller must ensure is that the CPU has the
        // features that it is compiled with (Reference, "The target_feature attribute":
        // "Calling a function with a target feature that is not supported on the current
        // platform that is running the code is undefined behavior"). A `KnownLevel` is made by
        // `CpuLevel::known` alone, which has asked the CPU for each of them; it cannot lose them.
        #[cfg(all(target_arch = "x86_64", feature = "std"))]
        CpuLevel::Avx2 => unsafe { run_avx2(work) },
        // SAFETY: as above; `is_available` asks for each feature that is enabled on
        // `run_avx512`.
        #[cfg(all(target_arch = "x86_64", feature = "std"))]
        CpuLevel::Avx512 => unsafe { run_avx512(work) },
        _ => work.by_any(),
    }
}

#[cfg(all(target_arch = "x86_64", feature = "std"))]
#[target_feature(enable = "avx2,bmi1,bmi2,lzcnt,popcnt")]
fn run_avx2<W: CpuWork>(work: W) -> W::Output {
    work.by_any()
}

#[cfg(all(target_arch = "x86_64", feature = "std"))]
#[target_feature(enable = "avx2,bmi1,bmi2,lzcnt,popcnt,avx512f,avx512bw,avx512dq,avx512vl")]
fn run_avx512<W: CpuWork>(work: W) -> W::Output {
    work.by_avx512(HasAvx512(()))
}

/// Asks the memory for the line of a cache with some value, which will be used soon.
#[inline(always)]
#[cfg_attr(target_arch = "x86_64", expect(unsafe_code, reason = "a prefetch takes a pointer"))]
pub(crate) fn prefetch<T>(value: &T) {
    #[cfg(target_arch = "x86_64")]
    {
        use core::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        // SAFETY: SSE is part of x86-64, and a prefetch neither reads nor fails, whatever the
        // address.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(core::ptr::from_ref(value).cast()) };
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = value;
}
