//! The `pressfacts` command.

use std::io::Write as _;

use anyhow::Context as _;
use pressfacts::{Extractor, OffsetUnit, Options, parse_published};

#[derive(serde::Deserialize)]
struct Input {
    id: String,
    text: String,
    published: Option<String>,
}

fn main() -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(2).filter(|argument| !argument.starts_with("--") && argument != "jsonl") {
        let text = std::fs::read_to_string(&path).with_context(|| path.clone())?;
        let inputs = if path.ends_with(".jsonl") {
            text.lines().map(serde_json::from_str).collect::<Result<Vec<Input>, _>>()?
        } else {
            vec![Input { id: path.clone(), text, published: None }]
        };
        for input in inputs {
            let mut options = Options::default();
            options.published = input.published.as_deref().map(parse_published).transpose()?;
            let mut facts = Extractor::new(options).extract(&input.text).with_offsets(&input.text, OffsetUnit::Char);
            facts.source = Some(input.id);
            serde_json::to_writer(&mut out, &facts)?;
            writeln!(out)?;
        }
    }
    Ok(())
}
