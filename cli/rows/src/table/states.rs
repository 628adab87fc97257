//! Which rows and readings a station did not measure normally: by a column of states, by
//! columns of marks, by a mark behind a number.

use gb3838::sheet::{Heading, Layout, Measure, MeasuredColumn, Role, StationState};

use crate::table::fault::Fault;
use crate::table::records::Record;

/// Columns of a record, each with a text.
pub(crate) type CellTexts = Vec<(usize, String)>;

/// What marks say about the readings of a record, each by its column.
#[derive(Debug, Default)]
pub(crate) struct MarkedReadings {
    /// The cells that change: those that are left out become empty, those whose mark says that all
    /// is well lose it.
    pub(crate) changed: CellTexts,
    /// Marks that are not known, with what was expected.
    pub(crate) unknown: CellTexts,
    /// The readings that a known mark says were not measured normally, left out or not.
    pub(crate) not_normal: Vec<(usize, StationState)>,
}

/// What says how a table was measured, and how many rows and readings were not normal.
#[derive(Clone, Debug, Default)]
pub struct States {
    only_normal: bool,
    /// The column of states of rows.
    of_rows: Option<usize>,
    /// Columns of readings, each with that of its marks.
    readings: Vec<(usize, MeasuredColumn, Option<usize>)>,
    /// The columns of marks.
    marks: Vec<usize>,
    /// The columns of readings in which a mark behind a number is found here alone.
    unread: Vec<usize>,
    /// What they have left out so far.
    pub not_normal: NotNormal,
    /// The last text of the state of a row, and whether nothing is said or done because of it.
    last: Option<(String, bool)>,
}

/// Rows and readings that were not measured normally, and whether they were left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct NotNormal {
    pub(crate) rows: u64,
    pub(crate) readings: u64,
    pub(crate) left_out: bool,
}

/// Whether a column says something about states, which a command reads.
pub(crate) const fn is_read(meaning: &Heading) -> bool {
    matches!(meaning, Heading::Role(Role::StationState) | Heading::MarkOf(_))
}

impl States {
    /// The states of a table; `only_normal` leaves out what was not measured normally.
    pub(crate) fn new(layout: &Layout, only_normal: bool) -> Self {
        let readings = layout.measured().map(|(place, it)| (place, it, layout.mark_of(place)));
        let readings: Vec<_> = readings.collect();
        Self {
            only_normal,
            of_rows: layout.role(Role::StationState),
            marks: readings.iter().filter_map(|(_, _, mark)| *mark).collect(),
            unread: readings.iter().map(|(place, ..)| *place).collect(),
            readings,
            not_normal: NotNormal { left_out: only_normal, ..NotNormal::default() },
            last: None,
        }
    }

    /// The same where these columns are read by a [`TextTable`](gb3838::batch::TextTable): in a row
    /// that is plain there no mark stands behind a number, which is a finding of the column.
    pub(crate) fn beside_columns(mut self, read: &[usize]) -> Self {
        self.unread.retain(|place| !read.contains(place));
        self
    }

    /// The state of a row where it is not normal; a word that is not known counts where states
    /// decide.
    ///
    /// # Errors
    /// The column, and what was expected there.
    pub(crate) fn of_row(
        &mut self,
        record: &Record,
    ) -> Result<Option<StationState>, (usize, String)> {
        let Some(place) = self.of_rows else { return Ok(None) };
        match cell(record, place).parse::<StationState>() {
            Ok(state) if state.is_normal() => Ok(None),
            Ok(state) => {
                self.not_normal.rows += 1;
                Ok(Some(state))
            }
            Err(error) if self.only_normal => {
                self.not_normal.rows += 1;
                Err((place, error.to_string()))
            }
            Err(_) => Ok(None),
        }
    }

    /// Whether rows and readings that are not normal are left out.
    pub(crate) const fn is_only_normal(&self) -> bool {
        self.only_normal
    }

