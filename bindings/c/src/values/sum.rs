//! Running exact sums: in any order, merged, and with late corrections taken out.
#![expect(unsafe_code, reason = "the border to C: see `border`")]

use core::mem::MaybeUninit;

use gb3838::error::AccumulateError;
use gb3838::limits::ItemOutcome;
use gb3838::{Accumulator, Class, ClassCode, ItemSet, Reading};

use crate::border::{borrow, borrow_mut, class, guarded, item, read, slice, write};
use crate::status::Status;
use crate::values::assess::{Assessment, Circumstances, assess};
use crate::values::classifier::{CClassifier, Decider, decider};
use crate::values::reading::{CReading, refused};

/// `gb3838_sum`: room for an accumulator, known by its first word.
#[repr(C, align(16))]
#[derive(Clone, Copy)]
pub struct CSum {
    tag: u64,
    reserved: u64,
    room: MaybeUninit<[u128; 19]>,
}

impl core::fmt::Debug for CSum {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("CSum").field("sum", &self.get()).finish_non_exhaustive()
    }
}

/// A word that memory hardly begins with by chance.
const TAG: u64 = u64::from_le_bytes(*b"gb3838s1");

const _: () = assert!(size_of::<Accumulator>() <= size_of::<[u128; 19]>());
const _: () = assert!(align_of::<Accumulator>() <= align_of::<u128>());

impl CSum {
    fn new(sum: &Accumulator) -> Self {
        let mut this = Self { tag: TAG, reserved: 0, room: MaybeUninit::zeroed() };
        // SAFETY: the room is large enough and aligned: both are asserted above, and it stands
        // at byte 16 of a struct aligned to 16.
        unsafe { this.room.as_mut_ptr().cast::<Accumulator>().write(*sum) };
        this
    }

    fn get(&self) -> Result<&Accumulator, Status> {
        if self.tag != TAG {
            return Err(Status::NotInitialised);
        }
        // SAFETY: only `new` writes the tag, with an accumulator behind it; C keeps to that.
        Ok(unsafe { &*self.room.as_ptr().cast::<Accumulator>() })
    }

    fn get_mut(&mut self) -> Result<&mut Accumulator, Status> {
        if self.tag != TAG {
            return Err(Status::NotInitialised);
        }
        // SAFETY: as in `get`.
        Ok(unsafe { &mut *self.room.as_mut_ptr().cast::<Accumulator>() })
    }
}

fn coded(error: &AccumulateError) -> Status {
    match error {
        AccumulateError::Impossible(error) => refused(error.reason()),
        AccumulateError::OutOfRange(_) => Status::OutOfRange,
        AccumulateError::NotThere { .. } => Status::NotThere,
        AccumulateError::OtherItem { .. } => Status::OtherItem,
        _ => Status::Overflow,
    }
}

/// An empty sum of an item.
///
/// # Safety
/// `sum` points to a place for a sum, or is null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_sum_init(sum: *mut CSum, number: u8) -> i32 {
    guarded(|| {
        let empty = CSum::new(&Accumulator::new(item(number)?));
        // SAFETY: what this function asks of its caller.
        unsafe { write(sum, empty) }
    })
}

/// Adds a reading; one without a value is counted.
///
/// # Safety
/// The pointers are of their types, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_sum_add(sum: *mut CSum, reading: *const CReading) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller.
        let (sum, reading) = unsafe { (borrow_mut(sum)?, read(reading)?) };
        sum.get_mut()?.add(&Reading::try_from(reading)?).map_err(|error| coded(&error))
    })
}

/// Takes a reading out that had been added.
///
/// # Safety
/// The pointers are of their types, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_sum_remove(sum: *mut CSum, reading: *const CReading) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller.
        let (sum, reading) = unsafe { (borrow_mut(sum)?, read(reading)?) };
        sum.get_mut()?.remove(&Reading::try_from(reading)?).map_err(|error| coded(&error))
    })
}

