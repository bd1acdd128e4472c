//! Amounts of money.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, not, opt, peek, verify};
use nom::multi::fold_many_m_n;
use nom::sequence::{delimited, pair, preceded, terminated};

use super::amount::{
    any_number, looks_like_year, low_end, measured, modifier_named, opt_hyphen, or_more, playing, quantifier, to,
};
use super::{Amount, StatisticSyntax, Unit};
use crate::decimal::Decimal;
use crate::fact::{StatisticKind, StatisticModifier as Modifier};
use crate::grammar::noun_phrase::nouns;
use crate::grammar::number::{Number, digits, number, opt_scales, part_of_a_thing, scaled};
use crate::lexicon::Classes;
use crate::parse::{Lexeme, PResult, Run, Tokens, glued, kind, lex, no_match, spanned, token, word, words};
use crate::token::{Case, Gap, Kind, Token};

/// What costs less in won is nothing.
const SMALLEST_WON: i64 = 50;

/// Lines of a screen, which are no pence.
const SCREENS: [u32; 6] = [360, 480, 720, 1080, 1440, 2160];

/// `US$4.5m`, `€3-5 million`, `$40 to $50`, `Rs 13.41 lakh crore`, `USD 200`.
pub(super) fn sign_first(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (rest, sign) = sign(input)?;
    // `Euro 2024` is a championship.
    let name = input.first().is_some_and(|first| first.case == Case::Title);
    if name && looks_like_year(rest) {
        return no_match();
    }
    let behind = input.previous().is_some_and(|before| before.kind == Kind::Number);
    // `EUR-5`: letters, a hyphen and digits in one are a name, and no sum below nothing.
    let apart = |minus: &&Token| !minus.glued() || input.first().is_some_and(|sign| sign.kind == Kind::Currency);
    let minus = |input| terminated(verify(kind(Kind::Hyphen), apart), peek(glued(kind(Kind::Number)))).parse(input);
    let (rest, inner) = opt(minus).parse(rest)?;
    if let Ok((rest, low)) = delimited(glued(kind(Kind::Open)), any_number, kind(Kind::Close)).parse(rest) {
        return loss(input, sign, low)(rest);
    }
    let (rest, low) = alt((lettered, any_number)).parse(rest)?;
    let (rest, low) = (rest, shares_scale(low, rest));
    if let Ok(found) = loss_outside(input, sign, low)(rest) {
        return Ok(found);
    }
    let is_outer =
        preceded(kind(Kind::Hyphen), glued(|input| Ok((input, ())))).parse(input.at(input.position().saturating_sub(1))).is_ok()
            && !input.before().is_empty()
            && input.previous().is_some_and(|minus| !minus.glued())
            || input.previous().is_some() && word("minus")(input.at(input.position() - 1)).is_ok();
    let (rest, repeated) = opt(lex(Classes::CURRENCY)).parse(rest)?;
    // `10 $, 30 $`: each sign is that of the number before it.
    if behind && repeated.is_some() {
        return no_match();
    }
    let with_sign = preceded(to(input, true), preceded(sign_again(sign), any_number));
    // `$780 - $810 million`: between two signs a hyphen needs not touch.
    let apart = preceded(kind(Kind::Hyphen), preceded(sign_again(sign), any_number));
    let upper = alt((with_sign, apart, preceded(to(input, false), alt((lettered, any_number)))));
    let ascends = |high: &Number| low_end(low, *high).value() < high.value();
    let (rest, high) = opt(verify(upper, ascends)).parse(rest)?;
    let low = high.map_or_else(|| scale_of_list(low, rest, sign), |high| low_end(low, high));
    let amount = Amount { low, high };
    let amount = if inner.is_some() || is_outer { amount.negated() } else { amount };
    let (rest, _) = opt(verify(lex(Classes::CURRENCY), |_| repeated.is_none())).parse(rest)?;
    let (after, more) = opt(or_more).parse(rest)?;
    let rest = if more.is_some() { after } else { rest };
    let (begin, modifier) = quantifier(input, is_outer);
    let modifier = more.map_or(modifier, |more| modifier_named(more.value));
    let (rest, per) = opt(per).parse(rest)?;
    let run = Run { start: begin, end: rest.position() };
    let unit = Unit::Named(sign.value.to_owned());
    Ok((rest, StatisticSyntax { kind: StatisticKind::Money, amount, unit, modifier, run, per }))
}

