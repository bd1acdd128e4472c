//! What stands beside the number: what it describes, what it is a share or a sum of, its label.

use super::{AHEAD, LONGEST_LABEL, WINDOW};
use crate::fact::StatisticKind;
use crate::lexicon::Classes;
use crate::normalize::statistic::clause::Clause;
use crate::normalize::statistic::phrase::{comma_before, noun_phrase_start, states, wide_nouns_at, wide_phrase_start};
use crate::normalize::statistic::skeleton::Part;
use crate::normalize::statistic::verb::{is_closed, is_verb};
use crate::parse::{Run, lex_before};
use crate::rules::statistic::Unit;
use crate::token::{Case, Kind};

/// How far behind its parenthesis a number may stand.
const OPENED: usize = 4;
/// Most tokens of a line that names what stands at a number.
const LONGEST_LINE: usize = 16;
/// How far before a noun the verb that makes it a predicate may stand.
const PREDICATE: usize = 3;

/// `The third-largest sector was construction`; else the nouns ranked, where no verb makes them a predicate: `into the
/// world's second busiest lane`.
pub(super) fn what_is_ranked(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    let Run { start, end } = clause.run();
    if kind != StatisticKind::Rank || !clause.is(end - 1, Classes::SUPERLATIVE) {
        return None;
    }
    let opens = clause.sentence.start + 1 >= start;
    let is = (end..end + AHEAD).find(|at| opens && clause.plays(*at, Part::Is));
    let predicate =
        (start.saturating_sub(AHEAD)..start).any(|at| clause.plays(at, Part::Is) || clause.plays(at, Part::Auxiliary));
    is.and_then(|is| clause.nouns_at(is + 1)).or_else(|| if predicate || opens { None } else { clause.nominal_at(end) })
}

