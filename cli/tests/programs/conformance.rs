//! The suite that the repository carries, run by the command `conformance`.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use gb3838::report::Language;
use gb3838_cli::conformance;

use crate::suite as folder;

/// Kinds that the library does not build.
const UNSUPPORTED: [&str; 0] = [];

/// Exit code, standard output, standard error.
fn run(arguments: &[&Path]) -> (u8, String, String) {
    let arguments = arguments.iter().map(|argument| OsString::from(*argument));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = conformance::run(arguments, Language::English, &mut out, &mut err);
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

fn shipped() -> PathBuf {
    folder().join("conformance.json")
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// A suite of some cases in a file of its own.
fn written(name: &str, suite: &str) -> PathBuf {
    crate::file(&format!("suite-{name}"), suite.as_bytes())
}

fn text<'a>(case: &'a Value, key: &str) -> &'a str {
    case[key].as_str().unwrap()
}

/// A conflict says what print has instead, and why.
#[test]
fn each_conflict_has_its_reason() {
    let suite = read(&shipped());
    let cases = suite["cases"].as_array().unwrap();
    let conflicts = cases.iter().filter(|case| text(case, "status") == "conflict");
    for case in conflicts {
        assert!(text(case, "why").len() > 20, "{case}");
        assert!(case["printed"].as_object().is_some_and(|printed| !printed.is_empty()), "{case}");
    }
}

#[test]
fn the_shipped_suite_runs_without_a_failure() {
    let mut words: BTreeMap<&str, usize> = BTreeMap::new();
    let suite = read(&shipped());
    let mut expected: Vec<String> = Vec::new();
    for case in suite["cases"].as_array().unwrap() {
        let (id, kind) = (text(case, "id"), text(case, "kind"));
        let (word, line) = match text(case, "status") {
            "narrative" => ("narrative", format!("narrative {id}")),
            _ if UNSUPPORTED.contains(&kind) => {
                ("unsupported", format!("unsupported {id} ({kind})"))
            }
            "conflict" => ("conflict", format!("conflict {id}")),
            _ => ("pass", format!("pass {id}")),
        };
        *words.entry(word).or_default() += 1;
        expected.push(line);
    }
    let count = |word| words.get(word).copied().unwrap_or(0);
    expected.push(format!(
        "{} pass, 0 fail, {} conflict, {} narrative, {} unsupported",
        count("pass"),
        count("conflict"),
        count("narrative"),
        count("unsupported"),
    ));
    let (code, out, err) = run(&[&shipped()]);
    assert_eq!(out.lines().collect::<Vec<_>>(), expected);
    assert_eq!((code, err.as_str()), (0, ""));
}

/// The head of the file counts its cases, by kind and by status.
#[test]
fn the_head_of_the_shipped_suite_is_in_step() {
    let suite = read(&shipped());
    let cases = suite["cases"].as_array().unwrap();
    let by = |key: &str| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for case in cases {
            *counts.entry(text(case, key).to_owned()).or_default() += 1;
        }
        json!(counts)
    };
    assert_eq!(suite["count"], json!(cases.len()));
    assert_eq!(suite["kinds"], by("kind"));
    assert_eq!(suite["statuses"], by("status"));
}

