//! The programs on files: a plan, reports and readings that were changed at random.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::random::{Random, tried};
use crate::{documents, texts};

/// Files of one run, in a folder of its own.
pub(crate) struct Files {
    folder: PathBuf,
}

impl Files {
    /// A folder for the files of one process.
    pub(crate) fn new() -> std::io::Result<Self> {
        let folder = std::env::temp_dir().join(format!("gb3838-fuzz-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self { folder })
    }

    fn write(&self, name: &str, text: &str) -> OsString {
        let path = self.folder.join(name);
        // A disk that is full is no fault of the programs.
        tried(fs::write(&path, text));
        path.into_os_string()
    }

    /// The folder, for the one who takes it away.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Runs one program on changed files.
pub(crate) fn run(random: &mut Random, files: &Files, plans: &[&str], table: &str) -> String {
    let plan = plans[random.below(plans.len())];
    let plan = if random.one_in(2) { plan.to_owned() } else { documents::changed(random, plan) };
    let readings = match random.below(4) {
        0 => documents::csv(&documents::rows(random)),
        1 => texts::text(random),
        _ => documents::changed(random, table),
    };
    let (plan_file, table_file) =
        (files.write("plan.json", &plan), files.write("readings.csv", &readings));
    let words = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    match random.below(3) {
        0 => {
            let mut all = words(&["--plan"]);
            all.extend([plan_file, "--readings".into(), table_file]);
            if let Ok(arguments) = gb3838_cli::assess::Arguments::parse(all) {
                tried(gb3838_cli::assess::run(&arguments, &mut out, &mut messages).map_err(drop));
            }
        }
        1 => {
            let mut all = words(&["--plan"]);
            all.extend([plan_file, "--readings".into(), table_file, "--json".into()]);
            if let Ok(arguments) = gb3838_cli::report::Arguments::parse(all) {
                tried(gb3838_cli::report::run(&arguments, &mut out, &mut messages).map_err(drop));
            }
        }
        _ => {
            let mut all = Vec::from([table_file]);
            if random.one_in(2) {
                all.extend(["--plan".into(), plan_file]);
            }
            if let Ok(arguments) = gb3838_cli::annual::Arguments::parse(all) {
                tried(gb3838_cli::annual::run(&arguments, &mut out, &mut messages).map_err(drop));
            }
        }
    }
    format!("{plan}\n{readings}")
}
