//! Columns of text into scaled integers, validity bits, below-limit bits and findings.

pub(crate) mod cell_units;
pub(crate) mod text_column;
