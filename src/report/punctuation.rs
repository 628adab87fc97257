//! Brackets, colons and ranges as each language prints them.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::Display;

use crate::report::words::{Language, Word};
use crate::standard::bound::Bound;

impl Language {
    /// What stands in brackets behind a text.
    ///
    /// # Example
    /// ```
    /// use gb3838::report::Language;
    ///
    /// assert_eq!(format!("达标{}", Language::Chinese.in_brackets("暂定")), "达标（暂定）");
    /// assert_eq!(format!("met{}", Language::English.in_brackets("provisional")), "met (provisional)");
    /// ```
    #[must_use]
    pub fn in_brackets(self, text: impl Display) -> String {
        match self {
            Self::Chinese => format!("（{text}）"),
            Self::English => format!(" ({text})"),
        }
    }

    /// What a result is without natural background, in brackets behind that with it.
    #[must_use]
    pub fn without_background(self, result: &str) -> String {
        self.in_brackets(format_args!("{} {result}", self.word(Word::WithoutBackground)))
    }

    /// A name and what is said of it.
    #[must_use]
    pub fn labelled(self, name: impl Display, said: impl Display) -> String {
        format!("{name}{}{said}", self.word(Word::Colon))
    }

    /// From one number to another.
    #[must_use]
    pub fn range(self, least: impl Display, greatest: impl Display) -> String {
        self.filled(Word::NumberRange, &[&least.to_string(), &greatest.to_string()])
    }

    /// A percentage; in Chinese the sign stands at its number.
    #[must_use]
    pub fn percent(self, number: impl Display) -> String {
        match self {
            Self::Chinese => format!("{number}%"),
            Self::English => format!("{number} %"),
        }
    }

    /// A bound, with a range as the language prints it.
    #[must_use]
    pub fn bound(self, bound: &Bound) -> String {
        match bound {
            Bound::Within(least, greatest) => self.range(least, greatest),
            other => other.to_string(),
        }
    }

    /// A period as reports write it: `2026年`, `2026年第3季度`, `2026年下半年`, `2026-01～2026-09`;
    /// other periods as [`Period`](crate::Period) prints them.
    #[must_use]
    pub fn period(self, period: &str) -> String {
        let Self::Chinese = self else { return period.replace("..", "–") };
        match period.split_once('-') {
            None => format!("{period}年"),
            Some((year, "H1")) => format!("{year}年上半年"),
            Some((year, "H2")) => format!("{year}年下半年"),
            Some((year, part)) if part.starts_with('Q') => {
                format!("{year}年第{}季度", part.trim_start_matches('Q'))
            }
            Some(_) => period.replace("..", "～"),
        }
    }
}
