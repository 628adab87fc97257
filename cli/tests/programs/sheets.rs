//! The workbooks that `annual`, `report` and `impact` write, opened by another library.

use std::path::PathBuf;

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use gb3838_cli::{annual, impact, report};

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
        "Classes that remain possible",
        "What the rest of 2026 must brin",
        "notes",
    ];
    assert_eq!(names, expected);
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
    let possible = &sheets[1].1;
    let row = possible.rows().find(|row| row[0] == Data::String("高塘".to_owned())).unwrap();
    let texts: Vec<_> = row.iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["高塘", "II", "II", "II–III", "I–inferior V", "TP (II–III)"]);
    let notes: Vec<_> = sheets[3].1.rows().map(|row| row[0].to_string()).collect();
    assert_eq!(notes[0], "rows read: 100; used: 100; not used: 0");
    assert!(notes.iter().all(|line| out.contains(line.as_str())), "{notes:?}");
}

#[test]
fn annual_in_chinese() {
    let (_, sheets) = of_annual(&["--language", "zh"], "annual-zh.xlsx");
    let names: Vec<_> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    let possible = "仍可能的水质类别（未检出按0至检出限，缺测月份见各列）";
    assert_eq!(names, ["断面评价，2026年", possible, "说明"]);
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
