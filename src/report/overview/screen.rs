//! Lines of a screen: folded, with hanging indents and labels.

use alloc::string::String;
use alloc::vec::Vec;

use unicode_width::UnicodeWidthStr;

use crate::report::fold::folded;
use crate::report::markdown::shown;
use crate::report::words::{Language, Word};

/// Lines of a screen, in one language and of one width.
pub(crate) struct Screen {
    language: Language,
    width: usize,
    lines: Vec<String>,
}

impl Screen {
    pub(crate) const fn new(language: Language, width: usize) -> Self {
        Self { language, width, lines: Vec::new() }
    }

    pub(crate) const fn language(&self) -> Language {
        self.language
    }

    /// The room for a label and the blanks after it.
    pub(crate) const fn label_width(&self) -> usize {
        match self.language {
            Language::Chinese => 6,
            Language::English => 9,
        }
    }

    /// An empty line.
    pub(crate) fn gap(&mut self) {
        self.lines.push(String::new());
    }

    /// A text whose first line begins at one column, and the others at another.
    pub(crate) fn put(&mut self, first: usize, others: usize, text: &str) {
        // The first line is folded as if it were as short as the others.
        let room = self.width.saturating_sub(first.max(others));
        for (number, line) in folded(text, room).iter().enumerate() {
            let indent = if number == 0 { first } else { others };
            let mut whole = String::new();
            whole.extend(core::iter::repeat_n(' ', indent));
            whole.push_str(line);
            self.lines.push(whole);
        }
    }

    /// A text behind a label, its lines under each other.
    pub(crate) fn labelled(&mut self, label: Word, text: &str) {
        let at = self.label_width();
        self.behind(0, at, self.language.word(label), text);
    }

    /// A text at a column, with a short word before it.
    pub(crate) fn behind(&mut self, first: usize, at: usize, word: &str, text: &str) {
        let room = self.width.saturating_sub(at);
        for (number, line) in folded(text, room).iter().enumerate() {
            let mut whole = String::new();
            if number == 0 {
                whole.extend(core::iter::repeat_n(' ', first));
                whole.push_str(word);
            }
            let padding = at.saturating_sub(whole.width());
            whole.extend(core::iter::repeat_n(' ', padding));
            whole.push_str(line);
            self.lines.push(whole);
        }
    }

    /// The lines, each of them one, whatever stands in names.
    pub(crate) fn into_lines(self) -> Vec<String> {
        self.lines.iter().map(|line| line.chars().map(shown).collect()).collect()
    }
}
