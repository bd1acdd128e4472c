//! The command as its users meet it: real runs. What they print is written down in `tests/cmd`;
//! `TRYCMD=overwrite cargo test -p pressfacts-cli` writes it anew.

mod support;

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;

use support::{command, run, stdout};

#[test]
fn runs_print_what_is_written_down() {
    trycmd::TestCases::new().case("tests/cmd/*.md");
}

#[test]
fn standard_input_is_read_in_either_format() {
    let text = run(&["extract", "-", "--only", "dates", "--offsets", "byte"], b"Opened on May 3, 2024.");
    assert!(text.status.success());
    assert!(stdout(&text).starts_with(r#"{"schema":1,"source":"-","offset_unit":"byte","#), "{}", stdout(&text));

    let line = run(&["extract", "-", "--input-format", "jsonl"], br#"{"id": "one", "text": "Opened on May 3, 2024."}"#);
    assert!(line.status.success());
    assert!(stdout(&line).contains(r#""source":"one""#), "{}", stdout(&line));
}

#[test]
fn a_folder_without_texts_is_named() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("empty");
    fs::create_dir_all(&folder).expect("a folder");
    let folder = folder.to_str().expect("UTF-8");
    let output = run(&["extract", folder], b"");
    assert_eq!(output.status.code(), Some(1));
    let expected =
        format!("error: {folder}: no text in this folder: .txt, .html and .jsonl files are read, others with --glob\n");
    assert_eq!(String::from_utf8_lossy(&output.stderr), expected);
}

#[cfg(unix)]
#[test]
fn a_folder_without_rights_is_named() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("locked");
    fs::create_dir_all(&folder).expect("a folder");
    let allow = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).expect("rights are set");
    allow(0o000);
    // The superuser may read it all the same.
    let unreadable = fs::read_dir(&folder).is_err();
    let output = run(&["extract", folder.to_str().expect("UTF-8"), "tests/inputs/opening.txt"], b"");
    allow(0o755);
    if unreadable {
        assert_eq!(output.status.code(), Some(1));
        let expected =
            format!("error: {}: Permission denied (os error 13)\nread 1 document, skipped 1: 1 unreadable\n", folder.display());
        assert_eq!(String::from_utf8_lossy(&output.stderr), expected);
    }
}

#[test]
fn any_number_of_threads_prints_the_same_bytes() {
    let input = stream(2000);
    let [one, four] =
        ["1", "4"].map(|threads| run(&["extract", "-", "--input-format", "jsonl", "--threads", threads], input.as_bytes()));
    assert_eq!(stdout(&one).lines().count(), 2000);
    assert!(one.stdout == four.stdout, "output differs between 1 and 4 threads");
    let sources = stdout(&one).lines().map(|line| line.split('"').nth(5).map(str::to_owned)).collect::<Vec<_>>();
    assert_eq!(sources, (0..2000).map(|number| Some(number.to_string())).collect::<Vec<_>>(), "order of the inputs");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    // More than a pipe holds, so that the command meets the closed end.
    let input = stream(5000);
    let mut child = command(&["extract", "-", "--input-format", "jsonl"]).spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let feeding = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut first).expect("a line");
    assert!(first.starts_with("{\"schema\":1,"));
    let output = child.wait_with_output().expect("the command ends");
    assert!(output.status.success(), "{:?}", output.status);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    // The command has gone before it read everything: that the feeding end meets a closed pipe is the point.
    let _ = feeding.join().expect("the feeding thread ends");
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_an_error() {
    let full = fs::File::options().write(true).open("/dev/full").expect("the full device");
    let output = command(&["extract", "tests/inputs/opening.txt"]).stdout(full).output().expect("the command runs");
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.starts_with("error: cannot write the output: "), "{error}");
}

/// JSON Lines: numbered documents, each with a date of its own.
fn stream(documents: usize) -> String {
    (0..documents).fold(String::new(), |mut stream, number| {
        let day = 1 + number % 28;
        writeln!(stream, r#"{{"id": "{number}", "text": "The office opened on November {day}, 2024."}}"#)
            .expect("a string takes it");
        stream
    })
}
