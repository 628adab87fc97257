//! What a column of a table is: readings of an item, marks of results below a limit, or another's.

use std::collections::HashMap;

use gb3838::Item;
use gb3838::sheet::{Heading, MeasuredColumn, Quantity, Waters};

use crate::arrow::failure::Failure;
use crate::arrow::import::{ColumnView, TableView, Values};
use crate::status::Status;

/// Behind the heading of an item: truth values that mark results below a detection limit.
pub const BELOW_SUFFIX: &str = "_below";

/// The readings of an item in a table.
#[derive(Clone, Debug)]
pub struct ItemReadings<'t, 'a> {
    /// The item.
    pub item: Item,
    /// What the heading says: the unit that its numbers are in.
    pub measured: MeasuredColumn,
    /// The readings.
    pub column: &'t ColumnView<'a>,
    /// The marks of results below a detection limit.
    pub below: Option<&'t ColumnView<'a>>,
}

/// Which item each heading names, where the caller says so; headings that it does not hold speak
/// for themselves.
pub type Names = HashMap<String, Item>;

/// What a heading says of an item of Table 1: by the caller's word, or by its own.
fn measured(heading: &str, names: &Names) -> Option<MeasuredColumn> {
    if let Some(item) = names.get(heading) {
        return MeasuredColumn::in_unit(Quantity::Item(*item), None);
    }
    match Heading::read(heading, Waters::Surface) {
        Heading::Measured(column) if column.item().is_some() => Some(column),
        _ => None,
    }
}

/// The item that a heading names.
#[must_use]
pub fn item_of(heading: &str, names: &Names) -> Option<Item> {
    measured(heading, names).and_then(MeasuredColumn::item)
}

/// Why a heading that speaks of an item is not read; `None` where it is, or has nothing to do with
/// items.
#[must_use]
pub fn not_read(heading: &str, names: &Names) -> Option<String> {
    if names.contains_key(heading) || heading.ends_with(BELOW_SUFFIX) {
        return None;
    }
    match Heading::read(heading, Waters::Surface) {
        Heading::NotRead(why) => Some(why.to_string()),
        _ => None,
    }
}

/// The columns of a table that hold readings.
///
/// # Errors
/// [`Status::ItemTwice`] when two headings name one item, [`Status::OtherType`] for marks that are
/// no truth values.
pub fn readings<'t, 'a>(
    table: &'t TableView<'a>,
    names: &Names,
) -> Result<Vec<ItemReadings<'t, 'a>>, Failure> {
    let mut found: Vec<ItemReadings<'t, 'a>> = Vec::new();
    for column in &table.columns {
        let Some(measured) = measured(column.name, names) else { continue };
        let Some(item) = measured.item() else { continue };
        if let Some(other) = found.iter().find(|other| other.item == item) {
            let (one, two) = (other.column.name, column.name);
            return Err(Failure::new(
                Status::ItemTwice,
                format_args!("columns {one:?} and {two:?} are both {item}: expected one"),
            ));
        }
        let below = table.columns.iter().find(|marks| {
            marks.name.strip_suffix(BELOW_SUFFIX).is_some_and(|heading| heading == column.name)
        });
        if let Some(marks) = below
            && !matches!(marks.values, Values::Bool(_) | Values::Null)
        {
            return Err(Failure::new(
                Status::OtherType,
                format_args!("column {:?}: expected truth values", marks.name),
            ));
        }
        found.push(ItemReadings { item, measured, column, below });
    }
    Ok(found)
}

/// A column by its name.
///
/// # Errors
/// [`Status::NoColumn`] when there is none.
pub fn named<'t, 'a>(table: &'t TableView<'a>, name: &str) -> Result<&'t ColumnView<'a>, Failure> {
    table
        .columns
        .iter()
        .find(|column| column.name == name)
        .ok_or_else(|| Failure::new(Status::NoColumn, format_args!("there is no column {name:?}")))
}
