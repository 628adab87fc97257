//! What a heading says: a quantity in a unit, a role, something usual, or a finding.

use core::fmt;

use crate::sheet::measured::MeasuredColumn;
use crate::sheet::role::{Role, is_usual, role_of};
use crate::standard::naming::grammar::{Named, Vocabulary, named};
use crate::standard::naming::plain_text::PlainText;
use crate::standard::naming::quantity::Quantity;
use crate::standard::naming::refusal::Refusal;
use crate::text::error_text::QuotedText;

/// Which waters a table is about: which names count, and in which units limits are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Waters {
    /// Rivers, lakes and sources: the items of GB 3838-2002, chlorophyll-a and transparency.
    Surface,
    /// Ground water: the items of GB/T 14848-2017.
    Ground,
}

impl Waters {
    const fn vocabulary(self) -> Vocabulary {
        match self {
            Self::Surface => Vocabulary::SurfaceWater,
            Self::Ground => Vocabulary::GroundWater,
        }
    }
}

/// What the heading of a column says.
///
/// # Reference
/// Ours: the forms of published tables, platforms and laboratories (F).
///
/// # Example
/// ```
/// use gb3838::Item;
/// use gb3838::sheet::{Heading, Quantity, Refusal, Waters};
///
/// let read = |heading| Heading::read(heading, Waters::Surface);
/// let Heading::Measured(copper) = read("Cu(μg/L)") else { panic!() };
/// assert_eq!((copper.quantity(), copper.power()), (Quantity::Item(Item::Copper), -3));
/// // A saturation is no concentration: it is not read, aloud.
/// let Heading::NotRead(saturation) = read("DO(%)") else { panic!() };
/// assert_eq!(saturation.refusal(), Refusal::Saturation);
/// assert_eq!(saturation.nearest(), Some(Quantity::Item(Item::DissolvedOxygen)));
/// assert_eq!(read("电导率(μS/cm)"), Heading::Usual);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Heading {
    /// Readings of a quantity, in a unit.
    Measured(MeasuredColumn),
    /// Something about the rows.
    Role(Role),
    /// Marks of the readings of a quantity that stand in another column (`w21003-Flag`): only
    /// where the [`Layout`](crate::sheet::Layout) has found both.
    MarkOf(Quantity),
    /// It holds the name of a quantity, or nearly one, and is not read: a finding.
    NotRead(NotRead),
    /// Something that usually stands there, with nothing to read.
    Usual,
    /// Nothing that is known here.
    Other,
    /// No text.
    Blank,
}

/// A heading that holds the name of a quantity and is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotRead {
    text: QuotedText,
    nearest: Option<Quantity>,
    refusal: Refusal,
}

impl NotRead {
    pub(super) const fn new(text: &str, nearest: Option<Quantity>, refusal: Refusal) -> Self {
        Self { text: QuotedText::new(text), nearest, refusal }
    }

    /// A unit of its own cell that is not known, or measures something else.
    #[cfg(feature = "alloc")]
    pub(super) const fn of_unit(text: &str, quantity: Quantity) -> Self {
        Self::new(text, Some(quantity), Refusal::Unit)
    }

    /// The heading.
    #[must_use]
    pub const fn text(&self) -> &QuotedText {
        &self.text
    }

    /// The quantity whose name it holds, or nearly is; `None` where it is too long to say.
    #[must_use]
    pub const fn nearest(&self) -> Option<Quantity> {
        self.nearest
    }

    /// Why it is not read.
    #[must_use]
    pub const fn refusal(&self) -> Refusal {
        self.refusal
    }
}

impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not read: {}", self.text, self.refusal.what())?;
        match self.nearest {
            Some(nearest) => write!(f, "; the nearest name is {nearest} ({})", nearest.name_zh()),
            None => Ok(()),
        }
    }
}

impl Heading {
    /// Reads a heading. The text decides one quantity and one unit, or nothing.
    #[must_use]
    pub fn read(text: &str, waters: Waters) -> Self {
        let named = named(text, waters.vocabulary());
        if let Named::Quantity(quantity, unit) = named {
            return Self::Measured(MeasuredColumn::new(quantity, unit));
        }
        if let Some(plain) = PlainText::new(text) {
            let characters = plain.as_slice();
            if characters.is_empty() {
                return Self::Blank;
            }
            if let Some(role) = role_of(characters) {
                return Self::Role(role);
            }
            if is_usual(characters) {
                return Self::Usual;
            }
        }
        match named {
            Named::Refused(nearest, refusal) => Self::NotRead(NotRead::new(text, nearest, refusal)),
            _ if is_garbled(text) => Self::NotRead(NotRead::new(text, None, Refusal::Garbled)),
            _ => Self::Other,
        }
    }
}

/// Whether a text was read in the wrong encoding: marks of replacement, or the second half of
/// Latin-1 in a row, as UTF-8 and GBK look there.
fn is_garbled(text: &str) -> bool {
    let mut in_a_row = 0;
    text.chars().any(|character| {
        in_a_row = if matches!(character, '\u{80}'..='\u{ff}') { in_a_row + 1 } else { 0 };
        character == '\u{fffd}' || in_a_row >= 3
    }) || text.contains("锟斤拷")
}
