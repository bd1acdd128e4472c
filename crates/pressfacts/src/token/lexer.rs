//! The lexer: one pass, every character into a token or a gap, nothing ever fails.

use super::phrase::find_phrases;
use super::stretch::{ends_plainly, number_end, whole};
use super::{Case, Found, Gap, Kind, Place, Token, mark};
use crate::lexicon::{Classes, Head, Lexicon, Opened, PhraseList, Plain};
use crate::span::Span;

/// How many bytes of text a token has, at the least in most texts: a word and the blank behind it are seldom shorter.
const BYTES_PER_TOKEN: usize = 4;
/// The same of phrases.
const BYTES_PER_PHRASE: usize = 40;

/// How much of a text can be cut into tokens, in bytes.
pub(crate) const LONGEST_TEXT: usize = u32::MAX as usize;

/// Cuts a text into tokens, block by block, and finds the phrases among them.
pub(crate) struct Lexer<'t> {
    /// Up to the end of the block.
    pub(super) text: &'t str,
    whole_text: &'t str,
    pub(super) at: usize,
    pub(super) lexicon: &'t Lexicon,
    pub(crate) tokens: Vec<Token>,
    pub(crate) phrases: Vec<Found>,
    /// The first token of the block.
    first: usize,
    /// The phrases that the word at `opening` may open, while it is not yet told whether one goes on with the word behind it.
    open: Opened,
    opening: usize,
    /// The words of the block that open phrases by the word behind them.
    openings: Vec<(usize, PhraseList)>,
}

/// What a byte starts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Letter,
    Digit,
    /// A mark of ASCII that is a token of its own, but for points before digits and rows of hyphens.
    Mark(Kind),
    /// Any other mark of ASCII.
    Special,
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
            b'\'' | b'`' => Start::Special,
            _ => match mark::kind(byte as char) {
                // The lexicon knows some of these.
                Kind::Percent | Kind::Currency | Kind::Plus | Kind::Symbol => Start::Special,
                kind => Start::Mark(kind),
            },
        };
        byte += 1;
    }
    starts
};

impl<'t> Lexer<'t> {
    pub(crate) fn new(text: &'t str, lexicon: &'t Lexicon) -> Self {
        Self {
            text,
            whole_text: text,
            at: 0,
            lexicon,
            tokens: Vec::with_capacity(text.len() / BYTES_PER_TOKEN),
            phrases: Vec::with_capacity(text.len() / BYTES_PER_PHRASE),
            first: 0,
            open: Opened::NOTHING,
            opening: 0,
            openings: Vec::new(),
        }
    }

    /// Takes up the tokens of a block, and the phrases found among them.
    pub(crate) fn read(&mut self, block: Span) {
        (self.text, self.at, self.first) = (&self.whole_text[..block.end()], block.start(), self.tokens.len());
        self.open = Opened::NOTHING;
        self.openings.clear();
        self.read_tokens();
        for &(at, phrases) in &self.openings {
            let start = self.phrases.len();
            find_phrases(self.text, &self.tokens, at, phrases, self.lexicon, &mut self.phrases);
            // A list as long as this is not to be had from a lexicon of words that anyone writes.
            self.phrases.truncate(start + usize::from(u8::MAX));
            let (found, token) = (&self.phrases[start..], &mut self.tokens[at]);
            (token.detail, token.phrases) = (start as u32, found.len() as u8);
            token.opens = found.iter().fold(token.classes, |all, phrase| all | phrase.classes);
        }
    }

    fn read_tokens(&mut self) {
        let mut gap = Gap::Line;
        while let Some(byte) = self.byte(0) {
            let mut start = STARTS[usize::from(byte)];
            if start == Start::Other {
                // Most often it is one blank.
                let behind = self.byte(1).map_or(Start::Other, |byte| STARTS[usize::from(byte)]);
                if byte == b' ' && behind != Start::Other {
                    self.at += 1;
                    (gap, start) = (gap.max(Gap::Space), behind);
                } else {
                    gap = self.gap(gap);
                    let Some(byte) = self.byte(0) else { return };
                    start = STARTS[usize::from(byte)];
                }
            }
            if start == Start::Letter && self.plain_word(gap) {
                gap = Gap::None;
                continue;
            }
            match start {
                Start::Digit => self.digits(gap),
                Start::Mark(kind) if self.stands_alone(kind) => self.plain_mark(kind, gap),
                _ => self.closely(gap),
            }
            gap = Gap::None;
        }
    }

