//! The charts of the report as SVG, each with a title and a description in words.

pub(crate) mod canvas;
pub(crate) mod heat;
pub(crate) mod narrow;
pub(crate) mod shares;
pub(crate) mod trend;
pub(crate) mod trophic;

/// A chart, ready to stand in a page.
#[derive(Clone, Debug)]
pub(crate) struct Chart {
    pub(crate) svg: String,
    /// The same as a table for narrow pages, where the chart would not fit.
    pub(crate) narrow: Option<String>,
}
