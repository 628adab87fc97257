//! Text and tables folded to a width: East Asian characters are two columns wide.

use alloc::string::String;
use alloc::vec::Vec;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::report::markdown::shown;
use crate::report::table::Table;

/// The blanks between two columns.
const GAP: usize = 2;

/// The narrowest that a long column becomes, before a table is printed in several parts.
const NARROW: usize = 10;

/// The widest piece of text that is kept whole though the column beside it would have room.
const WHOLE: usize = 24;

impl Table {
    /// The table as aligned text no wider than `width` columns, under its title.
    ///
    /// Long cells are folded: at blanks, between Chinese characters, and inside a word that alone
    /// is too wide. Where even folded columns do not fit beside each other, the table goes on in
    /// further parts that begin with the first column again.
    ///
    /// # Example
    /// ```
    /// use gb3838::report::Table;
    ///
    /// let mut table = Table::new("Sections", ["section", "why"]);
    /// table.push(["高塘", "no readings in the period"]);
    /// assert_eq!(
    ///     table.to_folded_text(20),
    ///     "Sections\nsection  why\n-------  -----------\n高塘     no readings\n         \
    ///      in the\n         period\n"
    /// );
    /// ```
    #[must_use]
    pub fn to_folded_text(&self, width: usize) -> String {
        let of = |texts: &[String]| -> Vec<String> {
            texts.iter().map(|text| text.chars().map(shown).collect()).collect()
        };
        if self.rows().iter().any(|row| row.iter().any(|cell| cell.contains(char::is_control))) {
            let mut table = Self::new(self.title(), self.headers().to_vec());
            self.rows().iter().for_each(|row| table.push(of(row)));
            return table.to_folded_text(width);
        }
        let mut text = String::new();
        for line in folded(self.title(), width) {
            text.push_str(&line);
            text.push('\n');
        }
        let columns: Vec<Column> =
            (0..self.columns()).map(|column| Column::of(self, column, width)).collect();
        for (number, part) in parts(&columns, width).iter().enumerate() {
            if number > 0 {
                text.push('\n');
            }
            self.write_part(&mut text, part, &columns, width);
        }
        text
    }

    /// Some columns beside each other.
    fn write_part(&self, text: &mut String, part: &[usize], columns: &[Column], width: usize) {
        let widths = widths(part, columns, width);
        let mut line_of = |cells: &[String]| {
            let folded: Vec<Vec<String>> = part
                .iter()
                .zip(&widths)
                .map(|(column, width)| {
                    folded(cells.get(*column).map_or("", String::as_str), *width)
                })
                .collect();
            let height = folded.iter().map(Vec::len).max().unwrap_or(0);
            for row in 0..height {
                let mut line = String::new();
                for (lines, width) in folded.iter().zip(&widths) {
                    let cell = lines.get(row).map_or("", String::as_str);
                    line.push_str(cell);
                    let padding = width.saturating_sub(cell.width()) + GAP;
                    line.extend(core::iter::repeat_n(' ', padding));
                }
                text.push_str(line.trim_end());
                text.push('\n');
            }
        };
        line_of(self.headers());
        // A rule under each head, as wide as its column.
        let mut rules: Vec<String> = Vec::new();
        rules.resize(columns.len(), String::new());
        for (column, width) in part.iter().zip(&widths) {
            if let Some(rule) = rules.get_mut(*column) {
                *rule = "-".repeat(*width);
            }
        }
        line_of(&rules);
        for row in self.rows() {
            line_of(row);
        }
    }
}

/// How wide a column is at most and at least.
struct Column {
    natural: usize,
    least: usize,
}

impl Column {
    fn of(table: &Table, column: usize, width: usize) -> Self {
        let (mut natural, mut least) = (0, 0);
        for cells in core::iter::once(table.headers()).chain(table.rows().iter().map(Vec::as_slice))
        {
            let cell = cells.get(column).map_or("", String::as_str);
            natural = natural.max(cell.width());
            let longest = pieces(cell).map(|piece| piece.trim_end().width()).max().unwrap_or(0);
            least = least.max(longest.min(WHOLE));
        }
        natural = natural.clamp(1, width.max(1));
        Self { natural, least: least.max(NARROW).min(natural) }
    }
}

