//! Why an item has no value, and what is left of a result without natural background.

use crate::reading::notation::Missing;

/// Why an item that was asked for has no value.
///
/// # Reference
/// Published classes of national automatic stations (F): the class is made from the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Absence {
    /// There is no reading of it at all.
    NotRead,
    /// There is a reading, and it is not a value.
    NotAValue(Missing),
}

/// What kind of absence it is: three that a reader must not take for one another.
///
/// # Reference
/// -1: 环办监测函〔2020〕82号 (S); marks: station reports (F); the three kinds are ours.
///
/// # Example
/// ```
/// use gb3838::{Missing, section::{Absence, AbsenceKind}};
///
/// let kind = |missing| Absence::NotAValue(missing).kind();
/// assert_eq!(kind(Missing::NotMonitored), AbsenceKind::NotMeasured);
/// assert_eq!(kind(Missing::NotDetected), AbsenceKind::NotDetected);
/// assert_eq!(kind(Missing::Voided), AbsenceKind::Void);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AbsenceKind {
    /// Not measured, or not published: no reading, an empty cell, a dash, a star, a slash, -1,
    /// a word for "no value".
    NotMeasured,
    /// Not detected, with no detection limit to halve.
    NotDetected,
    /// There is something, and it is void: by a mark, by the day's quality control, by an error
    /// of a spreadsheet.
    Void,
}

impl Absence {
    /// What kind of absence it is.
    #[must_use]
    pub const fn kind(self) -> AbsenceKind {
        match self {
            Self::NotRead => AbsenceKind::NotMeasured,
            Self::NotAValue(missing) => match missing {
                Missing::Blank
                | Missing::Dash
                | Missing::Star
                | Missing::Slash
                | Missing::NoValue
                | Missing::NotMonitored => AbsenceKind::NotMeasured,
                Missing::NotDetected => AbsenceKind::NotDetected,
                Missing::QualityControl | Missing::Voided | Missing::SpreadsheetError => {
                    AbsenceKind::Void
                }
            },
        }
    }
}

/// A result without the items or sections of natural background, beside the full one.
///
/// # Reference
/// The ministry prints both (扣除自然因素影响后, F).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BackgroundLeftOut<T> {
    /// Nothing is exempted: the full result stands alone.
    NothingExempted,
    /// All that had a result is exempted.
    NothingLeft,
    /// The result of the rest.
    Rest(T),
}

impl<T> BackgroundLeftOut<T> {
    /// The result of the rest, where something is exempted and something left.
    #[must_use]
    pub fn rest(self) -> Option<T> {
        match self {
            Self::Rest(rest) => Some(rest),
            Self::NothingExempted | Self::NothingLeft => None,
        }
    }

    /// The result that a table shows beside the full one: the full one where nothing is exempted.
    #[must_use]
    pub fn or_full(self, full: Option<T>) -> Option<T> {
        match self {
            Self::NothingExempted => full,
            Self::NothingLeft => None,
            Self::Rest(rest) => Some(rest),
        }
    }
}
