//! Physical quantities.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, not, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};

use super::amount::{any_number, looks_like_year, measured, opt_hyphen, playing};
use super::{Amount, StatisticSyntax, Unit};
use crate::decimal::Decimal;
use crate::fact::{StatisticKind, StatisticModifier};
use crate::grammar::number::{Number, digits, fraction, part_of_one, plain_integer, scaled};
use crate::lexicon::Classes;
use crate::parse::{Lexeme, PResult, Run, Tokens, glued, kind, lex, no_match, token, word, words};
use crate::token::{Case, Gap, Kind, Token};

/// How far before it the quote that another closes is looked for.
const QUOTED: usize = 60;
/// How far from a letter, in tokens, the word may stand that makes it degrees.
const WARMTH: usize = 16;

/// `120 MW`, `3.5 million tonnes`, `3-inch`, `50 metres per second`.
pub(super) fn measure(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, measured) = measured(number, unit)(input)?;
    // `32m2`, `5 km2`.
    let (rest, power) = opt(square_or_cube).parse(rest)?;
    let (rest, small) = opt(smaller(measured.unit.value)).parse(rest)?;
    let (rest, below) = opt(per).parse(rest)?;
    let (rest, further) = opt(per).parse(rest)?;
    let mut measured = measured;
    if let Some(small) = small.filter(|_| measured.amount.high.is_none()) {
        let low = measured.amount.low.value().plus(small);
        measured.amount.low = Number { base: low, power: 0 };
        measured.run.end = rest.position();
        measured.unit.run.end = rest.position();
    }
    let (mut run, mut code, mut whole) = (measured.unit.run, measured.unit.value.to_owned(), measured.run);
    if let Some(power) = power {
        code = format!("{code}{power}");
        (run.end, whole.end) = (run.end + 1, whole.end + 1);
    }
    let mut per = None;
    for below in below.into_iter().chain(further) {
        code = format!("{code}/{}", below.code);
        (run.end, whole.end) = (below.run.end, below.run.end);
        per = per.or(Some(below.run)).map(|first: Run| first.cover(below.run));
    }
    let syntax = measured.into_syntax(StatisticKind::Measure, Unit::Measure(run, code));
    Ok((rest, StatisticSyntax { run: whole, per, ..syntax }))
}

/// `a magnitude of 7.1`, `magnitude-5.5`: the strength of an earthquake.
pub(super) fn magnitude(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let nth = |back: usize| input.position().checked_sub(back).map_or("", |at| input.at(at).written());
    let of = usize::from(matches!(nth(1), "of" | "-"));
    let head = 1 + of;
    if input.before().len() < head || !nth(head).eq_ignore_ascii_case("magnitude") || !input.written().contains('.') {
        return no_match();
    }
    let (rest, base) = verify(digits, |strength| *strength < Decimal::from(11)).parse(input)?;
    let amount = Amount { low: Number { base, power: 0 }, high: None };
    let run = Run { start: input.position() - head, end: rest.position() };
    let (kind, unit) = (StatisticKind::Measure, Unit::Named("magnitude".to_owned()));
    Ok((rest, StatisticSyntax { kind, amount, unit, modifier: StatisticModifier::Exact, run, per: None }))
}

