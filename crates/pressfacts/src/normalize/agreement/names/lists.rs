//! Lists of names in a stretch of a sentence: `Kenya, Peru and the Tide Institute`, `the ministers of Kenya and Peru`.

use std::ops::Range;

use super::{Names, is_personal, is_quality};
use crate::grammar::party::{counterpart, description, may_open_side, parties, represented};
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::{Run, Tokens};
use crate::token::{Case, Kind};

/// Longest row of people with titles, in tokens; bounds how deep it is read.
const LONGEST_ROW: usize = 60;

/// How near to a verb names are read for it alone, in tokens: what stands behind them decides how far they go.
const NEAR: usize = 14;

/// Longest parenthesis that is passed over, in tokens.
const LONGEST_PARENTHESIS: usize = 12;

/// A list of names, or one.
#[derive(Clone, Debug)]
pub(in super::super) struct List {
    pub(in super::super) run: Run,
    /// The bodies and states; none where the people of the list are of none.
    pub(in super::super) names: Vec<Run>,
    /// The people of the list themselves, where it has no bodies.
    pub(in super::super) persons: Vec<Run>,
    /// Whether a preposition governs it.
    pub(in super::super) governed: bool,
    /// Whether it starts with `a`, which makes a quality of a name.
    indefinite: bool,
    /// Whether people stand for the names.
    pub(in super::super) people: bool,
}

/// What has been read, by the token that it starts at.
#[derive(Default)]
pub(super) struct Read {
    /// For each token nothing yet, that nothing starts there, or the number of its list, counted from two.
    slots: Vec<usize>,
    lists: Vec<List>,
}

impl Read {
    const NOTHING: usize = 1;

    fn knows(&mut self, at: usize, tokens: usize) -> bool {
        if self.slots.is_empty() {
            self.slots.resize(tokens, 0);
        }
        self.slots[at] > 0
    }

    fn keep(&mut self, at: usize, list: Option<List>) {
        self.slots[at] = Self::NOTHING;
        if let Some(list) = list {
            self.lists.push(list);
            self.slots[at] += self.lists.len();
        }
    }

    fn list(&mut self, at: usize) -> Option<&mut List> {
        let number = self.slots[at].checked_sub(Self::NOTHING + 1)?;
        self.lists.get_mut(number)
    }
}

