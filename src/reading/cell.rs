//! The characters of a cell: half width, without surrounding spaces, number first.

use core::fmt::Write;

use crate::number::text_buffer::TextBuffer;

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

/// A cell in half-width characters, without surrounding spaces; `None` when it is longer than
/// any reading.
pub(crate) fn normalized(text: &str) -> Option<TextBuffer<96>> {
    let mut cell = TextBuffer::new();
    // A spreadsheet marks a cell as text by an apostrophe before it.
    let text = text.trim_matches(is_space).trim_start_matches(['\'', '‘', '’', '`']);
    for character in text.trim_start_matches(is_space).chars() {
        let plain = match character {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0)?,
            '−' | '–' | '—' | '―' => '-',
            '\u{3000}' | '\u{a0}' => ' ',
            other => other,
        };
        cell.write_char(plain).ok()?;
    }
    Some(cell)
}

fn is_space(character: char) -> bool {
    character.is_whitespace() || character == '\u{feff}'
}