/// A number; `m` behind it is no scale here, but metres.
fn number(input: Tokens<'_>) -> PResult<'_, Number> {
    // `1/16 of a pint`
    let of_one = |input| opt(pair(word("of"), words(&["a", "an"]))).parse(input);
    let part = |input| terminated(fraction, of_one).parse(input).map(|(rest, base)| (rest, Number { base, power: 0 }));
    let abbreviated = |input| {
        let (rest, number) = any_number(input)?;
        // `5m tonnes`
        let counted = lex(Classes::UNIT)(rest).is_ok() && rest.written().len() > 2;
        if rest.at(rest.position() - 1).written() == "m" && !counted { no_match() } else { Ok((rest, number)) }
    };
    match input.first() {
        Some(first) if first.is_pointed() || slash_behind(input) => alt((part, abbreviated, scaled)).parse(input),
        Some(first) if first.kind == Kind::Number => alt((abbreviated, scaled)).parse(input),
        _ => alt((part_of_unit, abbreviated, scaled)).parse(input),
    }
}

/// Whether a slash touches the next token.
fn slash_behind(input: Tokens<'_>) -> bool {
    input.at(input.position() + 1).first().is_some_and(|slash| slash.kind == Kind::Slash && slash.glued())
}

/// `half a mile`, `one-half inch`, `quarter-mile`; not the `quarter` of `third-quarter tonnes`.
fn part_of_unit(input: Tokens<'_>) -> PResult<'_, Number> {
    let (rest, part) = part_of_one(input)?;
    let hyphen = usize::from(input.previous().is_some_and(|token| token.kind == Kind::Hyphen));
    let period = Classes::of(&[Classes::ORDINAL, Classes::ORDINAL_SUFFIX, Classes::SHIFT, Classes::EVERY, Classes::FISCAL]);
    let ordinal = input.before().iter().rev().nth(hyphen).is_some_and(|token| token.is(period));
    if ordinal || unit(rest).is_err() { no_match() } else { Ok((rest, part)) }
}

/// A unit as its case allows: `5 g` is a mass, `5 G` is not.
fn unit(input: Tokens<'_>) -> PResult<'_, Lexeme<'_>> {
    let Some(first) = input.first() else { return no_match() };
    let special = match first.kind {
        Kind::Quote => inch_mark(input),
        Kind::Apostrophe => foot_mark(input),
        Kind::Open | Kind::Symbol => unit_in_brackets(input),
        Kind::Word if first.span.len() <= 2 => alt((degree_letter, inches_abbreviated)).parse(input),
        _ => no_match(),
    };
    if special.is_ok() || first.kind != Kind::Hyphen && !first.opens.any(Classes::UNIT) {
        return special;
    }
    let (input, ()) = opt_hyphen(input)?;
    let letter = input.written().len() == 1 && input.first().is_some_and(Token::capitalized);
    // `1.3 A/cm2`; no grade A.
    let rated = input.written() == "A" && glued(kind(Kind::Slash))(input.at(input.position() + 1)).is_ok();
    if letter && !rated && !matches!(input.written(), "W" | "V" | "L") {
        return no_match();
    }
    // `2022′s rout`
    if input.written() == "′" && looks_like_year(input.at(input.position().saturating_sub(1))) {
        return no_match();
    }
    let (rest, lexeme) = lex(Classes::UNIT)(input)?;
    // `20 in 2019` and `3 m-` end words; a unit is a whole one.
    let goes_on = rest.first().is_some_and(|next| next.glued() && next.kind == Kind::Number) && square_or_cube(rest).is_err();
    if goes_on { no_match() } else { Ok((rest, lexeme)) }
}

/// The mark of `a 6.7" screen`: a straight quote behind a number, where none is open.
fn inch_mark(input: Tokens<'_>) -> PResult<'_, Lexeme<'_>> {
    let (rest, mark) = kind(Kind::Quote)(input)?;
    let quotes = |tokens: &mut dyn Iterator<Item = &Token>| tokens.take(QUOTED).filter(|token| token.kind == Kind::Quote).count();
    let before = quotes(&mut input.before().iter().rev());
    // A mark apart from its number, as where a text was cut into words: only where there is no other.
    let fits = if mark.glued() { before % 2 == 0 } else { before == 0 && quotes(&mut rest.slice().iter()) == 0 };
    if !fits || input.written() != "\"" {
        return no_match();
    }
    Ok((rest, Lexeme { run: input.until(rest), value: "[in_i]" }))
}

/// The `[kg]` of `20 [kg]`, as tables have it.
fn unit_in_brackets(input: Tokens<'_>) -> PResult<'_, Lexeme<'_>> {
    let (inner, _) = token(|mark: &Token| matches!(mark.kind, Kind::Open | Kind::Symbol))(input)?;
    let (rest, unit) = glued(lex(Classes::UNIT))(inner)?;
    let (after, _) = glued(token(|mark: &Token| matches!(mark.kind, Kind::Close | Kind::Symbol)))(rest)?;
    let pair = (input.written(), rest.written());
    if matches!(pair, ("[", "]") | ("<", ">")) { Ok((after, unit)) } else { no_match() }
}

/// The `in.` of `8 in. of snow`, where the sentence goes on.
fn inches_abbreviated(input: Tokens<'_>) -> PResult<'_, Lexeme<'_>> {
    let (rest, _) = terminated(word("in"), glued(kind(Kind::Period))).parse(input)?;
    let goes_on = rest.first().is_some_and(|next| next.case == Case::Lower);
    if goes_on { Ok((rest, Lexeme { run: input.until(rest), value: "[in_i]" })) } else { no_match() }
}

/// The first mark of `6'2"`; only where inches follow.
fn foot_mark(input: Tokens<'_>) -> PResult<'_, Lexeme<'_>> {
    let (rest, _) = glued(kind(Kind::Apostrophe))(input)?;
    inches_in_marks(rest)?;
    Ok((rest, Lexeme { run: input.until(rest), value: "[ft_i]" }))
}

/// The `2"` of `6'2"`.
fn inches_in_marks(input: Tokens<'_>) -> PResult<'_, Number> {
    let inches = glued(verify(plain_integer, |inches| *inches < 12));
    let mark = glued(token(|mark| matches!(mark.kind, Kind::Quote | Kind::CloseQuote)));
    let number = |inches| Number { base: Decimal::from(i64::from(inches)), power: 0 };
    map(terminated(inches, mark), number).parse(input)
}

/// `20C`, `68 F`: degrees only where the sentence tells how warm it is.
fn degree_letter(input: Tokens<'_>) -> PResult<'_, Lexeme<'_>> {
    let value = match input.written() {
        "C" => "Cel",
        "F" => "[degF]",
        "K" => "K",
        _ => return no_match(),
    };
    let (rest, _) = token(|letter: &Token| letter.gap <= Gap::Space)(input)?;
    let part = |next: &Token| {
        next.glued() && matches!(next.kind, Kind::Word | Kind::Number | Kind::Apostrophe | Kind::Ampersand | Kind::Plus)
    };
    // `17C/ per share`
    let slash = token(|next| next.kind == Kind::Slash)(rest).is_ok_and(|(after, _)| kind(Kind::Number)(after).is_err());
    let (before, after) = (input.before().iter().rev().take(WARMTH), input.slice().iter().take(WARMTH));
    let warm = before.chain(after).any(|token| token.is(Classes::TEMPERATURE));
    if !warm || slash || rest.first().is_some_and(part) {
        return no_match();
    }
    Ok((rest, Lexeme { run: input.until(rest), value }))
}

/// The inches of `5 ft 2 in`, the ounces of `7 lb, 6 oz`, as a part of what they stand behind.
fn smaller<'t>(larger: &str) -> impl Fn(Tokens<'t>) -> PResult<'t, Decimal> {
    let parts = match larger {
        "[ft_i]" => Some(("[in_i]", 12)),
        "[lb_av]" => Some(("[oz_av]", 16)),
        "[stone_av]" => Some(("[lb_av]", 14)),
        "[yd_i]" => Some(("[ft_i]", 3)),
        "m" => Some(("cm", 100)),
        "km" => Some(("m", 1000)),
        "kg" => Some(("g", 1000)),
        _ => None,
    };
    move |input| {
        let Some((code, parts)) = parts else { return no_match() };
        let marked = preceded(follows_mark, inches_in_marks);
        let (rest, count) = alt((marked, named_part(code), inches_unnamed(code))).parse(input)?;
        match count.value().over(Decimal::from(parts)) {
            Some(part) if part < Decimal::from(1) => Ok((rest, part)),
            _ => no_match(),
        }
    }
}

/// Nothing, right behind the mark of feet.
fn follows_mark(input: Tokens<'_>) -> PResult<'_, ()> {
    kind(Kind::Apostrophe)(input.at(input.position().saturating_sub(1))).map(|_| (input, ()))
}

/// A number of the smaller unit: ` 2 in`, `, 6 ounces`, `-2-inch`.
fn named_part<'t>(code: &'static str) -> impl Fn(Tokens<'t>) -> PResult<'t, Number> {
    move |input| {
        let hyphen = value((), glued(kind(Kind::Hyphen)));
        // `4 m, 10 cm`: two lengths.
        let comma = verify(kind(Kind::Comma), |_: &&Token| matches!(code, "[in_i]" | "[oz_av]" | "[lb_av]"));
        let joint = value((), pair(opt(comma), opt(word("and"))));
        let (rest, count) = preceded(alt((hyphen, joint)), number).parse(input)?;
        let named = value((), verify(unit, |unit| unit.value == code));
        let inches = value((), verify(word("in"), |_: &&Token| code == "[in_i]"));
        let (after, ()) = alt((named, inches)).parse(rest)?;
        // `5 ft 2 in 2019`: the preposition.
        let glued = rest.first().is_some_and(Token::glued);
        let goes_on =
            rest.written() == "in" && !glued && token(|next| matches!(next.kind, Kind::Word | Kind::Number))(after).is_ok();
        if goes_on { no_match() } else { Ok((after, count)) }
    }
}

/// The inches of `6-foot-2`, `5 foot 11`.
fn inches_unnamed<'t>(code: &'static str) -> impl Fn(Tokens<'t>) -> PResult<'t, Number> {
    move |input| {
        let foot = input.at(input.position().saturating_sub(1)).written() == "foot" && code == "[in_i]";
        let (rest, inches) = preceded(opt_hyphen, verify(plain_integer, |inches| *inches < 12)).parse(input)?;
        let goes_on = rest
            .first()
            .is_some_and(|next| next.glued() && !matches!(next.kind, Kind::Comma | Kind::Period | Kind::Close | Kind::Semicolon))
            || lex(Classes::of(&[Classes::UNIT, Classes::SCALE, Classes::PERCENT]))(rest).is_ok();
        if !foot || goes_on { no_match() } else { Ok((rest, Number { base: Decimal::from(i64::from(inches)), power: 0 })) }
    }
}

/// The digit of `m2`, `km3`, `m/s2`.
fn square_or_cube(input: Tokens<'_>) -> PResult<'_, u32> {
    let before = input.at(input.position() - 1).written();
    let digit = |input| verify(plain_integer, |power| matches!(power, 2 | 3)).parse(input);
    if before.ends_with('m') || matches!(before, "s" | "ft") { glued(digit)(input) } else { no_match() }
}

/// What a rate is counted on, and its code.
struct Below {
    run: Run,
    code: String,
}

/// `per hour`, `/s`, `a day`, `-a-day`, `/100 km`.
fn per<'t>(input: Tokens<'t>) -> PResult<'t, Below> {
    let slash = |input| preceded(glued(kind(Kind::Slash)), below).parse(input);
    let word_per = |input| preceded((opt_hyphen, word("per"), opt_hyphen), below).parse(input);
    // `40 tonnes a year earlier` is a date behind the measure.
    let time = map(lex(Classes::TIME_UNIT), |unit| Below { run: unit.run, code: unit.value.to_owned() });
    // `180 bushels an acre`
    let named = |input: Tokens<'t>| if input.written().len() > 2 { lex(Classes::UNIT)(input) } else { no_match() };
    let thing = map(named, |unit| Below { run: unit.run, code: unit.value.to_owned() });
    let each = preceded((opt_hyphen, words(&["a", "an"]), opt_hyphen), terminated(alt((time, thing)), not(playing("later"))));
    alt((slash, word_per, verify(each, |below| !below.code.is_empty()))).parse(input)
}

fn below(input: Tokens<'_>) -> PResult<'_, Below> {
    let (rest, count) = opt(digits).parse(input)?;
    // `30 l/s`
    let second = map(glued(word("s")), |_| "s");
    let unit = map(lex(Classes::of(&[Classes::UNIT, Classes::TIME_UNIT])), |unit| unit.value);
    let (rest, unit) = alt((second, unit)).parse(rest)?;
    // `50 MW/100 MWh`: two measures.
    let parts = kind(Kind::Slash)(input.at(input.position().saturating_sub(1))).is_ok() && count.is_some();
    if parts && !matches!(unit, "km" | "[mi_i]" | "g" | "mL" | "L") {
        return no_match();
    }
    let (rest, power) = opt(square_or_cube).parse(rest)?;
    let power = power.map_or(String::new(), |power| power.to_string());
    let code = match count {
        Some(count) => format!("({count}.{unit}{power})"),
        None => format!("{unit}{power}"),
    };
    if unit.is_empty() { no_match() } else { Ok((rest, Below { run: input.until(rest), code })) }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_statistics, check_statistics_by};

    #[test]
    fn measure() {
        check_statistics("A plant of [120 MW] on [40 ha], [3.5 million tonnes] of it.", &["120 MW", "40 ha", "3500000 tonnes"]);
        check_statistics("A [3-inch] pipe, [1,500 km] long.", &["3 inch", "1500 km"]);
        check_statistics("At [50 metres per second] and [90 km/h].", &["50 metres per second", "90 km/h"]);
        check_statistics("It reached [36.6 degrees Celsius] or [98 °F].", &["36.6 degrees Celsius", "98 °F"]);
        check_statistics("It fell from [120] to [95 tonnes].", &["120 tonnes", "95 tonnes"]);
        check_statistics("It sold [1.5m tonnes], [half a mile] away, [2,5 km] on.", &["1500000 tonnes", "0.5 mile", "2.5 km"]);
        check_statistics(
            "A [half-inch] pipe, [three-quarters of a mile] on, [8 in.] of snow.",
            &["0.5 inch", "0.75 mile", "8 in."],
        );
        check_statistics(
            "It was [-5] to [-10 degrees], a [6.8-magnitude] quake.",
            &["-5 degrees", "-10 degrees", "6.8 magnitude"],
        );
        check_statistics("It is [1/16 of a pint], [1⁄32 of a US quart].", &["0.0625 pint", "0.03125 US quart"]);
        check_statistics("It weighs [1.99×10−3 kilograms] or [2 x 10^3 tonnes].", &["0.00199 kilograms", "2000 tonnes"]);
        check_statistics("It weighs [20 <kg>], not 20 (kg> in all.", &["20 kg"]);
        check_statistics("A density of [1.3 A/cm2], 5 A grades and 2022′s rout.", &["1.3 A/cm2"]);
        check_statistics("Third-quarter tonnes and first half miles; it was 8 in. Then it fell.", &[]);
    }

    #[test]
    fn strengths_of_earthquakes() {
        check_statistics("A [magnitude 7.1] earthquake, one of a [magnitude of 6.2].", &["7.1 magnitude", "6.2 magnitude"]);
        check_statistics("It was of a magnitude not seen, orders of magnitude 3 apart.", &[]);
    }

    #[test]
    fn feet_and_inches() {
        check_statistics("She is [5 feet and 3 inches] tall, he [6 ft 6 in].", &["5.25 feet and 3 inches", "6.5 ft 6 in"]);
        check_statistics("One is [6ft 3in] tall.", &["6.25 ft 3in"]);
        check_statistics("It was [5 ft] in 2019.", &["5 ft"]);
        check_statistics(
            "A [6-foot-2-inch] man, [6'3\"] tall, or [5-foot-6]; [3 lb, 4 oz] of it.",
            &["6.166666666666 foot-2-inch", "6.25 '3\"", "5.5 foot-6", "3.25 lb, 4 oz"],
        );
        check_statistics("It is [4 m], [10 cm] and [2 m 50 cm].", &["4 m", "10 cm", "2.5 m 50 cm"]);
        check_statistics("He said '6' and 'no', and sold a [6-foot] fence.", &["6 foot"]);
    }

    #[test]
    fn degrees_by_a_letter() {
        check_statistics("It was warm, [30C] or [86 F], not [-5 C].", &["30 C", "86 F", "-5 C"]);
        check_statistics("Limit warming to [1.5C], between [10C and 15C].", &["1.5 C", "10..15 C"]);
        check_statistics("The 5C phone, Gate 20 C and the 10K race.", &[]);
        check_statistics("Hot 5G sales, 20K runs and Gate 4C-F.", &[]);
    }

    #[test]
    fn rates_of_a_measure() {
        check_statistics(
            "It pumps [52,000 barrels-a-day], [9.8 m/s2], [5 L/100 km], [2 mg/kg/day], [25 m3/s] and [3 l/s].",
            &["52000 barrels-a-day", "9.8 m/s2", "5 L/100 km", "2 mg/kg/day", "25 m3/s", "3 l/s"],
        );
        check_statistics("Batteries of [50 MW]/[100 MWh], [3 kg] a year earlier.", &["50 MW", "100 MWh", "3 kg"]);
        check_statistics_by(
            "It emits [40 million tCO2e] and [3 bcf/d].",
            |one| one.unit_code.clone().unwrap_or_default(),
            &["t{CO2eq}", "10*9.[cft_i]/d"],
        );
    }

    #[test]
    fn what_stands_before_a_number() {
        check_statistics("A [sub-7 nm] chip, a [25.5″] neck.", &["less_than 7 nm", "25.5 ″"]);
        check_statistics("The UK-7 nm chip.", &[]);
        check_statistics("A [6.7\"] screen. He said \"we need 5\" there.", &["6.7 \""]);
    }

    #[test]
    fn no_measure() {
        check_statistics("The 5G network and the 4K screen in Block 5 G.", &[]);
    }
}
