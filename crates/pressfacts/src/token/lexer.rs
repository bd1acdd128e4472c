//! The lexer: one pass, every character into a token or a gap, nothing ever fails.

use super::phrase::find_phrases;
use super::stretch::{dotted, ends_plainly, host_or_mailbox, number_end, seam, web_address, whole, word_end};
use super::{Case, Found, Gap, Kind, Token};
use crate::lexicon::{Classes, Head, Known, Lexicon, Opened, PhraseList, Plain};
use crate::span::Span;

/// Cuts `text[range]` into tokens and appends them, with the phrases found among them.
pub(crate) fn lex(text: &str, range: Span, lexicon: &Lexicon, tokens: &mut Vec<Token>, found: &mut Vec<Found>) {
    let first = tokens.len();
    let mut lexer = Lexer { text: &text[..range.end()], at: range.start(), lexicon };
    // The last word that may open phrases, while it is not yet told whether one goes on with the word behind it.
    let mut open: Option<(usize, Opened)> = None;
    while let Some((token, opened)) = lexer.next_token(&tokens[first..]) {
        let at = tokens.len();
        if let Some((opening, phrases)) = open
            && (token.kind != Kind::Hyphen || opening + 1 < at)
        {
            let second = token.head.folded(|| token.span.of(text)).unwrap_or_default();
            tokens[opening].phrases = (lexicon.going_on(phrases, second).link(), 0);
            open = None;
        }
        tokens.push(token);
        if !opened.is_nothing() {
            open = Some((at, opened));
        }
    }
    for at in first..tokens.len() {
        let phrases = PhraseList::of_link(tokens[at].phrases.0);
        if phrases == PhraseList::NONE {
            continue;
        }
        let start = found.len() as u32;
        find_phrases(text, tokens, at, phrases, lexicon, found);
        // A list as long as this is not to be had from a lexicon of words that anyone writes.
        found.truncate(start as usize + usize::from(u8::MAX));
        tokens[at].phrases = (start, (found.len() - start as usize) as u8);
        tokens[at].opens = found[start as usize..].iter().fold(tokens[at].classes, |all, phrase| all | phrase.classes);
    }
}

struct Lexer<'t, 'l> {
    /// Up to the end of the range.
    text: &'t str,
    at: usize,
    lexicon: &'l Lexicon,
}

type Lexed = (Token, Opened);

/// What a byte starts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Letter,
    Digit,
    /// A mark of ASCII.
    Mark,
    /// A blank or what is passed over like one; or anything beyond ASCII.
    Other,
}

/// The same of every byte.
const STARTS: [Start; 256] = {
    let mut starts = [Start::Other; 256];
    let mut byte = 0;
    while byte < 128 {
        starts[byte as usize] = match byte {
            b'A'..=b'Z' | b'a'..=b'z' => Start::Letter,
            b'0'..=b'9' => Start::Digit,
            b'*' | b'_' | b'|' | 0..=b' ' | 0x7f => Start::Other,
            _ => Start::Mark,
        };
        byte += 1;
    }
    starts
};

impl Lexer<'_, '_> {
    /// The next token; `before` are those of the block so far.
    #[inline]
    fn next_token(&mut self, before: &[Token]) -> Option<Lexed> {
        let mut gap = if before.is_empty() { Gap::Line } else { Gap::None };
        let mut first = STARTS[usize::from(self.byte(0)?)];
        if first == Start::Other {
            // Most often it is one blank.
            let behind = self.byte(1).map_or(Start::Other, |byte| STARTS[usize::from(byte)]);
            if self.byte(0) == Some(b' ') && behind != Start::Other {
                self.at += 1;
                (gap, first) = (gap.max(Gap::Space), behind);
            } else {
                gap = self.gap(gap);
                first = STARTS[usize::from(self.byte(0)?)];
            }
        }
        match first {
            Start::Letter => match self.plain_word(gap) {
                Some(lexed) => Some(lexed),
                None => self.closely(gap, before),
            },
            Start::Digit => self.digits(gap),
            Start::Mark | Start::Other => self.closely(gap, before),
        }
    }

    /// A token that takes a closer look.
    fn closely(&mut self, gap: Gap, before: &[Token]) -> Option<Lexed> {
        let start = self.at;
        let kind = match self.byte(0)? {
            b'A'..=b'Z' | b'a'..=b'z' => self.word(),
            b',' => self.advance(',', Kind::Comma),
            _ => self.other(gap, before.last())?,
        };
        let span = Span::new(start, self.at)?;
        Some(self.classified(span, kind, gap))
    }

