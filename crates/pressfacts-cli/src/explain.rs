//! `pressfacts explain`: a text with its facts in colour, and why one place of it is read as it is.

use std::fmt::{self, Write as _};
use std::io::Write as _;

use anstream::ColorChoice;
use anstyle::{AnsiColor, Style};
use anyhow::anyhow;
use pressfacts::{Explanation, Extraction, Family, OffsetUnit, Outcome as Fate, Span};
use pressfacts_score::one_line;

use crate::args::{At, Explain};
use crate::input::{self, Document, InputError, Raw};
use crate::output::{records, told};
use crate::pipeline;
use crate::report::{self, Reporter, counted};
use crate::run::{Failure, Finder, Outcome};

pub(crate) fn explain(arguments: &Explain, reporter: Reporter) -> anyhow::Result<Outcome> {
    let finder = Finder::new(&arguments.finding)?;
    let reading = arguments.inputs.reading();
    let mut outcome = Outcome::Complete;
    let mut out = anstream::stdout();
    let colored = out.current_choice() != ColorChoice::Never;
    for input in input::documents(&arguments.inputs.paths, &reading) {
        let name = input.as_ref().map_or_else(InputError::name, Raw::name);
        let explained = pipeline::guarded(&name, || {
            let document = input.and_then(Raw::decode).map_err(Failure::Input)?;
            let page = match arguments.at {
                Some(at) => place(&finder, &document, at, arguments.offsets()),
                None => Ok(marked(document.text.trim_end(), &finder.facts(&document), colored) + "\n"),
            };
            let page = page.map_err(|error| Failure::Unusable(document.source.clone(), error))?;
            Ok((document.source, document.doubt, page))
        });
        match explained {
            Ok((source, doubt, page)) => {
                if let Some(doubt) = doubt {
                    reporter.warning(format_args!("{source}: {doubt}"));
                }
                out.write_all(format!("{source}\n{page}").as_bytes())?;
            }
            Err(failure) => {
                report::error(&failure);
                outcome = Outcome::Incomplete;
            }
        }
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
fn place(finder: &Finder, document: &Document, at: At, unit: OffsetUnit) -> anyhow::Result<String> {
    let text = Text { text: &document.text, unit };
    let at = text.byte(at)?;
    let why = finder.extractor(document).explain(&document.text, at);
    let facts = finder.facts(document);
    let mut page = String::new();
    add_sentence(&mut page, text, &why)?;
    add_tokens(&mut page, text, &why)?;
    add_candidates(&mut page, text, &why)?;
    add_facts(&mut page, text, &facts, at)?;
    Ok(page)
}

/// A text, and what offsets in it count.
#[derive(Clone, Copy)]
struct Text<'t> {
    text: &'t str,
    unit: OffsetUnit,
}

impl Text<'_> {
    /// The byte at which the character of that place starts.
    fn byte(self, at: At) -> anyhow::Result<usize> {
        match at {
            At::Offset(at) => {
                let mut ends = self.text.char_indices().scan(0, |end, (byte, character)| {
                    *end += self.width(character);
                    Some((*end, byte))
                });
                let found = ends.find(|(end, _)| *end > at).map(|(_, byte)| byte);
                found.ok_or_else(|| anyhow!("--at {at}: the text ends at {}", self.offset(self.text.len())))
            }
            At::Line(line, column) => {
                let number = self.text.lines().count();
                let found = self.text.split_inclusive('\n').nth(line - 1);
                let found = found.ok_or_else(|| anyhow!("--at {line}:{column}: the text has {}", counted(number, "line")))?;
                let start: usize = self.text.split_inclusive('\n').take(line - 1).map(str::len).sum();
                let length = found.trim_end_matches(['\n', '\r']).chars().count();
                let found = found.char_indices().take(length).nth(column - 1);
                let columns = || anyhow!("--at {line}:{column}: the line has {}", counted(length, "column"));
                found.map(|(byte, _)| start + byte).ok_or_else(columns)
            }
        }
    }

    /// The offset of a byte.
    fn offset(self, byte: usize) -> usize {
        self.text[..byte].chars().map(|character| self.width(character)).sum()
    }

    fn width(self, character: char) -> usize {
        match self.unit {
            OffsetUnit::Byte => character.len_utf8(),
            OffsetUnit::Char => 1,
            OffsetUnit::Utf16 => character.len_utf16(),
        }
    }

    fn quoted(self, span: Span) -> String {
        one_line(&self.text[span.range()])
    }
}

