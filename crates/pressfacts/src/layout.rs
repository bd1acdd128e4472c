//! The document: text → blocks → sentences, with the tokens lexed once.
//!
//! Press text is not clean prose. A block is what stands by itself (a heading, a paragraph, a table's row, an item of a
//! list); nothing is ever matched across its border. A sentence wrapped over several lines is one sentence.

mod block;
mod dateline;
mod sentence;

use std::ops::Range;

use crate::lexicon::{Classes, Lexicon, lists};
use crate::memo::Memo;
use crate::span::Span;
use crate::token::{Found, LONGEST_TEXT, Lexer, Token};

pub(crate) use block::BlockKind;
use block::Looks;
pub(crate) use dateline::is_free_dash;

/// A text, read: everything later stages look at. All indices count tokens of [`tokens`](Self::tokens).
#[derive(Debug)]
pub(crate) struct Document<'t> {
    pub(crate) text: &'t str,
    pub(crate) lexicon: &'t Lexicon,
    pub(crate) tokens: Vec<Token>,
    pub(crate) phrases: Vec<Found>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) sentences: Vec<Sentence>,
    /// What has been read of it.
    pub(crate) memo: Memo,
}

/// A part of the text that stands by itself.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) span: Span,
    pub(crate) kind: BlockKind,
    pub(crate) tokens: Range<usize>,
}

/// A sentence of a block.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub(crate) tokens: Range<usize>,
    /// The classes of all its words and phrases.
    pub(crate) classes: Classes,
    /// Index into the document's blocks.
    pub(crate) block: usize,
}

/// How many bytes of text a sentence has, at the least in most texts, and a block.
const BYTES_PER_SENTENCE: usize = 100;
const BYTES_PER_BLOCK: usize = 200;

impl<'t> Document<'t> {
    /// Reads a text. Every text can be read.
    pub(crate) fn read(text: &'t str, lexicon: &'t Lexicon) -> Self {
        let text = cut(text, LONGEST_TEXT);
        let mut lexer = Lexer::new(text, lexicon);
        let mut blocks = Vec::with_capacity(text.len() / BYTES_PER_BLOCK);
        let mut sentences = Vec::with_capacity(text.len() / BYTES_PER_SENTENCE);
        block::split(text, lexicon, &mut |Looks { span, kind, alone }| {
            let first = lexer.tokens.len();
            lexer.read(span);
            let words = &lexer.tokens[first..];
            if words.is_empty() {
                return;
            }
            let kind = if alone && block::is_menu(span.of(text), words) { BlockKind::Menu } else { kind };
            // A site's menu is a list of links glued into one line: it has words, but no sentences to read.
            if kind != BlockKind::Menu {
                let (mut start, block) = (0, blocks.len());
                sentences.extend(sentence::ends(words).map(|end| {
                    let classes = words[start..end].iter().fold(Classes::NONE, |all, token| all | token.opens);
                    let tokens = first + start..first + end;
                    start = end;
                    Sentence { tokens, classes, block }
                }));
            }
            blocks.push(Block { span, kind, tokens: first..lexer.tokens.len() });
        });
        Self { text, lexicon, tokens: lexer.tokens, phrases: lexer.phrases, blocks, sentences, memo: Memo::default() }
    }

