//! Numbers on their way to a unit: what may stand before them, ranges, lists that share a unit.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, peek};
use nom::sequence::{delimited, pair, preceded, terminated};

use super::{Amount, StatisticSyntax, Unit};
use crate::decimal::Decimal;
use crate::fact::{StatisticKind, StatisticModifier as Modifier};
use crate::grammar::number::{NUMBER, Number, abbreviated, scaled, touches_letter};
use crate::lexicon::Classes;
use crate::parse::{self, Lexeme, PResult, Run, Tokens, glued, kind, lex, no_match, token, word};
use crate::token::{Case, Kind, Token};

/// A word that plays the part in a clause.
pub(super) fn playing<'t>(part: &'static str) -> impl Fn(Tokens<'t>) -> PResult<'t, Lexeme<'t>> {
    parse::playing(Classes::CLAUSE_WORD, part)
}

/// Longest quantifier, in tokens: `a little more than`.
const LONGEST_QUANTIFIER: usize = 6;
/// Longest list of numbers that share a unit.
const LONGEST_LIST: usize = 6;
/// How far behind a number what joins another to it may reach, in tokens: `- and minus`.
const FARTHEST_JOINED: usize = 4;
/// What such a number may start with.
const JOINED: Classes = Classes::of(&[NUMBER, Classes::FRACTION, Classes::SCALE, Classes::QUALIFIER]);
/// Longest word that numbers things, in tokens: `P.O. Box`, `Wi-Fi`.
const LONGEST_HEAD: usize = 4;
/// How far before `from` the verb of change is looked for.
const VERB_WINDOW: usize = 8;

/// A number or range, with its unit, and what qualifies it.
pub(super) struct Measured<U> {
    pub(super) amount: Amount,
    pub(super) unit: U,
    pub(super) modifier: Modifier,
    /// From the quantifier or sign to the end of what was parsed.
    pub(super) run: Run,
}

impl<U> Measured<U> {
    pub(super) fn into_syntax(self, kind: StatisticKind, unit: Unit) -> StatisticSyntax {
        StatisticSyntax { kind, amount: self.amount, unit, modifier: self.modifier, run: self.run, per: None }
    }
}

