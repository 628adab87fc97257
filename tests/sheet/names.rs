//! Every printed name and code, bare and with what tables write beside it.

use std::fmt::Write;

use gb3838::sheet::{Heading, MeasuredColumn, Quantity, SpelledUnit, Waters};
use gb3838::{Item, ground_water::GroundWaterItem, source::SourceItem};
use proptest::prelude::*;

pub(crate) fn read(heading: &str, waters: Waters) -> Option<MeasuredColumn> {
    match Heading::read(heading, waters) {
        Heading::Measured(column) => Some(column),
        _ => None,
    }
}

#[track_caller]
pub(crate) fn assert_read(heading: &str, waters: Waters, quantity: Quantity, power: i8) {
    let found = read(heading, waters);
    let found = found.map(|column| (column.quantity(), column.power()));
    assert_eq!(found, Some((quantity, power)), "{heading:?}");
}

/// The printed names and codes of everything that can be named.
pub(crate) fn printed() -> Vec<(Waters, Quantity, Vec<&'static str>)> {
    let mut all = Vec::new();
    for item in Item::ALL {
        let names = vec![item.symbol(), item.name_zh(), item.name_en(), item.code()];
        all.push((Waters::Surface, Quantity::Item(item), names));
    }
    for item in SourceItem::ALL {
        let names = vec![item.name_zh(), item.name_en(), item.code(), item.cas()];
        all.push((Waters::Surface, Quantity::Source(item), names));
    }
    for item in GroundWaterItem::ALL {
        let names = vec![item.name_zh(), item.name_en()];
        all.push((Waters::Ground, Quantity::GroundWater(item), names));
    }
    let lakes = [
        (Quantity::ChlorophyllA, vec!["叶绿素a", "chl-a"]),
        (Quantity::Transparency, vec!["透明度", "SD"]),
    ];
    all.extend(lakes.map(|(quantity, names)| (Waters::Surface, quantity, names)));
    all
}

/// Spellings of units, each with the power of ten from the unit of the limits.
fn units(quantity: Quantity) -> Vec<(&'static str, i8)> {
    let milligrams = [
        "mg/L",
        "mg/l",
        "MG/L",
        "毫克/升",
        "mg·L-1",
        "mg·L⁻¹",
        "mg/dm3",
        "ｍｇ／Ｌ",
        "mg_L",
        "mg.L^-1",
        "㎎/L",
        "mg L-1",
        "毫克每升",
        "g/m³",
        "ug/mL",
    ];
    let micrograms =
        ["μg/L", "µg/L", "ug/L", "微克/升", "μg·L-1", "ug_l", "㎍/L", "mg/m3", "mg/m³", "ng/mL"];
    let nanograms = ["ng/L", "纳克/升", "ng·L⁻¹", "μg/m³"];
    let all = |from_milligrams: i8| {
        let with = |units: &[&'static str], power: i8| {
            units.iter().map(|unit| (*unit, power)).collect::<Vec<_>>()
        };
        let mut all = with(&milligrams, from_milligrams);
        all.extend(with(&micrograms, from_milligrams - 3));
        all.extend(with(&nanograms, from_milligrams - 6));
        all
    };
    match quantity {
        Quantity::Item(Item::WaterTemperature) => vec![("℃", 0), ("°C", 0), ("摄氏度", 0)],
        Quantity::Item(Item::Ph) => vec![("无量纲", 0), ("", 0), ("-", 0), ("无", 0)],
        Quantity::Item(Item::FaecalColiforms) => vec![
            ("个/L", 0),
            ("MPN/L", 0),
            ("CFU/L", 0),
            ("个/升", 0),
            ("万个/L", 4),
            ("10^3个/L", 3),
            ("MPN/100mL", 1),
            ("CFU/mL", 3),
        ],
        Quantity::Transparency => vec![("m", 0), ("cm", -2), ("米", 0), ("厘米", -2), ("mm", -3)],
        Quantity::ChlorophyllA => all(3),
        Quantity::GroundWater(item) => match item.unit_symbol() {
            "mg/L" => all(0),
            "µg/L" => all(3),
            "NTU" => vec![("NTU", 0)],
            "Bq/L" => vec![("Bq/L", 0), ("贝可/升", 0)],
            "CFU/mL" => vec![("CFU/mL", 0), ("个/mL", 0), ("个/L", -3)],
            "MPN/100mL or CFU/100mL" => {
                vec![("MPN/100mL", 0), ("CFU/100mL", 0), ("个/L", -1)]
            }
            "Pt-Co colour unit" => vec![("度", 0), ("铂钴色度单位", 0)],
            _ => vec![("", 0)],
        },
        _ => all(0),
    }
}

