//! The language of the call: Chinese throughout, or English but for names.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use crate::punctuation::{self, half_width};

/// Words that Chinese texts of this trade write in Latin letters: symbols of items and indices,
/// documents, units, forms of files, names of programs and people.
const LATIN: [&str; 34] = [
    "COD", "CODMn", "BOD", "Hg", "TLI", "chl", "NaN", "GB", "HJ", "CAS", "MPN", "mg", "NTU", "CSV",
    "JSON", "JUnit", "XML", "Markdown", "UTF", "GBK", "MiB", "xlsx", "xls", "csv", "json", "html",
    "svg", "Spearman", "true", "false", "null", "LAS", "Oil", "USB",
];

/// What a call prints: standard output and messages, in the folder of the tests.
fn said(words: &[&str], locale: &str) -> [String; 2] {
    let mut program = Command::new(env!("CARGO_BIN_EXE_gb3838"));
    program.args(words).current_dir(env!("CARGO_TARGET_TMPDIR"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        program.env_remove(name);
    }
    let ended = program.env("LC_MESSAGES", locale).output().unwrap();
    [ended.stdout, ended.stderr].map(|bytes| String::from_utf8(bytes).unwrap())
}

/// The words of three and more Latin letters that are not allowed; options, file names and
/// what an input holds are given.
fn english(text: &str, given: &[&str]) -> BTreeSet<String> {
    // Keys of files stand in backticks.
    let mut text: String = text.split('`').step_by(2).collect();
    for word in given {
        text = text.replace(word, " ");
    }
    // What stands behind two dashes is the name of an option.
    let is_part = |it: char| it.is_ascii_alphabetic() || it == '-';
    text.split(|it| !is_part(it))
        .filter(|word| !word.starts_with("--"))
        .flat_map(|word| word.split('-'))
        .filter(|word| word.len() > 2 && !LATIN.contains(word))
        .filter(|word| !word.chars().all(|it| matches!(it, 'I' | 'V' | 'X')))
        .map(str::to_owned)
        .collect()
}

/// A page without its markup.
fn text_of(page: &str) -> String {
    let mut text = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        text += before;
        text.push(' ');
        let is_style = after.starts_with("style");
        rest = after.split_once(if is_style { "</style>" } else { ">" }).map_or("", |it| it.1);
    }
    (text + rest).replace("&quot;", "\"")
}

/// Headings of the readings that the program carries, as messages name them.
const HEADINGS: [&str; 8] = [
    "class_printed",
    "class\\_printed",
    "turbidity",
    "water_temp",
    "ec",
    "chla_mg_per_m3",
    "chla_mg_per_l",
    "gb3838 report",
];

/// The commands over the data that the program carries, and over those beside it; the pages are
/// of a language, since tests run beside each other.
fn commands(language: &str) -> Vec<Vec<String>> {
    let data = |name: &str| {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
        path.to_str().unwrap().to_owned()
    };
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let chaohu = [
        words("--plan"),
        vec![data("chaohu-2026.json")],
        words("--readings"),
        vec![data("chaohu-readings.csv")],
    ];
    let chaohu = chaohu.concat();
    vec![
        words("assess"),
        words("assess --full"),
        words("assess --markdown"),
        words("assess --summary year-end --date 2025-01-10"),
        words("assess --summary half-year"),
        words("annual"),
        words("impact --index"),
        words("annual --outlook plan"),
        words("annual --outlook III --markdown"),
        words(&format!("report --html {language}-page.html")),
        [words(&format!("report --html {language}-lakes.html")), chaohu.clone()].concat(),
        [words("assess"), chaohu].concat(),
        vec!["classify".into(), "--check".into(), data("qinzhou-readings.csv")],
        vec!["conformance".into(), suite("conformance.json")],
        vec!["conformance".into(), suite("conformance.json"), suite("failing.json")],
    ]
}

