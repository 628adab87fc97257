//! The Rust side of the Python package `gb3838`: everything enters and leaves by Arrow's PyCapsule
//! interface, so that no table library is known here.

mod annual;
mod assess;
mod plan;
mod settings;
mod standard;
mod tables;

use pyo3::create_exception;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

create_exception!(
    gb3838,
    GB3838Error,
    PyValueError,
    "Something that gb3838 refuses: it says what was found and what was expected."
);

/// An error of the library as one of Python's.
fn refused(error: impl core::fmt::Display) -> PyErr {
    GB3838Error::new_err(error.to_string())
}

#[pymodule]
fn _core(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("GB3838Error", module.py().get_type::<GB3838Error>())?;
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<standard::Standard>()?;
    module.add_class::<settings::Settings>()?;
    module.add_class::<tables::Result>()?;
    module.add_class::<annual::Sums>()?;
    module.add_class::<plan::CorePlan>()?;
    module.add_function(wrap_pyfunction!(tables::classify_stream, module)?)?;
    module.add_function(wrap_pyfunction!(tables::item_of, module)?)?;
    module.add_function(wrap_pyfunction!(tables::not_read, module)?)?;
    module.add_function(wrap_pyfunction!(tables::items, module)?)?;
    module.add_function(wrap_pyfunction!(tables::classes, module)?)?;
    module.add_function(wrap_pyfunction!(assess::assess, module)?)?;
    Ok(())
}
