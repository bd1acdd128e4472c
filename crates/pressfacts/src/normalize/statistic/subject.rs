//! What a claim measures, by the shape of its clause.

mod again;
mod beside;
mod changed;
mod governor;

use super::clause::Clause;
use super::verb::is_closed;
use crate::fact::{Change, Statistic, StatisticKind};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::rules::statistic::Unit;
use crate::token::Kind;

pub(in crate::normalize::statistic) use beside::labelled;
pub(in crate::normalize::statistic) use governor::counted_subject;

/// How far before the claim its verb is looked for.
const WINDOW: usize = 40;
/// How far behind the claim what changes, or what is ranked, is looked for.
const AHEAD: usize = 6;
/// Most words of a subject.
const LONGEST_SUBJECT: usize = 24;
/// Most tokens of a label before a colon.
const LONGEST_LABEL: usize = 10;

/// The subject as written; `None` where the clause does not tell.
pub(super) fn subject(
    clause: &Clause<'_>,
    kind: StatisticKind,
    change: Option<Change>,
    unit: &str,
    earlier: &[Statistic],
) -> Option<String> {
    if let Some(same) = again::said_again(clause, change, earlier) {
        return Some(same);
    }
    let run = changed::what_changes(clause)
        .or_else(|| changed::changed_in(clause))
        .or_else(|| changed::changed_by(clause))
        .or_else(|| changed::brought_to(clause))
        .or_else(|| changed::what_multiplied(clause, kind))
        .or_else(|| beside::what_is_ranked(clause, kind))
        .or_else(|| beside::counted_on(clause, kind))
        .or_else(|| beside::described(clause, kind))
        .or_else(|| labelled(clause))
        .or_else(|| beside::in_parentheses(clause))
        .or_else(|| beside::valued(clause))
        .or_else(|| beside::priced(clause, kind))
        .or_else(|| beside::in_what(clause, kind))
        .or_else(|| beside::what_of(clause))
        .or_else(|| beside::shared_whole(clause))
        .or_else(|| beside::measured_out(clause, kind))
        .or_else(|| beside::named_before(clause))
        .or_else(|| beside::given_with(clause))
        .or_else(|| governor::behind_participle(clause))
        .or_else(|| governor::of_verb(clause))
        .or_else(|| governor::apposition(clause))
        .or_else(|| clause.whole());
    let Some(run) = run else {
        // A number whose unit was said before counts that; a code or `percent` is nothing that is measured.
        let counted = kind == StatisticKind::Count && clause.syntax().unit == Unit::Unsaid && !unit.is_empty();
        return counted.then(|| unit.to_owned());
    };
    let run = again::respective(clause, run).unwrap_or(run);
    tidy(clause, run).map(|run| clause.text(run))
}

/// The run without the conjunction and the date before it and the time behind it; nothing where it is no noun phrase: too
/// long, or an adverb alone.
fn tidy(clause: &Clause<'_>, Run { mut start, mut end }: Run) -> Option<Run> {
    while start < end && matches!(clause.word(start), "and" | "but" | "or") {
        start += 1;
    }
    start = behind_fronted_date(clause, Run { start, end });
    let timed = |at: usize| clause.dated(Run { start: at, end: at + 1 });
    if start < end && timed(end - 1) {
        while start < end && timed(end - 1) {
            end -= 1;
        }
        // `exports for the month of June`
        let hangs = |at: usize| clause.is(at, Classes::of(&[Classes::NP_END, Classes::CONNECTOR])) || clause.word(at) == ",";
        while start < end && hangs(end - 1) {
            end -= 1;
            if end > start && clause.word(end) == "of" && clause.is(end - 1, Classes::CALENDAR_UNIT) {
                end -= 1;
            }
        }
    }
    // `cargo also`
    while start + 1 < end && clause.lexeme(end - 1, Classes::NP_END).is_some_and(|(_, value)| value == "adverb") {
        end -= 1;
    }
    // `May-dated futures`
    while start > clause.sentence.start && start < end && clause.kind(start) == Some(Kind::Hyphen) {
        start -= 1;
    }
    let verb = (start..end).any(|at| at > start && is_closed(clause, at) && !clause.in_claim(at));
    let adverb = end == start + 1 && matches!(clause.word(start), "still" | "also" | "further" | "now" | "it" | "there");
    (start < end && end - start <= LONGEST_SUBJECT && !verb && !adverb).then_some(Run { start, end })
}

