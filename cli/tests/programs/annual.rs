//! The command `annual`: its numbers, and what it says of bad input.

use gb3838::error::SumRangeError;
use gb3838::report::Language;
use gb3838::{Class, Item};
use gb3838_cli::annual::tables::possible_table;
use gb3838_cli::annual::{self, Arguments};

use unicode_width::UnicodeWidthStr;

use crate::ran::{Ran, ran};

pub(crate) fn run(words: &[&str]) -> Result<Ran, String> {
    ran(Arguments::parse(words.iter().map(Into::into)), annual::run)
}

pub(crate) fn file(name: &str, text: &str) -> String {
    let path = crate::file(&format!("annual-{name}"), text.as_bytes());
    path.to_str().unwrap().to_owned()
}

/// The words of the first line of a table that begins with some word.
pub(crate) fn line<'a>(out: &'a str, beginning: &str) -> Vec<&'a str> {
    let line = out.lines().find(|line| line.starts_with(beginning));
    line.unwrap_or_else(|| panic!("no line {beginning}\n{out}")).split_whitespace().collect()
}

/// The classes of the Qinzhou sections are those of the command `assess`.
#[test]
fn qinzhou_has_its_classes_and_its_rest() {
    let ran = run(&["--outlook", "plan", "--strict"]).unwrap();
    assert_eq!(ran.code, 0, "{}", ran.messages);
    assert_eq!(line(&ran.out, "东边埇")[..6], ["东边埇", "III", "TP", "0.131", "II", "TP"]);
    assert_eq!(line(&ran.out, "钦江东")[1], "II");
    assert!(ran.out.contains("must become better"));
    assert!(ran.out.contains("rows read: 100; used: 100; not used: 0"));
    let class = run(&["--outlook", "I", "--rest", "10"]).unwrap();
    assert!(class.out.contains("(10 months)"));
}

#[test]
fn a_lake_is_averaged_over_its_points() {
    let path = file(
        "lake.csv",
        "time,section,point,tp\n2026-01-05,湖,n,0.04\n2026-01-06,湖,s,0.05\n2026-02-06,湖,s,0.07\n",
    );
    let ran = run(&[&path, "--body", "lake", "--items", "TP", "--outlook", "III"]).unwrap();
    // (0.04 + 0.06) / 2 is 0.050, the limit.
    assert_eq!(line(&ran.out, "湖")[..4], ["湖", "III", "TP", "0.050"]);
}

#[test]
fn bad_rows_are_named_and_all_others_used() {
    let path = file(
        "bad_rows.csv",
        "time,section,ph,tp,colour\n\
         2026-01-05,A,7.1,0.1,blue\n\
         2026-01-05,A,7.3,0.2,blue\n\
         2026-02-30,A,7.3,0.2,blue\n\
         2026-02-05,,7.3,0.2,blue\n\
         2026-02-05,A,15,0.2,blue\n\
         2026-02-05,A,7.3\n\
         2026-02-06,A,7.5,0.3,blue\n\
         2025-12-06,A,7.5,0.3,blue\n",
    );
    let ran = run(&[&path]).unwrap();
    assert_eq!(ran.code, 0);
    for place in
        [":1, column colour", ":3", ":4, column time", ":5, column section", ":6, column ph", ":7"]
    {
        assert!(
            ran.messages.contains(&format!("annual-bad_rows.csv{place}")),
            "{place}\n{}",
            ran.messages
        );
    }
    assert!(ran.out.contains("rows read: 8; used: 3; not used: 4; of another year (2025): 1"));
    // 0.1, and (0.2 + 0.3) / 2: the second row of the same time is not used; of the row with
    // a pH of 15 the phosphorus is.
    assert_eq!(line(&ran.out, "A")[..4], ["A", "III", "TP", "0.175"]);
    assert_eq!(run(&[&path, "--strict"]).unwrap().code, 1);
    let other = run(&[&path, "--year", "2025"]).unwrap();
    assert_eq!(line(&other.out, "A")[1], "IV");
}

