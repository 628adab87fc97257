//! Results as plain data: each form held against a literal text, as the guide describes it.

use gb3838::{
    Circumstances, Class, Classifier, Date, Decimal, Item, ItemSet, Reading, Sample, Series,
    SumTable, Target, WaterBody, Year,
    lake::{TrophicIndex, TrophicParameter},
    sums::SumSpan,
    target::Outlook,
    trend::{Trend, TrendOptions},
};
use serde_json::{Value, json};

use crate::lengths::assert_said;

fn data(value: &impl serde::Serialize) -> Value {
    assert_said(value);
    serde_json::to_value(value).unwrap()
}

/// NH3-N 1.34 is 0.34 over 1.0; TP 0.264 is 0.32 over 0.2; lead 0.5L proves nothing.
#[test]
#[expect(clippy::too_many_lines, reason = "the form of a section, whole")]
fn a_section() {
    let items = ItemSet::FIVE.with(Item::Lead).with(Item::WaterTemperature);
    let river = Classifier::for_readings(WaterBody::River).with_items(items);
    let cells = [
        ("氨氮", "1.34"),
        ("总磷", "0.264"),
        ("Pb", "0.5L"),
        ("WT", "20"),
        ("DO", "--"),
        ("Cu", "2"),
    ];
    let sample = Sample::parse_named(cells).unwrap();
    let known = Circumstances::new().with_target(Class::IV);
    let section = river.assess_with(&sample, &known).unwrap();
    let rule = |document: &str, clause: &str, certainty: &str| json!({ "document": document, "clause": clause, "certainty": certainty });
    let one = json!({ "sufficient": true, "unit": "samples", "found": 1, "required": 1 });
    let expected = json!({
        "standard": { "name": "GB 3838-2002", "document": "GB 3838-2002" },
        "water_body": "river",
        "comparison": "full_value",
        "class": "IV",
        "quality": "lightly_polluted",
        "determining": ["NH3-N", "TP"],
        "participating": ["NH3-N", "TP"],
        "absent": ["pH", "DO", "CODMn"],
        "undecidable": ["Pb"],
        "not_limited": ["WT"],
        "excluded": [],
        "outside": ["Cu"],
        "reference_classes": {},
        "reference_undecided": [],
        "exempted": [],
        "class_without_background": null,
        "target": "IV",
        "decisive_class": "III",
        "main_pollution_items": [
            { "item": "NH3-N", "class": "IV", "multiple": "0.34" },
            { "item": "TP", "class": "IV", "multiple": "0.32" },
        ],
        "worse_than_target": [],
        "sufficiency": null,
        "deciding_sufficiency": one,
        "provisional": true,
        "items": [
            {
                "item": "WT",
                "takes_part": false,
                "judgement": {
                    "outcome": "not_limited", "class": null, "value": "20", "exact": "20",
                    "detection_limit": null, "against": null, "reason": null,
                },
                "compared": "20",
                "limits": { "weekly_change": { "greatest_rise": "1", "greatest_drop": "2" } },
                "multiple_over_iii": null,
                "multiple_over_target": null,
                "exemption": null,
                "sufficiency": one,
                "count": 1,
                "censored": 0,
            },
            {
                "item": "DO",
                "takes_part": false,
                "judgement": {
                    "outcome": "absent", "class": null, "value": null, "exact": null,
                    "detection_limit": null, "against": null, "reason": "dash",
                },
                "compared": null,
                "limits": { "at_least": ["7.5", "6", "5", "3", "2"] },
                "multiple_over_iii": null,
                "multiple_over_target": null,
                "exemption": null,
                "sufficiency": null,
                "count": 0,
                "censored": 0,
            },
            {
                "item": "NH3-N",
                "takes_part": true,
                "judgement": {
                    "outcome": "classed", "class": "IV", "value": "1.34", "exact": "67/50",
                    "detection_limit": null, "against": null, "reason": null,
                },
                "compared": "1.34",
                "limits": { "at_most": ["0.15", "0.5", "1.0", "1.5", "2.0"] },
                "multiple_over_iii": "0.34",
                "multiple_over_target": "-0.11",
                "exemption": null,
                "sufficiency": one,
                "count": 1,
                "censored": 0,
            },
            {
                "item": "TP",
                "takes_part": true,
                "judgement": {
                    "outcome": "classed", "class": "IV", "value": "0.264", "exact": "33/125",
                    "detection_limit": null, "against": null, "reason": null,
                },
                "compared": "0.264",
                "limits": { "at_most": ["0.02", "0.1", "0.2", "0.3", "0.4"] },
                "multiple_over_iii": "0.32",
                "multiple_over_target": "-0.12",
                "exemption": null,
                "sufficiency": one,
                "count": 1,
                "censored": 0,
            },
            {
                "item": "Cu",
                "takes_part": false,
                "judgement": {
                    "outcome": "classed", "class": "inferior_V", "value": "2", "exact": "2",
                    "detection_limit": null, "against": null, "reason": null,
                },
                "compared": "2",
                "limits": { "at_most": ["0.01", "1.0", "1.0", "1.0", "1.0"] },
                "multiple_over_iii": "1.00",
                "multiple_over_target": "1.00",
                "exemption": null,
                "sufficiency": one,
                "count": 1,
                "censored": 0,
            },
            {
                "item": "Pb",
                "takes_part": false,
                "judgement": {
                    "outcome": "undecidable", "class": null, "value": "0.25", "exact": "1/4",
                    "detection_limit": "0.5", "against": "III", "reason": null,
                },
                "compared": "0.25",
                "limits": { "at_most": ["0.01", "0.01", "0.05", "0.05", "0.1"] },
                "multiple_over_iii": null,
                "multiple_over_target": null,
                "exemption": null,
                "sufficiency": one,
                "count": 1,
                "censored": 1,
            },
        ],
        "rules": [
            rule("GB 3838-2002", "表1", "P"),
            rule("环办〔2011〕22号", "单因子评价法", "S"),
            rule("原文未见", "总氮等参考指标参评（22号不参评）", "F"),
            rule("环办监测函〔2020〕714号", "5+X", "S"),
            rule("国家地表水水质自动监测实时数据", "缺测指标不参评", "F"),
            rule("GB 3838-2002", "表4–表6 最低检出限", "ours"),
        ],
    });
    let data = data(&section);
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&data[key], value, "{key}");
    }
    assert_eq!(
        data.as_object().map(serde_json::Map::len),
        expected.as_object().map(serde_json::Map::len)
    );
    let main = section.main_pollution_items(&gb3838::section::PollutionItemsOptions::DOCUMENT_22);
    assert_eq!(main.to_string(), "氨氮(0.34)、总磷(0.32)");
}

