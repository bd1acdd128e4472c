//! People, each once: who is meant by `Ms. Liu` after `Liu Hua`.
//!
//! People are those of the roles. Two roles are one person's where their names agree in first and last part, or where
//! one has only a name that is the first or last part of one person's. A later mention is the full name, an honorific
//! with the first or last part, or that part alone; it is linked only where a single person already named can be meant.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::names::{Names, is_name_word, plain};
use crate::fact::{Link, Person, Role};
use crate::layout::Document;
use crate::lexicon::Classes;
use crate::span::Span;
use crate::token::{Gap, Kind, Token, lex};

/// Most people of one name that are told apart; beyond that the name alone means nobody.
const MOST_NAMESAKES: usize = 16;

/// Longest part of a name, in words: `van der Berg`.
const LONGEST_PART: usize = 4;

/// The people of the roles, with every mention; sets each role's `person`.
pub(crate) fn people(document: &Document<'_>, roles: &mut [Role]) -> Vec<Person> {
    let mut people = People::default();
    let parts: Vec<Vec<String>> = roles.iter().map(|role| parts(document, &role.name)).collect();
    // Names of several parts first, so that a surname alone finds its person wherever that is named in full.
    let (full, short): (Vec<usize>, Vec<usize>) = (0..roles.len()).partition(|&index| parts[index].len() > 1);
    for index in full.into_iter().chain(short) {
        roles[index].person = people.join(document, &roles[index], index, &parts[index]);
    }
    let mut found = people.mentions(document);
    for (role, parts) in roles.iter().zip(&parts) {
        let link = if parts.len() > 1 { Link::Name } else { Link::NamePart };
        found[role.person].extend(name_in(role).map(|span| (span, link)));
    }
    let mut person = |(known, mut mentions): (Known, Vec<(Span, Link)>)| {
        settle(&mut mentions);
        let mut aliases: Vec<String> = Vec::new();
        for alias in mentions.iter().map(|(span, _)| span.of(document.text)).filter(|text| *text != known.name) {
            if !aliases.iter().any(|known| known == alias) {
                aliases.push(alias.to_owned());
            }
        }
        let (mentions, links) = mentions.into_iter().unzip();
        Person { name: known.name, aliases, roles: distinct(&known.roles, roles), mentions, links }
    };
    people.list.into_iter().zip(found).map(&mut person).collect()
}

/// The parts of a name: words with the particles before them, and with what a hyphen joins to them (`Okonjo-Iweala`, `da
/// Silva`).
fn parts(document: &Document<'_>, name: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    lex(name, Span::new(0, name.len()).unwrap_or_default(), document.lexicon, &mut tokens, &mut Vec::new());
    let mut parts: Vec<String> = Vec::new();
    let mut open = false;
    for chunk in tokens.chunk_by(|_, next| next.glued()) {
        let words = chunk.iter().filter(|token| token.kind != Kind::Hyphen);
        let solid = words.map(|token| plain(token.span.of(name)).collect()).collect::<Vec<String>>().join("-");
        let particle = matches!(chunk, [only] if only.is(Classes::NAME_PARTICLE));
        match parts.last_mut().filter(|_| open) {
            Some(part) => {
                part.push(' ');
                part.push_str(&solid);
            }
            None => parts.push(solid),
        }
        open = particle;
    }
    parts
}

fn words_of(part: &str) -> Vec<String> {
    part.split([' ', '-']).map(str::to_owned).collect()
}

/// Where the role has the name.
fn name_in(role: &Role) -> Option<Span> {
    let start = role.span.start() + role.text.find(&role.name)?;
    Span::new(start, start + role.name.len())
}

/// Puts the mentions in order, of those that overlap the longest.
fn settle(mentions: &mut Vec<(Span, Link)>) {
    mentions.sort_unstable_by_key(|&(span, link)| (span.start(), Reverse(span.end()), link));
    let mut end = 0;
    mentions.retain(|(span, _)| {
        let free = span.start() >= end;
        end = end.max(span.end());
        free
    });
}

