//! Rivers, basins and regions: state, shares of classes, change between periods.

pub(crate) mod basin_items;
pub(crate) mod change;
pub(crate) mod class_shares;
pub(crate) mod error;
pub(crate) mod item_means;
pub(crate) mod options;
#[expect(clippy::module_inception, reason = "the folder is named for what it holds most of")]
pub(crate) mod region;
pub(crate) mod region_change;
pub(crate) mod relative_change;
