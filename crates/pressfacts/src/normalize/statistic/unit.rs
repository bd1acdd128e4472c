//! What a claim is counted in, and its code.

use std::cell::OnceCell;

use super::super::dateline;
use super::clause::Clause;
use super::skeleton::Part;
use super::subject;
use crate::decimal::Decimal;
use crate::fact::{Statistic, StatisticKind};
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::rules::statistic::{StatisticSyntax, Unit};
use crate::token::Kind;

/// How many facts back the unit of a bare number may have been said.
const MEMORY: usize = 4;
/// How far before a bare number, in tokens, `the number of` may stand.
const FAR: usize = 60;
/// How far before money, in tokens, the country whose it is may be named.
const NEAR: usize = 150;
/// How far before pounds, in tokens, a word may say that they are a weight.
const WEIGHED: usize = 6;

/// Unit as the output has it, its code, and the kind of claim, which a bare number takes from what was said before.
pub(super) fn unit(
    clause: &Clause<'_>,
    syntax: &StatisticSyntax,
    signs: &Signs<'_>,
    earlier: &[Statistic],
) -> (String, Option<String>, StatisticKind) {
    match &syntax.unit {
        Unit::Named(name) if syntax.kind == StatisticKind::Money => {
            let code = match name.as_str() {
                "$" => signs.dollar(),
                "¥" => signs.yen(),
                other => other.strip_prefix('~').map_or(other, |open| shared_name(clause, open)),
            };
            let is_coin = code.len() != 3 || code.bytes().any(|byte| byte.is_ascii_lowercase());
            // A price is counted in its denominator too, as a rate is, and a wage in its hours; millions a year stay a sum.
            let large = syntax.amount.low.power > 0;
            let price = syntax.per.filter(|per| !(large && clause.is(per.start, Classes::TIME_UNIT)));
            let unit = price.map_or_else(|| code.to_owned(), |per| format!("{code} per {}", clause.text(per)));
            (unit, (!is_coin).then(|| code.to_owned()), syntax.kind)
        }
        Unit::Named(name) => (name.clone(), None, syntax.kind),
        Unit::Measure(run, code) if code.starts_with("[lb_av]") && is_money(clause, *run, signs) => {
            let code = country_money(clause, "GBP").unwrap_or("GBP");
            let unit = syntax.per.map_or_else(|| code.to_owned(), |per| format!("{code} per {}", clause.text(per)));
            (unit, Some(code.to_owned()), StatisticKind::Money)
        }
        Unit::Measure(run, code) => (clause.text(*run), Some(code.clone()), syntax.kind),
        Unit::Nouns(run) => (clause.text(*run), None, syntax.kind),
        Unit::Unsaid => said_before(clause, syntax, earlier),
    }
}

/// The unit of a bare number: the things that the clause gives the number of, or those of the claim before.
fn said_before(clause: &Clause<'_>, syntax: &StatisticSyntax, earlier: &[Statistic]) -> (String, Option<String>, StatisticKind) {
    if let Some(things) = number_of(clause).or_else(|| label(clause)) {
        return (clause.text(things), None, syntax.kind);
    }
    let sentence = clause.document.span(clause.sentence.start..clause.sentence.end);
    let block = clause.document.sentence_of(clause.run().start).map(|sentence| clause.document.blocks[sentence.block].span);
    let same = |fact: &&Statistic| fact.span.start() >= sentence.start();
    let inside = |fact: &&Statistic| block.is_none_or(|block| fact.span.start() >= block.start());
    let close = || earlier.iter().rev().take(MEMORY).filter(inside);
    let counted = || subject::counted_subject(clause);
    if !close().any(|fact| same(&fact) && fact.kind == StatisticKind::Count)
        && let Some(things) = counted()
    {
        return (clause.text(things), None, syntax.kind);
    }
    // `5.2` are no things: only what was itself no whole number has its unit.
    let whole = |value: Option<Decimal>| value.is_none_or(|value| value.to_integer().is_some());
    let is_whole = whole(Some(syntax.amount.low.value())) || syntax.kind == StatisticKind::Ratio;
    let things =
        |fact: &&Statistic| fact.kind == StatisticKind::Count && !fact.unit.is_empty() && (is_whole || !whole(fact.value));
    let is_large = syntax.amount.low.value() >= Decimal::from(1000);
    // `$5 billion against 4.8 billion`, `2.4 million TEU compared to 2.1 million`
    let start = clause.run().start;
    let linked = start > clause.sentence.start
        && syntax.amount.low.power > 0
        && !clause.plays(start - 1, Part::Binds)
        && (clause.plays(start - 1, Part::Again) || clause.plays(start - 1, Part::Against));
    let last = earlier.last().filter(same).filter(|fact| {
        linked && (fact.kind == StatisticKind::Money || fact.kind == StatisticKind::Measure) && fact.change.is_none()
    });
    let unit = last.or_else(|| close().filter(same).chain(close()).find(things)).or_else(|| {
        // `rose 5% to 40`: the level is no percentage.
        let level = clause.run().start.checked_sub(1).is_some_and(|before| matches!(clause.word(before), "to" | "at"));
        let shares = |fact: &&Statistic| fact.kind == StatisticKind::Percent && !(level && fact.change.is_some());
        let whole = syntax.kind != StatisticKind::Ratio;
        close().filter(same).find(|fact| whole && !is_large && (shares(fact) || fact.kind == StatisticKind::Money))
    });
    match unit {
        Some(fact) if fact.kind == StatisticKind::Count => (fact.unit.clone(), None, syntax.kind),
        Some(fact) => (fact.unit.clone(), fact.unit_code.clone(), fact.kind),
        None => (String::new(), None, syntax.kind),
    }
}