/// The suite, or one of three cases: wrong by a value and by a key that is not given, without a key,
/// and of a kind that nobody knows.
fn suite(name: &str) -> String {
    let path = if name == "failing.json" {
        let cases = r#"{ "format": "gb3838-conformance", "version": "2.1.0", "cases": [
            { "id": "f-1", "kind": "round", "status": "normative", "rules": [5],
              "input": { "value": "8", "decimals": "2" },
              "expected": { "rounded": "8.0", "colour": "red" } },
            { "id": "f-3", "kind": "round", "status": "normative", "rules": [5],
              "input": { "value": "8" }, "expected": { "rounded": "8" } },
            { "id": "f-2", "kind": "none_such", "status": "normative", "rules": [2],
              "input": {}, "expected": {} }
        ] }"#;
        crate::file("language-failing.json", cases.as_bytes())
    } else {
        crate::suite().join(name)
    };
    path.to_str().unwrap().to_owned()
}

/// What cases are called, longest first: no words of the program.
fn case_names() -> Vec<String> {
    let text = std::fs::read_to_string(suite("conformance.json")).unwrap();
    let suite: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut names: BTreeSet<String> =
        ["none_such", "rounded", "decimals", "colour", "red"].map(str::to_owned).into();
    for case in suite["cases"].as_array().unwrap() {
        let flags = case["flags"].as_array().into_iter().flatten();
        let all = [&case["id"], &case["kind"]].into_iter().chain(flags);
        names.extend(all.filter_map(|it| it.as_str().map(str::to_owned)));
    }
    let mut names: Vec<String> = names.into_iter().collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

#[test]
fn no_english_word_and_no_half_width_mark_stands_in_chinese_output() {
    let names = punctuation::names();
    for words in commands("zh") {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let [out, messages] = said(&words, "zh_CN.UTF-8");
        let cases = case_names();
        let cases = cases.iter().map(String::as_str).filter(|_| words[0] == "conformance");
        let given: Vec<&str> = words.iter().copied().chain(cases).chain(HEADINGS).collect();
        assert_eq!(english(&out, &given), BTreeSet::new(), "{words:?}\n{out}");
        assert_eq!(english(&messages, &given), BTreeSet::new(), "{words:?}\n{messages}");
        // Cells that fold break names; the same cells stand in Markdown.
        if !words.contains(&"--full") {
            assert_eq!(half_width(&out, &names), BTreeSet::new(), "{words:?}");
        }
        assert_eq!(half_width(&messages, &names), BTreeSet::new(), "{words:?}");
    }
    for page in ["zh-page.html", "zh-lakes.html"] {
        let page = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(page);
        let page = text_of(&std::fs::read_to_string(page).unwrap());
        assert_eq!(english(&page, &HEADINGS), BTreeSet::new(), "{page}");
        assert_eq!(half_width(&page, &names), BTreeSet::new());
    }
}

/// Rows are data; what is said of columns is in the language, and each heading as it is written.
#[test]
fn lists_of_columns_are_set_off_as_chinese_lists_are() {
    let csv = "section,pH,tp,cu_ug,\"TN, mg/L\",水温,经度,纬度\n甲,7,0.1,1,1,20,108,22\n";
    let file = crate::file("language-columns.csv", csv.as_bytes());
    let file = file.to_str().unwrap();
    let [_, messages] = said(&["classify", "--items", "pH", file], "zh_CN.UTF-8");
    let expected = "未要求评价的监测数据列：tp、cu_ug、\"TN, mg/L\"、水温\n";
    assert!(messages.contains(expected), "{messages}");
    for words in [&["classify", file][..], &["annual", file], &["impact", file]] {
        let [_, messages] = said(words, "zh_CN.UTF-8");
        assert_eq!(half_width(&messages, &[]), BTreeSet::new(), "{words:?}\n{messages}");
        let given = ["section", "cu_ug", "time"];
        assert_eq!(english(&messages, &[&given[..], words].concat()), BTreeSet::new(), "{words:?}");
    }
}

/// Chinese in an English output is a name: of the plan, of the readings, of a document.
#[test]
fn only_names_are_chinese_in_english_output() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let names: String = [
        "data/qinzhou-2024.json",
        "data/qinzhou-readings.csv",
        "data/chaohu-2026.json",
        "data/chaohu-readings.csv",
        "../src/standard/rule.rs",
        "../conformance/conformance.json",
    ]
    .iter()
    .map(|name| std::fs::read_to_string(root.join(name)).unwrap())
    .collect();
    for words in commands("en") {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        for text in said(&words, "en_US.UTF-8") {
            let is_chinese = |it: char| ('\u{4e00}'..'\u{a000}').contains(&it);
            let others: BTreeSet<&str> = text
                .split(|it: char| !is_chinese(it))
                .filter(|run| !run.is_empty() && *run != "钦州市" && !names.contains(run))
                .collect();
            assert_eq!(others, BTreeSet::new(), "{words:?}");
        }
    }
}

