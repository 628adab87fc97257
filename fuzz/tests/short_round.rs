//! A short round of random texts, with overflow checks.
#![allow(clippy::panic, reason = "a test says what went wrong by failing")]

use std::process::Command;

#[test]
fn a_few_seconds_of_random_texts_end_well() {
    let round = Command::new(env!("CARGO_BIN_EXE_gb3838-fuzz")).args(["5", "1"]).output();
    let round = round.unwrap_or_else(|error| panic!("the program does not run: {error}"));
    let said = String::from_utf8_lossy(&round.stdout);
    assert!(round.status.success(), "{said}{}", String::from_utf8_lossy(&round.stderr));
    assert!(said.contains("overflow checks: on"), "{said}");
}
