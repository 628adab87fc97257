//! Means as numerators over denominators against cutoffs as integers.

pub(crate) mod mean_edges;
