//! Both forms of the report: a page that is well-formed and loads nothing, Markdown that lines up.

use roxmltree::{Document, Node, ParsingOptions};
use unicode_width::UnicodeWidthStr;

use crate::report::{CHAOHU, HAIMEN, file, run};

/// The page and the Markdown of a run.
fn forms(name: &str, words: &[&str]) -> (String, String) {
    let path = file(&format!("{name}.html"), b"");
    let ran = run(&[words, &["--html", path.to_str().unwrap()]].concat()).unwrap();
    (std::fs::read_to_string(path).unwrap(), ran.out)
}

/// Every shipped report in both languages.
fn all(test: &str) -> Vec<(&'static str, String, String)> {
    let mut all = Vec::new();
    for (name, words) in [("qinzhou", &[][..]), ("chaohu", &CHAOHU[..]), ("haimen", &HAIMEN[..])] {
        for language in ["zh", "en"] {
            let words = [words, &["--language", language]].concat();
            let (page, markdown) = forms(&format!("{test}-{name}-{language}"), &words);
            all.push((language, page, markdown));
        }
    }
    all
}

fn parsed(page: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(page, options).unwrap()
}

fn elements<'a>(document: &'a Document<'_>, name: &'a str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.tag_name().name() == name).collect()
}

#[test]
fn pages_are_well_formed_and_load_nothing() {
    for (language, page, _) in all("loads") {
        let document = parsed(&page);
        for node in document.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            assert!(!["script", "link", "img", "iframe", "object", "image", "use"].contains(&name));
            for attribute in node.attributes() {
                assert!(!["src", "href", "srcset", "style"].contains(&attribute.name()), "{name}");
            }
        }
        for style in elements(&document, "style") {
            let style = style.text().unwrap();
            assert!(!style.contains("url(") && !style.contains("@import") && !style.contains('<'));
        }
        let root = document.root_element();
        let code = if language == "zh" { "zh-CN" } else { "en" };
        assert_eq!(root.attribute("lang"), Some(code));
        assert!(page.starts_with("<!DOCTYPE html>\n"));
    }
}

#[test]
fn pages_have_headings_and_heads_of_tables() {
    for (_, page, _) in all("heads") {
        let document = parsed(&page);
        assert_eq!(elements(&document, "h1").len(), 1);
        assert_eq!(elements(&document, "h1")[0].text(), elements(&document, "title")[0].text());
        for section in elements(&document, "section") {
            assert_eq!(section.first_element_child().unwrap().tag_name().name(), "h2");
        }
        for table in elements(&document, "table") {
            let caption = table.first_element_child().unwrap();
            assert_eq!(caption.tag_name().name(), "caption");
            assert!(!caption.text().unwrap().is_empty());
        }
        for head in elements(&document, "th") {
            assert!(matches!(head.attribute("scope"), Some("col" | "row")));
        }
        for table in elements(&document, "table") {
            let widths = table.descendants().filter(|node| node.tag_name().name() == "tr");
            let widths: Vec<_> =
                widths.map(|row| row.children().filter(Node::is_element).count()).collect();
            assert!(widths.iter().all(|width| *width == widths[0]), "{widths:?}");
        }
    }
}

/// A title, a description, and the class in words in each coloured cell.
#[test]
fn charts_can_be_read_without_their_colours() {
    for (language, page, _) in all("charts") {
        let document = parsed(&page);
        let charts = elements(&document, "svg");
        assert!(charts.len() >= 2);
        for chart in &charts {
            let words: Vec<_> = chart.children().filter(Node::is_element).take(2).collect();
            for (node, name) in words.iter().zip(["title", "desc"]) {
                assert_eq!(node.tag_name().name(), name);
                assert!(!node.text().unwrap().is_empty());
            }
            assert_eq!(chart.attribute("role"), Some("img"));
        }
        let texts = |chart: &Node<'_, '_>| -> Vec<String> {
            let texts = chart.descendants().filter(|node| node.tag_name().name() == "text");
            texts.map(|node| node.text().unwrap().trim().to_owned()).collect()
        };
        let words = texts(&charts[0]);
        let (dash, no_data) =
            if language == "zh" { ("—", "无数据") } else { ("–", "no data") };
        assert!(words.iter().any(|word| word == dash) && words.iter().any(|word| word == no_data));
    }
    let (page, _) = forms("classes", &["--language", "zh"]);
    let document = parsed(&page);
    let heat = elements(&document, "svg")[0];
    let count = |wanted: &str| {
        let texts = heat.descendants().filter(|node| node.tag_name().name() == "text");
        texts.filter(|node| node.text().is_some_and(|text| text.trim() == wanted)).count()
    };
    // Latin letters, which every font has. Ten classes of five sections in two months, and one in the key: II six, III three, IV one.
    assert_eq!((count("II"), count("III"), count("IV")), (7, 4, 2));
    // 18 sections of 12 months without these ten, and one in the key.
    assert_eq!(count("—"), 18 * 12 - 10 + 1);
}

/// All lines of a table are as wide, and divided in as many cells.
#[test]
fn tables_of_markdown_line_up() {
    for (_, _, markdown) in all("lines") {
        let mut before: Option<(usize, usize)> = None;
        let mut tables = 0;
        for line in markdown.lines() {
            if !line.starts_with('|') {
                before = None;
                continue;
            }
            let bars = line.replace("\\|", "..").matches('|').count();
            let shape = (line.width(), bars);
            tables += usize::from(before.is_none());
            assert!(before.is_none_or(|before| before == shape), "{line}");
            before = Some(shape);
        }
        assert!(tables >= 8, "{tables}");
        assert!(markdown.starts_with("# "));
    }
}

/// Names of sections, regions, waters and sources are text, whatever they look like.
#[test]
fn text_stays_text() {
    let name = "<b>&\"'|*x*";
    let plan = serde_json::json!({
        "format": 1, "name": name, "year": 2026, "items": "five",
        "sections": [
            { "name": name, "level": "national", "counties": [name], "water": name,
              "water_body": "lake" },
            { "name": "]]>", "level": "national", "counties": ["\u{1}"], "water": "x",
              "water_body": "lake" },
        ],
    });
    let plan = file("escape.json", plan.to_string().as_bytes());
    let csv = "time,section,ph,do,codmn,nh3n,tp\n\
               2026-01-05,\"<b>&\"\"'|*x*\",7,8,2,0.1,0.05\n2026-02-05,]]>,7,8,2,0.1,0.05\n";
    let readings = file("escape.csv", csv.as_bytes());
    let words = [
        "--plan",
        plan.to_str().unwrap(),
        "--readings",
        readings.to_str().unwrap(),
        "--source",
        "</ul><script>",
    ];
    let (page, markdown) = forms("escape", &words);
    let document = parsed(&page);
    assert!(elements(&document, "b").is_empty() && elements(&document, "script").is_empty());
    let says = |text: &str| {
        document.descendants().filter(Node::is_text).any(|node| node.text() == Some(text))
    };
    assert!(says(name) && says("]]>") && says("</ul><script>"));
    assert_eq!(
        elements(&document, "h1")[0].text(),
        Some(format!("Water quality of {name} in 2026").as_str())
    );
    assert!(!page.contains("<b>"), "{page}");
    assert!(markdown.contains("&lt;b>&amp;\"'\\|\\*x\\*"), "{markdown}");
    assert!(!markdown.contains("<b>") && !markdown.contains("<script>"));
}
