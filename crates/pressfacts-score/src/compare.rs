//! When two readings of a field count as the same.
//!
//! Gold mentions and reported ones are both JSON objects: what is scored is what is printed. A gold field that may
//! rightly be read in several ways holds a list of them.

use std::collections::HashSet;

use serde_json::Value;

/// A gold field as the list of its accepted readings; a field left out has the one reading `null`.
pub(crate) fn readings(field: &Value) -> &[Value] {
    match field {
        Value::Array(several) => several,
        one => std::slice::from_ref(one),
    }
}

/// Whether a reading equals what was reported, but for case, quotation marks, blanks and what stands around it.
pub(crate) fn same(gold: &Value, reported: &Value) -> bool {
    readings(gold).iter().any(|reading| norm(reading) == norm(reported))
}

/// Whether a reading shares enough of its words with what was reported.
pub(crate) fn near(gold: &Value, reported: &Value, at_least: f64) -> bool {
    readings(gold).iter().any(|reading| word_f1(reading, reported) >= at_least)
}

fn norm(value: &Value) -> String {
    let text = match value {
        Value::Null => return String::new(),
        Value::String(text) => text.to_lowercase().replace(['’', '‘'], "'"),
        other => other.to_string(),
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.trim_matches([' ', ',', '.', ';', ':', '(', ')', '[', ']', '"', '“', '”']);
    text.strip_prefix("the ").unwrap_or(text).to_owned()
}

fn words(value: &Value) -> Vec<String> {
    let norm = norm(value);
    norm.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn word_f1(a: &Value, b: &Value) -> f64 {
    let (a, b) = (words(a), words(b));
    if a.is_empty() || b.is_empty() {
        return if a == b { 1.0 } else { 0.0 };
    }
    let count = |words: &[String], wanted: &String| words.iter().filter(|word| *word == wanted).count();
    let distinct: HashSet<_> = a.iter().collect();
    let common: usize = distinct.into_iter().map(|word| count(&a, word).min(count(&b, word))).sum();
    ratio(2 * common, a.len() + b.len())
}

pub(crate) fn ratio(part: usize, whole: usize) -> f64 {
    f64::from(part as u32) / f64::from(whole as u32)
}

/// Number of units that two mentions share.
pub(crate) fn overlap(a: &Value, b: &Value) -> usize {
    let [start, end] = [offset(a, "start").max(offset(b, "start")), offset(a, "end").min(offset(b, "end"))];
    end.saturating_sub(start)
}

/// Share of the span that two mentions cover together which both cover.
pub(crate) fn overlap_share(a: &Value, b: &Value) -> f64 {
    let covered = offset(a, "end").max(offset(b, "end")) - offset(a, "start").min(offset(b, "start"));
    ratio(overlap(a, b), covered)
}

fn offset(mention: &Value, end: &str) -> usize {
    mention[end].as_u64().unwrap_or_default() as usize
}

/// Whether the numbers agree: both ends of a range, or one reading of the value.
pub(crate) fn same_value(gold: &Value, reported: &Value) -> bool {
    let ends: Vec<_> = ["low", "high"].into_iter().filter(|end| gold.get(end).is_some()).collect();
    if ends.is_empty() {
        return readings(&gold["value"]).iter().any(|reading| close(reading, &reported["value"]));
    }
    ends.into_iter().all(|end| close(&gold[end], &reported[end]))
}

fn close(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() <= (1e-6 * a.abs().max(b.abs())).max(1e-9),
        _ => false,
    }
}

/// Whether the units agree. For a counted noun phrase the head noun and half of the words must.
pub(crate) fn same_unit(gold: &Value, reported: &Value) -> bool {
    let counted = readings(&gold["kind"]).iter().any(|kind| kind == "count" || kind == "ratio");
    readings(&gold["unit"])
        .iter()
        .any(|reading| unit_key(&norm(reading)) == unit_key(&norm(reported)) || counted && same_head(reading, reported))
}

fn same_head(reading: &Value, reported: &Value) -> bool {
    match (words(reading).last(), words(reported).last()) {
        (Some(a), Some(b)) => unit_key(a) == unit_key(b) && word_f1(reading, reported) >= 0.5,
        _ => false,
    }
}

/// The unit in one spelling, in the singular.
fn unit_key(unit: &str) -> String {
    let unit = unit.replace('-', " ");
    let unit = unit.replace("meter", "metre").replace("liter", "litre");
    let unit = UNITS.iter().find(|(short, _)| *short == unit).map_or(&*unit, |(_, long)| long);
    match unit.strip_suffix('s') {
        Some(stem) if stem.len() >= 3 && stem.bytes().rev().take(3).all(|byte| byte.is_ascii_lowercase()) => stem.to_owned(),
        _ => unit.to_owned(),
    }
}

const UNITS: &[(&str, &str)] = &[
    ("%", "percent"),
    ("per cent", "percent"),
    ("percentage points", "percentage point"),
    ("pp", "percentage point"),
    ("bps", "basis point"),
    ("basis points", "basis point"),
    ("time", "times"),
    ("fold", "times"),
    ("x", "times"),
    ("km", "kilometre"),
    ("m", "metre"),
    ("cm", "centimetre"),
    ("mm", "millimetre"),
    ("kg", "kilogram"),
    ("g", "gram"),
    ("t", "tonne"),
    ("mw", "megawatt"),
    ("gw", "gigawatt"),
    ("kw", "kilowatt"),
    ("mwh", "megawatt hour"),
    ("gwh", "gigawatt hour"),
    ("kwh", "kilowatt hour"),
    ("twh", "terawatt hour"),
    ("ha", "hectare"),
    ("sq km", "square kilometre"),
    ("km2", "square kilometre"),
    ("km²", "square kilometre"),
    ("sq m", "square metre"),
    ("m2", "square metre"),
    ("m²", "square metre"),
    ("sq ft", "square foot"),
    ("square feet", "square foot"),
    ("feet", "foot"),
    ("ft", "foot"),
    ("mg", "milligram"),
    ("ml", "millilitre"),
    ("l", "litre"),
    ("mi", "mile"),
    ("°c", "degree celsius"),
    ("c", "degree celsius"),
];

/// Whether modifier and change point the same way.
pub(crate) fn same_direction(gold: &Value, reported: &Value) -> bool {
    let modifier = readings(&gold["modifier"]).iter().any(|reading| direction(reading) == direction(&reported["modifier"]));
    modifier && same_or_neither(&gold["change"], &reported["change"])
}

fn direction(modifier: &Value) -> &'static str {
    match modifier.as_str() {
        None | Some("exact") => "=",
        Some("approximately" | "nearly") => "~",
        Some("more_than" | "at_least") => ">",
        Some("less_than" | "at_most") => "<",
        Some(_) => "?",
    }
}

