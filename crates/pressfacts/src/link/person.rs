//! People, each once: who is meant by `Ms. Liu` after `Liu Hua`.
//!
//! People are those of the roles. Two roles are one person's where their names agree in first and last part, or where
//! one has only a name that is the first or last part of one person's. A later mention is the full name, an honorific
//! with the first or last part, or that part alone; it is linked only where a single person already named can be meant.

mod mentions;

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::wording::{ByWording, Wording, Wordings};
use crate::fact::{Link, Person, Role};
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::parse::Run;
use crate::rules::role::Tie;
use crate::span::Span;

/// Most people that are kept for one part of a name. With two of them who can be meant, the part alone means nobody already.
const MOST_NAMESAKES: usize = 16;

/// The people of the roles, with every mention; sets each role's `person`. The ties are those of the roles, one for one.
pub(crate) fn people(wordings: &mut Wordings<'_, '_>, roles: &mut [Role], ties: &[Tie]) -> Vec<Person> {
    let document = wordings.document;
    let mut people = People::of(wordings);
    let names = Names::of(document, ties);
    // Names of several parts first, so that a surname alone finds its person wherever that is named in full.
    for full in [true, false] {
        for index in (0..roles.len()).filter(|&index| names.is_full(index) == full) {
            roles[index].person = people.join(&ties[index], index, names.parts(index));
        }
    }
    let mut found = mentions::found(&people);
    found.extend(roles.iter().enumerate().map(|(index, role)| {
        let link = if names.is_full(index) { Link::Name } else { Link::NamePart };
        Mention { person: role.person, span: document.span(ties[index].name.run.tokens()), link }
    }));
    settle(&mut found);
    let mut left = &*found;
    let person = |(person, known): (usize, Known<'_>)| {
        let (mentions, others) = left.split_at(left.iter().take_while(|mention| mention.person == person).count());
        left = others;
        let mut aliases: Vec<String> = Vec::new();
        for alias in mentions.iter().map(|mention| mention.span.of(document.text)).filter(|text| *text != known.name) {
            if !aliases.iter().any(|known| known == alias) {
                aliases.push(alias.to_owned());
            }
        }
        let links = mentions.iter().map(|mention| mention.link).collect();
        let mentions = mentions.iter().map(|mention| mention.span).collect();
        Person { name: known.name.to_owned(), aliases, roles: distinct(known.roles, roles), mentions, links }
    };
    people.list.into_iter().enumerate().map(person).collect()
}

/// A place where a person is named.
#[derive(Clone, Copy)]
struct Mention {
    person: usize,
    span: Span,
    link: Link,
}

/// A part of a name: a word with the particles before it, and with what a hyphen joins to it (`Okonjo-Iweala`, `da Silva`).
#[derive(Clone, Copy)]
struct Part {
    run: Run,
    /// Without the particles.
    bare: Run,
}

/// The names of the roles, in parts.
struct Names {
    /// Those of all names, one name's behind another's.
    parts: Vec<Part>,
    /// Where those of each name end.
    ends: Vec<usize>,
}

/// How many parts most names have.
const PARTS: usize = 2;

impl Names {
    fn of(document: &Document<'_>, ties: &[Tie]) -> Self {
        let mut names = Self { parts: Vec::with_capacity(PARTS * ties.len()), ends: Vec::with_capacity(ties.len()) };
        for tie in ties {
            names.add(document, tie.name.run);
        }
        names
    }

    fn add(&mut self, document: &Document<'_>, name: Run) {
        let (mut start, mut open) = (name.start, false);
        for solid in document.tokens[name.tokens()].chunk_by(|_, next| next.glued()) {
            let bare = Run { start, end: start + solid.len() };
            match self.parts.last_mut().filter(|_| open) {
                Some(part) => *part = Part { run: part.run.cover(bare), bare },
                None => self.parts.push(Part { run: bare, bare }),
            }
            open = matches!(solid, [only] if only.is(Classes::NAME_PARTICLE));
            start = bare.end;
        }
        self.ends.push(self.parts.len());
    }