/// The loss of `$(0.15) per share`: bookkeepers' minus.
fn loss<'t>(input: Tokens<'t>, sign: Lexeme<'t>, low: Number) -> impl Fn(Tokens<'t>) -> PResult<'t, StatisticSyntax> {
    move |rest| {
        let (rest, power) = opt_scales(rest)?;
        let low = Number { power: low.power + power, ..low };
        let (start, modifier) = quantifier(input, false);
        let (rest, per) = opt(per).parse(rest)?;
        let (run, unit) = (Run { start, end: rest.position() }, Unit::Named(sign.value.to_owned()));
        let amount = Amount { low, high: None }.negated();
        Ok((rest, StatisticSyntax { kind: StatisticKind::Money, amount, unit, modifier, run, per }))
    }
}

/// Digits and the letter that stands for their scale, a blank between, as behind a sign or a code only: `SEK 909.1 M`.
fn lettered(input: Tokens<'_>) -> PResult<'_, Number> {
    let (rest, base) = digits(input)?;
    let letter = token(|next: &Token| next.gap == Gap::Space && next.span.len() == 1);
    let (after, _) = letter(rest)?;
    let (_, scale) = lex(Classes::SCALE)(rest)?;
    // `$5 M&A fee`
    let goes_on =
        after.first().is_some_and(|next| next.glued() && !matches!(next.kind, Kind::Comma | Kind::Period | Kind::Close));
    if goes_on { no_match() } else { Ok((after, Number { base, power: scale.unsigned() })) }
}

/// The number with the scale that stands behind the earlier one in parentheses: the `5.1` of `EUR 5.1 (4.5) million`.
fn shares_scale(number: Number, rest: Tokens<'_>) -> Number {
    let earlier = delimited(kind(Kind::Open), glued(scaled), glued(kind(Kind::Close)));
    match terminated(verify(earlier, |_| number.power == 0), peek(verify(opt_scales, |power| *power > 0))).parse(rest) {
        Ok((after, earlier)) if earlier.power == 0 => Number { power: opt_scales(after).map_or(0, |(_, power)| power), ..number },
        _ => number,
    }
}

/// The loss of `(€3.4) million`: with its scale behind the parenthesis, what that holds is no aside.
fn loss_outside<'t>(input: Tokens<'t>, sign: Lexeme<'t>, low: Number) -> impl Fn(Tokens<'t>) -> PResult<'t, StatisticSyntax> {
    move |rest| {
        let opened = input.first().is_some_and(Token::glued) && input.previous().is_some_and(|open| open.kind == Kind::Open);
        let scale = verify(opt_scales, |power| *power > 0);
        let (rest, power) = preceded(verify(kind(Kind::Close), |_: &&Token| opened), scale).parse(rest)?;
        let low = Number { power: low.power + power, ..low };
        let run = Run { start: input.position() - 1, end: rest.position() };
        let amount = Amount { low, high: None }.negated();
        let (unit, modifier) = (Unit::Named(sign.value.to_owned()), Modifier::Exact);
        Ok((rest, StatisticSyntax { kind: StatisticKind::Money, amount, unit, modifier, run, per: None }))
    }
}

