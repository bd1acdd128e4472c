//! The names of a text that can be sides of an agreement: bodies and states, and the people who stand for them.

mod lists;
mod prose;

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;

use self::lists::Read;
pub(super) use self::lists::{List, is_governed};
use self::prose::prose;
use crate::fact::StatisticKind;
use crate::grammar::organization::{is_body, proper_name};
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::{Run, Tokens, lex};
use crate::resolve::Selected;
use crate::rules::role::Tie;
use crate::token::{Kind, Token};

/// Most tokens between one person and the next of a list: a comma, `and`, an article, an honorific.
const WIDEST_JOINT: usize = 4;

/// The names of a document.
pub(super) struct Names<'t> {
    pub(super) document: &'t Document<'t>,
    /// In the order of the text.
    people: Vec<Person>,
    /// Sums of money, in the order of the text.
    sums: Vec<Run>,
    /// The names of people, and their last words, which name them again; with the bodies that they act for.
    personal: BTreeMap<&'t str, Option<Run>>,
    /// Words in capitals that do something, own something, or stand for a name in parentheses, in the order of the alphabet.
    letters: OnceCell<Vec<usize>>,
    /// The sentence last asked about, and where its prose starts: mentions ask for that several times.
    prose: Cell<(usize, usize)>,
    /// The lists read so far, for those who look back over them again.
    read: RefCell<Read>,
}

/// Somebody in a position, who acts for the body that it is held in.
#[derive(Clone, Copy, Debug)]
struct Person {
    run: Run,
    name: Run,
    body: Option<Run>,
}

impl<'t> Names<'t> {
    pub(super) fn of(document: &'t Document<'t>, selected: &Selected) -> Self {
        let ties = || selected.roles.iter().flat_map(|candidate| candidate.syntax.ties.iter());
        let known = |tie: &&Tie| tie.organization.map_or(tie.name.is_sure(), |body| acts(document, body));
        let mut people: Vec<Person> = ties()
            .filter(known)
            .map(|tie| Person {
                run: tie.run(),
                name: tie.name.run,
                body: tie.organization.filter(|body| holds(document, tie, *body)).map(|body| owner(document, body)),
            })
            .collect();
        people.sort_by_key(|person| person.run);
        let mut personal = BTreeMap::new();
        for person in people.iter().filter(|person| person.name.len() > 1) {
            let name = person.name;
            for called in [name, Run { start: name.end - 1, ..name }] {
                personal.entry(document.slice(called.tokens())).or_insert(person.body);
            }
        }
        let money = selected.statistics.iter().filter(|candidate| candidate.syntax.kind == StatisticKind::Money);
        let mut sums: Vec<Run> = money.map(|candidate| candidate.syntax.run).collect();
        sums.sort();
        Self { document, people, sums, personal, letters: OnceCell::new(), prose: Cell::default(), read: RefCell::default() }
    }

    /// The sums of money in the stretch.
    pub(super) fn sums(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = Run> + '_ {
        let first = self.sums.partition_point(|sum| sum.start < range.start);
        self.sums[first..].iter().copied().take_while(move |sum| sum.end <= range.end).collect::<Vec<_>>().into_iter()
    }

    /// The sentence without what opens it.
    pub(super) fn prose(&self, sentence: Range<usize>) -> Range<usize> {
        let (last, start) = self.prose.get();
        if last == sentence.end {
            return start..sentence.end;
        }
        let prose = prose(self.document, sentence);
        self.prose.set((prose.end, prose.start));
        prose
    }

    /// Whether the name is that of a state, or of a state's body.
    pub(super) fn is_state(&self, name: Run) -> bool {
        let window = Tokens::new(self.document, name.start..name.end, name.start);
        let whole = lex(Classes::COUNTRY)(window)
            .is_ok_and(|(rest, state)| state.run == name || rest.first().is_some_and(|next| next.kind == Kind::Open));
        whole || self.document.classes_at(name.start).any(Classes::STATE_BODY)
    }