/// Results below detection decide nothing, and what has no value is counted.
#[test]
fn what_is_left_out_is_said() {
    let path = file(
        "left_out.csv",
        "time,section,tp,hg\n2026-01-05,A,0.1,0.001L\n2026-11-05,A,0.1,0.001L\n",
    );
    let ran = run(&[&path, "--outlook", "III"]).unwrap();
    assert_eq!(line(&ran.out, "A")[..4], ["A", "II", "TP", "0.100"]);
    let markdown = run(&[&path, "--markdown"]).unwrap().out;
    assert!(markdown.contains("| Hg (below detection), 19 items (no values) |"), "{markdown}");
    let chinese = run(&[&path, "--markdown", "--language", "zh"]).unwrap().out;
    assert!(chinese.contains("| 汞（低于检出限）；19项无值 |"), "{chinese}");
    assert!(ran.out.contains("not decidable"), "{}", ran.out);
    // (0.2 + x) / 3 at most 0.2005; the section is as its phosphorus is.
    assert!(ran.out.contains("≤ 0.4015"), "{}", ran.out);
    assert!(!ran.out.contains("out of reach"), "{}", ran.out);
    let few = run(&[&path, "--items", "TP,Hg,Cu", "--markdown"]).unwrap();
    assert!(few.out.contains("Cu (no values)"), "{}", few.out);
}

/// Lines fold at 100 columns, and the first says by what the sections were judged.
#[test]
fn tables_are_no_wider_than_a_page_and_the_ground_is_said() {
    for language in ["zh", "en"] {
        let out = run(&["--outlook", "plan", "--language", language]).unwrap().out;
        for line in out.lines() {
            assert!(line.width() <= 100, "{line}");
        }
        let ground = if language == "zh" {
            "GB 3838-2002；先修约后比较；年均值：月均值的平均；参评项目：pH值、溶解氧、"
        } else {
            "GB 3838-2002; rounded first; annual means: mean of monthly means; items: pH;DO;"
        };
        assert!(out.starts_with(ground), "{out}");
    }
    let path = file("ground.csv", "time,section,tp\n2026-01-05,A,0.1\n");
    let pooled = run(&[&path, "--pooled"]).unwrap().out;
    let ground = "mean of all values; items: the 21 of Table 1 without WT, TN and FC.";
    let first = pooled.split("\n\n").next().unwrap().replace('\n', " ");
    assert!(first.ends_with(ground), "{pooled}");
}