    /// The token's text.
    pub(crate) fn written(&self, token: usize) -> &'t str {
        self.tokens[token].span.of(self.text)
    }

    /// The text from the first to the last of the tokens.
    pub(crate) fn slice(&self, tokens: Range<usize>) -> &'t str {
        self.span(tokens).of(self.text)
    }

    /// From the first to the last of the tokens; empty, at the text's start, where there are none.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => first.span.to(last.span),
            Some([only]) => only.span.to(only.span),
            _ => Span::default(),
        }
    }

    /// The first token that ends behind the offset.
    pub(crate) fn token_at(&self, offset: usize) -> usize {
        self.tokens.partition_point(|token| token.span.end() <= offset)
    }

    /// The phrases that start at the token, longest first.
    pub(crate) fn phrases_at(&self, token: usize) -> &[Found] {
        &self.phrases[self.tokens[token].phrases()]
    }

    /// Whether the word is of the class and plays the part, by its value.
    pub(crate) fn plays(&self, at: usize, class: Classes, part: &str) -> bool {
        self.value(at, class).is_some_and(|parts| lists(parts, part))
    }

    /// What the word's first row of the class says.
    #[inline]
    pub(crate) fn value(&self, at: usize, class: Classes) -> Option<&'t str> {
        let token = &self.tokens[at];
        let classes = token.classes.and(class);
        if classes == Classes::NONE { None } else { self.lexicon.value_of(token.entry, classes, || self.written(at)) }
    }

    /// The longest phrase of the class that starts at the token and ends by `limit`, or else the word there if it is of the
    /// class: where it ends, and its value.
    #[inline]
    pub(crate) fn lexeme_at(&self, at: usize, limit: usize, class: Classes) -> Option<(usize, &'t str)> {
        if self.classes_at(at).any(class) { self.lexeme(at, limit, class) } else { None }
    }

    fn lexeme(&self, at: usize, limit: usize, class: Classes) -> Option<(usize, &'t str)> {
        let token = &self.tokens[at];
        let phrase = self.phrases_at(at).iter().find(|found| found.classes.any(class) && found.end <= limit);
        let (end, classes, entry) = match phrase {
            Some(found) => (found.end, found.classes, found.entry),
            None if token.is(class) => (at + 1, token.classes, token.entry),
            None => return None,
        };
        let value = self.lexicon.value_of(entry, classes.and(class), || self.slice(at..end));
        Some((end, value.unwrap_or_default()))
    }

    /// Classes of the token and of the phrases that start at it: what rules are dispatched by. None behind the last token.
    pub(crate) fn classes_at(&self, token: usize) -> Classes {
        self.tokens.get(token).map_or(Classes::NONE, |token| token.opens)
    }

    /// The sentence that the token is in; `None` for a token of a menu.
    pub(crate) fn sentence_of(&self, token: usize) -> Option<&Sentence> {
        let after = self.sentences.partition_point(|sentence| sentence.tokens.start <= token);
        self.sentences[..after].last().filter(|sentence| sentence.tokens.contains(&token))
    }
}

