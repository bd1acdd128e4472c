//! People, each once: who is meant by `Ms. Liu` after `Liu Hua`.
//!
//! People are those of the roles. Two roles are one person's where their names agree in first and last part, or where
//! one has only a name that is the first or last part of one person's. A later mention is the full name, an honorific
//! with the first or last part, or that part alone; it is linked only where a single person already named can be meant.

use std::collections::{HashMap, HashSet};

use super::names::{Names, words};
use crate::fact::{Link, Person, Role};
use crate::layout::Document;
use crate::lexicon::{Classes, folded};
use crate::span::Span;
use crate::token::{Gap, Kind, Token};

/// Most people of one name that are told apart; beyond that the name alone means nobody.
const MOST_NAMESAKES: usize = 16;

/// The people of the roles, with every mention; sets each role's `person`.
pub(crate) fn people(document: &Document<'_>, roles: &mut [Role]) -> Vec<Person> {
    let mut people = People::default();
    let parts: Vec<Vec<String>> = roles.iter().map(|role| words(&role.name, document.lexicon)).collect();
    // Names of several parts first, so that a surname alone finds its person wherever that is named in full.
    let (full, short): (Vec<usize>, Vec<usize>) = (0..roles.len()).partition(|&index| parts[index].len() > 1);
    for index in full.into_iter().chain(short) {
        roles[index].person = people.join(document, &roles[index], index, &parts[index]);
    }
    let mut found = people.mentions(document);
    people
        .list
        .into_iter()
        .zip(&mut found)
        .map(|(person, mentions)| {
            mentions.sort_unstable();
            mentions.dedup();
            let mut aliases: Vec<String> = Vec::new();
            for alias in mentions.iter().map(|(span, _)| span.of(document.text)).filter(|text| *text != person.name) {
                if !aliases.iter().any(|known| known == alias) {
                    aliases.push(alias.to_owned());
                }
            }
            let (mentions, links) = std::mem::take(mentions).into_iter().unzip();
            Person { name: person.name, aliases, roles: distinct(&person.roles, roles), mentions, links }
        })
        .collect()
}

/// The people as far as known, and what names them.
#[derive(Default)]
struct People {
    list: Vec<Known>,
    /// The whole names, in every form that a role gave.
    names: Names,
    /// Each by the first and last part of the name, which the forms of one name share.
    by_ends: HashMap<(String, String), usize>,
    /// All by the first and by the last part.
    by_part: HashMap<String, Vec<usize>>,
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
            [only] => self.by_part.get(only).filter(|people| people.len() == 1).map(|people| people[0]),
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
        if let [first, .., last] = parts {
            self.by_ends.entry((first.clone(), last.clone())).or_insert(person);
            self.names.add(parts.to_vec(), person);
        }
        for part in [parts.first(), parts.last()].into_iter().flatten() {
            let people = self.by_part.entry(part.clone()).or_default();
            if people.last() != Some(&person) && people.len() <= MOST_NAMESAKES {
                people.push(person);
            }
        }
    }

    /// Every place where each person is named.
    fn mentions(&self, document: &Document<'_>) -> Vec<Vec<(Span, Link)>> {
        let mut found = vec![Vec::new(); self.list.len()];
        if self.list.is_empty() {
            return found;
        }
        let mut key = String::new();
        for sentence in &document.sentences {
            let mut next = sentence.tokens.start;
            while next < sentence.tokens.end {
                key.clear();
                if document.tokens[next].capitalized() {
                    key.extend(folded(document.written(next)));
                }
                let Some(people) = self.by_part.get(&*key) else {
                    next += 1;
                    continue;
                };
                if let Some((person, end)) = self.names.longest_at(document, next, sentence.tokens.end) {
                    found[person].push((document.span(next..end), Link::Name));
                    next = end;
                    continue;
                }
                let reading = Reading { document, floor: sentence.tokens.start, end: sentence.tokens.end, at: next };
                if let Some(name) = reading.short_name() {
                    let mut meant = people.iter().filter(|&&person| self.list[person].may_be(&name));
                    if let (Some(&person), None) = (meant.next(), meant.next()) {
                        found[person].push((name.span, name.link));
                    }
                }
                next += 1;
            }
        }
        found
    }
}

/// A name of one word, with the honorific before it.
struct ShortName<'t> {
    span: Span,
    link: Link,
    /// `he` or `she`, where the honorific tells.
    pronoun: Option<&'t str>,
}

/// `he` or `she`, where the honorific tells.
fn pronoun<'t>(document: &Document<'t>, honorific: &str) -> Option<&'t str> {
    let entry = document.lexicon.look_up(honorific).0;
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

/// A token that may name somebody, in its sentence.
struct Reading<'d, 't> {
    document: &'d Document<'t>,
    floor: usize,
    end: usize,
    at: usize,
}

impl<'t> Reading<'_, 't> {
    /// A name of one word here, with the honorific before it: `Ms. Liu`, `Kwakwa`.
    fn short_name(&self) -> Option<ShortName<'t>> {
        let token = self.token(self.at)?;
        let behind = self.token(self.at + 1);
        if behind.is_some_and(|next| next.gap <= Gap::Space && (is_name_word(next) || next.kind == Kind::Hyphen && next.glued()))
        {
            return None;
        }
        let mut start = self.at;
        while start > self.floor && self.document.tokens[start - 1].is(Classes::HONORIFIC) {
            start -= 1;
        }
        if start < self.at {
            let pronoun = (start..self.at).find_map(|at| pronoun(self.document, self.document.written(at)));
            return Some(ShortName { span: self.document.span(start..self.at + 1), link: Link::Honorific, pronoun });
        }
        let before = self.at.checked_sub(1).filter(|_| self.at > self.floor).map(|at| &self.document.tokens[at]);
        let alone = before.is_none_or(|before| !(is_name_word(before) || before.kind == Kind::Hyphen && token.glued()));
        let ambiguous = Classes::of(&[
            Classes::MONTH,
            Classes::WEEKDAY,
            Classes::COUNTRY,
            Classes::DEMONYM,
            Classes::ORGANIZATION_HEAD,
            Classes::STARTER,
        ]);
        (alone && !token.is(ambiguous)).then_some(ShortName { span: token.span, link: Link::NamePart, pronoun: None })
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.document.tokens.get(at).filter(|_| at < self.end)
    }
}

/// Whether the token can be part of a longer name.
fn is_name_word(token: &Token) -> bool {
    matches!(token.kind, Kind::Word | Kind::Dotted) && token.capitalized() && !token.is(Classes::STARTER)
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