    fn parts(&self, index: usize) -> &[Part] {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.parts[start..self.ends[index]]
    }

    /// Whether the name has several parts.
    fn is_full(&self, index: usize) -> bool {
        self.parts(index).len() > 1
    }
}

/// Puts each person's mentions in order, of those that overlap the longest.
fn settle(mentions: &mut Vec<Mention>) {
    mentions.sort_unstable_by_key(|&Mention { person, span, link }| (person, span.start(), Reverse(span.end()), link));
    // Where the mentions so far end, and whose they are.
    let (mut end, mut whose) = (0, 0);
    mentions.retain(|&Mention { person, span, .. }| {
        if person != whose {
            (end, whose) = (0, person);
        }
        let free = span.start() >= end;
        end = end.max(span.end());
        free
    });
}

/// One role for each position: the same title at the same body counts once, former and present apart.
fn distinct(mut indices: Vec<usize>, roles: &[Role]) -> Vec<usize> {
    // Most people have one.
    if indices.len() < 2 {
        return indices;
    }
    indices.sort_unstable();
    let mut seen = FxHashSet::default();
    indices.retain(|&index| seen.insert((&roles[index].title, &roles[index].organization, roles[index].status)));
    indices
}

/// `he` or `she`, where one of the honorifics tells.
fn pronoun<'t>(document: &Document<'t>, honorifics: Run) -> Option<&'t str> {
    let value = |at: usize| document.value(at, Classes::HONORIFIC);
    let first = |value: &'t str| value.split(' ').next();
    honorifics.tokens().filter_map(value).filter_map(first).find(|value| matches!(*value, "he" | "she"))
}

/// The people as far as known, and what names them.
struct People<'w, 'd, 't> {
    wordings: &'w mut Wordings<'d, 't>,
    list: Vec<Known<'t>>,
    /// By the whole names, in every form that a role gave.
    names: ByWording<usize>,
    /// By the first and last part of the name, which the forms of one name share.
    by_ends: FxHashMap<(Wording, Wording), usize>,
    /// All who have a first or last part.
    by_part: ByWording<Namesakes>,
}

/// The people who share a part of their names: most often it is one's alone.
struct Namesakes {
    first: usize,
    others: Vec<usize>,
}

impl Namesakes {
    fn of(person: usize) -> Self {
        Self { first: person, others: Vec::new() }
    }

    fn all(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// The only one.
    fn only(&self) -> Option<usize> {
        self.others.is_empty().then_some(self.first)
    }

    fn add(&mut self, person: usize) {
        if self.others.len() + 1 < MOST_NAMESAKES && !self.all().any(|known| known == person) {
            self.others.push(person);
        }
    }
}

/// A person as far as known.
struct Known<'t> {
    /// The fullest form of the name, and how many parts it has.
    name: &'t str,
    parts: usize,
    roles: Vec<usize>,
    /// `he` or `she`, where an honorific tells.
    pronoun: Option<&'t str>,
    /// Where the person is first named.
    since: usize,
}

impl<'w, 'd, 't> People<'w, 'd, 't> {
    fn of(wordings: &'w mut Wordings<'d, 't>) -> Self {
        let (names, by_ends, by_part) = (ByWording::default(), FxHashMap::default(), ByWording::default());
        Self { wordings, list: Vec::new(), names, by_ends, by_part }
    }

