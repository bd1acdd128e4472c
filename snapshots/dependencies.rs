//! What the dependencies may be: deny.toml's list of licences and sources, held without cargo-deny being installed.
//!
//! `cargo deny --workspace check` knows more: advisories, and the licence texts in the packages.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

#[test]
fn licences_are_among_those_let_in() {
    let deny = std::fs::read_to_string(root().join("deny.toml")).expect("deny.toml");
    let deny: toml::Table = deny.parse().expect("TOML");
    let allowed = names(&deny["licenses"]["allow"]);
    let exceptions = deny["licenses"]["exceptions"].as_array().expect("a list");
    let mut refused = Vec::new();
    for package in packages() {
        let name = package["name"].as_str().expect("a name");
        let own = exceptions.iter().find(|exception| exception["crate"].as_str() == Some(name));
        let own = own.map(|exception| names(&exception["allow"])).unwrap_or_default();
        let licence = package["license"].as_str().unwrap_or_default();
        if !Terms::of(licence).let_in_by(&|wanted| allowed.contains(&wanted) || own.contains(&wanted)) {
            refused.push(format!("{name}: {licence:?}"));
        }
    }
    assert!(refused.is_empty(), "{refused:?}");
}

#[test]
fn sources_are_the_registry_and_this_folder() {
    for package in packages() {
        let source = package["source"].as_str().unwrap_or("this folder");
        assert!(["this folder", "registry+https://github.com/rust-lang/crates.io-index"].contains(&source), "{source}");
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn names(list: &toml::Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().filter_map(toml::Value::as_str).collect()
}

/// All packages that any feature on any platform needs.
fn packages() -> Vec<Value> {
    let arguments = ["metadata", "--locked", "--all-features", "--format-version", "1"];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("a list").clone();
    assert!(packages.len() > 100, "the packages were read");
    packages
}

/// The words of a licence expression, read from the left: `AND` binds closer than `OR`.
struct Terms<'t>(Vec<&'t str>);

impl<'t> Terms<'t> {
    fn of(licence: &'t str) -> Self {
        let words = licence.split_inclusive(['(', ')', ' ', '/']).flat_map(|word| {
            let name = word.trim_end_matches(['(', ')', ' ', '/']);
            [name, word[name.len()..].trim()]
        });
        Self(words.filter(|word| !word.is_empty()).collect())
    }

    fn let_in_by(self, allowed: &dyn Fn(&str) -> bool) -> bool {
        let mut words = self.0.into_iter().peekable();
        let is_let_in = any(&mut words, allowed);
        is_let_in && words.next().is_none()
    }
}

type Words<'a, 't> = &'a mut std::iter::Peekable<std::vec::IntoIter<&'t str>>;

fn any(words: Words<'_, '_>, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut is_let_in = all(words, allowed);
    while words.next_if(|word| matches!(*word, "OR" | "/")).is_some() {
        is_let_in |= all(words, allowed);
    }
    is_let_in
}

fn all(words: Words<'_, '_>, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut is_let_in = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        is_let_in &= one(words, allowed);
    }
    is_let_in
}

fn one(words: Words<'_, '_>, allowed: &dyn Fn(&str) -> bool) -> bool {
    let Some(word) = words.next() else { return false };
    if word == "(" {
        let is_let_in = any(words, allowed);
        return words.next() == Some(")") && is_let_in;
    }
    match words.next_if_eq(&"WITH").and_then(|_| words.next()) {
        Some(exception) => allowed(&format!("{word} WITH {exception}")),
        None => allowed(word),
    }
}

#[test]
fn licence_expressions_are_read() {
    let is_let_in = |licence| Terms::of(licence).let_in_by(&|name| ["MIT", "Zlib", "A WITH B"].contains(&name));
    for licence in ["MIT", "GPL OR MIT", "GPL/MIT", "(GPL OR MIT) AND Zlib", "GPL AND LGPL OR MIT", "A WITH B"] {
        assert!(is_let_in(licence), "{licence}");
    }
    for licence in ["", "GPL", "MIT AND GPL", "(MIT OR Zlib) AND GPL", "A", "(MIT"] {
        assert!(!is_let_in(licence), "{licence}");
    }
}
