//! Runs that were broken off.

mod support;

use std::fs;
use std::io::Write as _;
use std::time::Duration;

use support::{command, folder, names, run, stdout, text};

const BRIEF: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/own/brief-supply-agreement.txt");

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
