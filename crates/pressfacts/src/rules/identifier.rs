//! Numbers and names that only look like facts: sections, telephone numbers, product names. They claim their tokens, so
//! that no other rule has them. A longer match of another rule still wins: `Section 5 members of the board` may be counted.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::multi::many_m_n;
use nom::sequence::{pair, preceded};

use super::{Place, Rule, Syntax};
use crate::grammar::number::plain_integer;
use crate::lexicon::Classes;
use crate::parse::{PResult, Tokens, glued, kind, lex, no_match, token, word};
use crate::token::{Kind, Token};

/// What the text has: nothing but that it is none of the other facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct IdentifierSyntax {}

impl Syntax for IdentifierSyntax {}

/// The rules of this family.
pub(crate) static RULES: &[Rule<IdentifierSyntax>] = &[
    Rule::new("identifiers/numbered", Classes::IDENTIFIER_HEAD, numbered),
    Rule::new("identifiers/named", Classes::CAPITALIZED, named).at(Place::Touched),
    Rule::new("identifiers/telephone", Classes::of(&[Classes::IDENTIFIER_HEAD, Classes::DIGITS]), telephone),
];

/// Digits of a telephone number, at the least.
const SHORTEST_TELEPHONE: usize = 7;
/// Groups of digits behind its first, at the most.
const MOST_GROUPS: usize = 7;

/// `Section 427`, `Phase 3`, `Article 6`. A year behind such a word may be one: `Horizon 2020`.
fn numbered(input: Tokens<'_>) -> PResult<'_, IdentifierSyntax> {
    // `number 5` is a place in an order, or nothing; no rule of statistics takes it for a count.
    let (rest, _) = verify(lex(Classes::IDENTIFIER_HEAD), |head| head.value != "number").parse(input)?;
    let (rest, _) = verify(plain_integer, |number| !(1900..2100).contains(number)).parse(rest)?;
    let counts = lex(Classes::of(&[Classes::SCALE, Classes::PERCENT]))(rest).is_ok();
    if counts { no_match() } else { Ok((rest, IdentifierSyntax {})) }
}

/// `COVID-19`, `F-16`, `A320`: letters in capitals and a number, glued.
fn named(input: Tokens<'_>) -> PResult<'_, IdentifierSyntax> {
    let (rest, _) = token(|name| name.kind == Kind::Word && name.is(Classes::UPPER) || name.span.len() == 1)(input)?;
    let (rest, _) = opt(glued(kind(Kind::Hyphen))).parse(rest)?;
    // `USD200` is money, `FY2024`, `CY24` and `Q3` are dates.
    let money =
        input.first().is_some_and(|first| first.is(Classes::of(&[Classes::CURRENCY, Classes::FISCAL, Classes::PART_LETTER])));
    let (rest, _) = glued(verify_short_number)(rest)?;
    if money || input.written() == "CY" { no_match() } else { Ok((rest, IdentifierSyntax {})) }
}

fn verify_short_number(input: Tokens<'_>) -> PResult<'_, u32> {
    verify(plain_integer, |number| *number < 1000).parse(input)
}

/// `+86-10-1234-5678`, `Tel. 020 7946 0958`, `(555) 123-4567`: groups of digits, seven digits at the least.
fn telephone(input: Tokens<'_>) -> PResult<'_, IdentifierSyntax> {
    let Some(first) = input.first() else { return no_match() };
    let international = input.previous().is_some_and(|before| before.kind == Kind::Plus);
    // Without a label, only the looks of one: `+49`, `(020)`, `020 7946 0958`.
    let zero = || first.span.len() > 2 && input.written().starts_with('0');
    let looks_like_one = international || matches!(first.kind, Kind::Plus | Kind::Open) || zero();
    if !looks_like_one && !first.opens.any(Classes::IDENTIFIER_HEAD) {
        return no_match();
    }
    let label = |input| {
        let (rest, _) = verify(lex(Classes::IDENTIFIER_HEAD), |head| head.value == "telephone").parse(input)?;
        opt(kind(Kind::Colon)).parse(rest)
    };
    match label(input) {
        Ok((rest, _)) => groups(rest, true),
        Err(_) if looks_like_one => groups(input, international),
        Err(_) => no_match(),
    }
}

/// Groups of digits; those of a plain number have their points and commas, where `any` does not say that they are of no plain
/// one.
fn groups(input: Tokens<'_>, any: bool) -> PResult<'_, IdentifierSyntax> {
    let (rest, _) = many_m_n(0, 2, token(|next| matches!(next.kind, Kind::Plus | Kind::Open))).parse(input)?;
    let (after, _) = pair(group, many_m_n(1, MOST_GROUPS, preceded(joint, group))).parse(rest)?;
    let written = input.document.slice(rest.position()..after.position());
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    let plain = any || !written.contains(['.', ',']);
    if plain && digits >= SHORTEST_TELEPHONE { Ok((after, IdentifierSyntax {})) } else { no_match() }
}

fn group(input: Tokens<'_>) -> PResult<'_, &Token> {
    kind(Kind::Number)(input)
}

/// What stands between groups of digits.
fn joint(input: Tokens<'_>) -> PResult<'_, ()> {
    let mark = token(|next| matches!(next.kind, Kind::Hyphen | Kind::Dash | Kind::Open | Kind::Close | Kind::Period));
    let extension = alt((word("ext"), word("extension"), word("ext.")));
    many_m_n(0, 3, alt((mark, extension))).parse(input).map(|(rest, _)| (rest, ()))
}

#[cfg(test)]
mod tests {
    use super::{named, numbered, telephone};
    use crate::testing::{check_statistics, parse_start};

    #[test]
    fn numbered_things() {
        assert_eq!(parse_start("Section 427 rules", numbered).as_deref(), Some("Section 427"));
        assert_eq!(parse_start("Phase 3", numbered).as_deref(), Some("Phase 3"));
        assert_eq!(parse_start("Section 2020", numbered), None);
        assert_eq!(parse_start("Level 5 million", numbered), None);
    }

    #[test]
    fn names_with_numbers() {
        assert_eq!(parse_start("COVID-19 cases", named).as_deref(), Some("COVID-19"));
        assert_eq!(parse_start("F-16 jets", named).as_deref(), Some("F-16"));
        assert_eq!(parse_start("USD200", named), None);
        assert_eq!(parse_start("FY2024", named), None);
    }

    #[test]
    fn telephones() {
        assert_eq!(parse_start("Tel: 020 7946 0958, or", telephone).as_deref(), Some("Tel: 020 7946 0958"));
        assert_eq!(parse_start("+86-10-1234-5678", telephone).as_deref(), Some("+86-10-1234-5678"));
        check_statistics("Call +86-10-1234-5678 or (555) 123-4567 now.", &[]);
        assert_eq!(parse_start("1 234 567 people", telephone), None);
        assert_eq!(parse_start("05-04-2024", telephone), None);
    }

    #[test]
    fn no_statistics_in_names() {
        check_statistics("COVID-19 cases, F-16 jets, 4K screens, Industry 4.0 systems and IEC 61850 standards.", &[]);
        check_statistics("See Euro 2024 tickets, Wi-Fi 7 devices and Patent No. 10,123,456 there.", &[]);
        check_statistics("It sold [1,200 Galaxy phones] and [12 cars].", &["1200 Galaxy phones", "12 cars"]);
    }
}
