//! A text of several parts in a width that was asked for: filled up as one.

use core::fmt::{self, Alignment, Formatter, Write};

/// Counts the characters that are written.
struct Counter(usize);

impl Write for Counter {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.chars().count();
        Ok(())
    }
}

/// Writes a text of several parts, which `text` writes the same each time: in a width that was asked
/// for it is filled up as one, as [`Formatter::pad`] does with a text of one part. Where no side was
/// asked for, it stands on this one.
pub(crate) fn padded(
    f: &mut Formatter<'_>,
    side: Alignment,
    text: impl Fn(&mut dyn Write) -> fmt::Result,
) -> fmt::Result {
    let Some(width) = f.width() else { return text(f) };
    let mut counter = Counter(0);
    text(&mut counter)?;
    let free = width.saturating_sub(counter.0);
    let before = match f.align().unwrap_or(side) {
        Alignment::Left => 0,
        Alignment::Center => free / 2,
        Alignment::Right => free,
    };
    let fill = f.fill();
    (0..before).try_for_each(|_| f.write_char(fill))?;
    text(f)?;
    (before..free).try_for_each(|_| f.write_char(fill))
}
