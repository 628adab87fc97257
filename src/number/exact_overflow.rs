//! An exact result that has no room.

use crate::number::fraction::MAX_BITS;

/// An exact result that has no room: more than 384 bits, of a rounding more than the 64 bits of a
/// decimal, of a count more than 32.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the exact result of this {operation} needs more than {} bits", self.bits())]
pub struct ExactOverflow {
    pub(super) operation: &'static str,
}

impl ExactOverflow {
    pub(crate) const fn new(operation: &'static str) -> Self {
        Self { operation }
    }

    /// The room that there is, in bits.
    const fn bits(&self) -> usize {
        match self.operation.as_bytes() {
            b"rounding" => 64,
            b"count" => 32,
            _ => MAX_BITS,
        }
    }

    /// The operation that had no room: `sum`, `product`, `quotient`, `rounding`, `count`.
    #[must_use]
    pub const fn operation(&self) -> &'static str {
        self.operation
    }
}
