//! How far a long job is, with its rate and the time that is left; nothing where no person
//! watches.

use std::cell::RefCell;
use std::fmt;
use std::io::{IsTerminal, Read, Result, Write, stderr};
use std::rc::Rc;
use std::time::{Duration, Instant};

use gb3838::report::Language;

/// A file of fewer bytes is read before a bar is seen.
const LONG: u64 = 1 << 22;

/// How long a bar stands before it is drawn anew.
const STANDS: Duration = Duration::from_millis(100);

/// The cells of a bar.
const WIDTH: usize = 30;

/// A bar on the terminal, for all who hold it; it goes when the last of them does.
#[derive(Clone, Debug, Default)]
pub struct ProgressBar(Option<Rc<RefCell<Drawn>>>);

/// What a bar counts.
#[derive(Clone, Copy, Debug)]
enum Unit {
    Bytes,
    Cases,
}

#[derive(Debug)]
struct Drawn {
    unit: Unit,
    language: Language,
    done: u64,
    whole: u64,
    started: Instant,
    /// When it was drawn last; at first when it could have been.
    last: Instant,
    /// Whether it stands on the terminal.
    is_seen: bool,
}

/// A bar over the bytes of a file.
pub(crate) fn of_bytes(size: u64, language: Language) -> ProgressBar {
    if size < LONG { ProgressBar::hidden() } else { ProgressBar::new(size, Unit::Bytes, language) }
}

/// A bar over some cases.
pub(crate) fn of_cases(count: usize, language: Language) -> ProgressBar {
    ProgressBar::new(count as u64, Unit::Cases, language)
}

/// An input whose reading shows a bar.
pub(crate) fn watched<R: Read>(input: R, size: u64, language: Language) -> Watched<R> {
    of_bytes(size, language).watch(input)
}

impl ProgressBar {
    /// None.
    pub(crate) const fn hidden() -> Self {
        Self(None)
    }

    fn new(whole: u64, unit: Unit, language: Language) -> Self {
        if !stderr().is_terminal() {
            return Self::hidden();
        }
        let now = Instant::now();
        let drawn =
            Drawn { unit, language, done: 0, whole, started: now, last: now, is_seen: false };
        Self(Some(Rc::new(RefCell::new(drawn))))
    }

    /// An input whose reading moves this bar.
    pub(crate) fn watch<R: Read>(&self, input: R) -> Watched<R> {
        Watched { input, bar: self.clone() }
    }

    /// So much more is done.
    pub(crate) fn add(&self, more: u64) {
        let Some(bar) = &self.0 else { return };
        let mut bar = bar.borrow_mut();
        bar.done = bar.done.saturating_add(more);
        if bar.last.elapsed() >= STANDS {
            bar.last = Instant::now();
            bar.is_seen = true;
            // Who cannot see it loses nothing.
            drop(write!(stderr(), "\r{bar}\x1b[K"));
        }
    }

    /// Takes the bar off the terminal.
    pub(crate) fn clear(&self) {
        if let Some(bar) = &self.0 {
            bar.borrow_mut().clear();
        }
    }
}

impl Drawn {
    fn clear(&mut self) {
        if self.is_seen {
            self.is_seen = false;
            drop(write!(stderr(), "\r\x1b[K"));
        }
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        self.clear();
    }
}

impl fmt::Display for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { unit, done, whole, .. } = *self;
        let full = u128::from(done) * WIDTH as u128 / u128::from(whole.max(1));
        let full = usize::try_from(full).map_or(WIDTH, |full| full.min(WIDTH));
        let milliseconds = self.started.elapsed().as_millis().max(1);
        let rate = u64::try_from(u128::from(done) * 1000 / milliseconds).unwrap_or(u64::MAX);
        let left = whole.saturating_sub(done) / rate.max(1);
        let (comma, left) = match self.language {
            Language::Chinese => ("，", format!("剩余{left}秒")),
            Language::English => (", ", format!("{left} s left")),
        };
        write!(f, "{:█<full$}{:░<rest$} ", "", "", rest = WIDTH - full)?;
        match unit {
            Unit::Bytes => {
                let [done, whole, rate] = [done, whole, rate].map(megabytes);
                write!(f, "{done}/{whole} MB{comma}{rate} MB/s{comma}{left}")
            }
            Unit::Cases => write!(f, "{done}/{whole}{comma}{rate}/s{comma}{left}"),
        }
    }
}

/// Bytes in units of a million, with one decimal.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes / 100_000;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// An input that moves a bar.
#[derive(Debug)]
pub(crate) struct Watched<R> {
    input: R,
    bar: ProgressBar,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = self.input.read(buffer)?;
        self.bar.add(read as u64);
        Ok(read)
    }
}
