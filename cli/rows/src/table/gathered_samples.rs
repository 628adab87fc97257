//! A laboratory's sheet: a row an item, a column a sample.

use gb3838::sheet::{Heading, Layout, Role, RowKind, TableTime, Waters};

use crate::table::columns::{GatheredColumns, why};
use crate::table::fault::Fault;
use crate::table::gathered::{Gathered, Quantities, with_limit};
use crate::table::records::{Record, Records};

/// What is read of a sheet, sample by sample.
#[derive(Default)]
struct Sheet {
    /// What each sample is, by rows that say so: heading, a cell a sample.
    words: Vec<(String, Vec<String>)>,
    quantities: Quantities,
    values: Vec<Vec<String>>,
    faults: Vec<Fault>,
    left_out: Vec<Fault>,
}

/// Turns the rows of items into rows of samples.
pub(super) fn read(
    file: &str,
    records: &mut Records<'_>,
    layout: &Layout,
) -> Result<Gathered, String> {
    let line = records.header_line();
    let samples: Vec<usize> = layout.samples().collect();
    let headings = |place: &usize| layout.columns()[*place].heading().to_owned();
    let names: Vec<String> = samples.iter().map(headings).collect();
    let are_times = names.iter().all(|name| name.parse::<TableTime>().is_ok());
    let is_read = |place: usize| {
        let is = |role| layout.columns()[place].meaning() == &Heading::Role(role);
        samples.contains(&place)
            || layout.item() == Some(place)
            || is(Role::Unit)
            || is(Role::DetectionLimit)
    };
    let (columns, faults) = GatheredColumns::of((file, line), layout, is_read);
    let mut sheet = Sheet { faults, ..Sheet::default() };
    sheet.words.push((if are_times { "time" } else { "section" }.to_owned(), names));
    // What the samples are may stand over the headings too; a title stands alone.
    for title in records.titles() {
        if title.cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1 {
            sheet.add(file, layout, &samples, title);
        }
    }
    let mut record = Record::default();
    while records.read(&mut record)? {
        sheet.add(file, layout, &samples, &record);
    }
    // The first row of headings is of the samples; what is said below it is said once more.
    // Points stand for sections where the samples have numbers alone: 1#, S2.
    let (first, others) = sheet.words.split_at(1);
    let are_numbers =
        first[0].1.iter().all(|name| name.contains(|it: char| it == '#' || it.is_ascii_digit()));
    let has_section = others.iter().any(|(name, _)| {
        let meaning = Heading::read(name, Waters::Surface);
        meaning == Heading::Role(Role::Section)
            || (are_numbers && meaning == Heading::Role(Role::Point))
    });
    if has_section && !are_times {
        "sample".clone_into(&mut sheet.words[0].0);
    }
    let headers = sheet.words.iter().map(|(name, _)| name.clone());
    let headers = headers.chain(sheet.quantities.columns.iter().map(ToString::to_string));
    let rows = (0..samples.len()).map(|sample| {
        let words = sheet.words.iter().map(|(_, cells)| cells[sample].as_str());
        let values = sheet.values.iter().map(|cells| cells[sample].as_str());
        Record { line, cells: words.chain(values).collect(), ..Record::default() }
    });
    let (headers, rows) = (headers.collect(), rows.collect());
    Ok(Gathered { headers, rows, faults: sheet.faults, left_out: sheet.left_out, columns })
}

impl Sheet {
    fn add(&mut self, file: &str, layout: &Layout, samples: &[usize], record: &Record) {
        let item = layout.item().unwrap_or(0);
        let cells: Vec<&str> = record.cells.iter().map(str::trim).collect();
        let name = cells.get(item).copied().unwrap_or("");
        let column = layout.columns().get(item).map(gb3838::sheet::Column::heading);
        let mut fault = |text: &str, message: String| {
            self.faults.push(Fault::new(file, record.line, column, text, message));
        };
        if let Some(message) = &record.fault {
            return fault(&record.text(), message.clone());
        }
        let kind = layout.row_kind(&cells);
        if kind == RowKind::Blank {
            return;
        }
        if kind.is_left_out() {
            let message = format!("it heads {}, no readings; the row is left out", kind.what());
            self.left_out.push(Fault::new(file, record.line, column, name, message));
            return;
        }
        let of_samples = |limit: &dyn Fn(&str) -> String| -> Vec<String> {
            samples.iter().map(|place| limit(cells.get(*place).unwrap_or(&""))).collect()
        };
        if let Heading::Role(role) = Heading::read(name, Waters::Surface)
            && !matches!(role, Role::Limit | Role::DetectionLimit | Role::Item | Role::ItemCode)
        {
            self.words.push((name.to_owned(), of_samples(&|cell| cell.to_owned())));
            return;
        }
        let measured = match layout.measured_of(&cells) {
            Some(Ok(measured)) => measured,
            Some(Err(not_read)) => return fault(name, why(&not_read)),
            None => return,
        };
        let limit = layout.role(Role::DetectionLimit).and_then(|place| cells.get(place)).copied();
        if self.quantities.columns.iter().any(|it| it.quantity() == measured.quantity()) {
            let message = "a row of the same item stands before it, which is kept".to_owned();
            return fault(name, message);
        }
        self.quantities.place(measured);
        self.values.push(of_samples(&|cell| with_limit(cell, limit, measured)));
    }
}
