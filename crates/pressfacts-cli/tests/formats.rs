//! What the formats hold.

mod support;

use std::fs;

use serde_json::Value;
use support::{command, folder, names, run, stdout, text};

const BRIEF: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/own/brief-supply-agreement.txt");

#[test]
fn tables_are_files_of_a_folder() {
    let folder = folder("tables").join("made");
    let to = ["--format", "csv", "--output-dir", text(&folder)];
    assert!(run(&[&["extract", BRIEF][..], &to[..]].concat(), b"").status.success());
    assert_eq!(names(&folder), ["agreements.csv", "dates.csv", "organizations.csv", "people.csv", "roles.csv", "statistics.csv"]);
    let people = fs::read_to_string(folder.join("people.csv")).expect("a table");
    assert_eq!(people.lines().next(), Some("source,name,aliases,roles,mentions,links"));
    assert!(people.contains(",Ingrid Solberg,,0,207-221,name"), "{people}");
    // Of the families wanted only.
    fs::remove_dir_all(&folder).expect("the folder goes");
    assert!(run(&[&["extract", BRIEF, "--only", "agreements"][..], &to[..]].concat(), b"").status.success());
    assert_eq!(names(&folder), ["agreements.csv", "organizations.csv"]);
}

/// Every field of the JSON output has its column.
#[test]
fn tables_have_a_column_for_each_field() {
    let folder = folder("columns");
    run(&["extract", BRIEF, "--format", "csv", "--output-dir", text(&folder)], b"");
    let schema: Value = serde_json::from_str(stdout(&run(&["schema"], b""))).expect("a schema");
    let tables = [
        ("dates", "date"),
        ("roles", "role"),
        ("people", "person"),
        ("organizations", "organization"),
        ("statistics", "statistic"),
        ("agreements", "agreement"),
    ];
    for (table, kind) in tables {
        let rows = fs::read_to_string(folder.join(format!("{table}.csv"))).expect("a table");
        let mut columns: Vec<_> = rows.lines().next().expect("a header").split(',').collect();
        let mut fields: Vec<_> =
            schema["$defs"][kind]["properties"].as_object().expect("fields").keys().map(String::as_str).collect();
        fields.push("source");
        columns.sort_unstable();
        fields.sort_unstable();
        assert_eq!(columns, fields, "{table}");
    }
}

#[test]
fn annotations_for_brat_name_the_slices_of_their_text() {
    let folder = folder("brat");
    let input = "{\"id\": \"../a b\", \"text\": \"Caf\u{e9}: the ministry opened its new office to the public and to the press on May 3,\\n2024, it said.\"}\n{\"id\": \"a/b\", \"text\": \"\"}\n{\"id\": \"a_b\", \"text\": \"\"}\n";
    let output =
        run(&["extract", "-", "--input-format", "jsonl", "--format", "brat", "--output-dir", text(&folder)], input.as_bytes());
    assert!(output.status.success());
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("a file");
    assert_eq!(names(&folder), ["a_b-2.ann", "a_b-2.txt", "a_b-3.ann", "a_b-3.txt", "a_b.ann", "a_b.txt", "annotation.conf"]);
    assert_eq!(
        read("a_b.txt"),
        "Caf\u{e9}: the ministry opened its new office to the public and to the press on May 3,\n2024, it said."
    );
    assert!(
        read("a_b.ann").starts_with("T1\tDate 75 81;82 86\tMay 3, 2024\n#1\tAnnotatorNotes T1\ttype=DATE | value=2024-05-03"),
        "{}",
        read("a_b.ann")
    );
}

/// Whatever a text says, it cannot become part of the page.
#[test]
fn a_page_escapes_what_it_shows() {
    let evil = r#"{"id": "<img src=x>&\"", "text": "</script><script>alert(1)</script> On May 3, 2024 <b>&amp; it's</b> Ann Lee, Director of <i>Acme</i>, said \"]]>\"."}"#;
    let output = run(&["extract", "-", "--input-format", "jsonl", "--format", "html"], evil.as_bytes());
    let page = stdout(&output);
    assert!(output.status.success());
    assert!(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; On <mark class=\"dates\" data-facts=\"0\">May 3, 2024</mark> &lt;b&gt;&amp;amp;"), "{page}");
    assert!(!page.contains("<script>alert") && !page.contains("<img") && !page.contains("<i>"));
    assert_eq!(page.matches("</script>").count(), 2);
    assert!(!page.contains("http://") && !page.contains("https://"), "nothing is loaded");
}

#[test]
fn a_page_without_documents_is_still_a_page() {
    let page = run(&["extract", "no-such-file", "--format", "html"], b"");
    assert_eq!(page.status.code(), Some(1));
    assert!(stdout(&page).ends_with("</body></html>\n"));
}

#[test]
fn manual_pages_are_written_for_all_subcommands() {
    let folder = folder("man");
    assert!(run(&["man", "--output-dir", text(&folder)], b"").status.success());
    assert!(names(&folder).contains(&"pressfacts.1".to_owned()));
    assert!(names(&folder).contains(&"pressfacts-extract.1".to_owned()));
    assert!(stdout(&run(&["man"], b"")).contains("pressfacts"));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(stdout(&run(&["completions", shell], b"")).contains("pressfacts"), "{shell}");
    }
}

#[test]
fn colours_are_asked_for_or_not() {
    let colored = |arguments: &[&str], variable: &str| {
        let mut command = command(arguments);
        let output = command.env(variable, "1").output().expect("the command runs");
        stdout(&output).contains('\u{1b}')
    };
    assert!(!colored(&["explain", BRIEF], "NO_COLOR"));
    assert!(!colored(&["explain", BRIEF], "NOTHING"), "no terminal");
    assert!(colored(&["explain", BRIEF, "--color", "always"], "NOTHING"));
    assert!(colored(&["explain", BRIEF], "CLICOLOR_FORCE"));
}
