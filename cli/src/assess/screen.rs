//! What `assess` prints: one screen, all tables after it, or all tables in Markdown.

use std::io::{Result, Write};

use gb3838::report::{Language, Overview, PlanReport, Table, Word, escaped_markdown, folded};

/// The width of the first screen.
const SCREEN: usize = 100;

/// The width of the tables.
const TABLES: usize = 120;

/// The first screen, then some tables, or where they are.
pub(crate) fn print(
    overview: &Overview<'_>,
    tables: &[Table],
    input: &[String],
    language: Language,
    out: &mut dyn Write,
) -> Result<()> {
    for line in overview.lines(language, SCREEN, input) {
        writeln!(out, "{line}")?;
    }
    writeln!(out)?;
    if tables.is_empty() {
        for line in folded(more(language), SCREEN) {
            writeln!(out, "{line}")?;
        }
    }
    for (number, table) in tables.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        write!(out, "{}", table.to_folded_text(TABLES))?;
    }
    Ok(())
}

/// Where the rest is.
const fn more(language: Language) -> &'static str {
    match language {
        Language::Chinese => {
            "更多：--full 全部表格；--json 数据；--svg 文件 断面图；--summary 工作总结；\
             gb3838 report 年度报告"
        }
        Language::English => {
            "More: --full all tables; --json data; --svg FILE a chart; --summary the work done; \
             gb3838 report"
        }
    }
}

/// All tables in Markdown, then what became of the input.
pub(crate) fn print_markdown(
    report: &PlanReport,
    tables: &[Table],
    input: &[String],
    language: Language,
    out: &mut dyn Write,
) -> Result<()> {
    writeln!(out, "# {}", escaped_markdown(&report.plan))?;
    let items = language.list(report.items.iter().map(|item| language.item(item)));
    let (averaging, comparison) =
        (language.averaging(report.averaging), language.comparison(report.comparison));
    let basis = language.filled(Word::Basis, &[&report.edition(), comparison, averaging, &items]);
    writeln!(out, "{}\n", escaped_markdown(&basis))?;
    for table in tables {
        writeln!(out, "{}", table.to_markdown())?;
    }
    for line in input {
        writeln!(out, "{}", escaped_markdown(line))?;
    }
    Ok(())
}
