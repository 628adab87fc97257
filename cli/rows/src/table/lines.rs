//! The lines of a text file, one at a time, in bounded memory.

use std::collections::VecDeque;
use std::io::{BufRead, Read};

use crate::program::file;
use crate::table::cells;
use crate::table::encoding::{Encoding, Input, after_last_line};

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
pub(crate) struct Lines<'a> {
    name: String,
    input: Input<'a>,
    number: u64,
    /// Lines that were given back, to be read again.
    again: VecDeque<Line>,
    /// Whether only those are read.
    is_ahead: bool,
    /// What went wrong behind them, or behind a block.
    failed: Option<String>,
    /// How many lines are read one by one before there is a block again.
    singly: usize,
}

/// Whole lines, one after the other, in UTF-8; no quote is open at the end of any.
#[derive(Debug, Default)]
pub(crate) struct Block {
    pub(crate) text: Vec<u8>,
    /// The number of the first one.
    pub(crate) line: u64,
}

/// How many bytes and lines a block has at most, but for a longer line: they stay in the cache.
const AT_ONCE: (usize, usize) = (1 << 17, 1 << 13);

/// How many lines are read one by one where a quote is open at the end of one.
const SINGLY: usize = 256;

/// How many lines are looked at for separator and layout, and how many bytes of them.
const AHEAD: (usize, usize) = (64, LONGEST);

impl<'a> Lines<'a> {
    /// The lines of an input, by the name that messages call it.
    pub(crate) fn new(name: &str, input: &'a mut dyn BufRead) -> Self {
        let (input, again) = (Input::new(input), VecDeque::new());
        let name = name.to_owned();
        Self { name, input, number: 0, again, is_ahead: false, failed: None, singly: 0 }
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
        if let Some(failed) = self.failed.take_if(|_| !self.input.has_back()) {
            return Err(failed);
        }
        self.singly = self.singly.saturating_sub(1);
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

    /// Reads some thousands of lines at once; false where lines are to be read one by one, or at
    /// the end of the input. What is wrong with a line is found when it is read by itself.
    ///
    /// # Errors
    /// When nothing of the input can be read.
    pub(crate) fn block(&mut self, block: &mut Block, separator: u8) -> Result<bool, String> {
        block.text.clear();
        let is_next = self.again.is_empty() && !self.is_ahead && self.failed.is_none();
        if !is_next || self.singly > 0 {
            return Ok(false);
        }
        let name = &self.name;
        let failed = |error| format!("{name}: {}", file::reason(&error));
        if self.input.line_end().map_err(failed)? != b'\n' {
            return Ok(false);
        }
        let is_end = match fill(&mut self.input, &mut block.text) {
            Ok(is_end) => is_end,
            Err(error) => {
                // Said once the lines before it have been read.
                self.failed = Some(failed(error));
                block.text.truncate(after_last_line(&block.text));
                false
            }
        };
        let text = &mut block.text;
        let mut whole = if is_end { text.len() } else { after_last_line(text) };
        if memchr::memchr_iter(b'\n', &text[..whole]).count() > AT_ONCE.1 {
            let last = memchr::memchr_iter(b'\n', &text[..whole]).nth(AT_ONCE.1 - 1);
            whole = last.map_or(whole, |end| end + 1);
        }
        if let Some(open) = cells::first_open(&text[..whole], separator) {
            self.singly = SINGLY;
            whole = open;
        }
        let (readable, decoded) = self.input.decode_lines(&text[..whole]);
        if readable < whole && self.input.encoding() == Encoding::Gb18030 {
            self.singly = AT_ONCE.1;
        }
        if readable < text.len() {
            self.input.give_back(&text[readable..]);
        }
        text.truncate(readable);
        block.line = self.number + 1;
        self.number += memchr::memchr_iter(b'\n', text).count() as u64;
        self.number += u64::from(text.last().is_some_and(|last| *last != b'\n'));
        if let Some(decoded) = decoded {
            *text = decoded.into_bytes();
        }
        Ok(!text.is_empty())
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

/// Reads some whole lines; whether the input ends behind them.
fn fill(input: &mut Input<'_>, text: &mut Vec<u8>) -> std::io::Result<bool> {
    let most = AT_ONCE.0;
    loop {
        let ready = input.fill_buf()?;
        if ready.is_empty() {
            return Ok(true);
        }
        let ready = &ready[..ready.len().min(most)];
        let is_last = text.len() + ready.len() >= most;
        let count = if is_last { after_last_line(ready) } else { ready.len() };
        // Of a line that is longer, more is read; too long a one is found when it is read by itself.
        let is_done = count > 0 && is_last || text.len() > most + LONGEST;
        let count = if count == 0 { ready.len() } else { count };
        text.extend_from_slice(&ready[..count]);
        input.consume(count);
        if is_done {
            return Ok(false);
        }
    }
}
