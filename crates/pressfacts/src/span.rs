//! Where something stands in the text.

use serde::{Deserialize, Serialize};

/// A half-open range `start..end` of the text.
///
/// The library counts UTF-8 bytes from the start of the text, and every span it makes lies on character
/// boundaries, so `&text[span.range()]` never panics. [`Extraction::with_offsets`](crate::Extraction::with_offsets)
/// turns spans into code points or UTF-16 units for readers in other languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span `start..end`, or `None` where the end lies before the start.
    ///
    /// ```
    /// use pressfacts::Span;
    /// assert_eq!(Span::new(3, 8).map(Span::len), Some(5));
    /// assert_eq!(Span::new(8, 3), None);
    /// ```
    pub fn new(start: usize, end: usize) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Offset of the first unit.
    pub fn start(self) -> usize {
        self.start
    }

    /// Offset just past the last unit.
    pub fn end(self) -> usize {
        self.end
    }

    /// Number of units covered.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share a unit.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly within this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// As a range, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// The slice of `text` it stands for; empty where `text` is not the text the span was made for.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    fn span(start: usize, end: usize) -> Span {
        Span::new(start, end).expect("ordered ends")
    }

    #[test]
    fn neighbours_do_not_overlap() {
        assert!(!span(0, 3).overlaps(span(3, 5)));
        assert!(span(0, 4).overlaps(span(3, 5)));
    }

    #[test]
    fn a_foreign_text_gives_an_empty_slice() {
        assert_eq!(span(1, 2).of("é"), "");
        assert_eq!(span(0, 9).of("short"), "");
    }
}
