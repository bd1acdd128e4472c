//! Files that the command writes: whole, or not at all.

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;
use support::{command, folder, run, stdout};

const BRIEF: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/own/brief-supply-agreement.txt");

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
    names.sort();
    names
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn a_file_holds_what_standard_output_would() {
    let folder = folder("whole");
    let file = folder.join("facts.jsonl");
    let written = run(&["extract", BRIEF, "-o", text(&file)], b"");
    assert!(written.status.success());
    assert_eq!(stdout(&written), "");
    let printed = run(&["extract", BRIEF], b"");
    assert_eq!(fs::read_to_string(&file).expect("the file"), stdout(&printed));
    assert_eq!(names(&folder), ["facts.jsonl"]);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_rights_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = folder("link");
    let (file, link) = (folder.join("file"), folder.join("link"));
    fs::write(&file, "old").expect("a file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("rights");
    symlink(&file, &link).expect("a link");
    assert!(run(&["extract", BRIEF, "-o", text(&link)], b"").status.success());
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    let found = fs::metadata(&file).expect("a file");
    assert_eq!(found.permissions().mode() & 0o777, 0o640);
    assert!(found.len() > 100);
}

#[test]
fn a_file_that_cannot_be_made_is_named() {
    let file = folder("missing").join("no/such/facts.jsonl");
    let output = run(&["extract", BRIEF, "-o", text(&file)], b"");
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.starts_with(&format!("error: cannot write {}: No such file", file.display())), "{error}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error() {
    let output = run(&["extract", BRIEF, "-o", "/dev/full"], b"");
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.starts_with("error: cannot write the output: No space left"), "{error}");
}

/// The old file stays, and nothing half written stands beside it.
#[cfg(unix)]
#[test]
fn a_run_that_is_broken_off_leaves_the_folder_as_it_was() {
    for signal in ["-INT", "-TERM"] {
        let folder = folder(signal);
        let file = folder.join("facts.jsonl");
        fs::write(&file, "old").expect("a file");
        let mut child = command(&["extract", "-", "-o", text(&file)]).spawn().expect("the command starts");
        // It waits for its input, which never ends.
        let input = child.stdin.take();
        while names(&folder).len() < 2 {
            std::thread::sleep(Duration::from_millis(5));
        }
        let sent = Command::new("kill").args([signal, &child.id().to_string()]).status().expect("kill runs");
        assert!(sent.success());
        assert_eq!(child.wait().expect("the command ends").code(), Some(130), "{signal}");
        drop(input);
        assert_eq!(names(&folder), ["facts.jsonl"], "{signal}");
        assert_eq!(fs::read_to_string(&file).expect("the file"), "old");
    }
}

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
fn what_is_accepted_is_expected_from_then_on() {
    let texts = folder("texts");
    fs::create_dir_all(texts.join("below")).expect("a folder");
    fs::write(texts.join("a.txt"), "It opened on May 3, 2024.").expect("a text");
    fs::write(texts.join("below/b.txt"), "It opened on May 4, 2024.").expect("a text");
    let check = |more: &[&str]| run(&[&["check", text(&texts)], more].concat(), b"");
    let says = |output: &std::process::Output, line: &str| assert!(stdout(output).ends_with(line), "{}", stdout(output));

    let named = check(&["--accept", "a.txt"]);
    assert_eq!(named.status.code(), Some(1));
    says(
        &named,
        "accepted a.txt\nnew text below/b.txt: 1 fact, nothing expected yet\n2 texts: 0 as expected, 1 accepted, 1 new\n",
    );
    assert_eq!(names(&texts), ["a.facts.json", "a.txt", "below"]);
    assert!(check(&["--accept"]).status.success());
    says(&check(&[]), "2 texts: 2 as expected\n");
    let stored = fs::read_to_string(texts.join("below/b.facts.json")).expect("an expectation");
    assert!(stored.contains("\"source\": \"below/b.txt\""), "{stored}");

    // The text has changed: the fact has moved, no more. Then it is gone, and its expectation left over.
    fs::write(texts.join("a.txt"), "The shop opened on May 3, 2024.").expect("a text");
    says(&check(&[]), "a.txt\n  moved 1 fact: the text has changed\n2 texts: 1 as expected, 1 changed\n");
    fs::remove_file(texts.join("a.txt")).expect("the text goes");
    let left = check(&[]);
    assert_eq!(left.status.code(), Some(1));
    says(&left, "1 text: 1 as expected; 1 expectation left over\n");

    let elsewhere = folder("expected");
    assert!(check(&["--accept", "--snapshots", text(&elsewhere)]).status.success());
    assert_eq!(names(&elsewhere.join("below")), ["b.facts.json"]);
    fs::write(elsewhere.join("below/b.facts.json"), "{").expect("a file");
    let broken = check(&["--snapshots", text(&elsewhere)]);
    assert_eq!(broken.status.code(), Some(1));
    says(&broken, "1 text: 0 as expected, 1 with an unreadable expectation\n");
}

