//! The progress of a plan: data, tables, words, and the summaries of its work.

pub(crate) mod cells;
pub(crate) mod collect;
pub(crate) mod data;
pub(crate) mod tables;
pub(crate) mod words;
pub(crate) mod work_summary;