#[test]
fn help_has_the_same_options_in_both_languages() {
    let options = |text: &str| -> BTreeSet<String> {
        let is_option = |it: char| it.is_ascii_alphabetic() || it == '-';
        text.split(|it| !is_option(it))
            .filter(|it| it.starts_with("--"))
            .map(str::to_owned)
            .collect()
    };
    for command in ["assess", "classify", "annual", "report", "impact", "conformance"] {
        let [english_help, _] = said(&[command, "--help"], "C");
        let [chinese_help, messages] = said(&[command, "--help"], "zh_CN.UTF-8");
        // Headings and lines of files, as they are typed.
        let typed =
            ["Cu(μg/L)", "叶绿素a(mg/L)", "氨氮(μg/L)", "项目,限值", "[选项]", "[文件]", "-h, "];
        let typed = typed.map(str::to_owned);
        assert_eq!(half_width(&chinese_help, &typed), BTreeSet::new(), "{command}");
        assert_eq!(messages, "");
        assert!(chinese_help.contains(&format!("用法：gb3838 {command}")), "{chinese_help}");
        assert_eq!(options(&english_help), options(&chinese_help), "{command}");
        assert_eq!(said(&[command, "--language", "zh", "--help"], "C")[0], chinese_help);
        assert_eq!(said(&[command, "--help", "--language=en"], "zh_CN.UTF-8")[0], english_help);
    }
    assert!(said(&["--help"], "zh_CN.UTF-8")[0].contains("用法：gb3838 命令"));
}

