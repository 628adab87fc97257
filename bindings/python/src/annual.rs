//! Exact sums of years.

use gb3838_c::arrow::annual::{Annual, YearOptions};
use gb3838_c::arrow::export::Answers;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyDict};

use crate::refused;
use crate::settings::Settings;
use crate::tables::{Result, chunks};

/// Exact sums by section, year, month and item: fed in any order, merged in any order.
#[pyclass(module = "gb3838._core")]
#[derive(Debug)]
pub struct Sums(Annual);

#[pymethods]
impl Sums {
    #[new]
    fn new() -> PyResult<Self> {
        Annual::new().map(Self).map_err(refused)
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn feed(
        &mut self,
        py: Python<'_>,
        capsule: &Bound<'_, PyCapsule>,
        section: &str,
        time: &str,
        settings: &Bound<'_, Settings>,
    ) -> PyResult<()> {
        let chunks = chunks(py, capsule)?;
        let options = &settings.get().0;
        let sums = &mut self.0;
        py.detach(|| {
            for table in chunks.tables() {
                sums.feed(&table?, section, time, &options.names, &options.reader)?;
            }
            Ok::<(), gb3838_c::arrow::failure::Failure>(())
        })
        .map_err(refused)
    }

    fn fed<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let fed = self.0.fed();
        let dict = PyDict::new(py);
        dict.set_item("used", fed.used)?;
        dict.set_item("below", fed.below)?;
        dict.set_item("missing", fed.missing)?;
        dict.set_item("refused", fed.refused)?;
        dict.set_item("rows_left_out", fed.rows_left_out)?;
        dict.set_item("first", fed.first.clone())?;
        Ok(dict)
    }

    fn merge(&mut self, py: Python<'_>, other: &Bound<'_, Self>) -> PyResult<()> {
        // A copy, where the other is this one as well.
        let other = other.try_borrow().map_or_else(|_| self.0.clone(), |other| other.0.clone());
        let sums = &mut self.0;
        py.detach(|| sums.merge(&other)).map_err(refused)
    }

    fn state<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        let sums = &self.0;
        let state = py.detach(|| sums.state());
        PyBytes::new(py, &state)
    }

    fn states<'py>(&self, py: Python<'py>) -> Vec<(String, u16, Bound<'py, PyBytes>)> {
        let sums = &self.0;
        let states = py.detach(|| sums.states());
        let bytes = |state: Vec<u8>| PyBytes::new(py, &state);
        states.into_iter().map(|(key, state)| (key.section, key.year, bytes(state))).collect()
    }

    fn merge_state(&mut self, py: Python<'_>, state: &[u8]) -> PyResult<()> {
        let sums = &mut self.0;
        py.detach(|| sums.merge_state(state)).map_err(refused)
    }

    fn classes(
        &self,
        py: Python<'_>,
        settings: &Bound<'_, Settings>,
        months: u32,
        pooled: bool,
    ) -> PyResult<Result> {
        let options = &settings.get().0;
        let year = YearOptions { months, pooled };
        let classes = |sums: &Annual| sums.classes(&options.classifier, options.target, year);
        let sums = &self.0;
        let answers = py.detach(|| classes(sums)).map_err(refused)?;
        let shape: Answers = classes(&Annual::new().map_err(refused)?).map_err(refused)?;
        Ok(Result::new(shape, vec![answers]))
    }
}