    /// Whether all of the names read as those of people.
    pub(super) fn are_personal(&self, names: &[Run]) -> bool {
        names.iter().all(|&name| is_personal(self.document, name))
    }

    /// Whether the name reads as that of a body or state.
    pub(super) fn is_known(&self, name: Run) -> bool {
        is_known(self.document, name)
    }

    /// `Energy Minister Jane Roe`, `Acme Chairman Bob Ray`: a person whom no role was read of, and the name before the
    /// title.
    fn titled(&self, range: Range<usize>, at: usize) -> Option<Person> {
        let (rest, name) = proper_name(Tokens::new(self.document, range, at)).ok()?;
        let tokens = &self.document.tokens[name.start..name.end];
        // `First Harbour` is no first of its kind.
        let ordinal = |token: &Token| token.is(Classes::ORDINAL) && !token.is(Classes::TITLE_HEAD);
        let titled = |token: &Token| token.is(Classes::TITLE_HEAD | Classes::TITLE_MODIFIER) && !ordinal(token);
        let title = tokens.iter().enumerate().position(|(at, token)| titled(token) || at > 0 && token.is(Classes::HONORIFIC))?;
        let last = tokens.last().is_some_and(|token| token.is(Classes::TITLE_HEAD));
        // `Acme Global`, `Acme Co., Ltd.`: behind a modifier stands nobody.
        let person = |next: &Token| next.kind == Kind::Word && next.capitalized() && !next.is(Classes::AGREEMENT_VERB);
        if !tokens[title].is(Classes::TITLE_HEAD | Classes::HONORIFIC) && !tokens.get(title + 1).is_some_and(person) {
            return None;
        }
        let head = |token: &Token| token.is(Classes::ORGANIZATION_HEAD) && !token.is(Classes::FIELD);
        let office = tokens.iter().any(|token| head(token) || token.is(Classes::CONNECTOR));
        // `Delta University VC Prof Jane Roe`: short for a title.
        let short = title > 1 && tokens[title].is(Classes::HONORIFIC) && tokens[title - 1].is(Classes::UPPER);
        let prefix = Run { start: name.start, end: name.start + title - usize::from(short) };
        // `Acme's Federal Services unit`
        let owner = prefix.len() > 1 && self.document.tokens[prefix.end - 1].kind == Kind::Possessive;
        let prefix = Run { end: prefix.end - usize::from(owner), ..prefix };
        let field = tokens[..title].iter().all(|token| token.is(Classes::FIELD | Classes::TITLE_HEAD | Classes::HONORIFIC));
        let run = Run { start: at, end: rest.position() };
        (!last && (!office || tokens[title].is(Classes::HONORIFIC))).then_some(Person {
            run,
            name,
            body: (!field).then_some(prefix),
        })
    }

    /// Whether the letters are those of a state or body, in the lexicon or by what the text says of them.
    pub(super) fn knows_letters(&self, name: Run) -> bool {
        let known = Classes::of(&[Classes::COUNTRY, Classes::PLACE, Classes::ORGANIZATION_HEAD]);
        let word = self.document.written(name.start);
        let letters = || self.letters.get_or_init(|| letters(self.document));
        self.document.tokens[name.start].is(known)
            || letters().binary_search_by(|&at| self.document.written(at).cmp(word)).is_ok()
    }

    /// Whether the text knows the name as that of a person.
    fn is_person(&self, name: Run) -> bool {
        self.personal.contains_key(self.document.slice(name.tokens()))
    }

    /// The body that the text has told the person to act for.
    fn body_of(&self, person: Run) -> Option<Run> {
        let body = self.personal.get(self.document.slice(person.tokens())).copied().flatten();
        body.filter(|&body| is_known(self.document, body) || self.is_state(body) || is_quality(self.document, body))
    }

    /// The names of the people in the stretch.
    fn persons_in(&self, run: Run) -> Vec<Run> {
        let first = self.people.partition_point(|person| person.run.start < run.start);
        self.people[first..].iter().take_while(|person| person.run.end <= run.end).map(|person| person.name).collect()
    }

