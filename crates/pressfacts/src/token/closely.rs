//! Tokens that take a closer look: words with marks in them, addresses, numbers without a digit first, marks in rows.

use super::lexer::{Lexer, looks};
use super::stretch::{dotted, host_or_mailbox, number_end, seam, web_address, word_end};
use super::{Case, Gap, Kind, Token, mark};
use crate::lexicon::{Classes, Head, Known};
use crate::span::Span;

impl Lexer<'_> {
    /// A token of any kind.
    pub(super) fn closely(&mut self, gap: Gap) {
        let start = self.at;
        let Some(first) = self.peek(0) else { return };
        let kind = if first.is_ascii_alphabetic() { self.word() } else { self.other(first, gap) };
        if let Some(span) = Span::new(start, self.at) {
            self.push_classified(span, kind, gap);
        }
    }

    /// A token that starts with neither a letter nor a digit of ASCII.
    fn other(&mut self, first: char, gap: Gap) -> Kind {
        match first {
            '.' if self.starts_decimals(gap) => {
                self.at += number_end(self.rest());
                Kind::Number
            }
            '\'' | '’' => self.apostrophe(gap),
            '-' if self.rest().starts_with("--") => self.run('-', Kind::Dash),
            '`' => self.run('`', Kind::OpenQuote),
            _ if !first.is_ascii() && first.is_alphabetic() => self.word(),
            _ if !first.is_ascii() && first.is_numeric() => self.advance(first, Kind::Number),
            _ => self.advance(first, mark::kind(first)),
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.text[self.at..].chars().nth(ahead)
    }

    pub(super) fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn advance(&mut self, character: char, kind: Kind) -> Kind {
        self.at += character.len_utf8();
        kind
    }

    /// Passes over blanks, emphasis marks and cell borders; what stands there, or else `gap`.
    pub(super) fn gap(&mut self, mut gap: Gap) -> Gap {
        let mut blanks = 0;
        while let Some(character) = self.peek(0) {
            let here = match character {
                ' ' => {
                    blanks += 1;
                    if blanks > 1 { Gap::Wide } else { Gap::Space }
                }
                '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Gap::Line,
                '\t' | '|' => Gap::Cell,
                '_' if self.at_emphasis() => Gap::None,
                '*' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => Gap::None,
                other if other.is_whitespace() || other.is_control() => Gap::Space,
                _ => break,
            };
            gap = gap.max(here);
            self.at += character.len_utf8();
        }
        gap
    }

    /// Whether the underscore here marks emphasis, rather than standing for a dash between blanks.
    fn at_emphasis(&self) -> bool {
        let before = self.text[..self.at].chars().next_back();
        let after = self.peek(1);
        let solid = |side: Option<char>| side.is_some_and(|c| !c.is_whitespace());
        solid(before) || solid(after)
    }

    fn word(&mut self) -> Kind {
        let opens_address = self.byte(0).is_some_and(|byte| matches!(byte, b'h' | b'H' | b'w' | b'W' | b'm' | b'M'));
        if let Some(end) = opens_address.then(|| web_address(self.rest())).flatten() {
            self.at += end;
            return Kind::Web;
        }
        let opens_dotted = self.byte(1) == Some(b'.');
        if let Some(end) = opens_dotted.then(|| dotted(self.rest())).flatten() {
            self.at += end;
            return Kind::Dotted;
        }
        let word_end = word_end(self.rest());
        if let Some(end) = host_or_mailbox(self.rest(), word_end, self.lexicon) {
            self.at += end;
            return Kind::Web;
        }
        let start = self.at;
        if let Some(seam) = seam(&self.rest()[..word_end], self.lexicon) {
            self.at += seam;
            return Kind::Word;
        }
        self.at += word_end;
        if self.byte(0) == Some(b'.') && self.owns_full_stop(&self.text[start..self.at]) {
            self.at += 1;
        }
        Kind::Word
    }

    /// Whether the full stop behind the word is part of it.
    fn owns_full_stop(&self, word: &str) -> bool {
        let classes = self.lexicon.look_up(word).classes;
        let number_follows = || self.rest()[1..].trim_start().starts_with(|c: char| c.is_ascii_digit());
        // `EST` is a zone of time, for all that `est.` is an abbreviation.
        classes.any(Classes::ABBREVIATION) && !classes.any(Classes::TIME_ZONE)
            || classes.any(Classes::NUMBERED_ABBREVIATION) && number_follows()
    }

    /// Whether the point here starts a number below one: `.5`, `$.02`.
    fn starts_decimals(&self, gap: Gap) -> bool {
        let apart = gap != Gap::None || self.before().is_some_and(|before| matches!(before.kind, Kind::Currency | Kind::Open));
        apart && self.peek(1).is_some_and(|c| c.is_ascii_digit())
    }

    fn apostrophe(&mut self, gap: Gap) -> Kind {
        let mark = self.peek(0).unwrap_or('\'');
        let behind_word =
            gap == Gap::None && self.before().is_some_and(|token: &Token| !matches!(token.kind, Kind::OpenQuote | Kind::Open));
        let s = matches!(self.peek(1), Some('s' | 'S')) && !self.peek(2).is_some_and(char::is_alphanumeric);
        self.at += mark.len_utf8();
        if behind_word && s {
            self.at += 1;
            return Kind::Possessive;
        }
        if self.peek(0) == Some('\'') {
            return self.advance('\'', Kind::Quote);
        }
        Kind::Apostrophe
    }

    /// A run of the same mark as one token.
    fn run(&mut self, mark: char, kind: Kind) -> Kind {
        self.at += self.rest().len() - self.rest().trim_start_matches(mark).len();
        kind
    }

    fn push_classified(&mut self, span: Span, kind: Kind, gap: Gap) {
        let written = span.of(self.text);
        let known = match kind {
            Kind::Word | Kind::Dotted | Kind::Percent | Kind::Currency | Kind::Plus | Kind::Symbol => {
                self.lexicon.look_up(written)
            }
            _ => Known::NOTHING,
        };
        let case = match kind {
            Kind::Word | Kind::Dotted | Kind::Web => Case::of(written),
            _ => Case::None,
        };
        let looks = match (kind, case) {
            (Kind::Word | Kind::Web, Case::Mixed) if written.starts_with(char::is_uppercase) => Classes::CAPITALIZED,
            (Kind::Number, _) => Classes::DIGITS,
            (Kind::Currency, _) => Classes::CURRENCY_SIGN,
            _ => looks(case),
        };
        let stopped = matches!(kind, Kind::Word | Kind::Dotted) && written.ends_with('.');
        let token = Token::new(span, Head::of(written.as_bytes()), (kind, case, gap), looks | known.classes);
        self.push(Token { entry: known.entry, stopped, ..token }, known.phrases);
    }
}
