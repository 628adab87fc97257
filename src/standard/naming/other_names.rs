//! Names in use beside the printed ones, weak names, and the forms that values are given in.

use crate::standard::ground_water::item::GroundWaterItem;
use crate::standard::item::Item;
use crate::standard::naming::quantity::Quantity;
use crate::standard::naming::refusal::Refusal;
use crate::standard::source_item::SourceItem;

/// Names of chlorophyll-a; bare 叶绿素 is none, it may be the sum.
pub(crate) const CHLOROPHYLL_A: [&str; 8] = [
    "叶绿素a",
    "叶绿素α",
    "chl-a",
    "chlorophyll a",
    "chlorophyll-alpha",
    "chlorophylla",
    "w01016",
    "CHLA",
];

/// Names of transparency.
pub(crate) const TRANSPARENCY: [&str; 7] =
    ["透明度", "SD", "secchi", "secchi depth", "secchi disk depth", "transparency", "塞氏盘深度"];

/// Names in use of an item of Tables 2 and 3.
pub(crate) fn of_source(item: SourceItem) -> &'static [&'static str] {
    use SourceItem as S;
    match item {
        S::Sulfate => &["SO42-", "SO4", "sulphate", "硫酸根"],
        S::Chloride => &["Cl-", "氯离子", "090"],
        S::Nitrate => {
            &["NO3-N", "硝酸盐氮", "硝氮", "硝态氮", "nitrate nitrogen", "nitrate N", "064"]
        }
        S::Iron => &["Fe", "总铁", "total iron", "032"],
        S::Manganese => &["Mn", "总锰", "total manganese", "031"],
        S::Trichloromethane => &["氯仿", "chloroform", "CHCl3"],
        S::Tetrachloromethane => &["四氯甲烷", "carbon tetrachloride", "CCl4"],
        S::Tribromomethane => &["溴仿", "bromoform", "CHBr3"],
        S::Dichloromethane => &["methylene chloride", "CH2Cl2"],
        S::Dichloroethylene11 => &["偏二氯乙烯", "1,1-dichloroethene"],
        S::Dichloroethylene12 => &["1,2-dichloroethene"],
        S::Trichloroethylene => &["trichloroethene", "TCE"],
        S::Tetrachloroethylene => &["perchloroethylene", "tetrachloroethene", "PCE"],
        S::Formaldehyde => &["HCHO"],
        S::Isopropylbenzene => &["cumene"],
        S::Xylenes => &["二甲苯（总量）", "总二甲苯", "xylene"],
        S::Dichlorobenzene12 => &["邻二氯苯", "o-dichlorobenzene"],
        S::Dichlorobenzene14 => &["对二氯苯", "p-dichlorobenzene"],
        S::Trichlorobenzenes => &["三氯苯（总量）", "总三氯苯", "trichlorobenzene"],
        S::Tetrachlorobenzenes => &["tetrachlorobenzene"],
        S::Dinitrobenzenes => &["dinitrobenzene"],
        S::Chloronitrobenzenes => &["chloronitrobenzene"],
        S::PicricAcid => &["2,4,6-三硝基苯酚"],
        S::DiEthylhexylPhthalate => &[
            "邻苯二甲酸二（2-乙基已基）酯",
            "邻苯二甲酸二（2-乙基己）酯",
            "邻苯二甲酸二乙基己基酯",
            "DEHP",
        ],
        S::DibutylPhthalate => &["邻苯二甲酸二正丁酯", "DBP"],
        S::ActiveChlorine => &["活性氯（以Cl计）"],
        S::Ddt => &["DDTs", "滴滴涕总量", "351"],
        S::Lindane => &["gamma-HCH", "γ-六六六", "丙体六六六"],
        S::PolychlorinatedBiphenyls => &["PCBs", "PCB", "多氯联苯总量"],
        S::MicrocystinLr => &["微囊藻毒素", "MC-LR"],
        S::BenzoAPyrene => &["苯并芘", "苯并[α]芘", "benzo(a)pyrene", "BaP", "540"],
        S::Methylmercury => &["methyl mercury"],
        S::Molybdenum => &["总钼", "038"],
        S::Cobalt => &["总钴", "040"],
        S::Beryllium => &["总铍", "w20147", "034"],
        S::Boron => &["总硼", "037"],
        S::Antimony => &["总锑", "Sb"],
        S::Nickel => &["总镍", "Ni", "w20148", "028"],
        S::Barium => &["总钡", "Ba", "039"],
        S::Vanadium => &["总钒"],
        S::Titanium => &["总钛", "Ti"],
        S::Thallium => &["总铊", "Tl", "041"],
        _ => &[],
    }
}

