//! Impact assessment: standard index, exceedance rate, oxygen at saturation.

pub(crate) mod exceedance_rate;
pub(crate) mod oxygen_saturation;
pub(crate) mod standard_index;
