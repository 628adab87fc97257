//! Longer documentation; its examples are tests.

/// What is exact, and how.
#[doc = include_str!("../guide/exactness.md")]
pub mod exactness {}

/// The plan file, key by key.
#[cfg(feature = "alloc")]
#[doc = include_str!("../guide/plan_file.md")]
pub mod plan_file {}

/// Batches: what to feed them, what is exact, what they cost.
#[doc = include_str!("../guide/batch.md")]
pub mod batch {}

/// Traps seen in other software and in print, each with what comes out here.
#[cfg(feature = "alloc")]
#[doc = include_str!("../guide/traps.md")]
pub mod traps {}