/// Where sections are judged by different items, each group is told its own, the greatest last.
#[test]
fn the_ground_of_each_group_of_sections_is_said() {
    let section = |name: &str, own: &str| {
        format!(
            r#"{{ "name": "{name}", "level": "national", "counties": ["C"], "water": "W",
                 "water_body": "river", "own_items": {own} }}"#
        )
    };
    let sections = [("A", "[]"), ("B", r#"["Hg"]"#), ("C", "[]"), ("D", r#"["COD"]"#)];
    let sections = sections.map(|(name, own)| section(name, own)).join(",");
    let plan = format!(
        r#"{{ "format": 1, "name": "P", "year": 2026, "items": "five", "sections": [{sections}], "goals": [] }}"#
    );
    let plan = file("grounds.json", &plan);
    let rows = ["A", "B", "C", "D"].map(|name| format!("2026-01-05,{name},0.1,10,0.00001\n"));
    let path = file("grounds.csv", &format!("time,section,tp,cod,hg\n{}", rows.concat()));
    let ground = |words: &[&str]| {
        let out = run(&[&[&path, "--plan", &plan], words].concat()).unwrap().out;
        out.split("\n\n").next().unwrap().replace('\n', " ")
    };
    let means = "GB 3838-2002; rounded first; annual means: mean of monthly means; items: ";
    let five = "pH;DO;CODMn;NH3-N;TP";
    assert_eq!(
        ground(&[]),
        format!(
            "D: {means}pH;DO;CODMn;COD;NH3-N;TP. B: {means}{five};Hg. All other sections: {means}{five}."
        )
    );
    let chinese = ground(&["--language", "zh"]);
    assert!(
        chinese.starts_with("D：GB 3838-2002；") && chinese.contains("。其余断面：GB"),
        "{chinese}"
    );
    // Items of the command line are those of all.
    assert_eq!(ground(&["--items", "TP"]), format!("{means}TP (fewer than the five)."));
}

/// Water temperature in twelve months, and the five in February alone: one month, provisional.
#[test]
fn months_are_those_of_the_five_items() {
    let mut text = "time,section,water_temp,ph,do,codmn,nh3n,tp\n".to_owned();
    for month in 1..=12 {
        let five = if month == 2 { "7,7,3,0.3,0.08" } else { ",,,," };
        text += &format!("2026-{month:02}-05,A,20,{five}\n");
    }
    let ran = run(&[&file("months.csv", &text), "--items", "five"]).unwrap();
    assert!(ran.out.contains("1 (provisional)"), "{}", ran.out);
    assert!(line(&ran.out, "A").iter().all(|cell| !cell.contains("12")), "{}", ran.out);
}

/// Fluoride in twelve months, and no column of water temperature, which has no limits: asked for and
/// said to have no values, and nothing waits for it. COD has limits, and is waited for.
#[test]
fn nothing_waits_for_an_item_without_limits() {
    let mut text = "time,section,F-\n".to_owned();
    (1..=12).for_each(|month| text += &format!("2026-{month:02}-05,A,0.5\n"));
    let path = file("no_limits.csv", &text);
    let ran = run(&[&path, "--items", "F-,WT"]).unwrap();
    assert!(ran.out.contains("WT (no values)"), "{}", ran.out);
    assert!(!ran.out.contains("provisional"), "{}", ran.out);
    let ran = run(&[&path, "--items", "F-,WT,COD"]).unwrap();
    assert!(ran.out.contains("items without a value: COD"), "{}", ran.out);
    assert!(ran.out.contains("(provisional)"), "{}", ran.out);
}

/// High chloride, COD 55 all year, target III: class II by the other items, and met.
#[test]
fn circumstances_of_the_plan_are_known() {
    let plan = r#"{ "format": 1, "name": "P", "year": 2026, "items": "five", "goals": [],
        "sections": [{ "name": "A", "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river", "own_items": "COD", "high_chloride": true,
            "targets": [{ "from": 2016, "class": "III" }] }] }"#;
    let mut text = "time,section,ph,do,codmn,nh3n,tp,cod\n".to_owned();
    for month in 1..=12 {
        text += &format!("2026-{month:02}-05,A,7,7,3,0.3,0.08,55\n");
    }
    let readings = file("chloride.csv", &text);
    let ran = run(&[&readings, "--plan", &file("chloride.json", plan)]).unwrap();
    assert_eq!(line(&ran.out, "A")[1], "II");
    let said = ran.out.split_whitespace().collect::<Vec<_>>();
    assert!(said.contains(&"met") && ran.out.contains("COD (high"), "{}", ran.out);
    let without = plan.replace(r#""high_chloride": true,"#, "");
    let ran = run(&[&readings, "--plan", &file("no_chloride.json", &without)]).unwrap();
    assert_eq!(line(&ran.out, "A")[1..3].join(" "), "inferior V");
    assert!(ran.out.contains("missed"), "{}", ran.out);
}

/// Total nitrogen in a river by the limits of lakes, as some places count it: 1.7 is V there
/// (class IV 1.5), and the other items are II.
#[test]
fn total_nitrogen_counts_in_a_river_where_the_plan_says_so() {
    let plan = r#"{ "format": 1, "name": "P", "year": 2026, "items": "five", "goals": [],
        "sections": [{ "name": "A", "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river", "lake_nitrogen": true,
            "targets": [{ "from": 2016, "class": "III" }] }] }"#;
    let mut text = "time,section,ph,do,codmn,nh3n,tp,tn\n".to_owned();
    for month in 1..=12 {
        text += &format!("2026-{month:02}-05,A,7,7,3,0.3,0.08,1.7\n");
    }
    let readings = file("nitrogen.csv", &text);
    let plan_file = file("nitrogen.json", plan);
    let ran = run(&[&readings, "--plan", &plan_file]).unwrap();
    assert_eq!(line(&ran.out, "A")[..4], ["A", "V", "TN", "1.70"]);
    assert!(ran.out.contains("missed"), "{}", ran.out);
    let markdown = run(&[&readings, "--plan", &plan_file, "--markdown"]).unwrap().out;
    assert!(markdown.contains("TN (asked for; 22号 leaves it out, counted)"), "{markdown}");
    let words = ["--plan", &plan_file, "--readings", &readings, "--json"].map(Into::into);
    let assessed = ran_of_assess(words);
    let section = &assessed["sections"][0];
    assert_eq!((&section["class"], &section["verdict"]), (&"V".into(), &"missed".into()));
    let without = plan.replace(r#""lake_nitrogen": true,"#, "");
    let ran = run(&[&readings, "--plan", &file("no_nitrogen.json", &without)]).unwrap();
    assert_eq!(line(&ran.out, "A")[1], "II");
    // Items of the command line stand for those of the plan: five, and no nitrogen.
    let ran = run(&[&readings, "--plan", &plan_file, "--items", "five"]).unwrap();
    assert_eq!(line(&ran.out, "A")[1], "II");
}

fn ran_of_assess(words: [std::ffi::OsString; 5]) -> serde_json::Value {
    let ran = ran(gb3838_cli::assess::Arguments::parse(words), gb3838_cli::assess::run).unwrap();
    serde_json::from_str(&ran.out).unwrap()
}

/// Seconds tell rows of one minute apart, as in the other programs.
#[test]
fn seconds_tell_rows_apart() {
    let path = file(
        "seconds.csv",
        "time,section,tp\n2026-03-01T08:00:00,A,0.3\n2026-03-01T08:00:30,A,0.6\n\
         2026-03-01T08:00:30,A,0.9\n",
    );
    let ran = run(&[&path, "--items", "TP"]).unwrap();
    assert_eq!(line(&ran.out, "A")[..5], ["A", "inferior", "V", "TP", "0.450"]);
    assert!(ran.out.contains("rows read: 3; used: 2; not used: 1"), "{}", ran.out);
}

/// The same time twice is one row too many; the same time of another day, section, point or
/// year is not, nor a day without a time of day.
#[test]
fn a_time_counts_once() {
    let path = file(
        "minutes.csv",
        "time,section,point,tp\n\
         2026-03-01T08:00,A,,0.1\n\
         2026-03-01T08:00,A,,0.3\n\
         2026-03-01T08:01,A,,0.1\n\
         2026-03-01,A,,0.1\n\
         2026-02-28T23:59,A,,0.1\n\
         2026-02-28,A,,0.1\n\
         2026-03-01T08:00,A,n,0.1\n\
         2026-03-01T08:00,B,,0.1\n\
         2025-03-01T08:00,A,,0.1\n\
         2026-02-28,A,,0.5\n",
    );
    let ran = run(&[&path]).unwrap();
    assert!(
        ran.out.contains("rows read: 10; used: 7; not used: 2; of another year (2025): 1"),
        "{}",
        ran.out
    );
    assert!(ran.messages.contains(":3") && ran.messages.contains(":11"), "{}", ran.messages);
}

/// Every minute of January, the last first in the second half: each counts once, however many.
#[test]
fn many_minutes_count_once_each() {
    let mut minutes: Vec<u32> = (0..31 * 24 * 60).collect();
    minutes[20_000..].reverse();
    let mut text = "time,section,tp\n".to_owned();
    for minute in minutes.iter().chain(minutes.iter().rev().step_by(7)) {
        let (day, hour, minute) = (minute / 1440 + 1, minute / 60 % 24, minute % 60);
        text.push_str(&format!("2026-01-{day:02}T{hour:02}:{minute:02},A,0.1\n"));
    }
    let ran = run(&[&file("many_minutes.csv", &text)]).unwrap();
    // 44 640 minutes, and every seventh of them again: 6 378.
    assert!(ran.out.contains("rows read: 51018; used: 44640; not used: 6378"), "{}", ran.out);
}

#[test]
fn what_cannot_be_read_is_said() {
    assert!(run(&["no-such-file.csv"]).err().unwrap().contains("no such file"));
    let none = file("none.csv", "time,section,ph\n");
    assert!(run(&[&none]).err().unwrap().contains("nothing to assess"));
    let columns = file("columns.csv", "a,b\n1,2\n");
    assert!(run(&[&columns]).err().unwrap().contains("expected a column \"time\""));
    assert!(run(&[&columns, "--outlook", "plan"]).err().unwrap().contains("--plan"));
    assert!(run(&["--outlook", "VI"]).err().unwrap().contains("VI"));
    assert!(run(&["--pooled", "--outlook", "II"]).err().unwrap().contains("--rest"));
    assert!(run(&["--help"]).unwrap().out.contains("--outlook"));
}

/// A probe that died for one hour of a year: the mean of the hydrogen ions is 1/8760 mol/L, a pH
/// of 3.94, and the row is named.
#[test]
fn a_dead_probe_among_the_hours_of_a_year_is_named_by_its_row() {
    let mut text = String::from("time,section,ph,do\n");
    for day in 0..365_u32 {
        let (month, day) = month_and_day(day);
        for hour in 0..24 {
            let ph = if (month, day, hour) == (3, 1, 5) { "0" } else { "7.5" };
            text += &format!("2026-{month:02}-{day:02} {hour:02}:00,A,{ph},8\n");
        }
    }
    let path = file("dead-probe.csv", &text);
    let ran = run(&[&path, "--pooled", "--markdown"]).unwrap();
    // 59 days and five hours come before it, and the heading: row 59 · 24 + 5 + 2.
    let row = ran.out.lines().find(|line| line.contains("a pH under 3 or over 12")).unwrap();
    let cells: Vec<&str> = row.split('|').map(str::trim).collect();
    assert_eq!(cells[1..4], ["A", "", "1423"]);
    assert!(cells[4].starts_with("2026-03-01") && cells[4].contains("05:00"), "{row}");
    assert_eq!(cells[5..7], ["pH", "0"]);
    let section = ran.out.lines().find(|line| line.starts_with("| A ")).unwrap();
    let cells: Vec<&str> = section.split('|').map(str::trim).collect();
    assert_eq!(cells[1..5], ["A", "inferior V", "pH", "4"]);
}

/// Day of a year that is no leap year, from 0, as month and day.
fn month_and_day(mut day: u32) -> (u32, u32) {
    let mut month = 1;
    for days in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if day < days {
            break;
        }
        day -= days;
        month += 1;
    }
    (month, day + 1)
}

