//! The 39 regular items of ground water: names, groups, units.

use core::fmt;

use crate::standard::unit::Unit;
use crate::text::name::before_remark;

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
    Colour                 1  "色" "Colour" General "Pt-Co colour unit" ["色度" "真色" "color" "chromaticity" "w01002" "002"];
    OdourAndTaste          2  "嗅和味" "Odour and taste" General "" ["臭和味" "嗅味" "嗅与味" "臭味" "odor and taste"];
    Turbidity              3  "浑浊度" "Turbidity" General "NTU" ["浊度" "浑浊" "w01003"];
    VisibleMatter          4  "肉眼可见物" "Visible matter" General "" ["肉眼可见物质" "visible substance" "visible substances"];
    Ph                     5  "pH" "pH" General "" ["pH值" "酸碱度" "w01001" "001"];
    TotalHardness          6  "总硬度" "Total hardness (as CaCO3)" General "mg/L" ["硬度" "hardness" "TH"];
    TotalDissolvedSolids   7  "溶解性总固体" "Total dissolved solids" General "mg/L" ["溶解性固体" "溶解性固体总量" "溶解总固体" "总溶解固体" "总溶解性固体" "TDS" "w01006"];
    Sulfate                8  "硫酸盐" "Sulfate" General "mg/L" ["SO42-" "SO4" "sulphate" "硫酸根" "w21038"];
    Chloride               9  "氯化物" "Chloride" General "mg/L" ["Cl-" "氯离子" "w21022" "090"];
    Iron                  10  "铁" "Iron" General "mg/L" ["Fe" "总铁" "total iron" "w20125" "032"];
    Manganese             11  "锰" "Manganese" General "mg/L" ["Mn" "总锰" "total manganese" "w20124" "031"];
    Copper                12  "铜" "Copper" General "mg/L" ["Cu" "总铜" "total copper" "w20122" "w20138" "029"];
    Zinc                  13  "锌" "Zinc" General "mg/L" ["Zn" "总锌" "total zinc" "w20123" "w20139" "030"];
    Aluminium             14  "铝" "Aluminium" General "mg/L" ["Al" "总铝" "aluminum" "total aluminium"];
    VolatilePhenols       15  "挥发性酚类" "Volatile phenols (as phenol)" General "mg/L" ["挥发酚" "挥发性酚" "挥发酚类" "VP" "volatile phenol" "w23002" "110"];
    AnionicSurfactants    16  "阴离子表面活性剂" "Anionic surfactants" General "mg/L" ["LAS" "阴离子合成洗涤剂" "阴离子洗涤剂" "合成洗涤剂" "anionic surfactant" "w19002" "520"];
    OxygenConsumption     17  "耗氧量" "Oxygen consumption (CODMn method, as O2)" General "mg/L" ["CODMn" "高锰酸盐指数" "耗氧量（CODMn法）" "COD锰" "permanganate index" "w01019"];
    AmmoniaNitrogen       18  "氨氮" "Ammonia nitrogen (as N)" General "mg/L" ["NH3-N" "NH4-N" "氨态氮" "铵氮" "ammonium nitrogen" "ammonia" "w21003" "060"];
    Sulfide               19  "硫化物" "Sulfide" General "mg/L" ["S2-" "sulphide" "w21019" "071"];
    Sodium                20  "钠" "Sodium" General "mg/L" ["Na" "Na+" "钠离子"];
    TotalColiforms        21  "总大肠菌群" "Total coliforms" Microbial "MPN/100mL or CFU/100mL" ["总大肠菌" "总大肠菌群数" "total coliform"];
    ColonyCount           22  "菌落总数" "Colony count" Microbial "CFU/mL" ["细菌总数" "菌落数" "total bacteria" "total plate count"];
    Nitrite               23  "亚硝酸盐" "Nitrite (as N)" Toxicological "mg/L" ["NO2-N" "亚硝酸盐氮" "亚硝氮" "亚硝态氮" "nitrite nitrogen" "w21006" "063"];
    Nitrate               24  "硝酸盐" "Nitrate (as N)" Toxicological "mg/L" ["NO3-N" "硝酸盐氮" "硝氮" "硝态氮" "nitrate nitrogen" "w21007" "064"];
    Cyanide               25  "氰化物" "Cyanide" Toxicological "mg/L" ["CN-" "总氰化物" "w21016" "070"];
    Fluoride              26  "氟化物" "Fluoride" Toxicological "mg/L" ["F-" "氟离子" "w21017" "072"];
    Iodide                27  "碘化物" "Iodide" Toxicological "mg/L" ["碘离子" "碘"];
    Mercury               28  "汞" "Mercury" Toxicological "mg/L" ["Hg" "总汞" "total mercury" "w20111" "w20142" "020"];
    Arsenic               29  "砷" "Arsenic" Toxicological "mg/L" ["As" "总砷" "total arsenic" "w20119" "w20141" "026"];
    Selenium              30  "硒" "Selenium" Toxicological "mg/L" ["Se" "总硒" "total selenium" "w20128" "w20140" "035"];
    Cadmium               31  "镉" "Cadmium" Toxicological "mg/L" ["Cd" "总镉" "total cadmium" "w20115" "w20143" "022"];
    HexavalentChromium    32  "铬(六价)" "Chromium (VI)" Toxicological "mg/L" ["Cr6+" "六价铬" "Cr(VI)" "Cr(Ⅵ)" "铬（VI）" "铬（Ⅵ）" "hexavalent chromium" "w20117" "024"];
    Lead                  33  "铅" "Lead" Toxicological "mg/L" ["Pb" "总铅" "total lead" "w20120" "w20144" "027"];
    Trichloromethane      34  "三氯甲烷" "Trichloromethane" Toxicological "µg/L" ["氯仿" "chloroform" "CHCl3" "w24004"];
    Tetrachloromethane    35  "四氯化碳" "Tetrachloromethane" Toxicological "µg/L" ["四氯甲烷" "carbon tetrachloride" "CCl4" "w24005"];
    Benzene               36  "苯" "Benzene" Toxicological "µg/L" ["w25002"];
    Toluene               37  "甲苯" "Toluene" Toxicological "µg/L" ["w25003"];
    GrossAlpha            38  "总α放射性" "Gross alpha activity" Radioactive "Bq/L" ["总阿尔法放射性" "总α" "总a放射性" "总阿尔法" "gross alpha" "w03001" "570"];
    GrossBeta             39  "总β放射性" "Gross beta activity" Radioactive "Bq/L" ["总贝塔放射性" "总β" "总b放射性" "总贝塔" "gross beta" "w03002" "571"];
}

impl GroundWaterItem {
    const fn facts(self) -> &'static Facts {
        &Self::FACTS[self.index()]
    }

    /// Every name that it is read from, the printed ones first.
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        let facts = self.facts();
        [facts.name_zh, facts.name_en, before_remark(facts.name_en)]
            .into_iter()
            .chain(facts.aliases.iter().copied())
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
