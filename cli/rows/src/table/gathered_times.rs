//! A table with sections and items in its rows, and times in its columns: each cell becomes a row of
//! one reading.

use gb3838::sheet::{Heading, Layout, Role, TableTime, Waters};

use crate::table::records::Record;

/// Such a table as one of single readings.
pub(super) struct TimesInColumns {
    /// The layout of the rows that are made.
    pub(super) layout: Layout,
    /// The columns that stay as they are.
    kept: Vec<usize>,
    /// The columns of times, each with its heading.
    times: Vec<(usize, String)>,
}

impl TimesInColumns {
    /// `None` of any other table.
    pub(super) fn of(layout: &Layout) -> Option<Self> {
        let heading = |place: usize| layout.columns()[place].heading().trim().to_owned();
        let times = layout.samples().filter(|place| layout.is_of_time(*place));
        let times: Vec<_> = times.map(|place| (place, heading(place))).collect();
        let has_time = TIMES.into_iter().any(|role| layout.role(role).is_some());
        if layout.role(Role::Section).is_none() || times.is_empty() || has_time {
            return None;
        }
        // All that says what a reading is of, or how it was measured.
        let is_kept = |place: usize| {
            let meaning = layout.columns()[place].meaning();
            let is_role = matches!(meaning, Heading::Role(role) if *role != Role::Value);
            (is_role || layout.item() == Some(place)) && !times.iter().any(|(at, _)| *at == place)
        };
        let kept: Vec<usize> = (0..layout.columns().len()).filter(|at| is_kept(*at)).collect();
        let of_kept = kept.iter().map(|place| match layout.columns()[*place].meaning() {
            // It was known by its words, which are not looked at again.
            Heading::Role(Role::WaterBody) => "水体类型".to_owned(),
            _ => heading(*place),
        });
        let mut headings: Vec<String> = of_kept.collect();
        let are_months = times.iter().all(|(_, heading)| is_month(heading));
        let has_year = layout.role(Role::Year).is_some();
        let time = if are_months && has_year { "月份" } else { "时间" };
        headings.extend([time, "监测结果"].map(str::to_owned));
        let layout = Layout::of_headings(&headings, Waters::Surface);
        Some(Self { layout, kept, times })
    }

    /// Whether a column stays, or is one of times.
    pub(super) fn is_read(&self, place: usize) -> bool {
        self.kept.contains(&place) || self.times.iter().any(|(at, _)| *at == place)
    }

    /// The readings of a row, one by one.
    pub(super) fn readings(&self, record: &Record) -> impl Iterator<Item = Record> {
        let cell = |place: usize| record.cells.get(place).unwrap_or("");
        self.times.iter().map(move |(place, time)| {
            let kept = self.kept.iter().map(|place| cell(*place));
            let cells = kept.chain([time.as_str(), cell(*place)]).collect();
            Record { line: record.line, cells, ..Record::default() }
        })
    }
}

/// What says the time of a whole row.
const TIMES: [Role; 4] = [Role::Time, Role::Month, Role::Day, Role::Hour];

/// Whether a heading of a time is a month without a year.
fn is_month(heading: &str) -> bool {
    heading.parse::<TableTime>().is_err()
}
