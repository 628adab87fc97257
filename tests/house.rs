//! The rules of the house: which room may use which, and where printed numbers and `unsafe` may stand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::std_instead_of_alloc,
    reason = "a test has the standard library, and says what went wrong by failing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use gb3838::{Bound, Class, Decimal, Item, Standard, WaterBody};

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
const FOR_ALL: [&str; 1] = ["bits"];

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

/// The one file where the CPU is asked and `unsafe` may stand.
const UNSAFE_ALLOWED: &str = "classify/batch/dispatch.rs";

const GREATEST_LENGTH: usize = 500;

/// The files of the house by their path under `src/`, with `/` between the parts.
type Tree = BTreeMap<String, String>;

fn read_tree(folder: &Path, prefix: &str, tree: &mut Tree) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            read_tree(&path, &format!("{name}/"), tree);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            tree.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

/// The house as it stands.
fn house() -> Tree {
    let mut tree = Tree::new();
    read_tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../src"), "", &mut tree);
    assert!(tree.len() > 30, "the house has many files: {}", tree.len());
    tree
}

/// A small house for a test of the tests.
fn small(files: &[(&str, &str)]) -> Tree {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// What a file says: its code without comments and quotes, and the texts in quotes.
struct Spoken {
    code: String,
    quotes: Vec<String>,
}

/// Takes comments and quotes out: neither doc links nor words about code are code.
fn spoken(text: &str) -> Spoken {
    let mut spoken = Spoken { code: String::new(), quotes: Vec::new() };
    let mut rest = text;
    while let Some(place) = rest.find(['/', '"']) {
        let (before, found) = rest.split_at(place);
        spoken.code.push_str(before);
        if found.starts_with("//") {
            rest = found.find('\n').map_or("", |end| &found[end..]);
        } else if found.starts_with('"') && !before.ends_with('\'') {
            let mut escaped = false;
            let end = found[1..].find(|character| {
                let ends = character == '"' && !escaped;
                escaped = character == '\\' && !escaped;
                ends
            });
            let end = end.map_or(found.len(), |end| end + 1);
            spoken.quotes.push(found[1..end].to_owned());
            spoken.code.push_str("\"\"");
            rest = found.get(end + 1..).unwrap_or("");
        } else {
            spoken.code.push_str(&found[..1]);
            rest = &found[1..];
        }
    }
    spoken.code.push_str(rest);
    spoken
}

fn code(text: &str) -> String {
    spoken(text).code
}

/// A file without its own tests, which stand at its end.
fn without_tests(text: &str) -> &str {
    text.split_once("#[cfg(test)]").map_or(text, |(before, _)| before)
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The paths after each `crate::`, those of groups one by one: `a::{b, c::D}` is `a::b`, `a::c::D`.
fn paths_after_crate(code: &str) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for (place, _) in code.match_indices("crate::") {
        if code[..place].chars().next_back().is_some_and(is_word) {
            continue;
        }
        // What stands before each open bracket, and the path that is being read.
        let (mut open, mut path) = (Vec::<String>::new(), String::new());
        let mut rest = code[place + "crate::".len()..].chars().filter(|it| !it.is_whitespace());
        loop {
            match rest.next() {
                Some(character) if is_word(character) || character == ':' => path.push(character),
                Some('{') => open.push(std::mem::take(&mut path)),
                end => {
                    let whole: String = open.concat() + &path;
                    if !path.is_empty() {
                        paths.insert(whole.trim_end_matches(':').to_owned());
                    }
                    path.clear();
                    if end == Some('}') {
                        open.pop();
                    }
                    if open.is_empty() || !matches!(end, Some(',' | '}')) {
                        break;
                    }
                }
            }
        }
    }
    paths
}

/// The file of the house that a path leads into, if it leads into one.
fn file_of(tree: &Tree, path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split("::").collect();
    (1..=parts.len()).rev().find_map(|count| {
        let stem = parts[..count].join("/");
        [format!("{stem}.rs"), format!("{stem}/mod.rs")]
            .into_iter()
            .find(|it| tree.contains_key(it))
    })
}

fn sees_all(path: &str) -> bool {
    SEE_ALL.iter().any(|top| path == *top || top.ends_with('/') && path.starts_with(top))
}

/// The folder that a file stands in; empty for files at the top.
fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
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

/// Files with `unsafe` code outside the one that may have it.
fn with_unsafe(tree: &Tree) -> Vec<&str> {
    let has_unsafe =
        |text: &str| code(text).split(|character| !is_word(character)).any(|w| w == "unsafe");
    tree.iter()
        .filter(|(path, text)| path.as_str() != UNSAFE_ALLOWED && has_unsafe(text))
        .map(|(path, _)| path.as_str())
        .collect()
}

/// The limits of Table 1 that have a point, without trailing zeros: 0.15, 7.5, …
fn limits_with_a_point() -> BTreeSet<String> {
    let mut limits = BTreeSet::new();
    for (item, body, class) in Item::ALL.into_iter().flat_map(|item| {
        WaterBody::ALL
            .into_iter()
            .flat_map(move |body| Class::WITH_LIMITS.map(|class| (item, body, class)))
    }) {
        if let Some(Bound::AtMost(limit) | Bound::AtLeast(limit)) =
            Standard::GB_3838_2002.limit(item, body, class)
        {
            let text = limit.normalized().to_string();
            if text.contains('.') {
                limits.insert(text);
            }
        }
    }
    assert!(limits.contains("0.15") && limits.contains("7.5"), "{limits:?}");
    limits
}

/// Numbers with a point in code, bare or alone in quotes.
fn decimal_literals(spoken: &Spoken) -> impl Iterator<Item = &str> {
    spoken
        .code
        .split(|character: char| !character.is_ascii_digit() && character != '.')
        .chain(spoken.quotes.iter().map(String::as_str))
        .filter(|text| text.contains('.') && text.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a function, whatever its name, is called with a number in quotes alone: `typed("9")`.
fn reads_a_quoted_number(spoken: &Spoken) -> bool {
    let pieces: Vec<&str> = spoken.code.split("\"\"").collect();
    pieces.windows(2).zip(&spoken.quotes).any(|(around, quote)| {
        let name_before = around[0].strip_suffix('(').is_some_and(|before| {
            let name = before.rsplit(|character| !is_word(character)).next().unwrap_or("");
            let is_method = before[..before.len() - name.len()].ends_with('.');
            !name.is_empty() && !is_method
        });
        name_before && around[1].starts_with([')', ',']) && quote.parse::<Decimal>().is_ok()
    })
}

/// The different numbers with a fraction in code.
fn fractions(spoken: &Spoken) -> BTreeSet<Decimal> {
    let numbers = decimal_literals(spoken).filter_map(|text| text.parse::<Decimal>().ok());
    numbers.map(Decimal::normalized).filter(|number| number.scale() > 0).collect()
}

/// Where a limit is typed a second time, or a table is printed in another file.
fn limits_typed_elsewhere(tree: &Tree) -> Vec<String> {
    let limits = limits_with_a_point();
    let mut wrong = Vec::new();
    for (path, text) in tree {
        if PRINTED_TABLES.iter().any(|(table, _)| table == path) {
            continue;
        }
        let spoken = spoken(without_tests(text));
        for literal in decimal_literals(&spoken) {
            let value = literal.parse::<Decimal>().map(|number| number.normalized().to_string());
            if value.is_ok_and(|value| limits.contains(&value)) {
                wrong.push(format!("{path} types {literal}, a limit of Table 1"));
            }
        }
        if reads_a_quoted_number(&spoken) || fractions(&spoken).len() > FEW_NUMBERS {
            wrong.push(format!("{path} prints a table"));
        }
        let from_parts = spoken.code.split("Decimal::new(").skip(1);
        if { from_parts }.any(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
            wrong.push(format!("{path} types a decimal in two parts"));
        }
    }
    wrong
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

mod the_tests_themselves {
    //! Each rule is broken in a small house, and the break is found.

    use super::{
        arrows_off_the_map, circles, implemented_elsewhere, limits_typed_elsewhere,
        paths_after_crate, small, too_long, with_unsafe, without_sentence, wrong_imports,
    };

    #[test]
    fn an_import_of_a_room_below_is_found() {
        let tree = small(&[
            ("lib.rs", "use crate::plan::goal::Goal;"),
            ("public/error.rs", "use crate::plan::goal::Goal;"),
            (
                "number/decimal.rs",
                "use crate::text::error_text::QuotedText;\nuse crate::standard::Item;",
            ),
            ("reading/mean.rs", "use crate::{number::Decimal, assess::{a, b}, standard::Item};"),
            ("assess/section.rs", "fn f() -> crate::plan::goal::Goal { todo!() }"),
            ("plan/goal.rs", "use crate::assess::section::S;\nuse crate::plan::share::T;"),
        ]);
        assert_eq!(
            wrong_imports(&tree),
            [
                "assess/section.rs uses crate::plan",
                "number/decimal.rs uses crate::standard",
                "reading/mean.rs uses crate::assess",
            ]
        );
    }

    #[test]
    fn detours_around_the_rule_are_found() {
        let tree = small(&[
            ("number/a.rs", "use crate::Class;"),
            ("number/b.rs", "use crate::error::Error;"),
            ("number/c.rs", "use super::super::plan::goal;"),
            ("bits.rs", "use crate::number::decimal;"),
            ("helpers.rs", "//! Things."),
        ]);
        assert_eq!(
            wrong_imports(&tree),
            [
                "bits.rs uses crate::number",
                "helpers.rs stands in no room",
                "number/a.rs uses crate::Class",
                "number/b.rs uses crate::error",
                "number/c.rs climbs by super::super: name the room",
            ]
        );
    }

    #[test]
    fn an_arrow_off_the_map_is_found() {
        let tree = small(&[
            ("assess/mod.rs", ""),
            ("assess/region/state.rs", "use crate::assess::section::class::C;"),
            ("assess/section/class.rs", "use crate::assess::region::state::S;"),
            ("assess/river/a.rs", ""),
            ("standard/item.rs", "use crate::standard::tables::limits::L;"),
            ("standard/tables/limits.rs", "use crate::standard::item::Item;"),
        ]);
        assert_eq!(
            arrows_off_the_map(&tree),
            [
                "assess/river/a.rs stands in a folder that the map does not show",
                "assess/section/class.rs uses assess/region/state.rs",
                "standard/item.rs uses standard/tables/limits.rs",
            ]
        );
    }

    #[test]
    fn a_circle_between_folders_is_found() {
        let tree = small(&[
            ("number/a.rs", "use crate::number::b::B;"),
            ("number/b.rs", "use crate::number::a::A;"),
            ("reading/c.rs", "use crate::reading::time::d::{self, E};"),
            ("reading/time/d.rs", "use crate::reading::mean::e::E;"),
            ("reading/mean/e.rs", "fn f() -> crate::reading::c::C { todo!() }"),
        ]);
        assert_eq!(
            circles(&tree),
            [
                "reading/c.rs and reading/mean/e.rs use each other",
                "reading/c.rs and reading/time/d.rs use each other",
                "reading/mean/e.rs and reading/time/d.rs use each other",
            ]
        );
    }

    #[test]
    fn an_implementation_away_from_its_type_is_found() {
        let tree = small(&[
            ("standard/item.rs", "pub enum Item {}\nimpl Item {}"),
            ("reading/names/a.rs", "impl fmt::Display for Item {}"),
            (
                "assess/section/a.rs",
                "pub struct S<'a>(&'a u8);\nimpl<'a> S<'a> {}\nimpl From<S> for Item {}",
            ),
            ("assess/section/b.rs", "impl<T: Into<u8>> Tool<T> for Item {}"),
            ("assess/section/deep/c.rs", "impl<'a> S<'a> {}"),
            ("assess/section/section.rs", "impl Item {}"),
        ]);
        assert_eq!(
            implemented_elsewhere(&tree, &[("Item", "assess/section/section.rs", "a reason")]),
            ["assess/section/b.rs implements Item", "reading/names/a.rs implements Item"]
        );
    }

    #[test]
    fn words_in_comments_are_no_imports() {
        let tree = small(&[(
            "number/decimal.rs",
            "/// See [`Reading`](crate::reading::Reading).\nlet x = 1; // crate::plan too",
        )]);
        assert!(wrong_imports(&tree).is_empty());
        let paths =
            paths_after_crate("use crate::{\n a::{b, c::D},\n d,\n}; mycrate::e; crate::f::g(x)");
        assert_eq!(paths.into_iter().collect::<Vec<_>>(), ["a::b", "a::c::D", "d", "f::g"]);
    }

    #[test]
    fn a_silent_long_or_unsafe_file_is_found() {
        let long = format!("//! A sentence about it.\n{}", "let x = 1;\n".repeat(500));
        let tree = small(&[
            ("a.rs", "use core::fmt;"),
            ("b.rs", &long),
            ("c.rs", "//! A sentence about it.\nfn f() { unsafe { g() } }"),
            ("d.rs", "//! No unsafe code here.\n#![deny(unsafe_code)]"),
            ("classify/batch/dispatch.rs", "//! It asks the CPU.\nunsafe fn f() {}"),
            ("standard/tables/methods.rs", &long),
        ]);
        assert_eq!(without_sentence(&tree), ["a.rs"]);
        assert_eq!(too_long(&tree), ["b.rs"]);
        assert_eq!(with_unsafe(&tree), ["c.rs"]);
    }

    #[test]
    fn a_limit_typed_twice_is_found() {
        let tree = small(&[
            ("standard/tables/gb3838_2002.rs", "printed(\"0.15\")"),
            ("assess/a.rs", "let ammonia = \"0.15\";"),
            ("assess/b.rs", "let oxygen = 7.50;"),
            ("assess/c.rs", "let x = printed(\"9\");"),
            ("assess/d.rs", "let x = Decimal::new(15, 2);"),
            (
                "assess/e.rs",
                "// 0.15\nlet s = \"such as 0.15\"; let ratio = 1.632; let tuple = pair.0;",
            ),
            ("assess/g.rs", "const A: Decimal = typed(\"9\"); fn b() { c(\"9 mg\"); d.e(\"9\") }"),
            ("assess/h.rs", "const A: [f64; 4] = [2.51, 1.086, 9.436, 1.624];"),
            ("assess/i.rs", "const A: [f64; 5] = [2.51, 1.086, 9.436, 1.0, 0.0]; e(\"x\")"),
            ("assess/f.rs", "fn f() {}\n#[cfg(test)]\nmod tests { const X: &str = \"0.15\"; }"),
        ]);
        assert_eq!(
            limits_typed_elsewhere(&tree),
            [
                "assess/a.rs types 0.15, a limit of Table 1",
                "assess/b.rs types 7.50, a limit of Table 1",
                "assess/c.rs prints a table",
                "assess/d.rs types a decimal in two parts",
                "assess/g.rs prints a table",
                "assess/h.rs prints a table",
            ]
        );
    }
}
