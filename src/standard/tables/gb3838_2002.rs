//! GB 3838-2002, Tables 1 to 3 as printed: the only place where a limit is typed.

use crate::number::decimal::Decimal;
use crate::standard::bound::Bound;
use crate::standard::edition::Edition;
use crate::standard::item::Item;
use crate::standard::limit_row::LimitRow;
use crate::standard::limits::{Standard, title};
use crate::standard::rule::Rule;
use crate::standard::source_item::SourceItem;
use crate::standard::water_body::WaterBody;

/// Reads a number of a printed table; a typing error fails the build.
#[expect(clippy::panic, reason = "reached in constants alone, where it stops the build")]
pub(crate) const fn printed(text: &str) -> Decimal {
    match Decimal::parse(text) {
        Ok(number) => number,
        Err(_) => panic!("a printed table holds a text that is no number"),
    }
}

const RIVER: Option<WaterBody> = Some(WaterBody::River);
const LAKE: Option<WaterBody> = Some(WaterBody::Lake);
const BOTH: Option<WaterBody> = None;

/// Table 1, 地表水环境质量标准基本项目标准限值; mg/L where the item has no unit of its own.
///
/// Item 1 is printed 周平均最大温升 ≤ 1, 周平均最大温降 ≤ 2; dissolved oxygen of class I is printed
/// 饱和率90%（或7.5）.
#[rustfmt::skip]
const TABLE_1: [LimitRow<'static>; 25] = [
    //                                                        I          II         III       IV       V
    LimitRow::weekly_change(Item::WaterTemperature, BOTH, ["1", "2"]),
    LimitRow::within(Item::Ph, BOTH, ["6", "9"]),
    LimitRow::at_least(Item::DissolvedOxygen, BOTH,        ["7.5",     "6",       "5",      "3",     "2"]),
    LimitRow::at_most(Item::PermanganateIndex, BOTH,        ["2",       "4",       "6",      "10",    "15"]),
    LimitRow::at_most(Item::ChemicalOxygenDemand, BOTH,     ["15",      "15",      "20",     "30",    "40"]),
    LimitRow::at_most(Item::BiochemicalOxygenDemand, BOTH,  ["3",       "3",       "4",      "6",     "10"]),
    LimitRow::at_most(Item::AmmoniaNitrogen, BOTH,          ["0.15",    "0.5",     "1.0",    "1.5",   "2.0"]),
    LimitRow::at_most(Item::TotalPhosphorus, RIVER,         ["0.02",    "0.1",     "0.2",    "0.3",   "0.4"]),
    LimitRow::at_most(Item::TotalPhosphorus, LAKE,          ["0.01",    "0.025",   "0.05",   "0.1",   "0.2"]),
    LimitRow::at_most(Item::TotalNitrogen, LAKE,            ["0.2",     "0.5",     "1.0",    "1.5",   "2.0"]),
    LimitRow::at_most(Item::Copper, BOTH,                   ["0.01",    "1.0",     "1.0",    "1.0",   "1.0"]),
    LimitRow::at_most(Item::Zinc, BOTH,                     ["0.05",    "1.0",     "1.0",    "2.0",   "2.0"]),
    LimitRow::at_most(Item::Fluoride, BOTH,                 ["1.0",     "1.0",     "1.0",    "1.5",   "1.5"]),
    LimitRow::at_most(Item::Selenium, BOTH,                 ["0.01",    "0.01",    "0.01",   "0.02",  "0.02"]),
    LimitRow::at_most(Item::Arsenic, BOTH,                  ["0.05",    "0.05",    "0.05",   "0.1",   "0.1"]),
    LimitRow::at_most(Item::Mercury, BOTH,                  ["0.00005", "0.00005", "0.0001", "0.001", "0.001"]),
    LimitRow::at_most(Item::Cadmium, BOTH,                  ["0.001",   "0.005",   "0.005",  "0.005", "0.01"]),
    LimitRow::at_most(Item::HexavalentChromium, BOTH,       ["0.01",    "0.05",    "0.05",   "0.05",  "0.1"]),
    LimitRow::at_most(Item::Lead, BOTH,                     ["0.01",    "0.01",    "0.05",   "0.05",  "0.1"]),
    LimitRow::at_most(Item::Cyanide, BOTH,                  ["0.005",   "0.05",    "0.2",    "0.2",   "0.2"]),
    LimitRow::at_most(Item::VolatilePhenols, BOTH,          ["0.002",   "0.002",   "0.005",  "0.01",  "0.1"]),
    LimitRow::at_most(Item::Petroleum, BOTH,                ["0.05",    "0.05",    "0.05",   "0.5",   "1.0"]),
    LimitRow::at_most(Item::AnionicSurfactants, BOTH,       ["0.2",     "0.2",     "0.2",    "0.3",   "0.3"]),
    LimitRow::at_most(Item::Sulfide, BOTH,                  ["0.05",    "0.1",     "0.2",    "0.5",   "1.0"]),
    LimitRow::at_most(Item::FaecalColiforms, BOTH,          ["200",     "2000",    "10000",  "20000", "40000"]),
];