#[test]
fn all_148_names_are_read_bare_and_with_each_unit() {
    let all = printed();
    let tables = all.iter().filter(|(_, quantity, _)| {
        !matches!(quantity, Quantity::ChlorophyllA | Quantity::Transparency)
    });
    assert_eq!(tables.count(), 24 + 85 + 39);
    for (waters, quantity, names) in &all {
        for name in names {
            assert_read(name, *waters, *quantity, 0);
            for (unit, power) in units(*quantity) {
                for heading in [
                    format!("{name}({unit})"),
                    format!("{name}（{unit}）"),
                    format!("{name} ({unit})"),
                    format!("{name}/({unit})"),
                    format!("{name} {unit}"),
                    format!("{name}\n({unit})"),
                    format!("{name}\r\n{unit}"),
                    format!("{name}[{unit}]"),
                    format!("{name}【{unit}】"),
                    format!("{name}/{unit}"),
                    format!("{name}_{unit}"),
                    format!("{name}，{unit}"),
                ] {
                    assert_read(&heading, *waters, *quantity, power);
                }
                if !unit.is_empty() && unit != "-" {
                    let heading = format!("{name}（单位：{unit}）");
                    assert_read(&heading, *waters, *quantity, power);
                }
            }
        }
    }
}

/// Lower case, upper case, and the columns of programs.
#[test]
fn names_of_columns_of_programs_are_read() {
    for (waters, quantity, names) in printed() {
        for name in names {
            assert_read(&name.to_uppercase(), waters, quantity, 0);
            assert_read(&name.to_lowercase(), waters, quantity, 0);
            if name.is_ascii() {
                let column = name.to_lowercase().replace([' ', '-'], "_");
                assert_read(&column, waters, quantity, 0);
            }
        }
    }
    for (heading, item, power) in [
        ("ammonia_nitrogen_mg_l", Item::AmmoniaNitrogen, 0),
        ("dissolved oxygen (mg/L)", Item::DissolvedOxygen, 0),
        ("dissolved_oxygen", Item::DissolvedOxygen, 0),
        ("total_p", Item::TotalPhosphorus, 0),
        ("total_phosphorus_ug_l", Item::TotalPhosphorus, -3),
        // The short form of station files.
        ("cu_ug", Item::Copper, -3),
        ("NH3-N_mg", Item::AmmoniaNitrogen, 0),
        ("汞_ng", Item::Mercury, -6),
        ("water_temp", Item::WaterTemperature, 0),
        ("avg_ph", Item::Ph, 0),
        ("NH3-N_Avg", Item::AmmoniaNitrogen, 0),
        ("w01018-Rtd", Item::ChemicalOxygenDemand, 0),
        ("w21011-Avg(mg/L)", Item::TotalPhosphorus, 0),
        ("氨氮（以N计）mg/L", Item::AmmoniaNitrogen, 0),
        ("总磷(mg·L-1)", Item::TotalPhosphorus, 0),
        ("总磷μg/L", Item::TotalPhosphorus, -3),
        ("TP/(mg/L)", Item::TotalPhosphorus, 0),
        ("TPmg/L", Item::TotalPhosphorus, 0),
        ("总磷(以P计,湖、库)≤", Item::TotalPhosphorus, 0),
        ("总磷（以P计）（湖、库）mg/L", Item::TotalPhosphorus, 0),
        ("总氮（湖、库，以N计）", Item::TotalNitrogen, 0),
        ("五日生化需氧量（BOD5） ≤", Item::BiochemicalOxygenDemand, 0),
        ("溶解氧 ≥", Item::DissolvedOxygen, 0),
        ("pH值（无量纲）", Item::Ph, 0),
        ("pH值(无量纲)", Item::Ph, 0),
        ("pH（-）", Item::Ph, 0),
        ("粪大肠菌群（个/L）", Item::FaecalColiforms, 0),
        ("粪大肠菌群 (MPN/L)", Item::FaecalColiforms, 0),
        ("氟化物（以F-计） ≤", Item::Fluoride, 0),
        ("铬（六价）", Item::HexavalentChromium, 0),
        ("六价铬（Cr⁶⁺）mg/L", Item::HexavalentChromium, 0),
        ("铬(Ⅵ)", Item::HexavalentChromium, 0),
        ("Cr(VI)(μg/L)", Item::HexavalentChromium, -3),
        ("CODcr", Item::ChemicalOxygenDemand, 0),
        ("CODCr(mg/L)", Item::ChemicalOxygenDemand, 0),
        ("COD_Cr", Item::ChemicalOxygenDemand, 0),
        ("CODMn", Item::PermanganateIndex, 0),
        ("COD(Mn)", Item::PermanganateIndex, 0),
        ("高锰酸盐指数 (mg/L)", Item::PermanganateIndex, 0),
        ("氨氮(mg N/L)", Item::AmmoniaNitrogen, 0),
        ("NH₃-N", Item::AmmoniaNitrogen, 0),
        ("NH3‑N", Item::AmmoniaNitrogen, 0),
        ("氨氮浓度(mg/L)", Item::AmmoniaNitrogen, 0),
        ("氨氮月均值", Item::AmmoniaNitrogen, 0),
        ("3、溶解氧", Item::DissolvedOxygen, 0),
        ("(4) 高锰酸盐指数", Item::PermanganateIndex, 0),
        ("水温(℃)", Item::WaterTemperature, 0),
        ("water temperature (degC)", Item::WaterTemperature, 0),
        ("石油类*", Item::Petroleum, 0),
    ] {
        assert_read(heading, Waters::Surface, Quantity::Item(item), power);
    }
}

