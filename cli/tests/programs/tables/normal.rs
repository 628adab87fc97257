//! `--only-normal`: rows and readings that a station did not measure normally, by every command.

use crate::tables::{PLAN, expected, said, samples};

/// The readings of the other tables, and some more whose state or mark is not normal.
const STATES: &str = "断面名称,监测时间,站点情况,pH,溶解氧,高锰酸盐指数,氨氮,氨氮标识,总磷\n\
    甲桥,2026-01-05,正常,7.20,8.1,3.5,0.42,N,0.09\n\
    甲桥,2026-01-06,不具备运行条件,7.20,8.1,35,4.2,N,0.9\n\
    乙桥,2026-01-05,,7.5,5.2,6.4,1.2,N,0.05\n\
    甲桥,2026-02-06,N,7.40,6.5,4.5,0.58,S,0.15\n\
    乙桥,2026-02-06,正常,7.1,7.6,1.9,0.10,N,0.02\n\
    乙桥,2026-02-07,正常,,,,9.9,F,\n\
    乙桥,2026-02-08,正常,,,,,D,4.0(M)\n";

#[test]
fn what_was_not_measured_normally_is_left_out_on_request() {
    let path = crate::file("normal.csv", STATES.as_bytes());
    let (mut found, beside) = said(&path, &["--only-normal"]);
    // Rows without a reading left have no class.
    found.samples.retain(|sample| !sample[1].is_empty());
    assert_eq!(found, expected());
    assert_eq!(beside.classify, "");
    for messages in [beside.assess, beside.report] {
        let line = "not measured normally: 1 rows and 2 single readings (left out)\n";
        assert_eq!(messages, line);
    }
    // Else they are read, and counted; the letter behind a number makes that a fault of its own.
    let (found, beside) = said(&path, &[]);
    assert_ne!(found, expected());
    assert!(
        beside.assess.contains("1 rows and 1 single readings (not left out"),
        "{}",
        beside.assess
    );
    assert!(beside.assess.contains("column 总磷, section 乙桥: \"4.0(M)\""), "{}", beside.assess);
}

#[test]
fn annual_counts_them_below_its_tables() {
    use gb3838_cli::annual;
    let path = crate::file("normal-annual.csv", STATES.as_bytes());
    let plan = crate::file("normal-plan.json", PLAN.as_bytes());
    let words = [path.to_str().unwrap(), "--plan", plan.to_str().unwrap(), "--only-normal"];
    let arguments = annual::Arguments::parse(words.map(Into::into));
    let ran = crate::ran::ran(arguments, annual::run).unwrap();
    let line = "not measured normally: 1 rows and 2 single readings (left out)\n";
    assert!(ran.out.contains(line), "{}", ran.out);
    assert_eq!(ran.messages, "");
}

/// A table of one reading a row has a mark a reading.
#[test]
fn marks_of_single_rows() {
    let text = "断面,时间,项目,结果,标识\n甲桥,2026-01-05,氨氮,9,F\n甲桥,2026-01-05,总磷,0.09,N\n\
                甲桥,2026-01-05,pH,7,S\n";
    let path = crate::file("normal-long.csv", text.as_bytes());
    let classes = |words: &[&str]| samples(&path, words).0;
    assert_eq!(classes(&["--only-normal"])[0][1..], ["II", "TP"]);
    assert_eq!(classes(&[])[0][1..], ["inferior_V", "NH3-N"]);
}

/// A mark that nobody knows counts as not normal, aloud.
#[test]
fn marks_that_are_not_known() {
    let text = "断面,时间,氨氮,氨氮标识,总磷\n甲桥,2026-01-05,9,Q,0.09\n";
    let path = crate::file("normal-unknown.csv", text.as_bytes());
    let (classes, messages) = samples(&path, &["--only-normal"]);
    assert_eq!(classes[0][1], "II");
    assert!(messages.contains("column 氨氮标识: \"Q\": expected a mark of HJ 212"), "{messages}");
    let (classes, messages) = samples(&path, &[]);
    assert_eq!((classes[0][1].as_str(), messages.as_str()), ("inferior_V", ""));
}
