//! The plain data of `annual --json`, by hand and beside those of `assess --json`.

use gb3838_cli::{annual, assess};
use serde_json::{Value, json};

use crate::ran::ran;

fn data(words: &[&str]) -> Value {
    let words = words.iter().map(Into::into).chain(["--json".into()]);
    let ran = ran(annual::Arguments::parse(words), annual::run).unwrap();
    serde_json::from_str(&ran.out).unwrap()
}

/// TP 0.15 in January, 0.3 in February: 0.225, IV. Ten months are to come: (0.45 + 10 · x) / 12 at
/// most 0.2005, so x at most 0.1956; between 0.15 and 0.3 the year is 0.1625 … 0.2875, III or IV.
#[test]
fn a_section_has_limits_compared_values_rules_and_what_the_rest_must_bring() {
    let csv = "time,section,ph,do,codmn,nh3n,tp,colour\n\
               2026-01-05,A,7,8,3,0.3,0.1,\n2026-01-06,A,7,8,3,0.3,0.2,\n\
               2026-02-05,A,7,8,3,0.3,0.3,\n2026-02-30,A,7,8,3,0.3,0.3,\n\
               2025-02-05,A,7,8,3,0.3,0.3,\n2026-02-06,A,,40,,,,\n";
    let path = crate::file("annual-data.csv", csv.as_bytes());
    let path = path.to_str().unwrap();
    let data = data(&[path, "--items", "five", "--outlook", "III"]);
    assert_eq!(data["format"], 1);
    assert_eq!((&data["year"], &data["plan"]), (&json!(2026), &Value::Null));
    assert_eq!(data["averaging"], "months_first");
    assert!(data["averaging_rule"]["document"].is_string(), "{}", data["averaging_rule"]);
    let sections = data["sections"].as_array().unwrap();
    assert_eq!(sections.len(), 1);
    let section = &sections[0];
    assert_eq!((&section["name"], &section["water_body"]), (&json!("A"), &json!("river")));
    assert_eq!(section["items"], json!(["pH", "DO", "CODMn", "NH3-N", "TP"]));
    let assessment = &section["assessment"];
    assert_eq!(assessment["standard"]["name"], "GB 3838-2002");
    assert_eq!(assessment["comparison"], "round_first");
    let items = assessment["items"].as_array().unwrap();
    let phosphorus = items.iter().find(|it| it["item"] == "TP").unwrap();
    assert_eq!(phosphorus["judgement"]["exact"], "9/40");
    assert_eq!(phosphorus["judgement"]["class"], "IV");
    assert_eq!(phosphorus["compared"], "0.225");
    assert_eq!(phosphorus["limits"]["at_most"], json!(["0.02", "0.1", "0.2", "0.3", "0.4"]));
    // (0.225 − 0.2) / 0.2 = 0.125, half to even.
    assert_eq!(phosphorus["multiple_over_iii"], "0.12");
    let rules = assessment["rules"].as_array().unwrap();
    let table = json!({ "document": "GB 3838-2002", "clause": "表1", "certainty": "P" });
    assert!(rules.contains(&table), "{rules:?}");
    let judgement = &section["judgement"];
    assert_eq!(
        (&judgement["verdict"], &judgement["provisional"]),
        (&json!("missed"), &json!(true))
    );
    assert_eq!(judgement["failing"], json!(["TP"]));
    assert!(judgement["rule"]["document"].is_string(), "{judgement}");
    assert_eq!(section["target"]["class"], "III");
    assert_eq!((&section["months"], &section["provisional"]), (&json!(2), &json!(true)));
    let possible = section["possible"].as_array().unwrap();
    let seen = possible.iter().find(|it| it["missing_months"] == "within_seen").unwrap();
    assert_eq!(seen["items"]["TP"], json!(["III", "IV"]));
    assert_eq!(data["open"], 10);
    let outlook = &section["outlook"];
    assert_eq!((&outlook["target"], &outlook["class_as_so_far"]), (&json!("III"), &json!("IV")));
    assert_eq!(outlook["must_improve"], json!(["TP"]));
    let rest = outlook["items"].as_array().unwrap();
    let rest = rest.iter().find(|it| it["item"] == "TP").unwrap();
    let expected = json!({
        "item": "TP", "prospect": "still_possible", "undecidable": false,
        "mean_so_far": "0.2250", "margin": "-0.0245", "least": null, "most": "0.1956"
    });
    assert_eq!(rest, &expected);
    // What became of the rows: one of no day, one of another year, oxygen that no water has.
    let input = &data["input"];
    assert_eq!(
        (&input["rows"], &input["used"], &input["fault_count"]),
        (&json!(6), &json!(4), &json!(2))
    );
    let lines: Vec<_> = input["faults"].as_array().unwrap().iter().map(|it| &it["line"]).collect();
    assert_eq!(lines, [1, 5]);
    let years = json!([
        { "year": 2025, "rows": 1, "assessed": false }, { "year": 2026, "rows": 4, "assessed": true }
    ]);
    assert_eq!(input["years"], years);
    assert_eq!(data["reading_remark_count"], 1);
    let remark = &data["reading_remarks"][0];
    assert_eq!(
        (&remark["row"], &remark["item"], &remark["value"]),
        (&json!(7), &json!("DO"), &json!("40"))
    );
}

/// Without being asked for there is no outlook, and a section without a target says so.
#[test]
fn what_is_not_asked_for_is_not_there() {
    let path = crate::file("annual-data-bare.csv", b"time,section,tp\n2026-01-05,A,0.1\n");
    let data = data(&[path.to_str().unwrap(), "--pooled"]);
    let section = &data["sections"][0];
    assert_eq!(
        (&data["open"], &section["outlook"], &section["target"]),
        (&json!(null), &json!(null), &json!(null))
    );
    assert_eq!(section["judgement"]["reason"], "no_target");
    assert_eq!(data["averaging"], "pooled");
}

/// The sections of the plan that the program carries have the classes and verdicts of `assess`.
#[test]
fn sections_are_those_of_assess() {
    let found = data(&[]);
    let words = ["--json".into()];
    let ran = ran(assess::Arguments::parse(words), assess::run).unwrap();
    let assessed: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(found["plan"], assessed["plan"]);
    let mut count = 0;
    for section in found["sections"].as_array().unwrap() {
        let others = assessed["sections"].as_array().unwrap();
        let other = others.iter().find(|it| it["name"] == section["name"]).unwrap();
        let assessment = &section["assessment"];
        for key in ["class", "determining", "participating", "absent", "undecidable", "water_body"]
        {
            assert_eq!(assessment[key], other[key], "{key} of {}", section["name"]);
        }
        for item in assessment["items"].as_array().unwrap() {
            let mean = &other["means"][item["item"].as_str().unwrap()];
            assert_eq!(item["judgement"]["exact"], mean["exact"], "{item}");
        }
        assert_eq!(section["judgement"]["verdict"], other["verdict"]);
        assert_eq!(section["provisional"], other["provisional"]);
        assert_eq!(section["target"]["class"], other["target"]);
        for key in ["possible", "mean_remarks"] {
            assert_eq!(section[key], other[key], "{key} of {}", section["name"]);
        }
        count += 1;
    }
    // Five have readings; the plan has eighteen.
    assert_eq!((count, assessed["sections"].as_array().unwrap().len()), (18, 18));
}