/// The text's first bytes, as many as that and no part of a character.
fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or_default()]
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, Document, cut};
    use crate::lexicon::{Classes, built_in};

    fn blocks(text: &str) -> Vec<(BlockKind, &str)> {
        let document = Document::read(text, built_in());
        document.blocks.iter().map(|block| (block.kind, block.span.of(text))).collect()
    }

    fn sentences(text: &str) -> Vec<&str> {
        let document = Document::read(text, built_in());
        document.sentences.iter().map(|sentence| document.slice(sentence.tokens.clone())).collect()
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!([0, 1, 2, 3, 4].map(|most| cut("aéb", most)), ["", "a", "a", "aé", "aéb"]);
    }

    #[test]
    fn behind_the_last_token_is_no_word() {
        let document = Document::read("Ministry of", built_in());
        assert_eq!(document.lexeme_at(2, 2, Classes::COUNTRY), None);
    }

    #[test]
    fn a_wrapped_caption_is_one_block_and_one_sentence() {
        let text = "Ann Lee, Director, ACME,\naddressed the meeting on the protection of rights and on the fight against\nInfringement and piracy\n\nNext.";
        assert_eq!(sentences(text), [&text[..text.len() - 7], "Next."]);
    }

    #[test]
    fn lines_of_a_list_stay_apart() {
        let text = "Ann Lee, Director of the Harbour Office of the City\nBob Ray, Vice President of the National Institute\n";
        assert_eq!(blocks(text).len(), 2);
    }

    #[test]
    fn a_heading_does_not_run_into_the_dateline() {
        let text = "Ministry opens a new office for patents in the north and welcomes the first of its visitors\nNovember 5, Oslo – The ministry opened its office in the presence of several hundred guests from all parts of the country.";
        assert_eq!(blocks(text).len(), 2);
    }

    #[test]
    fn table_rows_and_rules() {
        let text = "Ann Lee\tDirector, ACME\n-------\t---\n\nBob Ray\tDean\n";
        assert_eq!(blocks(text), [(BlockKind::Row, "Ann Lee\tDirector, ACME"), (BlockKind::Row, "Bob Ray\tDean")]);
    }

    #[test]
    fn brackets_and_hashes_head() {
        assert_eq!(
            blocks("【Opening】\n[Closing]\n# Title of it\nPlain text here."),
            [
                (BlockKind::Heading, "【Opening】"),
                (BlockKind::Heading, "[Closing]"),
                (BlockKind::Heading, "Title of it"),
                (BlockKind::Paragraph, "Plain text here."),
            ]
        );
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_a_line() {
        assert_eq!(blocks("\u{feff}# Title of it\n"), [(BlockKind::Heading, "Title of it")]);
        assert_eq!(blocks("\u{200b}• first thing\n"), [(BlockKind::Item, "first thing")]);
    }

    #[test]
    fn items_lose_their_marks() {
        assert_eq!(
            blocks("- first thing\n- second thing,\n  wrapped\n(3) third\n4. fourth"),
            [
                (BlockKind::Item, "first thing"),
                (BlockKind::Item, "second thing,\n  wrapped"),
                (BlockKind::Item, "third"),
                (BlockKind::Item, "fourth"),
            ]
        );
        assert_eq!(blocks("(604) 555-0100"), [(BlockKind::Heading, "(604) 555-0100")]);
    }

    #[test]
    fn a_menu_has_no_sentences() {
        let menu = "About Us Patents Trademarks Designs Copyright Trade Secrets Academy Workshops Seminars World Day Magazine Case Studies News Awards Business Universities Judiciaries Economics Health Climate Policy Goals Enforcement Sports Tourism Analytics Research Database Monitor Bulletin Classification Standards Statistics Publications";
        assert_eq!(blocks(menu), [(BlockKind::Menu, menu)]);
        assert_eq!(sentences(menu), [""; 0]);
        let caption = "Ann Lee, Director General of the Bureau of Law Enforcement, National Market Board (NMB), attended the Parallel Session on Cooperation in Protecting Rights and Fighting against Piracy and moderated Address, Keynote Speech, Thematic Speech and Report Release";
        assert_eq!(sentences(caption), [caption]);
        let guests = "Briefing Held By Communications Office Secretary Ann Lee And Deputy Rado Vlk, Department Of Trade Secretary Bob Ray, Ambassador To Oslo Maria Berg, Harbour Commissioner Jane Miller, Administrator Tom Jones And Spokesperson Eva Lind";
        assert_eq!(sentences(guests), [guests]);
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        assert_eq!(
            sentences("Mr. Yan of Huawei Technologies Co., Ltd., spoke. He left."),
            ["Mr. Yan of Huawei Technologies Co., Ltd., spoke.", "He left."]
        );
        assert_eq!(sentences("It joined Acme Inc. The firm grew."), ["It joined Acme Inc.", "The firm grew."]);
        assert_eq!(sentences("In the U.S. President Lee met J. D. Vance."), ["In the U.S. President Lee met J. D. Vance."]);
        assert_eq!(sentences("It named Mr. D. A. P. Lee."), ["It named Mr. D. A. P. Lee."]);
        assert_eq!(sentences("Call at 10 a.m. on Monday."), ["Call at 10 a.m. on Monday."]);
    }

    #[test]
    fn quotes_close_with_their_sentence() {
        assert_eq!(sentences("“We won.” He smiled. (See below.) Then"), ["“We won.”", "He smiled.", "(See below.)", "Then"]);
        assert_eq!(sentences("“We won!” said Lee."), ["“We won!” said Lee."]);
    }

    #[test]
    fn missing_and_wide_blanks_part_sentences() {
        assert_eq!(sentences("says Hilmer.Katrin joins"), ["says Hilmer.", "Katrin joins"]);
        assert_eq!(sentences("About the Group  The Group is big."), ["About the Group", "The Group is big."]);
        assert_eq!(sentences("the visit of     H. E. Lee"), ["the visit of     H. E. Lee"]);
    }
}
