//! What `--strict` fails on: what could not be used; not rows that are known to be means.

use gb3838_cli::{annual, assess, classify, report};

use crate::ran::ran;
use crate::tables::PLAN;

/// The exit code of each command over a table, strictly.
fn codes(name: &str, text: &str) -> [u8; 4] {
    let path = crate::file(name, text.as_bytes());
    let plan = crate::file(&format!("{name}.plan.json"), PLAN.as_bytes());
    let (path, plan) = (path.to_str().unwrap(), plan.to_str().unwrap());
    let arguments = classify::Arguments::parse(["--strict".into(), path.into()]).unwrap();
    let (file, input, _) = classify::input::open(&arguments).unwrap();
    let counts =
        classify::stream::classify(&arguments, &file, input, Vec::new(), &mut Vec::new()).unwrap();
    let words = ["--readings", path, "--plan", plan, "--strict"].map(Into::into);
    let annual = [path, "--plan", plan, "--strict"].map(Into::into);
    [
        u8::from(counts.is_failure(true)),
        ran(annual::Arguments::parse(annual), annual::run).unwrap().code,
        ran(assess::Arguments::parse(words.clone()), assess::run).unwrap().code,
        ran(report::Arguments::parse(words), report::run).unwrap().code,
    ]
}

const TABLE: &str = "断面,时间,pH,总磷\n甲桥,2026-01-05,7,0.1\n";

#[test]
fn rows_that_are_known_to_be_no_readings_are_no_fault() {
    assert_eq!(codes("strict-none.csv", TABLE), [0; 4]);
    let rows = "平均值,,7,0.1\n标准限值,,6~9,0.2\n断面,时间,pH,总磷\n注：单位mg/L,,,\n";
    assert_eq!(codes("strict-means.csv", &format!("{TABLE}{rows}")), [0; 4]);
    let long = "断面,时间,项目,结果\n甲桥,2026-01,总磷,0.1\n平均值,,总磷,0.1\n";
    assert_eq!(codes("strict-long.csv", long), [0; 4]);
    let lab = "项目,甲桥,甲桥\n时间,2026-01,2026-02\n总磷,0.1,0.1\n氨氮,0.1,0.1\n平均值,1,1\n";
    assert_eq!(codes("strict-lab.csv", lab), [0; 4]);
}

#[test]
fn what_could_not_be_used_is_a_fault() {
    for (name, text) in [
        ("cell", format!("{TABLE}甲桥,2026-01-06,7,o.1\n")),
        ("length", format!("{TABLE}甲桥,2026-01-06,7\n")),
        ("heading", TABLE.replace("总磷", "总磷,总磷类别").replace("0.1", "0.1,Ⅱ")),
        ("twice", TABLE.replace("总磷", "总磷,TP").replace("0.1", "0.1,0.2")),
    ] {
        assert_eq!(codes(&format!("strict-{name}.csv"), &text), [1; 4], "{name}");
    }
}
