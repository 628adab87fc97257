//! The first screen of an assessment: what was judged, on what, and what follows.

pub(crate) mod goals;
#[expect(clippy::module_inception, reason = "the folder is named for what it holds most of")]
pub(crate) mod overview;
pub(crate) mod screen;
pub(crate) mod sections;
pub(crate) mod tasks;
