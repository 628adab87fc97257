//! Printed classes are compared, and rows of stations that were not normal are left out.

use gb3838_cli::classify::stream::Counts;

use crate::classify::{classify, counts};

const HEADER: &str = "断面,pH,溶解氧,高锰酸盐指数,氨氮,总磷,水质类别\n";

fn check(rows: &str) -> (Counts, String, String) {
    let mut out = Vec::new();
    let csv = format!("{HEADER}{rows}");
    let (counts, messages) = counts(&["--check"], csv.as_bytes(), &mut out).unwrap();
    (counts, String::from_utf8(out).unwrap(), messages)
}

/// Table 1: CODMn 6.12 is more than 6, so class IV; DO 8.49, NH3-N 0.247 and TP 0.089 are better.
#[test]
fn what_differs_is_listed_with_what_decides() {
    let (counts, out, messages) =
        check("甲,7.91,8.49,6.12,0.247,0.089,Ⅳ\n乙,7.91,8.49,6.12,0.247,0.089,Ⅲ类\n");
    assert_eq!((counts.agreeing, counts.differing), (1, 1));
    assert!(counts.is_failure(false));
    let lines: Vec<_> = out.lines().collect();
    assert_eq!(lines[0], "test.csv:3, 乙: printed Ⅲ类, found IV by CODMn");
    assert!(lines[1].starts_with("1 printed classes agree, 1 differ;"), "{out}");
    assert_eq!(messages, "");
}

#[test]
fn codes_and_marks_are_no_class() {
    let row = "甲,7.91,8.49,6.12,0.247,0.089,";
    let rows: String =
        ["-1", "-2", "-3", "*", "--", "", "4"].map(|it| format!("{row}{it}\n")).concat();
    let (counts, out, messages) = check(&rows);
    assert_eq!((counts.agreeing, counts.differing, counts.is_failure(true)), (1, 0, false));
    assert!(out.contains("6 have none to compare"), "{out}");
    assert_eq!(messages, "");
    let (counts, _, messages) = check(&format!("{row}好\n{row}4\n"));
    assert_eq!((counts.agreeing, counts.faults), (1, 1));
    assert!(messages.contains("column 水质类别: \"好\": expected a class"), "{messages}");
}

#[test]
fn without_printed_classes_nothing_is_compared() {
    let error = classify(&["--check"], b"ph\n7\n").err().unwrap();
    assert!(error.contains("expected a column \"class\""), "{error}");
}

#[test]
fn rows_of_stations_that_were_not_normal() {
    let csv = "ph,站点情况\n7,正常\n7,维护\n7,\n";
    let classes = |words: &[&str]| {
        let mut out = Vec::new();
        let (counts, messages) = counts(words, csv.as_bytes(), &mut out).unwrap();
        assert_eq!((counts.not_normal, messages.as_str()), (1, ""));
        counts.classed
    };
    assert_eq!(classes(&[]), 3);
    assert_eq!(classes(&["--only-normal"]), 2);
    let out = classify(&["--only-normal"], csv.as_bytes()).unwrap().0;
    assert!(out.contains("7,维护,,,,,the station was not normal: maintenance\n"), "{out}");
}

/// By the marks of HJ 212-2017: F stopped, M maintenance, N all well; `Q` is none. What has a mark
/// says so in its row, used or not.
#[test]
fn readings_that_are_marked_not_normal() {
    let csv =
        "w21003-Avg,w21003-Flag,w21011-Avg,w21011-Flag\n0.4,N,0.1,N\n1.4,F,0.1,M\n0.4,N,0.1,Q\n";
    let rows = |words: &[&str]| -> Vec<String> {
        let out = classify(words, csv.as_bytes()).unwrap().0;
        out.lines().skip(1).map(ToOwned::to_owned).collect()
    };
    let said = "w21003-Avg: the reading is marked not normal: stopped; w21011-Avg: the reading is \
                marked not normal: maintenance";
    let (used, left_out) = (rows(&[]), rows(&["--only-normal"]));
    assert!(used[1].contains(",IV,NH3-N,NH3-N;TP,") && used[1].contains(said), "{used:?}");
    assert!(left_out[1].contains(",,,,") && left_out[1].contains(said), "{left_out:?}");
    for row in [&used[0], &used[2], &left_out[0], &left_out[2]] {
        assert!(!row.contains("marked not normal"), "{row}");
    }
    assert!(
        left_out[2].contains("w21011-Flag: \"\"Q\"\": expected a mark of HJ 212"),
        "{left_out:?}"
    );
}

/// N and S say that all is well, behind the number too; any other letter voids it, aloud.
#[test]
fn a_mark_that_all_is_well_stands_behind_the_number() {
    let csv = "nh3n,tp\n0.42(N),0.25\n1.42(N),0.1(S)\n0.42(F),0.1\n";
    for words in [&[][..], &["--only-normal"]] {
        let (out, messages) = classify(words, csv.as_bytes()).unwrap();
        let classes: Vec<_> =
            out.lines().skip(1).map(|row| row.split(',').nth(2).unwrap()).collect();
        // TP 0.25 is class IV, NH3-N 1.42 too; TP 0.1 alone II.
        assert_eq!(classes, ["IV", "IV", "II"], "{out}");
        assert_eq!(messages.contains("0.42(F)"), words.is_empty(), "{messages}");
        assert!(!messages.contains("(N)") && !messages.contains("(S)"), "{messages}");
    }
}
