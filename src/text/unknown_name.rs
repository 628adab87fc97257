//! A text that is none of the names that were expected.

use core::fmt;

use crate::text::error_text::QuotedText;

/// A text that is none of the names of its kind; it carries the text, the kind, and what was
/// expected.
///
/// # Example
/// ```
/// use gb3838::error::NameKind;
/// use gb3838::{Class, Item};
///
/// let error = "氨".parse::<Item>().err().ok_or("氨 is no item")?;
/// assert_eq!((error.text().as_str(), error.kind()), ("氨", NameKind::Item));
/// let error = "VI".parse::<Class>().err().ok_or("VI is no class")?;
/// assert!(error.to_string().starts_with("\"VI\" is no water-quality class: expected I to V"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text} is no {kind}: expected {}", .kind.expected())]
pub struct UnknownNameError {
    text: QuotedText,
    kind: NameKind,
}

impl UnknownNameError {
    pub(crate) const fn new(text: &str, kind: NameKind) -> Self {
        Self { text: QuotedText::new(text), kind }
    }

    /// The text that was read.
    #[must_use]
    pub const fn text(&self) -> &QuotedText {
        &self.text
    }

    /// What it was to name.
    #[must_use]
    pub const fn kind(&self) -> NameKind {
        self.kind
    }
}

/// What a text was to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NameKind {
    /// A way of comparing.
    Comparison,
    /// A class of surface water.
    Class,
    /// An item of Table 1.
    Item,
    /// An item of Tables 2 and 3.
    SourceItem,
    /// An item of ground water.
    GroundWaterItem,
    /// A class of ground water.
    GroundWaterClass,
    /// A kind of water body.
    WaterBody,
    /// A unit.
    Unit,
    /// A parameter of the trophic level index.
    TrophicParameter,
    /// A state of a station.
    StationState,
}

impl NameKind {
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Comparison => ("comparison", "round-first or full-value"),
            Self::Class => ("water-quality class", "I to V (also Ⅲ, 3, Ⅲ类) or inferior_V (劣Ⅴ)"),
            Self::Item => (
                "item of Table 1",
                "a symbol, a name or an HJ 525 code, such as NH3-N, 氨氮 or w21003",
            ),
            Self::SourceItem => (
                "item of Tables 2 and 3",
                "a name, a CAS number or an HJ 525 code, such as 铁 or w20125",
            ),
            Self::GroundWaterItem => {
                ("item of GB/T 14848-2017, Table 1", "a name, such as 总硬度 or Total hardness")
            }
            Self::GroundWaterClass => {
                ("class of ground water", "I to V (also Ⅲ, 3, Ⅲ类); there is no 劣Ⅴ")
            }
            Self::WaterBody => ("kind of water body", "river (河流) or lake (湖库)"),
            Self::Unit => ("unit", "mg/L, µg/L, ng/L, g/L, ℃, 个/L or dimensionless"),
            Self::TrophicParameter => {
                ("parameter of the trophic level index", "chl-a, TP, TN, SD or CODMn")
            }
            Self::StationState => {
                ("state of a station", "正常, 维护, 故障, 停运 or a mark of HJ 212")
            }
        }
    }

    /// The names that are read, with examples.
    #[must_use]
    pub const fn expected(self) -> &'static str {
        self.words().1
    }
}

impl fmt::Display for NameKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.words().0)
    }
}
