//! Annex 1: tasks, units, deadlines.

use serde_json::{Value, json};

use crate::text::{annex, merged};
use crate::{is_inferred, read};

/// Spellings of annex 1 that name a unit printed otherwise elsewhere.
const SPELLINGS: [(&str, &str); 3] = [
    ("市住房和城乡建设局", "市住房城乡建设局"),
    ("市农业农村", "市农业农村局"),
    ("各县(区)人民政府", "各县（区）人民政府"),
];

fn units(cell: &str) -> Vec<String> {
    const GOVERNMENT: &str = "人民政府";
    if cell == "/" {
        return Vec::new();
    }
    let cell = cell.strip_suffix('等').unwrap_or(cell);
    let unit = |name: &str| {
        let known = SPELLINGS.iter().find(|(printed, _)| *printed == name);
        let name = known.map_or(name, |(_, unit)| unit);
        // 灵山县、钦南区人民政府: one ending for all before it.
        let county = name.ends_with('县') || name.ends_with('区');
        if county && cell.ends_with(GOVERNMENT) {
            format!("{name}{GOVERNMENT}")
        } else {
            name.into()
        }
    };
    cell.split(['、', '，']).map(unit).collect()
}

fn deadline(cell: &str) -> Value {
    match cell {
        "全年" => json!("whole_year"),
        "年底前" => json!("year_end"),
        "11月底前" => json!({ "day": "2024-11-30" }),
        rule => {
            let (event, days) = rule.split_once('后').unwrap();
            let days = days.strip_suffix("个工作日内").unwrap().trim();
            let days: u16 = days.parse().unwrap();
            json!({ "working_days_after": { "days": days, "event": event } })
        }
    }
}

#[test]
fn tasks_are_those_of_annex_1() {
    let plan = read();
    let tasks = plan["tasks"].as_array().unwrap();
    let (mut part, mut chapter, mut title) = ("", None, "");
    let mut count = 0;
    let lines = annex(1).lines().map(str::trim_end).skip(2).filter(|line| !line.trim().is_empty());
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let Ok(number) = cells[0].parse::<u16>() else {
            match line.chars().next().unwrap() {
                '(' | '（' => chapter = Some(line),
                '一' | '二' | '三' | '四' | '五' | '六' => (part, chapter) = (line, None),
                '序' | '-' => {}
                _ => assert_eq!(line, "2024 年重点工作任务清单"),
            }
            continue;
        };
        let task = &tasks[count];
        count += 1;
        assert_eq!(cells.len(), 7, "{line}");
        assert_eq!(task["number"], number);
        assert_eq!(usize::from(number), count);
        assert_eq!(task["part"], part, "task {number}");
        assert_eq!(task["chapter"], json!(chapter), "task {number}");
        assert_eq!(is_inferred(task, "title"), cells[1].is_empty(), "task {number}");
        assert_eq!(task["title"], merged(cells[1], &mut title), "task {number}");
        assert_eq!(task["text"], cells[2], "task {number}");
        assert_eq!(task["lead"], json!(units(cells[3])), "task {number}");
        assert_eq!(task["supporting"], json!(units(cells[4])), "task {number}");
        assert_eq!(task["responsible"], json!(units(cells[5])), "task {number}");
        assert_eq!(task["deadline"], deadline(cells[6]), "task {number}");
    }
    assert_eq!((count, tasks.len()), (56, 56));
}

#[test]
fn group_of_county_governments_holds_the_counties_of_annex_2() {
    let plan = read();
    let units = plan["units"].as_array().unwrap();
    let all = units.iter().find(|unit| unit["name"] == "各县（区）人民政府").unwrap();
    let mut counties: Vec<&str> = Vec::new();
    for row in crate::text::rows(2) {
        for county in row[2].split('/') {
            if !counties.contains(&county) {
                counties.push(county);
            }
        }
    }
    let governments: Vec<_> = counties.iter().map(|it| format!("{it}人民政府")).collect();
    assert_eq!(all["members"], json!(governments));
    assert!(is_inferred(all, "members"));
    for (name, county) in governments.iter().zip(&counties) {
        let unit = units.iter().find(|unit| unit["name"] == *name).unwrap();
        assert_eq!(unit["county"], *county);
    }
    for (spelling, name) in SPELLINGS {
        let unit = units.iter().find(|unit| unit["name"] == name).unwrap();
        assert!(unit["aliases"].as_array().unwrap().contains(&json!(spelling)), "{spelling}");
    }
}
