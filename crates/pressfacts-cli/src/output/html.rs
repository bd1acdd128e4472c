//! One page that holds everything: the texts with their facts marked, and tables of the facts beside them.
//!
//! The text is plain HTML, so that the browser lays out a long one bit by bit; what the facts say stands once, as JSON,
//! of which the page's script makes tooltips and tables.

use std::fmt::{self, Write as _};

use maud::{DOCTYPE, Escaper, PreEscaped, html};
use pressfacts::Extraction;
use serde_json::{Value, json};

use super::Found;
use super::record::{Record, records};

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

/// Bytes of text after which a new part of the page starts, at a line's end. The browser lays out the parts in view only.
const PART: usize = 4096;

/// What stands before the first document.
pub(crate) fn opening() -> String {
    let families = [("dates", "Dates"), ("roles", "Roles"), ("statistics", "Statistics"), ("agreements", "Agreements")];
    let tables = families.into_iter().chain([("people", "People"), ("organizations", "Organizations")]);
    let head = html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            // Nothing is loaded from anywhere, whatever a text says.
            meta http-equiv="Content-Security-Policy"
                content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";
            title { "pressfacts" }
            style { (PreEscaped(STYLE)) }
        }
    };
    let tools = html! {
        header {
            h1 { "pressfacts" }
            fieldset.families {
                legend { "Marked" }
                @for (name, title) in families {
                    label class=(name) { input type="checkbox" name=(name) checked; (title) }
                }
            }
            button #switch type="button" aria-expanded="false" aria-controls="facts" { "Facts" }
        }
        aside #facts {
            div.tabs role="tablist" aria-label="Tables" {
                @for (name, title) in tables {
                    button type="button" role="tab" data-table=(name) aria-selected="false" { (title) " " span.count {} }
                }
            }
            input #filter type="search" placeholder="Filter the table" aria-label="Filter the table";
            div #table {}
            button #more type="button" hidden { "Show more" }
            noscript { "The tables need JavaScript; the texts are readable without." }
        }
    };
    // `main` and what is around it stay open for the documents.
    let [doctype, head, tools] = [DOCTYPE.into_string(), head.into_string(), tools.into_string()];
    format!("{doctype}<html lang=\"en\">{head}<body>{tools}<main>")
}

/// What stands behind the last document.
pub(crate) fn closing() -> String {
    format!("</main><div id=\"tip\" role=\"tooltip\" hidden></div><script>{SCRIPT}</script></body></html>\n")
}

/// A document's part of the page.
pub(super) fn render(found: &Found<'_>) -> anyhow::Result<String> {
    let records = records(&found.facts, &found.bytes)?;
    let text = &found.document.text;
    let mut page = String::with_capacity(2 * text.len());
    page.push_str("<article><h2>");
    write!(Escaper::new(&mut page), "{}", found.document.source)?;
    page.push_str("</h2>");
    if let Some(published) = &found.facts.published {
        let basis = serde_json::to_value(published.basis)?;
        let basis = basis.as_str().unwrap_or_default().replace('_', " ");
        let line = html! { p.published { "Published " time { (published.value) } " (" (basis) ")" } };
        page.push_str(&line.into_string());
    }
    add_text(&mut page, text, &records)?;
    page.push_str("<script type=\"application/json\">");
    // No `<`, so that nothing in a text can close the element.
    page.push_str(&serde_json::to_string(&data(&found.facts, &records))?.replace('<', "\\u003c"));
    page.push_str("</script></article>\n");
    Ok(page)
}

/// What the script makes tables and tooltips of. Facts are named by their place in `facts`.
fn data(facts: &Extraction, records: &[Record]) -> Value {
    let list: Vec<_> = records.iter().map(|record| json!({"family": record.family.name(), "fields": record.fields})).collect();
    json!({"source": facts.source, "facts": list, "people": facts.people, "organizations": facts.organizations})
}

/// The text, in parts, each stretch of it in a mark that names the facts it belongs to.
fn add_text(page: &mut String, text: &str, records: &[Record]) -> fmt::Result {
    let mut borders: Vec<_> = records.iter().flat_map(|record| [record.place.start(), record.place.end()]).collect();
    borders.extend([0, text.len()]);
    borders.sort_unstable();
    borders.dedup();
    let mut by_start: Vec<_> = (0..records.len()).collect();
    by_start.sort_by_key(|&index| records[index].place);
    let mut coming = by_start.into_iter().peekable();
    let mut open: Vec<usize> = Vec::new();
    let mut part = 0;
    page.push_str("<div class=\"part\">");
    for border in borders.windows(2) {
        let (start, end) = (border[0], border[1]);
        open.retain(|&index| records[index].place.end() > start);
        while let Some(index) = coming.next_if(|&index| records[index].place.start() <= start) {
            if records[index].place.end() > start {
                open.push(index);
            }
        }
        if open.is_empty() {
            add_plain(page, &text[start..end], &mut part)?;
        } else {
            add_mark(page, &text[start..end], records, &open)?;
            part += end - start;
        }
    }
    page.push_str("</div>");
    Ok(())
}

/// Text without facts. A part that is long enough ends with a line.
fn add_plain(page: &mut String, text: &str, part: &mut usize) -> fmt::Result {
    for line in text.split_inclusive('\n') {
        write!(Escaper::new(page), "{line}")?;
        *part += line.len();
        if *part > PART && line.ends_with('\n') {
            page.push_str("</div><div class=\"part\">");
            *part = 0;
        }
    }
    Ok(())
}

/// The innermost fact comes last.
fn add_mark(page: &mut String, text: &str, records: &[Record], open: &[usize]) -> fmt::Result {
    let mut inner_last = open.to_vec();
    inner_last.sort_by_key(|&index| std::cmp::Reverse(records[index].place.len()));
    page.push_str("<mark class=\"");
    for (at, &index) in inner_last.iter().enumerate() {
        let family = records[index].family.name();
        if at > 0 {
            page.push(' ');
        }
        page.push_str(family);
    }
    page.push_str("\" data-facts=\"");
    for (at, index) in inner_last.iter().enumerate() {
        write!(page, "{}{index}", if at > 0 { " " } else { "" })?;
    }
    write!(page, "\">")?;
    write!(Escaper::new(page), "{text}")?;
    page.push_str("</mark>");
    Ok(())
}
