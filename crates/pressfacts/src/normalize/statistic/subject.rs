//! What a claim measures, by the shape of its clause.

mod again;
mod beside;
mod changed;
mod governor;
mod purpose;

use super::clause::Clause;
use super::skeleton::Part;
use super::verb::{is_closed, is_verb};
use crate::fact::{Change, Statistic, StatisticKind};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::rules::statistic::Unit;
use crate::token::{Case, Kind};

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
    let shapes = if clause.skeleton.is_telling(clause.sentence.start..clause.sentence.end) { SHAPES } else { &[] };
    let told = shapes.iter().find_map(|shape| {
        shape(clause, kind).and_then(|run| {
            // What a pronoun stands for may be in the sentence before.
            if run.end <= clause.sentence.start {
                return tidy(&clause.previous_sentence()?, run);
            }
            let run = again::respective(clause, run).unwrap_or(run);
            tidy(clause, run)
        })
    });
    // A number whose unit was said before counts that; a code or `percent` is nothing that is measured.
    let counted = || kind == StatisticKind::Count && clause.syntax().unit == Unit::Unsaid && !unit.is_empty();
    told.map(|run| clause.text(run)).or_else(|| counted().then(|| unit.to_owned()))
}

/// What a shape of clause says is measured, where the claim stands in one.
type Shape = fn(&Clause<'_>, StatisticKind) -> Option<Run>;

/// The shapes, the surest first: what the number changes, what it describes, what it is a part of, and only then the subject
/// of its verb.
const SHAPES: &[Shape] = &[
    // `a 5% rise in exports`, `revenue growth of 5%`, `cut costs by 5%`, `limits the catch to 5 tons`, `halved the costs`
    |clause, _| changed::what_changes(clause),
    |clause, _| changed::growth_of(clause),
    |clause, _| changed::changed_in(clause),
    |clause, _| changed::changed_by(clause),
    |clause, _| changed::object_of(clause),
    |clause, _| changed::brought_to(clause),
    changed::what_multiplied,
    // `the third-largest sector was`, `one in five children`, `a $5 million scheme`, `Revenue: $5 million`, `rent (38%)`
    beside::what_is_ranked,
    beside::counted_on,
    beside::described,
    |clause, _| labelled(clause),
    |clause, _| beside::in_parentheses(clause),
    // `a contract worth $5 million`, `bought the mill for $5 million`, `$5 million in loans`, `$5 million for schools`
    |clause, _| beside::valued(clause),
    beside::priced,
    beside::in_what,
    purpose::funded,
    // `a loss of $5 million`, `cancel 5% of the credits`, `5 tonnes of rice`, `the party's 39 percent`
    |clause, _| beside::what_of(clause),
    |clause, _| beside::shared_whole(clause),
    beside::measured_out,
    beside::owned_by,
    // `Bergen 5%`, `Bergen, with 5%`, `imports at 5 tonnes were`, `$5 million for schools`
    |clause, _| beside::named_before(clause),
    |clause, _| beside::given_with(clause),
    |clause, _| beside::stands_at(clause),
    purpose::own,
    // `100 commitments, representing $5 million`
    |clause, _| beside::represented(clause),
    // `Profit Rises 5%`, `Growing by 5%, the port`, `The port grew by 5%`, `The port, exceeding 5 tonnes`
    |clause, _| governor::in_title(clause),
    |clause, _| governor::behind_participle(clause),
    |clause, _| governor::of_verb(clause),
    |clause, _| governor::apposition(clause),
    |clause, _| clause.whole(),
];

/// The run without the conjunction and the date before it and the time behind it; nothing where it is no noun phrase: too
/// long, or an adverb alone.
fn tidy(clause: &Clause<'_>, Run { mut start, mut end }: Run) -> Option<Run> {
    while start < end && matches!(clause.word(start), "and" | "but" | "or") {
        start += 1;
    }
    start = behind_fronted_date(clause, Run { start, end });
    start = behind_claim(clause, Run { start, end });
    // `, raised its price`, `increase its benefits`, `whose sales`: a verb and its object.
    let opens = is_verb(clause, start) && !clause.plays(start, Part::Nominal) || clause.word(start) == "whose";
    let object = |at: usize| clause.plays(at, Part::Article) || !clause.is(at, Classes::NP_END) && !is_verb(clause, at);
    let acts = start + 1 < end && opens && clause.kind(start + 1) == Some(Kind::Word) && object(start + 1);
    start += if acts { 1 + usize::from(clause.plays(start + 1, Part::Article)) } else { 0 };
    // `production – a third of it abroad –`, `(31%)`, `exports of`: what hangs behind or stands in quotes.
    end = (start + 1..end).find(|at| clause.kind(*at) == Some(Kind::Dash)).unwrap_or(end);
    let mark =
        |at: usize| matches!(clause.kind(at), Some(Kind::Comma | Kind::Quote | Kind::OpenQuote | Kind::CloseQuote | Kind::Colon));
    while start < end && mark(start) {
        start += 1;
    }
    // `, outpacing inflation of`
    let gerund = start > clause.sentence.start
        && clause.kind(start - 1) == Some(Kind::Comma)
        && clause.word(start).ends_with("ing")
        && !clause.plays(start, Part::Nominal)
        && clause.token(start).case == Case::Lower;
    let object = gerund && start + 1 < end && !clause.is(start + 1, Classes::NP_END);
    start += usize::from(object);
    let hangs = |at: usize| clause.plays(at, Part::Preposition) || matches!(clause.word(at), "and" | "or");
    let apart = |at: usize| clause.token(at).case == Case::Lower && !clause.token(at).glued();
    while start < end && (mark(end - 1) || hangs(end - 1) && apart(end - 1)) {
        end -= 1;
    }
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
    while start + 1 < end && clause.plays(end - 1, Part::Adverb) {
        end -= 1;
    }
    // `May-dated futures`
    while start > clause.sentence.start && start < end && clause.kind(start) == Some(Kind::Hyphen) {
        start -= 1;
    }
    let verb = (start..end).any(|at| at > start && is_closed(clause, at) && !clause.in_claim(at));
    let participle = end == start + 1 && clause.token(start).case == Case::Lower && clause.word(start).ends_with("ed");
    let adverb =
        participle || end == start + 1 && matches!(clause.word(start), "still" | "also" | "further" | "now" | "it" | "there");
    let run = Run { start, end };
    let fits = start < end && end - start <= LONGEST_SUBJECT && !verb && !adverb;
    let names = |at: usize| match clause.kind(at) {
        Some(Kind::Word) => !clause.is(at, Classes::NP_END) || clause.token(at).capitalized(),
        kind => kind == Some(Kind::Dotted),
    };
    (fits && (start..end).any(names)).then_some(run)
}

/// Where the phrase starts behind a claim that opens it and what binds it: `over $40 billion from the fund`.
fn behind_claim(clause: &Clause<'_>, Run { start, end }: Run) -> usize {
    if start >= end || !clause.in_claim(start) {
        return start;
    }
    let behind = (start..end).find(|at| !clause.in_claim(*at)).unwrap_or(end);
    let article = usize::from(clause.plays(behind + 1, Part::Article));
    if clause.plays(behind, Part::Preposition) && behind + 1 + article < end { behind + 1 + article } else { start }
}

/// Where the phrase starts behind a date that opens it: `In October 2002 the number of passengers`, `last year the port`.
fn behind_fronted_date(clause: &Clause<'_>, Run { start, end }: Run) -> usize {
    let dated = |at: usize| clause.dated(Run { start: at, end: at + 1 });
    let small = Classes::of(&[Classes::NP_END, Classes::CONNECTOR, Classes::SHIFT, Classes::CALENDAR_UNIT]);
    let leads = |at: usize| clause.is(at, small);
    let first = (start..end).take(AHEAD).find(|at| !leads(*at)).unwrap_or(start);
    let first = (start + 1..=first).find(|at| dated(*at)).unwrap_or(first);
    if first == start || !dated(first) {
        return start;
    }
    let behind = (first..end).find(|at| !dated(*at)).unwrap_or(start);
    // A date that is the whole phrase, or that something is said of, stays, and a part of a word: `two-year rates`.
    let joined = clause.kind(behind) == Some(Kind::Hyphen) || clause.kind(behind) == Some(Kind::Possessive);
    let said_of = clause.is(behind, Classes::NP_END) && !clause.plays(behind, Part::Article);
    if joined || behind > first && said_of { start } else { behind }
}

#[cfg(test)]
mod tests;
