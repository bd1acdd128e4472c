//! When agreements are made.

use std::ops::Range;

use crate::fact::{Action, Agreement, Date, DateType, Status};
use crate::layout::{Document, Sentence};
use crate::lexicon::Classes;
use crate::normalize::agreement::Clause;
use crate::parse::Run;
use crate::span::Span;
use crate::token::{Gap, Kind, Token};

/// Farthest that a date stands from the agreement whose event it dates, in tokens.
const AGREEMENT_REACH: usize = 45;

/// Gives each agreement the date of what happens to it: the nearest to its verb, or to the mention, that no other clause
/// parts from that. A year that belongs to the name (`the 2015 Paris Agreement`) dates no event. The clauses are
/// those of the agreements, one for one.
pub(crate) fn date_agreements(document: &Document<'_>, dates: &[Date], agreements: &mut [Agreement], clauses: &[Clause]) {
    let run = |span: Span| Run { start: document.token_at(span.start()), end: document.token_at(span.end()) };
    let eventful = agreements.iter().zip(clauses).filter(|(agreement, _)| agreement.action.is_some());
    let mentions: Vec<_> = eventful.map(|(agreement, clause)| (document.token_at(agreement.span.start()), clause.verb)).collect();
    for (agreement, clause) in agreements.iter_mut().zip(clauses).filter(|(agreement, _)| agreement.action.is_some()) {
        let mention = run(agreement.span);
        let Some(sentence) = document.sentence_of(mention.start) else { continue };
        let sentence = sentence.tokens.clone();
        let verb = clause.verb.filter(|verb| sentence.contains(&verb.start));
        let dateline = document.dateline(&sentence);
        let anchors = [Some(mention), verb];
        let whole = verb.map_or(mention, |verb| mention.cover(verb));
        // Only what is near is looked at: a sentence may hold any number of dates.
        let floor = document.tokens[whole.start.saturating_sub(AGREEMENT_REACH).max(sentence.start)].span.start();
        let ceiling = document.span(whole.start..(whole.end + AGREEMENT_REACH).min(sentence.end)).end();
        let first = dates.partition_point(|date| date.span.start() < floor);
        let last = dates.partition_point(|date| date.span.start() < ceiling);
        let near = dates[first..last.max(first)]
            .iter()
            .filter(|date| date.kind == DateType::Date && (date.earliest.is_some() || date.fiscal || is_yearless(&date.value)));
        let near = near.filter_map(|date| {
            let run = run(date.span);
            let term = run.start > 0 && (is_term(document.written(run.start - 1)) || qualifies(document, run));
            // `the treaty of 12 August 1970`
            let noun = |at: usize| document.tokens[at].is(Classes::AGREEMENT_NOUN | Classes::LOOSE_AGREEMENT_NOUN);
            let of = run.start.checked_sub(2).filter(|&at| noun(at) && document.written(at + 1) == "of");
            // `entered into an agreement effective 1 June`
            let term = term
                || run.start > 0
                    && agreement.action != Some(Action::EnterIntoForce)
                    && document.written(run.start - 1) == "effective";
            let named = run.start == mention.start || run.end == mention.start || of.is_some() || is_of_name(document, run);
            let announced = agreement.action == Some(Action::Announce);
            let told =
                !announced && is_telling(document, run.start) || verb.is_some_and(|verb| is_of_another(document, run, verb));
            if term || named || told || dateline.as_ref().is_some_and(|line| line.contains(&run.start)) {
                return None;
            }
            let ways = anchors.into_iter().flatten().filter_map(|anchor| {
                let between = if run.end <= anchor.start { run.end..anchor.start } else { anchor.end..run.start };
                let next = mentions.partition_point(|(other, _)| *other < between.start);
                // What is signed in one breath is signed on one day.
                let same = |(other, of): &(usize, Option<Run>)| *other == mention.start || of.is_some() && *of == verb;
                let own = mentions[next..].iter().take_while(|(other, _)| *other < between.end).all(same);
                let inside = run.start < anchor.end && anchor.start < run.end;
                let later = run.start >= anchor.end;
                let parted = between.clone().any(|at| at + 1 < between.end && opens_clause(document, at, later));
                // `On Friday the office said it had signed`
                let parted = parted || !later && between.clone().any(|at| is_speech(document, at)) && !announced;
                // `today announced it has signed`
                let parted = parted || !later && !announced && is_told_of(document, between.clone());
                (own && !inside && !parted && between.len() <= AGREEMENT_REACH).then_some(between.len())
            });
            ways.min().map(|distance| (distance, date))
        });
        agreement.date = near.min_by_key(|(distance, _)| *distance).map(|(_, date)| date.value.clone());
    }
    for (index, clause) in clauses.iter().enumerate().take(agreements.len()) {
        let (earlier, rest) = agreements.split_at_mut(index);
        let ([agreement, ..], Some(like)) = (rest, clause.like.and_then(|like| earlier.get(like))) else { continue };
        // `The contract was signed by Jane Roe`: on the day on which it was said to be signed.
        let same = agreement.action == like.action && agreement.status == like.status;
        if agreement.action.is_some() && agreement.date.is_none() && same {
            agreement.date.clone_from(&like.date);
        }
    }
    date_by_ceremony(document, dates, agreements);
}

