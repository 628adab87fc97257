//! Names in use that the standards do not print: of laboratories, of chemistry, of station files.

use gb3838::ground_water::GroundWaterItem as G;
use gb3838::sheet::{Heading, Quantity, Refusal, SpelledUnit, Waters};
use gb3838::{Item, Unit, source::SourceItem as S};

use crate::names::{assert_read, read};

/// Typed from nomenclature (IUPAC and common names of the same CAS number) and from the element
/// codes of HJ/T 212 and SL 219 files.
const OF_SOURCES: [(S, &[&str]); 44] = [
    (S::Sulfate, &["SO42-", "SO4", "sulphate", "硫酸根"]),
    (S::Chloride, &["Cl-", "氯离子"]),
    (S::Nitrate, &["NO3-N", "硝酸盐氮", "硝氮", "硝态氮", "nitrate nitrogen", "nitrate N"]),
    (S::Iron, &["Fe", "总铁", "total iron"]),
    (S::Manganese, &["Mn", "总锰", "total manganese"]),
    (S::Trichloromethane, &["氯仿", "chloroform", "CHCl3"]),
    (S::Tetrachloromethane, &["四氯甲烷", "carbon tetrachloride", "CCl4"]),
    (S::Tribromomethane, &["溴仿", "bromoform", "CHBr3"]),
    (S::Dichloromethane, &["methylene chloride", "CH2Cl2"]),
    (S::Dichloroethylene11, &["偏二氯乙烯", "1,1-dichloroethene"]),
    (S::Dichloroethylene12, &["1,2-dichloroethene"]),
    (S::Trichloroethylene, &["trichloroethene", "TCE"]),
    (S::Tetrachloroethylene, &["perchloroethylene", "tetrachloroethene", "PCE"]),
    (S::Formaldehyde, &["HCHO"]),
    (S::Isopropylbenzene, &["cumene"]),
    (S::Xylenes, &["二甲苯（总量）", "总二甲苯", "xylene"]),
    (S::Dichlorobenzene12, &["邻二氯苯", "o-dichlorobenzene"]),
    (S::Dichlorobenzene14, &["对二氯苯", "p-dichlorobenzene"]),
    (S::Trichlorobenzenes, &["三氯苯（总量）", "总三氯苯", "trichlorobenzene"]),
    (S::Tetrachlorobenzenes, &["tetrachlorobenzene"]),
    (S::Dinitrobenzenes, &["dinitrobenzene"]),
    (S::Chloronitrobenzenes, &["chloronitrobenzene"]),
    (S::PicricAcid, &["2,4,6-三硝基苯酚"]),
    (S::DiEthylhexylPhthalate, &["邻苯二甲酸二（2-乙基己）酯", "邻苯二甲酸二乙基己基酯", "DEHP"]),
    (S::DibutylPhthalate, &["邻苯二甲酸二正丁酯", "DBP"]),
    (S::ActiveChlorine, &["活性氯（以Cl计）"]),
    (S::Ddt, &["DDTs", "滴滴涕总量"]),
    (S::Lindane, &["gamma-HCH", "γ-六六六", "丙体六六六"]),
    (S::PolychlorinatedBiphenyls, &["PCBs", "PCB", "多氯联苯总量"]),
    (S::MicrocystinLr, &["微囊藻毒素", "MC-LR"]),
    (S::BenzoAPyrene, &["苯并芘", "苯并[α]芘", "benzo(a)pyrene", "BaP"]),
    (S::Methylmercury, &["methyl mercury"]),
    (S::Molybdenum, &["总钼"]),
    (S::Cobalt, &["总钴"]),
    (S::Beryllium, &["总铍"]),
    (S::Boron, &["总硼"]),
    (S::Antimony, &["总锑", "Sb"]),
    (S::Nickel, &["总镍", "Ni"]),
    (S::Barium, &["总钡", "Ba"]),
    (S::Vanadium, &["总钒"]),
    (S::Titanium, &["总钛", "Ti"]),
    (S::Thallium, &["总铊", "Tl"]),
    (S::Sulfate, &["硫酸盐（以SO42-计）"]),
    (S::Chloride, &["氯化物（以Cl计）", "氯化物（以Cl-计）"]),
];

