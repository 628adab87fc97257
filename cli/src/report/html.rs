//! The report as one HTML page that loads nothing; it is well-formed XML too.

use std::fmt::Write;

use gb3838::report::{Language, Table, Word};

use crate::report::chart::narrow;
use crate::report::parts::Part;

const STYLE: &str = include_str!("page.css");

/// The whole page.
pub(crate) fn write(
    title: &str,
    parts: &[Part],
    language: Language,
) -> Result<String, std::fmt::Error> {
    let code = match language {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    };
    let title = escaped(title);
    let colours = narrow::style()?;
    let mut page = String::new();
    writeln!(page, "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\"/>")?;
    writeln!(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")?;
    writeln!(
        page,
        "<title>{title}</title>\n<style>\n{STYLE}{colours}</style>\n</head>\n<body>\n<main>"
    )?;
    writeln!(page, "<h1>{title}</h1>")?;
    for part in parts {
        self::part(&mut page, part, language)?;
    }
    writeln!(page, "</main>\n</body>\n</html>")?;
    Ok(page)
}

fn part(page: &mut String, part: &Part, language: Language) -> std::fmt::Result {
    writeln!(page, "<section>\n<h2>{}</h2>", escaped(&part.heading))?;
    for sentence in &part.sentences {
        writeln!(page, "<p>{}</p>", escaped(sentence))?;
    }
    if !part.bullets.is_empty() {
        writeln!(page, "<ul>")?;
        for bullet in &part.bullets {
            writeln!(page, "<li>{}</li>", escaped(bullet))?;
        }
        writeln!(page, "</ul>")?;
    }
    if !part.charts.is_empty() {
        let class = if part.charts.len() > 1 { "charts many" } else { "charts" };
        writeln!(page, "<div class=\"{class}\">")?;
        for chart in &part.charts {
            // A chart that is wider than the page is moved, by keys too.
            let class = if chart.narrow.is_some() { " class=\"wide\"" } else { "" };
            writeln!(page, "<figure tabindex=\"0\"{class}>{}</figure>", chart.svg)?;
            if let Some(narrow) = &chart.narrow {
                page.push_str(narrow);
            }
        }
        writeln!(page, "</div>")?;
    }
    if let Some(table) = part.chart_table.as_ref().filter(|table| !table.is_empty()) {
        let words = escaped(language.word(Word::AsTable));
        writeln!(page, "<details><summary>{words}</summary>")?;
        self::table(page, table, "")?;
        writeln!(page, "</details>")?;
    }
    for table in part.tables.iter().filter(|table| !table.is_empty()) {
        self::table(page, table, &part.heading)?;
    }
    writeln!(page, "</section>")
}

/// A table with its title, which is not shown where the heading above says the same; the first
/// cell of a row is its head.
fn table(page: &mut String, table: &Table, above: &str) -> std::fmt::Result {
    let title = escaped(table.title());
    let class = if table.title() == above { " class=\"unseen\"" } else { "" };
    writeln!(page, "<div class=\"table\" tabindex=\"0\"><table>")?;
    writeln!(page, "<caption{class}>{title}</caption>")?;
    write!(page, "<thead><tr>")?;
    for header in table.headers() {
        write!(page, "<th scope=\"col\">{}</th>", escaped(header))?;
    }
    writeln!(page, "</tr></thead>\n<tbody>")?;
    for row in table.rows() {
        write!(page, "<tr>")?;
        for (place, cell) in row.iter().enumerate() {
            let cell = escaped(cell);
            match place {
                0 => write!(page, "<th scope=\"row\">{cell}</th>")?,
                _ => write!(page, "<td>{cell}</td>")?,
            }
        }
        writeln!(page, "</tr>")?;
    }
    writeln!(page, "</tbody></table></div>")
}

/// Text that a page shows as it is; a character that XML does not know is shown as unknown.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            control if control.is_control() => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}
