//! The report as Markdown.

use std::fmt::Write;

use gb3838::report::escaped_markdown;

use crate::report::parts::Part;

/// The whole report; the tables beside the charts take their place.
pub(crate) fn write(title: &str, parts: &[Part]) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    writeln!(text, "# {}", escaped_markdown(title))?;
    for part in parts {
        writeln!(text, "\n## {}", escaped_markdown(&part.heading))?;
        for sentence in &part.sentences {
            writeln!(text, "\n{}", escaped_markdown(sentence))?;
        }
        if !part.bullets.is_empty() {
            writeln!(text)?;
        }
        for bullet in &part.bullets {
            writeln!(text, "- {}", escaped_markdown(bullet))?;
        }
        for table in part.chart_table.iter().chain(&part.tables).filter(|it| !it.is_empty()) {
            if table.title() != part.heading {
                writeln!(text, "\n### {}", escaped_markdown(table.title()))?;
            }
            writeln!(text)?;
            write!(text, "{}", table.to_aligned_markdown())?;
        }
    }
    Ok(text)
}
