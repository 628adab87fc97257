//! Every item, limit, name, code and method against the second transcription.

use gb3838::{
    Bound, Class, Decimal, Fraction, Item, ItemSet,
    limits::{ItemLimits, Method},
    source::SourceItem,
};
use gb3838::{Standard, Unit, WaterBody};
use serde_json::Value;

use crate::printed::{CLASSES, count, file, limits_of, rows, text, without_exponent};
use crate::rational::{of, parse};

/// Names that the code shortens: the remark says how a result is expressed or measured,
/// which the unit, the symbol and the body of water say already.
const SHORTER_NAMES: [(&str, &str); 5] = [
    ("Chemical oxygen demand (dichromate)", "Chemical oxygen demand"),
    ("Ammonia nitrogen (as N)", "Ammonia nitrogen"),
    ("Total phosphorus (as P)", "Total phosphorus"),
    ("Total nitrogen (lakes/reservoirs, as N)", "Total nitrogen"),
    ("Fluoride (as F-)", "Fluoride"),
];

fn expected_name(row: &Value) -> &str {
    let name = text(row, "name_en");
    SHORTER_NAMES.iter().find(|(long, _)| *long == name).map_or(name, |(_, short)| short)
}

/// Equal in value and in print.
fn assert_printed(number: Decimal, expected: &str) {
    assert_eq!(of(number), parse(expected), "{number} for {expected}");
    assert_eq!(number.to_string(), without_exponent(expected));
}

fn assert_methods(methods: &[Method], rows: &Value) {
    let rows = rows.as_array().expect("methods");
    assert_eq!(methods.len(), rows.len(), "{rows:?}");
    for (method, row) in methods.iter().zip(rows) {
        // The transcription puts its own remark where Table 4 names no method.
        let name = Some(text(row, "method_cn")).filter(|name| !name.starts_with("(not named"));
        assert_eq!(method.name_zh(), name.unwrap_or_default());
        assert_eq!(method.document(), text(row, "source"));
        match (method.detection_limit(), row["min_detection_mg_per_l"].as_str()) {
            (Some(limit), Some(expected)) => assert_printed(limit, expected),
            (limit, expected) => assert!(limit.is_none() && expected.is_none(), "{row}"),
        }
    }
}

#[test]
fn all_109_items_are_there_in_printed_order() {
    let counts = &file()["counts"];
    assert_eq!(Item::ALL.len(), usize::from(count(counts, "basic")));
    let tables = [2, 3].map(|table| SourceItem::ALL.iter().filter(|i| i.table() == table).count());
    assert_eq!(tables[0], usize::from(count(counts, "supplementary")));
    assert_eq!(tables[1], usize::from(count(counts, "specific")));
    assert_eq!(Item::ALL.len() + SourceItem::ALL.len(), usize::from(count(counts, "total")));
    assert_eq!(rows(1).len(), Item::ALL.len());
    assert_eq!(rows(2).len() + rows(3).len(), SourceItem::ALL.len());
    assert_eq!(Standard::GB_3838_2002.name(), text(&file(), "standard"));
}

#[test]
fn items_of_table_1_have_their_names_and_codes() {
    for (item, row) in Item::ALL.into_iter().zip(&rows(1)) {
        assert_eq!(item.number(), count(row, "no"));
        assert_eq!(item.symbol(), text(row, "symbol"));
        assert_eq!(item.name_zh(), text(row, "name_cn"));
        assert_eq!(item.name_en(), expected_name(row));
        assert_eq!(item.code(), text(row, "hj525_code"));
        assert_eq!(item.cas(), row["cas"].as_str());
        let printed_unit = match text(row, "unit") {
            "dimensionless" => "",
            "count/L" => "个/L",
            unit => unit,
        };
        assert_eq!(item.unit().symbol(), printed_unit, "{item}");
        assert_eq!(text(row, "unit").parse(), Ok(item.unit()));
        for name in [item.symbol(), item.name_zh(), item.name_en(), item.code()] {
            assert_eq!(name.parse(), Ok(item));
        }
        if let Some(alias) = row["hj525_code_alias"].as_str() {
            let code = alias.split(' ').next().unwrap();
            assert_eq!(code.parse(), Ok(item), "the other code of {item}");
        }
    }
}

