//! The rules of the house: which room may use which, and where printed numbers and `unsafe` may stand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::std_instead_of_alloc,
    reason = "a test has the standard library, and says what went wrong by failing"
)]

#[path = "house/printed_numbers.rs"]
mod printed_numbers;
#[path = "house/source.rs"]
mod source;
#[path = "house/the_tests_themselves.rs"]
mod the_tests_themselves;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use printed_numbers::limits_typed_elsewhere;
use source::{
    Tree, beside_the_house, code, file_of, folder, house, is_word, paths_after_crate, small,
    without_tests,
};

/// The rooms in the order in which data walks through them; each uses only those before it.
const ROOMS: [&str; 9] =
    ["text", "number", "standard", "reading", "sheet", "classify", "assess", "plan", "report"];

/// The folders inside the rooms, and the folders of the same room that each may use. Files that
/// stand in a room and in no folder of it are the room's first floor: every folder may use them,
/// and they use none.
const FOLDERS: [(&str, &[&str]); 32] = [
    ("standard/ground_water", &[]),
    ("standard/naming", &["standard/ground_water"]),
    ("standard/tables", &["standard/ground_water"]),
    ("reading/time", &[]),
    ("reading/mean", &["reading/time"]),
    ("reading/columns", &[]),
    ("reading/sums", &["reading/columns", "reading/mean", "reading/time"]),
    ("classify/batch", &[]),
    ("classify/ground_water", &["classify/batch"]),
    ("classify/sums", &[]),
    ("assess/section", &[]),
    ("assess/target", &["assess/section"]),
    ("assess/region", &["assess/section"]),
    ("assess/lake", &["assess/region", "assess/section"]),
    ("assess/trend", &["assess/region"]),
    ("assess/possible", &["assess/section"]),
    ("assess/source", &["assess/section", "assess/target"]),
    ("assess/zone", &["assess/section", "assess/target"]),
    ("assess/impact", &["assess/section", "assess/target"]),
    ("assess/city", &["assess/impact"]),
    ("assess/black_odorous", &[]),
    ("assess/flow", &[]),
    ("plan/goal", &[]),
    ("plan/file", &["plan/goal"]),
    ("plan/sections", &["plan/file", "plan/goal"]),
    ("plan/progress", &["plan/file", "plan/goal", "plan/sections"]),
    ("report/sections", &[]),
    ("report/progress", &["report/sections"]),
    ("report/overview", &["report/progress", "report/sections"]),
    ("report/region", &["report/sections"]),
    ("report/impact", &["report/region"]),
    // The public pages see the whole house.
    ("public", &[]),
];

/// Where a call on an early type opens a later room: the type, the file, the reason.
const DOORS: [(&str, &str, &str); 11] = [
    ("Classifier", "assess/section/section.rs", "a classifier assesses a section"),
    ("Classifier", "assess/section/section_class.rs", "a classifier classes a sample"),
    ("Classifier", "assess/section/sums.rs", "a classifier assesses the sections of a table"),
    ("Classifier", "assess/section/sum_columns.rs", "a classifier classes a table by columns"),
    ("Classifier", "assess/section/exceedance.rs", "a classifier knows its limits, not multiples"),
    ("Classifier", "assess/section/remarks.rs", "a classifier knows class V, not remarks"),
    ("Classifier", "assess/section/remark_columns.rs", "a classifier classes columns alone"),
    ("Classifier", "assess/section/reading_remarks.rs", "a classifier knows no series"),
    ("PlanSection", "plan/sections/verdicts.rs", "a section is held against its targets"),
    ("Plan", "plan/sections/assessment.rs", "a plan is held against readings"),
    ("Plan", "plan/progress/progress.rs", "a plan is held against what is returned to it"),
];

/// Files and folders at the top that see the whole house: the first page, the public modules,
/// the long documentation.
const SEE_ALL: [&str; 3] = ["lib.rs", "guide.rs", "public/"];

/// Files at the top that every room may use, and that use no room.
const FOR_ALL: [&str; 2] = ["bits", "cpu"];

