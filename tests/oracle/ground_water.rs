//! Every item and limit of ground water against the second transcription, and classes on a
//! grid around each limit against rational arithmetic.

use gb3838::{
    Bound, Decimal,
    ground_water::{GroundWaterClass, GroundWaterGrade, GroundWaterItem, GroundWaterLimits},
};
use num_rational::BigRational;
use serde_json::Value;

use crate::printed::{count, text};
use crate::rational::{of, parse};

const FILE: &str = include_str!("../../conformance/gbt14848-2017.json");

fn file() -> Value {
    serde_json::from_str(FILE).expect("the transcription is JSON")
}

fn rows() -> Vec<Value> {
    file()["table1"].as_array().expect("a table has rows").clone()
}

fn pairs() -> Vec<(GroundWaterItem, Value)> {
    GroundWaterItem::ALL.into_iter().zip(rows()).collect()
}

/// Whether a value meets the printed limit of a class; `None` where there is no number.
fn meets(row: &Value, class: &str, value: &BigRational) -> Option<bool> {
    let limit = &row["limits"][class];
    if let Some(most) = limit.as_str().filter(|_| text(row, "direction") == "le") {
        return Some(*value <= parse(most));
    }
    let (least, most) = (limit["min"].as_str()?, limit["max"].as_str()?);
    Some(*value >= parse(least) && *value <= parse(most))
}

/// The class by the words of the file: the best class whose limit holds.
fn expected_class(row: &Value, value: &BigRational) -> &'static str {
    for class in ["I", "II", "III", "IV"] {
        let holds = match meets(row, class, value) {
            Some(holds) => holds,
            // 不得检出: only zero is not detected.
            None => class == "I" && *value == parse("0"),
        };
        if holds {
            return class;
        }
    }
    // IV and V are both printed "> class III value".
    if text(row, "direction") == "le" && row["limits"].get("IV").is_none() {
        "IV_or_V"
    } else {
        "V"
    }
}

#[test]
fn all_39_items_are_there_in_printed_order() {
    let counts = &file()["counts"];
    assert_eq!(GroundWaterItem::ALL.len(), usize::from(count(counts, "regular_table1")));
    assert_eq!(rows().len(), GroundWaterItem::ALL.len());
    let names = GroundWaterClass::ALL.map(GroundWaterClass::name).to_vec();
    assert_eq!(serde_json::json!(names), file()["classes"]);
    for (item, row) in pairs() {
        assert_eq!(item.number(), count(&row, "no"));
        assert_eq!(
            (item.name_zh(), item.name_en()),
            (text(&row, "name_cn"), text(&row, "name_en"))
        );
        let unit = match row["unit"].as_str() {
            None | Some("dimensionless") => String::new(),
            // The Greek letter, where the crate writes the micro sign.
            Some(unit) => unit.replace('μ', "µ"),
        };
        assert_eq!(item.unit_symbol(), unit, "{item}");
        let group = match text(&row, "group") {
            "sensory and general chemical" => "感官性状及一般化学指标",
            "microbial" => "微生物指标",
            "toxicological" => "毒理学指标",
            "radioactivity" => "放射性指标",
            other => panic!("unknown group {other}"),
        };
        assert_eq!(item.group().name_zh(), group);
        for name in [item.name_zh(), item.name_en()] {
            assert_eq!(name.parse(), Ok(item), "{name}");
        }
    }
}

#[test]
fn all_limits_agree_in_value_and_in_print() {
    let printed = |row: &Value, class: GroundWaterClass| -> Option<(Option<String>, String)> {
        let limit = &row["limits"][class.name()];
        match text(row, "direction") {
            "le" => limit.as_str().map(|most| (None, most.to_owned())),
            "range" => {
                let least = limit["min"].as_str()?.to_owned();
                Some((Some(least), limit["max"].as_str()?.to_owned()))
            }
            _ => None,
        }
    };
    for (item, row) in pairs() {
        for class in GroundWaterClass::ALL {
            let bound = item.limits().limit(class).map(|bound| match bound {
                Bound::AtMost(most) => (None, most.to_string()),
                Bound::Within(least, most) => (Some(least.to_string()), most.to_string()),
                other => panic!("{item}: {other}"),
            });
            assert_eq!(bound, printed(&row, class), "{item} {class}");
        }
        let in_words = text(&row, "direction") == "text";
        assert_eq!(matches!(item.limits(), GroundWaterLimits::NoneSeen), in_words, "{item}");
    }
}

/// Each limit, one unit of the twelfth place to either side, half and double, and zero.
#[test]
fn classes_around_every_limit_agree() {
    let mut compared = 0;
    for (item, row) in pairs().into_iter().filter(|(_, row)| text(row, "direction") != "text") {
        let mut edges: Vec<Decimal> = vec![Decimal::ZERO];
        for class in GroundWaterClass::ALL {
            match item.limits().limit(class) {
                Some(Bound::AtMost(most)) => edges.push(most),
                Some(Bound::Within(least, most)) => edges.extend([least, most]),
                _ => {}
            }
        }
        for edge in edges {
            let units = edge.shift(12).unwrap().round(0).units();
            let near = [-1, 0, 1].map(|step| Decimal::new(units + step, 12).unwrap());
            let half = edge.half().unwrap();
            for value in near.into_iter().chain([half]).filter(|value| !value.is_negative()) {
                let grade = item.class_of(value).unwrap();
                assert_eq!(grade.to_string(), expected_class(&row, &of(value)), "{item} {value}");
                compared += 1;
            }
        }
    }
    assert!(compared > 500, "{compared}");
}

#[test]
fn words_stand_for_limits_where_the_file_has_them() {
    for (item, row) in pairs().into_iter().filter(|(_, row)| text(row, "direction") == "text") {
        for (class, word) in row["limits"].as_object().unwrap() {
            let reading =
                gb3838::Notation::new().parse_ground_water(word.as_str().unwrap(), item).unwrap();
            let judged = item.judge(&reading, GroundWaterClass::III).unwrap();
            let grade = judged.grade().unwrap();
            // The same word for I to IV: the better class.
            let best = if class == "V" { GroundWaterClass::V } else { GroundWaterClass::I };
            assert_eq!(grade, GroundWaterGrade::Class(best), "{item} {word}");
        }
    }
}
