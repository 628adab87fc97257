//! A plan as typed data, and what the form of its file cannot check.

pub(crate) mod deadline;
pub(crate) mod indicator;
pub(crate) mod office;
pub(crate) mod plan;
pub(crate) mod programme_lists;
pub(crate) mod section;
pub(crate) mod task;
pub(crate) mod validate;
pub(crate) mod validate_programme;
