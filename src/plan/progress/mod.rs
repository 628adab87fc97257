//! Where each promise of a plan stands on a day, by what offices return.

pub(crate) mod check;
pub(crate) mod error;
pub(crate) mod evidence;
pub(crate) mod flows;
pub(crate) mod indicators;
pub(crate) mod missing_input;
pub(crate) mod parts;
#[expect(clippy::module_inception, reason = "the folder is named for what it holds most of")]
pub(crate) mod progress;
pub(crate) mod returns;
pub(crate) mod sources;
pub(crate) mod standing;
pub(crate) mod tally;
pub(crate) mod tasks;
pub(crate) mod unused;
