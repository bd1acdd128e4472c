//! Tables to read on a terminal.

use std::fmt::Write as _;

use comfy_table::{Cell, ContentArrangement, Table, TableComponent, presets};
use pressfacts::{Agreement, Date, Extraction, Role, Statistic};
use pressfacts_score::one_line;
use serde::Serialize;

/// Columns of a table that is not printed to a terminal.
const WIDTH: u16 = 120;

/// One table for each family that has facts, under the name of the source.
pub(crate) fn render(facts: &Extraction) -> String {
    let mut page = one_line(facts.source.as_deref().unwrap_or("-")).trim().to_owned();
    if let Some(published) = &facts.published {
        let _ = write!(page, " · published {} ({})", published.value, name(&published.basis));
    }
    page.push('\n');
    let tables = [
        table("Dates", ["at", "text", "type", "value"], facts.dates.iter().map(date)),
        table("Roles", ["at", "name", "title", "organization"], facts.roles.iter().map(role)),
        table("Statistics", ["at", "text", "value", "unit", "change", "subject"], facts.statistics.iter().map(statistic)),
        table("Agreements", ["at", "text", "kind", "parties", "action", "date"], facts.agreements.iter().map(agreement)),
    ];
    let mut found = tables.iter().flatten().peekable();
    if found.peek().is_none() {
        page.push_str("no facts found\n");
    }
    for table in found {
        page.push('\n');
        page.push_str(table);
    }
    page
}

fn date(date: &Date) -> [String; 4] {
    let value = joined([Some(date.value.clone()), date.modifier.as_ref().map(name)], " ");
    [date.span.start().to_string(), date.text.clone(), name(&date.kind), value]
}

fn role(role: &Role) -> [String; 4] {
    let person = joined([role.honorific.clone(), Some(role.name.clone())], " ");
    let status = role.status.as_ref().map(|status| format!("({})", name(status)));
    let title = joined([Some(role.title.clone()), status], " ");
    [role.span.start().to_string(), person, title, role.organization.clone().unwrap_or_default()]
}

fn statistic(statistic: &Statistic) -> [String; 6] {
    let ends = [&statistic.low, &statistic.high].map(|end| end.as_ref().map(ToString::to_string));
    let value = statistic.value.as_ref().map_or_else(|| joined(ends, "–"), ToString::to_string);
    let change = joined([statistic.change.as_ref().map(name), statistic.basis.clone()], ", ");
    let subject = statistic.subject.clone().unwrap_or_default();
    [statistic.span.start().to_string(), statistic.text.clone(), value, statistic.unit.clone(), change, subject]
}

fn agreement(agreement: &Agreement) -> [String; 6] {
    let action = joined([agreement.action.as_ref().map(name), agreement.status.as_ref().map(name)], ", ");
    let date = agreement.date.clone().unwrap_or_default();
    let parties = agreement.parties.join("; ");
    [agreement.span.start().to_string(), agreement.text.clone(), name(&agreement.kind), parties, action, date]
}

/// A table under its title; `None` where it would have no rows.
fn table<const COLUMNS: usize>(
    title: &str,
    header: [&str; COLUMNS],
    rows: impl Iterator<Item = [String; COLUMNS]>,
) -> Option<String> {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_header(header);
    for line in [TableComponent::HeaderLines, TableComponent::MiddleHeaderIntersections] {
        table.set_style(line, '─');
    }
    if !table.is_tty() {
        table.set_width(WIDTH);
    }
    for row in rows {
        table.add_row(row.map(|cell| Cell::new(one_line(&cell).trim())));
    }
    (table.row_iter().next().is_some()).then(|| format!("{title}\n{}\n", table.trim_fmt()))
}

/// The parts that there are.
fn joined<const PARTS: usize>(parts: [Option<String>; PARTS], separator: &str) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(separator)
}

/// The name that a unit variant has in the JSON output.
fn name(variant: &impl Serialize) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}
