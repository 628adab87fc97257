//! Impact assessment: standard index, exceedance rate, oxygen at saturation, the table of items,
//! printed limits, the comprehensive pollution index.

pub(crate) mod exceedance_rate;
pub(crate) mod item_evaluation;
pub(crate) mod oxygen_saturation;
pub(crate) mod pollution_index;
pub(crate) mod printed_limit;
pub(crate) mod standard_index;
