//! Numbers in digits and words, exact.
//!
//! A number is read once, here; dates and statistics both build on it.

mod digits;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, not, opt, verify};
use nom::multi::fold_many_m_n;
use nom::sequence::{pair, preceded, terminated};

use digits::{comma_decimal, fraction_sign, hyphened_fraction, slashed, spelled_out};

use crate::decimal::Decimal;
use crate::lexicon::Classes;
use crate::parse::{Lexeme, PResult, Tokens, glued, kind, lex, no_match, word, words};
use crate::token::{Case, Kind, Token};

pub(crate) use digits::{digits, fraction, plain_integer};

/// The classes that a number may start with: what a rule that starts with one is dispatched by.
pub(crate) const NUMBER: Classes = Classes::of(&[Classes::DIGITS, Classes::CARDINAL]);

/// A number and the scale words behind it, not yet multiplied: in `3 to 5 million` the scale is also that of the 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) base: Decimal,
    /// Power of ten of the scale words.
    pub(crate) power: u32,
}

impl Number {
    pub(crate) fn value(self) -> Decimal {
        self.base.times_ten_to(self.power)
    }

    fn plain(base: Decimal) -> Self {
        Self { base, power: 0 }
    }
}

/// A cardinal number in digits or words, its scale words multiplied out: `1,500`, `4.756 million`, `twenty-one`,
/// `13.41 lakh crore`, `three hundred and five`.
pub(crate) fn number(input: Tokens<'_>) -> PResult<'_, Decimal> {
    scaled(input).map(|(rest, number)| (rest, number.value()))
}

/// The same, scale apart.
pub(crate) fn scaled(input: Tokens<'_>) -> PResult<'_, Number> {
    let Some(first) = input.first().filter(|first| first.opens.any(OPENING)) else { return no_match() };
    // Most numbers are plain digits: they are read faster than they are remembered.
    if let Some(whole) = first.integer() {
        let rest = input.at(input.position() + 1);
        if !goes_on(rest) {
            return Ok((rest, Number::plain(Decimal::from(i64::from(whole)))));
        }
    }
    if first.opens.any(STARTING) || follows_article(input) { remembered_number(input) } else { no_match() }
}

/// What [`any_scaled`] makes of the window, remembered for the next rule that asks.
fn remembered_number(input: Tokens<'_>) -> PResult<'_, Number> {
    let read = || any_scaled(input).ok().map(|(rest, Number { base, power })| (rest.position(), base, power));
    let found = input.document.memo.number(input.window(), read);
    found.map_or_else(no_match, |(end, base, power)| Ok((input.at(end), Number { base, power })))
}

/// Classes of which the first token of a number has one.
const OPENING: Classes = Classes::of(&[STARTING, Classes::SCALE]);
/// The same, where nothing before has to count it.
const STARTING: Classes = Classes::of(&[NUMBER, Classes::FRACTION]);

fn any_scaled(input: Tokens<'_>) -> PResult<'_, Number> {
    match input.first() {
        Some(first) if first.kind == Kind::Number => alt((alone, in_digits)).parse(input),
        _ => alt((alone, part_of_scale, in_words, article_and_scale)).parse(input),
    }
}

/// Digits, or one word, that nothing behind makes more of: most numbers are such ones, and need not be tried as anything else.
fn alone(input: Tokens<'_>) -> PResult<'_, Number> {
    let (rest, value) = if input.first().is_some_and(|first| first.kind == Kind::Number) {
        digits(input)?
    } else {
        lex(Classes::CARDINAL)(input).map(|(rest, word)| (rest, Decimal::from(word.number())))?
    };
    if goes_on(rest) { no_match() } else { Ok((rest, Number::plain(value))) }
}

/// Whether what stands behind the digits or the word may make more of them: a scale, a fraction, further digits.
fn goes_on(rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first() else { return false };
    let second = || rest.at(rest.position() + 1);
    let behind = match next.kind {
        Kind::Comma | Kind::Period | Kind::Hyphen | Kind::Slash => second().first(),
        Kind::Symbol => return true,
        Kind::Word if next.span.len() == 1 && rest.written() == "x" => return true,
        _ => Some(next),
    };
    let Some(behind) = behind else { return false };
    // `7 8`: no group of three digits, no fraction.
    let apart = |number: &Token| {
        let slash = || second().first().is_some_and(|slash| slash.kind == Kind::Slash);
        next.kind == Kind::Number && number.integer().is_some() && number.span.len() != 3 && !slash()
    };
    if behind.kind == Kind::Number {
        return !apart(behind);
    }
    // `two and a half`, `two-and-a-half`
    behind.opens.any(Classes::of(&[NUMBER, Classes::SCALE, Classes::FRACTION])) || behind.reads("and", rest.document.text)
}

/// Whether the letter behind digits may abbreviate a scale, and is to be read with them.
pub(crate) fn touches_letter(input: Tokens<'_>) -> bool {
    let behind = |far: usize| input.at(input.position() + far).first().filter(|next| next.glued());
    let letter = |next: &Token| next.span.len() == 1 && next.opens.any(Classes::SCALE);
    // `1,3m`
    behind(1).is_some_and(|next| letter(next) || next.kind == Kind::Comma && behind(3).is_some_and(letter))
}

/// Digits and the letter that abbreviates a scale: `35m`, `45k`, `$1.2b`. Whether `m` means metres is for the caller
/// to know.
pub(crate) fn abbreviated(input: Tokens<'_>) -> PResult<'_, Number> {
    let (rest, base) = alt((comma_decimal, digits)).parse(input)?;
    let (after, letter) = glued(lex(Classes::SCALE))(rest)?;
    if rest.written().len() == 1 { Ok((after, Number { base, power: power(&letter) })) } else { no_match() }
}

/// `half a`, `a quarter of a`: part of one thing.
pub(crate) fn part_of_a_thing(input: Tokens<'_>) -> PResult<'_, Number> {
    let (rest, part) = part_of_one(input)?;
    if words(&["a", "an"])(rest.at(rest.position() - 1)).is_ok() { Ok((rest, part)) } else { no_match() }
}

/// `2.5 million`, `2 1/2 million`, `1 lakh 22 thousand crore`.
fn in_digits(input: Tokens<'_>) -> PResult<'_, Number> {
    let (rest, (base, part)) = pair(spelled_out, opt(part_behind)).parse(input)?;
    let base = base.plus(part.unwrap_or(Decimal::ZERO));
    let (rest, power) = opt_scales(rest)?;
    let first = Number { base, power };
    if power == 0 {
        Ok((rest, first))
    } else {
        opt(smaller_scale(first)).parse(rest).map(|(rest, sum)| (rest, sum.unwrap_or(first)))
    }
}

/// The part of one behind a whole number: the `½` of `1½`, the `1/2` of `2 1/2`.
fn part_behind(input: Tokens<'_>) -> PResult<'_, Decimal> {
    match input.first().map(|next| next.kind) {
        Some(Kind::Number) => alt((glued(fraction_sign), slashed)).parse(input),
        Some(Kind::Hyphen) => alt((hyphened_fraction, and_a_half)).parse(input),
        Some(Kind::Word) => and_a_half(input),
        _ => no_match(),
    }
}

/// What a smaller scale adds to the number before it: the `35 lakh` of `2 crore 35 lakh`. A scale behind both counts for
/// both: the `crore` of `1 lakh, 22 thousand crore`.
fn smaller_scale<'t>(first: Number) -> impl Fn(Tokens<'t>) -> PResult<'t, Number> {
    move |input| {
        let (behind, comma) = opt(kind(Kind::Comma)).parse(input)?;
        let (rest, (second, power)) = preceded(opt(word("and")), pair(digits, scale)).parse(behind)?;
        let (rest, both) = opt_scales(rest)?;
        let second = second.times_ten_to(power);
        // `5 million, 3 thousand of them`: two numbers.
        let parted = comma.is_some() && both == 0;
        if parted || second >= Decimal::from(1).times_ten_to(first.power) {
            return no_match();
        }
        Ok((rest, Number { base: first.value().plus(second), power: both }))
    }
}

/// `two and a half`, `one and a half million`; words through the scales: `two thousand and twenty-four`, `one million two
/// hundred thousand`.
fn in_words(input: Tokens<'_>) -> PResult<'_, Number> {
    let (rest, base) = small_words(input)?;
    if let Ok((rest, half)) = and_a_half(rest) {
        let (rest, power) = opt_scales(rest)?;
        return Ok((rest, Number { base: base.plus(half), power }));
    }
    let (mut rest, power) = opt_scales(rest)?;
    let first = Number { base, power };
    let (mut total, mut last) = (first.value(), first.power);
    while last >= 3 {
        let next =
            preceded(opt(word("and")), verify(word_group, |next: &Number| next.power < last && next.value() > Decimal::ZERO))
                .parse(rest);
        let Ok((after, next)) = next else { break };
        (rest, last, total) = (after, next.power, total.plus(next.value()));
    }
    let whole = total == first.value();
    Ok((rest, if whole { first } else { Number::plain(total) }))
}

/// A number below a thousand in words, with its scales: `two hundred thousand`.
fn word_group(input: Tokens<'_>) -> PResult<'_, Number> {
    let (rest, base) = small_words(input)?;
    let (rest, power) = opt_scales(rest)?;
    Ok((rest, Number { base, power }))
}

/// A scale word that an article counts: the `million` of `a million`.
fn article_and_scale(input: Tokens<'_>) -> PResult<'_, Number> {
    if !follows_article(input) {
        return no_match();
    }
    scales(input).map(|(rest, power)| (rest, Number { base: Decimal::from(1), power }))
}

/// Whether `a` or `an` stands before.
fn follows_article(input: Tokens<'_>) -> bool {
    input.previous().is_some_and(|before| matches!(before.span.of(input.document.text), "a" | "A" | "an"))
}

/// `half a million`, `quarter million`, `three quarters of a billion`.
fn part_of_scale(input: Tokens<'_>) -> PResult<'_, Number> {
    if !counts_parts(input) {
        return no_match();
    }
    let (rest, (count, whole)) =
        pair(opt(terminated(below_hundred, opt(kind(Kind::Hyphen)))), lex(Classes::FRACTION)).parse(input)?;
    let (rest, power) = preceded(pair(opt(word("of")), opt(words(&["a", "an"]))), scales).parse(rest)?;
    let base = Decimal::from(count.unwrap_or(1)).over(Decimal::from(whole.number()));
    base.map_or_else(no_match, |base| Ok((rest, Number { base, power })))
}

/// Whether a part, or a count of parts, may start there.
fn counts_parts(input: Tokens<'_>) -> bool {
    let [first, behind @ ..] = input.slice() else { return false };
    let part = |token: &Token| token.opens.any(Classes::FRACTION);
    part(first) || first.opens.any(Classes::CARDINAL) && behind.iter().take(LONGEST_COUNT).any(part)
}

/// Most tokens between the first of a count of parts and the part, and some room: `ninety-nine hundredths`.
const LONGEST_COUNT: usize = 6;

/// `half a`, `three-quarters of a`, `one half of one`, before what it is a part of: `half a percent`, `a half percent`.
pub(crate) fn part_of_one(input: Tokens<'_>) -> PResult<'_, Number> {
    if !counts_parts(input) {
        return no_match();
    }
    let (rest, (count, whole)) =
        pair(opt(terminated(below_hundred, opt(kind(Kind::Hyphen)))), lex(Classes::FRACTION)).parse(input)?;
    let one = opt(preceded(opt(word("of")), words(&["a", "an", "one"])));
    // `half a billion dollars`
    let (rest, _) = terminated(one, not(scale)).parse(rest)?;
    let part = Decimal::from(count.unwrap_or(1)).over(Decimal::from(whole.number()));
    part.map_or_else(no_match, |part| Ok((rest, Number::plain(part))))
}

/// A cardinal below a thousand in words: `five`, `twenty-one`, `three hundred and five`.
fn small_words(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let (rest, first) = below_hundred(input)?;
    let hundred = verify(lex(Classes::SCALE), |scale: &Lexeme<'_>| scale.value == "2");
    let (rest, hundreds) = opt(hundred).parse(rest)?;
    if hundreds.is_none() {
        return Ok((rest, Decimal::from(first)));
    }
    let (rest, ones) = opt(preceded(opt(word("and")), below_hundred)).parse(rest)?;
    Ok((rest, Decimal::from(first * 100 + ones.unwrap_or(0))))
}

fn below_hundred(input: Tokens<'_>) -> PResult<'_, i64> {
    let (rest, first) = lex(Classes::CARDINAL)(input).map(|(rest, lexeme)| (rest, lexeme.number()))?;
    if first < 20 || first % 10 != 0 {
        return Ok((rest, first));
    }
    let ones = |input| {
        let (rest, lexeme): (_, Lexeme<'_>) = preceded(opt(kind(Kind::Hyphen)), lex(Classes::CARDINAL)).parse(input)?;
        if (1..10).contains(&lexeme.number()) { Ok((rest, lexeme.number())) } else { no_match() }
    };
    opt(ones).parse(rest).map(|(rest, ones)| (rest, first + ones.unwrap_or(0)))
}

/// `and a half`, `and three-quarters`.
fn and_a_half(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let one = map(words(&["a", "one"]), |_| 1);
    let count = terminated(alt((one, below_hundred)), opt(kind(Kind::Hyphen)));
    let half_or_quarter = verify(lex(Classes::FRACTION), |whole: &Lexeme<'_>| matches!(whole.number(), 2 | 4));
    let hyphen = || opt(glued(kind(Kind::Hyphen)));
    let (rest, (count, whole)) = preceded((hyphen(), word("and"), hyphen()), pair(count, half_or_quarter)).parse(input)?;
    let part = Decimal::from(count).over(Decimal::from(whole.number())).filter(|part| *part < Decimal::from(1));
    part.map_or_else(no_match, |part| Ok((rest, part)))
}

/// Scale words, as the power of ten of all of them: `million`, `lakh crore`. Three at most, so that a text of nothing
/// but scale words is read in linear time.
fn scales(input: Tokens<'_>) -> PResult<'_, u32> {
    // `$5-million loan`
    let scale = preceded(opt(glued(kind(Kind::Hyphen))), scale);
    fold_many_m_n(1, 3, scale, || 0, |sum, power| sum + power).parse(input)
}

/// The same, or nothing.
pub(crate) fn opt_scales(input: Tokens<'_>) -> PResult<'_, u32> {
    opt(scales).parse(input).map(|(rest, power)| (rest, power.unwrap_or(0)))
}

/// A scale word, as its power of ten. Single letters do not count: `5 m` is a length.
fn scale(input: Tokens<'_>) -> PResult<'_, u32> {
    if input.written().len() < 2 {
        return no_match();
    }
    let (rest, lexeme) = lex(Classes::SCALE)(input)?;
    // `12 Mill Lane`: a short scale with a capital, before another capital, is a name; `3 Lakh Tonnes` are not.
    let short = lexeme.value == "6" && input.first().is_some_and(|first| first.case == Case::Title && first.span.len() <= 4);
    if short && rest.first().is_some_and(|next| next.case == Case::Title) { no_match() } else { Ok((rest, power(&lexeme))) }
}

fn power(scale: &Lexeme<'_>) -> u32 {
    u32::try_from(scale.number()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use nom::Parser;
    use nom::branch::alt;
    use proptest::prelude::*;

    use super::{Number, abbreviated, article_and_scale, in_digits, in_words, number, part_of_scale, scaled};
    use crate::layout::Document;
    use crate::lexicon::built_in;
    use crate::parse::{PResult, Tokens};
    use crate::testing::like_numbers::like_numbers;
    use crate::testing::parse_all;

    #[test]
    fn numbers_in_digits_and_words() {
        for (text, value) in [
            ("1,500", "1500"),
            ("4.756 million", "4756000"),
            ("13.41 lakh crore", "13410000000000"),
            ("twenty-one", "21"),
            ("three hundred and five", "305"),
            ("five thousand", "5000"),
            ("two thousand and twenty-four", "2024"),
            ("one million two hundred thousand", "1200000"),
            ("2.5bn", "2500000000"),
            ("1\u{202f}234\u{202f}567", "1234567"),
            ("half a million", "500000"),
            ("three quarters of a billion", "750000000"),
            ("one and a half million", "1500000"),
            ("2 1/2 million", "2500000"),
            ("1 234 567", "1234567"),
            ("1½", "1.5"),
            ("two and three-quarters million", "2750000"),
            ("3-1/2", "3.5"),
            ("two-and-a-half", "2.5"),
            ("4 . 8", "4.8"),
            ("5-million", "5000000"),
            ("1,3 million", "1300000"),
            ("80 , 000", "80000"),
            ("two dozen", "24"),
            ("2 crore 35 lakh", "23500000"),
            ("1 lakh, 22 thousand crore", "1220000000000"),
            ("1.99×10−30", "0.00000000000000000000000000000199"),
            ("3.2 x 10^6", "3200000"),
            ("5×10³", "5000"),
        ] {
            assert_eq!(parse_all(text, number).map(|value| value.to_string()).as_deref(), Some(value), "{text}");
        }
        for text in [
            "many",
            "million",
            "14.11.2024",
            "five million and six million",
            "35 m",
            "5 million, 3 thousand",
            "4x100",
            "3 x 12^2",
        ] {
            assert_eq!(parse_all(text, number), None, "{text}");
        }
    }

    #[test]
    fn letters_abbreviate_scales() {
        assert_eq!(parse_all("35m", abbreviated).map(|number| number.value().to_string()).as_deref(), Some("35000000"));
        assert_eq!(parse_all("35 m", abbreviated), None);
        assert_eq!(parse_all("35bn", abbreviated), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn digits_alone_are_read_as_all_others(text in like_numbers()) {
            let document = Document::read(&text, built_in());
            for at in 0..document.tokens.len() {
                let input = Tokens::new(&document, 0..document.tokens.len(), at);
                let read = |found: PResult<'_, Number>| found.ok().map(|(rest, number)| (rest.position(), number));
                let whole = alt((part_of_scale, in_words, in_digits, article_and_scale)).parse(input);
                prop_assert_eq!(read(scaled(input)), read(whole), "at {:?}", input.written());
            }
        }
    }
}
