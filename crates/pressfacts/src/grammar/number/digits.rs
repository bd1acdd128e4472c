//! Numbers in digits, as they are written: separators, points, fractions, powers of ten.

use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{Input, Parser};

use crate::decimal::Decimal;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, no_match, token};
use crate::token::{Gap, Kind, Token};

/// Most groups of three digits that blanks part.
const LONGEST_GROUPS: usize = 5;

/// Largest power of ten of a number in scientific notation.
const LARGEST_POWER: u32 = 30;

/// A whole number without separators: a year, a day.
pub(crate) fn plain_integer(input: Tokens<'_>) -> PResult<'_, u32> {
    match input.first().and_then(Token::integer) {
        Some(value) => Ok((input.take_from(1), value)),
        None => no_match(),
    }
}

/// Digits in any spelling, without what may stand behind them: what stands there tells which it can be.
pub(super) fn spelled_out(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let behind = input.at(input.position() + 1).first().map(|next| next.kind);
    let special = match behind {
        Some(Kind::Symbol | Kind::Word) => scientific(input),
        Some(Kind::Number) => spaced_digits(input),
        Some(Kind::Comma | Kind::Period) => alt((parted_digits, comma_decimal)).parse(input),
        _ => no_match(),
    };
    special.or_else(|_| alt((digits, fraction_sign)).parse(input))
}

/// Digits with their separators: `1,500`, `4.756`, `1,23,45,678`, `1 234 567`.
pub(crate) fn digits(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let Some(first) = input.first().filter(|first| first.kind == Kind::Number) else { return no_match() };
    let rest = input.take_from(1);
    if let Some(whole) = first.integer() {
        return Ok((rest, Decimal::from(i64::from(whole))));
    }
    let keeps_points = !points_part_thousands(input);
    let plain = input.written().bytes().filter(|byte| byte.is_ascii_digit() || *byte == b'.' && keeps_points);
    Decimal::of_digits(plain).map_or_else(no_match, |value| Ok((rest, value)))
}

/// Whether points part groups of three digits, as on the Continent: `1.234.567`, `€ 20.000`. One point does only between
/// money and round thousands.
fn points_part_thousands(input: Tokens<'_>) -> bool {
    let written = input.written();
    let Some(point) = written.bytes().position(|byte| byte == b'.') else { return false };
    // Groups of three digits, each with its point.
    if !(1..=3).contains(&point) || !(written.len() - point).is_multiple_of(4) {
        return false;
    }
    let groups = &written[point + 1..];
    let parts = groups.split('.').all(|group| group.len() == 3) && !written.contains(',');
    let money = Classes::of(&[Classes::CURRENCY, Classes::CURRENCY_SIGN]);
    let next = input.at(input.position() + 1);
    let round = groups == "000"
        && (input.previous().is_some_and(|sign| sign.is(money)) || next.first().is_some_and(|sign| sign.is(money)));
    parts && (groups.contains('.') || round)
}

/// Digits in groups of three with blanks between: `1 234 567`, `816 000`.
fn spaced_digits(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let (mut rest, first) = plain_integer(input)?;
    let (mut value, mut groups) = (Decimal::from(i64::from(first)), 0);
    while groups < LONGEST_GROUPS {
        let Ok((after, group)) = token(|next| next.kind == Kind::Number && next.gap == Gap::Space)(rest) else { break };
        let Some(group) = three_digits(group.span.of(input.document.text)) else { break };
        (rest, value, groups) = (after, value.times_ten_to(3).plus(Decimal::from(group)), groups + 1);
    }
    if groups > 0 && first > 0 && input.written().len() <= 3 { Ok((rest, value)) } else { no_match() }
}

fn three_digits(written: &str) -> Option<i64> {
    if written.len() == 3 { written.parse().ok() } else { None }
}

/// Digits whose point or commas stand between blanks, as where a text was cut into words: `4 . 8`, `80 , 000`.
fn parted_digits(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let apart = |wanted| token(move |next: &Token| next.kind == wanted && next.gap == Gap::Space);
    let (mut rest, _) = plain_integer(input)?;
    if rest.first().is_none_or(|mark| mark.gap != Gap::Space) {
        return no_match();
    }
    let mut written = input.written().to_owned();
    for _ in 0..LONGEST_GROUPS {
        let Ok((after, _)) = pair(apart(Kind::Comma), apart(Kind::Number)).parse(rest) else { break };
        let group = rest.at(rest.position() + 1).written();
        if group.len() != 3 || input.written().len() > 3 {
            break;
        }
        written.push_str(group);
        rest = after;
    }
    if let Ok((after, _)) = pair(apart(Kind::Period), apart(Kind::Number)).parse(rest) {
        written.push('.');
        written.push_str(rest.at(rest.position() + 1).written());
        rest = after;
    }
    match written.parse() {
        Ok(value) if rest.position() > input.position() + 1 => Ok((rest, value)),
        _ => no_match(),
    }
}

/// Digits whose decimals stand behind a comma, as on the Continent: `1,3 million`, `2,5%`. Only before what is counted in
/// decimals.
pub(super) fn comma_decimal(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let (rest, whole) = plain_integer(input)?;
    let (rest, _) = glued(kind(Kind::Comma))(rest)?;
    let decimals = rest.written();
    let (rest, part) = glued(plain_integer)(rest)?;
    let counted = [Classes::SCALE, Classes::PERCENT, Classes::UNIT, Classes::CURRENCY, Classes::CURRENCY_SIGN];
    let counts = rest.first().is_some_and(|next| next.is(Classes::of(&counted)));
    if !counts || decimals.len() > 2 || input.written().len() > 3 {
        return no_match();
    }
    let part = Decimal::new(i128::from(part), decimals.len() as u32);
    Ok((rest, Decimal::from(i64::from(whole)).plus(part)))
}

/// `1.99×10−30`, `3.2 x 10^6`, `5×10³`.
fn scientific(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let times =
        token(|next: &Token| next.gap <= Gap::Space && next.span.len() <= 2 && matches!(next.kind, Kind::Symbol | Kind::Word));
    if !matches!(input.at(input.position() + 1).written(), "×" | "x" | "·" | "⋅") {
        return no_match();
    }
    let (rest, base) = digits(input)?;
    let (rest, ten) = preceded(times, plain_integer).parse(rest)?;
    let (rest, (_, minus)) =
        pair(opt(glued(verify(kind(Kind::Symbol), |mark: &&Token| mark.span.len() == 1))), opt(glued(kind(Kind::Hyphen))))
            .parse(rest)?;
    let power = |input| glued(alt((plain_integer, superscript))).parse(input);
    let (rest, power) = verify(power, |power| *power <= LARGEST_POWER).parse(rest)?;
    let shifted = if minus.is_some() { base.shifted_down(power) } else { base.times_ten_to(power) };
    if ten == 10 { Ok((rest, shifted)) } else { no_match() }
}

/// `³`.
fn superscript(input: Tokens<'_>) -> PResult<'_, u32> {
    let (rest, _) = kind(Kind::Number)(input)?;
    let power = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| input.written() == digit.encode_utf8(&mut [0; 4]));
    power.map_or_else(no_match, |power| Ok((rest, power as u32)))
}

/// Part of a whole: `½`, `1/4`.
pub(crate) fn fraction(input: Tokens<'_>) -> PResult<'_, Decimal> {
    alt((fraction_sign, slashed)).parse(input)
}

/// `½`.
pub(super) fn fraction_sign(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let (rest, _) = kind(Kind::Number)(input)?;
    let (part, whole) = match input.written() {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅛" => (1, 8),
        _ => return no_match(),
    };
    Decimal::from(part).over(Decimal::from(whole)).map_or_else(no_match, |value| Ok((rest, value)))
}

/// `1/4`, `1/32`, with nothing glued behind it that would make it a date.
pub(super) fn slashed(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let (rest, (part, whole)) = pair(terminated(plain_integer, glued(kind(Kind::Slash))), glued(plain_integer)).parse(input)?;
    let follows = token(|next| next.glued() && matches!(next.kind, Kind::Slash | Kind::Hyphen | Kind::Number))(rest).is_ok();
    if part >= whole || !(whole <= 16 || matches!(whole, 32 | 64 | 100 | 1000)) || follows {
        return no_match();
    }
    Decimal::from(i64::from(part)).over(Decimal::from(i64::from(whole))).map_or_else(no_match, |value| Ok((rest, value)))
}

/// The `-1/2` of `3-1/2`.
pub(super) fn hyphened_fraction(input: Tokens<'_>) -> PResult<'_, Decimal> {
    preceded(glued(kind(Kind::Hyphen)), glued(slashed)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::fraction;
    use crate::testing::parse_all;

    #[test]
    fn fractions() {
        assert_eq!(parse_all("1/4", fraction).map(|value| value.to_string()).as_deref(), Some("0.25"));
        assert_eq!(parse_all("1⁄32", fraction).map(|value| value.to_string()).as_deref(), Some("0.03125"));
        assert_eq!(parse_all("24/7", fraction), None);
        assert_eq!(parse_all("1/31", fraction), None);
        assert_eq!(parse_all("5/6/2024", fraction), None);
    }
}
