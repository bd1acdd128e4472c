//! What is found in the texts under `fixtures/`: an expectation for each text, as `pressfacts check` stores it, at the mirrored
//! path under `snapshots/`; and for the seeds also a listing that reviews well.
//!
//! `INSTA_UPDATE=always cargo test --test corpus` writes both anew. Read them before they are committed.
//! `pressfacts check fixtures --glob '*.txt' --glob '!own-gold*' --snapshots snapshots` compares the same files.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use insta::{Settings, assert_snapshot};
use pressfacts::{Extraction, Extractor, OffsetUnit, SCHEMA_VERSION};
use pressfacts_score::{Expectation, stored};
use pressfacts_suite::Fixture;
use serde_json::{Map, Value};

/// Folders that start so hold texts that are held by their gold files alone.
const WITHOUT_SNAPSHOT: &str = "own-gold";
/// The folder whose texts also have a listing.
const LISTED: &str = "seeds";
/// The text whose facts are also kept as the JSON that the command prints.
const IN_FULL: &str = "own/wire-fisheries-talks";

#[test]
fn each_text_has_the_facts_that_are_expected_of_it() {
    let writes = std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always");
    let mut changed = Vec::new();
    // All texts are compared, so that one run shows everything that changed.
    for fixture in texts() {
        let found = serde_json::to_value(extract(&fixture)).expect("facts serialise");
        if writes {
            fs::write(expectation(&fixture), stored(&found)).expect("an expectation is written");
        }
        let expected = fs::read_to_string(expectation(&fixture)).unwrap_or_else(|error| panic!("{}: {error}", fixture.name));
        let expected = Expectation::read(&expected, SCHEMA_VERSION).unwrap_or_else(|error| panic!("{}: {error}", fixture.name));
        let differences = expected.differences(&found, &fixture.text);
        if !differences.is_empty() {
            let shown: String = differences.iter().map(|difference| difference.show(&fixture.text)).collect();
            println!("{}\n{shown}", fixture.name);
            changed.push(fixture.name);
        }
    }
    assert!(changed.is_empty(), "changed: {}", changed.join(", "));
}

#[test]
fn each_seed_has_the_listing_of_its_snapshot() {
    let mut changed = Vec::new();
    for fixture in texts().into_iter().filter(|fixture| fixture.folder() == LISTED) {
        let facts = extract(&fixture);
        let compared = catch_unwind(AssertUnwindSafe(|| {
            settings(&fixture).bind(|| assert_snapshot!(file_name(&fixture.name), listing(&facts, &fixture.text)));
        }));
        if compared.is_err() {
            changed.push(fixture.name);
        }
    }
    assert!(changed.is_empty(), "changed: {}", changed.join(", "));
}

#[test]
fn one_text_has_the_json_of_its_snapshot() {
    let fixture = texts().into_iter().find(|fixture| fixture.name == IN_FULL).expect("the fixture");
    let json = serde_json::to_string_pretty(&extract(&fixture)).expect("facts serialise");
    settings(&fixture).bind(|| assert_snapshot!(format!("{}.json", file_name(IN_FULL)), json));
}

#[test]
fn no_snapshot_is_left_without_its_text() {
    let folder = snapshots();
    let listed = texts().into_iter().filter(|fixture| fixture.folder() == LISTED);
    let mut expected: BTreeSet<_> = listed.map(|fixture| folder.join(format!("{}.snap", fixture.name))).collect();
    expected.insert(folder.join(format!("{IN_FULL}.json.snap")));
    expected.extend(texts().iter().map(expectation));
    let found = [".snap", ".facts.json"].into_iter().flat_map(|ending| pressfacts_suite::files(&folder, ending));
    let orphans: Vec<_> = found.filter(|path| !expected.contains(path)).collect();
    assert!(orphans.is_empty(), "snapshots without a text: {orphans:?}");
}

fn snapshots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots")
}

/// Where the expectation of a text stands.
fn expectation(fixture: &Fixture) -> PathBuf {
    snapshots().join(format!("{}.facts.json", fixture.name))
}

