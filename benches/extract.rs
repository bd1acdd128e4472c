//! Throughput, against yardsticks taken in the same run, and what a document allocates.
//!
//! The yardsticks are one pass of `unicode_word_indices`, the least that any tagger for Unicode text has to do, and one
//! pass of a date regex with ten alternatives, what a simple tagger does for one family. How to read and repeat this is in
//! `docs/performance.md`.

mod synthetic;

use divan::counter::{BytesCount, ItemsCount};
use divan::{AllocProfiler, Bencher, black_box};
use pressfacts::{Extractor, Family, Options};
use regex::Regex;
use unicode_segmentation::UnicodeSegmentation as _;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

/// What is read: each row has its yardsticks under the same name.
#[derive(Clone, Copy, Debug)]
enum Corpus {
    /// The five texts of the first users.
    Seeds,
    /// All texts under `fixtures/`: those written for tests have two or three times as many facts as press text has.
    Fixtures,
    /// A hundred times as much.
    HundredFixtures,
    /// Ten megabytes of press text made up by chance.
    Synthetic,
}

const CORPORA: [Corpus; 4] = [Corpus::Seeds, Corpus::Fixtures, Corpus::HundredFixtures, Corpus::Synthetic];

impl Corpus {
    fn text(self) -> String {
        let fixtures = |folder: &str| {
            let fixtures = pressfacts_suite::fixtures().into_iter().filter(|fixture| fixture.name.starts_with(folder));
            fixtures.map(|fixture| fixture.text).collect::<Vec<_>>().join("\n\n")
        };
        match self {
            Self::Seeds => fixtures("seeds"),
            Self::Fixtures => fixtures(""),
            Self::HundredFixtures => vec![fixtures(""); 100].join("\n\n"),
            Self::Synthetic => synthetic::press(10_000_000),
        }
    }
}

/// Ten ways to write a day, a month or a time.
const DATES: &str = r"(?x)
    \b\d{4}-\d{2}-\d{2}\b
  | \b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b
  | \b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}(?:,\s+\d{4})?\b
  | \b\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b
  | \b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b
  | \b(?:last|next|this)\s+(?:week|month|year|quarter)\b
  | \b(?:first|second|third|fourth)\s+quarter\b
  | \b(?:today|yesterday|tomorrow)\b
  | \b\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?\b
  | \b(?:19|20)\d{2}\b";

fn main() {
    divan::main();
}

fn texts() -> Vec<String> {
    pressfacts_suite::fixtures().into_iter().map(|fixture| fixture.text).collect()
}

#[divan::bench(args = CORPORA, max_time = 10)]
fn extract(bencher: Bencher, corpus: Corpus) {
    let text = corpus.text();
    let extractor = Extractor::default();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| extractor.extract(black_box(&text)));
}

/// One family alone: what the stages before the facts cost is in each.
#[divan::bench(args = Family::ALL)]
fn family(bencher: Bencher, family: Family) {
    let text = Corpus::Fixtures.text();
    let extractor = Extractor::new(Options::default().families([family]));
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| extractor.extract(black_box(&text)));
}

/// Document by document, as the command reads them. The allocations shown, divided by the documents, are those of one.
#[divan::bench]
fn documents(bencher: Bencher) {
    let texts = texts();
    let bytes = texts.iter().map(String::len).sum::<usize>();
    let extractor = Extractor::default();
    let bencher = bencher.counter(BytesCount::new(bytes)).counter(ItemsCount::new(texts.len()));
    bencher.bench_local(|| texts.iter().map(|text| extractor.extract(black_box(text)).dates.len()).sum::<usize>());
}

/// The same on one thread, and on two, each with half of the documents ten times over.
#[divan::bench(args = [1, 2])]
fn threads(bencher: Bencher, threads: usize) {
    let texts: Vec<String> = std::iter::repeat_n(texts(), 10).flatten().collect();
    let bytes = texts.iter().map(String::len).sum::<usize>();
    let extractor = Extractor::default();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        std::thread::scope(|scope| {
            for part in 0..threads {
                let own = texts.iter().skip(part).step_by(threads);
                scope.spawn(|| own.for_each(|text| drop(extractor.extract(black_box(text)))));
            }
        });
    });
}

/// One line, as a filter gets them.
#[divan::bench]
fn one_line(bencher: Bencher) {
    let text = "Acme Ltd. named Jane Miller as director on 6 May 2024, after sales rose by 5% to $20 million.";
    let extractor = Extractor::default();
    bencher.counter(BytesCount::of_str(text)).bench_local(|| extractor.extract(black_box(text)));
}

#[divan::bench(args = CORPORA, max_time = 10)]
fn unicode_words(bencher: Bencher, corpus: Corpus) {
    let text = corpus.text();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| black_box(&text).unicode_word_indices().count());
}

#[divan::bench(args = CORPORA, max_time = 10)]
fn date_regex(bencher: Bencher, corpus: Corpus) {
    let text = corpus.text();
    let dates = Regex::new(DATES).expect("a sound pattern");
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| dates.find_iter(black_box(&text)).count());
}