/// Files of more than 500 lines, with the reason.
const LONG_TABLES: [(&str, &str); 1] =
    [("standard/tables/methods.rs", "Tables 4 to 6 as printed, one method a line")];

/// Files where numbers of printed tables are typed, with the reason.
const PRINTED_TABLES: [(&str, &str); 7] = [
    ("standard/tables/gb3838_2002.rs", "Tables 1 to 3: the only place where a limit is typed"),
    (
        "standard/tables/gbt14848_2017.rs",
        "ground water, Table 1: the only place where its limits are typed",
    ),
    ("standard/tables/methods.rs", "Tables 4 to 6: detection limits, which may equal a limit"),
    ("standard/tables/black_odorous.rs", "bounds of black-odorous water, which are no limits"),
    ("standard/tables/oxygen_saturation.rs", "constants of the formulas of oxygen saturation"),
    ("standard/tables/critical_values.rs", "critical values of the rank correlation"),
    ("standard/tables/trophic.rs", "correlations and coefficients of the trophic level index"),
];

/// So many different numbers with a fraction are a printed table, whatever reads them.
const FEW_NUMBERS: usize = 3;

/// Where the CPU is asked, and where its loop is chosen: `unsafe` may stand there.
const UNSAFE_ALLOWED: [&str; 2] = ["cpu.rs", "classify/batch/dispatch.rs"];

const GREATEST_LENGTH: usize = 500;

fn sees_all(path: &str) -> bool {
    SEE_ALL.iter().any(|top| path == *top || top.ends_with('/') && path.starts_with(top))
}

/// Where a room uses one below it, or a name that belongs to no room.
fn wrong_imports(tree: &Tree) -> Vec<String> {
    let place = |name: &str| ROOMS.iter().position(|room| *room == name);
    let mut wrong = Vec::new();
    for (path, text) in tree {
        if sees_all(path) {
            continue;
        }
        let top = path.split('/').next().unwrap().trim_end_matches(".rs");
        let room = place(top);
        if room.is_none() && !FOR_ALL.contains(&top) {
            wrong.push(format!("{path} stands in no room"));
            continue;
        }
        let code = code(text);
        if code.contains("super::super") {
            wrong.push(format!("{path} climbs by super::super: name the room"));
        }
        for used in paths_after_crate(&code) {
            let name = used.split("::").next().unwrap();
            let allowed = match (room, place(name)) {
                (Some(own), Some(used)) => used <= own,
                (_, None) => FOR_ALL.contains(&name),
                (None, Some(_)) => false,
            };
            if !allowed {
                wrong.push(format!("{path} uses crate::{name}"));
            }
        }
    }
    wrong.dedup();
    wrong
}

/// Where a folder uses another of its room that the map does not show, or stands on no map.
fn arrows_off_the_map(tree: &Tree) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, text) in tree {
        let own = folder(path);
        if sees_all(path) || own.is_empty() {
            continue;
        }
        let allowed = FOLDERS.iter().find(|(folder, _)| *folder == own);
        if allowed.is_none() && !ROOMS.contains(&own) {
            wrong.push(format!("{path} stands in a folder that the map does not show"));
            continue;
        }
        let own_room = own.split('/').next();
        for file in paths_after_crate(&code(text)).iter().filter_map(|used| file_of(tree, used)) {
            let used = folder(&file);
            let is_first_floor = ROOMS.contains(&used) && !file.ends_with("/mod.rs");
            let is_shown = used == own
                || used.split('/').next() != own_room
                || is_first_floor
                || allowed.is_some_and(|(_, folders)| folders.contains(&used));
            if !is_shown {
                wrong.push(format!("{path} uses {file}"));
            }
        }
    }
    wrong
}

