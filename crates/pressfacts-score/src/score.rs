//! Which gold mention each reported one answers, and the figures that follow.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use crate::Gold;
use crate::compare::{
    near, overlap, overlap_share, parties, party_hits, ratio, same, same_direction, same_record, same_unit, same_value,
    subject_near,
};

/// A family of facts as it is scored.
pub(crate) struct Family {
    pub(crate) name: &'static str,
    /// Whether a reported mention may answer a gold one.
    fits: fn(&Value, &Value) -> bool,
    /// How well it does, the most telling figure first.
    rank: fn(&Value, &Value) -> Vec<f64>,
    measures: &'static [Measure],
    /// The measure that the family is judged by.
    headline: &'static str,
}

/// A figure: a share of the gold mentions, or of those with a certain field, that are right in some way.
struct Measure {
    name: &'static str,
    field: Option<&'static str>,
    right: fn(&Value, &Value) -> bool,
}

impl Measure {
    const fn new(name: &'static str, right: fn(&Value, &Value) -> bool) -> Self {
        Self { name, field: None, right }
    }

    /// Judged on the gold mentions that have the field.
    const fn of_field(field: &'static str, right: fn(&Value, &Value) -> bool) -> Self {
        Self { name: field, field: Some(field), right }
    }

    fn applies(&self, gold: &Value) -> bool {
        self.field.is_none_or(|field| !gold[field].is_null())
    }
}

pub(crate) const FAMILIES: &[Family] = &[
    Family {
        name: "dates",
        headline: "value",
        fits: touch,
        rank: by_overlap,
        measures: &[
            Measure::new("strict", |gold, found| gold["start"] == found["start"] && gold["end"] == found["end"]),
            Measure::new("relaxed", |_, _| true),
            Measure::new("type", |gold, found| same(&gold["type"], &found["type"])),
            Measure::new("value", |gold, found| same(&gold["value"], &found["value"])),
        ],
    },
    Family {
        name: "roles",
        headline: "strict",
        fits: |gold, found| touch(gold, found) && same(&gold["name"], &found["name"]),
        rank: |gold, found| {
            let fields = ["title", "organization"].map(|field| f64::from(same(&gold[field], &found[field])));
            [fields.to_vec(), by_overlap(gold, found)].concat()
        },
        measures: &[
            Measure::new("person", |_, _| true),
            Measure::new("partial", |gold, found| {
                let organization = [&gold["organization"], &found["organization"]];
                near(&gold["title"], &found["title"], 0.5)
                    && (near(organization[0], organization[1], 0.5) || same(organization[0], organization[1]))
            }),
            Measure::new("strict", |gold, found| {
                same(&gold["title"], &found["title"]) && same(&gold["organization"], &found["organization"])
            }),
        ],
    },
    Family {
        name: "statistics",
        headline: "value+unit",
        fits: touch,
        rank: |gold, found| [vec![f64::from(same_value(gold, found))], by_overlap(gold, found)].concat(),
        measures: &[
            Measure::new("value", same_value),
            Measure::new("value+unit", |gold, found| same_value(gold, found) && same_unit(gold, &found["unit"])),
            Measure::new("value+direction", |gold, found| same_value(gold, found) && same_direction(gold, found)),
            Measure::new("kind", |gold, found| same_value(gold, found) && same(&gold["kind"], &found["kind"])),
            Measure::of_field("subject", |gold, found| same_value(gold, found) && subject_near(gold, found)),
        ],
    },
    Family {
        name: "agreements",
        headline: "record",
        fits: touch,
        rank: by_overlap,
        measures: &[
            Measure::new("found", |_, _| true),
            Measure::new("kind", |gold, found| same(&gold["kind"], &found["kind"])),
            Measure::of_field("action", |gold, found| same(&gold["action"], &found["action"])),
            Measure::of_field("status", |gold, found| same(&gold["status"], &found["status"])),
            Measure::of_field("date", |gold, found| same(&gold["date"], &found["date"])),
            Measure::new("record", same_record),
        ],
    },
];

