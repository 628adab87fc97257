//! One sample: the whole assessment as a dictionary.

use gb3838::section::ExceedanceMultiple;
use gb3838::{Circumstances, Class, Item, ItemSet, Judgement, Sample, SectionAssessment};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyFloat, PyInt, PyString};

use crate::refused;
use crate::settings::{Settings, set};

fn symbols(items: ItemSet) -> Vec<&'static str> {
    items.iter().map(Item::symbol).collect()
}

/// A cell of Python as the text of a cell: None and NaN are blank.
fn text(cell: &Bound<'_, PyAny>) -> PyResult<String> {
    if cell.is_none() {
        return Ok(String::new());
    }
    if let Ok(float) = cell.cast::<PyFloat>()
        && float.value().is_nan()
    {
        return Ok(String::new());
    }
    let is_cell = cell.is_instance_of::<PyString>()
        || cell.is_instance_of::<PyFloat>()
        || cell.is_instance_of::<PyInt>()
        || cell.get_type().name()?.to_cow()? == "Decimal";
    if !is_cell {
        let kind = cell.get_type().name()?;
        return Err(refused(format!("{kind}: expected a text, a number or None")));
    }
    Ok(cell.str()?.to_cow()?.into_owned())
}

/// Assesses a sample: a dictionary of readings by the names of their items.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "as Python gives it")]
pub(crate) fn assess<'py>(
    py: Python<'py>,
    sample: &Bound<'py, PyDict>,
    settings: &Bound<'py, Settings>,
    high_chloride: bool,
    natural_background: Vec<String>,
) -> PyResult<Bound<'py, PyDict>> {
    let options = &settings.get().0;
    let mut readings = Sample::new();
    for (name, cell) in sample.iter() {
        let name = name.extract::<String>()?;
        let item = match options.names.get(&name) {
            Some(item) => *item,
            None => name.parse::<Item>().map_err(refused)?,
        };
        let reading = options.reader.notation.parse(&text(&cell)?, item).map_err(refused)?;
        readings.insert(item, reading).map_err(refused)?;
    }
    let mut known = Circumstances::new()
        .with_high_chloride(high_chloride)
        .with_natural_background(set(&natural_background)?);
    if let Some(target) = options.target {
        known = known.with_target(target);
    }
    let section = options.classifier.assess_with(&readings, &known).map_err(refused)?;
    dictionary(py, &section, &readings, options.target)
}

fn dictionary<'py>(
    py: Python<'py>,
    section: &SectionAssessment,
    readings: &Sample,
    target: Option<Class>,
) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    dict.set_item("class", section.class().map(Class::name))?;
    dict.set_item("class_zh", section.class().map(Class::name_zh))?;
    dict.set_item("determining", symbols(section.determining()))?;
    dict.set_item("participating", symbols(section.participating()))?;
    dict.set_item("absent", symbols(section.absent()))?;
    dict.set_item("undecidable", symbols(section.undecidable()))?;
    dict.set_item("not_limited", symbols(section.not_limited()))?;
    dict.set_item("excluded", symbols(section.excluded()))?;
    dict.set_item("outside", symbols(section.outside()))?;
    dict.set_item("exempted", symbols(section.exempted()))?;
    let without = section.class_without_background().rest().map(Class::name);
    dict.set_item("class_without_background", without)?;
    if let Some(target) = target {
        let year = gb3838::Year::new(2002).map_err(refused)?;
        let judged = gb3838::Target::class(year, target).judge(section, None);
        dict.set_item("target", target.name())?;
        dict.set_item("verdict", judged.verdict().name())?;
        dict.set_item("worse_than_target", symbols(judged.failing()))?;
    }
    let items = PyDict::new(py);
    for (item, _) in readings.iter() {
        items.set_item(item.symbol(), item_dictionary(py, section, item, target)?)?;
    }
    dict.set_item("items", items)?;
    let rules: Vec<String> = section.rules().map(|rule| rule.document().to_owned()).collect();
    dict.set_item("rules", rules)?;
    Ok(dict)
}

fn item_dictionary<'py>(
    py: Python<'py>,
    section: &SectionAssessment,
    item: Item,
    target: Option<Class>,
) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    let outcome = match section.judgement(item) {
        Some(Judgement::Classed(_)) => "classed",
        Some(Judgement::Undecidable { .. }) => "undecidable",
        Some(Judgement::NotLimited(_)) => "not_limited",
        Some(Judgement::Absent(_)) | None => "absent",
    };
    dict.set_item("outcome", outcome)?;
    dict.set_item("class", section.class_of(item).map(Class::name))?;
    let over = section.exceedance_multiple(item, target.unwrap_or(Class::III));
    let printed =
        over.map(|over: ExceedanceMultiple| over.round(2)).transpose().map_err(refused)?;
    dict.set_item("exceedance", printed.map(|number| number.to_string()))?;
    Ok(dict)
}
