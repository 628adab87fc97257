//! The characters of a cell: half width, without surrounding spaces, number first.

use core::fmt;

/// The length of the number at the start: sign, digits, point, exponent.
pub(crate) fn numeric_length(cell: &str) -> usize {
    let bytes = cell.as_bytes();
    let is = |index: usize, test: fn(&u8) -> bool| bytes.get(index).is_some_and(test);
    let sign = |byte: &u8| matches!(byte, b'+' | b'-');
    let mut end = usize::from(is(0, sign));
    while is(end, |byte| byte.is_ascii_digit() || *byte == b'.') {
        end += 1;
    }
    // An exponent only where digits follow: in 5E the letter is a mark.
    if is(end, |byte| matches!(byte, b'e' | b'E')) {
        let mut exponent = end + 1 + usize::from(is(end + 1, sign));
        if is(exponent, u8::is_ascii_digit) {
            while is(exponent, u8::is_ascii_digit) {
                exponent += 1;
            }
            end = exponent;
        }
    }
    end
}

/// A cell in half-width characters, without surrounding spaces or allocation.
pub(crate) struct Characters {
    bytes: [u8; 96],
    length: usize,
}

impl Characters {
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; 96], length: 0 }
    }

    pub(crate) fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or("")
    }

    /// `None` when the cell is longer than any reading.
    pub(crate) fn normalized(text: &str) -> Option<Self> {
        let mut characters = Self::new();
        for character in text.trim_matches(is_space).chars() {
            let plain = match character {
                '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0)?,
                '−' | '–' | '—' | '―' => '-',
                '\u{3000}' | '\u{a0}' => ' ',
                other => other,
            };
            fmt::Write::write_char(&mut characters, plain).ok()?;
        }
        Some(characters)
    }
}

fn is_space(character: char) -> bool {
    character.is_whitespace() || character == '\u{feff}'
}

impl fmt::Write for Characters {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}
