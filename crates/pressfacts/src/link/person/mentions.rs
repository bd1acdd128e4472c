//! Where the text names people, in full and by a part of the name.

use std::ops::Range;

use super::{Known, Mention, People, pronoun};
use crate::fact::Link;
use crate::layout::{Document, Sentence};
use crate::lexicon::Classes;
use crate::link::wording::is_name_word;
use crate::parse::Run;
use crate::span::Span;
use crate::token::{Gap, Kind, Token};

/// How often most people are named, with the names of their roles.
const MENTIONS: usize = 6;
/// Longest part of a name, in words: `van der Berg`.
const LONGEST_PART: usize = 4;

/// Every place where each person is named.
pub(super) fn found(people: &People<'_, '_, '_>) -> Vec<Mention> {
    let mut found = Vec::with_capacity(MENTIONS * people.list.len());
    let document = people.wordings.document;
    if !people.list.is_empty() {
        for sentence in &document.sentences {
            find(people, sentence, &mut |person, span, link| found.push(Mention { person, span, link }));
        }
    }
    found
}

/// Calls `note` with each name of the sentence.
fn find(people: &People<'_, '_, '_>, sentence: &Sentence, note: &mut dyn FnMut(usize, Span, Link)) {
    let document = people.wordings.document;
    let mut next = sentence.tokens.start;
    let opens = |token: &Token| token.is(Classes::CAPITALIZED | Classes::NAME_PARTICLE) && people.wordings.may_start(token);
    while let Some(before) = document.tokens[next..sentence.tokens.end].iter().position(opens) {
        next += before;
        let (mut name, mut part) = (None, None);
        for (wording, end) in people.wordings.starting(next..sentence.tokens.end) {
            name = people.names.get(wording).map(|&person| (person, end)).or(name);
            let meant = people.by_part.get(wording).filter(|_| end <= next + LONGEST_PART);
            part = meant.map(|people| (people, end)).or(part);
        }
        if let Some((person, end)) = name {
            note(person, document.span(next..end), Link::Name);
            next = end;
        } else if let Some((meant, end)) = part {
            let reading = Reading { document, sentence: sentence.tokens.clone(), part: Run { start: next, end } };
            if let Some(name) = reading.short_name() {
                let mut meant = meant.all().filter(|&person| people.list[person].may_be(&name));
                if let (Some(person), None) = (meant.next(), meant.next()) {
                    note(person, name.span, name.link);
                }
            }
            next = end;
        } else {
            next += 1;
        }
    }
}

impl Known<'_> {
    /// Whether a name of one of the person's parts may mean this person: named before, and no other honorific's.
    fn may_be(&self, name: &ShortName<'_>) -> bool {
        let other = self.pronoun.zip(name.pronoun).is_some_and(|(known, here)| known != here);
        self.since <= name.span.end() && !other
    }
}

/// A part of a name, with the honorific before it.
struct ShortName<'t> {
    span: Span,
    link: Link,
    /// `he` or `she`, where the honorific tells.
    pronoun: Option<&'t str>,
}

/// Words that may name somebody, in their sentence.
struct Reading<'d, 't> {
    document: &'d Document<'t>,
    sentence: Range<usize>,
    part: Run,
}

impl<'t> Reading<'_, 't> {
    /// A part of a name here, with the honorific before it: `Ms. Liu`, `Kwakwa`.
    fn short_name(&self) -> Option<ShortName<'t>> {
        let token = self.token(self.part.start)?;
        let behind = self.token(self.part.end);
        if behind.is_some_and(|next| next.gap <= Gap::Space && (is_name_word(next) || next.kind == Kind::Hyphen && next.glued()))
        {
            return None;
        }
        let mut start = self.part.start;
        while start > self.sentence.start && self.document.tokens[start - 1].is(Classes::HONORIFIC) {
            start -= 1;
        }
        if start < self.part.start {
            let pronoun = pronoun(self.document, Run { start, end: self.part.start });
            return Some(ShortName { span: self.document.span(start..self.part.end), link: Link::Honorific, pronoun });
        }
        let before = self.part.start.checked_sub(1).and_then(|at| self.token(at));
        let joined = |before: &Token| is_name_word(before) && !before.is(Classes::TITLE_HEAD);
        let alone = before.is_none_or(|before| !(joined(before) || before.kind == Kind::Hyphen && token.glued()));
        let ambiguous = Classes::of(&[
            Classes::MONTH,
            Classes::WEEKDAY,
            Classes::COUNTRY,
            Classes::DEMONYM,
            Classes::ORGANIZATION_HEAD,
            Classes::STARTER,
        ]);
        let span = self.document.span(self.part.tokens());
        (alone && !token.is(ambiguous)).then_some(ShortName { span, link: Link::NamePart, pronoun: None })
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.document.tokens.get(at).filter(|_| self.sentence.contains(&at))
    }
}