/// One wrong class, two decimals too many, a print that is expected against the rule.
#[test]
fn a_wrong_suite_fails() {
    let phosphorus =
        r#"{"item": "TP", "value": "0.2", "water_body": "river", "comparison": "full_value"}"#;
    let suite = format!(
        r#"{{"cases": [
            {{"id": "right", "kind": "item_class", "status": "normative", "input": {phosphorus}, "expected": {{"class": "III"}}}},
            {{"id": "wrong", "kind": "item_class", "status": "normative", "input": {phosphorus}, "expected": {{"class": "IV"}}}},
            {{"id": "print", "kind": "item_class", "status": "conflict", "input": {phosphorus}, "expected": {{"class": "V"}}}},
            {{"id": "told", "kind": "item_class", "status": "narrative", "input": {{}}, "expected": {{}}}},
            {{"id": "digits", "kind": "round", "status": "normative", "input": {{"value": "1.05", "decimals": "1"}}, "expected": {{"rounded": "1.000"}}}},
            {{"id": "float", "kind": "round", "status": "normative", "input": {{"value": 1.05, "decimals": "1"}}, "expected": {{"rounded": "1.0"}}}},
            {{"id": "status", "kind": "round", "status": "settled", "input": {{"value": "1.05", "decimals": "1"}}, "expected": {{"rounded": "1.0"}}}},
            {{"id": "key", "kind": "round", "status": "normative", "input": {{"value": "1.05"}}, "expected": {{"rounded": "1.0"}}}},
            {{"id": "kind", "kind": "tide", "status": "normative", "input": {{}}, "expected": {{}}}}
        ]}}"#
    );
    let (code, out, err) = run(&[&written("wrong.json", &suite)]);
    assert_eq!(
        out.lines().collect::<Vec<_>>(),
        [
            "pass right",
            r#"fail wrong class: expected "IV", got "III""#,
            r#"fail print class: expected "V", got "III""#,
            "narrative told",
            r#"fail digits rounded: expected "1.000", got "1.0""#,
            r#"fail float value: invalid type: floating point `1.05`, expected a decimal number as text, such as "0.15", got 1.05"#,
            r#"fail status status: expected "normative", "conflict" or "narrative", got "settled""#,
            "fail key decimals: the key is missing",
            "unsupported kind (tide)",
            "1 pass, 6 fail, 0 conflict, 1 narrative, 1 unsupported",
        ]
    );
    assert_eq!((code, err.as_str()), (1, ""));
}

/// Each wrong expectation alone makes the shipped suite fail, at that case.
#[test]
fn every_supported_case_can_fail() {
    let suite = read(&shipped());
    for (index, case) in suite["cases"].as_array().unwrap().iter().enumerate() {
        if UNSUPPORTED.contains(&text(case, "kind")) {
            continue;
        }
        for key in case["expected"].as_object().unwrap().keys() {
            let mut case = case.clone();
            spoil(&mut case["expected"][key]);
            let wrong = json!({"cases": [case]}).to_string();
            let file = written(&format!("wrong-{index}-{key}.json"), &wrong);
            let (code, out, _) = run(&[&file, Path::new("--data-root"), &folder()]);
            fs::remove_file(file).unwrap();
            assert_eq!(code, 1, "{key}: {out}");
            let start = format!("fail {} {key}: expected ", text(&case, "id"));
            assert!(out.starts_with(&start), "{out}");
        }
    }
}

/// Makes an expected value another one of the same shape.
fn spoil(value: &mut Value) {
    match value {
        Value::Null => *value = json!("III"),
        Value::String(text) => text.push('9'),
        Value::Array(list) => list.push(json!("As")),
        Value::Object(map) => map.values_mut().for_each(spoil),
        Value::Bool(flag) => *flag = !*flag,
        Value::Number(_) => panic!("no kind expects {value}"),
    }
}