#[test]
fn sources_are_read_by_the_names_of_laboratories() {
    for (item, names) in OF_SOURCES {
        for name in names {
            assert_read(name, Waters::Surface, Quantity::Source(item), 0);
            assert_read(&format!("{name}(μg/L)"), Waters::Surface, Quantity::Source(item), -3);
        }
    }
}

/// 水利 files number their parameters; 090 is chloride, 064 nitrate, and so on.
#[test]
fn sources_are_read_by_the_numbers_of_hydrologists() {
    for (number, item) in [
        ("028", S::Nickel),
        ("031", S::Manganese),
        ("032", S::Iron),
        ("034", S::Beryllium),
        ("037", S::Boron),
        ("038", S::Molybdenum),
        ("039", S::Barium),
        ("040", S::Cobalt),
        ("041", S::Thallium),
        ("064", S::Nitrate),
        ("090", S::Chloride),
        ("351", S::Ddt),
        ("540", S::BenzoAPyrene),
    ] {
        assert_read(&format!("{number} (mg/L)"), Waters::Surface, Quantity::Source(item), 0);
    }
}

/// A letter that is many things is the element where only a concentration stands beside it.
#[test]
fn one_letter_needs_its_unit() {
    for (name, item) in [
        ("Mo", S::Molybdenum),
        ("Be", S::Beryllium),
        ("B", S::Boron),
        ("V", S::Vanadium),
        ("P4", S::YellowPhosphorus),
    ] {
        assert_read(&format!("{name}(μg/L)"), Waters::Surface, Quantity::Source(item), -3);
        assert_eq!(read(name, Waters::Surface), None, "{name}");
        // In a unit of something else it is that, and no heading to ask about.
        let other = Heading::read(&format!("{name}(%)"), Waters::Surface);
        assert_eq!(other, Heading::Other, "{name}");
    }
    assert_read("S(mg/L)", Waters::Surface, Quantity::Item(Item::Sulfide), 0);
    assert_read("S(mg/L)", Waters::Ground, Quantity::GroundWater(G::Sulfide), 0);
    assert_read("I-(mg/L)", Waters::Ground, Quantity::GroundWater(G::Iodide), 0);
    assert_eq!(read("S", Waters::Surface), None);
    assert_eq!(read("I-", Waters::Ground), None);
}

/// 以N计: what a value is counted as is part of its name, and is nothing else.
#[test]
fn the_form_that_a_value_is_given_in_is_read_beside_its_own_name() {
    for (heading, quantity) in [
        ("总磷（以磷计）", Quantity::Item(Item::TotalPhosphorus)),
        ("总氮（以氮计）", Quantity::Item(Item::TotalNitrogen)),
        ("氨氮（以氮计）", Quantity::Item(Item::AmmoniaNitrogen)),
        ("溶解氧（以O2计）", Quantity::Item(Item::DissolvedOxygen)),
        ("高锰酸盐指数（以O2计）", Quantity::Item(Item::PermanganateIndex)),
        ("化学需氧量（以O2计）", Quantity::Item(Item::ChemicalOxygenDemand)),
        ("五日生化需氧量（以氧计）", Quantity::Item(Item::BiochemicalOxygenDemand)),
        ("挥发酚（以苯酚计）", Quantity::Item(Item::VolatilePhenols)),
        ("氰化物（以CN计）", Quantity::Item(Item::Cyanide)),
        ("硫化物（以S计）", Quantity::Item(Item::Sulfide)),
        ("六价铬（以Cr计）", Quantity::Item(Item::HexavalentChromium)),
        ("硝酸盐（以N计）", Quantity::Source(S::Nitrate)),
    ] {
        assert_read(heading, Waters::Surface, quantity, 0);
    }
    for (heading, item) in [
        ("硝酸盐（以N计）", G::Nitrate),
        ("亚硝酸盐（以N计）", G::Nitrite),
        ("氨氮（以N计）", G::AmmoniaNitrogen),
        ("耗氧量（CODMn法，以O2计）", G::OxygenConsumption),
        ("总硬度（以CaCO3计）", G::TotalHardness),
        ("总硬度（以碳酸钙计）", G::TotalHardness),
        ("挥发性酚类（以苯酚计）", G::VolatilePhenols),
        ("氰化物（以CN计）", G::Cyanide),
        ("硫化物（以S计）", G::Sulfide),
        ("铬（六价）（以Cr计）", G::HexavalentChromium),
        ("氯化物（以Cl计）", G::Chloride),
    ] {
        assert_read(heading, Waters::Ground, Quantity::GroundWater(item), 0);
    }
}

