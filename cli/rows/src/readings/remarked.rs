//! Readings that no water has, by their row, as a table and as plain data.

use std::borrow::Cow;

use gb3838::report::{Language, Table};
use gb3838::section::ValueRemark;
use gb3838::{Decimal, Item};

use crate::program::language::{in_language, remark_words};

/// As many rows as are kept; all are counted.
pub const KEPT: usize = 200;

/// A reading that no water has, with the names of its section and point.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Remarked<'a> {
    /// The name of the section.
    pub section: Cow<'a, str>,
    /// The name of the point; empty where there is none.
    pub point: Cow<'a, str>,
    /// The line of the file.
    pub row: u64,
    /// Empty where the table has no time.
    pub time: String,
    /// What was measured.
    pub item: Item,
    /// The value, in the unit of the limits.
    pub value: Decimal,
    /// What there is to remark on it.
    pub remark: ValueRemark,
}

/// Such readings by their row, then how many more were found, then what there is to remark on
/// means: section, period, item, value and remark.
pub fn table<'a>(
    language: Language,
    rows: impl Iterator<Item = Remarked<'a>>,
    count: u64,
    means: impl Iterator<Item = [String; 5]>,
) -> Table {
    let headers = ["section", "point", "row", "time", "item", "value", "remark"];
    let mut table = Table::new("Values that no water has (kept)", headers);
    let mut listed = 0;
    for row in rows {
        listed += 1;
        table.push([
            row.section.into_owned(),
            row.point.into_owned(),
            row.row.to_string(),
            row.time,
            language.item(row.item).to_owned(),
            row.value.to_string(),
            remark_words(language, row.remark).to_owned(),
        ]);
    }
    if count > listed {
        table.push(["", "", "", "", "", "", &format!("… {} more are counted", count - listed)]);
    }
    for [section, period, item, value, remark] in means {
        table.push([section, String::new(), String::new(), period, item, value, remark]);
    }
    in_language(language, table)
}
