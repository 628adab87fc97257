//! Whether something that had to be reached was reached, and why nothing can be said.

/// Whether something that was promised was reached.
///
/// In words, Chinese or English: `report::Language::verdict`.
///
/// # Reference
/// 达标 and 未达标: published reports (F); "not assessed" with its reason is ours.
///
/// # Example
/// ```
/// use gb3838::{NotAssessed, Verdict};
///
/// let open = Verdict::NotAssessed(NotAssessed::NoReadings);
/// assert_eq!((open.name(), open.reason()), ("not_assessed", Some(NotAssessed::NoReadings)));
/// assert_eq!(Verdict::Met.reason(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "达标")]
#[doc(alias = "未达标")]
pub enum Verdict {
    /// It was reached (达标).
    Met,
    /// It was not reached (未达标).
    Missed,
    /// It cannot be said, and why (未评价).
    NotAssessed(NotAssessed),
}

#[cfg(feature = "serde")]
impl serde::Serialize for Verdict {
    /// The name alone; the reason stands beside it.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// Why there is no verdict.
///
/// # Reference
/// Ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum NotAssessed {
    /// There are no readings.
    NoReadings,
    /// An exact mean of the readings needs more room than there is.
    NoExactMean,
    /// No item that counts has a class, or a value for its own limit.
    NoClass,
    /// The results below a detection limit leave it open, and no other item counts.
    Undecidable,
    /// A sample has a value that could not be read, and that may exceed.
    NotRead,
    /// No target holds for the year.
    NoTarget,
    /// The target compares with last year, whose class is not known.
    NoLastYear,
    /// There are too few samples, and such a verdict is not wanted.
    TooFewSamples,
    /// The group has no member.
    EmptyGroup,
    /// The members that are not known, or known for the time being only, decide.
    OpenMembers,
}

impl Verdict {
    /// The name in data: `met`, `missed`, `not_assessed`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::NotAssessed(_) => "not_assessed",
        }
    }

    /// Why there is no verdict.
    #[must_use]
    pub const fn reason(self) -> Option<NotAssessed> {
        match self {
            Self::NotAssessed(reason) => Some(reason),
            Self::Met | Self::Missed => None,
        }
    }
}

impl Verdict {
    /// The verdict on some items: missed when one fails, and otherwise met when some were
    /// decided and none is open.
    #[cfg(feature = "alloc")]
    pub(crate) const fn of_items(items: DecidedItems) -> Self {
        match items {
            DecidedItems { fails: true, .. } => Self::Missed,
            DecidedItems { read: false, .. } => Self::NotAssessed(NotAssessed::NoReadings),
            DecidedItems { open: true, .. } | DecidedItems { decided: false, .. } => {
                Self::NotAssessed(NotAssessed::NoClass)
            }
            _ => Self::Met,
        }
    }
}

/// What is known of some items that must all meet something.
#[cfg(feature = "alloc")]
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "four plain facts, each asked once")]
pub(crate) struct DecidedItems {
    /// Whether any was read with a value.
    pub(crate) read: bool,
    /// Whether any was decided.
    pub(crate) decided: bool,
    /// Whether one has a value that nothing can be decided on although it may fail.
    pub(crate) open: bool,
    /// Whether one fails.
    pub(crate) fails: bool,
}