    /// The people in a row that start there, as the bodies that they stand for.
    fn people_at(&self, range: Range<usize>, at: usize) -> Option<(Run, Vec<Run>)> {
        let mut next = self.people.partition_point(|person| person.run.start < at);
        let leads = |at: usize, start: usize| start - at <= WIDEST_JOINT && (at..start).all(|between| self.leads(between));
        let first = *self.people.get(next).filter(|first| first.run.end <= range.end && leads(at, first.run.start))?;
        let mut run = Run { start: at, end: first.run.end };
        let mut names: Vec<Run> = Vec::new();
        while let Some(person) = self.people.get(next).filter(|person| person.run.end <= range.end) {
            let apart = person.run.start.saturating_sub(run.end);
            let joined =
                person.run.start < run.end || apart <= WIDEST_JOINT && (run.end..person.run.start).all(|at| self.joins(at));
            if !joined {
                break;
            }
            run.end = run.end.max(person.run.end);
            names.extend(person.body);
            next += 1;
        }
        Some((run, names))
    }

    /// Whether people in positions are named in the stretch.
    pub(super) fn tells_of_people(&self, range: Range<usize>) -> bool {
        let first = self.people.partition_point(|person| person.run.start < range.start);
        self.people.get(first).is_some_and(|person| person.run.end <= range.end)
    }

    /// Whether the token can stand before a person's name: an article, `Eng.`, `Dr.`
    fn leads(&self, at: usize) -> bool {
        let token = &self.document.tokens[at];
        token.is(Classes::HONORIFIC | Classes::DETERMINER) || token.has_full_stop()
    }

    /// Whether the token can stand between two people of a list.
    fn joins(&self, at: usize) -> bool {
        let token = &self.document.tokens[at];
        token.kind == Kind::Comma || self.leads(at) || token.is(Classes::POST_NOMINAL) || self.document.written(at) == "and"
    }

    /// The names that one list of the sentence joins, if one does that fits.
    pub(super) fn group(&self, sentence: Range<usize>, fits: impl Fn(&Vec<Run>) -> bool) -> Option<Vec<Run>> {
        let group = |names: &Vec<Run>| fits(names) && !names.iter().any(|&name| is_personal(self.document, name));
        self.lists(sentence).into_iter().map(|list| list.names).find(group)
    }

    /// The name that the sentence is about.
    pub(super) fn topic(&self, sentence: Range<usize>) -> Option<Run> {
        let names = self.lists(sentence).into_iter().filter(|list| !list.governed);
        names.filter_map(|list| list.names.first().copied()).find(|name| !is_personal(self.document, *name))
    }

    /// The name that a pronoun at the stretch's end takes up.
    pub(super) fn latest(&self, stretch: Range<usize>) -> Option<Run> {
        let names = self.lists(stretch).into_iter().rev().filter(|list| !list.governed);
        names.filter_map(|list| list.names.first().copied()).find(|name| !is_personal(self.document, *name))
    }
}

/// `ACM` of `Acme Mills (ACM)`, `ACM said`, `ACM's`.
fn letters(document: &Document<'_>) -> Vec<usize> {
    let acts = Classes::of(&[Classes::AUXILIARY, Classes::AGREEMENT_VERB, Classes::CLAUSE_WORD]);
    let shown = |next: &Token| matches!(next.kind, Kind::Close | Kind::CloseQuote | Kind::Possessive) || next.is(acts);
    let pairs = document.tokens.windows(2).enumerate();
    let known = pairs.filter(|(_, pair)| pair[0].is(Classes::UPPER) && shown(&pair[1]));
    let mut places: Vec<usize> = known.map(|(at, _)| at).collect();
    places.sort_by_key(|&at| document.written(at));
    places
}

