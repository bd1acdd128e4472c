//! What is expected of texts, and how it is stored.

mod support;

use std::fs;

use support::{folder, names, run, stdout, text};

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