    /// A token that starts with neither a letter nor a digit of ASCII.
    fn other(&mut self, gap: Gap, before: Option<&Token>) -> Option<Kind> {
        let first = self.peek(0)?;
        Some(match first {
            '.' if self.starts_decimals(gap, before) => self.number(),
            '\'' | '’' => self.apostrophe(gap, before),
            _ if first.is_ascii() => self.mark(first),
            _ if first.is_alphabetic() => self.word(),
            _ if first.is_numeric() => self.advance(first, Kind::Number),
            _ => self.mark(first),
        })
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.text[self.at..].chars().nth(ahead)
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn advance(&mut self, character: char, kind: Kind) -> Kind {
        self.at += character.len_utf8();
        kind
    }

    /// Passes over blanks, emphasis marks and cell borders; what stands there, or else `gap`.
    fn gap(&mut self, mut gap: Gap) -> Gap {
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

    /// A token that starts with a digit.
    fn digits(&mut self, gap: Gap) -> Option<Lexed> {
        let start = self.at;
        let kind = self.number();
        let span = Span::new(start, self.at)?;
        let written = span.of(self.text);
        let head = Head::of(written.as_bytes());
        let (token, phrases) = Self::token(span, head, (kind, Case::None, gap), Classes::DIGITS, Known::NOTHING);
        Some((Token { integer: whole(written), ..token }, phrases))
    }

    /// Whether the point here starts a number below one: `.5`, `$.02`.
    fn starts_decimals(&self, gap: Gap, before: Option<&Token>) -> bool {
        let apart = gap != Gap::None || before.is_some_and(|before| matches!(before.kind, Kind::Currency | Kind::Open));
        apart && self.peek(1).is_some_and(|c| c.is_ascii_digit())
    }

    fn number(&mut self) -> Kind {
        self.at += number_end(self.rest());
        Kind::Number
    }

    fn apostrophe(&mut self, gap: Gap, before: Option<&Token>) -> Kind {
        let mark = self.peek(0).unwrap_or('\'');
        let behind_word = gap == Gap::None && before.is_some_and(|token| !matches!(token.kind, Kind::OpenQuote | Kind::Open));
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

    fn mark(&mut self, first: char) -> Kind {
        let kind = match first {
            ',' | '，' | '、' => Kind::Comma,
            '.' | '。' => Kind::Period,
            '!' | '?' | '！' | '？' => Kind::Terminal,
            ':' | '：' => Kind::Colon,
            ';' | '；' => Kind::Semicolon,
            '-' if self.rest().starts_with("--") => return self.run('-', Kind::Dash),
            '-' | '‐' | '‑' | '−' => Kind::Hyphen,
            '–' | '—' | '―' | '‒' | '_' => Kind::Dash,
            '/' | '⁄' => Kind::Slash,
            '(' | '[' | '{' | '（' | '【' | '［' | '〔' => Kind::Open,
            ')' | ']' | '}' | '）' | '】' | '］' | '〕' => Kind::Close,
            '“' | '„' | '«' | '‘' | '「' | '『' => Kind::OpenQuote,
            '”' | '»' | '」' | '』' => Kind::CloseQuote,
            '`' => return self.run('`', Kind::OpenQuote),
            '"' => Kind::Quote,
            '%' | '％' | '‰' => Kind::Percent,
            '$' | '€' | '£' | '¥' | '₹' | '₩' | '₽' | '₦' | '₱' | '฿' | '₫' | '₺' | '₪' | '₴' | '₡' | '￥' => {
                Kind::Currency
            }
            '&' | '＆' => Kind::Ampersand,
            '+' => Kind::Plus,
            '•' | '·' | '●' | '▪' | '◦' | '‣' | '■' | '○' => Kind::Bullet,
            _ => Kind::Symbol,
        };
        self.advance(first, kind)
    }

    /// A run of the same mark as one token.
    fn run(&mut self, mark: char, kind: Kind) -> Kind {
        self.at += self.rest().len() - self.rest().trim_start_matches(mark).len();
        kind
    }

    fn classified(&self, span: Span, kind: Kind, gap: Gap) -> Lexed {
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
            (_, Case::Upper) => Classes::CAPITALIZED | Classes::UPPER,
            (_, Case::Title) => Classes::CAPITALIZED,
            (Kind::Word | Kind::Web, Case::Mixed) if written.starts_with(char::is_uppercase) => Classes::CAPITALIZED,
            (Kind::Number, _) => Classes::DIGITS,
            (Kind::Currency, _) => Classes::CURRENCY_SIGN,
            _ => Classes::NONE,
        };
        let (token, phrases) = Self::token(span, Head::of(written.as_bytes()), (kind, case, gap), looks, known);
        let stopped = matches!(kind, Kind::Word | Kind::Dotted) && written.ends_with('.');
        (Token { stopped, ..token }, phrases)
    }

    fn token(span: Span, head: Head, (kind, case, gap): (Kind, Case, Gap), looks: Classes, known: Known) -> Lexed {
        let classes = known.classes | looks;
        let (entry, integer) = (known.entry, Token::NO_INTEGER);
        let (phrases, stopped, opens) = ((0, 0), false, classes);
        let token = Token { span, head, kind, case, gap, stopped, classes, opens, entry, phrases, integer };
        (token, known.phrases)
    }

    /// A word of nothing but letters of ASCII, where nothing behind it or in it asks for a closer look. Most words are such
    /// ones: they are read, counted and folded in one go.
    fn plain_word(&mut self, gap: Gap) -> Option<Lexed> {
        let rest = &self.text.as_bytes()[self.at..];
        let word = Plain::of(rest);
        let case = word.letters.case();
        // A capital inside may be a seam.
        if case == Case::Mixed {
            return None;
        }
        let (written, behind) = rest.split_at(word.length);
        let span = Span::new(self.at, self.at + word.length)?;
        let known = self.lexicon.look_up_plain(&word, written, || span.of(self.text));
        if !ends_plainly(written, behind, known.classes) {
            return None;
        }
        self.at = span.end();
        let looks = match case {
            Case::Upper => Classes::CAPITALIZED | Classes::UPPER,
            Case::Title => Classes::CAPITALIZED,
            _ => Classes::NONE,
        };
        Some(Self::token(span, word.head, (Kind::Word, case, gap), looks, known))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Case, Gap, Kind};
    use super::lex;
    use crate::lexicon::built_in;
    use crate::span::Span;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        let range = Span::new(0, text.len()).expect("ordered");
        lex(text, range, built_in(), &mut tokens, &mut Vec::new());
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    fn kinds(text: &str) -> Vec<(Kind, Case, Gap)> {
        let mut tokens = Vec::new();
        let range = Span::new(0, text.len()).expect("ordered");
        lex(text, range, built_in(), &mut tokens, &mut Vec::new());
        tokens.iter().map(|token| (token.kind, token.case, token.gap)).collect()
    }

    #[test]
    fn abbreviations_keep_their_full_stops() {
        assert_eq!(words("Mr. Su of JD.com, Inc. in the U.S."), ["Mr.", "Su", "of", "JD.com", ",", "Inc.", "in", "the", "U.S."]);
        assert_eq!(words("at 10 a.m. No. 5 said no."), ["at", "10", "a.m.", "No.", "5", "said", "no", "."]);
        assert_eq!(words("D.C. and C.R. Bard"), ["D.C.", "and", "C.R.", "Bard"]);
    }

    #[test]
    fn possessives_part_and_inner_apostrophes_stay() {
        assert_eq!(words("China's Charge d’Affaires Tze-Ch’in"), ["China", "'s", "Charge", "d’Affaires", "Tze", "-", "Ch’in"]);
        assert_eq!(words("the workers' hall"), ["the", "workers", "'", "hall"]);
    }

    #[test]
    fn numbers_keep_separators_and_leave_letters() {
        assert_eq!(
            words("1,500 4.756m 14th 1,23,45,678 5, 6"),
            ["1,500", "4.756", "m", "14", "th", "1,23,45,678", "5", ",", "6"]
        );
        assert_eq!(
            words("US$2.5bn 6-9 10:30 14.11.2024"),
            ["US", "$", "2.5", "bn", "6", "-", "9", "10", ":", "30", "14.11.2024"]
        );
        assert_eq!(words("1\u{202f}234\u{202f}567 t"), ["1\u{202f}234\u{202f}567", "t"]);
    }

    #[test]
    fn a_missing_blank_after_a_full_stop_makes_no_address() {
        assert_eq!(words("says Hilmer.Katrin joins"), ["says", "Hilmer", ".", "Katrin", "joins"]);
        assert_eq!(words("see example.org/a?b. Then"), ["see", "example.org/a?b", ".", "Then"]);
        assert_eq!(words("press@example.org, or"), ["press@example.org", ",", "or"]);
    }

    #[test]
    fn a_lost_blank_is_a_seam() {
        assert_eq!(words("Patrick WangHead of Sales"), ["Patrick", "Wang", "Head", "of", "Sales"]);
        assert_eq!(words("ContactAnna Lee, Press OfficerT 555"), ["Contact", "Anna", "Lee", ",", "Press", "Officer", "T", "555"]);
        assert_eq!(
            words("McDonald PayPal LinkedIn HeadHunter MaryAnn"),
            ["McDonald", "PayPal", "LinkedIn", "HeadHunter", "MaryAnn"]
        );
    }

    #[test]
    fn words_beyond_ascii_are_whole() {
        assert_eq!(words("Julie HERVÉ und Müller’s e\u{301}cole"), ["Julie", "HERVÉ", "und", "Müller", "’s", "e\u{301}cole"]);
        assert_eq!(words("中文 Москва"), ["中", "文", "Москва"]);
        let long = "éa".repeat(500);
        assert_eq!(words(&long), [&*long]);
        assert_eq!(words("bi\u{ad}lateral co\u{2011}op"), ["bi\u{ad}lateral", "co", "\u{2011}", "op"]);
    }

    #[test]
    fn emphasis_is_passed_over_and_gaps_are_told() {
        assert_eq!(words("The *2024 Report* (AP) _ now"), ["The", "2024", "Report", "(", "AP", ")", "_", "now"]);
        let gaps: Vec<Gap> = kinds("a\tb  c\nd-e").into_iter().map(|(_, _, gap)| gap).collect();
        assert_eq!(gaps, [Gap::Line, Gap::Cell, Gap::Wide, Gap::Line, Gap::None, Gap::None]);
    }
}
