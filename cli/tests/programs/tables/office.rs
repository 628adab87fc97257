//! Workbooks that a spreadsheet library wrote (tests/workbooks/make.py): merged cells, dates, two
//! rows of headings, several sheets.

use std::path::PathBuf;

use gb3838_cli::classify;

use crate::tables::{expected, said, samples};

fn workbook(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/workbooks")).join(name)
}

/// The first sheet: a merged title, merged groups over two rows of headings, dates as dates, a
/// row of means; a mean is left out, aloud.
#[test]
fn the_first_sheet_of_a_workbook() {
    for name in ["readings.xlsx", "readings.xls"] {
        let (found, beside) = said(&workbook(name), &[]);
        assert_eq!(found, expected(), "{name}");
        // Of `classify` mercury is not asked, which is a line more.
        for (messages, lines) in
            [(beside.classify, 2), (beside.annual, 1), (beside.assess, 1), (beside.report, 1)]
        {
            assert_eq!(messages.lines().count(), lines, "{name}: {messages}");
            assert!(messages.contains("\"平均值\": it heads a statistic"), "{name}: {messages}");
        }
    }
}

/// A sheet by its name: one reading a row, sections in merged cells are not filled in.
#[test]
fn another_sheet_by_its_name() {
    for name in ["readings.xlsx", "readings.xls"] {
        let not_asked = "columns of readings not asked for: Hg (mg/L)\n";
        for (sheet, said_of_it) in [("长表", not_asked), ("化验单", not_asked), ("months", "")]
        {
            let (found, beside) = said(&workbook(name), &["--sheet", sheet]);
            assert_eq!(found, expected(), "{name}, {sheet}");
            assert_eq!(beside.classify, said_of_it, "{name}, {sheet}");
        }
    }
}

#[test]
fn sheets_that_are_not_there_or_hold_nothing() {
    let open = |name: &str, sheet: &str| {
        let words = ["--sheet".into(), sheet.into(), workbook(name).into()];
        let arguments = classify::Arguments::parse(words).unwrap();
        classify::input::open(&arguments).err()
    };
    for name in ["readings.xlsx", "readings.xls"] {
        let error = open(name, "七月").unwrap();
        assert!(error.contains("expected a sheet \"七月\""), "{error}");
        assert!(error.contains("\"结果\", \"长表\", \"化验单\", \"months\", \"空\""), "{error}");
        assert_eq!(open(name, "空"), None);
    }
}

/// A cell with an error, a text that is a number, a percentage: as a person sees them.
#[test]
fn odd_cells() {
    let (classes, messages) = samples(&workbook("odd.xlsx"), &[]);
    assert_eq!(classes[0][1..], ["II", "TP"], "{messages}");
    assert!(messages.contains("\"#DIV/0!\""), "{messages}");
    assert!(messages.contains("error of a spreadsheet"), "{messages}");
}

/// What only begins as a workbook does.
#[test]
fn a_broken_workbook() {
    let path = crate::file("broken.xlsx", b"PK\x03\x04 and nothing more");
    let arguments = classify::Arguments::parse([path.into()]).unwrap();
    let error = classify::input::open(&arguments).err().unwrap();
    assert!(error.contains("the workbook cannot be read"), "{error}");
}