/// The nouns of `the number of …`, before the claim in its sentence.
fn number_of(clause: &Clause<'_>) -> Option<Run> {
    let start = clause.run().start;
    let at = (clause.sentence.start..start.saturating_sub(1))
        .rev()
        .take(FAR)
        .find(|at| clause.word(*at).eq_ignore_ascii_case("number") && clause.word(at + 1) == "of")?;
    clause.nouns_at(at + 2).filter(|run| run.end <= start)
}

/// The plural that labels the number: `Passengers: 28.8 million`.
fn label(clause: &Clause<'_>) -> Option<Run> {
    let label = subject::labelled(clause)?;
    clause.nouns_at(label.start).filter(|nouns| nouns.end == label.end && clause.word(nouns.end - 1).ends_with('s'))
}

/// What the signs that several countries share mean in a document, told when one is first asked for.
pub(super) struct Signs<'t> {
    document: &'t Document<'t>,
    dollar: OnceCell<&'t str>,
    yen: OnceCell<&'static str>,
    sterling: OnceCell<bool>,
}

impl<'t> Signs<'t> {
    pub(super) fn of(document: &'t Document<'t>) -> Self {
        Self { document, dollar: OnceCell::new(), yen: OnceCell::new(), sterling: OnceCell::new() }
    }

    /// A bare `$` is the currency of the dateline's country, where that has dollars of its own.
    fn dollar(&self) -> &'t str {
        let own = || dateline::countries(self.document).find_map(|country| national(self.document, country, "$"));
        self.dollar.get_or_init(|| own().unwrap_or("USD"))
    }

    /// `¥` is China's where the document speaks of China or its money and not of Japan's, and Japan's otherwise.
    fn yen(&self) -> &'static str {
        let document = self.document;
        let speaks_of = |country: &str, money: &str| {
            (0..document.tokens.len())
                .any(|at| named(document, at, Classes::COUNTRY, country) || named(document, at, Classes::CURRENCY, money))
        };
        self.yen.get_or_init(|| if speaks_of("CN", "CNY") && !speaks_of("JP", "JPY") { "CNY" } else { "JPY" })
    }

    /// Whether the document writes pounds with their sign, so that the word is money too.
    fn sterling(&self) -> bool {
        let document = self.document;
        *self.sterling.get_or_init(|| (0..document.tokens.len()).any(|at| named(document, at, Classes::CURRENCY, "GBP")))
    }
}

/// What the name of money that several countries share (`pesos`, `dinars`) means in a clause; `usual` where no country
/// there pays with such.
fn shared_name<'t>(clause: &Clause<'t>, usual: &'t str) -> &'t str {
    country_money(clause, usual).unwrap_or(usual)
}

/// The money of that open name that the dateline's country pays with, or else the country named last before the claim.
fn country_money<'t>(clause: &Clause<'t>, open: &str) -> Option<&'t str> {
    let document = clause.document;
    let start = clause.run().start;
    let near = (start.saturating_sub(NEAR)..start).rev().filter(|at| document.tokens[*at].capitalized()).filter_map(|at| {
        document.lexeme_at(at, document.tokens.len(), Classes::of(&[Classes::COUNTRY, Classes::DEMONYM])).map(|(_, code)| code)
    });
    dateline::countries(document).chain(near).find_map(|country| national(document, country, open))
}

