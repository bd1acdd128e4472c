//! What a claim measures, by the shape of its clause.

use super::clause::Clause;
use super::phrase::{clause_start, comma_before, is_pronoun, last_clause, noun_phrase_start, states};
use super::verb::{is_closed, is_verb};
use crate::fact::{Change, Statistic, StatisticKind};
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::rules::statistic::Unit;
use crate::token::{Case, Kind};

/// How far before the claim its verb is looked for.
const WINDOW: usize = 40;
/// How far behind the claim what changes, or what is ranked, is looked for.
const AHEAD: usize = 6;
/// How many verbs may stand between a claim and the verb that has a subject.
const VERBS: usize = 4;
/// Words of a plural that a bare number may count.
const LONGEST_PLURAL: usize = 3;
/// Most words of a subject.
const LONGEST_SUBJECT: usize = 24;
/// How far behind the claims `respectively` may stand.
const RESPECTIVELY: usize = 16;

/// The subject as written; `None` where the clause does not tell.
pub(super) fn subject(
    clause: &Clause<'_>,
    kind: StatisticKind,
    change: Option<Change>,
    unit: &str,
    earlier: &[Statistic],
) -> Option<String> {
    if let Some(same) = said_again(clause, change, earlier) {
        return Some(same);
    }
    let run = what_changes(clause)
        .or_else(|| changed_by(clause))
        .or_else(|| what_multiplied(clause, kind))
        .or_else(|| what_is_ranked(clause, kind))
        .or_else(|| counted_on(clause, kind))
        .or_else(|| in_what(clause, kind))
        .or_else(|| what_of(clause))
        .or_else(|| shared_whole(clause))
        .or_else(|| of_verb(clause))
        .or_else(|| apposition(clause))
        .or_else(|| clause.whole());
    let Some(run) = run else {
        // A number whose unit was said before counts that; a code or `percent` is nothing that is measured.
        let counted = kind == StatisticKind::Count && clause.syntax().unit == Unit::Unsaid && !unit.is_empty();
        return counted.then(|| unit.to_owned());
    };
    let run = respective(clause, run).unwrap_or(run);
    tidy(clause, run).map(|run| clause.text(run))
}

/// The run without the conjunction before it and the time behind it; nothing where it is no noun phrase: too long, or an
/// adverb alone.
fn tidy(clause: &Clause<'_>, Run { mut start, mut end }: Run) -> Option<Run> {
    while start < end && matches!(clause.word(start), "and" | "but" | "or") {
        start += 1;
    }
    let timed = |at: usize| clause.dated(Run { start: at, end: at + 1 });
    if start < end && timed(end - 1) {
        while start < end && timed(end - 1) {
            end -= 1;
        }
        while start < end && matches!(clause.word(end - 1), "on" | "in" | "," | "at") {
            end -= 1;
        }
    }
    let verb = (start..end).any(|at| at > start && is_closed(clause, at) && !clause.in_claim(at));
    let adverb = end == start + 1 && matches!(clause.word(start), "still" | "also" | "further" | "now" | "it");
    (start < end && end - start <= LONGEST_SUBJECT && !verb && !adverb).then_some(Run { start, end })
}

/// The subject of the claim before, which this one only says in another way: `18,000 (0.9%)`, `$7.1 billion, a 5%
/// increase`, `12 agents - an increase of 3`.
fn said_again(clause: &Clause<'_>, change: Option<Change>, earlier: &[Statistic]) -> Option<String> {
    let before = clause.claim_before()?;
    let fact = earlier.last()?;
    let between = before.run.end..clause.run().start;
    let opened = between.len() == 1 && clause.kind(between.start) == Some(Kind::Open);
    let links = |at: usize| {
        matches!(clause.kind(at), Some(Kind::Comma | Kind::Dash | Kind::Hyphen | Kind::Open))
            || clause.plays(at, "again")
            || clause.is(at, Classes::CHANGE)
            || clause.dated(Run { start: at, end: at + 1 })
    };
    if (clause.run().end..clause.sentence.end).take(RESPECTIVELY).any(|at| clause.word(at) == "respectively") {
        return None;
    }
    let again = change.is_some() || clause.syntax().unit == Unit::Unsaid || clause.word(clause.run().start - 1) == "from";
    if opened || again && between.len() <= 2 * AHEAD && between.clone().all(links) {
        let moved = between.clone().any(|at| matches!(clause.word(at), "up" | "down"));
        let counted = fact.kind == StatisticKind::Count && fact.change.is_none() && change.is_some() && !moved;
        return if counted { Some(fact.unit.clone()) } else { fact.subject.clone() };
    }
    None
}

