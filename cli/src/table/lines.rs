//! The lines of a text file, one at a time, in bounded memory.

use std::collections::VecDeque;
use std::io::{BufRead, Read};

use crate::program::file;
use crate::table::encoding::{Encoding, Input};

/// The longest line that is read, in bytes: a row of readings has some hundreds.
pub(crate) const LONGEST: usize = 1 << 20;

/// A line without its end, its number from 1, and whether it ends with CRLF.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) number: u64,
    pub(crate) text: String,
    pub(crate) has_cr: bool,
}

/// Lines that end with LF or CRLF, or with CR where the input has no LF; a byte-order mark before
/// the first one is left out.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    name: String,
    input: Input<R>,
    number: u64,
    /// Lines that were given back, to be read again.
    again: VecDeque<Line>,
    /// Whether only those are read.
    is_ahead: bool,
    /// What went wrong behind them.
    failed: Option<String>,
}

/// How many lines are looked at for separator and layout, and how many bytes of them.
const AHEAD: (usize, usize) = (64, LONGEST);

impl<R: BufRead> Lines<R> {
    /// The lines of an input, by the name that messages call it.
    pub(crate) fn new(name: &str, input: R) -> Self {
        let (input, again) = (Input::new(input), VecDeque::new());
        Self { name: name.to_owned(), input, number: 0, again, is_ahead: false, failed: None }
    }

    /// The encoding that was found so far.
    pub(crate) const fn encoding(&self) -> Encoding {
        self.input.encoding()
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
        if self.is_ahead {
            return Ok(false);
        }
        if let Some(failed) = self.failed.take() {
            return Err(failed);
        }
        let failed = |error| format!("{}: {}", self.name, file::reason(&error));
        let end = self.input.line_end().map_err(failed)?;
        self.number += 1;
        line.number = self.number;
        let mut bytes = std::mem::take(&mut line.text).into_bytes();
        bytes.clear();
        let most = LONGEST as u64 + 2;
        let count = self.input.by_ref().take(most).read_until(end, &mut bytes);
        if count.map_err(failed)? == 0 {
            return Ok(false);
        }
        if bytes.last() == Some(&end) {
            bytes.pop();
        }
        line.has_cr = bytes.last() == Some(&b'\r');
        if line.has_cr {
            bytes.pop();
        }
        if bytes.len() > LONGEST {
            return Err(self.place(&format!("a line of more than {LONGEST} bytes; is this a CSV?")));
        }
        line.text = self.input.decode(bytes).map_err(|reason| self.place(reason))?;
        if self.number == 1 && line.text.starts_with('\u{feff}') {
            line.text.remove(0);
        }
        Ok(true)
    }

    /// The first lines; until they are given back, no other is read.
    pub(crate) fn look_ahead(&mut self) -> Vec<Line> {
        let (mut lines, mut length) = (Vec::new(), 0);
        while lines.len() < AHEAD.0 && length < AHEAD.1 {
            let mut line = Line::default();
            match self.read(&mut line) {
                Ok(true) => {
                    length += line.text.len();
                    lines.push(line);
                }
                Ok(false) => break,
                Err(error) => {
                    self.failed = Some(error);
                    break;
                }
            }
        }
        self.again = lines.iter().cloned().collect();
        self.is_ahead = true;
        lines
    }

    /// Takes the first lines back.
    pub(crate) fn give_back_all(&mut self, lines: Vec<Line>) {
        self.again = lines.into();
        self.is_ahead = false;
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
