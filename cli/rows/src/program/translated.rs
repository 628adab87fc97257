//! Outputs whose texts are put into Chinese on their way: messages line by line, findings of rows.

use std::collections::HashMap;
use std::io::{Result, Write};

use gb3838::report::Language;

use crate::program::language::said;

/// Messages, line by line.
#[derive(Debug)]
pub(crate) struct InLanguage<W> {
    output: W,
    language: Language,
    line: Vec<u8>,
}

impl<W: Write> InLanguage<W> {
    pub(crate) const fn new(output: W, language: Language) -> Self {
        Self { output, language, line: Vec::new() }
    }
}

impl<W: Write> Write for InLanguage<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        if self.language == Language::English {
            return self.output.write(bytes);
        }
        for byte in bytes {
            if *byte == b'\n' {
                let line = String::from_utf8_lossy(&self.line);
                let line = said(self.language, &line);
                self.line.clear();
                writeln!(self.output, "{line}")?;
            } else {
                self.line.push(*byte);
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        let rest = std::mem::take(&mut self.line);
        if !rest.is_empty() {
            let rest = said(self.language, &String::from_utf8_lossy(&rest));
            self.output.write_all(rest.as_bytes())?;
        }
        self.output.flush()
    }
}

/// How many texts of findings are kept: the same few come again and again.
const KEPT: usize = 1024;

/// A table with the findings of each row in its last cell, which is put into Chinese; all other
/// cells pass as they are.
#[derive(Debug)]
pub(crate) struct FindingsInChinese<W> {
    output: W,
    /// A row that has not ended.
    row: Vec<u8>,
    is_header: bool,
    is_quoted: bool,
    known: HashMap<Vec<u8>, Vec<u8>>,
}

impl<W: Write> FindingsInChinese<W> {
    pub(crate) fn new(output: W) -> Self {
        Self { output, row: Vec::new(), is_header: true, is_quoted: false, known: HashMap::new() }
    }

    /// Writes a row that has ended.
    fn end_row(&mut self) -> Result<()> {
        let row = std::mem::take(&mut self.row);
        let start = last_cell(&row);
        let (before, cell) = row.split_at(start);
        self.output.write_all(before)?;
        if cell.is_empty() || self.is_header {
            self.is_header = false;
            self.output.write_all(cell)?;
        } else {
            if self.known.len() >= KEPT {
                self.known.clear();
            }
            if !self.known.contains_key(cell) {
                self.known.insert(cell.to_vec(), in_chinese(cell));
            }
            self.output.write_all(self.known.get(cell).map_or(cell, Vec::as_slice))?;
        }
        self.output.write_all(b"\n")?;
        self.row = row;
        self.row.clear();
        Ok(())
    }
}

/// Where the last cell of a row begins.
fn last_cell(row: &[u8]) -> usize {
    let (mut is_quoted, mut start) = (false, 0);
    for (place, byte) in row.iter().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b',' if !is_quoted => start = place + 1,
            _ => {}
        }
    }
    start
}

/// A cell of findings, which are joined by semicolons.
fn in_chinese(cell: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(cell);
    let inner = text.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    let plain = inner.map_or_else(|| text.clone().into_owned(), |it| it.replace("\"\"", "\""));
    let said = said(Language::Chinese, &plain);
    if said.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", said.replace('"', "\"\"")).into_bytes()
    } else {
        said.into_bytes()
    }
}

impl<W: Write> Write for FindingsInChinese<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        for byte in bytes {
            match byte {
                b'\n' if !self.is_quoted => {
                    self.end_row()?;
                    continue;
                }
                b'"' => self.is_quoted = !self.is_quoted,
                _ => {}
            }
            self.row.push(*byte);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        self.output.write_all(&self.row)?;
        self.row.clear();
        self.output.flush()
    }
}