/// Files of different folders that use each other in a circle.
fn circles(tree: &Tree) -> Vec<String> {
    let uses: BTreeMap<&str, BTreeSet<String>> = tree
        .iter()
        .filter(|(path, _)| !sees_all(path))
        .map(|(path, text)| {
            let used = paths_after_crate(without_tests(&code(text)));
            (path.as_str(), used.iter().filter_map(|it| file_of(tree, it)).collect())
        })
        .collect();
    let reached = |start: &str| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![start.to_owned()]);
        while let Some(file) = open.pop() {
            for next in uses.get(file.as_str()).into_iter().flatten() {
                if seen.insert(next.clone()) {
                    open.push(next.clone());
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&str, BTreeSet<String>> =
        uses.keys().map(|file| (*file, reached(file))).collect();
    let mut wrong = Vec::new();
    for (file, from) in &reached {
        for other in from {
            let back = reached.get(other.as_str()).is_some_and(|it| it.contains(*file));
            if back && *file < other.as_str() && folder(file) != folder(other) {
                wrong.push(format!("{file} and {other} use each other"));
            }
        }
    }
    wrong
}

/// The names of the types that a file defines.
fn defined_types(code: &str) -> Vec<String> {
    let mut types = Vec::new();
    for line in code.lines().map(|line| line.strip_prefix("pub(crate) ").unwrap_or(line)) {
        let line = line.strip_prefix("pub ").unwrap_or(line);
        for kind in ["struct ", "enum "] {
            if let Some(rest) = line.strip_prefix(kind) {
                types.push(rest.chars().take_while(|it| is_word(*it)).collect());
            }
        }
    }
    types
}

/// What stands after `impl` at the start of a line: the trait, if one is named, and the type.
fn implementations(code: &str) -> Vec<(String, String)> {
    let name = |text: &str| -> String {
        let text = text.trim_start_matches(['&', ' ']);
        let path: String = text.chars().take_while(|it| is_word(*it) || *it == ':').collect();
        path.rsplit("::").next().unwrap_or("").to_owned()
    };
    let mut found = Vec::new();
    for line in code.lines() {
        let Some(rest) = line.strip_prefix("impl") else { continue };
        let mut depth = 0;
        let after_generics = rest.find(|character| {
            match character {
                '<' => depth += 1,
                '>' => depth -= 1,
                _ => {}
            }
            depth == 0 && character == ' '
        });
        let Some(head) = after_generics.map(|place| rest[place..].trim_start()) else { continue };
        match head.split_once(" for ") {
            Some((of, for_type)) => found.push((of.to_owned(), name(for_type))),
            None => found.push((String::new(), name(head))),
        }
    }
    found
}

/// Where a type is given methods or traits outside its folder, and no door says why.
fn implemented_elsewhere(tree: &Tree, doors: &[(&str, &str, &str)]) -> Vec<String> {
    let mut homes = BTreeMap::<String, Vec<&str>>::new();
    for (path, text) in tree {
        for name in defined_types(&code(text)) {
            homes.entry(name).or_default().push(path);
        }
    }
    let mut wrong = Vec::new();
    for (path, text) in tree {
        let is_here = |home: &str| {
            let home = folder(home);
            folder(path) == home || path.starts_with(&format!("{home}/"))
        };
        for (of, name) in implementations(&code(text)) {
            // A conversion from a type belongs to either of the two.
            let stands_with_other = homes
                .iter()
                .any(|(other, at)| of.contains(other.as_str()) && at.contains(&path.as_str()));
            let Some(at) = homes.get(&name) else { continue };
            let is_door = doors.iter().any(|(door, file, _)| *door == name && file == path);
            if !at.iter().any(|home| is_here(home)) && !is_door && !stands_with_other {
                wrong.push(format!("{path} implements {name}"));
            }
        }
    }
    wrong
}

/// Files that do not say in their first line what they hold.
fn without_sentence(tree: &Tree) -> Vec<&str> {
    let says = |text: &str| {
        let first = text.lines().next().unwrap_or("");
        first.strip_prefix("//! ").is_some_and(|sentence| sentence.len() > 10)
    };
    tree.iter().filter(|(_, text)| !says(text)).map(|(path, _)| path.as_str()).collect()
}

/// Files that are too long to hold one idea.
fn too_long(tree: &Tree) -> Vec<&str> {
    tree.iter()
        .filter(|(path, text)| {
            text.lines().count() > GREATEST_LENGTH
                && !LONG_TABLES.iter().any(|(table, _)| table == path)
        })
        .map(|(path, _)| path.as_str())
        .collect()
}

fn has_unsafe(text: &str) -> bool {
    code(text).split(|character| !is_word(character)).any(|word| word == "unsafe")
}

/// Files with `unsafe` code that may not have it.
fn with_unsafe(tree: &Tree) -> Vec<&str> {
    tree.iter()
        .filter(|(path, text)| !UNSAFE_ALLOWED.contains(&path.as_str()) && has_unsafe(text))
        .map(|(path, _)| path.as_str())
        .collect()
}

#[test]
fn no_room_uses_one_below_it() {
    assert_eq!(wrong_imports(&house()), [""; 0]);
}

#[test]
fn no_folder_uses_one_that_the_map_does_not_show() {
    assert_eq!(arrows_off_the_map(&house()), [""; 0]);
}

#[test]
fn no_files_of_different_folders_use_each_other() {
    assert_eq!(circles(&house()), [""; 0]);
}

#[test]
fn a_type_is_implemented_in_its_folder() {
    assert_eq!(implemented_elsewhere(&house(), &DOORS), [""; 0]);
}

#[test]
fn each_file_says_what_it_holds() {
    assert_eq!(without_sentence(&house()), [""; 0]);
}

/// The files that a text of the map names (`standard/cutoff.rs`) and that are nowhere in the house.
fn named_and_nowhere<'t>(tree: &Tree, text: &'t str) -> Vec<&'t str> {
    let is_there = |name: &str| {
        let ending = format!("/{name}");
        tree.keys().any(|path| path == name || path.ends_with(&ending))
    };
    let names = text.split('`').skip(1).step_by(2).filter(|name| name.contains(".rs"));
    names.filter(|name| !is_there(name)).collect()
}