/// A number in digits or words, also `35k`.
pub(super) fn any_number(input: Tokens<'_>) -> PResult<'_, Number> {
    if touches_letter(input)
        && let Ok(found) = abbreviated(input)
    {
        return Ok(found);
    }
    scaled(input)
}

/// A number or a range, as `number` reads them, and the unit behind it. The unit may stand behind each end of a range
/// (`5% to 10%`), or only behind the last number of a list (`800 and 900 businesses`); such a list is left behind the
/// first number, which is all that the claim spans.
pub(super) fn measured<'t, U>(
    number: impl Fn(Tokens<'t>) -> PResult<'t, Number> + Copy,
    unit: impl Fn(Tokens<'t>) -> PResult<'t, U> + Copy,
) -> impl Fn(Tokens<'t>) -> PResult<'t, Measured<U>> {
    move |input| {
        let (rest, low) = number(input)?;
        let (after_low, more) = opt(or_more).parse(rest)?;
        let own = unit(after_low);
        let joins = may_join(own.as_ref().map_or(rest, |(rest, _)| *rest));
        let range_end = || range_end(input, low, &own, number, unit)(rest).ok();
        let (rest, low, high, unit) = if let Some((rest, (high, unit))) = joins.then(range_end).flatten() {
            (rest, low, Some(high), unit)
        } else if let Ok((rest, unit)) = own {
            (rest, low, None, unit)
        } else if !joins {
            return no_match();
        } else {
            let (_, (last, unit)) = shared(number, unit)(rest)?;
            (rest, scale_of_last(low, last), None, unit)
        };
        let (input, is_negative) = stands_free(input)?;
        let (rest, more) = if more.is_some() { (rest, more) } else { opt(or_more).parse(rest)? };
        let low = high.map_or(low, |high| low_end(low, high));
        let amount = Amount { low, high };
        let amount = if is_negative { amount.negated() } else { amount };
        let (start, modifier) = quantifier(input, is_negative);
        let modifier = more.map_or(modifier, |more| modifier_named(more.value));
        Ok((rest, Measured { amount, unit, modifier, run: Run { start, end: rest.position() } }))
    }
}

/// Whether another number may be joined here: by a mark, or a word such as `to`, `and`, `by`. The number or what qualifies
/// it is near: `two- and minus 4`.
pub(super) fn may_join(input: Tokens<'_>) -> bool {
    let [first, behind @ ..] = input.slice() else { return false };
    let joins = matches!(first.kind, Kind::Hyphen | Kind::Dash | Kind::Comma | Kind::Open) || first.opens.any(Classes::CONNECTOR);
    joins && behind.iter().take(FARTHEST_JOINED).any(|next| next.opens.any(JOINED))
}

/// `or more`, `+`, `and counting`, behind a number; not the `and over` of `and over 20 others`.
pub(super) fn or_more(input: Tokens<'_>) -> PResult<'_, Lexeme<'_>> {
    let may_open = |first: &Token| first.kind == Kind::Hyphen || first.opens.any(Classes::QUALIFIER_AFTER);
    if !input.first().is_some_and(may_open) {
        return no_match();
    }
    let (rest, more) = preceded(opt_hyphen, lex(Classes::QUALIFIER_AFTER)).parse(input)?;
    let counts = rest.first().is_some_and(|next| next.is(Classes::of(&[NUMBER, Classes::CURRENCY])));
    if counts || word("than")(rest).is_ok() { no_match() } else { Ok((rest, more)) }
}

/// A number alone, with what qualifies it.
pub(super) fn alone(input: Tokens<'_>) -> PResult<'_, Measured<()>> {
    let nothing = |input| Ok((input, ()));
    measured(scaled, nothing)(input)
}

/// The last number of a list, and the unit behind it: `, 4 and 5 million tonnes`, `to 95 tonnes`, `to 33-35 billion euros`.
fn shared<'t, U>(
    number: impl Fn(Tokens<'t>) -> PResult<'t, Number> + Copy,
    unit: impl Fn(Tokens<'t>) -> PResult<'t, U> + Copy,
) -> impl Fn(Tokens<'t>) -> PResult<'t, (Number, U)> {
    move |input| {
        let dash = |input| token(|token| matches!(token.kind, Kind::Hyphen | Kind::Dash) && token.glued())(input);
        let item = |input| {
            let (rest, (low, high)) =
                preceded(opt(lex(Classes::QUALIFIER)), pair(number, opt(preceded(dash, glued(number))))).parse(input)?;
            opt_suspended(rest).map(|(rest, ())| (rest, high.unwrap_or(low)))
        };
        let last = |input| {
            let joint = alt((word("and"), word("or"), word("to"), word("by")));
            // `-5 to -10 degrees`
            let minus = opt(alt((kind(Kind::Hyphen), word("minus"))));
            preceded((joint, minus), item).parse(input)
        };
        // `a margin of 5.1 (4.5) percent`
        let earlier = delimited(kind(Kind::Open), glued(number), glued(kind(Kind::Close)));
        if let Ok(found) = pair(earlier, unit).parse(input) {
            return Ok(found);
        }
        let ((mut rest, ()), mut items) = (opt_suspended(input)?, 0);
        while let Ok((after, _)) = preceded(kind(Kind::Comma), item).parse(rest) {
            (rest, items) = (after, items + 1);
            if items == LONGEST_LIST {
                return no_match();
            }
        }
        // A comma before `and` closes a list of three or more; else it parts clauses.
        let (rest, _) = if items > 0 { opt(kind(Kind::Comma)).parse(rest)? } else { (rest, None) };
        pair(last, unit).parse(rest)
    }
}

/// The hyphen of the `four-` of `four- and six-cylinder`, or nothing.
fn opt_suspended(input: Tokens<'_>) -> PResult<'_, ()> {
    let joined = token(|next: &Token| next.glued() && next.kind != Kind::Comma);
    opt(terminated(glued(kind(Kind::Hyphen)), not(joined))).parse(input).map(|(rest, _)| (rest, ()))
}

/// The number with the scale that a list gives only its last one: the `24` of `24, 30 and 35 million`.
fn scale_of_last(number: Number, last: Number) -> Number {
    let plain = number.power == 0 && number.base < Decimal::from(1000);
    if plain && last.base < Decimal::from(1000) { Number { power: last.power, ..number } } else { number }
}

/// The upper end of a range and its unit: `-10%`, `% to 10%`, ` and 50 tonnes`.
fn range_end<'t, U>(
    start: Tokens<'t>,
    low: Number,
    own: &PResult<'t, U>,
    number: impl Fn(Tokens<'t>) -> PResult<'t, Number> + Copy,
    unit: impl Fn(Tokens<'t>) -> PResult<'t, U> + Copy,
) -> impl Fn(Tokens<'t>) -> PResult<'t, (Number, U)> {
    let behind_own = own.as_ref().ok().map(|(rest, _)| *rest);
    move |input| {
        let behind_low = behind_own.unwrap_or(input);
        let whole = |input| preceded(to(start, behind_own.is_some()), pair(number, unit)).parse(input);
        // `from 5 to 7 per cent to 3 to 5 per cent`: the first `to` joins a range.
        let first_of_two =
            |input| terminated(preceded(word("to"), pair(number, unit)), peek(pair(word("to"), number))).parse(input);
        let (rest, (high, unit)) = alt((whole, first_of_two)).parse(behind_low)?;
        let apart = behind_own.is_none() && is_far(start, behind_low, low, high);
        if low_end(low, high).value() < high.value() && !apart { Ok((rest, (high, unit))) } else { no_match() }
    }
}

/// How many times the size of a change the level behind it is at least: `rose by 3 to 12 tonnes`, but `by 3 to 5 tonnes`.
const FAR: i64 = 3;

/// Whether `by 3 to 12` gives a change and the level after it. Shares are said with a unit each, so that `by 3 to 12 percent`
/// is a range.
fn is_far(start: Tokens<'_>, joint: Tokens<'_>, low: Number, high: Number) -> bool {
    let by = start.previous().is_some_and(|before| before.span.of(start.document.text) == "by") && adjoins_change(start);
    let share = || joint.slice().iter().take(LONGEST_HEAD).any(|token| token.is(Classes::PERCENT));
    by && word("to")(joint).is_ok() && high.value() >= low_end(low, high).value().times(Decimal::from(FAR)) && !share()
}

/// What joins the ends of a range: a dash, `to`, and `and` after `between`. After `rose from`, or behind a change that has
/// its own unit (`rose by 5% to 10%`), `to` joins two levels.
pub(super) fn to<'t>(start: Tokens<'t>, has_unit: bool) -> impl Fn(Tokens<'t>) -> PResult<'t, ()> {
    let before = start.previous().map_or("", |token| token.span.of(start.document.text));
    let is_between = before.eq_ignore_ascii_case("between");
    // `increased its capacity by 43 MW to 1,120 MW`
    let by = || before == "by" && follows_change(start);
    let changes =
        if before.eq_ignore_ascii_case("from") { follows_change(start) } else { has_unit && (adjoins_change(start) || by()) };
    move |input| {
        let dash = |input| token(|token| matches!(token.kind, Kind::Hyphen | Kind::Dash))(input);
        let (rest, mark) = alt((preceded(opt(dash), word("to")), dash, word("and"))).parse(input)?;
        let allowed = match mark.kind {
            Kind::Hyphen => mark.glued(),
            Kind::Dash => true,
            // `growth of 8% to 12%`
            _ if before == "of" && input.previous().is_some_and(|unit| unit.is(Classes::PERCENT)) => true,
            _ if word("and")(input).is_ok() => is_between,
            _ => !changes,
        };
        if allowed { Ok((rest, ())) } else { no_match() }
    }
}

/// Whether a verb or noun of change stands just before, `by` or `of` between.
fn adjoins_change(input: Tokens<'_>) -> bool {
    input.before().iter().rev().take(3).any(|token| token.is(Classes::CHANGE))
}

/// Whether a verb or noun of change stands shortly before.
pub(super) fn follows_change(input: Tokens<'_>) -> bool {
    input.before().iter().rev().take(VERB_WINDOW).any(|token| token.is(Classes::of(&[Classes::CHANGE, Classes::MULTIPLE])))
}

/// The lower end of a range, with the scale of the upper one where it has none of its own: `3 to 5 million`.
pub(super) fn low_end(low: Number, high: Number) -> Number {
    if low.power == 0 && low.base < high.base { Number { power: high.power, ..low } } else { low }
}

impl Amount {
    /// The same, times a power of ten that its unit says.
    pub(super) fn raised(self, power: u32) -> Self {
        let times = |number: Number| Number { power: number.power + power, ..number };
        Self { low: times(self.low), high: self.high.map(times) }
    }

    pub(super) fn negated(self) -> Self {
        let turned = |number: Number| Number { base: number.base.negated(), ..number };
        Self { low: turned(self.low), high: self.high.map(turned) }
    }
}

/// The input, where the number that starts it is not part of something else (`COVID-19`, `CO2`, `10:30`, `Section 5`),
/// and whether a minus stands before it.
pub(super) fn stands_free(input: Tokens<'_>) -> PResult<'_, bool> {
    let Some(first) = input.first() else { return no_match() };
    let [.., before] = input.before() else { return Ok((input, false)) };
    let text = input.document.text;
    let nth = |back: usize| input.before().iter().rev().nth(back);
    let opened = nth(1).is_some_and(|open| open.kind == Kind::Open);
    let minus = |sign: &Token| sign.kind == Kind::Hyphen && (!sign.glued() || opened || input.before().len() == 1);
    let is_number = |back| before.glued() && nth(back).is_some_and(|token| token.kind == Kind::Number);
    let follows_minus = nth(1).is_some_and(|token| token.span.of(text).eq_ignore_ascii_case("minus"));
    if first.glued() {
        let is_part = match before.kind {
            Kind::Word | Kind::Dotted | Kind::Number | Kind::Colon | Kind::Period | Kind::Possessive | Kind::Currency => true,
            // `50 MW/100 MWh`
            Kind::Slash => !nth(1).is_some_and(|token| token.is(Classes::UNIT)),
            Kind::Hyphen => !minus(before) && !follows_minus && !follows_sub(input),
            Kind::Symbol => matches!(before.span.of(text), "#" | "@" | "§" | "№" | "=" | "×" | "^"),
            Kind::Comma | Kind::Dash => is_number(1),
            _ => false,
        };
        return if is_part { no_match() } else { Ok((input, minus(before) || follows_minus)) };
    }
    let written = before.span.of(text);
    if written.eq_ignore_ascii_case("minus") {
        return Ok((input, true));
    }
    let is_plain = first.kind == Kind::Number && first.span.len() <= 6 && !first.span.of(text).contains(',');
    let numbered = is_plain && (follows_head(input) || is_named(input, before)) && !follows_scale(input);
    let money = before.kind == Kind::Currency || before.is(Classes::CURRENCY) && before.case == Case::Upper;
    // `10 $ 30 $`: the sign is that of the number before it.
    let priced = money && nth(1).is_none_or(|token| token.kind != Kind::Number);
    let day = before.is(Classes::MONTH) && before.capitalized() && first.span.len() <= 2;
    let numbered = numbered || before.is(Classes::NUMBERED_ABBREVIATION) && before.capitalized();
    if numbered || day || priced || before.kind == Kind::Symbol && written == "§" { no_match() } else { Ok((input, false)) }
}

/// Whether `sub-` stands before, as in `sub-7 nm`.
fn follows_sub(input: Tokens<'_>) -> bool {
    let mut before = input.before().iter().rev();
    let hyphen = before.next().is_some_and(|token| token.kind == Kind::Hyphen && token.glued());
    hyphen && before.next().is_some_and(|token| token.span.of(input.document.text).eq_ignore_ascii_case("sub"))
}

/// Whether a word or phrase that numbers things stands before: `Section`, `Wi-Fi`.
fn follows_head(input: Tokens<'_>) -> bool {
    let start = input.position();
    let floor = start - input.before().len().min(LONGEST_HEAD);
    let heads = |token: &Token| token.opens.any(Classes::IDENTIFIER_HEAD);
    input.document.tokens[floor..start].iter().any(heads)
        && (floor..start)
            .any(|position| lex(Classes::IDENTIFIER_HEAD)(input.at(position)).is_ok_and(|(rest, _)| rest.position() == start))
}

/// Whether a name stands before, as in `Galaxy 22 users`: a capital inside the sentence, and nouns without one behind.
fn is_named(input: Tokens<'_>, before: &Token) -> bool {
    let known = Classes::of(&[
        Classes::COUNTRY,
        Classes::DEMONYM,
        Classes::NP_END,
        Classes::QUALIFIER,
        Classes::CONNECTOR,
        Classes::CHANGE,
    ]);
    let inside = input.before().len() > 1 && matches!(before.kind, Kind::Word) && before.capitalized() && !before.is(known);
    let digits = input.first().is_some_and(|first| first.kind == Kind::Number);
    let lower = input.at(input.position() + 1).first().is_some_and(|next| next.case == Case::Lower && !next.glued());
    let measured =
        lex(Classes::of(&[Classes::UNIT, Classes::PERCENT, Classes::CURRENCY]))(input.at(input.position() + 1)).is_ok();
    inside && digits && lower && !measured
}

/// Whether a scale word makes the number a large one, whatever stands before it.
fn follows_scale(input: Tokens<'_>) -> bool {
    scaled(input).is_ok_and(|(_, number)| number.power > 0)
}

/// Whether a quantifier may stand before the number.
fn follows_qualifier(input: Tokens<'_>) -> bool {
    let before = input.before();
    let near = &before[before.len().saturating_sub(LONGEST_QUANTIFIER + 2)..];
    near.iter().any(|token| token.opens.any(Classes::QUALIFIER) || token.kind == Kind::Plus)
}

/// Where the claim starts, with the quantifier before the number, and what that says.
pub(super) fn quantifier(input: Tokens<'_>, is_negative: bool) -> (usize, Modifier) {
    let start = input.position() - usize::from(is_negative);
    if !follows_qualifier(input) {
        return (start, Modifier::Exact);
    }
    let start = if input.at(start.saturating_sub(1)).written() == "+" && input.first().is_some_and(Token::glued) {
        start - 1
    } else {
        start
    };
    let start = if follows_sub(input) { start - 1 } else { start };
    let floor = start.saturating_sub(LONGEST_QUANTIFIER).max(input.position() - input.before().len());
    // The longest phrase starts furthest to the left.
    let found = (floor..start).find_map(|position| {
        let (rest, lexeme) = lex(Classes::QUALIFIER)(input.at(position)).ok()?;
        (rest.position() == start).then(|| (position, modifier_named(lexeme.value)))
    });
    found.unwrap_or((start, Modifier::Exact))
}

/// The modifier that the lexicon names.
pub(super) fn modifier_named(name: &str) -> Modifier {
    match name {
        "approximately" => Modifier::Approximately,
        "nearly" => Modifier::Nearly,
        "more_than" => Modifier::MoreThan,
        "at_least" => Modifier::AtLeast,
        "less_than" => Modifier::LessThan,
        "at_most" => Modifier::AtMost,
        _ => Modifier::Exact,
    }
}

/// Whether the number that starts here looks like a year: four digits without a separator.
pub(super) fn looks_like_year(input: Tokens<'_>) -> bool {
    let year = |first: &Token| first.span.len() == 4 && first.integer().is_some_and(|year| (1500..2100).contains(&year));
    input.first().is_some_and(year) && lex(Classes::SCALE)(input.at(input.position() + 1)).is_err()
}

/// The hyphen that may stand between a number and its unit: `3-inch`.
pub(super) fn opt_hyphen(input: Tokens<'_>) -> PResult<'_, ()> {
    opt(glued(kind(Kind::Hyphen))).parse(input).map(|(rest, _)| (rest, ()))
}
