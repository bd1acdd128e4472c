//! How two extractions of one text differ.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use serde_json::{Map, Value};

use crate::field::{is_reference, plain};
use crate::passage::{Borders, bytes, one_line, passage};

type Fields = Map<String, Value>;

/// Lists of facts with a place in the text, and lists of those that facts are about.
const FACTS: [&str; 4] = ["dates", "roles", "statistics", "agreements"];
const ENTITIES: [&str; 2] = ["people", "organizations"];
/// All lists that are compared.
pub(crate) const DIFFERING: [&str; 6] = ["dates", "roles", "statistics", "agreements", "people", "organizations"];

/// One thing that was not as expected.
#[derive(Debug, PartialEq)]
pub struct Difference {
    /// In what way.
    pub kind: DifferenceKind,
    /// The list that it stands in, or the key of the whole.
    pub family: &'static str,
    /// The fact: as it is now, or as it was expected where it is gone.
    fact: Fields,
    /// Fields that changed: name, what was expected, what is.
    fields: Vec<(String, String, String)>,
}

/// In what way something is not as expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DifferenceKind {
    /// It was expected and is not there.
    Lost,
    /// It is there and was not expected.
    New,
    /// It says something else.
    Changed,
    /// The same in another place, as when the text has changed before it.
    Moved,
}

/// What is not as expected in what is found in the text, family by family, in the order of the text. Both have offsets in
/// code points.
pub(crate) fn differences(expected: &Value, found: &Value, text: &str) -> Vec<Difference> {
    let mut all = Vec::new();
    if expected["published"] != found["published"] {
        let [before, after] = [expected, found].map(|result| result["published"].as_object().cloned().unwrap_or_default());
        let fields = changes(&before, &after, &[]);
        all.push(Difference { kind: DifferenceKind::Changed, family: "published", fact: Fields::new(), fields });
    }
    for family in FACTS {
        all.extend(compare(family, list(expected, family), list(found, family)));
    }
    // Mentions move with the text: then only their number is told.
    let borders = Borders::of(text);
    let same_text = FACTS.iter().flat_map(|family| list(expected, family)).all(|fact| stands(&fact, text, &borders));
    for family in ENTITIES {
        all.extend(compare_named(family, list(expected, family), list(found, family), same_text));
    }
    all
}

fn list(document: &Value, family: &str) -> Vec<Fields> {
    document[family].as_array().into_iter().flatten().filter_map(Value::as_object).cloned().collect()
}

/// Whether the fact's text stands where it says.
fn stands(fact: &Fields, text: &str, borders: &Borders) -> bool {
    let place = place(fact).and_then(|(start, end)| borders.bytes(start, end));
    place.is_some_and(|place| fact.get("text").and_then(Value::as_str) == Some(&text[place]))
}

fn place(fact: &Fields) -> Option<(u64, u64)> {
    Some((fact.get("start")?.as_u64()?, fact.get("end")?.as_u64()?))
}

/// Facts answer one another by their place; else by all they say, wherever they stand; else by overlap.
fn compare(family: &'static str, expected: Vec<Fields>, found: Vec<Fields>) -> Vec<Difference> {
    let mut expected: Vec<_> = expected.into_iter().map(Some).collect();
    let mut found: Vec<_> = found.into_iter().map(Some).collect();
    let mut all = Vec::new();
    pair_by(place, &mut expected, &mut found, family, &mut all);
    pair_by(|fact| Some(said(fact)), &mut expected, &mut found, family, &mut all);
    for before in &mut expected {
        let Some((start, end)) = before.as_ref().and_then(place) else { continue };
        let overlaps = |fact: &Fields| place(fact).is_some_and(|other| start.max(other.0) < end.min(other.1));
        if let Some(after) = found.iter_mut().find(|after| after.as_ref().is_some_and(overlaps)) {
            all.extend(paired(family, before.take(), after.take()));
        }
    }
    all.extend(rest(family, expected, found));
    all.sort_by_key(|difference| place(&difference.fact));
    all
}