/// The people as far as known, and what names them.
#[derive(Default)]
struct People {
    list: Vec<Known>,
    /// The whole names, in every form that a role gave.
    names: Names,
    /// Each by the first and last part of the name, which the forms of one name share.
    by_ends: HashMap<(String, String), usize>,
    /// The first and last parts, and all who have each of them.
    parts: Names,
    by_part: Vec<Vec<usize>>,
}

/// A person as far as known.
struct Known {
    /// The fullest form of the name, and how many parts it has.
    name: String,
    parts: usize,
    roles: Vec<usize>,
    /// `he` or `she`, where an honorific tells.
    pronoun: Option<String>,
    /// Where the person is first named.
    since: usize,
}

impl Known {
    /// Whether a name of one of the person's parts may mean this person: named before, and no other honorific's.
    fn may_be(&self, name: &ShortName<'_>) -> bool {
        let other = self.pronoun.as_deref().zip(name.pronoun).is_some_and(|(known, here)| known != here);
        self.since <= name.span.end() && !other
    }
}

impl People {
    /// The index of the role's person, who is added where nobody known has the name.
    fn join(&mut self, document: &Document<'_>, role: &Role, index: usize, parts: &[String]) -> usize {
        let mut honorifics = role.honorific.iter().flat_map(|honorifics| honorifics.split(' '));
        let pronoun = honorifics.find_map(|honorific| pronoun(document, honorific)).map(str::to_owned);
        let known = match parts {
            [first, .., last] => self.by_ends.get(&(first.clone(), last.clone())).copied(),
            [only] => self.called(only).filter(|people| people.len() == 1).map(|people| people[0]),
            [] => None,
        };
        let person = known.unwrap_or_else(|| {
            self.list.push(Known { name: String::new(), parts: 0, roles: Vec::new(), pronoun: None, since: usize::MAX });
            self.list.len() - 1
        });
        let found = &mut self.list[person];
        found.roles.push(index);
        found.since = found.since.min(role.span.start());
        found.pronoun = found.pronoun.take().or(pronoun);
        if parts.len() > found.parts || found.name.is_empty() {
            found.name.clone_from(&role.name);
            found.parts = parts.len();
        }
        self.note(parts, person);
        person
    }

    fn note(&mut self, parts: &[String], person: usize) {
        let [first, .., last] = parts else {
            if let [only] = parts {
                self.note_part(only, person);
            }
            return;
        };
        self.by_ends.entry((first.clone(), last.clone())).or_insert(person);
        let mut name = |parts: &[&String]| self.names.add(parts.iter().flat_map(|part| words_of(part)).collect(), person);
        name(&parts.iter().collect::<Vec<_>>());
        if let [first, .., before, last] = parts {
            // `Barbara Mikulski`, `Lula da Silva`
            name(&[first, last]);
            name(&[before, last]);
        }
        // `Silva` for `da Silva`
        let bare = last.rsplit(' ').next().filter(|bare| bare != last);
        [Some(&**first), Some(last), bare].into_iter().flatten().for_each(|part| self.note_part(part, person));
    }

    fn note_part(&mut self, part: &str, person: usize) {
        // An initial alone names nobody.
        if part.chars().nth(1).is_none() {
            return;
        }
        let words = words_of(part);
        let place = self.parts.get(&words).unwrap_or_else(|| {
            self.by_part.push(Vec::new());
            self.parts.add(words, self.by_part.len() - 1);
            self.by_part.len() - 1
        });
        let people = &mut self.by_part[place];
        if people.last() != Some(&person) && people.len() <= MOST_NAMESAKES {
            people.push(person);
        }
    }

    /// All who have the part in their names.
    fn called(&self, part: &str) -> Option<&[usize]> {
        self.parts.get(&words_of(part)).map(|place| &*self.by_part[place])
    }