#[test]
fn a_verdict_and_sums() {
    let mut sums = SumTable::new(1, 12, ItemSet::FIVE).unwrap();
    let item = Item::TotalPhosphorus;
    for (month, cell) in ["0.25", "0.26"].into_iter().enumerate() {
        sums.add_reading(0, month, item, &Reading::parse(cell, item).unwrap()).unwrap();
    }
    let river = Classifier::for_means(WaterBody::River).with_items(ItemSet::FIVE);
    let span = SumSpan::months(0..12);
    let of_sums = river.assess_points(&sums, &[0], &span).unwrap();
    let standard = json!({ "name": "GB 3838-2002", "document": "GB 3838-2002" });
    assert_eq!(
        data(&of_sums),
        json!({
            "standard": standard,
            "class": "IV",
            "determining": ["TP"],
            "participating": ["TP"],
            "absent": ["pH", "DO", "CODMn", "NH3-N"],
            "undecidable": [],
            "excluded": [],
            "classes": { "TP": "IV" },
            "sufficiency": null,
            "provisional": true,
        })
    );
    let section = river.assess_section(&sums, &[0], &span, &Circumstances::new()).unwrap();
    let target = Target::class(Year::new(2026).unwrap(), Class::III);
    let two = json!({ "sufficient": false, "unit": "months", "found": 2, "required": 12 });
    assert_eq!(
        data(&target.judge_section(&section)),
        json!({
            "standard": standard,
            "verdict": "missed",
            "reason": null,
            "provisional": true,
            "failing": ["TP"],
            "unjudged": [],
            "worse_than_last_year": false,
            "sufficiency": null,
            "deciding_sufficiency": two,
            "rule": {
                "document": "静安区2024年2月地表水考核断面水质监测结果及评价表",
                "clause": "达标情况", "certainty": "S",
            },
        })
    );
    // The mean 0.255 of two months, rounded before it is compared.
    let phosphorus = &data(&section)["items"][0];
    assert_eq!(phosphorus["judgement"]["exact"], "51/200");
    assert_eq!(phosphorus["compared"], "0.255");
    assert_eq!(phosphorus["multiple_over_iii"], "0.28");
}