/// `50 trillion yuan`, `10 €`, `12 cents`, `thirteen dollars and five cents`, `millions of euros`.
pub(super) fn name_last(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let number = |input| alt((part_of_a_thing, any_number)).parse(input);
    let (rest, mut measured) = measured(number, name)(input)?;
    // `12 won gold`, `300 won their seats`: the verb.
    let small = measured.amount.low.value() < Decimal::from(SMALLEST_WON) && token(|next| next.kind == Kind::Word)(rest).is_ok();
    let named = rest.at(rest.position().saturating_sub(2)).first().is_some_and(Token::capitalized);
    if !named && word("won")(rest.at(rest.position() - 1)).is_ok() && (small || lex(Classes::DETERMINER)(rest).is_ok()) {
        return no_match();
    }
    measured.amount = measured.amount.raised(measured.unit.power);
    let whole = measured.amount.high.is_none() && measured.unit.parts == 1;
    let plain = whole && measured.amount.low.power == 0 && measured.amount.low.base.to_integer().is_some();
    let unnamed = map(verify(unnamed_cents, |_| plain), |cents| cents.over(Decimal::from(100)).unwrap_or(Decimal::ZERO));
    let named = verify(change, |_| whole);
    let (rest, small) = opt(alt((named, unnamed))).parse(rest)?;
    if let Some(small) = small {
        measured.amount.low = Number { base: measured.amount.low.value().plus(small), power: 0 };
    }
    let (rest, per) = opt(per).parse(rest)?;
    measured.run.end = rest.position();
    let unit = Unit::Named(measured.unit.code.to_owned());
    Ok((rest, StatisticSyntax { per, ..measured.into_syntax(StatisticKind::Money, unit) }))
}

/// `MEUR 60`, `SEKm 4.5`; also `PS2.7m`, which is what a pound sign becomes in plain ASCII.
pub(super) fn scaled_code_first(input: Tokens<'_>) -> PResult<'_, StatisticSyntax> {
    let (number, name) = scaled_code(input)?;
    let (rest, low) = any_number(number)?;
    let glued = number.first().is_some_and(Token::glued);
    // `N23.54`: two decimals are of money, `N1.2` is a number of something.
    let decimals = number.written().rsplit_once('.').is_some_and(|(_, decimals)| decimals.len() == 2);
    let large = low.power > 0 || glued && (number.written().contains(',') || decimals);
    if name.power == 0 && !large {
        return no_match();
    }
    let (rest, high) = opt(preceded(to(input, false), scaled)).parse(rest)?;
    let amount = Amount { low, high }.raised(name.power);
    let (start, modifier) = quantifier(input, false);
    let run = Run { start, end: rest.position() };
    let unit = Unit::Named(name.code.to_owned());
    Ok((rest, StatisticSyntax { kind: StatisticKind::Money, amount, unit, modifier, run, per: None }))
}

/// A currency before its number: a sign or a code, no name in lower case.
fn sign(input: Tokens<'_>) -> PResult<'_, Lexeme<'_>> {
    let starts =
        input.first().is_some_and(|first| matches!(first.kind, Kind::Currency | Kind::Symbol) || first.case != Case::Lower);
    // `A $5 million loan`: an article.
    let letter = input.written().len() == 1
        && token(|next| next.kind == Kind::Currency && !next.glued())(input.at(input.position() + 1)).is_ok();
    if starts && !letter { lex(Classes::CURRENCY)(input) } else { no_match() }
}

/// The same currency, or the bare sign of it, before the second number of a range.
fn sign_again<'t>(first: Lexeme<'t>) -> impl Fn(Tokens<'t>) -> PResult<'t, Lexeme<'t>> {
    move |input| verify(sign, |again: &Lexeme<'_>| again.value == first.value || again.value == "$").parse(input)
}

/// A currency behind its number, and the scale that it gives the number.
struct Name<'t> {
    code: &'t str,
    /// Power of ten.
    power: u32,
    /// How many make one of the currency.
    parts: i64,
}

