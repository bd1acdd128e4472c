//! nom over tokens: the window a production reads from, and the leaves that every grammar is built of.
//!
//! The only file that knows nom's traits. Productions are plain functions `fn(Tokens) -> PResult<T>`, put together with
//! nom's `alt`, `opt`, `preceded` and their like. They never return `Incomplete`, and never `Failure` (no `cut`).

use std::iter::Enumerate;

use nom::error::{ErrorKind, ParseError};
use nom::{Err, IResult, Input, Needed, Offset, Parser};

use crate::layout::Document;
use crate::lexicon::{Classes, lists};
use crate::memo::{Production, Window};
use crate::token::{Gap, Kind, Token};

/// What a production returns: what is left of the sentence, and what it made of the tokens before that.
pub(crate) type PResult<'t, T> = IResult<Tokens<'t>, T, NoMatch>;

/// The production does not match here. It carries nothing: another rule will be tried, and none is to blame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoMatch;

impl<'t> ParseError<Tokens<'t>> for NoMatch {
    fn from_error_kind(_: Tokens<'t>, _: ErrorKind) -> Self {
        Self
    }

    fn append(_: Tokens<'t>, _: ErrorKind, other: Self) -> Self {
        other
    }
}

/// The failure of a production.
pub(crate) fn no_match<'t, T>() -> PResult<'t, T> {
    Err(Err::Error(NoMatch))
}

/// A run of tokens, as indices into the document's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Run {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Run {
    pub(crate) fn len(self) -> usize {
        self.end - self.start
    }

    pub(crate) fn tokens(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    pub(crate) fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A window over the tokens of one sentence. Copying it is free; what lies before it in the sentence stays in reach.
#[derive(Clone, Copy)]
pub(crate) struct Tokens<'t> {
    pub(crate) document: &'t Document<'t>,
    start: usize,
    end: usize,
    /// Where the sentence starts.
    floor: usize,
}

impl<'t> Tokens<'t> {
    /// The sentence from the token at `start` on.
    pub(crate) fn new(document: &'t Document<'t>, sentence: std::ops::Range<usize>, start: usize) -> Self {
        let inside = start.clamp(sentence.start, sentence.end.max(sentence.start));
        Self { document, start: inside, end: sentence.end, floor: sentence.start }
    }

    pub(crate) fn run(self) -> Run {
        Run { start: self.start, end: self.end }
    }

    /// Index of the next token in the document.
    pub(crate) fn position(self) -> usize {
        self.start
    }

    #[inline]
    pub(crate) fn first(self) -> Option<&'t Token> {
        #[cfg(test)]
        crate::memo::work::note();
        if self.start < self.end { self.document.tokens.get(self.start) } else { None }
    }

    pub(crate) fn slice(self) -> &'t [Token] {
        #[cfg(test)]
        crate::memo::work::note();
        &self.document.tokens[self.start..self.end]
    }

    /// The token before the window, in the same sentence.
    #[inline]
    pub(crate) fn previous(self) -> Option<&'t Token> {
        if self.floor < self.start { self.document.tokens.get(self.start - 1) } else { None }
    }

    /// What tells the window from others.
    pub(crate) fn window(self) -> Window {
        Window { floor: self.floor as u32, start: self.start as u32, end: self.end as u32 }
    }

    /// The tokens of the sentence that lie before the window.
    pub(crate) fn before(self) -> &'t [Token] {
        &self.document.tokens[self.floor..self.start]
    }

    /// The same sentence, from another token on.
    pub(crate) fn at(self, position: usize) -> Self {
        Self { start: position.clamp(self.floor, self.end), ..self }
    }

    /// The next token's text; empty at the end.
    pub(crate) fn written(self) -> &'t str {
        self.first().map_or("", |token| token.span.of(self.document.text))
    }

    /// What was passed over on the way to `rest`.
    pub(crate) fn until(self, rest: Self) -> Run {
        Run { start: self.start, end: rest.start }
    }
}

impl<'t> Input for Tokens<'t> {
    type Item = &'t Token;
    type Iter = std::slice::Iter<'t, Token>;
    type IterIndices = Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.end - self.start
    }

    fn take(&self, count: usize) -> Self {
        Self { end: self.start + count, ..*self }
    }

    fn take_from(&self, count: usize) -> Self {
        Self { start: self.start + count, ..*self }
    }

    fn take_split(&self, count: usize) -> (Self, Self) {
        (self.take_from(count), self.take(count))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.slice().iter().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.slice().iter()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.slice().iter().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.input_len() { Ok(count) } else { Err(Needed::new(count - self.input_len())) }
    }
}