/// What stands in brackets, in any order.
fn beside(quantity: Quantity) -> Vec<String> {
    let mut all: Vec<String> =
        ["≤", "平均值", "-Avg", "_Rtd", "浓度", "（湖、库）", "监测值", "mean"]
            .map(ToOwned::to_owned)
            .to_vec();
    let form = match quantity {
        Quantity::Item(Item::TotalPhosphorus) => Some("P"),
        Quantity::Item(Item::TotalNitrogen | Item::AmmoniaNitrogen)
        | Quantity::Source(SourceItem::Nitrate)
        | Quantity::GroundWater(GroundWaterItem::Nitrate | GroundWaterItem::Nitrite) => Some("N"),
        Quantity::GroundWater(GroundWaterItem::TotalHardness) => Some("CaCO3"),
        Quantity::Item(Item::Fluoride) => Some("F-"),
        _ => None,
    };
    if let Some(form) = form {
        all.push(format!("以{form}计"));
        all.push(format!("as {form}"));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// A heading built from the grammar is read back: a name, then other names, forms, units,
    /// signs and words in any order, any bracket, any width, any case.
    #[test]
    fn a_heading_built_from_the_grammar_is_read_back(
        which in any::<prop::sample::Index>(),
        first in any::<prop::sample::Index>(),
        parts in prop::collection::vec((0..4_u8, any::<prop::sample::Index>(), 0..6_u8), 0..4),
        wide in any::<bool>(),
    ) {
        let all = printed();
        let (waters, quantity, names) = &all[which.index(all.len())];
        let mut heading = names[first.index(names.len())].to_owned();
        let mut power = 0;
        let mut has_unit = false;
        for (what, choice, bracket) in &parts {
            let part = match what {
                0 => names[choice.index(names.len())].to_owned(),
                1 if !has_unit => {
                    let units = units(*quantity);
                    let (unit, of_unit) = units[choice.index(units.len())];
                    has_unit = true;
                    power = of_unit;
                    unit.to_owned()
                }
                _ => {
                    let words = beside(*quantity);
                    words[choice.index(words.len())].clone()
                }
            };
            match bracket {
                0 => write!(heading, "({part})"),
                1 => write!(heading, "（{part}）"),
                2 => write!(heading, " {part}"),
                3 => write!(heading, "\n{part}"),
                4 => write!(heading, "[{part}]"),
                _ => write!(heading, "_{part}"),
            }.unwrap();
        }
        if wide {
            heading = heading.chars().map(|c| match c {
                '!'..='~' => char::from_u32(u32::from(c) + 0xfee0).unwrap(),
                other => other,
            }).collect();
        }
        // What is longer than any heading is a finding, and tried elsewhere.
        prop_assume!(heading.chars().count() <= 150);
        let found = read(&heading, *waters).map(|it| (it.quantity(), it.power()));
        prop_assert_eq!(found, Some((*quantity, power)), "{:?}", heading);
    }

    /// No text whatever makes it fail, and a very long one is a finding.
    #[test]
    fn any_text_is_a_heading(text in "\\PC{0,200}") {
        let _ = Heading::read(&text, Waters::Surface);
        let _ = Heading::read(&text, Waters::Ground);
        let _ = text.parse::<SpelledUnit>();
    }
}
