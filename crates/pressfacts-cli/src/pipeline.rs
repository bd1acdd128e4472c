//! Work shared out among threads: the order is kept, and little is held at a time.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};

use anyhow::{Context as _, anyhow};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::input::{InputError, Raw};
use crate::panics;
use crate::run::Failure;

/// Documents a thread that are waiting, worked on, or done before their turn: enough to keep the threads busy while a long
/// document holds the others up.
const AHEAD: usize = 32;
/// Bytes of input after which no further document is taken in before one is out.
const BYTES: usize = 8 << 20;

/// Threads to work with; none told is one for each core.
pub(crate) fn threads(number: Option<u16>) -> anyhow::Result<ThreadPool> {
    ThreadPoolBuilder::new().num_threads(number.map_or(0, usize::from)).build().context("cannot start threads")
}

/// Does the work for each input, on all threads, and hands on what is done in the order of the inputs. This thread reads
/// and writes meanwhile. Stops at the first error of `done`. Work that panics fails for its input alone.
pub(crate) fn each<T: Send>(
    threads: &ThreadPool,
    inputs: impl Iterator<Item = Result<Raw, InputError>>,
    work: impl Fn(Result<Raw, InputError>) -> Result<T, Failure> + Sync,
    done: impl FnMut(Result<T, Failure>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    until(&AtomicBool::new(false), threads, inputs, work, done)
}

/// The same; no work is begun once `stopped` is set.
fn until<T: Send>(
    stopped: &AtomicBool,
    threads: &ThreadPool,
    inputs: impl Iterator<Item = Result<Raw, InputError>>,
    work: impl Fn(Result<Raw, InputError>) -> Result<T, Failure> + Sync,
    mut done: impl FnMut(Result<T, Failure>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let most = AHEAD * threads.current_num_threads();
    threads.in_place_scope(|scope| {
        let work = &work;
        let mut queue = Queue { jobs: VecDeque::new(), bytes: 0 };
        let all = || {
            for input in inputs {
                let bytes = input.as_ref().map_or(0, Raw::size);
                while queue.jobs.len() >= most || !queue.jobs.is_empty() && queue.bytes + bytes > BYTES {
                    queue.out(&mut done)?;
                }
                let (sender, receiver) = sync_channel(1);
                scope.spawn(move |_| {
                    if !stopped.load(Ordering::Relaxed) {
                        let name = input.as_ref().map_or_else(InputError::name, Raw::name);
                        // Nobody waits for it where the run has stopped.
                        let _ = sender.send(guarded(&name, || work(input)));
                    }
                });
                queue.bytes += bytes;
                queue.jobs.push_back(Job { bytes, receiver });
            }
            while !queue.jobs.is_empty() {
                queue.out(&mut done)?;
            }
            Ok(())
        };
        let all = all();
        // Within the scope, which ends when all that was begun has ended.
        stopped.store(true, Ordering::Relaxed);
        all
    })
}

/// What the work makes; where it panics, the failure of the input of that name.
pub(crate) fn guarded<T>(name: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    panics::guarded(work).unwrap_or_else(|how| Err(Failure::Panic(name.to_owned(), how)))
}

struct Queue<T> {
    jobs: VecDeque<Job<T>>,
    bytes: usize,
}

struct Job<T> {
    bytes: usize,
    receiver: Receiver<T>,
}

impl<T> Queue<T> {
    /// Hands on the first of the queue, when it is done.
    fn out(&mut self, done: &mut impl FnMut(T) -> anyhow::Result<()>) -> anyhow::Result<()> {
        let Some(Job { bytes, receiver }) = self.jobs.pop_front() else { return Ok(()) };
        self.bytes -= bytes;
        done(receiver.recv().map_err(|_| anyhow!("a thread broke off"))?)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
    use std::thread::yield_now;

    use anyhow::bail;

    use super::{each, threads, until};
    use crate::input::Raw;
    use crate::panics;
    use crate::run::Failure;

    #[test]
    fn work_that_panics_fails_for_its_input_alone() {
        panics::keep();
        let threads = threads(Some(2)).expect("threads");
        let inputs = ["a", "b", "c"].map(|name| Ok(Raw::of(name, "text")));
        let mut all = Vec::new();
        let work = |input: Result<Raw, _>| {
            let name = input.expect("an input").name();
            assert_ne!(name, "b");
            Ok(name)
        };
        let done = |done: Result<String, Failure>| {
            all.push(done.unwrap_or_else(|failure| failure.to_string()));
            Ok(())
        };
        each(&threads, inputs.into_iter(), work, done).expect("a run to its end");
        assert_eq!((all.len(), &*all[0], &*all[2]), (3, "a", "c"));
        let start = "b: the work on it broke off, which is a fault of this program: ";
        assert!(all[1].starts_with(start) && all[1].contains("src/pipeline.rs:"), "{}", all[1]);
    }

    #[test]
    fn nothing_is_begun_after_an_error() {
        let threads = threads(Some(1)).expect("threads");
        let (begun, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
        let work = |_| {
            // The second is at work while the first fails; the others wait.
            if begun.fetch_add(1, Ordering::Relaxed) > 0 {
                while !stopped.load(Ordering::Relaxed) {
                    yield_now();
                }
            }
            Ok(())
        };
        let inputs = (0..30).map(|_| Ok(Raw::of("a", "text")));
        until(&stopped, &threads, inputs, work, |_| bail!("closed")).expect_err("an error");
        assert!(begun.into_inner() <= 2);
    }
}
