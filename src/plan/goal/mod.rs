//! Goals on groups: what is asked, what is known of each member, what comes of it.

#[expect(clippy::module_inception, reason = "the folder is named for what it holds most of")]
pub(crate) mod goal;
pub(crate) mod member;
pub(crate) mod outcome;
