//! How the cost of a text grows with it, and what the texts made to hurt cost: a table of time and memory for each byte.
//!
//! `cargo bench --bench growth`, or with a number of megabytes behind `--` for longer hostile texts.

#[path = "../crates/pressfacts/src/testing/hostile.rs"]
mod hostile;

use std::time::Instant;

use pressfacts::Extractor;

/// The least of that many takes counts: others are disturbed.
const TAKES: usize = 3;

fn main() {
    let megabytes = std::env::args().skip(1).find_map(|argument| argument.parse::<usize>().ok()).unwrap_or(1);
    let bytes = megabytes * 1_000_000;
    let fixtures: Vec<String> = pressfacts_suite::fixtures().into_iter().map(|fixture| fixture.text).collect();
    let ordinary = fixtures.join("\n\n");
    Extractor::default().extract(&ordinary);
    println!("{:<22}{:>12}{:>12}{:>12}", "text", "bytes", "ns/byte", "x ordinary");
    let once = row("ordinary", &ordinary, None);
    for copies in [10, 100, 1000] {
        row(&format!("{copies} times ordinary"), &vec![&*ordinary; copies].join("\n\n"), Some(once));
    }
    let lines = ordinary.split_whitespace().collect::<Vec<_>>().join(" ");
    row("ordinary in one line", &lines.repeat(bytes / lines.len() + 1), Some(once));
    for (name, text) in hostile::texts(bytes) {
        row(name, &text, Some(once));
    }
}

/// Prints what the text costs; returns it in nanoseconds a byte.
fn row(name: &str, text: &str, ordinary: Option<f64>) -> f64 {
    let extractor = Extractor::default();
    let takes = (0..TAKES).map(|_| {
        let start = Instant::now();
        std::hint::black_box(extractor.extract(text));
        start.elapsed()
    });
    let least = takes.min().unwrap_or_default();
    let bytes = u32::try_from(text.len()).expect("a text under 4 GB");
    let cost = least.as_secs_f64() * 1e9 / f64::from(bytes);
    println!("{name:<22}{:>12}{cost:>12.1}{:>12.2}", text.len(), cost / ordinary.unwrap_or(cost));
    cost
}
