//! Work shared out among threads: the order is kept, and little is held at a time.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};

use anyhow::{Context as _, anyhow};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::input::{InputError, Raw};

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
/// and writes meanwhile. Stops at the first error of `done`.
pub(crate) fn each<T: Send>(
    threads: &ThreadPool,
    inputs: impl Iterator<Item = Result<Raw, InputError>>,
    work: impl Fn(Result<Raw, InputError>) -> T + Sync,
    mut done: impl FnMut(T) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let stopped = AtomicBool::new(false);
    let most = AHEAD * threads.current_num_threads();
    let all = threads.in_place_scope(|scope| {
        let (work, stopped) = (&work, &stopped);
        let mut queue = Queue { jobs: VecDeque::new(), bytes: 0 };
        for input in inputs {
            let bytes = input.as_ref().map_or(0, Raw::size);
            while queue.jobs.len() >= most || !queue.jobs.is_empty() && queue.bytes + bytes > BYTES {
                queue.out(&mut done)?;
            }
            let (sender, receiver) = sync_channel(1);
            scope.spawn(move |_| {
                if !stopped.load(Ordering::Relaxed) {
                    // Nobody waits for it where the run has stopped.
                    let _ = sender.send(work(input));
                }
            });
            queue.bytes += bytes;
            queue.jobs.push_back(Job { bytes, receiver });
        }
        while !queue.jobs.is_empty() {
            queue.out(&mut done)?;
        }
        Ok(())
    });
    if all.is_err() {
        stopped.store(true, Ordering::Relaxed);
    }
    all
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
