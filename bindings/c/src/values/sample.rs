//! A sample as C holds it: one reading an item.
#![expect(unsafe_code, reason = "the border to C: see `border`")]

use gb3838::{Item, Reading};

use crate::border::{borrow, borrow_mut, guarded, item, read, text, write};
use crate::status::Status;
use crate::values::assess::{Assessment, Circumstances, assess};
use crate::values::classifier::{CClassifier, decider};
use crate::values::reading::{CReading, parse, refused};

/// `gb3838_sample`: what was measured of the items at one place and time.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CSample {
    /// The items that were read, bit `n − 1` for item `n`.
    pub present: u32,
    /// Zero.
    pub reserved: u32,
    /// Readings by the number of the item, from 1.
    pub readings: [CReading; 24],
}

impl CSample {
    fn insert(&mut self, number: u8, reading: CReading) -> Result<(), Status> {
        let place = usize::from(item(number)?.number()) - 1;
        Reading::try_from(reading)?;
        if self.present >> place & 1 == 1 {
            return Err(Status::ItemTwice);
        }
        *self.readings.get_mut(place).ok_or(Status::NoSuchItem)? = reading;
        self.present |= 1 << place;
        Ok(())
    }

    /// What was read of an item, if anything was.
    pub(crate) fn reading(&self, item: Item) -> Result<Option<Reading>, Status> {
        let place = usize::from(item.number()) - 1;
        if self.present >> place & 1 == 0 {
            return Ok(None);
        }
        self.readings.get(place).copied().map(Reading::try_from).transpose()
    }
}

/// A sample without readings.
///
/// # Safety
/// `sample` points to a place for a sample, or is null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_sample_clear(sample: *mut CSample) -> i32 {
    // SAFETY: what this function asks of its caller.
    guarded(|| unsafe { write(sample, CSample::default()) })
}

/// Reads a cell into a sample.
///
/// # Safety
/// `sample` points to a sample, `cell` to `length` bytes, or each is null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_sample_parse(
    sample: *mut CSample,
    item: u8,
    cell: *const u8,
    length: usize,
    flags: u32,
) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller.
        let (sample, cell) = unsafe { (borrow_mut(sample)?, text(cell, length)?) };
        sample.insert(item, parse(cell, item, flags)?)
    })
}

/// Puts a reading into a sample.
///
/// # Safety
/// The pointers are of their types, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_sample_insert(
    sample: *mut CSample,
    item: u8,
    reading: *const CReading,
) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller.
        let (sample, reading) = unsafe { (borrow_mut(sample)?, read(reading)?) };
        sample.insert(item, reading)
    })
}

/// Assesses a sample.
///
/// # Safety
/// The pointers are of their types, or null; `circumstances` may be null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_assess(
    from: *const CClassifier,
    sample: *const CSample,
    circumstances: *const Circumstances,
    assessment: *mut Assessment,
) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller.
        let (decider, sample) = unsafe { (decider(from)?, borrow(sample)?) };
        // SAFETY: as above.
        let known = unsafe { Circumstances::known(circumstances) }?;
        // SAFETY: as above.
        let assessment = unsafe { borrow_mut(assessment) }?;
        *assessment = Assessment::default();
        let found = |_| known.samples;
        assess(decider, &known, found, assessment, |item, against| {
            let reading = sample.reading(item)?;
            let outcome = reading.map(|it| decider.cutoffs.outcome(item, &it, against));
            outcome.transpose().map_err(refused)
        })
    })
}