    /// Every place where each person is named.
    fn mentions(&self, document: &Document<'_>) -> Vec<Vec<(Span, Link)>> {
        let mut found = vec![Vec::new(); self.list.len()];
        if self.list.is_empty() {
            return found;
        }
        for sentence in &document.sentences {
            let mut next = sentence.tokens.start;
            while next < sentence.tokens.end {
                let token = &document.tokens[next];
                let opens = token.capitalized() || token.is(Classes::NAME_PARTICLE);
                let end = sentence.tokens.end.min(next + LONGEST_PART);
                if !opens {
                    next += 1;
                    continue;
                }
                if let Some((person, end)) = self.names.longest_at(document, next, sentence.tokens.end) {
                    found[person].push((document.span(next..end), Link::Name));
                    next = end;
                    continue;
                }
                let Some((place, after)) = self.parts.longest_at(document, next, end) else {
                    next += 1;
                    continue;
                };
                let reading = Reading { document, sentence: sentence.tokens.clone(), part: next..after };
                if let Some(name) = reading.short_name() {
                    let mut meant = self.by_part[place].iter().filter(|&&person| self.list[person].may_be(&name));
                    if let (Some(&person), None) = (meant.next(), meant.next()) {
                        found[person].push((name.span, name.link));
                    }
                }
                next = after;
            }
        }
        found
    }
}

/// A part of a name, with the honorific before it.
struct ShortName<'t> {
    span: Span,
    link: Link,
    /// `he` or `she`, where the honorific tells.
    pronoun: Option<&'t str>,
}

/// `he` or `she`, where the honorific tells.
fn pronoun<'t>(document: &Document<'t>, honorific: &str) -> Option<&'t str> {
    let entry = document.lexicon.look_up(honorific).entry;
    document.lexicon.value(entry, Classes::HONORIFIC, honorific).filter(|value| matches!(*value, "he" | "she"))
}

/// One role for each position: the same title at the same body counts once, former and present apart.
fn distinct(indices: &[usize], roles: &[Role]) -> Vec<usize> {
    let mut sorted = indices.to_vec();
    sorted.sort_unstable();
    let mut seen = HashSet::new();
    sorted.retain(|&index| seen.insert((&roles[index].title, &roles[index].organization, roles[index].status)));
    sorted
}

/// Words that may name somebody, in their sentence.
struct Reading<'d, 't> {
    document: &'d Document<'t>,
    sentence: Range<usize>,
    part: Range<usize>,
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
            let pronoun = (start..self.part.start).find_map(|at| pronoun(self.document, self.document.written(at)));
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
        let span = self.document.span(self.part.clone());
        (alone && !token.is(ambiguous)).then_some(ShortName { span, link: Link::NamePart, pronoun: None })
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.document.tokens.get(at).filter(|_| self.sentence.contains(&at))
    }
}

#[cfg(test)]
mod tests {
    use super::people;
    use crate::fact::{Person, Role};
    use crate::layout::Document;
    use crate::lexicon::built_in;
    use crate::span::Span;

    /// The people of a text whose roles have these names and titles.
    fn linked(text: &str, named: &[(&str, &str)]) -> (Vec<Person>, Vec<usize>) {
        let document = Document::read(text, built_in());
        let mut roles: Vec<Role> = named.iter().map(|(name, title)| role(text, name, title)).collect();
        let people = people(&document, &mut roles);
        (people, roles.iter().map(|role| role.person).collect())
    }

    fn role(text: &str, name: &str, title: &str) -> Role {
        let start = text.find(name).expect("the name stands in the text");
        let span = Span::new(start, start + name.len()).expect("ordered");
        let honorific = text[..start].trim_end().rsplit(' ').next().filter(|word| word.ends_with('.')).map(str::to_owned);
        let (name, title) = (name.to_owned(), title.to_owned());
        Role {
            order: None,
            span,
            text: name.clone(),
            name,
            honorific,
            title,
            organization: None,
            status: None,
            person: 0,
            organization_index: None,
            rule: String::new(),
        }
    }

    fn mentions<'t>(person: &Person, text: &'t str) -> Vec<&'t str> {
        person.mentions.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn later_mentions_find_their_person() {
        let text = "Ms. Liu Hua, Director, spoke. Ms. Liu thanked Daren Tang. Later, Liu left with Mr. Tang. Liu Street is long.";
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
