//! What was said just before: a claim that only says another again, or stands in a list with it.

use super::AHEAD;
use crate::fact::{Change, Statistic, StatisticKind};
use crate::lexicon::Classes;
use crate::normalize::statistic::clause::Clause;
use crate::normalize::statistic::skeleton::Part;
use crate::normalize::statistic::verb::{is_closed, is_verb};
use crate::parse::Run;
use crate::rules::statistic::Unit;
use crate::token::Kind;

/// How many facts back the level of another time may stand, and most tokens of the time's name.
const MEMORY: usize = 3;
const LONGEST_TIME: usize = 10;
/// How far behind the claims `respectively` may stand.
const RESPECTIVELY: usize = 16;

/// The subject of the claim before, which this one says in another way or compares: `18,000 (0.9%)`, `$7.1 billion, a 5%
/// increase`, `12 agents - an increase of 3`, `up 9% sequentially and 31% year over year`. Of a number of things, the things.
pub(super) fn said_again(clause: &Clause<'_>, change: Option<Change>, earlier: &[Statistic]) -> Option<String> {
    let fact = earlier.last()?;
    if let Some(level) = of_time(clause, fact, earlier) {
        return level.subject.clone();
    }
    if let Some(asked) = of_those_asked(clause, earlier) {
        return Some(asked);
    }
    if is_part(clause) {
        let counts = fact.kind == StatisticKind::Count && !fact.unit.is_empty();
        return if counts { Some(fact.unit.clone()) } else { fact.subject.clone() };
    }
    let changes = || super::changed::what_changes(clause).or_else(|| super::changed::changed_in(clause));
    if takes_up(clause, change) && reaches(clause, fact) && changes().is_none() {
        let things = fact.kind == StatisticKind::Count && fact.change.is_none() && !fact.unit.is_empty();
        return if things { Some(fact.unit.clone()) } else { fact.subject.clone() };
    }
    let before = clause.claim_before()?;
    let start = clause.run().start;
    // `12% of electricity in 2018, up from 11%`
    let whole = if clause.word(before.run.end) == "of" { clause.nouns_at(before.run.end + 1) } else { None };
    let between = whole.map_or(before.run.end, |whole| whole.end.min(start))..start;
    let opened = between.len() == 1 && clause.kind(between.start) == Some(Kind::Open);
    let links = |at: usize| {
        matches!(clause.kind(at), Some(Kind::Comma | Kind::Dash | Kind::Hyphen | Kind::Open | Kind::Close))
            || clause.plays(at, Part::Again)
            || clause.is(at, Classes::CHANGE)
            || clause.dated(Run { start: at, end: at + 1 })
            || clause.is(at, Classes::NP_END) && clause.dated(Run { start: at, end: at + 2 })
    };
    let linked = between.len() <= 2 * AHEAD && between.clone().all(links);
    let to_or_from = matches!(clause.word(start.saturating_sub(1)), "from" | "to");
    // `31 percent versus placebo, with 62 percent`: another clause.
    let against = between
        .clone()
        .rev()
        .take_while(|at| clause.kind(*at) != Some(Kind::Comma))
        .any(|at| clause.plays(at, Part::Against) || clause.word(at) == "than");
    let compared = against && between.len() <= 2 * AHEAD;
    let again = change.is_some() || clause.syntax().unit == Unit::Unsaid || to_or_from;
    // `7 million ounces of gold for the deposit, an 11% increase`
    let article = start.checked_sub(2).is_some_and(|comma| {
        clause.is(comma + 1, Classes::ARTICLE)
            && matches!(clause.kind(comma), Some(Kind::Comma | Kind::Dash))
            && comma >= between.start
    });
    let opposed = article
        && change.is_some()
        && between.len() <= 4 * AHEAD
        && (clause.run().end..clause.sentence.end).take(AHEAD).any(|at| clause.noun_of_change(at))
        && super::changed::what_changes(clause).is_none();
    let reworded = is_reworded(clause, between.clone());
    let taken = opened || compared || opposed || reworded || again && linked || based(clause, fact, before.run.end);
    let mut behind = (clause.run().end..clause.sentence.end).take(RESPECTIVELY);
    if !taken || behind.any(|at| clause.word(at) == "respectively") {
        return None;
    }
    // `45% of costs (65% for small firms)`
    let own = if opened && clause.word(clause.run().end) == "for" { clause.nominal_at(clause.run().end + 1) } else { None };
    if let Some(own) = own {
        return Some(clause.text(own));
    }
    let things = fact.kind == StatisticKind::Count && fact.change.is_none() && !fact.unit.is_empty();
    let counted = things && (opened || change.is_some() || compared || reworded || fact.subject.is_none());
    let subject = if counted { Some(fact.unit.clone()) } else { fact.subject.clone() };
    subject.filter(|subject| !subject.is_empty())
}

