//! Messages in Chinese: one file holds what errors and findings say, in both languages.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

use crate::report::words::Language;

/// What errors and findings say, in both languages.
///
/// An error writes itself in English. The same text in Chinese is found by its wording, of which
/// a file holds each once: a line of English and a line of Chinese, with what is filled in in
/// braces. A program adds a file of its own.
///
/// # Reference
/// Ours: words of published bulletins (F).
///
/// # Example
/// ```
/// use gb3838::report::{Language, Messages};
/// use gb3838::{Item, Reading};
///
/// let error = Reading::parse("15", Item::Ph).unwrap_err();
/// let messages = Messages::of_library();
/// assert_eq!(messages.say(Language::English, &error), error.to_string());
/// let chinese = messages.say(Language::Chinese, &error);
/// assert_eq!(chinese, "\"15\"不是pH的监测值：pH应在0～14之间");
/// ```
#[derive(Clone, Debug)]
pub struct Messages<'a> {
    /// Longer wordings first: they say more.
    wordings: Vec<(&'a str, &'a str)>,
}

/// How deep a message may stand in another.
const DEEPEST: usize = 5;

impl Messages<'static> {
    /// The messages of this library.
    #[must_use]
    pub fn of_library() -> Self {
        Self { wordings: Vec::new() }.with(include_str!("messages.txt"))
    }
}

impl<'a> Messages<'a> {
    /// Also the messages of a file of this form: pairs of lines, English and Chinese; `#` begins
    /// a remark, and blank lines say nothing.
    #[must_use]
    pub fn with(mut self, file: &'a str) -> Self {
        let is_said = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
        let mut lines = file.lines().filter(is_said);
        while let (Some(english), Some(chinese)) = (lines.next(), lines.next()) {
            self.wordings.push((english, chinese));
        }
        self.wordings.sort_by_key(|(english, _)| core::cmp::Reverse(literal_length(english)));
        self
    }

    /// The wordings, English and Chinese.
    pub fn wordings(&self) -> impl Iterator<Item = (&'a str, &'a str)> + '_ {
        self.wordings.iter().copied()
    }

    /// A message in a language; as it is where no wording is known.
    #[must_use]
    pub fn say(&self, language: Language, message: &impl Display) -> String {
        let english = message.to_string();
        match language {
            Language::English => english,
            Language::Chinese => self.chinese(&english, DEEPEST).into_owned(),
        }
    }

    /// A text in Chinese; as it is where no wording is known.
    fn chinese<'t>(&self, text: &'t str, depth: usize) -> Cow<'t, str> {
        // What an input holds stands in quotes and is never put into words.
        if depth == 0 || is_quoted(text) {
            return Cow::Borrowed(text);
        }
        for (english, chinese) in &self.wordings {
            if let Some(filled) = matched(english, text) {
                return Cow::Owned(self.fill(chinese, &filled, depth));
            }
        }
        // Some messages one after the other.
        match text.split_once("; ").filter(|(first, _)| first.matches('"').count() % 2 == 0) {
            Some((first, rest)) => {
                let (first, rest) = (self.chinese(first, depth), self.chinese(rest, depth));
                match (&first, &rest) {
                    (Cow::Borrowed(_), Cow::Borrowed(_)) => Cow::Borrowed(text),
                    _ => Cow::Owned(alloc::format!("{first}；{rest}")),
                }
            }
            None => Cow::Borrowed(text),
        }
    }

    /// A wording with what is filled in, itself in Chinese.
    fn fill(&self, wording: &str, filled: &[(&str, &str)], depth: usize) -> String {
        let mut text = String::new();
        for part in parts(wording) {
            match part {
                Part::Literal(literal) => text.push_str(literal),
                Part::Hole(name) => {
                    let value = filled.iter().find(|(of, _)| *of == name).map_or("", |it| it.1);
                    text.push_str(&self.chinese(value, depth - 1));
                }
            }
        }
        text
    }
}

/// A part of a wording.
enum Part<'a> {
    Literal(&'a str),
    Hole(&'a str),
}

/// The parts of a wording: what stands between braces is a hole.
fn parts(wording: &str) -> impl Iterator<Item = Part<'_>> {
    wording.split('{').enumerate().flat_map(|(place, piece)| {
        let (hole, literal) = match piece.split_once('}') {
            Some((name, literal)) if place > 0 => (Some(Part::Hole(name)), literal),
            _ => (None, piece),
        };
        let literal = (!literal.is_empty()).then_some(Part::Literal(literal));
        hole.into_iter().chain(literal)
    })
}

fn literal_length(wording: &str) -> usize {
    let length = |part| match part {
        Part::Literal(literal) => str::len(literal),
        Part::Hole(_) => 0,
    };
    parts(wording).map(length).sum()
}

fn is_quoted(text: &str) -> bool {
    text.len() > 1 && text.starts_with('"') && quoted_end(text) == Some(text.len())
}

/// Where a quoted text ends that begins a text.
fn quoted_end(text: &str) -> Option<usize> {
    text.strip_prefix('"')?.find('"').map(|place| place + 2)
}

/// What fills the holes of a wording in a text that is of it.
fn matched<'a, 't>(wording: &'a str, text: &'t str) -> Option<Vec<(&'a str, &'t str)>> {
    let mut filled = Vec::new();
    let mut rest = text;
    let mut hole: Option<&str> = None;
    for part in parts(wording) {
        match part {
            Part::Literal(literal) => {
                let start = match hole {
                    None => rest.starts_with(literal).then_some(0)?,
                    Some(_) => hole_end(rest, literal)?,
                };
                if let Some(name) = hole.take() {
                    filled.push((name, &rest[..start]));
                }
                rest = &rest[start + literal.len()..];
            }
            Part::Hole(name) => {
                if hole.is_some() {
                    return None;
                }
                hole = Some(name);
            }
        }
    }
    match hole {
        Some(name) if !rest.is_empty() => filled.push((name, rest)),
        None if rest.is_empty() => {}
        _ => return None,
    }
    Some(filled)
}

/// Where a hole ends before what follows it; a quoted text is taken as a whole.
fn hole_end(text: &str, literal: &str) -> Option<usize> {
    if let Some(end) = quoted_end(text)
        && text[end..].starts_with(literal)
    {
        return Some(end);
    }
    text.find(literal).filter(|end| *end > 0)
}

#[cfg(test)]
mod tests {
    use super::{Language, Messages, String, Vec};

    const FILE: &str = "# A remark.\n{text} is no time: {reason}\n{text}不是时间：{reason}\n\n\
                        expected a year\n应为年份\nriver\n河流\n";

    fn chinese(text: &str) -> String {
        let messages = Messages { wordings: Vec::new() }.with(FILE);
        messages.say(Language::Chinese, &text)
    }

    #[test]
    fn what_is_filled_in_is_in_chinese_too_unless_it_is_quoted() {
        assert_eq!(chinese("\"x\" is no time: expected a year"), "\"x\"不是时间：应为年份");
        assert_eq!(chinese("\"river\" is no time: x"), "\"river\"不是时间：x");
        assert_eq!(
            chinese("\"a is no time: b\" is no time: river"),
            "\"a is no time: b\"不是时间：河流"
        );
        assert_eq!(chinese("expected a year; river"), "应为年份；河流");
    }

    #[test]
    fn what_has_no_wording_stays() {
        for text in ["", "x", "{", "is no time: ", "\"", "expected a year too"] {
            assert_eq!(chinese(text), text);
        }
    }
}
