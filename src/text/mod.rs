//! Texts that every room needs: names, texts inside errors, values that stand in plain data as text.

pub(crate) mod error_text;
pub(crate) mod name;
#[cfg(feature = "alloc")]
#[cfg_attr(not(feature = "plan"), expect(dead_code, reason = "only plans look names up"))]
pub(crate) mod name_index;
pub(crate) mod padded;
#[cfg(feature = "serde")]
pub(crate) mod plain_text;
pub(crate) mod repeated;
pub(crate) mod short_text;
pub(crate) mod unknown_name;