/// `74% of owners sail, while 12% plan to sell`: a share that is itself what its clause is about, of those whose share was
/// told before in the paragraph, or of the people counted there.
fn of_those_asked(clause: &Clause<'_>, earlier: &[Statistic]) -> Option<String> {
    let Run { start, end } = clause.run();
    let opens = start == clause.sentence.start
        || clause.kind(start - 1) == Some(Kind::Comma)
        || clause.plays(start - 1, Part::Opens)
        || clause.word(start - 1) == "and"
        || clause.word(start - 1).eq_ignore_ascii_case("another");
    let acts = (is_verb(clause, end) || clause.plays(end, Part::Speech) || clause.is(end, Classes::NP_LATE))
        && !clause.is(end, Classes::CHANGE);
    let told = matches!(clause.word(clause.sentence.start), "Of" | "Among");
    if clause.syntax().kind != StatisticKind::Percent || told || !opens || !acts || clause.kind(end) != Some(Kind::Word) {
        return None;
    }
    let block = clause.document.sentence_of(start).map(|sentence| clause.document.blocks[sentence.block].span)?;
    let mut near = earlier.iter().rev().take(MEMORY).take_while(|fact| fact.span.start() >= block.start());
    near.find_map(|fact| match fact.kind {
        StatisticKind::Percent => fact.of.clone().or_else(|| fact.subject.clone()),
        StatisticKind::Count if fact.change.is_none() && !fact.unit.is_empty() => Some(fact.unit.clone()),
        _ => None,
    })
}

/// `EUR 45 million in the segment (previous year: EUR 51 million)`: a level of another time, of what the last level of the
/// same kind before it measures.
fn of_time<'f>(clause: &Clause<'_>, last: &Statistic, earlier: &'f [Statistic]) -> Option<&'f Statistic> {
    let start = clause.run().start;
    let floor = start.saturating_sub(LONGEST_TIME).max(clause.sentence.start);
    let colon = usize::from(start > floor && clause.kind(start - 1) == Some(Kind::Colon));
    let label_end = start - colon;
    let open = (floor..label_end).rev().find(|at| matches!(clause.kind(*at), Some(Kind::Open | Kind::Semicolon)))?;
    let timed = |at: usize| {
        clause.dated(Run { start: at, end: at + 1 })
            || clause.lexeme(at, Classes::BASIS).is_some_and(|(end, _)| end <= label_end)
            || clause.is(at, Classes::CALENDAR_UNIT)
    };
    if open + 1 >= label_end || !(open + 1..label_end).any(timed) || (open..label_end).any(|at| clause.in_claim(at)) {
        return None;
    }
    let same = |fact: &&Statistic| fact.kind == clause.syntax().kind && fact.change.is_none() && reaches(clause, fact);
    earlier.iter().rev().take(MEMORY).find(same).filter(|_| reaches(clause, last))
}

/// `a loss of $4 million, or $0.12 per share`, `500 charges, or 86 percent`: the same in other words.
fn is_reworded(clause: &Clause<'_>, between: std::ops::Range<usize>) -> bool {
    let comma = usize::from(clause.kind(between.start) == Some(Kind::Comma));
    let joined = between.len() == comma + 1 && clause.word(between.start + comma) == "or";
    // `$56 million or $0.83 per share`, with no comma.
    joined && (comma == 1 || clause.syntax().per.is_some())
}

