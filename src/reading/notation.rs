//! Laboratory notation: what stands in a cell, and what it means.

use core::fmt;

use crate::number::decimal::{Decimal, DecimalRangeError};
use crate::number::text_buffer::TextBuffer;
use crate::reading::cell_grammar::Expected;
use crate::reading::cell_words::NO_VALUE_WORDS;
use crate::reading::plain_number::{PlainCell, first_word};
use crate::reading::possible::Kind;
use crate::standard::item::Item;
use crate::standard::rule::Rule;
use crate::standard::unit::{Unit, UnitError};
use crate::text::error_text::QuotedText;
use crate::text::padded::padded;

/// One reading: a value, a result below a detection limit, or no value and why.
///
/// # Reference
/// 环办监测函〔2020〕82号 (S): −1 and half the detection limit; HJ 91.2-2022, before it HJ/T 91-2002 (S): `0.025L`;
/// marks of automatic stations as seen in published data (F).
///
/// # Example
/// ```
/// use gb3838::{Decimal, Item, Missing, Reading};
///
/// let read = |text| Reading::parse(text, Item::AmmoniaNitrogen);
/// assert_eq!(read("0.25")?, Reading::Value(Decimal::parse("0.25")?));
/// assert_eq!(read("0.025L")?, Reading::Below(Decimal::parse("0.025")?));
/// assert_eq!(read("＜０．０２５")?, Reading::Below(Decimal::parse("0.025")?));
/// assert_eq!(read("--")?, Reading::Missing(Missing::Dash));
/// # Ok::<(), gb3838::Error>(())
/// ```
///
/// # Example: −1 is never a value
/// ```
/// # use gb3838::{Item, Missing, Reading};
/// assert_eq!(Reading::parse("-1", Item::Copper)?, Reading::Missing(Missing::NotMonitored));
/// assert!(Reading::parse("-0.025", Item::Copper).is_err());
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "未检出")]
#[doc(alias = "检出限")]
pub enum Reading {
    /// A value in the unit of the item's limits.
    Value(Decimal),
    /// Below a detection limit; half of the limit enters means.
    Below(Decimal),
    /// No value.
    Missing(Missing),
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
#[doc(alias = "缺测")]
pub enum Missing {
    /// An empty cell.
    Blank,
    /// `-`, `--` or a longer dash.
    Dash,
    /// `*`: suppressed by the publisher.
    Star,
    /// `/`.
    Slash,
    /// −1 or 未监测: not monitored.
    NotMonitored,
    /// `ND` or 未检出 without a detection limit: nothing to halve.
    NotDetected,
    /// `QC`: the day's quality control failed.
    QualityControl,
    /// A number with a letter mark other than L, or the mark of a service run.
    Voided,
    /// A word for "no value": NA, null, 未测, 停测, 故障.
    NoValue,
    /// An error of a spreadsheet: `#DIV/0!`, `#N/A`.
    SpreadsheetError,
}

impl Missing {
    /// All reasons.
    pub const ALL: [Self; 10] = [
        Self::Blank,
        Self::Dash,
        Self::Star,
        Self::Slash,
        Self::NotMonitored,
        Self::NotDetected,
        Self::QualityControl,
        Self::Voided,
        Self::NoValue,
        Self::SpreadsheetError,
    ];

    /// The rule by which this is no value.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::NotMonitored => Rule::NOT_MONITORED,
            Self::NotDetected => Rule::HALF_DETECTION_LIMIT,
            Self::Voided => Rule::VOIDED_BY_MARK,
            Self::Blank
            | Self::Dash
            | Self::Star
            | Self::Slash
            | Self::QualityControl
            | Self::NoValue
            | Self::SpreadsheetError => Rule::ABSENT_ITEM,
        }
    }
}

/// What is wrong with a text that should be a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadingReason {
    /// It is neither a number nor a known mark.
    #[error("expected a number, a detection limit such as 0.025L or <0.025, or a known mark")]
    NotAReading,
    /// A concentration below zero.
    #[error("expected no negative concentration; a negative detection limit is read on request")]
    Negative,
    /// A pH outside its scale.
    #[error("expected a pH from 0 to 14")]
    PhOutOfScale,
    /// NaN, where it is no word for "no value".
    #[error("expected a number, not NaN")]
    NotANumber,
    /// A number in a unit of another kind: `5 %` in a column of concentrations.
    #[error("expected a number in the unit of the item, or in one that converts into it")]
    OtherUnit,
    /// An infinite number.
    #[error("expected a finite number")]
    Infinite,
    /// `>24000`: above the range of the method.
    #[error("expected a value: a number above the measuring range is only a lower bound")]
    AboveRange,
    /// A detection limit of zero or less, or of an item that has none.
    #[error("expected a positive detection limit, of an item that can be below one")]
    NoSuchDetectionLimit,
    /// More digits than a decimal holds.
    #[error("expected at most 18 digits")]
    TooManyDigits,
}

