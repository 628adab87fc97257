//! River or lake: which limits of total phosphorus and nitrogen apply.

use core::fmt;
use core::str::FromStr;

use crate::text::error_text::QuotedText;

/// Whether a section is judged by the limits of rivers or of lakes and reservoirs.
///
/// The caller says which; a name never decides: a river-type reservoir is judged as a
/// river.
///
/// # Reference
/// GB 3838-2002, Table 1, items 8 and 9 (P): total phosphorus has a second row for lakes and
/// reservoirs (湖、库), total nitrogen has limits for them alone.
///
/// # Example
/// ```
/// use gb3838::WaterBody;
///
/// assert_eq!("lake".parse(), Ok(WaterBody::Lake));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum WaterBody {
    /// A river, canal or river-type reservoir (河流).
    River,
    /// A lake or reservoir (湖、库).
    Lake,
}

impl WaterBody {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::River, Self::Lake];

    /// The name in data: `river`, `lake`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::River => "river",
            Self::Lake => "lake",
        }
    }

    /// The Chinese words.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::River => "河流",
            Self::Lake => "湖库",
        }
    }
}

impl fmt::Display for WaterBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A text that names no kind of water body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text} is no kind of water body: expected river (河流) or lake (湖库)")]
pub struct ParseWaterBodyError {
    text: QuotedText,
}

impl FromStr for WaterBody {
    type Err = ParseWaterBodyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let trimmed = text.trim();
        let is = |names: &[&str]| names.iter().any(|name| trimmed.eq_ignore_ascii_case(name));
        if is(&["river", "河流", "河流型", "河"]) {
            Ok(Self::River)
        } else if is(&[
            "lake",
            "reservoir",
            "lake_or_reservoir",
            "湖库",
            "湖库型",
            "湖、库",
            "湖",
            "库",
        ]) {
            Ok(Self::Lake)
        } else {
            Err(ParseWaterBodyError { text: QuotedText::new(text) })
        }
    }
}
