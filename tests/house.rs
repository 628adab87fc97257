//! The rules of the house: which room may use which, and where limits and `unsafe` may stand.
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
const ROOMS: [&str; 7] = ["number", "standard", "reading", "classify", "assess", "plan", "report"];

/// Files at the top that see the whole house: the first page, the long documentation, and
/// the union of the small errors.
const SEE_ALL: [&str; 3] = ["lib.rs", "guide.rs", "error.rs"];

/// Files at the top that every room may use, and that use no room.
const FOR_ALL: [&str; 3] = ["bits", "plain_text", "quoted"];

/// Files of more than 500 lines, with the reason.
const LONG_TABLES: [(&str, &str); 1] =
    [("standard/detection.rs", "Tables 4 to 6 as printed, one method a line")];

/// Files where numbers of printed tables are typed, with the reason.
const PRINTED_TABLES: [(&str, &str); 5] = [
    ("standard/gb3838_2002.rs", "Tables 1 to 3: the only place where a limit is typed"),
    (
        "standard/gbt14848_2017.rs",
        "ground water, Table 1: the only place where its limits are typed",
    ),
    ("standard/detection.rs", "Tables 4 to 6: detection limits, which may equal a limit"),
    ("standard/black_odorous_table.rs", "bounds of black-odorous water, which are no limits"),
    ("standard/saturation_constants.rs", "constants of the formulas of oxygen saturation"),
];

/// The one file where the CPU is asked and `unsafe` may stand.
const UNSAFE_ALLOWED: &str = "classify/dispatch.rs";

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

/// The first name after each `crate::`, also of each entry of `crate::{…}`.
fn names_after_crate(code: &str) -> BTreeSet<String> {
    let first_name = |text: &str| -> String {
        text.trim_start().chars().take_while(|character| is_word(*character)).collect()
    };
    let mut names = BTreeSet::new();
    for (place, _) in code.match_indices("crate::") {
        if code[..place].chars().next_back().is_some_and(is_word) {
            continue;
        }
        let rest = code[place + "crate::".len()..].trim_start();
        let Some(group) = rest.strip_prefix('{') else {
            names.insert(first_name(rest));
            continue;
        };
        let mut depth = 1;
        let mut entry = String::new();
        for character in group.chars() {
            match character {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 || (depth == 1 && character == ',') {
                names.insert(first_name(&entry));
                entry.clear();
            } else {
                entry.push(character);
            }
            if depth == 0 {
                break;
            }
        }
    }
    names.remove("");
    names
}

/// Where a room uses one below it, or a name that belongs to no room.
fn wrong_imports(tree: &Tree) -> Vec<String> {
    let place = |name: &str| ROOMS.iter().position(|room| *room == name);
    let mut wrong = Vec::new();
    for (path, text) in tree {
        if SEE_ALL.contains(&path.as_str()) || path.starts_with("guide/") {
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
        for name in names_after_crate(&code) {
            let allowed = match (room, place(&name)) {
                (Some(own), Some(used)) => used <= own,
                (_, None) => FOR_ALL.contains(&name.as_str()),
                (None, Some(_)) => false,
            };
            if !allowed {
                wrong.push(format!("{path} uses crate::{name}"));
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
        if spoken.code.contains("printed(\"") {
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
fn each_file_says_what_it_holds() {
    assert_eq!(without_sentence(&house()), [""; 0]);
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
        limits_typed_elsewhere, names_after_crate, small, too_long, with_unsafe, without_sentence,
        wrong_imports,
    };

    #[test]
    fn an_import_of_a_room_below_is_found() {
        let tree = small(&[
            ("lib.rs", "use crate::plan::goal::Goal;"),
            ("error.rs", "use crate::plan::goal::Goal;"),
            ("number/decimal.rs", "use crate::quoted::QuotedText;\nuse crate::standard::Item;"),
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
            ("quoted.rs", "use crate::number::decimal;"),
            ("helpers.rs", "//! Things."),
        ]);
        assert_eq!(
            wrong_imports(&tree),
            [
                "helpers.rs stands in no room",
                "number/a.rs uses crate::Class",
                "number/b.rs uses crate::error",
                "number/c.rs climbs by super::super: name the room",
                "quoted.rs uses crate::number",
            ]
        );
    }

    #[test]
    fn words_in_comments_are_no_imports() {
        let tree = small(&[(
            "number/decimal.rs",
            "/// See [`Reading`](crate::reading::Reading).\nlet x = 1; // crate::plan too",
        )]);
        assert!(wrong_imports(&tree).is_empty());
        let names = names_after_crate("use crate::{\n a::{b, c},\n d,\n}; mycrate::e; crate::f");
        assert_eq!(names.into_iter().collect::<Vec<_>>(), ["a", "d", "f"]);
    }

    #[test]
    fn a_silent_long_or_unsafe_file_is_found() {
        let long = format!("//! A sentence about it.\n{}", "let x = 1;\n".repeat(500));
        let tree = small(&[
            ("a.rs", "use core::fmt;"),
            ("b.rs", &long),
            ("c.rs", "//! A sentence about it.\nfn f() { unsafe { g() } }"),
            ("d.rs", "//! No unsafe code here.\n#![deny(unsafe_code)]"),
            ("classify/dispatch.rs", "//! It asks the CPU.\nunsafe fn f() {}"),
            ("standard/detection.rs", &long),
        ]);
        assert_eq!(without_sentence(&tree), ["a.rs"]);
        assert_eq!(too_long(&tree), ["b.rs"]);
        assert_eq!(with_unsafe(&tree), ["c.rs"]);
    }

    #[test]
    fn a_limit_typed_twice_is_found() {
        let tree = small(&[
            ("standard/gb3838_2002.rs", "printed(\"0.15\")"),
            ("assess/a.rs", "let ammonia = \"0.15\";"),
            ("assess/b.rs", "let oxygen = 7.50;"),
            ("assess/c.rs", "let x = printed(\"9\");"),
            ("assess/d.rs", "let x = Decimal::new(15, 2);"),
            (
                "assess/e.rs",
                "// 0.15\nlet s = \"such as 0.15\"; let ratio = 1.632; let tuple = pair.0;",
            ),
            ("assess/f.rs", "fn f() {}\n#[cfg(test)]\nmod tests { const X: &str = \"0.15\"; }"),
        ]);
        assert_eq!(
            limits_typed_elsewhere(&tree),
            [
                "assess/a.rs types 0.15, a limit of Table 1",
                "assess/b.rs types 7.50, a limit of Table 1",
                "assess/c.rs prints a table",
                "assess/d.rs types a decimal in two parts",
            ]
        );
    }
}
