//! What is said of verdicts by `assess`, `report` and `annual`: why a section misses, what is wanted
//! for a goal, what natural background is.

use gb3838_cli::{annual, assess, impact, report};
use serde_json::{Value, json};

use crate::ran::ran;

/// A plan of sections of one river, each with its targets and what else is known of it.
fn plan(name: &str, sections: &[(&str, Value)], goals: &Value) -> String {
    let sections = sections.iter().map(|(name, more)| {
        let mut section = json!({ "name": name, "level": "national", "counties": ["甲县"],
            "water": "甲水", "water_body": "river" });
        section.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        section
    });
    let plan = json!({ "format": 1, "name": "试验", "year": 2025, "items": "five",
        "sections": sections.collect::<Vec<_>>(), "goals": goals });
    written(name, &plan.to_string())
}

fn written(name: &str, text: &str) -> String {
    crate::file(&format!("judged-{name}"), text.as_bytes()).to_str().unwrap().to_owned()
}

/// Every month of a year alike: a section, its ammonia nitrogen and total phosphorus.
fn months(year: u16, section: &str, ammonia: &str, phosphorus: &str) -> String {
    let row = |month| format!("{section},{year}-{month:02}-05,7,8,3,{ammonia},{phosphorus}\n");
    (1..=12).map(row).collect()
}

const HEADER: &str = "断面,时间,pH,溶解氧,高锰酸盐指数,氨氮,总磷\n";

/// What the programs say, in one language: `assess` with and without `--full`, `report`, `annual`.
fn said(plan: &str, readings: &str, language: &str) -> [String; 4] {
    let of = ["--plan", plan, "--readings", readings, "--language", language];
    let words = |more: &[&str]| [&of[..], more].concat().into_iter().map(Into::into).collect();
    let assess = |words: Vec<_>| ran(assess::Arguments::parse(words), assess::run).unwrap().out;
    let report = |words: Vec<_>| ran(report::Arguments::parse(words), report::run).unwrap().out;
    let of_annual = ["--plan", plan, readings, "--language", language, "--markdown"];
    let of_annual = of_annual.map(Into::into);
    let annual = ran(annual::Arguments::parse(of_annual), annual::run).unwrap().out;
    // What a screen folds, at a blank where there are blanks, is joined again.
    let fold = if language == "zh" { "" } else { " " };
    let screen = assess(words(&[])).replace("\n    ", fold);
    [screen, assess(words(&["--full", "--markdown"])), report(words(&[])), annual]
}