/// The texts that have a snapshot.
fn texts() -> Vec<Fixture> {
    pressfacts_suite::fixtures().into_iter().filter(|fixture| !fixture.folder().starts_with(WITHOUT_SNAPSHOT)).collect()
}

fn extract(fixture: &Fixture) -> Extraction {
    let mut facts = Extractor::default().extract(&fixture.text).with_offsets(&fixture.text, OffsetUnit::Char);
    facts.source = Some(format!("{}.txt", fixture.name));
    facts
}

/// Snapshots stand at the fixture's path, named by nothing else: a new fixture moves none of them.
fn settings(fixture: &Fixture) -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(Path::new(&fixture.name).parent().unwrap_or(Path::new("")));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_input_file(&fixture.path);
    settings
}

fn file_name(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// A line for each fact: kind, rule, span, text, and every other field that says something.
fn listing(facts: &Extraction, text: &str) -> String {
    let mut listing = match &facts.published {
        Some(published) => format!("published {} ({})\n", published.value, text_of(&serde_json::json!(published.basis))),
        None => "not published\n".to_owned(),
    };
    let Value::Object(families) = serde_json::to_value(facts).expect("facts serialise") else { unreachable!("an object") };
    for (family, kind) in [("dates", "date"), ("roles", "role"), ("statistics", "statistic"), ("agreements", "agreement")] {
        for fact in records(&families[family]) {
            let [rule, text] = ["rule", "text"].map(|key| text_of(&fact[key]));
            let fields = fields(fact, &["rule", "start", "end", "text", "earliest", "latest"]);
            writeln!(listing, "{kind} | {rule} | {}..{} | {text} | {fields}", fact["start"], fact["end"]).expect("written");
        }
    }
    for (entities, kind) in [("people", "person"), ("organizations", "organization")] {
        for entity in records(&families[entities]) {
            let name = text_of(&entity["name"]);
            let [fields, mentions] = [fields(entity, &["name", "mentions", "links"]), mentions(entity, text)];
            writeln!(listing, "{kind} | {name} | {fields} | {mentions}").expect("written");
        }
    }
    listing
}

/// Where and by what words an entity is named; a name in full goes without saying.
fn mentions(entity: &Map<String, Value>, text: &str) -> String {
    let spans: Vec<[usize; 2]> = serde_json::from_value(entity["mentions"].clone()).expect("spans");
    let links = entity["links"].as_array().into_iter().flatten().map(text_of);
    let mention = |([start, end], link): ([usize; 2], String)| {
        let written: String = text.chars().skip(start).take(end - start).collect();
        match (written == entity["name"], &*link) {
            (true, _) => format!("{start}"),
            (false, "name") => format!("{start} {written}"),
            (false, _) => format!("{start} {written} ({link})"),
        }
    };
    spans.into_iter().zip(links).map(mention).collect::<Vec<_>>().join("; ")
}

fn records(list: &Value) -> impl Iterator<Item = &Map<String, Value>> {
    list.as_array().into_iter().flatten().filter_map(Value::as_object)
}

/// The fields but these, without those that say nothing.
fn fields(record: &Map<String, Value>, but: &[&str]) -> String {
    let told = record.iter().filter(|(key, value)| !but.contains(&key.as_str()) && !says_nothing(value));
    told.map(|(key, value)| format!("{key} {}", text_of(value))).collect::<Vec<_>>().join(", ")
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(list) => list.is_empty(),
        Value::String(text) => text == "exact",
        _ => false,
    }
}

/// A value on one line, without quotation marks.
fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.replace('\n', "\\n").replace('\t', "\\t"),
        Value::Array(list) if list.iter().all(Value::is_array) => list.iter().map(span).collect::<Vec<_>>().join(" "),
        Value::Array(list) => list.iter().map(text_of).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

fn span(pair: &Value) -> String {
    format!("{}..{}", pair[0], pair[1])
}
