//! What was promised? Targets, shares, goals, and a plan as typed data.

pub(crate) mod assess_options;
pub(crate) mod county;
mod demand;
pub(crate) mod failing;
pub(crate) mod goal;
pub(crate) mod goal_member;
pub(crate) mod goal_outcome;
pub(crate) mod item_outlook;
pub(crate) mod months_met;
pub(crate) mod outlook;
#[expect(clippy::module_inception, reason = "the room is named for what it holds most of")]
pub(crate) mod plan;
pub(crate) mod plan_assessment;
pub(crate) mod rest;
pub(crate) mod section_outcome;
pub(crate) mod target;
pub(crate) mod validate;
