//! The program by its name: commands, help, version, bad calls.

use std::process::{Command, Output};

fn run(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gb3838")).args(words).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

const COMMANDS: [&str; 6] = ["assess", "classify", "annual", "report", "impact", "conformance"];

#[test]
fn help_names_every_command_and_each_has_its_own() {
    let help = run(&["--help"]);
    assert_eq!((help.status.code(), text(&help.stderr)), (Some(0), ""));
    for command in COMMANDS {
        assert!(text(&help.stdout).contains(&format!("\n  {command} ")), "{command}");
        let own = run(&[command, "--help"]);
        assert_eq!(own.status.code(), Some(0), "{command}");
        let usage = format!("sage: gb3838 {command}");
        assert!(text(&own.stdout).contains(&usage), "{command}: {}", text(&own.stdout));
    }
    assert_eq!(run(&["-h"]).stdout, help.stdout);
}

#[test]
fn the_version_is_that_of_the_package() {
    let expected = format!("gb3838 {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(text(&run(&["--version"]).stdout), expected);
}

#[test]
fn a_bad_call_returns_2_with_the_usage() {
    for words in [&[][..], &["judge"], &["--fast"]] {
        let refused = run(words);
        assert_eq!((refused.status.code(), text(&refused.stdout)), (Some(2), ""), "{words:?}");
        assert!(text(&refused.stderr).contains("Usage: gb3838 COMMAND"), "{words:?}");
    }
    assert!(text(&run(&["judge"]).stderr).starts_with("gb3838: \"judge\": expected assess, "));
    for command in COMMANDS {
        let refused = run(&[command, "--fast"]);
        assert_eq!(refused.status.code(), Some(2), "{command}");
        let start = format!("gb3838 {command}: invalid option '--fast'\n");
        assert!(text(&refused.stderr).starts_with(&start), "{}", text(&refused.stderr));
    }
}

/// The default plan and readings are in the program: no file of the repository is needed.
#[test]
fn a_program_without_its_repository_has_something_to_show() {
    for command in ["assess", "annual", "report"] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_gb3838"));
        let shown = program.arg(command).current_dir(env!("CARGO_TARGET_TMPDIR")).output().unwrap();
        assert_eq!((shown.status.code(), text(&shown.stderr)), (Some(0), ""), "{command}");
        assert!(text(&shown.stdout).contains("钦江东"), "{command}");
    }
}