impl Offset for Tokens<'_> {
    fn offset(&self, second: &Self) -> usize {
        second.start - self.start
    }
}

/// Farthest that [`lex_before`] looks back.
const LONGEST_PHRASE: usize = 8;

/// A word or phrase of the lexicon, found by its class.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lexeme<'t> {
    pub(crate) run: Run,
    pub(crate) value: &'t str,
}

impl Lexeme<'_> {
    /// Whether the value, a list with blanks between, has the part.
    pub(crate) fn plays(&self, part: &str) -> bool {
        lists(self.value, part)
    }

    /// The value as a whole number of at least zero.
    pub(crate) fn unsigned(&self) -> u32 {
        self.value.parse().unwrap_or_default()
    }

    /// The value as a whole number; rows of number classes have one.
    pub(crate) fn number(&self) -> i64 {
        self.value.parse().unwrap_or_default()
    }
}

/// One token that satisfies `accept`.
pub(crate) fn token<'t>(accept: impl Fn(&'t Token) -> bool) -> impl Fn(Tokens<'t>) -> PResult<'t, &'t Token> {
    move |input| match input.first() {
        Some(token) if accept(token) => Ok((input.take_from(1), token)),
        _ => no_match(),
    }
}

/// One token of that kind.
pub(crate) fn kind<'t>(wanted: Kind) -> impl Fn(Tokens<'t>) -> PResult<'t, &'t Token> {
    token(move |token| token.kind == wanted)
}

/// That word, in any case.
pub(crate) fn word<'t>(wanted: &'static str) -> impl Fn(Tokens<'t>) -> PResult<'t, &'t Token> {
    move |input| match input.first() {
        Some(token) if token.reads(wanted, input.document.text) => Ok((input.take_from(1), token)),
        _ => no_match(),
    }
}

/// One of these words, in any case.
pub(crate) fn words<'t>(wanted: &'static [&'static str]) -> impl Fn(Tokens<'t>) -> PResult<'t, &'t Token> {
    move |input| match input.first() {
        Some(token) if wanted.iter().any(|word| token.reads(word, input.document.text)) => Ok((input.take_from(1), token)),
        _ => no_match(),
    }
}

/// A word or phrase of that class that plays the part, by its value.
pub(crate) fn playing<'t>(class: Classes, part: &'static str) -> impl Fn(Tokens<'t>) -> PResult<'t, Lexeme<'t>> {
    move |input| match lex(class)(input) {
        Ok((rest, word)) if word.plays(part) => Ok((rest, word)),
        _ => no_match(),
    }
}

/// The longest phrase of that class that starts here, or else the word here if it is of the class.
pub(crate) fn lex<'t>(class: Classes) -> impl Fn(Tokens<'t>) -> PResult<'t, Lexeme<'t>> {
    move |input| {
        // Most tokens are not of the class: that is told before anything is looked up.
        if !input.first().is_some_and(|token| token.opens.any(class)) {
            return no_match();
        }
        let Some((end, value)) = input.document.lexeme_at(input.start, input.end, class) else { return no_match() };
        let rest = input.at(end);
        Ok((rest, Lexeme { run: input.until(rest), value }))
    }
}

/// The longest phrase of that class that starts here; a single word is none.
pub(crate) fn phrase<'t>(class: Classes) -> impl Fn(Tokens<'t>) -> PResult<'t, Lexeme<'t>> {
    move |input| match input.first() {
        Some(first) if first.opens_phrases() => {
            lex(class)(input).and_then(|(rest, found)| if found.run.len() > 1 { Ok((rest, found)) } else { no_match() })
        }
        _ => no_match(),
    }
}