    /// Whether nothing is said, counted or done because of a row's states, so that it need not be
    /// looked at by itself. Where that is not plain at once, it is none such.
    pub(crate) fn is_usual<'c>(&mut self, cell: impl Fn(usize) -> &'c str) -> bool {
        if let Some(place) = self.of_rows {
            let text = cell(place).trim();
            let is_usual = match &self.last {
                Some((last, is_usual)) if last == text => *is_usual,
                _ => {
                    let state = text.parse::<StationState>();
                    let is_usual = state.map_or(!self.only_normal, StationState::is_normal);
                    self.last = Some((text.to_owned(), is_usual));
                    is_usual
                }
            };
            if !is_usual {
                return false;
            }
        }
        self.unread.iter().all(|place| has_no_mark(cell(*place)))
            && self.marks.iter().all(|mark| matches!(cell(*mark).trim(), "" | "N"))
    }

    /// What marks say about a record's readings.
    pub(crate) fn of_readings(&mut self, record: &Record) -> MarkedReadings {
        let mut marked = MarkedReadings::default();
        for (place, measured, mark) in &self.readings {
            let text = cell(record, *place);
            let behind = StationState::behind(text).filter(|_| !is_unit(*measured, text));
            // A station that sends marks sends one with each reading, also with none.
            let of_column = match mark.map(|mark| (mark, cell(record, mark).parse())) {
                Some((_, Ok(state))) => Some(state),
                Some((mark, Err(_))) if self.only_normal && !text.is_empty() => {
                    marked.unknown.push((mark, UNKNOWN.to_owned()));
                    Some(StationState::Fault)
                }
                _ => None,
            };
            let states = [of_column, behind.map(|(_, state)| state)];
            let state = states.into_iter().flatten().find(|state| !state.is_normal());
            // Letters behind a number void it anyway, where marks do not leave it out.
            let is_told = self.only_normal || of_column.is_some_and(|state| !state.is_normal());
            if let Some(state) = state.filter(|_| is_told && !text.is_empty()) {
                self.not_normal.readings += 1;
                // Of a mark that is not known, that is said.
                if marked.unknown.last().is_none_or(|(at, _)| Some(*at) != *mark) {
                    marked.not_normal.push((*place, state));
                }
            }
            match behind {
                _ if self.only_normal && state.is_some() => {
                    marked.changed.push((*place, String::new()));
                }
                // A mark that all is well voids nothing; any other letter does.
                Some((number, state)) if state.is_normal() => {
                    marked.changed.push((*place, number.to_owned()));
                }
                _ => {}
            }
        }
        marked
    }

    /// Whether a row is used, with the readings that are left out taken out of it, and noted in it.
    pub fn apply(
        &mut self,
        file: &str,
        headers: &[String],
        record: &mut Record,
        faults: &mut Vec<Fault>,
    ) -> bool {
        if record.fault.is_some() {
            return true;
        }
        let mut say = |record: &Record, place: usize, message: &str| {
            let column = headers.get(place).map(String::as_str);
            faults.push(Fault::new(file, record.line, column, cell(record, place), message));
        };
        match self.of_row(record) {
            Err((place, message)) => {
                say(record, place, &message);
                return false;
            }
            Ok(Some(_)) if self.only_normal => return false,
            Ok(_) => {}
        }
        let MarkedReadings { changed, unknown, .. } = self.of_readings(record);
        for (place, message) in &unknown {
            say(record, *place, message);
        }
        // A mark at a blank cell leaves nothing out.
        let left_out =
            changed.iter().filter(|(at, text)| text.is_empty() && !cell(record, *at).is_empty());
        record.left_out = left_out.map(|(place, _)| *place).collect();
        if !changed.is_empty() {
            replace(record, &changed);
        }
        true
    }
}

const UNKNOWN: &str = "expected a mark of HJ 212, or a word for the state of a station; the \
                       reading is left out";

/// Puts texts into some cells of a record.
pub(crate) fn replace(record: &mut Record, changed: &[(usize, String)]) {
    let cells = record.cells.iter().enumerate().map(|(place, cell)| {
        let new = changed.iter().find(|(at, _)| *at == place);
        new.map_or(cell, |(_, text)| text.as_str())
    });
    record.cells = cells.collect();
}

fn cell(record: &Record, place: usize) -> &str {
    record.cells.get(place).unwrap_or("").trim()
}

/// Whether no mark of HJ 212 stands behind the number of a cell: mostly its end alone says so.
fn has_no_mark(cell: &str) -> bool {
    match cell.as_bytes().last() {
        None | Some(b'0'..=b'9' | b'L') => true,
        Some(_) => StationState::behind(cell.trim()).is_none(),
    }
}

/// Whether the letter behind a number is the unit of its column: `18.5C`, `0.5m`.
fn is_unit(measured: MeasuredColumn, text: &str) -> bool {
    match measured.unit().measure() {
        Measure::Temperature | Measure::Degree => text.ends_with(['C', 'c']),
        Measure::Length => text.ends_with(['M', 'm']),
        _ => false,
    }
}

impl NotNormal {
    /// What there was of it, in words; nothing where there was none.
    #[must_use]
    pub fn line(&self) -> Option<String> {
        let Self { rows, readings, left_out } = self;
        let done = if *left_out { "left out" } else { "not left out; --only-normal does" };
        (rows + readings > 0).then(|| {
            format!("not measured normally: {rows} rows and {readings} single readings ({done})")
        })
    }
}
