//! The units that a plan gives tasks to, and the groups that it names in one word.

use alloc::string::String;
use alloc::vec::Vec;

use crate::plan::file::plan::Plan;
use crate::plan::file::task::Task;
use crate::text::name_index::NameIndex;

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
    /// # #[cfg(feature = "serde")]
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
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
    /// # Ok(())
    /// # }
    /// # #[cfg(not(feature = "serde"))]
    /// # fn main() {}
    /// ```
    #[must_use]
    pub fn offices_of(&self, task: &Task, role: OfficeRole) -> Vec<&Office> {
        self.offices_by(&self.units_by_name(), task, role)
    }

    /// The same, with the units by name: for many tasks.
    pub(crate) fn offices_by<'a>(
        &'a self,
        by_name: &NameIndex<'_>,
        task: &Task,
        role: OfficeRole,
    ) -> Vec<&'a Office> {
        let named = |name: &String| self.unit_at(by_name, name);
        let mut single =
            SingleOffices { plan: self, by_name, names: NameIndex::default(), units: Vec::new() };
        for unit in task.units(role).iter().filter_map(named) {
            match unit.members_by_role {
                // A group of all that lead holds the single units of every task, and no group.
                Some(members) => {
                    let all = self.tasks.iter().flat_map(|task| task.units(members));
                    all.filter_map(named).for_each(|unit| single.add(unit));
                }
                None => single.add(unit),
            }
        }
        single.units
    }

    /// The places of the units by name and alias; where two share one, the first has it.
    pub(crate) fn units_by_name(&self) -> NameIndex<'_> {
        let mut by_name = NameIndex::default();
        for (place, unit) in self.units.iter().enumerate() {
            by_name.add(&unit.name, place);
            for alias in &unit.aliases {
                by_name.add(alias, place);
            }
        }
        by_name
    }

    /// The unit of a name.
    pub(crate) fn unit_at(&self, by_name: &NameIndex<'_>, name: &str) -> Option<&Office> {
        self.units.get(by_name.get(name)?)
    }

    /// The counties whose governments are responsible for a task, each once.
    pub(crate) fn counties_of(&self, task: &Task) -> Vec<&str> {
        let units = self.offices_of(task, OfficeRole::Responsible);
        let mut seen = NameIndex::default();
        let counties = units.into_iter().filter_map(|unit| unit.county.as_deref());
        counties.filter(|county| seen.add(county, 0)).collect()
    }
}

/// Single units, each once, in the order in which they are added.
struct SingleOffices<'n, 'a> {
    plan: &'a Plan,
    by_name: &'n NameIndex<'n>,
    names: NameIndex<'a>,
    units: Vec<&'a Office>,
}

impl<'a> SingleOffices<'_, 'a> {
    /// Adds a unit, or the members of its list, where they are not there yet.
    fn add(&mut self, unit: &'a Office) {
        if unit.members.is_empty() {
            self.add_one(unit);
        } else {
            for name in &unit.members {
                if let Some(unit) = self.plan.unit_at(self.by_name, name) {
                    self.add_one(unit);
                }
            }
        }
    }

    fn add_one(&mut self, unit: &'a Office) {
        if !unit.is_group() && self.names.add(&unit.name, 0) {
            self.units.push(unit);
        }
    }
}
