//! The way from arguments to output.

use std::io::{self, BufWriter, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Context as _, anyhow};
use pressfacts::{Extractor, OffsetUnit, Options};
use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::args::{Extract, Format};
use crate::input::{self, InputError, Raw};
use crate::output::{self, Printer};

/// Documents that are worked on at a time: enough to keep all threads busy, few enough to be held in memory.
const BATCH_DOCUMENTS: usize = 256;
/// Bytes after which a batch takes no further document.
const BATCH_BYTES: usize = 4 << 20;

/// Whether everything could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Complete,
    Incomplete,
}

/// Extracts from all inputs and prints in their order, whatever the number of threads.
pub(crate) fn extract(arguments: &Extract) -> anyhow::Result<Outcome> {
    let threads = arguments.threads.map_or(0, usize::from);
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().context("cannot start threads")?;
    let job = Job { options: arguments.options(), offsets: arguments.offsets, format: arguments.format() };
    let mut printer = Printer::new(BufWriter::new(io::stdout().lock()), job.format);
    let mut inputs = input::documents(&arguments.paths, arguments.input_format);
    let mut outcome = Outcome::Complete;
    loop {
        let batch = next_batch(&mut inputs);
        if batch.is_empty() {
            break;
        }
        let done: Vec<_> = pool.install(|| batch.into_par_iter().map(|input| job.process(input)).collect());
        for document in done {
            match document {
                Ok(document) => printer.print(&document).context(UNWRITABLE)?,
                Err(error) => {
                    report(&error);
                    outcome = Outcome::Incomplete;
                }
            }
        }
        printer.flush().context(UNWRITABLE)?;
    }
    printer.finish().context(UNWRITABLE)?;
    Ok(outcome)
}

const UNWRITABLE: &str = "cannot write the output";

/// Says on standard error what went wrong. Where that is closed, there is nobody to tell.
pub(crate) fn report(error: &anyhow::Error) {
    let _ = writeln!(io::stderr(), "error: {error:#}");
}

fn next_batch(inputs: &mut impl Iterator<Item = Result<Raw, InputError>>) -> Vec<Result<Raw, InputError>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while bytes < BATCH_BYTES && batch.len() < BATCH_DOCUMENTS {
        let Some(input) = inputs.next() else { break };
        bytes += input.as_ref().map_or(0, Raw::size);
        batch.push(input);
    }
    batch
}

/// What is done with each document.
struct Job {
    options: Options,
    offsets: OffsetUnit,
    format: Format,
}

impl Job {
    fn process(&self, input: Result<Raw, InputError>) -> anyhow::Result<Vec<u8>> {
        let document = input?.decode()?;
        let mut options = self.options.clone();
        options.published = document.published.or(options.published);
        let extractor = Extractor::new(options);
        // Extraction does not panic. Should it ever, that is one document's fault and must not take the others along.
        let facts = catch_unwind(AssertUnwindSafe(|| extractor.extract(&document.text)))
            .map_err(|_| anyhow!("{}: the extraction broke off, which is a fault of this program", document.source))?;
        let mut facts = facts.with_offsets(&document.text, self.offsets);
        facts.source = Some(document.source);
        Ok(output::render(&facts, self.format)?)
    }
}
