//! The five classes of ground water: there is no inferior V.

use core::fmt;
use core::str::FromStr;

use crate::standard::class::Class;
use crate::text::unknown_name::{NameKind, UnknownNameError};

/// A class of ground-water quality (地下水质量类别): I to V, a greater class is a worse one.
///
/// It is not a [`Class`] of surface water: V has no limit of its own, and is what meets none.
///
/// # Reference
/// GB/T 14848-2017, Table 1 and 6.2 (S).
///
/// # Example
/// ```
/// use gb3838::ground_water::GroundWaterClass;
///
/// assert_eq!("Ⅳ类".parse(), Ok(GroundWaterClass::IV));
/// assert!(GroundWaterClass::II.meets(GroundWaterClass::III));
/// // Ground water has no 劣Ⅴ类.
/// assert!("劣Ⅴ类".parse::<GroundWaterClass>().is_err());
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum GroundWaterClass {
    /// Class I (Ⅰ类): low contents, fit for all uses.
    I = 1,
    /// Class II (Ⅱ类): rather low contents, fit for all uses.
    II,
    /// Class III (Ⅲ类): drinking-water sources, industry, agriculture.
    III,
    /// Class IV (Ⅳ类): agriculture, some industry; drinking water after treatment.
    IV,
    /// Class V (Ⅴ类): not fit as a drinking-water source.
    V,
}

impl GroundWaterClass {
    /// All classes, best first.
    pub const ALL: [Self; 5] = [Self::I, Self::II, Self::III, Self::IV, Self::V];

    /// Whether this class is no worse than `target`.
    #[must_use]
    pub const fn meets(self, target: Self) -> bool {
        self as u8 <= target as u8
    }

    /// The name in data: `I` … `V`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::I => "I",
            Self::II => "II",
            Self::III => "III",
            Self::IV => "IV",
            Self::V => "V",
        }
    }

    /// The name in Chinese print: Ⅰ类 … Ⅴ类.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::I => "Ⅰ类",
            Self::II => "Ⅱ类",
            Self::III => "Ⅲ类",
            Self::IV => "Ⅳ类",
            Self::V => "Ⅴ类",
        }
    }

    /// The place in [`GroundWaterClass::ALL`], from 0.
    pub(crate) const fn index(self) -> usize {
        self as usize - 1
    }
}

impl fmt::Display for GroundWaterClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for GroundWaterClass {
    type Err = UnknownNameError;

    /// Reads the spellings of [`Class`] but inferior V.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse::<Class>() {
            Ok(Class::I) => Ok(Self::I),
            Ok(Class::II) => Ok(Self::II),
            Ok(Class::III) => Ok(Self::III),
            Ok(Class::IV) => Ok(Self::IV),
            Ok(Class::V) => Ok(Self::V),
            Ok(Class::InferiorV) | Err(_) => {
                Err(UnknownNameError::new(text, NameKind::GroundWaterClass))
            }
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for GroundWaterClass {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for GroundWaterClass {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::text::plain_text::deserialize(deserializer, "a class of ground water, such as III")
    }
}
