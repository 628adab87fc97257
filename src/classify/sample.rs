//! What was measured at one place and time: cells in, measurements of items out.

use crate::classify::judgement::Measurement;
use crate::reading::mean::mean::Mean;
use crate::reading::notation::{Notation, Reading, ReadingError};
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;
use crate::text::error_text::QuotedText;
use crate::text::unknown_name::UnknownNameError;

/// What was measured of the items at one place and time.
///
/// # Example
/// ```
/// use gb3838::{Class, Classifier, Item, Sample, WaterBody};
///
/// let sample = Sample::parse([(Item::Ph, "7.6"), (Item::DissolvedOxygen, "6.03")])?;
/// let section = Classifier::for_readings(WaterBody::River).assess(&sample)?;
/// assert_eq!(section.class(), Some(Class::II));
///
/// // By any name of an item; the same item under two names is refused.
/// let sample = Sample::parse_named([("pH值", "7.6"), ("氨氮", "0.34"), ("w21011", "<0.01")])?;
/// assert_eq!(sample.items().to_string(), "pH;NH3-N;TP");
/// assert!(Sample::parse_named([("氨氮", "0.34"), ("NH3-N", "0.3")]).is_err());
/// # Ok::<(), gb3838::Error>(())
/// ```
///
/// With the feature `serde` it is read from `{"pH": 7.6, "氨氮": "0.025L", "TP": null}`; an answer
/// as JSON is a serialised [`SectionAssessment`](crate::SectionAssessment).
///
/// # Reference
/// Ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[doc(alias = "水样")]
#[doc(alias = "json")]
pub struct Sample {
    measurements: ItemMap<Measurement>,
}

/// Why a sample was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SampleError {
    /// A name that is no item of Table 1.
    #[error(transparent)]
    Item(#[from] UnknownNameError),
    /// A cell that is no reading of its item.
    #[error(transparent)]
    Reading(#[from] ReadingError),
    /// An item that is in the sample already.
    #[error("{text}: the sample already has {item}: expected each item once")]
    Twice {
        /// The item.
        item: Item,
        /// The name or cell that came second.
        text: QuotedText,
    },
}

impl SampleError {
    pub(crate) const fn twice(item: Item, text: &str) -> Self {
        Self::Twice { item, text: QuotedText::new(text) }
    }
}

impl Sample {
    /// A sample of which nothing is known yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { measurements: ItemMap::new() }
    }

    /// Reads the cells of a laboratory sheet, in its usual notation.
    ///
    /// # Errors
    /// [`SampleError::Reading`] for a cell that is no reading, [`SampleError::Twice`] for an item
    /// that comes twice.
    pub fn parse<'a>(
        cells: impl IntoIterator<Item = (Item, &'a str)>,
    ) -> Result<Self, SampleError> {
        Self::parse_with(&Notation::new(), cells)
    }

    /// Reads cells in a notation of the caller's choice.
    ///
    /// # Errors
    /// As [`Sample::parse`].
    pub fn parse_with<'a>(
        notation: &Notation,
        cells: impl IntoIterator<Item = (Item, &'a str)>,
    ) -> Result<Self, SampleError> {
        let mut sample = Self::new();
        for (item, cell) in cells {
            sample.add(item, cell, notation.parse(cell, item)?)?;
        }
        Ok(sample)
    }

    /// Reads cells by the names of their items: Chinese, English, symbols or codes.
    ///
    /// # Errors
    /// [`SampleError::Item`] for a name that is no item, and those of [`Sample::parse`].
    pub fn parse_named<'a>(
        cells: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, SampleError> {
        let mut sample = Self::new();
        for (name, cell) in cells {
            let item = name.parse()?;
            sample.add(item, name, Reading::parse(cell, item)?)?;
        }
        Ok(sample)
    }

    /// Adds a reading or a mean of an item.
    ///
    /// # Errors
    /// [`SampleError::Twice`] when the item is in the sample already: it keeps what it had.
    pub fn insert(
        &mut self,
        item: Item,
        measurement: impl Into<Measurement>,
    ) -> Result<(), SampleError> {
        self.add(item, item.symbol(), measurement)
    }

    fn add(
        &mut self,
        item: Item,
        text: &str,
        measurement: impl Into<Measurement>,
    ) -> Result<(), SampleError> {
        if self.measurements.get(item).is_some() {
            return Err(SampleError::twice(item, text));
        }
        self.measurements.insert(item, measurement.into());
        Ok(())
    }

    /// What was measured of an item, if anything was.
    #[must_use]
    pub const fn get(&self, item: Item) -> Option<&Measurement> {
        self.measurements.get(item)
    }

    /// The items that are in the sample, those without a value included.
    #[must_use]
    pub fn items(&self) -> ItemSet {
        self.measurements.items()
    }

    /// The items with what was measured, in the order of Table 1.
    pub fn iter(&self) -> impl Iterator<Item = (Item, &Measurement)> {
        self.measurements.iter()
    }
}

