//! What a row is by its labels: one of readings, or a mean, a limit, a remark between them.

use std::collections::HashSet;

use gb3838::sheet::{Layout, Role, RowKind};

use crate::table::fault::Fault;
use crate::table::records::Record;

/// The most labels that are remembered.
const KNOWN: usize = 1 << 16;

/// Tells rows of readings from others.
#[derive(Debug)]
pub(crate) struct Labels {
    layout: Layout,
    /// The columns whose cells say what a row is.
    places: Vec<usize>,
    /// Texts that were seen to head readings, and head nothing else in any row.
    known: HashSet<String>,
}

impl Labels {
    /// The labels of a table, none of which was seen yet.
    pub(crate) fn new(layout: &Layout) -> Self {
        let labels = [Role::Section, Role::Point, Role::Time, Role::Month];
        let places = labels.into_iter().filter_map(|role| layout.role(role)).collect();
        Self { layout: layout.clone(), places, known: HashSet::new() }
    }

    /// The columns whose cells say what a row is.
    pub(crate) fn places(&self) -> &[usize] {
        &self.places
    }

    /// Whether a row is one of readings because its first cell is a number and no other says what
    /// it is.
    pub(crate) fn is_numbered(&self, first: &[u8]) -> bool {
        // A number is no blank cell; places that stand first are that cell.
        first.first().is_some_and(u8::is_ascii_digit)
            && RowKind::is_number(first)
            && self.places.iter().all(|place| *place == 0)
    }

    /// What a row is that is left out, aloud, and its label; `None` for all others.
    pub(crate) fn left_out<'c>(
        &mut self,
        width: usize,
        cell: impl Fn(usize) -> &'c str,
    ) -> Option<(&'c str, RowKind)> {
        let first = (0..width).find(|place| !cell(*place).trim().is_empty())?;
        // A row whose labels were seen before, or are times or numbers, is one of readings.
        let is_known = |place: usize| {
            let cell = cell(place);
            RowKind::is_number(cell.as_bytes()) || self.known.contains(cell)
        };
        if self.places.iter().copied().filter(|place| *place < width).all(is_known)
            && is_known(first)
        {
            return None;
        }
        let cells: Vec<&str> = (0..width).map(&cell).collect();
        let kind = self.layout.row_kind(&cells);
        if kind.is_left_out() {
            return Some((cell(first), kind));
        }
        for place in self.places.iter().copied().chain([first]).filter(|place| *place < width) {
            let cell = cells[place];
            // The headings stand once more where all cells are headings.
            let is_heading =
                self.layout.columns().iter().any(|it| it.heading().trim() == cell.trim());
            // It signs the table where nothing else stands in its row.
            let may_head_nothing = is_heading || RowKind::is_sign_off(cell);
            if self.known.len() < KNOWN && !RowKind::is_number(cell.as_bytes()) && !may_head_nothing
            {
                self.known.insert(cell.to_owned());
            }
        }
        None
    }

    /// The fault of a record that is left out.
    pub(crate) fn left_out_of(&mut self, file: &str, record: &Record) -> Option<Fault> {
        if record.fault.is_some() {
            return None;
        }
        let cell = |place| record.cells.get(place).unwrap_or("");
        let (label, kind) = self.left_out(record.cells.len(), cell)?;
        let message = format!("it heads {}, no readings; the row is left out", kind.what());
        Some(Fault::new(file, record.line, None, label, message))
    }
}
