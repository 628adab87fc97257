//! Stray years and years of two digits: they decide nothing in silence.

use gb3838_cli::{annual, assess, report};

use crate::ran::{Ran, ran};

const PLAN: &str = r#"{ "format": 1, "name": "P", "year": 2026, "items": "five", "goals": [],
    "sections": [{ "name": "A", "level": "national", "counties": ["C"], "water": "W",
        "water_body": "river", "targets": [{ "from": 2016, "class": "III" }] }] }"#;

/// All commands on the same rows: annual, assess, report.
fn all(name: &str, rows: &str, more: &[&str]) -> [Ran; 3] {
    let plan = crate::file(&format!("years-{name}.json"), PLAN.as_bytes());
    let text = format!("time,section,ph,do,codmn,nh3n,tp\n{rows}");
    let readings = crate::file(&format!("years-{name}.csv"), text.as_bytes());
    let (plan, readings) = (plan.to_str().unwrap(), readings.to_str().unwrap());
    let words =
        |words: &[&str]| words.iter().chain(more).map(std::ffi::OsString::from).collect::<Vec<_>>();
    let of_two = words(&["--plan", plan, "--readings", readings]);
    [
        ran(annual::Arguments::parse(words(&[readings, "--plan", plan])), annual::run).unwrap(),
        ran(assess::Arguments::parse(of_two.clone()), assess::run).unwrap(),
        ran(report::Arguments::parse(of_two), report::run).unwrap(),
    ]
}

fn months_of(year: &str) -> String {
    let rows = (1..=12).map(|month| format!("{year}-{month:02}-05,A,7,7,3,0.3,0.08\n"));
    rows.collect::<Vec<_>>().concat()
}

/// `26-08-01` is no day of the year 26: the row is a fault, and every other row is used.
#[test]
fn two_digits_are_no_year() {
    for time in ["26-08-01", "26/8/1", "26.08.01", "26年8月1日", "260801"] {
        let rows = format!("{}{time},A,7,7,3,0.3,9\n", months_of("2026"));
        for ran in all("two-digits", &rows, &[]) {
            assert!(
                ran.messages.contains(".csv:14, column time, section A: "),
                "{time}: {}",
                ran.messages
            );
            assert!(ran.messages.contains(time), "{time}: {}", ran.messages);
            assert!(!ran.out.contains("0026"), "{time}: {}", ran.out);
            assert!(ran.out.contains("2026"), "{time}: {}", ran.out);
        }
        for ran in all("two-digits", &rows, &["--strict"]) {
            assert_eq!(ran.code, 1, "{time}");
        }
    }
}

/// One row of 2062 among those of 2026 is the last year: that it is assessed, by one row where
/// another year has twelve, is said, and `--year` takes the other.
#[test]
fn a_stray_year_is_not_assessed_unsaid() {
    let rows = format!("{}2062-08-01,A,7,7,3,0.3,9\n", months_of("2026"));
    let said = "2062 is assessed, the last year, with 1 rows; 2026 has 12: --year chooses";
    for ran in all("stray", &rows, &[]) {
        assert!(ran.messages.contains(said), "{}", ran.messages);
    }
    for ran in all("stray", &rows, &["--year", "2026"]) {
        assert!(!ran.messages.contains("is assessed, the last year"), "{}", ran.messages);
        assert!(ran.out.contains("II"), "{}", ran.out);
    }
    for ran in all("stray", &rows, &["--language", "zh"]) {
        // Messages are put into Chinese on their way out of the program.
        assert!(ran.messages.contains(said), "{}", ran.messages);
    }
    // A year with as many rows as any is no stray one.
    for ran in all("whole", &(months_of("2025") + &months_of("2026")), &[]) {
        assert!(!ran.messages.contains("is assessed, the last year"), "{}", ran.messages);
    }
}
