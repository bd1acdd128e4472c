//! People, each once: who is meant by `Ms. Liu` after `Liu Hua`.
//!
//! People are those of the roles. Two roles are one person's where their names agree in first and last part, or where
//! one has only a name that is the first or last part of one person's. A later mention is the full name, an honorific
//! with the first or last part, or that part alone; it is linked only where a single person already named can be meant.

use std::collections::BTreeMap;

use crate::fact::{Person, Role};
use crate::layout::Document;
use crate::lexicon::{Classes, folded};
use crate::span::Span;
use crate::token::{Gap, Kind, Token};

/// The people of the roles, with every mention; sets each role's `person`.
pub(crate) fn people(document: &Document<'_>, roles: &mut [Role]) -> Vec<Person> {
    let mut known: Vec<Known> = Vec::new();
    // Names of several parts first, so that a surname alone finds its person wherever that is named in full.
    let (full, short): (Vec<usize>, Vec<usize>) = (0..roles.len()).partition(|&index| parts(&roles[index].name).len() > 1);
    for index in full.into_iter().chain(short) {
        roles[index].person = join(document, &mut known, &roles[index], index);
    }
    let mut found = mentions(document, &known);
    known
        .into_iter()
        .zip(&mut found)
        .map(|(person, mentions)| {
            mentions.sort_unstable();
            mentions.dedup();
            let mut aliases: Vec<String> = Vec::new();
            for alias in mentions.iter().map(|span| span.of(document.text)).filter(|text| *text != person.name) {
                if !aliases.iter().any(|known| known == alias) {
                    aliases.push(alias.to_owned());
                }
            }
            Person { name: person.name, aliases, roles: distinct(&person.roles, roles), mentions: std::mem::take(mentions) }
        })
        .collect()
}

/// A person as far as known.
struct Known {
    name: String,
    /// The name's words, folded.
    parts: Vec<String>,
    roles: Vec<usize>,
    /// `he` or `she`, where an honorific tells.
    pronoun: Option<String>,
    /// Where the person is first named.
    since: usize,
}

impl Known {
    fn first(&self) -> Option<&String> {
        self.parts.first()
    }

    fn last(&self) -> Option<&String> {
        self.parts.last()
    }

    /// Whether a name of one of the person's parts may mean this person: named before, and no other honorific's.
    fn may_be(&self, name: &ShortName<'_>) -> bool {
        let other = self.pronoun.as_deref().zip(name.pronoun).is_some_and(|(known, here)| known != here);
        self.since <= name.span.end() && !other
    }

    /// Whether the parts name the same person, as far as they tell.
    fn agrees(&self, parts: &[String]) -> bool {
        match parts {
            [] => false,
            [only] => self.first() == Some(only) || self.last() == Some(only),
            [first, .., last] => self.parts == parts || self.first() == Some(first) && self.last() == Some(last),
        }
    }
}

/// A name of one word, with the honorific before it.
struct ShortName<'t> {
    span: Span,
    /// `he` or `she`, where the honorific tells.
    pronoun: Option<&'t str>,
}

/// `he` or `she`, where the honorific tells.
fn pronoun<'t>(document: &Document<'t>, honorific: &str) -> Option<&'t str> {
    let entry = document.lexicon.look_up(honorific).0;
    document.lexicon.value(entry, Classes::HONORIFIC, honorific).filter(|value| matches!(*value, "he" | "she"))
}

/// The words of a name, folded.
fn parts(name: &str) -> Vec<String> {
    name.split([' ', '\n', '\t', '-', '‑']).filter(|part| !part.is_empty()).map(|part| folded(part).collect()).collect()
}

/// The index of the role's person, who is added where nobody known agrees.
fn join(document: &Document<'_>, known: &mut Vec<Known>, role: &Role, index: usize) -> usize {
    let parts = parts(&role.name);
    let mut honorifics = role.honorific.iter().flat_map(|honorifics| honorifics.split(' '));
    let pronoun = honorifics.find_map(|honorific| pronoun(document, honorific)).map(str::to_owned);
    let mut agreeing = known.iter().enumerate().filter(|(_, person)| person.agrees(&parts)).map(|(at, _)| at);
    if let (Some(only), None) = (agreeing.next(), agreeing.next()) {
        let person = &mut known[only];
        person.roles.push(index);
        person.since = person.since.min(role.span.start());
        person.pronoun = person.pronoun.take().or(pronoun);
        if parts.len() > person.parts.len() {
            person.name.clone_from(&role.name);
            person.parts = parts;
        }
        return only;
    }
    known.push(Known { name: role.name.clone(), parts, roles: vec![index], pronoun, since: role.span.start() });
    known.len() - 1
}

/// One role for each position: the same title at the same body counts once, former and present apart.
fn distinct(indices: &[usize], roles: &[Role]) -> Vec<usize> {
    let position = |index: usize| (&roles[index].title, &roles[index].organization, roles[index].status);
    let mut kept: Vec<usize> = Vec::new();
    let mut sorted = indices.to_vec();
    sorted.sort_unstable();
    for index in sorted {
        if !kept.iter().any(|&earlier| position(earlier) == position(index)) {
            kept.push(index);
        }
    }
    kept
}

/// Every place where each person is named.
fn mentions(document: &Document<'_>, known: &[Known]) -> Vec<Vec<Span>> {
    let mut by_part: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, person) in known.iter().enumerate() {
        for part in [person.first(), person.last()].into_iter().flatten() {
            let people = by_part.entry(part).or_default();
            if !people.contains(&index) {
                people.push(index);
            }
        }
    }
    let mut found = vec![Vec::new(); known.len()];
    if by_part.is_empty() {
        return found;
    }
    let mut key = String::new();
    for sentence in &document.sentences {
        let mut next = sentence.tokens.start;
        while next < sentence.tokens.end {
            let token = &document.tokens[next];
            key.clear();
            if token.capitalized() {
                key.extend(folded(token.span.of(document.text)));
            }
            let people = by_part.get(&*key).map_or(&[][..], Vec::as_slice);
            let reading = Reading { document, floor: sentence.tokens.start, end: sentence.tokens.end, at: next };
            let named = people.iter().find_map(|&person| reading.full_name(&known[person]).map(|end| (person, end)));
            if let Some((person, end)) = named {
                found[person].push(document.span(next..end));
                next = end;
                continue;
            }
            if let Some(name) = reading.short_name().filter(|_| !people.is_empty()) {
                let mut meant = people.iter().filter(|&&person| known[person].may_be(&name));
                if let (Some(&person), None) = (meant.next(), meant.next()) {
                    found[person].push(name.span);
                }
            }
            next += 1;
        }
    }
    found
}

/// A token that may name somebody, in its sentence.
struct Reading<'d, 't> {
    document: &'d Document<'t>,
    floor: usize,
    end: usize,
    at: usize,
}

impl<'t> Reading<'_, 't> {
    /// Where the person's whole name ends, if it stands here.
    fn full_name(&self, person: &Known) -> Option<usize> {
        let mut next = self.at;
        for part in &person.parts {
            next += usize::from(self.token(next)?.kind == Kind::Hyphen);
            let written = self.token(next)?.span.of(self.document.text);
            if !folded(written).eq(part.chars()) {
                return None;
            }
            next += 1;
        }
        (person.parts.len() > 1).then_some(next)
    }

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
            return Some(ShortName { span: self.document.span(start..self.at + 1), pronoun });
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
        (alone && !token.is(ambiguous)).then_some(ShortName { span: token.span, pronoun: None })
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
            span,
            text: name.clone(),
            name,
            honorific,
            title,
            organization: None,
            status: None,
            person: 0,
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