/// Decimals by value, sets in any order, lists in theirs, Chinese words where there are some.
#[test]
fn values_are_compared_as_documented() {
    let section = r#""kind": "section_of_item_classes", "status": "normative", "input":
        {"item_classes": {"CODMn": "IV", "TP": "IV", "DO": "III"}, "multiples": {"CODMn": "0.1", "TP": "0.30"}, "target": "III"}"#;
    let suite = format!(
        r#"{{"cases": [
            {{"id": "set", {section}, "expected": {{"determining": ["TP", "CODMn"], "main_items_any_order": ["CODMn", "TP"]}}}},
            {{"id": "list", {section}, "expected": {{"main_items": ["CODMn", "TP"]}}}},
            {{"id": "words", {section}, "expected": {{"quality_zh": "良好"}}}},
            {{"id": "other words", {section}, "expected": {{"verdict": "missed", "verdict_zh": "未达标"}}}},
            {{"id": "value", "kind": "share", "status": "normative", "input": {{"total": "12.50", "parts": {{"a": "12.5", "b": "5"}}, "decimals": "1"}}, "expected": {{"percents": {{"a": "100"}}}}}}
        ]}}"#
    );
    let (code, out, _) = run(&[&written("compared.json", &suite)]);
    assert_eq!(
        out.lines().collect::<Vec<_>>(),
        [
            "pass set",
            r#"fail list main_items: expected ["CODMn","TP"], got ["TP","CODMn"]"#,
            r#"fail words quality_zh: expected "良好", got "轻度污染""#,
            "pass other words",
            "pass value",
            "3 pass, 2 fail, 0 conflict, 0 narrative, 0 unsupported",
        ]
    );
    assert_eq!(code, 1);
}

#[test]
fn trouble_names_file_case_and_key() {
    let nameless = written("nameless.json", r#"{"cases": [{"kind": "round"}]}"#);
    let kindless = written("kindless.json", r#"{"cases": [{"id": "a"}]}"#);
    let twice = written(
        "twice.json",
        r#"{"cases": [{"id": "a", "kind": "round"}, {"id": "a", "kind": "round"}]}"#,
    );
    let cut = written("cut.json", r#"{"cases": ["#);
    let absent = folder().join("absent.json");
    let option = PathBuf::from("--fast");
    for (arguments, words) in [
        (vec![nameless.as_path()], ["nameless.json", "case number 1", "id: the key is missing"]),
        (vec![&kindless], ["kindless.json", "case a", "kind: the key is missing"]),
        (vec![&twice], ["twice.json", "case a", "id: expected a name used once"]),
        (vec![&cut], ["cut.json", "expected a suite as JSON", "line 1"]),
        (vec![&absent], ["absent.json", "cannot be read", ""]),
        (vec![&option], ["--fast", "usage: gb3838 conformance FILE", "--data-root"]),
        (vec![], ["expected the file of a suite", "usage: gb3838 conformance FILE", ""]),
    ] {
        let (code, out, err) = run(&arguments);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(words.iter().all(|word| err.contains(word)), "{err}");
    }
}

/// The files of cases, each with the cases that it holds.
fn computed() -> Vec<PathBuf> {
    let folder = fs::read_dir(folder().join("cases")).unwrap();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The words of a run: the outcome of each case by its id.
fn outcomes(out: &str) -> BTreeMap<&str, &str> {
    out.lines()
        .filter_map(|line| {
            let (word, rest) = line.split_once(' ')?;
            let is_word = ["pass", "fail", "conflict", "unsupported"].contains(&word);
            is_word.then(|| (rest.split(' ').next().unwrap_or(rest), word))
        })
        .collect()
}

#[test]
fn the_computed_cases_come_out() {
    let files = computed();
    let folder = folder();
    let mut words: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    // The field data that cases name stand beside the folder of the cases.
    words.extend([Path::new("--data-root"), &folder]);
    let (code, out, err) = run(&words);
    let outcomes = outcomes(&out);
    let failing: Vec<&str> =
        outcomes.iter().filter(|(_, word)| **word == "fail").map(|(id, _)| *id).collect();
    assert_eq!((failing, code), (Vec::new(), 0), "{err}");
    for file in &files {
        for case in read(file)["cases"].as_array().unwrap() {
            let (id, kind) = (text(case, "id"), text(case, "kind"));
            let unsupported = outcomes.get(id) == Some(&"unsupported");
            assert_eq!(unsupported, UNSUPPORTED.contains(&kind), "{id}");
        }
    }
    // The flags are summed up.
    assert!(out.contains("flag any-six-dry-months: 8 pass, 0 fail,"), "{out}");
}

/// The program asked by its own protocol, in another order, says what the library says.
#[test]
fn another_program_is_asked_by_the_protocol() {
    let suite = folder().join("cases/groups.json");
    let (_, by_library, _) = run(&[&suite]);
    let itself = format!("'{}' conformance --answer", env!("CARGO_BIN_EXE_gb3838"));
    for seed in ["1", "77"] {
        let words =
            [Path::new("--against"), Path::new(&itself), Path::new("--seed"), Path::new(seed)];
        let (code, out, err) = run(&[&[suite.as_path()], &words[..]].concat());
        assert_eq!(out, by_library);
        assert_eq!((code, err.as_str()), (0, ""));
    }
}

/// A program that ends, or says something else, fails what it was asked; nothing hangs.
#[test]
fn a_program_that_ends_or_babbles_fails_its_cases() {
    let suite = shipped();
    let path = env!("CARGO_BIN_EXE_gb3838");
    for (command, reason) in [
        (format!("'{path}' --help"), "expected an object in one line"),
        ("true".to_owned(), "the program ended"),
        ("no-such-program-of-ours".to_owned(), "the program cannot be started"),
    ] {
        let words = [suite.as_path(), Path::new("--against"), Path::new(&command)];
        let (code, out, _) = run(&words);
        assert_eq!(code, 1, "{command}");
        // A program that is gone before it is asked is only seen to have ended.
        assert!(out.contains(reason) || out.contains("the program ended"), "{command}: {out}");
        assert!(
            out.ends_with("0 pass, 116 fail, 0 conflict, 0 narrative, 0 unsupported\n"),
            "{out}"
        );
        let unasked = out.lines().filter(|line| line.contains("started too often")).count();
        assert_eq!(unasked, 116 - 50, "{command}");
    }
}

#[test]
fn a_slow_program_is_stopped() {
    let case = r#"{"cases": [{"id": "a", "kind": "round", "status": "normative",
        "input": {"value": "1.05", "decimals": "1"}, "expected": {"rounded": "1.0"}}]}"#;
    let suite = written("slow.json", case);
    // It reads its input to the end and answers nothing.
    let command = "sort";
    let words = ["--against", command, "--seconds", "0.2", "--format", "json"].map(Path::new);
    let (code, out, _) = run(&[&[suite.as_path()], &words[..]].concat());
    let result: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, text(&result["cases"][0], "outcome")), (1, "fail"));
}