const BOLD: Style = Style::new().bold();

fn add_sentence(page: &mut String, text: Text<'_>, why: &Explanation) -> fmt::Result {
    let Some((kind, _)) = &why.block else { return Ok(()) };
    let kind = kind.to_lowercase();
    match why.sentence {
        Some(span) => {
            writeln!(page, "{BOLD}Sentence{BOLD:#} at {}, in a {kind}\n  {}", text.offset(span.start()), text.quoted(span))
        }
        None => writeln!(page, "In a {kind}, of which nothing is read"),
    }
}

fn add_tokens(page: &mut String, text: Text<'_>, why: &Explanation) -> fmt::Result {
    writeln!(page, "\n{BOLD}Tokens{BOLD:#}")?;
    let width = why.tokens.iter().map(|token| text.quoted(token.span).chars().count()).max().unwrap_or_default();
    for token in &why.tokens {
        let arrow = if token.asked { "→" } else { " " };
        let (at, word) = (text.offset(token.span.start()), text.quoted(token.span));
        let mut line = format!("{arrow} {at:>6}  {word:width$}  {:10} {}", token.kind, token.classes.join(" "));
        for (span, classes) in &token.phrases {
            write!(line, "  \"{}\": {}", text.quoted(*span), classes.join(" "))?;
        }
        writeln!(page, "{}", line.trim_end())?;
    }
    Ok(())
}

fn add_candidates(page: &mut String, text: Text<'_>, why: &Explanation) -> fmt::Result {
    writeln!(page, "\n{BOLD}Candidates{BOLD:#}")?;
    if why.candidates.is_empty() {
        writeln!(page, "  no rule matches here")?;
    }
    for candidate in &why.candidates {
        let (color, fate) = match &candidate.outcome {
            Fate::Fact => (AnsiColor::Green, "won, and is a fact".to_owned()),
            Fate::Kept => (AnsiColor::Cyan, "won, and keeps its words from being read as facts".to_owned()),
            Fate::Dropped => (AnsiColor::Yellow, "won, but a later stage left it out or took it into another".to_owned()),
            Fate::Lost { to, span, because } => (AnsiColor::Red, format!("lost to {to}, \"{}\": {because}", text.quoted(*span))),
            _ => (AnsiColor::White, "has a fate that this command does not know".to_owned()),
        };
        let (place, color) = (candidate.span, color.on_default());
        writeln!(page, "  {BOLD}{}{BOLD:#} at {}: \"{}\"", candidate.rule, text.offset(place.start()), text.quoted(place))?;
        writeln!(page, "    {color}{fate}{color:#}")?;
        writeln!(page, "    {}", one_line(&candidate.syntax))?;
    }
    Ok(())
}

/// The facts that cover the byte.
fn add_facts(page: &mut String, text: Text<'_>, facts: &Extraction, at: usize) -> anyhow::Result<()> {
    writeln!(page, "\n{BOLD}Facts{BOLD:#}")?;
    let records = records(facts, facts)?;
    let mut covering = records.iter().filter(|record| record.place.range().contains(&at)).peekable();
    if covering.peek().is_none() {
        writeln!(page, "  none")?;
    }
    for record in covering {
        let (family, color) = (record.family, style(record.family));
        let told = told(&serde_json::Value::Object(record.fields.clone()));
        writeln!(page, "  {color}{family}{color:#} \"{}\": {told}", text.quoted(record.place))?;
    }
    Ok(())
}