/// Adds the readings of another sum of the same item.
///
/// # Safety
/// The pointers are of their types, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_sum_merge(sum: *mut CSum, other: *const CSum) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller; the other is copied, for it may be the
        // same.
        let other = unsafe { read(other) }?;
        // SAFETY: as above.
        let sum = unsafe { borrow_mut(sum) }?;
        sum.get_mut()?.merge(other.get()?).map_err(|error| coded(&error))
    })
}

/// How many values, how many of them below a detection limit, how many readings without one.
///
/// # Safety
/// The pointers are of their types, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_sum_counts(
    sum: *const CSum,
    values: *mut u32,
    below: *mut u32,
    missing: *mut u32,
) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller.
        let sum = unsafe { borrow(sum) }?.get()?;
        let counts = [sum.count(), sum.below_count(), sum.missing_count()];
        for (place, count) in [values, below, missing].into_iter().zip(counts) {
            // SAFETY: as above.
            unsafe { write(place, count) }?;
        }
        Ok(())
    })
}

/// The mean, rounded once, half to even, to so many decimals.
///
/// # Safety
/// The pointers are of their types, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_sum_mean(
    sum: *const CSum,
    decimals: u8,
    units: *mut i64,
    scale: *mut u8,
) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller.
        let sum = unsafe { borrow(sum) }?.get()?;
        let mean = sum.mean().map_err(|_| Status::Overflow)?.ok_or(Status::NoValue)?;
        let rounded = mean.round(decimals).map_err(|_| Status::Overflow)?;
        // SAFETY: as above.
        unsafe { write(units, rounded.units()) }?;
        // SAFETY: as above.
        unsafe { write(scale, rounded.scale()) }
    })
}

/// The class of the exact mean; 0 without a value, without a limit, and where it is undecidable
/// against class III.
///
/// # Safety
/// The pointers are of their types, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_sum_class(
    from: *const CClassifier,
    sum: *const CSum,
    class_code: *mut u8,
) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller.
        let (decider, sum) = unsafe { (decider(from)?, borrow(sum)?.get()?) };
        let code = match outcome(decider, sum, decider.decisive_class)? {
            Some(ItemOutcome::Classed(class)) => ClassCode::from(class).value(),
            _ => 0,
        };
        // SAFETY: as above.
        unsafe { write(class_code, code) }
    })
}

/// What the mean of a sum says. A function of its own, so that a mean is on the stack while it is
/// judged, and no longer.
#[inline(never)]
fn outcome(
    decider: &Decider,
    sum: &Accumulator,
    against: Class,
) -> Result<Option<ItemOutcome>, Status> {
    decider.cutoffs.outcome_of_sum(sum, against).map_err(|_| Status::Overflow)
}

/// Assesses a section from the exact means of its sums, each item once. The samples are those of
/// the worst sampled of the items that the class needs (of those asked for whose values are limited
/// here: those of the five, or all where none is), 0 where one has none.
///
/// # Safety
/// `sums` points to `count` sums; the others are of their types, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_assess_sums(
    from: *const CClassifier,
    sums: *const CSum,
    count: usize,
    circumstances: *const Circumstances,
    assessment: *mut Assessment,
) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller.
        let (decider, sums) = unsafe { (decider(from)?, slice(sums, count)?) };
        // SAFETY: as above.
        let known = unsafe { Circumstances::known(circumstances) }?;
        // SAFETY: as above.
        let assessment = unsafe { borrow_mut(assessment) }?;
        *assessment = Assessment::default();
        let mut items = ItemSet::EMPTY;
        for sum in sums {
            let item = sum.get()?.item();
            if items.contains(item) {
                return Err(Status::ItemTwice);
            }
            items = items.with(item);
        }
        class(known.target)?;
        let of = |item| sums.iter().filter_map(|sum| sum.get().ok()).find(|it| it.item() == item);
        let samples = |needed: ItemSet| {
            needed.iter().map(|item| of(item).map_or(0, Accumulator::count)).min().unwrap_or(0)
        };
        assess(decider, &known, samples, assessment, |item, against| {
            of(item).map_or(Ok(None), |sum| outcome(decider, sum, against))
        })
    })
}
