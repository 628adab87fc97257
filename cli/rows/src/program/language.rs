//! The language that a person is spoken to in: asked for, or that of the locale; and the texts of
//! messages in it.

use std::ffi::OsString;
use std::fmt::Display;
use std::sync::OnceLock;

use gb3838::report::{Language, Messages, Table};
use gb3838::section::ValueRemark;
use lexopt::ValueExt;

/// What the program says beside the library, English and Chinese.
const OF_PROGRAM: &str = include_str!("messages.txt");

/// A call of a command: its words, and the language to answer in.
#[derive(Debug)]
pub struct Call {
    /// The language to answer in.
    pub language: Language,
    /// The words after the name of the command.
    pub(crate) words: Vec<OsString>,
}

impl Call {
    /// The language is that of `--language`, else that of the locale: the first of `LC_ALL`,
    /// `LC_MESSAGES` and `LANG` that is set.
    pub fn new(
        words: impl IntoIterator<Item = OsString>,
        variable: impl Fn(&str) -> Option<OsString>,
    ) -> Self {
        let mut words: Vec<OsString> = words.into_iter().collect();
        let has_language = |word: &OsString| {
            word == "--language" || word.to_str().is_some_and(|it| it.starts_with("--language="))
        };
        let language = if let Some(place) = words.iter().position(has_language) {
            let after = words.get(place + 1).filter(|_| words[place] == "--language");
            let value = after.or(words.get(place)).and_then(|word| word.to_str());
            match value {
                Some("zh" | "--language=zh") => Language::Chinese,
                _ => Language::English,
            }
        } else {
            let language = of_locale(variable);
            if language == Language::Chinese {
                // In front, so that it is no value of an option that lacks its own.
                words.splice(0..0, ["--language", "zh"].map(OsString::from));
            }
            language
        };
        Self { language, words }
    }

    /// The words without the language, for a command that prints no words of its own in it.
    #[must_use]
    pub fn without_language(self) -> Vec<OsString> {
        let mut words = Vec::new();
        let mut given = self.words.into_iter();
        while let Some(word) = given.next() {
            if word == "--language" {
                given.next();
            } else if word.to_str().is_none_or(|it| !it.starts_with("--language=")) {
                words.push(word);
            }
        }
        words
    }

    /// Whether help is asked for.
    pub(crate) fn is_for_help(&self) -> bool {
        self.words.iter().any(|word| word == "-h" || word == "--help")
    }
}

fn of_locale(variable: impl Fn(&str) -> Option<OsString>) -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty());
    match set {
        Some(value) if value.to_string_lossy().starts_with("zh") => Language::Chinese,
        _ => Language::English,
    }
}

/// Reads the value of `--language`, at which the words of a command stand.
///
/// # Errors
/// When no language follows.
pub fn option(words: &mut lexopt::Parser) -> Result<Language, lexopt::Error> {
    Ok(parse(&words.value()?.string()?)?)
}

/// Reads a language.
fn parse(text: &str) -> Result<Language, String> {
    match text {
        "zh" => Ok(Language::Chinese),
        "en" => Ok(Language::English),
        other => Err(format!("language {other:?}: expected zh or en")),
    }
}

/// A message in a language.
pub fn said(language: Language, message: &impl Display) -> String {
    static MESSAGES: OnceLock<Messages<'static>> = OnceLock::new();
    let messages = MESSAGES.get_or_init(|| Messages::of_library().with(OF_PROGRAM));
    messages.say(language, message)
}

/// What there is to remark on a value, in a language.
#[must_use]
pub const fn remark_words(language: Language, remark: ValueRemark) -> &'static str {
    choose(language, remark.words_zh(), remark.words())
}

/// One of two words.
#[must_use]
pub const fn choose(
    language: Language,
    chinese: &'static str,
    english: &'static str,
) -> &'static str {
    match language {
        Language::Chinese => chinese,
        Language::English => english,
    }
}

/// A table whose titles and words are messages, in a language; names and numbers stay.
#[must_use]
pub fn in_language(language: Language, table: Table) -> Table {
    if language == Language::English {
        return table;
    }
    let of = |texts: &[String]| -> Vec<String> {
        texts.iter().map(|text| said(language, text)).collect()
    };
    let mut translated = Table::new(said(language, &table.title()), of(table.headers()));
    // The first cell is the name of a section.
    for row in table.rows() {
        let (name, cells) = row.split_at(row.len().min(1));
        translated.push(name.iter().cloned().chain(of(cells)));
    }
    translated
}