#[test]
fn items_of_table_1_have_their_limits() {
    let standard = Standard::GB_3838_2002;
    for (item, row) in Item::ALL.into_iter().zip(&rows(1)) {
        for body in WaterBody::ALL {
            let printed = limits_of(row, body);
            let bound = |class: Class| standard.limit(item, body, class);
            assert_eq!(bound(Class::InferiorV), None, "{item} {body}");
            for (class, name) in Class::WITH_LIMITS.into_iter().zip(CLASSES) {
                match (bound(class), text(row, "direction")) {
                    (None, _) => assert!(printed.is_null(), "{item} {body} has no limits"),
                    (Some(Bound::AtMost(limit)), "le") | (Some(Bound::AtLeast(limit)), "ge") => {
                        assert_printed(limit, text(printed, name));
                    }
                    (Some(Bound::Within(low, high)), "range") => {
                        assert_printed(low, text(printed, "min"));
                        assert_printed(high, text(printed, "max"));
                    }
                    (bound, direction) => panic!("{item} {body}: {bound:?} for {direction}"),
                }
            }
            assert!(standard.local_items(body).is_empty());
        }
    }
}

#[test]
fn total_nitrogen_has_no_limit_for_rivers_and_temperature_limits_a_change() {
    let standard = Standard::GB_3838_2002;
    assert_eq!(standard.limits(Item::TotalNitrogen, WaterBody::River), None);
    assert!(standard.limits(Item::TotalNitrogen, WaterBody::Lake).is_some());
    let rule = &rows(1)[0]["rule"];
    for body in WaterBody::ALL {
        let Some(ItemLimits::WeeklyChange { greatest_rise, greatest_drop }) =
            standard.limits(Item::WaterTemperature, body)
        else {
            panic!("water temperature limits a change");
        };
        assert_printed(*greatest_rise, text(rule, "weekly_mean_max_rise_c"));
        assert_printed(*greatest_drop, text(rule, "weekly_mean_max_drop_c"));
    }
}

#[test]
fn assessment_decimals_and_item_sets_agree() {
    for (item, row) in Item::ALL.into_iter().zip(&rows(1)) {
        assert_eq!(item.assessment_decimals(), count(row, "assessment_decimals_2020"), "{item}");
        let flag = |field: &str| row[field].as_bool().expect("a flag");
        assert_eq!(ItemSet::ASSESSED.contains(item), flag("in_21_assessment_items"), "{item}");
        assert_eq!(ItemSet::REFERENCE.contains(item), flag("reference_only"), "{item}");
    }
    assert_eq!((ItemSet::ASSESSED.len(), ItemSet::REFERENCE.len()), (21, 3));
}

#[test]
fn items_of_tables_2_and_3_agree() {
    let rows: Vec<Value> = rows(2).into_iter().chain(rows(3)).collect();
    for (item, row) in SourceItem::ALL.into_iter().zip(&rows) {
        assert_eq!((item.table(), item.number()), (count(row, "table"), count(row, "no")));
        assert_eq!(item.name_zh(), text(row, "name_cn"));
        assert_eq!(item.name_en(), text(row, "name_en"));
        assert_eq!(item.code(), text(row, "hj525_code"));
        assert_eq!(item.cas(), text(row, "cas"));
        assert_eq!(text(row, "unit").parse(), Ok(Unit::MilligramPerLitre));
        assert_eq!(text(row, "direction"), "le");
        let Bound::AtMost(limit) = item.limit() else { panic!("{item} has an upper limit") };
        assert_printed(limit, text(row, "limit"));
        // Included, and with all digits: nothing is rounded before it is compared.
        let above = Decimal::new(limit.shift(12).unwrap().units() + 1, 12).unwrap();
        assert!(item.limit().holds(&Fraction::from(limit)));
        assert!(!item.limit().holds(&Fraction::from(above)), "{item} {above}");
        // The monthly list holds Table 2 as a whole and 33 items of Table 3.
        let monthly = item.table() == 2 || row["in_33_monthly_source_items"].as_bool().unwrap();
        assert_eq!(item.in_monthly_list(), monthly, "{item}");
        for name in [item.name_zh(), item.name_en(), item.code(), item.cas()] {
            assert_eq!(name.parse(), Ok(item));
        }
    }
    let monthly = SourceItem::ALL.into_iter().filter(|item| item.in_monthly_list());
    assert_eq!(monthly.filter(|item| item.table() == 3).count(), 33);
}

#[test]
fn methods_have_their_detection_limits_and_documents() {
    for (item, row) in Item::ALL.into_iter().zip(&rows(1)) {
        assert_methods(item.methods(), &row["methods_table4"]);
    }
    let (supplementary, specific) = SourceItem::ALL.split_at(5);
    for (item, row) in supplementary.iter().zip(&rows(2)) {
        assert_methods(item.methods(), &row["methods_table5"]);
    }
    for (item, row) in specific.iter().zip(&rows(3)) {
        assert_methods(item.methods(), &row["methods_table6"]);
    }
}
