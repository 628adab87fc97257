//! Which lines make a row: quotes, line ends, separators, and files that are none.

use gb3838_rows::table::{Record, Records};
use proptest::collection::vec;
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::classify::{classify, counts, without_findings};

/// The rows that follow the header, and the messages.
fn rows(csv: &str) -> (Vec<String>, String) {
    let (out, messages) = classify(&["--items", "pH,TP"], csv.as_bytes()).unwrap();
    let rows = without_findings(&out).split_off(1);
    // The reader of rows passes over empty lines; there are none.
    assert!(!out.contains("\n\n"), "{out}");
    (rows, messages)
}

#[test]
fn a_stray_quote_costs_one_line() {
    let (rows, messages) =
        rows("ph,tp,note\n7,0.1,a\n7,\"0.1,b\n7,0.2,c\n7,0.02,\"d\"\n7,0.3,\"e, f\"\n7,0.1,g\n");
    assert_eq!(
        rows,
        [
            "7,0.1,a,II,TP,pH;TP,",
            "7,\"\"\"0.1\",b,,,,",
            "7,0.2,c,III,TP,pH;TP,",
            "7,0.02,d,I,pH;TP,pH;TP,",
            "7,0.3,\"e, f\",IV,TP,pH;TP,",
            "7,0.1,g,II,TP,pH;TP,"
        ]
    );
    assert!(messages.starts_with("test.csv:3: \"7,\"0.1,b\": a quote opens here"), "{messages}");
    assert_eq!(messages.lines().count(), 1, "{messages}");
}

/// The quote of the second row is closed by that of the last: the right number of cells, but
/// text after the closing quote.
#[test]
fn a_stray_quote_is_not_closed_by_an_opening_one() {
    let (rows, messages) = rows("ph,tp,note\n7,0.1,\"a\n7,0.2,b\n7,0.3,\"c\"\n");
    assert_eq!(rows[1..], ["7,0.2,b,III,TP,pH;TP,", "7,0.3,c,IV,TP,pH;TP,"]);
    assert_eq!(messages.lines().count(), 1, "{messages}");
}

#[test]
fn a_quote_that_never_closes() {
    let (found, messages) = rows("note,ph,tp\n\"a,7,0.1\nb,7,0.2\n");
    assert_eq!(found, ["\"\"\"a\",7,0.1,,,,", "b,7,0.2,III,TP,pH;TP,"]);
    assert!(messages.contains("the file ends before it closes"), "{messages}");
    // More lines than a record may have: given up, and said, but no row is lost.
    let (found, messages) = rows(&format!("note,ph,tp\n\"a,7,0.1\n{}", "b,7,0.2\n".repeat(9_000)));
    assert_eq!(found.len(), 9_001);
    assert!(found[1..].iter().all(|row| row == "b,7,0.2,III,TP,pH;TP,"));
    assert!(messages.contains("does not close within 256 lines"), "{messages}");
    // The last line of the file.
    let (found, _) = rows("note,ph,tp\nb,7,0.2\n\"");
    assert_eq!(found, ["b,7,0.2,III,TP,pH;TP,", "\"\"\"\",,,,,,"]);
}

#[test]
fn a_line_end_in_quotes_is_part_of_the_cell() {
    let (out, messages) =
        classify(&["--items", "TP"], b"\"note\nof the day\",tp\n\"a\nb\",0.1\nc,0.2\n").unwrap();
    assert!(out.starts_with("\"note\nof the day\",tp,class,"), "{out}");
    assert!(
        out.contains("\"a\nb\",0.1,II,TP,TP,,") && out.contains("\nc,0.2,III,TP,TP,,"),
        "{out}"
    );
    // Of the heading alone, which is nothing that is known.
    let said = "test.csv:1, column note\\nof the day: \"note\\nof the day\": no item of the";
    assert!(messages.starts_with(said), "{messages}");
    assert!(!messages.contains("test.csv:2") && !messages.contains("test.csv:3"), "{messages}");
    let (out, _) = classify(&["--items", "TP"], b"note,tp\r\n\"a\r\nb\",0.1\r\n").unwrap();
    assert!(out.contains("\n\"a\r\nb\",0.1,II,TP,TP,,"), "{out}");
    // The lines of faults count all lines.
    let (_, messages) = rows("note,ph,tp\n\"a\r\nb\",7,1\r\nc,7\r\n");
    assert!(messages.starts_with("test.csv:4: \"c,7\": expected 3 cells, found 2"), "{messages}");
}