#[test]
fn the_map_names_files_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    assert!(text.matches(".rs`").count() > 50, "the map names many files");
    let beside_the_house = |name: &&str| !root.join(name).is_file();
    let nowhere: Vec<_> =
        named_and_nowhere(&house(), &text).into_iter().filter(beside_the_house).collect();
    assert_eq!(nowhere, [""; 0]);
    let tree = small(&[("standard/cutoff.rs", "")]);
    assert_eq!(
        named_and_nowhere(&tree, "`cutoff.rs`, `off.rs` and `target/cutoff.rs`"),
        ["off.rs", "target/cutoff.rs"]
    );
}

#[test]
fn each_file_holds_one_idea() {
    assert_eq!(too_long(&house()), [""; 0]);
    assert_eq!(too_long(&beside_the_house()), [""; 0]);
}

#[test]
fn the_exceptions_are_still_needed() {
    let tree = house();
    for (table, reason) in LONG_TABLES {
        assert!(!reason.is_empty());
        assert!(tree[table].lines().count() > GREATEST_LENGTH, "{table} is short now");
    }
    for (index, (name, file, reason)) in DOORS.iter().enumerate() {
        let others: Vec<_> = { DOORS.iter().enumerate() }
            .filter(|(other, _)| *other != index)
            .map(|(_, it)| *it)
            .collect();
        let closed = implemented_elsewhere(&tree, &others);
        assert!(!reason.is_empty() && !closed.is_empty(), "{name} needs no door in {file}");
    }
    for (folder, _) in FOLDERS {
        let is_there = tree.keys().any(|path| path.starts_with(&format!("{folder}/")));
        assert!(is_there, "{folder} is gone");
    }
    for file in UNSAFE_ALLOWED {
        assert!(has_unsafe(&tree[file]), "{file} has no unsafe code");
    }
    for (table, reason) in PRINTED_TABLES {
        assert!(!reason.is_empty() && tree.contains_key(table), "{table} is gone");
    }
}

#[test]
fn unsafe_stands_where_the_cpu_is_asked() {
    assert_eq!(with_unsafe(&house()), [""; 0]);
}

#[test]
fn each_limit_is_typed_once() {
    assert_eq!(limits_typed_elsewhere(&house()), [""; 0]);
}
