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
/// braces; `{list}` is filled by names with commas between them. A program adds a file of its own.
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
const DEEPEST: usize = 12;

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
        // What an input holds stands in quotes and is never put into words; what has neither a
        // small letter nor a word in Chinese is a number or a symbol.
        let is_symbol = !text.chars().any(|it| it.is_ascii_lowercase() || is_han(it));
        if depth == 0 || is_symbol || is_quoted(text) {
            return Cow::Borrowed(text);
        }
        // Keys of a file are listed between backticks, its headings in quotes.
        for (mark, comma, sign) in [('`', "`, `", "`、`"), ('"', "\", \"", "\"、\"")] {
            let inner = text.strip_prefix(mark).and_then(|it| it.strip_suffix(mark));
            // A message may begin with a quoted text, and end with another.
            let is_list = |inner: &str| inner.split(comma).all(|name| !name.contains(mark));
            if inner.is_some_and(|it| it.contains(comma) && is_list(it)) {
                return Cow::Owned(text.replace(comma, sign));
            }
        }
        if let Some(said) = self.one(text, depth) {
            return Cow::Owned(said);
        }
        // A quoted text and what is said of it, some messages one after the other, or a place.
        if text.starts_with('"')
            && let Some(end) = text.find("\": ")
        {
            let rest = &text[end + 3..];
            let said = self.chinese(rest, depth - 1);
            if matches!(said, Cow::Owned(_)) || is_chinese(rest) {
                return Cow::Owned(alloc::format!("{}：{said}", &text[..=end]));
            }
        }
        self.some(text, depth)
            .or_else(|| self.in_two(text, "; ", '；', depth))
            .or_else(|| self.in_two(text, ": ", '：', depth))
            .map_or(Cow::Borrowed(text), Cow::Owned)
    }

    /// A text that is one wording, or such a text behind the place where it stands; `None` for
    /// any other.
    fn one(&self, text: &str, depth: usize) -> Option<String> {
        let known = |(english, chinese): &(&'a str, &'a str)| {
            matched(english, text).map(|filled| self.fill(chinese, &filled, depth))
        };
        self.wordings.iter().find_map(known)
    }

    /// Messages one after the other, of which the first is as long as a wording is: a semicolon
    /// may stand within it. `None` where no message stands first.
    fn some(&self, text: &str, depth: usize) -> Option<String> {
        let ends: Vec<usize> = outside(text, "; ").take(TRIED).collect();
        ends.into_iter().rev().find_map(|end| {
            let first = self.one_behind_its_place(&text[..end], depth)?;
            let rest = self.chinese(&text[end + 2..], depth - 1);
            Some(alloc::format!("{first}；{rest}"))
        })
    }

    /// One message, or one behind a heading, or behind a heading and a cell, of which nothing is
    /// put into words.
    fn one_behind_its_place(&self, text: &str, depth: usize) -> Option<String> {
        if let Some(said) = self.one(text, depth) {
            return Some(said);
        }
        let quoted = text.find("\": ").map(|end| end + 1);
        let end = quoted.or_else(|| outside(text, ": ").next())?;
        let (place, message) = (&text[..end], &text[end + 2..]);
        if outside(place, "; ").next().is_some() {
            return None;
        }
        let said = self.one(message, depth)?;
        Some(alloc::format!("{}：{said}", place.replacen(": \"", "：\"", 1)))
    }

    /// Both sides of the first separator that stands in no quotes; `None` where that changes
    /// neither.
    fn in_two(&self, text: &str, separator: &str, sign: char, depth: usize) -> Option<String> {
        let place = outside(text, separator).next()?;
        let (first, rest) = (&text[..place], &text[place + separator.len()..]);
        let (first, rest) = (self.chinese(first, depth - 1), self.chinese(rest, depth - 1));
        match (&first, &rest) {
            (Cow::Borrowed(_), Cow::Borrowed(_)) => None,
            _ => Some(alloc::format!("{first}{sign}{rest}")),
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
                    if name == LIST {
                        text.push_str(&listed(value));
                    } else {
                        text.push_str(&self.chinese(value, depth - 1));
                    }
                }
            }
        }
        text
    }
}

/// The hole of a list of names, such as headings: they stay as they are.
const LIST: &str = "list";

/// A list as it is set off in Chinese; what stands in quotes is one name.
fn listed(list: &str) -> String {
    let (mut text, mut start) = (String::new(), 0);
    for end in outside(list, ", ") {
        text.push_str(&list[start..end]);
        text.push('、');
        start = end + 2;
    }
    text.push_str(&list[start..]);
    text
}

/// A part of a wording.
#[derive(Clone, Copy)]
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

/// Where a separator stands in no quotes.
fn outside<'t>(text: &'t str, separator: &'t str) -> impl Iterator<Item = usize> + 't {
    let is_outside = |place: &usize| text[..*place].matches('"').count().is_multiple_of(2);
    text.match_indices(separator).map(|(place, _)| place).filter(is_outside)
}

/// Whether a text begins with words in Chinese that stand in no quotes: a symbol may come first.
fn is_chinese(text: &str) -> bool {
    let words = text.split('"').next().unwrap_or_default();
    words.chars().any(is_han)
}

