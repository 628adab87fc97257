//! The workbooks that `annual`, `report` and `impact` write, opened by another library.

use std::path::PathBuf;

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use gb3838_cli::{annual, impact, report};
use unicode_width::UnicodeWidthStr;

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
    let expected = [
        "Sections, 2026",
        "Sections without a value",
        "Why results are provisional",
        "Classes that remain possible",
        "Items",
        "What the rest of 2026 must…",
        "notes",
    ];
    assert_eq!(names, expected);
    let sections = &sheets[0].1;
    assert_eq!(sections.get((0, 0)), Some(&Data::String("Sections, 2026".to_owned())));
    assert_eq!(sections.get((1, 1)), Some(&Data::String("class".to_owned())));
    // As the table prints it: 东边埇, III by TP of 0.131, 0.31 over the 0.1 of class II.
    let row = sections.rows().find(|row| row[0] == Data::String("东边埇".to_owned())).unwrap();
    let texts: Vec<_> = row[..6].iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["东边埇", "III", "TP", "0.131", "II", "TP 0.131 (0.31)"]);
    assert_eq!(row[3], Data::Float(0.131));
    // All rows of the table, and all lines below it.
    assert_eq!(sections.rows().count(), 2 + 5);
    // Those of the plan without a row, in one cell.
    let without = sheets[1].1.get((2, 1)).unwrap().to_string();
    assert!(without.ends_with("长田村") && without.split(", ").count() == 13, "{without}");
    let possible = &sheets[3].1;
    let row = possible.rows().find(|row| row[0] == Data::String("高塘".to_owned())).unwrap();
    let texts: Vec<_> = row.iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["高塘", "II", "II", "II–III", "I–inferior V", "TP (II–III)"]);
    // Of 20 readings of total nitrogen three are no values.
    let text = |text: &str| Data::String(text.to_owned());
    let (name, item) = (text("钦江东"), text("TN"));
    let of_nitrogen = |row: &&[Data]| row[0] == name && row[1] == item;
    let row = sheets[4].1.rows().find(of_nitrogen).unwrap();
    let texts: Vec<_> = row[2..7].iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["2.49", "--", "17", "0", "3"]);
    let notes: Vec<_> = sheets[6].1.rows().map(|row| row[0].to_string()).collect();
    assert_eq!(notes[0], "notes");
    let cells = "cells without a value (in no mean; by section in --json): CODMn 1, NH3-N 4, TP 3";
    assert_eq!(notes[2], cells);
    assert_eq!(notes[3], "rows read: 100; used: 100; not used: 0");
    assert!(notes[1..].iter().all(|line| out.contains(line.as_str())), "{notes:?}");
}

#[test]
fn annual_in_chinese() {
    let (_, sheets) = of_annual(&["--language", "zh"], "annual-zh.xlsx");
    let names: Vec<_> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "断面评价（2026年）",
        "各项目均无值的断面",
        "暂定的原因",
        "仍可能的水质类别",
        "各项目数据",
        "说明",
    ];
    assert_eq!(names, expected);
    // What stands in the brackets of a long title stands in the sheet.
    let title = "仍可能的水质类别（未检出按0至检出限，缺测月份见各列，无值的指标不计）";
    assert_eq!(sheets[3].1.get((0, 0)), Some(&Data::String(title.to_owned())));
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

/// TP against 0.2: (0.25 − 0.2) / 0.2; a printed limit of class IV is named in the workbook as in
/// Markdown, and beside the CSV.
#[test]
fn impact_writes_its_rows_and_the_limits_that_it_checked() {
    let samples = "time,section,NH3-N,TP\n2026-03-01,A,0.50,0.25\n2026-03-02,A,1.30,0.01L\n";
    let samples = crate::file("impact-sheets.csv", samples.as_bytes());
    let limits =
        crate::file("impact-sheets-limits.csv", "项目,限值\nNH3-N,1.5\nTP,0.2\n".as_bytes());
    let path = path("impact.xlsx");
    let run = |words: &[&str]| {
        let given = [samples.to_str().unwrap(), "--limits", limits.to_str().unwrap()];
        let words = given.iter().chain(words).map(Into::into);
        ran(impact::Arguments::parse(words), impact::run).unwrap()
    };
    run(&["--xlsx", path.to_str().unwrap()]);
    let sheets = sheets(&path);
    let rows = |place: usize| -> Vec<Vec<String>> {
        let texts = |row: &[Data]| row.iter().map(ToString::to_string).collect();
        sheets[place].1.rows().map(texts).collect()
    };
    let row = rows(0).into_iter().find(|row| row[1] == "TP").unwrap();
    assert_eq!(row[..8], ["A", "TP", "2", "0.01L–0.25", "≤ 0.2", "1.25", "50", "0.25"]);
    let ammonia = rows(1).into_iter().find(|row| row[0] == "NH3-N").unwrap();
    assert!(ammonia.iter().any(|cell| cell.contains("class IV")), "{ammonia:?}");
    let (markdown, csv) = (run(&["--markdown"]), run(&["--csv"]));
    for cell in &ammonia {
        assert!(markdown.out.contains(cell) && csv.messages.contains(cell), "{cell}");
    }
    assert!(!csv.out.contains("class IV"), "{}", csv.out);
    assert_eq!(run(&["--csv", "--strict"]).code, 1);
}

