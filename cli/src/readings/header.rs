//! What each column of a file of readings holds, units in names included.

use csv::StringRecord;
use gb3838::{Item, Unit, lake::TrophicParameter};

use crate::table::columns::Column;
use crate::table::fault::Fault;

/// Which headers a command reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Headers {
    /// Those that name an item, in its unit.
    Items,
    /// Also those whose name ends with its unit, and the parameters of the trophic level index.
    WithUnits,
}

/// What a column of readings holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Header {
    Time,
    Section,
    Point,
    /// An item, in the unit that the name of the column says.
    Item(Item, Unit),
    /// A parameter of the trophic level index that is no item of the standard; the value times
    /// so many powers of ten is in the parameter's unit.
    Trophic(TrophicParameter, i8),
    PassedOver,
    /// The same as a column before it, which is said as a fault.
    Repeated,
    Unknown,
}

/// The parameters that are no items: a unit must stand in the name, for a wrong one shows in
/// no value.
const TROPHIC: [(&str, TrophicParameter, i8); 5] = [
    ("chla_mg_per_m3", TrophicParameter::ChlorophyllA, 0),
    ("chla_ug_per_l", TrophicParameter::ChlorophyllA, 0),
    ("chla_mg_per_l", TrophicParameter::ChlorophyllA, 3),
    ("transparency_m", TrophicParameter::Transparency, 0),
    ("transparency_cm", TrophicParameter::Transparency, -2),
];

impl Header {
    fn of(name: &str, column: Column, headers: Headers) -> Self {
        match column {
            Column::Time => Self::Time,
            Column::Section => Self::Section,
            Column::Point => Self::Point,
            Column::Item(item) => Self::Item(item, item.unit()),
            Column::WaterBody | Column::Usual => Self::PassedOver,
            Column::Repeated => match headers {
                Headers::Items => Self::Repeated,
                Headers::WithUnits => Self::PassedOver,
            },
            Column::Unknown => match headers {
                Headers::Items => Self::Unknown,
                Headers::WithUnits => Self::with_unit(name.trim()),
            },
        }
    }

    /// A name that ends with its unit.
    fn with_unit(name: &str) -> Self {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        if let Some((_, parameter, places)) = TROPHIC.iter().find(|(known, ..)| is(known)) {
            return Self::Trophic(*parameter, *places);
        }
        let item = name.strip_suffix("_ug").and_then(|item| item.parse().ok());
        item.map_or(Self::Unknown, |item| Self::Item(item, Unit::MicrogramPerLitre))
    }

    /// Whether another column holds the same in another unit.
    fn is_again(self, other: Self) -> bool {
        match (self, other) {
            (Self::Item(one, _), Self::Item(other, _)) => one == other,
            (Self::Trophic(one, _), Self::Trophic(other, _)) => one == other,
            _ => false,
        }
    }

    /// What each column holds; unknown ones, and a second one of the same meaning, are faults
    /// and not read.
    pub(crate) fn all(
        file: &str,
        names: &StringRecord,
        headers: Headers,
    ) -> (Vec<Self>, Vec<Fault>) {
        let is_read = |column| match column {
            Column::Usual | Column::Unknown => false,
            Column::WaterBody => headers == Headers::WithUnits,
            _ => true,
        };
        let (known, mut faults) = Column::all(file, names, is_read);
        let mut columns = Vec::<Self>::new();
        for (name, column) in names.iter().zip(known) {
            let mut column = Self::of(name, column, headers);
            let message = if column == Self::Unknown {
                "no item of the standard and no column of readings; it is not read"
            } else if columns.iter().any(|other| other.is_again(column)) {
                column = Self::Unknown;
                "a column of the same meaning stands before it; it is not read"
            } else {
                ""
            };
            if !message.is_empty() {
                faults.push(Fault::of_header(file, name, message));
            }
            columns.push(column);
        }
        (columns, faults)
    }
}