    /// The index of the tie's person, who is added where nobody known has the name.
    fn join(&mut self, tie: &Tie, index: usize, parts: &[Part]) -> usize {
        let document = self.wordings.document;
        let mut wording = |part: &Part| self.wordings.of(part.run.tokens());
        let known = match parts {
            [first, .., last] => self.by_ends.get(&(wording(first), wording(last))).copied(),
            [only] => self.by_part.get(wording(only)).and_then(Namesakes::only),
            [] => None,
        };
        let person = known.unwrap_or_else(|| {
            self.list.push(Known { name: "", parts: 0, roles: Vec::with_capacity(1), pronoun: None, since: usize::MAX });
            self.list.len() - 1
        });
        let found = &mut self.list[person];
        found.roles.push(index);
        found.since = found.since.min(document.span(tie.run().tokens()).start());
        found.pronoun = found.pronoun.or_else(|| pronoun(document, tie.name.honorific?));
        if parts.len() > found.parts || found.name.is_empty() {
            found.name = document.slice(tie.name.run.tokens());
            found.parts = parts.len();
        }
        self.note(parts, person);
        person
    }

    fn note(&mut self, parts: &[Part], person: usize) {
        if let [only] = parts {
            self.note_part(only.run, person);
        }
        let [first, .., last] = parts else { return };
        let ends = (self.wordings.of(first.run.tokens()), self.wordings.of(last.run.tokens()));
        self.by_ends.entry(ends).or_insert(person);
        self.note_name(first.run.cover(last.run).tokens(), person);
        if let [first, .., before, last] = parts {
            // `Barbara Mikulski`, `Lula da Silva`
            self.note_name(first.run.tokens().chain(last.run.tokens()), person);
            self.note_name(before.run.cover(last.run).tokens(), person);
        }
        self.note_part(first.run, person);
        self.note_part(last.run, person);
        // `Silva` for `da Silva`
        if last.bare != last.run {
            self.note_part(last.bare, person);
        }
    }

    fn note_name(&mut self, tokens: impl Iterator<Item = usize>, person: usize) {
        self.names.entry(self.wordings.of(tokens)).get_or_insert(person);
    }

