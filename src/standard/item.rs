//! The 24 basic items of Table 1: names, symbols, codes, units.

use core::fmt;

use crate::standard::unit::Unit;

/// Builds the enum and its facts from one table, in the order of the printed one.
macro_rules! items {
    ($($variant:ident $number:literal $symbol:literal $zh:literal $en:literal
       $unit:ident $code:literal $cas:expr, [$($alias:literal)*];)*) => {
        /// A basic item of surface-water quality (地表水环境质量标准基本项目).
        ///
        /// It is read from its symbol, Chinese or English name or HJ 525 code, in any case
        /// and without regard to spaces, brackets, hyphens. Spelling never changes what an item is: `do`, `DO`, `溶解氧` and `w01009` all are
        /// [`Item::DissolvedOxygen`], whose limits are lower bounds.
        ///
        /// # Reference
        /// GB 3838-2002, Table 1 (P); codes: HJ 525-2009 as HJ 212-2017 lists them (S).
        ///
        /// # Example
        /// ```
        /// use gb3838::Item;
        ///
        /// assert_eq!("nh3n".parse(), Ok(Item::AmmoniaNitrogen));
        /// assert_eq!("氨氮".parse(), Ok(Item::AmmoniaNitrogen));
        /// assert_eq!("W01009".parse(), Ok(Item::DissolvedOxygen));
        /// // A unit may stand behind a name, if it is that of the limits.
        /// assert_eq!("溶解氧(mg/L)".parse(), Ok(Item::DissolvedOxygen));
        /// assert!("DO(%)".parse::<Item>().is_err());
        /// assert!("铜(µg/L)".parse::<Item>().is_err());
        /// // Arsenic: both codes are read, the standard one is written.
        /// assert_eq!("w20141".parse(), Ok(Item::Arsenic));
        /// assert_eq!(Item::Arsenic.code(), "w20119");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[non_exhaustive]
        pub enum Item {
            $(#[doc = concat!($en, " (", $zh, "), `", $symbol, "`.")] $variant = $number,)*
        }

        impl Item {
            /// The items in the order of Table 1.
            pub const ALL: [Self; 24] = [$(Self::$variant,)*];

            const FACTS: [Facts; 24] = [$(Facts {
                symbol: $symbol,
                name_zh: $zh,
                name_en: $en,
                unit: Unit::$unit,
                code: $code,
                cas: $cas,
                aliases: &[$($alias,)*],
            },)*];
        }
    };
}

#[derive(Debug)]
struct Facts {
    symbol: &'static str,
    name_zh: &'static str,
    name_en: &'static str,
    unit: Unit,
    code: &'static str,
    cas: Option<&'static str>,
    aliases: &'static [&'static str],
}