fn touch(gold: &Value, found: &Value) -> bool {
    overlap(gold, found) > 0
}

fn by_overlap(gold: &Value, found: &Value) -> Vec<f64> {
    vec![overlap_share(gold, found)]
}

/// Right, expected and reported mentions of one figure.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    /// Mentions that were found and are right.
    pub right: usize,
    /// Mentions that were to be found.
    pub expected: usize,
    /// Mentions that were found.
    pub reported: usize,
}

impl Count {
    /// Precision, recall and F1, in per cent.
    pub fn figures(self) -> [f64; 3] {
        let share = |of: usize, other: usize| match of {
            0 => f64::from(other == 0),
            _ => ratio(self.right, of),
        };
        let [precision, recall] = [share(self.reported, self.expected), share(self.expected, self.reported)];
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        [precision, recall, f1].map(|share| 100.0 * share)
    }

    fn f1(self) -> f64 {
        self.figures()[2]
    }
}

/// The figures of a set of documents, in the order in which they were first counted.
#[derive(Clone, Debug, Default)]
pub struct Score {
    counts: Vec<(String, Count)>,
}

/// What a family's judgement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Not found.
    Missed,
    /// Found, and not to be found.
    Spurious,
    /// Found, and wrong in what the family is judged by.
    Wrong,
}

/// One error, as mentions of the gold file and of what was found.
#[derive(Clone, Copy, Debug)]
pub struct Fault<'v> {
    /// The family.
    pub family: &'static str,
    /// What is wrong.
    pub kind: FaultKind,
    /// The gold mention, unless the fault is that there is none.
    pub gold: Option<&'v Value>,
    /// What was found, unless the fault is that nothing was.
    pub found: Option<&'v Value>,
}

impl Score {
    /// Counts one document.
    pub fn add(&mut self, gold: &Gold, found: &Value) {
        for family in FAMILIES {
            if let Some(wanted) = gold.mentions(family.name) {
                self.add_family(family, wanted, mentions(found, family.name));
            }
        }
    }

    /// The figures by name: a family and what is counted, `dates value`.
    pub fn counts(&self) -> &[(String, Count)] {
        &self.counts
    }

    /// F1 of a measure by its name, in per cent; `None` where nothing of it was counted.
    pub fn figure(&self, measure: &str) -> Option<f64> {
        self.counts.iter().find(|(name, _)| name == measure).map(|(_, count)| count.f1())
    }

    /// The mean F1 of the measures that the families are judged by; `None` unless all four were counted.
    pub fn press(&self) -> Option<f64> {
        let figures: Option<Vec<_>> =
            FAMILIES.iter().map(|family| self.figure(&format!("{} {}", family.name, family.headline))).collect();
        figures.map(|figures| figures.iter().sum::<f64>() / 4.0)
    }

    /// What is wrong with a document, family by family: what was missed or is wrong in the order of the gold file, then
    /// what is too much.
    pub fn faults<'v>(gold: &'v Gold, found: &'v Value) -> Vec<Fault<'v>> {
        let mut faults = Vec::new();
        for family in FAMILIES {
            if let Some(wanted) = gold.mentions(family.name) {
                family.add_faults(wanted, mentions(found, family.name), &mut faults);
            }
        }
        faults
    }

    fn add_family(&mut self, family: &Family, gold: &[Value], found: &[Value]) {
        let answers = pair(family, gold, found);
        let excused = excused(gold, found, &answers);
        let expected: Vec<_> = (0..gold.len()).filter(|&index| !is_optional(&gold[index])).collect();
        let reported = found.len() - excused.len();
        for measure in family.measures {
            let wanted: Vec<_> = expected.iter().filter(|&&index| measure.applies(&gold[index])).collect();
            let answered = wanted.iter().filter_map(|index| answers.get(index).map(|&answer| (**index, answer)));
            let right = answered.clone().filter(|&(index, answer)| (measure.right)(&gold[index], &found[answer])).count();
            let reported = if wanted.len() == expected.len() { reported } else { answered.count() };
            self.tally(family, measure.name, Count { right, expected: wanted.len(), reported });
        }
        if family.name == "agreements" {
            self.add_parties(family, gold, found, &answers);
        }
    }

