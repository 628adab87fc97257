//! The 39 regular items of ground water: names, groups, units.

use core::fmt;
use core::str::FromStr;

use crate::standard::unit::Unit;
use crate::text::error_text::QuotedText;
use crate::text::name::same_name;

/// Builds the enum and its facts from one table, in the order of the printed one.
macro_rules! ground_water_items {
    ($($variant:ident $number:literal $zh:literal $en:literal
       $group:ident $unit:literal [$($alias:literal)*];)*) => {
        /// A regular item of ground-water quality (地下水质量常规指标).
        ///
        /// It is not an [`Item`](crate::Item) of surface water: limits, units and classes
        /// differ, also where the names are the same. It is read from its Chinese or English
        /// name, in any case and without regard to spaces, brackets, hyphens.
        ///
        /// # Reference
        /// GB/T 14848-2017, Table 1 (S).
        ///
        /// # Example
        /// ```
        /// use gb3838::ground_water::GroundWaterItem;
        ///
        /// let item: GroundWaterItem = "氟化物".parse()?;
        /// assert_eq!(item, GroundWaterItem::Fluoride);
        /// assert_eq!((item.number(), item.unit_symbol()), (26, "mg/L"));
        /// // Organic items are limited in µg/L here, in mg/L by GB 3838-2002.
        /// assert_eq!(GroundWaterItem::Benzene.unit_symbol(), "µg/L");
        /// # Ok::<(), gb3838::Error>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[non_exhaustive]
        pub enum GroundWaterItem {
            $(#[doc = concat!($en, " (", $zh, ").")] $variant = $number,)*
        }

        impl GroundWaterItem {
            /// The items in the order of Table 1.
            pub const ALL: [Self; 39] = [$(Self::$variant,)*];

            const FACTS: [Facts; 39] = [$(Facts {
                name_zh: $zh,
                name_en: $en,
                group: GroundWaterGroup::$group,
                unit: $unit,
                aliases: &[$($alias,)*],
            },)*];
        }
    };
}

#[derive(Debug)]
struct Facts {
    name_zh: &'static str,
    name_en: &'static str,
    group: GroundWaterGroup,
    unit: &'static str,
    aliases: &'static [&'static str],
}

/// The groups of Table 1.
///
/// # Reference
/// GB/T 14848-2017, Table 1 (S).
///
/// # Example
/// ```
/// use gb3838::ground_water::{GroundWaterGroup, GroundWaterItem};
///
/// assert_eq!(GroundWaterItem::Benzene.group(), GroundWaterGroup::Toxicological);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroundWaterGroup {
    /// Sensory and general chemical items (感官性状及一般化学指标).
    General,
    /// Microbial items (微生物指标).
    Microbial,
    /// Toxicological items (毒理学指标).
    Toxicological,
    /// Radioactivity (放射性指标).
    Radioactive,
}

impl GroundWaterGroup {
    /// The Chinese name as printed.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::General => "感官性状及一般化学指标",
            Self::Microbial => "微生物指标",
            Self::Toxicological => "毒理学指标",
            Self::Radioactive => "放射性指标",
        }
    }
}