/// Takes out the facts that have the same key, each with the first that has it too.
fn pair_by<K: Ord>(
    key: impl Fn(&Fields) -> Option<K>,
    expected: &mut [Option<Fields>],
    found: &mut [Option<Fields>],
    family: &'static str,
    all: &mut Vec<Difference>,
) {
    let mut places: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
    for (at, fact) in found.iter().enumerate() {
        if let Some(key) = fact.as_ref().and_then(&key) {
            places.entry(key).or_default().push_back(at);
        }
    }
    for before in expected {
        let key = before.as_ref().and_then(&key);
        if let Some(at) = key.and_then(|key| places.get_mut(&key)?.pop_front()) {
            all.extend(paired(family, before.take(), found[at].take()));
        }
    }
}

/// All that a fact says but its place.
fn said(fact: &Fields) -> String {
    let counts = |name: &str| !matches!(name, "start" | "end" | "roles") && !is_reference(name);
    let said: BTreeMap<_, _> = fact.iter().filter(|(name, _)| counts(name)).collect();
    format!("{said:?}")
}

/// How the two differ, if they do.
fn paired(family: &'static str, before: Option<Fields>, after: Option<Fields>) -> Option<Difference> {
    let (before, fact) = before.zip(after)?;
    let fields = changes(&before, &fact, &[]);
    let moved = fields.iter().all(|(name, ..)| name == "start" || name == "end");
    let kind = if moved { DifferenceKind::Moved } else { DifferenceKind::Changed };
    (!fields.is_empty()).then_some(Difference { kind, family, fact, fields })
}

/// People and bodies answer one another by their names.
fn compare_named(family: &'static str, expected: Vec<Fields>, found: Vec<Fields>, same_text: bool) -> Vec<Difference> {
    let mut found: Vec<_> = found.into_iter().map(Some).collect();
    let mut all = Vec::new();
    let mut gone = Vec::new();
    for before in expected {
        let same = found.iter_mut().find(|after| after.as_ref().is_some_and(|after| after.get("name") == before.get("name")));
        let Some(fact) = same.and_then(Option::take) else {
            gone.push(Some(before));
            continue;
        };
        let mut fields = changes(&before, &fact, if same_text { &[] } else { &["mentions"] });
        let [expected, found] =
            [&before, &fact].map(|entity| entity.get("mentions").and_then(Value::as_array).map_or(0, Vec::len));
        if !same_text && expected != found {
            fields.push(("mentions".to_owned(), expected.to_string(), found.to_string()));
        }
        if !fields.is_empty() {
            all.push(Difference { kind: DifferenceKind::Changed, family, fact, fields });
        }
    }
    all.extend(rest(family, gone, found));
    all
}

/// What has no answer: lost, or new.
fn rest(family: &'static str, expected: Vec<Option<Fields>>, found: Vec<Option<Fields>>) -> impl Iterator<Item = Difference> {
    let lost = expected.into_iter().flatten().map(|fact| (DifferenceKind::Lost, fact));
    let new = found.into_iter().flatten().map(|fact| (DifferenceKind::New, fact));
    lost.chain(new).map(move |(kind, fact)| Difference { kind, family, fact, fields: Vec::new() })
}

/// The fields that differ: name, before, after.
fn changes(before: &Fields, after: &Fields, but: &[&str]) -> Vec<(String, String, String)> {
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    let names = names.filter(|name| !but.contains(&name.as_str()) && !is_reference(name) && *name != "roles");
    let changed = names.filter(|name| before.get(*name) != after.get(*name));
    let shown = |fields: &Fields, name: &str| fields.get(name).map(plain).unwrap_or_default();
    changed.map(|name| (name.clone(), shown(before, name), shown(after, name))).collect()
}

const LOST: Style = AnsiColor::Red.on_default();
const ADDED: Style = AnsiColor::Green.on_default();
const ALTERED: Style = AnsiColor::Yellow.on_default();

