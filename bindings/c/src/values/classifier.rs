//! The four configurations as constants, and the class of one item.
#![expect(unsafe_code, reason = "the border to C: see `border`")]

use gb3838::limits::{CutoffTable, ItemOutcome};
use gb3838::{Class, ClassCode, Classifier, ItemSet, Reading, WaterBody};

use crate::border::{borrow, class, decimal, guarded, item, read, write};
use crate::status::Status;
use crate::values::reading::{CReading, refused};

/// `gb3838_classifier`: one configuration, known by its first word.
#[repr(C)]
#[derive(Debug)]
pub struct CClassifier {
    tag: u64,
    decided_by: Decider,
}

/// What a station decides by: of a classifier, what single readings and sums need.
#[derive(Debug)]
pub(crate) struct Decider {
    pub(crate) cutoffs: CutoffTable,
    pub(crate) items: ItemSet,
    pub(crate) decisive_class: Class,
}

/// A word that memory hardly begins with by chance.
const TAG: u64 = u64::from_le_bytes(*b"gb3838c1");

const fn tagged(classifier: &Classifier) -> CClassifier {
    let cutoffs = CutoffTable::of(classifier);
    let (items, decisive_class) = (classifier.items(), classifier.decisive_class());
    CClassifier { tag: TAG, decided_by: Decider { cutoffs, items, decisive_class } }
}

// Apart from each other, so that a program holds only what it names.
static RIVER_READINGS: CClassifier = tagged(&Classifier::for_readings(WaterBody::River));
static RIVER_MEANS: CClassifier = tagged(&Classifier::for_means(WaterBody::River));
static LAKE_READINGS: CClassifier = tagged(&Classifier::for_readings(WaterBody::Lake));
static LAKE_MEANS: CClassifier = tagged(&Classifier::for_means(WaterBody::Lake));

/// Single readings of a river, in full.
#[unsafe(no_mangle)]
pub extern "C" fn gb3838_river_readings() -> *const CClassifier {
    &raw const RIVER_READINGS
}

/// Means of a river, rounded first.
#[unsafe(no_mangle)]
pub extern "C" fn gb3838_river_means() -> *const CClassifier {
    &raw const RIVER_MEANS
}

/// Single readings of a lake or reservoir, in full.
#[unsafe(no_mangle)]
pub extern "C" fn gb3838_lake_readings() -> *const CClassifier {
    &raw const LAKE_READINGS
}

/// Means of a lake or reservoir, rounded first.
#[unsafe(no_mangle)]
pub extern "C" fn gb3838_lake_means() -> *const CClassifier {
    &raw const LAKE_MEANS
}

/// The classifier behind a pointer.
///
/// # Safety
/// A pointer that is not null is one that a function above returned.
pub(crate) unsafe fn decider<'a>(from: *const CClassifier) -> Result<&'a Decider, Status> {
    // SAFETY: the word is read before anything else is taken to be there.
    let tag = unsafe { read(from.cast::<u64>()) }?;
    if tag != TAG {
        return Err(Status::NotInitialised);
    }
    // SAFETY: one of the constants above, by the caller's word and by its first word.
    let tagged = unsafe { borrow(from) }?;
    debug_assert_eq!(tagged.tag, TAG, "the word that was read first");
    Ok(&tagged.decided_by)
}

/// What an item's reading means: it has a class.
pub const CLASSED: u8 = 1;
/// Below a detection limit that is too high to decide.
pub const UNDECIDABLE: u8 = 2;
/// There is no value.
pub const ABSENT: u8 = 3;
/// The standard limits no value of the item here.
pub const NOT_LIMITED: u8 = 4;

/// The class of a value of an item; 0 where the standard limits none.
///
/// # Safety
/// The pointers are of their types, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_class_of(
    from: *const CClassifier,
    number: u8,
    units: i64,
    scale: u8,
    class_code: *mut u8,
) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller.
        let decider = unsafe { decider(from) }?;
        let found = decider.cutoffs.class_of(item(number)?, decimal(units, scale)?);
        let found = found.map_err(refused)?;
        // SAFETY: as above.
        unsafe { write(class_code, ClassCode::from(found).value()) }
    })
}

/// What a reading of an item means; `against` is the class that a result below a detection limit
/// must be decidable against, 0 for class III.
///
/// # Safety
/// The pointers are of their types, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_judge(
    from: *const CClassifier,
    number: u8,
    reading: *const CReading,
    against: u8,
    outcome: *mut u8,
    class_code: *mut u8,
) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller.
        let (decider, reading) = unsafe { (decider(from)?, read(reading)?) };
        let against = class(against)?.unwrap_or(decider.decisive_class);
        let reading = Reading::try_from(reading)?;
        let judged = decider.cutoffs.outcome(item(number)?, &reading, against);
        let (found, code) = coded(judged.map_err(refused)?);
        // SAFETY: as above.
        unsafe { write(outcome, found) }?;
        // SAFETY: as above.
        unsafe { write(class_code, code) }
    })
}

fn coded(outcome: ItemOutcome) -> (u8, u8) {
    match outcome {
        ItemOutcome::Classed(class) => (CLASSED, ClassCode::from(class).value()),
        ItemOutcome::Undecidable => (UNDECIDABLE, 0),
        ItemOutcome::Absent(_) => (ABSENT, 0),
        ItemOutcome::NotLimited => (NOT_LIMITED, 0),
    }
}
