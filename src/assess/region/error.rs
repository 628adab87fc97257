//! Why a group of sections has no state, or two groups no change.

use crate::number::fraction::ExactOverflow;
use crate::text::error_text::QuotedText;

/// Why a group of sections has no state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RegionError {
    /// There is no section in the group.
    #[error("a group of 0 sections has no state: expected at least one section")]
    Empty,
    /// No section of the group has a class.
    #[error("none of {sections} sections has a class: expected at least one")]
    NothingAssessed {
        /// The sections of the group.
        sections: u32,
    },
    /// More sections in the parts than in the whole.
    #[error(
        "{good} sections of class I-III and {inferior_v} of inferior V are no parts of {assessed}"
    )]
    PartsExceedTotal {
        /// The sections with a class.
        assessed: u32,
        /// Those of class I–III.
        good: u32,
        /// Those of inferior V.
        inferior_v: u32,
    },
    /// A section stands twice in the group; it counts once.
    #[error("section {section} stands twice in the group: expected each section once")]
    Twice {
        /// Its name.
        section: QuotedText,
    },
    /// Means of sections that are judged by other limits, or compared otherwise.
    #[error(
        "section {section} is judged otherwise than the first: expected one standard, body and comparison"
    )]
    JudgedOtherwise {
        /// Its name.
        section: QuotedText,
    },
    /// An exact mean without room.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}

/// Why two periods of a group cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChangeError {
    /// A section that is in one period only.
    #[error("section {section} is in one period only: expected the same sections in both")]
    OtherSections {
        /// Its name.
        section: QuotedText,
    },
    /// A section that was assessed by other items.
    #[error("section {section} was assessed by other items: expected the same in both periods")]
    OtherItems {
        /// Its name.
        section: QuotedText,
    },
    /// A group of which all sections with a value have none of the items that take part.
    #[error("section {section} is of a group without a state: expected a class in both periods")]
    NoState {
        /// The first section of the group.
        section: QuotedText,
    },
    /// A relative change from zero.
    #[error("a change from 0 to {now} has no ratio: expected a base other than 0")]
    ZeroBase {
        /// The value that zero changed to, rounded to six decimals.
        now: crate::number::decimal::Decimal,
    },
    /// A relative change from less than zero, whose sign would say the opposite.
    #[error("a change from {base} to {now} has no ratio: expected a base above 0")]
    NegativeBase {
        /// The base, rounded to six decimals.
        base: crate::number::decimal::Decimal,
        /// The value that it changed to, rounded to six decimals.
        now: crate::number::decimal::Decimal,
    },
    /// An exact change without room.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}
