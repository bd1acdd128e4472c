//! What each stage of an extraction costs over the fixtures, one by one and on one thread: nanoseconds a byte, and the share
//! of the whole. The JSON that is made of the facts is counted apart.
//!
//! `cargo bench --bench stages`. Instructions for each stage, which nothing else on the machine disturbs, are to be had from
//! callgrind, as `docs/performance.md` tells.

use std::hint::black_box;
use std::time::{Duration, Instant};

use pressfacts::{Extractor, Stage};

/// The least of that many takes counts, for each document and stage: others are disturbed.
const TAKES: usize = 40;
const STAGES: [&str; 7] = ["layout and tokens", "rules", "resolve", "normalize", "link", "schema", "(json)"];

fn main() {
    let texts: Vec<String> = pressfacts_suite::fixtures().into_iter().map(|fixture| fixture.text).collect();
    let bytes = u32::try_from(texts.iter().map(String::len).sum::<usize>()).expect("fixtures under 4 GB");
    let extractor = Extractor::default();
    let mut least = vec![[Duration::MAX; STAGES.len()]; texts.len()];
    for _ in 0..TAKES {
        for (text, least) in texts.iter().zip(&mut least) {
            for (least, took) in least.iter_mut().zip(take(&extractor, text)) {
                *least = took.min(*least);
            }
        }
    }
    let nanoseconds = |stage: usize| least.iter().map(|took| took[stage].as_secs_f64() * 1e9).sum::<f64>() / f64::from(bytes);
    let whole: f64 = (0..STAGES.len() - 1).map(nanoseconds).sum();
    println!("{:<20}{:>10}{:>8}", "stage", "ns/byte", "share");
    for (stage, name) in STAGES.iter().enumerate() {
        println!("{name:<20}{:>10.1}{:>7.0}%", nanoseconds(stage), 100.0 * nanoseconds(stage) / whole);
    }
    println!("{:<20}{whole:>10.1}{:>7.1} MB/s", "whole", 1e3 / whole);
}

/// How long each stage took once.
fn take(extractor: &Extractor, text: &str) -> [Duration; STAGES.len()] {
    let mut took = [Duration::ZERO; STAGES.len()];
    let mut start = Instant::now();
    let mut lap = |stage: usize| {
        took[stage] = start.elapsed();
        start = Instant::now();
    };
    let facts = extractor.extract_observed(black_box(text), |stage| {
        lap(match stage {
            Stage::Layout => 0,
            Stage::Rules => 1,
            Stage::Resolve => 2,
            Stage::Normalize => 3,
            Stage::Link => 4,
        });
    });
    lap(5);
    black_box(serde_json::to_string(&facts).expect("facts are JSON"));
    lap(6);
    drop(facts);
    took
}
