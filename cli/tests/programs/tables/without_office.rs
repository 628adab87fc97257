//! A program that was built without workbooks says which command builds one with them.

use gb3838_cli::classify;

#[test]
fn a_workbook_needs_another_build() {
    for name in ["readings.xlsx", "readings.xls"] {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/workbooks/");
        let arguments = classify::Arguments::parse([format!("{path}{name}").into()]).unwrap();
        let error = classify::input::open(&arguments).err().unwrap();
        assert!(error.contains(name) && error.contains("this is a workbook"), "{error}");
        assert!(error.contains("cargo install --path cli --features office"), "{error}");
    }
}

#[test]
fn writing_a_workbook_needs_it_too() {
    use gb3838_cli::{annual, report};
    for error in [
        crate::ran::ran(
            annual::Arguments::parse(["--xlsx", "a.xlsx"].map(Into::into)),
            annual::run,
        ),
        crate::ran::ran(
            report::Arguments::parse(["--xlsx", "a.xlsx"].map(Into::into)),
            report::run,
        ),
    ] {
        let error = error.err().unwrap();
        assert!(error.contains("a.xlsx: a workbook is written by a program"), "{error}");
        assert!(error.contains("cargo install --path cli --features office"), "{error}");
    }
    assert!(!std::path::Path::new("a.xlsx").exists());
}
