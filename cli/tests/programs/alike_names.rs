//! Names of sections that look alike.

use gb3838_cli::{annual, assess, impact, report};
use gb3838_rows::samples::alike_names::of;

use crate::file;
use crate::ran::ran;

#[test]
fn names_that_look_alike_are_said() {
    let names = ["西桥", "西 桥", "西　桥", "西桥（上）", "西桥(上)", "东桥", "Ｓ１", "S1"];
    let said = of(names.into_iter());
    assert_eq!(said.len(), 3);
    assert!(said[0].ends_with("apart: \"S1\", \"Ｓ１\""), "{said:?}");
    assert!(said[1].contains("\"西 桥\", \"西　桥\", \"西桥\""), "{said:?}");
    assert!(of(["西桥", "西橋", "东桥"].into_iter()).is_empty());
    // However many there are: which of them are listed is decided where faults are.
    let pairs: Vec<String> = (0..30).flat_map(|at| [format!("{at}a"), format!("{at} a")]).collect();
    assert_eq!(of(pairs.iter().map(String::as_str)).len(), 30);
}

/// The plan has 西桥(上), and 东 桥 twice, once with a wide blank; the file has other blanks and
/// widths, and a name like none.
#[test]
fn a_name_that_the_plan_does_not_have_is_held_against_its_names() {
    let section = |name| {
        serde_json::json!({ "name": name, "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river", "targets": [] })
    };
    let plan = serde_json::json!({ "format": 1, "name": "P", "year": 2026, "items": "five",
        "goals": [], "sections": [section("西桥(上)"), section("东 桥"), section("东　桥")] });
    let plan = file("alike-plan.json", plan.to_string().as_bytes());
    let rows = "断面,时间,氨氮\n西桥（上）,2026-01-05,0.1\n东桥,2026-01-05,0.1\n\
                南桥,2026-01-05,0.1\n西桥(上),2026-01-05,0.1\n";
    let path = file("alike-rows.csv", rows.as_bytes());
    let [plan, path] = [&plan, &path].map(|path| path.to_str().unwrap());
    let words = ["--plan", plan, "--readings", path].map(Into::into);
    let assessed = ran(assess::Arguments::parse(words.clone()), assess::run).unwrap();
    let reported = ran(report::Arguments::parse(words), report::run).unwrap();
    let words = ["--plan", plan, path].map(Into::into);
    let of_annual = ran(annual::Arguments::parse(words), annual::run).unwrap();
    for messages in [assessed.messages, reported.messages, of_annual.messages] {
        let messages = messages.replace(path, "");
        let unknown = "the plan has no section of that name";
        for said in [
            format!(
                ":2, column 断面: \"西桥（上）\": {unknown}; in blanks or width alone it differs from \
                 \"西桥(上)\"\n"
            ),
            format!(
                ":3, column 断面: \"东桥\": {unknown}; in blanks or width alone it differs from \
                 \"东 桥\", \"东　桥\"\n"
            ),
            format!(":4, column 断面: \"南桥\": {unknown}\n"),
        ] {
            assert_eq!(messages.matches(&said).count(), 1, "{said}\n{messages}");
        }
    }
    let of_impact = ran(impact::Arguments::parse([path.into()]), impact::run).unwrap();
    let said = ":1, column 断面: \"断面\": names that differ in blanks or width alone are sections \
                apart: \"西桥(上)\", \"西桥（上）\"\n";
    assert_eq!(of_impact.messages.matches(said).count(), 1, "{}", of_impact.messages);
}
