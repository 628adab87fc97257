//! The first characters of a text, kept inside an error without allocation.

use core::fmt;

use crate::text::short_text::ShortText;

const CAPACITY: usize = 46;

/// The text that an error complains about, cut after 46 bytes.
///
/// Errors carry the offending text itself, so that a message can be printed next to
/// file and line; a longer text is cut at a character boundary and ends in `…`. Control
/// characters are printed as escapes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct QuotedText {
    text: ShortText<CAPACITY>,
    cut: bool,
}

impl QuotedText {
    /// Keeps the beginning of `text`.
    #[must_use]
    pub const fn new(text: &str) -> Self {
        let (text, whole) = ShortText::beginning(text);
        Self { text, cut: !whole }
    }

    /// The kept text, without the mark of a cut.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        self.text.as_str()
    }
}

impl fmt::Display for QuotedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"")?;
        // What would move a cursor or ring a bell is shown, not done.
        for character in self.as_str().chars() {
            if character.is_control() {
                write!(f, "{}", character.escape_default())?;
            } else {
                write!(f, "{character}")?;
            }
        }
        f.write_str(if self.cut { "…\"" } else { "\"" })
    }
}

impl fmt::Debug for QuotedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::QuotedText;

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let quoted = QuotedText::new("断面名称断面名称断面名称断面名称断面名称");
        assert_eq!(quoted.as_str(), "断面名称断面名称断面名称断面名");
        assert!(format!("{quoted}").ends_with("…\""));
        assert_eq!(format!("{}", QuotedText::new("0.5x")), "\"0.5x\"");
    }

    #[test]
    fn control_characters_are_shown_and_kept() {
        let quoted = QuotedText::new("\u{1b}[31m0.5\r\n\u{7}\u{9b}断");
        assert_eq!(format!("{quoted}"), r#""\u{1b}[31m0.5\r\n\u{7}\u{9b}断""#);
        assert_eq!(quoted.as_str(), "\u{1b}[31m0.5\r\n\u{7}\u{9b}断");
    }
}
