//! What is said of a file of samples while it is read: rows that are left out, and faults.

use crate::program::say;
use crate::samples::read::Samples;
use crate::samples::section_key::parts_of;
use crate::table::fault::{Fault, TWICE};
use crate::table::records::Record;

/// How many faults are listed, and how many of a kind that was not listed yet: a column, a section
/// and what is wrong; all are counted.
const LISTED: u64 = 20;

impl Samples<'_> {
    /// Says that a row is left out, as long as there are not too many.
    pub(crate) fn leave_out(&mut self, fault: &Fault) {
        self.left_out += 1;
        if self.left_out <= LISTED {
            say(self.messages, fault);
            self.listed[0].push(fault.clone());
        }
    }

    /// Says something that is no fault.
    pub fn say(&mut self, line: &str) {
        say(self.messages, &line);
    }

    /// Lists a fault, as long as there are not too many, or not too many kinds of them.
    pub(crate) fn push(&mut self, fault: &Fault) {
        self.faults += 1;
        let listed = &mut self.listed[1];
        let has_room = (listed.len() as u64) < 2 * LISTED;
        if self.faults <= LISTED || (has_room && !listed.iter().any(|it| it.is_alike(fault))) {
            listed.push(fault.clone());
            say(self.messages, fault);
        }
    }

    /// How many faults are not listed, where any is not.
    #[must_use]
    pub fn rest(&self) -> Option<String> {
        let rest = self.faults - self.listed[1].len() as u64;
        (rest > 0).then(|| format!("… {rest} more are counted"))
    }

    /// The fault of a row of the same section and time as one before it.
    pub(crate) fn twice(&self, number: u32, record: &Record) -> Fault {
        let section = self.names.name(number).map_or("", |key| parts_of(key).0);
        self.fault(record.line, None, &record.text(), TWICE).of_section(section)
    }

    pub(crate) fn fault(
        &self,
        line: u64,
        column: Option<&str>,
        text: &str,
        message: &str,
    ) -> Fault {
        Fault::new(self.file, line, column, text, message)
    }
}