    #[inline]
    pub(super) fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    /// The token before, in the same block.
    pub(super) fn before(&self) -> Option<&Token> {
        self.tokens[self.first..].last()
    }

    /// Takes up a token and the phrases that it may open.
    pub(super) fn push(&mut self, token: Token, opened: Opened) {
        // A hyphen may stand before the second word of a phrase.
        if token.kind != Kind::Hyphen || self.opening + 1 != self.tokens.len() {
            self.go_on(token.head, token.span);
        }
        self.open(opened);
        self.tokens.push(token);
    }

    /// Keeps the phrases that the next token may open.
    #[inline]
    fn open(&mut self, opened: Opened) {
        if !opened.is_nothing() {
            (self.open, self.opening) = (opened, self.tokens.len());
        }
    }

    /// Decides which of the phrases that are open go on with the next token.
    #[inline]
    fn go_on(&mut self, head: Head, span: Place) {
        if !self.open.is_nothing() {
            self.choose(head, span);
        }
    }

    fn choose(&mut self, head: Head, span: Place) {
        let second = head.folded(|| span.of(self.text)).unwrap_or_default();
        let phrases = self.lexicon.going_on(self.open, second);
        self.open = Opened::NOTHING;
        if phrases != PhraseList::NONE {
            self.openings.push((self.opening, phrases));
        }
    }

    /// A word of nothing but letters of ASCII, where nothing behind it or in it asks for a closer look. Most words are such
    /// ones: they are read, counted and folded in one go.
    #[inline]
    fn plain_word(&mut self, gap: Gap) -> bool {
        let rest = &self.text.as_bytes()[self.at..];
        let word = Plain::of(rest);
        let case = word.letters.case();
        // A capital inside may be a seam.
        if case == Case::Mixed {
            return false;
        }
        let (written, behind) = rest.split_at(word.length);
        let Some(span) = Span::new(self.at, self.at + word.length) else { return false };
        let known = self.lexicon.look_up_plain(&word, written, || span.of(self.text));
        if !matches!(behind, [] | [b' ' | b',', ..]) && !ends_plainly(written, behind, known.classes) {
            return false;
        }
        self.at = span.end();
        let token = Token::new(span, word.head, (Kind::Word, case, gap), looks(case) | known.classes);
        self.go_on(token.head, token.span);
        self.open(known.phrases);
        self.tokens.push(Token { entry: known.entry, ..token });
        true
    }

    /// A token that starts with a digit.
    fn digits(&mut self, gap: Gap) {
        let start = self.at;
        self.at += number_end(self.rest());
        let Some(span) = Span::new(start, self.at) else { return };
        let written = span.of(self.text);
        let token = Token::new(span, Head::of(written.as_bytes()), (Kind::Number, Case::None, gap), Classes::DIGITS);
        self.push(Token { detail: whole(written), ..token }, Opened::NOTHING);
    }

    /// Whether the mark here is a token of its own: no point before digits, and no row of hyphens.
    fn stands_alone(&self, kind: Kind) -> bool {
        match kind {
            Kind::Period => !self.byte(1).is_some_and(|byte| byte.is_ascii_digit()),
            Kind::Hyphen => self.byte(1) != Some(b'-'),
            _ => true,
        }
    }

    fn plain_mark(&mut self, kind: Kind, gap: Gap) {
        let start = self.at;
        self.at += 1;
        let Some(span) = Span::new(start, self.at) else { return };
        let head = Head::of(&self.text.as_bytes()[span.range()]);
        self.push(Token::new(span, head, (kind, Case::None, gap), Classes::NONE), Opened::NOTHING);
    }
}

/// What a word's capitals make of it.
#[inline]
pub(super) fn looks(case: Case) -> Classes {
    match case {
        Case::Upper => Classes::CAPITALIZED | Classes::UPPER,
        Case::Title => Classes::CAPITALIZED,
        _ => Classes::NONE,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Case, Gap, Kind, Token};
    use super::Lexer;
    use crate::lexicon::built_in;
    use crate::span::Span;

    fn tokens(text: &str) -> Vec<Token> {
        let mut lexer = Lexer::new(text, built_in());
        lexer.read(Span::new(0, text.len()).expect("ordered"));
        lexer.tokens
    }

    fn words(text: &str) -> Vec<&str> {
        let tokens = tokens(text);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    fn kinds(text: &str) -> Vec<(Kind, Case, Gap)> {
        let tokens = tokens(text);
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
