//! Names of sections that look alike.

use gb3838_rows::samples::alike_names::of;

#[test]
fn names_that_look_alike_are_said() {
    let names = ["西桥", "西 桥", "西　桥", "西桥（上）", "西桥(上)", "东桥", "Ｓ１", "S1"];
    let said = of(names.into_iter());
    assert_eq!(said.len(), 3);
    assert!(said[0].ends_with("apart: \"S1\", \"Ｓ１\""), "{said:?}");
    assert!(said[1].contains("\"西 桥\", \"西　桥\", \"西桥\""), "{said:?}");
    assert!(of(["西桥", "西橋", "东桥"].into_iter()).is_empty());
    // However many there are: which of them are listed is decided where faults are.
    let pairs: Vec<String> = (0..30).flat_map(|at| [format!("{at}a"), format!("{at} a")]).collect();
    assert_eq!(of(pairs.iter().map(String::as_str)).len(), 30);
}
