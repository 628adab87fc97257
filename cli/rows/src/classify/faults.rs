//! Faults, counted, of which the first are listed.

use std::io::Write;

use crate::program::say;
use crate::table::fault::Fault;

/// How many faults are listed; all are counted.
const LISTED: u64 = 20;

/// Counts faults and lists the first of them.
pub(crate) struct Faults<'a> {
    pub(crate) messages: &'a mut dyn Write,
    pub(crate) count: u64,
    /// Rows that are known to hold no readings: said, and no faults.
    pub(crate) left_out: u64,
    /// Values that no water has: said, kept, and no faults.
    pub(crate) remarked: u64,
}

impl Faults<'_> {
    /// Says that a row is left out.
    pub(crate) fn leave_out(&mut self, fault: &Fault) {
        self.left_out += 1;
        match self.left_out {
            1..=LISTED => say(self.messages, fault),
            count if count == LISTED + 1 => {
                say(self.messages, &"more rows are left out; all are counted");
            }
            _ => {}
        }
    }

    /// Says that a value is one that no water has.
    pub(crate) fn remark(&mut self, fault: &Fault) {
        self.remarked += 1;
        match self.remarked {
            1..=LISTED => say(self.messages, fault),
            count if count == LISTED + 1 => {
                say(self.messages, &"more values that no water has; all are counted");
            }
            _ => {}
        }
    }

    pub(crate) fn push(&mut self, fault: &Fault) {
        self.count += 1;
        match self.count {
            1..=LISTED => say(self.messages, fault),
            count if count == LISTED + 1 => {
                say(self.messages, &"more could not be used; all are counted");
            }
            _ => {}
        }
    }
}