#[test]
fn line_ends_of_windows_and_blank_lines() {
    let (rows, messages) = rows("ph,tp\r\n7,0.1\r\n\r\n7,0.2\r\n");
    assert_eq!(rows, ["7,0.1,II,TP,pH;TP,", "7,0.2,III,TP,pH;TP,"]);
    assert_eq!(messages, "");
}

#[test]
fn files_that_are_none() {
    assert_eq!(classify(&[], b"").err().unwrap(), "test.csv: it is empty; expected a header");
    let error = classify(&[], b"\"ph,tp\n7,1\n").err().unwrap();
    assert!(error.contains("test.csv:1: a quote opens here and the file ends"), "{error}");
    let error = classify(&[], "x".repeat((1 << 20) + 1).as_bytes()).err().unwrap();
    assert!(error.contains("more than 1048576 bytes"), "{error}");
}

/// Rows before text that is in no encoding are written.
#[test]
fn what_was_read_before_a_failure_is_written() {
    let mut out = Vec::new();
    let mut csv = b"ph,note\n".to_vec();
    csv.extend(b"7,a\n".repeat(100));
    csv.extend(b"7,\xff\xff\n");
    let error = counts(&[], &csv, &mut out).err().unwrap();
    assert!(
        error.contains("test.csv:102: the file is neither in UTF-8 nor in GB 18030"),
        "{error}"
    );
    assert!(String::from_utf8(out).unwrap().contains("\n7,a,I,pH,pH,"));
}

proptest! {
    /// What a writer of CSV writes is read as it was, quotes, commas and line ends included.
    #[test]
    fn written_rows_are_read_as_they_were(rows in vec(vec("[a\", ;\n总]{0,5}", 3), 1..20)) {
        let mut writer = csv::WriterBuilder::new().from_writer(b"a,b,c\n".to_vec());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = writer.into_inner().unwrap();
        let mut input = text.as_slice();
        let mut records = Records::open("test.csv", &mut input).unwrap().unwrap();
        let mut record = Record::default();
        for row in &rows {
            prop_assert!(records.read(&mut record).unwrap());
            prop_assert_eq!(&record.fault, &None);
            prop_assert_eq!(record.cells.iter().collect::<Vec<_>>(), row.clone());
        }
        prop_assert!(!records.read(&mut record).unwrap());
    }
}

/// VP 0.01L is compared by 0.005, the limit of class III; Hg 0.0002L by 0.0001, the limit of III.
/// Where a measured item has the class too, or the class is I, nothing is said; a row in quotes says
/// the same as one without.
#[test]
fn a_class_by_half_a_detection_limit_alone_is_said() {
    let said = "decided below detection, by half the limit: ";
    for (row, class, items) in [
        ("7,0.1,0.01L,0.00001L", "III", Some("VP")),
        ("7,0.1,0.01L,0.0002L", "III", Some("Hg;VP")),
        ("7,0.9,0.01L,0.00001L", "III", None),
        ("7,0.1,0.0003L,0.00001L", "I", None),
        ("7,1.2,0.01L,0.00001L", "IV", None),
    ] {
        for quote in ["", "\""] {
            // Behind so many lines, lines are read at once.
            let before = "7,0.1,0.0003L,0.00001L,b\n".repeat(200);
            let csv = format!("ph,nh3n,vp,hg,note\n{before}{row},{quote}a{quote}\n");
            let out = classify(&["--items", "pH,NH3-N,VP,Hg"], csv.as_bytes()).unwrap().0;
            assert!(out.contains(&format!("{row},a,{class},")), "{out}");
            match items {
                Some(items) => assert!(out.contains(&format!("{said}{items};")), "{out}"),
                None => assert!(!out.contains(said), "{out}"),
            }
        }
    }
    let (out, _) = classify(&["--needs-five"], b"ph,vp\n7,0.01L\n").unwrap();
    assert!(!out.contains(said) && out.contains("no class without"), "{out}");
}