    fn note_part(&mut self, part: Run, person: usize) {
        // An initial alone names nobody.
        if part.len() == 1 && self.wordings.document.written(part.start).chars().filter(|c| *c != '.').nth(1).is_none() {
            return;
        }
        match self.by_part.entry(self.wordings.of(part.tokens())) {
            Some(people) => people.add(person),
            new => *new = Some(Namesakes::of(person)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::people;
    use crate::fact::Person;
    use crate::layout::Document;
    use crate::lexicon::built_in;
    use crate::link::Wordings;
    use crate::normalize::role::role;
    use crate::testing::tie;

    /// The people of a text whose roles have these names and titles.
    fn linked(text: &str, named: &[(&str, &str)]) -> (Vec<Person>, Vec<usize>) {
        let document = Document::read(text, built_in());
        let ties: Vec<_> = named.iter().map(|(name, title)| tie(&document, name, title)).collect();
        let mut roles: Vec<_> = ties.iter().map(|tie| role(&document, tie, "")).collect();
        let people = people(&mut Wordings::new(&document), &mut roles, &ties);
        (people, roles.iter().map(|role| role.person).collect())
    }

    fn mentions<'t>(person: &Person, text: &'t str) -> Vec<&'t str> {
        person.mentions.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn later_mentions_find_their_person() {
        let text = "Ms. Liu Hua, Director, spoke. Ms. Liu thanked Daren Tang, Director General. Later, Liu left with Mr. Tang. Liu Street is long.";
        let (people, _) = linked(text, &[("Liu Hua", "Director"), ("Daren Tang", "Director General")]);
        assert_eq!(mentions(&people[0], text), ["Liu Hua", "Ms. Liu", "Liu"]);
        assert_eq!(mentions(&people[1], text), ["Daren Tang", "Mr. Tang"]);
        assert_eq!(people[0].aliases, ["Ms. Liu", "Liu"]);
    }

    #[test]
    fn two_of_one_surname_stay_two() {
        let text = "Hu Defang, Chairman, met Hu Dexiang, Manager. Mr. Hu smiled.";
        let (people, _) = linked(text, &[("Hu Defang", "Chairman"), ("Hu Dexiang", "Manager")]);
        assert_eq!(people.iter().map(|person| person.mentions.len()).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn an_honorific_tells_people_of_one_name_apart() {
        let text = "Ms. Wang Yan, Director, spoke. Mr. Yan Xin, Counsel, agreed. Mr. Yan left; Yan stayed.";
        let (people, _) = linked(text, &[("Wang Yan", "Director"), ("Yan Xin", "Counsel")]);
        assert_eq!(mentions(&people[0], text), ["Wang Yan"]);
        assert_eq!(mentions(&people[1], text), ["Yan Xin", "Mr. Yan"]);
    }

    #[test]
    fn roles_of_one_person_are_gathered() {
        let text = "Senator Mikulski spoke. Chairwoman Barbara A. Mikulski agreed. Barbara Mikulski, Senator, left.";
        let (people, indices) =
            linked(text, &[("Mikulski", "Senator"), ("Barbara A. Mikulski", "Chairwoman"), ("Barbara Mikulski", "Senator")]);
        assert_eq!(indices, [0, 0, 0]);
        assert_eq!((people[0].name.as_str(), &*people[0].roles), ("Barbara A. Mikulski", &[0, 1][..]));
    }

    #[test]
    fn a_name_with_a_hyphen_or_a_particle_is_one_part() {
        let text = "Ada Okoro-Ivanda, Director, met Luis da Silva, Minister. Dr. Okoro-Ivanda spoke; da Silva and Mr. Silva left. Okoro came.";
        let (people, _) = linked(text, &[("Ada Okoro-Ivanda", "Director"), ("Luis da Silva", "Minister")]);
        assert_eq!(mentions(&people[0], text), ["Ada Okoro-Ivanda", "Dr. Okoro-Ivanda"]);
        assert_eq!(mentions(&people[1], text), ["Luis da Silva", "da Silva", "Mr. Silva"]);
    }

    #[test]
    fn a_title_before_the_name_leaves_it_a_mention() {
        let text = "Liu Hua, Director, spoke. Director Liu left with President Liu Hua and Liu Street.";
        let (people, _) = linked(text, &[("Liu Hua", "Director")]);
        assert_eq!(mentions(&people[0], text), ["Liu Hua", "Liu", "Liu Hua"]);
    }

    #[test]
    fn an_initial_is_part_of_a_name_but_none_of_its_own() {
        let text = "S. Vlk, Minister, met Ann B. Lee, Director. S. Vlk and Ann B. Lee left. Plan S and Plan B failed.";
        let (people, _) = linked(text, &[("S. Vlk", "Minister"), ("Ann B. Lee", "Director")]);
        assert_eq!(mentions(&people[0], text), ["S. Vlk", "S. Vlk"]);
        assert_eq!(mentions(&people[1], text), ["Ann B. Lee", "Ann B. Lee"]);
    }

    #[test]
    fn accents_do_not_part_a_person() {
        let text = "José Pérez, Minister, spoke. Perez left. PÉREZ stayed. Peres came.";
        let (people, _) = linked(text, &[("José Pérez", "Minister")]);
        assert_eq!(mentions(&people[0], text), ["José Pérez", "Perez", "PÉREZ"]);
    }

    #[test]
    fn capitals_do_not_part_a_person() {
        let text = "Julie HERVÉ, Counselor, spoke. Julie Hervé left.";
        let (people, _) = linked(text, &[("Julie HERVÉ", "Counselor")]);
        assert_eq!(mentions(&people[0], text), ["Julie HERVÉ", "Julie Hervé"]);
    }

    #[test]
    fn a_month_or_a_sentence_start_is_nobody() {
        let text = "Theresa May, Minister, spoke in London. In May it rained. She left in May.";
        let (people, _) = linked(text, &[("Theresa May", "Minister")]);
        assert_eq!(mentions(&people[0], text), ["Theresa May"]);
    }
}
