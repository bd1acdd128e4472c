//! `pressfacts extract`: the way from arguments to output.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use pressfacts::{Extraction, Extractor, Family, Lexicon, OffsetUnit, Options};

use crate::args::{self, Extract, Finding, Format};
use crate::fingerprint;
use crate::input::{self, Document, InputError, Kind, Raw};
use crate::output::{self, Found, Rendered, Writer};
use crate::pipeline;
use crate::progress;
use crate::report::{self, Reporter, Tally, Usage, counted};
use crate::resume::{Finished, Partial, Run};
use crate::sink::{self, Sink};

/// Whether everything could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Complete,
    Incomplete,
}

/// Extracts from all inputs and prints in their order, whatever the number of threads.
pub(crate) fn extract(arguments: &Extract, reporter: Reporter) -> anyhow::Result<Outcome> {
    arguments.check()?;
    sink::clean_up_when_interrupted()?;
    let threads = pipeline::threads(arguments.threads.number)?;
    let job = Job::new(arguments)?;
    let (mut writer, finished) = writer(arguments)?;
    let mut tally = Tally::default();
    let reading = arguments.inputs.reading();
    if reporter.shows_progress() && !(arguments.output.is_none() && std::io::stdout().is_terminal()) {
        progress::begin(&arguments.inputs.paths);
    }
    let mut inputs = input::documents(&arguments.inputs.paths, &reading);
    if let Some(finished) = finished {
        skip_finished(&mut inputs, finished, &mut tally)?;
    }
    pipeline::each(
        &threads,
        inputs,
        |input| job.process(input),
        |done| {
            match done {
                Ok(document) => {
                    tally.read += 1;
                    progress::documents(tally.read);
                    if let Some(doubt) = &document.doubt {
                        reporter.warning(format_args!("{}: {doubt}", document.name));
                    }
                    reporter.note(format_args!("{}: {}", document.name, document.note));
                    writer.write(&document.printed).context(UNWRITABLE)
                }
                Err(failure) => {
                    // What was printed before stands before.
                    writer.flush().context(UNWRITABLE)?;
                    report::error(&failure);
                    tally.skip(failure.kind());
                    Ok(())
                }
            }
        },
    )?;
    writer.finish().context(UNWRITABLE)?;
    progress::end();
    reporter.summary(&tally);
    Ok(if tally.skipped() == 0 { Outcome::Complete } else { Outcome::Incomplete })
}

/// Where the facts go, and what a run before has written there.
fn writer(arguments: &Extract) -> anyhow::Result<(Writer, Option<Finished>)> {
    let (format, families) = (arguments.format(), arguments.finding.families());
    if let Some(folder) = &arguments.output_dir {
        return Ok((Writer::to_folder(format, &families, folder)?, None));
    }
    if let (true, Some(path)) = (arguments.resume, &arguments.output) {
        let (partial, finished) = Partial::open(path, arguments.offsets(), &begun(arguments)?)?;
        return Ok((Writer::to_file(format, Sink::Partial(partial)), Some(finished)));
    }
    let sink = Sink::open(arguments.output.as_deref())?;
    let writer = match (format, &families[..]) {
        (Format::Csv, [family]) => Writer::table_to_file(*family, sink)?,
        _ => Writer::to_file(format, sink),
    };
    Ok((writer, None))
}

/// What a run that goes on must share with the one before.
fn begun(arguments: &Extract) -> anyhow::Result<Run> {
    let finding = &arguments.finding;
    let reading = arguments.inputs.reading();
    let families: Vec<_> = finding.families().into_iter().map(Family::name).collect();
    let words = |file: &PathBuf| fs::read(file).map(|words| format!("{:016x}", fingerprint::of(&words)));
    let words: Vec<_> = finding.lexicon.iter().map(words).collect::<Result<_, _>>()?;
    Ok(Run(BTreeMap::from([
        ("the version", args::version().to_owned()),
        ("--only", families.join(",")),
        ("--published", finding.published.map(|date| date.to_string()).unwrap_or_default()),
        ("the content of --lexicon", words.join(",")),
        ("--encoding", reading.encoding.map(|encoding| encoding.name().to_owned()).unwrap_or_default()),
        ("--input-format", reading.format.map(|format| format!("{format:?}").to_lowercase()).unwrap_or_default()),
    ])))
}

