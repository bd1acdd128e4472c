//! What a place leads to: looked at once for all rules that are tried only where something of the kind follows.
//!
//! More than forty rules start with a number, and most of them want a certain word or mark behind it: a month, a unit, a colon.

use std::ops::Range;

use crate::lexicon::Classes;
use crate::parse::Tokens;
use crate::token::{Kind, Token};

/// Word classes and signs, of which one has to be ahead; or those that are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ahead {
    pub(crate) classes: Classes,
    pub(crate) signs: Signs,
}

/// Kinds of tokens and other looks, as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signs(u32);

/// Most tokens that are looked at: those of a list of ten numbers with commas between.
const LONGEST: usize = 24;

/// Words that a number or date may go on with before what it leads to.
const LINKS: Classes = Classes::of(&[
    Classes::CARDINAL,
    Classes::SCALE,
    Classes::FRACTION,
    Classes::MANY,
    Classes::VAGUE_NUMBER,
    Classes::QUALIFIER,
    Classes::QUALIFIER_AFTER,
    Classes::ORDINAL,
    Classes::ORDINAL_SUFFIX,
    Classes::CONNECTOR,
    Classes::MONTH,
    Classes::WEEKDAY,
    Classes::SEASON,
    Classes::CALENDAR_UNIT,
    Classes::TRADING_DAY,
    Classes::FISCAL,
    Classes::SHIFT,
    Classes::DATE_WORD,
    Classes::DATE_JOINER,
    Classes::DECADE_WORD,
    Classes::PERIOD_PART,
    Classes::PART_LETTER,
    Classes::DAY_WORD,
    Classes::DAY_PART,
    Classes::EVERY,
    Classes::FACTOR_WORD,
    Classes::RATE_WORD,
]);

/// Marks that may stand within numbers and dates, and between them.
const MARKS: Signs = Signs::of(&[
    Kind::Number,
    Kind::Comma,
    Kind::Colon,
    Kind::Hyphen,
    Kind::Dash,
    Kind::Slash,
    Kind::Open,
    Kind::Close,
    Kind::OpenQuote,
    Kind::CloseQuote,
    Kind::Quote,
    Kind::Apostrophe,
    Kind::Possessive,
    Kind::Plus,
    Kind::Symbol,
]);

impl Signs {
    pub(crate) const NONE: Self = Self(0);
    /// The place is a number that is no plain whole one: `4.5`, `1,500`, `½`.
    pub(crate) const POINTED: Self = Self(1 << 30);
    /// A number with points where a day has them, there or behind: `14.11.2024`.
    pub(crate) const DAY_POINTS: Self = Self(1 << 29);
    /// The place is a number with a point where a time of day has one: `9.30`.
    pub(crate) const CLOCK_POINT: Self = Self(1 << 28);
    /// Letters that touch what stands before them, or a letter alone.
    pub(crate) const LETTERS: Self = Self(1 << 31);

    pub(crate) const fn of(kinds: &[Kind]) -> Self {
        let (mut all, mut i) = (0, 0);
        while i < kinds.len() {
            all |= 1 << kinds[i] as u32;
            i += 1;
        }
        Self(all)
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) fn has(self, kind: Kind) -> bool {
        self.0 >> kind as u32 & 1 != 0
    }

    /// Position of each sign in the set.
    pub(super) fn bits(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(bit)
        })
    }

    /// How many signs there can be.
    pub(super) const MOST: usize = u32::BITS as usize;
}

impl Ahead {
    pub(crate) const fn of(classes: &[Classes]) -> Self {
        Self { classes: Classes::of(classes), signs: Signs::NONE }
    }

    pub(crate) const fn or(self, signs: Signs) -> Self {
        Self { signs: self.signs.or(signs), ..self }
    }

    /// All that is in one of the two.
    pub(super) const fn and_also(self, other: Self) -> Self {
        Self { classes: Classes::of(&[self.classes, other.classes]), signs: self.signs.or(other.signs) }
    }

    /// What is ahead of the place, itself among it: all up to the first word that no number or date goes on with.
    pub(in crate::rules) fn at(input: Tokens<'_>) -> Self {
        let mut behind = [Self::of(&[]); LONGEST];
        go(input, &mut behind);
        behind.into_iter().fold(Self::of_place(input), Self::and_also)
    }

    /// What the place itself is.
    fn of_place(input: Tokens<'_>) -> Self {
        let Some(first) = input.first() else { return Self::of(&[]) };
        let signs = if first.is_pointed() { points(input.written()) } else { Signs::NONE };
        Self { classes: first.opens, signs }
    }
}

/// What each token behind the place is, to the first word that no number or date goes on with, as far as there is room; how
/// many there are.
fn go(input: Tokens<'_>, behind: &mut [Ahead]) -> usize {
    let [first, further @ ..] = input.slice() else { return 0 };
    let start = input.position();
    let mut linked = phrase_end(input, first, start);
    let mut gone = 0;
    for ((token, at), here) in further.iter().zip(start + 1..).zip(behind) {
        let letters = letters(token);
        let mut signs = Signs::of(&[token.kind]).or(if letters { Signs::LETTERS } else { Signs::NONE });
        // `Friday 14.11.2024`
        if token.is_pointed() {
            signs = signs.or(points(input.at(at).written()).and(Signs::DAY_POINTS));
        }
        *here = Ahead { classes: token.opens, signs };
        gone += 1;
        linked = linked.max(phrase_end(input, token, at));
        // `4 . 8`: a point that stands between blanks, as where a text was cut into words.
        let point = token.kind == Kind::Period && !token.glued();
        if !(MARKS.has(token.kind) || letters || point || token.opens.any(LINKS) || at < linked) {
            break;
        }
    }
    gone
}