/// Table 1, item 3, class I: 饱和率90%（或7.5）.
pub(crate) const SATURATION_OF_CLASS_I: Bound = Bound::AtLeast(printed("90"));

/// Tables 2 and 3: one limit each, mg/L.
///
/// 集中式生活饮用水地表水源地补充项目标准限值, 集中式生活饮用水地表水源地特定项目标准限值.
#[rustfmt::skip]
const TABLES_2_AND_3: [(SourceItem, Decimal); 85] = [
    (SourceItem::Sulfate, printed("250")),
    (SourceItem::Chloride, printed("250")),
    (SourceItem::Nitrate, printed("10")),
    (SourceItem::Iron, printed("0.3")),
    (SourceItem::Manganese, printed("0.1")),
    (SourceItem::Trichloromethane, printed("0.06")),
    (SourceItem::Tetrachloromethane, printed("0.002")),
    (SourceItem::Tribromomethane, printed("0.1")),
    (SourceItem::Dichloromethane, printed("0.02")),
    (SourceItem::Dichloroethane12, printed("0.03")),
    (SourceItem::Epichlorohydrin, printed("0.02")),
    (SourceItem::VinylChloride, printed("0.005")),
    (SourceItem::Dichloroethylene11, printed("0.03")),
    (SourceItem::Dichloroethylene12, printed("0.05")),
    (SourceItem::Trichloroethylene, printed("0.07")),
    (SourceItem::Tetrachloroethylene, printed("0.04")),
    (SourceItem::Chloroprene, printed("0.002")),
    (SourceItem::Hexachlorobutadiene, printed("0.0006")),
    (SourceItem::Styrene, printed("0.02")),
    (SourceItem::Formaldehyde, printed("0.9")),
    (SourceItem::Acetaldehyde, printed("0.05")),
    (SourceItem::Acrolein, printed("0.1")),
    (SourceItem::Chloral, printed("0.01")),
    (SourceItem::Benzene, printed("0.01")),
    (SourceItem::Toluene, printed("0.7")),
    (SourceItem::Ethylbenzene, printed("0.3")),
    (SourceItem::Xylenes, printed("0.5")),
    (SourceItem::Isopropylbenzene, printed("0.25")),
    (SourceItem::Chlorobenzene, printed("0.3")),
    (SourceItem::Dichlorobenzene12, printed("1.0")),
    (SourceItem::Dichlorobenzene14, printed("0.3")),
    (SourceItem::Trichlorobenzenes, printed("0.02")),
    (SourceItem::Tetrachlorobenzenes, printed("0.02")),
    (SourceItem::Hexachlorobenzene, printed("0.05")),
    (SourceItem::Nitrobenzene, printed("0.017")),
    (SourceItem::Dinitrobenzenes, printed("0.5")),
    (SourceItem::Dinitrotoluene24, printed("0.0003")),
    (SourceItem::Trinitrotoluene246, printed("0.5")),
    (SourceItem::Chloronitrobenzenes, printed("0.05")),
    (SourceItem::Dinitrochlorobenzene24, printed("0.5")),
    (SourceItem::Dichlorophenol24, printed("0.093")),
    (SourceItem::Trichlorophenol246, printed("0.2")),
    (SourceItem::Pentachlorophenol, printed("0.009")),
    (SourceItem::Aniline, printed("0.1")),
    (SourceItem::Benzidine, printed("0.0002")),
    (SourceItem::Acrylamide, printed("0.0005")),
    (SourceItem::Acrylonitrile, printed("0.1")),
    (SourceItem::DibutylPhthalate, printed("0.003")),
    (SourceItem::DiEthylhexylPhthalate, printed("0.008")),
    (SourceItem::HydrazineHydrate, printed("0.01")),
    (SourceItem::TetraethylLead, printed("0.0001")),
    (SourceItem::Pyridine, printed("0.2")),
    (SourceItem::Turpentine, printed("0.2")),
    (SourceItem::PicricAcid, printed("0.5")),
    (SourceItem::ButylXanthicAcid, printed("0.005")),
    (SourceItem::ActiveChlorine, printed("0.01")),
    (SourceItem::Ddt, printed("0.001")),
    (SourceItem::Lindane, printed("0.002")),
    (SourceItem::HeptachlorEpoxide, printed("0.0002")),
    (SourceItem::Parathion, printed("0.003")),
    (SourceItem::ParathionMethyl, printed("0.002")),
    (SourceItem::Malathion, printed("0.05")),
    (SourceItem::Dimethoate, printed("0.08")),
    (SourceItem::Dichlorvos, printed("0.05")),
    (SourceItem::Trichlorfon, printed("0.05")),
    (SourceItem::Demeton, printed("0.03")),
    (SourceItem::Chlorothalonil, printed("0.01")),
    (SourceItem::Carbaryl, printed("0.05")),
    (SourceItem::Deltamethrin, printed("0.02")),
    (SourceItem::Atrazine, printed("0.003")),
    (SourceItem::BenzoAPyrene, printed("2.8e-6")),
    (SourceItem::Methylmercury, printed("1.0e-6")),
    (SourceItem::PolychlorinatedBiphenyls, printed("2.0e-5")),
    (SourceItem::MicrocystinLr, printed("0.001")),
    (SourceItem::YellowPhosphorus, printed("0.003")),
    (SourceItem::Molybdenum, printed("0.07")),
    (SourceItem::Cobalt, printed("1.0")),
    (SourceItem::Beryllium, printed("0.002")),
    (SourceItem::Boron, printed("0.5")),
    (SourceItem::Antimony, printed("0.005")),
    (SourceItem::Nickel, printed("0.02")),
    (SourceItem::Barium, printed("0.7")),
    (SourceItem::Vanadium, printed("0.05")),
    (SourceItem::Titanium, printed("0.1")),
    (SourceItem::Thallium, printed("0.0001")),
];

impl SourceItem {
    /// The limit, an upper bound in mg/L that a value equal to it meets.
    ///
    /// # Reference
    /// GB 3838-2002, Tables 2 and 3 (P).
    #[must_use]
    pub const fn limit(self) -> Bound {
        Bound::AtMost(TABLES_2_AND_3[self.index()].1)
    }
}

/// Each item of Tables 2 and 3 stands at its own place.
const _: () = {
    let mut index = 0;
    while index < TABLES_2_AND_3.len() {
        assert!(TABLES_2_AND_3[index].0.index() == index, "a row is out of order");
        index += 1;
    }
};

impl Standard {
    /// GB 3838-2002, 地表水环境质量标准, in force since 2002-06-01.
    ///
    /// # Reference
    /// GB 3838-2002, Table 1 (P).
    pub const GB_3838_2002: Self = {
        let Some(name) = title("GB 3838-2002") else { panic!("the name has no room") };
        match Self::of_rows(Edition::new(name, Rule::TABLE_1), &TABLE_1) {
            Ok(standard) => standard,
            Err(_) => panic!("a row of Table 1 is refused"),
        }
    };
}
