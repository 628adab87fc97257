//! What is said of a file of samples while it is read: rows that are left out, and faults.

use crate::annual::read::Samples;
use crate::program::say;
use crate::table::fault::Fault;
use crate::table::records::Record;

/// How many faults are listed; all are counted.
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
    pub(crate) fn say(&mut self, line: &str) {
        say(self.messages, &line);
    }

    /// Lists a fault, as long as there are not too many.
    pub(crate) fn push(&mut self, fault: &Fault) {
        self.faults += 1;
        if self.faults <= LISTED {
            self.listed[1].push(fault.clone());
        }
        let written = match self.faults {
            1..=LISTED => writeln!(self.messages, "{fault}"),
            _ if self.faults == LISTED + 1 => writeln!(self.messages, "… more are counted"),
            _ => Ok(()),
        };
        // Where messages cannot be written, the counts still tell.
        drop(written);
    }

    /// The fault of a row of the same section and time as one before it.
    pub(crate) fn twice(&self, record: &Record) -> Fault {
        let message = "a row of the same section and time stands before it, which is kept";
        self.fault(record.line, None, &record.text(), message)
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
