//! Tables in and out by Arrow's PyCapsule interface.
#![expect(unsafe_code, reason = "the pointer of a capsule")]

use std::ffi::CString;
use std::sync::Mutex;

use gb3838::{Class, Item, ItemSet};
use gb3838_c::arrow::abi::ArrowArrayStream;
use gb3838_c::arrow::classify::{Classes, Wanted, classify};
use gb3838_c::arrow::columns;
use gb3838_c::arrow::export::{Answers, OwnedStream, Texts, stream};
use gb3838_c::arrow::failure::Failure;
use gb3838_c::arrow::owned::Chunks;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};

use crate::refused;
use crate::settings::Settings;

const STREAM: &std::ffi::CStr = c"arrow_array_stream";

/// A pointer that may go to another thread: the stream behind it is taken there.
struct Taken(*mut ArrowArrayStream);

// SAFETY: the interface lets a stream be used from any thread, one at a time; the capsule that owns
// it is held, and not used, until the stream was taken.
unsafe impl Send for Taken {}

impl Taken {
    fn chunks(self) -> Result_<Chunks> {
        // SAFETY: the pointer of a capsule of the right name, by the rules of the interface.
        unsafe { Chunks::of_stream(self.0) }
    }
}

type Result_<T> = core::result::Result<T, Failure>;

/// Reads the stream of a table to its end, without the GIL.
pub(crate) fn chunks(py: Python<'_>, capsule: &Bound<'_, PyCapsule>) -> PyResult<Chunks> {
    let pointer = capsule.pointer_checked(Some(STREAM))?;
    let taken = Taken(pointer.as_ptr().cast());
    py.detach(move || taken.chunks()).map_err(refused)
}

/// A table of answers: it exports itself once, by `__arrow_c_stream__`.
#[pyclass(frozen, module = "gb3838._core")]
#[derive(Debug)]
pub struct Result {
    tables: Mutex<Option<(Answers, Vec<Answers>)>>,
    /// Cells that were not used: row, item, what was found.
    #[pyo3(get)]
    findings: Vec<(usize, String, String)>,
    /// The items that there were columns of.
    #[pyo3(get)]
    items: Vec<String>,
}

impl Result {
    pub fn new(shape: Answers, tables: Vec<Answers>) -> Self {
        let (findings, items) = (Vec::new(), Vec::new());
        Self { tables: Mutex::new(Some((shape, tables))), findings, items }
    }
}

#[pymethods]
impl Result {
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        let taken = self.tables.lock().ok().and_then(|mut tables| tables.take());
        let (shape, tables) =
            taken.ok_or_else(|| refused("this table was exported already: it goes once"))?;
        let name: CString = STREAM.to_owned();
        PyCapsule::new(py, OwnedStream::new(stream(shape, tables)), Some(name))
    }
}

/// Classes the rows of a table; texts go out as polars holds them, or as everybody reads them.
#[pyfunction]
pub(crate) fn classify_stream(
    py: Python<'_>,
    capsule: &Bound<'_, PyCapsule>,
    settings: &Bound<'_, Settings>,
    wanted: u32,
    for_polars: bool,
) -> PyResult<Result> {
    let texts = if for_polars { Texts::Polars } else { Texts::Offsets };
    let chunks = chunks(py, capsule)?;
    let options = &settings.get().0;
    let wanted = Wanted(wanted);
    let done = py.detach(|| -> Result_<_> {
        let (mut tables, mut findings, mut items, mut rows) =
            (Vec::new(), Vec::new(), ItemSet::EMPTY, 0);
        for table in chunks.tables() {
            let table = table?;
            let classes = classify(&table, options, wanted)?;
            items = items.union(classes.items);
            findings.extend(classes.findings.iter().map(|finding| {
                (rows + finding.row, finding.item.symbol().to_owned(), finding.text.clone())
            }));
            rows += table.rows;
            tables.push(classes.answers(wanted, texts));
        }
        Ok((Classes::default().answers(wanted, texts), tables, findings, items))
    });
    let (shape, tables, findings, items) = done.map_err(refused)?;
    let items = items.iter().map(|item| item.symbol().to_owned()).collect();
    Ok(Result { findings, items, ..Result::new(shape, tables) })
}

/// The symbol of the item that a heading names, or None.
#[pyfunction]
pub(crate) fn item_of(heading: &str) -> Option<&'static str> {
    columns::item_of(heading, &columns::Names::new()).map(Item::symbol)
}

/// Why a heading that speaks of an item is not read, or None.
#[pyfunction]
pub(crate) fn not_read(heading: &str) -> Option<String> {
    columns::not_read(heading, &columns::Names::new())
}

/// The items of Table 1 with their names and units.
#[pyfunction]
pub(crate) fn items(py: Python<'_>) -> PyResult<Vec<Bound<'_, PyDict>>> {
    let mut items = Vec::new();
    for item in Item::ALL {
        let dict = PyDict::new(py);
        dict.set_item("number", item.number())?;
        dict.set_item("symbol", item.symbol())?;
        dict.set_item("name_zh", item.name_zh())?;
        dict.set_item("name_en", item.name_en())?;
        dict.set_item("code", item.code())?;
        dict.set_item("unit", item.unit().to_string())?;
        dict.set_item("assessed", ItemSet::ASSESSED.contains(item))?;
        items.push(dict);
    }
    Ok(items)
}

/// The classes with their names and colours.
#[pyfunction]
pub(crate) fn classes(py: Python<'_>) -> PyResult<Vec<Bound<'_, PyDict>>> {
    let mut classes = Vec::new();
    for class in Class::ALL {
        let dict = PyDict::new(py);
        dict.set_item("name", class.name())?;
        dict.set_item("name_zh", class.name_zh())?;
        dict.set_item("colour", format!("{:?}", class.quality().colour()).to_lowercase())?;
        classes.push(dict);
    }
    Ok(classes)
}
