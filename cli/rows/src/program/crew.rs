//! Parts of a work on some threads, which come back in the order in which they were given out.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::Scope;

/// How many parts wait for each thread, or are done by it and not taken back.
const EACH: usize = 2;

/// A part, or why it could not be done; one type there and back, so that one kind of channel is
/// compiled.
type Passed<P> = Result<P, String>;

/// Where a thread gets parts from, and where it gives them back.
type Thread<P> = (SyncSender<Passed<P>>, Receiver<Passed<P>>);

/// Threads that do parts in turn.
pub(crate) struct Crew<'s, 'e, P> {
    scope: &'s Scope<'s, 'e>,
    threads: Vec<Thread<P>>,
    /// How many parts were given out, and how many have come back.
    given: usize,
    taken: usize,
}

impl<'s, 'e, P: Send + 's> Crew<'s, 'e, P> {
    /// Nobody yet.
    pub(crate) const fn new(scope: &'s Scope<'s, 'e>) -> Self {
        Self { scope, threads: Vec::new(), given: 0, taken: 0 }
    }

    /// How many threads there are.
    pub(crate) const fn len(&self) -> usize {
        self.threads.len()
    }

    /// Starts another thread, before any part is given out.
    pub(crate) fn hire(&mut self, mut work: impl FnMut(&mut P) -> Result<(), String> + Send + 's) {
        let (give, parts) = sync_channel::<Passed<P>>(EACH);
        let (done, take) = sync_channel::<Passed<P>>(EACH);
        self.scope.spawn(move || {
            for part in parts {
                let result = part.and_then(|mut part| work(&mut part).map(|()| part));
                if done.send(result).is_err() {
                    // Nobody waits for it any more.
                    return;
                }
            }
        });
        self.threads.push((give, take));
    }

    /// Whether all threads have enough to do: a part is to be taken back first.
    pub(crate) const fn is_busy(&self) -> bool {
        self.given - self.taken >= EACH * self.threads.len()
    }

    /// Gives a part to the thread whose turn it is.
    pub(crate) fn give(&mut self, part: P) -> Result<(), String> {
        let turn = self.given.checked_rem(self.threads.len());
        let thread = turn.and_then(|turn| self.threads.get(turn)).ok_or("there is no thread")?;
        self.given += 1;
        thread.0.send(Ok(part)).map_err(|_| "a thread has ended".to_owned())
    }

    /// Takes the part back that was given out first; `None` where all are back.
    pub(crate) fn take(&mut self) -> Result<Option<P>, String> {
        if self.taken == self.given {
            return Ok(None);
        }
        let turn = self.taken % self.threads.len();
        self.taken += 1;
        self.threads[turn].1.recv().map_err(|_| "a thread has ended".to_owned())?.map(Some)
    }
}
