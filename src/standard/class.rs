//! The five classes of the standard, inferior V, and the quality they stand for.

use core::fmt;
use core::str::FromStr;

use crate::number::text_buffer::TextBuffer;
use crate::text::name::plain;
use crate::text::padded::padded;
use crate::text::unknown_name::{NameKind, UnknownNameError};

/// A water-quality class (水质类别): I to V, and inferior V (劣Ⅴ类).
///
/// A greater class is a worse one. There is no class for a missing value: that is
/// `Option<Class>` in results and [`ClassCode`] in columns.
///
/// # Reference
/// GB 3838-2002, clause 3 (P): classes I–V; 环办〔2011〕22号 (S): inferior V.
///
/// # Example
/// ```
/// use gb3838::Class;
///
/// assert_eq!("Ⅲ类".parse(), Ok(Class::III));
/// assert_eq!("劣V".parse(), Ok(Class::InferiorV));
/// assert!(Class::IV > Class::III);
/// assert!(Class::II.meets(Class::III));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[doc(alias = "水质类别")]
pub enum Class {
    /// Class I (Ⅰ类): headwaters, national nature reserves.
    I = 1,
    /// Class II (Ⅱ类): first-grade protection zones of drinking-water sources.
    II,
    /// Class III (Ⅲ类): second-grade protection zones of drinking-water sources, fisheries.
    III,
    /// Class IV (Ⅳ类): industry, recreation without contact.
    IV,
    /// Class V (Ⅴ类): agriculture, landscape.
    V,
    /// Worse than class V (劣Ⅴ类).
    InferiorV,
}

impl Class {
    /// All classes, best first.
    pub const ALL: [Self; 6] = [Self::I, Self::II, Self::III, Self::IV, Self::V, Self::InferiorV];

    /// The five classes that have limits, best first.
    pub const WITH_LIMITS: [Self; 5] = [Self::I, Self::II, Self::III, Self::IV, Self::V];

    /// Whether this class is no worse than `target`.
    #[must_use]
    pub const fn meets(self, target: Self) -> bool {
        self as u8 <= target as u8
    }

    /// The worst of some classes, or `None` when there is none.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S): 单因子评价法, the single-factor method.
    ///
    /// # Example
    /// ```
    /// # use gb3838::Class;
    /// assert_eq!(Class::worst([Class::II, Class::IV, Class::I]), Some(Class::IV));
    /// assert_eq!(Class::worst([]), None);
    /// ```
    #[must_use]
    pub fn worst(classes: impl IntoIterator<Item = Self>) -> Option<Self> {
        classes.into_iter().max()
    }

    /// The quality that the class stands for.
    ///
    /// # Reference
    /// 环办〔2011〕22号, table of section quality (S).
    #[must_use]
    pub const fn quality(self) -> Quality {
        match self {
            Self::I | Self::II => Quality::Excellent,
            Self::III => Quality::Good,
            Self::IV => Quality::LightlyPolluted,
            Self::V => Quality::ModeratelyPolluted,
            Self::InferiorV => Quality::HeavilyPolluted,
        }
    }

    /// The name in data: `I`, `II`, `III`, `IV`, `V`, `inferior_V`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::I => "I",
            Self::II => "II",
            Self::III => "III",
            Self::IV => "IV",
            Self::V => "V",
            Self::InferiorV => "inferior_V",
        }
    }

    /// The name in Chinese print: Ⅰ类 … 劣Ⅴ类.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::I => "Ⅰ类",
            Self::II => "Ⅱ类",
            Self::III => "Ⅲ类",
            Self::IV => "Ⅳ类",
            Self::V => "Ⅴ类",
            Self::InferiorV => "劣Ⅴ类",
        }
    }

    /// The place in [`Class::ALL`], from 0.
    #[must_use]
    pub(crate) const fn index(self) -> usize {
        self as usize - 1
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Class {
    type Err = UnknownNameError;

    /// Reads Roman numerals as letters or as single code points, digits, Chinese numerals,
    /// with or without 第, 类, 水质, 标准 (第三类, Ⅲ类水质); and inferior V in its spellings
    /// (劣V, 劣五类, 劣于Ⅴ类, 超Ⅴ类, >V, inferior_V, worse than V, 6). A range is no class.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read_class(text).ok_or(UnknownNameError::new(text, NameKind::Class))
    }
}

