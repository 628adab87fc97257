//! Room for one printed number.

use core::fmt;

/// Room for one printed number, without allocation.
pub(super) struct TextBuffer {
    bytes: [u8; 40],
    length: usize,
}

impl TextBuffer {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; 40], length: 0 }
    }

    pub(super) fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or("")
    }
}

impl fmt::Write for TextBuffer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        let Some(room) = self.bytes.get_mut(self.length..end) else {
            return Err(fmt::Error);
        };
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}