/// The parts of a workbook that hold its first sheets and its formats, as XML.
fn xml(path: &PathBuf, parts: &[&str]) -> Option<Vec<String>> {
    let python = "import sys, zipfile; book = zipfile.ZipFile(sys.argv[1]); \
        print('\\0'.join(book.read('xl/' + part).decode() for part in sys.argv[2:]))";
    let mut command = std::process::Command::new("python3");
    let ended = command.args(["-c", python]).arg(path).args(parts).output().ok()?;
    let text = String::from_utf8(ended.stdout).unwrap();
    Some(text.split('\0').map(str::to_owned).collect())
}

/// Headings stay in sight, and a class has the colour of its quality: III is green.
#[test]
fn frozen_headings_and_colours_of_classes() {
    let path = path("colours.xlsx");
    let words = ["--outlook", "plan", "--xlsx", path.to_str().unwrap()];
    ran(annual::Arguments::parse(words.map(Into::into)), annual::run).unwrap();
    let Some(parts) = xml(&path, &["worksheets/sheet1.xml", "styles.xml"]) else { return };
    let (sheet, styles) = (&parts[0], &parts[1]);
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("topLeftCell=\"B3\""), "{sheet}");
    let (red, green, blue) = gb3838::Class::III.quality().colour().rgb();
    assert!(styles.contains(&format!("FF{red:02X}{green:02X}{blue:02X}")), "{styles}");
    assert!(styles.contains("formatCode=\"0.000\""), "{styles}");
    // A margin keeps its sign: +1.04.
    assert!(styles.contains("formatCode=\"+0.00;-0.00\""), "{styles}");
}

/// A row is as high as its fullest cell, since not every program looks for itself: no text is cut
/// off. And no column is so wide that the page is not legible in print.
#[test]
fn rows_are_as_high_as_their_cells_and_pages_are_legible() {
    let path = path("heights.xlsx");
    let words = ["--language", "zh", "--xlsx", path.to_str().unwrap()];
    ran(report::Arguments::parse(words.map(Into::into)), report::run).unwrap();
    let attribute = |text: &str, name: &str| -> f64 {
        let text = format!(" {text}");
        let value = text.split(&format!(" {name}=\"")).nth(1).unwrap();
        value.split('"').next().unwrap().parse().unwrap()
    };
    for (number, (name, cells)) in (1..).zip(sheets(&path)).skip(1) {
        let Some(parts) = xml(&path, &[&format!("worksheets/sheet{number}.xml")]) else { return };
        let columns: Vec<f64> = parts[0]
            .split("<col ")
            .skip(1)
            .flat_map(|text| {
                let count = attribute(text, "max") - attribute(text, "min");
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "few")]
                std::iter::repeat_n(attribute(text, "width"), count as usize + 1)
            })
            .collect();
        let narrow = columns.iter().all(|width| *width < 15.0);
        assert!(narrow || columns.iter().sum::<f64>() < 160.0, "{name}: {columns:?}");
        let heights: Vec<f64> =
            parts[0].split("<row ").skip(1).map(|text| attribute(text, "ht").max(1.0)).collect();
        for (row, height) in cells.rows().skip(1).zip(&heights[1..]) {
            for (cell, column) in row.iter().zip(&columns) {
                let width = f64::from(u32::try_from(cell.to_string().width_cjk()).unwrap());
                assert!(height / 17.0 >= (width / column).ceil(), "{name}: {cell} in {column}");
            }
        }
    }
}