/// Chromium may be the total, NH3 the un-ionised one, NO3 the ion with its oxygen: other values
/// under a like name.
#[test]
fn a_name_that_may_be_another_value_is_not_read_and_says_why() {
    let chromium = Quantity::Item(Item::HexavalentChromium);
    let ammonia = Quantity::Item(Item::AmmoniaNitrogen);
    let nitrate = Quantity::Source(S::Nitrate);
    for (heading, nearest, why) in [
        ("铬", chromium, Refusal::Unsure),
        ("Cr", chromium, Refusal::Unsure),
        ("chromium", chromium, Refusal::Unsure),
        ("NH3", ammonia, Refusal::Form),
        ("NH4", ammonia, Refusal::Form),
        ("ammonium", ammonia, Refusal::Form),
        ("NO3", nitrate, Refusal::Form),
        ("硝酸根", nitrate, Refusal::Form),
    ] {
        let Heading::NotRead(told) = Heading::read(heading, Waters::Surface) else {
            panic!("{heading} is read, or passed over");
        };
        assert_eq!((told.nearest(), told.refusal()), (Some(nearest), why), "{heading}");
    }
}

/// `cu_ug` is copper in µg/L, as databases name columns; without the line below it is no unit.
#[test]
fn a_unit_of_two_letters_stands_behind_a_line() {
    assert_read("cu_ug", Waters::Surface, Quantity::Item(Item::Copper), -3);
    for heading in ["cuug", "cu ug", "cu-ug", "铜ug"] {
        let read = Heading::read(heading, Waters::Surface);
        assert!(!matches!(read, Heading::Measured(_)), "{heading}");
    }
}

#[test]
fn chlorophyll_and_transparency_have_their_names() {
    for name in ["叶绿素a", "叶绿素α", "chl-a", "chlorophyll a", "chlorophyll-alpha", "CHLA"]
    {
        assert_read(name, Waters::Surface, Quantity::ChlorophyllA, 0);
    }
    for name in ["透明度", "SD", "secchi depth", "secchi disk depth", "transparency", "塞氏盘深度"]
    {
        assert_read(name, Waters::Surface, Quantity::Transparency, 0);
    }
}

/// Colonies are counted in thousands and ten thousands: 粪大肠菌群 in 10^4个/L.
#[test]
fn a_power_of_ten_is_part_of_a_unit() {
    let coliforms = Quantity::Item(Item::FaecalColiforms);
    for (unit, power) in [("个/L", 0), ("10^4个/L", 4), ("×10^3个/L", 3), ("10³个/L", 3)] {
        assert_read(&format!("粪大肠菌群（{unit}）"), Waters::Surface, coliforms, power);
    }
}

/// What holds two forms says neither; T alone may be anything, with a number before it too.
#[test]
fn what_is_said_in_part_is_not_read() {
    let Heading::NotRead(told) = Heading::read("硝酸盐（以N或NO3计）", Waters::Surface)
    else {
        panic!("one of two forms is read");
    };
    assert_eq!(told.refusal(), Refusal::Form);
    // Something over something else is a unit, though none that is known; also at the end.
    let Heading::NotRead(told) = Heading::read("氨氮 mg/x", Waters::Surface) else {
        panic!("an unknown unit is read");
    };
    assert_eq!(told.refusal(), Refusal::Unit);
    for heading in ["T", "2、T", "T(°)", "2、T(°)"] {
        assert_eq!(Heading::read(heading, Waters::Surface), Heading::Other, "{heading}");
    }
}

