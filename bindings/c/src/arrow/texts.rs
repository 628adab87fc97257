//! Columns of texts: offsets, views, dictionaries.

use gb3838::Bits;

use crate::arrow::import::Values;

/// Where the texts of a column begin and end.
#[derive(Clone, Copy, Debug)]
pub enum Offsets<'a> {
    /// Of 32 bits.
    Short(&'a [i32]),
    /// Of 64 bits.
    Long(&'a [i64]),
}

impl Offsets<'_> {
    fn range(self, row: usize) -> Option<core::ops::Range<usize>> {
        let end = row.checked_add(1)?;
        let (start, end) = match self {
            Self::Short(offsets) => (i64::from(*offsets.get(row)?), i64::from(*offsets.get(end)?)),
            Self::Long(offsets) => (*offsets.get(row)?, *offsets.get(end)?),
        };
        Some(usize::try_from(start).ok()?..usize::try_from(end).ok()?)
    }
}

/// The texts of a column, borrowed.
#[derive(Clone, Debug)]
pub enum Texts<'a> {
    /// One after the other.
    Offsets(Offsets<'a>, &'a [u8]),
    /// Short ones in place, long ones elsewhere.
    Views(&'a [[u8; 16]], Vec<&'a [u8]>),
    /// Numbers of texts, `u32::MAX` for none, and the texts.
    Dictionary(Vec<u32>, Box<Texts<'a>>),
}

impl Texts<'_> {
    /// Texts by their numbers; `None` where those are no integers.
    pub(crate) fn of_dictionary(
        indices: &Values<'_>,
        texts: Self,
        validity: Option<Bits<'_>>,
    ) -> Option<Self> {
        fn numbers<T: Copy + TryInto<u32>>(indices: &[T]) -> Vec<u32> {
            indices.iter().map(|index| (*index).try_into().unwrap_or(u32::MAX)).collect()
        }
        let mut numbers = match indices {
            Values::I8(indices) => numbers(indices),
            Values::U8(indices) => numbers(indices),
            Values::I16(indices) => numbers(indices),
            Values::U16(indices) => numbers(indices),
            Values::I32(indices) => numbers(indices),
            Values::U32(indices) => numbers(indices),
            Values::I64(indices) => numbers(indices),
            Values::U64(indices) => numbers(indices),
            _ => return None,
        };
        if let Some(validity) = validity {
            for number in &mut numbers {
                if validity.get(*number as usize) != Some(true) {
                    *number = u32::MAX;
                }
            }
        }
        Some(Self::Dictionary(numbers, Box::new(texts)))
    }

    /// The bytes of a row; `None` where a dictionary has none, or an offset lies outside.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<&[u8]> {
        match self {
            Self::Offsets(offsets, bytes) => bytes.get(offsets.range(row)?),
            Self::Views(views, parts) => {
                let view = views.get(row)?;
                let [length, _, part, start] = words(view);
                let length = usize::try_from(length).ok()?;
                if length <= 12 {
                    return view.get(4..4 + length);
                }
                let start = usize::try_from(start).ok()?;
                let part = parts.get(usize::try_from(part).ok()?)?;
                part.get(start..start.checked_add(length)?)
            }
            // A dictionary of a dictionary is not made, so this goes one step deep.
            Self::Dictionary(numbers, texts) => match (numbers.get(row), texts.as_ref()) {
                (None, _) | (_, Self::Dictionary(..)) => None,
                (Some(number), texts) => texts.get(*number as usize),
            },
        }
    }
}

fn words(view: &[u8; 16]) -> [i32; 4] {
    let (words, _) = view.as_chunks::<4>();
    let mut four = [0; 4];
    for (word, bytes) in four.iter_mut().zip(words) {
        *word = i32::from_ne_bytes(*bytes);
    }
    four
}