/// How many sentences behind an agreement its signing may be told of.
const CEREMONY_REACH: usize = 3;

/// `The signing took place in Lima on 8 May`: when the agreement before it was signed.
fn date_by_ceremony(document: &Document<'_>, dates: &[Date], agreements: &mut [Agreement]) {
    let signed = |agreement: &&mut Agreement| {
        agreement.action == Some(Action::Sign) && agreement.status == Some(Status::Done) && agreement.date.is_none()
    };
    for agreement in agreements.iter_mut().filter(signed) {
        let mention = document.token_at(agreement.span.start());
        let number = document.sentences.partition_point(|sentence| sentence.tokens.start <= mention);
        let behind = document.sentences[number..].iter().take(CEREMONY_REACH);
        let told = |sentence: &&Sentence| {
            let start = sentence.tokens.start;
            let words = start..sentence.tokens.end.min(start + 2);
            words.clone().map(|at| document.written(at)).eq(["The", "signing"])
        };
        let Some(sentence) = behind.into_iter().find(told) else { continue };
        let (from, to) = (document.tokens[sentence.tokens.start].span.start(), document.span(sentence.tokens.clone()).end());
        let first = dates.partition_point(|date| date.span.start() < from);
        let date = dates[first..].iter().take_while(|date| date.span.end() <= to).find(|date| date.kind == DateType::Date);
        agreement.date = date.map(|date| date.value.clone());
    }
}

/// `2026` of `at the Tide Summit 2026`: a year that ends a name.
fn is_of_name(document: &Document<'_>, date: Run) -> bool {
    let before = date.start.checked_sub(1).map(|at| &document.tokens[at]);
    let other = Classes::of(&[Classes::MONTH, Classes::WEEKDAY, Classes::PREPOSITION, Classes::STARTER, Classes::DETERMINER]);
    let name = |token: &Token| token.kind == Kind::Word && token.capitalized() && !token.is(other);
    date.end == date.start + 1 && document.tokens[date.start].kind == Kind::Number && before.is_some_and(name)
}

/// `XXXX-05-30`: a day whose year the text does not tell.
fn is_yearless(value: &str) -> bool {
    value.starts_with("XXXX-") && !value.contains('W')
}

/// Whether the word makes the date behind it that of a paper, or the end of its term: `dated 4 May`, `until 2028`.
fn is_term(word: &str) -> bool {
    matches!(word, "dated" | "until" | "till" | "through" | "to")
}

/// `said on Tuesday`, `told reporters on 4 May`: when it was said, not when it was done.
fn is_telling(document: &Document<'_>, date: usize) -> bool {
    let first = date.saturating_sub(3);
    let mut near = (first..date).rev().filter(|&at| !document.tokens[at].is(Classes::PREPOSITION));
    near.next().is_some_and(|at| is_speech(document, at) || matches!(document.written(at), "statement" | "release"))
}

/// `, signed in Lima on 4 May, may be approved`: the date of a participle that is not the verb.
fn is_of_another(document: &Document<'_>, date: Run, verb: Run) -> bool {
    let first = date.start.saturating_sub(NEAREST_VERB);
    let mut near = (first..date.start).rev().take_while(|&at| document.tokens[at].kind != Kind::Comma);
    let nearest = near.find(|&at| document.tokens[at].is(Classes::AGREEMENT_VERB));
    nearest.is_some_and(|at| {
        let value = document.lexeme_at(at, date.start, Classes::AGREEMENT_VERB).map(|(_, value)| value);
        // `Talks on it broke down in July`: no participle.
        let participle = value.is_some_and(|value| value.split(' ').nth(1) == Some("ed") && !value.ends_with("self"));
        participle && !verb.tokens().contains(&at)
    })
}

/// Farthest that a date stands behind the verb that it is of, in tokens.
const NEAREST_VERB: usize = 8;

/// `announced it has`: what goes before was when it was said.
fn is_told_of(document: &Document<'_>, between: Range<usize>) -> bool {
    between.clone().any(|at| {
        let verb = document.lexeme_at(at, at + 1, Classes::AGREEMENT_VERB);
        let announces = verb.is_some_and(|(_, value)| value.starts_with("announce"));
        announces && (at + 1..between.end).any(|at| ["has", "have", "had"].contains(&document.written(at)))
    })
}

/// `said`, `told`.
fn is_speech(document: &Document<'_>, at: usize) -> bool {
    document.lexeme_at(at, at + 1, Classes::CLAUSE_WORD).is_some_and(|(_, value)| value == "speech")
}

/// `a 2012 treaty`, `the 2018 accord`: a year that tells an agreement from others.
fn qualifies(document: &Document<'_>, date: Run) -> bool {
    let [year] = &document.tokens[date.start..date.end] else { return false };
    let article = document.tokens[date.start - 1].is(Classes::DETERMINER);
    let noun = document.tokens.get(date.end).is_some_and(|next| next.kind == Kind::Word && next.gap <= Gap::Line);
    article && noun && year.kind == Kind::Number && !document.classes_at(date.end).any(NO_NOUN)
}

