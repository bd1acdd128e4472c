//! Who may know whom: ARCHITECTURE.md's order of modules, read off the library's sources.

use std::fs;
use std::path::Path;

/// A module may use only those before it.
const ORDER: &[&str] = &[
    "decimal",
    "error",
    "span",
    "fact",
    "schema",
    "lexicon",
    "token",
    "memo",
    "layout",
    "parse",
    "grammar",
    "rules",
    "resolve",
    "normalize",
    "link",
    "extractor",
    "explain",
    "lib",
];
/// Families of rules, none of which may use another.
const FAMILIES: &[&str] = &["agreement", "date", "identifier", "role", "statistic"];
/// Modules that may name a dependency.
const DEPENDENCIES: &[(&str, &[&str])] =
    &[("nom", &["parse", "grammar", "rules"]), ("chrono", &["fact", "grammar", "normalize", "extractor"])];

#[test]
fn modules_use_only_those_before_them() {
    for source in sources() {
        let place = ORDER.iter().position(|module| *module == source.module);
        let place = place.unwrap_or_else(|| panic!("{}: give the module its place in the order", source.path));
        for used in source.names_after("crate::") {
            assert!(ORDER[..=place].contains(&used), "{} uses {used}, which does not come before it", source.path);
        }
    }
}

#[test]
fn families_of_rules_do_not_know_each_other() {
    let mut seen = 0;
    for source in sources() {
        let own = source.path.strip_prefix("rules/").and_then(|path| path.split(['/', '.']).next());
        let Some(own) = own.filter(|own| FAMILIES.contains(own)) else { continue };
        seen += 1;
        let others = source.names_after("rules::").into_iter().filter(|used| FAMILIES.contains(used) && *used != own);
        assert_eq!(others.collect::<Vec<_>>(), [""; 0], "{} uses another family", source.path);
    }
    assert!(seen >= FAMILIES.len(), "{seen} files of rules");
}

#[test]
fn dependencies_stay_where_they_belong() {
    for source in sources() {
        for (dependency, modules) in DEPENDENCIES {
            let named = source.code.contains(&format!("{dependency}::"));
            assert!(!named || modules.contains(&&*source.module), "{} names {dependency}", source.path);
        }
    }
}

/// A source file of the library, without its comments and tests.
struct Source {
    path: String,
    module: String,
    code: String,
}

impl Source {
    /// The names that follow the prefix, those in braces included.
    fn names_after(&self, prefix: &str) -> Vec<&str> {
        let after = self.code.split(prefix).skip(1);
        let listed = after.flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').collect(),
            None => vec![rest],
        });
        listed.map(|name| name.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()).collect()
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/pressfacts/src");
    let all = pressfacts_suite::files(&root, ".rs").into_iter().filter(|path| !is_test(path)).map(|path| {
        let text = fs::read_to_string(&path).expect("a readable source");
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let code = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let path = path.strip_prefix(&root).expect("a path below the root").display().to_string();
        Source { module: path.split(['/', '.']).next().unwrap_or_default().to_owned(), path, code }
    });
    let all: Vec<_> = all.collect();
    assert!(all.len() > ORDER.len(), "the sources were read");
    all
}

/// Whether the file is a module of tests, by how the module above it declares it.
fn is_test(path: &Path) -> bool {
    let folder = path.parent().expect("a file in a folder");
    let above = if folder.ends_with("src") { folder.join("lib.rs") } else { folder.with_extension("rs") };
    let above = fs::read_to_string(&above).expect("the module above");
    let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name in UTF-8");
    ["mod", "pub(crate) mod", "pub(super) mod"].iter().any(|keyword| above.contains(&format!("#[cfg(test)]\n{keyword} {name};")))
}