/// A text that is no reading of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text} is no reading of {item}: {reason}")]
pub struct ReadingError {
    text: QuotedText,
    item: Item,
    reason: ReadingReason,
}

impl ReadingError {
    pub(crate) const fn new(text: QuotedText, item: Item, reason: ReadingReason) -> Self {
        Self { text, item, reason }
    }

    /// The text that was read.
    #[must_use]
    pub const fn text(&self) -> &QuotedText {
        &self.text
    }

    /// The item it should be a reading of.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// What is wrong with it.
    #[must_use]
    pub const fn reason(&self) -> ReadingReason {
        self.reason
    }
}

impl Reading {
    /// Reads a cell in the default notation.
    ///
    /// # Errors
    /// When the text is neither a number nor a known mark, or the value is impossible.
    pub fn parse(text: &str, item: Item) -> Result<Self, ReadingError> {
        Notation::new().parse(text, item)
    }

    /// A value, if it is a possible one.
    ///
    /// # Errors
    /// For a negative concentration and a pH outside 0 to 14.
    ///
    /// # Example
    /// ```
    /// # use gb3838::{Decimal, Item, Reading};
    /// // A concentration of zero is a value, and class I.
    /// assert!(Reading::value(Decimal::ZERO, Item::Mercury).is_ok());
    /// assert!(Reading::value(Decimal::parse("14.01")?, Item::Ph).is_err());
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn value(value: Decimal, item: Item) -> Result<Self, ReadingError> {
        match impossible(value, item) {
            None => Ok(Self::Value(value)),
            Some(reason) => Err(ReadingError::new(quoted(value), item, reason)),
        }
    }

    /// The number that enters a mean: the value, or half of the detection limit.
    ///
    /// # Errors
    /// When half of a hand-made limit has more digits than fit.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号, 第7点 (S).
    pub const fn for_mean(&self) -> Result<Option<Decimal>, DecimalRangeError> {
        match self {
            Self::Value(value) => Ok(Some(*value)),
            Self::Below(limit) => match limit.half() {
                Ok(half) => Ok(Some(half)),
                Err(error) => Err(error),
            },
            Self::Missing(_) => Ok(None),
        }
    }

    /// The same reading in another unit.
    ///
    /// # Errors
    /// When the units measure different things, or the number has too many digits.
    pub const fn convert(self, from: Unit, to: Unit) -> Result<Self, UnitError> {
        match self {
            Self::Value(value) => match from.convert(value, to) {
                Ok(value) => Ok(Self::Value(value)),
                Err(error) => Err(error),
            },
            Self::Below(limit) => match from.convert(limit, to) {
                Ok(limit) => Ok(Self::Below(limit)),
                Err(error) => Err(error),
            },
            Self::Missing(_) => Ok(self),
        }
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => fmt::Display::fmt(value, f),
            Self::Below(limit) => padded(f, fmt::Alignment::Right, |out| write!(out, "{limit}L")),
            Self::Missing(_) => padded(f, fmt::Alignment::Right, |out| out.write_str("--")),
        }
    }
}

/// A short cell that is a possible number or detection limit and nothing else, as every notation
/// reads it; `None` for all others.
fn plain(text: &str, item: Item) -> Option<Reading> {
    let cell = PlainCell::read(first_word(text.as_bytes(), 0, text.len()), text.len() as u64);
    let number = Decimal::new(i64::from(cell.digits()), cell.decimals()).ok()?;
    let kind = Kind::of(item);
    match cell.is_limit() {
        _ if !cell.is_plain() => None,
        true => kind.below(number).ok(),
        false => kind.impossible(number).is_none().then_some(Reading::Value(number)),
    }
}

/// Why a value cannot be one, if it cannot.
pub(crate) fn impossible(value: Decimal, item: Item) -> Option<ReadingReason> {
    Kind::of(item).impossible(value)
}

/// Whether a hand-made reading is a possible one.
pub(crate) fn check(reading: &Reading, item: Item) -> Result<(), ReadingError> {
    match Kind::of(item).refused(reading) {
        None => Ok(()),
        Some((number, reason)) => Err(ReadingError::new(quoted(number), item, reason)),
    }
}

/// A number as the text of an error.
pub(crate) fn quoted(value: impl fmt::Display) -> QuotedText {
    let mut text = TextBuffer::<40>::new();
    let _ = fmt::Write::write_fmt(&mut text, format_args!("{value}"));
    QuotedText::new(text.as_str())
}

