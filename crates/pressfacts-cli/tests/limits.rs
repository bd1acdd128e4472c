//! What is refused, and options that files give.

mod support;

use std::fs;
use std::io::Write as _;

use support::{command, folder, run, stdout, text};

const BRIEF: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/own/brief-supply-agreement.txt");

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
