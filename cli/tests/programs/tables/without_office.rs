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
