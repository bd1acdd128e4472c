//! Files that the command writes: whole, or not at all.

mod support;

use std::fs;
use std::process::Command;
use std::time::Duration;

use support::{command, folder, names, run, stdout, text};

const BRIEF: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/own/brief-supply-agreement.txt");

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
