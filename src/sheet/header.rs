//! Where the headings of a table stand: behind titles, in one row or in two, over items that
//! stand in columns or in rows.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::reading::time::time_text::TableTime;
use crate::sheet::heading::{Heading, Waters};
use crate::sheet::role::Role;
use crate::standard::naming::spelled_unit::SpelledUnit;

/// The headings of a table.
pub(super) struct Header {
    /// Rows before the headings.
    pub(super) title_rows: usize,
    /// Rows of headings.
    pub(super) rows: usize,
    /// The heading of each column.
    pub(super) texts: Vec<String>,
    /// The unit that the titles give for the whole table.
    pub(super) unit: Option<SpelledUnit>,
    /// The column of items, where they stand in rows.
    pub(super) items_in: Option<usize>,
}

/// The greatest number of rows of headings: a group, a name, a unit.
const MOST_ROWS: usize = 3;

/// Finds the headings.
pub(super) fn find_header<R: AsRef<[C]>, C: AsRef<str>>(rows: &[R], waters: Waters) -> Header {
    let width = rows.iter().map(|row| row.as_ref().len()).max().unwrap_or(0);
    let rows: Vec<Vec<Seen<'_>>> = rows
        .iter()
        .map(|row| row.as_ref().iter().map(|cell| Seen::new(cell.as_ref(), waters)).collect())
        .collect();
    let items_in = items_in_rows(&rows);
    let mut texts: Vec<String> = alloc::vec![String::new(); width];
    let first = match items_in {
        Some((_, first_item)) => over_items(&rows, first_item, &mut texts),
        None => first_header(&rows),
    };
    let mut count = usize::from(items_in.is_some());
    for (row, seen) in rows.iter().enumerate().skip(first).take(MOST_ROWS) {
        if items_in.is_some() || (row > first && !goes_on(&rows[first], seen)) {
            break;
        }
        add(&mut texts, seen, count == 0, waters);
        count += 1;
    }
    let unit = rows[..first].iter().flatten().find_map(|cell| unit_of_table(cell.text));
    Header { title_rows: first, rows: count, texts, unit, items_in: items_in.map(|it| it.0) }
}

/// A cell and what it would be as a heading.
struct Seen<'a> {
    text: &'a str,
    heading: Heading,
    is_unit: bool,
}

impl<'a> Seen<'a> {
    fn new(text: &'a str, waters: Waters) -> Self {
        let text = text.trim();
        if names_nothing(text) {
            return Self { text, heading: Heading::Other, is_unit: false };
        }
        let is_unit = !text.is_empty() && text.parse::<SpelledUnit>().is_ok();
        Self { text, heading: Heading::read(text, waters), is_unit }
    }

    const fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it begins as a number does; a code of digits may be one too.
    fn is_number(&self) -> bool {
        let start = self.text.trim_start_matches(['<', '＜', '-', '+', '.', '>', '≤']);
        let is_name = matches!(self.heading, Heading::Measured(_))
            && !self.text.bytes().all(|byte| byte.is_ascii_digit());
        start.starts_with(|character: char| character.is_ascii_digit()) && !is_name
    }

    /// Whether it names a quantity, digits left aside.
    fn is_item(&self) -> bool {
        matches!(self.heading, Heading::Measured(_))
            && !self.text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether it is known as a heading.
    const fn is_known(&self) -> bool {
        matches!(self.heading, Heading::Measured(_) | Heading::Role(_) | Heading::NotRead(_))
    }
}

/// Whether a heading is a time, or a month of which the year is not said: `1月`, `1月份`.
pub(super) fn is_time(heading: &str) -> bool {
    let heading = heading.trim();
    let month = heading.strip_suffix("月份").or_else(|| heading.strip_suffix('月'));
    let is_month = month.is_some_and(|it| it.parse::<u8>().is_ok_and(|it| (1..=12).contains(&it)));
    is_month || heading.parse::<TableTime>().is_ok()
}

/// Whether a cell is a number, a detection limit or a time: most are, and they name nothing but for
/// codes of three digits.
fn names_nothing(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_of_digits = |byte: u8| matches!(byte, b'0'..=b':' | b'-' | b'+' | b',' | b' ');
    if digits > 0 && text.len() != 3 && text.bytes().all(is_of_digits) {
        return true;
    }
    let inside = text.strip_prefix('<').unwrap_or(text);
    let inside = inside.strip_suffix(['L', 'l']).unwrap_or(inside);
    let of_number = |byte: u8| is_of_digits(byte) || byte == b'.';
    // Three digits may be a code, but for those with a point.
    digits > 0 && (digits != 3 || inside.contains('.')) && inside.bytes().all(of_number)
}

fn count<'a>(row: &[Seen<'a>], test: impl Fn(&Seen<'a>) -> bool) -> usize {
    row.iter().filter(|cell| test(cell)).count()
}

