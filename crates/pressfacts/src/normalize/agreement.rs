//! What the text has of agreements, to facts: what happens to each, and between whom, read from its clause.

mod abbreviation;
mod antecedent;
mod detail;
mod event;
mod modality;
mod names;
mod scope;
mod sides;
mod subject;
#[cfg(test)]
mod table;
#[cfg(test)]
mod table_events;
#[cfg(test)]
mod table_sides;
mod verb;

use crate::fact::{Action, Agreement, AgreementKind, Status};
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::resolve::Selected;
use crate::rules::Candidate;
use crate::rules::agreement::AgreementSyntax;
use crate::token::Kind;
use event::Event;
use names::Names;
use scope::Scope;
use subject::StandIn;

/// Most qualities between an article or owner and the phrase.
const MOST_QUALITIES: usize = 4;

/// What an agreement is made of besides its mention.
pub(crate) struct Clause {
    pub(crate) verb: Option<Run>,
    /// Its parties.
    pub(crate) sides: Vec<Run>,
    /// The earlier agreement that it is, or in whose list it stands: it was made with that one.
    pub(crate) like: Option<usize>,
}

/// The facts, in the order of the text, and the clause of each.
pub(crate) fn agreements(document: &Document<'_>, selected: &Selected) -> (Vec<Agreement>, Vec<Clause>) {
    let mut readings: Vec<Reading<'_>> = Vec::new();
    let names = Names::of(document, selected);
    let short = abbreviation::mentions(document, &selected.agreements);
    let mut found: Vec<_> = selected.agreements.iter().chain(&short).collect();
    let foreign = abbreviation::foreign(document, &selected.agreements);
    found.retain(|mention| !abbreviation::is_foreign(document, &foreign, mention.run));
    found.sort_by_key(|mention| mention.run);
    let mentions: Vec<_> = matters(document, &found);
    for (index, mention) in mentions.iter().copied().enumerate() {
        let Some(sentence) = document.sentence_of(mention.run.start) else { continue };
        let next = mentions.get(index + 1).map_or(usize::MAX, |next| next.run.start);
        let scope = Scope::new(&names, sentence.tokens.clone(), mention.run, next);
        let previous = readings.last_mut().filter(|reading| sentence.tokens.contains(&reading.mention.run.start));
        let reading = read(&scope, mention, previous);
        readings.push(reading);
    }
    share_back(document, &mut readings);
    antecedent::share(&names, &mut readings);
    // What does not stand has no number among the facts.
    let stand = readings.iter().scan(0, |next, reading| {
        let number = reading.stands().then_some(*next);
        *next += usize::from(number.is_some());
        Some(number)
    });
    let numbers: Vec<Option<usize>> = stand.collect();
    let facts = readings.into_iter().filter(Reading::stands).map(|reading| reading.fact(document, &numbers));
    facts.unzip()
}

