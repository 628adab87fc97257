//! The grades of the trophic level index.

use core::fmt;

use crate::number::decimal::Decimal;

/// The trophic state of a lake or reservoir (营养状态分级).
///
/// | index | state |
/// |---|---|
/// | below 30 | oligotrophic 贫营养 |
/// | 30 to 50 | mesotrophic 中营养 |
/// | above 50 to 60 | lightly eutrophic 轻度富营养 |
/// | above 60 to 70 | moderately eutrophic 中度富营养 |
/// | above 70 | heavily eutrophic 重度富营养 |
///
/// Upper bounds are included, and 30 itself is mesotrophic.
///
/// # Reference
/// 环办〔2011〕22号 (S).
///
/// # Example
/// ```
/// use gb3838::{Decimal, lake::TrophicGrade};
///
/// let grade = |text| Ok::<_, gb3838::Error>(TrophicGrade::of(Decimal::parse(text)?));
/// assert_eq!(grade("29.99")?, TrophicGrade::Oligotrophic);
/// assert_eq!(grade("30")?, TrophicGrade::Mesotrophic);
/// assert_eq!(grade("60")?, TrophicGrade::LightlyEutrophic);
/// // A printed index of 0, or less, is a very clear lake.
/// assert_eq!(grade("0")?, TrophicGrade::Oligotrophic);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[doc(alias = "营养状态")]
pub enum TrophicGrade {
    /// Poor in nutrients (贫营养).
    Oligotrophic,
    /// In between (中营养).
    Mesotrophic,
    /// Lightly eutrophic (轻度富营养).
    LightlyEutrophic,
    /// Moderately eutrophic (中度富营养).
    ModeratelyEutrophic,
    /// Heavily eutrophic (重度富营养).
    HeavilyEutrophic,
}

impl TrophicGrade {
    /// The grade of a printed index.
    #[must_use]
    pub fn of(index: Decimal) -> Self {
        Self::where_index(|bound| index.cmp(&Decimal::from(bound)))
    }

    /// The grade, from how the index compares with each bound.
    pub(crate) fn where_index(compare: impl Fn(i32) -> core::cmp::Ordering) -> Self {
        if compare(30).is_lt() {
            Self::Oligotrophic
        } else if compare(50).is_le() {
            Self::Mesotrophic
        } else if compare(60).is_le() {
            Self::LightlyEutrophic
        } else if compare(70).is_le() {
            Self::ModeratelyEutrophic
        } else {
            Self::HeavilyEutrophic
        }
    }

    /// The printed Chinese words.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::Oligotrophic => "贫营养",
            Self::Mesotrophic => "中营养",
            Self::LightlyEutrophic => "轻度富营养",
            Self::ModeratelyEutrophic => "中度富营养",
            Self::HeavilyEutrophic => "重度富营养",
        }
    }

    /// The words in English.
    #[must_use]
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Oligotrophic => "oligotrophic",
            Self::Mesotrophic => "mesotrophic",
            Self::LightlyEutrophic => "lightly eutrophic",
            Self::ModeratelyEutrophic => "moderately eutrophic",
            Self::HeavilyEutrophic => "heavily eutrophic",
        }
    }
}

impl fmt::Display for TrophicGrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name_en())
    }
}