/// `a 22.5% year-on-year increase in valid patents`.
fn what_changes(clause: &Clause<'_>) -> Option<Run> {
    let mut at = clause.run().end;
    for _ in 0..AHEAD {
        if let Some((end, _)) = clause.lexeme(at, Classes::BASIS) {
            at = end;
        } else if clause.is(at, Classes::CHANGE) {
            return if clause.word(at + 1) == "in" { clause.nouns_at(at + 2).filter(|run| !clause.dated(*run)) } else { None };
        } else if matches!(clause.kind(at), Some(Kind::Word | Kind::Hyphen)) && !clause.is(at, Classes::NP_END) {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// `would increase food needs by 50 percent`: the object of the verb.
fn changed_by(clause: &Clause<'_>) -> Option<Run> {
    let by = clause.run().start.checked_sub(1).filter(|by| clause.word(*by) == "by")?;
    let floor = by.saturating_sub(2 * AHEAD).max(clause.sentence.start);
    let verb = (floor..by).rev().find(|at| clause.is(*at, Classes::CHANGE))?;
    let start = verb + 1;
    let inside = |at: usize| clause.kind(at) == Some(Kind::Word) && !clause.is(at, Classes::NP_END) && !clause.in_claim(at);
    if !(start..by).all(inside) {
        return None;
    }
    let adverb = start + 1 == by && (clause.word(start).ends_with("ly") || clause.is(start, Classes::BASIS));
    let names = start < by && !adverb && !clause.word(verb).ends_with("ing");
    names.then_some(Run { start, end: by })
}

/// `costs halved`: what stands before the verb that is itself the claim.
fn what_multiplied(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    let Run { start, end } = clause.run();
    let verb = kind == StatisticKind::Multiple && clause.word(end - 1).ends_with('d') && clause.word(end - 1) != "fold";
    let first = clause_start(clause, start, start.saturating_sub(WINDOW).max(clause.sentence.start));
    let run = Run { start: first, end: start };
    (verb && states(clause, run)).then(|| last_clause(clause, run)).filter(|run| !is_pronoun(clause, run.start))
}

/// `The third-largest sector was construction`.
fn what_is_ranked(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    let Run { start, end } = clause.run();
    let opens = clause.sentence.start + 1 >= start && clause.is(end - 1, Classes::SUPERLATIVE);
    if kind != StatisticKind::Rank || !opens {
        return None;
    }
    let is = (end..end + AHEAD).find(|at| clause.plays(*at, "is"))?;
    clause.nouns_at(is + 1)
}

/// The things of a rate, the whole of a share in words.
fn counted_on(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    match &clause.syntax().unit {
        Unit::Nouns(run) if kind == StatisticKind::Ratio => {
            let end = clause.syntax().per.map_or(run.end, |per| rate_word(clause, per.start));
            (end > run.start).then_some(Run { end, ..*run })
        }
        _ => None,
    }
}

/// Where the `per` or `for every` before the base of a rate starts.
fn rate_word(clause: &Clause<'_>, base: usize) -> usize {
    let every = base.checked_sub(2).filter(|at| clause.word(*at).eq_ignore_ascii_case("for"));
    every.unwrap_or(base - 1)
}

/// `nearly 2 billion yuan in loans`.
fn in_what(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    let end = clause.run().end;
    let fits = kind == StatisticKind::Money && clause.word(end) == "in" && clause.kind(end + 1) == Some(Kind::Word);
    let things = clause.nouns_at(end + 1).filter(|_| fits)?;
    (clause.token(things.start).case != Case::Title && !clause.dated(things)).then_some(things)
}

/// `an investment of more than $1 billion`; not `an increase of`, whose subject the verb has.
fn what_of(clause: &Clause<'_>) -> Option<Run> {
    let of = clause.run().start.checked_sub(1).filter(|of| clause.word(*of) == "of")?;
    let start = noun_phrase_start(clause, of);
    let is_thing = start < of && !clause.is(of - 1, Classes::CHANGE) && !clause.plays(of - 1, "sum");
    is_thing.then_some(Run { start, end: of })
}

/// `to cancel 2% of the credits`: the whole, unless the verb says what makes up the share.
fn shared_whole(clause: &Clause<'_>) -> Option<Run> {
    if clause.syntax().kind != StatisticKind::Percent {
        return None;
    }
    let end = clause.run().end;
    let whole =
        if clause.word(end) == "share" && clause.word(end + 1) == "of" { clause.nouns_at(end + 2) } else { clause.whole() }?;
    let floor = clause.run().start.saturating_sub(AHEAD).max(clause.sentence.start);
    let verb = (floor..clause.run().start).rev().find(|at| is_verb(clause, *at) || clause.kind(*at) == Some(Kind::Comma));
    let parts = |at: usize| clause.is(at, Classes::SHARE_VERB) || clause.kind(at) == Some(Kind::Comma);
    let infinitive = || {
        (floor..clause.run().start)
            .rev()
            .any(|at| clause.word(at) == "to" && clause.kind(at + 1) == Some(Kind::Word) && at + 1 < clause.run().start)
    };
    match verb {
        Some(at) if parts(at) && !infinitive() => None,
        Some(_) => Some(whole),
        None => infinitive().then_some(whole),
    }
}

/// The phrase before the verb that governs the claim; of a participle, that of the verb before it.
fn of_verb(clause: &Clause<'_>) -> Option<Run> {
    let floor = clause.run().start.saturating_sub(WINDOW).max(clause.sentence.start);
    let mut end = clause.run().start;
    for _ in 0..VERBS {
        let verb = (floor..end).rev().find(|at| is_verb(clause, *at))?;
        let mut group = verb;
        while group > floor
            && (is_closed(clause, group - 1) || clause.word(group - 1) == "to" || clause.word(group - 1).ends_with("ly"))
        {
            group -= 1;
        }
        let start = clause_start(clause, group, floor);
        let subject = Run { start, end: group };
        if start < group && states(clause, subject) {
            let named = last_clause(clause, subject);
            return if is_pronoun(clause, named.start) { antecedent(clause) } else { Some(named) };
        }
        // `a petition which now has`: what stands before the pronoun.
        let relative = start > floor && clause.plays(start - 1, "relative");
        let antecedent = relative.then(|| noun_phrase_start(clause, comma_before(clause, start - 1)));
        if let Some(start) = antecedent.filter(|begin| *begin < start - 1) {
            return Some(Run { start, end: comma_before(clause, group - 1) });
        }
        if start <= floor {
            return None;
        }
        end = start;
    }
    None
}

/// The plural that is the whole subject of the clause: what a bare number counts in `users reached 1.2bn`.
pub(super) fn counted_subject(clause: &Clause<'_>) -> Option<Run> {
    let run = of_verb(clause)?;
    let things = clause.nouns_at(run.start).filter(|nouns| nouns.end == run.end && nouns.len() <= LONGEST_PLURAL)?;
    let last = clause.word(things.end - 1);
    let plural = last.ends_with('s') || clause.is(things.end - 1, Classes::PLURAL);
    (plural && clause.token(things.end - 1).case == Case::Lower).then_some(things)
}

/// What a pronoun most likely stands for: the subject of the sentence before, in the same paragraph.
fn antecedent(clause: &Clause<'_>) -> Option<Run> {
    let before = clause.previous_sentence()?;
    let verb = (before.sentence.start..before.sentence.end).take(WINDOW).find(|at| is_verb(&before, *at))?;
    let start = clause_start(&before, verb, before.sentence.start);
    let run = Run { start, end: verb };
    (start < verb && states(&before, run) && !is_pronoun(&before, start)).then_some(run)
}

/// `China's digital economy, exceeding 50 trillion yuan`.
fn apposition(clause: &Clause<'_>) -> Option<Run> {
    let start = clause.run().start;
    let comma =
        (clause.sentence.start..start).take(WINDOW).find(|at| matches!(clause.kind(*at), Some(Kind::Comma | Kind::Colon)))?;
    let run = Run { start: clause.sentence.start, end: comma };
    // In a list, what stands first is no more than its first item.
    let lists = (comma + 1..start.saturating_sub(1)).any(|at| clause.kind(at) == Some(Kind::Comma))
        || (run.start..run.end).any(|at| clause.in_claim(at));
    if lists {
        return None;
    }
    (states(clause, run) && !clause.is(run.start, Classes::NP_END) || clause.word(run.start) == "The").then_some(run)
}

/// The one of several joined subjects that is this claim's, where the clause says `respectively`.
fn respective(clause: &Clause<'_>, subject: Run) -> Option<Run> {
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
    let borders: Vec<usize> = (subject.start..subject.end).filter(|at| joins(*at) && !joins(at + 1)).collect();
    if borders.len() + 1 != last - first {
        return None;
    }
    let own = clause.index - first;
    let start = own.checked_sub(1).map_or(subject.start, |before| borders[before] + 1);
    let end = borders.get(own).map_or(subject.end, |border| if *border > 0 && joins(border - 1) { border - 1 } else { *border });
    Some(Run { start, end })
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
        check("Coastal states on Friday cut the catch by [3%].", &["Coastal states"]);
        check("Costs fell and exports rose by [3%].", &["exports"]);
        check("The deal, which must still be approved, limits the catch to [390,000 tons].", &[""]);
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
