//! Messages in Chinese: every error of the library has its wording, and it is filled in.

use std::fs;
use std::path::{Path, PathBuf};

use gb3838::report::{Language, Messages};
use gb3838::sheet::{Heading, Layout, RowKind, Waters};
use gb3838::{Class, Date, Item, Reading, WaterBody};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
}

/// The wordings of all errors of the library, with the names of what is filled in; what has no
/// name is numbered.
fn wordings_of_errors() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../src"), &mut files);
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for piece in text.split("#[error(").skip(1) {
            let piece = piece.trim_start();
            let Some(literal) = piece.strip_prefix('"') else { continue };
            let mut wording = String::new();
            let mut characters = literal.chars();
            while let Some(character) = characters.next() {
                match character {
                    '"' => break,
                    '\\' => wording.extend(characters.next()),
                    other => wording.push(other),
                }
            }
            let mut number = 0;
            while wording.contains("{}") {
                wording = wording.replacen("{}", &format!("{{{number}}}"), 1);
                number += 1;
            }
            found.push((file.clone(), wording));
        }
    }
    found
}

#[test]
fn every_error_has_its_wording_in_chinese() {
    let messages = Messages::of_library();
    let known: Vec<_> = messages.wordings().map(|(english, _)| english).collect();
    let of_errors = wordings_of_errors();
    assert!(of_errors.len() > 140, "{}", of_errors.len());
    let without: Vec<_> =
        of_errors.iter().filter(|(_, wording)| !known.contains(&wording.as_str())).collect();
    assert!(without.is_empty(), "{without:#?}");
}

/// What is filled in in one language is filled in in the other.
#[test]
fn both_languages_fill_in_the_same() {
    let holes = |wording: &str| {
        let mut holes: Vec<_> = wording
            .split('{')
            .skip(1)
            .map(|piece| piece.split_once('}').unwrap().0.to_owned())
            .collect();
        holes.sort();
        holes
    };
    let mut seen = std::collections::BTreeSet::new();
    for (english, chinese) in Messages::of_library().wordings() {
        assert_eq!(holes(english), holes(chinese), "{english}");
        assert!(seen.insert(english), "{english}: expected each wording once");
        let is_chinese = |it: char| ('\u{4e00}'..'\u{a000}').contains(&it);
        assert!(chinese.chars().any(is_chinese), "{chinese}");
    }
}

#[test]
fn errors_and_findings_in_chinese() {
    let messages = Messages::of_library();
    let say = |message: &dyn std::fmt::Display| messages.say(Language::Chinese, &message);
    assert_eq!(
        say(&Reading::parse("-2", Item::Lead).unwrap_err()),
        "\"-2\"不是Pb的监测值：浓度不应为负；负值表示检出限的写法须另行指定"
    );
    assert_eq!(
        say(&"VI".parse::<Class>().unwrap_err()),
        "\"VI\"不是水质类别：应为Ⅰ～Ⅴ（也可写作III、3、Ⅲ类）或劣Ⅴ"
    );
    assert_eq!(
        say(&"pond".parse::<WaterBody>().unwrap_err()),
        "\"pond\"不是水体类型：应为河流（river）或湖库（lake）"
    );
    assert_eq!(say(&"x".parse::<Date>().unwrap_err()), "\"x\"不是日期：应为年-月-日，如2026-08-26");
    let Heading::NotRead(saturation) = Heading::read("DO(%)", Waters::Surface) else { panic!() };
    assert_eq!(say(&saturation), "\"DO(%)\"未读取：是饱和度，不是浓度；最接近的名称是DO（溶解氧）");
    let rows = [["断面", "溶解氧", "氨氮类别"], ["高塘", "7.2", "Ⅱ"]];
    let layout = Layout::detect(&rows, Waters::Surface);
    assert_eq!(
        say(&layout.findings()[0]),
        "第3列：\"氨氮类别\"未读取：是类别，不是监测值；最接近的名称是NH3-N（氨氮）；该列不读"
    );
    for kind in [
        RowKind::Readings,
        RowKind::Blank,
        RowKind::Statistic,
        RowKind::Limit,
        RowKind::Remark,
        RowKind::Headings,
    ] {
        assert_ne!(say(&kind.what()), kind.what());
    }
}
