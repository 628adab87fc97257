//! Cities: the index of their waters, its change, their ranking.

pub(crate) mod change;
pub(crate) mod index;
pub(crate) mod item_index;
pub(crate) mod options;
#[cfg(feature = "alloc")]
pub(crate) mod ranking;
