//! Values that no water has: kept, counted, and named with their row.

use super::{classify, counts};

/// pH 0 and 12.1; phosphorus above 100 times class V, 0.4 of rivers; COD below the permanganate
/// index. 40 is not above 100 times 0.4, and a result below detection says nothing of its size.
const ROWS: &str = "section,ph,codmn,cod,tp\n\
                    a,0,3,12,0.1\n\
                    b,12.1,3,12,0.1\n\
                    c,7,3,2.9,0.1\n\
                    d,7,3,12,40.1\n\
                    e,7,3,12,40\n\
                    f,7,3,12,50L\n";

const SAID: [&str; 4] = [
    "test.csv:2, column ph: \"0\": a pH under 3 or over 12; it is kept",
    "test.csv:3, column ph: \"12.1\": a pH under 3 or over 12; it is kept",
    "test.csv:4, column cod: \"2.9\": COD below the permanganate index; it is kept",
    "test.csv:5, column tp: \"40.1\": more than 100 times the limit of class V; it is kept",
];

#[test]
fn they_are_said_of_blocks_and_of_rows() {
    // In quotes a row is read by itself.
    let quoted: String = ROWS
        .lines()
        .map(|line| match line.split_once(',') {
            Some((name, rest)) => format!("\"{name}\",{rest}\n"),
            None => String::new(),
        })
        .collect();
    for text in [ROWS, &quoted] {
        let (out, messages) = classify(&[], text.as_bytes()).unwrap();
        for said in SAID {
            assert!(messages.contains(said), "{messages}");
        }
        assert_eq!(messages.lines().count(), 4, "{messages}");
        // The value is kept: it makes the class, and the row says so.
        let classes: Vec<&str> =
            out.lines().skip(1).map(|row| row.split(',').nth(5).unwrap()).collect();
        assert_eq!(classes[..5], ["inferior_V", "inferior_V", "II", "inferior_V", "inferior_V"]);
        assert!(out.contains("a pH under 3 or over 12; it is kept"), "{out}");
        let counts = counts(&["--strict"], text.as_bytes(), &mut Vec::new()).unwrap().0;
        assert_eq!((counts.remarked, counts.faults), (4, 0));
        assert!(!counts.is_failure(true));
        assert!(counts.to_string().contains(", 4 values that no water has (kept)"), "{counts}");
    }
}

#[test]
fn the_first_are_listed_and_all_counted() {
    let text = format!("ph\n{}", "1\n".repeat(30_000));
    let mut out = Vec::new();
    let (counts, messages) = counts(&["--items", "pH"], text.as_bytes(), &mut out).unwrap();
    assert_eq!(counts.remarked, 30_000);
    assert_eq!(messages.lines().count(), 21, "{messages}");
    assert!(messages.contains("more values that no water has; all are counted"), "{messages}");
}

/// A lake has stricter limits of phosphorus: 100 times class V is 20.
#[test]
fn a_lake_has_its_own_limits() {
    let text = b"body,tp\nriver,20.1\nlake,20.1\nlake,20\n";
    let messages = classify(&[], text).unwrap().1;
    assert!(messages.contains("test.csv:3, column tp: \"20.1\""), "{messages}");
    assert_eq!(messages.lines().count(), 1, "{messages}");
    let chinese = classify(&["--language", "zh", "--body", "lake"], b"tp\n20.1\n").unwrap().0;
    assert!(chinese.contains("超过Ⅴ类限值100倍，保留"), "{chinese}");
}
