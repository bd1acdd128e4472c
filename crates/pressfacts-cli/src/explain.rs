//! `pressfacts explain`: a text with its facts in colour, and why one place of it is read as it is.

use std::fmt::{self, Write as _};
use std::io::Write as _;

use anstream::ColorChoice;
use anstyle::{AnsiColor, Style};
use pressfacts::{Explanation, Extraction, Family, Outcome as Fate, Span};

use crate::args::Explain;
use crate::input::{self, Document, Raw};
use crate::output::{records, told};
use crate::passage::{bytes, one_line};
use crate::report::{self, Reporter, Usage};
use crate::run::{Finder, Outcome};

pub(crate) fn explain(arguments: &Explain, reporter: Reporter) -> anyhow::Result<Outcome> {
    let finder = Finder::new(&arguments.finding)?;
    let reading = arguments.inputs.reading();
    let mut outcome = Outcome::Complete;
    let mut out = anstream::stdout();
    let colored = out.current_choice() != ColorChoice::Never;
    for input in input::documents(&arguments.inputs.paths, &reading) {
        let document = match input.and_then(Raw::decode) {
            Ok(document) => document,
            Err(error) => {
                report::error(&error);
                outcome = Outcome::Incomplete;
                continue;
            }
        };
        if let Some(doubt) = &document.doubt {
            reporter.warning(format_args!("{}: {doubt}", document.source));
        }
        let page = if let Some(at) = arguments.at {
            place(&finder, &document, at)?
        } else {
            let facts = finder.facts(&document);
            format!(
                "{}
{}
",
                document.source,
                marked(document.text.trim_end(), &facts, colored)
            )
        };
        out.write_all(page.as_bytes())?;
    }
    out.flush()?;
    Ok(outcome)
}

fn style(family: Family) -> Style {
    let color = match family {
        Family::Dates => AnsiColor::Blue,
        Family::Roles => AnsiColor::Green,
        Family::Statistics => AnsiColor::Yellow,
        Family::Agreements => AnsiColor::Magenta,
    };
    color.on_default().bold()
}

/// The facts as spans with their families, in the order of the text, outer ones first.
fn spans(facts: &Extraction) -> Vec<(Span, Family)> {
    let dates = facts.dates.iter().map(|fact| (fact.span, Family::Dates));
    let roles = facts.roles.iter().map(|fact| (fact.span, Family::Roles));
    let statistics = facts.statistics.iter().map(|fact| (fact.span, Family::Statistics));
    let agreements = facts.agreements.iter().map(|fact| (fact.span, Family::Agreements));
    let mut all: Vec<_> = dates.chain(roles).chain(statistics).chain(agreements).collect();
    all.sort_by_key(|(span, family)| (span.start(), std::cmp::Reverse(span.end()), *family));
    all
}

/// The text with brackets around its facts: in the family's colour, or with the family's name behind the closing one.
fn marked(text: &str, facts: &Extraction, colored: bool) -> String {
    let spans = spans(facts);
    let mut page = String::new();
    for family in Family::ALL.into_iter().filter(|_| colored) {
        let _ = write!(page, "{}[{family}]{:#} ", style(family), style(family));
    }
    if colored {
        page.push_str("\n\n");
    }
    let mut borders: Vec<_> = spans.iter().flat_map(|(span, _)| [span.start(), span.end()]).chain([0, text.len()]).collect();
    borders.sort_unstable();
    borders.dedup();
    let mut coming = spans.into_iter().filter(|(span, _)| !span.is_empty()).peekable();
    // Outer ones first.
    let mut open: Vec<(Span, Family)> = Vec::new();
    for (index, &at) in borders.iter().enumerate() {
        for (_, family) in open.iter().rev().filter(|(span, _)| span.end() == at) {
            let name = if colored { "" } else { family.name() };
            let _ = write!(page, "{}]{name}{:#}", style(*family), style(*family));
        }
        open.retain(|(span, _)| span.end() > at);
        while let Some((span, family)) = coming.next_if(|(span, _)| span.start() == at) {
            let _ = write!(page, "{}[{:#}", style(family), style(family));
            open.push((span, family));
        }
        let Some(&next) = borders.get(index + 1) else { break };
        let piece: String = text[at..next].chars().filter(|c| !c.is_control() || *c == '\n' || *c == '\t').collect();
        match open.last() {
            Some((_, family)) => {
                let _ = write!(page, "{}{piece}{:#}", style(*family), style(*family));
            }
            None => page.push_str(&piece),
        }
    }
    page
}