/// How cells are read, where sources differ.
///
/// # Example
/// ```
/// use gb3838::{Decimal, Item, Missing, Notation, Reading};
///
/// // A database that writes a non-detect as the negative limit, and ND for 0.05.
/// let limit = Decimal::parse("0.05")?;
/// let notation = Notation::new().with_negative_is_below(true).with_detection_limit(limit);
/// assert_eq!(notation.parse("-0.025", Item::Zinc)?, Reading::Below(Decimal::parse("0.025")?));
/// assert_eq!(notation.parse("ND", Item::Zinc)?, Reading::Below(limit));
/// assert_eq!(notation.parse("-1", Item::Zinc)?, Reading::Missing(Missing::NotMonitored));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "未检出")]
pub struct Notation {
    pub(super) negative_is_below: bool,
    pub(super) any_letters_void: bool,
    pub(super) detection_limit: Option<Decimal>,
    pub(super) no_value_words: &'static [&'static str],
}

impl Default for Notation {
    fn default() -> Self {
        Self::new()
    }
}

impl Notation {
    /// The words for "no value" in published tables: a cell made of them alone, in any case,
    /// is [`Missing::NoValue`].
    ///
    /// # Reference
    /// Exports of platforms, programs and laboratories (F).
    pub const NO_VALUE_WORDS: &'static [&'static str] = NO_VALUE_WORDS;

    /// The default: negative numbers are errors, letters alone are errors but for the
    /// [words for "no value"](Self::NO_VALUE_WORDS), `ND` has no limit.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            negative_is_below: false,
            any_letters_void: false,
            detection_limit: None,
            no_value_words: NO_VALUE_WORDS,
        }
    }

    /// The words that stand for "no value" instead of the usual ones; a word does not begin
    /// with a digit.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Item, Missing, Notation, Reading};
    ///
    /// let notation = Notation::new().with_no_value_words(&["未送样"]);
    /// assert_eq!(notation.parse("未送样", Item::Zinc)?, Reading::Missing(Missing::NoValue));
    /// assert!(notation.parse("NA", Item::Zinc).is_err());
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub const fn with_no_value_words(mut self, words: &'static [&'static str]) -> Self {
        self.no_value_words = words;
        self
    }

    /// Whether a negative number other than −1 is a non-detect with that limit.
    #[must_use]
    pub const fn with_negative_is_below(mut self, yes: bool) -> Self {
        self.negative_is_below = yes;
        self
    }

    /// Whether a cell with any letters but L is void, also where they are no known mark or a
    /// unit, instead of an error.
    #[must_use]
    pub const fn with_any_letters_void(mut self, yes: bool) -> Self {
        self.any_letters_void = yes;
        self
    }

    /// The detection limit that `ND` and 未检出 stand for.
    #[must_use]
    pub const fn with_detection_limit(mut self, limit: Decimal) -> Self {
        self.detection_limit = Some(limit);
        self
    }

    /// Reads a cell.
    ///
    /// Surrounding spaces, the apostrophe of a spreadsheet and full-width characters do not
    /// matter. A number may be in E notation, as `1.2×10^3` or with thousands separators
    /// (`12,000`). A unit behind it is turned into that of the item's limits; one of another
    /// kind is an error, and so is an amount alone (`0.2 mg`): the number may be meant. A number
    /// with other letters than L behind it is [`Missing::Voided`], whatever it says. Below a
    /// detection limit: `0.02L`, `<0.02`, `ND(0.02)`, `未检出(0.02)`, `0.02ND`.
    ///
    /// # Errors
    /// When the text is neither a number nor a known mark, or the value is impossible.
    pub fn parse(&self, text: &str, item: Item) -> Result<Reading, ReadingError> {
        if let Some(reading) = plain(text, item) {
            return Ok(reading);
        }
        let error = |reason| ReadingError::new(QuotedText::new(text), item, reason);
        let expected = Expected::in_limits_unit(Kind::of(item), item.unit().into());
        self.read(text, expected).map_err(error)
    }
}

#[cfg(feature = "alloc")]
#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::{Notation, plain};
    use crate::reading::cell_grammar::Expected;
    use crate::reading::possible::Kind;
    use crate::standard::item::Item;

    /// Every text of up to five of these characters that is read at once, against the grammar.
    #[test]
    fn plain_cells_are_read_as_the_grammar_reads_them() {
        const CHARACTERS: [char; 9] = ['0', '1', '4', '9', '.', 'L', 'l', '<', '-'];
        let notations = [
            Notation::new(),
            Notation::new()
                .with_negative_is_below(true)
                .with_any_letters_void(true)
                .with_no_value_words(&[]),
        ];
        let mut texts = alloc::vec![String::new()];
        let mut read = 0;
        for _ in 0..5 {
            let longer = texts
                .iter()
                .flat_map(|text| CHARACTERS.iter().map(move |next| alloc::format!("{text}{next}")));
            texts = longer.collect();
            for text in &texts {
                for item in [Item::Ph, Item::Lead, Item::WaterTemperature] {
                    let Some(found) = plain(text, item) else { continue };
                    read += 1;
                    let expected = Expected::in_limits_unit(Kind::of(item), item.unit().into());
                    for notation in notations {
                        assert_eq!(notation.read(text, expected), Ok(found), "{text} of {item}");
                    }
                }
            }
        }
        assert!(read > 8_000, "{read}");
    }
}