/// `Acme` of `Acme's Executive Board`: whom a member of it acts for.
fn owner(document: &Document<'_>, body: Run) -> Run {
    // `People's Government` is one name.
    let named = |at: usize| matches!(document.written(at), "People" | "Women" | "Children");
    let owns = |at: &usize| document.tokens[*at].kind == Kind::Possessive && !named(*at - 1);
    let possessive = (body.start + 1..body.end).find(owns);
    possessive.map_or(body, |end| Run { end, ..body })
}

/// Whether the name reads as a body or state.
fn is_known(document: &Document<'_>, name: Run) -> bool {
    is_body(Tokens::new(document, name.start..name.end, name.start), name)
}

/// Whether the body is that of the position: `Norwegian` is in `Norwegian Prime Minister`, but not in `director of the
/// Norwegian firm`.
fn holds(document: &Document<'_>, tie: &Tie, body: Run) -> bool {
    !is_quality(document, body) || body.end <= tie.title.start
}

/// Whether somebody can act for it: a body, a state, or a name that is not made of fields of work.
fn acts(document: &Document<'_>, body: Run) -> bool {
    let tokens = &document.tokens[body.start..body.end];
    let field = |token: &Token| token.is(Classes::FIELD | Classes::COMMON_WORD | Classes::CONNECTOR) || token.kind != Kind::Word;
    is_known(document, body) || !tokens.iter().all(field)
}

/// Whether the name reads as a person's.
fn is_personal(document: &Document<'_>, name: Run) -> bool {
    let personal = document.tokens[name.start..name.end].iter().any(|token| token.is(Classes::GIVEN_NAME | Classes::SURNAME));
    personal && !is_known(document, name)
}

/// `Chinese`: a quality, no side.
fn is_quality(document: &Document<'_>, name: Run) -> bool {
    let token = &document.tokens[name.start];
    name.len() == 1 && token.is(Classes::DEMONYM) && !token.is(Classes::COUNTRY)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_sides;

    #[test]
    fn people_act_for_their_bodies() {
        check_sides(
            "The [treaty] was signed by Jane Roe, Peru's Minister of Trade, and John Doe, Minister of Trade of Kenya.",
            &["Peru; Kenya"],
        );
        check_sides("Jane Roe, a director, negotiated the [contract].", &[""]);
    }

    #[test]
    fn descriptions_before_names() {
        check_sides("A [proposed merger agreement] between Acme and Dutch rival Beta B.V. was called off.", &["Acme; Beta B.V."]);
        check_sides(
            "Acme Ltd and the Oslo firm Beta plc signed a [contract] with insurer Gamma Mutual.",
            &["Acme Ltd; Beta plc; Gamma Mutual"],
        );
        check_sides("Acme Ltd signed a [contract] with a Dutch rival.", &["Acme Ltd"]);
        check_sides("WHO and partners Acme and Beta signed a [contract].", &["WHO; Acme; Beta"]);
        check_sides("Acme signed a [contract] with Peru's energy ministry.", &["Acme; Peru's energy ministry"]);
        check_sides("The Brazilian miner Vale and BHP signed a [contract].", &["Vale; BHP"]);
        check_sides("Earlier, officials signed a [treaty].", &[""]);
    }

    #[test]
    fn people_without_names() {
        check_sides("Leaders of Kenya and Peru signed a [treaty].", &["Kenya; Peru"]);
        check_sides("Senior officials from Acme and the City of Lyon signed a [contract].", &["Acme; City of Lyon"]);
        check_sides("The port awarded the [contract] to a consortium of Acme and Beta.", &["Acme; Beta"]);
        check_sides("Leaders signed a [treaty].", &[""]);
    }

    #[test]
    fn a_dateline_names_no_sides() {
        check_sides(
            "LIMA, Peru and OSLO, Norway, 5 May 2025 – Acme Ltd and Beta plc said they have signed a [supply agreement].",
            &["Acme Ltd; Beta plc"],
        );
        check_sides("Oslo, 5 May 2025: Peru and Kenya signed a tourism [agreement].", &["Peru; Kenya"]);
    }
}
