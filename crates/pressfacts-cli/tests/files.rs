//! Files that the command writes: whole, or not at all.

mod support;

use std::fs;
use std::io::Write as _;
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
        "new text below/b.txt: 1 fact, nothing expected yet\naccepted a.txt\n2 texts: 0 as expected, 1 accepted, 1 new\n",
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

/// JSON Lines, one of them no JSON.
fn numbered(numbers: std::ops::Range<usize>) -> String {
    let line = |number: usize| match number {
        100 => "no JSON\n".to_owned(),
        _ => format!("{{\"id\": {number}, \"text\": \"It opened on May 3, 2024.\"}}\n"),
    };
    numbers.map(line).collect()
}

#[test]
fn a_run_that_was_broken_off_goes_on() {
    let folder = folder("resume");
    let (file, part) = (folder.join("facts.jsonl"), folder.join("facts.jsonl.part"));
    let options = ["extract", "-", "--input-format", "jsonl", "-o", text(&file), "--resume"];
    let go_on = |more: &[&str], input: &str| run(&[&options[..], more].concat(), input.as_bytes());
    let error = |output: &std::process::Output| String::from_utf8_lossy(&output.stderr).into_owned();
    let whole = run(&["extract", "-", "--input-format", "jsonl"], numbered(0..600).as_bytes());

    // It waits for its input, having written what it could: an error is told behind what was printed before it.
    let mut child = command(&options).spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(numbered(0..500).as_bytes()).expect("the command reads");
    stdin.flush().expect("the command reads");
    while fs::metadata(&part).map_or(0, |part| part.len()) == 0 {
        std::thread::sleep(Duration::from_millis(10));
    }
    let second = go_on(&[], &numbered(0..600));
    assert_eq!(second.status.code(), Some(2));
    assert!(error(&second).contains("facts.jsonl.part is being written by another run"), "{}", error(&second));
    child.kill().expect("the command is broken off");
    child.wait().expect("the command has ended");
    drop(stdin);
    assert_eq!(names(&folder), ["facts.jsonl.part", "facts.jsonl.part.run"]);
    let broken_off = fs::read_to_string(&part).expect("the part");
    assert!(stdout(&whole).starts_with(&broken_off));
    // Broken off within a line.
    fs::write(&part, format!("{broken_off}{{\"schema\":1,\"sou")).expect("a part");

    // Other options would make another file of the rest.
    let other = go_on(&["--only", "dates"], &numbered(0..600));
    assert_eq!(other.status.code(), Some(2));
    let expected = "of another run: --only was dates,roles,statistics,agreements, is dates; use the same inputs and options";
    assert!(error(&other).contains(expected), "{}", error(&other));
    // So would other inputs.
    let other = go_on(&[], &numbered(1..600));
    assert_eq!(other.status.code(), Some(2));
    assert!(error(&other).contains("of another run: it goes on with 0, the inputs with 1; use the same"), "{}", error(&other));
    assert!(part.exists());

    let output = go_on(&[], &numbered(0..600));
    // The line that is no JSON is told again.
    assert_eq!(output.status.code(), Some(1));
    assert!(error(&output).ends_with("read 599 documents, skipped 1: 1 broken JSON\n"), "{}", error(&output));
    assert!(fs::read_to_string(&file).expect("the file") == stdout(&whole));
    assert_eq!(names(&folder), ["facts.jsonl"]);
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
        assert_eq!(names(&folder), ["facts.jsonl.part"]);
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

#[test]
fn lines_have_expectations_by_their_ids() {
    let folder = folder("check-lines");
    let file = folder.join("archive.jsonl");
    let write = |text: &str| {
        let lines =
            format!("{{\"id\": \"a/1\", \"text\": \"It opened on May 3, 2024.\"}}\n{{\"id\": 2, \"text\": \"{text}\"}}\n");
        fs::write(&file, lines).expect("a file");
    };
    write("It closed.");
    assert!(run(&["check", text(&folder), "--accept"], b"").status.success());
    let expectations = folder.join("archive.jsonl.facts");
    assert_eq!(names(&expectations), ["2.facts.json", "a%2f1.facts.json"]);
    assert!(run(&["check", text(&folder)], b"").status.success());
    write("It closed on May 4, 2024.");
    let output = run(&["check", text(&folder)], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).starts_with("archive.jsonl/2\n"), "{}", stdout(&output));
    assert!(stdout(&output).contains("  new     dates at 13: It closed on [May 4, 2024].\n"), "{}", stdout(&output));
    assert!(run(&["check", text(&folder), "--accept", "2"], b"").status.success());
    // A line that is gone, and one that cannot be read.
    fs::write(&file, "{\"id\": 2, \"text\": \"It closed on May 4, 2024.\"}\n").expect("a file");
    assert!(stdout(&run(&["check", text(&folder)], b"")).contains("a%2f1.facts.json: its text was not found"));
    fs::write(&file, "no JSON\n").expect("a file");
    assert!(!stdout(&run(&["check", text(&folder)], b"")).contains("left over"));

    // Standard input has no folder of its own.
    let arguments = ["check", "-", "--input-format", "jsonl"];
    let line = b"{\"id\": 2, \"text\": \"It closed on May 4, 2024.\"}";
    assert!(String::from_utf8_lossy(&run(&arguments, line).stderr).contains("name a folder with --snapshots"));
    let output = run(&[&arguments[..], &["--snapshots", text(&expectations)]].concat(), line);
    assert!(output.status.success(), "{}", stdout(&output));
}