/// The mentions without those that only say what another is about: `agreement on research collaboration`.
fn matters<'m>(document: &Document<'_>, mentions: &[&'m Candidate<AgreementSyntax>]) -> Vec<&'m Candidate<AgreementSyntax>> {
    let mut kept: Vec<&Candidate<AgreementSyntax>> = Vec::new();
    for &mention in mentions {
        let within = kept.last().is_some_and(|last| {
            let between = last.run.end..mention.run.start;
            let marked = (1..=4).contains(&between.len()) && document.classes_at(between.start).any(Classes::SUBJECT_MARKER);
            // `an agreement between the Convention and Acme`: a body that goes by that word.
            let side = (1..=2).contains(&between.len()) && document.tokens[between.start].is(Classes::MUTUAL);
            // `a declaration on the Enhanced Trade Partnership`
            let titled = document.tokens[mention.run.start].capitalized() && between.len() < 3;
            side || marked && (titled || !between.clone().any(|at| document.tokens[at].is(Classes::DETERMINER)))
        });
        // `Convention on Water (Water Convention)`: one agreement with two names.
        let alias = kept.last().is_some_and(|last| {
            let open = last.run.end;
            let kind = |at: usize| document.tokens.get(at).map(|token| token.kind);
            // `the deal known as FTA`
            let called = (open..mention.run.start).len() <= 2
                && open < mention.run.start
                && is_any(document, open, &["known", "called", "dubbed"]);
            let called_later = || {
                document
                    .sentence_of(last.run.start)
                    .is_some_and(|sentence| sentence.tokens.contains(&mention.run.start) && is_enclosed(document, mention.run))
            };
            called
                || called_later()
                || is_short_form(document, last.run, mention.run)
                || mention.run.start == open + 1 && kind(open) == Some(Kind::Open) && kind(mention.run.end) == Some(Kind::Close)
        });
        // `the ninth addendum to the concession contract`: one paper.
        let amends = kept.last().is_some_and(|last| {
            let between = last.run.end..mention.run.start;
            document.written(last.syntax.head.start).starts_with("addend")
                && between.len() == 2
                && document.written(between.start) == "to"
        });
        if !(alias || amends || within && mention.syntax.loose) {
            kept.push(mention);
        }
    }
    kept
}

/// `(the Acme Supply Agreement)`: a name given in parentheses.
fn is_enclosed(document: &Document<'_>, run: Run) -> bool {
    let kind = |at: usize| document.tokens.get(at).map(|token| token.kind);
    let Some(article) = run.start.checked_sub(1).filter(|&at| document.written(at) == "the") else { return false };
    let titled = document.tokens[run.start].capitalized();
    titled && article > 0 && kind(article - 1) == Some(Kind::Open) && kind(run.end) == Some(Kind::Close)
}

/// Longest aside between a phrase and the parenthesis that shortens it: `dated 12 February 2025`.
const LONGEST_ASIDE: usize = 6;

/// Whether the later mention is what the earlier one goes by from there on: `a supply agreement (the “Agreement”)`.
fn is_short_form(document: &Document<'_>, earlier: Run, later: Run) -> bool {
    let kind = |at: usize| document.tokens.get(at).map(|token| token.kind);
    let quote = |at: usize| matches!(kind(at), Some(Kind::OpenQuote | Kind::CloseQuote | Kind::Quote));
    let Some(first) = later.start.checked_sub(1).filter(|&at| quote(at)) else { return false };
    let article = first.checked_sub(1).filter(|&at| document.written(at) == "the");
    let Some(open) = article.unwrap_or(first).checked_sub(1).filter(|&at| kind(at) == Some(Kind::Open)) else { return false };
    let close = quote(later.end) && kind(later.end + 1) == Some(Kind::Close);
    let dated = open == earlier.end || document.written(earlier.end) == "dated";
    close && dated && open >= earlier.end && open - earlier.end <= LONGEST_ASIDE
}

#[inline]
fn is_any(document: &Document<'_>, at: usize, words: &[&str]) -> bool {
    words.iter().any(|word| document.tokens[at].reads(word, document.text))
}

/// A mention with what its clause says of it.
struct Reading<'m> {
    mention: &'m Candidate<AgreementSyntax>,
    event: Option<Event>,
    /// Whether what nothing happens to is planned, or is not there.
    status: Option<Status>,
    /// The names of the sides.
    sides: Vec<Run>,
    /// What stands for a side that the clause does not name.
    stand_in: Option<StandIn>,
    detail: detail::Detail,
    /// Whether it is one that the text has spoken of before.
    again: bool,
    /// That one, or the one that opens its list.
    like: Option<usize>,
    /// Whether `and` or a comma joins it to the mention before.
    coordinated: bool,
    /// Whether it may be rules for work: `implement the protocols`.
    is_procedure: bool,
}

/// `An MoU and a treaty were signed`: what is done to the last is done to those before it. `The agreements are a deal between
/// Acme and Beta`: theirs are the same sides.
fn share_back(document: &Document<'_>, readings: &mut [Reading<'_>]) {
    for index in (1..readings.len()).rev() {
        let (earlier, rest) = readings.split_at_mut(index);
        let ([.., before], [reading, ..]) = (earlier, rest) else { continue };
        // `the MoU and the treaty signing`
        let behind = |event: &Event| event.part == event::Part::OfNoun && event.verb.start >= reading.mention.run.end;
        let subject = reading.event.filter(|event| event.part == event::Part::Subject || behind(event));
        if reading.coordinated && before.event.is_none() && subject.is_some() {
            before.event = subject;
            if before.sides.is_empty() {
                before.sides.clone_from(&reading.sides);
            }
        }
        let between = before.mention.run.end..reading.mention.run.start;
        let be = (2..=5).contains(&between.len()) && is_any(document, between.start, &["is", "are", "was", "were"]);
        let article = (between.start + 1..between.end).any(|at| is_any(document, at, &["a", "an"]));
        if be && article && reading.sides.len() > before.sides.len() {
            before.sides.clone_from(&reading.sides);
        }
    }
}

