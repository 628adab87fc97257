//! The command `classify`: one row in, one row out.

use gb3838_cli::classify::stream::{self, Counts};
use gb3838_cli::classify::{Arguments, USAGE};
use gb3838_cli::program::Stop;

mod blocks;
mod days;
mod names;
mod printed;
mod program;
mod remarked;
mod rows;
mod scalar;
mod tables;

/// The output and the messages of a run over some text.
fn classify(words: &[&str], csv: &[u8]) -> Result<(String, String), String> {
    let mut out = Vec::new();
    let messages = counts(words, csv, &mut out)?.1;
    Ok((String::from_utf8(out).unwrap(), messages))
}

/// The counts and the messages of a run.
fn counts(words: &[&str], csv: &[u8], out: &mut Vec<u8>) -> Result<(Counts, String), String> {
    let arguments = Arguments::parse(words.iter().map(Into::into)).map_err(|e| e.to_string())?;
    let mut messages = Vec::new();
    match stream::classify(&arguments, "test.csv", csv, out, &mut messages) {
        Ok(counts) => Ok((counts, String::from_utf8(messages).unwrap())),
        Err(Stop::Failed(message)) => Err(message),
        Err(Stop::NobodyReads) => panic!("a buffer is read"),
    }
}

/// The written rows, the header first, each without its last cell, the findings.
fn without_findings(out: &str) -> Vec<String> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(out.as_bytes());
    let row = |record: Result<csv::StringRecord, csv::Error>| {
        let mut cells = record.unwrap();
        cells.truncate(cells.len() - 1);
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&cells).unwrap();
        let written = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        written.trim_end_matches('\n').to_owned()
    };
    reader.records().map(row).collect()
}

#[test]
fn rows_classes_and_faults_are_counted() {
    let counts = counts(&[], b"ph\n7\n--\nx\n8\n", &mut Vec::new()).unwrap().0;
    assert_eq!((counts.rows, counts.classed, counts.faults), (4, 2, 1));
    assert_eq!(counts.to_string(), "4 rows, 2 with a class, 1 faults");
}

/// The readings of 2026-02-04 and the 2015 report of 千岛湖, as printed with their classes.
#[test]
fn columns_are_added_and_others_pass_through() {
    let csv = "站,pH,溶解氧,codmn,w21003,TP,note\n\
               高速公路西桥,7.91,8.49,6.12,0.247,0.089,\"a, b\"\n\
               钦江东,7.74,9.49,2.01,0.632,--,\n";
    let (out, messages) = classify(&["--items", "five"], csv.as_bytes()).unwrap();
    assert_eq!(
        out,
        "站,pH,溶解氧,codmn,w21003,TP,note,class,determining,participating,absent,findings\n\
         高速公路西桥,7.91,8.49,6.12,0.247,0.089,\"a, b\",IV,CODMn,pH;DO;CODMn;NH3-N;TP,,\n\
         钦江东,7.74,9.49,2.01,0.632,--,,III,NH3-N,pH;DO;CODMn;NH3-N,TP,\
         the class rests on fewer than the five items: without TP\n"
    );
    assert_eq!(messages, "");
}

