//! What does a heading name? The grammar of names, units and what may stand beside them.

pub(crate) mod grammar;
pub(crate) mod nearest;
pub(crate) mod other_names;
mod parse_names;
pub(crate) mod plain_text;
pub(crate) mod quantity;
pub(crate) mod refusal;
pub(crate) mod spelled_unit;
pub(crate) mod unit_text;
mod words;