impl Difference {
    /// Lines that show it, with the text around it, in colours.
    pub fn show(&self, text: &str) -> String {
        let (style, word) = match self.kind {
            DifferenceKind::Lost => (LOST, "lost   "),
            DifferenceKind::New => (ADDED, "new    "),
            DifferenceKind::Changed => (ALTERED, "changed"),
            DifferenceKind::Moved => (ALTERED, "moved  "),
        };
        let mut page = format!("  {style}{word}{style:#} {}\n", self.shown(text, style));
        if self.kind == DifferenceKind::Changed {
            for (name, before, after) in &self.fields {
                let shown = |value: &str| if value.is_empty() { "nothing".to_owned() } else { one_line(value) };
                let _ = writeln!(page, "          {name}: {} → {}", shown(before), shown(after));
            }
            return page;
        }
        let is_entity = place(&self.fact).is_none();
        let silent = |key: &str| {
            matches!(key, "start" | "end" | "text" | "mentions" | "roles") || is_reference(key) || is_entity && key == "name"
        };
        let told = self.fact.iter().filter(|(key, _)| !silent(key)).map(|(key, value)| (key, plain(value)));
        let told = told.filter(|(_, value)| !value.is_empty()).map(|(key, value)| format!("{key} {}", one_line(&value)));
        let told = told.collect::<Vec<_>>().join(", ");
        if !told.is_empty() {
            let _ = writeln!(page, "          {told}");
        }
        page
    }

    /// The fact in its text; by its words alone where they are no longer there.
    fn shown(&self, text: &str, style: Style) -> String {
        let range = place(&self.fact).and_then(|(start, end)| Some((start, bytes(text, start, end)?)));
        let told = self.fact.get("text");
        if let Some((start, range)) = range.filter(|(_, range)| told.is_none_or(|told| told == &text[range.clone()])) {
            return format!("{} at {start}: {}", self.family, passage(text, range, style));
        }
        let name = self.fact.get("name").or(told).map(plain).unwrap_or_default();
        format!("{} {}", self.family, one_line(&name)).trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{DifferenceKind, differences};

    const TEXT: &str = "It opened on May 3, 2024.";

    fn date(start: u64, end: u64, value: &str) -> Value {
        json!({"start": start, "end": end, "text": "May 3, 2024", "value": value})
    }

    fn kinds(expected: &Value, found: &Value) -> Vec<DifferenceKind> {
        differences(expected, found, TEXT).iter().map(|difference| difference.kind).collect()
    }

    #[test]
    fn facts_answer_by_place_then_by_what_they_say_then_by_overlap() {
        let one = json!({"dates": [date(13, 24, "2024-05-03")]});
        assert_eq!(kinds(&one, &one), []);
        assert_eq!(kinds(&one, &json!({"dates": [date(13, 24, "2024-05-04")]})), [DifferenceKind::Changed]);
        assert_eq!(kinds(&one, &json!({"dates": [date(3, 14, "2024-05-03")]})), [DifferenceKind::Moved]);
        assert_eq!(kinds(&one, &json!({"dates": [date(13, 18, "2024-05")]})), [DifferenceKind::Changed]);
        assert_eq!(kinds(&one, &json!({"dates": [date(1, 2, "2024")]})), [DifferenceKind::New, DifferenceKind::Lost]);
    }

    #[test]
    fn references_do_not_count() {
        let role = |person: u64| json!({"roles": [{"start": 0, "end": 2, "text": "It", "person": person}]});
        assert_eq!(kinds(&role(0), &role(1)), []);
    }

    #[test]
    fn mentions_count_where_the_text_is_the_same() {
        let person = |start: u64, mention: u64| json!({"dates": [date(start, start + 11, "2024-05-03")], "people": [{"name": "Ann", "mentions": [[mention, mention + 1]]}]});
        assert_eq!(kinds(&person(13, 0), &person(13, 1)), [DifferenceKind::Changed]);
        assert_eq!(kinds(&person(10, 0), &person(13, 1)), [DifferenceKind::Moved]);
    }
}