/// The things of a rate, the whole of a share in words.
pub(super) fn counted_on(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    let start = clause.run().start;
    // `Density ranges from 3 to 62 wells per km²`
    let level =
        start > clause.sentence.start + 1 && matches!(clause.word(start - 1), "from" | "at" | "to") && is_verb(clause, start - 2);
    match &clause.syntax().unit {
        Unit::Nouns(run) if kind == StatisticKind::Ratio && !level => {
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

/// `a €1.1 billion scheme`, `a 35 percent stake`, `a 17-mile pursuit`, `34% fewer errors`: the nouns that the number
/// describes. A share without an article describes nothing: `60% live in towns`.
pub(super) fn described(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    let Run { start, end } = clause.run();
    let owned = start > clause.sentence.start && clause.kind(start - 1) == Some(Kind::Possessive);
    let determined = owned || start > clause.sentence.start && clause.plays(start - 1, Part::Article);
    // `3-inch`, `67-per cent`
    let joins =
        |at: usize| clause.kind(at) == Some(Kind::Hyphen) && clause.is(at + 1, Classes::of(&[Classes::UNIT, Classes::PERCENT]));
    let hyphened = clause.run().len() > 1 && (clause.kind(end - 2) == Some(Kind::Hyphen) || (start + 1..end).any(joins));
    let level = matches!(clause.word(end), "above" | "below");
    let measures_up = !level && (clause.plays(end, Part::Above) || clause.plays(end, Part::Below)) || clause.word(end) == "fewer";
    let compares = kind == StatisticKind::Percent && measures_up && clause.word(end + 1) != "than";
    let fits = match kind {
        StatisticKind::Money => true,
        StatisticKind::Measure => determined || hyphened,
        StatisticKind::Percent => determined || compares || used(clause),
        _ => false,
    };
    // `an 11,000 kilometre-long grid`
    let at = if clause.kind(end) == Some(Kind::Hyphen) || compares { end + 1 } else { end };
    let noun = clause.kind(at) == Some(Kind::Word)
        && !clause.is(at, Classes::of(&[Classes::NP_END, Classes::CHANGE, Classes::CONNECTOR]))
        && clause.lexeme(at, Classes::BASIS).is_none()
        && (determined || compares || !is_verb(clause, at))
        && !clause.plays(at, Part::Sum)
        && !clause.plays(at, Part::Scope)
        && !clause.word(at).ends_with("ly")
        && (determined || compares || !clause.word(at).ends_with("ing") || clause.plays(at, Part::Nominal));
    let run = if fits && noun { wide_nouns_at(clause, at) } else { None }?;
    let changes = (run.start..=run.end).any(|at| clause.is(at, Classes::CHANGE));
    (!changes && !clause.dated(run)).then_some(run)
}

/// Whether the share is the object of a verb, so that it describes what follows: `using 30% recycled paper`; no `rose 5%`,
/// no `is 5%`, no `said 5%`.
fn used(clause: &Clause<'_>) -> bool {
    let Some(verb) = clause.run().start.checked_sub(1).filter(|verb| *verb >= clause.sentence.start) else { return false };
    let other = Classes::of(&[Classes::CHANGE, Classes::SHARE_VERB, Classes::RANK_VERB]);
    let acts = is_verb(clause, verb) || clause.word(verb).ends_with("ing") && !clause.plays(verb, Part::Nominal);
    acts && !is_closed(clause, verb) && !clause.is(verb, other) && !clause.plays(verb, Part::Speech)
}

/// `100 commitments, representing $12 billion`: the things of the claim that a participle of share hangs on.
pub(super) fn represented(clause: &Clause<'_>) -> Option<Run> {
    let verb = clause.run().start.checked_sub(1).filter(|verb| clause.word(*verb).ends_with("ing"))?;
    let before = clause.claim_before().filter(|before| before.run.end + 1 >= comma_before(clause, verb))?;
    match &before.syntax.unit {
        Unit::Nouns(things) if clause.is(verb, Classes::SHARE_VERB) && before.run.end <= verb => Some(*things),
        _ => None,
    }
}

/// `site area: 86,000 m²`, `• Revenue: $5 million`: the label before the colon.
pub(in crate::normalize::statistic) fn labelled(clause: &Clause<'_>) -> Option<Run> {
    let colon = clause.run().start.checked_sub(1).filter(|colon| clause.kind(*colon) == Some(Kind::Colon))?;
    let floor = colon.saturating_sub(LONGEST_LABEL).max(clause.sentence.start);
    let bound = |at: usize| {
        matches!(clause.kind(at), Some(Kind::Comma | Kind::Semicolon | Kind::Open | Kind::Dash | Kind::Colon | Kind::Symbol))
    };
    let bound = (floor..colon).rev().find(|at| bound(*at));
    // Longer ones are no labels.
    let start = bound.map(|at| at + 1).or((floor == clause.sentence.start).then_some(floor))?;
    let run = Run { start, end: colon };
    let speaks = is_verb(clause, start)
        || (start..colon).any(|at| is_closed(clause, at) || clause.in_claim(at) || clause.kind(at) == Some(Kind::Close));
    (start < colon && !speaks && states(clause, run)).then_some(run)
}

/// `crude oil (up $39 million)`, `the unemployment rate, 3.9 percent,`: the nouns before the parenthesis.
pub(super) fn in_parentheses(clause: &Clause<'_>) -> Option<Run> {
    let Run { start, end } = clause.run();
    let floor = start.saturating_sub(OPENED).max(clause.sentence.start);
    let open = (floor..start).rev().find(|at| clause.kind(*at) == Some(Kind::Open));
    let links = |at: usize| {
        clause.plays(at, Part::Again) || clause.is(at, Classes::CHANGE) || clause.plays(at, Part::Between) || clause.in_claim(at)
    };
    let open = open.filter(|open| (open + 1..start).all(links));
    let comma = || {
        let counts = matches!(clause.syntax().unit, Unit::Nouns(_));
        let enclosed = !counts && clause.kind(end) == Some(Kind::Comma) && start > clause.sentence.start;
        (enclosed && clause.kind(start - 1) == Some(Kind::Comma)).then(|| start - 1)
    };
    let before = open.or_else(comma)?;
    // Of names in a list each has its own: `the consortium of Acme (40 per cent), Beta (30 per cent)`.
    let narrow = noun_phrase_start(clause, before);
    let name = narrow < before && (narrow..before).all(|at| clause.token(at).capitalized());
    let begin = if name { narrow } else { wide_phrase_start(clause, before) };
    let run = Run { start: begin, end: before };
    // `X was the commonest reason (38%)`: what the sentence is about is the other noun.
    let common = begin < before && !clause.token(begin).capitalized();
    let predicate = common && (begin.saturating_sub(PREDICATE)..begin).any(|at| clause.plays(at, Part::Is));
    // `rose 8.4% year on year (5.1% organic)`
    let basis = begin < before && clause.lexeme(begin, Classes::BASIS).is_some();
    (begin < before && !predicate && !basis && !clause.in_claim(before - 1) && states(clause, run)).then_some(run)
}

/// `a grant agreement worth EUR 8.5 million`: the nouns before the word of value.
pub(super) fn valued(clause: &Clause<'_>) -> Option<Run> {
    let marker = lex_before(clause.tokens(clause.run().start), Classes::VALUE_MARKER)?;
    let start = wide_phrase_start(clause, marker.run.start);
    (start < marker.run.start).then_some(Run { start, end: marker.run.start })
}

/// `to acquire a stake in the port for AED 7 billion`: what the price is paid for.
pub(super) fn priced(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    let end = clause.run().start.checked_sub(1).filter(|end| kind == StatisticKind::Money && clause.word(*end) == "for")?;
    let floor = end.saturating_sub(WINDOW).max(clause.sentence.start);
    let verb = (floor..end).rev().find(|at| is_verb(clause, *at) || clause.is(*at, Classes::ACQUISITION_VERB))?;
    let article = verb + 1 + usize::from(clause.plays(verb + 1, Part::Article));
    // `its first agreement`
    let start = article + usize::from(clause.is(article, Classes::ORDINAL));
    let part = |at: usize| clause.kind(at) != Some(Kind::Comma) && !clause.plays(at, Part::Opens);
    let run = Run { start, end };
    (start < end && (start..end).all(part) && states(clause, run) && !clause.is(start, Classes::NP_END)).then_some(run)
}

/// `Trondheim 5.4%`, `trade surplus RMB 893 billion`, `loans up to Rs 2 lakh`: nouns right before the number, with no verb
/// before them in the clause.
pub(super) fn named_before(clause: &Clause<'_>) -> Option<Run> {
    let start = clause.run().start;
    // `and trademark filings by 6 percent`
    let linked = start > clause.sentence.start && matches!(clause.word(start - 1), "by" | "to") && gaps(clause, start - 1);
    let start = if linked { start - 1 } else { start };
    let begin = noun_phrase_start(clause, start);
    let begin = begin + usize::from(matches!(clause.word(begin), "and" | "but" | "while"));
    let last = start.checked_sub(1).filter(|last| *last >= begin)?;
    let noun = clause.kind(last) == Some(Kind::Word)
        && !clause.is(last, Classes::of(&[Classes::CHANGE, Classes::NP_LATE, Classes::CONNECTOR, Classes::RANK_VERB]))
        && !clause.word(last).ends_with("ly")
        && !clause.describes(last);
    let article = usize::from(begin > clause.sentence.start && clause.plays(begin - 1, Part::Article));
    let opens = begin - article == clause.sentence.start || {
        let before = begin - article - 1;
        matches!(clause.kind(before), Some(Kind::Comma | Kind::Semicolon | Kind::Open | Kind::Dash | Kind::Symbol))
            || clause.plays(before, Part::Opens)
            || clause.word(before) == "and" && begin - article > 1 && clause.in_claim(begin - article - 2)
    };
    let run = Run { start: begin, end: start };
    (noun && opens && states(clause, run)).then_some(run)
}

/// `London, with 19% of the total`, `the north, at 12%`: the nouns that the number is given with.
pub(super) fn given_with(clause: &Clause<'_>) -> Option<Run> {
    let sums = |at: &usize| !(clause.plays(*at, Part::Article) || clause.plays(*at, Part::Sum));
    let floor = clause.run().start.saturating_sub(OPENED).max(clause.sentence.start);
    // `Harassment, at a median 7.1%`
    let link = (floor..clause.run().start).rev().find(sums)?;
    let end = comma_before(clause, link);
    let gives = clause.word(link) == "with" || clause.word(link) == "at" && end < link;
    let start = wide_phrase_start(clause, end);
    let run = Run { start, end };
    // `has the largest number of firms, with 17%`: that is no name of anything.
    let ranks = |at: usize| clause.is(at, Classes::SUPERLATIVE) || clause.plays(at, Part::Sum);
    let far = start.saturating_sub(2 * AHEAD).max(clause.sentence.start);
    let listed = (far..start).rev().take_while(|at| !is_closed(clause, *at)).any(|at| clause.is(at, Classes::SUPERLATIVE));
    let ranks = listed || (start..end).any(ranks);
    (gives && start < end && !ranks && !clause.in_claim(end - 1) && !clause.plays(end - 1, Part::Again) && states(clause, run))
        .then_some(run)
}

/// `imports at 545,000 tonnes were weaker`, `At 1.6m tonnes, imports were`: the subject of the verb behind the number.
pub(super) fn stands_at(clause: &Clause<'_>) -> Option<Run> {
    let Run { start, end } = clause.run();
    let at = start.checked_sub(1).filter(|at| *at >= clause.sentence.start && clause.word(*at).eq_ignore_ascii_case("at"))?;
    if at == clause.sentence.start && clause.kind(end) == Some(Kind::Comma) {
        let run = wide_nouns_at(clause, end + 1).filter(|run| states(clause, *run))?;
        let behind = run.end..(run.end + AHEAD).min(clause.sentence.end);
        return behind.into_iter().any(|at| is_verb(clause, at)).then_some(run);
    }
    if let Some(run) = headed_at(clause, at) {
        return Some(run);
    }
    let begin = wide_phrase_start(clause, at);
    let run = Run { start: begin, end: at };
    let article = usize::from(begin > clause.sentence.start && clause.plays(begin - 1, Part::Article));
    let opens = begin - article == clause.sentence.start || clause.plays(begin - article - 1, Part::Opens);
    (begin < at && opens && is_closed(clause, end) && states(clause, run)).then_some(run)
}

/// `Order backlog as of 30 June at EUR 5 million`, `Sales stable at EUR 5 million`: all that stands before `at` in a line
/// without a verb.
fn headed_at(clause: &Clause<'_>, at: usize) -> Option<Run> {
    let first = clause.sentence.start;
    let mut end = at;
    while end > first && (clause.plays(end - 1, Part::Steady) || clause.is(end - 1, Classes::CHANGE)) {
        end -= 1;
    }
    let run = Run { start: first, end };
    let part = |at: usize| !is_verb(clause, at) && !clause.in_claim(at) && clause.kind(at) != Some(Kind::Comma);
    let fits = run.len() <= LONGEST_LINE && (first..end).all(part) && !clause.is(first, Classes::NP_END);
    (first < end && fits && states(clause, run)).then_some(run)
}

/// `the ruling party's 39 percent`: whose the number is.
pub(super) fn owned_by(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    let end = clause.run().end;
    let named = clause.kind(end) == Some(Kind::Word) && !clause.is(end, Classes::NP_END);
    if named || matches!(kind, StatisticKind::Count | StatisticKind::Rank | StatisticKind::Ratio) {
        return None;
    }
    let mark = clause.run().start.checked_sub(1).filter(|mark| clause.kind(*mark) == Some(Kind::Possessive))?;
    let run = Run { start: noun_phrase_start(clause, mark), end: mark };
    (run.start < mark && states(clause, run)).then_some(run)
}

/// Whether the nouns that end there follow `and` or a comma and another claim, with no verb of their own.
fn gaps(clause: &Clause<'_>, end: usize) -> bool {
    let begin = noun_phrase_start(clause, end);
    let begin = begin + usize::from(clause.word(begin) == "and");
    let joint = begin.checked_sub(1).filter(|joint| begin < end && *joint > clause.sentence.start);
    let links = |at: usize| clause.word(at) == "and" || clause.kind(at) == Some(Kind::Comma);
    joint.is_some_and(|at| links(at) && clause.in_claim(at - 1))
}

/// `1.3 pounds of silver`, `3 million tonnes of rice`: what is measured out.
pub(super) fn measured_out(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    // `$10,000 of credit card debt`
    let fits = matches!(kind, StatisticKind::Measure | StatisticKind::Money) && clause.word(clause.run().end) == "of";
    if fits { wide_nouns_at(clause, clause.run().end + 1) } else { None }
}

/// `nearly 2 billion yuan in loans`, `$2 million worth of drugs`.
pub(super) fn in_what(clause: &Clause<'_>, kind: StatisticKind) -> Option<Run> {
    let end = clause.run().end;
    if clause.word(end) == "worth" && clause.word(end + 1) == "of" {
        return wide_nouns_at(clause, end + 2);
    }
    let fits = kind == StatisticKind::Money && clause.word(end) == "in" && clause.kind(end + 1) == Some(Kind::Word);
    let things = if fits { wide_nouns_at(clause, end + 1) } else { None }?;
    // `in Medicaid funding`; not `in Texas`.
    let common = [things.start, things.end - 1].iter().any(|at| clause.token(*at).case != Case::Title);
    // `in exchange for`
    let phrase = things.len() == 1 && clause.is(things.start, Classes::NP_LATE) && clause.plays(things.end, Part::Preposition);
    (common && !phrase && !clause.dated(things)).then_some(things)
}

/// `an investment of more than $1 billion`, `earnings per share of $0.70`; not `an increase of`, whose subject the verb has.
pub(super) fn what_of(clause: &Clause<'_>) -> Option<Run> {
    let start = clause.run().start;
    let of = (start.saturating_sub(2)..start).rev().find(|of| clause.word(*of) == "of")?;
    let adjoins = of + 1 == start || clause.word(of + 1) == "between" || clause.plays(of + 1, Part::Article);
    // `sales in the range of`
    let ranges = of > clause.sentence.start + 3 && clause.word(of - 1) == "range" && clause.word(of - 3) == "in";
    let of = if ranges { of - 3 } else { of };
    let start = wide_phrase_start(clause, of);
    let sums = |at: usize| {
        clause.plays(at, Part::Sum)
            || matches!(clause.word(at), "high" | "low")
            || clause.describes(at)
            || clause.is(at, Classes::of(&[Classes::NP_END, Classes::CALENDAR_UNIT]))
            || matches!(clause.kind(at), Some(Kind::Number | Kind::Hyphen))
    };
    let is_thing = adjoins && start < of && !clause.is(of - 1, Classes::CHANGE) && !(sums(of - 1) && (start..of).all(sums));
    is_thing.then_some(Run { start, end: of })
}

/// `to cancel 2% of the credits`: the whole, unless the verb says what makes up the share.
pub(super) fn shared_whole(clause: &Clause<'_>) -> Option<Run> {
    if clause.syntax().kind != StatisticKind::Percent {
        return None;
    }
    let end = clause.run().end;
    if let Some(whole) = fronted_whole(clause) {
        return Some(whole);
    }
    // `narrowed from 3.1% of GDP`: a level, of something else.
    let level = clause.run().start.checked_sub(1).is_some_and(|at| matches!(clause.word(at), "from" | "to" | "at" | "by"));
    let of_share = clause.word(end) == "share" && clause.word(end + 1) == "of";
    if level && !of_share {
        return None;
    }
    let whole = if of_share { clause.nouns_at(end + 2) } else { clause.whole() }?;
    // `and 30% of the value is reserved`: the share is what its own clause is about.
    if is_closed(clause, whole.end) {
        return Some(whole);
    }
    let floor = clause.run().start.saturating_sub(AHEAD).max(clause.sentence.start);
    // `made up 26 percent of sales`: the verb is before its particle.
    let bound = |at: usize| is_verb(clause, at) && !clause.plays(at, Part::Again) || clause.kind(at) == Some(Kind::Comma);
    let verb = (floor..clause.run().start).rev().find(|at| bound(*at));
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

/// `Of the boats, 60% sank`, `Among pupils, 60% passed`: the whole that opens the sentence.
fn fronted_whole(clause: &Clause<'_>) -> Option<Run> {
    let first = clause.sentence.start;
    let opens = matches!(clause.word(first), "Of" | "Among");
    let run = if opens { wide_nouns_at(clause, first + 1) } else { None }?;
    let adjoins = clause.kind(run.end) == Some(Kind::Comma) && run.end + 1 == clause.run().start;
    (adjoins && states(clause, run)).then_some(run)
}
