//! Readings in texts: by the library's text columns, and cell by cell where one cannot hold them.

use gb3838::batch::{TextColumn, TextFindingKind};
use gb3838::sheet::MeasuredColumn;
use gb3838::{Bits, Missing, Notation, Reading};

use crate::arrow::import::ColumnView;
use crate::arrow::text_column::Finding;
use crate::arrow::texts::{Offsets, Texts};

/// The places of the integers that texts are brought to: 64 bits hold nine digits before the point
/// and nine behind it.
const SCALE: u8 = 9;

/// A column of texts, and how they are read.
pub(crate) struct TextCells<'t, 'a> {
    pub(crate) texts: &'t Texts<'a>,
    pub(crate) column: &'t ColumnView<'a>,
    pub(crate) measured: MeasuredColumn,
    pub(crate) notation: Notation,
}

impl TextCells<'_, '_> {
    /// One cell, in the unit of the limits; `None` where there is none.
    ///
    /// # Errors
    /// What must be said about the cell, which has no value then.
    pub(crate) fn read(&self, row: usize) -> Result<Option<Reading>, String> {
        if !self.column.is_valid(row) {
            return Ok(None);
        }
        let Some(bytes) = self.texts.get(row) else { return Ok(None) };
        let text = core::str::from_utf8(bytes).map_err(|error| error.to_string())?;
        let cell = self.measured.read_cell(text, &self.notation);
        let cell = cell.map_err(|error| error.to_string())?;
        cell.finding().map_or(Ok(cell.reading()), |finding| Err(finding.to_string()))
    }

    /// All cells at once, with what must be said about them; `None` where the heading has a unit
    /// of its own, and where a number has no room.
    pub(crate) fn fast(&self, findings: &mut Vec<Finding>) -> Option<TextColumn<i64>> {
        let item = self.measured.item()?;
        if self.measured.unit() != self.measured.quantity().unit() {
            return None;
        }
        let mut column = TextColumn::new(item, SCALE).with_notation(self.notation);
        self.push_all(&mut column);
        let is_beside = |kind: &TextFindingKind| !matches!(kind, TextFindingKind::NotRead(_));
        if column.findings().iter().any(|finding| is_beside(finding.kind())) {
            return None;
        }
        let voided = [Missing::Voided, Missing::SpreadsheetError];
        if !column.findings().is_empty() || voided.iter().any(|it| column.missing_for(*it) > 0) {
            // What they are is told by the reader of single cells.
            for row in (0..column.rows()).filter(|row| column.validity().get(*row) != Some(true)) {
                if let Err(text) = self.read(row) {
                    findings.push(Finding { row, item, text });
                }
            }
        }
        Some(column)
    }

    fn push_all(&self, into: &mut TextColumn<i64>) {
        let validity = self.column.validity;
        if let Texts::Offsets(Offsets::Short(offsets), bytes) = self.texts
            && into.extend_from_offsets(offsets, bytes, validity).is_ok()
        {
            return;
        }
        for row in 0..self.column.rows {
            let is_valid = |bits: Bits<'_>| bits.get(row) == Some(true);
            let cell = if validity.is_none_or(is_valid) { self.texts.get(row) } else { None };
            into.push(cell.unwrap_or_default());
        }
    }
}