impl Names<'_> {
    /// The lists of names in a stretch of one sentence.
    pub(in super::super) fn lists(&self, range: Range<usize>) -> Vec<List> {
        let start = range.start;
        self.lists_from(range, start, Vec::new())
    }

    /// The same for a stretch before a verb, of which many in one sentence may look back over the same names: what is far
    /// from the end is read but once. Of that, the first that is wanted is found; all is that is near.
    pub(in super::super) fn lists_before(
        &self,
        range: Range<usize>,
        sentence: &Range<usize>,
        wanted: impl Fn(&List) -> bool,
    ) -> Vec<List> {
        let near = range.start.max(range.end.saturating_sub(NEAR));
        let mut found: Vec<List> = Vec::new();
        let mut at = range.start;
        while at < near {
            if let Some(close) = self.closing(at, range.end) {
                at = close;
                continue;
            }
            self.read_once(at, sentence);
            let mut read = self.read.borrow_mut();
            let Some(list) = read.list(at) else {
                at += 1;
                continue;
            };
            // What reaches to the near end is read as what stands there.
            if list.run.end > near {
                break;
            }
            if found.is_empty() {
                list.governed = list.indefinite || self.is_governed(range.start, at);
                found.extend(Some(&*list).filter(|list| wanted(list)).cloned());
            }
            at = list.run.end.max(at + 1);
        }
        self.lists_from(range, at, found)
    }

    /// What `ask` wants to know of the list that starts there and may go on to the end of its sentence, read but once.
    pub(in super::super) fn of_list<T>(&self, sentence: &Range<usize>, at: usize, ask: impl FnOnce(&List) -> T) -> Option<T> {
        if !sentence.contains(&at) {
            return None;
        }
        self.read_once(at, sentence);
        self.read.borrow_mut().list(at).map(|list| ask(list))
    }

    /// Reads the list that starts there and may go on to the end of its sentence, if nobody has.
    fn read_once(&self, at: usize, sentence: &Range<usize>) {
        let known = self.read.borrow_mut().knows(at, self.document.tokens.len());
        if !known {
            let list = self.list(sentence.clone(), at);
            self.read.borrow_mut().keep(at, list);
        }
    }

    /// Whether what stands before the name, back to the floor, governs it or makes a quality of it.
    fn is_governed(&self, floor: usize, name: usize) -> bool {
        is_indefinite(self.document, floor, name) || is_governed(self.document, floor, name)
    }

    /// Where the parenthesis that opens there has been passed: `Acme Inc. (NYSE: ACM)` names it again.
    fn closing(&self, at: usize, end: usize) -> Option<usize> {
        let open = self.document.tokens[at].kind == Kind::Open;
        let close =
            (at..end.min(at + LONGEST_PARENTHESIS)).filter(|_| open).find(|&at| self.document.tokens[at].kind == Kind::Close);
        open.then(|| close.unwrap_or(at) + 1)
    }

    fn lists_from(&self, range: Range<usize>, mut at: usize, mut found: Vec<List>) -> Vec<List> {
        while at < range.end {
            if let Some(close) = self.closing(at, range.end) {
                at = close;
                continue;
            }
            match self.list(range.clone(), at) {
                Some(list) => {
                    at = list.run.end.max(at + 1);
                    found.push(list);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The list of names that starts there. `The Kenyan president and his Peruvian counterpart` is one.
    pub(in super::super) fn list(&self, range: Range<usize>, at: usize) -> Option<List> {
        let list = self.plain_list(range.clone(), at)?;
        let is = |at: usize, words: &[&str]| at < range.end && words.contains(&self.document.written(at));
        let and = list.run.end;
        if !(list.people && is(and, &["and"]) && is(and + 1, &["his", "her", "their"])) {
            return Some(list);
        }
        let Ok((rest, state)) = counterpart(Tokens::new(self.document, range, and + 2)) else { return Some(list) };
        let names = list.names.iter().copied().chain([state]).collect();
        Some(List { run: Run { end: rest.position(), ..list.run }, names, ..list })
    }

    /// The list up to a conjunction with an owner behind it.
    fn plain_list(&self, range: Range<usize>, at: usize) -> Option<List> {
        let governed = || self.is_governed(range.start, at);
        if let Some((run, names)) = self.people_at(range.clone(), at) {
            return Some(List {
                run,
                names,
                persons: self.persons_in(run),
                governed: governed(),
                indefinite: false,
                people: true,
            });
        }
        let token = self.document.tokens.get(at)?;
        // `Dr. Roe and Bob Ray`, but not `Sri Lanka and Peru`
        let addresses = token.is(Classes::HONORIFIC) && !token.opens.any(Classes::COUNTRY);
        if addresses && at + 1 < range.end && !self.document.tokens[at + 1].is(Classes::HONORIFIC) {
            let list = self.plain_list(range, at + 1)?;
            return list.people.then_some(List { run: Run { start: at, ..list.run }, ..list });
        }
        if let Some(person) = Some(()).filter(|()| token.capitalized()).and_then(|()| self.titled(range.clone(), at)) {
            let further = Some(person.run.end).filter(|&and| and + 1 < range.end && self.document.written(and) == "and");
            let end = range.end.min(at + LONGEST_ROW);
            let further = further.and_then(|and| self.list(range.start..end, and + 1)).filter(|list| !list.governed);
            let mut names: Vec<Run> = person.body.into_iter().collect();
            let end = further.as_ref().map_or(person.run.end, |list| list.run.end);
            names.extend(further.into_iter().flat_map(|list| list.names));
            return Some(List {
                run: Run { start: at, end },
                names,
                persons: Vec::new(),
                governed: governed(),
                indefinite: false,
                people: true,
            });
        }
        // `the trade ministries of Kenya and Peru`
        let noun = at + usize::from(token.is(Classes::DETERMINER));
        let noun = noun + usize::from(self.document.tokens.get(noun).is_some_and(|token| token.is(Classes::FIELD)));
        if noun < range.end
            && self.document.tokens[noun].is(Classes::PARTY_NOUN)
            && let Ok((rest, names)) = represented(Tokens::new(self.document, range.clone(), noun))
        {
            return Some(List {
                run: Run { start: at, end: rest.position() },
                names,
                persons: Vec::new(),
                governed: governed(),
                indefinite: false,
                people: false,
            });
        }
        let small = Classes::of(&[Classes::DETERMINER, Classes::ORGANIZATION_HEAD, Classes::STATE_BODY]);
        let window = Tokens::new(self.document, range.clone(), at);
        let opens = token.capitalized() || token.case == Case::Mixed || self.document.classes_at(at).any(small);
        if !may_open_side(window) || !opens && description(window).is_err() {
            return None;
        }
        if is_prefixed(self.document, range.start, at) || is_ticker(self.document, range.start, at) {
            return None;
        }
        let (rest, names) = parties(window).ok()?;
        let run = window.until(rest);
        if names.iter().all(|&name| is_quality(self.document, name)) {
            return None;
        }
        // People act for themselves only where they are firms, too.
        let honoured = at > range.start && self.document.tokens[at - 1].is(Classes::HONORIFIC);
        let known: Vec<bool> = names.iter().map(|&name| self.is_person(name)).collect();
        let people = honoured || !known.contains(&false);
        let mixed = names.len() > 1 && known.contains(&true);
        let mut persons = Vec::new();
        let mut bodies = Vec::new();
        for (name, known) in names.into_iter().zip(known) {
            let personal = people || known;
            // A last word alone may be a firm's, too.
            let sure = honoured || name.len() > 1;
            let other = mixed && !personal && is_personal(self.document, name);
            bodies.extend(if personal { self.body_of(name).filter(|_| sure) } else { Some(name).filter(|_| !other) });
            persons.extend(Some(name).filter(|_| people));
        }
        let names = bodies;
        // `a Kenya shilling`, where the list starts with the article.
        let indefinite =
            matches!(self.document.written(at), "a" | "an") && names.first().is_some_and(|name| name.start == at + 1);
        Some(List { run, names, persons, governed: indefinite || governed(), indefinite, people })
    }
}

/// `a Kenya shilling`: behind `a`, the name only says of what sort.
fn is_indefinite(document: &Document<'_>, floor: usize, name: usize) -> bool {
    name > floor && matches!(document.written(name - 1), "a" | "an")
}

/// `post-Brexit`: a quality made of a name.
fn is_prefixed(document: &Document<'_>, floor: usize, name: usize) -> bool {
    let Some(prefix) = name.checked_sub(2).filter(|&prefix| prefix >= floor) else { return false };
    let (prefix, hyphen) = (&document.tokens[prefix], &document.tokens[prefix + 1]);
    hyphen.kind == Kind::Hyphen && hyphen.glued() && document.tokens[name].glued() && prefix.case == Case::Lower
}

/// `NASDAQ` and `ACM` of `Acme, NASDAQ: ACM,`: where a share is traded, and what it goes by.
fn is_ticker(document: &Document<'_>, floor: usize, name: usize) -> bool {
    let colon = name.checked_sub(1).filter(|&colon| colon >= floor && document.tokens[colon].kind == Kind::Colon);
    colon.is_some_and(|colon| document.is_ticker(colon)) || document.is_ticker(name + 1)
}

/// Whether a preposition stands before the name and its qualities: `with the amended Patent Law`.
pub(in super::super) fn is_governed(document: &Document<'_>, floor: usize, name: usize) -> bool {
    let quality = |at: &usize| {
        let token = &document.tokens[*at];
        token.is(Classes::DETERMINER)
            || token.kind == Kind::Number
            || token.kind == Kind::Word && !token.capitalized() && !token.is(Classes::CONNECTOR)
    };
    let before = |at: usize| at.checked_sub(1).filter(|before| *before >= floor);
    let preposition = |at: usize| before(at).is_some_and(|before| document.tokens[before].is(Classes::PREPOSITION));
    let mut at = name;
    for _ in 0..3 {
        match before(at) {
            Some(further) if quality(&further) => at = further,
            _ => break,
        }
    }
    preposition(at) || preposition(name)
}
