//! The same readings in every form that tables of this trade have, opened by every command: the
//! same classes and means, and what was read as what.

mod forms;
mod normal;
#[cfg(feature = "office")]
mod office;
mod strict;
mod times_in_columns;
#[cfg(not(feature = "office"))]
mod without_office;

use std::path::Path;

use gb3838_cli::{annual, assess, classify, report};
use serde_json::Value;

use crate::ran::ran;

/// The plan of the two sections of all tables here.
pub(crate) const PLAN: &str = r#"{ "format": 1, "name": "P", "year": 2026, "items": "five", "goals": [],
    "sections": [
        { "name": "甲桥", "level": "national", "counties": ["C"], "water": "甲河", "water_body": "river",
          "targets": [{ "from": 2020, "class": "III" }] },
        { "name": "乙桥", "level": "national", "counties": ["C"], "water": "乙河", "water_body": "river",
          "targets": [{ "from": 2020, "class": "III" }] }] }"#;

/// What the commands say about a table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// Of each sample: section, class, determining items; in the order of their texts.
    pub(crate) samples: Vec<[String; 3]>,
    /// Of each section by `annual`: name, class, determining items, values.
    pub(crate) sections: Vec<[String; 4]>,
    /// Of each section by `assess` and `report`: name, class, means of the five items.
    pub(crate) means: Vec<[String; 3]>,
}

/// What the commands print beside, by name.
pub(crate) struct Beside {
    pub(crate) classify: String,
    pub(crate) annual: String,
    pub(crate) assess: String,
    pub(crate) report: String,
}

/// By Table 1 and by hand. 甲桥: means of DO (8.1 + 6.5) / 2 = 7.3, CODMn 4.0, NH3-N 0.50 (both
/// equal to class II), TP 0.12: III. 乙桥: DO 6.4, CODMn 4.15 (4.2 half to even), NH3-N 0.65, TP
/// 0.035: III.
pub(crate) fn expected() -> Said {
    let texts = |rows: &[[&str; 3]]| rows.iter().map(|row| row.map(str::to_owned)).collect();
    Said {
        samples: texts(&[
            ["乙桥", "I", "pH;DO;CODMn;NH3-N;TP"],
            ["乙桥", "IV", "CODMn;NH3-N"],
            ["甲桥", "II", "CODMn;NH3-N;TP"],
            ["甲桥", "III", "CODMn;NH3-N;TP"],
        ]),
        sections: [["乙桥", "III", "CODMn;NH3-N", "4.2, 0.65"], ["甲桥", "III", "TP", "0.120"]]
            .map(|row| row.map(str::to_owned))
            .to_vec(),
        means: texts(&[
            ["甲桥", "III", "7.3 4.0 0.50 0.120"],
            ["乙桥", "III", "6.4 4.2 0.65 0.035"],
        ]),
    }
}

/// The classes of a table by `classify`, and what it prints beside.
pub(crate) fn samples(path: &Path, words: &[&str]) -> (Vec<[String; 3]>, String) {
    let words = words.iter().chain(&["--items", "five"]).map(Into::into).chain([path.into()]);
    let arguments = classify::Arguments::parse(words).unwrap();
    let (name, input, _) = classify::input::open(&arguments).unwrap();
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    classify::stream::classify(&arguments, &name, input, &mut out, &mut messages).unwrap();
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(out.as_slice());
    let headers = reader.headers().unwrap().clone();
    let place = |name: &str| headers.iter().position(|it| it == name).unwrap();
    let (class, determining) = (place("class"), place("determining"));
    let mut samples: Vec<_> = reader
        .records()
        .map(Result::unwrap)
        .filter_map(|row| {
            let section = row.iter().find(|cell| ["甲桥", "乙桥"].contains(cell))?;
            Some([section, &row[class], &row[determining]].map(str::to_owned))
        })
        .collect();
    samples.sort();
    (samples, String::from_utf8(messages).unwrap())
}

fn cells(line: &str) -> Vec<String> {
    line.trim_matches('|').split('|').map(|cell| cell.trim().replace('\\', "")).collect()
}

fn means(sections: &Value) -> Vec<[String; 3]> {
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let of = |section: &Value| {
        let mean = |symbol: &str| text(&section["means"][symbol]["rounded"]);
        let means = ["DO", "CODMn", "NH3-N", "TP"].map(mean).join(" ");
        [text(&section["name"]), text(&section["class"]), means]
    };
    sections.as_array().unwrap().iter().map(of).collect()
}

/// What every command says about a table.
pub(crate) fn said(path: &Path, words: &[&str]) -> (Said, Beside) {
    let plan = crate::file(
        &format!("{}.plan.json", std::thread::current().name().unwrap().replace("::", "-")),
        PLAN.as_bytes(),
    );
    let plan = plan.to_str().unwrap();
    let (samples, of_classify) = samples(path, words);
    let readings = path.to_str().unwrap();
    let with = |first: &[&str]| -> Vec<std::ffi::OsString> {
        first.iter().chain(words).map(Into::into).collect()
    };
    let arguments = annual::Arguments::parse(with(&[readings, "--plan", plan, "--markdown"]));
    let of_annual = ran(arguments, annual::run).unwrap();
    let rows = of_annual.out.lines().skip_while(|line| !line.starts_with("| section")).skip(2);
    let rows = rows.take_while(|line| line.starts_with('|')).map(cells);
    let sections = rows.map(|row| [0, 1, 2, 3].map(|place| row[place].clone())).collect();
    let json = with(&["--plan", plan, "--readings", readings, "--json"]);
    let assessed = ran(assess::Arguments::parse(json.clone()), assess::run).unwrap();
    let found: Value = serde_json::from_str(&assessed.out).unwrap();
    let of_assess = means(&found["sections"]);
    let reported = ran(report::Arguments::parse(json), report::run).unwrap();
    let found: Value = serde_json::from_str(&reported.out).unwrap();
    assert_eq!(of_assess, means(&found["plan"]["sections"]), "{}", path.display());
    let beside = Beside {
        classify: of_classify,
        annual: of_annual.messages,
        assess: assessed.messages,
        report: reported.messages,
    };
    (Said { samples, sections, means: of_assess }, beside)
}
