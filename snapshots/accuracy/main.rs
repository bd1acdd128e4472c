//! How much of what a careful reader finds in the seed texts is found: scored against the gold files beside them.
//!
//! `cargo test --test accuracy -- --nocapture` prints the figures.

mod compare;
mod score;

use std::fs;

use pressfacts::{Extractor, OffsetUnit};
use score::Score;
use serde_json::Value;

/// What F1 may not fall under, in per cent. Raised as the rules grow, never lowered.
const FLOORS: &[(&str, f64)] = &[
    ("dates value", 40.0),
    ("roles strict", 0.0),
    ("statistics value+unit", 0.0),
    ("agreements kind", 0.0),
    ("agreements record", 0.0),
];
/// What the mean of the headline figures may not fall under.
const PRESS_FLOOR: f64 = 10.0;
/// The headline figure of each family.
const HEADLINES: [&str; 4] = ["dates value", "roles strict", "statistics value+unit", "agreements record"];

#[test]
fn the_seed_texts_are_read_well() {
    let mut score = Score::default();
    let mut scored = 0;
    for fixture in pressfacts_suite::fixtures() {
        let Ok(gold) = fs::read_to_string(fixture.path.with_extension("gold.json")) else { continue };
        let gold: Value = serde_json::from_str(&gold).expect("a gold file is JSON");
        let facts = Extractor::default().extract(&fixture.text).with_offsets(&fixture.text, OffsetUnit::Char);
        score.add(&gold, &serde_json::to_value(facts).expect("facts serialise"));
        scored += 1;
    }
    assert_eq!(scored, 5, "the seed texts with their gold files");

    for (measure, count) in &score.counts {
        let [precision, recall, f1] = count.figures();
        println!("{measure:28} P {precision:5.1}  R {recall:5.1}  F1 {f1:5.1}   {count:?}");
    }
    let press = HEADLINES.map(|measure| score.of(measure).f1()).iter().sum::<f64>() / 4.0;
    println!("press {press:.1}");

    let figures = FLOORS.iter().map(|&(measure, floor)| (measure, score.of(measure).f1(), floor));
    let low: Vec<_> = figures.chain([("press", press, PRESS_FLOOR)]).filter(|(_, figure, floor)| figure < floor).collect();
    assert!(low.is_empty(), "under the floor (measure, F1, floor): {low:.1?}");
}