/// Powers of ten from the unit of the limits (mg/L, ℃, m, a number in a litre), worked out by hand.
#[test]
fn units_in_all_their_spellings_have_their_size() {
    let read = |name: &str, quantity: Quantity, units: &[(&str, i8)]| {
        for (unit, power) in units {
            assert_read(&format!("{name}（{unit}）"), Waters::Surface, quantity, *power);
        }
    };
    let item = Quantity::Item;
    let none =
        ["pH units", "pH unit", "SU", "standard units", "dimensionless", "unitless", "无单位"];
    read("pH", item(Item::Ph), &none.map(|unit| (unit, 0)));
    read("水温", item(Item::WaterTemperature), &[("degC", 0), ("celsius", 0), ("C", 0)]);
    read("透明度", Quantity::Transparency, &[("dm", -1), ("分米", -1), ("毫米", -3), ("cm", -2)]);
    read(
        "氨氮",
        item(Item::AmmoniaNitrogen),
        &[
            ("kg/m3", 3),
            ("千克/立方米", 3),
            ("公斤/立方", 3),
            ("g/L", 3),
            ("克/升", 3),
            ("mg/liter", 0),
            ("mg/litre", 0),
            ("毫克/立方分米", 0),
            ("g/cubic meter", 0),
            ("g/cubic metre", 0),
            ("mg/100mL", 1),
            ("mg/100毫升", 1),
            ("mg/dL", 1),
            ("mg/cm3", 3),
            ("mg/毫升", 3),
            ("mcg/L", -3),
            ("纳克/升", -6),
            ("pg/L", -9),
            ("皮克/升", -9),
        ],
    );
    read(
        "粪大肠菌群",
        item(Item::FaecalColiforms),
        &[("千个/L", 3), ("万个/升", 4), ("cells/mL", 3), ("cell/L", 0), ("count/100mL", 1)],
    );
}

/// Exponents in all their spellings, alone, and with words and brackets right behind them.
#[test]
fn what_follows_a_unit_is_read_as_it_stands() {
    let ammonia = Quantity::Item(Item::AmmoniaNitrogen);
    for (unit, power) in [
        ("mg/L", 0),
        ("mg·L-1", 0),
        ("mg L-1", 0),
        ("mg·L^-1", 0),
        ("mg·L^(-1)", 0),
        ("mg·L⁻¹", 0),
        ("mg·dm-3", 0),
        ("g·m-3", 0),
        ("g·m^-3", 0),
        ("mg·m⁻³", -3),
        ("μg·mL-1", 0),
    ] {
        let milligrams: SpelledUnit = "mg/L".parse().unwrap();
        let alone: SpelledUnit = unit.parse().unwrap();
        assert_eq!(alone.power_to(milligrams), Some(power), "{unit}");
        for heading in [
            format!("氨氮({unit}"),
            format!("氨氮{unit}平均值"),
            format!("氨氮 {unit}浓度"),
            format!("氨氮({unit})浓度均值"),
            format!("氨氮({unit}≤)"),
        ] {
            assert_read(&heading, Waters::Surface, ammonia, power);
        }
        let unknown = Heading::read(&format!("氨氮{unit}某"), Waters::Surface);
        assert!(matches!(unknown, Heading::NotRead(_)), "{unit}: {unknown:?}");
    }
}

/// Signs and forms with a unit right behind them.
#[test]
fn a_unit_stands_behind_signs_and_forms() {
    for (heading, item) in [
        ("溶解氧≥mg/L", Item::DissolvedOxygen),
        ("溶解氧 ≥(mg/L)", Item::DissolvedOxygen),
        ("氨氮≤≤mg/L", Item::AmmoniaNitrogen),
        ("氨氮（以N计mg/L）", Item::AmmoniaNitrogen),
        ("氨氮以N计mg/L", Item::AmmoniaNitrogen),
        ("氨氮 as N mg/L", Item::AmmoniaNitrogen),
        ("总磷（以 P 计）mg/L", Item::TotalPhosphorus),
    ] {
        assert_read(heading, Waters::Surface, Quantity::Item(item), 0);
    }
}

/// One digit from 1 to 9 is an exponent of ten; none, two, or a letter are not.
#[test]
fn an_exponent_of_ten_is_one_digit() {
    let coliforms = Quantity::Item(Item::FaecalColiforms);
    for power in 1..=9 {
        let heading = format!("粪大肠菌群（10^{power}个/L）");
        assert_read(&heading, Waters::Surface, coliforms, power);
        assert_read(&heading.replace('^', "*"), Waters::Surface, coliforms, power);
    }
    for unit in ["10^0个/L", "10^12个/L", "10^a个/L", "10^A个/L", "10^个/L", "11^3个/L", "20^3个/L"]
    {
        let found = Heading::read(&format!("粪大肠菌群（{unit}）"), Waters::Surface);
        assert!(matches!(found, Heading::NotRead(_)), "{unit}: {found:?}");
    }
}

