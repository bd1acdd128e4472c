//! How two extractions of one text differ.

use serde_json::{Map, Value};

use crate::output::{is_reference, plain};
use crate::passage::Borders;

type Fields = Map<String, Value>;

/// Lists of facts with a place in the text, and lists of those that facts are about.
const FACTS: [&str; 4] = ["dates", "roles", "statistics", "agreements"];
const ENTITIES: [&str; 2] = ["people", "organizations"];

/// One thing that was not as expected.
#[derive(Debug, PartialEq)]
pub(crate) struct Difference {
    pub(crate) kind: Kind,
    pub(crate) family: &'static str,
    /// The fact: as it is now, or as it was expected where it is gone.
    pub(crate) fact: Fields,
    /// Fields that changed: name, what was expected, what is.
    pub(crate) fields: Vec<(String, String, String)>,
}

/// In what way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Lost,
    New,
    Changed,
    /// The same in another place, as when the text has changed before it.
    Moved,
}

/// What is not as expected, in the order of the families and of the text.
pub(crate) fn differences(expected: &Value, found: &Value, text: &str) -> Vec<Difference> {
    let mut all = Vec::new();
    if expected["published"] != found["published"] {
        let fields = changes(&of("published", &expected["published"]), &of("published", &found["published"]), &[]);
        all.push(Difference { kind: Kind::Changed, family: "published", fact: Fields::new(), fields });
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

fn of(key: &str, value: &Value) -> Fields {
    value.as_object().cloned().unwrap_or_else(|| Fields::from_iter([(key.to_owned(), value.clone())]))
}

fn list(document: &Value, family: &str) -> Vec<Fields> {
    document[family].as_array().into_iter().flatten().filter_map(Value::as_object).cloned().collect()
}

/// Whether the fact's text stands where it says.
fn stands(fact: &Fields, text: &str, borders: &Borders) -> bool {
    let place = place(fact).and_then(|(start, end)| borders.bytes(start, end));
    place.is_some_and(|place| fact.get("text").and_then(Value::as_str) == Some(&text[place]))
}

pub(crate) fn place(fact: &Fields) -> Option<(u64, u64)> {
    Some((fact.get("start")?.as_u64()?, fact.get("end")?.as_u64()?))
}

/// Facts answer one another by their place; else by all they say, wherever they stand; else by overlap.
fn compare(family: &'static str, expected: Vec<Fields>, found: Vec<Fields>) -> Vec<Difference> {
    let mut expected: Vec<_> = expected.into_iter().map(Some).collect();
    let mut found: Vec<_> = found.into_iter().map(Some).collect();
    let mut all = Vec::new();
    let passes: [fn(&Fields, &Fields) -> bool; 3] = [
        |a, b| place(a) == place(b),
        |a, b| changes(a, b, &["start", "end"]).is_empty(),
        |a, b| match (place(a), place(b)) {
            (Some(a), Some(b)) => a.0.max(b.0) < a.1.min(b.1),
            _ => false,
        },
    ];
    for answers in passes {
        for before in &mut expected {
            let Some(wanted) = before else { continue };
            let Some(after) = found.iter_mut().find(|after| after.as_ref().is_some_and(|after| answers(wanted, after))) else {
                continue;
            };
            if let (Some(wanted), Some(fact)) = (before.take(), after.take()) {
                let fields = changes(&wanted, &fact, &[]);
                let moved = fields.iter().all(|(name, ..)| name == "start" || name == "end");
                let kind = if moved { Kind::Moved } else { Kind::Changed };
                if !fields.is_empty() {
                    all.push(Difference { kind, family, fact, fields });
                }
            }
        }
    }
    all.extend(rest(family, expected, found));
    all.sort_by_key(|difference| place(&difference.fact));
    all
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
            all.push(Difference { kind: Kind::Changed, family, fact, fields });
        }
    }
    all.extend(rest(family, gone, found));
    all
}

/// What has no answer: lost, or new.
fn rest(family: &'static str, expected: Vec<Option<Fields>>, found: Vec<Option<Fields>>) -> impl Iterator<Item = Difference> {
    let lost = expected.into_iter().flatten().map(|fact| (Kind::Lost, fact));
    let new = found.into_iter().flatten().map(|fact| (Kind::New, fact));
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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Kind, differences};

    const TEXT: &str = "It opened on May 3, 2024.";

    fn date(start: u64, end: u64, value: &str) -> Value {
        json!({"start": start, "end": end, "text": "May 3, 2024", "value": value})
    }

    fn kinds(expected: &Value, found: &Value) -> Vec<Kind> {
        differences(expected, found, TEXT).iter().map(|difference| difference.kind).collect()
    }

    #[test]
    fn facts_answer_by_place_then_by_what_they_say_then_by_overlap() {
        let one = json!({"dates": [date(13, 24, "2024-05-03")]});
        assert_eq!(kinds(&one, &one), []);
        assert_eq!(kinds(&one, &json!({"dates": [date(13, 24, "2024-05-04")]})), [Kind::Changed]);
        assert_eq!(kinds(&one, &json!({"dates": [date(3, 14, "2024-05-03")]})), [Kind::Moved]);
        assert_eq!(kinds(&one, &json!({"dates": [date(13, 18, "2024-05")]})), [Kind::Changed]);
        assert_eq!(kinds(&one, &json!({"dates": [date(1, 2, "2024")]})), [Kind::New, Kind::Lost]);
    }

    #[test]
    fn references_do_not_count() {
        let role = |person: u64| json!({"roles": [{"start": 0, "end": 2, "text": "It", "person": person}]});
        assert_eq!(kinds(&role(0), &role(1)), []);
    }

    #[test]
    fn mentions_count_where_the_text_is_the_same() {
        let person = |start: u64, mention: u64| json!({"dates": [date(start, start + 11, "2024-05-03")], "people": [{"name": "Ann", "mentions": [[mention, mention + 1]]}]});
        assert_eq!(kinds(&person(13, 0), &person(13, 1)), [Kind::Changed]);
        assert_eq!(kinds(&person(10, 0), &person(13, 1)), [Kind::Moved]);
    }
}