impl AsRef<ItemMap<Measurement>> for Sample {
    fn as_ref(&self) -> &ItemMap<Measurement> {
        &self.measurements
    }
}

impl From<ItemMap<Measurement>> for Sample {
    fn from(measurements: ItemMap<Measurement>) -> Self {
        Self { measurements }
    }
}

impl From<&ItemMap<Mean>> for Sample {
    fn from(means: &ItemMap<Mean>) -> Self {
        Self { measurements: means.iter().map(|(item, mean)| (item, (*mean).into())).collect() }
    }
}

#[cfg(feature = "serde")]
mod serde_map {
    use core::fmt::{self, Write};

    use super::Sample;
    use crate::number::decimal::Decimal;
    use crate::number::text_buffer::TextBuffer;
    use crate::reading::notation::Reading;
    use crate::standard::item::Item;

    /// Reads `{"pH": "7.6", "氨氮": 0.34, "TP": null}`: numbers as text or as JSON numbers.
    struct SampleVisitor;

    /// A cell of plain data: its text, a number, or nothing.
    struct Cell(Item);

    impl<'de> serde::de::DeserializeSeed<'de> for Cell {
        type Value = Reading;

        fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<Reading, D::Error> {
            from.deserialize_any(self)
        }
    }

    impl Cell {
        /// A number means what it means as a text: −1 is "not monitored".
        fn number<E: serde::de::Error>(self, number: Decimal) -> Result<Reading, E> {
            let mut text = TextBuffer::<48>::new();
            write!(text, "{number}").map_err(E::custom)?;
            Reading::parse(text.as_str(), self.0).map_err(E::custom)
        }
    }

    impl serde::de::Visitor<'_> for Cell {
        type Value = Reading;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a reading of {}, as text or as a number, or null", self.0)
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Reading, E> {
            Reading::parse(text, self.0).map_err(E::custom)
        }

        fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Reading, E> {
            self.visit_i64(i64::try_from(number).map_err(E::custom)?)
        }

        fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Reading, E> {
            self.number(Decimal::from_integer(number))
        }

        fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Reading, E> {
            self.number(number.try_into().map_err(E::custom)?)
        }

        fn visit_unit<E: serde::de::Error>(self) -> Result<Reading, E> {
            Reading::parse("", self.0).map_err(E::custom)
        }
    }

    impl<'de> serde::de::Visitor<'de> for SampleVisitor {
        type Value = Sample;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("readings by the names of their items, each item once")
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Sample, A::Error> {
            let mut sample = Sample::new();
            while let Some(item) = map.next_key::<Item>()? {
                let reading = map.next_value_seed(Cell(item))?;
                sample.insert(item, reading).map_err(serde::de::Error::custom)?;
            }
            Ok(sample)
        }
    }

    impl<'de> serde::Deserialize<'de> for Sample {
        /// Reads an object of readings by the names of their items: text, number or `null`.
        fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            from.deserialize_map(SampleVisitor)
        }
    }
}