/// Passes over what a run before has done. The inputs must be those of that run: what could not be read then cannot be
/// read now, and the others come in the same order.
fn skip_finished(
    inputs: &mut impl Iterator<Item = Result<Raw, InputError>>,
    mut finished: Finished,
    tally: &mut Tally,
) -> anyhow::Result<()> {
    while let Some(done) = finished.next()? {
        let document = loop {
            let Some(input) = inputs.next() else {
                return Err(finished.other(&format!("it goes on with {done}, where the inputs end")));
            };
            let name = input.as_ref().map_or_else(InputError::name, Raw::name);
            match pipeline::guarded(&name, || input.and_then(Raw::decode).map_err(Failure::Input)) {
                Ok(document) => break document,
                Err(failure) => {
                    report::error(&failure);
                    tally.skip(failure.kind());
                }
            }
        };
        if document.source != done {
            return Err(finished.other(&format!("it goes on with {done}, the inputs with {}", document.source)));
        }
        tally.read += 1;
    }
    Ok(())
}

const UNWRITABLE: &str = "cannot write the output";

/// Why there is nothing to print for an input.
#[derive(Debug)]
pub(crate) enum Failure {
    Input(InputError),
    /// Nothing here should panic. Should it ever, that is one document's fault and must not take the others along. The input,
    /// and where and how it broke off.
    Panic(String, String),
    /// Something that belongs to it cannot be read or made.
    Unusable(String, anyhow::Error),
}

impl Failure {
    /// The file of the input, or what stands for it; and whether a line of it is meant.
    pub(crate) fn path(&self) -> (&Path, bool) {
        match self {
            Self::Input(error) => error.path(),
            Self::Panic(source, _) | Self::Unusable(source, _) => (Path::new(source), false),
        }
    }

    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::Input(error) => error.kind(),
            Self::Panic(..) => Kind::Broken,
            Self::Unusable(..) => Kind::Unreadable,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(error) => error.fmt(f),
            Self::Panic(source, how) => write!(f, "{source}: the work on it broke off, which is a fault of this program: {how}"),
            Self::Unusable(source, error) => write!(f, "{source}: {error:#}"),
        }
    }
}

/// The extraction that the options ask for.
#[derive(Debug)]
pub(crate) struct Finder {
    options: Options,
    lexicon: Option<Arc<Lexicon>>,
}

impl Finder {
    pub(crate) fn new(finding: &Finding) -> anyhow::Result<Self> {
        let mut options = Options::default().families(finding.families());
        options.published = finding.published;
        Ok(Self { options, lexicon: lexicon(&finding.lexicon)? })
    }

    /// The extractor for a document.
    pub(crate) fn extractor(&self, document: &Document) -> Extractor {
        let mut options = self.options.clone();
        options.published = document.published.or(options.published);
        let extractor = Extractor::new(options);
        match &self.lexicon {
            Some(lexicon) => extractor.with_lexicon(Arc::clone(lexicon)),
            None => extractor,
        }
    }

    /// The facts of a document, its offsets in UTF-8 bytes.
    pub(crate) fn facts(&self, document: &Document) -> Extraction {
        let mut facts = self.extractor(document).extract(&document.text);
        facts.source = Some(document.source.clone());
        facts
    }
}

/// The built-in words with those of the files; `None` where there is no file.
fn lexicon(files: &[PathBuf]) -> anyhow::Result<Option<Arc<Lexicon>>> {
    if files.is_empty() {
        return Ok(None);
    }
    let mut lexicon = Lexicon::built_in();
    let mut faults = Vec::new();
    for file in files {
        let name = file.display().to_string();
        let added = fs::read_to_string(file).map_err(|error| format!("{name}: {error}"));
        let added = added.and_then(|table| lexicon.add(&name, &table).map_err(|error| error.to_string()));
        faults.extend(added.err());
    }
    if faults.is_empty() { Ok(Some(Arc::new(lexicon))) } else { Err(Usage(faults.join("\n")).into()) }
}

/// What is done with each document.
struct Job {
    finder: Finder,
    offsets: OffsetUnit,
    format: Format,
    print_text: bool,
}

/// A document, done.
struct Done {
    name: String,
    doubt: Option<String>,
    note: String,
    printed: Rendered,
}

impl Job {
    fn new(arguments: &Extract) -> anyhow::Result<Self> {
        Ok(Self {
            finder: Finder::new(&arguments.finding)?,
            offsets: arguments.offsets(),
            format: arguments.format(),
            print_text: arguments.print_text,
        })
    }

    fn process(&self, input: Result<Raw, InputError>) -> Result<Done, Failure> {
        let document = input.and_then(Raw::decode).map_err(Failure::Input)?;
        let unprintable = |error| Failure::Unusable(document.source.clone(), error);
        let mut note = format!("{} bytes of {}", document.text.len(), document.encoding.name());
        let printed = if self.print_text {
            output::render_text(&document, self.format).map_err(unprintable)?
        } else {
            let found = Found::new(&document, self.finder.facts(&document), self.offsets);
            note = format!("{note}, {}", counted(found.count(), "fact"));
            output::render(&found, self.format).map_err(unprintable)?
        };
        Ok(Done { doubt: document.doubt, name: document.source, note, printed })
    }
}