fn holds(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

/// NH3-N 2.999 and TP 0.3495 round to 3.00 and 0.350, the limits that they must be below. TP 0.2 is
/// class III as the target is, and was 0.1, class II, in the year before.
#[test]
fn a_section_that_misses_says_by_what() {
    let limits = json!([{ "item": "NH3-N", "bound": { "below": "3" } },
        { "item": "TP", "bound": { "below": "0.35" } }]);
    let sections = [
        ("甲", json!({ "targets": [{ "from": 2020, "class": "IV", "limits": limits }] })),
        (
            "乙",
            json!({ "targets": [{ "from": 2020, "class": "III", "no_worse_than_last_year": true }] }),
        ),
    ];
    let plan = plan("misses.json", &sections, &json!([]));
    let readings = [
        HEADER,
        &months(2025, "甲", "2.999", "0.3495"),
        &months(2025, "乙", "0.5", "0.2"),
        &months(2024, "乙", "0.5", "0.1"),
    ];
    let readings = written("misses.csv", &readings.concat());
    let [screen, full, region, annual] = said(&plan, &readings, "zh");
    let equal = "氨氮（等于限值，须低于限值）、总磷（等于限值，须低于限值）";
    holds(
        &screen,
        &[
            &format!("甲（甲水）：劣Ⅴ类，目标Ⅳ类；氨氮 < 3；总磷 < 0.35，{equal}\n"),
            "乙（甲水）：Ⅲ类，目标Ⅲ类；不劣于上年（Ⅱ类），劣于上年（Ⅱ类）\n",
        ],
    );
    holds(&full, &[equal, "| 劣于上年（Ⅱ类） "]);
    holds(
        &region,
        &[
            &format!("甲（目标Ⅳ类；氨氮 &lt; 3；总磷 &lt; 0.35，实为劣Ⅴ类；{equal}）"),
            "乙（目标Ⅲ类；不劣于上年（Ⅱ类），实为Ⅲ类；劣于上年（Ⅱ类））。",
            // The table of its county.
            "| 未达标 | 劣于上年（Ⅱ类） ",
        ],
    );
    let equal = equal.replace('（', " 3.00（").replacen("总磷 3.00", "总磷 0.350", 1);
    holds(&annual, &["Ⅳ类；氨氮 &lt; 3；总磷 &lt; 0.35", "| 劣于上年（Ⅱ类） ", &equal]);
    let [screen, full, region, annual] = said(&plan, &readings, "en");
    holds(
        &screen,
        &[
            "TP < 0.35; NH3-N (equal to the limit, must be below), TP (equal to the limit, must be below)\n",
            "target III; no worse than last year (II); worse than last year (II)\n",
        ],
    );
    holds(&full, &["| worse than last year (II) "]);
    holds(
        &region,
        &["乙 (target III; no worse than last year (II), found III; worse than last year"],
    );
    let worse = ["| worse than last year (II) ", "no worse than last year (II) "];
    holds(&annual, &["NH3-N &lt; 3; TP &lt; 0.35", worse[0], worse[1]]);
}

/// 丙 has every month and a class, and no target before 2026; 丁 has two months. Two of three are
/// class I to III for certain: 66.7 %.
#[test]
fn a_goal_wants_what_is_missing_and_nothing_else() {
    let class_three = json!({ "targets": [{ "from": 2020, "class": "III" }] });
    let later = json!({ "targets": [{ "from": 2026, "class": "III" }] });
    let sections = [("甲", &class_three), ("丙", &later), ("丁", &class_three)];
    let sections = sections.map(|(name, targets)| (name, targets.clone()));
    let goals = json!([
        { "id": "a", "kind": "share_I_to_III", "bound": { "at_least": "60" } },
        { "id": "b", "kind": "share_I_to_III", "bound": { "at_least": "100" } },
        { "id": "c", "kind": "all_meet_targets" }]);
    let plan = plan("wants.json", &sections, &goals);
    let two = |row: &&str| row.contains("-01-05") || row.contains("-02-05");
    let short = months(2025, "丁", "0.5", "0.1");
    let short: Vec<&str> = short.lines().filter(two).collect();
    let readings = [
        HEADER,
        &months(2025, "甲", "0.5", "0.1"),
        &months(2025, "丙", "0.5", "0.1"),
        &short.join("\n"),
    ];
    let readings = written("wants.csv", &readings.concat());
    let [screen, full, ..] = said(&plan, &readings, "zh");
    holds(
        &screen,
        &[
            "优良（Ⅰ～Ⅲ类）比例 ≥ 60%（全部）：现为3/3\n",
            "优良（Ⅰ～Ⅲ类）比例 ≥ 100%（全部）：现为3/3，暂定结果不变时为100.0%；尚缺丁的其余月份\n",
            "未达标断面0个（达标2个，有类别而目标未评价1个）\n",
            "断面全部达标（全部）：现为2/3；尚缺丁的其余月份；丙的水质目标\n",
        ],
    );
    // Three sections: two meet their target, one has none.
    holds(
        &full,
        &[
            "| 县区 | 级别 | 断面数 | 已评价 | 达标 | 未达标 | 目标未评价 |",
            "| 甲县 | 国控 | 3      | 3      | 2    | 0      | 1          |",
        ],
    );
    holds(&full, &["| 全部 | 监测数据：丁             |", "| 全部 | 目标值：丙；监测数据：丁 |"]);
    let [screen, ..] = said(&plan, &readings, "en");
    holds(&screen, &["now 2 of 3; wants the other months of 丁;", " target of 丙\n"]);
}

/// TP 0.5 is natural background and decides inferior V all the same; the class without it, II, stands
/// beside. It took part, and is not among what did not.
#[test]
fn natural_background_counts_and_is_said_to() {
    let background = json!({ "targets": [{ "from": 2020, "class": "III" }],
        "natural_background": { "items": ["TP"], "reason": "磷矿" } });
    let plan = plan("background.json", &[("戊", background)], &json!([]));
    let readings = written("background.csv", &[HEADER, &months(2025, "戊", "0.5", "0.5")].concat());
    for (language, title, row, none, in_report) in [
        (
            "zh",
            "自然本底项目（计入，另列扣除后的结果）",
            "| 戊   | 总磷 | 磷矿 |",
            "未参评项目\n",
            "自然本底，计入，另列扣除后的结果",
        ),
        (
            "en",
            "Items of natural background (counted; the results without them stand beside)",
            "| 戊      | TP    | 磷矿 |",
            "Items that took no part",
            "natural background: counted, and the result without it is given too",
        ),
    ] {
        let [_, full, region, _] = said(&plan, &readings, language);
        holds(&full, &[title, row]);
        holds(&region, &[in_report]);
        assert!(!full.contains(none), "{full}");
    }
}

/// Iron and sulfate have limits in Table 2, benzene in Table 3; chlorophyll-a has none, and conductivity is
/// no item at all. Each command that passes them over says the same of them.
#[test]
fn items_of_tables_2_and_3_are_not_said_to_be_none() {
    let plan = plan("columns.json", &[("甲", json!({}))], &json!([]));
    let text =
        "断面,时间,pH,硫酸盐(mg/L),铁,苯(μg/L),叶绿素a,电导率\n甲,2025-01-05,7,260,0.4,11,3,300\n";
    let readings = written("columns.csv", text);
    let impact = |more: &[&str]| {
        let words = [&[readings.as_str()], more].concat().into_iter().map(Into::into);
        ran(impact::Arguments::parse(words), impact::run).unwrap().out
    };
    for (language, lines) in [
        (
            "zh",
            [
                "表2、表3项目的列，有限值而此处不评价：硫酸盐(mg/L)、铁、苯(μg/L)",
                "跳过的列：叶绿素a、电导率",
            ],
        ),
        (
            "en",
            [
                "columns of items of Tables 2 and 3, which have limits and are not judged here: 硫酸盐(mg/L), 铁,",
                "columns passed over: 叶绿素a, 电导率",
            ],
        ),
    ] {
        let [_, full, region, _] = said(&plan, &readings, language);
        holds(&impact(&["--language", language]), &lines);
        // Markdown escapes what might be markup.
        holds(&full.replace('\\', ""), &lines);
        holds(&region.replace('\\', ""), &lines);
    }
    let data: Value = serde_json::from_str(&impact(&["--json"])).unwrap();
    assert_eq!(data["source_items"], json!(["硫酸盐(mg/L)", "铁", "苯(μg/L)"]));
    assert_eq!(data["passed_over"].as_array().unwrap().len(), 5);
}

/// A lake of TP 0.06 over 0.05, (0.06 − 0.05) / 0.05 = 0.20, beside a clean river: no means in common, and
/// the main pollution items are those of each section. Of two rivers with NH3-N 0.40 and 1.40 the mean
/// is 0.90, class III; one of them is class IV, (1.40 − 1.0) / 1.0.
#[test]
fn few_sections_have_their_main_pollution_items_each() {
    let lake = [("湖心", json!({ "water_body": "lake" })), ("甲", json!({}))];
    let rivers = [("甲", json!({})), ("乙", json!({}))];
    let clean = [("湖心", json!({ "water_body": "lake" })), ("乙", json!({}))];
    let rows = [
        months(2025, "湖心", "0.40", "0.06"),
        months(2025, "甲", "0.40", "0.1"),
        months(2025, "乙", "1.40", "0.1"),
    ];
    let readings = written("each.csv", &[HEADER, &rows.concat()].concat());
    let none_over = rows.concat().replace("0.06", "0.05").replace("1.40", "1.0");
    let none_over = written("none-over.csv", &[HEADER, &none_over].concat());
    let says = |sections: &[(&str, Value)], readings: &str, zh: &[&str], en: &[&str]| {
        let plan = plan("each.json", sections, &json!([]));
        let [zh_said, en_said] = ["zh", "en"].map(|language| said(&plan, readings, language));
        holds(&zh_said[2], zh);
        holds(&en_said[2], en);
        zh_said[2].clone()
    };
    let of_lake = says(
        &lake,
        &readings,
        &[
            "水质状况无法评价：",
            "各断面主要污染指标（超标倍数）：湖心：总磷（0.20）。",
            "总磷：以其为主要污染指标的断面最多。",
        ],
        &[
            "Main pollution items of each section, with the multiple over class III: 湖心: TP (0.20).",
            "TP is a main pollution item of the most sections.",
        ],
    );
    assert!(!of_lake.contains("无主要污染指标"), "{of_lake}");
    let of_rivers = says(
        &rivers,
        &readings,
        &[
            "均值为Ⅲ类",
            "各项目均值均未超过Ⅲ类。",
            "各断面主要污染指标（超标倍数）：乙：氨氮（0.40）。",
            "氨氮：以其为主要污染指标的断面最多。",
        ],
        &["No mean of an item is over class III.", "乙: NH3-N (0.40)."],
    );
    assert!(!of_rivers.contains("无主要污染指标"), "{of_rivers}");
    says(
        &clean,
        &none_over,
        &["各断面均无超过Ⅲ类的主要污染指标。", "无主要污染指标；"],
        &["No section has a main pollution item: nothing is over class III."],
    );
}

/// DO 4.5 all year is class IV: it misses II, and meets the IV of its function zone. A section may have
/// a zone and no other target.
#[test]
fn the_verdict_on_a_function_zone_stands_beside_the_other() {
    let zone = json!([{ "from": 2020, "class": "IV" }]);
    let two =
        json!({ "targets": [{ "from": 2020, "class": "II" }], "function_zone_targets": zone });
    let alone = json!({ "targets": [], "function_zone_targets": zone });
    let plan = plan("zones.json", &[("甲", two), ("乙", alone)], &json!([]));
    let readings: String = ["甲", "乙"].map(|name| months(2025, name, "0.3", "0.05")).concat();
    let readings =
        written("zones.csv", &format!("{HEADER}{}", readings.replace(",8,3,", ",4.5,3,")));
    let [_, full, _, annual] = said(&plan, &readings, "zh");
    for text in [&full, &annual] {
        holds(text, &["Ⅱ类（水功能区 Ⅳ类）", "未达标（水功能区 达标）"]);
    }
    assert!(
        annual.lines().any(|line| line.starts_with("| 乙 ") && line.contains("（水功能区 达标）"))
    );
    let [_, full, _, annual] = said(&plan, &readings, "en");
    for text in [full, annual] {
        holds(&text, &["II (function zone IV)", "missed (function zone met)"]);
    }
}

/// Mercury and lead were asked for, and nobody measured them: there is no class. A verdict on the
/// limit of ammonia alone does not wait for them, but for its months.
#[test]
fn a_verdict_on_a_limit_does_not_wait_for_what_a_class_needs() {
    let limits = json!([{ "item": "NH3-N", "bound": { "below": "0.5" } }]);
    let section = json!({ "targets": [{ "from": 2020, "limits": limits }] });
    let plan = plan("limit-alone.json", &[("甲", section)], &json!([]));
    let text = std::fs::read_to_string(&plan).unwrap();
    std::fs::write(&plan, text.replace("\"five\"", "[\"Hg\",\"Pb\"]")).unwrap();
    let rows = months(2025, "甲", "0.5", "0.05");
    let rows: String = rows.split_inclusive('\n').take(6).collect();
    let readings = written("limit-alone.csv", &format!("{HEADER}{rows}"));
    let [screen, .., annual] = said(&plan, &readings, "zh");
    holds(&screen, &["（暂定：12个月中6个月）"]);
    holds(&annual, &["| 月数不足：氨氮（6/12） "]);
    let [screen, .., annual] = said(&plan, &readings, "en");
    holds(&screen, &["(provisional: 6 of 12 months)"]);
    holds(&annual, &["| too few months: NH3-N (6/12) "]);
}