/// `euros`, `MEUR`, `USD million`, `cents`.
fn name(input: Tokens<'_>) -> PResult<'_, Name<'_>> {
    // `1 $10 bill`: the sign of the number behind it.
    let own = terminated(lex(Classes::CURRENCY), not(glued(kind(Kind::Number))));
    let whole = map(pair(own, opt_scales), |(name, power)| Name { code: name.value, power, parts: 1 });
    let small = map(coin, |coin| Name { code: coin.name, power: 0, parts: coin.parts });
    let scaled_code = verify(scaled_code, |name| name.power > 0);
    preceded(opt_hyphen, alt((scaled_code, small, whole, pounds_with_pence))).parse(input)
}

/// The pounds of `12 pounds and 50 pence`, which are no weight.
fn pounds_with_pence(input: Tokens<'_>) -> PResult<'_, Name<'_>> {
    let (rest, _) = words(&["pound", "pounds"])(input)?;
    change(rest)?;
    Ok((rest, Name { code: "GBP", power: 0, parts: 1 }))
}

/// `MEUR`, `SEKm`.
fn scaled_code(input: Tokens<'_>) -> PResult<'_, Name<'_>> {
    let (rest, code) = lex(Classes::SCALED_CURRENCY)(input)?;
    let name = code.value.split_once(' ').and_then(|(code, power)| Some(Name { code, power: power.parse().ok()?, parts: 1 }));
    name.map_or_else(no_match, |name| Ok((rest, name)))
}

/// A part of a currency, and how many make one.
struct Coin<'t> {
    name: &'t str,
    parts: i64,
}

/// The change behind an amount: `and five cents`, `, 5 mao, 5 fen`.
fn change(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let joint = |input| preceded(opt(kind(Kind::Comma)), opt(word("and"))).parse(input);
    let part = |input| {
        let (rest, (count, coin)) = preceded(joint, pair(scaled, coin)).parse(input)?;
        let part = count.value().over(Decimal::from(coin.parts)).filter(|part| *part < Decimal::from(1));
        part.map_or_else(no_match, |part| Ok((rest, part)))
    };
    fold_many_m_n(1, 2, part, || Decimal::ZERO, Decimal::plus).parse(input)
}

/// `cents`; a letter only where it touches the number: `200p`, or is no abbreviation of pages: `68 p`. No lines of a screen:
/// `1080p`.
fn coin(input: Tokens<'_>) -> PResult<'_, Coin<'_>> {
    let letter = input.written().len() == 1 && input.written().is_ascii();
    let lines = input.at(input.position() - 1).written().parse().is_ok_and(|lines: u32| SCREENS.contains(&lines));
    let stops = || input.at(input.position() + 1).first().is_some_and(|next| next.glued() && next.kind == Kind::Period);
    let touches =
        input.first().is_some_and(|first| first.case == Case::Lower && (first.glued() || input.written() == "p" && !stops()));
    if letter && (lines || !touches) {
        return no_match();
    }
    let (rest, coin) = lex(Classes::SUBUNIT)(input)?;
    let coin = coin.value.rsplit_once(' ').and_then(|(name, parts)| Some(Coin { name, parts: parts.parse().ok()? }));
    coin.map_or_else(no_match, |coin| Ok((rest, coin)))
}

/// The cents of `15 dollars 50`: two digits, and nothing behind that they could count.
fn unnamed_cents(input: Tokens<'_>) -> PResult<'_, Decimal> {
    let cents = |cents: &Decimal| cents.to_integer().is_some_and(|cents| (10..100).contains(&cents));
    let counted = Classes::of(&[Classes::DIGITS, Classes::CURRENCY, Classes::CURRENCY_SIGN, Classes::PERCENT]);
    let counted = token(|next| {
        matches!(next.kind, Kind::Word | Kind::Dotted | Kind::Hyphen | Kind::Colon | Kind::Slash) || next.is(counted)
    });
    terminated(verify(number, cents), not(preceded(not(word("more")), counted))).parse(input)
}

/// The scale that a list gives only its last amount: `$3, $4 and $5 million`.
fn scale_of_list<'t>(low: Number, rest: Tokens<'t>, sign: Lexeme<'t>) -> Number {
    if low.power > 0 || low.base >= Decimal::from(1000) {
        return low;
    }
    let item = |input| preceded(sign_again(sign), any_number).parse(input);
    let mut rest = rest;
    for _ in 0..4 {
        if let Ok((_, last)) = preceded(pair(opt(kind(Kind::Comma)), words(&["and", "or"])), item).parse(rest) {
            let alike = last.power > 0 && last.base < Decimal::from(1000);
            return if alike { Number { power: last.power, ..low } } else { low };
        }
        let Ok((after, next)) = preceded(kind(Kind::Comma), item).parse(rest) else { break };
        if next.power > 0 {
            break;
        }
        rest = after;
    }
    low
}

