//! Columns of text into scaled integers, validity bits, below-limit bits and findings.

pub(crate) mod text_column;