/// The class that a text is; `None` for ranges and codes of national files.
fn read_class(text: &str) -> Option<Class> {
    let mut word = TextBuffer::<48>::new();
    for character in text.chars().flat_map(plain).filter(|it| !it.is_whitespace()) {
        fmt::Write::write_char(&mut word, character).ok()?;
    }
    let mut core = word.as_str();
    // What stands before and behind the numeral, each at most once.
    let mut is_worse = false;
    for before in ["第", "水质", "class", "grade", "劣于", "劣", "超过", "超", ">", "第"]
    {
        if let Some(rest) = core.strip_prefix(before) {
            is_worse |= ["劣于", "劣", "超过", "超", ">"].contains(&before);
            core = rest;
        }
    }
    for behind in ["水体", "水质", "标准", "水", "类", "级"] {
        core = core.strip_suffix(behind).unwrap_or(core);
    }
    if let Some(class) = numeral(core) {
        return match (is_worse, class) {
            (false, class) => Some(class),
            (true, Class::V) => Some(Class::InferiorV),
            (true, _) => None,
        };
    }
    let letters = || core.chars().filter(|it| !matches!(it, '_' | '-'));
    let spelled = ["inferiorv", "inferiortov", "inferiortoclassv", "worsethanv", "worsethanclassv"]
        .iter()
        .any(|name| letters().eq(name.chars()));
    (!is_worse && (spelled || core == "6" || core == "inferiorⅴ")).then_some(Class::InferiorV)
}

/// I to V as letters, as one code point (Ⅲ), as a digit or a Chinese numeral.
fn numeral(text: &str) -> Option<Class> {
    const SPELLINGS: [(Class, [&str; 5]); 5] = [
        (Class::I, ["i", "ⅰ", "1", "一", "壹"]),
        (Class::II, ["ii", "ⅱ", "2", "二", "贰"]),
        (Class::III, ["iii", "ⅲ", "3", "三", "叁"]),
        (Class::IV, ["iv", "ⅳ", "4", "四", "肆"]),
        (Class::V, ["v", "ⅴ", "5", "五", "伍"]),
    ];
    SPELLINGS.iter().find(|(_, texts)| texts.contains(&text)).map(|(class, _)| *class)
}

/// A class in a column: one byte, 0 for "no class".
///
/// # Example
/// ```
/// use gb3838::{Class, ClassCode};
///
/// assert_eq!(ClassCode::from(Some(Class::IV)).value(), 4);
/// assert_eq!(ClassCode::NONE.get(), None);
/// ```
///
/// # Reference
/// Ours: the code of columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct ClassCode(u8);

impl ClassCode {
    /// No class: nothing was measured, or nothing that takes part.
    pub const NONE: Self = Self(0);

    /// The class, if there is one.
    #[must_use]
    pub const fn get(self) -> Option<Class> {
        match self.0 {
            1 => Some(Class::I),
            2 => Some(Class::II),
            3 => Some(Class::III),
            4 => Some(Class::IV),
            5 => Some(Class::V),
            6 => Some(Class::InferiorV),
            _ => None,
        }
    }

    /// The byte: 0 for none, 1 to 5 for I to V, 6 for inferior V.
    #[must_use]
    pub const fn value(self) -> u8 {
        self.0
    }
}

/// A byte that is no code of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{value} is not the code of a class: expected 0 for none, 1 to 5 for I to V, 6 for inferior V"
)]
pub struct ClassCodeError {
    value: u8,
}

impl ClassCodeError {
    /// The byte that was refused.
    #[must_use]
    pub const fn value(self) -> u8 {
        self.value
    }
}

impl TryFrom<u8> for ClassCode {
    type Error = ClassCodeError;

    /// Takes 0 to 6; the codes −1, −2, −3 of national files mean no class, and are the
    /// caller's to map to 0.
    fn try_from(value: u8) -> Result<Self, Self::Error> {
        if value <= Class::InferiorV as u8 {
            Ok(Self(value))
        } else {
            Err(ClassCodeError { value })
        }
    }
}

impl From<ClassCode> for u8 {
    fn from(code: ClassCode) -> Self {
        code.0
    }
}