/// The columns that stand beside each other, each part with the first column.
fn parts(columns: &[Column], width: usize) -> Vec<Vec<usize>> {
    let mut parts = Vec::new();
    let mut part: Vec<usize> = Vec::new();
    let mut used = 0;
    for (place, column) in columns.iter().enumerate() {
        if part.len() > 1 && used + GAP + column.least > width {
            parts.push(core::mem::replace(&mut part, Vec::from([0])));
            used = columns.first().map_or(0, |first| first.least);
        }
        used += column.least + if part.is_empty() { 0 } else { GAP };
        part.push(place);
    }
    parts.push(part);
    parts
}

/// The widths of some columns: as wide as they are, and the widest made narrower until all fit.
fn widths(part: &[usize], columns: &[Column], width: usize) -> Vec<usize> {
    let of_part = || part.iter().filter_map(|place| columns.get(*place));
    let mut widths: Vec<usize> = of_part().map(|column| column.natural).collect();
    let gaps = GAP * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > width {
        let widest = widths
            .iter_mut()
            .zip(of_part())
            .filter(|(now, column)| **now > column.least)
            .max_by_key(|(now, _)| **now);
        let Some((now, _)) = widest else { break };
        *now -= 1;
    }
    // Even the least widths are too wide only where the whole width is very small.
    while widths.iter().sum::<usize>() + gaps > width {
        let Some(now) = widths.iter_mut().max().filter(|now| **now > 2) else { break };
        *now -= 1;
    }
    widths
}

/// The pieces between which a line may end: words with the blanks after them, and Chinese
/// characters with the marks that may not begin or end a line.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let end = piece_end(rest)?;
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// Where the first piece ends; `None` of an empty text.
fn piece_end(text: &str) -> Option<usize> {
    let mut characters = text.char_indices().peekable();
    characters.peek()?;
    while let Some((_, character)) = characters.next() {
        let Some((place, next)) = characters.peek() else { break };
        let is_end = if *next == ' ' || closes(*next) || opens(character) {
            false
        } else {
            character == ' ' || is_wide(character) || is_wide(*next)
        };
        if is_end {
            return Some(*place);
        }
    }
    Some(text.len())
}

fn is_wide(character: char) -> bool {
    character.width() == Some(2)
}

/// A mark that may not begin a line.
const fn closes(character: char) -> bool {
    matches!(
        character,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '）'
            | '》'
            | '”'
            | '」'
            | '％'
            | '～'
            | ','
            | '.'
            | ';'
            | ':'
            | ')'
            | ']'
            | '%'
            | '*'
    )
}

/// A mark that may not end a line.
const fn opens(character: char) -> bool {
    matches!(character, '（' | '《' | '“' | '「' | '～' | '(' | '[')
}

/// A text in lines of at most `width` columns (a character may be two wide); an empty text is
/// one empty line.
///
/// # Example
/// ```
/// use gb3838::report::folded;
///
/// assert_eq!(folded("no readings in the period", 11), ["no readings", "in the", "period"]);
/// assert_eq!(folded("无监测数据（全年）", 10), ["无监测数据", "（全年）"]);
/// ```
#[must_use]
pub fn folded(text: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0);
    // Where the line may best end: after a blank or a mark, in bytes and columns.
    let mut best = (0, 0);
    for piece in pieces(text) {
        let wide = piece.trim_end().width();
        if used > 0 && used + wide > width {
            // Rather between words than between characters, unless much room would stay empty.
            let (end, at) = if best.1 * 3 >= width * 2 { best } else { (line.len(), used) };
            let rest = line.split_off(end);
            lines.push(core::mem::replace(&mut line, rest));
            used -= at;
            best = (0, 0);
        }
        if used + wide <= width {
            line.push_str(piece);
            used += piece.width();
        } else {
            // A piece that is wider than a line is cut.
            for character in piece.chars() {
                let wide = character.width().unwrap_or(0);
                if used + wide > width {
                    lines.push(core::mem::take(&mut line));
                    used = 0;
                }
                line.push(character);
                used += wide;
            }
        }
        if piece.ends_with([' ', '，', '、', '；', '：', '。']) {
            best = (line.len(), used);
        }
    }
    lines.push(line);
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}