/// Words that no noun phrase goes on with.
const NO_NOUN: Classes = Classes::of(&[Classes::PREPOSITION, Classes::CONNECTOR, Classes::AUXILIARY]);

/// Whether a word there opens a clause that happens at a time of its own. What goes before `that` is when it was said.
fn opens_clause(document: &Document<'_>, at: usize, later: bool) -> bool {
    let token = &document.tokens[at];
    let small = |part: &str| !token.capitalized() && document.plays(at, Classes::CLAUSE_WORD, part);
    // `with Acme, founded in 1835`: what is said of a name.
    let aside = || at > 0 && document.tokens[at - 1].kind == Kind::Comma && small("origin");
    // `according to a statement on Tuesday`
    let source = || document.written(at) == "according";
    token.kind == Kind::Semicolon || document.written(at) == "that" || later && (small("timed") || aside() || source())
}

#[cfg(test)]
mod tests {
    fn check_date(text: &str, date: Option<&str>) {
        let found = crate::Extractor::default().extract(text).agreements;
        assert_eq!(found.first().and_then(|agreement| agreement.date.as_deref()), date, "{text}");
    }

    #[test]
    fn the_year_of_a_founding_is_another() {
        check_date("Acme signed a contract with Beta Labs in 1985.", Some("1985"));
        check_date("Acme signed a contract with Beta Labs, founded in Lima in 1835.", None);
    }

    #[test]
    fn the_year_of_another_and_the_end_of_a_term() {
        check_date("Peru ratified the treaty, which replaces a 2012 accord.", None);
        check_date("Peru ratified the treaty in 2012.", Some("2012"));
        check_date("Acme extended the contract by ten years to 2052.", None);
        check_date("Acme extended the contract in 2012.", Some("2012"));
        check_date("Acme signed a contract effective 1 June 2012.", None);
        check_date("The contract becomes effective 1 June 2012.", Some("2012-06-01"));
    }

    fn check_dates_of(text: &str, dates: &[&str]) {
        let found = crate::Extractor::default().extract(text).agreements;
        let shown: Vec<&str> = found.iter().map(|agreement| agreement.date.as_deref().unwrap_or("-")).collect();
        assert_eq!(shown, dates, "{text}");
    }

    #[test]
    fn what_is_told_again_or_of_a_list_has_the_same_date() {
        check_dates_of(
            "Acme and Beta signed a contract on 5 May 2024. The contract was signed by Jane Roe.",
            &["2024-05-05", "2024-05-05"],
        );
        check_dates_of("Acme and Beta signed a contract on 5 May 2024. The contract was extended.", &["2024-05-05", "-"]);
        check_dates_of(
            "On 5 May 2024 Acme signed the following agreements:\n- MoU with Beta\n- It covers tea.\n- MoU with Gamma",
            &["2024-05-05", "2024-05-05", "2024-05-05"],
        );
    }

    #[test]
    fn the_day_by_which_a_paper_goes_dates_nothing() {
        check_date("The treaty of 12 August 1970 enters into force.", None);
        check_date("The treaty enters into force on 12 August 1970.", Some("1970-08-12"));
    }

    #[test]
    fn the_year_of_a_name_dates_nothing() {
        check_date("Acme signed a contract with Beta at the Tide Summit 2026.", None);
        check_date("Acme signed a contract with Beta in Lima in 2026.", Some("2026"));
    }

    #[test]
    fn the_day_of_the_ceremony() {
        check_date("Acme signed a contract with Beta. The signing took place in Lima on 5 May 2024.", Some("2024-05-05"));
        check_date("Acme signed a contract with Beta. The mill took fire on 5 May 2024.", None);
    }

    #[test]
    fn the_day_of_saying_so_is_another() {
        check_date("As the two sides signed five treaties, talks went well, the office said on May 4, 2024.", None);
        check_date("The two sides signed five treaties on May 4, 2024, the office said.", Some("2024-05-04"));
        check_date("On May 4, 2024 Acme announced it has signed a treaty.", None);
        check_date("Acme signed a treaty, according to a statement on May 4, 2024.", None);
        check_date("Acme signed a treaty, a long one, on May 4, 2024.", Some("2024-05-04"));
        check_date("On May 4, 2024 Acme announced a treaty.", Some("2024-05-04"));
    }

    #[test]
    fn a_participle_has_a_date_of_its_own() {
        check_date("The agreement on media, signed in Lima on May 4, 2024, may be approved.", None);
        check_date("The agreement on media may be approved on May 4, 2024.", Some("2024-05-04"));
        check_date("Kenya is ratifying the agreement signed with Peru in 2023.", None);
        check_date("Kenya is ratifying the agreement with Peru in 2023.", Some("2023"));
    }

    #[test]
    fn what_one_verb_governs_has_one_date() {
        check_date("Acme signed a treaty and a contract with Beta on May 30, 2024.", Some("2024-05-30"));
        check_date("Acme signed a treaty and plans to form a joint venture with Beta by May 2027.", None);
        check_date("The union reached a tentative agreement May 30.", Some("XXXX-05-30"));
    }
}