#[test]
fn bad_calls_and_bad_files_in_chinese() {
    let file = |name: &str, text: &str| {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(path, text).unwrap();
    };
    file(
        "坏.csv",
        "断面,时间,pH,氨氮,总磷,溶解氧饱和度,总磷类别\n\
         高塘,2026-13-05,7,o.1,0.1F,98,Ⅱ\n高塘,2026-01-05,15,-3,#N/A,98,Ⅱ\n\
         高塘,05/01/26,7,0.1,0.1,98,Ⅱ\n无,2026-01-05,7,0.1,0.1,98,Ⅱ\n高塘,2026-01-06,7\n\
         高塘,2026-01-05,7,0.1,0.1,98,Ⅱ\n平均值,,7,0.1,0.1,98,Ⅱ\n\"高塘,2026-01-08,7,0.1,0.1,98,Ⅱ\n",
    );
    file("空.csv", "");
    file("无表头.csv", "甲,乙\n1,2\n");
    file("坏.json", "{ \"format\": 1 }");
    file("错.json", "{ \"format\": 1, \"nam\": 1 }");
    for words in [
        &["assess", "--readings", "坏.csv"][..],
        &["report", "--readings", "坏.csv"],
        &["annual", "坏.csv", "--year", "2026"],
        &["classify", "坏.csv"],
        &["classify", "空.csv"],
        &["annual", "空.csv"],
        &["classify", "无表头.csv"],
        &["assess", "--readings", "无表头.csv"],
        &["classify", "没有.csv"],
        &["classify", "."],
        &["assess", "--plan", "没有.csv"],
        &["assess", "--plan", "坏.json"],
        &["assess", "--plan", "错.json"],
        &["classify", "--sheet", "一", "坏.csv"],
        &["conformance", "没有.csv"],
        &["conformance", "--format", "x", "没有.csv"],
        &["conformance", "--data-root", "没有", "没有.csv"],
    ] {
        let [_, messages] = said(words, "zh_CN.UTF-8");
        let given =
            ["assess", "report", "annual", "classify", "conformance", "nam", "lines", "junit"];
        assert_ne!(messages, "", "{words:?}");
        assert_eq!(english(&messages, &given), BTreeSet::new(), "{words:?}\n{messages}");
    }
    // Of two keys or words that are known, too.
    let water_body = r#"{ "format": 1, "name": "P", "sections": [{ "name": "A", "level": "county",
        "counties": ["C"], "water": "W", "water_body": "sea" }] }"#;
    file("二类.json", water_body);
    let [_, messages] = said(&["assess", "--plan", "二类.json"], "zh_CN.UTF-8");
    assert!(messages.contains("没有`sea`这一种，应为`river`或`lake`（第"), "{messages}");
    for (words, expected) in [
        (&["judge"][..], "gb3838: \"judge\"：应为assess"),
        (&[], "gb3838: 应有命令"),
        (&["annual", "--fast"], "gb3838 annual: 没有选项'--fast'"),
        (&["annual", "--year"], "gb3838 annual: 选项'--year'缺少值"),
        (&["annual", "--year", "x"], "gb3838 annual: --year：\"x\"：应为年份，如2026"),
        (
            &["classify", "--body", "sea"],
            "gb3838 classify: 参数\"sea\"无法读取：\"sea\"不是水体类型",
        ),
        (&["assess", "--summary", "x"], "gb3838 assess: 总结\"x\"：应为half-year"),
    ] {
        let [_, messages] = said(words, "zh_CN.UTF-8");
        assert!(messages.starts_with(expected), "{words:?}: {messages}");
        assert!(messages.contains("用法：gb3838"), "{words:?}: {messages}");
    }
}

/// Findings stand in the rows of `classify` in the language of the call; all else is data.
#[test]
fn findings_of_rows_are_in_the_language() {
    let csv = "断面,站点情况,pH,总磷,备注\n甲,停运,7,o.1,\"a, \"\"b\"\"\"\n乙,正常,7,0.1,\n";
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("语言.csv");
    std::fs::write(path, csv).unwrap();
    let [chinese, messages] = said(&["classify", "--items", "pH,TP", "语言.csv"], "zh_CN.UTF-8");
    let [english, _] = said(&["classify", "--items", "pH,TP", "语言.csv"], "C");
    let rows = |text: &str| -> Vec<csv::StringRecord> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        reader.records().map(Result::unwrap).collect()
    };
    let (chinese, english) = (rows(&chinese), rows(&english));
    for (one, other) in chinese.iter().zip(&english) {
        assert_eq!(
            one.iter().take(9).collect::<Vec<_>>(),
            other.iter().take(9).collect::<Vec<_>>()
        );
    }
    assert_eq!(chinese[0], english[0]);
    assert_eq!(
        &chinese[1][9],
        "站点不正常：停运；总磷：\"o.1\"：应为数值、检出限（如0.025L或<0.025）或已知的标记；\
         类别依据的项目不足五项：缺DO;CODMn;NH3-N;TP"
    );
    assert_eq!(&chinese[2][9], "类别依据的项目不足五项：缺DO;CODMn;NH3-N");
    assert!(
        messages.ends_with("2行，2行有类别，1处不能使用，1行站点不正常（仍使用）\n"),
        "{messages}"
    );
}
