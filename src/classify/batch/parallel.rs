//! Halves of a batch on several threads, with the same answers.

#![cfg_attr(not(feature = "std"), allow(dead_code, reason = "there are no threads then"))]

#[cfg(feature = "std")]
use core::num::NonZeroUsize;

use crate::classify::batch::batch::Batch;
use crate::classify::batch::block::BatchRows;
use crate::classify::batch::dispatch;
#[cfg(feature = "std")]
use crate::classify::batch::kernel::BLOCK;
use crate::classify::batch::outputs::{ClassCounts, Outputs, Summary};
use crate::classify::batch::value::Value;

/// The rows below which a thread costs more than it saves: some tens of microseconds of
/// work.
const ROWS_A_THREAD: usize = 32_768;

/// Which threads a call may use.
///
/// # Example
/// ```
/// # #[cfg(feature = "std")] {
/// use core::num::NonZero;
/// use gb3838::{Batch, Classifier, Column, Item, WaterBody, batch::Threads};
///
/// let values = vec![0.4; 100_000];
/// let columns = [Column::new(Item::AmmoniaNitrogen, &values)];
/// let batch = Batch::new(&Classifier::for_readings(WaterBody::River), &columns)?;
/// let two = NonZero::new(2).map_or(Threads::One, Threads::Scoped);
/// assert_eq!(batch.with_threads(two).counts(), batch.counts());
/// # }
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Threads {
    /// The calling thread alone.
    #[default]
    One,
    /// At most so many, the calling one included, started for the call and ended with it.
    ///
    /// Few rows stay on the calling thread: a further one needs 32 768. Starting a thread is
    /// the only allocation of a call.
    #[cfg(feature = "std")]
    Scoped(NonZeroUsize),
    /// Those of the current `rayon` pool.
    #[cfg(feature = "rayon")]
    Rayon,
}

/// Something that is judged in two parts, whose answers are put together.
trait Work: Sized + Send {
    type Answer: Send;

    fn rows(&self) -> usize;
    fn halves(self, row: usize) -> (Self, Self);
    fn answer(self) -> Self::Answer;
    fn join(first: Self::Answer, second: Self::Answer) -> Self::Answer;
}

struct Fill<'b, 'a, 'o, T>(Part<'b, 'a, T>, Outputs<'o>);

struct Tally<'b, 'a, T>(Part<'b, 'a, T>);

/// Rows of a batch: cut by numbers, and bound to the columns only when they are judged.
#[derive(Clone, Copy)]
struct Part<'b, 'a, T> {
    batch: &'b Batch<'a, T>,
    start: usize,
    rows: usize,
}

impl<'a, T: Value> Part<'_, 'a, T> {
    fn halves(self, row: usize) -> (Self, Self) {
        let rest = Self { start: self.start + row, rows: self.rows - row, ..self };
        (Self { rows: row, ..self }, rest)
    }

    /// Calls with these rows as a batch; all of them need no other one.
    fn bound<R>(&self, with: impl FnOnce(&Batch<'a, T>) -> R) -> R {
        if self.rows == self.batch.rows {
            return with(self.batch);
        }
        with(&self.batch.part(self.start..self.start + self.rows))
    }
}

impl<T: Value> Work for Fill<'_, '_, '_, T> {
    type Answer = Summary;

    fn rows(&self) -> usize {
        self.0.rows
    }

    fn halves(self, row: usize) -> (Self, Self) {
        let ((part, rest), (outputs, outputs_rest)) = (self.0.halves(row), self.1.split_at(row));
        (Self(part, outputs), Self(rest, outputs_rest))
    }

    fn answer(mut self) -> Summary {
        let out = &mut self.1;
        self.0.bound(|batch| dispatch::run(BatchRows { batch, out }, batch.instructions()))
    }

    fn join(mut first: Summary, second: Summary) -> Summary {
        first.append(second);
        first
    }
}

impl<T: Value> Work for Tally<'_, '_, T> {
    type Answer = (ClassCounts, Summary);

    fn rows(&self) -> usize {
        self.0.rows
    }

    fn halves(self, row: usize) -> (Self, Self) {
        let (part, rest) = self.0.halves(row);
        (Self(part), Self(rest))
    }

    fn answer(self) -> (ClassCounts, Summary) {
        let mut counts = ClassCounts::default();
        let count = |class: &[u8]| class.iter().for_each(|code| counts.count(*code));
        let summary = self.0.bound(|batch| batch.each_class(count));
        (counts, summary)
    }

    fn join(mut first: Self::Answer, second: Self::Answer) -> Self::Answer {
        first.0.add(&second.0);
        first.1.append(second.1);
        first
    }
}

/// Fills buffers that have been checked.
pub(crate) fn run<T: Value>(batch: &Batch<'_, T>, outputs: Outputs<'_>, on: Threads) -> Summary {
    answer(Fill(Part { batch, start: 0, rows: batch.rows }, outputs), on)
}

/// Counts the classes of all rows.
pub(crate) fn counts<T: Value>(batch: &Batch<'_, T>, on: Threads) -> (ClassCounts, Summary) {
    answer(Tally(Part { batch, start: 0, rows: batch.rows }), on)
}

fn answer<W: Work>(work: W, on: Threads) -> W::Answer {
    match on {
        Threads::One => work.answer(),
        #[cfg(feature = "std")]
        Threads::Scoped(threads) => scoped(work, threads.get()),
        #[cfg(feature = "rayon")]
        Threads::Rayon => in_pool(work),
    }
}

/// The row to cut at: a share of the rows, at the start of a block.
#[cfg(feature = "std")]
const fn cut(rows: usize, share: usize, of: usize) -> usize {
    rows / of * share / BLOCK * BLOCK
}

#[cfg(feature = "std")]
fn scoped<W: Work>(work: W, threads: usize) -> W::Answer {
    let threads = threads.min(work.rows() / ROWS_A_THREAD);
    if threads < 2 {
        return work.answer();
    }
    let here = threads / 2;
    let row = cut(work.rows(), here, threads);
    let (first, second) = work.halves(row);
    std::thread::scope(|scope| {
        let other = scope.spawn(move || scoped(second, threads - here));
        let first = scoped(first, here);
        match other.join() {
            Ok(second) => W::join(first, second),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

#[cfg(feature = "rayon")]
fn in_pool<W: Work>(work: W) -> W::Answer {
    if work.rows() < 2 * ROWS_A_THREAD {
        return work.answer();
    }
    let row = cut(work.rows(), 1, 2);
    let (first, second) = work.halves(row);
    let (first, second) = rayon::join(|| in_pool(first), || in_pool(second));
    W::join(first, second)
}
