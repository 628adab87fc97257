//! What the READMEs say: their commands run, their examples print what stands there, and the
//! Chinese one holds what the English one does.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

/// The blocks of code in some language, one after the other.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let start = format!("```{language}\n");
    let pieces = text.split(start.as_str()).skip(1);
    pieces.map(|piece| piece.split_once("```").unwrap().0.to_owned()).collect()
}

/// Runs a command of a README in a folder of its own; its output goes where it says.
fn run(line: &str, folder: &Path) -> Output {
    let line = line.split(" > ").next().unwrap();
    let words = line.split_whitespace().skip(1).map(|word| match word.strip_prefix("cli/data/") {
        Some(name) => root().join("cli/data").join(name).into_os_string(),
        None => word.into(),
    });
    let mut program = Command::new(env!("CARGO_BIN_EXE_gb3838"));
    program.args(words).current_dir(folder).env("LC_ALL", "C").output().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn every_command_runs() {
    let folder = folder("readme");
    for name in ["README.md", "README.zh-CN.md"] {
        let mut count = 0;
        for block in blocks(&text(name), "sh") {
            for line in block.replace("\\\n", " ").lines() {
                let line = line.replace("cargo run --release -p gb3838-cli --", "gb3838");
                if line.starts_with("gb3838 ") {
                    count += 1;
                    let ran = run(&line, &folder);
                    let messages = String::from_utf8_lossy(&ran.stderr);
                    // A summary of 2024 has no readings of its year, and says so.
                    let said = if line.contains("--summary") {
                        "没有2024年可用的行：无可评价\n"
                    } else {
                        ""
                    };
                    assert_eq!((ran.status.code(), &*messages), (Some(0), said), "{line}");
                }
            }
        }
        assert_eq!(count, 5, "{name}");
    }
    for page in ["report.html", "chaohu.html"] {
        assert!(folder.join(page).exists(), "{page}");
    }
}

/// The numbers of a text, in ascending order.
fn numbers(text: &str) -> Vec<String> {
    let is_part = |it: char| it.is_ascii_digit() || it == '.';
    let pieces = text.split(|it: char| !is_part(it)).map(|it| it.trim_matches('.'));
    let mut numbers: Vec<_> = pieces.filter(|it| !it.is_empty()).map(str::to_owned).collect();
    numbers.sort();
    numbers
}

/// The Chinese README has the code, the numbers, the links and the tables of the English one.
#[test]
fn both_languages_say_the_same() {
    let (english, chinese) = (text("README.md"), text("README.zh-CN.md"));
    for language in ["rust", "sh"] {
        assert_eq!(blocks(&english, language), blocks(&chinese, language), "{language}");
    }
    assert_eq!(numbers(&english), numbers(&chinese));
    let links = |text: &str| -> Vec<String> {
        let pieces = text.split("](").skip(1).map(|piece| piece.split(')').next().unwrap());
        let mut links: Vec<_> = pieces.map(|link| link.replace("guide/zh/", "guide/")).collect();
        links.retain(|link| !link.starts_with("README"));
        links.sort();
        links
    };
    assert_eq!(links(&english), links(&chinese));
    for link in links(&english) {
        assert!(root().join(&link).exists(), "{link}");
    }
    let count = |text: &str, start: &str| text.lines().filter(|it| it.starts_with(start)).count();
    for start in ["## ", "| ", "- **"] {
        assert_eq!(count(&english, start), count(&chinese, start), "{start}");
    }
}

/// Both READMEs tell as many sections, indicators and tasks as the plan has, and name options that
/// a command has.
#[test]
fn counts_and_options_are_there() {
    let plan: serde_json::Value =
        serde_json::from_str(&text("cli/data/qinzhou-2024.json")).unwrap();
    let count = |key: &str| plan[key].as_array().unwrap().len();
    let told = [
        ("sections", "sections with targets", "个有目标的断面"),
        ("indicators", "indicators", "个指标"),
        ("tasks", "tasks", "项任务"),
    ];
    let folder = folder("readme-options");
    let commands = ["assess", "classify", "annual", "report", "impact", "conformance"];
    let help: String = commands
        .iter()
        .map(|command| run(&format!("gb3838 {command} --help"), &folder).stdout)
        .map(|bytes| String::from_utf8(bytes).unwrap())
        .collect();
    for (name, language) in [("README.md", 1), ("README.zh-CN.md", 2)] {
        let readme = text(name);
        for (key, english, chinese) in told {
            let words = if language == 1 {
                format!("{} {english}", count(key))
            } else {
                format!("{}{chinese}", count(key))
            };
            assert!(readme.contains(&words), "{name}: {words}");
        }
        for command in commands {
            assert!(readme.contains(&format!("| `{command}` |")), "{name}: {command}");
        }
        for option in readme.split('`').filter(|it| it.starts_with("--")) {
            let option = option.split(' ').next().unwrap();
            let is_cargo = ["--release", "--features"].contains(&option);
            assert!(is_cargo || help.contains(option), "{name}: {option}");
        }
    }
}

/// The README of the program: the file that stands in it, and what the program says of it.
#[test]
fn the_example_of_the_program_prints_what_stands_there() {
    let readme = text("cli/README.md");
    let folder = folder("readme-cli");
    std::fs::write(folder.join("readings.csv"), &blocks(&readme, "csv")[0]).unwrap();
    let commands = blocks(&readme, "sh");
    for line in commands[0].lines().filter(|line| line.starts_with("gb3838")) {
        let ran = run(line, &folder);
        assert_eq!(ran.status.code(), Some(0), "{line}");
    }
    let ran = run(commands[1].trim(), &folder);
    assert_eq!(String::from_utf8(ran.stderr).unwrap(), blocks(&readme, "text")[0]);
    assert!(
        String::from_utf8(ran.stdout).unwrap().contains("甲,2026-01,7.2,8.1,3.5,420,0.09,98,II,")
    );
    // Exit codes.
    for (line, code) in [
        ("gb3838 classify --strict readings.csv", 1),
        ("gb3838 classify nothing.csv", 1),
        ("gb3838 classify --fast", 2),
        ("gb3838 judge", 2),
    ] {
        assert_eq!(run(line, &folder).status.code(), Some(code), "{line}");
    }
    // Every command is in its table, and every option that it names is one.
    for command in ["assess", "classify", "annual", "report", "impact", "conformance"] {
        assert!(readme.contains(&format!("| `{command}` |")), "{command}");
    }
    let help: String = ["assess", "classify", "annual", "report", "impact", "conformance"]
        .iter()
        .map(|command| {
            let ran = run(&format!("gb3838 {command} --help"), &folder);
            String::from_utf8(ran.stdout).unwrap()
        })
        .collect();
    for option in readme.split('`').filter(|it| it.starts_with("--")) {
        let option = option.split(' ').next().unwrap();
        assert!(help.contains(option) || option == "--features", "{option}");
    }
}

/// The guide in Chinese has the pages, the examples, the numbers and the links of the English
/// one, but for the map of paths, which is for people who change the code.
#[test]
fn the_guide_says_the_same_in_both_languages() {
    let code = |text: &str| -> Vec<String> {
        text.split("```").skip(1).step_by(2).map(str::to_owned).collect()
    };
    let links = |text: &str| -> Vec<String> {
        let mut links: Vec<_> =
            text.split("](").skip(1).map(|it| it.split(')').next().unwrap().to_owned()).collect();
        links.sort();
        links
    };
    let keys = |text: &str| text.lines().filter(|line| line.starts_with("| ")).count();
    let mut pages = 0;
    for entry in std::fs::read_dir(root().join("guide")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let is_page = Path::new(&name).extension().is_some_and(|it| it == "md");
        if !is_page || name == "paths.md" {
            continue;
        }
        let (english, chinese) =
            (text(&format!("guide/{name}")), text(&format!("guide/zh/{name}")));
        assert_eq!(code(&english), code(&chinese), "{name}");
        assert_eq!(links(&english), links(&chinese), "{name}");
        assert_eq!(numbers(&english), numbers(&chinese), "{name}");
        assert_eq!(keys(&english), keys(&chinese), "{name}");
        pages += 1;
    }
    assert!(pages >= 6, "{pages}");
}
