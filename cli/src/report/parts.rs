//! The report as parts: heading, sentences, charts, tables; both forms are written from them.

use gb3838::report::SectionTrendReport;
use gb3838::{
    plan::Plan,
    report::{Language, RegionReport, Table, Word},
};

use crate::program::language::said;
use crate::program::sheets::Sheet;
use crate::readings::Readings;
use crate::readings::header::passed_over_lines;
use crate::report::arguments::Arguments;
use crate::report::chart::{self, Chart};

/// One part of the report.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) heading: String,
    pub(crate) sentences: Vec<String>,
    pub(crate) bullets: Vec<String>,
    pub(crate) charts: Vec<Chart>,
    /// A table that says the same as the charts; a page shows it on request.
    pub(crate) chart_table: Option<Table>,
    pub(crate) tables: Vec<Table>,
}

/// How many faults of the input are printed; all are counted.
const LISTED: usize = 50;

/// The parts in order.
pub(crate) fn of(
    arguments: &Arguments,
    plan: &Plan,
    readings: &Readings,
    report: &RegionReport,
) -> Result<Vec<Part>, String> {
    let language = arguments.language;
    let word = |word| language.word(word).to_owned();
    let mut parts = vec![
        Part {
            heading: word(Word::Summary),
            sentences: vec![report.basis(language)],
            bullets: report.summary(language),
            ..Part::default()
        },
        Part {
            heading: word(Word::ClassesByMonth),
            sentences: vec![report.month_class_note(language)],
            charts: vec![chart::heat::draw(report, language)?],
            chart_table: Some(report.month_class_table(language)),
            ..Part::default()
        },
        Part {
            heading: word(Word::SharesByYear),
            charts: vec![chart::shares::draw(report, language)?],
            tables: vec![report.year_table(language), report.month_state_table(language)],
            ..Part::default()
        },
    ];
    parts.push(Part {
        heading: word(Word::Comparisons),
        sentences: vec![word(if report.comparisons.is_empty() {
            Word::NothingToCompare
        } else {
            Word::ComparisonsNote
        })],
        tables: if report.comparisons.is_empty() {
            vec![]
        } else {
            vec![report.comparison_table(language), report.section_comparison_table(language)]
        },
        ..Part::default()
    });
    parts.extend(trend(report, language)?);
    parts.push(Part {
        heading: word(Word::TrophicState),
        sentences: if report.lakes.is_empty() { vec![word(Word::LakesNone)] } else { vec![] },
        charts: chart::trophic::draw(report, language)?.into_iter().collect(),
        tables: vec![report.lake_table(language)],
        ..Part::default()
    });
    let plan_report = &report.plan;
    parts.push(Part {
        heading: word(Word::Sections),
        tables: vec![
            plan_report.section_table(language),
            plan_report.mean_table(language),
            plan_report.possible_table(language),
            plan_report.goal_table(language),
            plan_report.county_table(language),
        ],
        ..Part::default()
    });
    parts.push(Part {
        heading: word(Word::CountiesOfBulletin),
        tables: report.county_tables(language),
        ..Part::default()
    });
    parts.push(Part {
        heading: word(Word::Remarks),
        tables: vec![report.remark_table(language)],
        ..Part::default()
    });
    parts.push(Part {
        heading: word(Word::Rules),
        sentences: [report.state_rule_notes(language), vec![word(Word::RulesNote)]].concat(),
        tables: vec![report.rule_table(language)],
        ..Part::default()
    });
    parts.push(input(readings, report, language));
    parts.push(sources(arguments, plan, language));
    Ok(parts)
}

/// The report as sheets of a workbook: its sentences, then a sheet a table.
pub(crate) fn sheets<'a>(title: &'a str, parts: &'a [Part]) -> Vec<Sheet<'a>> {
    let mut lines = vec![title.to_owned()];
    for part in parts.iter().filter(|part| !part.sentences.is_empty() || !part.bullets.is_empty()) {
        lines.extend([String::new(), part.heading.clone()]);
        lines.extend(part.sentences.iter().chain(&part.bullets).cloned());
    }
    let first = parts.first().map_or(title, |part| part.heading.as_str());
    let tables = parts.iter().flat_map(|part| part.chart_table.iter().chain(&part.tables));
    let tables = tables.filter(|table| !table.is_empty()).map(Sheet::of_table);
    std::iter::once(Sheet::of_lines(first, lines)).chain(tables).collect()
}

/// The trend of the leading item; nothing where no section has a class.
fn trend(report: &RegionReport, language: Language) -> Result<Option<Part>, String> {
    let Some(trend) = &report.trend else { return Ok(None) };
    let draw =
        |of_section: &SectionTrendReport| chart::trend::draw(trend.item, of_section, language);
    let drawn = trend.by_month.iter().filter(|of_section| of_section.count > 1);
    let charts: Vec<_> = drawn.map(draw).collect::<Result<_, _>>()?;
    let mut sentences = report.trend_notes(language);
    if charts.len() < trend.by_month.len() {
        sentences.push(language.word(Word::FewMeansNoChart).to_owned());
    }
    let mut tables = trend.trend_tables(language);
    tables.extend(trend.value_tables(language));
    Ok(Some(Part {
        heading: language.filled(Word::TrendOfItem, &[language.item(trend.item)]),
        sentences,
        charts,
        tables,
        ..Part::default()
    }))
}

/// What became of the input.
fn input(readings: &Readings, report: &RegionReport, language: Language) -> Part {
    let word = |word| language.word(word);
    let of_year = |year: &str| {
        let rows = readings.years.iter().find(|(other, _)| other.to_string() == year);
        rows.map_or(0, |(_, rows)| *rows)
    };
    let year = report.year.period.as_str();
    let mut bullets = vec![
        language.labelled(word(Word::RowsRead), readings.rows),
        language.labelled(word(Word::RowsUsed), of_year(year)),
        language.labelled(word(Word::RowsNotUsed), readings.rows - readings.usable),
    ];
    for (other, rows) in readings.years.iter().filter(|(other, _)| other.to_string() != year) {
        let name = word(Word::RowsOfOtherYears);
        let name = format!("{name}{}", language.in_brackets(other));
        bullets.push(language.labelled(name, rows));
    }
    let (passed_over, source_items) = (&readings.passed_over, &readings.source_items);
    bullets.extend(passed_over_lines(passed_over, source_items, language));
    bullets.extend(readings.not_normal.line().map(|line| said(language, &line)));
    for faults in [&readings.left_out, &readings.faults] {
        bullets.extend(faults.iter().take(LISTED).map(|fault| said(language, fault)));
    }
    let more = readings.faults.len().saturating_sub(LISTED);
    if more > 0 {
        bullets.push(language.filled(Word::MoreFaults, &[&more.to_string()]));
    }
    Part { heading: word(Word::Input).to_owned(), bullets, ..Part::default() }
}

/// Where plan and readings come from.
fn sources(arguments: &Arguments, plan: &Plan, language: Language) -> Part {
    let mut bullets: Vec<_> =
        arguments.sources.iter().map(|source| said(language, source)).collect();
    if bullets.is_empty() {
        bullets.push(language.word(Word::SourceUnknown).to_owned());
    }
    bullets.push(plan.name.clone());
    bullets.extend(plan.notes.iter().map(|note| said(language, note)));
    Part { heading: language.word(Word::Sources).to_owned(), bullets, ..Part::default() }
}
