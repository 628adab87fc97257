//! River or lake: which limits of total phosphorus and nitrogen apply.

use core::fmt;
use core::str::FromStr;

use crate::text::name::letters;
use crate::text::unknown_name::{NameKind, UnknownNameError};

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
#[doc(alias = "水体类型")]
#[doc(alias = "河流")]
#[doc(alias = "湖库")]
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

impl FromStr for WaterBody {
    type Err = UnknownNameError;

    /// Reads the words of tables: 河流, 河流型, 湖库, 湖泊（水库）, 水库型, `river`, `lake`; a
    /// river-type reservoir (河流型水库, 河道型水库) is a river.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const RIVER: [&str; 17] = [
            "river",
            "rivers",
            "stream",
            "canal",
            "河",
            "河流",
            "河道",
            "江河",
            "江",
            "河流断面",
            "河道水库",
            "河流型水库",
            "河道型水库",
            "入海河流",
            "运河",
            "渠道",
            "river reservoir",
        ];
        const LAKE: [&str; 18] = [
            "lake",
            "lakes",
            "reservoir",
            "reservoirs",
            "lake or reservoir",
            "lake and reservoir",
            "lake reservoir",
            "lakes and reservoirs",
            "湖",
            "库",
            "湖库",
            "湖泊",
            "水库",
            "湖泊水库",
            "湖泊和水库",
            "湖库点位",
            "湖泊型水库",
            "库区",
        ];
        let named = |names: &[&str]| names.iter().any(|name| is_kind(text, name));
        if named(&RIVER) {
            Ok(Self::River)
        } else if named(&LAKE) {
            Ok(Self::Lake)
        } else {
            Err(UnknownNameError::new(text, NameKind::WaterBody))
        }
    }
}

/// Whether a text is a word, which may end in 型 or 类.
fn is_kind(text: &str, word: &str) -> bool {
    let ends = |ending: &str| letters(text).eq(letters(word).chain(ending.chars()));
    ends("") || ends("型") || ends("类")
}