/// Why the place is read as it is.
fn place(finder: &Finder, document: &Document, at: u64) -> anyhow::Result<String> {
    let text = &document.text;
    let at = bytes(text, at, at).ok_or_else(|| Usage(format!("--at {at}: the text is shorter")))?.start;
    let why = finder.extractor(document).explain(text, at);
    let facts = finder.facts(document);
    let mut page = String::new();
    add_sentence(&mut page, text, &why)?;
    add_tokens(&mut page, text, &why)?;
    add_candidates(&mut page, text, &why)?;
    add_facts(&mut page, text, &facts, at)?;
    Ok(page)
}

const BOLD: Style = Style::new().bold();

fn quoted(text: &str, span: Span) -> String {
    one_line(&text[span.range()])
}

/// Where it starts, in code points.
fn offset(text: &str, span: Span) -> usize {
    text[..span.start()].chars().count()
}

fn add_sentence(page: &mut String, text: &str, why: &Explanation) -> fmt::Result {
    let Some((kind, _)) = &why.block else { return Ok(()) };
    let kind = kind.to_lowercase();
    match why.sentence {
        Some(span) => {
            writeln!(page, "{BOLD}Sentence{BOLD:#} at {}, in a {kind}\n  {}", offset(text, span), quoted(text, span))
        }
        None => writeln!(page, "In a {kind}, of which nothing is read"),
    }
}

fn add_tokens(page: &mut String, text: &str, why: &Explanation) -> fmt::Result {
    writeln!(page, "\n{BOLD}Tokens{BOLD:#}")?;
    let width = why.tokens.iter().map(|token| quoted(text, token.span).chars().count()).max().unwrap_or_default();
    for token in &why.tokens {
        let arrow = if token.asked { "→" } else { " " };
        let (at, word) = (offset(text, token.span), quoted(text, token.span));
        let mut line = format!("{arrow} {at:>6}  {word:width$}  {:10} {}", token.kind, token.classes.join(" "));
        for (span, classes) in &token.phrases {
            write!(line, "  \"{}\": {}", quoted(text, *span), classes.join(" "))?;
        }
        writeln!(page, "{}", line.trim_end())?;
    }
    Ok(())
}

fn add_candidates(page: &mut String, text: &str, why: &Explanation) -> fmt::Result {
    writeln!(page, "\n{BOLD}Candidates{BOLD:#}")?;
    if why.candidates.is_empty() {
        writeln!(page, "  no rule matches here")?;
    }
    for candidate in &why.candidates {
        let (color, fate) = match &candidate.outcome {
            Fate::Fact => (AnsiColor::Green, "won, and is a fact".to_owned()),
            Fate::Kept => (AnsiColor::Cyan, "won, and keeps its words from being read as facts".to_owned()),
            Fate::Dropped => (AnsiColor::Yellow, "won, but a later stage left it out or took it into another".to_owned()),
            Fate::Lost { to, span, because } => (AnsiColor::Red, format!("lost to {to}, \"{}\": {because}", quoted(text, *span))),
            _ => (AnsiColor::White, "has a fate that this command does not know".to_owned()),
        };
        let (place, color) = (candidate.span, color.on_default());
        writeln!(page, "  {BOLD}{}{BOLD:#} at {}: \"{}\"", candidate.rule, offset(text, place), quoted(text, place))?;
        writeln!(page, "    {color}{fate}{color:#}")?;
        writeln!(page, "    {}", one_line(&candidate.syntax))?;
    }
    Ok(())
}

/// The facts that cover the byte.
fn add_facts(page: &mut String, text: &str, facts: &Extraction, at: usize) -> anyhow::Result<()> {
    writeln!(page, "\n{BOLD}Facts{BOLD:#}")?;
    let records = records(facts, facts)?;
    let mut covering = records.iter().filter(|record| record.place.range().contains(&at)).peekable();
    if covering.peek().is_none() {
        writeln!(page, "  none")?;
    }
    for record in covering {
        let (family, color) = (record.family, style(record.family));
        let told = told(&serde_json::Value::Object(record.fields.clone()));
        writeln!(page, "  {color}{family}{color:#} \"{}\": {told}", quoted(text, record.place))?;
    }
    Ok(())
}
