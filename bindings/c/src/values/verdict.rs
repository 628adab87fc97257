//! Whether a class meets its target, and whether there were enough samples.
#![expect(unsafe_code, reason = "the border to C: see `border`")]

use gb3838::Outputs;

use crate::border::{class, guarded, write};
use crate::status::Status;

/// Nothing can be said: see the reason.
pub const NOT_ASSESSED: u8 = Outputs::NOT_ASSESSED;
/// The class is no worse than the target.
pub const MET: u8 = Outputs::MET;
/// The class is worse than the target.
pub const MISSED: u8 = Outputs::MISSED;

/// There is no target.
pub const NO_TARGET: u8 = 1;
/// There is no class.
pub const NO_CLASS: u8 = 2;

/// Whether there are as many samples as needed.
pub(crate) const fn is_sufficient(samples: u32, required: u32) -> bool {
    samples >= required
}

fn verdict_of(class_code: u8, target: u8) -> Result<(u8, u8), Status> {
    Ok(match (class(class_code)?, class(target)?) {
        (_, None) => (NOT_ASSESSED, NO_TARGET),
        (None, _) => (NOT_ASSESSED, NO_CLASS),
        (Some(class), Some(target)) if class.meets(target) => (MET, 0),
        _ => (MISSED, 0),
    })
}

/// The verdict on a class, and whether it is provisional.
///
/// # Safety
/// The pointers are of their types, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_verdict(
    class_code: u8,
    target: u8,
    samples: u32,
    required: u32,
    verdict: *mut u8,
    reason: *mut u8,
    provisional: *mut u8,
) -> i32 {
    guarded(|| {
        let (found, why) = verdict_of(class_code, target)?;
        // SAFETY: what this function asks of its caller.
        unsafe { write(verdict, found) }?;
        // SAFETY: as above.
        unsafe { write(reason, why) }?;
        // SAFETY: as above.
        unsafe { write(provisional, u8::from(!is_sufficient(samples, required))) }
    })
}
