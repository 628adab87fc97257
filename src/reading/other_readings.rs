//! Readings of items beyond Table 1: those of Tables 2 and 3, and those of ground water.

use crate::number::fraction::Fraction;
use crate::reading::cell_grammar::Expected;
use crate::reading::notation::{Notation, Reading, ReadingReason, quoted};
use crate::reading::possible::Kind;
use crate::standard::ground_water::item::GroundWaterItem;
use crate::standard::ground_water::limits::GroundWaterLimits;
use crate::standard::naming::quantity::Quantity;
use crate::standard::naming::spelled_unit::SpelledUnit;
use crate::standard::source_item::SourceItem;
use crate::text::error_text::QuotedText;

/// A text that is no reading of an item beyond Table 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text} is no reading of {item}: {reason}")]
pub struct OtherReadingError {
    text: QuotedText,
    item: &'static str,
    reason: ReadingReason,
}

impl OtherReadingError {
    /// The text that was read.
    #[must_use]
    pub const fn text(&self) -> &QuotedText {
        &self.text
    }

    /// The English name of the item it should be a reading of.
    #[must_use]
    pub const fn item(&self) -> &'static str {
        self.item
    }

    /// What is wrong with it.
    #[must_use]
    pub const fn reason(&self) -> ReadingReason {
        self.reason
    }
}

/// Refuses a hand-made reading that is not possible.
pub(crate) fn check_other(
    reading: &Reading,
    kind: Kind,
    item: &'static str,
) -> Result<(), OtherReadingError> {
    match kind.refused(reading) {
        None => Ok(()),
        Some((number, reason)) => Err(OtherReadingError { text: quoted(number), item, reason }),
    }
}

/// Refuses a mean that no amounts can have.
pub(crate) fn check_mean(mean: &Fraction, item: &'static str) -> Result<(), OtherReadingError> {
    if mean.is_negative() {
        return Err(OtherReadingError {
            text: quoted(mean),
            item,
            reason: ReadingReason::Negative,
        });
    }
    Ok(())
}

/// What was read of an item of ground water: a number, or one of the printed words.
///
/// # Example
/// ```
/// use gb3838::{Notation, Reading, ground_water::{GroundWaterItem, GroundWaterReading}};
///
/// let notation = Notation::new();
/// let odour = notation.parse_ground_water("无", GroundWaterItem::OdourAndTaste)?;
/// assert_eq!(odour, GroundWaterReading::NoneSeen);
/// let sodium = notation.parse_ground_water("356", GroundWaterItem::Sodium)?;
/// assert_eq!(sodium, GroundWaterReading::Number(Reading::Value(356.into())));
/// // A word is no concentration, and a number is no word.
/// assert!(notation.parse_ground_water("无", GroundWaterItem::Sodium).is_err());
/// assert!(notation.parse_ground_water("1", GroundWaterItem::OdourAndTaste).is_err());
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroundWaterReading {
    /// A number, below a detection limit, or no value.
    Number(Reading),
    /// 无: none was seen or smelt.
    NoneSeen,
    /// 有: some was seen or smelt.
    Seen,
}

impl From<Reading> for GroundWaterReading {
    fn from(reading: Reading) -> Self {
        Self::Number(reading)
    }
}

impl GroundWaterReading {
    /// Why a hand-made reading is not one of the item, if it is not.
    pub(crate) fn check(&self, item: GroundWaterItem) -> Result<(), OtherReadingError> {
        let in_words = matches!(item.limits(), GroundWaterLimits::NoneSeen);
        let error = |text| OtherReadingError {
            text,
            item: item.name_en(),
            reason: ReadingReason::NotAReading,
        };
        match self {
            Self::NoneSeen if !in_words => Err(error(QuotedText::new(NONE_SEEN))),
            Self::Seen if !in_words => Err(error(QuotedText::new(SEEN))),
            Self::NoneSeen | Self::Seen => Ok(()),
            Self::Number(Reading::Value(number) | Reading::Below(number)) if in_words => {
                Err(error(quoted(*number)))
            }
            Self::Number(reading) => check_other(reading, kind_of(item), item.name_en()),
        }
    }
}

/// The words of Table 1 that stand for limits.
const NONE_SEEN: &str = "无";
const SEEN: &str = "有";

const fn kind_of(item: GroundWaterItem) -> Kind {
    match item {
        GroundWaterItem::Ph => Kind::Ph,
        _ => Kind::Amount,
    }
}

impl Notation {
    /// Reads a cell of an item of Tables 2 and 3, in mg/L, as [`Notation::parse`] does.
    ///
    /// # Errors
    /// When the text is neither a number nor a known mark, or the value is impossible.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Decimal, Notation, Reading, source::SourceItem};
    ///
    /// let reading = Notation::new().parse_source("0.24L", SourceItem::Acetaldehyde)?;
    /// assert_eq!(reading, Reading::Below(Decimal::parse("0.24")?));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn parse_source(&self, text: &str, item: SourceItem) -> Result<Reading, OtherReadingError> {
        let unit = Quantity::Source(item).unit();
        self.parse_other(text, Expected::in_limits_unit(Kind::Amount, unit), item.name_en())
    }

    /// Reads a cell of an item of ground water, in the item's unit, as [`Notation::parse`]
    /// does; 无 and 有 where the limits are words.
    ///
    /// # Errors
    /// When the text is no number, known mark or printed word, or the value is impossible.
    pub fn parse_ground_water(
        &self,
        text: &str,
        item: GroundWaterItem,
    ) -> Result<GroundWaterReading, OtherReadingError> {
        self.parse_ground_water_in(text, item, Quantity::GroundWater(item).unit())
    }

    /// As [`Notation::parse_ground_water`], of a column in a unit of its own.
    pub(crate) fn parse_ground_water_in(
        &self,
        text: &str,
        item: GroundWaterItem,
        column: SpelledUnit,
    ) -> Result<GroundWaterReading, OtherReadingError> {
        let unit = Quantity::GroundWater(item).unit();
        let expected = Expected { kind: kind_of(item), unit, column };
        let reading = match (item.limits(), text.trim()) {
            (GroundWaterLimits::NoneSeen, NONE_SEEN) => GroundWaterReading::NoneSeen,
            (GroundWaterLimits::NoneSeen, SEEN) => GroundWaterReading::Seen,
            _ => self.parse_other(text, expected, item.name_en())?.into(),
        };
        reading.check(item)?;
        Ok(reading)
    }

    /// Reads a cell of anything that is named in errors by its English name.
    pub(crate) fn parse_other(
        &self,
        text: &str,
        expected: Expected,
        item: &'static str,
    ) -> Result<Reading, OtherReadingError> {
        let error = |reason| OtherReadingError { text: QuotedText::new(text), item, reason };
        self.read(text, expected).map_err(error)
    }
}