#[rustfmt::skip]
items! {
    // variant              no symbol   Chinese            English                              unit               HJ 525   CAS, [other names]
    WaterTemperature        1  "WT"     "水温" "Water temperature"            Celsius           "w01010" None, ["water temp" "temp water" "water_temperature" "W_TEMP"];
    Ph                      2  "pH"     "pH值" "pH"                           Dimensionless     "w01001" None, ["酸碱度" "酸碱值" "pH value" "001"];
    DissolvedOxygen         3  "DO"     "溶解氧" "Dissolved oxygen"             MilligramPerLitre "w01009" Some("7782-44-7"), ["溶氧" "溶氧量" "溶解氧量" "氧溶解量" "oxygen dissolved" "DOX" "ODO" "LDO"];
    PermanganateIndex       4  "CODMn"  "高锰酸盐指数" "Permanganate index"           MilligramPerLitre "w01019" None, ["高锰酸钾指数" "高锰酸盐" "高锰酸钾" "高锰酸盐指标" "高指" "permanganate" "permanganate value" "potassium permanganate index" "COD锰" "锰COD" "IMn" "KMnO4" "CODMn法"];
    ChemicalOxygenDemand    5  "COD"    "化学需氧量" "Chemical oxygen demand"       MilligramPerLitre "w01018" None, ["CODCr" "化学耗氧量" "化学需氧" "COD铬" "铬COD" "重铬酸盐指数" "重铬酸钾指数" "011"];
    BiochemicalOxygenDemand 6  "BOD5"   "五日生化需氧量" "Five-day biochemical oxygen demand" MilligramPerLitre "w01017" None, ["BOD" "生化需氧量" "五日生化" "生物需氧量" "五日生物需氧量" "5日生化需氧量" "biochemical oxygen demand" "biological oxygen demand" "five-day BOD" "010"];
    AmmoniaNitrogen         7  "NH3-N"  "氨氮" "Ammonia nitrogen"             MilligramPerLitre "w21003" Some("7664-41-7"), ["ammonia" "氨态氮" "铵态氮" "铵氮" "NH4-N" "NH3-NH4-N" "ammonium nitrogen" "ammoniacal nitrogen" "ammonia N" "ammonium N" "nitrogen ammonia" "060"];
    TotalPhosphorus         8  "TP"     "总磷" "Total phosphorus"             MilligramPerLitre "w21011" Some("7723-14-0"), ["全磷" "total P" "Tot-P" "phosphorus total" "total phosphorous" "101"];
    TotalNitrogen           9  "TN"     "总氮" "Total nitrogen"               MilligramPerLitre "w21001" Some("7727-37-9"), ["全氮" "total N" "Tot-N" "nitrogen total" "065"];
    Copper                  10 "Cu"     "铜" "Copper"                       MilligramPerLitre "w20122" Some("7440-50-8"), ["总铜" "total copper" "w20138" "029"];
    Zinc                    11 "Zn"     "锌" "Zinc"                         MilligramPerLitre "w20123" Some("7440-66-6"), ["总锌" "total zinc" "w20139" "030"];
    Fluoride                12 "F-"     "氟化物" "Fluoride"                     MilligramPerLitre "w21017" Some("16984-48-8"), ["氟离子" "氟" "072"];
    Selenium                13 "Se"     "硒" "Selenium"                     MilligramPerLitre "w20128" Some("7782-49-2"), ["总硒" "硒（四价）" "四价硒" "total selenium" "w20140" "035"];
    Arsenic                 14 "As"     "砷" "Arsenic"                      MilligramPerLitre "w20119" Some("7440-38-2"), ["总砷" "total arsenic" "ARS" "w20141" "026"];
    Mercury                 15 "Hg"     "汞" "Mercury"                      MilligramPerLitre "w20111" Some("7439-97-6"), ["总汞" "total mercury" "THG" "w20142" "020"];
    Cadmium                 16 "Cd"     "镉" "Cadmium"                      MilligramPerLitre "w20115" Some("7440-43-9"), ["总镉" "total cadmium" "w20143" "022"];
    HexavalentChromium      17 "Cr6+"   "铬（六价）" "Chromium (VI)"                MilligramPerLitre "w20117" Some("18540-29-9"), ["六价铬" "Cr(VI)" "Cr(Ⅵ)" "铬（VI）" "铬（Ⅵ）" "铬6+" "hexavalent chromium" "chromium hexavalent" "chromium 6" "024"];
    Lead                    18 "Pb"     "铅" "Lead"                         MilligramPerLitre "w20120" Some("7439-92-1"), ["总铅" "total lead" "w20144" "027"];
    Cyanide                 19 "CN-"    "氰化物" "Cyanide"                      MilligramPerLitre "w21016" Some("57-12-5"), ["总氰化物" "总氰" "total cyanide" "TCN" "070"];
    VolatilePhenols         20 "VP"     "挥发酚" "Volatile phenols"             MilligramPerLitre "w23002" None, ["挥发性酚" "挥发酚类" "挥发性酚类" "volatile phenol" "VLPH" "110"];
    Petroleum               21 "Oil"    "石油类" "Petroleum (oils)"             MilligramPerLitre "w22001" None, ["petroleum" "oils" "石油" "石油类物质" "petroleum oil" "petroleum oils" "080"];
    AnionicSurfactants      22 "LAS"    "阴离子表面活性剂" "Anionic surfactants"          MilligramPerLitre "w19002" None, ["阴离子合成洗涤剂" "阴离子洗涤剂" "阴离子表活" "合成洗涤剂" "anionic surfactant" "anionic detergent" "anionic detergents" "linear alkylbenzene sulfonate" "520"];
    Sulfide                 23 "S2-"    "硫化物" "Sulfide"                      MilligramPerLitre "w21019" Some("18496-25-8"), ["sulphide" "071"];
    FaecalColiforms         24 "FC"     "粪大肠菌群" "Faecal coliforms"             CountPerLitre     "w02003" None, ["fecal coliforms" "fecal coliform" "faecal coliform" "粪大肠菌群数" "粪大肠菌" "粪大肠杆菌" "粪大肠杆菌群" "粪大肠菌群总数" "耐热大肠菌群" "thermotolerant coliforms" "FCG" "550"];
}

impl Item {
    const fn facts(self) -> &'static Facts {
        &Self::FACTS[self.index()]
    }

    /// Every name that it is read from, the printed ones first.
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        let facts = self.facts();
        [facts.symbol, facts.name_zh, facts.name_en, facts.code]
            .into_iter()
            .chain(facts.aliases.iter().copied())
    }

    /// The place in [`Item::ALL`], from 0.
    pub(crate) const fn index(self) -> usize {
        self as usize - 1
    }

    /// The number in Table 1, from 1.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The symbol: `pH`, `DO`, `CODMn`, `NH3-N`, …
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        // A table of its own: a station that prints a symbol holds no other name.
        const SYMBOLS: &[&str; Item::FACTS.len()] = &{
            let mut symbols = [""; Item::FACTS.len()];
            let mut index = 0;
            while index < symbols.len() {
                symbols[index] = Item::FACTS[index].symbol;
                index += 1;
            }
            symbols
        };
        SYMBOLS[self.index()]
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

    /// The unit of its limits.
    #[must_use]
    pub const fn unit(self) -> Unit {
        // A table of its own, as that of symbols.
        const UNITS: &[Unit; Item::FACTS.len()] = &{
            let mut units = [Unit::Dimensionless; Item::FACTS.len()];
            let mut index = 0;
            while index < units.len() {
                units[index] = Item::FACTS[index].unit;
                index += 1;
            }
            units
        };
        UNITS[self.index()]
    }

    /// The HJ 525 code: `w01001` for pH.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.facts().code
    }

    /// The CAS number, where the item is one substance; not in the standard.
    #[must_use]
    pub const fn cas(self) -> Option<&'static str> {
        self.facts().cas
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.symbol())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Item {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.symbol())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Item {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::text::plain_text::deserialize(deserializer, "an item of Table 1, such as NH3-N")
    }
}