fn is_han(character: char) -> bool {
    ('\u{4e00}'..'\u{a000}').contains(&character)
}

fn is_quoted(text: &str) -> bool {
    text.len() > 1 && text.starts_with('"') && quoted_end(text) == Some(text.len())
}

/// Where a quoted text ends that begins a text.
fn quoted_end(text: &str) -> Option<usize> {
    text.strip_prefix('"')?.find('"').map(|place| place + 2)
}

/// How many ends of a hole are tried.
const TRIED: usize = 8;

/// What fills the holes of a wording in a text that is of it.
fn matched<'a, 't>(wording: &'a str, text: &'t str) -> Option<Vec<(&'a str, &'t str)>> {
    let parts: Vec<Part<'a>> = parts(wording).collect();
    let mut filled = Vec::new();
    fill_from(&parts, text, &mut filled).then_some(filled)
}

/// Fills the holes of the rest of a wording by the rest of a text; no deeper than there are parts.
fn fill_from<'a, 't>(
    parts: &[Part<'a>],
    text: &'t str,
    filled: &mut Vec<(&'a str, &'t str)>,
) -> bool {
    match parts {
        [] => text.is_empty(),
        [Part::Literal(literal), rest @ ..] => {
            text.strip_prefix(literal).is_some_and(|text| fill_from(rest, text, filled))
        }
        [Part::Hole(name)] => {
            let fits = is_filled_by(name, text);
            if fits {
                filled.push((name, text));
            }
            fits
        }
        [Part::Hole(name), rest @ ..] => {
            let Some(Part::Literal(literal)) = rest.first() else { return false };
            let ends = text.match_indices(literal).map(|(end, _)| end);
            for end in ends.filter(|end| is_filled_by(name, &text[..*end])).take(TRIED) {
                filled.push((name, &text[..end]));
                if fill_from(rest, &text[end..], filled) {
                    return true;
                }
                filled.pop();
            }
            false
        }
    }
}

/// Whether a value can fill a hole: a message may hold quoted texts, a number has digits, any
/// other value is a quoted text or holds no quote.
fn is_filled_by(hole: &str, value: &str) -> bool {
    let is_number = || value.bytes().all(|byte| byte.is_ascii_digit());
    let is_value = || match value.strip_prefix('"') {
        Some(inner) => inner.ends_with('"') && !inner.contains("\": "),
        // What stands before a colon is a place, and no part of the value.
        None => !value.contains('"') && !value.contains(": "),
    };
    match hole {
        "" => false,
        "message" | "finding" | "reason" | "counts" | "list" => !value.is_empty(),
        "count" | "rows" | "classed" | "faults" | "printed" | "agreeing" => {
            !value.is_empty() && is_number()
        }
        _ => !value.is_empty() && is_value(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Messages, String, Vec};

    const FILE: &str = "# A remark.\n{text} is no time: {reason}\n{text}不是时间：{reason}\n\n\
                        expected a year\n应为年份\nriver\n河流\n\
                        expected a; year\n应为；年份\n";

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
        assert_eq!(chinese("`a`, `b`"), "`a`、`b`");
        assert_eq!(chinese("\"a\", \"b\" is no time: river"), "\"a\"、\"b\"不是时间：河流");
        // It ends with a list, and is none.
        assert_eq!(
            chinese("\"c\": \"x\" is no time: \"a\", \"b\""),
            "\"c\"：\"x\"不是时间：\"a\"、\"b\""
        );
        // What is said in Chinese already has its colon all the same.
        assert_eq!(chinese("\"0\": pH小于3"), "\"0\"：pH小于3");
        assert_eq!(chinese("\"a\": b \"小\""), "\"a\": b \"小\"");
        assert_eq!(chinese("水温: \"0\": 小于3; river"), "水温：\"0\"：小于3；河流");
        // A semicolon within a message, behind a heading, a cell, or neither, before another.
        for place in ["", "n: ", "氨氮: \"-1; 2\": "] {
            let said = chinese(&alloc::format!("{place}expected a; year; n: \"x\": river; x"));
            let place = place.replace(": ", "：");
            assert_eq!(said, alloc::format!("{place}应为；年份；n：\"x\"：河流；x"));
        }
        assert_eq!(chinese("水温: \"0\": 小于3"), "水温：\"0\"：小于3");
    }

    /// As the findings of a row stand one after the other.
    #[test]
    fn each_message_is_in_chinese_behind_each_other() {
        let messages = Messages::of_library();
        let plain: Vec<_> = messages.wordings().filter(|(it, _)| !it.contains('{')).collect();
        for (place, (first, in_chinese)) in plain.iter().enumerate() {
            for step in [1, 7, 31] {
                let (second, second_in_chinese) = plain[(place + step) % plain.len()];
                let text = alloc::format!("总磷: \"x\": {first}; \"y\": {second}; B");
                assert_eq!(
                    messages.say(Language::Chinese, &text),
                    alloc::format!("总磷：\"x\"：{in_chinese}；\"y\"：{second_in_chinese}；B"),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn what_has_no_wording_stays() {
        for text in ["", "x", "{", "is no time: ", "\"", "expected a year too"] {
            assert_eq!(chinese(text), text);
        }
    }
}
