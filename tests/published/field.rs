//! The rows of a file of field data: cells as printed, the printed class as a class.

use std::collections::BTreeMap;
use std::path::PathBuf;

use gb3838::Class;

/// A row by the names of its columns.
pub(crate) struct Row(BTreeMap<String, String>);

/// The rows of a file in `conformance/field`.
pub(crate) fn rows(file: &str) -> Vec<Row> {
    let path = folder().join("field").join(file);
    csv::Reader::from_path(path).unwrap().deserialize().map(|row| Row(row.unwrap())).collect()
}

/// The folder of the suite.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../conformance")
}

impl Row {
    pub(crate) fn cell(&self, column: &str) -> &str {
        self.0.get(column).unwrap_or_else(|| panic!("no column {column}"))
    }

    /// The position in the source, by which a row is named.
    pub(crate) fn number(&self) -> u32 {
        self.cell("row").parse().unwrap()
    }

    /// The printed class of the station; `None` where there is none or it is suppressed.
    pub(crate) fn class_printed(&self) -> Option<Class> {
        match self.cell("class_printed") {
            "" | "--" | "*" | "-1" => None,
            printed => Some(class(printed)),
        }
    }
}

/// A class as it is printed; read here on its own, so that no print is read by the crate.
pub(crate) fn class(printed: &str) -> Class {
    match printed {
        "1" | "Ⅰ" | "I" => Class::I,
        "2" | "Ⅱ" | "II" => Class::II,
        "3" | "Ⅲ" | "III" => Class::III,
        "4" | "Ⅳ" | "IV" => Class::IV,
        "5" | "Ⅴ" | "V" => Class::V,
        "6" | "劣Ⅴ" | "inferior_V" => Class::InferiorV,
        other => panic!("{other} is printed as a class"),
    }
}
