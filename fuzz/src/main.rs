//! Random texts for every place that reads text.
//!
//! ```text
//! cargo run -p gb3838-fuzz --profile fuzz -- SECONDS SEED [CASE|KIND]
//! ```
//! The profile `fuzz` is `release` with overflow checks; with `--release` it runs without them,
//! and says so. The first panic, the first case that takes longer than [`LONGEST`], and a
//! process that has grown beyond [`MOST_MEMORY`] end the run with 1: the number of the case is
//! told, and `CASE` runs it again alone; `KIND` (cells, headings, …) runs cases of that kind alone.
//! Where the process itself is ended (a stack that is used up), the number of the last thousand
//! stands in the last line.
#![allow(
    clippy::panic,
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    clippy::let_underscore_untyped,
    reason = "a program that looks for panics"
)]

mod documents;
mod entries;
mod programs;
mod random;
mod texts;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use gb3838::{Item, ItemSet, Reading, SumTable};
use serde_json::Value;

use programs::Files;
use random::{Random, tried};

/// What one case may take at most.
const LONGEST: Duration = Duration::from_secs(10);

/// What the process may hold at most, in KiB: 1 GiB.
const MOST_MEMORY: u64 = 1 << 20;

const PLANS: [&str; 3] = [
    include_str!("../../cli/data/qinzhou-2024.json"),
    include_str!("../../cli/data/haimen-2019.json"),
    include_str!("../../cli/data/chaohu-2026.json"),
];

const TABLE: &str = include_str!("../../cli/data/qinzhou-readings.csv");

const SUITES: [&str; 3] = [
    include_str!("../../conformance/cases/statistics.json"),
    include_str!("../../conformance/cases/sections.json"),
    include_str!("../../conformance/cases/reading.json"),
];

/// Reports to the first plan.
const REPORTED: &str = r#"{"format": 1,
"values": [{"id": "a", "as_of": "2024-06-30", "value": "80"}],
"states": [{"on": {"task": 1}, "as_of": "2024-06-30", "state": "done"},
    {"on": {"task": 2}, "county": "灵山县", "as_of": "2024-07-01", "state": "done"}],
"deadlines": [{"task": 3, "day": "2024-05-01", "document": "D"}],
"flows": [{"section": "S", "days": [{"day": "2024-01-01", "flow": "4.18"}]}]}"#;

/// The kinds of cases, and how many of each were run.
const KINDS: [&str; 8] =
    ["cells", "headings", "dates", "tables", "plans", "snapshots", "suites", "programs"];

struct Given {
    snapshot: String,
    cases: Vec<String>,
    files: Files,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize| words.get(place).and_then(|word| word.parse::<u64>().ok());
    let (Some(seconds), Some(seed)) = (number(0), number(1)) else {
        eprintln!("expected SECONDS SEED [CASE|KIND]: whole numbers, or a kind of {KINDS:?}");
        return ExitCode::from(2);
    };
    let given = match given() {
        Ok(given) => given,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    println!("overflow checks: {}", if overflow_is_checked() { "on" } else { "off" });
    let kind = words.get(2).and_then(|word| KINDS.iter().position(|kind| kind == word));
    let code = run(&given, Duration::from_secs(seconds), seed, (number(2), kind));
    tried(fs::remove_dir_all(given.files.folder()));
    code
}

fn run(
    given: &Given,
    time: Duration,
    seed: u64,
    (only, only_kind): (Option<u64>, Option<usize>),
) -> ExitCode {
    let start = Instant::now();
    let mut counts = [0_u64; KINDS.len()];
    let mut times = [Duration::ZERO; KINDS.len()];
    let mut longest = Duration::ZERO;
    let mut case = only.unwrap_or(0);
    loop {
        let mut random = Random::of_case(seed, case);
        let drawn = kind(&mut random);
        let kind = only_kind.unwrap_or(drawn);
        let began = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| one(&mut random, kind, given)));
        let took = began.elapsed();
        longest = longest.max(took);
        counts[kind] += 1;
        times[kind] += took;
        let text = match outcome {
            Ok(text) if took <= LONGEST => text,
            Ok(_) => return failed(seed, case, kind, &format!("took {took:?}")),
            Err(_) => return failed(seed, case, kind, "a panic"),
        };
        if only.is_some() {
            println!("{text}");
            break;
        }
        case += 1;
        if case.is_multiple_of(1000) {
            if start.elapsed() >= time {
                break;
            }
            if case.is_multiple_of(100_000) {
                eprintln!("{case} cases");
            }
            if memory().is_some_and(|held| held > MOST_MEMORY) {
                return failed(seed, case, kind, "the process has grown beyond 1 GiB");
            }
        }
    }
    for ((kind, count), time) in KINDS.iter().zip(counts).zip(times) {
        println!("{kind}: {count} in {time:.1?}");
    }
    let held = memory().map_or_else(|| "not known".to_owned(), |held| format!("{held} KiB"));
    println!("{case} cases, the longest {longest:?}, most memory {held}: no panic");
    ExitCode::SUCCESS
}

/// Small texts are fast, and are most of the cases.
fn kind(random: &mut Random) -> usize {
    match random.below(1000) {
        0..=399 => 0,
        400..=749 => 1,
        750..=969 => 2,
        970..=984 => 3,
        985..=989 => 4,
        990..=993 => 5,
        994..=998 => 6,
        _ => 7,
    }
}

fn one(random: &mut Random, kind: usize, given: &Given) -> String {
    match kind {
        0 => entries::cell(random),
        1 => entries::heading(random),
        2 => entries::date(random),
        3 => entries::layout(random),
        4 => entries::plan(random, &PLANS, REPORTED),
        5 => entries::snapshot(random, &given.snapshot),
        6 => entries::suite(random, &given.cases),
        _ => programs::run(random, &given.files, &PLANS, TABLE),
    }
}

fn failed(seed: u64, case: u64, kind: usize, what: &str) -> ExitCode {
    println!("case {case} of seed {seed} ({}): {what}", KINDS[kind]);
    ExitCode::from(1)
}

/// A snapshot to change, the cases of suites one a line, and a folder for files.
fn given() -> Result<Given, String> {
    let text = |error: &dyn std::fmt::Display| error.to_string();
    let mut sums = SumTable::new(2, 12, ItemSet::ASSESSED).map_err(|error| text(&error))?;
    for (period, cell) in ["7.05", "6.5", "8.8"].into_iter().enumerate() {
        for item in [Item::Ph, Item::DissolvedOxygen, Item::Copper] {
            let reading = Reading::parse(cell, item).map_err(|error| text(&error))?;
            sums.add_reading(1, period, item, &reading).map_err(|error| text(&error))?;
        }
    }
    let snapshot = serde_json::to_string(&sums.snapshot()).map_err(|error| text(&error))?;
    let mut cases = Vec::new();
    for suite in SUITES {
        let suite: Value = serde_json::from_str(suite).map_err(|error| text(&error))?;
        let list = suite.get("cases").unwrap_or(&suite).as_array().cloned().unwrap_or_default();
        cases.extend(list.iter().map(Value::to_string));
    }
    if cases.is_empty() {
        return Err("expected cases in the suites".to_owned());
    }
    let files = Files::new().map_err(|error| text(&error))?;
    Ok(Given { snapshot, cases, files })
}

/// Whether this program was built with overflow checks, as all of its parts are.
fn overflow_is_checked() -> bool {
    cfg!(debug_assertions)
}

/// The most that the process has held, in KiB, where the system tells.
fn memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