#[test]
fn options_are_found_upwards() {
    let folder = folder("project");
    let below = folder.join("a/b");
    fs::create_dir_all(&below).expect("a folder");
    fs::write(folder.join("pressfacts.toml"), "only = [\"dates\"]\nformat = \"csv\"\n").expect("a file");
    fs::write(below.join("a.txt"), "It opened on May 3, 2024.").expect("a text");
    let lines = |more: &[&str]| {
        let output = command(&[&["extract", "a.txt"], more].concat()).current_dir(&below).output().expect("the command runs");
        stdout(&output).to_owned()
    };
    assert!(lines(&[]).starts_with("source,start,end,text,type,"), "{}", lines(&[]));
    assert!(lines(&["--format", "jsonl"]).starts_with("{\"schema\":1,"));
    assert!(lines(&["--no-config"]).starts_with("{\"schema\":1,"));
}

#[test]
fn a_run_that_was_broken_off_goes_on() {
    let folder = folder("resume");
    let (input, file, part) = (folder.join("in.jsonl"), folder.join("facts.jsonl"), folder.join("facts.jsonl.part"));
    let line = |number: usize| format!("{{\"id\": {number}, \"text\": \"It opened on May 3, 2024.\"}}\n");
    let lines = |numbers: std::ops::Range<usize>| numbers.map(line).collect::<Vec<_>>().concat();
    fs::write(&input, format!("{}no JSON\n{}", lines(0..3), lines(3..9))).expect("an input");
    let go_on = || run(&["extract", text(&input), "-o", text(&file), "--resume"], b"");
    let whole = run(&["extract", text(&input)], b"");

    // As a run leaves it that was broken off in the fifth document's line.
    let broken_off: String = stdout(&whole).split_inclusive('\n').take(4).chain(["{\"schema\":1,\"sou"]).collect();
    fs::write(&part, &broken_off).expect("a part");
    let output = go_on();
    // The line that is no JSON is told again.
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).ends_with("read 9 documents, skipped 1: 1 broken JSON\n"));
    assert_eq!(fs::read_to_string(&file).expect("the file"), stdout(&whole));
    assert_eq!(names(&folder), ["facts.jsonl", "in.jsonl"]);

    // A part of another run is not gone on with, and stays.
    fs::write(&part, stdout(&whole).replace("\"source\":\"2\"", "\"source\":\"two\"")).expect("a part");
    let output = go_on();
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("of another run: it goes on with two, the inputs with 2; remove it to start anew"), "{error}");
    assert!(part.exists());
    fs::write(&part, "not facts\n").expect("a part");
    assert_eq!(go_on().status.code(), Some(2));
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

#[test]
fn what_is_too_large_is_named_and_the_rest_is_read() {
    let large = format!("{{\"id\": 1, \"text\": \"{}\"}}\n{{\"id\": 2, \"text\": \"On May 3, 2024.\"}}\n", "a".repeat(99));
    let output = run(&["extract", "-", "--input-format", "jsonl", "--max-size", "64", "--format", "jsonl"], large.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.starts_with("error: -:1: larger than 64 bytes, unpacked"), "{error}");
    assert!(error.contains("read 1 document, skipped 1"), "{error}");
    let output = run(&["extract", BRIEF, "--max-size", "64"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("brief-supply-agreement.txt: larger than 64 bytes"));
}

#[test]
fn a_faulty_file_of_options_breaks_only_what_reads_it() {
    let config = folder("faulty-options").join("pressfacts.toml");
    fs::write(&config, "threads = 65535").expect("a file");
    assert!(run(&["schema", "--config", text(&config)], b"").status.success());
    let output = run(&["extract", BRIEF, "--config", text(&config)], b"");
    assert_eq!(output.status.code(), Some(2));
    fs::write(&config, "only = [\"dates\"]").expect("a file");
    assert_eq!(run(&["check", BRIEF, "--accept", "--config", text(&config)], b"").status.code(), Some(2));
}

#[test]
fn a_file_of_somebody_else_is_not_gone_on_with() {
    let folder = folder("foreign-part");
    let (file, part) = (folder.join("facts.jsonl"), folder.join("facts.jsonl.part"));
    for foreign in ["notes without an end of line", "notes\nof somebody\n"] {
        fs::write(&part, foreign).expect("a file");
        assert_eq!(run(&["extract", BRIEF, "-o", text(&file), "--resume"], b"").status.code(), Some(2));
        assert_eq!(fs::read_to_string(&part).expect("the file"), foreign);
    }
    assert_eq!(run(&["extract", BRIEF, "-o", "-", "--resume"], b"").status.code(), Some(2));
}

#[test]
fn texts_do_not_share_an_expectation() {
    let folder = folder("two-roots");
    let roots = ["a", "b"].map(|name| folder.join(name));
    for root in &roots {
        fs::create_dir(root).expect("a folder");
        fs::write(root.join("x.txt"), format!("It opened on May 3, 2024 in {}.", root.display())).expect("a file");
    }
    let snapshots = folder.join("s");
    let arguments = ["check", text(&roots[0]), text(&roots[1]), "--snapshots", text(&snapshots), "--accept"];
    let output = run(&arguments, b"");
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn an_unreadable_text_leaves_no_expectation_over() {
    let folder = folder("unreadable-text");
    let file = folder.join("x.txt");
    fs::write(&file, "It opened on May 3, 2024.").expect("a file");
    assert!(run(&["check", text(&folder), "--accept"], b"").status.success());
    fs::write(&file, b"ab\0cd").expect("a file");
    let output = run(&["check", text(&folder)], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(!stdout(&output).contains("left over"), "{}", stdout(&output));
}
