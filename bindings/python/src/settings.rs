//! What a table or a sample is judged by: explicit values, one object.

use core::num::NonZeroUsize;

use gb3838::batch::Threads;
use gb3838::{Class, Classifier, Comparison, Item, ItemSet, Notation, WaterBody};
use gb3838_c::arrow::classify::Options;
use gb3838_c::arrow::text_column::Reader;
use pyo3::prelude::*;

use crate::refused;
use crate::standard::Standard;

/// The options of a call, checked once.
#[pyclass(frozen, module = "gb3838._core")]
#[derive(Debug)]
pub struct Settings(pub Options);

#[pymethods]
impl Settings {
    #[new]
    #[pyo3(signature = (*, body, means, items, target, target_column, lake_column, standard, minus_one_is_missing, negative_is_below, any_letters_void, names, threads))]
    #[expect(
        clippy::too_many_arguments,
        clippy::fn_params_excessive_bools,
        reason = "keywords of Python"
    )]
    fn new(
        body: &str,
        means: bool,
        items: Option<Vec<String>>,
        target: Option<&str>,
        target_column: Option<String>,
        lake_column: Option<String>,
        standard: Option<&Bound<'_, Standard>>,
        minus_one_is_missing: bool,
        negative_is_below: bool,
        any_letters_void: bool,
        names: Vec<(String, String)>,
        threads: Option<usize>,
    ) -> PyResult<Self> {
        let body: WaterBody = body.parse().map_err(refused)?;
        let comparison = if means { Comparison::RoundFirst } else { Comparison::FullValue };
        let standard = standard.map_or(gb3838::Standard::GB_3838_2002, |it| it.get().0.clone());
        let items = match items {
            None => ItemSet::ASSESSED,
            Some(items) => set(&items)?,
        };
        let mut options = Options::new(body, comparison);
        let of = |body| Classifier::new(standard.clone(), body, items, comparison);
        options.classifier = of(body);
        options.lakes = lake_column.map(|column| (of(WaterBody::Lake), column));
        options.target = target.map(str::parse::<Class>).transpose().map_err(refused)?;
        options.target_column = target_column;
        options.reader = Reader {
            notation: Notation::new()
                .with_negative_is_below(negative_is_below)
                .with_any_letters_void(any_letters_void),
            minus_one_is_missing,
        };
        for (heading, item) in names {
            options.names.insert(heading, item.parse::<Item>().map_err(refused)?);
        }
        if let Some(threads) = threads.and_then(NonZeroUsize::new) {
            options.threads = Threads::Scoped(threads);
        }
        Ok(Self(options))
    }
}

/// Items by their names.
pub(crate) fn set(names: &[String]) -> PyResult<ItemSet> {
    names.iter().map(|name| name.parse::<Item>().map_err(refused)).collect()
}