/// Half a year, both sides of the limits of class III (5, 6 and 0.2, rounded first: 4.95, 6.05 and
/// 0.2005 still meet them): oxygen 6 needs (12 · 4.95 − 36) / 6 = 3.9, the permanganate index 7 bears
/// (12 · 6.05 − 42) / 6 = 5.1, phosphorus 0.1 bears (12 · 0.2005 − 0.6) / 6 = 0.301.
#[test]
fn an_outlook() {
    let mut half = Series::new();
    for month in 1..=6 {
        for (item, cell) in [
            (Item::DissolvedOxygen, "6.0"),
            (Item::PermanganateIndex, "7.0"),
            (Item::TotalPhosphorus, "0.10"),
        ] {
            let reading = Reading::parse(cell, item).unwrap();
            half.add(Date::new(2026, month, 1).unwrap(), item, &reading).unwrap();
        }
    }
    let june = Date::new(2026, 6, 1).unwrap().month();
    let river = Classifier::for_means(WaterBody::River).with_items(ItemSet::FIVE);
    let outlook = Outlook::of(&half, june, &river, Class::III).unwrap();
    assert_eq!(
        data(&outlook),
        json!({
            "target": "III",
            "prospect": "still_possible",
            "deciding": ["DO", "CODMn", "TP"],
            "must_improve": ["CODMn"],
            "class_as_so_far": "IV",
            "absent": ["pH", "NH3-N"],
            "undecidable": [],
            "not_limited": [],
            "items": [
                {
                    "item": "DO", "prospect": "still_possible", "undecidable": false,
                    "mean_so_far": "6.00", "margin": "1.05", "least": "3.90", "most": null,
                },
                {
                    "item": "CODMn", "prospect": "still_possible", "undecidable": false,
                    "mean_so_far": "7.00", "margin": "-0.95", "least": null, "most": "5.10",
                },
                {
                    "item": "TP", "prospect": "still_possible", "undecidable": false,
                    "mean_so_far": "0.1000", "margin": "0.1005", "least": null, "most": "0.3010",
                },
            ],
        })
    );
}

/// Ranks 1.5, 1.5, 3, 4, 5: Σd² = 0.5 and rs = 1 − 6 · 0.5 / 120; about their mean 3 the products are
/// 9.5 in all, and 12 · 9.5 / 120. The printed bounds for five values are 0.900 and 1.000.
#[test]
fn a_trend_with_ties() {
    let values = [1, 1, 2, 3, 5].map(Decimal::from_integer);
    let trend = Trend::of(&values, &TrendOptions::DOCUMENT_22).unwrap();
    let mut trend = data(&trend);
    let rules = trend.as_object_mut().and_then(|trend| trend.remove("rules")).unwrap();
    assert!(rules.as_array().is_some_and(|rules| !rules.is_empty()), "{rules}");
    assert_eq!(
        trend,
        json!({
            "count": 5,
            "coefficient": "39/40",
            "centred": "19/20",
            "direction": "rise",
            "significant_at_5_percent": true,
            "significant_at_1_percent": false,
            "method": "printed_table",
        })
    );
}

#[test]
fn a_trend_and_a_lake() {
    let values = [1, 2, 3, 5, 4].map(Decimal::from_integer);
    let trend = Trend::of(&values, &TrendOptions::DOCUMENT_22).unwrap();
    // Σd² = 2, rs = 1 − 6 · 2 / 120.
    let trend = data(&trend);
    assert_eq!(trend["coefficient"], "9/10");
    assert_eq!((&trend["count"], &trend["direction"]), (&json!(5), &json!("rise")));
    assert_eq!(trend["significant_at_5_percent"], true);
    assert_eq!(trend["method"], "printed_table");
    assert_eq!(trend["rules"].as_array().map(Vec::len), Some(2));
    let phosphorus = (TrophicParameter::TotalPhosphorus, "0.05".parse::<Decimal>().unwrap().into());
    let index = data(&TrophicIndex::of([phosphorus]).unwrap());
    // 10 · (9.436 + 1.624 · ln 0.05) = 45.709…
    assert_eq!(index["index"], "45.7");
    assert_eq!(index["grade"], "mesotrophic");
    assert_eq!(index["missing"], json!(["chl-a", "TN", "SD", "CODMn"]));
    assert_eq!(index["parameters"][0]["parameter"], "TP");
    assert_eq!(index["parameters"][0]["weight"], "1");
}
