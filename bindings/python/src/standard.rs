//! An edition of the standard, with local limits.

use gb3838::{Class, Decimal, Item, WaterBody};
use pyo3::prelude::*;

use crate::refused;

/// An edition of the standard as a value; local limits make another one.
#[pyclass(frozen, module = "gb3838")]
#[derive(Debug)]
pub struct Standard(pub gb3838::Standard);

fn parsed<T: core::str::FromStr<Err: core::fmt::Display>>(text: &str) -> PyResult<T> {
    text.parse().map_err(refused)
}

fn decimal(limit: &Bound<'_, PyAny>) -> PyResult<Decimal> {
    // A number prints as the shortest decimal that gives it back.
    Decimal::parse(&limit.str()?.to_cow()?).map_err(refused)
}

#[pymethods]
#[expect(clippy::needless_pass_by_value, reason = "as Python gives it")]
impl Standard {
    /// GB 3838-2002 without local limits.
    #[new]
    const fn new() -> Self {
        Self(gb3838::Standard::GB_3838_2002)
    }

    /// The name of the edition.
    #[getter]
    const fn name(&self) -> &str {
        self.0.name()
    }

    /// The same with a stricter limit of one class.
    fn with_limit(
        &self,
        item: &str,
        body: &str,
        class_name: &str,
        limit: &Bound<'_, PyAny>,
    ) -> PyResult<Self> {
        let (item, body): (Item, WaterBody) = (parsed(item)?, parsed(body)?);
        let class: Class = parsed(class_name)?;
        self.0.clone().with_limit(item, body, class, decimal(limit)?).map(Self).map_err(refused)
    }

    /// The same with limits of an item that has none here, best class first.
    fn with_added_limits(
        &self,
        item: &str,
        body: &str,
        limits: Vec<Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let (item, body): (Item, WaterBody) = (parsed(item)?, parsed(body)?);
        let limits: Vec<Decimal> = limits.iter().map(decimal).collect::<PyResult<_>>()?;
        let count = limits.len();
        let Ok(five) = limits.try_into() else {
            return Err(refused(format!("{count} limits: expected five, for classes I to V")));
        };
        self.0.clone().with_added_limits(item, body, five).map(Self).map_err(refused)
    }

    /// The bound of a class in words, or None.
    fn limit(&self, item: &str, body: &str, class_name: &str) -> PyResult<Option<String>> {
        let (item, body): (Item, WaterBody) = (parsed(item)?, parsed(body)?);
        let class: Class = parsed(class_name)?;
        Ok(self.0.limit(item, body, class).map(|bound| bound.to_string()))
    }

    /// The items with local limits.
    fn local_items(&self, body: &str) -> PyResult<Vec<String>> {
        let body: WaterBody = parsed(body)?;
        Ok(self.0.local_items(body).iter().map(|item| item.symbol().to_owned()).collect())
    }
}
