//! A plan held against the readings of a table.

use gb3838::plan::{Plan, ReadingsBySection, RegionYear, RegionYearOptions};
use gb3838::report::{Language, PlanReport, RegionReport, Table};
use gb3838::{Period, Year};
use gb3838_c::arrow::failure::Failure;
use gb3838_c::arrow::series::add;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::refused;
use crate::settings::Settings;
use crate::tables::chunks;

/// A plan as data.
#[pyclass(frozen, module = "gb3838._core")]
#[derive(Debug)]
pub struct CorePlan(Plan);

type Texts = (String, String, Vec<String>);

#[pymethods]
impl CorePlan {
    #[new]
    fn new(json: &str) -> PyResult<Self> {
        let plan: Plan = serde_json::from_str(json).map_err(refused)?;
        plan.validate().map_err(refused)?;
        Ok(Self(plan))
    }

    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    #[getter]
    fn year(&self) -> u16 {
        self.0.year.get()
    }

    fn sections(&self) -> Vec<&str> {
        self.0.sections.iter().map(|section| section.name.as_str()).collect()
    }

    fn to_json(&self) -> PyResult<String> {
        serde_json::to_string(&self.0).map_err(refused)
    }

    /// The plan against the readings of a year: JSON, Markdown, and what was not used.
    #[expect(clippy::too_many_arguments, reason = "keywords of Python")]
    fn assess(
        &self,
        py: Python<'_>,
        capsule: &Bound<'_, PyCapsule>,
        section: &str,
        time: &str,
        year: u16,
        settings: &Bound<'_, Settings>,
        chinese: bool,
    ) -> PyResult<Texts> {
        let (readings, findings) = self.readings(py, capsule, section, time, settings)?;
        let year = Year::new(year).map_err(refused)?;
        py.detach(|| {
            let assessed = self.0.assess(&readings, &Period::year(year)).map_err(text)?;
            let report = PlanReport::from(&assessed);
            let json = serde_json::to_string(&report).map_err(text)?;
            let tables = report.tables(language(chinese));
            let markdown: Vec<String> = tables.iter().map(Table::to_markdown).collect();
            Ok((json, format!("# {}\n\n{}", report.plan, markdown.join("\n")), findings))
        })
        .map_err(|text: String| refused(text))
    }

    /// The year of a region: JSON, Markdown, and what was not used.
    #[expect(clippy::too_many_arguments, reason = "keywords of Python")]
    fn report(
        &self,
        py: Python<'_>,
        capsule: &Bound<'_, PyCapsule>,
        section: &str,
        time: &str,
        year: u16,
        region: &str,
        settings: &Bound<'_, Settings>,
        chinese: bool,
    ) -> PyResult<Texts> {
        let (readings, findings) = self.readings(py, capsule, section, time, settings)?;
        let year = Year::new(year).map_err(refused)?;
        py.detach(|| {
            let of_year = self.0.assess(&readings, &Period::year(year)).map_err(text)?;
            let mut months = Vec::new();
            for month in year.months() {
                months.push(self.0.assess(&readings, &Period::month(month)).map_err(text)?);
            }
            let options = RegionYearOptions::DOCUMENT_22;
            let waters = RegionYear::new(&of_year, &months, &[], &options);
            let report = RegionReport::new(region, &waters);
            let json = serde_json::to_string(&report).map_err(text)?;
            let language = language(chinese);
            let mut markdown = format!("# {}\n\n", report.title(language));
            for line in report.summary(language) {
                markdown.push_str(&format!("{line}\n\n"));
            }
            let tables = [report.year_table(language), report.month_class_table(language)];
            for table in tables
                .into_iter()
                .chain(report.trend.iter().flat_map(|trend| trend.trend_tables(language)))
            {
                markdown.push_str(&table.to_markdown());
                markdown.push('\n');
            }
            Ok((json, markdown, findings))
        })
        .map_err(|text: String| refused(text))
    }
}

const fn language(chinese: bool) -> Language {
    if chinese { Language::Chinese } else { Language::English }
}

fn text(error: impl core::fmt::Display) -> String {
    error.to_string()
}

impl CorePlan {
    fn readings(
        &self,
        py: Python<'_>,
        capsule: &Bound<'_, PyCapsule>,
        section: &str,
        time: &str,
        settings: &Bound<'_, Settings>,
    ) -> PyResult<(ReadingsBySection, Vec<String>)> {
        let chunks = chunks(py, capsule)?;
        let options = &settings.get().0;
        py.detach(|| {
            let (mut readings, mut findings, mut rows) = (ReadingsBySection::new(), Vec::new(), 0);
            for table in chunks.tables() {
                let table = table?;
                add(&mut readings, &table, section, time, options, rows, &mut findings)?;
                rows += table.rows;
            }
            for name in readings.keys().filter(|name| self.0.section(name).is_none()) {
                findings.push(format!("{name}: no section of the plan"));
            }
            Ok((readings, findings))
        })
        .map_err(|failure: Failure| refused(failure))
    }
}