#[rustfmt::skip]
ground_water_items! {
    // variant            number, Chinese, English, group, unit, [other names]
    Colour                 1  "色" "Colour" General "Pt-Co colour unit" [];
    OdourAndTaste          2  "嗅和味" "Odour and taste" General "" ["臭和味"];
    Turbidity              3  "浑浊度" "Turbidity" General "NTU" [];
    VisibleMatter          4  "肉眼可见物" "Visible matter" General "" [];
    Ph                     5  "pH" "pH" General "" ["pH值"];
    TotalHardness          6  "总硬度" "Total hardness (as CaCO3)" General "mg/L" [];
    TotalDissolvedSolids   7  "溶解性总固体" "Total dissolved solids" General "mg/L" [];
    Sulfate                8  "硫酸盐" "Sulfate" General "mg/L" [];
    Chloride               9  "氯化物" "Chloride" General "mg/L" [];
    Iron                  10  "铁" "Iron" General "mg/L" [];
    Manganese             11  "锰" "Manganese" General "mg/L" [];
    Copper                12  "铜" "Copper" General "mg/L" [];
    Zinc                  13  "锌" "Zinc" General "mg/L" [];
    Aluminium             14  "铝" "Aluminium" General "mg/L" [];
    VolatilePhenols       15  "挥发性酚类" "Volatile phenols (as phenol)" General "mg/L" ["挥发酚"];
    AnionicSurfactants    16  "阴离子表面活性剂" "Anionic surfactants" General "mg/L" ["LAS"];
    OxygenConsumption     17  "耗氧量" "Oxygen consumption (CODMn method, as O2)" General "mg/L" ["CODMn" "高锰酸盐指数"];
    AmmoniaNitrogen       18  "氨氮" "Ammonia nitrogen (as N)" General "mg/L" ["NH3-N"];
    Sulfide               19  "硫化物" "Sulfide" General "mg/L" [];
    Sodium                20  "钠" "Sodium" General "mg/L" [];
    TotalColiforms        21  "总大肠菌群" "Total coliforms" Microbial "MPN/100mL or CFU/100mL" [];
    ColonyCount           22  "菌落总数" "Colony count" Microbial "CFU/mL" [];
    Nitrite               23  "亚硝酸盐" "Nitrite (as N)" Toxicological "mg/L" ["NO2-N"];
    Nitrate               24  "硝酸盐" "Nitrate (as N)" Toxicological "mg/L" ["NO3-N"];
    Cyanide               25  "氰化物" "Cyanide" Toxicological "mg/L" [];
    Fluoride              26  "氟化物" "Fluoride" Toxicological "mg/L" [];
    Iodide                27  "碘化物" "Iodide" Toxicological "mg/L" [];
    Mercury               28  "汞" "Mercury" Toxicological "mg/L" [];
    Arsenic               29  "砷" "Arsenic" Toxicological "mg/L" [];
    Selenium              30  "硒" "Selenium" Toxicological "mg/L" [];
    Cadmium               31  "镉" "Cadmium" Toxicological "mg/L" [];
    HexavalentChromium    32  "铬(六价)" "Chromium (VI)" Toxicological "mg/L" ["Cr6+" "六价铬"];
    Lead                  33  "铅" "Lead" Toxicological "mg/L" [];
    Trichloromethane      34  "三氯甲烷" "Trichloromethane" Toxicological "µg/L" [];
    Tetrachloromethane    35  "四氯化碳" "Tetrachloromethane" Toxicological "µg/L" [];
    Benzene               36  "苯" "Benzene" Toxicological "µg/L" [];
    Toluene               37  "甲苯" "Toluene" Toxicological "µg/L" [];
    GrossAlpha            38  "总α放射性" "Gross alpha activity" Radioactive "Bq/L" ["总阿尔法放射性"];
    GrossBeta             39  "总β放射性" "Gross beta activity" Radioactive "Bq/L" ["总贝塔放射性"];
}

impl GroundWaterItem {
    const fn facts(self) -> &'static Facts {
        &Self::FACTS[self.index()]
    }

    /// The place in [`GroundWaterItem::ALL`], from 0.
    pub(crate) const fn index(self) -> usize {
        self as usize - 1
    }

    /// The number in Table 1, from 1.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The Chinese name as printed.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        self.facts().name_zh
    }

    /// The English name.
    #[must_use]
    pub const fn name_en(self) -> &'static str {
        self.facts().name_en
    }

    /// The group that Table 1 lists it in.
    #[must_use]
    pub const fn group(self) -> GroundWaterGroup {
        self.facts().group
    }

    /// The sign of the unit of its limits; empty for pH and where words stand for numbers.
    #[must_use]
    pub const fn unit_symbol(self) -> &'static str {
        self.facts().unit
    }

    /// The unit of its limits where it is a mass concentration, to convert readings with;
    /// `None` for colour, turbidity, counts, radioactivity, words.
    #[must_use]
    pub fn unit(self) -> Option<Unit> {
        let unit = [Unit::MilligramPerLitre, Unit::MicrogramPerLitre];
        unit.into_iter().find(|unit| unit.symbol() == self.unit_symbol())
    }
}

impl fmt::Display for GroundWaterItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name_en())
    }
}

/// A text that names no regular item of ground water.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{text} is no item of GB/T 14848-2017, Table 1: expected a name, such as 总硬度 or Total hardness"
)]
pub struct ParseGroundWaterItemError {
    text: QuotedText,
}

impl ParseGroundWaterItemError {
    /// The text that was read.
    #[must_use]
    pub const fn text(&self) -> &QuotedText {
        &self.text
    }
}

impl FromStr for GroundWaterItem {
    type Err = ParseGroundWaterItemError;

    /// Reads a printed name, with or without its remark in brackets.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let names = |item: &Self| {
            let facts = item.facts();
            let plain = |name: &'static str| name.split(" (").next().unwrap_or(name);
            same_name(text, facts.name_zh)
                || same_name(text, facts.name_en)
                || same_name(text, plain(facts.name_en))
                || facts.aliases.iter().any(|alias| same_name(text, alias))
        };
        Self::ALL
            .into_iter()
            .find(names)
            .ok_or(ParseGroundWaterItemError { text: QuotedText::new(text) })
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for GroundWaterItem {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name_zh())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for GroundWaterItem {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::text::plain_text::deserialize(
            deserializer,
            "an item of ground water, such as 总硬度",
        )
    }
}
