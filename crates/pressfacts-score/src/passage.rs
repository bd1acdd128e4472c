//! A fact with the text around it, on one line.

use std::ops::Range;

use anstyle::Style;

/// Characters shown on either side.
const AROUND: usize = 36;

/// `…signed a [five-year supply agreement] on Tuesday. Demand…`, the fact in the style.
pub fn passage(text: &str, place: Range<usize>, style: Style) -> String {
    let before = &text[..place.start];
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(start, _)| start);
    let behind = &text[place.end..];
    let end = behind.char_indices().nth(AROUND).map_or(behind.len(), |(end, _)| end);
    let opening = if start > 0 { "…" } else { "" };
    let closing = if end < behind.len() { "…" } else { "" };
    let (before, fact, behind) = (one_line(&before[start..]), one_line(&text[place]), one_line(&behind[..end]));
    format!("{opening}{}{style}[{fact}]{style:#}{}{closing}", before.trim_start(), behind.trim_end())
}

/// The text on one line. Control characters go: a text has no business moving the reader's cursor.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() && !c.is_control() {
            line.push(c);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

/// Where the code points of a text start, for who asks for many.
pub(crate) struct Borders(Vec<usize>);

impl Borders {
    pub(crate) fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    /// As [`bytes`].
    pub(crate) fn bytes(&self, start: u64, end: u64) -> Option<Range<usize>> {
        let at = |place: u64| self.0.get(usize::try_from(place).ok()?).copied();
        Some(at(start)?..at(end)?).filter(|range| range.start <= range.end)
    }
}

/// The bytes that a range of code points stands for; `None` where the text is shorter.
pub fn bytes(text: &str, start: u64, end: u64) -> Option<Range<usize>> {
    let mut borders = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let first = borders.nth(usize::try_from(start).ok()?)?;
    let length = usize::try_from(end.checked_sub(start)?).ok()?;
    let last = if length == 0 { first } else { borders.nth(length - 1)? };
    Some(first..last)
}

#[cfg(test)]
mod tests {
    use anstyle::Style;

    use super::{Borders, bytes, one_line, passage};

    #[test]
    fn a_passage_is_one_line() {
        let text = "Café\n\nopened on\tMay 3.";
        let place = bytes(text, 16, 21).expect("a place");
        assert_eq!(passage(text, place, Style::new()), "Café opened on [May 3].");
        assert_eq!(bytes(text, 16, 99), None);
        assert_eq!(bytes(text, 5, 4), None);
        for (start, end) in [(16, 21), (16, 99), (5, 4), (0, 0), (3, 4)] {
            assert_eq!(Borders::of(text).bytes(start, end), bytes(text, start, end));
        }
    }

    #[test]
    fn one_line_has_no_control_characters() {
        assert_eq!(one_line("the end\n  of\t2024"), "the end of 2024");
        assert_eq!(one_line("red \u{1b}[31malert"), "red [31malert");
    }

    #[test]
    fn a_passage_is_short() {
        let text = format!("{}fact{}", "é".repeat(100), "é".repeat(100));
        let shown = passage(&text, 200..204, Style::new());
        assert_eq!(shown.chars().count(), 36 + 36 + 4 + 2 + 2);
    }
}