fn read<'m>(scope: &Scope<'_>, mention: &'m Candidate<AgreementSyntax>, previous: Option<&mut Reading<'_>>) -> Reading<'m> {
    let own = event::of(scope, mention.syntax.kind);
    let joined = |earlier: Run| scope.is_coordinated(earlier) || scope.is_listed(earlier);
    let shared = previous.as_ref().is_some_and(|previous| joined(previous.mention.run));
    let mut event = own.or_else(|| previous.as_ref().filter(|_| shared).and_then(|previous| previous.event));
    let (mut sides, mut stand_in) = sides::of(scope, event.as_ref(), mention.syntax.kind);
    // `to join the one and to ratify the other`: who, and whether, stands before the first.
    if let (Some(own), Some(previous)) = (own.as_ref(), previous.as_ref())
        && let Some(first) = &previous.event
        && event::is_joined(scope, own, previous.mention.run)
    {
        event = Some(Event { status: first.status, ..*own });
        sides.clone_from(&previous.sides);
        stand_in = previous.stand_in;
    }
    // `ended one with Kenya without reaching another`: with the same.
    if let (Some(own), Some(previous)) = (own.as_ref(), previous.as_ref())
        && own.is_aside(scope)
        && previous.mention.run.end <= own.verb.start
        && sides.len() < previous.sides.len()
        && sides.iter().all(|side| previous.sides.contains(side))
    {
        sides.clone_from(&previous.sides);
    }
    // `signed a letter of intent for a supply agreement with Kenya`: the letter, too.
    let mut previous = previous;
    if let Some(previous) = previous.as_deref_mut()
        && own.is_none()
        && scope.is(scope.after_parentheses(previous.mention.run.end), Classes::SUBJECT_MARKER)
        && scope.noun_phrase_start().saturating_sub(previous.mention.run.end) <= 2
    {
        let further: Vec<Run> = sides.iter().copied().filter(|side| !previous.sides.contains(side)).collect();
        previous.sides.extend(further);
    }
    // `signed letters and memorandums with Kenya`: with whom, stands behind the last.
    if let Some(previous) = previous
        && own.is_none()
        && event.is_some()
        && scope.follows_directly(previous.mention.run)
        && previous.sides.len() < sides.len()
    {
        previous.sides.clone_from(&sides);
    }
    let detail = detail::of(scope, event.as_ref());
    Reading {
        mention,
        event,
        status: modality::of_phrase(scope),
        sides,
        stand_in,
        detail,
        again: false,
        like: None,
        coordinated: shared,
        is_procedure: mention.syntax.kind == AgreementKind::Treaty && !scope.token(mention.syntax.head.start).capitalized(),
    }
}

impl Reading<'_> {
    /// Whether there is enough about it for an agreement.
    fn stands(&self) -> bool {
        let done = self.event.is_some_and(|event| !(self.is_procedure && event.action == Action::Implement));
        !self.mention.syntax.loose || done || !self.sides.is_empty() || self.again || self.status.is_some()
    }

    fn fact(self, document: &Document<'_>, numbers: &[Option<usize>]) -> (Agreement, Clause) {
        let span = document.span(self.mention.run.tokens());
        let text = |run: Run| document.slice(run.tokens()).to_owned();
        let syntax = &self.mention.syntax;
        let mut sides: Vec<Run> = Vec::new();
        for side in self.sides {
            let named = |known: &Run| document.slice(known.tokens()) == document.slice(side.tokens());
            if !sides.iter().any(named) {
                sides.push(side);
            }
        }
        let agreement = Agreement {
            span,
            text: span.of(document.text).to_owned(),
            kind: syntax.kind,
            name: syntax.name.map(text),
            parties: sides.iter().copied().map(text).collect(),
            party_indices: Vec::new(),
            action: self.event.map(|event| event.action),
            status: self.event.map(|event| event.status).or(self.status),
            date: None,
            subject: self.detail.subject.map(text),
            place: self.detail.place.map(text),
            amount: self.detail.amount.map(text),
            rule: self.mention.rule.into(),
        };
        let like = self.like.and_then(|like| numbers.get(like).copied().flatten());
        (agreement, Clause { verb: self.event.map(|event| event.verb), sides, like })
    }
}
