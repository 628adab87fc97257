//! Printed classes against those that were found.

use std::io::Write;

use gb3838::report::Language;
use gb3838::{Class, Item, Missing, Notation, Reading};

use crate::classify::row::Found;
use crate::program::Stop;
use crate::program::language::choose;

/// What a row has printed as its class, and where it stands.
#[derive(Debug)]
pub(crate) struct Printed {
    pub(crate) place: String,
    pub(crate) section: Option<String>,
    pub(crate) text: String,
    pub(crate) class: Class,
}

/// What was compared.
#[derive(Debug, Default)]
pub(crate) struct Check {
    pub(crate) agreeing: u64,
    pub(crate) differing: u64,
    /// Rows with a printed class of which nothing was found to compare.
    without: u64,
    /// Rows without a printed class, or left out.
    unprinted: u64,
}

/// A printed class; `None` for blanks, dashes, `*`, words for "no value", and the codes −1, −2
/// and −3 of national files.
pub(crate) fn read(text: &str) -> Result<Option<Class>, String> {
    let text = text.trim();
    // The marks for "no value" are those of any reading.
    let is_mark = || {
        let reading = Notation::new().parse(text, Item::TotalPhosphorus);
        matches!(reading, Ok(Reading::Missing(it)) if it != Missing::Voided)
    };
    match text.parse() {
        Ok(class) => Ok(Some(class)),
        Err(_) if ["-1", "-2", "-3"].contains(&text) || is_mark() => Ok(None),
        Err(error) => Err(error.to_string()),
    }
}

impl Check {
    /// Compares a row; one that differs is written with what decides.
    pub(crate) fn compare(
        &mut self,
        printed: Option<&Printed>,
        found: &Found,
        language: Language,
        output: &mut impl Write,
    ) -> Result<(), Stop> {
        let Some(Printed { place, section, text, class }) = printed else {
            self.unprinted += 1;
            return Ok(());
        };
        let at = usize::from(found.class).checked_sub(1);
        let Some(of_row) = at.and_then(|at| Class::ALL.get(at)) else {
            self.without += 1;
            return Ok(());
        };
        if of_row == class {
            self.agreeing += 1;
            return Ok(());
        }
        self.differing += 1;
        let decides = found.determining;
        let section = section.as_deref().unwrap_or_default();
        let comma = if section.is_empty() { "" } else { choose(language, "，", ", ") };
        let written = match language {
            Language::Chinese => {
                let decides = language.list(decides.iter().map(|item| language.item(item)));
                let of_row = language.class(*of_row);
                writeln!(
                    output,
                    "{place}{comma}{section}：印出{text}，评得{of_row}，定类指标{decides}"
                )
            }
            Language::English => writeln!(
                output,
                "{place}{comma}{section}: printed {text}, found {of_row} by {decides}"
            ),
        };
        written.map_err(|error| Stop::output(&error))
    }

    /// Writes how many agree.
    pub(crate) fn write(&self, output: &mut impl Write) -> Result<(), Stop> {
        let Self { agreeing, differing, without, unprinted } = self;
        writeln!(
            output,
            "{agreeing} printed classes agree, {differing} differ; {without} rows have a printed \
             class and none found, {unprinted} have none to compare"
        )
        .map_err(|error| Stop::output(&error))
    }
}
