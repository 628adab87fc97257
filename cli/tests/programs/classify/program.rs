//! What the program makes of it: exit codes, inputs that cannot be read, a reader that leaves.

use std::io::{Error, ErrorKind, Write};

use gb3838_cli::classify::{Arguments, input, stream};
use gb3838_cli::program::Stop;

use crate::classify::counts;

#[test]
fn a_run_fails_when_nothing_has_a_class() {
    let fails = |csv: &str, strict| {
        let counts = counts(&[], csv.as_bytes(), &mut Vec::new());
        counts.is_ok_and(|(counts, _)| counts.is_failure(strict))
    };
    assert!(!fails("ph\n7\n", true));
    assert!(!fails("ph\n7\nx\n", false));
    assert!(fails("ph\n7\nx\n", true));
    for nothing in ["ph\nx\n", "ph\n--\n", "ph\n", "name\na\n"] {
        assert!(fails(nothing, false), "{nothing:?}");
    }
    // An empty file fails with a message.
    assert!(counts(&[], b"", &mut Vec::new()).is_err());
}

#[test]
fn files_that_cannot_be_read() {
    let message = |file: &str| {
        let arguments = Arguments::parse([file.into()]).unwrap();
        let (name, input, _) = input::open(&arguments)?;
        match stream::classify(&arguments, &name, input, Vec::new(), &mut Vec::new()) {
            Err(Stop::Failed(message)) => Err(message),
            other => Ok(other.is_ok()),
        }
    };
    let error = message("no-such.csv").err().unwrap();
    assert_eq!(error, "no-such.csv: there is no such file");
    if cfg!(unix) {
        let error = message(env!("CARGO_TARGET_TMPDIR")).err().unwrap();
        assert!(error.ends_with(": it is a directory; expected a file"), "{error}");
    }
}

/// An output whose reader goes away after some bytes, as with `| head`.
struct Head(usize);

impl Write for Head {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(Error::from(ErrorKind::BrokenPipe))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_reader_that_leaves_ends_the_run_without_a_failure() {
    let arguments = Arguments::parse([]).unwrap();
    let csv = format!("ph\n{}", "7\n".repeat(20_000));
    let mut messages = Vec::new();
    for room in [0, 10_000, 100_000] {
        let output = Head(room);
        let stop = stream::classify(&arguments, "a", csv.as_bytes(), output, &mut messages);
        assert!(matches!(stop, Err(Stop::NobodyReads)), "{room}");
    }
    assert!(messages.is_empty());
}
