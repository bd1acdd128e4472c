//! Throughput of the whole extraction over the fixtures, and how it grows with the text.
//!
//! `cargo bench` prints bytes a second. The yardstick beside them is one pass of `unicode_word_indices` over the same
//! bytes: the least that any tagger for Unicode text has to do.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use pressfacts::Extractor;
use unicode_segmentation::UnicodeSegmentation as _;

const COPIES: [usize; 3] = [1, 10, 100];

fn main() {
    divan::main();
}

/// All fixtures, a number of times over, as one text.
fn text(copies: usize) -> String {
    let texts: Vec<_> = pressfacts_suite::fixtures().into_iter().map(|fixture| fixture.text).collect();
    vec![texts.join("\n\n"); copies].join("\n\n")
}

#[divan::bench(args = COPIES)]
fn extract(bencher: Bencher, copies: usize) {
    let text = text(copies);
    let extractor = Extractor::default();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| extractor.extract(black_box(&text)));
}

#[divan::bench(args = COPIES)]
fn unicode_words(bencher: Bencher, copies: usize) {
    let text = text(copies);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| black_box(&text).unicode_word_indices().count());
}