/// Where the phrase starts behind a date that opens it: `In October 2002 the number of passengers`.
fn behind_fronted_date(clause: &Clause<'_>, Run { start, end }: Run) -> usize {
    let dated = |at: usize| clause.dated(Run { start: at, end: at + 1 });
    let leads =
        |at: usize| clause.is(at, Classes::of(&[Classes::NP_END, Classes::CONNECTOR])) || clause.is(at, Classes::CALENDAR_UNIT);
    let first = (start..end).take(AHEAD).find(|at| !leads(*at)).unwrap_or(start);
    let first = (start + 1..=first).find(|at| dated(*at)).unwrap_or(first);
    if first == start || !dated(first) {
        return start;
    }
    let behind = (first..end).find(|at| !dated(*at)).unwrap_or(start);
    // A date that is the whole phrase, or that something is said of, stays, and a part of a word: `two-year rates`.
    let joined = clause.kind(behind) == Some(Kind::Hyphen) || clause.kind(behind) == Some(Kind::Possessive);
    let said_of = clause.is(behind, Classes::NP_END) && !clause.plays(behind, "article");
    if joined || behind > first && said_of { start } else { behind }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_statistics_by;

    #[track_caller]
    fn check(markup: &str, subjects: &[&str]) {
        check_statistics_by(markup, |statistic| statistic.subject.clone().unwrap_or_default(), subjects);
    }

    #[test]
    fn the_phrase_before_the_verb() {
        check("The number of ferries in Oslo has surged by [40%] since 2021.", &["The number of ferries in Oslo"]);
        check("She added that milk output grew [3%].", &["milk output"]);
        check("The farm was sold for [$3 million] and the mill was valued at [$2 million].", &["The farm", "the mill"]);
        check("The town, with tourism revenue surging [9%], is busy.", &["tourism revenue"]);
    }

    #[test]
    fn what_changes_is_told_by_its_preposition() {
        check("It saw a [22.5%] year-on-year increase in valid patents.", &["valid patents"]);
        check("Frost would raise heating costs by [30 percent].", &["heating costs"]);
        check("Costs [halved].", &["Costs"]);
    }

    #[test]
    fn shares_and_sums() {
        check("They have to repay [6%] of the student loans.", &["student loans"]);
        check("Corporate firms (all of them) represent [64%] of total enterprises.", &["Corporate firms (all of them)"]);
        check("The bank made a bid of [over €3 million].", &["bid"]);
        check("It provided [2 billion yuan] in secured loans.", &["secured loans"]);
    }

    #[test]
    fn things_of_a_rate() {
        check("There were [8 patents for every 100 people] and [3.2 per 1,000 births].", &["patents", ""]);
    }

    #[test]
    fn a_subject_is_a_noun_phrase_or_nothing() {
        check("Coastal states on Friday cut the catch by [3%].", &["catch"]);
        check("Costs fell and exports rose by [3%].", &["exports"]);
        check("The deal, which must still be approved, limits the catch to [390,000 tons].", &["catch"]);
    }

    #[test]
    fn what_the_number_describes() {
        check("The board approved a [€1.1 billion] heating scheme.", &["heating scheme"]);
        check("A [17-mile] chase; they bought a [35 percent] stake in it.", &["chase", "stake"]);
        check("Crews made [34%] fewer dosing errors.", &["dosing errors"]);
        check("Of the nurses, [60%] live in towns.", &[""]);
    }

    #[test]
    fn labels_and_parentheses() {
        check("Site (floor area: [86,000 m²]) in Oslo", &["floor area"]);
        check("They said: [40%] agreed.", &[""]);
        check("It grew on wheat (up [$39 million]) and barley (down [$2 million]).", &["wheat", "barley"]);
        check("The most common reason was rent ([38%]).", &["The most common reason"]);
        check("The jobless rate, [3.9 percent], fell again.", &["jobless rate"]);
    }

    #[test]
    fn worth_and_price() {
        check("It hopes to sign a supply contract worth [€8 million].", &["supply contract"]);
        check("The fund will acquire a stake in the port for [$7 billion].", &["stake in the port"]);
        check("The mill was sold for [$7 billion].", &["The mill"]);
    }

    #[test]
    fn names_right_before_the_number() {
        check("Bergen grew [8.7%], Trondheim [5.4%] and Stavanger [4.8%].", &["Bergen", "Trondheim", "Stavanger"]);
        check("Errors cost the clinics [$9 million].", &["Errors"]);
        check("The berth cost [$9 million] and handles [4,000 boxes].", &["The berth", "The berth"]);
        check("The largest market was Peru, with [19%] of the total.", &["Peru"]);
    }

    #[test]
    fn what_grows() {
        check("It expects [8%] revenue growth and a [5%] annual increase.", &["revenue", ""]);
        check("It will cut the key interest rate (KIR) by [25 basis points], to [4.75%].", &["key interest rate (KIR)"; 2]);
        check("The firm will [triple] its output from [1.5 GWh] to [4.5 GWh].", &["output", "output", "output"]);
        check("It saw a drop in prevalence from [47 percent] to [19 percent].", &["prevalence", "prevalence"]);
        check("A decrease of [16%] in the death rate; a rise of [2%] in May.", &["death rate", ""]);
        check("Ignis raised its 2024 adjusted forecast to [450 million euros].", &["2024 adjusted forecast"]);
        check("Peru saw filings grow by [4%] and tariffs by [6%].", &["filings", "tariffs"]);
        check("That brings the total to [20.5 million]; traffic came in flat at [5%].", &["total", "traffic"]);
        check("The airport saw traffic rise by [10.7%].", &["traffic"]);
        check("Oil fell to [$73] and gas rose [$2].", &["Oil", "gas"]);
        check("Prices rose again from [3%] to [4%].", &["Prices", "Prices"]);
    }

    #[test]
    fn asides_and_dates() {
        check("Brent crude, a benchmark for oils, lost [$1.68] there.", &["Brent crude"]);
        check("The price of gold, which has surged [27%], fell [$16.60].", &["price of gold", "price of gold"]);
        check("In October 2002 the number of visitors increased by [8.3%].", &["the number of visitors"]);
        check("Total exports for the month of June 2018 were [$5 million].", &["Total exports"]);
        check("Two-year expectations remain at [3%].", &["Two-year expectations"]);
        check("Growing by [2.6 percent], Lima Airport saw a record.", &["Lima Airport"]);
    }

    #[test]
    fn parts_and_comparisons() {
        check("[61 chases] were counted through Oct. 31, down [12%] from 2024.", &["", "chases"]);
        check("Margins were [44.6%], compared to [41.9%] ([+270 bps]).", &["Margins", "Margins", "Margins"]);
        check("Revenue was up [9%] sequentially and [31%] year over year.", &["Revenue", "Revenue"]);
        check("[300 jobs] will be created, and [30 percent] of the value is reserved.", &["", "value"]);
        check("It has [1,200 looms], [at least 40%] of them new.", &["", "looms"]);
    }

    #[test]
    fn codes_and_signs_are_no_subjects() {
        check("It earned [$5 million], compared with [2.15 million] then.", &["", ""]);
        check("They were up [5%] to [40].", &["", ""]);
    }

    #[test]
    fn said_again() {
        check("The number of firms rose by [18,000] ([0.9%]).", &["The number of firms", "The number of firms"]);
        check(
            "The budget for parks is [$7 billion], a [$2 million] increase.",
            &["The budget for parks", "The budget for parks"],
        );
    }

    #[test]
    fn respectively() {
        check(
            "Exports to Peru and imports from Chile grew by [5%] and [6%], respectively.",
            &["Exports to Peru", "imports from Chile"],
        );
        check("Peru, Chile and Bolivia grew by [5%], [6%] and [7%] respectively.", &["Peru", "Chile", "Bolivia"]);
    }
}
