//! How much of what a careful reader finds is found: scored against the gold files beside the fixtures.
//!
//! `cargo test --test accuracy -- --nocapture` prints the figures.

#[path = "accuracy/links.rs"]
mod links;

use std::fs;

use links::Links;
use pressfacts::{Extractor, OffsetUnit};
use pressfacts_score::{Count, Gold, Score};
use serde_json::Value;

/// Texts with gold files, and what their figures may not fall under.
struct Set {
    /// Folder under `fixtures/`.
    folder: &'static str,
    texts: usize,
    /// F1 in per cent. Raised as the rules grow, never lowered.
    floors: &'static [(&'static str, f64)],
}

const SETS: &[Set] = &[
    Set {
        folder: "seeds",
        texts: 5,
        floors: &[
            ("dates value", 99.0),
            ("roles strict", 99.0),
            ("statistics value+unit", 99.0),
            ("agreements kind", 99.0),
            ("agreements record", 95.0),
            ("press", 98.5),
        ],
    },
    Set {
        folder: "own-gold",
        texts: 14,
        floors: &[
            ("dates value", 97.0),
            ("roles strict", 96.5),
            ("statistics value+unit", 93.5),
            ("agreements kind", 97.0),
            ("agreements record", 80.5),
            ("press", 92.0),
        ],
    },
    // Annotated for roles and agreements only.
    Set {
        folder: "own-gold-roles",
        texts: 18,
        floors: &[("roles strict", 85.0), ("agreements kind", 90.0), ("agreements record", 62.0)],
    },
];

#[test]
fn annotated_texts_are_read_well() {
    let low: Vec<_> = SETS.iter().flat_map(under_floors).collect();
    assert!(low.is_empty(), "under the floor: {}", low.join(", "));
}

/// Prints the figures of the set; returns those that are too low.
fn under_floors(set: &Set) -> Vec<String> {
    let score = score(set);
    println!("{}", set.folder);
    for (measure, count) in score.counts() {
        let [precision, recall, f1] = count.figures();
        let Count { right, expected, reported } = count;
        println!(
            "  {measure:27} P {precision:5.1}  R {recall:5.1}  F1 {f1:5.1}   ({right} right of {expected}, {reported} reported)"
        );
    }
    println!("  {:27} {:23.1}", "press", score.press().unwrap_or_default());
    let figure = |measure| if measure == "press" { score.press() } else { score.figure(measure) };
    let figures =
        set.floors.iter().map(|&(measure, floor)| (measure, figure(measure).expect("a measure that is counted"), floor));
    let low = figures.filter(|(_, figure, floor)| figure < floor);
    low.map(|(measure, figure, floor)| format!("{} {measure} {figure:.1} < {floor:.1}", set.folder)).collect()
}

fn score(set: &Set) -> Score {
    let mut score = Score::default();
    let mut texts = 0;
    for fixture in pressfacts_suite::fixtures().iter().filter(|fixture| fixture.folder() == set.folder) {
        let gold = fs::read_to_string(fixture.path.with_extension("gold.json")).expect("a gold file beside the text");
        let gold = Gold::read(&gold).expect("a gold file");
        let facts = Extractor::default().extract(&fixture.text).with_offsets(&fixture.text, OffsetUnit::Char);
        score.add(&gold, &serde_json::to_value(facts).expect("facts serialise"));
        texts += 1;
    }
    assert_eq!(texts, set.texts, "texts in {}", set.folder);
    score
}

/// F1 in per cent that mentions and links of people and bodies may not fall under.
const MENTIONS: f64 = 97.0;
const LINKS: f64 = 95.0;

#[test]
fn mentions_are_linked_well() {
    let mut low = Vec::new();
    for kind in ["people", "organizations"] {
        let links = links(kind);
        println!("{kind}");
        for (measure, count, floor) in [("mentions", links.mentions, MENTIONS), ("links", links.pairs, LINKS)] {
            let [precision, recall, f1] = count.figures();
            println!("  {measure:27} P {precision:5.1}  R {recall:5.1}  F1 {f1:5.1}   ({} expected)", count.expected);
            if f1 < floor {
                low.push(format!("{kind} {measure} {f1:.1} < {floor:.1}"));
            }
        }
        for fault in &links.faults {
            println!("    {fault}");
        }
    }
    assert!(low.is_empty(), "under the floor: {}", low.join(", "));
}

/// The mentions and links of the texts that have gold for them.
fn links(kind: &str) -> Links {
    let mut links = Links::default();
    let mut texts = 0;
    for fixture in pressfacts_suite::fixtures() {
        let Ok(gold) = fs::read_to_string(fixture.path.with_extension("links.json")) else { continue };
        let gold: Value = serde_json::from_str(&gold).expect("a gold file is JSON");
        let facts = Extractor::default().extract(&fixture.text).with_offsets(&fixture.text, OffsetUnit::Char);
        links.add(&fixture.text, &gold[kind], &serde_json::to_value(facts).expect("facts serialise")[kind]);
        texts += 1;
    }
    assert_eq!(texts, 5, "texts with gold for links");
    links
}
