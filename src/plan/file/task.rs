//! A task of a plan: its words, the units that do it, and when it is due.

use alloc::string::String;
use alloc::vec::Vec;

use crate::plan::file::deadline::Deadline;
use crate::plan::file::office::OfficeRole;

/// A task of a plan's list (重点工作任务清单).
///
/// # Example
/// ```
/// # #[cfg(feature = "serde")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gb3838::plan::{Deadline, Plan, OfficeRole};
///
/// let plan: Plan = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/qinzhou-2024.json")))?;
/// let task = plan.task(14).ok_or("no such task")?;
/// assert_eq!(task.title, "强化汛期污染防治");
/// assert_eq!(task.deadline, Deadline::WholeYear);
/// assert_eq!(task.units(OfficeRole::Lead), ["市生态环境局"]);
/// // Printed as 灵山县、浦北县、钦南区人民政府.
/// assert_eq!(task.units(OfficeRole::Responsible)[0], "灵山县人民政府");
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "serde"))]
/// # fn main() {}
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[doc(alias = "工作任务")]
pub struct Task {
    /// Its number, unique in the plan.
    pub number: u16,
    /// The part of the list, as printed.
    pub part: String,
    /// The chapter of the part, as printed, where it has chapters.
    #[cfg_attr(feature = "serde", serde(default))]
    pub chapter: Option<String>,
    /// What it is about (主要任务).
    pub title: String,
    /// Its words (任务内容), as printed.
    pub text: String,
    /// The units that lead (牵头单位).
    pub lead: Vec<String>,
    /// The units that support (配合单位).
    pub supporting: Vec<String>,
    /// The units that are responsible (责任单位).
    pub responsible: Vec<String>,
    /// When it is due (完成时限).
    pub deadline: Deadline,
    /// The keys that are read from context, not printed in the plan.
    #[cfg_attr(feature = "serde", serde(default))]
    pub inferred: Vec<String>,
    /// Words for people; nothing is read from them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<String>,
}

impl Task {
    /// The units of a role, as the plan names them; [`Plan::offices_of`](crate::plan::Plan::offices_of)
    /// takes groups apart.
    #[must_use]
    pub fn units(&self, role: OfficeRole) -> &[String] {
        match role {
            OfficeRole::Lead => &self.lead,
            OfficeRole::Supporting => &self.supporting,
            OfficeRole::Responsible => &self.responsible,
        }
    }
}
