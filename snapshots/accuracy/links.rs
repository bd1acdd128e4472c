//! Who and what is meant by each mention: people and bodies scored against the `links.json` files beside the fixtures.
//!
//! A mention counts where its span is right, whomever it is linked to; a link is a pair of mentions of one entity.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use pressfacts_score::Count;

type Span = (u64, u64);

/// Mentions and pairs of mentions, of people or of bodies.
#[derive(Debug, Default)]
pub(crate) struct Links {
    pub(crate) mentions: Count,
    pub(crate) pairs: Count,
    /// What is wrong, for whoever mends it.
    pub(crate) faults: Vec<String>,
}

impl Links {
    /// Counts the entities of one kind of one document.
    pub(crate) fn add(&mut self, text: &str, gold: &Value, found: &Value) {
        let gold = Gold::read(gold);
        let mut reported = BTreeMap::new();
        for (entity, found) in found.as_array().expect("a list of entities").iter().enumerate() {
            for span in spans(&found["mentions"]) {
                let span = gold.also.get(&span).copied().unwrap_or(span);
                let optional = gold.optional.iter().any(|whole| whole.0 <= span.0 && span.1 <= whole.1);
                if !optional {
                    reported.insert(span, entity);
                }
            }
        }
        let chars: Vec<char> = text.chars().collect();
        let slice = |span: &Span| -> String {
            let [start, end] = [span.0, span.1].map(|offset| usize::try_from(offset).expect("an offset"));
            chars[start..end].iter().collect()
        };
        let missed = gold.entities.keys().filter(|span| !reported.contains_key(span));
        self.faults.extend(missed.map(|span| format!("missed {span:?} {}", slice(span))));
        let spurious = reported.keys().filter(|span| !gold.entities.contains_key(span));
        self.faults.extend(spurious.map(|span| format!("spurious {span:?} {}", slice(span))));
        self.mentions.right += reported.keys().filter(|span| gold.entities.contains_key(span)).count();
        self.mentions.expected += gold.entities.len();
        self.mentions.reported += reported.len();
        let [wanted, made] = [pairs(&gold.entities), pairs(&reported)];
        let wrong = made.symmetric_difference(&wanted);
        self.faults.extend(wrong.map(|(one, other)| format!("link {one:?} {} - {other:?} {}", slice(one), slice(other))));
        self.pairs.right += wanted.intersection(&made).count();
        self.pairs.expected += wanted.len();
        self.pairs.reported += made.len();
    }
}

/// What a reader finds.
struct Gold {
    /// Each mention's entity.
    entities: BTreeMap<Span, usize>,
    /// Other spans that are as good as a mention's own.
    also: BTreeMap<Span, Span>,
    optional: BTreeSet<Span>,
}

impl Gold {
    fn read(gold: &Value) -> Self {
        let mut read = Self { entities: BTreeMap::new(), also: BTreeMap::new(), optional: BTreeSet::new() };
        for (entity, gold) in gold.as_array().expect("a list of entities").iter().enumerate() {
            let mentions = spans(&gold["mentions"]);
            for other in spans(&gold["also"]) {
                let meant = mentions.iter().find(|span| span.0 < other.1 && other.0 < span.1).expect("a mention there");
                read.also.insert(other, *meant);
            }
            read.entities.extend(mentions.into_iter().map(|span| (span, entity)));
            read.optional.extend(spans(&gold["optional"]));
        }
        read
    }
}

fn spans(list: &Value) -> Vec<Span> {
    let pairs = list.as_array().into_iter().flatten();
    pairs.map(|pair| (pair[0].as_u64().expect("an offset"), pair[1].as_u64().expect("an offset"))).collect()
}

/// Every two mentions of one entity.
fn pairs(entities: &BTreeMap<Span, usize>) -> BTreeSet<(Span, Span)> {
    let all = entities.iter().flat_map(|one| entities.iter().map(move |other| (one, other)));
    all.filter(|(one, other)| one.0 < other.0 && one.1 == other.1).map(|(one, other)| (*one.0, *other.0)).collect()
}