impl From<Option<Class>> for ClassCode {
    fn from(class: Option<Class>) -> Self {
        class.map_or(Self::NONE, Self::from)
    }
}

impl From<Class> for ClassCode {
    fn from(class: Class) -> Self {
        Self(class as u8)
    }
}

/// The quality of a section (水质状况) in words.
///
/// # Reference
/// 环办〔2011〕22号, table of section quality with its colours (S).
///
/// # Example
/// ```
/// use gb3838::{Class, Quality};
///
/// assert_eq!(Class::IV.quality(), Quality::LightlyPolluted);
/// assert_eq!(Quality::LightlyPolluted.name_zh(), "轻度污染");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[doc(alias = "水质状况")]
pub enum Quality {
    /// Classes I and II: excellent (优).
    Excellent,
    /// Class III: good (良好).
    Good,
    /// Class IV: lightly polluted (轻度污染).
    LightlyPolluted,
    /// Class V: moderately polluted (中度污染).
    ModeratelyPolluted,
    /// Inferior V: heavily polluted (重度污染).
    HeavilyPolluted,
}

impl Quality {
    /// The printed Chinese words.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::Excellent => "优",
            Self::Good => "良好",
            Self::LightlyPolluted => "轻度污染",
            Self::ModeratelyPolluted => "中度污染",
            Self::HeavilyPolluted => "重度污染",
        }
    }

    /// The words in English.
    #[must_use]
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Excellent => "excellent",
            Self::Good => "good",
            Self::LightlyPolluted => "lightly polluted",
            Self::ModeratelyPolluted => "moderately polluted",
            Self::HeavilyPolluted => "heavily polluted",
        }
    }

    /// The colour that maps and charts show it in.
    #[must_use]
    pub const fn colour(self) -> Colour {
        match self {
            Self::Excellent => Colour::Blue,
            Self::Good => Colour::Green,
            Self::LightlyPolluted => Colour::Yellow,
            Self::ModeratelyPolluted => Colour::Orange,
            Self::HeavilyPolluted => Colour::Red,
        }
    }
}

impl fmt::Display for Quality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name_en())
    }
}

/// A colour of the quality table.
///
/// # Reference
/// 环办〔2011〕22号 (S) names the colours; the shades are ours.
///
/// # Example
/// ```
/// use gb3838::{Colour, Quality};
///
/// assert_eq!(Quality::Excellent.colour(), Colour::Blue);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Colour {
    /// Blue (蓝色).
    Blue,
    /// Green (绿色).
    Green,
    /// Yellow (黄色).
    Yellow,
    /// Orange (橙色).
    Orange,
    /// Red (红色).
    Red,
}

impl Colour {
    /// The name that documents print, 蓝色.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::Blue => "蓝色",
            Self::Green => "绿色",
            Self::Yellow => "黄色",
            Self::Orange => "橙色",
            Self::Red => "红色",
        }
    }

    /// The name in English.
    #[must_use]
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Orange => "orange",
            Self::Red => "red",
        }
    }

    /// The shade of [`rgb`](Self::rgb) as pages and style sheets write it: `#3a86d6`.
    ///
    /// # Example
    /// ```
    /// use gb3838::Colour;
    ///
    /// assert_eq!(Colour::Blue.hex().to_string(), "#3a86d6");
    /// ```
    #[must_use]
    pub const fn hex(self) -> HexColour {
        HexColour(self)
    }

    /// A shade of it as red, green and blue, 0–255 each.
    #[must_use]
    pub const fn rgb(self) -> (u8, u8, u8) {
        match self {
            Self::Blue => (0x3a, 0x86, 0xd6),
            Self::Green => (0x3f, 0xa8, 0x5b),
            Self::Yellow => (0xf2, 0xc9, 0x2e),
            Self::Orange => (0xee, 0x85, 0x2f),
            Self::Red => (0xd6, 0x3b, 0x36),
        }
    }
}

/// A colour that displays as `#` and six hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HexColour(Colour);

impl fmt::Display for HexColour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (red, green, blue) = self.0.rgb();
        padded(f, fmt::Alignment::Left, |out| write!(out, "#{red:02x}{green:02x}{blue:02x}"))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name_en())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Class {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Class {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::text::plain_text::deserialize(
            deserializer,
            "a water-quality class, I to V or inferior_V",
        )
    }
}