/// What the places of a text lead to, one after the other: a stretch of numbers and dates is gone through once for all that
/// stand in it. Those at its start may be told of a little more than [`Ahead::at`] tells them.
pub(in crate::rules) struct Way {
    /// The places whose ways are known.
    known: Range<usize>,
    /// What is behind each of them.
    behind: [Ahead; 2 * LONGEST],
}

impl Way {
    pub(in crate::rules) fn new() -> Self {
        Self { known: 0..0, behind: [Ahead::of(&[]); 2 * LONGEST] }
    }

    pub(in crate::rules) fn ahead(&mut self, input: Tokens<'_>) -> Ahead {
        let position = input.position();
        if !self.known.contains(&position) {
            self.go(input);
        }
        Ahead::of_place(input).and_also(self.behind[position - self.known.start])
    }

    /// Goes on from the place.
    fn go(&mut self, input: Tokens<'_>) {
        self.behind[0] = Ahead::of(&[]);
        let gone = go(input, &mut self.behind);
        for at in (1..gone).rev() {
            self.behind[at - 1] = self.behind[at - 1].and_also(self.behind[at]);
        }
        // Of those at the end of a long stretch, too little is known.
        let known = if gone == 2 * LONGEST { LONGEST } else { gone.max(1) };
        self.known = input.position()..input.position() + known;
    }
}

/// What the points of a number tell.
fn points(written: &str) -> Signs {
    let mut places = written.bytes().enumerate().filter(|(_, byte)| *byte == b'.').map(|(at, _)| at);
    match (places.next(), places.next(), places.next()) {
        (Some(_), Some(_), None) => Signs::POINTED.or(Signs::DAY_POINTS),
        (Some(at @ 1..=2), None, None) if written.len() == at + 3 => Signs::POINTED.or(Signs::CLOCK_POINT),
        _ => Signs::POINTED,
    }
}

/// Where the longest phrase ends that starts with the token and that a number or date may go on with: `a number of`.
fn phrase_end(input: Tokens<'_>, first: &Token, at: usize) -> usize {
    if !first.opens_phrases() || !first.opens.any(LINKS) {
        return at;
    }
    let links = input.document.phrases_at(at).iter().find(|phrase| phrase.classes.any(LINKS));
    links.map_or(at, |phrase| phrase.end)
}

/// Whether the word touches what stands before it, or is a letter alone.
fn letters(token: &Token) -> bool {
    token.kind == Kind::Word && (token.glued() || token.span.len() == 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Ahead, Signs, Way};
    use crate::layout::Document;
    use crate::lexicon::{Classes, built_in};
    use crate::parse::Tokens;
    use crate::rules::{Rule, date, identifier, statistic};
    use crate::testing::like_numbers::like_numbers;
    use crate::token::Kind;

    /// No rule matches where what it is said to lead to is not ahead, or what has to be there is not: it would not have been
    /// tried there.
    fn check<T>(rules: &[Rule<T>], document: &Document<'_>) {
        let mut way = Way::new();
        for sentence in &document.sentences {
            for at in sentence.tokens.clone() {
                let input = Tokens::new(document, sentence.tokens.clone(), at);
                let there = way.ahead(input);
                let least = Ahead::at(input);
                assert_eq!(there.and_also(least), there, "at {:?} of {:?}", input.written(), document.text);
                for rule in rules.iter().filter(|rule| document.classes_at(at).any(rule.trigger)) {
                    let leads = rule
                        .ahead
                        .is_none_or(|wanted| there.classes.any(wanted.classes) || !there.signs.and(wanted.signs).is_empty());
                    let is_tried = leads && rule.place.is(input);
                    let matches = || (rule.parse)(input).is_ok();
                    assert!(is_tried || !matches(), "{} at {:?} of {:?}", rule.id, input.written(), document.text);
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_rule_leads_to_what_it_says(text in like_numbers()) {
            let document = Document::read(&text, built_in());
            check(date::RULES, &document);
            check(statistic::RULES, &document);
            check(identifier::RULES, &document);
        }
    }

    /// What is ahead of the first number of the text.
    fn ahead(text: &str) -> Ahead {
        let document = Document::read(text, built_in());
        let tokens = 0..document.tokens.len();
        let number = document.tokens.iter().position(|token| token.kind == Kind::Number).expect("a number");
        Ahead::at(Tokens::new(&document, tokens, number))
    }

    #[test]
    fn it_reaches_over_numbers_and_small_words_to_the_first_other() {
        assert!(ahead("on 6, 7 and 8 May they").classes.any(Classes::MONTH));
        assert!(ahead("from 5 to more than 7 percent of it").classes.any(Classes::PERCENT));
        assert!(!ahead("sold 5 mills in May").classes.any(Classes::MONTH));
        assert!(ahead("sold 5 or a number of years").classes.any(Classes::CALENDAR_UNIT));
    }

    #[test]
    fn signs_tell_marks_points_and_letters() {
        let has = |text: &str, signs: Signs| !ahead(text).signs.and(signs).is_empty();
        assert!(has("at 10:30 there", Signs::of(&[Kind::Colon])) && !has("at 10 they met: 30", Signs::of(&[Kind::Colon])));
        assert!(has("it is 4.5 there", Signs::POINTED) && !has("it is 45 there", Signs::POINTED));
        assert!(has("the 1990s", Signs::LETTERS) && !has("the 1990 rules", Signs::LETTERS));
    }
}