/// Names that are also other words: they count beside another name of the same quantity, or
/// with a unit that nothing else there has.
pub(crate) fn weak(quantity: Quantity) -> &'static [&'static str] {
    match quantity {
        Quantity::Item(Item::WaterTemperature) => &["temperature", "temp", "温度", "T"],
        Quantity::Item(Item::Sulfide) | Quantity::GroundWater(GroundWaterItem::Sulfide) => &["S"],
        Quantity::Source(SourceItem::Molybdenum) => &["Mo"],
        Quantity::Source(SourceItem::Beryllium) => &["Be"],
        Quantity::Source(SourceItem::Boron) => &["B"],
        Quantity::Source(SourceItem::Vanadium) => &["V"],
        Quantity::Source(SourceItem::YellowPhosphorus) => &["P4"],
        Quantity::GroundWater(GroundWaterItem::Iodide) => &["I-"],
        _ => &[],
    }
}

/// Names that hold a quantity, and may be another form of it or more than it: never read.
pub(crate) fn vague(quantity: Quantity) -> &'static [(&'static str, Refusal)] {
    match quantity {
        Quantity::Item(Item::HexavalentChromium)
        | Quantity::GroundWater(GroundWaterItem::HexavalentChromium) => {
            &[("铬", Refusal::Unsure), ("Cr", Refusal::Unsure), ("chromium", Refusal::Unsure)]
        }
        Quantity::Item(Item::AmmoniaNitrogen)
        | Quantity::GroundWater(GroundWaterItem::AmmoniaNitrogen) => {
            &[("NH3", Refusal::Form), ("NH4", Refusal::Form), ("ammonium", Refusal::Form)]
        }
        Quantity::Source(SourceItem::Nitrate) | Quantity::GroundWater(GroundWaterItem::Nitrate) => {
            &[("NO3", Refusal::Form), ("硝酸根", Refusal::Form)]
        }
        _ => &[],
    }
}

/// Forms that values of a quantity are given in, beside its own names: 以P计, as N.
pub(crate) fn forms(quantity: Quantity) -> &'static [&'static str] {
    use GroundWaterItem as G;
    use Item as I;
    match quantity {
        Quantity::Item(I::TotalPhosphorus) => &["P", "磷"],
        Quantity::Item(I::TotalNitrogen | I::AmmoniaNitrogen)
        | Quantity::Source(SourceItem::Nitrate)
        | Quantity::GroundWater(G::AmmoniaNitrogen | G::Nitrate | G::Nitrite) => &["N", "氮"],
        Quantity::Item(
            I::DissolvedOxygen
            | I::PermanganateIndex
            | I::ChemicalOxygenDemand
            | I::BiochemicalOxygenDemand,
        )
        | Quantity::GroundWater(G::OxygenConsumption) => &["O2", "O", "氧"],
        Quantity::Item(I::VolatilePhenols) | Quantity::GroundWater(G::VolatilePhenols) => {
            &["苯酚", "phenol"]
        }
        Quantity::Item(I::Fluoride) | Quantity::GroundWater(G::Fluoride) => &["F"],
        Quantity::Item(I::Cyanide) | Quantity::GroundWater(G::Cyanide) => &["CN"],
        Quantity::Item(I::Sulfide) | Quantity::GroundWater(G::Sulfide) => &["S"],
        Quantity::Item(I::HexavalentChromium) | Quantity::GroundWater(G::HexavalentChromium) => {
            &["Cr"]
        }
        Quantity::Source(SourceItem::Chloride) | Quantity::GroundWater(G::Chloride) => &["Cl"],
        Quantity::Source(SourceItem::Sulfate) | Quantity::GroundWater(G::Sulfate) => &["SO4^2-"],
        Quantity::Source(SourceItem::ActiveChlorine) => &["Cl", "Cl2"],
        // Alone it is carbon monoxide too, in µg/m³.
        Quantity::Source(SourceItem::Cobalt) => &["Co"],
        Quantity::GroundWater(G::TotalHardness) => &["CaCO3", "碳酸钙"],
        _ => &[],
    }
}
