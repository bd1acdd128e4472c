//! Drives the checks with bytes of its own, on a stable toolchain:
//! `cargo run --release --no-default-features --example random -- SECONDS [SEED]`.
//!
//! Half of the inputs are made anew, half are bits of the fixtures cut up, joined and spoilt. An input that fails is
//! written to `crash.bin`, and the panic says why.

use std::panic::catch_unwind;
use std::time::{Duration, Instant};

const MOST_BYTES: usize = 600;

/// An xorshift generator: the same seed, the same inputs.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        let length = self.below(most);
        (0..length).map(|_| (self.next() >> 32) as u8).collect()
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1).filter_map(|argument| argument.parse::<u64>().ok());
    let time = Duration::from_secs(arguments.next().unwrap_or(60));
    let mut random = Random(arguments.next().unwrap_or(0x9E37_79B9_7F4A_7C15) | 1);
    let texts = fixtures(concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures").as_ref());
    let start = Instant::now();
    let mut runs = 0_u64;
    while start.elapsed() < time {
        let (target, data): (fn(&[u8]), Vec<u8>) = match random.below(6) {
            0 => (pressfacts_fuzz::bytes, random.bytes(MOST_BYTES)),
            1 => (pressfacts_fuzz::words, random.bytes(MOST_BYTES)),
            2 => (pressfacts_fuzz::bytes, spoilt(&mut random, &texts)),
            3 => (pressfacts_fuzz::lexicon, random.bytes(MOST_BYTES)),
            4 => (pressfacts_fuzz::page, spoilt(&mut random, &texts)),
            _ => (pressfacts_fuzz::lines, json(&mut random, &texts)),
        };
        runs += 1;
        if catch_unwind(|| target(&data)).is_err() {
            std::fs::write("crash.bin", &data).expect("a place for the input");
            eprintln!("crash.bin: {}\n{}", String::from_utf8_lossy(&data), pressfacts_fuzz::worded(&data));
            std::process::exit(1);
        }
    }
    println!("{runs} inputs in {} s", start.elapsed().as_secs());
}

/// Stretches of the texts, one after the other, some bytes of them changed, doubled or left out.
fn spoilt(random: &mut Random, texts: &[Vec<u8>]) -> Vec<u8> {
    let mut data = Vec::new();
    for _ in 0..=random.below(4) {
        let text = &texts[random.below(texts.len())];
        let start = random.below(text.len());
        let end = (start + random.below(MOST_BYTES)).min(text.len());
        data.extend_from_slice(&text[start..end]);
    }
    for _ in 0..random.below(12) {
        let at = random.below(data.len());
        match random.below(4) {
            0 if !data.is_empty() => data[at] = (random.next() >> 32) as u8,
            1 if !data.is_empty() => _ = data.remove(at),
            2 => data.splice(at..at, *b" ").for_each(drop),
            _ => data.splice(at..at, "\u{301}".bytes()).for_each(drop),
        }
    }
    data
}

/// A result as it is written, some bytes of it changed.
fn json(random: &mut Random, texts: &[Vec<u8>]) -> Vec<u8> {
    let text = String::from_utf8_lossy(&spoilt(random, texts)).into_owned();
    let facts = pressfacts::Extractor::default().extract(&text);
    let mut data = serde_json::to_vec(&facts).expect("facts serialise");
    for _ in 0..random.below(6) {
        let at = random.below(data.len());
        data[at] = b"0123456789\",{}[]-n"[random.below(18)];
    }
    data
}

fn fixtures(folder: &std::path::Path) -> Vec<Vec<u8>> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("the fixtures").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let mut texts = Vec::new();
    for path in paths {
        if path.is_dir() {
            texts.extend(fixtures(&path));
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            texts.push(std::fs::read(&path).expect("a readable text"));
        }
    }
    texts
}
