//! Tokens: the text cut once into words, numbers and marks, each classified once.

mod closely;
mod lexer;
mod mark;
mod phrase;
mod stretch;

use std::ops::Range;

pub(crate) use crate::lexicon::Case;
use crate::lexicon::{Classes, EntryId, Head};
use crate::span::Span;

pub(crate) use lexer::{LONGEST_TEXT, Lexer};
pub(crate) use phrase::Found;

/// One word, number or mark. Every stage goes through these: one takes as much room as is fetched from memory at once.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(crate) struct Token {
    pub(crate) classes: Classes,
    /// Its classes and those of the phrases that start here: what rules are dispatched by.
    pub(crate) opens: Classes,
    /// What most words are told by.
    pub(crate) head: Head,
    pub(crate) span: Place,
    pub(crate) entry: EntryId,
    /// What plain digits amount to, [`NO_INTEGER`](Self::NO_INTEGER) for other numbers; of a word, where in the document's list
    /// the phrases are that start here, longest first.
    detail: u32,
    phrases: u8,
    pub(crate) kind: Kind,
    pub(crate) case: Case,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// Whether a full stop belongs to it.
    stopped: bool,
}

const _: () = assert!(size_of::<Token>() == 64, "a token takes more room than it says");

/// Where a token stands in the text: a span that takes less room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    start: u32,
    end: u32,
}

impl Place {
    /// The place of a span within [`LONGEST_TEXT`].
    #[inline]
    fn of_span(span: Span) -> Self {
        Self { start: span.start() as u32, end: span.end() as u32 }
    }

    #[inline]
    pub(crate) fn start(self) -> usize {
        self.start as usize
    }

    #[inline]
    pub(crate) fn end(self) -> usize {
        self.end as usize
    }

    #[inline]
    pub(crate) fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// From the start of this to the end of the other, which stands behind it.
    pub(crate) fn to(self, last: Self) -> Span {
        Span::new(self.start(), last.end()).unwrap_or_default()
    }

    /// The slice of the text.
    #[inline]
    pub(crate) fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or_default()
    }
}

/// What a token is by its looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with apostrophes inside; with its full stop where that belongs to it (`Ltd.`).
    Word,
    /// Single letters with full stops: `U.S.`, `J.`, `a.m.`
    Dotted,
    /// Digits with separators and points inside: `1,500`, `4.756`, `14.11.2024`; also `½`.
    Number,
    /// An internet address: page, host or mailbox.
    Web,
    Comma,
    /// A full stop that ends something.
    Period,
    /// `!`, `?` and their like.
    Terminal,
    Colon,
    Semicolon,
    Hyphen,
    /// `–`, `—`, `--`.
    Dash,
    Slash,
    /// `(`, `[`, `【` and full-width ones.
    Open,
    Close,
    OpenQuote,
    CloseQuote,
    /// `"`, of either side.
    Quote,
    /// A lone `'` or `’`.
    Apostrophe,
    /// `'s` and `’s` behind a word.
    Possessive,
    Percent,
    /// `$`, `€`, `£` and their like.
    Currency,
    Ampersand,
    Plus,
    Bullet,
    /// Any other sign.
    Symbol,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    None,
    Space,
    /// Two blanks or more.
    Wide,
    /// A line's end, within the block.
    Line,
    /// A tab, or the bar between a table's cells.
    Cell,
}

impl Token {
    /// No whole number that is written in digits alone, or one too large.
    pub(crate) const NO_INTEGER: u32 = u32::MAX;

    /// A token that the lexicon knows nothing of besides its classes.
    #[inline]
    fn new(span: Span, head: Head, (kind, case, gap): (Kind, Case, Gap), classes: Classes) -> Self {
        let (span, entry) = (Place::of_span(span), EntryId::NONE);
        let (detail, phrases, stopped) = (Self::NO_INTEGER, 0, false);
        Self { classes, opens: classes, head, span, entry, detail, phrases, kind, case, gap, stopped }
    }

    /// Whether phrases start here.
    #[inline]
    pub(crate) fn opens_phrases(&self) -> bool {
        self.phrases > 0
    }

    /// Where in the document's list the phrases are that start here.
    #[inline]
    pub(crate) fn phrases(&self) -> Range<usize> {
        if self.opens_phrases() { self.detail as usize..self.detail as usize + usize::from(self.phrases) } else { 0..0 }
    }

    /// The whole number that it is, written in digits alone.
    #[inline]
    pub(crate) fn integer(&self) -> Option<u32> {
        (self.kind == Kind::Number && self.detail != Self::NO_INTEGER).then_some(self.detail)
    }

    /// Whether it is a number, but no plain whole one: `4.5`, `1,500`, `½`.
    pub(crate) fn is_pointed(&self) -> bool {
        self.kind == Kind::Number && self.integer().is_none()
    }

    /// Whether it is the word, in any case.
    #[inline]
    pub(crate) fn reads(&self, word: &str, text: &str) -> bool {
        self.span.len() == word.len()
            && self.head == Head::of(word.as_bytes())
            && (word.len() <= Head::LENGTH || word.eq_ignore_ascii_case(self.span.of(text)))
    }

    /// Whether it touches the token before it.
    pub(crate) fn glued(&self) -> bool {
        self.gap == Gap::None
    }

    pub(crate) fn is(&self, class: Classes) -> bool {
        self.classes.any(class)
    }

    /// Whether it is a word that starts with a capital (`iPhone` does not, `McDonald` does).
    pub(crate) fn capitalized(&self) -> bool {
        self.classes.any(Classes::CAPITALIZED)
    }

    /// Whether a full stop belongs to it.
    pub(crate) fn has_full_stop(&self) -> bool {
        self.stopped
    }
}