/// Remarks of one mean beside another: total nitrogen below ammonia nitrogen.
#[test]
fn remarks_on_means_are_those_of_assess() {
    let path = file("nitrogen.csv", "time,section,nh3n,tn\n2026-01-05,A,1.5,1.4\n");
    let ran = run(&[&path, "--markdown"]).unwrap();
    assert!(ran.out.contains("total nitrogen below NH3-N and nitrate"), "{}", ran.out);
    let good = file("nitrogen-good.csv", "time,section,nh3n,tn\n2026-01-05,A,1.5,1.6\n");
    assert!(!run(&[&good]).unwrap().out.contains("no water has"));
}

/// A section of its own in each of many years: each year holds its own sections alone.
#[test]
fn many_years_of_other_sections_take_no_more_room_than_rows() {
    let mut text = String::from("time,section,ph\n");
    for year in 1000..4000 {
        text += &format!("{year}-06-01,S{year},7\n");
    }
    let path = file("years.csv", &text);
    let ran = run(&[&path, "--year", "3999"]).unwrap();
    assert_eq!(line(&ran.out, "S3999")[1], "I");
    assert!(ran.out.contains("rows read: 3000; used: 1; not used: 0; of another year (1000): 1;"));
}

/// One of two months has no phosphorus but a limit of 0.4: 0.05 … 0.25 mg/L, class II to IV; ten
/// months to come leave all of them open, and a mean over all values waits for no month.
#[test]
fn it_says_which_classes_remain_possible() {
    let path = file("possible.csv", "time,section,tp\n2026-01-05,A,0.1\n2026-02-05,A,0.4L\n");
    let classes = |words: &[&str], beginning: &str| {
        let out = run(&[&[path.as_str(), "--items", "TP"], words].concat()).unwrap().out;
        let table = out.split("\n\n").find(|it| it.starts_with(beginning)).unwrap().to_owned();
        table
            .lines()
            .last()
            .unwrap()
            .split("  ")
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(ToOwned::to_owned)
            .collect::<Vec<_>>()
    };
    // With ten months between 0 and 0.4: (0.1 + 0) / 12 at least, 4.5 / 12 at most.
    let months = ["A", "III", "II–IV", "I–V", "I–inferior V", "TP (I–V)"];
    assert_eq!(classes(&[], "Classes that remain possible"), months);
    let pooled = ["A", "III", "II–IV", "TP (II–IV)"];
    assert_eq!(classes(&["--pooled"], "Classes that remain possible"), pooled);
    let chinese = ["A", "Ⅲ类", "Ⅱ～Ⅳ类", "总磷（Ⅱ～Ⅳ类）"];
    assert_eq!(classes(&["--pooled", "--language", "zh"], "仍可能的水质类别"), chinese);
}

/// A year that is not worked out stands beside those that are, with the reason; no file of sane
/// size has one.
#[test]
fn what_is_not_worked_out_is_said() {
    let error = || SumRangeError::LimitsNotKnown { section: 0, period: 2, item: Item::Lead };
    let sections = [("A", Some(Class::III), Ok(Vec::new())), ("B", Some(Class::V), Err(error()))];
    for (language, start) in [
        (Language::English, "not worked out: section 0, period 2, Pb: "),
        (Language::Chinese, "未计算：断面0、时段2"),
    ] {
        let table = possible_table(language, &sections);
        assert_eq!(table.rows().len(), 2);
        let row = &table.rows()[1];
        assert_eq!((row.len(), row[0].as_str()), (table.headers().len(), "B"));
        assert!(row[row.len() - 1].starts_with(start), "{row:?}");
    }
    assert_eq!(possible_table(Language::English, &sections[1..]).rows().len(), 1);
}
