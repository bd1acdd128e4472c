//! The schema that is printed describes what is printed, no less and no more.

use std::process::Command;

use serde_json::Value;

fn run(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_pressfacts")).args(arguments).output().expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Lets no object have a property that is not described.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.contains_key("properties") {
                fields.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            fields.values_mut().for_each(close);
        }
        Value::Array(list) => list.iter_mut().for_each(close),
        _ => {}
    }
}

#[test]
fn the_schema_describes_all_that_is_printed() {
    let mut schema: Value = serde_json::from_str(&run(&["schema"])).expect("JSON");
    close(&mut schema);
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let facts = run(&["extract", "--quiet", "--no-ignore", concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures")]);
    assert!(facts.lines().count() > 30, "the fixtures were read");
    for line in facts.lines() {
        let document: Value = serde_json::from_str(line).expect("JSON");
        let faults: Vec<_> = schema.iter_errors(&document).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", document["source"]);
    }
}
