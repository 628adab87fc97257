//! The lines of a text file, one at a time, in bounded memory.

use std::collections::VecDeque;
use std::io::{BufRead, Read};

use crate::program::file;
use crate::program::text;

/// The longest line that is read, in bytes: a row of readings has some hundreds.
pub(crate) const LONGEST: usize = 1 << 20;

/// A line without its end, its number from 1, and whether it ends with CRLF.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) number: u64,
    pub(crate) text: String,
    pub(crate) has_cr: bool,
}

/// Lines that end with LF or CRLF; a byte-order mark before the first one is left out.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    name: String,
    input: R,
    number: u64,
    /// Lines that were given back, to be read again.
    again: VecDeque<Line>,
}

impl<R: BufRead> Lines<R> {
    /// The lines of an input, by the name that messages call it.
    pub(crate) fn new(name: &str, input: R) -> Self {
        Self { name: name.to_owned(), input, number: 0, again: VecDeque::new() }
    }

    /// Reads the next line into `line`; false at the end of the input.
    ///
    /// # Errors
    /// When the input cannot be read, is in another encoding, or has an endless line.
    pub(crate) fn read(&mut self, line: &mut Line) -> Result<bool, String> {
        if let Some(again) = self.again.pop_front() {
            *line = again;
            return Ok(true);
        }
        self.number += 1;
        line.number = self.number;
        let mut bytes = std::mem::take(&mut line.text).into_bytes();
        bytes.clear();
        let most = LONGEST as u64 + 2;
        let count = self.input.by_ref().take(most).read_until(b'\n', &mut bytes);
        if count.map_err(|error| format!("{}: {}", self.name, file::reason(&error)))? == 0 {
            return Ok(false);
        }
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
        }
        line.has_cr = bytes.last() == Some(&b'\r');
        if line.has_cr {
            bytes.pop();
        }
        if bytes.len() > LONGEST {
            return Err(self.place(&format!("a line of more than {LONGEST} bytes; is this a CSV?")));
        }
        line.text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let reason = text::decode(error.as_bytes()).err().unwrap_or_default();
                return Err(self.place(reason.strip_prefix("line 1: ").unwrap_or(&reason)));
            }
        };
        if self.number == 1 && line.text.starts_with('\u{feff}') {
            line.text.remove(0);
        }
        Ok(true)
    }

    /// Takes lines back, in their order: they are read again before any other.
    pub(crate) fn give_back(&mut self, lines: Vec<Line>) {
        for line in lines.into_iter().rev() {
            self.again.push_front(line);
        }
    }

    fn place(&self, message: &str) -> String {
        format!("{}:{}: {message}", self.name, self.number)
    }
}
