//! The units that a plan gives tasks to, and the groups that it names in one word.

use alloc::string::String;
use alloc::vec::Vec;

use crate::plan::file::plan::Plan;
use crate::plan::file::task::Task;

/// What a unit is to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum OfficeRole {
    /// It leads (牵头单位).
    Lead,
    /// It supports (配合单位).
    Supporting,
    /// It is responsible (责任单位).
    Responsible,
}

/// A unit, or a group of units that a plan names in one word.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Office {
    /// Its name, unique among the plan's units.
    pub name: String,
    /// Other spellings in the plan.
    #[cfg_attr(feature = "serde", serde(default))]
    pub aliases: Vec<String>,
    /// The county that it governs.
    #[cfg_attr(feature = "serde", serde(default))]
    pub county: Option<String>,
    /// The members of a group, by name.
    #[cfg_attr(feature = "serde", serde(default))]
    pub members: Vec<String>,
    /// A group of all units that have this role in any task (本计划中所有牵头单位).
    #[cfg_attr(feature = "serde", serde(default))]
    pub members_by_role: Option<OfficeRole>,
    /// The keys that are read from context, not printed in the plan.
    #[cfg_attr(feature = "serde", serde(default))]
    pub inferred: Vec<String>,
    /// Words for people; nothing is read from them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<String>,
}

impl OfficeRole {
    /// All roles, in the order that plans print them.
    pub const ALL: [Self; 3] = [Self::Lead, Self::Supporting, Self::Responsible];
}

impl Office {
    /// Whether it stands for others.
    #[must_use]
    pub fn is_group(&self) -> bool {
        !self.members.is_empty() || self.members_by_role.is_some()
    }
}

impl Plan {
    /// The unit of a name or alias.
    #[must_use]
    pub fn unit(&self, name: &str) -> Option<&Office> {
        self.units
            .iter()
            .find(|unit| unit.name == name || unit.aliases.iter().any(|alias| alias == name))
    }

    /// The single units that have a role in a task, each once: groups are taken apart.
    ///
    /// # Example
    /// ```
    /// use gb3838::plan::{Plan, OfficeRole};
    ///
    /// let plan: Plan = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/qinzhou-2024.json")))?;
    /// let sewage = &plan.tasks[4];
    /// let names: Vec<_> = plan
    ///     .offices_of(sewage, OfficeRole::Responsible)
    ///     .iter()
    ///     .map(|unit| unit.name.as_str())
    ///     .collect();
    /// // Printed as 各县（区）人民政府, the governments of the counties.
    /// assert_eq!(names, ["钦南区人民政府", "钦北区人民政府", "灵山县人民政府", "浦北县人民政府"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn offices_of(&self, task: &Task, role: OfficeRole) -> Vec<&Office> {
        let mut units = Vec::new();
        for unit in task.units(role).iter().filter_map(|name| self.unit(name)) {
            match unit.members_by_role {
                // A group of all that lead holds the single units of every task, and no group.
                Some(members) => {
                    for name in self.tasks.iter().flat_map(|task| task.units(members)) {
                        if let Some(unit) = self.unit(name) {
                            self.add_single(unit, &mut units);
                        }
                    }
                }
                None => self.add_single(unit, &mut units),
            }
        }
        units
    }

    /// Adds a unit, or the members of its list, where they are not there yet.
    fn add_single<'a>(&'a self, unit: &'a Office, units: &mut Vec<&'a Office>) {
        let mut add = |unit: &'a Office| {
            if !unit.is_group() && !units.iter().any(|other| other.name == unit.name) {
                units.push(unit);
            }
        };
        if unit.members.is_empty() {
            add(unit);
        } else {
            unit.members.iter().filter_map(|name| self.unit(name)).for_each(add);
        }
    }

    /// The counties whose governments are responsible for a task, each once.
    pub(crate) fn counties_of(&self, task: &Task) -> Vec<&str> {
        let units = self.offices_of(task, OfficeRole::Responsible);
        let mut counties = Vec::new();
        for county in units.into_iter().filter_map(|unit| unit.county.as_deref()) {
            if !counties.contains(&county) {
                counties.push(county);
            }
        }
        counties
    }
}
