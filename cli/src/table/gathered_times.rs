//! A table with sections and items in its rows, and times in its columns: each cell becomes a row of
//! one reading.

use gb3838::sheet::{Layout, Role, TableTime, Waters};

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
        let times: Vec<_> = layout.samples().map(|place| (place, heading(place))).collect();
        let section = layout.role(Role::Section)?;
        let is_one = !times.iter().any(|(place, _)| *place == section)
            && !times.is_empty()
            && times.iter().all(|(_, heading)| is_time(heading));
        let roles = [Role::Section, Role::Point, Role::Unit, Role::DetectionLimit];
        let kept = roles.into_iter().filter_map(|role| layout.role(role)).chain(layout.item());
        let kept: Vec<usize> = kept.filter(|_| is_one).collect();
        let mut headings: Vec<String> = kept.iter().map(|place| heading(*place)).collect();
        headings.extend(["时间", "监测结果"].map(str::to_owned));
        let layout = Layout::of_headings(&headings, Waters::Surface);
        is_one.then_some(Self { layout, kept, times })
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

/// Whether a heading is a time, or a month, of which the year is not said.
fn is_time(heading: &str) -> bool {
    let month = heading.strip_suffix(['月', '份']).map(|it| it.trim_end_matches('月'));
    let is_month = month.is_some_and(|it| it.parse::<u8>().is_ok_and(|it| (1..=12).contains(&it)));
    is_month || heading.parse::<TableTime>().is_ok()
}
