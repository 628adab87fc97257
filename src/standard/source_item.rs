//! The 85 items of Tables 2 and 3 for drinking-water sources: pass or fail, never a class.

use core::fmt;

use crate::text::name::before_remark;

/// Builds the enum and its facts from one table, in the order of the printed ones.
macro_rules! source_items {
    ($($variant:ident $table:literal $number:literal $zh:literal $en:literal
       $code:literal $cas:literal $monthly:literal;)*) => {
        /// An item of Table 2 or 3, assessed at drinking-water sources (集中式生活饮用水
        /// 地表水源地) beside those of Table 1.
        ///
        /// Each has one limit: a value meets it or not, and there are no assessment decimals,
        /// so the full value is compared. Such an item cannot be asked for a class.
        ///
        /// # Reference
        /// GB 3838-2002, Tables 2 and 3 (P). Codes: HJ 525-2009 as HJ 212-2017 lists them
        /// (S). CAS numbers are not in the standard; 50 丁基黄原酸 is of low confidence.
        ///
        /// # Example
        /// ```
        /// use gb3838::{Decimal, Fraction, source::SourceItem};
        ///
        /// let iron: SourceItem = "铁".parse()?;
        /// assert_eq!(iron, SourceItem::Iron);
        /// assert!(iron.limit().holds(&Fraction::from(Decimal::parse("0.3")?)));
        /// # Ok::<(), gb3838::Error>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[non_exhaustive]
        pub enum SourceItem {
            $(#[doc = concat!("`", $en, "` (", $zh, "), Table ", $table, ", ", $number, ".")] $variant,)*
        }

        impl SourceItem {
            /// The items in the order of Tables 2 and 3.
            pub const ALL: [Self; 85] = [$(Self::$variant,)*];

            const FACTS: [Facts; 85] = [$(Facts {
                table: $table,
                number: $number,
                name_zh: $zh,
                name_en: $en,
                code: $code,
                cas: $cas,
                monthly: $monthly,
            },)*];
        }
    };
}

#[derive(Debug)]
struct Facts {
    table: u8,
    number: u8,
    name_zh: &'static str,
    name_en: &'static str,
    code: &'static str,
    cas: &'static str,
    monthly: bool,
}

#[rustfmt::skip]
source_items! {
    // variant table number Chinese English HJ 525 code, CAS, in the monthly list of 61 items
    Sulfate                      2 1  "硫酸盐（以SO4^2-计）" "Sulfate" "w21038" "14808-79-8" true;
    Chloride                     2 2  "氯化物（以Cl-计）" "Chloride" "w21022" "16887-00-6" true;
    Nitrate                      2 3  "硝酸盐（以N计）" "Nitrate (as N)" "w21007" "14797-55-8" true;
    Iron                         2 4  "铁" "Iron" "w20125" "7439-89-6" true;
    Manganese                    2 5  "锰" "Manganese" "w20124" "7439-96-5" true;
    Trichloromethane             3 1  "三氯甲烷" "Trichloromethane (chloroform)" "w24004" "67-66-3" true;
    Tetrachloromethane           3 2  "四氯化碳" "Tetrachloromethane" "w24005" "56-23-5" true;
    Tribromomethane              3 3  "三溴甲烷" "Tribromomethane" "w24009" "75-25-2" false;
    Dichloromethane              3 4  "二氯甲烷" "Dichloromethane" "w24003" "75-09-2" false;
    Dichloroethane12             3 5  "1,2-二氯乙烷" "1,2-Dichloroethane" "w24017" "107-06-2" false;
    Epichlorohydrin              3 6  "环氧氯丙烷" "Epichlorohydrin" "w24024" "106-89-8" false;
    VinylChloride                3 7  "氯乙烯" "Vinyl chloride" "w24046" "75-01-4" false;
    Dichloroethylene11           3 8  "1,1-二氯乙烯" "1,1-Dichloroethylene" "w24047" "75-35-4" false;
    Dichloroethylene12           3 9  "1,2-二氯乙烯" "1,2-Dichloroethylene" "w24048" "540-59-0" false;
    Trichloroethylene            3 10 "三氯乙烯" "Trichloroethylene" "w24049" "79-01-6" true;
    Tetrachloroethylene          3 11 "四氯乙烯" "Tetrachloroethylene" "w24050" "127-18-4" true;
    Chloroprene                  3 12 "氯丁二烯" "Chloroprene" "w24062" "126-99-8" false;
    Hexachlorobutadiene          3 13 "六氯丁二烯" "Hexachlorobutadiene" "w24064" "87-68-3" false;
    Styrene                      3 14 "苯乙烯" "Styrene" "w25038" "100-42-5" true;
    Formaldehyde                 3 15 "甲醛" "Formaldehyde" "w31001" "50-00-0" true;
    Acetaldehyde                 3 16 "乙醛" "Acetaldehyde" "w31002" "75-07-0" false;
    Acrolein                     3 17 "丙烯醛" "Acrolein" "w31004" "107-02-8" false;
    Chloral                      3 18 "三氯乙醛" "Chloral" "w31003" "75-87-6" false;
    Benzene                      3 19 "苯" "Benzene" "w25002" "71-43-2" true;
    Toluene                      3 20 "甲苯" "Toluene" "w25003" "108-88-3" true;
    Ethylbenzene                 3 21 "乙苯" "Ethylbenzene" "w25004" "100-41-4" true;
    Xylenes                      3 22 "二甲苯" "Xylenes (p-, m-, o-)" "w25005" "1330-20-7" true;
    Isopropylbenzene             3 23 "异丙苯" "Isopropylbenzene (cumene)" "w25034" "98-82-8" true;
    Chlorobenzene                3 24 "氯苯" "Chlorobenzene" "w25010" "108-90-7" true;
    Dichlorobenzene12            3 25 "1,2-二氯苯" "1,2-Dichlorobenzene" "w25011" "95-50-1" true;
    Dichlorobenzene14            3 26 "1,4-二氯苯" "1,4-Dichlorobenzene" "w25013" "106-46-7" true;
    Trichlorobenzenes            3 27 "三氯苯" "Trichlorobenzenes (1,2,3-; 1,2,4-; 1,3,5-)" "w25014" "12002-48-1" true;
    Tetrachlorobenzenes          3 28 "四氯苯" "Tetrachlorobenzenes (1,2,3,4-; 1,2,3,5-; 1,2,4,5-)" "w25016" "12408-10-5" false;
    Hexachlorobenzene            3 29 "六氯苯" "Hexachlorobenzene" "w25019" "118-74-1" false;
    Nitrobenzene                 3 30 "硝基苯" "Nitrobenzene" "w25023" "98-95-3" true;
    Dinitrobenzenes              3 31 "二硝基苯" "Dinitrobenzenes (p-, m-, o-)" "w25027" "25154-54-5" true;
    Dinitrotoluene24             3 32 "2,4-二硝基甲苯" "2,4-Dinitrotoluene" "w25030" "121-14-2" false;
    Trinitrotoluene246           3 33 "2,4,6-三硝基甲苯" "2,4,6-Trinitrotoluene" "w25032" "118-96-7" false;
    Chloronitrobenzenes          3 34 "硝基氯苯" "Chloronitrobenzenes (p-, m-, o-)" "w25020" "25167-93-5" true;
    Dinitrochlorobenzene24       3 35 "2,4-二硝基氯苯" "2,4-Dinitrochlorobenzene" "w25022" "97-00-7" false;
    Dichlorophenol24             3 36 "2,4-二氯苯酚" "2,4-Dichlorophenol" "w23020" "120-83-2" false;
    Trichlorophenol246           3 37 "2,4,6-三氯苯酚" "2,4,6-Trichlorophenol" "w23022" "88-06-2" false;
    Pentachlorophenol            3 38 "五氯酚" "Pentachlorophenol" "w23025" "87-86-5" false;
    Aniline                      3 39 "苯胺" "Aniline" "w26001" "62-53-3" false;
    Benzidine                    3 40 "联苯胺" "Benzidine" "w26002" "92-87-5" false;
    Acrylamide                   3 41 "丙烯酰胺" "Acrylamide" "w26048" "79-06-1" false;
    Acrylonitrile                3 42 "丙烯腈" "Acrylonitrile" "w99010" "107-13-1" false;
    DibutylPhthalate             3 43 "邻苯二甲酸二丁酯" "Dibutyl phthalate" "w29002" "84-74-2" true;
    DiEthylhexylPhthalate        3 44 "邻苯二甲酸二(2-乙基己基)酯" "Di(2-ethylhexyl) phthalate" "w29004" "117-81-7" true;
    HydrazineHydrate             3 45 "水合肼" "Hydrazine hydrate" "w21009" "7803-57-8" false;
    TetraethylLead               3 46 "四乙基铅" "Tetraethyl lead" "w20047" "78-00-2" false;
    Pyridine                     3 47 "吡啶" "Pyridine" "w25052" "110-86-1" false;
    Turpentine                   3 48 "松节油" "Turpentine" "w22007" "8006-64-2" false;
    PicricAcid                   3 49 "苦味酸" "Picric acid" "w23036" "88-89-1" false;
    ButylXanthicAcid             3 50 "丁基黄原酸" "Butyl xanthic acid" "w32003" "110-50-9" false;
    ActiveChlorine               3 51 "活性氯" "Active chlorine" "w21023" "7782-50-5" false;
    Ddt                          3 52 "滴滴涕" "DDT" "w33007" "50-29-3" true;
    Lindane                      3 53 "林丹" "Lindane (gamma-HCH)" "w33005" "58-89-9" true;
    HeptachlorEpoxide            3 54 "环氧七氯" "Heptachlor epoxide" "w99003" "1024-57-3" false;
    Parathion                    3 55 "对硫磷" "Parathion" "w33030" "56-38-2" false;
    ParathionMethyl              3 56 "甲基对硫磷" "Parathion-methyl" "w33021" "298-00-0" false;
    Malathion                    3 57 "马拉硫磷" "Malathion" "w33022" "121-75-5" false;
    Dimethoate                   3 58 "乐果" "Dimethoate" "w33019" "60-51-5" false;
    Dichlorvos                   3 59 "敌敌畏" "Dichlorvos" "w33010" "62-73-7" false;
    Trichlorfon                  3 60 "敌百虫" "Trichlorfon" "w33011" "52-68-6" false;
    Demeton                      3 61 "内吸磷" "Demeton" "w33025" "8065-48-3" false;
    Chlorothalonil               3 62 "百菌清" "Chlorothalonil" "w33012" "1897-45-6" false;
    Carbaryl                     3 63 "甲萘威" "Carbaryl" "w33047" "63-25-2" false;
    Deltamethrin                 3 64 "溴氰菊酯" "Deltamethrin" "w33052" "52918-63-5" false;
    Atrazine                     3 65 "阿特拉津" "Atrazine" "w33029" "1912-24-9" true;
    BenzoAPyrene                 3 66 "苯并(a)芘" "Benzo[a]pyrene" "w25043" "50-32-8" true;
    Methylmercury                3 67 "甲基汞" "Methylmercury" "w20136" "22967-92-6" false;
    PolychlorinatedBiphenyls     3 68 "多氯联苯" "PCBs (1016,1221,1232,1242,1248,1254,1260)" "w27001" "1336-36-3" false;
    MicrocystinLr                3 69 "微囊藻毒素-LR" "Microcystin-LR" "w99004" "101043-37-2" false;
    YellowPhosphorus             3 70 "黄磷" "Yellow phosphorus" "w21013" "12185-10-3" false;
    Molybdenum                   3 71 "钼" "Molybdenum" "w20061" "7439-98-7" true;
    Cobalt                       3 72 "钴" "Cobalt" "w20038" "7440-48-4" true;
    Beryllium                    3 73 "铍" "Beryllium" "w20127" "7440-41-7" true;
    Boron                        3 74 "硼" "Boron" "w20023" "7440-42-8" true;
    Antimony                     3 75 "锑" "Antimony" "w20004" "7440-36-0" true;
    Nickel                       3 76 "镍" "Nickel" "w20121" "7440-02-0" true;
    Barium                       3 77 "钡" "Barium" "w20012" "7440-39-3" true;
    Vanadium                     3 78 "钒" "Vanadium" "w20101" "7440-62-2" true;
    Titanium                     3 79 "钛" "Titanium" "w20095" "7440-32-6" false;
    Thallium                     3 80 "铊" "Thallium" "w20089" "7440-28-0" true;
}

impl SourceItem {
    const fn facts(self) -> &'static Facts {
        &Self::FACTS[self.index()]
    }

    /// The names that the standard prints, and its codes.
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        let facts = self.facts();
        let printed = [facts.name_zh, facts.name_en];
        printed.into_iter().chain(printed.map(before_remark)).chain([facts.code, facts.cas])
    }

    /// The place in [`SourceItem::ALL`], from 0.
    pub(crate) const fn index(self) -> usize {
        self as usize
    }

    /// The table that lists it: 2 or 3.
    #[must_use]
    pub const fn table(self) -> u8 {
        self.facts().table
    }

    /// The number in its table, from 1.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.facts().number
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

    /// The HJ 525 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.facts().code
    }

    /// The CAS number; of the mixture where the item is a group of isomers.
    #[must_use]
    pub const fn cas(self) -> &'static str {
        self.facts().cas
    }

    /// Whether it belongs to the 61 items that surface sources report each month.
    ///
    /// # Reference
    /// The monthly list (S): Table 1 without COD, Table 2, and 33 items of Table 3.
    #[must_use]
    pub const fn in_monthly_list(self) -> bool {
        self.facts().monthly
    }
}

impl fmt::Display for SourceItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name_en())
    }
}
