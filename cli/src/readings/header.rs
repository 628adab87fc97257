//! What each column of a file of readings holds for a plan.

use gb3838::Item;
use gb3838::lake::TrophicParameter;
use gb3838::sheet::{Column, Heading, MeasuredColumn, Quantity, Role};

use crate::table::fault::Fault;
use crate::table::reader::TableReader;

/// Which columns a command reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Headers {
    /// Items.
    Items,
    /// Also the parameters of the trophic level index, where their unit stands in the heading:
    /// a wrong one shows in no value.
    WithTrophic,
}

/// A column of readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Header {
    Item(Item),
    /// A parameter of the trophic level index that is no item of the standard.
    Trophic(TrophicParameter),
}

impl Header {
    /// What a column of readings is to a command, if anything.
    pub(crate) fn of(measured: MeasuredColumn, headers: Headers) -> Option<Self> {
        let has_unit = measured.stated_unit().is_some();
        match measured.quantity() {
            Quantity::Item(item) => Some(Self::Item(item)),
            _ if headers == Headers::Items || !has_unit => None,
            Quantity::ChlorophyllA => Some(Self::Trophic(TrophicParameter::ChlorophyllA)),
            Quantity::Transparency => Some(Self::Trophic(TrophicParameter::Transparency)),
            _ => None,
        }
    }
}

/// Whether a column is read for a plan: readings, and the time and the place of a sample.
pub(crate) fn is_read(headers: Headers) -> impl Fn(&Heading) -> bool + Copy {
    move |meaning| match meaning {
        Heading::Measured(measured) => Header::of(*measured, headers).is_some(),
        Heading::Role(role) => matches!(
            role,
            Role::Time
                | Role::Year
                | Role::Month
                | Role::Day
                | Role::Hour
                | Role::Section
                | Role::Point
                | Role::StationState
        ),
        Heading::MarkOf(_) => true,
        _ => false,
    }
}

/// The faults of the headings, unknown ones included, and the columns that hold nothing for
/// the command.
pub(crate) fn faults_and_passed_over<R: std::io::BufRead>(
    table: &mut TableReader<R>,
    is_read: impl Fn(&Heading) -> bool + Copy,
) -> (Vec<Fault>, Vec<String>) {
    let mut faults = table.heading_faults(is_read);
    let mut passed_over = Vec::new();
    let section = table.layout().section();
    for (place, column) in table.layout().columns().iter().enumerate() {
        let heading = Column::heading(column);
        match column.meaning() {
            Heading::Other if !heading.trim().is_empty() => {
                let message = "no item of the standard and no column of readings; it is not read";
                faults.push(table.fault_of_heading(heading, message));
            }
            Heading::NotRead(_) | Heading::Blank | Heading::Other => {}
            meaning if is_read(meaning) || section == Some(place) => {}
            _ => passed_over.push(heading.to_owned()),
        }
    }
    (faults, passed_over)
}