/// Whether pounds are money, not a weight: where they are worth, or stand beside, other money; where the document writes
/// them with their sign; millions of them in a country that pays with pounds.
fn is_money(clause: &Clause<'_>, unit: Run, signs: &Signs<'_>) -> bool {
    let claim = clause.run();
    let of_things = claim.end < clause.sentence.end && clause.word(claim.end) == "of";
    let before = claim.start.saturating_sub(WEIGHED).max(clause.sentence.start)..claim.start;
    let weighed = before.clone().any(|at| clause.word(at).starts_with("weigh") || matches!(clause.word(at), "lost" | "gained"));
    let worth = before.last().is_some_and(|at| clause.token(at).is(Classes::VALUE_MARKER));
    let converted = clause.claim_after().is_some_and(|after| {
        after.syntax.kind == StatisticKind::Money
            && after.run.start == claim.end + 1
            && clause.token(claim.end).kind == Kind::Open
    });
    let is_large = || clause.syntax().amount.low.value() >= Decimal::from(1_000_000);
    let evident = worth || converted || signs.sterling() || is_large() && country_money(clause, "GBP").is_some();
    clause.word(unit.start).starts_with("pound") && !of_things && !weighed && evident
}

/// What the country pays with, where it goes by the open name.
fn national<'t>(document: &'t Document<'t>, country: &str, open: &str) -> Option<&'t str> {
    let entry = document.lexicon.look_up(country).entry;
    let value = document.lexicon.value(entry, Classes::NATIONAL_CURRENCY, country)?;
    let (code, _) = value.split_once(' ').unwrap_or((value, ""));
    value.split(' ').any(|name| name == open).then_some(code)
}

/// Whether the word at the position is of that class and has that value.
fn named(document: &Document<'_>, at: usize, class: Classes, value: &str) -> bool {
    let token = &document.tokens[at];
    token.is(class) && document.lexicon.value(token.entry, class, document.written(at)) == Some(value)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics;

    #[test]
    fn prices() {
        check_statistics("Tea is [$3 a barrel] or [$9 per 1,000 boxes].", &["3 USD per barrel", "9 USD per 1,000 boxes"]);
        check_statistics("It costs them [£9 million a year].", &["9000000 GBP"]);
        check_statistics("It pays [$15 an hour].", &["15 USD per hour"]);
    }

    #[test]
    fn a_bare_dollar_is_the_datelines() {
        check_statistics("SINGAPORE, Singapore – The office spent [$5 million].", &["5000000 SGD"]);
        check_statistics("OSLO, Norway – The office spent [$5 million].", &["5000000 USD"]);
        check_statistics("The office in Singapore – a large one – spent [US$5 million].", &["5000000 USD"]);
    }

    #[test]
    fn names_of_money_that_countries_share() {
        check_statistics("MANILA, Philippines – It spent [5 million pesos].", &["5000000 PHP"]);
        check_statistics("In Iraq it spent [5 million dinars], in Algeria [3 dinars].", &["5000000 IQD", "3 DZD"]);
        check_statistics("The Norwegian firm paid [5 million pesos] and [5 million kroner].", &["5000000 MXN", "5000000 NOK"]);
    }

    #[test]
    fn pounds_of_money() {
        check_statistics("Britain borrowed [12.5 billion pounds] in May.", &["12500000000 GBP"]);
        check_statistics("They paid [40 million pounds] ([$50 million]) for it.", &["40000000 GBP", "50000000 USD"]);
        check_statistics("A prize worth [5,000 pounds] for £-earners.", &["5000 GBP"]);
        check_statistics("Egypt cut costs by [5 million pounds].", &["5000000 EGP"]);
    }

    #[test]
    fn pounds_of_weight() {
        check_statistics(
            "Britain ate [5 million pounds] of beef and she weighs [120 pounds].",
            &["5000000 pounds", "120 pounds"],
        );
        check_statistics("A [10,000-pound] truck in Texas, [2 million pounds] in all.", &["10000 pound", "2000000 pounds"]);
    }

    #[test]
    fn yuan_and_yen_share_a_sign() {
        check_statistics("The plant in China cost [¥5 million].", &["5000000 CNY"]);
        check_statistics("The plants in China and Japan cost [¥5 million].", &["5000000 JPY"]);
    }

    #[test]
    fn what_was_said_before_is_counted() {
        check_statistics("There were [90 farms], compared with [80] in May.", &["90 farms", "80 farms"]);
        check_statistics("The number of farms rose by [18,000].", &["18000 farms"]);
        check_statistics("Oil rose [2%] to [95.2] and gas fell by [3].", &["2 percent", "95.2 ", "3 percent"]);
        check_statistics("– Passengers: [28.8 million]", &["28800000 Passengers"]);
        check_statistics("Number of employees: [About 320]", &["approximately 320 employees"]);
        check_statistics("It has [61 boats]. The rate fell from [24.6] to [21] by May.", &["61 boats", "24.6 ", "21 boats"]);
        check_statistics("Daily users reached [1.2 million].", &["1200000 Daily users"]);
        check_statistics(
            "It has [90 farms]. It lent [$5 billion] against [4.8 billion] then.",
            &["90 farms", "5000000000 USD", "4800000000 USD"],
        );
        check_statistics("It moved [2.4 million TEU], against [2 million] then.", &["2400000 TEU", "2000000 TEU"]);
    }
}