#[test]
fn results_are_printed_for_machines() {
    let suite = folder().join("cases/impact.json");
    let count = read(&suite)["count"].as_u64().unwrap();
    let (_, json, _) = run(&[&suite, Path::new("--format"), Path::new("json")]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["cases"].as_array().unwrap().len() as u64, count);
    assert_eq!(json["counts"]["fail"], json!(0));
    assert_eq!(json["flags"]["any-six-dry-months"]["pass"], json!(8));
    let (_, xml, _) = run(&[&suite, Path::new("--format"), Path::new("junit")]);
    let xml = roxmltree::Document::parse(&xml).unwrap();
    let tagged =
        |name: &str| xml.descendants().filter(|node| node.has_tag_name(name)).count() as u64;
    assert_eq!((tagged("testcase"), tagged("failure")), (count, 0));
}

#[test]
fn bad_options_are_named() {
    let suite = shipped();
    for (option, value, words) in [
        ("--format", "table", "expected lines, json or junit"),
        ("--against", "python3 'a.py", "expected the quote to be closed"),
        ("--against", "  ", "expected the command of a program"),
        ("--seconds", "0", "expected a number above 0"),
        ("--seconds", "-1", "expected a number above 0"),
        ("--seed", "first", "first"),
    ] {
        let (code, out, err) = run(&[&suite, Path::new(option), Path::new(value)]);
        assert_eq!((code, out.as_str()), (2, ""), "{option} {value}");
        assert!(err.contains(words) && err.contains("usage:"), "{err}");
    }
}