#[test]
fn nothing_is_stored_where_a_name_is_unknown() {
    let folder = folder("unknown-name");
    fs::write(folder.join("x.txt"), "It opened on May 3, 2024.").expect("a file");
    let output = run(&["check", text(&folder), "--accept", "x", "y"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: --accept y: no text of that name; nothing was stored"));
    assert_eq!(names(&folder), ["x.txt"]);
}

#[cfg(unix)]
#[test]
fn links_and_rights_are_kept() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = folder("links");
    let (link, file) = (folder.join("link"), folder.join("facts"));
    std::os::unix::fs::symlink("facts", &link).expect("a link");
    // It leads nowhere yet.
    assert!(run(&["extract", BRIEF, "-o", text(&link)], b"").status.success());
    assert!(link.is_symlink() && file.is_file());
    fs::set_permissions(&file, fs::Permissions::from_mode(0o664)).expect("rights");
    assert!(run(&["extract", BRIEF, "-o", text(&link)], b"").status.success());
    assert_eq!(fs::metadata(&file).expect("the file").permissions().mode() & 0o777, 0o664);

    // In a folder that is read, a link that leads nowhere is told.
    std::os::unix::fs::symlink("nowhere", folder.join("gone.txt")).expect("a link");
    fs::write(folder.join("here.txt"), "It opened.").expect("a file");
    let output = run(&["extract", text(&folder)], b"");
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("gone.txt: No such file or directory"), "{error}");
}

#[test]
fn a_faulty_list_of_what_is_passed_over_is_told() {
    let folder = folder("faulty-ignore");
    fs::write(folder.join(".pressfactsignore"), "old/\n{a\n").expect("a file");
    fs::write(folder.join("x.txt"), "It opened.").expect("a file");
    let output = run(&["extract", text(&folder)], b"");
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains(".pressfactsignore:2: ") && error.ends_with("read 1 document, skipped 1: 1 unreadable\n"), "{error}");
}

#[test]
fn a_file_of_options_is_told_by_file_and_line() {
    let config = folder("faulty-values").join("pressfacts.toml");
    for (line, what) in
        [("glob = [\"{a\"]", "{a"), ("encoding = \"utf-9\"", "no such encoding"), ("threads = 0", "1 to 256 threads")]
    {
        fs::write(&config, format!("# ours\n{line}\n")).expect("a file");
        let output = run(&["extract", BRIEF, "--config", text(&config)], b"");
        assert_eq!(output.status.code(), Some(2));
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(
            error.starts_with(&format!("error: {}: ", config.display())) && error.contains("line 2") && error.contains(what),
            "{error}"
        );
    }
}

#[test]
fn an_unpacked_bomb_is_cut_off() {
    let folder = folder("bomb");
    let file = folder.join("bomb.txt.gz");
    let mut packer = flate2::write::GzEncoder::new(fs::File::create(&file).expect("a file"), flate2::Compression::best());
    for _ in 0..64 {
        packer.write_all(&vec![b'a'; 1 << 20]).expect("packed");
    }
    packer.finish().expect("packed");
    assert!(fs::metadata(&file).expect("the file").len() < 100_000);
    let output = run(&["extract", text(&folder), BRIEF, "--max-size", "1M"], b"");
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("bomb.txt.gz: larger than 1048576 bytes, unpacked: --max-size allows more"), "{error}");
    assert!(error.ends_with("read 1 document, skipped 1: 1 too large\n"), "{error}");
}
