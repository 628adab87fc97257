//! The files of the house, and what their code says without comments and quotes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The files of the house by their path under `src/`, with `/` between the parts.
pub(crate) type Tree = BTreeMap<String, String>;

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
pub(crate) fn house() -> Tree {
    let mut tree = Tree::new();
    read_tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../src"), "", &mut tree);
    assert!(tree.len() > 30, "the house has many files: {}", tree.len());
    tree
}

/// The files of what stands beside the house and is run: the program, C, Python.
pub(crate) fn beside_the_house() -> Tree {
    let mut tree = Tree::new();
    for package in
        ["cli", "cli/answers", "cli/json", "cli/rows", "bindings/c", "bindings/python", "fuzz"]
    {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(package).join("src");
        let before = tree.len();
        read_tree(&folder, &format!("{package}/"), &mut tree);
        assert!(tree.len() > before, "{package} has files");
    }
    tree
}

/// A small house for a test of the tests.
pub(crate) fn small(files: &[(&str, &str)]) -> Tree {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// What a file says: its code without comments and quotes, and the texts in quotes.
pub(crate) struct Spoken {
    pub(crate) code: String,
    pub(crate) quotes: Vec<String>,
}

/// Takes comments and quotes out: neither doc links nor words about code are code.
pub(crate) fn spoken(text: &str) -> Spoken {
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

pub(crate) fn code(text: &str) -> String {
    spoken(text).code
}

/// A file without its own tests, which stand at its end.
pub(crate) fn without_tests(text: &str) -> &str {
    text.split_once("#[cfg(test)]").map_or(text, |(before, _)| before)
}

pub(crate) fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The paths after each `crate::`, those of groups one by one: `a::{b, c::D}` is `a::b`, `a::c::D`.
pub(crate) fn paths_after_crate(code: &str) -> BTreeSet<String> {
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
pub(crate) fn file_of(tree: &Tree, path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split("::").collect();
    (1..=parts.len()).rev().find_map(|count| {
        let stem = parts[..count].join("/");
        [format!("{stem}.rs"), format!("{stem}/mod.rs")]
            .into_iter()
            .find(|it| tree.contains_key(it))
    })
}

/// The folder that a file stands in; empty for files at the top.
pub(crate) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
