//! What the text has of agreements, to facts: what happens to each, and between whom, read from its clause.

mod antecedent;
mod detail;
mod event;
mod modality;
mod scope;
mod sides;

use crate::fact::Agreement;
use crate::layout::Document;
use crate::parse::Run;
use crate::resolve::Selected;
use crate::rules::Candidate;
use crate::rules::agreement::AgreementSyntax;
use event::Event;
use scope::Scope;
use sides::StandIn;

/// The facts, in the order of the text.
pub(crate) fn agreements(document: &Document<'_>, selected: &Selected) -> Vec<Agreement> {
    let mut readings: Vec<Reading<'_>> = Vec::new();
    for (index, mention) in selected.agreements.iter().enumerate() {
        let Some(sentence) = document.sentence_of(mention.run.start) else { continue };
        let next = selected.agreements.get(index + 1).map_or(usize::MAX, |next| next.run.start);
        let scope = Scope::new(document, sentence.tokens.clone(), mention.run, next);
        let previous = readings.last().filter(|reading| sentence.tokens.contains(&reading.mention.run.start));
        readings.push(read(&scope, mention, previous));
    }
    antecedent::share(document, &mut readings);
    readings.into_iter().filter(Reading::stands).map(|reading| reading.fact(document)).collect()
}

/// A mention with what its clause says of it.
struct Reading<'m> {
    mention: &'m Candidate<AgreementSyntax>,
    event: Option<Event>,
    /// The names of the sides.
    sides: Vec<Run>,
    /// What stands for a side that the clause does not name.
    stand_in: Option<StandIn>,
    detail: detail::Detail,
    /// Whether it is one that the text has spoken of before.
    again: bool,
}

fn read<'m>(scope: &Scope<'_>, mention: &'m Candidate<AgreementSyntax>, previous: Option<&Reading<'_>>) -> Reading<'m> {
    let own = event::of(scope, mention.syntax.kind);
    let shared = |previous: &&Reading<'_>| scope.is_coordinated(previous.mention.run);
    let event = own.or_else(|| previous.filter(shared).and_then(|previous| previous.event));
    let (mut sides, mut stand_in) = sides::of(scope, event.as_ref());
    let mut event = event;
    // `to join the one and to ratify the other`: who, and whether, stands before the first.
    if let (Some(own), Some(previous)) = (own.as_ref(), previous)
        && let Some(first) = &previous.event
        && event::is_joined(scope, own, previous.mention.run)
    {
        event = Some(Event { status: first.status, ..*own });
        sides.clone_from(&previous.sides);
        stand_in = previous.stand_in;
    }
    let detail = detail::of(scope, event.as_ref());
    Reading { mention, event, sides, stand_in, detail, again: false }
}

impl Reading<'_> {
    /// Whether there is enough about it for an agreement.
    fn stands(&self) -> bool {
        !self.mention.syntax.loose || self.event.is_some() || !self.sides.is_empty() || self.again
    }

    fn fact(self, document: &Document<'_>) -> Agreement {
        let span = document.span(self.mention.run.start..self.mention.run.end);
        let text = |run: Run| document.slice(run.start..run.end).to_owned();
        let syntax = &self.mention.syntax;
        let mut parties: Vec<String> = Vec::new();
        for side in self.sides {
            let name = text(side);
            if !parties.contains(&name) {
                parties.push(name);
            }
        }
        Agreement {
            span,
            text: span.of(document.text).to_owned(),
            kind: syntax.kind,
            name: syntax.name.map(text),
            parties,
            action: self.event.map(|event| event.action),
            status: self.event.map(|event| event.status),
            date: None,
            subject: self.detail.subject.map(text),
            place: self.detail.place.map(text),
            amount: self.detail.amount.map(text),
            rule: self.mention.rule.to_owned(),
        }
    }
}
