//! Of which water body the rows of a table are: one decision for every command.
//!
//! A plan decides for its sections, then the call for all rows, then the cell of a row. A row that
//! writes none is of a river, and that is said where there is a column for it; so is what a table
//! says against a plan, or against the call.

use std::collections::{BTreeMap, BTreeSet};

use gb3838::WaterBody;
use gb3838::sheet::{Layout, Role};

/// What a cell must say.
pub(crate) const EXPECTED: &str = "expected river or lake";

/// What is said of a row whose cell is blank.
pub(crate) const NOT_WRITTEN: &str = "no water body is written; judged as a river";

/// What says the water body of rows.
#[derive(Clone, Copy, Debug)]
pub struct WaterBodies {
    /// The column that is read; none where the call decides.
    pub column: Option<usize>,
    of_call: Option<WaterBody>,
}

impl WaterBodies {
    /// The column of a table, unless the call names the water body of all rows.
    #[must_use]
    pub fn of(layout: &Layout, of_call: Option<WaterBody>) -> Self {
        let column = layout.role(Role::WaterBody).filter(|_| of_call.is_none());
        Self { column, of_call }
    }

    /// The water body where nothing else names one.
    #[must_use]
    pub fn usual(self) -> WaterBody {
        self.of_call.unwrap_or(WaterBody::River)
    }

    /// What a cell of the column says: nothing where it is blank; an error where it says something
    /// else.
    ///
    /// # Errors
    /// When it says something else: what is expected.
    pub fn of_cell(cell: &str) -> Result<Option<WaterBody>, &'static str> {
        match cell.trim() {
            "" => Ok(None),
            words => words.parse().map(Some).map_err(|_| EXPECTED),
        }
    }

    /// What there is to say of a column that the call overrules.
    #[must_use]
    pub fn overruled(self, layout: &Layout) -> Option<String> {
        let column = layout.columns().get(layout.role(Role::WaterBody)?)?;
        let body = self.of_call?;
        Some(format!("column {} is not read: --body decides, {body}", column.heading()))
    }
}

/// What the rows of each section say.
#[derive(Debug, Default)]
pub struct SaidBodies {
    /// The water body that the rows of a section say first.
    first: BTreeMap<String, WaterBody>,
    /// Those of a plan that says another.
    against_plan: BTreeSet<(String, WaterBody)>,
}

impl SaidBodies {
    /// What the rows of a section say; nothing where none of them says anything.
    #[must_use]
    pub fn get(&self, section: &str) -> Option<WaterBody> {
        self.first.get(section).copied()
    }

    /// Notes what a row says; the one that another row has said before it, if that is another and
    /// no plan decides.
    pub fn note(
        &mut self,
        section: &str,
        of_row: Option<WaterBody>,
        of_plan: Option<WaterBody>,
    ) -> Option<WaterBody> {
        let of_row = of_row?;
        if let Some(of_plan) = of_plan {
            if of_row != of_plan {
                self.against_plan.insert((section.to_owned(), of_plan));
            }
            return None;
        }
        let first = *self.first.entry(section.to_owned()).or_insert(of_row);
        (first != of_row).then_some(first)
    }

    /// What is said at the end of a table against its plan.
    pub(crate) fn against_plan(&self) -> impl Iterator<Item = String> + '_ {
        self.against_plan.iter().map(|(section, of_plan)| {
            format!("{section}: rows say another water body than the plan, whose {of_plan} holds")
        })
    }

    /// What is said at the end of a table with a column of water bodies, of sections that no plan
    /// names and of which no row says anything.
    pub fn not_written<'s>(
        &'s self,
        sections: impl Iterator<Item = &'s str> + 's,
    ) -> impl Iterator<Item = String> + 's {
        sections
            .filter(|section| !self.first.contains_key(*section))
            .map(|section| format!("{section}: {NOT_WRITTEN}"))
    }
}
