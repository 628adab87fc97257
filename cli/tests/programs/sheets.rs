//! The workbooks that `annual` and `report` write, opened by another library.

use std::path::PathBuf;

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use gb3838_cli::{annual, report};

use crate::ran::ran;

fn path(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(std::fs::remove_file(&path));
    path
}

/// The sheets of a workbook, in order.
fn sheets(path: &PathBuf) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let names = book.sheet_names();
    names.into_iter().map(|name| (name.clone(), book.worksheet_range(&name).unwrap())).collect()
}

/// A part of the file within the workbook, which is a zip archive with parts of XML.
fn of_annual(words: &[&str], name: &str) -> (String, Vec<(String, Range<Data>)>) {
    let path = path(name);
    let words = words.iter().copied().chain(["--xlsx", path.to_str().unwrap()]);
    let ran = ran(annual::Arguments::parse(words.map(Into::into)), annual::run).unwrap();
    (ran.out, sheets(&path))
}

#[test]
fn annual_writes_a_sheet_a_table_and_one_of_notes() {
    let (out, sheets) = of_annual(&["--outlook", "plan"], "annual.xlsx");
    let names: Vec<_> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Sections, 2026", "What the rest of 2026 must brin", "notes"]);
    let sections = &sheets[0].1;
    assert_eq!(sections.get((0, 0)), Some(&Data::String("Sections, 2026".to_owned())));
    assert_eq!(sections.get((1, 1)), Some(&Data::String("class".to_owned())));
    // As the table prints it: 东边埇, III by TP of 0.131.
    let row = sections.rows().find(|row| row[0] == Data::String("东边埇".to_owned())).unwrap();
    let texts: Vec<_> = row[..6].iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["东边埇", "III", "TP", "0.131", "II", "TP"]);
    assert_eq!(row[3], Data::Float(0.131));
    // All rows of the table, and all lines below it.
    assert_eq!(sections.rows().count(), 2 + 5);
    let notes: Vec<_> = sheets[2].1.rows().map(|row| row[0].to_string()).collect();
    assert_eq!(notes[0], "rows read: 100; used: 100; not used: 0");
    assert!(notes.iter().all(|line| out.contains(line.as_str())), "{notes:?}");
}

#[test]
fn annual_in_chinese() {
    let (_, sheets) = of_annual(&["--language", "zh"], "annual-zh.xlsx");
    let names: Vec<_> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["断面评价，2026年", "说明"]);
    let row = sheets[0].1.rows().find(|row| row[0] == Data::String("东边埇".to_owned())).unwrap();
    assert_eq!(row[1], Data::String("Ⅲ类".to_owned()));
}

#[test]
fn report_writes_its_sentences_and_a_sheet_a_table() {
    let path = path("report.xlsx");
    let words = ["--language", "zh", "--xlsx", path.to_str().unwrap()];
    let ran = ran(report::Arguments::parse(words.map(Into::into)), report::run).unwrap();
    let sheets = sheets(&path);
    let tables = ran.out.lines().filter(|line| line.starts_with("|--")).count();
    assert_eq!(sheets.len(), 1 + tables);
    let first: Vec<_> = sheets[0].1.rows().map(|row| row[0].to_string()).collect();
    assert_eq!(first[0], "钦州市2026年水环境质量报告");
    // Sources and findings stand there too.
    for line in ["数据来源", "输入", "中国环境监测总站，国家地表水水质自动监测实时数据"]
    {
        assert!(first.iter().any(|it| it == line), "{line}: {first:?}");
    }
    for (name, sheet) in &sheets[1..] {
        assert!(sheet.rows().count() > 2, "{name}");
        assert!(name.chars().count() <= 31, "{name}");
    }
}

/// Headings stay in sight, and a class has the colour of its quality: III is green.
#[test]
fn frozen_headings_and_colours_of_classes() {
    let path = path("colours.xlsx");
    let words = ["--xlsx", path.to_str().unwrap()];
    ran(annual::Arguments::parse(words.map(Into::into)), annual::run).unwrap();
    let python = "import sys, zipfile; book = zipfile.ZipFile(sys.argv[1]); \
        print(book.read('xl/worksheets/sheet1.xml').decode(), book.read('xl/styles.xml').decode())";
    let Ok(ended) = std::process::Command::new("python3").args(["-c", python]).arg(&path).output()
    else {
        return;
    };
    let xml = String::from_utf8(ended.stdout).unwrap();
    assert!(xml.contains("state=\"frozen\"") && xml.contains("topLeftCell=\"B3\""), "{xml}");
    let (red, green, blue) = gb3838::Class::III.quality().colour().rgb();
    assert!(xml.contains(&format!("FF{red:02X}{green:02X}{blue:02X}")), "{xml}");
    assert!(xml.contains("formatCode=\"0.000\""), "{xml}");
}