/// `per unit`, `a share`, `per 1,000 cubic feet`.
fn per(input: Tokens<'_>) -> PResult<'_, Run> {
    let each = |input| alt((measure, share)).parse(input);
    let slash = |input| preceded(glued(kind(Kind::Slash)), glued(each)).parse(input);
    // `$4 million a year earlier` is a date behind the sum.
    let article = (opt_hyphen, words(&["a", "an"]), opt_hyphen);
    alt((preceded(word("per"), base), slash, preceded(article, terminated(each, not(playing("later")))))).parse(input)
}

/// What stands behind `per`: `unit`, `1,000 cubic feet`.
fn base(input: Tokens<'_>) -> PResult<'_, Run> {
    let (rest, _) = pair(opt(scaled), alt((measure, share, kind_of_share, nouns))).parse(input)?;
    Ok((rest, input.until(rest)))
}

/// `diluted share`, `ordinary share`: a word that tells which, though it looks like a verb.
fn kind_of_share(input: Tokens<'_>) -> PResult<'_, Run> {
    let which = token(|next: &Token| next.kind == Kind::Word && next.case == Case::Lower);
    let (rest, _) = preceded(which, share).parse(input)?;
    Ok((rest, input.until(rest)))
}

fn share(input: Tokens<'_>) -> PResult<'_, Run> {
    spanned(playing("each"))(input).map(|(rest, (run, _))| (rest, run))
}

fn measure(input: Tokens<'_>) -> PResult<'_, Run> {
    lex(Classes::of(&[Classes::UNIT, Classes::TIME_UNIT]))(input).map(|(rest, lexeme)| (rest, lexeme.run))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics;

    #[test]
    fn signs_and_codes_before_the_number() {
        check_statistics("It raised [US$4.5m] and [over €3 million].", &["4500000 USD", "more_than 3000000 EUR"]);
        check_statistics("They paid [Rs 13.41 lakh crore] for it.", &["13410000000000 INR"]);
        check_statistics("Revenue of [RMB 3.2 billion] and [EUR 40 million].", &["3200000000 CNY", "40000000 EUR"]);
        check_statistics("A price between [$40 and $50] or [€3-5 million].", &["40..50 USD", "3000000..5000000 EUR"]);
        check_statistics("It cost [$3], [$4] and [$5 million].", &["3000000 USD", "4000000 USD", "5000000 USD"]);
        check_statistics("Guidance is [$780 - $810 million].", &["780000000..810000000 USD"]);
        check_statistics("Sales of [2.5 billion euros], and service revenues.", &["2500000000 EUR"]);
        check_statistics("A royalty of [US$0.5 per unit] applies.", &["0.5 USD per unit"]);
    }

    #[test]
    fn names_behind_the_number() {
        check_statistics(
            "It provided [nearly 2 billion yuan] and [five million yen].",
            &["nearly 2000000000 CNY", "5000000 JPY"],
        );
        check_statistics("It cost [thirteen dollars and forty-five cents].", &["13.45 USD"]);
        check_statistics(
            "It rose from [24.2] to [33-35 billion euros]; it rose from [9,000] to [2 million yen].",
            &["24200000000 EUR", "33000000000..35000000000 EUR", "9000 JPY", "2000000 JPY"],
        );
        check_statistics("A dividend of [12 cents] was paid.", &["12 cent"]);
    }

    #[test]
    fn codes_with_a_scale() {
        check_statistics(
            "Sales were [120 MEUR], or [MSEK 1.5], or [75 USD million].",
            &["120000000 EUR", "1500000 SEK", "75000000 USD"],
        );
        check_statistics("A mezzo in [3 meurs].", &["3 meurs"]);
    }

    #[test]
    fn coins() {
        check_statistics("It cost [15 dollars 50]; shares fell to [118.5p].", &["15.5 USD", "118.5 pence"]);
        check_statistics("They were down [68 p] and have 250 p. of PS5 games for [PS2.7m].", &["68 pence", "2700000 GBP"]);
        check_statistics("It paid [15 dollars] 50 times for 1080p screens.", &["15 USD"]);
        check_statistics("It took [1 kuai, 5 mao, 5 fen] and [3 Kuwaiti dinars and 250 fils].", &["1.55 CNY", "3.25 KWD"]);
        check_statistics("It cost [12 pounds and 50 pence].", &["12.5 GBP"]);
        check_statistics("It cost [5 euros] and [12 yen].", &["5 EUR", "12 JPY"]);
    }

    #[test]
    fn written_by_bookkeepers() {
        check_statistics(
            "A loss of [$(0.15) per share], [EUR -5.4 million], [minus $5 million].",
            &["-0.15 USD per share", "-5400000 EUR", "-5000000 USD"],
        );
        check_statistics(
            "It pays [$3-a-day], [$80/bbl] or [€1,3 million] on 1/2.",
            &["3 USD per day", "80 USD per bbl", "1300000 EUR"],
        );
        check_statistics(
            "A [$5-million] loan, a [five-million-yuan] fund, [RM1.5bil], [half a dollar], [half a billion euros].",
            &["5000000 USD", "5000000 CNY", "1500000000 MYR", "0.5 USD", "500000000 EUR"],
        );
        check_statistics("A loss of [(€3.4) million] or [$(12.5) million] there.", &["-3400000 EUR", "-12500000 USD"]);
        check_statistics("The fund ([$12]) paid 5 and (6) in US (7).", &["12 USD"]);
    }

    #[test]
    fn letters_before_large_amounts() {
        check_statistics(
            "They paid [R5 billion], [KD 5.4 million] and [N250,000].",
            &["5000000000 ZAR", "5400000 KWD", "250000 NGN"],
        );
        check_statistics("It earned [$.02 per diluted share], or [17 euro cents].", &["0.02 USD per diluted share", "17 cent"]);
        check_statistics("They paid [€ 20.000], not [€1.479 per litre].", &["20000 EUR", "1.479 EUR per litre"]);
        check_statistics("Forms EUR-5 and LBP-204, and [EUR -5].", &["-5 EUR"]);
        check_statistics("It closed at [N23.54].", &["23.54 NGN"]);
        check_statistics("The R5 robot, N1.2, the K2 summit and SR 520, the N1 road.", &[]);
    }

    #[test]
    fn money_and_the_verb() {
        check_statistics(
            "It cost [5,000 won] more, or [300 won], or [25 South Korean won] a box.",
            &["5000 KRW", "300 KRW", "25 KRW"],
        );
        check_statistics("Twenty ran, 12 won gold medals and 300 won their money back.", &[]);
    }

    #[test]
    fn signs_behind_each_number() {
        check_statistics("[10 $] [30 $] and [$ 20 $], 1 [$10] bill", &["10 USD", "30 USD", "20 USD", "10 USD"]);
        check_statistics("[3 Finnish markka], [20 Czech crowns] and [40 Omani rials].", &["3 FIM", "20 CZK", "40 OMR"]);
    }

    #[test]
    fn levels_of_a_change_are_no_range() {
        check_statistics("It fell from [$63] to [$41] that day.", &["63 USD", "41 USD"]);
        check_statistics("It [more than doubled], from [UShs 5] to [UShs 12].", &["more_than 2 times", "5 UGX", "12 UGX"]);
    }
}
