//! From the items of a section to its class: bit sets, and a verdict on its target.
//!
//! The sets are those of `gb3838::section::SectionClass`, put together item by item, so that no
//! more than one item's value is on the stack.
#![expect(unsafe_code, reason = "the border to C: see `border`")]

use gb3838::limits::ItemOutcome;
use gb3838::section::{BackgroundLeftOut, SectionClass};
use gb3838::{Class, ClassCode, Item, ItemSet};

use crate::border::{class, read};
use crate::status::Status;
use crate::values::classifier::Decider;
use crate::values::verdict::{MET, MISSED, NO_CLASS, NO_TARGET, NOT_ASSESSED, is_sufficient};

/// `gb3838_circumstances`: what is known of a section beside its readings.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// The items that take part; 0 for the 21.
    pub items: u32,
    /// Items left out of every result: COD in high chloride.
    pub excluded: u32,
    /// Items whose concentration is of natural origin.
    pub natural_background: u32,
    /// The samples that the values rest on; for sums they are counted.
    pub samples: u32,
    /// The samples that are needed; 0 where none are asked for.
    pub required: u32,
    /// The target class, or 0.
    pub target: u8,
    /// Zero.
    pub reserved: [u8; 3],
}

impl Circumstances {
    /// What a caller knows; nothing behind a null pointer.
    ///
    /// # Safety
    /// A pointer that is not null points to circumstances.
    pub(crate) unsafe fn known(from: *const Self) -> Result<Self, Status> {
        if from.is_null() {
            return Ok(Self::default());
        }
        // SAFETY: not null, and by the caller's word of this type.
        unsafe { read(from) }
    }
}

/// `gb3838_assessment`: class, reasons, and all that was left out.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// The class of the section, or 0.
    pub class_code: u8,
    /// The class without the items of natural background, or 0.
    pub class_without_background: u8,
    /// Not assessed, met or missed.
    pub verdict: u8,
    /// Why it is not assessed, or 0.
    pub reason: u8,
    /// 1 where there are fewer samples than needed.
    pub provisional: u8,
    /// The item that was refused, where the call says that a reading is impossible.
    pub refused_item: u8,
    /// Zero.
    pub reserved: [u8; 2],
    /// The items whose class is the section's.
    pub determining: u32,
    /// The items that make the class.
    pub participating: u32,
    /// The items asked for without a value.
    pub absent: u32,
    /// The items whose detection limit is too high to decide.
    pub undecidable: u32,
    /// The items asked for that the standard does not limit here.
    pub not_limited: u32,
    /// The items asked for that are left out of every result.
    pub excluded: u32,
    /// The items with a class that were not asked for.
    pub outside: u32,
    /// The participating items of natural background.
    pub exempted: u32,
    /// The items that are worse than the target.
    pub worse_than_target: u32,
    /// The samples that the class rests on.
    pub samples: u32,
    /// The class of each item by its number from 1, or 0; reference items too.
    pub item_classes: [u8; 24],
}

/// Puts the items of a section together; an item of which nothing is known has no outcome, and
/// `samples` are those of the items that the class needs.
pub(crate) fn assess(
    decider: &Decider,
    known: &Circumstances,
    samples: impl FnOnce(ItemSet) -> u32,
    out: &mut Assessment,
    mut judge: impl FnMut(Item, Class) -> Result<Option<ItemOutcome>, Status>,
) -> Result<(), Status> {
    let target = class(known.target)?;
    let items = match known.items {
        0 => decider.items,
        bits => set(bits)?,
    };
    let (excluded, background) = (set(known.excluded)?, set(known.natural_background)?);
    let decisive = decider.decisive_class;
    let decisive = target.map_or(decisive, |target| target.min(decisive));

    // Items left out are not asked: the library knows of COD in high chloride alone.
    let circumstances = gb3838::Circumstances::new().with_natural_background(background);
    let (cutoffs, asked) = (&decider.cutoffs, items.difference(excluded));
    let section = SectionClass::of_outcomes(cutoffs, asked, &circumstances, |item| {
        judge(item, decisive).inspect_err(|_| out.refused_item = item.number())
    })?;
    for (item, code) in Item::ALL.into_iter().zip(&mut out.item_classes) {
        *code = ClassCode::from(section.class_of(item)).value();
    }
    let class = section.class();
    let without = match section.class_without_background() {
        BackgroundLeftOut::NothingExempted => class,
        BackgroundLeftOut::NothingLeft => None,
        BackgroundLeftOut::Rest(class) => Some(class),
    };
    let participating = section.participating();
    out.class_code = ClassCode::from(class).value();
    out.class_without_background = ClassCode::from(without).value();
    out.participating = participating.bits();
    out.determining = section.determining().bits();
    out.absent = section.absent().bits();
    out.undecidable = section.undecidable().bits();
    out.not_limited = section.not_limited().bits();
    out.excluded = excluded.intersection(items).bits();
    out.outside = section.outside().difference(items).bits();
    out.exempted = section.exempted().bits();
    out.samples = samples(section.needed_items());
    out.provisional = u8::from(!is_sufficient(out.samples, known.required));

    let Some(target) = target else {
        (out.verdict, out.reason) = (NOT_ASSESSED, NO_TARGET);
        return Ok(());
    };
    let (mut worse, mut decided) = (ItemSet::EMPTY, false);
    for item in participating.iter() {
        // A result below detection proves no exceedance of the target either.
        if let Some(ItemOutcome::Classed(class)) = judge(item, target)? {
            decided = true;
            if !class.meets(target) {
                worse = worse.with(item);
            }
        }
    }
    out.worse_than_target = worse.bits();
    (out.verdict, out.reason) = match (worse.is_empty(), decided) {
        (false, _) => (MISSED, 0),
        (true, true) => (MET, 0),
        (true, false) => (NOT_ASSESSED, NO_CLASS),
    };
    Ok(())
}

/// A set of items by its bits; bits beyond the items are refused, not dropped.
fn set(bits: u32) -> Result<ItemSet, Status> {
    let items = ItemSet::from_bits(bits);
    if items.bits() == bits { Ok(items) } else { Err(Status::NoSuchItem) }
}
