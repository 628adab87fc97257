//! What each column of a file of readings holds for a plan.

use gb3838::Item;
use gb3838::lake::TrophicParameter;
use gb3838::report::{Language, Word};
use gb3838::sheet::{Column, Heading, MeasuredColumn, Quantity, Role};

use crate::table::fault::Fault;
use crate::table::reader::TableReader;

/// Which columns a command reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headers {
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
pub fn is_read(headers: Headers) -> impl Fn(&Heading) -> bool + Copy {
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
                | Role::WaterBody
        ),
        Heading::MarkOf(_) => true,
        _ => false,
    }
}

/// What is said about the headings of a table.
#[derive(Clone, Debug)]
pub struct Said {
    /// Those that could not be used, unknown ones included.
    pub faults: Vec<Fault>,
    /// The columns that are known, and nothing that the command reads.
    pub passed_over: Vec<String>,
    /// Those of them that hold items of Tables 2 and 3, which have limits of their own.
    pub source_items: Vec<String>,
    /// Which columns were read as what; nothing where each was read or passed over.
    pub columns: Vec<String>,
}

impl Said {
    /// What there is to say about a table of which a command reads some columns.
    pub fn of(table: &mut TableReader<'_>, is_read: impl Fn(&Heading) -> bool + Copy) -> Self {
        let faults = table.heading_faults(is_read);
        let (mut passed_over, mut source_items) = (Vec::new(), Vec::new());
        let section = table.layout().section();
        for (place, column) in table.layout().columns().iter().enumerate() {
            match column.meaning() {
                Heading::NotRead(_) | Heading::Blank | Heading::Other => {}
                meaning if is_read(meaning) || section == Some(place) => {}
                meaning => {
                    let heading = Column::heading(column).to_owned();
                    if is_source_item(meaning) {
                        source_items.push(heading.clone());
                    }
                    passed_over.push(heading);
                }
            }
        }
        let words = table.words(is_read);
        let columns = if words.not_read.is_empty() { Vec::new() } else { words.lines().collect() };
        Self { faults, passed_over, source_items, columns }
    }
}

/// Whether a column holds an item of Tables 2 and 3: what it says of drinking-water sources is no
/// part of a class.
fn is_source_item(meaning: &Heading) -> bool {
    let Heading::Measured(measured) = meaning else { return false };
    matches!(measured.quantity(), Quantity::Source(_))
}

/// Which columns were passed over, in words: items of Tables 2 and 3 apart, for each has a limit that
/// is not judged here.
#[must_use]
pub fn passed_over_lines(
    passed_over: &[String],
    source_items: &[String],
    language: Language,
) -> Vec<String> {
    let others: Vec<_> = passed_over.iter().filter(|it| !source_items.contains(it)).collect();
    let source_items = source_items.iter().collect();
    [(Word::SourceItemColumns, source_items), (Word::ColumnsPassedOver, others)]
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(word, names)| language.labelled(language.word(word), language.list(names)))
        .collect()
}