/// `This is an increase of 18%`, `, which was 3.7 points higher`: a pronoun, its verb, and only words of change before the
/// claim. What the pronoun stands for was measured by the claim before.
fn takes_up(clause: &Clause<'_>, change: Option<Change>) -> bool {
    let start = clause.run().start;
    let floor = start.saturating_sub(AHEAD).max(clause.sentence.start);
    let pronoun =
        |at: usize| clause.plays(at, Part::Relative) || clause.plays(at, Part::Whole) && clause.plays(at, Part::Pronoun);
    let Some(at) = (floor..start).rev().find(|at| pronoun(*at)) else { return false };
    let verb = is_closed(clause, at + 1) || clause.plays(at + 1, Part::Speech) || clause.is(at + 1, Classes::SHARE_VERB);
    // `This compares with $139 million`
    let compares = clause.plays(at, Part::Whole) && clause.word(at + 1).starts_with("compare") && at + 3 == start;
    if compares {
        return true;
    }
    let sizes = |at: usize| {
        clause.plays(at, Part::Article)
            || clause.describes(at)
            || clause.is(at, Classes::CHANGE)
            || is_closed(clause, at)
            || clause.word(at) == "of"
    };
    change.is_some() && verb && at + 1 < start && (at + 2..start).all(sizes)
}

/// Whether the fact stands in the sentence or in the one before it.
fn reaches(clause: &Clause<'_>, fact: &Statistic) -> bool {
    let sentence = clause.previous_sentence().map_or(clause.sentence, |before| before.sentence);
    fact.span.start() >= clause.document.span(sentence.start..sentence.end).start()
}

/// `of which 5 million`, `Of this, 85%`, `40% of them`: a part of what was said before.
fn is_part(clause: &Clause<'_>) -> bool {
    let Run { start, end } = clause.run();
    let comma = usize::from(start > clause.sentence.start && clause.kind(start - 1) == Some(Kind::Comma));
    let before = (start - comma).checked_sub(2).filter(|of| *of >= clause.sentence.start);
    let of_whole = |of: usize| clause.word(of).eq_ignore_ascii_case("of") && clause.plays(of + 1, Part::Whole);
    before.is_some_and(of_whole) || of_whole(end) && !clause.plays(end + 2, Part::Relative)
}

/// `and 31% year over year` behind `up 9% sequentially`: only a basis, or the end of one, between.
fn based(clause: &Clause<'_>, fact: &Statistic, end: usize) -> bool {
    let start = clause.run().start;
    let joined = matches!(clause.word(start.saturating_sub(1)), "and" | "or") && start - end <= AHEAD + 2;
    let verbless = (end..start)
        .all(|at| matches!(clause.kind(at), Some(Kind::Word | Kind::Hyphen | Kind::Comma)) && !clause.plays(at, Part::Opens));
    let measured = clause.lexeme(clause.run().end, Classes::BASIS).is_some()
        || clause.plays(clause.run().end, Part::Since)
        || clause.word(start - 1) == "or" && start - end <= 2;
    joined && verbless && measured && fact.change.is_some()
}

/// The one of several joined subjects that is this claim's, where the clause says `respectively`.
pub(super) fn respective(clause: &Clause<'_>, subject: Run) -> Option<Run> {
    let claims = &clause.selected.statistics;
    let joins = |at: usize| clause.word(at) == "and" || clause.kind(at) == Some(Kind::Comma);
    let adjoin = |left: Run, right: Run| left.end < right.start && (left.end..right.start).all(joins);
    let first =
        (1..=clause.index).rev().take(AHEAD).find(|index| !adjoin(claims[index - 1].run, claims[*index].run)).unwrap_or(0);
    let last = (clause.index + 1..claims.len())
        .take(AHEAD)
        .find(|index| !adjoin(claims[index - 1].run, claims[*index].run))
        .unwrap_or(claims.len());
    let end = claims[last - 1].run.end;
    (end..clause.sentence.end).take(RESPECTIVELY).find(|at| clause.word(*at) == "respectively")?;
    let mut borders: Vec<usize> = (subject.start..subject.end).filter(|at| joins(*at) && !joins(at + 1)).collect();
    // `the supply of heat and water and the mining industry`: of several, the ones that an article follows part subjects.
    if borders.len() + 1 != last - first {
        borders.retain(|at| clause.plays(at + 1, Part::Article));
    }
    if borders.len() + 1 != last - first {
        return None;
    }
    let own = clause.index - first;
    let start = own.checked_sub(1).map_or(subject.start, |before| borders[before] + 1);
    let end = borders.get(own).map_or(subject.end, |border| if *border > 0 && joins(border - 1) { border - 1 } else { *border });
    Some(Run { start, end })
}
