//! What became of the rows.

use std::fmt;

/// What became of the rows.
#[derive(Debug, Default)]
pub struct Counts {
    /// Rows that were read.
    pub rows: u64,
    /// Rows with a class.
    pub classed: u64,
    /// Cells, rows and columns that could not be used.
    pub faults: u64,
    /// Rows of titles over the headings.
    pub titles: u64,
    /// Rows that are known to hold no readings: means, limits, remarks.
    pub left_out: u64,
    /// Rows of a station that did not work normally.
    pub not_normal: u64,
    /// Single readings with such a mark.
    pub not_normal_readings: u64,
    /// Whether those have no class.
    pub only_normal: bool,
    /// Values that no water has: kept, and named.
    pub remarked: u64,
    /// Printed classes that agree.
    pub agreeing: u64,
    /// Printed classes that differ.
    pub differing: u64,
    /// Whether printed classes were compared.
    pub is_checked: bool,
    /// Encoding and separator, where they are not UTF-8 and commas.
    pub unusual: Vec<&'static str>,
}

impl Counts {
    /// Whether nothing has a class, a printed class differs, or, where that is strict,
    /// something could not be used.
    #[must_use]
    pub const fn is_failure(&self, strict: bool) -> bool {
        self.classed == 0 || self.differing > 0 || (strict && self.faults > 0)
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rows, classed, faults, .. } = self;
        write!(f, "{rows} rows, {classed} with a class, {faults} faults")?;
        if self.not_normal > 0 {
            let done = if self.only_normal { "left out" } else { "not left out" };
            write!(f, ", {} of a station not normal ({done})", self.not_normal)?;
        }
        if self.not_normal_readings > 0 {
            let done = if self.only_normal { "left out" } else { "not left out" };
            write!(f, ", {} readings marked not normal ({done})", self.not_normal_readings)?;
        }
        if self.remarked > 0 {
            write!(f, ", {} values that no water has (kept)", self.remarked)?;
        }
        if self.left_out > 0 {
            write!(f, ", {} of means, limits or remarks (left out)", self.left_out)?;
        }
        if self.titles > 0 {
            write!(f, ", {} of titles before the headings", self.titles)?;
        }
        if self.is_checked {
            let printed = self.agreeing + self.differing;
            write!(f, "; {} of {printed} printed classes agree", self.agreeing)?;
        }
        if !self.unusual.is_empty() {
            write!(f, "; read as {}", self.unusual.join(" with "))?;
        }
        Ok(())
    }
}