fn filled(row: &[Seen<'_>]) -> usize {
    count(row, |cell| !cell.is_blank())
}

/// The column that items stand in below each other, and the row of the first; only where no
/// row names two, and none names an item and its value in columns of their own.
fn items_in_rows(rows: &[Vec<Seen<'_>>]) -> Option<(usize, usize)> {
    let is_wide = rows.iter().any(|row| count(row, Seen::is_item) > 1);
    let is_long = rows.iter().any(|row| {
        let has = |roles: &[Role]| {
            row.iter().any(|cell| matches!(cell.heading, Heading::Role(it) if roles.contains(&it)))
        };
        // A laboratory's sheet may have a column of means beside those of its samples, which have
        // names or times of their own; a table of single readings says where or when they are of.
        let of_samples = [Role::Section, Role::SectionCode, Role::Point, Role::WaterName];
        let of_times = [Role::Time, Role::Month, Role::Year];
        let is_placed = has(&of_samples) || has(&of_times);
        let others = count(row, |cell| matches!(cell.heading, Heading::Other) && !cell.is_blank());
        let is_of_values = has(&[Role::Item, Role::ItemCode]) && has(&[Role::Value]);
        // Beside columns of times, that of a value is one of their means.
        is_of_values && (is_placed || others < 2) && count(row, |cell| is_time(cell.text)) == 0
    });
    if is_wide || is_long {
        return None;
    }
    // A number of the row and a group may stand before the item.
    (0..3).find_map(|column| {
        let is_item = |row: &Vec<Seen<'_>>| row.get(column).is_some_and(Seen::is_item);
        let first = rows.iter().position(is_item)?;
        let items = rows.iter().filter(|row| is_item(row)).count();
        let others = rows[first..].iter().filter(|row| filled(row) > 1 && !is_item(row)).count();
        (items > 1 && items >= others && first > 0).then_some((column, first))
    })
}

/// The row of headings over items that stand in rows, and its texts: the row that says which
/// column holds items or units, else the first. The rows around it say what the samples are, and
/// one of them names a column that has no text of its own.
fn over_items(rows: &[Vec<Seen<'_>>], first_item: usize, texts: &mut [String]) -> usize {
    let last = first_item.saturating_sub(1);
    let above = rows[..last].iter().rev().take_while(|row| filled(row) > 1).count();
    let block = last - above..first_item;
    let is_header = |row: &Vec<Seen<'_>>| {
        let is = |cell: &Seen<'_>| {
            matches!(cell.heading, Heading::Role(Role::Item | Role::ItemCode | Role::Unit))
        };
        row.iter().any(is)
    };
    let header = block.clone().find(|row| is_header(&rows[*row])).unwrap_or(block.start);
    for (place, text) in texts.iter_mut().enumerate() {
        let cell = |row: usize| rows[row].get(place).map_or("", |cell| cell.text);
        let named = core::iter::once(header).chain(block.clone()).map(cell);
        if let Some(found) = named.into_iter().find(|cell| !cell.is_empty()) {
            found.clone_into(text);
        }
    }
    header
}

/// The first row that looks like headings.
fn first_header(rows: &[Vec<Seen<'_>>]) -> usize {
    let is_header = |row: &&Vec<Seen<'_>>| {
        let known = count(row, Seen::is_known);
        known > 1 && known * 2 >= filled(row) && count(row, Seen::is_number) == 0
    };
    let is_likely = |place: &usize| {
        // A title stands alone over a wider table.
        let next = rows.get(place + 1).map_or(0, |row| filled(row));
        let is_title = filled(&rows[*place]) == 1 && next > 1;
        count(&rows[*place], Seen::is_known) > 0 && !is_title
    };
    rows.iter()
        .position(|row| is_header(&row))
        .or_else(|| (0..rows.len()).find(is_likely))
        .or_else(|| rows.iter().position(|row| filled(row) > 0))
        .unwrap_or(0)
}

/// Whether a row goes on with the headings: units, or names below groups; no row of readings.
fn goes_on(first: &[Seen<'_>], row: &[Seen<'_>]) -> bool {
    let (filled, items) = (filled(row), count(row, Seen::is_item));
    // A row of a table that names one item in each is no heading; a group 监测项目 stands over
    // several.
    let has_items = first.iter().any(|cell| matches!(cell.heading, Heading::Role(Role::Item)));
    let is_row_of_item = has_items && items < 2 && items < filled;
    let more = count(row, |cell| cell.is_unit || cell.is_known());
    !is_row_of_item && more > 0 && more * 2 >= filled && count(row, Seen::is_number) == 0
}

/// Adds a row of headings to those above it.
fn add(texts: &mut [String], row: &[Seen<'_>], is_first: bool, waters: Waters) {
    // A group stands in its first column alone, over the columns with a name below it.
    let mut group = String::new();
    for (place, text) in texts.iter_mut().enumerate() {
        let cell = row.get(place);
        let below = cell.map_or("", |cell| cell.text);
        if is_first {
            below.clone_into(text);
            continue;
        }
        if !text.is_empty() {
            group.clone_from(text);
        } else if !below.is_empty() {
            text.clone_from(&group);
        }
        if !below.is_empty() {
            *text = joined(text, below, cell.is_some_and(|cell| cell.is_unit), waters);
        }
    }
}

/// The heading of a group and what stands below it.
fn joined(group: &str, below: &str, is_unit: bool, waters: Waters) -> String {
    if group.is_empty() {
        return below.to_owned();
    }
    let both = if is_unit {
        alloc::format!("{group} ({below})")
    } else {
        alloc::format!("{group} {below}")
    };
    let is_named = |text: &str| {
        matches!(Heading::read(text, waters), Heading::Measured(_) | Heading::NotRead(_))
    };
    let is_measured = matches!(Heading::read(&both, waters), Heading::Measured(_));
    if is_measured || is_named(group) || is_unit {
        return both;
    }
    // The unit of a group is that of its columns: 监测项目（mg/L）.
    let unit = unit_in_bracket(group)
        .map(|unit| alloc::format!("{below} ({unit})"))
        .filter(|with| matches!(Heading::read(with, waters), Heading::Measured(_)));
    let has_own =
        matches!(Heading::read(below, waters), Heading::Measured(it) if it.stated_unit().is_some());
    match unit {
        Some(with) if !has_own => with,
        _ => below.to_owned(),
    }
}

/// The unit that stands in the last bracket of a heading.
fn unit_in_bracket(text: &str) -> Option<&str> {
    let inner = text.trim().strip_suffix([')', '）'])?;
    let (_, inside) = inner.rsplit_once(['(', '（'])?;
    let unit = inside.rsplit([':', '：']).next().unwrap_or(inside).trim();
    unit.parse::<SpelledUnit>().is_ok().then_some(unit)
}

/// The unit of a whole table, in a title: 单位：mg/L.
fn unit_of_table(text: &str) -> Option<SpelledUnit> {
    let (_, behind) = text.split_once("单位")?;
    let behind = behind.trim_start_matches([':', '：', ' ', '\u{3000}']);
    let end = behind.find([',', '，', ')', '）', ';', '；', '、', ' ']).unwrap_or(behind.len());
    behind[..end].parse().ok()
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::names_nothing;
    use crate::sheet::heading::{Heading, Waters};

    /// Every text of up to four of these characters that is taken for a number names nothing.
    #[test]
    fn numbers_and_times_name_nothing() {
        const CHARACTERS: [char; 9] = ['0', '1', '3', '6', '.', '-', ':', 'L', '<'];
        let mut texts = alloc::vec![String::new()];
        let mut numbers = 0;
        for _ in 0..4 {
            let longer = texts
                .iter()
                .flat_map(|text| CHARACTERS.iter().map(move |next| alloc::format!("{text}{next}")));
            texts = longer.collect();
            // Of digits and signs alone, all but three characters are held for times.
            let has_more = |text: &&String| text.contains(['.', 'L', '<']);
            for text in texts.iter().filter(|text| names_nothing(text)).filter(has_more) {
                numbers += 1;
                for waters in [Waters::Surface, Waters::Ground] {
                    let heading = Heading::read(text, waters);
                    assert!(
                        matches!(heading, Heading::Other | Heading::Usual),
                        "{text}: {heading:?}"
                    );
                }
            }
        }
        assert!(numbers > 500, "{numbers}");
    }
}
