//! What the columns of a file of readings hold, by their headers.

use csv::StringRecord;
use gb3838::Item;

use crate::table::fault::Fault;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Time,
    Section,
    Point,
    WaterBody,
    Item(Item),
    /// Nothing of the standard, but usual in such files.
    Usual,
    Unknown,
    /// The same as a column before it.
    Repeated,
}

/// Headers in the order of the columns that they name; an item's are known to the item.
const NAMES: [(Column, &[&str]); 5] = [
    (Column::Time, &["time", "date", "时间", "日期", "监测时间", "采样时间"]),
    (Column::Section, &["section", "station", "断面", "断面名称", "站点"]),
    (Column::Point, &["point", "点位", "测点"]),
    (Column::WaterBody, &["water_body"]),
    (
        Column::Usual,
        &[
            "row",
            "province",
            "basin",
            "class_printed",
            "ec",
            "conductivity",
            "turbidity",
            "chla",
            "algae",
            "省份",
            "流域",
            "水质类别",
            "电导率",
            "浊度",
            "叶绿素",
            "藻密度",
        ],
    ),
];

impl Column {
    /// What a column of this header holds.
    pub(crate) fn of(header: &str) -> Self {
        let header = header.trim();
        let is = |names: &[&str]| names.iter().any(|name| header.eq_ignore_ascii_case(name));
        if let Some((column, _)) = NAMES.iter().find(|(_, names)| is(names)) {
            *column
        } else {
            header.parse().map_or(Self::Unknown, Self::Item)
        }
    }

    /// What each column holds; of those that are read, a second one of the same meaning is
    /// [`Column::Repeated`], and a fault.
    pub(crate) fn all(
        file: &str,
        headers: &StringRecord,
        is_read: impl Fn(Self) -> bool,
    ) -> (Vec<Self>, Vec<Fault>) {
        let (mut columns, mut faults) = (Vec::new(), Vec::new());
        for header in headers {
            let mut column = Self::of(header);
            if is_read(column) && columns.contains(&column) {
                let message = "a column of the same meaning stands before it; it is not read";
                faults.push(Fault::of_header(file, header, message));
                column = Self::Repeated;
            }
            columns.push(column);
        }
        (columns, faults)
    }
}
