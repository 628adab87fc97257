//! Tables as the sheets of a workbook: frozen headings, class colours, numbers as printed.

#[cfg(not(feature = "office"))]
use std::path::Path;

use gb3838::report::Table;

/// A sheet: a table, or lines of text.
#[derive(Debug)]
#[cfg_attr(not(feature = "office"), expect(dead_code, reason = "only a workbook shows it"))]
pub(crate) struct Sheet<'a> {
    pub(crate) name: &'a str,
    pub(crate) content: Content<'a>,
}

/// What stands in a sheet.
#[derive(Debug)]
#[cfg_attr(not(feature = "office"), expect(dead_code, reason = "only a workbook shows it"))]
pub(crate) enum Content<'a> {
    Table(&'a Table),
    Lines(Vec<String>),
}

impl<'a> Sheet<'a> {
    pub(crate) fn of_table(table: &'a Table) -> Self {
        Self { name: table.title(), content: Content::Table(table) }
    }

    pub(crate) const fn of_lines(name: &'a str, lines: Vec<String>) -> Self {
        Self { name, content: Content::Lines(lines) }
    }
}

/// Writes a workbook: whole or not at all.
///
/// # Errors
/// Always: this program was built without workbooks.
#[cfg(not(feature = "office"))]
pub(crate) fn save(path: &Path, _sheets: &[Sheet<'_>]) -> Result<(), String> {
    Err(format!(
        "{}: a workbook is written by a program that was built with them; \
         `cargo install --path cli --features office` builds one",
        path.display()
    ))
}

#[cfg(feature = "office")]
pub(crate) use office::save;

#[cfg(feature = "office")]
mod office {
    use std::path::Path;

    use gb3838::report::Table;
    use gb3838::{Class, Quality};
    use rust_xlsxwriter::{
        Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
    };

    use super::{Content, Sheet};
    use crate::program::file;

    /// The greatest width of a column, in characters; longer cells fold.
    const WIDEST: usize = 42;
    /// The least width that a wide table leaves to a column of long cells.
    const NARROWEST: usize = 14;
    /// The width that a heading asks for; a longer one folds.
    const HEADING: usize = 15;
    /// The width of a table that is legible on one page of A4, printed across.
    const PAGE: usize = 140;
    /// The height of a line, in points.
    const LINE: f64 = 17.0;

    /// Writes a workbook: whole or not at all.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn save(path: &Path, sheets: &[Sheet<'_>]) -> Result<(), String> {
        let bytes = written(sheets).map_err(|error| {
            format!("{}: the workbook cannot be written: {error}", path.display())
        })?;
        file::replace(path, &bytes)
    }

    fn written(sheets: &[Sheet<'_>]) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let mut names: Vec<String> = Vec::new();
        for sheet in sheets {
            let name = free_name(sheet.name, &names);
            let page = book.add_worksheet();
            page.set_name(&name)?;
            page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
            page.set_header_footer_align_with_page(true).set_footer("&C&P / &N");
            match &sheet.content {
                Content::Table(table) => write_table(page, table)?,
                Content::Lines(lines) => write_lines(page, lines)?,
            }
            names.push(name);
        }
        book.save_to_buffer()
    }

    /// A name that a sheet can have and none has yet: at most 31 characters, and others in the
    /// place of `[]:*?/\`.
    fn free_name(title: &str, taken: &[String]) -> String {
        let allowed = |it: char| match it {
            '/' => '\u{2215}',
            ':' => '：',
            '[' => '(',
            ']' => ')',
            '*' | '?' | '\\' | '\'' => '_',
            other => other,
        };
        // What stands in brackets behind a long title is left to the title in the sheet.
        let is_long = width(title) > 31;
        let name = title.split(['(', '（']).next().filter(|it| is_long && !it.trim().is_empty());
        let short: String = name.unwrap_or(title).trim().chars().map(allowed).collect();
        let short = shortened(&short, 31);
        let is_free = |name: &str| !name.is_empty() && !taken.iter().any(|it| it == name);
        if is_free(&short) {
            return short;
        }
        let short = shortened(&short, 26);
        // One number more than there are names is free.
        let numbered = (2..).map(|number| format!("{short} {number}"));
        numbered.take(taken.len() + 2).find(|name| is_free(name)).unwrap_or_default()
    }

    /// At most so many characters of a text, whole words where it has words.
    fn shortened(text: &str, most: usize) -> String {
        if text.chars().count() <= most {
            return text.to_owned();
        }
        let start: String = text.chars().take(most - 1).collect();
        let words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
        format!("{words}…")
    }

    fn write_lines(page: &mut Worksheet, lines: &[String]) -> Result<(), XlsxError> {
        let (bold, folded) = (Format::new().set_bold(), Format::new().set_text_wrap());
        let folded = folded.set_align(FormatAlign::Top);
        page.set_column_width(0, 110)?;
        for (row, line) in (0..).zip(lines) {
            // A heading stands behind a blank line, the title in the first.
            let is_heading = row == 0 || lines.get(row as usize - 1).is_some_and(String::is_empty);
            page.write_string_with_format(row, 0, line, if is_heading { &bold } else { &folded })?;
            page.set_row_height(row, height(lines_in(line, 110)))?;
        }
        Ok(())
    }

    fn write_table(page: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
        let columns = columns(table);
        let title = Format::new().set_bold().set_font_size(12);
        page.write_string_with_format(0, 0, table.title(), &title)?;
        page.set_row_height(0, LINE + 3.0)?;
        let heading = bordered()
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(0x00EA_F0F6));
        for (column, text) in (0..).zip(table.headers()) {
            page.write_string_with_format(1, column, text, &heading)?;
        }
        page.set_row_height(1, row_height(table.headers(), &columns))?;
        for (row, cells) in (2..).zip(table.rows()) {
            for ((column, cell), of) in (0..).zip(cells).zip(&columns) {
                write_cell(page, (row, column), cell, of.is_of_numbers)?;
            }
            page.set_row_height(row, row_height(cells, &columns))?;
        }
        page.set_freeze_panes(2, 1)?;
        let last = u32::try_from(table.rows().len()).unwrap_or(u32::MAX).saturating_add(1);
        if let Some(width) = u16::try_from(table.headers().len()).ok().filter(|it| *it > 0) {
            page.autofilter(1, 0, last, width - 1)?;
        }
        page.set_repeat_rows(1, 1)?;
        for (column, of) in (0..).zip(&columns) {
            page.set_column_width(column, f64::from(u32::try_from(of.width).unwrap_or(8)))?;
        }
        Ok(())
    }

    /// How a column is shown.
    struct Column {
        /// In characters.
        width: usize,
        /// Numbers and marks of none stand at the right; where there are other texts, all cells
        /// stand at the left.
        is_of_numbers: bool,
    }

    fn columns(table: &Table) -> Vec<Column> {
        let cells = |place: usize| table.rows().iter().filter_map(move |row| row.get(place));
        // The heading has room for the arrow of its filter, and folds where it is long.
        let natural = |(place, text): (usize, &String)| {
            cells(place)
                .map(|cell| width(cell))
                .max()
                .unwrap_or(0)
                .max((width(text) + 3).min(HEADING))
                + 3
        };
        let natural: Vec<usize> = table.headers().iter().enumerate().map(natural).collect();
        let total = |most: usize| natural.iter().map(|width| *width.min(&most)).sum::<usize>();
        let most = (NARROWEST..=WIDEST).rev().find(|most| total(*most) <= PAGE);
        let most = most.unwrap_or(NARROWEST);
        let is_of_numbers = |place| {
            let is_none = |cell: &str| matches!(cell, "" | "—" | "–" | "--");
            cells(place).all(|cell| is_none(cell) || number(cell).is_some())
                && cells(place).any(|cell| !is_none(cell))
        };
        let column = |(place, width): (usize, &usize)| Column {
            width: *width.min(&most),
            is_of_numbers: is_of_numbers(place),
        };
        natural.iter().enumerate().map(column).collect()
    }

    fn row_height(cells: &[String], columns: &[Column]) -> f64 {
        let lines = cells.iter().zip(columns).map(|(cell, column)| lines_in(cell, column.width));
        height(lines.max().unwrap_or(1))
    }

    fn height(lines: usize) -> f64 {
        LINE * f64::from(u32::try_from(lines).unwrap_or(u32::MAX))
    }

    /// The lines that a text takes in a column: words are not broken, so that a line in ten is
    /// not full.
    fn lines_in(text: &str, column: usize) -> usize {
        let room = (column.saturating_sub(3) * 9 / 10).max(1);
        let lines =
            |line: &str| if width(line) + 2 < column { 1 } else { width(line).div_ceil(room) };
        text.lines().map(lines).sum::<usize>().max(1)
    }

    /// How wide a text is: a Chinese character is as wide as two letters, and so is a numeral of
    /// one character.
    fn width(text: &str) -> usize {
        text.chars().map(|it| if it < '\u{1100}' { 1 } else { 2 }).sum()
    }

    /// A cell with thin lines around it, which folds.
    fn bordered() -> Format {
        Format::new()
            .set_text_wrap()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x00C9_D1DA))
    }

    /// A number with as many decimals as are printed, a class in its colour, or a text.
    fn write_cell(
        page: &mut Worksheet,
        (row, column): (u32, u16),
        cell: &str,
        is_of_numbers: bool,
    ) -> Result<(), XlsxError> {
        let side = if is_of_numbers { FormatAlign::Right } else { FormatAlign::Left };
        let folded = bordered().set_align(FormatAlign::Top).set_align(side).set_indent(1);
        if let Some((number, format)) = number(cell) {
            let format = folded.set_num_format(format);
            return page.write_number_with_format(row, column, number, &format).map(drop);
        }
        let format = match quality(cell).map(|quality| quality.colour().rgb()) {
            Some((red, green, blue)) => {
                let colour = u32::from(red) << 16 | u32::from(green) << 8 | u32::from(blue);
                // Dark letters on light colours, light ones on dark colours.
                let light = u32::from(red) * 3 + u32::from(green) * 6 + u32::from(blue);
                let letters = if light > 1400 { Color::Black } else { Color::White };
                let centred = folded.set_align(FormatAlign::Center).set_indent(0);
                centred.set_background_color(Color::RGB(colour)).set_font_color(letters)
            }
            None => folded,
        };
        page.write_string_with_format(row, column, cell, &format).map(drop)
    }

    /// A printed number that a spreadsheet holds with all its digits, and its format: a printed
    /// sign stays.
    fn number(cell: &str) -> Option<(f64, String)> {
        let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_plain = !whole.is_empty()
            && are_digits(whole)
            && are_digits(decimals)
            && (whole == "0" || !whole.starts_with('0'))
            && !digits.ends_with('.');
        // Fifteen digits are as many as a spreadsheet keeps.
        if !is_plain || whole.len() + decimals.len() > 15 {
            return None;
        }
        let format = match decimals.len() {
            0 => "0".to_owned(),
            count => format!("0.{}", "0".repeat(count)),
        };
        let format = if cell.starts_with('+') { format!("+{format};-{format}") } else { format };
        Some((cell.parse().ok()?, format))
    }

    /// The quality of a cell that is a class, also with a mark behind it; a bare digit is none.
    fn quality(cell: &str) -> Option<Quality> {
        let text = cell.trim_end_matches(['*', ' ']);
        let is_name = text.chars().any(|it| !it.is_ascii_digit());
        let class: Class = text.parse().ok().filter(|_| is_name && text.chars().count() <= 10)?;
        Some(class.quality())
    }
}