    /// Parties of the agreements found, one by one.
    fn add_parties(&mut self, family: &Family, gold: &[Value], found: &[Value], answers: &HashMap<usize, usize>) {
        for (&index, &answer) in answers.iter().filter(|(index, _)| !is_optional(&gold[**index])) {
            let [expected, reported] = [&gold[index], &found[answer]].map(|mention| parties(mention).len());
            self.tally(family, "parties", Count { right: party_hits(&gold[index], &found[answer]), expected, reported });
        }
    }

    fn tally(&mut self, family: &Family, measure: &str, count: Count) {
        let name = format!("{} {measure}", family.name);
        let at = self.counts.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            self.counts.push((name, Count::default()));
            self.counts.len() - 1
        });
        let sum = &mut self.counts[at].1;
        sum.right += count.right;
        sum.expected += count.expected;
        sum.reported += count.reported;
    }
}

impl Family {
    fn add_faults<'v>(&self, gold: &'v [Value], found: &'v [Value], faults: &mut Vec<Fault<'v>>) {
        let answers = pair(self, gold, found);
        let fault = |kind, gold, found| Fault { family: self.name, kind, gold, found };
        let headline = self.measures.iter().find(|measure| measure.name == self.headline);
        for (index, wanted) in gold.iter().enumerate().filter(|(_, wanted)| !is_optional(wanted)) {
            match answers.get(&index).map(|&answer| &found[answer]) {
                None => faults.push(fault(FaultKind::Missed, Some(wanted), None)),
                Some(answer) if headline.is_some_and(|measure| !(measure.right)(wanted, answer)) => {
                    faults.push(fault(FaultKind::Wrong, Some(wanted), Some(answer)));
                }
                Some(_) => {}
            }
        }
        let excused = excused(gold, found, &answers);
        let answering: BTreeSet<_> = answers.values().copied().collect();
        let spurious = (0..found.len()).filter(|answer| !answering.contains(answer) && !excused.contains(answer));
        faults.extend(spurious.map(|answer| fault(FaultKind::Spurious, None, Some(&found[answer]))));
    }
}

fn mentions<'v>(document: &'v Value, family: &str) -> &'v [Value] {
    document[family].as_array().map_or(&[], Vec::as_slice)
}

fn is_optional(gold: &Value) -> bool {
    gold["optional"] == true
}

/// Pairs off the mentions that fit, each with one other: gold that is required first, then the best rank.
fn pair(family: &Family, gold: &[Value], found: &[Value]) -> HashMap<usize, usize> {
    let mut options = Vec::new();
    for (index, wanted) in gold.iter().enumerate() {
        for (answer, reported) in found.iter().enumerate().filter(|(_, reported)| (family.fits)(wanted, reported)) {
            options.push((is_optional(wanted), (family.rank)(wanted, reported), index, answer));
        }
    }
    options.sort_by(|a, b| {
        let better = b.1.partial_cmp(&a.1).unwrap_or(Ordering::Equal);
        a.0.cmp(&b.0).then(better).then((a.2, a.3).cmp(&(b.2, b.3)))
    });
    let mut pairs = HashMap::new();
    let mut taken = BTreeSet::new();
    for (_, _, index, answer) in options {
        if !pairs.contains_key(&index) && taken.insert(answer) {
            pairs.insert(index, answer);
        }
    }
    pairs
}

/// The reported mentions that are not counted: they answer an optional one, or touch one and answer none.
fn excused(gold: &[Value], found: &[Value], answers: &HashMap<usize, usize>) -> BTreeSet<usize> {
    let answering: BTreeSet<_> = answers.values().copied().collect();
    let optional = || gold.iter().enumerate().filter(|(_, mention)| is_optional(mention));
    let answered = optional().filter_map(|(index, _)| answers.get(&index).copied());
    let touching = (0..found.len())
        .filter(|answer| !answering.contains(answer) && optional().any(|(_, mention)| touch(mention, &found[*answer])));
    answered.chain(touching).collect()
}