/// TP 0.098: class II by the limits of rivers, IV by those of lakes.
#[test]
fn the_water_body_comes_from_the_call_or_a_column() {
    let csv = b"water_body,TP\nriver,0.098\nlake,0.098\n\xe6\xb9\x96\xe5\xba\x93,0.098\n";
    let classes = |words: &[&str]| {
        let out = classify(words, csv).unwrap().0;
        out.lines()
            .skip(1)
            .map(|line| line.split(',').nth(2).unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(classes(&[]), ["II", "IV", "IV"]);
    assert_eq!(classes(&["--body", "river"]), ["II", "II", "II"]);
}

/// 兆通 in 2026: CODMn 2.0374 is class II, and class I where it is rounded first.
#[test]
fn the_comparison_is_the_callers() {
    let class = |way| {
        let out = classify(&["--comparison", way], b"codmn\n2.0374\n").unwrap().0;
        out.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_owned()
    };
    assert_eq!(class("full-value"), "II");
    assert_eq!(class("round-first"), "I");
}

/// A row of another length keeps its place; a cell that cannot be read costs itself alone.
#[test]
fn a_bad_row_keeps_its_place() {
    let csv = "id,ph,tp\n1,7,o.1\n2,7,0.1\n3,7\n4,15,0.1\n5,--,--\n";
    let (out, messages) = classify(&["--items", "pH,TP"], csv.as_bytes()).unwrap();
    assert_eq!(
        without_findings(&out)[1..],
        [
            "1,7,o.1,I,pH,pH,TP",
            "2,7,0.1,II,TP,pH;TP,",
            "3,7,,,,,",
            "4,15,0.1,II,TP,TP,pH",
            "5,--,--,,,,pH;TP"
        ]
    );
    assert!(out.contains(",TP,\"tp: \"\"o.1\"\": "), "{out}");
    assert!(out.contains("pH;TP,no item has a value\n"), "{out}");
    assert!(messages.contains("test.csv:2, column tp: \"o.1\""), "{messages}");
    assert!(messages.contains("test.csv:4: \"3,7\": expected 3 cells, found 2"), "{messages}");
    assert!(messages.contains("test.csv:5, column ph: \"15\""), "{messages}");
    assert_eq!(messages.lines().count(), 3);
}

#[test]
fn total_nitrogen_never_counts_in_a_river() {
    let (out, _) = classify(&["--items", "all"], b"ph,tn\n7,9.9\n").unwrap();
    assert!(out.lines().nth(1).unwrap().starts_with("7,9.9,I,pH,pH,"), "{out}");
    // What was asked for does not disappear.
    assert!(out.contains("no limit here: TN"), "{out}");
}

/// Half of 0.5 is above the limit of lead, 0.05, and proves nothing: there is a value, and it is
/// said to decide nothing.
#[test]
fn an_undecidable_item_is_named() {
    let (out, _) = classify(&["--items", "Pb,TP"], b"pb,tp\n0.5L,\n0.5L,0.1\n,\n").unwrap();
    let rows: Vec<&str> = out.lines().skip(1).collect();
    assert_eq!(rows[0], "0.5L,,,,,TP,\"below detection, decides nothing: Pb\"");
    assert!(rows[1].starts_with("0.5L,0.1,II,TP,TP,,\"below detection, decides nothing: Pb; "));
    assert_eq!(rows[2], ",,,,,TP;Pb,no item has a value");
}

/// An option: rows without one of the five have no class, as files of 2021 to 2023.
#[test]
fn a_class_may_need_all_of_the_five() {
    let csv = b"ph,do,codmn,nh3n,tp\n7,8,1,0.1,0.3\n7,8,1,0.1,\n";
    let (out, _) = classify(&["--needs-five", "--items", "five"], csv).unwrap();
    let rows: Vec<&str> = out.lines().skip(1).collect();
    assert!(rows[0].starts_with("7,8,1,0.1,0.3,IV,TP,"), "{out}");
    assert!(rows[1].starts_with("7,8,1,0.1,,,,pH;DO;CODMn;NH3-N,TP,no class without TP"), "{out}");
    let (out, _) = classify(&["--items", "five"], csv).unwrap();
    assert!(out.lines().nth(2).unwrap().starts_with("7,8,1,0.1,,I,"), "{out}");
}

/// 1.7 mg/L is class V of a lake (limits 1.5 and 2.0), where it is asked for.
#[test]
fn a_reference_item_asked_for_takes_part() {
    let csv = b"ph,tn\n7,1.7\n";
    let (out, _) = classify(&["--body", "lake", "--items", "pH,TN"], csv).unwrap();
    assert!(out.lines().nth(1).unwrap().starts_with("7,1.7,V,TN,pH;TN,"), "{out}");
    let (out, _) = classify(&["--body", "lake"], csv).unwrap();
    assert!(out.lines().nth(1).unwrap().starts_with("7,1.7,I,pH,pH,"), "{out}");
}

#[test]
fn many_faults_are_counted_and_the_first_listed() {
    let csv = format!("ph\n{}", "x\n".repeat(1000));
    let (out, messages) = classify(&[], csv.as_bytes()).unwrap();
    assert_eq!(out.lines().count(), 1001);
    assert_eq!(messages.lines().count(), 21);
}

#[test]
fn a_bad_call() {
    assert!(USAGE.contains("Usage"));
    for words in [["--body", "sea"], ["--items", "mud"], ["--comparison", "half-up"]] {
        assert!(classify(&words, b"").is_err(), "{words:?}");
    }
}