/// Whether a reading equals what was reported to the letter, or both are absent.
pub(crate) fn same_or_neither(gold: &Value, reported: &Value) -> bool {
    readings(gold).iter().any(|reading| reading == reported)
}

/// Whether the subjects share a word of more than two letters.
pub(crate) fn subject_near(gold: &Value, reported: &Value) -> bool {
    let reported = words(&reported["subject"]);
    let wanted = readings(&gold["subject"]).iter().flat_map(words);
    wanted.filter(|word| word.chars().count() > 2).any(|word| reported.contains(&word))
}

/// How many of the gold parties are among the reported ones, each used once.
pub(crate) fn party_hits(gold: &Value, reported: &Value) -> usize {
    let mut left: Vec<_> = parties(reported).iter().collect();
    let wanted = parties(gold).iter();
    wanted.filter(|party| left.iter().position(|got| near(party, got, 0.6)).map(|at| left.remove(at)).is_some()).count()
}

pub(crate) fn parties(mention: &Value) -> &[Value] {
    mention["parties"].as_array().map_or(&[], Vec::as_slice)
}

/// Whether kind, action and at least half of the parties agree.
pub(crate) fn same_record(gold: &Value, reported: &Value) -> bool {
    let parties = parties(gold).len() + parties(reported).len();
    same(&gold["kind"], &reported["kind"])
        && same_or_neither(&gold["action"], &reported["action"])
        && 4 * party_hits(gold, reported) >= parties
}
