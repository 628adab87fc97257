//! Cells in every spelling: the value in the unit of the limits, or a finding.

use gb3838::batch::TextColumn;
use gb3838::sheet::{Heading, MeasuredColumn, StationState, Waters};
use gb3838::{
    Decimal, Item, Missing, Notation, Reading, error::ReadingReason,
    ground_water::GroundWaterReading,
};
use proptest::prelude::*;

fn column(heading: &str, waters: Waters) -> MeasuredColumn {
    match Heading::read(heading, waters) {
        Heading::Measured(column) => column,
        other => panic!("{heading}: {other:?}"),
    }
}

fn surface(heading: &str) -> MeasuredColumn {
    column(heading, Waters::Surface)
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[track_caller]
fn assert_cell(heading: &str, cell: &str, expected: Reading) {
    let found = surface(heading).read_cell(cell, &Notation::new());
    let found = found.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(found.reading(), Some(expected), "{heading} {cell:?}");
}

#[test]
fn a_number_in_any_spelling_is_its_value() {
    for (cell, value) in [
        ("1.2×10^3", "1200"),
        ("1.2×10³", "1200"),
        ("1.2x103", "1200"),
        ("1.2*10^3", "1200"),
        ("1.2 × 10 ^3", "1200"),
        ("1.2×10⁻¹", "0.12"),
        ("1.2×10^-1", "0.12"),
        ("1.2×10^(-1)", "0.12"),
        ("1.2X10-1", "0.12"),
        ("2.4E+4", "24000"),
        ("２．４×１０＾４", "24000"),
        ("12,000", "12000"),
        ("1,234,567.5", "1234567.5"),
        ("1,200", "1200"),
        ("'1.5", "1.5"),
        ("’1.5", "1.5"),
        ("0.5mg/L", "0.5"),
        ("0.5 mg/L", "0.5"),
        ("0.5（mg/L）", "0.5"),
        ("500μg/L", "0.5"),
        ("0.5 g/m3", "0.5"),
    ] {
        assert_cell("锌(mg/L)", cell, Reading::Value(number(value)));
    }
    assert_cell("粪大肠菌群(个/L)", "2.4×10⁴", Reading::Value(number("24000")));
    assert_cell("粪大肠菌群(个/L)", "35个/mL", Reading::Value(number("35000")));
    assert_cell("水温", "25.3℃", Reading::Value(number("25.3")));
    assert_cell("透明度(cm)", "85", Reading::Value(number("0.85")));
    assert_cell("透明度(cm)", "1.2m", Reading::Value(number("1.2")));
    assert_cell("叶绿素a(mg/L)", "0.012", Reading::Value(number("12")));
}

/// A bare number is in the unit of the column, a number with its own unit in that.
#[test]
fn units_of_columns_and_of_cells_convert_exactly() {
    assert_cell("Cu(μg/L)", "2.5", Reading::Value(number("0.0025")));
    assert_cell("Cu(μg/L)", "2.5mg/L", Reading::Value(number("2.5")));
    assert_cell("Cu(μg/L)", "5L", Reading::Below(number("0.005")));
    assert_cell("Cu(μg/L)", "<5", Reading::Below(number("0.005")));
    assert_cell("Cu(μg/L)", "<0.005mg/L", Reading::Below(number("0.005")));
    assert_cell("汞(ng/L)", "40L", Reading::Below(number("0.00004")));
    assert_cell("汞(ng/L)", "-1", Reading::Missing(Missing::NotMonitored));
}

#[test]
fn below_a_detection_limit_in_any_spelling() {
    for cell in [
        "0.02L",
        "0.02 L",
        "0.02l",
        "<0.02",
        "≤0.02",
        "< 0.02",
        "＜0.02L",
        "ND(0.02)",
        "nd（0.02）",
        "ND<0.02",
        "N.D.(0.02)",
        "未检出(0.02)",
        "未检出（<0.02）",
        "未检出(0.02L)",
        "0.02ND",
        "0.02(未检出)",
        "小于0.02",
        "2.0X10-2L",
        "2.0×10⁻²L",
        "<0.02mg/L",
        "20μg/L(ND)",
        "'0.02L",
        "0.02（L）",
        "ND（检出限0.02）",
        "未检出(DL=0.02)",
    ] {
        // A unit before the mark is one spelling too many: it is said, not guessed.
        if cell == "20μg/L(ND)" {
            assert!(surface("锌").read_cell(cell, &Notation::new()).is_err());
            continue;
        }
        let found = surface("锌").read_cell(cell, &Notation::new());
        let found = found.unwrap_or_else(|error| panic!("{error}")).reading();
        let Some(Reading::Below(limit)) = found else { panic!("{cell}: {found:?}") };
        assert!(limit.compare(number("0.02")).is_eq(), "{cell}: {limit}");
    }
}

#[test]
fn words_for_no_value_cost_nothing() {
    for cell in [
        "NA",
        "n/a",
        "N/A",
        "null",
        "NULL",
        "None",
        "NaN",
        "nan",
        "未测",
        "故障",
        "停测",
        "维护",
        "无数据",
        "校准",
        "断电",
        "仪器故障",
        "断流未采样",
        "未采样（断流）",
        "故障/维修",
        "仪器维护",
        "--(停测)",
        "维护中",
    ] {
        let found = surface("锌").read_cell(cell, &Notation::new()).unwrap();
        assert_eq!(found.reading(), Some(Reading::Missing(Missing::NoValue)), "{cell}");
        assert_eq!(found.finding(), None);
    }
    // The words are the caller's to replace.
    let notation = Notation::new().with_no_value_words(&["未送样"]);
    assert!(surface("锌").read_cell("未测", &notation).is_err());
    let found = surface("锌").read_cell("未送样", &notation).unwrap();
    assert_eq!(found.reading(), Some(Reading::Missing(Missing::NoValue)));
}

#[test]
fn what_is_not_used_is_said() {
    use ReadingReason::{AboveRange, NotAReading, OtherUnit, PhOutOfScale};

    for (cell, missing) in [
        ("9.9H", Missing::Voided),
        ("1.5P", Missing::Voided),
        ("0.19DEL", Missing::Voided),
        ("#DIV/0!", Missing::SpreadsheetError),
        ("#N/A", Missing::SpreadsheetError),
        ("#VALUE!", Missing::SpreadsheetError),
        ("#####", Missing::SpreadsheetError),
    ] {
        let found = surface("锌").read_cell(cell, &Notation::new()).unwrap();
        assert_eq!(found.reading(), Some(Reading::Missing(missing)), "{cell}");
        let finding = found.finding().unwrap();
        assert_eq!((finding.text().as_str(), finding.missing()), (cell, missing));
        assert!(finding.to_string().contains(cell));
    }
    for (heading, cell, reason) in [
        ("锌", "0.36(2.6)", NotAReading),
        ("锌", "0.5*", NotAReading),
        ("锌", "0,025", NotAReading),
        ("锌", "1,2", NotAReading),
        ("锌", "12,00", NotAReading),
        ("锌", "1,2345", NotAReading),
        ("锌", "1.2×100", NotAReading),
        ("锌", "0.5²", NotAReading),
        ("锌", "5 mg", NotAReading),
        ("锌", "未检出?", NotAReading),
        ("锌", "优", NotAReading),
        ("锌", "5mg/kg", OtherUnit),
        ("锌", "5℃/L", NotAReading),
        ("溶解氧", "95%", OtherUnit),
        ("粪大肠菌群", ">24000", AboveRange),
        ("粪大肠菌群", "≥2.4×10⁴", AboveRange),
        ("pH", "7,250", PhOutOfScale),
    ] {
        let error = surface(heading).read_cell(cell, &Notation::new()).unwrap_err();
        assert_eq!((error.reason(), error.text().as_str()), (reason, cell), "{heading}");
    }
}

#[test]
fn ground_water_has_words_too() {
    let odour = column("嗅和味", Waters::Ground).read_cell("无", &Notation::new()).unwrap();
    assert_eq!((odour.reading(), odour.in_words()), (None, GroundWaterReading::NoneSeen));
    let benzene = column("苯(mg/L)", Waters::Ground).read_cell("0.0007", &Notation::new());
    assert_eq!(benzene.unwrap().reading(), Some(Reading::Value(number("0.7"))));
    let coliforms = column("总大肠菌群(个/L)", Waters::Ground);
    let coliforms = coliforms.read_cell("30", &Notation::new()).unwrap();
    assert_eq!(coliforms.reading(), Some(Reading::Value(number("3"))));
}

proptest! {
    /// Every spelling of a number is the same number, in every unit of column and cell.
    #[test]
    fn spellings_of_a_number_agree(units in 1..999_999_i64, scale in 0..6_u8, power in 0..9_i8) {
        let value = Decimal::new(units, scale).unwrap();
        let in_grams = ["mg/L", "μg/L", "ng/L"];
        let zinc = surface("锌(mg/L)");
        let plain = zinc.read_cell(&value.to_string(), &Notation::new()).unwrap();
        prop_assert_eq!(plain.reading(), Some(Reading::Value(value)));
        // The same amount, written with a power of ten.
        let shifted = value.shift(-power);
        prop_assume!(shifted.is_ok());
        for sign in ["×10^", "*10^", "x10^", "X10^"] {
            let cell = format!("{}{sign}{power}", shifted.unwrap());
            let found = zinc.read_cell(&cell, &Notation::new()).unwrap().reading();
            let Some(Reading::Value(found)) = found else { panic!("{cell}") };
            prop_assert!(found.compare(value).is_eq(), "{}", cell);
        }
        // A unit in the heading and the same unit in the cell say the same.
        for unit in in_grams {
            let by_column = surface(&format!("锌({unit})"));
            let of_column = by_column.read_cell(&value.to_string(), &Notation::new());
            let of_cell = zinc.read_cell(&format!("{value}{unit}"), &Notation::new());
            prop_assert_eq!(of_column.unwrap().reading(), of_cell.unwrap().reading());
        }
    }

    /// No text whatever makes it fail.
    #[test]
    fn any_text_is_a_cell(text in "\\PC{0,40}") {
        let _ = surface("锌").read_cell(&text, &Notation::new());
        let _ = surface("Cu(μg/L)").read_cell(&text, &Notation::new().with_any_letters_void(true));
    }
}

/// Programs look for a mark behind a number only in cells that a column of text does not read, and
/// in those of temperatures, where `C` is the unit.
#[test]
fn a_mark_behind_a_number_is_a_finding_of_its_column() {
    let mut marked = 0;
    for item in Item::ALL {
        for number in ["0.25", "7", "18.5", "<0.5", ".5", "1."] {
            for between in ["", " ", "(", " (", "（", "[", "/", "-", "_", ",", "|"] {
                for mark in "NSFMDCTBnsfmdctbPLKXEeHh".chars() {
                    for behind in ["", ")", "）", " "] {
                        let cell = format!("{number}{between}{mark}{behind}");
                        let Some((found, _)) = StationState::behind(cell.trim()) else { continue };
                        assert_eq!(found, number, "{cell}");
                        let is_unit = item == Item::WaterTemperature && matches!(mark, 'C' | 'c');
                        let mut column = TextColumn::<i64>::new(item, 9);
                        column.push(cell.as_bytes());
                        assert!(is_unit || column.findings().len() == 1, "{item:?} {cell:?}");
                        marked += 1;
                    }
                }
            }
        }
    }
    assert!(marked > 50_000, "{marked}");
}