/// The longest phrase, or else the word, of that class that ends right before the window.
pub(crate) fn lex_before(input: Tokens<'_>, class: Classes) -> Option<Lexeme<'_>> {
    let (document, end) = (input.document, input.start);
    let farthest = input.floor.max(end.saturating_sub(LONGEST_PHRASE));
    let opening = |start: &usize| document.tokens[*start].opens.any(class);
    (farthest..end).filter(opening).find_map(|start| {
        let (reached, value) = document.lexeme_at(start, end, class)?;
        (reached == end).then_some(Lexeme { run: Run { start, end }, value })
    })
}

/// What `inner` matches, only where it touches the token before it.
pub(crate) fn glued<'t, T>(
    mut inner: impl Parser<Tokens<'t>, Output = T, Error = NoMatch>,
) -> impl FnMut(Tokens<'t>) -> PResult<'t, T> {
    move |input| match input.first() {
        Some(first) if first.gap == Gap::None => inner.parse(input),
        _ => no_match(),
    }
}

/// What `inner` matches, time after time: how often it did, of `least` to `most` times. No list is made.
pub(crate) fn repeated<'t, T>(
    least: usize,
    most: usize,
    mut inner: impl Parser<Tokens<'t>, Output = T, Error = NoMatch>,
) -> impl FnMut(Tokens<'t>) -> PResult<'t, usize> {
    move |input| {
        let (mut rest, mut times) = (input, 0);
        while times < most
            && let Ok((further, _)) = inner.parse(rest)
        {
            (rest, times) = (further, times + 1);
        }
        if times < least { no_match() } else { Ok((rest, times)) }
    }
}

/// What `read` makes of the window, remembered for the next rule that asks.
pub(crate) fn remembered<'t, T: Clone + 'static>(
    production: Production,
    read: impl Fn(Tokens<'t>) -> PResult<'t, T>,
) -> impl Fn(Tokens<'t>) -> PResult<'t, T> {
    move |input| {
        let outcome = input.document.memo.recall(production, input.window(), || {
            // A production takes from the front: the rest is its window, from another token on.
            read(input).ok().map(|(rest, value)| (rest.start, value))
        });
        outcome.map_or_else(no_match, |(start, value)| Ok((Tokens { start, ..input }, value)))
    }
}

/// What `inner` matches, with the run of tokens that it took.
pub(crate) fn spanned<'t, T>(
    mut inner: impl FnMut(Tokens<'t>) -> PResult<'t, T>,
) -> impl FnMut(Tokens<'t>) -> PResult<'t, (Run, T)> {
    move |input| inner(input).map(|(rest, value)| (rest, (input.until(rest), value)))
}

#[cfg(test)]
mod tests {
    use nom::bytes::complete::take_while;
    use nom::{Input, Parser};

    use super::{NoMatch, Tokens, lex, phrase, repeated, word};
    use crate::layout::Document;
    use crate::lexicon::{Classes, built_in};

    #[test]
    fn the_window_splits_as_nom_expects() {
        let document = Document::read("on 6 May 2024", built_in());
        let input = Tokens::new(&document, 0..4, 0);
        let (rest, taken) = take_while::<_, _, NoMatch>(|token: &crate::token::Token| !token.is(Classes::MONTH))
            .parse(input)
            .expect("two tokens");
        assert_eq!((rest.run().start, taken.run().len()), (2, 2));
        assert_eq!(rest.previous().map(|token| token.span.of(document.text)), Some("6"));
    }

    #[test]
    fn a_phrase_has_several_words() {
        let document = Document::read("New York, Oslo", built_in());
        let input = Tokens::new(&document, 0..4, 0);
        assert_eq!(phrase(Classes::PLACE)(input).map(|(_, place)| place.run.len()), Ok(2));
        assert!(lex(Classes::PLACE)(input.take_from(3)).is_ok() && phrase(Classes::PLACE)(input.take_from(3)).is_err());
    }

    #[test]
    fn what_is_repeated_is_counted() {
        let document = Document::read("and and and of", built_in());
        let input = Tokens::new(&document, 0..4, 0);
        let times = |least, most| repeated(least, most, word("and"))(input).map(|(rest, times)| (rest.position(), times));
        assert_eq!((times(0, 2), times(3, 5)), (Ok((2, 2)), Ok((3, 3))));
        assert!(times(4, 5).is_err());
    }

    #[test]
    fn leaves_match_and_do_not_match() {
        let document = Document::read("In MAY 2024", built_in());
        let input = Tokens::new(&document, 0..3, 0);
        assert!(word("in")(input).is_ok() && word("on")(input).is_err());
        assert_eq!(lex(Classes::MONTH)(input.take_from(1)).map(|(_, month)| month.number()), Ok(5));
        assert!(lex(Classes::MONTH)(input.take_from(3)).is_err());
    }
}