/// The form within a unit: that of the limits is read, another one is another value.
#[test]
fn a_form_stands_within_a_unit() {
    let (surface, ground) = (Waters::Surface, Waters::Ground);
    for (waters, name, unit, quantity) in [
        (surface, "氨氮", "mgN/L", Quantity::Item(Item::AmmoniaNitrogen)),
        (surface, "总氮", "mg N/L", Quantity::Item(Item::TotalNitrogen)),
        (surface, "总磷", "mgP/L", Quantity::Item(Item::TotalPhosphorus)),
        (surface, "溶解氧", "mgO2/L", Quantity::Item(Item::DissolvedOxygen)),
        (surface, "高锰酸盐指数", "mg O₂/L", Quantity::Item(Item::PermanganateIndex)),
        (surface, "氟化物", "mgF/L", Quantity::Item(Item::Fluoride)),
        (surface, "氯化物", "mgCl/L", Quantity::Source(S::Chloride)),
        (surface, "活性氯", "mgCl/L", Quantity::Source(S::ActiveChlorine)),
        (ground, "氯化物", "mg Cl/L", Quantity::GroundWater(G::Chloride)),
        (ground, "总硬度", "mgCaCO3/L", Quantity::GroundWater(G::TotalHardness)),
        (ground, "亚硝酸盐", "mgN/L", Quantity::GroundWater(G::Nitrite)),
        (ground, "氟化物", "mg F/L", Quantity::GroundWater(G::Fluoride)),
    ] {
        assert_read(&format!("{name}({unit})"), waters, quantity, 0);
        for other in ["mgN/L", "mgP/L", "mgO2/L", "mgF/L", "mgCl/L", "mgCaCO3/L"] {
            let form = |unit: &str| unit.replace(' ', "").replace('₂', "2");
            if form(unit) != other {
                let heading = format!("{name}({other})");
                let found = Heading::read(&heading, waters);
                assert!(!matches!(found, Heading::Measured(_)), "{heading}: {found:?}");
            }
        }
    }
}

/// The longest word counts: what begins with another goes on.
#[test]
fn places_of_several_words_are_read_whole() {
    for place in [
        "lake or reservoir",
        "lakes and reservoirs",
        "lakes",
        "river",
        "湖、库",
        "湖泊（水库）",
        "河流、湖库",
        "河、湖、库",
    ] {
        let heading = format!("总磷 ({place}) mg/L");
        assert_read(&heading, Waters::Surface, Quantity::Item(Item::TotalPhosphorus), 0);
    }
}

/// Each unit of an item as tables spell it, and what a number in it is multiplied with to be in mg/L.
#[test]
fn the_units_of_items_are_those_that_tables_spell() {
    let milligrams = SpelledUnit::from(Unit::MilligramPerLitre);
    for (unit, spelled, power) in [
        (Unit::GramPerLitre, "g/L", Some(3)),
        (Unit::MilligramPerLitre, "mg/L", Some(0)),
        (Unit::MicrogramPerLitre, "µg/L", Some(-3)),
        (Unit::NanogramPerLitre, "ng/L", Some(-6)),
        (Unit::CountPerLitre, "个/L", None),
        (Unit::Celsius, "℃", None),
        (Unit::Dimensionless, "无量纲", None),
    ] {
        let known = SpelledUnit::from(unit);
        assert_eq!(known, spelled.parse().unwrap(), "{spelled}");
        assert_eq!(known.power_to(milligrams), power, "{spelled}");
    }
}

#[test]
fn a_unit_is_shown_as_it_is_read() {
    for text in
        ["g/L", "mg/L", "µg/L", "ng/L", "pg/L", "个/L", "个/100mL", "个/mL", "m", "dm", "cm", "mm"]
    {
        let unit: SpelledUnit = text.parse().unwrap();
        assert_eq!(unit.to_string(), text);
    }
}
