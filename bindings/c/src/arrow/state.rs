//! Sums as bytes, for files and other machines.
//!
//! Version 2, little-endian: `GB3838SY`, version (u32), sections (u32), for each its year (u16),
//! the length of its name (u32) and the name; cells (u64), for each its section (u32), month (u8),
//! item (u8), count (u32), below (u32), carry (i64), and four texts of integers, each with its
//! length (u8): the sum and the sum of finer places, and of both the part that halves of detection
//! limits make, empty where it is zero or not known. Sections and cells are in order, so equal
//! sums are equal bytes. Version 1 has the first two texts alone, and is read.

use gb3838::sums::{CellSnapshot, SumSnapshot};

use crate::arrow::annual::{Annual, Key};
use crate::arrow::failure::Failure;
use crate::border::item;
use crate::status::Status;

const MAGIC: &[u8; 8] = b"GB3838SY";
const VERSION: u32 = 2;

fn bad(text: impl core::fmt::Display) -> Failure {
    Failure::new(Status::BadState, text)
}

impl Annual {
    /// The sums as bytes.
    #[must_use]
    pub fn state(&self) -> Vec<u8> {
        let order = self.order();
        self.state_of(&order, self.cells_in_order(&order))
    }

    /// The sums of each section and year as bytes of their own, in order.
    #[must_use]
    pub fn states(&self) -> Vec<(Key, Vec<u8>)> {
        let order = self.order();
        let mut cells = self.cells_in_order(&order).into_iter().peekable();
        let mut states = Vec::with_capacity(order.len());
        for (place, own) in order.iter().enumerate() {
            let mut mine = Vec::new();
            while let Some((_, cell)) = cells.next_if(|(of, _)| *of == place) {
                mine.push((0, cell));
            }
            states.push((self.keys[*own].clone(), self.state_of(&[*own], mine)));
        }
        states
    }

    /// All cells, each with the place of its section in an order, by place, month and item.
    fn cells_in_order(&self, order: &[usize]) -> Vec<(usize, CellSnapshot)> {
        let mut place_of = vec![0; self.keys.len()];
        for (place, own) in order.iter().enumerate() {
            place_of[*own] = place;
        }
        let of = |cell: CellSnapshot| Some((*place_of.get(cell.section)?, cell));
        let cells = self.table.snapshot().cells.into_iter();
        let mut cells: Vec<(usize, CellSnapshot)> = cells.filter_map(of).collect();
        cells.sort_by_key(|(place, cell)| (*place, cell.period, cell.item));
        cells
    }

    fn state_of(&self, order: &[usize], cells: Vec<(usize, CellSnapshot)>) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(count(order.len()));
        for own in order {
            let key = &self.keys[*own];
            bytes.extend(key.year.to_le_bytes());
            bytes.extend(count(key.section.len()));
            bytes.extend(key.section.as_bytes());
        }
        bytes.extend((cells.len() as u64).to_le_bytes());
        for (place, cell) in cells {
            bytes.extend(count(place));
            bytes.push(u8::try_from(cell.period).unwrap_or(u8::MAX));
            bytes.push(cell.item.number());
            bytes.extend(cell.count.to_le_bytes());
            bytes.extend(cell.below.to_le_bytes());
            bytes.extend(cell.carry.to_le_bytes());
            for text in [cell.sum, cell.fine, cell.below_sum, cell.below_fine] {
                bytes.push(u8::try_from(text.len()).unwrap_or(u8::MAX));
                bytes.extend(text.as_bytes());
            }
        }
        bytes
    }

    /// Adds sums that were saved as bytes.
    ///
    /// # Errors
    /// When they are no state of this version; the sums are unchanged then, though sections may
    /// have been added that have none.
    pub fn merge_state(&mut self, state: &[u8]) -> Result<(), Failure> {
        let mut rest = Rest(state);
        if rest.take(MAGIC.len())? != MAGIC {
            return Err(bad("expected a state of sums"));
        }
        let version = rest.u32()?;
        if !(1..=VERSION).contains(&version) {
            return Err(bad(format_args!("version {version}: expected 1 or {VERSION}")));
        }
        let mut keys = Vec::new();
        for _ in 0..rest.u32()? {
            let year = u16::from_le_bytes(rest.array()?);
            let length = rest.u32()?;
            let name = rest.take(usize::try_from(length).map_err(bad)?)?;
            let section = core::str::from_utf8(name).map_err(bad)?.to_owned();
            keys.push(Key { section, year });
        }
        let mut cells = Vec::new();
        for _ in 0..u64::from_le_bytes(rest.array()?) {
            cells.push(CellSnapshot {
                section: usize::try_from(rest.u32()?).map_err(bad)?,
                period: usize::from(rest.u8()?),
                item: item(rest.u8()?).map_err(|_| bad("a cell has no such item"))?,
                count: rest.u32()?,
                below: rest.u32()?,
                carry: i64::from_le_bytes(rest.array()?),
                sum: rest.text()?,
                fine: rest.text()?,
                below_sum: rest.text_since(2, version)?,
                below_fine: rest.text_since(2, version)?,
            });
        }
        if !rest.0.is_empty() {
            return Err(bad("there are bytes behind the last cell"));
        }
        let mut places = Vec::with_capacity(keys.len());
        for key in keys {
            places.push(self.number(key)? as usize);
        }
        let (sections, periods) = (self.table.sections(), self.table.periods());
        let items = self.table.items().iter().collect();
        let mut snapshot = SumSnapshot { version, sections, periods, items, cells };
        self.merge_cells(&mut snapshot, &places)
    }
}

/// The bytes that were not read yet.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Failure> {
        let Some((taken, rest)) = self.0.split_at_checked(count) else {
            return Err(bad("the state ends early"));
        };
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Failure> {
        let taken = self.take(N)?;
        taken.try_into().map_err(bad)
    }

    fn u8(&mut self) -> Result<u8, Failure> {
        self.array().map(u8::from_le_bytes)
    }

    fn u32(&mut self) -> Result<u32, Failure> {
        self.array().map(u32::from_le_bytes)
    }

    /// A text that states have since a version.
    fn text_since(&mut self, first: u32, version: u32) -> Result<String, Failure> {
        if version < first { Ok(String::new()) } else { self.text() }
    }

    fn text(&mut self) -> Result<String, Failure> {
        let length = usize::from(self.u8()?);
        Ok(core::str::from_utf8(self.take(length)?).map_err(bad)?.to_owned())
    }
}
