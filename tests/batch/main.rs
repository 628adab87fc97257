//! The batch calls give the answers of the scalar path: every type, level, length, offset.

#![expect(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::struct_excessive_bools,
    reason = "a test stops at what it does not expect, and its numbers are small"
)]

mod calls;
mod exact;
mod ground_water;
mod long_limits;
mod obvious;
mod random;
mod remarks;
mod values;
